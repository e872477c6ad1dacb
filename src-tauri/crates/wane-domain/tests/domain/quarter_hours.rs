//! Every zone, every local date of twelve years, every quarter hour: exactly one occurrence, and the right one.
//!
//! What the readings mean is found by walking along the clock of the zone instead of asking for a reading's instant:
//! a way of counting that shares nothing with the one under test.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Tz;
use wane_domain::reminder::{Kind, LightContext, Occurrence, Rule, RuleZone, Why, occurrences};

/// The years, the first included and the last not.
pub const YEARS: std::ops::Range<i32> = 2024..2036;

/// What a check went through.
#[derive(Debug, Clone, Copy, Default)]
pub struct Checked {
    /// Pairs of a local date and a quarter hour, all zones together.
    pub readings: u64,
    /// Readings that the clock goes forward over.
    pub in_a_gap: u64,
    /// Readings that come twice.
    pub in_a_fold: u64,
}

impl Checked {
    /// Adds another check's counts.
    pub fn add(&mut self, other: Checked) {
        self.readings += other.readings;
        self.in_a_gap += other.in_a_gap;
        self.in_a_fold += other.in_a_fold;
    }
}

/// A change of a zone's clock: at `at` it is moved by `by`, forward if that is positive.
#[derive(Debug, Clone, Copy)]
struct Turn {
    at: DateTime<Utc>,
    by: Duration,
    /// The first reading after it.
    after: NaiveDateTime,
}

/// Where dates are left out, so are changes of the clock but for every one of this many; both directions remain.
const EVERY_TURN: usize = 3;

/// Checks one zone over [`YEARS`]: every date if `stride` is 1;
/// else every `stride`th date, and the dates of every [`EVERY_TURN`]th change of the clock.
///
/// # Errors
/// What is wrong, in words.
pub fn check_zone(zone: Tz, stride: i64) -> Result<Checked, String> {
    let first = NaiveDate::from_ymd_opt(YEARS.start, 1, 1).ok_or("no such year")?;
    let last = NaiveDate::from_ymd_opt(YEARS.end, 1, 1).ok_or("no such year")?;
    let turns = turns(zone, first - Duration::days(4), last + Duration::days(4));
    let near: BTreeSet<NaiveDate> = turns
        .iter()
        .step_by(EVERY_TURN)
        .flat_map(|turn| [turn.after.date(), (turn.after - turn.by).date()])
        .collect();
    // Runs of dates that are wanted, so that each is one question.
    let wanted = |date: &NaiveDate| near.contains(date) || (*date - first).num_days() % stride == 0;
    let mut runs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for date in first.iter_days().take_while(|date| *date < last) {
        match runs.last_mut() {
            _ if !wanted(&date) => {}
            Some((begin, end)) if *end == date && (*end - *begin).num_days() < 400 => {
                *end = date + Duration::days(1);
            }
            _ => runs.push((date, date + Duration::days(1))),
        }
    }
    let mut checked = Checked::default();
    for quarter in 0..96 {
        let time = NaiveTime::MIN + Duration::minutes(15 * quarter);
        for (begin, end) in &runs {
            checked.add(check_run(zone, time, *begin, *end, &turns)?);
        }
    }
    Ok(checked)
}

/// The occurrences of one quarter hour over a run of dates.
fn check_run(
    zone: Tz,
    time: NaiveTime,
    first: NaiveDate,
    end: NaiveDate,
    turns: &[Turn],
) -> Result<Checked, String> {
    let rule = Rule {
        kind: Kind::Movement,
        times: [Some(time); 7],
        zone: RuleZone::Device,
        grace_min: 30,
        enabled: true,
        rev: 1,
        changed_at: DateTime::UNIX_EPOCH,
    };
    // A local date lies within fifteen hours of the date in UTC.
    let margin = Duration::days(1);
    let found: Vec<Occurrence> = occurrences(
        std::slice::from_ref(&rule),
        first.and_time(NaiveTime::MIN).and_utc() - margin,
        end.and_time(NaiveTime::MIN).and_utc() + margin,
        zone,
        &LightContext::default(),
    )
    .into_iter()
    .filter(|o| first <= o.local_date && o.local_date < end)
    .collect();
    let mut checked = Checked::default();
    let mut found = found.iter().peekable();
    for date in first.iter_days().take_while(|date| *date < end) {
        let reading = date.and_time(time);
        let (due, why) = meant(reading, zone, turns);
        checked.readings += 1;
        checked.in_a_gap += u64::from(why == Meant::InAGap);
        checked.in_a_fold += u64::from(why == Meant::Twice);
        let mut of_date = Vec::new();
        while let Some(o) = found.next_if(|o| o.local_date == date) {
            of_date.push(o);
        }
        let right = match (of_date.as_slice(), why) {
            ([], Meant::NoSuchDate) => true,
            ([only], Meant::InAGap) => only.due.instant == due && only.why == Why::MovedByGap,
            ([only], Meant::Once | Meant::Twice) => {
                only.due.instant == due && only.why == Why::ClockTime
            }
            _ => false,
        };
        if !right {
            return Err(format!(
                "{zone}: {reading} is meant for {due} ({why:?}), and there is {of_date:?}"
            ));
        }
    }
    if found.next().is_some() {
        return Err(format!("{zone}: {time} falls due out of order"));
    }
    Ok(checked)
}

/// How a reading is found on the clock of a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meant {
    Once,
    Twice,
    InAGap,
    NoSuchDate,
}

/// What a reading means, by walking over the changes of the clock.
fn meant(reading: NaiveDateTime, zone: Tz, turns: &[Turn]) -> (DateTime<Utc>, Meant) {
    for turn in turns {
        // The readings just before and just after the change.
        let after = turn.after;
        let before = after - turn.by;
        if before <= reading && reading < after {
            let whole_day = turn.by >= Duration::days(1);
            let why = if whole_day {
                Meant::NoSuchDate
            } else {
                Meant::InAGap
            };
            return (turn.at + (reading - before), why);
        }
        if after <= reading && reading < before {
            return (turn.at - (before - reading), Meant::Twice);
        }
    }
    // The changes of the clock before the reading say how far it is from UTC.
    let mut local = reading.and_utc();
    for _ in 0..2 {
        let ahead = local.with_timezone(&zone).naive_local() - local.naive_utc();
        local = reading.and_utc() - ahead;
    }
    (local, Meant::Once)
}

/// Every change of the zone's clock between two dates, to the second, found by halving.
fn turns(zone: Tz, first: NaiveDate, last: NaiveDate) -> Vec<Turn> {
    let ahead =
        |at: DateTime<Utc>| zone.from_utc_datetime(&at.naive_utc()).naive_local() - at.naive_utc();
    let end = last.and_time(NaiveTime::MIN).and_utc();
    let mut found = Vec::new();
    let mut at = first.and_time(NaiveTime::MIN).and_utc();
    while at < end {
        // Ramadan takes some clocks back for four weeks; nothing is changed and changed back within one.
        let next = at + Duration::days(7);
        if ahead(at) != ahead(next) {
            let (mut low, mut high) = (at, next);
            while high - low > Duration::seconds(1) {
                let middle = low + Duration::seconds((high - low).num_seconds() / 2);
                if ahead(middle) == ahead(at) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            found.push(Turn {
                at: high,
                by: ahead(next) - ahead(at),
                after: high.with_timezone(&zone).naive_local(),
            });
        }
        at = next;
    }
    found
}

/// The short form of the example `every_quarter_hour`: all zones, some changes of each clock, and a thinned rest.
#[test]
fn every_quarter_hour_of_every_zone_falls_due_exactly_once_a_date() {
    let mut sum = Checked::default();
    for zone in chrono_tz::TZ_VARIANTS {
        sum.add(check_zone(zone, 731).unwrap_or_else(|wrong| panic!("{wrong}")));
    }
    assert!(sum.in_a_gap > 0, "some readings are in a gap");
    assert!(sum.in_a_fold > 0, "some come twice");
}
