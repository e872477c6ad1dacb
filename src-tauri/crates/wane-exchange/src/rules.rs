//! The rules that hold across formats, in one place (`IMPORTS.md` 2).
//!
//! 1. An instant comes with how sure its offset is: [`on_home_clock`].
//! 2. Elapsed time never comes from subtracting clock times: [`elapsed_minutes`], [`in_bed`].
//! 3. The vendor's minutes asleep are the primary number; the difference is unaccounted: [`unaccounted`].
//! 4. Blank is not zero: fields are `Option`s throughout, and an interval without length is no sleep: [`interval`].
//! 5. A record keeps its own name in its source, or one made from what does not change: [`fallback_key`].
//! 6. A night belongs to the date of its final waking: [`wake_date`].
//! 7. A nap is what the source calls one, else what [`settle_kinds`] says.
//! 8. Implausible records are flagged, never quietly changed: [`flags`].
//! 9. Dates no living person can have written are no dates: [`sane_date`].

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use wane_domain::{Fold, Moment, diary::SleepKind};

use crate::{FoundSleep, WarningCode, Why};

/// A sleep shorter than this may be a nap, in minutes.
pub const NAP_BELOW_MIN: f64 = 180.0;

/// More minutes asleep than this are flagged: 14 hours.
pub const LONG_SLEEP_MIN: u32 = 14 * 60;

/// A longer interval than this is flagged: 16 hours (`SCIENCE.md` 1.3).
pub const LONG_INTERVAL_MIN: f64 = 16.0 * 60.0;

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
pub fn unaccounted(in_bed: Option<u32>, asleep: Option<u32>, awake: Option<u32>) -> Option<i32> {
    let parts = i64::from(asleep?) + i64::from(awake?);
    i32::try_from(i64::from(in_bed?) - parts).ok()
}

/// A name for a record whose source gives none: made from its interval as the source writes it.
pub fn fallback_key(start: &str, end: &str) -> String {
    format!("{start}/{end}")
}

/// What about a sleep deserves a second look.
pub fn flags(sleep: &FoundSleep) -> Vec<WarningCode> {
    let mut flags = Vec::new();
    if sleep
        .asleep_min
        .is_some_and(|minutes| minutes > LONG_SLEEP_MIN)
    {
        flags.push(WarningCode::LongSleep);
    }
    if elapsed_minutes(&sleep.start, &sleep.end) > LONG_INTERVAL_MIN {
        flags.push(WarningCode::LongInterval);
    }
    // One minute is rounding.
    if let (Some(asleep), Some(in_bed)) = (sleep.asleep_min, sleep.in_bed_min)
        && asleep > in_bed.saturating_add(1)
    {
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
