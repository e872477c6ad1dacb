//! Backups: copies that were compared with the original before they got their names.

mod copy;
mod name;
mod rotation;
pub(crate) mod verify;

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{MutexGuard, PoisonError},
};

use chrono::{DateTime, Duration, SubsecRound as _, Utc};
use rusqlite::Connection;

use crate::{
    DataDir, Holdings, OpenError,
    connection::{self, Use},
    contents::{self, Mark},
    data_dir::Place,
    diary::DIARY,
    files,
    gate::Gate,
    protocol::{self, Spec},
    upkeep,
};
use copy::{from_io, from_sqlite};
use name::Name;

/// The folder of the backups within the diary's directory.
const FOLDER: &str = "backups";
/// How old the newest backup may become while there are changes it does not hold.
const DAY: Duration = Duration::days(1);
/// How long it takes until a daily backup that could not be made is tried again.
const PATIENCE: Duration = Duration::hours(1);

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Once a day, if something changed.
    Daily,
    /// The user asked.
    ByHand,
    /// Before an import.
    Import,
    /// Before another copy took the diary's place.
    Restore,
    /// Before a newer version changed the schema.
    Upgrade,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Reason; 5] = [
        Reason::Daily,
        Reason::ByHand,
        Reason::Import,
        Reason::Restore,
        Reason::Upgrade,
    ];

    /// A stable code: `daily`, `by-hand`, `import`, `restore`, `upgrade`.
    pub const fn code(self) -> &'static str {
        match self {
            Reason::Daily => "daily",
            Reason::ByHand => "by-hand",
            Reason::Import => "import",
            Reason::Restore => "restore",
            Reason::Upgrade => "upgrade",
        }
    }
}

/// A backup that lies in `backups/`: a copy that was compared with the original before it got its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The file's name within `backups/`.
    pub name: String,
    /// When it was made, to the second.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: Reason,
    /// Schema number of the copy.
    pub schema: u32,
    /// Size of the file in bytes.
    pub bytes: u64,
}

/// What is known about the backups without looking.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// Nothing is due from the first instant up to the second.
    quiet: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// The newest backup held everything when this many changes had been saved.
    unchanged_at: Option<u64>,
}

impl DataDir {
    /// Makes a backup of the diary and compares it with the diary, byte for byte, before it counts as one;
    /// then removes those that are no longer kept: everything of the last two days is, and then
    /// the newest of each of 7 days, 8 weeks and 12 months, counting only those that have one.
    ///
    /// The diary may be open and be written to meanwhile, in this process: it need not be held.
    /// Not to be called from within a change.
    ///
    /// When the diary is exactly what its newest backup holds, no second one is made:
    /// `None` for [`Reason::Daily`]; else that backup is read to its end, compared with the diary, and returned.
    /// `None` too when there is no diary yet.
    ///
    /// # Errors
    /// [`OpenError::Full`] and whatever else kept the copy from being made; the backups there were are all still there.
    /// When only an old backup could not be removed, that is no error: the next one tries again.
    pub fn back_up(&self, reason: Reason, now: DateTime<Utc>) -> Result<Option<Backup>, OpenError> {
        let _one_at_a_time = self.place().safekeeping();
        let made = make(self.place(), reason, now, None);
        if made.is_err() && reason == Reason::Daily {
            self.place().known().quiet = Some((now, now + PATIENCE));
        }
        if let Err(OpenError::Io { .. }) = made {
            // The diary may be why.
            upkeep::forget(self.path());
        }
        made
    }

    /// The backups of the diary, newest first, as their names tell.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn backups(&self) -> Result<Vec<Backup>, OpenError> {
        list(self.path(), &DIARY)
    }

    /// Whether a [`Reason::Daily`] backup is due: something has changed, and the newest backup is older than a day.
    ///
    /// It may be asked every few seconds: mostly it answers from memory, and else at the cost of listing one folder
    /// and looking into two files. After a daily backup that could not be made it waits an hour.
    ///
    /// # Errors
    /// When the folder or the diary cannot be read.
    pub fn backup_due(&self, now: DateTime<Utc>) -> Result<bool, OpenError> {
        let place = self.place();
        let changes = place.changes();
        {
            let known = place.known();
            let quiet = known
                .quiet
                .is_some_and(|(from, until)| (from..until).contains(&now));
            if quiet || known.unchanged_at == Some(changes) {
                return Ok(false);
            }
        }
        // Whoever holds this is making a backup, or restoring one.
        let Some(_one_at_a_time) = place.try_safekeeping() else {
            return Ok(false);
        };
        let backups = list(place.dir(), &DIARY)?;
        if let Some(newest) = newest_until(&backups, now)
            && now - newest.at < DAY
        {
            place.known().quiet = Some((newest.at, newest.at + DAY));
            return Ok(false);
        }
        let Some((_, mark)) = read_diary(place)? else {
            return Ok(false);
        };
        let held = mark.is_blank() && backups.is_empty()
            || holder_of(place, &mark, &backups, now).is_some();
        if held {
            place.known().unchanged_at = Some(changes);
        }
        Ok(!held)
    }

    /// Reads a backup from its beginning to its end, and tells what it holds.
    ///
    /// It is not trusted: a file that was put there by somebody is refused if anything in its schema is not ours.
    ///
    /// # Errors
    /// [`OpenError::NoSuchBackup`]; [`OpenError::UnsoundBackup`] with what is wrong with it;
    /// [`OpenError::Newer`] for one that a newer version made; else as the system says.
    pub fn verify_backup(&self, name: &str) -> Result<Holdings, OpenError> {
        let _one_at_a_time = self.place().safekeeping();
        let (_, path) = find(self.path(), name)?;
        Ok(verify::verify(&path, &DIARY)?.holdings)
    }
}

impl Place {
    fn known(&self) -> MutexGuard<'_, Known> {
        // Each field is whole after any panic.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets what was known, because the diary is another now.
    pub(crate) fn forget_backups(&self) {
        *self.known() = Known::default();
    }
}

/// Copies a database to `backups/` before its schema is changed; `conn` is the only one that has it open.
pub(crate) fn before_upgrade(
    conn: &Connection,
    dir: &Path,
    spec: &Spec,
    now: DateTime<Utc>,
) -> Result<(), OpenError> {
    let mark = Mark::of(conn, spec).map_err(from_sqlite)?;
    let newest = list(dir, spec)?.into_iter().next();
    if let Some(newest) = newest.filter(|newest| newest.reason == Reason::Upgrade)
        && mark.is_some()
        && still_holds(conn, spec, &folder(dir).join(&newest.name))
    {
        return Ok(());
    }
    // Nobody else can save while a file is being opened.
    let gate = Gate::default();
    let original = Original {
        conn,
        gate: &gate,
        dir,
        spec,
    };
    original.back_up(Reason::Upgrade, now, None).map(drop)
}

/// [`DataDir::back_up`], for whoever holds the right to do so; the backup called `spare` is not removed.
pub(crate) fn make(
    place: &Place,
    reason: Reason,
    now: DateTime<Utc>,
    spare: Option<&str>,
) -> Result<Option<Backup>, OpenError> {
    let changes = place.changes();
    let Some((conn, mark)) = read_diary(place)? else {
        return Ok(None);
    };
    let backups = list(place.dir(), &DIARY)?;
    if reason == Reason::Daily && mark.is_blank() && backups.is_empty() {
        return Ok(None);
    }
    let holder = holder_of(place, &mark, &backups, now)
        // One made before an upgrade is kept longer than others.
        .filter(|holder| reason != Reason::Upgrade || holder.reason == Reason::Upgrade);
    let made = match holder {
        Some(_) if reason == Reason::Daily => None,
        Some(holder) if still_holds(&conn, &DIARY, &folder(place.dir()).join(&holder.name)) => {
            Some(holder.clone())
        }
        _ => {
            let original = Original {
                conn: &conn,
                gate: &place.gate,
                dir: place.dir(),
                spec: &DIARY,
            };
            Some(original.back_up(reason, now, spare)?)
        }
    };
    let mut known = place.known();
    known.unchanged_at = Some(changes);
    known.quiet = None;
    Ok(made)
}

/// A connection of its own to the diary, and how far the diary has come; `None` when there is no diary yet.
fn read_diary(place: &Place) -> Result<Option<(Connection, Mark)>, OpenError> {
    let read =
        protocol::read(place.dir(), &DIARY).map_err(|trouble| trouble.told_as(copy::DOING))?;
    let Some(conn) = read else {
        return Ok(None);
    };
    let mark = Mark::of(&conn, &DIARY).map_err(from_sqlite)?;
    Ok(mark.map(|mark| (conn, mark)))
}

/// A backup that holds the diary as it is now, going by the marks: the newest one, or,
/// when the clock was once ahead, the newest that is not of the future.
fn holder_of<'b>(
    place: &Place,
    mark: &Mark,
    backups: &'b [Backup],
    now: DateTime<Utc>,
) -> Option<&'b Backup> {
    let candidates: BTreeSet<_> = [newest_until(backups, now), backups.first()]
        .into_iter()
        .flatten()
        .map(|backup| &backup.name)
        .collect();
    backups.iter().find(|backup| {
        candidates.contains(&backup.name)
            && mark_of_backup(place, backup).is_some_and(|held| held == *mark)
    })
}

fn newest_until(backups: &[Backup], now: DateTime<Utc>) -> Option<&Backup> {
    backups.iter().find(|backup| backup.at <= now)
}

/// `None` for a backup that cannot be read.
fn mark_of_backup(place: &Place, backup: &Backup) -> Option<Mark> {
    let conn = connection::open(&folder(place.dir()).join(&backup.name), Use::Look).ok()?;
    Mark::of(&conn, &DIARY).ok().flatten()
}

/// Whether the backup is sound and holds exactly what the diary holds.
fn still_holds(diary: &Connection, spec: &Spec, backup: &Path) -> bool {
    verify::verify(backup, spec).is_ok_and(|backup| {
        contents::digest(&backup.conn)
            .is_ok_and(|held| contents::digest(diary).is_ok_and(|now| now == held))
    })
}

/// A database that is to be backed up.
struct Original<'o> {
    conn: &'o Connection,
    /// Where whoever saves comes in.
    gate: &'o Gate,
    dir: &'o Path,
    spec: &'o Spec,
}

impl Original<'_> {
    fn back_up(
        &self,
        reason: Reason,
        now: DateTime<Utc>,
        spare: Option<&str>,
    ) -> Result<Backup, OpenError> {
        let folder = folder(self.dir);
        files::own_dir(&folder)
            .map_err(|error| OpenError::from_io("make the folder for backups", &error))?;
        copy::remove_partial_copies(&folder).map_err(from_io)?;
        let name = self.free_name(reason, now)?;
        let file_name = name.of(self.spec);
        let path = folder.join(&file_name);
        copy::verified_copy(self.conn, self.gate, self.spec, &path)?;
        remove_superfluous(self.dir, self.spec, &[Some(&file_name), spare]);
        Ok(Backup {
            name: file_name,
            at: name.at,
            reason,
            schema: name.schema,
            bytes: files::size(&path).map_err(from_io)?.unwrap_or(0),
        })
    }

    /// A name that no file bears yet.
    fn free_name(&self, reason: Reason, now: DateTime<Utc>) -> Result<Name, OpenError> {
        let taken: BTreeSet<String> = files::names_in(&folder(self.dir))
            .map_err(from_io)?
            .into_iter()
            .collect();
        let mut name = Name {
            at: now.trunc_subsecs(0),
            reason,
            schema: protocol::schema_number(self.conn).map_err(from_sqlite)?,
            nth: 1,
        };
        while taken.contains(&name.of(self.spec)) {
            name.nth += 1;
        }
        Ok(name)
    }
}

/// Removes what is no longer kept, except for those named; what cannot be removed stays until the next time.
fn remove_superfluous(dir: &Path, spec: &Spec, spare: &[Option<&str>]) {
    let Ok(backups) = list(dir, spec) else {
        return;
    };
    let all: Vec<rotation::Kept> = backups
        .into_iter()
        .map(|backup| rotation::Kept {
            at: backup.at,
            name: backup.name,
            upgrade: backup.reason == Reason::Upgrade,
        })
        .collect();
    let kept = rotation::keep(&all);
    for backup in all {
        if !kept.contains(&backup.name) && !spare.contains(&Some(backup.name.as_str())) {
            let _ = files::remove(&folder(dir).join(&backup.name));
        }
    }
}

/// The backups of that database, newest first.
pub(crate) fn list(dir: &Path, spec: &Spec) -> Result<Vec<Backup>, OpenError> {
    let failed = |error| OpenError::from_io("list the backups", &error);
    let mut found = Vec::new();
    for file_name in files::names_in(&folder(dir)).map_err(failed)? {
        let Some(name) = Name::parse(spec, &file_name) else {
            continue;
        };
        // One that has just been removed by somebody is not there; a directory of that name is none of ours.
        let Ok(Some(bytes)) = files::size(&folder(dir).join(&file_name)) else {
            continue;
        };
        found.push((name.at, name.nth, file_name, name, bytes));
    }
    found.sort_by(|a, b| (b.0, b.1, &b.2).cmp(&(a.0, a.1, &a.2)));
    Ok(found
        .into_iter()
        .map(|(at, _, file_name, name, bytes)| Backup {
            name: file_name,
            at,
            reason: name.reason,
            schema: name.schema,
            bytes,
        })
        .collect())
}

/// The backup of that name, and where it lies.
pub(crate) fn find(dir: &Path, name: &str) -> Result<(Backup, PathBuf), OpenError> {
    let found = list(dir, &DIARY)?
        .into_iter()
        .find(|backup| backup.name == name)
        .ok_or(OpenError::NoSuchBackup)?;
    let path = folder(dir).join(&found.name);
    Ok((found, path))
}

fn folder(dir: &Path) -> PathBuf {
    dir.join(FOLDER)
}
