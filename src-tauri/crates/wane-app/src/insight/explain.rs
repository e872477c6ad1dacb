//! What one finding rests on: its formula in words, its numbers, the days used and the days left out.

use chrono::{Datelike, NaiveDate};
use wane_insight::{Tier, question::Formula, rows::LeftOut, verdict};
use wane_text::Arg;

use super::{
    asked_of_factors, asked_of_sleep,
    material::{Kind, MOVEMENT_DAY_BEGINS},
    words::{About, Asked, Way},
};
use crate::{App, fault::Fault, wire::*};

/// Reasons in the order in which they are told.
const REASONS: [LeftOut; 5] = [
    LeftOut::NoOutcome,
    LeftOut::NoPredictor,
    LeftOut::NoDayBefore,
    LeftOut::NoControl,
    LeftOut::SetAside,
];

impl App {
    /// See [`crate::commands`].
    pub(crate) fn insight_detail(
        &self,
        request: InsightDetailRequest,
    ) -> Result<InsightDetail, Fault> {
        let material = {
            let rooms = self.rooms();
            let look = self.weekly_look(&rooms.diary)?;
            let asked = InsightsRequest {
                range: request.range,
                leave_out_recalled: request.leave_out_recalled,
            };
            self.material_until(&rooms.diary, &look, asked)?
        };
        let insights = material.insights();
        let family = match request.key.family {
            InsightFamily::Forward => asked_of_sleep(&insights.forward, Way::Forward),
            InsightFamily::Waking => asked_of_sleep(&insights.waking, Way::Waking),
            InsightFamily::Reverse => asked_of_sleep(&insights.reverse, Way::Reverse),
            InsightFamily::Factors => asked_of_factors(&insights, &material),
        };
        let together = family
            .iter()
            .filter(|asked| asked.finding.shown().is_some())
            .count();
        let asked = family
            .get(request.key.at as usize)
            .ok_or_else(|| Fault::not_found("finding"))?;
        Ok(self.explain_finding(*asked, together))
    }

    fn explain_finding(&self, asked: Asked, together: usize) -> InsightDetail {
        let days = &asked.finding.comparison.days;
        let left_out = REASONS
            .into_iter()
            .filter_map(|why| {
                let dates: Vec<NaiveDate> = days
                    .left_out
                    .iter()
                    .filter(|(_, reason)| *reason == why)
                    .map(|(date, _)| *date)
                    .collect();
                let id = self.left_out_reason(asked, why);
                (!dates.is_empty()).then(|| self.some_days(id, &dates))
            })
            .collect();
        InsightDetail {
            steps: self.finding_steps(asked, together),
            numbers: self.finding_numbers(asked),
            used: self.some_days("insights-days-used", &days.used),
            left_out,
        }
    }

    /// The formula in words, step by step.
    fn finding_steps(&self, asked: Asked, together: usize) -> Vec<String> {
        let comparison = &asked.finding.comparison;
        let formula = match comparison.formula {
            Formula::SleepToPain => "insights-formula-sleep-to-pain",
            Formula::SleepToWakingPain => "insights-formula-sleep-to-waking-pain",
            Formula::PainToSleep => "insights-formula-pain-to-sleep",
            Formula::DayFactorToSleep => "insights-formula-day-factor-to-sleep",
            Formula::NightFactorToPain => "insights-formula-night-factor-to-pain",
        };
        let (measure, what) = match asked.about {
            About::Sleep => (
                self.of_measure("insight", &asked.finding.name),
                self.of_measure("insight-nights", &asked.finding.name),
            ),
            About::Factor(factor) => (self.outcome_name(asked), self.days_with(factor)),
        };
        let args = [("measure", Arg::from(measure)), ("what", Arg::from(what))];
        let mut steps = vec![
            self.words.text("insights-step-pairs", &[]),
            self.words.text(formula, &args),
        ];
        let Some((numbers, told)) = asked.told() else {
            let needed = [
                ("pairs", Arg::from(verdict::FEWEST_PAIRS)),
                ("side", Arg::from(verdict::FEWEST_ON_A_SIDE)),
            ];
            steps.push(self.words.text("insights-step-not-enough", &needed));
            return steps;
        };
        let sides = [
            ("these", Arg::from(self.side_of(asked, told.these))),
            ("others", Arg::from(self.side_of(asked, told.others))),
        ];
        let with_without = matches!(asked.about, About::Factor(factor) if factor.yes_or_no);
        steps.push(self.words.text(
            if with_without {
                "insights-step-with-without"
            } else {
                "insights-step-units"
            },
            &sides,
        ));
        steps.push(
            self.words
                .text("insights-step-range", &[("df", Arg::from(numbers.df))]),
        );
        steps.push(
            self.words
                .text("insights-step-family", &[("count", Arg::from(together))]),
        );
        steps.push(self.words.text("insights-step-mirror", &[]));
        let matters = Arg::from(self.effect_text(asked, asked.finding.matters));
        let tier = match asked.finding.tier {
            Tier::Clear => "insights-step-clear",
            Tier::Hint if matches!(asked.way, Way::Waking) => "insights-step-hint-waking",
            Tier::Hint => "insights-step-hint",
            Tier::Little => "insights-step-little",
            Tier::CannotTell | Tier::NotEnough => "insights-step-cant-tell",
        };
        steps.push(self.words.text(tier, &[("matters", matters)]));
        steps
    }

    /// An average of the predictor, in its own unit.
    fn side_of(&self, asked: Asked, value: f64) -> String {
        match (asked.about, asked.way) {
            (About::Sleep, Way::Reverse) => self.words.text(
                "insight-points",
                &[("number", Arg::from(self.words.number(value, 1)))],
            ),
            (About::Sleep, _) => self.of_a_night(&asked.finding.name, value),
            (About::Factor(factor), _) => match factor.kind {
                Kind::Movement | Kind::Light => self.words.duration(value),
                Kind::MovementTime => self.words.clock_of_minutes(value + MOVEMENT_DAY_BEGINS),
                Kind::Arousal | Kind::Own => self.words.number(value, 1),
            },
        }
    }

    /// Every number of the last step, by name.
    fn finding_numbers(&self, asked: Asked) -> Vec<NamedText> {
        let Some((numbers, told)) = asked.told() else {
            return Vec::new();
        };
        let range = |range: wane_insight::comparison::Range| {
            let args = [
                ("low", Arg::from(self.range_end(asked, range.low))),
                ("high", Arg::from(self.range_end(asked, range.high))),
            ];
            self.words.text("insights-fact-range-text", &args)
        };
        let of_100 = |p: f64| {
            if p < 0.0001 {
                self.words.text("insights-number-tiny", &[])
            } else {
                self.words.number(p, 4)
            }
        };
        let mirror = self.words.text(
            "insights-number-mirror-text",
            &[
                ("times", Arg::from(numbers.mirror.as_much)),
                ("of", Arg::from(numbers.mirror.of)),
            ],
        );
        let signed = |value: f64| {
            let unit = self.effect_text(asked, value.abs());
            if value < 0.0 {
                format!("−{unit}")
            } else {
                unit
            }
        };
        let mut named = vec![
            ("effect", signed(told.effect)),
            ("range-95", range(told.ci95)),
            ("range-99", range(told.ci99)),
            ("slope", self.words.number(numbers.slope, 4)),
            ("se", self.words.number(numbers.se_hc3, 4)),
            ("df", self.words.number(numbers.df as f64, 0)),
            ("p", of_100(numbers.p)),
        ];
        named.extend(asked.finding.q.map(|q| ("q", of_100(q))));
        named.push(("mirror", mirror));
        named.push(("notice", self.effect_text(asked, numbers.min_detectable)));
        named.extend(numbers.plain.map(|plain| {
            let turned = told.effect.signum() * numbers.effect.signum();
            ("plain", signed(plain.difference * turned))
        }));
        named
            .into_iter()
            .map(|(name, text)| NamedText {
                name: self.words.text(&format!("insights-number-{name}"), &[]),
                text,
            })
            .collect()
    }

    /// The message about days left out for a reason: what was not written on them.
    fn left_out_reason(&self, asked: Asked, why: LeftOut) -> &'static str {
        let night = "insights-left-no-night";
        let evening = "insights-left-no-evening";
        match (why, asked.way, asked.about) {
            (LeftOut::SetAside, ..) => "insights-left-set-aside",
            (LeftOut::NoDayBefore, ..) => "insights-left-no-day-before",
            (LeftOut::NoControl, ..) => "insights-left-no-control",
            (LeftOut::NoOutcome, Way::Forward, _) => evening,
            (LeftOut::NoOutcome, Way::Waking, _) => "insights-left-no-waking",
            (LeftOut::NoOutcome, Way::Reverse, _) => night,
            (LeftOut::NoPredictor, _, About::Factor(_)) => "insights-left-no-factor",
            (LeftOut::NoPredictor, Way::Reverse, About::Sleep) => "insights-left-no-evening-before",
            (LeftOut::NoPredictor, Way::Forward | Way::Waking, About::Sleep) => night,
        }
    }

    fn some_days(&self, id: &str, dates: &[NaiveDate]) -> InsightDays {
        let mut months: Vec<InsightMonth> = Vec::new();
        let mut of = None;
        for date in dates {
            let month = (date.year(), date.month());
            if of != Some(month) {
                of = Some(month);
                months.push(InsightMonth {
                    title: self.words.month_year(*date),
                    days: Vec::new(),
                    labels: Vec::new(),
                });
            }
            if let Some(month) = months.last_mut() {
                month.days.push(date.to_string());
                month.labels.push(self.words.date_long(*date));
            }
        }
        InsightDays {
            title: self.words.text(id, &[("days", Arg::from(dates.len()))]),
            months,
        }
    }
}
