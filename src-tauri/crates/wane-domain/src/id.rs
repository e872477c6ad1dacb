//! Names of records.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// The name of one record, for ever: a UUID of version 7, so that names sort by the time they were given.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Uuid);

impl Id {
    /// Makes a name from the present instant and ten random bytes; both are arguments so that tests can repeat them.
    pub fn new(now: DateTime<Utc>, random: [u8; 10]) -> Self {
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
        Id(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// As [`Id::new`], for the next of several names: given in the same millisecond as this one, it sorts after it.
    ///
    /// Records that were made together, such as the nights of one import, then lie in a file in the order in which
    /// they were made, and the days of a fortnight beside each other (RFC 9562, 6.2, method 2: the random part of the
    /// name before is raised by a random step, here of up to 32 bits).
    pub fn following(self, now: DateTime<Utc>, random: [u8; 10]) -> Self {
        let fresh = Id::new(now, random);
        if fresh.millis() != self.millis() {
            return fresh;
        }
        let [a, b, c, d, ..] = random;
        let step = u128::from(u32::from_be_bytes([a, b, c, d])) + 1;
        let raised = self.tail() + step;
        // After the last of all names of a millisecond, which chance has to have come near to begin with, any will do.
        if raised > TAIL {
            return fresh;
        }
        let (high, low) = (raised >> LOW_BITS, raised & LOW);
        let kept = self.0.as_u128() & !(TAIL_HIGH | LOW);
        Id(Uuid::from_u128(kept | high << HIGH_AT | low))
    }

    /// Milliseconds since 1970 at which the name was given.
    fn millis(self) -> u128 {
        self.0.as_u128() >> 80
    }

    /// The random part of the name as one number of 74 bits.
    fn tail(self) -> u128 {
        let all = self.0.as_u128();
        (all & TAIL_HIGH) >> HIGH_AT << LOW_BITS | all & LOW
    }
}

/// The random part is in two pieces, of 12 and of 62 bits, with the variant between them (RFC 9562, 5.7).
const LOW_BITS: u32 = 62;
const LOW: u128 = (1 << LOW_BITS) - 1;
const HIGH_AT: u32 = 64;
const TAIL_HIGH: u128 = 0xFFF << HIGH_AT;
/// The largest random part.
const TAIL: u128 = (1 << 74) - 1;

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({self})")
    }
}

impl FromStr for Id {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        Uuid::try_parse(text).map(Id).map_err(|_| NotAnId)
    }
}

/// The text is not the name of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a record's name")]
pub struct NotAnId;
