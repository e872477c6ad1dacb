//! Quartiles and rolling medians.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use wane_domain::spread::{Quartiles, quartiles, rolling_median};

use crate::support::date;

#[test]
fn quartiles_interpolate_between_order_statistics() {
    let check = |values: &[f64], low: f64, median: f64, high: f64| {
        assert_eq!(
            quartiles(values),
            Some(Quartiles { low, median, high }),
            "of {values:?}"
        );
    };
    check(&[5.0], 5.0, 5.0, 5.0);
    check(&[2.0, 1.0], 1.25, 1.5, 1.75);
    check(&[4.0, 1.0, 3.0, 2.0], 1.75, 2.5, 3.25);
    check(&[7.0, 1.0, 3.0, 5.0, 9.0], 3.0, 5.0, 7.0);
    check(&[1.0, f64::NAN, 3.0], 1.5, 2.0, 2.5);
    assert_eq!(quartiles(&[]), None, "nothing has no middle");
    assert_eq!(
        quartiles(&[f64::INFINITY]),
        None,
        "what is not finite is no value"
    );
}

fn points(days_and_values: &[(u64, f64)]) -> Vec<(NaiveDate, f64)> {
    days_and_values
        .iter()
        .map(|(day, value)| (date("2026-02-01") + Days::new(*day), *value))
        .collect()
}

#[test]
fn rolling_median_stands_only_where_enough_points_are() {
    let check = |given: &[(u64, f64)], expected: &[(u64, f64)], why: &str| {
        assert_eq!(
            rolling_median(&points(given), 7, 4),
            points(expected),
            "{why}"
        );
    };
    check(&[], &[], "no points, no line");
    check(
        &[(0, 1.0), (1, 2.0), (2, 3.0)],
        &[],
        "three points are too few",
    );
    check(
        &[(0, 1.0), (1, 9.0), (2, 3.0), (3, 4.0)],
        &[(0, 3.5), (1, 3.5), (2, 3.5), (3, 3.5)],
        "all four lie within three days of each",
    );
    check(
        &[(0, 1.0), (1, 9.0), (2, 3.0), (4, 4.0)],
        &[(1, 3.5), (2, 3.5)],
        "the fourth day away is outside, and the missing day gets no point",
    );
    check(
        &[
            (0, 1.0),
            (1, 2.0),
            (2, 3.0),
            (3, 4.0),
            (20, 5.0),
            (21, 6.0),
            (22, 7.0),
            (23, 8.0),
        ],
        &[
            (0, 2.5),
            (1, 2.5),
            (2, 2.5),
            (3, 2.5),
            (20, 6.5),
            (21, 6.5),
            (22, 6.5),
            (23, 6.5),
        ],
        "a gap is a gap: nothing crosses it",
    );
    check(
        &[(3, 4.0), (0, 1.0), (0, f64::NAN), (1, 9.0), (0, 3.0)],
        &[(0, 3.5), (1, 3.5), (3, 3.5)],
        "any order, several to a date, and what is no number is left out",
    );
}

proptest! {
    #[test]
    fn rolling_median_is_the_median_of_its_window(
        given in prop::collection::vec((0_u64..60, -10.0..10.0_f64), 0..60),
        window in 1_u16..15,
        at_least in 0_usize..6,
    ) {
        let points = points(&given);
        let reach = i64::from(window / 2);
        let mut dates: Vec<NaiveDate> = points.iter().map(|(date, _)| *date).collect();
        dates.sort_unstable();
        dates.dedup();
        let expected: Vec<(NaiveDate, f64)> = dates
            .into_iter()
            .filter_map(|centre| {
                let inside: Vec<f64> = points
                    .iter()
                    .filter(|(date, _)| (*date - centre).num_days().abs() <= reach)
                    .map(|(_, value)| *value)
                    .collect();
                (inside.len() >= at_least).then(|| (centre, quartiles(&inside).unwrap().median))
            })
            .collect();
        prop_assert_eq!(rolling_median(&points, window, at_least), expected, "as looked up date by date");
    }
}
