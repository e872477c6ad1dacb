//! Tables `day_entry`, `note` and `annotation`.

use chrono::NaiveDate;
use wane_domain::{
    diary::{Annotation, DayEntry, Note},
    scale::Arousal,
};

use crate::table::{dated, record};

record!(DayEntry in "day_entry", dates &["date"], {
    date: NaiveDate,
    arousal: Option<Arousal>,
    mattered: Option<String>,
    rough: bool,
}, origin);

record!(Note in "note", dates &["date"], {
    date: NaiveDate,
    text: String,
}, origin);

record!(Annotation in "annotation", dates &["date"], {
    date: NaiveDate,
    label: String,
});

dated!(DayEntry by date, Note by date, Annotation by date);
