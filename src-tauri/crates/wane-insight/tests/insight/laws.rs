//! What must hold for every diary.

use proptest::prelude::*;
use wane_insight::{Calendar, calendar::Series};

use crate::support::{close, compared, days};

/// A diary with gaps: nights in quarters of a per cent, pain from 0 to 10.
fn diaries() -> impl Strategy<Value = (Series, Series)> {
    prop::collection::vec(
        (
            prop::option::weighted(0.85, 240..400_i32),
            prop::option::weighted(0.85, 0..11_i32),
        ),
        50..150,
    )
    .prop_map(|days| {
        days.into_iter()
            .map(|(night, pain)| {
                (
                    night.map(|night| f64::from(night) / 4.0),
                    pain.map(f64::from),
                )
            })
            .unzip()
    })
}

proptest! {
    #[test]
    fn other_units_of_the_night_change_no_effect((sleep, pain) in diaries(), times in 0.01..100.0, plus in -50.0..50.0) {
        let calendar = days(sleep.len());
        let rescaled: Series = sleep.iter().map(|night| night.map(|night| night * times + plus)).collect();
        if let Ok(numbers) = compared(&calendar, &sleep, &pain).numbers {
            let other = compared(&calendar, &rescaled, &pain).numbers.unwrap();
            prop_assert!((numbers.effect - other.effect).abs() < 1e-7, "{} and {}", numbers.effect, other.effect);
            prop_assert!(close(other.p, numbers.p, 1e-6), "{} and {}", numbers.p, other.p);
            prop_assert_eq!(numbers.mirror, other.mirror, "nor what the mirror shows");
        }
    }

    #[test]
    fn more_pain_every_day_changes_no_effect((sleep, pain) in diaries(), more in -5.0..5.0) {
        let calendar = days(sleep.len());
        let moved: Series = pain.iter().map(|pain| pain.map(|pain| pain + more)).collect();
        if let Ok(numbers) = compared(&calendar, &sleep, &pain).numbers {
            let other = compared(&calendar, &sleep, &moved).numbers.unwrap();
            prop_assert!((numbers.effect - other.effect).abs() < 1e-9, "{} and {}", numbers.effect, other.effect);
        }
    }

    #[test]
    fn whole_weeks_later_changes_nothing((sleep, pain) in diaries(), weeks in 1..400_u64) {
        let calendar = days(sleep.len());
        let later = calendar.first() + chrono::Days::new(7 * weeks);
        let later = Calendar::between(later, later + chrono::Days::new(sleep.len() as u64 - 1)).unwrap();
        prop_assert_eq!(
            compared(&calendar, &sleep, &pain).numbers,
            compared(&later, &sleep, &pain).numbers,
            "only weekdays are read from the date"
        );
    }

    #[test]
    fn unwritten_days_at_either_end_change_no_effect((sleep, pain) in diaries(), before in 0..40_usize, after in 0..40_usize) {
        let calendar = days(sleep.len());
        let first = calendar.first() - chrono::Days::new(7 * before as u64);
        let wide = Calendar::between(first, calendar.date(sleep.len() - 1 + after)).unwrap();
        let padded = |series: &Series| -> Series {
            vec![None; 7 * before].into_iter().chain(series.iter().copied()).chain(vec![None; after]).collect()
        };
        if let Ok(numbers) = compared(&calendar, &sleep, &pain).numbers {
            let other = compared(&wide, &padded(&sleep), &padded(&pain)).numbers.unwrap();
            prop_assert!((numbers.effect - other.effect).abs() < 1e-8, "{} and {}", numbers.effect, other.effect);
            prop_assert!(close(other.se_hc3, numbers.se_hc3, 1e-6), "{} and {}", numbers.se_hc3, other.se_hc3);
        }
    }

    #[test]
    fn the_effect_lies_in_the_middle_of_nested_ranges((sleep, pain) in diaries()) {
        if let Ok(numbers) = compared(&days(sleep.len()), &sleep, &pain).numbers {
            let (inner, outer) = (numbers.ci95, numbers.ci99);
            prop_assert!(outer.low < inner.low && inner.high < outer.high, "99 % is wider than 95 %");
            prop_assert!(inner.holds(numbers.effect), "the effect lies inside");
            prop_assert!(inner.holds(0.0) == (numbers.p >= 0.05), "p and range say the same");
            prop_assert!(outer.holds(0.0) == (numbers.p >= 0.01), "and so at 99 %");
        }
    }
}
