//! Sleeps on their way from a reader to [`Found`]: here the rules are applied, alike for every format.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, HashMap},
    rc::Rc,
};

use chrono::NaiveDate;
use chrono_tz::Tz;
use wane_domain::{
    Moment,
    diary::{OffsetCertainty, SleepKind, Stages},
};

use crate::{
    FoundDuration, FoundSleep, ReadError, WarningCode, What, Why,
    ledger::Ledger,
    rules,
    stamps::{self, Stamp},
};

/// More sleeps than this are no person's: a thousand years of nights.
pub(crate) const MAX_SLEEPS: usize = 400_000;

/// What a source says of the time in bed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum InBed {
    /// The whole interval was in bed; the vendor's own number, if it has one, is a difference of clock times.
    Interval(Option<u32>),
    /// The vendor's own minutes that passed in bed.
    Minutes(f64),
    /// Nothing; the interval is sleep.
    Unknown,
}

/// One sleep as it stands in a file.
#[derive(Debug, Clone)]
pub(crate) struct Sleep {
    /// Its name in the source, or one made from its interval.
    pub(crate) key: String,
    /// Start of the interval.
    pub(crate) start: Moment,
    /// End of the interval.
    pub(crate) end: Moment,
    /// How sure the offset is.
    pub(crate) offset: OffsetCertainty,
    /// Night or nap, if the source says so.
    pub(crate) kind: Option<SleepKind>,
    /// Minutes asleep by the vendor's count.
    pub(crate) asleep: Option<f64>,
    /// Minutes awake by the vendor's count.
    pub(crate) awake: Option<f64>,
    /// Time in bed.
    pub(crate) in_bed: InBed,
    /// Minutes per stage.
    pub(crate) stages: Stages,
    /// The date the source gives it.
    pub(crate) date: Option<NaiveDate>,
    /// Which of several devices in one file recorded it, in words that can be shown.
    pub(crate) device: Option<String>,
    /// What tells its teller from others where the device's own name does not.
    pub(crate) teller: Option<String>,
    /// The device's place in the order that the person gave them in the source; nought comes first.
    pub(crate) rank: usize,
    /// When the source last changed it, in seconds of 1970's count, if it says so.
    pub(crate) changed: Option<i64>,
    /// Counts it adds to once it is kept.
    pub(crate) counts: Vec<&'static str>,
}

impl Sleep {
    /// A sleep of which only the interval is known.
    pub(crate) fn new(key: String, start: Moment, end: Moment, offset: OffsetCertainty) -> Self {
        Sleep {
            key,
            start,
            end,
            offset,
            kind: None,
            asleep: None,
            awake: None,
            in_bed: InBed::Unknown,
            stages: Stages::default(),
            date: None,
            device: None,
            teller: None,
            rank: 0,
            changed: None,
            counts: Vec::new(),
        }
    }

    /// How long somebody slept, where the time between these stamps is a whole day and the sleep a part of it: then
    /// nobody says when it was.
    pub(crate) fn only_length(&self, start: Stamp, end: Stamp, home: Tz) -> Option<FoundDuration> {
        let asleep_min = self.asleep?;
        let is_part = asleep_min < rules::elapsed_minutes(&self.start, &self.end);
        let date = stamps::whole_day(start, end, home).filter(|date| rules::sane_date(*date));
        let date = date.filter(|_| is_part)?;
        Some(FoundDuration { date, asleep_min })
    }
}

/// Where in the files something stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The file.
    pub(crate) file: &'a str,
    /// Line of a table or place in a list, counted from 1.
    pub(crate) line: u64,
}

/// A kept sleep with what has to be settled once all are read.
struct Kept {
    sleep: FoundSleep,
    kind: Option<SleepKind>,
    teller: Option<String>,
    rank: usize,
    counts: Vec<&'static str>,
    flags: Vec<WarningCode>,
    changed: Option<i64>,
    file: Rc<str>,
    line: u64,
}

impl Kept {
    /// Whether it takes the place of another of its name: the one that the source changed last does, else as
    /// [`rules::of_one_name`] says, and if nothing else tells, the one that stands later: the parts of an archive are named
    /// by their dates.
    fn replaces(&self, there: &Kept) -> bool {
        let changed = self.changed.zip(there.changed);
        changed
            .map_or(Ordering::Equal, |(new, old)| new.cmp(&old))
            .then_with(|| rules::of_one_name(&self.sleep, &there.sleep))
            .then_with(|| (&self.file, self.line).cmp(&(&there.file, there.line)))
            .is_gt()
    }
}

/// All sleeps of one import.
#[derive(Default)]
pub(crate) struct Gathered {
    kept: Vec<Kept>,
    by_key: HashMap<String, usize>,
    seen: usize,
    file: Rc<str>,
    /// Whether one teller may tell a sleep twice, under two names.
    retold: bool,
}

impl Gathered {
    /// Of a source in which one device may tell a sleep anew with another beginning: the longer one is kept.
    pub(crate) fn retold() -> Self {
        Gathered {
            retold: true,
            ..Gathered::default()
        }
    }

    /// Counts a record that was looked at; [`ReadError::TooMany`] beyond all reason.
    pub(crate) fn see(&mut self, file: &str) -> Result<(), ReadError> {
        self.seen += 1;
        if self.seen > MAX_SLEEPS {
            return Err(ReadError::TooMany {
                file: file.to_owned(),
                max: MAX_SLEEPS,
            });
        }
        Ok(())
    }

    /// Takes a sleep in if it can be one; `ends` names the columns its start and end stand in.
    pub(crate) fn add(
        &mut self,
        raw: Sleep,
        ends: (&str, &str),
        place: Place<'_>,
        ledger: &mut Ledger,
    ) {
        let refusal = if !rules::sane_date(raw.start.date()) {
            Some((ends.0, Why::DateOutOfRange))
        } else if !rules::sane_date(raw.end.date()) {
            Some((ends.1, Why::DateOutOfRange))
        } else {
            let interval = rules::interval(&raw.start, &raw.end);
            interval.err().map(|why| (ends.1, why))
        };
        if let Some((column, why)) = refusal {
            ledger.skip(place.file, What::Row, Some(column), why, Some(place.line));
            return;
        }
        let (in_bed, flag) = match raw.in_bed {
            InBed::Interval(stated) => {
                let (minutes, flag) = rules::in_bed(&raw.start, &raw.end, stated);
                (Some(f64::from(minutes)), flag)
            }
            InBed::Minutes(minutes) => (Some(minutes), None),
            InBed::Unknown => (None, None),
        };
        let sleep = FoundSleep {
            source_key: raw.key,
            device: raw
                .device
                .clone()
                .filter(|name| !name.is_empty() && name != "-"),
            wake_date: rules::wake_date(&raw.end),
            kind: SleepKind::Night,
            start: raw.start,
            end: raw.end,
            offset: raw.offset,
            asleep_min: raw.asleep,
            in_bed_min: in_bed,
            awake_min: raw.awake,
            unaccounted_min: rules::unaccounted(in_bed, raw.asleep, raw.awake),
            stages: raw.stages,
        };
        let mut flags: Vec<WarningCode> = flag.into_iter().chain(rules::flags(&sleep)).collect();
        if raw.date.is_some_and(|date| date != sleep.wake_date) {
            flags.push(WarningCode::WakeDateDisagrees);
        }
        if *self.file != *place.file {
            self.file = place.file.into();
        }
        let kept = Kept {
            file: Rc::clone(&self.file),
            sleep,
            kind: raw.kind,
            teller: raw.teller.or(raw.device),
            rank: raw.rank,
            counts: raw.counts,
            flags,
            changed: raw.changed,
            line: place.line,
        };
        self.keep(kept, ledger);
    }

    /// Keeps a sleep once; of two that differ under one name, the one that [replaces](Kept::replaces) the other.
    /// One table may say what kind of sleep it was and another not: that is no difference.
    fn keep(&mut self, kept: Kept, ledger: &mut Ledger) {
        let Some(&index) = self.by_key.get(&kept.sleep.source_key) else {
            self.by_key
                .insert(kept.sleep.source_key.clone(), self.kept.len());
            self.kept.push(kept);
            return;
        };
        ledger.count("duplicate_logs", 1);
        let there = &mut self.kept[index];
        let same_kind = there.kind.is_none() || kept.kind.is_none() || there.kind == kept.kind;
        let kind = there.kind.or(kept.kind);
        let stated = |kept: &Kept| kept.sleep.offset == OffsetCertainty::Stated;
        let assumed = |kept: &Kept| kept.sleep.offset == OffsetCertainty::Assumed;
        if assumed(there) && stated(&kept) {
            // The same sleep on a clock without a zone and on one with its offset, which alone knows when it was.
            let stages = there.sleep.stages;
            *there = kept;
            if there.sleep.stages == Stages::default() {
                there.sleep.stages = stages;
            }
        } else if stated(there) && assumed(&kept) {
            // Likewise, in the other order.
        } else if there.sleep != kept.sleep || !same_kind {
            ledger.warn(WarningCode::DuplicateDiffers, kept.sleep.wake_date);
            if kept.replaces(there) {
                *there = kept;
            }
        }
        there.kind = there.kind.or(kind);
    }

    /// Of sleeps that several devices tell of, keeps the one whose device knows most.
    fn one_device(&mut self, ledger: &mut Ledger) {
        if self.kept.iter().all(|kept| kept.teller.is_none()) {
            return;
        }
        // Best first, so that whatever is already taken is worth more than what comes after: what the person puts
        // first in the source, then what knows most.
        self.kept.sort_by(|a, b| {
            a.rank
                .cmp(&b.rank)
                .then_with(|| rules::better(&b.sleep, &a.sleep))
                .then_with(|| order(a, b))
        });
        self.take_first(told_alike, |taken, kept| {
            // Whoever knows most of the night need not know what it is called.
            taken.kind = taken.kind.or(kept.kind);
            ledger.skip(&kept.file, What::Row, None, Why::OtherSource, None);
        });
    }

    /// Of sleeps that one teller tells twice, keeps the longest; of two as long, the one that knows what it is called.
    fn one_telling(&mut self, ledger: &mut Ledger) {
        let length = |kept: &Kept| rules::elapsed_minutes(&kept.sleep.start, &kept.sleep.end);
        self.kept.sort_by(|a, b| {
            length(b)
                .total_cmp(&length(a))
                .then_with(|| b.kind.is_some().cmp(&a.kind.is_some()))
                .then_with(|| rules::better(&b.sleep, &a.sleep))
                .then_with(|| order(a, b))
        });
        let told_again = |a: &Kept, b: &Kept| a.teller == b.teller && overlap(a, b);
        self.take_first(told_again, |taken, _| {
            ledger.count("duplicate_logs", 1);
            ledger.warn(WarningCode::DuplicateDiffers, taken.sleep.wake_date);
        });
    }

    /// Goes through the sleeps in order and keeps each that is not `alike` one that was kept before; `again` is told of
    /// the others, and of the one they are like.
    fn take_first(
        &mut self,
        alike: impl Fn(&Kept, &Kept) -> bool,
        mut again: impl FnMut(&mut Kept, &Kept),
    ) {
        let mut taken: Vec<Kept> = Vec::with_capacity(self.kept.len());
        let mut by_day: HashMap<NaiveDate, Vec<usize>> = HashMap::new();
        for kept in std::mem::take(&mut self.kept) {
            let date = kept.sleep.wake_date;
            let near = [date.pred_opt(), Some(date), date.succ_opt()];
            let told = near.into_iter().flatten().find_map(|day| {
                let there = by_day.get(&day).into_iter().flatten();
                there
                    .copied()
                    .find(|index: &usize| alike(&taken[*index], &kept))
            });
            if let Some(index) = told {
                again(&mut taken[index], &kept);
            } else {
                by_day.entry(date).or_default().push(taken.len());
                taken.push(kept);
            }
        }
        self.kept = taken;
    }

    /// All sleeps, in order of their start, with the kinds settled.
    pub(crate) fn finish(mut self, ledger: &mut Ledger) -> Vec<FoundSleep> {
        if self.retold {
            self.one_telling(ledger);
        }
        self.one_device(ledger);
        self.kept.sort_by(order);
        let mut sleeps = Vec::with_capacity(self.kept.len());
        let mut stated = Vec::with_capacity(self.kept.len());
        for kept in self.kept {
            for flag in kept.flags {
                ledger.warn(flag, kept.sleep.wake_date);
            }
            for name in kept.counts {
                ledger.count(name, 1);
            }
            if kept.sleep.unaccounted_min.is_some_and(|left| left != 0) {
                ledger.count("with_unaccounted_minutes", 1);
            }
            stated.push(kept.kind);
            sleeps.push(kept.sleep);
        }
        rules::settle_kinds(&mut sleeps, &stated);
        let mut nights: BTreeMap<NaiveDate, u64> = BTreeMap::new();
        for sleep in &sleeps {
            if sleep.kind == SleepKind::Night {
                *nights.entry(sleep.wake_date).or_default() += 1;
            }
        }
        for (date, _) in nights.into_iter().filter(|(_, count)| *count > 1) {
            ledger.warn(WarningCode::SeveralNights, date);
        }
        sleeps
    }
}

/// Whether two tellers tell of one sleep.
fn told_alike(a: &Kept, b: &Kept) -> bool {
    a.teller != b.teller && overlap(a, b)
}

/// Whether two intervals can be one sleep.
/// Where one of them has clock times without a zone, whose offset is a guess, their clocks are compared.
fn overlap(a: &Kept, b: &Kept) -> bool {
    let ends = |kept: &Kept| (kept.sleep.start, kept.sleep.end);
    let (one, other) = (ends(a), ends(b));
    if (a.sleep.offset == OffsetCertainty::Assumed) == (b.sleep.offset == OffsetCertainty::Assumed)
    {
        rules::same_sleep((&one.0, &one.1), (&other.0, &other.1))
    } else {
        rules::same_on_the_clock((&one.0, &one.1), (&other.0, &other.1))
    }
}

fn order(a: &Kept, b: &Kept) -> Ordering {
    (a.sleep.start.instant, &a.sleep.source_key).cmp(&(b.sleep.start.instant, &b.sleep.source_key))
}
