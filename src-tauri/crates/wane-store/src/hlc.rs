//! Hybrid logical clock: stamps that follow the wall clock and never run backwards.
//!
//! Two devices that edit one field are settled by the greater stamp, then by the device
//! (Kulkarni and others, "Logical Physical Clocks", OPODIS 2014).
//! A stamp packs the wall clock's milliseconds and a counter of 16 bits into one integer that sorts as time does.

use chrono::{DateTime, Utc};

/// One stamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Hlc(i64);

const COUNTER_BITS: u32 = 16;
/// The last millisecond that leaves the sign bit alone: in the year 6429.
const LAST_MILLI: i64 = (1 << (63 - COUNTER_BITS)) - 1;

impl Hlc {
    /// Before every other stamp.
    pub const ZERO: Hlc = Hlc(0);

    /// The stamp as it is stored.
    pub const fn to_bits(self) -> i64 {
        self.0
    }

    /// The stamp that was stored as `bits`.
    pub const fn from_bits(bits: i64) -> Hlc {
        Hlc(bits)
    }

    /// Milliseconds since 1970, as the furthest clock seen so far had them.
    pub const fn wall_ms(self) -> i64 {
        self.0 >> COUNTER_BITS
    }

    /// Tells apart stamps of one millisecond.
    pub const fn counter(self) -> u16 {
        (self.0 & ((1 << COUNTER_BITS) - 1)) as u16
    }

    /// The next stamp given out here, after `self`; greater than it even if the wall clock has gone back.
    ///
    /// A counter that is full carries into the next millisecond.
    #[must_use]
    pub fn tick(self, now: DateTime<Utc>) -> Hlc {
        Hlc(wall_bits(now).max(self.0.saturating_add(1)))
    }

    /// The stamp of this device after it has seen `remote`: greater than both.
    ///
    /// How far ahead a remote clock may be is for the caller to judge, before.
    #[must_use]
    pub fn receive(self, remote: Hlc, now: DateTime<Utc>) -> Hlc {
        self.max(remote).tick(now)
    }
}

fn wall_bits(now: DateTime<Utc>) -> i64 {
    now.timestamp_millis().clamp(0, LAST_MILLI) << COUNTER_BITS
}
