//! Tables `span`, `flare_line` and `flare_note`.
//!
//! A span lies over many dates, so it is not found by one: see [`crate::Reader::spans_over`].

use chrono::NaiveDate;
use wane_domain::{
    Moment,
    diary::{FlareHow, FlareLine, FlareNote, FlarePrompt, Span, SpanKind},
};

use crate::table::{dated, record};

record!(Span in "span", dates &["from_date", "to_date"], {
    kind: SpanKind,
    from_date: NaiveDate,
    to_date: Option<NaiveDate>,
});

record!(FlareLine in "flare_line", dates &["date"], {
    date: NaiveDate,
    prompt: FlarePrompt,
    text: String,
}, origin);

record!(FlareNote in "flare_note", dates &["date"], {
    date: NaiveDate,
    at: Moment,
    how: FlareHow,
}, origin);

dated!(FlareLine by date, FlareNote by date);
