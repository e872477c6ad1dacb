//! The Insights view: one weekly look at the diary, in words.

use chrono::{Months, NaiveDate};
use wane_insight::{
    Insights, Tier, page, patience::Patience, rows::LeftOut, skipped::Skipped,
    verdict::FEWEST_PAIRS,
};
use wane_store::Diary;
use wane_text::Arg;

use super::{
    asked_of_factors, asked_of_sleep, back,
    material::Material,
    week::Look,
    words::{About, Asked, Way},
};
use crate::{App, fault::Fault, wire::*};

/// An arrow is at its thickest when the effect is so many times what matters: two points of pain.
const THICKEST: f64 = 4.0;
/// A pattern is called small below so many times what matters: less than one point of pain (`SCIENCE.md` 3.3).
const SMALL: f64 = 2.0;
/// From this share of all days on, a reason for leaving days out is worth a word about what would help.
const WORTH_A_WORD: f64 = 0.1;
/// The highest p at which skipped days are said to lie where they would not by chance.
const NOT_BY_CHANCE: f64 = 0.05;
/// A wait is told in days up to the first, in weeks up to the second, in months beyond.
const DAYS_TOLD: usize = 20;
const WEEKS_TOLD: usize = 120;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn insights(&self, request: InsightsRequest) -> Result<InsightsView, Fault> {
        let (look, skipped, material, first, consistency) = {
            let rooms = self.rooms();
            let diary = &rooms.diary;
            let look = self.weekly_look(diary)?;
            (
                look,
                back::is_skipped(diary, &look)?,
                self.material_until(diary, &look, request)?,
                diary.first_and_last_date()?.map(|(first, _)| first),
                self.consistency_summary(diary, look.today)?,
            )
        };
        let insights = material.insights();
        let days = first.filter(|first| *first <= look.until).map(|_| {
            let calendar = &material.calendar;
            [calendar.first(), calendar.date(calendar.days() - 1)]
        });
        let shown = |asked: &Asked, family, at| self.shown_finding(*asked, family, at, &material);
        let all = |asked: Vec<Asked>, family| -> Vec<InsightShown> {
            let numbered = asked.iter().enumerate();
            numbered
                .map(|(at, asked)| shown(asked, family, at))
                .collect()
        };
        let mut forward = all(
            asked_of_sleep(&insights.forward, Way::Forward),
            InsightFamily::Forward,
        );
        let mut reverse = all(
            asked_of_sleep(&insights.reverse, Way::Reverse),
            InsightFamily::Reverse,
        );
        // The first measure was declared to be the main one before anybody looked.
        let main = |findings: &mut Vec<InsightShown>| {
            let rest = findings.split_off(1.min(findings.len()));
            std::mem::replace(findings, rest).pop()
        };
        let (Some(main_forward), Some(main_reverse)) = (main(&mut forward), main(&mut reverse))
        else {
            return Err(Fault::internal("insights"));
        };
        let groups = [
            ("nights", forward),
            (
                "waking",
                all(
                    asked_of_sleep(&insights.waking, Way::Waking),
                    InsightFamily::Waking,
                ),
            ),
            ("pains", reverse),
            (
                "factors",
                all(
                    asked_of_factors(&insights, &material),
                    InsightFamily::Factors,
                ),
            ),
        ];
        Ok(InsightsView {
            empty: first.is_none(),
            look: self.look_view(&look, days.map(|[from, _]| from)),
            range_note: (request.range != InsightRange::All)
                .then(|| self.words.text("insights-range-note", &[])),
            days: days.map(|days| days.map(|day| day.to_string())),
            forward: main_forward,
            reverse: main_reverse,
            direction_text: self.direction_text(insights.direction),
            groups: groups
                .into_iter()
                .filter(|(_, findings)| !findings.is_empty())
                .map(|(name, findings)| self.findings_group(name, findings))
                .collect(),
            skipped: self.skipped_texts(&insights),
            limits: [
                "insight-limits",
                "insights-limit-mood",
                "insights-limit-gone",
            ]
            .map(|id| self.words.text(id, &[]))
            .to_vec(),
            consistency,
            look_back: self.look_back_view(&look, skipped, &material, &insights),
        })
    }

    /// What a look is made from: everything in the stretch up to the day before it, later days left alone.
    pub(super) fn material_until(
        &self,
        diary: &Diary,
        look: &Look,
        request: InsightsRequest,
    ) -> Result<Material, Fault> {
        let first = diary.first_and_last_date()?.map(|(first, _)| first);
        let months_back = |months| -> Option<NaiveDate> {
            look.until
                .checked_sub_months(Months::new(months))?
                .succ_opt()
        };
        let from = first.map(|first| match request.range {
            InsightRange::All => first,
            InsightRange::Year => first.max(months_back(12).unwrap_or(first)),
            InsightRange::HalfYear => first.max(months_back(6).unwrap_or(first)),
        });
        let material = match from.filter(|from| *from <= look.until) {
            Some(from) => Material::read(diary, (from, look.until), request.leave_out_recalled)?,
            None => None,
        };
        Ok(material.unwrap_or_else(|| Material::empty(look.until)))
    }

    fn findings_group(&self, name: &str, findings: Vec<InsightShown>) -> InsightGroup {
        InsightGroup {
            name: name.to_owned(),
            title: self.words.text(&format!("insights-group-{name}"), &[]),
            note: self.words.text(
                &format!("insights-note-{name}"),
                &[("count", Arg::from(findings.len()))],
            ),
            findings,
        }
    }

    fn shown_finding(
        &self,
        asked: Asked,
        family: InsightFamily,
        at: usize,
        material: &Material,
    ) -> InsightShown {
        let finding = asked.finding;
        let on_scale = |value: f64| (value.abs() / (THICKEST * finding.matters)).min(1.0);
        let (weight, haze) = asked.told().map_or((0.0, 0.0), |(_, told)| {
            let half = (told.ci95.high - told.ci95.low) / 2.0;
            (on_scale(told.effect), on_scale(half))
        });
        let waits = finding.tier == Tier::NotEnough;
        let pairs = finding.comparison.pairs;
        InsightShown {
            key: InsightKey {
                family,
                at: at as u32,
            },
            title: self.finding_title(asked),
            tier: finding.tier.name().to_owned(),
            verdict: self.finding_verdict(asked),
            text: self.finding_sentence(asked),
            label: self.finding_label(asked),
            facts: self.finding_facts(asked),
            help: self.finding_help(asked, material),
            warnings: self.warning_texts(asked),
            progress: (waits && pairs < FEWEST_PAIRS)
                .then_some([pairs as u32, FEWEST_PAIRS as u32]),
            weight,
            haze,
        }
    }

    /// What is compared, in short.
    fn finding_title(&self, asked: Asked) -> String {
        let name = &asked.finding.name;
        match asked.about {
            About::Sleep => self.of_measure("insights-name", name),
            About::Factor(factor) => match factor.kind {
                super::material::Kind::Own => factor.name.clone(),
                _ => self.of_measure("insights-name", name),
            },
        }
    }

    fn finding_verdict(&self, asked: Asked) -> String {
        let finding = asked.finding;
        let is_small = finding
            .shown()
            // What reads as one point is one.
            .is_some_and(|numbers| tenths(numbers.effect.abs()) < tenths(SMALL * finding.matters));
        let id = match finding.tier {
            Tier::NotEnough => "insights-verdict-not-enough",
            Tier::CannotTell => "insights-verdict-cant-tell",
            Tier::Little => "insights-verdict-little",
            Tier::Hint => "insights-verdict-hint",
            Tier::Clear if is_small => "insights-verdict-clear-small",
            Tier::Clear => "insights-verdict-clear",
        };
        self.words.text(id, &[])
    }

    /// The effect and its range where one is told, else the verdict.
    fn finding_label(&self, asked: Asked) -> String {
        let Some((_, told)) = asked.told().filter(|_| is_told(asked.finding.tier)) else {
            return self.finding_verdict(asked);
        };
        let range = if asked.finding.tier == Tier::Clear {
            told.ci99
        } else {
            told.ci95
        };
        // Beside an arrow the size is what counts; which way it goes stands in the sentence.
        let (low, high) = if told.effect >= 0.0 {
            (range.low, range.high)
        } else {
            (-range.high, -range.low)
        };
        let args = [
            (
                "effect",
                Arg::from(self.effect_text(asked, told.effect.abs())),
            ),
            ("low", Arg::from(self.range_end(asked, low))),
            ("high", Arg::from(self.range_end(asked, high))),
        ];
        self.words.text("insights-label", &args)
    }

    /// One end of a range, in the outcome's unit but without its name.
    pub(super) fn range_end(&self, asked: Asked, value: f64) -> String {
        match asked.way {
            Way::Reverse => self.without_unit(asked.outcome(), value),
            Way::Forward | Way::Waking => self.words.number(value, 1),
        }
    }

    fn finding_facts(&self, asked: Asked) -> Vec<NamedText> {
        let finding = asked.finding;
        let comparison = &finding.comparison;
        let mut facts = Vec::new();
        let mut fact = |id: &str, text: String| {
            facts.push(NamedText {
                name: self.words.text(id, &[]),
                text,
            });
        };
        if let Some((_, told)) = asked.told() {
            let none = self.range_end(asked, 0.0) == self.range_end(asked, told.effect.abs());
            let id = match told.effect >= 0.0 {
                _ if none => "insights-fact-none",
                true => "insights-fact-higher",
                false => "insights-fact-lower",
            };
            let effect = Arg::from(self.effect_text(asked, told.effect.abs()));
            fact(
                "insights-fact-difference",
                self.words.text(id, &[("effect", effect)]),
            );
            let range = |range: wane_insight::comparison::Range| {
                let args = [
                    ("low", Arg::from(self.range_end(asked, range.low))),
                    ("high", Arg::from(self.range_end(asked, range.high))),
                ];
                self.words.text("insights-fact-range-text", &args)
            };
            // A range is figures and nothing else; the haze around the arrow says the same.
            let with_figures = !self.words.without_figures();
            if with_figures {
                fact("insights-fact-range-95", range(told.ci95));
            }
            if with_figures && finding.tier == Tier::Clear {
                fact("insights-fact-range-99", range(told.ci99));
            }
        }
        fact(
            "insights-fact-days",
            self.words.text(
                "insights-fact-days-text",
                &[
                    ("pairs", Arg::from(comparison.pairs)),
                    ("left", Arg::from(comparison.days.left_out.len())),
                ],
            ),
        );
        if let Some(text) = self.mirror_text(finding) {
            fact("insights-fact-mirror", text);
        }
        if let Some(text) = self.patience_text(asked) {
            fact("insights-fact-when", text);
        }
        facts
    }

    /// When it could be known, where it is not known yet.
    fn patience_text(&self, asked: Asked) -> Option<String> {
        let finding = asked.finding;
        if !matches!(finding.tier, Tier::NotEnough | Tier::CannotTell) {
            return None;
        }
        let notice = Arg::from(self.effect_text(asked, page::to_notice(finding.matters)));
        let (id, count) = match finding.patience {
            Patience::Now if finding.tier == Tier::CannotTell => ("insights-when-smaller", 0),
            Patience::Now => return None,
            Patience::Days { more, .. } if more <= DAYS_TOLD => ("insights-when-days", more),
            Patience::Days { more, .. } if more <= WEEKS_TOLD => {
                ("insights-when-weeks", rounded(more, 7.0))
            }
            Patience::Days { more, .. } => ("insights-when-months", rounded(more, 30.44)),
            Patience::VeryLong => ("insights-when-very-long", 0),
            Patience::TooEarly => (
                "insights-when-too-early",
                wane_insight::patience::FEWEST_TO_FORESEE,
            ),
            Patience::Unknown(_) => ("insights-when-unknown", 0),
        };
        Some(
            self.words
                .text(id, &[("count", Arg::from(count)), ("notice", notice)]),
        )
    }

    /// What would help to know more: what most days lack.
    fn finding_help(&self, asked: Asked, material: &Material) -> Vec<String> {
        let finding = asked.finding;
        if !matches!(finding.tier, Tier::NotEnough | Tier::CannotTell) {
            return Vec::new();
        }
        let days = material.calendar.days();
        let counts = finding.comparison.days.counts();
        let share =
            |why: LeftOut| counts.get(&why).copied().unwrap_or_default() as f64 / days as f64;
        let (outcome, predictor) = match (asked.way, asked.about) {
            (Way::Forward, About::Sleep) => ("insights-help-evening", "insights-help-night"),
            (Way::Waking, _) => ("insights-help-waking", "insights-help-night"),
            (Way::Reverse, About::Sleep) => ("insights-help-night", "insights-help-evening"),
            (Way::Forward, About::Factor(_)) => ("insights-help-evening", "insights-help-factor"),
            (Way::Reverse, About::Factor(_)) => ("insights-help-night", "insights-help-factor"),
        };
        let mut said: Vec<&str> = [
            (LeftOut::NoOutcome, outcome),
            (LeftOut::NoPredictor, predictor),
            (LeftOut::NoControl, "insights-help-evening"),
            (LeftOut::NoDayBefore, "insights-help-gaps"),
        ]
        .into_iter()
        .filter(|(why, _)| share(*why) >= WORTH_A_WORD)
        .map(|(_, id)| id)
        .collect();
        said.dedup();
        if said.is_empty() {
            said.push("insights-help-go-on");
        }
        let title = Arg::from(self.finding_title(asked));
        said.into_iter()
            .map(|id| self.words.text(id, &[("factor", title.clone())]))
            .collect()
    }

    /// What skipped days could mean, sentence by sentence.
    fn skipped_texts(&self, insights: &Insights) -> Vec<String> {
        let skipped: &Skipped = &insights.skipped;
        if skipped.days < 2 {
            return Vec::new();
        }
        let mut said = vec![self.words.text(
            "insights-skipped",
            &[
                ("days", Arg::from(skipped.skipped)),
                ("of", Arg::from(skipped.days)),
            ],
        )];
        let in_100 = |share: f64| Arg::from(self.words.number(share * 100.0, 0));
        if let Some(near) = skipped.next_to_rough {
            let id = if near.mirror.p() <= NOT_BY_CHANCE && near.near_skipped > near.other_skipped {
                "insights-skipped-near-rough"
            } else {
                "insights-skipped-not-near-rough"
            };
            said.push(self.words.text(
                id,
                &[
                    ("near", in_100(near.near_skipped)),
                    ("other", in_100(near.other_skipped)),
                    ("times", Arg::from(near.mirror.in_100())),
                ],
            ));
        }
        if let Some(before) = skipped.before_skipped {
            let id = match (before.mirror.p() <= NOT_BY_CHANCE, before.difference >= 0.0) {
                (true, true) => "insights-skipped-after-more",
                (true, false) => "insights-skipped-after-less",
                (false, _) => "insights-skipped-after-same",
            };
            let points = self.words.number(before.difference.abs(), 1);
            said.push(self.words.text(
                id,
                &[
                    ("points", Arg::from(points)),
                    ("times", Arg::from(before.mirror.in_100())),
                ],
            ));
        }
        let has_effect = insights
            .forward
            .first()
            .is_some_and(|finding| finding.shown().is_some());
        if let Some(bounds) = skipped
            .bounds
            .ok()
            .filter(|bounds| has_effect && bounds.filled > 0)
        {
            said.push(self.words.text(
                "insights-skipped-bounds",
                &[
                    ("low", Arg::from(self.words.number(bounds.effect.low, 1))),
                    ("high", Arg::from(self.words.number(bounds.effect.high, 1))),
                ],
            ));
        }
        said
    }
}

/// Whether an effect is told as one.
fn is_told(tier: Tier) -> bool {
    matches!(tier, Tier::Clear | Tier::Hint)
}

fn rounded(days: usize, unit: f64) -> usize {
    (days as f64 / unit).round() as usize
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round()
}
