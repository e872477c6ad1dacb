//! What is done to a diary while something breaks.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Duration, NaiveDate, TimeZone as _, Utc};
use chrono_tz::Europe::London;
use wane_domain::{
    Id, Moment,
    diary::{DayEntry, Night, Note, Occasion, Origin, PainRating},
    scale::{Arousal, Quality, Rating},
};
use wane_store::{Change, DataDir, Diary, Error, Label, OpenError, Reason};

/// One thing that is done to a diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Opens the directory and the diary, making or upgrading what has to be.
    Open,
    /// Closes both.
    Close,
    /// Saves what is asked on the `n`-th morning.
    Save(u16),
    /// Wrong on purpose: the same in two changes.
    SaveInHalves(u16),
    /// Wrong on purpose: the same, whatever comes of it.
    SaveAndHope(u16),
    /// Takes the last change back.
    Undo,
    /// Brings it back again.
    Redo,
    /// Saves as many records as a file of several years brings, in one change.
    Import(u16),
    /// Makes a backup.
    BackUp,
    /// Puts the oldest backup in the diary's place.
    Restore,
    /// Brings back what can be of the diary that was moved aside last.
    Recover,
    /// Examines the whole diary.
    Check,
    /// Restores the newest backup for practice.
    Rehearse,
    /// Sets the reserve aside.
    KeepReserve,
}

/// Why a deed was not done.
#[derive(Debug)]
pub enum Refusal {
    /// Reading or saving.
    Store(Error),
    /// Opening, and whatever is done to whole files.
    Open(OpenError),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Refusal {
        Refusal::Store(error)
    }
}

impl From<OpenError> for Refusal {
    fn from(error: OpenError) -> Refusal {
        Refusal::Open(error)
    }
}

impl Refusal {
    /// Whether the disk failed in a way after which only reading again tells what is there.
    pub fn leaves_doubt(&self) -> bool {
        matches!(
            self,
            Refusal::Store(Error::Io { .. } | Error::Stopped) | Refusal::Open(OpenError::Io { .. })
        )
    }
}

/// A directory, and what is open in it.
#[derive(Debug)]
pub struct Hands {
    root: PathBuf,
    dir: Option<DataDir>,
    diary: Option<Diary>,
    /// Minutes since the beginning; every deed takes one.
    clock: i64,
}

impl Hands {
    /// Nothing is open yet. The clock stands at `clock` minutes after the beginning of the world.
    pub fn on(root: &Path, clock: i64) -> Hands {
        Hands {
            root: root.to_owned(),
            dir: None,
            diary: None,
            clock,
        }
    }

    /// Does one thing.
    ///
    /// # Errors
    /// Why it was not done.
    pub fn act(&mut self, deed: Deed) -> Result<(), Refusal> {
        self.clock += 1;
        let now = at(self.clock);
        match deed {
            Deed::Open => {
                let dir = DataDir::open(&self.root)?;
                self.diary = Some(dir.diary(now, device())?);
                self.dir = Some(dir);
            }
            Deed::Close => {
                self.diary = None;
                self.dir = None;
            }
            Deed::Save(n) => {
                self.diary()?
                    .change(Label::SAVE_MORNING, now, |change| put_morning(change, n))?;
            }
            Deed::SaveInHalves(n) => {
                let diary = self.diary()?;
                diary.change(Label::SAVE_MORNING, now, |change| put_night(change, n))?;
                diary.change(Label::SAVE_MORNING, now, |change| {
                    put_rest_of_morning(change, n)
                })?;
            }
            Deed::SaveAndHope(n) => {
                let diary = self.diary()?;
                let _ = diary.change(Label::SAVE_MORNING, now, |change| put_morning(change, n));
            }
            Deed::Undo => {
                self.diary()?.undo(now)?;
            }
            Deed::Redo => {
                self.diary()?.redo(now)?;
            }
            Deed::Import(records) => {
                self.diary()?
                    .change(Label::IMPORT, now, |change| put_import(change, records))?;
            }
            Deed::BackUp => {
                self.dir()?.back_up(Reason::ByHand, now)?;
            }
            Deed::Restore => {
                let oldest = self.dir()?.backups()?.pop();
                let name = oldest.map(|backup| backup.name).unwrap_or_default();
                self.diary()?.restore_backup(&name, now)?;
            }
            Deed::Recover => {
                let newest = self.dir()?.damaged()?.into_iter().next();
                self.diary()?.recover(&newest.unwrap_or_default(), now)?;
            }
            Deed::Check => {
                let report = self.dir()?.check(now)?;
                if !report.sound {
                    return Err(Error::Damaged.into());
                }
            }
            Deed::Rehearse => {
                self.dir()?.rehearse(now)?;
            }
            Deed::KeepReserve => {
                self.dir()?.keep_reserve()?;
            }
        }
        Ok(())
    }

    /// Does several things on a disk that is well.
    ///
    /// # Panics
    /// When one of them is refused: nothing can be tested then.
    pub fn all(&mut self, deeds: &[Deed]) {
        for deed in deeds {
            if let Err(refusal) = self.act(*deed) {
                panic!("{deed:?} was refused on a sound disk: {refusal:?}");
            }
        }
    }

    /// What the clock says.
    pub fn now(&self) -> DateTime<Utc> {
        at(self.clock)
    }

    /// Sets the clock, in minutes since the beginning of the world.
    pub fn set_clock(&mut self, clock: i64) {
        self.clock = clock;
    }

    /// The diary.
    ///
    /// # Errors
    /// [`Error::Stopped`] when none is open.
    pub fn diary(&mut self) -> Result<&mut Diary, Error> {
        self.diary.as_mut().ok_or(Error::Stopped)
    }

    /// The directory.
    ///
    /// # Errors
    /// [`Error::Stopped`] when none is open.
    pub fn dir(&self) -> Result<&DataDir, Error> {
        self.dir.as_ref().ok_or(Error::Stopped)
    }
}

/// The instant `minute` minutes after the beginning of the world.
pub fn at(minute: i64) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 29, 7, 0, 0)
        .single()
        .expect("a real instant")
        + Duration::minutes(minute)
}

/// The `n`-th name of a kind.
fn id(kind: u8, n: u16) -> Id {
    let [high, low] = n.to_be_bytes();
    Id::new(at(i64::from(n)), [kind, 0, 0, 0, 0, 0, 0, 0, high, low])
}

/// The name of this installation.
pub fn device() -> Id {
    id(255, 1)
}

/// The `n`-th day.
pub fn day(n: u16) -> NaiveDate {
    NaiveDate::default() + Duration::days(i64::from(n) + 20_000)
}

fn origin(source: Option<(&str, u16)>) -> Origin {
    Origin {
        source: source.map(|(name, _)| name.to_owned()),
        source_key: source.map(|(_, n)| n.to_string()),
        entered_at: at(0),
        recalled: false,
    }
}

/// A night, a rating and a day's entry; the number can be read from each of them.
pub(crate) fn put_morning(change: &mut Change<'_>, n: u16) -> Result<(), Error> {
    put_night(change, n)?;
    put_rest_of_morning(change, n)
}

pub(crate) fn put_night(change: &mut Change<'_>, n: u16) -> Result<(), Error> {
    let moment = |hours| {
        let evening = day(n).and_time(chrono::NaiveTime::MIN).and_utc() + Duration::hours(22);
        Some(Moment::new(evening + Duration::hours(hours), London))
    };
    change.put(&Night {
        id: id(1, n),
        wake_date: day(n + 1),
        bed: moment(0),
        lights_out: moment(1),
        sol_min: Some(n),
        nwak: Some(2),
        waso_min: Some(0),
        final_wake: moment(8),
        tasafa_min: None,
        out_of_bed: moment(9),
        quality: Quality::new(4).ok(),
        origin: origin(None),
    })?;
    Ok(())
}

pub(crate) fn put_rest_of_morning(change: &mut Change<'_>, n: u16) -> Result<(), Error> {
    change.put(&rating(2, n, Occasion::Morning, None))?;
    change.put(&DayEntry {
        id: id(3, n),
        date: day(n + 1),
        arousal: Arousal::new(1).ok(),
        mattered: Some(n.to_string()),
        rough: true,
        origin: origin(None),
    })?;
    Ok(())
}

fn rating(kind: u8, n: u16, occasion: Occasion, source: Option<(&str, u16)>) -> PainRating {
    PainRating {
        id: id(kind, n),
        date: day(n + 1),
        occasion,
        pain: None,
        rating: Rating::new(u8::try_from(n % 11).expect("below 11")).expect("on the scale"),
        origin: origin(source),
    }
}

/// Notes and ratings under the keys of their source.
fn put_import(change: &mut Change<'_>, records: u16) -> Result<(), Error> {
    for n in 0..records / 2 {
        put_page(change, n)?;
    }
    Ok(())
}

/// One page of an import.
pub(crate) fn put_page(change: &mut Change<'_>, n: u16) -> Result<(), Error> {
    let source = Some(("wane-csv", n));
    change.put(&Note {
        id: id(4, n),
        date: day(n),
        text: format!("what was written down elsewhere, page {n}"),
        origin: origin(source),
    })?;
    change.put(&rating(5, n, Occasion::Evening, source))?;
    Ok(())
}

/// The numbers of the mornings in a diary.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Mornings {
    /// All three records are there.
    pub whole: BTreeSet<u16>,
    /// How many have some of the three and lack others.
    pub torn: usize,
}

impl Mornings {
    /// Reads them.
    ///
    /// # Errors
    /// As reading a diary does.
    pub fn of(diary: &Diary) -> Result<Mornings, Error> {
        let nights: BTreeSet<u16> = diary
            .all::<Night>()?
            .iter()
            .filter_map(|night| night.sol_min)
            .collect();
        let entries: BTreeSet<u16> = diary
            .all::<DayEntry>()?
            .iter()
            .filter_map(|entry| entry.mattered.as_ref()?.parse().ok())
            .collect();
        let ratings = diary.all::<PainRating>()?;
        let has_rating = |n: &u16| ratings.iter().any(|rating| rating.id == id(2, *n));
        let all: BTreeSet<u16> = nights.union(&entries).copied().collect();
        let whole: BTreeSet<u16> = nights
            .intersection(&entries)
            .copied()
            .filter(has_rating)
            .collect();
        Ok(Mornings {
            torn: all.len() - whole.len(),
            whole,
        })
    }
}
