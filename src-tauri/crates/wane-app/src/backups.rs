//! Backups, restoring, and examining: what the store does to keep the only copy from being the only one, in words.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use wane_domain::Moment;
use wane_store::{Backup, DataDir, Holdings, OpenError, Reason};
use wane_text::Arg;

use crate::{App, fault::Fault, wire::*};

/// How many days of a restore's preview are named.
const DAYS_NAMED: usize = 100;

/// Kinds of entries in the order in which people think of them.
const KINDS: [&str; 26] = [
    "night",
    "nap",
    "awakening",
    "pain_rating",
    "day_entry",
    "note",
    "wind_down",
    "worry",
    "dose",
    "instruction",
    "light",
    "medicine_taken",
    "factor_value",
    "device_sleep",
    "interference",
    "span",
    "flare_note",
    "flare_line",
    "experiment",
    "experiment_day",
    "annotation",
    "named_pain",
    "factor",
    "medicine",
    "routine",
    "import_batch",
];

impl App {
    /// See [`crate::commands`].
    pub(crate) fn backups(&self, _: Nothing) -> Result<BackupsView, Fault> {
        self.backups_view(&self.dir(), String::new())
    }

    /// See [`crate::commands`].
    pub(crate) fn backup_now(&self, _: Nothing) -> Result<BackupsView, Fault> {
        // The diary stays free for everything else meanwhile: the store reads it over a connection of its own.
        let dir = self.dir();
        let newest = |dir: &DataDir| {
            dir.backups()
                .map(|all| all.into_iter().next().map(|b| b.name))
        };
        let before = newest(&dir)?;
        let made = dir.back_up(Reason::ByHand, self.now())?;
        let message = match made {
            Some(made) if before.as_ref() != Some(&made.name) => "backup-made",
            _ if before.is_some() => "backup-same",
            _ => "backup-none",
        };
        self.backups_view(&dir, self.words.text(message, &[]))
    }

    /// See [`crate::commands`].
    pub(crate) fn backup_verify(&self, request: BackupRequest) -> Result<BackupReport, Fault> {
        let dir = self.dir();
        match dir.verify_backup(&request.name) {
            Ok(holdings) => {
                let held = ("text", Arg::from(self.held(&holdings)));
                Ok(BackupReport {
                    name: request.name,
                    sound: true,
                    text: self.words.text("backup-sound", &[held]),
                    table: self.holdings_table(&holdings),
                })
            }
            Err(OpenError::UnsoundBackup { .. }) => Ok(BackupReport {
                name: request.name,
                sound: false,
                text: self.words.text("backup-unsound", &[]),
                table: Table::default(),
            }),
            Err(other) => Err(other.into()),
        }
    }

    /// See [`crate::commands`].
    pub(crate) fn backup_rehearse(&self, _: Nothing) -> Result<BackupReport, Fault> {
        let dir = self.dir();
        if dir.backups()?.is_empty() {
            return Ok(BackupReport {
                name: String::new(),
                sound: false,
                text: self.words.text("rehearse-nothing", &[]),
                table: Table::default(),
            });
        }
        let rehearsal = dir.rehearse(self.now())?;
        let held = ("text", Arg::from(self.held(&rehearsal.holdings)));
        Ok(BackupReport {
            name: rehearsal.backup.name,
            sound: true,
            text: self.words.text("rehearsed", &[held]),
            table: self.holdings_table(&rehearsal.holdings),
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn restore_preview(&self, request: BackupRequest) -> Result<RestorePreview, Fault> {
        let rooms = self.rooms();
        if rooms.sample {
            return Err(Fault::sample_is_open());
        }
        let plan = rooms.diary.compare_with_backup(&request.name)?;
        drop(rooms);
        let same = plan.only_now.is_empty()
            && plan.only_then.is_empty()
            && plan.differing.is_empty()
            && !plan.undated_differ;
        let text = if same {
            self.words.text("restore-same", &[])
        } else {
            self.at("restore-what", plan.backup.at)
        };
        let days = |message: &str, dates: &std::collections::BTreeSet<NaiveDate>| NamedText {
            name: self.words.text(message, &[]),
            text: self.words.text(
                "restore-days-count",
                &[("count", Arg::from(dates.len() as u64))],
            ),
        };
        // Without lines there is nothing to put in place.
        let lines = if same {
            Vec::new()
        } else {
            vec![
                days("restore-days-gone", &plan.only_now),
                days("restore-days-back", &plan.only_then),
                days("restore-days-differ", &plan.differing),
            ]
        };
        let changed: std::collections::BTreeSet<NaiveDate> =
            [&plan.only_now, &plan.only_then, &plan.differing]
                .into_iter()
                .flatten()
                .copied()
                .collect();
        Ok(RestorePreview {
            name: request.name,
            text,
            lines,
            days: changed
                .iter()
                .rev()
                .take(DAYS_NAMED)
                .map(|date| self.words.date_short_year(*date))
                .collect(),
            table: self.compared(&plan.now, &plan.then),
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn restore_apply(&self, request: BackupRequest) -> Result<Start, Fault> {
        let mut rooms = self.rooms();
        if rooms.sample {
            return Err(Fault::sample_is_open());
        }
        let before = self.answered(&rooms)?;
        rooms.diary.restore_backup(&request.name, self.now())?;
        self.follow_the_diary(&mut rooms, &before)?;
        self.start_over(&mut rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn check(&self, _: Nothing) -> Result<CheckReport, Fault> {
        let dir = self.dir();
        let report = dir.check(self.now())?;
        let holdings = report.holdings.unwrap_or_default();
        let text = if report.sound {
            let held = ("text", Arg::from(self.held(&holdings)));
            self.words.text("check-sound", &[held])
        } else {
            self.words.text("check-unsound", &[])
        };
        Ok(CheckReport {
            sound: report.sound,
            text,
            table: self.holdings_table(&holdings),
        })
    }

    /// The directory of the diary that is open: the sample's while one is being looked at, for checks,
    /// else the person's own.
    fn dir(&self) -> DataDir {
        self.rooms().dir.clone()
    }

    fn backups_view(&self, dir: &DataDir, done_text: String) -> Result<BackupsView, Fault> {
        let backups = dir.backups()?;
        let text = match backups.first() {
            Some(newest) => self.at("backup-last", newest.at),
            None => self.words.text("backup-none", &[]),
        };
        Ok(BackupsView {
            text,
            folder: dir.path().join("backups").display().to_string(),
            items: backups.iter().map(|b| self.backup_view(b)).collect(),
            done_text,
        })
    }

    fn backup_view(&self, backup: &Backup) -> BackupView {
        let at = Moment::new(backup.at, self.zone());
        let why = format!("backup-reason-{}", backup.reason.code());
        BackupView {
            name: backup.name.clone(),
            text: self.words.text(
                "backup-item",
                &[
                    ("day", Arg::from(self.words.date_short_year(at.date()))),
                    ("time", Arg::from(self.words.clock(at.time()))),
                    ("why", Arg::from(self.words.text(&why, &[]))),
                    ("size", Arg::from(self.size(backup.bytes))),
                ],
            ),
            at: at.to_rfc3339(),
            reason: backup.reason.code().to_owned(),
            bytes: backup.bytes,
        }
    }

    /// A message about an instant, which it calls `$day` and `$time`.
    pub(crate) fn at(&self, message: &str, at: DateTime<Utc>) -> String {
        let at = Moment::new(at, self.zone());
        self.words.text(
            message,
            &[
                ("day", Arg::from(self.words.date_short_year(at.date()))),
                ("time", Arg::from(self.words.clock(at.time()))),
            ],
        )
    }

    fn size(&self, bytes: u64) -> String {
        // Sizes of files stay far below what a number with a fraction holds exactly.
        let bytes = bytes as f64;
        let (message, size, decimals) = if bytes < 1024.0 {
            ("size-bytes", bytes, 0)
        } else if bytes < 1024.0 * 1024.0 {
            ("size-kib", bytes / 1024.0, 0)
        } else {
            ("size-mib", bytes / 1024.0 / 1024.0, 1)
        };
        self.words.text(
            message,
            &[("size", Arg::from(self.words.number(size, decimals)))],
        )
    }

    /// "412 nights and 780 pain ratings, 3 January 2025 to 14 March 2026."
    pub(crate) fn held(&self, holdings: &Holdings) -> String {
        let count = |table: &str| holdings.counts.get(table).copied().unwrap_or(0);
        match holdings.dates {
            Some((first, last)) => self.words.text(
                "backup-holds",
                &[
                    ("nights", Arg::from(count("night"))),
                    ("ratings", Arg::from(count("pain_rating"))),
                    ("range", Arg::from(self.words.date_range(first, last))),
                ],
            ),
            None => self.words.text("backup-holds-nothing", &[]),
        }
    }

    fn holdings_table(&self, holdings: &Holdings) -> Table {
        Table {
            columns: vec![
                self.words.text("holds-kind", &[]),
                self.words.text("holds-count", &[]),
            ],
            rows: self
                .kinds(&[&holdings.counts])
                .into_iter()
                .map(|(name, counts)| [vec![name], counts].concat())
                .collect(),
        }
    }

    fn compared(&self, now: &Holdings, then: &Holdings) -> Table {
        Table {
            columns: ["holds-kind", "holds-now", "holds-then"]
                .map(|message| self.words.text(message, &[]))
                .to_vec(),
            rows: self
                .kinds(&[&now.counts, &then.counts])
                .into_iter()
                .map(|(name, counts)| [vec![name], counts].concat())
                .collect(),
        }
    }

    /// Every kind of which at least one side has something, with the counts of each side.
    fn kinds(&self, sides: &[&BTreeMap<&'static str, u64>]) -> Vec<(String, Vec<String>)> {
        KINDS
            .iter()
            .filter(|kind| sides.iter().any(|s| s.get(*kind).is_some_and(|n| *n > 0)))
            .map(|kind| {
                let name = format!("holds-{}", kind.replace('_', "-"));
                let of = |s: &BTreeMap<&'static str, u64>| s.get(kind).copied().unwrap_or(0);
                let first = sides.first().map(|s| of(s));
                let counts = sides
                    .iter()
                    .enumerate()
                    .map(|(at, s)| match first {
                        Some(first) if at > 0 => self.words.count_beside(of(s), first),
                        _ => self.words.count(of(s)),
                    })
                    .collect();
                (self.words.text(&name, &[]), counts)
            })
            .collect()
    }
}
