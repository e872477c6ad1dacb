//! The file a whole diary comes in: gone through piece by piece, as often as it has to be.

use std::{
    collections::BTreeMap,
    io::{self, Read},
    path::{Path, PathBuf},
};

use wane_domain::diary::{DeviceSleep, Night};
use wane_exchange::ReadError;
use wane_store::{Plain, Value};
use wane_text::Arg;

use super::{
    super::{
        open,
        preview::{device_sleep_view, night_view},
        unread,
        watch::Step,
    },
    CALLED, NAME,
};
use crate::{
    App,
    export::{
        reminders::Reminders,
        text::{self, Part, Unread},
        whole::{LeftOut, Refused},
    },
    fault::Fault,
    wire::*,
};

/// More records than this are no person's: a hundred years with forty a day.
const MAX_RECORDS: usize = 1_500_000;

/// More sleeps than this are no person's, and a preview lists every one of them.
const MAX_SLEEPS: usize = 100_000;

/// Things that others refer to, and how much may be said of them all together, in bytes.
const MAX_CALLED: usize = 20_000;
const MAX_CALLED_BYTES: usize = 16 * 1024 * 1024;

/// A file with a whole diary, of which a first look has found that it can be read to its end.
pub struct WholeFile {
    path: PathBuf,
    name: String,
    length: u64,
    unchanged: Box<dyn Fn() -> bool>,
    survey: Survey,
}

/// What a first look at it has found.
#[derive(Debug, Default)]
pub struct Survey {
    /// The user's choices, by name.
    pub settings: BTreeMap<String, String>,
    /// Reminders that can be made.
    pub reminders: Reminders,
    /// What others refer to, each with its number among all records.
    pub called: Vec<(usize, Plain)>,
    /// How much is said of these, in bytes.
    called_bytes: usize,
    /// Nights and measured sleeps, as a preview lists them.
    pub sleeps: Vec<SleepFound>,
    /// How many records there are of each kind.
    pub by_kind: BTreeMap<String, u32>,
    /// What cannot be taken in: how many of each reason.
    pub left_out: BTreeMap<LeftOut, u64>,
}

impl Survey {
    /// How many records there are.
    pub fn records(&self) -> usize {
        self.by_kind.values().map(|count| *count as usize).sum()
    }

    fn take(&mut self, part: Part, file: &str) -> Result<(), Fault> {
        match part {
            Part::Setting(name, value) => drop(self.settings.insert(name, value)),
            Part::Reminders(reminders) => self.reminders = reminders,
            Part::LeftOut(why, count) => *self.left_out.entry(why).or_default() += count,
            Part::Record(record) => return self.record(record, file),
        }
        Ok(())
    }

    fn record(&mut self, record: Plain, file: &str) -> Result<(), Fault> {
        let too_many = |max| {
            let file = file.to_owned();
            Err(Fault::from(ReadError::TooMany { file, max }))
        };
        let number = self.records();
        if number >= MAX_RECORDS {
            return too_many(MAX_RECORDS);
        }
        let night = record
            .as_record::<Night>()
            .map(|one| night_view(&one, NAME));
        let sleep = || record.as_record::<DeviceSleep>();
        let sleep = night.or_else(|| sleep().map(|one| device_sleep_view(&one, NAME)));
        self.sleeps.extend(sleep);
        if self.sleeps.len() > MAX_SLEEPS {
            return too_many(MAX_SLEEPS);
        }
        *self.by_kind.entry(record.table.to_owned()).or_default() += 1;
        if CALLED.contains(&record.table) {
            let texts = record.values.iter().map(|value| match value {
                Value::Text(text) => text.len(),
                _ => 0,
            });
            self.called_bytes += texts.sum::<usize>();
            self.called.push((number, record));
            if self.called.len() > MAX_CALLED || self.called_bytes > MAX_CALLED_BYTES {
                return too_many(MAX_CALLED);
            }
        }
        Ok(())
    }
}

impl WholeFile {
    /// What the first look has found.
    pub fn survey(&self) -> &Survey {
        &self.survey
    }

    /// Hands over every record that can be made, with its number.
    ///
    /// # Errors
    /// What `take` says; that it shall stop; that the file can no longer be read, or is another than it was.
    pub fn each_record(
        &self,
        step: &Step<'_>,
        take: &mut dyn FnMut(usize, Plain) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let (file, _) = open::plain(&self.path)?;
        let mut number = 0;
        let data = Stoppable {
            inner: file.take(self.length),
            step,
            told: None,
        };
        let read = text::each(data, |part| match part {
            Part::Record(record) => {
                number += 1;
                take(number - 1, record)
            }
            _ => Ok(()),
        });
        let read = read.map_err(|unread| match unread {
            Unread::Stopped(fault) => fault,
            _ if step.is_stopped() => Fault::cancelled(),
            // It could be read before.
            Unread::Refused(_) => self.changed(),
            Unread::Io(error) => unread::unreadable(self.name.clone(), error.kind()),
        });
        if read.is_ok() && !(self.unchanged)() {
            return Err(self.changed());
        }
        read
    }

    fn changed(&self) -> Fault {
        let file = self.name.clone();
        ReadError::Changed { file }.into()
    }
}

/// Bytes on their way, between which it may be said that it shall stop.
struct Stoppable<'s, R> {
    inner: R,
    step: &'s Step<'s>,
    /// How many were read and how many there are, if that is told.
    told: Option<(u64, u64)>,
}

impl<R: Read> Read for Stoppable<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let going = match &mut self.told {
            Some((done, total)) => {
                *done = (*done + count as u64).min(*total);
                self.step.advance(*done, *total).is_continue()
            }
            None => !self.step.is_stopped(),
        };
        if going {
            Ok(count)
        } else {
            Err(io::Error::other("stopped"))
        }
    }
}

impl App {
    /// Looks through a whole diary in a file, of which the first bytes were looked at already.
    pub(in crate::import) fn whole_file(
        &self,
        path: &Path,
        step: &Step<'_>,
    ) -> Result<WholeFile, Fault> {
        let name = open::name(path);
        let (file, metadata) = open::plain(path)?;
        let (length, limit) = (metadata.len(), wane_exchange::Settings::MAX_BYTES);
        if length > limit {
            return Err(ReadError::TooLarge {
                file: name,
                max_bytes: limit,
            }
            .into());
        }
        let mut survey = Survey::default();
        let data = Stoppable {
            inner: file.take(length),
            step,
            told: Some((0, length)),
        };
        let read = text::each(data, |part| survey.take(part, &name));
        let unchanged = Box::new(open::watch(path, &metadata));
        match read {
            Err(_) if step.is_stopped() => return Err(Fault::cancelled()),
            _ if !unchanged() => return Err(ReadError::Changed { file: name }.into()),
            Ok(()) => {}
            Err(Unread::Stopped(fault)) => return Err(fault),
            Err(Unread::Refused(refused)) => return Err(self.refused(&name, refused)),
            Err(Unread::Io(error)) => return Err(unread::unreadable(name, error.kind())),
        }
        Ok(WholeFile {
            path: path.to_owned(),
            name,
            length,
            unchanged,
            survey,
        })
    }

    fn refused(&self, name: &str, refused: Refused) -> Fault {
        let reason = match refused {
            Refused::NotWhole { line, column } => self.words.text(
                "whole-not-whole",
                &[
                    ("line", Arg::from(line as u64)),
                    ("column", Arg::from(column as u64)),
                ],
            ),
            Refused::NotOurs => self.words.text("whole-not-ours", &[]),
            Refused::Newer => self.words.text("whole-newer", &[]),
        };
        Fault::file(format!("{name}: {reason}"))
    }
}
