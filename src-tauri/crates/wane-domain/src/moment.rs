//! Instants that remember the zone in which somebody read the clock.
//!
//! Elapsed time is always the difference of two instants, never of two clock readings:
//! a night of 23:00 to 07:00 lasts seven hours in spring and nine in autumn.

use chrono::{
    DateTime, Duration, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc,
};
use chrono_tz::Tz;

/// Which of two equal clock readings is meant when the clock is put back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fold {
    /// The earlier of the two; what is assumed unless the user says otherwise.
    #[default]
    First,
    /// The later of the two.
    Second,
}

/// An instant and the IANA zone whose clock the user was reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The instant.
    pub instant: DateTime<Utc>,
    /// The zone whose clock was read.
    pub zone: Tz,
}

impl Moment {
    /// The instant as read on the clocks of `zone`.
    pub fn new(instant: DateTime<Utc>, zone: Tz) -> Self {
        Moment { instant, zone }
    }

    /// What the clocks of `zone` mean by `local`.
    ///
    /// A reading that occurs twice is the one `fold` names.
    /// A reading that never occurs (the clock is put forward over it) takes the offset before the change,
    /// so that 01:30 in London's spring gap is the instant also called 02:30 (`SCIENCE.md` 1.3).
    pub fn from_local(local: NaiveDateTime, zone: Tz, fold: Fold) -> Self {
        let instant = match zone.from_local_datetime(&local) {
            MappedLocalTime::Single(t) => t.with_timezone(&Utc),
            MappedLocalTime::Ambiguous(a, b) => {
                let (first, second) = if a <= b { (a, b) } else { (b, a) };
                match fold {
                    Fold::First => first.with_timezone(&Utc),
                    Fold::Second => second.with_timezone(&Utc),
                }
            }
            MappedLocalTime::None => {
                // Some zones have skipped a whole day, so the offset before the gap is read two days earlier.
                let before = (local - Duration::hours(48)).and_utc();
                let mut offset = zone.offset_from_utc_datetime(&before.naive_utc()).fix();
                for hours in [24, 12, 6, 3] {
                    // The nearest earlier reading that exists carries the offset in force just before the gap.
                    if let Some(t) = zone
                        .from_local_datetime(&(local - Duration::hours(hours)))
                        .earliest()
                    {
                        offset = t.offset().fix();
                    }
                }
                (local - offset).and_utc()
            }
        };
        Moment { instant, zone }
    }

    /// The clock reading at this instant in its zone.
    pub fn local(&self) -> NaiveDateTime {
        self.instant.with_timezone(&self.zone).naive_local()
    }

    /// The calendar date at this instant in its zone.
    pub fn date(&self) -> NaiveDate {
        self.local().date()
    }

    /// The time of day at this instant in its zone.
    pub fn time(&self) -> NaiveTime {
        self.local().time()
    }

    /// RFC 3339 with the offset in force, as the wire and the exports write it.
    pub fn to_rfc3339(&self) -> String {
        self.instant
            .with_timezone(&self.zone)
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
    }

    /// Minutes elapsed from `earlier` to this instant; negative when it is the other way round.
    pub fn minutes_since(&self, earlier: &Moment) -> f64 {
        (self.instant - earlier.instant).num_milliseconds() as f64 / 60_000.0
    }
}
