//! What may be said about a comparison, from the catalogue: what went together and how sure, never why.

use wane_insight::{
    Direction, Numbers, Tier,
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

    fn verdict_text(&self, finding: &Finding, numbers: &Numbers, way: Way, about: About) -> String {
        let tier = match finding.tier {
            Tier::Clear => "clear",
            Tier::Hint => "hint",
            Tier::Little => "little",
            Tier::CannotTell | Tier::NotEnough => "cant-tell",
        };
        let (side, name) = match about {
            About::Sleep => {
                let id = format!("insight-{}", finding.name.replace('_', "-"));
                (
                    if way == Way::Forward {
                        "forward"
                    } else {
                        "reverse"
                    },
                    self.words.text(&id, &[]),
                )
            }
            About::Factor => ("factor", finding.name.clone()),
        };
        let told = about == About::Sleep && way == Way::Forward;
        let more_or_less = match finding.tier {
            Tier::Clear | Tier::Hint if told && numbers.effect >= 0.0 => "-more",
            Tier::Clear | Tier::Hint if told => "-less",
            _ => "",
        };
        // A range is told the way round that its effect is.
        let (low, high) = (numbers.ci99.low.abs(), numbers.ci99.high.abs());
        let contrast = &finding.comparison.contrast;
        let number = |value: f64, decimals| Arg::from(self.words.number(value, decimals));
        let args = [
            ("measure", Arg::from(name.as_str())),
            ("factor", Arg::from(name.as_str())),
            ("pairs", Arg::from(finding.comparison.pairs)),
            ("below", number(contrast.first_mean.unwrap_or_default(), 0)),
            ("rest", number(contrast.rest_mean.unwrap_or_default(), 0)),
            ("effect", number(numbers.effect.abs(), 1)),
            ("low", number(low.min(high), 1)),
            ("high", number(low.max(high), 1)),
            ("notice", number(numbers.min_detectable, 1)),
        ];
        self.words
            .text(&format!("insight-{side}-{tier}{more_or_less}"), &args)
    }
}
