//! Several days as one mark, where a range has more days than the picture has room for.

use chrono::{Duration, NaiveDate};

use crate::Calendar;

/// More days per pixel than this cannot be told apart.
const MOST_DAYS_PER_PIXEL: f64 = 1.2;
/// A mark for several days gets at least so many pixels, so that its middle and its range can be seen.
const LEAST_PIXELS: f64 = 4.0;
/// Whole weeks, so that no mark holds more weekends than its neighbour.
const SIZES: [u32; 8] = [7, 14, 28, 91, 182, 364, 728, 1456];

/// How many days one mark stands for when `days` share `pixels`.
pub(crate) fn days_per_mark(days: i64, pixels: f64) -> u32 {
    let per_pixel = days as f64 / pixels;
    if per_pixel <= MOST_DAYS_PER_PIXEL {
        return 1;
    }
    let fits = |size: &&u32| f64::from(**size) >= LEAST_PIXELS * per_pixel;
    SIZES
        .iter()
        .find(fits)
        .copied()
        .unwrap_or(SIZES[SIZES.len() - 1])
}

/// The range cut into pieces of `size` days.
///
/// The cuts do not depend on where the range begins, so that marks stay what they are while the range moves;
/// the first and the last piece may therefore be shorter.
pub(crate) fn pieces(
    from: NaiveDate,
    to: NaiveDate,
    size: u32,
    calendar: &Calendar,
) -> Vec<(NaiveDate, NaiveDate)> {
    let size = i64::from(size.max(1));
    let mut pieces = Vec::new();
    let mut start = from;
    while start <= to {
        let into = calendar.week_days(start).rem_euclid(size);
        let end = (start + Duration::days(size - 1 - into)).min(to);
        pieces.push((start, end));
        start = end + Duration::days(1);
    }
    pieces
}

/// Which piece each day of the range falls into.
pub(crate) fn piece_of_day(pieces: &[(NaiveDate, NaiveDate)]) -> Vec<usize> {
    let mut places = Vec::new();
    for (i, (from, to)) in pieces.iter().enumerate() {
        places.resize(places.len() + ((*to - *from).num_days() + 1) as usize, i);
    }
    places
}

/// The middle of some values: the median, halfway between the two middle ones for an even number.
///
/// Reorders the values; the time it takes grows with their number only.
pub(crate) fn median(values: &mut [f64]) -> Option<f64> {
    let half = values.len() / 2;
    if values.is_empty() {
        return None;
    }
    let even = values.len().is_multiple_of(2);
    let (below, upper, _) = values.select_nth_unstable_by(half, f64::total_cmp);
    if !even {
        return Some(*upper);
    }
    let lower = below.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Some((lower + *upper) / 2.0)
}

/// The lowest, the middle and the highest of some values; reorders them.
pub(crate) fn low_middle_high(values: &mut [f64]) -> Option<(f64, f64, f64)> {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Some((low, median(values)?, high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;

    fn calendar() -> Calendar {
        Calendar {
            months_short: Default::default(),
            months_long: Default::default(),
            weekdays_short: Default::default(),
            first_weekday: Weekday::Mon,
            day_month: String::new(),
            month_year: String::new(),
        }
    }

    fn day(n: i64) -> NaiveDate {
        NaiveDate::default() + Duration::days(n)
    }

    #[test]
    fn days_are_joined_only_when_pixels_run_out() {
        for (days, pixels, expected) in [
            (60, 300.0, 1),
            (1096, 1100.0, 1),
            (1320, 1100.0, 1),
            (1330, 1100.0, 7),
            (3653, 1100.0, 14),
            (36_525, 1100.0, 182),
        ] {
            assert_eq!(
                days_per_mark(days, pixels),
                expected,
                "{days} days on {pixels} pixels"
            );
        }
    }

    #[test]
    fn pieces_cover_every_day_once_and_do_not_move_with_the_range() {
        let long = pieces(day(0), day(99), 14, &calendar());
        let later = pieces(day(5), day(99), 14, &calendar());
        for piece in [&long, &later] {
            for pair in piece.windows(2) {
                assert_eq!(
                    pair[0].1 + Duration::days(1),
                    pair[1].0,
                    "no day is lost or doubled"
                );
            }
        }
        assert_eq!(
            long[2..],
            later[later.len() - (long.len() - 2)..],
            "the cuts stay where they were"
        );
        assert_eq!(piece_of_day(&long).len(), 100, "every day has a piece");
    }

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(&mut [3.0, 1.0, 2.0]), Some(2.0), "odd");
        assert_eq!(median(&mut [4.0, 1.0, 2.0, 3.0]), Some(2.5), "even");
        assert_eq!(median(&mut []), None, "nothing has no middle");
        assert_eq!(
            low_middle_high(&mut [5.0, 1.0, 2.0, 9.0]),
            Some((1.0, 3.5, 9.0)),
            "the ends and the middle"
        );
    }
}
