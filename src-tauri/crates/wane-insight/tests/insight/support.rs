//! Short ways to say dates, diaries and closeness.

use chrono::NaiveDate;
use wane_insight::{
    Calendar, Comparison, Obstacle, Quantity, Question, calendar::Series, shift::Shifts,
};

/// `2026-02-04` as a date.
pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// So many days from a Monday on.
pub fn days(days: usize) -> Calendar {
    let first = date("2026-01-05");
    Calendar::between(first, first + chrono::Days::new(days as u64 - 1)).unwrap()
}

/// Every day written.
pub fn full(values: impl IntoIterator<Item = f64>) -> Series {
    values.into_iter().map(Some).collect()
}

/// Numbers that follow no pattern, from 0 to below `end`.
pub fn scattered(seed: u64, end: u64) -> impl Iterator<Item = u64> {
    let mut state = seed;
    std::iter::from_fn(move || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        Some((mixed ^ (mixed >> 31)) % end)
    })
}

/// Numbers that follow no pattern, as a series without gaps.
pub fn noise(seed: u64, end: u64, many: usize) -> Series {
    full(scattered(seed, end).map(|number| number as f64).take(many))
}

/// Sleep to pain, with nothing said about scales.
pub fn compared(calendar: &Calendar, sleep: &Series, pain: &Series) -> Comparison {
    let question = Question::sleep_to_pain(Quantity::open(sleep), Quantity::open(pain));
    Comparison::of(calendar, &question, &mut Shifts::new())
}

/// Why there are no numbers.
pub fn obstacle(comparison: &Comparison) -> Option<Obstacle> {
    comparison.numbers.as_ref().err().copied()
}

/// Whether two numbers are the same up to `within`, as a share of the second.
pub fn close(ours: f64, theirs: f64, within: f64) -> bool {
    (ours - theirs).abs() <= within * theirs.abs().max(f64::MIN_POSITIVE)
}
