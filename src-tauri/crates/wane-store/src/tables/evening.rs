//! Tables `wind_down` and `worry`.

use chrono::NaiveDate;
use wane_domain::{
    Moment,
    diary::{WindDown, Worry, WorryFate},
    winddown::BlockKind,
};

use crate::table::{dated, record};

record!(WindDown in "wind_down", dates &["date"], {
    date: NaiveDate,
    start: Option<Moment>,
    minutes: Option<u16>,
    blocks: Vec<BlockKind>,
}, origin);

// A worry touches no day: the history of a day tells nothing of it, and bringing a day back leaves it alone.
record!(Worry in "worry", dates &[], {
    evening: NaiveDate,
    text: String,
    fate: WorryFate,
}, origin);

dated!(WindDown by date);
