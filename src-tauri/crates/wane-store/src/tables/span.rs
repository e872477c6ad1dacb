//! Table `span`.
//!
//! A span lies over many dates, so it is not found by one: see [`crate::Reader::spans_over`].

use chrono::NaiveDate;
use wane_domain::diary::{Span, SpanKind};

use crate::table::record;

record!(Span in "span", dates &["from_date", "to_date"], {
    kind: SpanKind,
    from_date: NaiveDate,
    to_date: Option<NaiveDate>,
});
