//! Numbers that cannot be out of range.

/// A number outside its scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("outside the scale from {low} to {high}")]
pub struct OffScale {
    /// Smallest number of the scale.
    pub low: u8,
    /// Largest number of the scale.
    pub high: u8,
}

macro_rules! scale {
    ($(#[$doc:meta])* $name:ident, $low:literal ..= $high:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u8);

        impl $name {
            /// Smallest number of this scale.
            pub const LOW: u8 = $low;
            /// Largest number of this scale.
            pub const HIGH: u8 = $high;

            /// Accepts a whole number of the scale; anything else is [`OffScale`].
            pub const fn new(value: u8) -> Result<Self, OffScale> {
                // `LOW` is 0 for some scales, where the lower comparison is always false.
                #[allow(unused_comparisons, clippy::absurd_extreme_comparisons, clippy::manual_range_contains)]
                if value < $low || value > $high {
                    return Err(OffScale { low: $low, high: $high });
                }
                Ok(Self(value))
            }

            /// The number itself.
            pub const fn get(self) -> u8 {
                self.0
            }
        }

        impl From<$name> for f64 {
            fn from(value: $name) -> f64 {
                f64::from(value.0)
            }
        }
    };
}

scale!(
    /// Pain on the 0–10 numeric rating scale: 0 no pain, 10 the worst pain imaginable.
    Rating, 0..=10
);
scale!(
    /// How good a night was, 1 very poor … 5 very good.
    Quality, 1..=5
);
scale!(
    /// How busy the head was at bedtime, 0 calm … 4 racing.
    Arousal, 0..=4
);
scale!(
    /// How hard a movement session felt, 0 rest … 10 everything.
    Effort, 0..=10
);
