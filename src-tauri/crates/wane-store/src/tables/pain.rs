//! Tables `named_pain`, `pain_rating` and `interference`.

use chrono::{DateTime, NaiveDate, Utc};
use wane_domain::{
    Id,
    body::Region,
    diary::{Interference, NamedPain, Occasion, PainRating},
    scale::Rating,
};

use crate::table::{dated, record};

record!(NamedPain in "named_pain", dates &[], {
    name: String,
    regions: Vec<Region>,
    retired_at: Option<DateTime<Utc>>,
});

record!(PainRating in "pain_rating", dates &["date"], {
    date: NaiveDate,
    occasion: Occasion,
    pain: Option<Id>,
    rating: Rating,
}, origin);

record!(Interference in "interference", dates &["date"], {
    date: NaiveDate,
    pain: Option<Rating>,
    enjoyment: Option<Rating>,
    activity: Option<Rating>,
}, origin);

dated!(PainRating by date, Interference by date);
