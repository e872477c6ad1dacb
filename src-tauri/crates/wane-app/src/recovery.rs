//! After damage: the store has moved the file aside, an empty diary is open in its place, and the person says what now.
//!
//! What somebody has decided about is written down in the schedule; every other folder of a damaged diary is asked about,
//! also after a restart, and also when the program ended before it could ask.

use std::path::{Path, PathBuf};

use wane_domain::Id;
use wane_store::{DataDir, Diary, OpenError, Schedule};
use wane_text::Arg;

use crate::{App, app::Rooms, fault::Fault, host::Host, wire::*};

/// The schedule's fact that lists the folders somebody has decided about, one name per line.
const DECIDED: &str = "damaged-diaries-settled";

/// Opens the person's own diary; a damaged one is moved aside by the store, and an empty one is opened in its place.
pub(crate) fn own_diary(dir: &DataDir, host: &dyn Host, device: Id) -> Result<Diary, OpenError> {
    match dir.diary(host.now(), device) {
        // The file lies aside whole; the second call begins afresh, and `Rooms::undecided` sees what lies aside.
        Err(OpenError::Damaged { .. }) => dir.diary(host.now(), device),
        other => other,
    }
}

/// Opens the schedule; a damaged one is moved aside, and reminders begin afresh.
pub(crate) fn own_schedule(dir: &DataDir, host: &dyn Host) -> Result<Schedule, OpenError> {
    match dir.schedule(host.now()) {
        Err(OpenError::Damaged { .. }) => dir.schedule(host.now()),
        other => other,
    }
}

impl Rooms {
    /// The folder of a damaged diary about which nobody has decided yet; the newest, if there are several.
    pub(crate) fn undecided(&self) -> Result<Option<PathBuf>, Fault> {
        let folders = self.dir.damaged()?;
        if folders.is_empty() {
            return Ok(None);
        }
        let decided = self.schedule.fact(DECIDED)?.unwrap_or_default();
        Ok(folders
            .into_iter()
            .find(|folder| !decided.lines().any(|name| name == name_of(folder))))
    }

    /// Writes down that everything that lies aside now has been decided about.
    fn decide(&mut self) -> Result<(), Fault> {
        let names: Vec<String> = self.dir.damaged()?.iter().map(|f| name_of(f)).collect();
        Ok(self.schedule.set_fact(DECIDED, &names.join("\n"))?)
    }
}

fn name_of(folder: &Path) -> String {
    folder
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

impl App {
    /// See [`crate::commands`].
    pub(crate) fn recover(&self, request: RecoverRequest) -> Result<Start, Fault> {
        let mut rooms = self.rooms();
        let folder = rooms
            .undecided()?
            .ok_or_else(|| Fault::not_found("damaged-diary"))?;
        match request.how {
            RecoverHow::Restore => {
                let before = self.answered(&rooms)?;
                rooms.diary.recover(&folder, self.now())?;
                self.follow_the_diary(&mut rooms, &before)?;
            }
            RecoverHow::Fresh => {}
        }
        rooms.decide()?;
        self.start_over(&mut rooms)
    }

    /// What the person should be asked before anything else, if a damaged diary waits for a decision.
    pub(crate) fn recovery(&self, rooms: &Rooms) -> Result<Option<RecoveryView>, Fault> {
        let Some(folder) = rooms.undecided()? else {
            return Ok(None);
        };
        let found = rooms.dir.look_into_damaged(&folder)?;
        let backup = match &found.backup {
            Some((backup, holdings)) => {
                let held = Arg::from(self.held(holdings));
                let at = wane_domain::Moment::new(backup.at, self.zone());
                self.words.text(
                    "recovery-backup-text",
                    &[
                        ("day", Arg::from(self.words.date_short_year(at.date()))),
                        ("time", Arg::from(self.words.clock(at.time()))),
                        ("text", held),
                    ],
                )
            }
            None => self.words.text("recovery-no-backup-text", &[]),
        };
        let line = |name: &str, text: String| NamedText {
            name: self.words.text(name, &[]),
            text,
        };
        let mut text = vec![self.words.text("recovery-text", &[])];
        if !found.complete {
            text.push(self.words.text("recovery-part", &[]));
        }
        Ok(Some(RecoveryView {
            text: text.join(" "),
            folder: folder.display().to_string(),
            lines: vec![
                line("recovery-backup", backup),
                line(
                    "recovery-salvage",
                    self.words.text(
                        "recovery-salvage-text",
                        &[("count", Arg::from(found.newer))],
                    ),
                ),
            ],
            can_restore: found.backup.is_some() || found.newer > 0,
        }))
    }

    /// Why nothing else should be done yet: a damaged diary waits for somebody to decide what becomes of it.
    ///
    /// For the command line; the window is asked with its first picture.
    pub fn waits_for_recovery(&self) -> Option<WireError> {
        let folder = self.rooms().undecided().ok()??;
        Some(Fault::undecided(&folder).to_wire())
    }
}
