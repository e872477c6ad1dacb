//! When reminders fall due: exactly once for each kind and local date with a time.

use chrono::{
    DateTime, Datelike, Days, Duration, MappedLocalTime, NaiveDate, NaiveTime, TimeZone, Utc,
};
use chrono_tz::Tz;

use super::{Kind, LightContext, Occurrence, Rule, RuleZone, Why};
use crate::{
    Fold, Moment,
    place::Place,
    sun::{self, SunDay, is_up, sun_times, sunrise_between, sunset_between},
};

/// Minutes between waking and the reminder of daylight, at the earliest (`SCIENCE.md` 5).
pub const LIGHT_AFTER_WAKING_MIN: i64 = 15;

/// How many dates before and after the span are looked at: an occurrence is named by a local date,
/// and a zone, a gap of the clock or a late awakening can put its instant into the neighbouring date in UTC.
const MARGIN_DAYS: u64 = 2;

/// All occurrences of enabled rules that fall due from `from` up to but not including `to`, by due instant, then kind.
///
/// - A clock time that does not exist on a date falls due when the clock has gone forward over it;
///   one that exists twice falls due the first time; a date that a zone has skipped has no occurrence.
/// - Morning light falls due a quarter of an hour after waking, or at the next sunrise of the date if the sun is not up then.
///   Its window ends at sunset.
/// - There is one rule of a kind; should `rules` hold more, the first counts.
///
/// The work grows with the number of days in the span.
pub fn occurrences(
    rules: &[Rule],
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    device_zone: Tz,
    light: &LightContext,
) -> Vec<Occurrence> {
    let mut found = Vec::new();
    if from >= to {
        return found;
    }
    for (index, rule) in rules.iter().enumerate() {
        let repeated = rules[..index]
            .iter()
            .any(|earlier| earlier.kind == rule.kind);
        if !rule.enabled || repeated {
            continue;
        }
        let zone = match rule.zone {
            RuleZone::Device => device_zone,
            RuleZone::Fixed(zone) => zone,
        };
        for date in dates_around(from, to, zone) {
            found.extend(occurrence_on(rule, date, zone, light, from, to));
        }
    }
    found.sort_by(|a, b| (a.due.instant, &a.kind).cmp(&(b.due.instant, &b.kind)));
    found
}

fn dates_around(
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    zone: Tz,
) -> impl Iterator<Item = NaiveDate> {
    let margin = Days::new(MARGIN_DAYS);
    let date = |instant| Moment::new(instant, zone).date();
    let first = date(from)
        .checked_sub_days(margin)
        .unwrap_or(NaiveDate::MIN);
    let last = date(to).checked_add_days(margin).unwrap_or(NaiveDate::MAX);
    first.iter_days().take_while(move |date| *date <= last)
}

/// The rule's occurrence on that date, if it has one and it falls due from `from` up to but not including `to`.
fn occurrence_on(
    rule: &Rule,
    date: NaiveDate,
    zone: Tz,
    light: &LightContext,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Option<Occurrence> {
    let time = rule.time_on(date.weekday())?;
    let grace = Duration::minutes(i64::from(rule.grace_min));
    let (due, until, why) = if rule.kind == Kind::MorningLight {
        let place = light.place?;
        let woke = woke_on(date, time, zone, light)?;
        // Looking for the sun is the only costly step, so days that cannot matter are passed over first.
        let earliest = woke + Duration::minutes(LIGHT_AFTER_WAKING_MIN);
        let (_, midnight) = sun::local_day(date, zone);
        if earliest >= to || earliest.max(midnight) < from {
            return None;
        }
        daylight(earliest, date, zone, place, grace, light.dark_winter_lamp)?
    } else {
        let (due, why) = clock_time(date, time, zone)?;
        (due, due + grace, why)
    };
    (from <= due && due < to).then(|| Occurrence {
        kind: rule.kind.clone(),
        local_date: date,
        due: Moment::new(due, zone),
        until,
        why,
        rule_rev: rule.rev,
    })
}

/// The instant of a clock time on a date; `None` if the zone has skipped the date.
fn clock_time(date: NaiveDate, time: NaiveTime, zone: Tz) -> Option<(DateTime<Utc>, Why)> {
    let reading = date.and_time(time);
    let due = Moment::from_local(reading, zone, Fold::First);
    if due.local() == reading {
        return Some((due.instant, Why::ClockTime));
    }
    exists(date, zone).then_some((due.instant, Why::MovedByGap))
}

/// Whether any of the date occurs in the zone: places that moved across the date line have skipped one.
fn exists(date: NaiveDate, zone: Tz) -> bool {
    [(0, 0, 0), (12, 0, 0), (23, 59, 59)]
        .into_iter()
        .any(|(hour, minute, second)| {
            date.and_hms_opt(hour, minute, second)
                .is_some_and(|reading| {
                    !matches!(zone.from_local_datetime(&reading), MappedLocalTime::None)
                })
        })
}

/// When the user woke on that date: as logged, else as usual, else as the rule says; `None` if the zone has skipped the date.
fn woke_on(
    date: NaiveDate,
    rule_time: NaiveTime,
    zone: Tz,
    light: &LightContext,
) -> Option<DateTime<Utc>> {
    match light.woke.get(&date) {
        Some(woke) => Some(woke.instant),
        None => clock_time(date, light.usual_wake.unwrap_or(rule_time), zone)
            .map(|(instant, _)| instant),
    }
}

/// Due, end and reason of the reminder of daylight for somebody who could go out from `earliest` on; `None` without daylight.
///
/// The sun is asked where it stands rather than compared with the date's sunrise and sunset:
/// near the polar day a date can have its sunset before its sunrise.
fn daylight(
    earliest: DateTime<Utc>,
    date: NaiveDate,
    zone: Tz,
    place: Place,
    grace: Duration,
    dark_winter_lamp: bool,
) -> Option<(DateTime<Utc>, DateTime<Utc>, Why)> {
    let (due, why) = if is_up(earliest, place) {
        (earliest, Why::AfterWaking)
    } else {
        let (_, midnight) = sun::local_day(date, zone);
        match sunrise_between(place, earliest, midnight) {
            Some(sunrise) => (sunrise, Why::AtSunrise),
            None if dark_winter_lamp && sun_times(date, zone, place).day == SunDay::AlwaysDown => {
                return Some((earliest, earliest + grace, Why::DarkWinterLamp));
            }
            None => return None,
        }
    };
    let until = due + grace;
    Some((due, sunset_between(place, due, until).unwrap_or(until), why))
}
