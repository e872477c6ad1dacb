//! Tables `dose` and `light`.

use chrono::NaiveDate;
use wane_domain::{
    Moment,
    diary::{Dose, Felt, Light},
    scale::Effort,
};

use crate::table::{dated, record};

record!(Dose in "dose", dates &["date"], {
    date: NaiveDate,
    start: Option<Moment>,
    kind: Option<String>,
    minutes: Option<u16>,
    effort: Option<Effort>,
    felt: Option<Felt>,
}, origin);

record!(Light in "light", dates &["date"], {
    date: NaiveDate,
    start: Option<Moment>,
    minutes: Option<u16>,
}, origin);

dated!(Dose by date, Light by date);
