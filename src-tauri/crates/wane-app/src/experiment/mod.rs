//! Small personal experiments: days with and without something, by the fall of coins, and a result at the end (row I9).
//!
//! What is tried, what is looked at and for how long are fixed before the first day, and then the coins are thrown.
//! From then on a day says what it is for, and takes note of whether it was done.
//! Nothing that is answered while an experiment is on depends on what is looked at: a result is made from a finished
//! experiment alone ([`result`]), and one that was stopped has none, because its length was part of the question.
//! What comes is not told ahead either: a day's coin is shown when the day has begun
//! (`docs/adr/`, "the coin of a day is told on that day").

mod design;
mod material;
mod result;
mod today;
mod words;

use chrono::{Duration, NaiveDate};
use wane_domain::{
    Id,
    diary::{self, Experiment, ExperimentDay},
    experiment::{FIRST_DAY_WITHIN_DAYS, Phase, is_possible},
};
use wane_insight::experiment::Expectation;
use wane_store::{Diary, Label};

use crate::{App, app::Rooms, convert, fault::Fault, wire::*};

/// What can be expected is told from so many days before.
const EXPECT_FROM_DAYS: i64 = 84;
/// The longest name for what is tried, in characters.
const LONGEST_OWN: usize = 60;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn experiments(&self, _: Nothing) -> Result<ExperimentsView, Fault> {
        self.experiments_view(&self.rooms(), String::new())
    }

    /// See [`crate::commands`].
    pub(crate) fn experiment_propose(
        &self,
        request: ExperimentDesign,
    ) -> Result<ExperimentProposal, Fault> {
        let rooms = self.rooms();
        let present = self.present_day(&rooms.diary)?;
        self.refuse_a_second(&rooms.diary, present)?;
        let experiment = self.designed(&request, present)?;
        let from = present - Duration::days(EXPECT_FROM_DAYS - 1);
        let before = material::answers(&rooms.diary, experiment.watched, from, present)?;
        let expectation = design::plan(&experiment)
            .and_then(|plan| Expectation::of(&plan, &before.day_by_day(from, present)));
        Ok(ExperimentProposal {
            question: self.experiment_question(&experiment),
            plan_text: self.experiment_plan_text(&experiment),
            expect_text: self.experiment_expect_text(&experiment, expectation),
            smallest: expectation.map(|expected| expected.smallest),
            written: before.written() as u32,
            first: experiment.first_date.to_string(),
            last: experiment.last_date().to_string(),
            first_days: (1..=FIRST_DAY_WITHIN_DAYS)
                .map(|days| self.first_day_choice(present, days))
                .collect(),
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn experiment_start(
        &self,
        request: ExperimentDesign,
    ) -> Result<ExperimentsView, Fault> {
        let mut rooms = self.rooms();
        let present = self.present_day(&rooms.diary)?;
        self.refuse_a_second(&rooms.diary, present)?;
        let mut experiment = self.designed(&request, present)?;
        let plan = design::plan(&experiment).ok_or(Fault::internal("experiment"))?;
        let mut random = vec![0; plan.bytes_to_begin()];
        self.host.random(&mut random);
        experiment.coins = design::coins(&random, plan.coins());
        rooms
            .diary
            .change(Label::new("start-experiment"), self.now(), |change| {
                change.put(&experiment)
            })?;
        self.experiments_view(&rooms, self.words.text("experiment-started", &[]))
    }

    /// See [`crate::commands`].
    pub(crate) fn experiment_said(
        &self,
        request: ExperimentSaid,
    ) -> Result<ExperimentsView, Fault> {
        let mut rooms = self.rooms();
        let date = self.day_or_present(&rooms.diary, request.date.as_deref())?;
        let present = self.present_day(&rooms.diary)?;
        let (experiment, _) = self
            .current(&rooms.diary, present)?
            .ok_or(Fault::refused("error-experiment-none"))?;
        if !experiment.holds(date) {
            return Err(Fault::refused("error-experiment-other-day"));
        }
        if date > present {
            return Err(Fault::in_the_future());
        }
        let earlier = said_on(&rooms.diary, experiment.id, date)?;
        let day = request.done.map(|done| match &earlier {
            Some(earlier) => ExperimentDay {
                done,
                ..earlier.clone()
            },
            None => ExperimentDay {
                id: self.new_id(),
                experiment: experiment.id,
                date,
                done,
                origin: self.by_hand(self.local_instant(date, 24)),
            },
        });
        rooms
            .diary
            .change(Label::new("experiment-said"), self.now(), |change| {
                match (&day, &earlier) {
                    (Some(day), _) => change.put(day),
                    (None, Some(earlier)) => change.remove::<ExperimentDay>(earlier.id),
                    (None, None) => Ok(false),
                }
            })?;
        let message = if day.is_some() {
            "experiment-noted"
        } else {
            "experiment-not-noted"
        };
        self.experiments_view(&rooms, self.words.text(message, &[]))
    }

    /// See [`crate::commands`].
    pub(crate) fn experiment_stop(&self, _: Nothing) -> Result<ExperimentsView, Fault> {
        let mut rooms = self.rooms();
        let present = self.present_day(&rooms.diary)?;
        let (mut experiment, _) = self
            .current(&rooms.diary, present)?
            .ok_or(Fault::refused("error-experiment-none"))?;
        experiment.stopped_on = Some(present);
        rooms
            .diary
            .change(Label::new("stop-experiment"), self.now(), |change| {
                change.put(&experiment)
            })?;
        self.experiments_view(&rooms, self.words.text("experiment-stopped", &[]))
    }

    /// See [`crate::commands`].
    pub(crate) fn experiment_result(
        &self,
        request: ExperimentRequest,
    ) -> Result<ExperimentPast, Fault> {
        let rooms = self.rooms();
        let present = self.present_day(&rooms.diary)?;
        let all = self.all_experiments(&rooms.diary, present)?;
        let (experiment, phase) = match &request.id {
            Some(id) => all
                .into_iter()
                .find(|(experiment, _)| experiment.id.to_string() == *id),
            None => all
                .iter()
                .position(|(_, phase)| is_on(*phase))
                .or((!all.is_empty()).then_some(0))
                .and_then(|at| all.into_iter().nth(at)),
        }
        .ok_or(Fault::not_found("experiment"))?;
        if is_on(phase) {
            return Err(Fault::refused("error-experiment-no-result-yet"));
        }
        self.past_experiment(&rooms.diary, &experiment, phase, present)
    }

    /// See [`crate::commands`].
    pub(crate) fn experiment_remove(
        &self,
        request: ExperimentRequest,
    ) -> Result<ExperimentsView, Fault> {
        let mut rooms = self.rooms();
        let present = self.present_day(&rooms.diary)?;
        let id = request.id.ok_or(Fault::bad_input("id"))?;
        let (experiment, phase) = self
            .all_experiments(&rooms.diary, present)?
            .into_iter()
            .find(|(experiment, _)| experiment.id.to_string() == id)
            .ok_or(Fault::not_found("experiment"))?;
        if is_on(phase) {
            return Err(Fault::refused("error-experiment-still-on"));
        }
        rooms
            .diary
            .change(Label::new("remove-experiment"), self.now(), |change| {
                change.remove::<Experiment>(experiment.id)
            })?;
        self.experiments_view(&rooms, self.words.text("experiment-removed", &[]))
    }

    fn experiments_view(&self, rooms: &Rooms, text: String) -> Result<ExperimentsView, Fault> {
        let diary = &rooms.diary;
        let present = self.present_day(diary)?;
        let mut running = None;
        let mut past = Vec::new();
        for (experiment, phase) in self.all_experiments(diary, present)? {
            if running.is_none() && is_on(phase) {
                running = Some(self.running_experiment(rooms, &experiment, phase, present)?);
            } else {
                past.push(self.past_experiment(diary, &experiment, phase, present)?);
            }
        }
        Ok(ExperimentsView {
            text,
            running,
            past,
            undo_text: diary
                .can_undo()?
                .map(|label| self.about_change("undo-text", label.code())),
            redo_text: diary
                .can_redo()?
                .map(|label| self.about_change("redo-text", label.code())),
        })
    }

    /// Every experiment and where it stands, the newest first.
    fn all_experiments(
        &self,
        diary: &Diary,
        present: NaiveDate,
    ) -> Result<Vec<(Experiment, Phase)>, Fault> {
        let mut all = Vec::new();
        for experiment in diary.all::<Experiment>()? {
            let last = experiment.read_on(experiment.last_date());
            // On the date of the last answer, and then alone, it makes a difference whether it is there.
            let answered = present == last
                && material::answers(diary, experiment.watched, last, last)?.is_any(last);
            let phase = experiment.phase(present, answered);
            all.push((experiment, phase));
        }
        all.sort_by_key(|(experiment, _)| std::cmp::Reverse((experiment.date, experiment.id)));
        Ok(all)
    }

    /// The experiment that has not ended.
    fn current(
        &self,
        diary: &Diary,
        present: NaiveDate,
    ) -> Result<Option<(Experiment, Phase)>, Fault> {
        let all = self.all_experiments(diary, present)?;
        Ok(all.into_iter().find(|(_, phase)| is_on(*phase)))
    }

    /// One at a time: two would be in each other's way.
    fn refuse_a_second(&self, diary: &Diary, present: NaiveDate) -> Result<(), Fault> {
        match self.current(diary, present)? {
            Some(_) => Err(Fault::refused("error-experiment-one-at-a-time")),
            None => Ok(()),
        }
    }

    /// The experiment a request describes, with its coins still to be thrown.
    fn designed(
        &self,
        request: &ExperimentDesign,
        present: NaiveDate,
    ) -> Result<Experiment, Fault> {
        let tried = design::tried(request.tried);
        let own = match tried {
            diary::Tried::Own => Some(
                request
                    .own
                    .as_deref()
                    .map(|own| convert::short(own, LONGEST_OWN, "error-experiment-own-long"))
                    .transpose()?
                    .flatten()
                    .ok_or(Fault::refused("error-experiment-own"))?,
            ),
            _ => None,
        };
        let pace = design::pace(request.pace);
        if !is_possible(request.weeks, pace) {
            return Err(Fault::refused("error-experiment-length"));
        }
        let first_date = match request.first.as_deref() {
            Some(first) => convert::date(first, "first")?,
            None => present + Duration::days(1),
        };
        if !(1..=FIRST_DAY_WITHIN_DAYS).contains(&(first_date - present).num_days()) {
            return Err(Fault::refused("error-experiment-first"));
        }
        Ok(Experiment {
            id: self.new_id(),
            date: present,
            tried,
            own,
            part: tried
                .part()
                .or(request.part.map(design::part))
                .unwrap_or(diary::PartOfDay::Day),
            watched: design::watched(request.watched),
            weeks: request.weeks,
            pace,
            first_date,
            coins: String::new(),
            stopped_on: None,
        })
    }
}

/// Whether an experiment has not ended.
fn is_on(phase: Phase) -> bool {
    matches!(phase, Phase::Before | Phase::Running(_) | Phase::Waiting)
}

/// What was said of a day.
fn said_on(diary: &Diary, experiment: Id, date: NaiveDate) -> Result<Option<ExperimentDay>, Fault> {
    Ok(diary
        .between::<ExperimentDay>(date, date)?
        .into_iter()
        .find(|day| day.experiment == experiment))
}
