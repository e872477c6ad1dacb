//! Short ways to say instants, nights and rules.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use wane_domain::{
    Fold, Id, Moment,
    diary::{Night, Origin},
    reminder::{Kind, LightContext, Rule, RuleZone},
};

pub const LONDON: Tz = Tz::Europe__London;

/// `2026-02-04` as a date.
pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// `06:40` as a clock time.
pub fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

/// `2026-02-04T06:40` as a clock reading.
pub fn reading(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

/// `2026-02-04T06:40` as an instant in UTC.
pub fn utc(text: &str) -> DateTime<Utc> {
    reading(text).and_utc()
}

/// What the clocks of `zone` mean by `2026-02-04T06:40`, the first time if it occurs twice.
pub fn at(text: &str, zone: Tz) -> Moment {
    Moment::from_local(reading(text), zone, Fold::First)
}

/// The `number`th name.
pub fn id(number: u8) -> Id {
    Id::new(utc("2026-01-01T00:00"), [number; 10])
}

/// A night of which nothing was said but its date.
pub fn blank_night(wake_date: NaiveDate) -> Night {
    Night {
        id: id(0),
        wake_date,
        bed: None,
        lights_out: None,
        sol_min: None,
        nwak: None,
        waso_min: None,
        final_wake: None,
        tasafa_min: None,
        out_of_bed: None,
        quality: None,
        origin: Origin {
            source: None,
            source_key: None,
            entered_at: wake_date.and_time(NaiveTime::MIN).and_utc(),
            recalled: false,
        },
    }
}

/// A whole ordinary night in London: 22:45, 23:15, 25 and 40 minutes awake, 06:40, 10 minutes, 07:10.
pub fn ordinary_night() -> Night {
    Night {
        bed: Some(at("2026-02-03T22:45", LONDON)),
        lights_out: Some(at("2026-02-03T23:15", LONDON)),
        sol_min: Some(25),
        nwak: Some(2),
        waso_min: Some(40),
        final_wake: Some(at("2026-02-04T06:40", LONDON)),
        tasafa_min: Some(10),
        out_of_bed: Some(at("2026-02-04T07:10", LONDON)),
        ..blank_night(date("2026-02-04"))
    }
}

/// A night of which only into bed and the final awakening were said.
pub fn slept(bed: Moment, final_wake: Moment) -> Night {
    Night {
        bed: Some(bed),
        final_wake: Some(final_wake),
        ..blank_night(final_wake.date())
    }
}

/// A rule that has always been there, at `time` on every day by the device's clock.
pub fn daily(kind: Kind, time: NaiveTime) -> Rule {
    Rule {
        grace_min: kind.default_grace_min(),
        kind,
        times: [Some(time); 7],
        zone: RuleZone::Device,
        enabled: true,
        rev: 1,
        changed_at: DateTime::UNIX_EPOCH,
    }
}

/// Nothing is known about the sun or about waking.
pub fn no_light() -> LightContext {
    LightContext::default()
}

/// Whether two numbers are the same to `tolerance`.
pub fn near(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance
}
