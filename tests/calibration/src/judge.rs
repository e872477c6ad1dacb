//! Who is asked: a way of comparing that turns a diary into a range and a verdict.

use wane_insight::{
    Comparison, Page, Quantity, Question, Tier,
    calendar::Series,
    comparison::Range,
    page::{Insights, Measure, PAIN_MATTERS},
    shift::Shifts,
    student,
    verdict::{FEWEST_ON_A_SIDE, FEWEST_PAIRS},
};

use crate::{naive, worlds::Diary};

/// What a way of comparing says about one measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Said {
    /// 95 % range of the difference in pain between nights below the median and the rest.
    pub range: Range,
    /// Difference of the predictor between the two sides: a true slope times this is the true effect.
    pub difference: f64,
}

/// A way of comparing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judge {
    /// The insights.
    Insights,
    /// The plain difference between days after worse and after other nights, with Welch's test.
    Naive,
}

impl Judge {
    /// The range for one measure and the pain of the day; `None` when there is not enough for one.
    pub fn range(self, diary: &Diary, sleep: &Series) -> Option<Said> {
        self.said(compared(diary, sleep))
    }

    /// The range for the night as it was and the pain on waking; `None` when there is not enough for one.
    pub fn waking_range(self, diary: &Diary) -> Option<Said> {
        let question = Question::sleep_to_waking_pain(
            Quantity::open(&diary.sleep),
            Quantity::rating(&diary.waking),
            Quantity::rating(&diary.pain),
        );
        self.said(Comparison::of(
            &diary.calendar,
            &question,
            &mut Shifts::new(),
        ))
    }

    fn said(self, comparison: Comparison) -> Option<Said> {
        if comparison.pairs < FEWEST_PAIRS || comparison.contrast.smaller_side() < FEWEST_ON_A_SIDE
        {
            return None;
        }
        let difference = comparison.contrast.difference().ok()?;
        let numbers = comparison.numbers.ok()?;
        let range = match self {
            Judge::Insights => numbers.ci95,
            Judge::Naive => {
                let plain = numbers.plain?;
                let half = student::quantile(0.975, plain.df) * plain.se;
                Range {
                    low: plain.difference - half,
                    high: plain.difference + half,
                }
            }
        };
        Some(Said { range, difference })
    }

    /// The highest tier that any measure is given, before the pain of the day or that on waking; the naive comparison
    /// looks at the day alone.
    pub fn highest(self, diary: &Diary) -> Tier {
        match self {
            Judge::Insights => highest(diary),
            Judge::Naive => naive::highest(diary),
        }
    }
}

/// One measure to pain.
pub fn compared(diary: &Diary, sleep: &Series) -> Comparison {
    let question = Question::sleep_to_pain(Quantity::open(sleep), Quantity::rating(&diary.pain));
    Comparison::of(&diary.calendar, &question, &mut Shifts::new())
}

fn highest(diary: &Diary) -> Tier {
    let measures: Vec<Measure> = diary
        .measures
        .iter()
        .map(|values| Measure {
            name: "",
            values: Quantity::open(values),
            matters: PAIN_MATTERS,
        })
        .collect();
    let insights = Insights::of(&Page {
        calendar: &diary.calendar,
        pain: Quantity::rating(&diary.pain),
        waking: Some(Quantity::rating(&diary.waking)),
        measures: &measures,
        factors: &[],
        rough: &[],
    });
    let shown = insights.forward.iter().chain(&insights.waking);
    let tiers = shown.map(|finding| finding.tier);
    tiers.max().unwrap_or(Tier::NotEnough)
}
