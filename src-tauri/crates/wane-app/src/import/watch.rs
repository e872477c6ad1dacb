//! How far the import that is going on has come, and whether it shall stop.
//!
//! Reading tells by bytes, writing by records; between two of either the person may say that it shall stop.
//! Reading holds nothing but this, so that the window asks and answers meanwhile;
//! writing is one change of the diary, which is given up as a whole.

use std::{
    ops::ControlFlow,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use chrono::{DateTime, Utc};
use wane_text::Arg;

use crate::{App, fault::Fault, wire::*};

/// Before so many seconds have passed nobody knows how long the rest takes.
const PATIENCE_SECONDS: f64 = 3.0;

/// Nor before this part has been read.
const KNOWN_FROM: f64 = 0.02;

/// What is kept of the import that is going on.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    /// How many looks into files and imports have begun.
    begun: AtomicU64,
    /// Those that began up to this one shall stop.
    stopped: AtomicU64,
    /// The one that is going on, if one is.
    now: Mutex<Option<Going>>,
}

#[derive(Debug, Clone, Copy)]
struct Going {
    number: u64,
    phase: ImportPhase,
    since: DateTime<Utc>,
    done: u64,
    /// Nought while it is not known.
    total: u64,
}

impl Watch {
    fn now(&self) -> Option<Going> {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, going: Option<Going>) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = going;
    }
}

/// One look into files, or one import; when it is dropped nothing goes on any more.
pub(super) struct Step<'a> {
    app: &'a App,
    number: u64,
}

impl Drop for Step<'_> {
    fn drop(&mut self) {
        // A later one that began meanwhile goes on.
        if self
            .app
            .watch
            .now()
            .is_some_and(|going| going.number == self.number)
        {
            self.app.watch.set(None);
        }
    }
}

impl Step<'_> {
    /// Says that something else is being done now.
    pub(super) fn enter(&self, phase: ImportPhase) -> Result<(), Fault> {
        self.app.watch.set(Some(Going {
            number: self.number,
            phase,
            since: self.app.now(),
            done: 0,
            total: 0,
        }));
        self.go_on()
    }

    /// Says how much is done, and asks whether to go on.
    pub(super) fn advance(&self, done: u64, total: u64) -> ControlFlow<()> {
        if let Some(mut going) = self.app.watch.now()
            && going.number == self.number
        {
            (going.done, going.total) = (done, total);
            self.app.watch.set(Some(going));
        }
        match self.go_on() {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    }

    /// Whether it shall stop; nothing is told and nobody asked.
    pub(super) fn is_stopped(&self) -> bool {
        self.app.watch.stopped.load(Ordering::SeqCst) >= self.number
    }

    fn go_on(&self) -> Result<(), Fault> {
        self.app.host.import_progress(&|| self.app.how_far());
        if self.is_stopped() {
            Err(Fault::cancelled())
        } else {
            Ok(())
        }
    }
}

impl App {
    /// Begins to look into files, or to bring them in.
    pub(super) fn begin(&self) -> Step<'_> {
        let number = self.watch.begun.fetch_add(1, Ordering::SeqCst) + 1;
        Step { app: self, number }
    }

    /// See [`crate::commands`].
    pub(crate) fn import_progress(&self, _: Nothing) -> Result<ImportProgress, Fault> {
        Ok(self.how_far())
    }

    /// See [`crate::commands`].
    pub(crate) fn import_cancel(&self, _: Nothing) -> Result<Nothing, Fault> {
        let begun = self.watch.begun.load(Ordering::SeqCst);
        self.watch.stopped.store(begun, Ordering::SeqCst);
        Ok(Nothing::default())
    }

    fn how_far(&self) -> ImportProgress {
        let Some(going) = self.watch.now() else {
            return ImportProgress::default();
        };
        let part = (going.total > 0).then(|| going.done as f64 / going.total as f64);
        let elapsed = (self.now() - going.since).num_milliseconds() as f64 / 1000.0;
        let is_reading = going.phase == ImportPhase::Reading;
        let left = part
            .filter(|part| is_reading && *part >= KNOWN_FROM && elapsed >= PATIENCE_SECONDS)
            .map(|part| elapsed * (1.0 - part) / part);
        ImportProgress {
            phase: going.phase,
            part,
            text: self.words.text(
                match going.phase {
                    ImportPhase::Idle => "progress-idle",
                    ImportPhase::Reading => "progress-reading",
                    ImportPhase::Comparing => "progress-comparing",
                    ImportPhase::Writing => "progress-writing",
                },
                &[],
            ),
            left: left.map(|seconds| self.left_in_words(seconds)),
        }
    }

    /// A length that nobody knows to the second, rounded up to what can be said of it.
    fn left_in_words(&self, seconds: f64) -> String {
        if seconds <= 55.0 {
            let fives = (seconds / 5.0).ceil().max(1.0) * 5.0;
            self.words.text(
                "progress-left-seconds",
                &[("seconds", Arg::from(fives as u32))],
            )
        } else {
            let minutes = (seconds / 60.0).ceil();
            self.words.text(
                "progress-left-minutes",
                &[("minutes", Arg::from(minutes as u32))],
            )
        }
    }
}
