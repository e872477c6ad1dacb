//! Tables `dose`, `routine`, `instruction` and `light`.

use chrono::NaiveDate;
use wane_domain::{
    Moment,
    diary::{Dose, Felt, Instruction, Light, Routine},
    movement::routine::Steps,
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

record!(Routine in "routine", dates &[], {
    name: String,
    steps: Steps,
});

record!(Instruction in "instruction", dates &["date"], {
    date: NaiveDate,
    floor_min: Option<u16>,
    ceiling_min: Option<u16>,
    said: Option<String>,
}, origin);

record!(Light in "light", dates &["date"], {
    date: NaiveDate,
    start: Option<Moment>,
    minutes: Option<u16>,
}, origin);

dated!(Dose by date, Instruction by date, Light by date);
