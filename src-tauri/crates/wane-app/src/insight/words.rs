//! What may be said about a comparison, from the catalogue: what went together and how sure, never why.

use wane_insight::{
    Direction, Numbers, Tier,
    comparison::{Range, Warning},
    page::Finding,
    verdict::{CLEAR_Q, FEWEST_PAIRS},
};
use wane_text::Arg;

use super::material::{Kind, LaidOut};
use crate::App;

/// Which way a comparison looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// To the pain of the day.
    Forward,
    /// To the pain on waking.
    Waking,
    /// To the night.
    Reverse,
}

/// What is compared.
#[derive(Clone, Copy)]
pub(super) enum About<'a> {
    /// A sleep measure.
    Sleep,
    /// A factor.
    Factor(&'a LaidOut),
}

/// One finding, with what it is about.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub finding: &'a Finding,
    pub way: Way,
    pub about: About<'a>,
}

/// An effect the way round that it is told: of the harder nights, of the days with more of something.
pub(super) struct Told {
    pub effect: f64,
    pub ci95: Range,
    pub ci99: Range,
    /// Mean of the predictor on the side that is told of, and on the other.
    pub these: f64,
    pub others: f64,
}

impl Asked<'_> {
    /// The wire name of the outcome.
    pub fn outcome(&self) -> &str {
        match (self.way, self.about) {
            (Way::Forward, _) => "pain_day",
            (Way::Waking, _) => "pain_waking",
            (Way::Reverse, About::Sleep) => &self.finding.name,
            (Way::Reverse, About::Factor(_)) => super::material::SLEEP[0].name,
        }
    }

    /// The numbers that may be shown, the way round that they are told.
    pub fn told(&self) -> Option<(&Numbers, Told)> {
        let numbers = self.finding.shown()?;
        let contrast = &self.finding.comparison.contrast;
        let (first, rest) = (
            contrast.first_mean.unwrap_or_default(),
            contrast.rest_mean.unwrap_or_default(),
        );
        // An effect is below-median minus rest. What is told of are the harder nights, which lie above the median where
        // low is good, and the days with more pain or more of a factor, which always do.
        let turned = match (self.about, self.way) {
            (About::Factor(factor), _) => !factor.yes_or_no,
            (About::Sleep, Way::Reverse) => true,
            (About::Sleep, Way::Forward | Way::Waking) => low_is_good(&self.finding.name),
        };
        let turn = |range: Range| Range {
            low: -range.high,
            high: -range.low,
        };
        let told = if turned {
            Told {
                effect: -numbers.effect,
                ci95: turn(numbers.ci95),
                ci99: turn(numbers.ci99),
                these: rest,
                others: first,
            }
        } else {
            Told {
                effect: numbers.effect,
                ci95: numbers.ci95,
                ci99: numbers.ci99,
                these: first,
                others: rest,
            }
        };
        Some((numbers, told))
    }
}

impl App {
    /// The direction in words.
    pub(super) fn direction_text(&self, direction: Direction) -> String {
        let id = format!("insight-direction-{}", direction.name().replace('_', "-"));
        self.words.text(&id, &[])
    }

    /// One finding in words, with what is allowed for where an effect is told.
    pub(super) fn finding_text(&self, asked: Asked) -> String {
        let mut said = vec![self.finding_sentence(asked)];
        if matches!(asked.finding.tier, Tier::Clear | Tier::Hint) {
            said.push(self.words.text("insight-allowed-for", &[]));
            said.extend(self.mirror_text(asked.finding));
        }
        said.join(" ")
    }

    /// What may be said, without what is allowed for.
    pub(super) fn finding_sentence(&self, asked: Asked) -> String {
        let Some((numbers, told)) = asked.told() else {
            return self.too_few(asked.finding);
        };
        let sentence = self.verdict_text(asked, numbers, &told);
        match self.trap_text(asked, numbers) {
            Some(trap) => format!("{sentence} {trap}"),
            None => sentence,
        }
    }

    fn too_few(&self, finding: &Finding) -> String {
        let pairs = finding.comparison.pairs;
        let id = if pairs < FEWEST_PAIRS {
            "insight-not-enough"
        } else {
            "insight-not-enough-sides"
        };
        let args = [
            ("pairs", Arg::from(pairs)),
            ("needed", Arg::from(FEWEST_PAIRS)),
        ];
        self.words.text(id, &args)
    }

    /// How often the diary shifted against itself shows as much.
    pub(super) fn mirror_text(&self, finding: &Finding) -> Option<String> {
        let times = finding.shown()?.mirror.in_100();
        let args = [
            ("times", Arg::from(times)),
            ("often", Arg::from(self.words.how_often(times as f64))),
        ];
        Some(self.words.text("insight-mirror", &args))
    }

    /// That the two kinds of days do differ when nothing is allowed for, where no pattern is told.
    fn trap_text(&self, asked: Asked, numbers: &Numbers) -> Option<String> {
        let quiet = matches!(asked.finding.tier, Tier::CannotTell | Tier::Little);
        let plain = numbers.plain.filter(|plain| {
            quiet
                && asked.way != Way::Reverse
                && plain.p <= CLEAR_Q
                && plain.difference.abs() >= asked.finding.matters
        })?;
        let plain = self.words.number(plain.difference.abs(), 1);
        let args = [
            ("plain", Arg::from(plain)),
            ("pain", Arg::from(self.pain_name(asked.way))),
        ];
        Some(self.words.text("insight-trap", &args))
    }

    /// What makes a shown finding less sure than its range says; of a predictor and an outcome alike once.
    pub(super) fn warning_texts(&self, asked: Asked) -> Vec<String> {
        if asked.finding.shown().is_none() {
            return Vec::new();
        }
        let warnings = &asked.finding.comparison.warnings;
        let one_value = |warning: &Warning| {
            matches!(
                warning,
                Warning::OutcomeSharesOneValue(_) | Warning::PredictorSharesOneValue(_)
            )
        };
        let mut said = Vec::new();
        if asked.way == Way::Waking {
            said.push(self.words.text("insight-warning-mood", &[]));
        }
        if warnings.iter().any(one_value) {
            said.push(self.words.text("insight-warning-one-value", &[]));
        }
        if !warnings.iter().all(one_value) {
            said.push(self.words.text("insight-warning-at-an-end", &[]));
        }
        said
    }

    fn verdict_text(&self, asked: Asked, numbers: &Numbers, told: &Told) -> String {
        let finding = asked.finding;
        let tier = match finding.tier {
            Tier::Clear => "clear",
            Tier::Hint => "hint",
            Tier::Little => "little",
            Tier::CannotTell | Tier::NotEnough => "cant-tell",
        };
        let side = match (asked.about, asked.way) {
            (About::Factor(_), _) => "factor",
            (About::Sleep, Way::Forward | Way::Waking) => "forward",
            (About::Sleep, Way::Reverse) => "reverse",
        };
        let direction = match (finding.tier, told.effect >= 0.0) {
            (Tier::Clear | Tier::Hint, true) => "-higher",
            (Tier::Clear | Tier::Hint, false) => "-lower",
            _ => "",
        };
        // A range is told the way round that its effect is.
        let (low, high) = if told.effect >= 0.0 {
            (told.ci99.low, told.ci99.high)
        } else {
            (-told.ci99.high, -told.ci99.low)
        };
        let (nights, measure) = match asked.about {
            About::Sleep => (
                self.of_measure("insight-nights", &finding.name),
                self.of_measure("insight", &finding.name),
            ),
            About::Factor(factor) => (self.days_with(factor), self.outcome_name(asked)),
        };
        let end = |value: f64| match asked.way {
            Way::Reverse => self.without_unit(asked.outcome(), value),
            Way::Forward | Way::Waking => self.words.number(value, 1),
        };
        let args = [
            ("measure", Arg::from(measure)),
            ("nights", Arg::from(nights)),
            ("pain", Arg::from(self.pain_name(asked.way))),
            ("pairs", Arg::from(finding.comparison.pairs)),
            (
                "these",
                Arg::from(self.of_a_night(&finding.name, told.these)),
            ),
            (
                "others",
                Arg::from(self.of_a_night(&finding.name, told.others)),
            ),
            (
                "effect",
                Arg::from(self.effect_text(asked, told.effect.abs())),
            ),
            ("low", Arg::from(end(low))),
            ("high", Arg::from(end(high))),
            (
                "notice",
                Arg::from(self.effect_text(asked, numbers.min_detectable)),
            ),
        ];
        self.words
            .text(&format!("insight-{side}-{tier}{direction}"), &args)
    }

    /// The pain that is asked about, in a sentence.
    pub(super) fn pain_name(&self, way: Way) -> String {
        let id = match way {
            Way::Waking => "insight-pain-waking",
            Way::Forward | Way::Reverse => "insight-pain-day",
        };
        self.words.text(id, &[])
    }

    /// The outcome, in a sentence.
    pub(super) fn outcome_name(&self, asked: Asked) -> String {
        match asked.way {
            Way::Forward | Way::Waking => self.pain_name(asked.way),
            Way::Reverse => self.of_measure("insight", asked.outcome()),
        }
    }

    /// The days or nights with a factor or with more of it, in a sentence.
    pub(super) fn days_with(&self, factor: &LaidOut) -> String {
        let id = match (factor.kind, factor.timing, factor.yes_or_no) {
            (Kind::Arousal, ..) => "insight-days-arousal",
            (Kind::Movement, ..) => "insight-days-movement",
            (Kind::MovementTime, ..) => "insight-days-movement-time",
            (Kind::Light, ..) => "insight-days-light",
            (Kind::Own, wane_insight::page::Timing::Day, true) => "insight-days-with",
            (Kind::Own, wane_insight::page::Timing::Day, false) => "insight-days-more",
            (Kind::Own, wane_insight::page::Timing::Night, true) => "insight-nights-with",
            (Kind::Own, wane_insight::page::Timing::Night, false) => "insight-nights-more",
        };
        self.words
            .text(id, &[("factor", Arg::from(factor.name.as_str()))])
    }

    /// How far two averages of the outcome lie apart, with its unit; where figures are not wished for, how far in words.
    pub(super) fn effect_text(&self, asked: Asked, value: f64) -> String {
        if self.words.without_figures() {
            return self.words.how_much(value, asked.finding.matters);
        }
        match asked.way {
            Way::Reverse => self.apart(asked.outcome(), value),
            Way::Forward | Way::Waking => self.words.text(
                "insight-points",
                &[("number", Arg::from(self.words.number(value, 1)))],
            ),
        }
    }

    /// The message about a sleep measure that begins so.
    pub(super) fn of_measure(&self, begins: &str, measure: &str) -> String {
        let id = format!("{begins}-{}", measure.replace('_', "-"));
        self.words.text(&id, &[])
    }

    /// An average of a sleep measure, in its own unit.
    pub(super) fn of_a_night(&self, measure: &str, value: f64) -> String {
        if measure == EFFICIENCY {
            let number = self.words.number(value, 0);
            self.words
                .text("insight-percent", &[("number", Arg::from(number))])
        } else {
            self.words.duration(value)
        }
    }

    /// How far two averages of a sleep measure lie apart.
    fn apart(&self, measure: &str, value: f64) -> String {
        if measure == EFFICIENCY {
            let number = self.words.number(value, 1);
            self.words
                .text("insight-percent-apart", &[("number", Arg::from(number))])
        } else {
            self.words.text(
                "insight-minutes",
                &[("number", Arg::from(self.words.number(value, 0)))],
            )
        }
    }

    /// One end of a range of a sleep measure, without its unit.
    pub(super) fn without_unit(&self, measure: &str, value: f64) -> String {
        let decimals = usize::from(measure == EFFICIENCY);
        self.words.number(value, decimals)
    }
}

/// The one sleep measure in per cent; the others are minutes.
const EFFICIENCY: &str = "se_dse";

/// Whether less of a sleep measure is the easier night.
fn low_is_good(measure: &str) -> bool {
    matches!(measure, "sol_min" | "waso_min")
}
