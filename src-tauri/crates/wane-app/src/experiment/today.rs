//! What a day of an experiment is for, and what is asked about it: one line and one tap.
//!
//! What is done in the evening is asked about in the evening, or on the morning after.
//! On rough days, and on days that are left out, nothing is asked.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use wane_domain::{
    diary::{Experiment, ExperimentDay, PartOfDay, Span},
    experiment::Phase,
};
use wane_insight::experiment::{Arm, Running};
use wane_text::Arg;

use super::{design, is_on};
use crate::{App, app::Rooms, fault::Fault, log, wire::*};

/// For so many days Today tells of an experiment that has ended.
const ENDED_IS_TOLD_DAYS: i64 = 3;

/// What the lines of an experiment are made from.
struct Days<'e> {
    experiment: &'e Experiment,
    drawn: Option<Running>,
    said: BTreeMap<NaiveDate, bool>,
    spans: Vec<Span>,
}

impl App {
    /// The experiment, as the day `date` has to tell of it.
    pub(crate) fn experiment_on(
        &self,
        rooms: &Rooms,
        date: NaiveDate,
        present: NaiveDate,
    ) -> Result<Option<ExperimentToday>, Fault> {
        let all = self.all_experiments(&rooms.diary, present)?;
        let Some((experiment, phase)) = all
            .iter()
            .find(|(_, phase)| is_on(*phase))
            .or_else(|| all.first())
        else {
            return Ok(None);
        };
        let ended = *phase == Phase::Over
            && date == present
            && present
                <= experiment.read_on(experiment.last_date()) + Duration::days(ENDED_IS_TOLD_DAYS);
        let lines = match phase {
            Phase::Running(_) | Phase::Waiting => {
                self.experiment_lines(rooms, experiment, date, present)?
            }
            Phase::Before | Phase::Over | Phase::Stopped => Vec::new(),
        };
        if lines.is_empty() && !ended {
            return Ok(None);
        }
        let title = if ended {
            self.words.text("experiment-today-ended", &[])
        } else {
            self.experiment_day_text(experiment, date.min(experiment.last_date()))
        };
        Ok(Some(ExperimentToday {
            title,
            lines,
            ended,
        }))
    }

    /// The lines that a day shows: its own, and on a morning the evening before, where that was not said.
    pub(super) fn experiment_lines(
        &self,
        rooms: &Rooms,
        experiment: &Experiment,
        date: NaiveDate,
        present: NaiveDate,
    ) -> Result<Vec<ExperimentLine>, Fault> {
        let before = date - Duration::days(1);
        let days = Days {
            experiment,
            drawn: design::drawn(experiment),
            said: said(rooms, experiment, before, date)?,
            spans: rooms.diary.spans_over(before, date + Duration::days(1))?,
        };
        // What comes is not told ahead.
        if date > present {
            return Ok(Vec::new());
        }
        let is_evening = experiment.part == PartOfDay::Evening;
        let usual = self.usual(&rooms.diary, date)?;
        let is_early = date == present && self.part(&usual, present) == DayPart::Morning;
        let mut lines = Vec::new();
        if is_evening && is_early && !days.said.contains_key(&before) {
            let yesterday = self.experiment_line(rooms, &days, before, "last-evening", true)?;
            lines.extend(yesterday.filter(|line| line.asks));
        }
        let message = match (date == present, is_evening) {
            (true, true) => "this-evening",
            (true, false) => "today",
            (false, true) => "that-evening",
            (false, false) => "that-day",
        };
        let asks = !(is_evening && is_early);
        lines.extend(self.experiment_line(rooms, &days, date, message, asks)?);
        Ok(lines)
    }

    fn experiment_line(
        &self,
        rooms: &Rooms,
        days: &Days<'_>,
        date: NaiveDate,
        message: &str,
        asks: bool,
    ) -> Result<Option<ExperimentLine>, Fault> {
        let Some(arm) = days.drawn.as_ref().and_then(|drawn| drawn.arm(date)) else {
            return Ok(None);
        };
        let with = arm == Arm::On;
        let what = Arg::from(self.experiment_what(days.experiment));
        let excused = days.experiment.excused(date, &days.spans);
        let rough = log::day_entry(&rooms.diary, date)?.is_some_and(|entry| entry.rough);
        let text = match excused {
            Some(kind) => self.words.text(
                &format!("experiment-line-{}", super::words::span_code(kind)),
                &[],
            ),
            None => self.words.text(
                &format!(
                    "experiment-line-{message}-{}",
                    if with { "with" } else { "without" }
                ),
                &[("what", what)],
            ),
        };
        let quiet = excused.is_some() || rough;
        Ok(Some(ExperimentLine {
            date: date.to_string(),
            text,
            with,
            done: days.said.get(&date).copied(),
            asks: asks && !quiet,
            quiet,
        }))
    }

    /// The experiment that has not ended, in words; it has no result.
    pub(super) fn running_experiment(
        &self,
        rooms: &Rooms,
        experiment: &Experiment,
        phase: Phase,
        present: NaiveDate,
    ) -> Result<ExperimentRunning, Fault> {
        let day = match phase {
            Phase::Running(day) => u32::try_from(day).ok(),
            _ => None,
        };
        let said = said(rooms, experiment, experiment.first_date, present)?;
        Ok(ExperimentRunning {
            id: experiment.id.to_string(),
            title: self.experiment_title(experiment),
            question: self.experiment_question(experiment),
            phase: super::words::phase(phase),
            first: experiment.first_date.to_string(),
            last: experiment.last_date().to_string(),
            day,
            days: u32::try_from(experiment.days()).unwrap_or(u32::MAX),
            progress_text: self.experiment_progress(experiment, phase),
            lines: if phase == Phase::Before {
                Vec::new()
            } else {
                self.experiment_lines(rooms, experiment, present, present)?
            },
            said_text: self
                .words
                .text("experiment-said-so-far", &[("days", Arg::from(said.len()))]),
            no_result_text: self.words.text("experiment-no-result-yet", &[]),
        })
    }
}

/// What was said of the days from `from` to `to`.
pub(super) fn said(
    rooms: &Rooms,
    experiment: &Experiment,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<BTreeMap<NaiveDate, bool>, Fault> {
    Ok(rooms
        .diary
        .between::<ExperimentDay>(from, to)?
        .into_iter()
        .filter(|day| day.experiment == experiment.id && experiment.holds(day.date))
        .map(|day| (day.date, day.done))
        .collect())
}
