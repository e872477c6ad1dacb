//! Insights: the diary's material to the statistics, and their numbers into words and shapes.

mod back;
mod explain;
mod material;
mod week;
mod window;
mod words;

use wane_insight::{
    Insights, Page, Quantity, comparison::Range, page, patience::Patience, rows::LeftOut,
};

use crate::{App, fault::Fault, measures::span, wire::*};
use material::{Material, SLEEP};
use words::{About, Asked, Way};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn insight(&self, request: InsightRequest) -> Result<InsightView, Fault> {
        let asked = SpanRequest {
            from: request.from,
            to: request.to,
        };
        let material = {
            let rooms = self.rooms();
            match span(&rooms.diary, &asked)? {
                Some(days) => Material::read(&rooms.diary, days, request.leave_out_recalled)?,
                None => None,
            }
        };
        // An empty diary is asked the same, so that every measure is there and says that it is too early.
        let material = material.unwrap_or_else(|| Material::empty(self.now().date_naive()));
        let insights = material.insights();
        Ok(self.insight_view(&insights, &material))
    }

    fn insight_view(&self, insights: &Insights, material: &Material) -> InsightView {
        let of = |asked: Vec<Asked>| asked.into_iter().map(|asked| self.finding(asked)).collect();
        let mut forward = asked_of_sleep(&insights.forward, Way::Forward);
        forward.extend(asked_of_sleep(&insights.waking, Way::Waking));
        let skipped = &insights.skipped;
        let near = skipped.next_to_rough;
        let before = skipped.before_skipped;
        let has_effect = insights
            .forward
            .first()
            .is_some_and(|finding| finding.shown().is_some());
        InsightView {
            forward: of(forward),
            reverse: of(asked_of_sleep(&insights.reverse, Way::Reverse)),
            factors: of(asked_of_factors(insights, material)),
            direction: insights.direction.name().to_owned(),
            direction_text: self.direction_text(insights.direction),
            skipped: InsightSkipped {
                days: skipped.skipped as u32,
                of: skipped.days as u32,
                beside_rough: near.map(|near| [near.near_skipped, near.other_skipped]),
                beside_rough_p: near.map(|near| near.mirror.p()),
                pain_before: before.map(|before| before.difference),
                pain_before_p: before.map(|before| before.mirror.p()),
                bounds: skipped
                    .bounds
                    .ok()
                    .filter(|_| has_effect)
                    .map(|bounds| ends(bounds.effect)),
            },
            limits_text: self.words.text("insight-limits", &[]),
        }
    }

    fn finding(&self, asked: Asked) -> InsightFinding {
        let finding = asked.finding;
        let comparison = &finding.comparison;
        let shown = finding.shown();
        let contrast = &comparison.contrast;
        InsightFinding {
            measure: finding.name.clone(),
            outcome: asked.outcome().to_owned(),
            formula: comparison.formula.name().to_owned(),
            pairs: comparison.pairs as u32,
            df: shown.map(|numbers| numbers.df as u32),
            slope: shown.map(|numbers| numbers.slope),
            se_hc3: shown.map(|numbers| numbers.se_hc3),
            p: shown.map(|numbers| numbers.p),
            q: finding.q,
            effect: shown.map(|numbers| numbers.effect),
            ci95: shown.map(|numbers| ends(numbers.ci95)),
            ci99: shown.map(|numbers| ends(numbers.ci99)),
            min_detectable: shown.map(|numbers| numbers.min_detectable),
            plain: shown.and_then(|numbers| Some(numbers.plain?.difference)),
            shuffle: shown.map(|numbers| [numbers.mirror.as_much as u32, numbers.mirror.of as u32]),
            sides: shown.and_then(|_| Some([contrast.first_mean?, contrast.rest_mean?])),
            tier: finding.tier.name().to_owned(),
            days_until: match finding.patience {
                Patience::Now => Some(0),
                Patience::Days { more, .. } => Some(more as u32),
                Patience::VeryLong | Patience::TooEarly | Patience::Unknown(_) => None,
            },
            left_out: comparison
                .days
                .counts()
                .into_iter()
                .map(|(why, days)| (why.name().to_owned(), days as u32))
                .collect(),
            left_out_days: comparison.days.left_out.iter().map(left_out).collect(),
            warnings: self.warning_texts(asked),
            text: self.finding_text(asked),
        }
    }
}

impl Material {
    /// Asks the statistics.
    fn insights(&self) -> Insights {
        let measures: Vec<page::Measure> = SLEEP
            .iter()
            .zip(&self.sleep)
            .map(|(measure, values)| page::Measure {
                name: measure.name,
                values: Quantity::open(values),
                matters: measure.matters,
            })
            .collect();
        let factors: Vec<page::Factor> = self
            .factors
            .iter()
            .map(|factor| page::Factor {
                name: &factor.name,
                values: Quantity::open(&factor.values),
                timing: factor.timing,
                yes_or_no: factor.yes_or_no,
            })
            .collect();
        Insights::of(&Page {
            calendar: &self.calendar,
            pain: Quantity::rating(&self.pain),
            waking: Some(Quantity::rating(&self.waking)),
            measures: &measures,
            factors: &factors,
            rough: &self.rough,
        })
    }
}

/// Every finding of a family of sleep measures.
fn asked_of_sleep(findings: &[page::Finding], way: Way) -> Vec<Asked<'_>> {
    findings
        .iter()
        .map(|finding| Asked {
            finding,
            way,
            about: About::Sleep,
        })
        .collect()
}

/// Every finding about a factor.
fn asked_of_factors<'a>(insights: &'a Insights, material: &'a Material) -> Vec<Asked<'a>> {
    insights
        .factors
        .iter()
        .zip(&material.factors)
        .map(|(finding, factor)| Asked {
            finding,
            way: match factor.timing {
                page::Timing::Day => Way::Reverse,
                page::Timing::Night => Way::Forward,
            },
            about: About::Factor(factor),
        })
        .collect()
}

fn ends(range: Range) -> [f64; 2] {
    [range.low, range.high]
}

fn left_out((date, why): &(chrono::NaiveDate, LeftOut)) -> InsightLeftOut {
    InsightLeftOut {
        date: date.to_string(),
        why: why.name().to_owned(),
    }
}
