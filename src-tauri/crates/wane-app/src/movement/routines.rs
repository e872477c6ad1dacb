//! Routines, ready-made and the person's own; a routine that was done is a session like any other.

use std::collections::BTreeSet;

use wane_domain::{
    diary::{Dose, Routine},
    movement::routine::{Amount, NoRoutine, READY_MADE, Step, Steps, ready_made},
};
use wane_store::{Diary, Label};
use wane_text::Arg;

use super::{library::not_for_me, record};
use crate::{App, app::Rooms, convert, fault::Fault, track, wire::*};

/// The most routines of one's own.
const MOST: usize = 40;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn routines(&self, _: Nothing) -> Result<RoutinesView, Fault> {
        self.routines_view(&self.rooms(), None)
    }

    /// See [`crate::commands`].
    pub(crate) fn routine(&self, request: RoutineRequest) -> Result<RoutineView, Fault> {
        self.routine_of(&self.rooms().diary, &request.key)
    }

    /// See [`crate::commands`].
    pub(crate) fn save_routine(&self, request: SaveRoutine) -> Result<RoutinesView, Fault> {
        let name = track::a_name(&request.name)?;
        let steps = request
            .steps
            .iter()
            .map(step_from)
            .collect::<Result<Vec<_>, _>>()
            .and_then(Steps::new)
            .map_err(no_routine)?;
        let mut rooms = self.rooms();
        let earlier: Option<Routine> = match request.id.as_deref() {
            Some(id) => Some(record(&rooms.diary, id)?),
            None => None,
        };
        let own = earlier.as_ref().map(|routine| routine.id);
        let all = rooms.diary.all::<Routine>()?;
        if own.is_none() && all.len() >= MOST {
            return Err(Fault::beyond("error-routines-full", MOST));
        }
        let is_taken =
            |other: &Routine| Some(other.id) != own && track::same_name(&other.name, &name);
        if all.iter().any(is_taken) {
            return Err(Fault::refused("error-name-taken"));
        }
        let routine = Routine {
            id: own.unwrap_or_else(|| self.new_id()),
            name,
            steps,
        };
        rooms
            .diary
            .change(Label::new("save-routine"), self.now(), |change| {
                change.put(&routine)
            })?;
        self.routines_view(&rooms, Some("routine-saved"))
    }

    /// See [`crate::commands`].
    pub(crate) fn remove_routine(&self, request: RoutineRequest) -> Result<RoutinesView, Fault> {
        let mut rooms = self.rooms();
        let routine: Routine = record(&rooms.diary, &request.key)?;
        rooms
            .diary
            .change(Label::new("remove-routine"), self.now(), |change| {
                change.remove::<Routine>(routine.id)
            })?;
        self.routines_view(&rooms, Some("routine-removed"))
    }

    /// See [`crate::commands`].
    pub(crate) fn routine_done(&self, request: RoutineDone) -> Result<MovementSaved, Fault> {
        let minutes = convert::minutes(Some(request.minutes.max(1)), "minutes")?;
        let mut rooms = self.rooms();
        let name = self.routine_of(&rooms.diary, &request.key)?.name;
        let start = self.begun(minutes);
        let dose = Dose {
            id: self.new_id(),
            date: self.loggable(&rooms.diary, None)?,
            start: Some(start),
            kind: Some(name),
            minutes,
            effort: None,
            felt: None,
            origin: self.by_hand(start.instant),
        };
        self.write_dose(&mut rooms, &dose, "routine-done", "routine-noted")
    }

    /// Every routine to choose from, the person's own first.
    pub(crate) fn routine_choices(&self, diary: &Diary) -> Result<Vec<RoutineChoice>, Fault> {
        let aside = not_for_me(diary)?;
        let own = diary.all::<Routine>()?;
        let own = own.iter().map(|routine| self.own_view(routine, &aside));
        let ready = READY_MADE
            .iter()
            .map(|ready| self.ready_view(ready.code, ready.steps, &aside));
        Ok(own
            .chain(ready)
            .map(|routine| RoutineChoice {
                key: routine.key,
                name: routine.name,
                minutes: routine.minutes,
            })
            .collect())
    }

    fn routines_view(&self, rooms: &Rooms, said: Option<&str>) -> Result<RoutinesView, Fault> {
        let aside = not_for_me(&rooms.diary)?;
        let own = rooms.diary.all::<Routine>()?;
        let own = own.iter().map(|routine| self.own_view(routine, &aside));
        let ready = READY_MADE
            .iter()
            .map(|ready| self.ready_view(ready.code, ready.steps, &aside));
        let (undo_text, redo_text) = self.turns(&rooms.diary)?;
        Ok(RoutinesView {
            routines: own.chain(ready).collect(),
            said: said.map(|id| self.words.text(id, &[])),
            undo_text,
            redo_text,
        })
    }

    /// One routine by its key, ready to be played.
    pub(crate) fn routine_of(&self, diary: &Diary, key: &str) -> Result<RoutineView, Fault> {
        let aside = not_for_me(diary)?;
        if let Some(ready) = ready_made(key) {
            return Ok(self.ready_view(ready.code, ready.steps, &aside));
        }
        let routine: Routine = record(diary, key)?;
        Ok(self.own_view(&routine, &aside))
    }

    fn own_view(&self, routine: &Routine, aside: &BTreeSet<String>) -> RoutineView {
        let steps: Vec<Step> = routine.steps.iter().copied().collect();
        self.routine_view(
            routine.id.to_string(),
            true,
            routine.name.clone(),
            &steps,
            aside,
        )
    }

    fn ready_view(&self, code: &str, steps: &[Step], aside: &BTreeSet<String>) -> RoutineView {
        let name = self.words.text(&format!("routine-{code}"), &[]);
        self.routine_view(code.to_owned(), false, name, steps, aside)
    }

    fn routine_view(
        &self,
        key: String,
        own: bool,
        name: String,
        steps: &[Step],
        aside: &BTreeSet<String>,
    ) -> RoutineView {
        let shown = steps.iter().filter(|step| !aside.contains(step.movement));
        let played: Vec<Step> = shown.copied().collect();
        let count = played.len();
        let minutes = Steps::new(played).map_or(0, |steps| steps.minutes());
        RoutineView {
            key,
            own,
            name,
            text: self.words.text(
                "routine-about",
                &[
                    ("length", Arg::from(self.words.duration(f64::from(minutes)))),
                    ("count", Arg::from(count as u64)),
                ],
            ),
            minutes,
            steps: steps
                .iter()
                .map(|step| self.step_view(step, aside.contains(step.movement)))
                .collect(),
        }
    }

    fn step_view(&self, step: &Step, hidden: bool) -> StepView {
        let said = self.said_of(step.movement);
        let (id, n, minutes, times) = match step.amount {
            Amount::Minutes(n) => ("step-minutes", n, Some(n), None),
            Amount::Times(n) => ("step-times", n, None, Some(n)),
        };
        StepView {
            movement: step.movement.to_owned(),
            name: said.name,
            amount_text: self.words.text(id, &[("count", Arg::from(u64::from(n)))]),
            seconds: step.seconds(),
            minutes,
            times,
            steps: said.steps,
            breath: said.breath,
            ease: said.ease,
            picture: said.picture,
            hidden,
        }
    }
}

fn step_from(fields: &StepFields) -> Result<Step, NoRoutine> {
    let amount = match (fields.minutes, fields.times) {
        (Some(n), None) => Amount::Minutes(n),
        (None, Some(n)) => Amount::Times(n),
        _ => return Err(NoRoutine::Amount),
    };
    Step::new(&fields.movement, amount)
}

fn no_routine(why: NoRoutine) -> Fault {
    match why {
        NoRoutine::UnknownMovement | NoRoutine::Form => Fault::not_found("movement"),
        NoRoutine::Amount => Fault::refused("error-routine-amount"),
        NoRoutine::Length => Fault::refused("error-routine-length"),
    }
}
