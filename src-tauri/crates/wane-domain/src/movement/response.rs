//! The morning after a session: pain on waking against what is usual (`SCIENCE.md` 8, flare rule).

use chrono::{Days, NaiveDate};

use crate::spread::quartiles;

/// The usual pain on waking is the middle of so many days up to the day itself.
pub const USUAL_DAYS: u64 = 28;

/// So many mornings at least make a usual.
pub const USUAL_FROM: usize = 3;

/// A rise by more than so many points is a flare, however long it stays ("≤ +2 points" is convention).
pub const MOST_RISE: f64 = 2.0;

/// Up to so many points above the usual is within what days differ by anyway: one step of the scale.
pub const AS_USUAL: f64 = 1.0;

/// Pain on waking of a day, 0–10; days in order, at most one entry a day, nothing for a day without.
pub type Mornings = [(NaiveDate, u8)];

/// What followed a day with movement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Response {
    /// Not known: no pain on waking the next day, or too few mornings before to say what is usual.
    Unknown,
    /// As usual, or back to it within 24 hours.
    Settled {
        /// Points above the usual on the next waking; below 0 for less pain.
        rise: f64,
    },
    /// A little more the next morning, and the morning after is not known.
    Waiting {
        /// Points above the usual on the next waking.
        rise: f64,
    },
    /// More than two points above the usual, or still above it on the second morning: longer than 24 hours.
    Flared {
        /// Points above the usual on the next waking.
        rise: f64,
    },
}

impl Response {
    /// Points above the usual on the next waking, where they are known.
    pub fn rise(self) -> Option<f64> {
        match self {
            Response::Unknown => None,
            Response::Settled { rise } | Response::Waiting { rise } | Response::Flared { rise } => {
                Some(rise)
            }
        }
    }
}

/// Pain on waking of that day.
pub fn morning(mornings: &Mornings, date: NaiveDate) -> Option<f64> {
    mornings
        .binary_search_by_key(&date, |(date, _)| *date)
        .ok()
        .map(|at| f64::from(mornings[at].1))
}

/// The usual pain on waking as it was known on that day: the median of the last [`USUAL_DAYS`] days that have one.
///
/// `None` for fewer than [`USUAL_FROM`] mornings.
pub fn usual(mornings: &Mornings, date: NaiveDate) -> Option<f64> {
    let first = date - Days::new(USUAL_DAYS - 1);
    let from = mornings.partition_point(|(day, _)| *day < first);
    let to = mornings.partition_point(|(day, _)| *day <= date);
    let known: Vec<f64> = mornings[from..to]
        .iter()
        .map(|(_, pain)| f64::from(*pain))
        .collect();
    if known.len() < USUAL_FROM {
        return None;
    }
    quartiles(&known).map(|quartiles| quartiles.median)
}

/// What followed the movement of `date`, as far as it is known on `today`.
///
/// The session lies before the next waking by less than a day, so that what is up on that waking may settle within
/// 24 hours; what is up on the second waking has not.
pub fn response(mornings: &Mornings, date: NaiveDate, today: NaiveDate) -> Response {
    let (next, second) = (date + Days::new(1), date + Days::new(2));
    let known = |day: NaiveDate| (day <= today).then(|| morning(mornings, day)).flatten();
    let (Some(usual), Some(pain)) = (usual(mornings, date), known(next)) else {
        return Response::Unknown;
    };
    let rise = pain - usual;
    if rise > MOST_RISE {
        return Response::Flared { rise };
    }
    if rise <= AS_USUAL {
        return Response::Settled { rise };
    }
    match known(second) {
        Some(pain) if pain - usual > AS_USUAL => Response::Flared { rise },
        Some(_) => Response::Settled { rise },
        None => Response::Waiting { rise },
    }
}
