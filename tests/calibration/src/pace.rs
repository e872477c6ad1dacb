//! The whole page of a made-up diary: what it is made from, and its numbers in the order of `tests/insight/page.py`.

use wane_insight::{
    Insights, Page, Quantity,
    calendar::Series,
    page::{EFFICIENCY_MATTERS, Factor, Measure, Timing},
};

use crate::{
    rng::Rng,
    worlds::{Diary, World, live},
};

/// A diary with factors and rough days.
#[derive(Debug, Clone)]
pub struct Full {
    diary: Diary,
    factors: Vec<Series>,
    rough: Vec<bool>,
}

/// How many factors happen by day; the others happen in the night.
const BY_DAY: usize = 3;
/// How many factors there are: as many as can be tracked at once.
const FACTORS: usize = 6;

impl Full {
    /// A diary of so many days.
    pub fn new(days: usize, seed: u64) -> Full {
        let mut rng = Rng::new(seed);
        let world = World {
            sleep_to_pain: -0.2,
            pain_to_sleep: -0.1,
            ..World::plain(days)
        };
        let diary = live(&world, &mut rng);
        let mut factors = Vec::new();
        for factor in 0..FACTORS {
            let mut value = || {
                if factor < BY_DAY {
                    f64::from(u8::from(rng.chance(0.4)))
                } else {
                    (20.0 * rng.normal().max(-0.5)).round() + 10.0
                }
            };
            factors.push((0..days).map(|_| Some(value())).collect());
        }
        let rough = diary.pain.iter().map(|pain| *pain >= Some(8.0)).collect();
        Full {
            diary,
            factors,
            rough,
        }
    }

    /// Answers the whole page.
    pub fn insights(&self) -> Insights {
        let measures: Vec<Measure> = self
            .diary
            .measures
            .iter()
            .map(|values| Measure {
                name: "measure",
                values: Quantity::open(values),
                matters: EFFICIENCY_MATTERS,
            })
            .collect();
        let factors: Vec<Factor> = self
            .factors
            .iter()
            .enumerate()
            .map(|(number, values)| Factor {
                name: "factor",
                values: Quantity::open(values),
                timing: if number < BY_DAY {
                    Timing::Day
                } else {
                    Timing::Night
                },
                yes_or_no: number < BY_DAY,
            })
            .collect();
        Insights::of(&Page {
            calendar: &self.diary.calendar,
            pain: Quantity::rating(&self.diary.pain),
            waking: Some(Quantity::rating(&self.diary.waking)),
            measures: &measures,
            factors: &factors,
            rough: &self.rough,
        })
    }

    /// One line a day for `page.py`: weekend, rough, pain, pain on waking, measures, factors; `nan` where nothing was written.
    pub fn lines(&self) -> String {
        let mut lines = String::new();
        for day in 0..self.diary.calendar.days() {
            let flag = |is: bool| Some(f64::from(u8::from(is)));
            let fields: Vec<String> = [
                flag(self.diary.calendar.is_weekend(day)),
                flag(self.rough[day]),
                self.diary.pain[day],
                self.diary.waking[day],
            ]
            .into_iter()
            .chain(self.diary.measures.iter().map(|measure| measure[day]))
            .chain(self.factors.iter().map(|factor| factor[day]))
            .map(|value| value.map_or("nan".to_owned(), |value| value.to_string()))
            .collect();
            lines.push_str(&fields.join(","));
            lines.push('\n');
        }
        lines
    }
}

/// The numbers of a page, one comparison after the other, then those of the skipped days.
pub fn numbers(insights: &Insights) -> Vec<Vec<f64>> {
    let findings = insights
        .forward
        .iter()
        .chain(&insights.waking)
        .chain(&insights.reverse)
        .chain(&insights.factors);
    let mut lines: Vec<Vec<f64>> = findings
        .filter_map(|finding| {
            let numbers = finding.shown()?;
            Some(vec![
                finding.comparison.pairs as f64,
                numbers.slope,
                numbers.p,
                finding.q?,
                numbers.effect,
                numbers.ci95.low,
                numbers.ci95.high,
                numbers.ci99.low,
                numbers.ci99.high,
                numbers.min_detectable,
                numbers.mirror.as_much as f64,
            ])
        })
        .collect();
    let skipped = &insights.skipped;
    if let (Some(near), Some(before), Ok(bounds)) = (
        skipped.next_to_rough,
        skipped.before_skipped,
        skipped.bounds,
    ) {
        lines.push(vec![
            near.mirror.as_much as f64,
            before.mirror.as_much as f64,
            bounds.effect.low,
            bounds.effect.high,
        ]);
    }
    lines
}
