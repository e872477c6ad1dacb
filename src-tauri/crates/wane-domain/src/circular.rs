//! Means, spreads and medians round the clock, where 23:50 and 00:10 are twenty minutes apart.
//!
//! Clock times are minutes after midnight; any real number is taken modulo 1440.

use std::f64::consts::TAU;

/// Minutes of one turn of the clock.
pub const DAY_MIN: f64 = 1440.0;

/// Below this resultant length the times cancel out, and no time of day is their mean.
const NO_DIRECTION: f64 = 1e-9;

/// Mean and spread of clock times.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CircularSummary {
    /// How many times were summarised.
    pub n: usize,
    /// Circular mean, minutes after midnight, from 0 up to but not including 1440.
    pub mean_min: f64,
    /// Circular standard deviation, minutes: √(−2 ln R)·1440/2π.
    pub sd_min: f64,
}

/// Circular mean and standard deviation of clock times (`SCIENCE.md` 2.1).
///
/// `None` without times, when one is not a finite number, and when they cancel out, such as 06:00 and 18:00:
/// then no time of day is nearer to all of them than its opposite.
///
/// ```
/// let summary = wane_domain::circular::summary([1430.0, 10.0]).expect("two neighbours have a mean");
/// assert!(summary.mean_min < 1e-6 || summary.mean_min > 1439.999_999);
/// ```
pub fn summary(minutes: impl IntoIterator<Item = f64>) -> Option<CircularSummary> {
    let (mut n, mut cosines, mut sines) = (0_usize, 0.0, 0.0);
    for minute in minutes {
        let (sine, cosine) = (minute.rem_euclid(DAY_MIN) / DAY_MIN * TAU).sin_cos();
        n += 1;
        cosines += cosine;
        sines += sine;
    }
    if n == 0 {
        return None;
    }
    let count = n as f64;
    let resultant = (cosines / count).hypot(sines / count);
    if resultant.is_nan() || resultant <= NO_DIRECTION {
        return None;
    }
    Some(CircularSummary {
        n,
        mean_min: on_the_clock(sines.atan2(cosines) / TAU * DAY_MIN),
        // Rounding may carry equal times a hair above a resultant of 1, where the logarithm would turn the sign.
        sd_min: (-2.0 * resultant.min(1.0).ln()).max(0.0).sqrt() / TAU * DAY_MIN,
    })
}

/// Circular median of clock times: unrolled to twelve hours either side of the circular mean, the ordinary median (`SCIENCE.md` 6).
///
/// Minutes after midnight, from 0 up to but not including 1440; `None` where [`summary`] is.
pub fn median(minutes: impl IntoIterator<Item = f64>) -> Option<f64> {
    let minutes: Vec<f64> = minutes.into_iter().collect();
    let mean = summary(minutes.iter().copied())?.mean_min;
    // Whole turns are added instead of distances from the mean taken, so that whole minutes stay whole.
    let mut unrolled: Vec<f64> = minutes
        .iter()
        .map(|minute| minute + ((mean - minute) / DAY_MIN).round() * DAY_MIN)
        .collect();
    unrolled.sort_by(f64::total_cmp);
    let middle = unrolled.len() / 2;
    let median = if unrolled.len() % 2 == 1 {
        unrolled[middle]
    } else {
        f64::midpoint(unrolled[middle - 1], unrolled[middle])
    };
    Some(on_the_clock(median))
}

/// Minutes from one clock time to another by the shorter way round, −720 up to but not including 720.
pub fn signed_distance(from: f64, to: f64) -> f64 {
    (to - from + DAY_MIN / 2.0).rem_euclid(DAY_MIN) - DAY_MIN / 2.0
}

/// The same clock time from 0 up to but not including 1440.
fn on_the_clock(minute: f64) -> f64 {
    let turned = minute.rem_euclid(DAY_MIN);
    // The remainder of a tiny negative number rounds up to a whole turn.
    if turned >= DAY_MIN { 0.0 } else { turned }
}
