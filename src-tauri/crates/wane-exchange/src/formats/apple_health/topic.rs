//! What a record is about, by the type that stands in it.

/// What a record's type is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    /// A stretch of sleep.
    Sleep,
    /// Steps.
    Steps,
    /// One reading of the heart rate.
    Heart,
    /// A day's resting heart rate.
    Resting,
    /// Something of which Wane keeps nothing, but says how many there are under this name.
    Counted(&'static str),
    /// Anything else.
    Other,
}

impl Topic {
    pub(super) fn of(kind: &[u8]) -> Topic {
        match kind {
            b"HKCategoryTypeIdentifierSleepAnalysis" => Topic::Sleep,
            b"HKQuantityTypeIdentifierStepCount" => Topic::Steps,
            b"HKQuantityTypeIdentifierHeartRate" => Topic::Heart,
            b"HKQuantityTypeIdentifierRestingHeartRate" => Topic::Resting,
            b"HKQuantityTypeIdentifierHeartRateVariabilitySDNN" => {
                Topic::Counted("heart_rate_variabilities")
            }
            b"HKQuantityTypeIdentifierAppleExerciseTime" => {
                Topic::Counted("exercise_minutes_records")
            }
            _ => Topic::Other,
        }
    }
}
