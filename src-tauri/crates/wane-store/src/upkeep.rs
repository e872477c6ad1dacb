//! What is looked after while the diary is open: whether it is still sound.
//!
//! The file `checked` in the diary's directory says when the diary was last examined and with what verdict.
//! Without it, or with anything else in it, the diary counts as never examined: losing it costs one check.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, SecondsFormat, Utc};

use crate::{
    DataDir, Holdings, OpenError, agree,
    diary::DIARY,
    files,
    protocol::{self, Trouble},
};

const CHECKED: &str = "checked";
const SOUND: &str = "sound";
const DAMAGED: &str = "damaged";
const SUSPECT: &str = "suspect";

/// How long a verdict stands.
const WEEK: Duration = Duration::days(7);
/// How long it takes until a diary that was found damaged, and is still in use, is examined again.
const DAY: Duration = Duration::days(1);

/// The verdict of a full check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// Nothing is wrong.
    pub sound: bool,
    /// What the diary holds; `None` when damage keeps that from being counted, and while there is no diary.
    pub holdings: Option<Holdings>,
}

impl DataDir {
    /// Examines the whole diary: every page, every index, every reference.
    ///
    /// The diary may be open and be written to meanwhile, in this process: it need not be held.
    /// A diary that is found damaged is moved aside when it is next opened, which is then told as
    /// [`OpenError::Damaged`]; until then what can be read of it can be read.
    ///
    /// # Errors
    /// When the diary could not be examined at all; that is no verdict.
    pub fn check(&self, now: DateTime<Utc>) -> Result<CheckReport, OpenError> {
        let _one_at_a_time = self.place().safekeeping();
        let report = match examine(self.path()) {
            Err(Trouble::Damage) => CheckReport {
                sound: false,
                holdings: None,
            },
            outcome => outcome.map_err(|trouble| trouble.told_as(DOING))?,
        };
        let verdict = if report.sound { SOUND } else { DAMAGED };
        let stamp = now.to_rfc3339_opts(SecondsFormat::Secs, true);
        // Should it not be noted, the next check comes sooner than it need.
        let _ = files::write(
            &path(self.path()),
            format!("{stamp} {verdict}\n").as_bytes(),
        );
        Ok(report)
    }

    /// Whether the diary should be examined: the last check is a week old, or the diary was not closed properly since,
    /// or [`DataDir::suspect`] was called.
    ///
    /// It may be asked every few seconds: it reads one line.
    ///
    /// # Errors
    /// When that line cannot be read.
    pub fn check_due(&self, now: DateTime<Utc>) -> Result<bool, OpenError> {
        let failed = |error| OpenError::from_io(DOING, &error);
        let there = files::size(&self.path().join(DIARY.file)).map_err(failed)?;
        if there.unwrap_or(0) == 0 {
            return Ok(false);
        }
        let line = files::read(&path(self.path())).map_err(failed)?;
        Ok(match line.as_deref().and_then(parse) {
            Some((at, sound)) => {
                let stands = if sound { WEEK } else { DAY };
                // A check of the future was made while the clock was wrong, and tells nothing.
                !(at..at + stands).contains(&now)
            }
            None => true,
        })
    }

    /// Notes that something of the diary could not be read ([`Error::Damaged`]): a check is due,
    /// and the next open examines the whole file, however large it is.
    ///
    /// What a change runs into is noted by itself; whoever only reads has to call this.
    ///
    /// # Errors
    /// When it cannot be noted.
    pub fn suspect(&self) -> Result<(), OpenError> {
        note_suspicion(self.path()).map_err(|error| OpenError::from_io(DOING, &error))
    }
}

/// What goes wrong here is told as this.
const DOING: &str = "check the diary";

fn examine(dir: &Path) -> Result<CheckReport, Trouble> {
    let Some(conn) = protocol::read(dir, &DIARY)? else {
        return Ok(CheckReport {
            sound: true,
            holdings: None,
        });
    };
    let sqlite = Trouble::from_sqlite(DOING);
    // In one snapshot: whoever saves meanwhile is not seen by half.
    let snapshot = conn.unchecked_transaction().map_err(&sqlite)?;
    let sound = agree::is_sound_throughout(&snapshot, &DIARY).map_err(&sqlite)?;
    Ok(CheckReport {
        sound,
        holdings: Holdings::of(&snapshot).ok(),
    })
}

fn path(dir: &Path) -> PathBuf {
    dir.join(CHECKED)
}

fn parse(line: &[u8]) -> Option<(DateTime<Utc>, bool)> {
    let (stamp, verdict) = std::str::from_utf8(line).ok()?.trim_end().split_once(' ')?;
    let at = DateTime::parse_from_rfc3339(stamp)
        .ok()?
        .with_timezone(&Utc);
    match verdict {
        SOUND => Some((at, true)),
        DAMAGED => Some((at, false)),
        _ => None,
    }
}

/// Whether the last check found damage, or something has been found since.
pub(crate) fn is_suspect(dir: &Path) -> bool {
    let line = files::read(&path(dir)).ok().flatten();
    line.is_some_and(|line| {
        line.starts_with(SUSPECT.as_bytes()) || parse(&line).is_some_and(|(_, sound)| !sound)
    })
}

/// Notes that something could not be read.
pub(crate) fn note_suspicion(dir: &Path) -> std::io::Result<()> {
    files::write(&path(dir), SUSPECT.as_bytes())
}

/// Forgets the last verdict: it was about another file, or the diary was not closed properly since.
pub(crate) fn forget(dir: &Path) {
    // Should it stay, the next check comes a few days later.
    let _ = files::remove(&path(dir));
}
