//! Experiments in words, from the catalogue: what went along with the coin, and how sure anyone can be; never why.

use chrono::{Duration, NaiveDate};
use wane_domain::{
    diary::{Experiment, PartOfDay, SpanKind, Tried, Watched},
    experiment,
};
use wane_insight::{
    experiment::{Adherence, Expectation, Outcome},
    page,
    verdict::HINT_Q,
};
use wane_text::Arg;

use super::{
    design,
    result::{Compared, Why},
};
use crate::{App, wire};

/// What may be said of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tier {
    /// Chance alone would show as much at most 5 times in 100.
    Differed,
    /// The range lies within what matters.
    Little,
    /// All else.
    CannotTell,
}

impl Tier {
    pub fn of(watched: Watched, outcome: &Outcome) -> Tier {
        let matters = matters(watched);
        let is_little = outcome
            .ci95
            .is_ok_and(|range| -matters < range.low && range.high < matters);
        if outcome.p <= HINT_Q {
            Tier::Differed
        } else if is_little {
            Tier::Little
        } else {
            Tier::CannotTell
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Tier::Differed => "differed",
            Tier::Little => "little",
            Tier::CannotTell => "cant_tell",
        }
    }
}

/// The smallest difference worth noticing, in the outcome's own unit.
pub(super) fn matters(watched: Watched) -> f64 {
    match watched {
        Watched::MorningPain | Watched::EveningPain => page::PAIN_MATTERS,
        Watched::Asleep => page::ASLEEP_MATTERS,
        Watched::Efficiency => page::EFFICIENCY_MATTERS,
        Watched::Quality => page::QUALITY_MATTERS,
    }
}

/// Whether a difference reads as none: under half of the last place that is told.
fn rounds_to_nothing(watched: Watched, difference: f64) -> bool {
    let last_place = match watched {
        Watched::Asleep => 1.0,
        _ => 0.1,
    };
    (difference / last_place).abs().round() < 1.0
}

/// The words for less and for more of it.
pub(super) fn ways(watched: Watched) -> (&'static str, &'static str) {
    match watched {
        Watched::Asleep => ("shorter", "longer"),
        _ => ("lower", "higher"),
    }
}

/// The code of a run of marked days.
pub(super) fn span_code(kind: SpanKind) -> &'static str {
    match kind {
        SpanKind::Flare => "flare",
        SpanKind::Illness => "illness",
        SpanKind::Journey => "journey",
        SpanKind::Holiday => "holiday",
    }
}

/// Where an experiment stands, on the wire.
pub(super) fn phase(phase: experiment::Phase) -> wire::ExperimentPhase {
    use wire::ExperimentPhase as Wire;
    match phase {
        experiment::Phase::Before => Wire::Before,
        experiment::Phase::Running(_) => Wire::Running,
        experiment::Phase::Waiting => Wire::Waiting,
        experiment::Phase::Over => Wire::Over,
        experiment::Phase::Stopped => Wire::Stopped,
    }
}

impl App {
    fn experiment_word(&self, id: &str) -> String {
        self.words.text(id, &[])
    }

    /// What is tried, as a heading.
    pub(super) fn experiment_title(&self, experiment: &Experiment) -> String {
        match (&experiment.own, experiment.tried) {
            (Some(own), Tried::Own) => own.clone(),
            (_, tried) => {
                self.experiment_word(&format!("experiment-tried-{}", design::tried_code(tried)))
            }
        }
    }

    /// What is tried, within a sentence; in quotes where the words are the person's own.
    pub(super) fn experiment_what(&self, experiment: &Experiment) -> String {
        match (&experiment.own, experiment.tried) {
            (Some(own), Tried::Own) => self
                .words
                .text("experiment-what-own", &[("own", Arg::from(own))]),
            (_, tried) => {
                self.experiment_word(&format!("experiment-what-{}", design::tried_code(tried)))
            }
        }
    }

    fn experiment_watched(&self, experiment: &Experiment) -> String {
        self.experiment_word(&format!(
            "experiment-outcome-{}",
            design::watched_code(experiment.watched)
        ))
    }

    /// The question.
    pub(super) fn experiment_question(&self, experiment: &Experiment) -> String {
        let message = if experiment.part == PartOfDay::Evening {
            "experiment-question-evenings"
        } else {
            "experiment-question-days"
        };
        self.words.text(
            message,
            &[
                ("outcome", Arg::from(self.experiment_watched(experiment))),
                ("what", Arg::from(self.experiment_what(experiment))),
            ],
        )
    }

    /// How it would go.
    pub(super) fn experiment_plan_text(&self, experiment: &Experiment) -> String {
        let days = experiment.days();
        self.words.text(
            &format!("experiment-plan-{}", design::pace_code(experiment.pace)),
            &[
                ("days", Arg::from(days)),
                ("half", Arg::from(days / 2)),
                ("span", Arg::from(self.experiment_span(experiment))),
            ],
        )
    }

    fn experiment_span(&self, experiment: &Experiment) -> String {
        self.words
            .date_range(experiment.first_date, experiment.last_date())
    }

    /// What such a length could show.
    pub(super) fn experiment_expect_text(
        &self,
        experiment: &Experiment,
        expectation: Option<Expectation>,
    ) -> String {
        match expectation {
            Some(expected) => {
                let amount = self.experiment_amount(experiment.watched, expected.smallest);
                self.words.text(
                    "experiment-expect",
                    &[
                        ("amount", Arg::from(amount)),
                        (
                            "size",
                            Arg::from(
                                self.words
                                    .how_large(expected.smallest, matters(experiment.watched)),
                            ),
                        ),
                        ("days", Arg::from(expected.written)),
                    ],
                )
            }
            None => self.experiment_word("experiment-expect-unknown"),
        }
    }

    /// A day it could begin on; the first is tomorrow.
    pub(super) fn first_day_choice(&self, present: NaiveDate, days: i64) -> wire::DayChoice {
        let date = present + Duration::days(days);
        let day = self.words.date_heading(date);
        wire::DayChoice {
            date: date.to_string(),
            text: if days == 1 {
                self.words
                    .text("experiment-tomorrow", &[("day", Arg::from(day))])
            } else {
                day
            },
        }
    }

    /// "Experiment, day 5 of 28".
    pub(super) fn experiment_day_text(&self, experiment: &Experiment, date: NaiveDate) -> String {
        let day = (date - experiment.first_date).num_days() + 1;
        self.words.text(
            "experiment-today",
            &[
                ("day", Arg::from(day.max(1))),
                ("days", Arg::from(experiment.days())),
            ],
        )
    }

    /// Where it stands.
    pub(super) fn experiment_progress(
        &self,
        experiment: &Experiment,
        phase: experiment::Phase,
    ) -> String {
        let date = |date| Arg::from(self.words.date_short_year(date));
        match phase {
            experiment::Phase::Before => self.words.text(
                "experiment-before",
                &[
                    ("first", date(experiment.first_date)),
                    ("last", date(experiment.last_date())),
                ],
            ),
            experiment::Phase::Running(day) => self.words.text(
                "experiment-running",
                &[
                    ("day", Arg::from(day)),
                    ("days", Arg::from(experiment.days())),
                    ("last", date(experiment.last_date())),
                ],
            ),
            _ => self.experiment_word("experiment-waiting"),
        }
    }

    /// From when to when.
    pub(super) fn experiment_when(
        &self,
        experiment: &Experiment,
        phase: experiment::Phase,
    ) -> String {
        match (phase, experiment.stopped_on) {
            (experiment::Phase::Stopped, Some(on)) if on < experiment.first_date => {
                self.experiment_word("experiment-stopped-before")
            }
            (experiment::Phase::Stopped, Some(on)) => self.words.text(
                "experiment-stopped-on",
                &[
                    ("on", Arg::from(self.words.date_short_year(on))),
                    (
                        "day",
                        Arg::from((on - experiment.first_date).num_days() + 1),
                    ),
                    ("days", Arg::from(experiment.days())),
                ],
            ),
            _ => self.experiment_span(experiment),
        }
    }

    /// An amount of what is looked at, without its sign.
    fn experiment_amount(&self, watched: Watched, amount: f64) -> String {
        if self.words.without_figures() {
            return self.words.how_much(amount, matters(watched));
        }
        let number = |message: &str| {
            let number = self.words.number(amount, 1);
            self.words.text(message, &[("number", Arg::from(number))])
        };
        match watched {
            Watched::MorningPain | Watched::EveningPain => number("experiment-points"),
            Watched::Asleep => self.words.duration(amount),
            Watched::Efficiency => number("insight-percent-apart"),
            Watched::Quality => number("experiment-steps"),
        }
    }

    /// The word for a difference of that sign.
    fn experiment_way(&self, watched: Watched, difference: f64) -> String {
        let (less, more) = ways(watched);
        let way = if difference < 0.0 { less } else { more };
        self.experiment_word(&format!("experiment-way-{way}"))
    }

    /// What came out, in one sentence.
    pub(super) fn experiment_sentence(&self, experiment: &Experiment, outcome: &Outcome) -> String {
        let watched = experiment.watched;
        let (side, others) = match (experiment.part, experiment.reads_the_date_after()) {
            (PartOfDay::Evening, _) => ("after-evenings-with", "after-evenings-without"),
            (_, true) => ("after-days-with", "after-days-without"),
            (_, false) => ("on-days-with", "on-days-without"),
        };
        let amount = self.experiment_amount(watched, outcome.difference.abs());
        let is_nothing = rounds_to_nothing(watched, outcome.difference);
        let tier = match Tier::of(watched, outcome) {
            Tier::Differed => "differed",
            _ if is_nothing => "same",
            Tier::Little => "little",
            Tier::CannotTell => "cant-tell",
        };
        let begin = format!("experiment-outcome-begin-{}", design::watched_code(watched));
        self.words.text(
            &format!("experiment-result-{tier}"),
            &[
                ("name", Arg::from(self.experiment_watched(experiment))),
                ("outcome", Arg::from(self.experiment_word(&begin))),
                ("amount", Arg::from(amount)),
                (
                    "way",
                    Arg::from(self.experiment_way(watched, outcome.difference)),
                ),
                (
                    "these",
                    Arg::from(self.experiment_word(&format!("experiment-side-{side}"))),
                ),
                (
                    "others",
                    Arg::from(self.experiment_word(&format!("experiment-side-{others}"))),
                ),
            ],
        )
    }

    /// The range.
    pub(super) fn experiment_range(
        &self,
        experiment: &Experiment,
        ci95: Option<[f64; 2]>,
    ) -> String {
        let watched = experiment.watched;
        let Some([low, high]) = ci95 else {
            return self.experiment_word("experiment-range-none");
        };
        let amount = |value: f64| Arg::from(self.experiment_amount(watched, value.abs()));
        let way = |value: f64| Arg::from(self.experiment_way(watched, value));
        if low < 0.0 && 0.0 < high {
            self.words.text(
                "experiment-range-across",
                &[
                    ("low", amount(low)),
                    ("less", way(low)),
                    ("high", amount(high)),
                    ("more", way(high)),
                ],
            )
        } else {
            let (near, far) = if low.abs() < high.abs() {
                (low, high)
            } else {
                (high, low)
            };
            self.words.text(
                "experiment-range-beside",
                &[
                    ("near", amount(near)),
                    ("far", amount(far)),
                    ("way", way(far)),
                ],
            )
        }
    }

    /// What chance could do.
    pub(super) fn experiment_chance(&self, p: f64) -> String {
        // Whole and small: a share of a hundred.
        let times = (100.0 * p).round().clamp(0.0, 100.0) as u32;
        let args = [
            ("times", Arg::from(times)),
            ("often", Arg::from(self.words.how_often(100.0 * p))),
        ];
        self.words.text("experiment-chance", &args)
    }

    /// What was said of doing it.
    pub(super) fn experiment_said_text(&self, said: Adherence, days: usize) -> String {
        if said.noted == 0 {
            return self.experiment_word("experiment-said-nothing");
        }
        self.words.text(
            "experiment-said",
            &[
                ("said", Arg::from(said.noted)),
                ("days", Arg::from(days)),
                ("drawn", Arg::from(said.as_drawn)),
                (
                    "share",
                    Arg::from(self.words.how_many(said.noted as f64, days as f64)),
                ),
                (
                    "kept",
                    Arg::from(self.words.how_many(said.as_drawn as f64, said.noted as f64)),
                ),
            ],
        )
    }

    /// Which days were compared, and which were left out.
    pub(super) fn experiment_days_text(
        &self,
        experiment: &Experiment,
        compared: &Compared,
    ) -> String {
        let outcome = &compared.outcome;
        let mut said = vec![self.words.text(
            "experiment-days",
            &[
                ("with", Arg::from(outcome.days_on)),
                ("without", Arg::from(outcome.days_off)),
            ],
        )];
        let (mut marked, mut unanswered, mut late) = (0_usize, 0_usize, 0_usize);
        for (_, why) in &compared.left_out {
            match why {
                Why::Marked(_) => marked += 1,
                Why::NoAnswer => unanswered += 1,
                Why::Recalled => late += 1,
            }
        }
        for (message, days) in [
            ("experiment-left-out-marked", marked),
            ("experiment-left-out-no-answer", unanswered),
            ("experiment-left-out-recalled", late),
        ] {
            if days > 0 {
                said.push(self.words.text(message, &[("days", Arg::from(days))]));
            }
        }
        if let Some(difference) = compared.with_excused {
            let amount = self.experiment_amount(experiment.watched, difference.abs());
            said.push(self.words.text(
                "experiment-with-marked",
                &[
                    ("amount", Arg::from(amount)),
                    (
                        "way",
                        Arg::from(self.experiment_way(experiment.watched, difference)),
                    ),
                ],
            ));
        }
        said.join(" ")
    }
}
