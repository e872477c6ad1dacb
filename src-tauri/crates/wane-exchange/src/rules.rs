//! The rules that hold across formats, in one place (`IMPORTS.md` 2, by its numbers).
//!
//! 1. An instant comes with how sure its offset is: [`on_home_clock`] for clock times, [`zone_for`] and
//!    [`zone_for_sleep`] for stated offsets.
//! 2. Elapsed time never comes from subtracting clock times: [`elapsed_minutes`], [`in_bed`].
//! 3. The vendor's minutes asleep are the primary number; the difference is unaccounted: [`unaccounted`].
//! 4. Blank is not zero: fields are `Option`s throughout, and an interval without length is no sleep: [`interval`].
//! 5. A record keeps its own name in its source, or one made from what does not change: [`fallback_key`].
//!    Of two that differ under one name the one that its source changed last counts, else the one that ends later, or
//!    knows more: [`of_one_name`].
//! 6. Two sources for one sleep are not two sleeps: [`same_sleep`], [`same_on_the_clock`], [`better`].
//! 7. Within one source, asleep is the union of its asleep stretches without those awake: [`union`], [`without`],
//!    [`paint`].
//! 8. A night belongs to the date of its final waking: [`wake_date`].
//!    A nap is what the source calls one, else what [`settle_kinds`] says.
//! 9. Implausible records are flagged, never quietly changed: [`flags`]; dates no living person can have written are
//!    no dates: [`sane_date`].
//! 10. Text is read for what it is, whatever its marks, line ends, delimiters and quotes: `table`, `sheet`.
//! 11. Archives are read entry by entry within bounds, and never unpacked: `archive`.
//!
//! `gather` applies 3 to 6, 8 and 9 to every record of every format, so that no reader can forget one.

use std::{cmp::Ordering, collections::BTreeMap};

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;
use wane_domain::{
    Fold, Moment,
    diary::{OffsetCertainty, SleepKind},
};

use crate::{FoundSleep, WarningCode, Why};

/// A sleep shorter than this may be a nap, in minutes.
pub const NAP_BELOW_MIN: f64 = 180.0;

/// More minutes asleep than this are flagged: 14 hours.
pub const LONG_SLEEP_MIN: u32 = 14 * 60;

/// A longer interval than this is flagged: 16 hours (`SCIENCE.md` 1.3).
pub const LONG_INTERVAL_MIN: f64 = 16.0 * 60.0;

/// More minutes of deep sleep than this are flagged: 8 hours, twice what the longest deep sleepers have.
/// A watch on a table moves as little as somebody deeply asleep.
pub const LONG_DEEP_MIN: u32 = 8 * 60;

/// A longer interval than this is no sleep: three days.
pub const LONGEST_INTERVAL_MIN: f64 = 3.0 * 24.0 * 60.0;

/// Whether a date can be one of a diary: years 1900 to 2200.
pub fn sane_date(date: NaiveDate) -> bool {
    (1900..=2200).contains(&date.year())
}

/// The local date of the final waking, to which a sleep belongs.
pub fn wake_date(end: &Moment) -> NaiveDate {
    end.date()
}

/// Minutes that passed between two instants.
pub fn elapsed_minutes(start: &Moment, end: &Moment) -> f64 {
    end.minutes_since(start)
}

/// The two readings of a clock on which it shows `local`; equal unless the clock was put back over it.
fn readings(local: NaiveDateTime, zone: Tz) -> [Moment; 2] {
    [Fold::First, Fold::Second].map(|fold| Moment::from_local(local, zone, fold))
}

/// What an interval given in clock times without a zone means on the clocks of `zone`.
///
/// If the clock was put back over one of its ends, the reading is taken whose length is nearest to `minutes`, the
/// length that the source states in some other way; without one, or if several are as near, the earliest.
/// A reading that ends after its start goes before one that does not.
pub fn on_home_clock(
    start: NaiveDateTime,
    end: NaiveDateTime,
    zone: Tz,
    minutes: Option<f64>,
) -> (Moment, Moment) {
    let miss = |(start, end): (Moment, Moment)| {
        let elapsed = elapsed_minutes(&start, &end);
        let backwards = f64::from(u8::from(elapsed <= 0.0));
        (
            backwards,
            minutes.map_or(0.0, |minutes| (elapsed - minutes).abs()),
        )
    };
    let [first, second] = readings(start, zone);
    let mut best = (first, Moment::from_local(end, zone, Fold::First));
    for start in [first, second] {
        for end in readings(end, zone) {
            if miss((start, end)) < miss(best) {
                best = (start, end);
            }
        }
    }
    best
}

/// The zone in which an instant was read when the source states its offset, in seconds east of Greenwich.
///
/// The home zone if its clocks agree; else a zone that has nothing but this offset; else, for the odd ones, the first
/// zone by name whose clocks agree at that instant.
/// `None` if no clock of the world does.
pub fn zone_for(instant: DateTime<Utc>, offset_seconds: i32, home: Tz) -> Option<Tz> {
    let agrees = |zone: &Tz| {
        let offset = zone.offset_from_utc_datetime(&instant.naive_utc()).fix();
        offset.local_minus_utc() == offset_seconds
    };
    if agrees(&home) {
        return Some(home);
    }
    // No clock of these decades is off by another part of an hour, and looking through all of them takes its time.
    if offset_seconds % 900 != 0 {
        return None;
    }
    if offset_seconds % 3600 == 0 {
        // The names of these count the other way: `Etc/GMT-9` is nine hours east.
        let hours = offset_seconds / 3600;
        let name = format!("Etc/GMT{:+}", -hours);
        let name = if hours == 0 { "UTC" } else { &name };
        return name.parse().ok();
    }
    chrono_tz::TZ_VARIANTS.iter().copied().find(agrees)
}

/// As [`zone_for`] for a sleep of which one offset is stated, and not whether it is that of its start or of its end:
/// the home zone if its clocks agree at either, for in a night in which they change they agree at one.
pub fn zone_for_sleep(
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    offset_seconds: i32,
    home: Tz,
) -> Option<Tz> {
    let at_end = zone_for(end, offset_seconds, home);
    let at_start = zone_for(start, offset_seconds, home);
    at_start.filter(|zone| *zone == home).or(at_end)
}

/// Whether an interval can be one sleep.
///
/// # Errors
/// [`Why::EndsBeforeStart`] also for an interval without length, which is how some sources write a night that was not
/// recorded; [`Why::TooLong`] beyond [`LONGEST_INTERVAL_MIN`].
pub fn interval(start: &Moment, end: &Moment) -> Result<(), Why> {
    let minutes = elapsed_minutes(start, end);
    if minutes <= 0.0 {
        Err(Why::EndsBeforeStart)
    } else if minutes > LONGEST_INTERVAL_MIN {
        Err(Why::TooLong)
    } else {
        Ok(())
    }
}

/// Minutes in bed, and what about them deserves a second look.
///
/// `stated` is the vendor's number, reckoned as a difference of clock times.
/// Where the clock was changed in between, the change is taken out of it; where it is more than a minute off its own
/// interval, the interval counts.
pub fn in_bed(start: &Moment, end: &Moment, stated: Option<u32>) -> (u32, Option<WarningCode>) {
    let elapsed = elapsed_minutes(start, end);
    let on_the_clock = (end.local() - start.local()).num_milliseconds() as f64 / 60_000.0;
    let change = elapsed - on_the_clock;
    let changed = (change != 0.0).then_some(WarningCode::ClockChange);
    let whole = elapsed.round().max(0.0) as u32;
    match stated.map(f64::from) {
        Some(stated) if (stated - on_the_clock).abs() <= 1.0 => {
            ((stated + change).round().max(0.0) as u32, changed)
        }
        // A source that reckons with instants needs no correction.
        Some(stated) if (stated - elapsed).abs() <= 1.0 => (stated as u32, changed),
        Some(_) => (whole, Some(WarningCode::InBedDisagrees)),
        None => (whole, changed),
    }
}

/// Minutes in bed that the vendor calls neither sleep nor wake; negative when its parts exceed the whole.
pub fn unaccounted(in_bed: Option<f64>, asleep: Option<f64>, awake: Option<f64>) -> Option<i32> {
    let left = in_bed? - asleep? - awake?;
    (left.abs() < f64::from(i32::MAX)).then(|| left.round() as i32)
}

/// A name for a record whose source gives none: made from its interval as the source writes it.
pub fn fallback_key(start: &str, end: &str) -> String {
    format!("{start}/{end}")
}

/// Which of two records with one name in the source is taken, if it does not say which it changed last: the one that
/// ends later, and of two that end together the one that knows more.
pub fn of_one_name(a: &FoundSleep, b: &FoundSleep) -> Ordering {
    let ends = a.end.instant.cmp(&b.end.instant);
    ends.then_with(|| better(a, b))
}

/// Two intervals are one sleep if they share this part of the shorter one.
pub const SAME_SLEEP_SHARE: f64 = 0.5;

/// Whether two intervals, told by two sources, are one sleep: they share half of the shorter one or more.
pub fn same_sleep(a: (&Moment, &Moment), b: (&Moment, &Moment)) -> bool {
    share_half(
        (a.0.instant.naive_utc(), a.1.instant.naive_utc()),
        (b.0.instant.naive_utc(), b.1.instant.naive_utc()),
    )
}

/// As [`same_sleep`], by what the clocks showed: for sleeps of which one has only that, and an offset that is assumed.
/// Somebody who slept far from home would else have slept twice.
pub fn same_on_the_clock(a: (&Moment, &Moment), b: (&Moment, &Moment)) -> bool {
    share_half((a.0.local(), a.1.local()), (b.0.local(), b.1.local()))
}

fn share_half(a: (NaiveDateTime, NaiveDateTime), b: (NaiveDateTime, NaiveDateTime)) -> bool {
    let minutes =
        |from: NaiveDateTime, to: NaiveDateTime| (to - from).num_milliseconds() as f64 / 60_000.0;
    let shared = minutes(a.0.max(b.0), a.1.min(b.1));
    let shorter = minutes(a.0, a.1).min(minutes(b.0, b.1));
    shared > 0.0 && shared >= shorter * SAME_SLEEP_SHARE
}

/// Which of two sources for one sleep is taken: one with stages before one without, one that knows how long the
/// person slept before one that knows only the time in bed, then the one that covers more, then the one that states
/// its offset.
pub fn better(a: &FoundSleep, b: &FoundSleep) -> Ordering {
    let worth = |sleep: &FoundSleep| {
        let staged = sleep.stages.deep.is_some() || sleep.stages.rem.is_some();
        (staged, sleep.asleep_min.is_some())
    };
    let length = |sleep: &FoundSleep| elapsed_minutes(&sleep.start, &sleep.end);
    worth(a)
        .cmp(&worth(b))
        .then(length(a).total_cmp(&length(b)))
        .then((a.offset == OffsetCertainty::Stated).cmp(&(b.offset == OffsetCertainty::Stated)))
}

/// Spans of seconds in order, with those that touch or overlap made one.
pub fn union(spans: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut sorted: Vec<_> = spans.iter().copied().filter(|(a, b)| a < b).collect();
    sorted.sort_unstable();
    let mut joined: Vec<(i64, i64)> = Vec::with_capacity(sorted.len());
    for (from, to) in sorted {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// What is left of `spans` without the time in `holes`.
pub fn without(spans: &[(i64, i64)], holes: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let holes = union(holes);
    let mut left = Vec::new();
    for (mut from, to) in union(spans) {
        let first = holes.partition_point(|hole| hole.1 <= from);
        for hole in holes[first..].iter().take_while(|hole| hole.0 < to) {
            if hole.0 > from {
                left.push((from, hole.0));
            }
            from = from.max(hole.1);
        }
        if from < to {
            left.push((from, to));
        }
    }
    left
}

/// Seconds in spans that do not overlap.
pub fn seconds(spans: &[(i64, i64)]) -> i64 {
    spans.iter().map(|(from, to)| to - from).sum()
}

/// What about a sleep deserves a second look.
pub fn flags(sleep: &FoundSleep) -> Vec<WarningCode> {
    let mut flags = Vec::new();
    if sleep
        .asleep_min
        .is_some_and(|minutes| minutes > f64::from(LONG_SLEEP_MIN))
    {
        flags.push(WarningCode::LongSleep);
    }
    let elapsed = elapsed_minutes(&sleep.start, &sleep.end);
    if elapsed > LONG_INTERVAL_MIN {
        flags.push(WarningCode::LongInterval);
    }
    if sleep.stages.deep.is_some_and(|deep| deep > LONG_DEEP_MIN) {
        flags.push(WarningCode::LongDeepSleep);
    }
    // Whatever a vendor counts as in bed, nobody sleeps longer than from start to end. One minute is rounding.
    let most = sleep.in_bed_min.map_or(elapsed, |min| min.min(elapsed));
    if sleep.asleep_min.is_some_and(|asleep| asleep > most + 1.0) {
        flags.push(WarningCode::AsleepOverInBed);
    }
    flags
}

/// Calls sleeps nights or naps where the source does not.
///
/// `stated` holds what the source says of each sleep.
/// One it says nothing about is a nap if it is not the longest of its wake date and shorter than three hours
/// ([`NAP_BELOW_MIN`]), or if the source already names a night for that date.
/// There is no window of hours: people sleep by day too.
pub fn settle_kinds(sleeps: &mut [FoundSleep], stated: &[Option<SleepKind>]) {
    let mut longest: BTreeMap<NaiveDate, (f64, usize)> = BTreeMap::new();
    let mut nights: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for (index, sleep) in sleeps.iter().enumerate() {
        let minutes = elapsed_minutes(&sleep.start, &sleep.end);
        let best = longest.entry(sleep.wake_date).or_insert((minutes, index));
        if minutes > best.0 {
            *best = (minutes, index);
        }
        if stated.get(index).copied().flatten() == Some(SleepKind::Night) {
            nights.insert(sleep.wake_date, index);
        }
    }
    for (index, sleep) in sleeps.iter_mut().enumerate() {
        let is_longest = longest
            .get(&sleep.wake_date)
            .is_some_and(|(_, best)| *best == index);
        let short = elapsed_minutes(&sleep.start, &sleep.end) < NAP_BELOW_MIN;
        let nap = nights.contains_key(&sleep.wake_date) || (!is_longest && short);
        sleep.kind = match stated.get(index).copied().flatten() {
            Some(kind) => kind,
            None if nap => SleepKind::Nap,
            None => SleepKind::Night,
        };
    }
}

/// One stretch of a recorded night: from a second, for a number of seconds, at a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch<L> {
    /// Where it begins, in seconds from any fixed point.
    pub from: i64,
    /// How long it is, in seconds.
    pub seconds: i64,
    /// What the source calls it.
    pub level: L,
}

/// Seconds per level after `over` is painted on top of `base`.
///
/// Some sources give the night in coarse stretches and short wakings apart from them; without the paint the coarse
/// ones overstate sleep.
/// Of `base`, and of `over`, the stretch that begins first keeps what two of them share.
/// Paint that falls where there is no `base` counts too.
pub fn paint<L: Clone + Ord>(base: &[Stretch<L>], over: &[Stretch<L>]) -> BTreeMap<L, i64> {
    let over = apart(over);
    let mut seconds: BTreeMap<L, i64> = BTreeMap::new();
    for stretch in &over {
        *seconds.entry(stretch.level.clone()).or_default() += stretch.seconds;
    }
    for stretch in apart(base) {
        let end = stretch.from + stretch.seconds;
        let first = over.partition_point(|paint| paint.from + paint.seconds <= stretch.from);
        let covered: i64 = over[first..]
            .iter()
            .take_while(|paint| paint.from < end)
            .map(|paint| end.min(paint.from + paint.seconds) - stretch.from.max(paint.from))
            .sum();
        *seconds.entry(stretch.level).or_default() += stretch.seconds - covered;
    }
    seconds
}

/// The stretches in order, cut so that none overlaps the one before.
fn apart<L: Clone>(stretches: &[Stretch<L>]) -> Vec<Stretch<L>> {
    let mut sorted = stretches.to_vec();
    sorted.sort_by_key(|stretch| stretch.from);
    let mut free_from = i64::MIN;
    sorted.retain_mut(|stretch| {
        let end = stretch.from.saturating_add(stretch.seconds);
        stretch.from = stretch.from.max(free_from);
        stretch.seconds = end.saturating_sub(stretch.from);
        free_from = free_from.max(end);
        stretch.seconds > 0
    });
    sorted
}
