//! Flares: when it is time to ask whether one has passed (row W6).
//!
//! There is no forecast, no level and no score: a flare is a run of days that the person marked.

use chrono::{Days, NaiveDate};

use crate::diary::{FlareHow, FlareNote, Span};

/// So many days after the beginning, or after the last answer, the question comes (again).
pub const ASKED_EVERY_DAYS: u64 = 3;

/// Whether to ask on `today` if the flare has passed.
///
/// Every third day, and on the day after one that ended easing; never twice on one day, and never on its first day.
/// `answered` is the day on which the person last said that it was still on.
pub fn asks(
    flare: &Span,
    notes: &[FlareNote],
    answered: Option<NaiveDate>,
    today: NaiveDate,
) -> bool {
    let answered = answered.filter(|day| *day >= flare.from_date);
    let since = answered.unwrap_or(flare.from_date);
    if since >= today || flare.to_date.is_some_and(|end| end < today) {
        return false;
    }
    let due = since
        .checked_add_days(Days::new(ASKED_EVERY_DAYS))
        .is_some_and(|due| due <= today);
    due || eased_before(notes, since, today)
}

/// Whether the last note before `today` and after `since`, or on it, was one of easing.
fn eased_before(notes: &[FlareNote], since: NaiveDate, today: NaiveDate) -> bool {
    notes
        .iter()
        .filter(|note| note.date >= since && note.date < today)
        .max_by_key(|note| (note.at.instant, note.id))
        .is_some_and(|note| note.how == FlareHow::Easing)
}
