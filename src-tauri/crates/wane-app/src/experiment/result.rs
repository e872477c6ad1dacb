//! What came of an experiment that has ended; nothing else has a result.

use chrono::NaiveDate;
use wane_domain::{
    diary::{Experiment, ExperimentDay, SpanKind},
    experiment::Phase,
};
use wane_insight::experiment::Outcome;
use wane_store::Diary;

use super::{
    design, is_on, material,
    words::{self, Tier, matters},
};
use crate::{App, fault::Fault, wire::*};

/// What an experiment is compared by.
pub(super) struct Compared {
    pub outcome: Outcome,
    /// The difference with the days that were left out as marked.
    pub with_excused: Option<f64>,
    pub left_out: Vec<(NaiveDate, Why)>,
    /// Days that were not left out as marked.
    pub days: usize,
}

/// Why a day is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    NoAnswer,
    Recalled,
    Marked(SpanKind),
}

impl App {
    /// An experiment that has ended, in words.
    pub(super) fn past_experiment(
        &self,
        diary: &Diary,
        experiment: &Experiment,
        phase: Phase,
        present: NaiveDate,
    ) -> Result<ExperimentPast, Fault> {
        let compared = match phase {
            Phase::Over => compare(diary, experiment, present)?,
            _ => None,
        };
        let text = match (&compared, phase) {
            (Some(compared), _) => self.experiment_sentence(experiment, &compared.outcome),
            (None, Phase::Over) => self.words.text("experiment-nothing-to-compare", &[]),
            (None, phase) if is_on(phase) => self.words.text("experiment-no-result-yet", &[]),
            (None, _) => self.words.text("experiment-stopped-no-result", &[]),
        };
        let last = experiment.stopped_on.unwrap_or(experiment.last_date());
        Ok(ExperimentPast {
            id: experiment.id.to_string(),
            title: self.experiment_title(experiment),
            question: self.experiment_question(experiment),
            phase: words::phase(phase),
            first: experiment.first_date.to_string(),
            last: last.to_string(),
            when_text: self.experiment_when(experiment, phase),
            text,
            result: compared.map(|compared| self.experiment_result_view(experiment, &compared)),
        })
    }

    fn experiment_result_view(
        &self,
        experiment: &Experiment,
        compared: &Compared,
    ) -> ExperimentResult {
        let outcome = &compared.outcome;
        let ci95 = outcome.ci95.ok().map(|range| [range.low, range.high]);
        let tier = Tier::of(experiment.watched, outcome);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        ExperimentResult {
            tier: tier.name().to_owned(),
            difference: outcome.difference,
            ci95,
            p: outcome.p,
            assignments: count(outcome.assignments),
            days_with: count(outcome.days_on),
            days_without: count(outcome.days_off),
            with_excused: compared.with_excused,
            said: count(outcome.adherence.noted),
            as_drawn: count(outcome.adherence.as_drawn),
            days: count(compared.days),
            left_out: compared
                .left_out
                .iter()
                .map(|(date, why)| ExperimentLeftOut {
                    date: date.to_string(),
                    why: why.name().to_owned(),
                })
                .collect(),
            range_text: self.experiment_range(experiment, ci95),
            chance_text: self.experiment_chance(outcome.p),
            said_text: self.experiment_said_text(outcome.adherence, compared.days),
            days_text: self.experiment_days_text(experiment, compared),
            limits_text: self.words.text("experiment-limits", &[]),
            picture: ci95.map(|[low, high]| {
                let matters = matters(experiment.watched);
                let reach = low.abs().max(high.abs()).max(matters) * 1.15;
                let (left, right) = words::ways(experiment.watched);
                let side = |way: &str| self.words.text(&format!("experiment-picture-{way}"), &[]);
                RangePicture {
                    reach,
                    low,
                    middle: outcome.difference,
                    high,
                    matters,
                    left_text: side(left),
                    right_text: side(right),
                    zero_text: side("zero"),
                }
            }),
        }
    }
}

impl Why {
    fn name(self) -> &'static str {
        match self {
            Why::NoAnswer => "no_answer",
            Why::Recalled => "recalled",
            Why::Marked(kind) => words::span_code(kind),
        }
    }
}

/// Compares the days with and without; `None` when the coins are not all there, or when nothing can be computed.
///
/// A day that is marked, or whose answer is missing or was written late, is left out; nothing is filled in.
fn compare(
    diary: &Diary,
    experiment: &Experiment,
    present: NaiveDate,
) -> Result<Option<Compared>, Fault> {
    let Some(mut running) = design::drawn(experiment) else {
        return Ok(None);
    };
    let (first, last) = (experiment.first_date, experiment.last_date());
    let until = experiment.read_on(last);
    let spans = diary.spans_over(first, until)?;
    let answers = material::answers(diary, experiment.watched, first, until)?;
    let (mut values, mut all_values) = (Vec::new(), Vec::new());
    let mut left_out = Vec::new();
    let mut days = 0;
    for day in first.iter_days().take_while(|day| *day <= last) {
        let read = experiment.read_on(day);
        let value = answers.on(read);
        all_values.extend(value.map(|value| (read, value)));
        let excused = experiment.excused(day, &spans);
        days += usize::from(excused.is_none());
        match (excused, value) {
            (Some(kind), _) => left_out.push((day, Why::Marked(kind))),
            (None, Some(value)) => values.push((read, value)),
            (None, None) if answers.is_late(read) => left_out.push((day, Why::Recalled)),
            (None, None) => left_out.push((day, Why::NoAnswer)),
        }
    }
    for said in diary.between::<ExperimentDay>(first, last)? {
        if said.experiment == experiment.id && experiment.excused(said.date, &spans).is_none() {
            running.note(said.date, said.done);
        }
    }
    let Ok(finished) = running.finish(present) else {
        return Ok(None);
    };
    // So short an experiment counts every way its coins could have fallen, which takes no bytes.
    let Ok(outcome) = Outcome::of(&finished, &values, &[]) else {
        return Ok(None);
    };
    let with_excused = (all_values.len() > values.len())
        .then(|| Outcome::of(&finished, &all_values, &[]).ok())
        .flatten()
        .map(|outcome| outcome.difference);
    Ok(Some(Compared {
        outcome,
        with_excused,
        left_out,
        days,
    }))
}
