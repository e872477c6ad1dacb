//! What may be said about a comparison, from the catalogue: what went together and how sure, never why.

use wane_insight::{
    Direction, Numbers, Tier,
    comparison::Warning,
    page::Finding,
    verdict::{CLEAR_Q, FEWEST_PAIRS},
};
use wane_text::Arg;

use crate::App;

/// Which way a comparison looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// To the pain of the day.
    Forward,
    /// To the night.
    Reverse,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// A sleep measure.
    Sleep,
    /// A factor.
    Factor,
}

impl App {
    /// The direction in words.
    pub(super) fn direction_text(&self, direction: Direction) -> String {
        let id = format!("insight-direction-{}", direction.name().replace('_', "-"));
        self.words.text(&id, &[])
    }

    /// One finding in words, with what is allowed for where an effect is told.
    pub(super) fn finding_text(&self, finding: &Finding, way: Way, about: About) -> String {
        let pairs = finding.comparison.pairs;
        let Some(numbers) = finding.shown() else {
            let id = if pairs < FEWEST_PAIRS {
                "insight-not-enough"
            } else {
                "insight-not-enough-sides"
            };
            let args = [
                ("pairs", Arg::from(pairs)),
                ("needed", Arg::from(FEWEST_PAIRS)),
            ];
            return self.words.text(id, &args);
        };
        let mut said = vec![self.verdict_text(finding, numbers, way, about)];
        if matches!(finding.tier, Tier::Clear | Tier::Hint) {
            said.push(self.words.text("insight-allowed-for", &[]));
            let times = numbers.mirror.in_100();
            said.push(
                self.words
                    .text("insight-mirror", &[("times", Arg::from(times))]),
            );
        } else if let Some(plain) = numbers.plain
            && way == Way::Forward
            && plain.p <= CLEAR_Q
            && plain.difference.abs() >= finding.matters
        {
            let plain = self.words.number(plain.difference.abs(), 1);
            said.push(
                self.words
                    .text("insight-trap", &[("plain", Arg::from(plain))]),
            );
        }
        said.join(" ")
    }

    /// What makes a shown finding less sure than its range says; of a predictor and an outcome alike once.
    pub(super) fn warning_texts(&self, finding: &Finding) -> Vec<String> {
        if finding.shown().is_none() {
            return Vec::new();
        }
        let warnings = &finding.comparison.warnings;
        let one_value = |warning: &Warning| {
            matches!(
                warning,
                Warning::OutcomeSharesOneValue(_) | Warning::PredictorSharesOneValue(_)
            )
        };
        let mut said = Vec::new();
        if warnings.iter().any(one_value) {
            said.push(self.words.text("insight-warning-one-value", &[]));
        }
        if !warnings.iter().all(one_value) {
            said.push(self.words.text("insight-warning-at-an-end", &[]));
        }
        said
    }

    fn verdict_text(&self, finding: &Finding, numbers: &Numbers, way: Way, about: About) -> String {
        let tier = match finding.tier {
            Tier::Clear => "clear",
            Tier::Hint => "hint",
            Tier::Little => "little",
            Tier::CannotTell | Tier::NotEnough => "cant-tell",
        };
        let (side, name) = match (about, way) {
            (About::Sleep, Way::Forward) => ("forward", self.of_measure("insight", finding)),
            (About::Sleep, Way::Reverse) => ("reverse", self.of_measure("insight", finding)),
            (About::Factor, _) => ("factor", finding.name.clone()),
        };
        let contrast = &finding.comparison.contrast;
        let (below, rest) = (
            contrast.first_mean.unwrap_or_default(),
            contrast.rest_mean.unwrap_or_default(),
        );
        // An effect is below-median minus rest. What is told of are the harder nights, which lie above the median where
        // low is good, and the days with more pain, which always do.
        let turned = way == Way::Reverse || low_is_good(&finding.name);
        let (effect, these, others) = if turned {
            (-numbers.effect, rest, below)
        } else {
            (numbers.effect, below, rest)
        };
        let direction = match finding.tier {
            Tier::Clear | Tier::Hint if about == About::Sleep && effect >= 0.0 => "-higher",
            Tier::Clear | Tier::Hint if about == About::Sleep => "-lower",
            _ => "",
        };
        // A range is told the way round that its effect is.
        let (low, high) = (numbers.ci99.low.abs(), numbers.ci99.high.abs());
        let points = |value: f64| Arg::from(self.words.number(value, 1));
        let amount = |value: f64| match way {
            Way::Forward => points(value),
            Way::Reverse => Arg::from(self.apart(&finding.name, value)),
        };
        let nights = match about {
            About::Sleep => self.of_measure("insight-nights", finding),
            About::Factor => String::new(),
        };
        let args = [
            ("measure", Arg::from(name.as_str())),
            ("factor", Arg::from(name.as_str())),
            ("nights", Arg::from(nights)),
            ("pairs", Arg::from(finding.comparison.pairs)),
            ("these", Arg::from(self.of_a_night(&finding.name, these))),
            ("others", Arg::from(self.of_a_night(&finding.name, others))),
            ("effect", amount(effect.abs())),
            ("low", points(low.min(high))),
            ("high", points(low.max(high))),
            ("notice", amount(numbers.min_detectable)),
        ];
        self.words
            .text(&format!("insight-{side}-{tier}{direction}"), &args)
    }

    /// The message about a sleep measure that begins so.
    fn of_measure(&self, begins: &str, finding: &Finding) -> String {
        let id = format!("{begins}-{}", finding.name.replace('_', "-"));
        self.words.text(&id, &[])
    }

    /// An average of a sleep measure, in its own unit.
    fn of_a_night(&self, measure: &str, value: f64) -> String {
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
            self.words.duration(value)
        }
    }
}

/// The one sleep measure in per cent; the others are minutes.
const EFFICIENCY: &str = "se_dse";

/// Whether less of a sleep measure is the easier night.
fn low_is_good(measure: &str) -> bool {
    matches!(measure, "sol_min" | "waso_min")
}
