//! The rating of pain overall, of which a check-in has one.

use chrono::NaiveDate;
use wane_domain::{
    diary::{Occasion, PainRating},
    scale::Rating,
};
use wane_store::{Change, Diary, Error};

use crate::{App, fault::Fault};

impl App {
    pub(super) fn rating_change(
        &self,
        diary: &Diary,
        date: NaiveDate,
        occasion: Occasion,
        rating: Option<Rating>,
        keep_absent: bool,
    ) -> Result<RatingChange, Fault> {
        let earlier = overall_rating(diary, date, occasion)?;
        Ok(match (rating, earlier) {
            (Some(rating), Some(earlier)) => RatingChange::Put(PainRating { rating, ..earlier }),
            (Some(rating), None) => RatingChange::Put(PainRating {
                id: self.new_id(),
                date,
                occasion,
                pain: None,
                rating,
                origin: self.asked_at(date, occasion),
            }),
            (None, Some(earlier)) if !keep_absent => RatingChange::Remove(earlier),
            (None, _) => RatingChange::Nothing,
        })
    }
}

/// What becomes of a day's rating.
pub(super) enum RatingChange {
    Put(PainRating),
    Remove(PainRating),
    Nothing,
}

impl RatingChange {
    pub(super) fn write(&self, change: &mut Change<'_>) -> Result<bool, Error> {
        match self {
            RatingChange::Put(rating) => change.put(rating),
            RatingChange::Remove(rating) => change.remove::<PainRating>(rating.id),
            RatingChange::Nothing => Ok(false),
        }
    }
}

/// The day's rating of pain overall.
pub(crate) fn overall_rating(
    diary: &Diary,
    date: NaiveDate,
    occasion: Occasion,
) -> Result<Option<PainRating>, Fault> {
    Ok(diary
        .between::<PainRating>(date, date)?
        .into_iter()
        .find(|r| r.occasion == occasion && r.pain.is_none()))
}
