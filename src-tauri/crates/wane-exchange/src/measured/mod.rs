//! What devices measure all day besides sleep, told by any number of sources at once, as one figure or spell each.

pub(crate) mod exercise;
pub(crate) mod heart;
pub(crate) mod steps;

/// A day is kept by quarters of an hour, so that memory grows with the days and not with the records; every zone's days
/// begin at one.
const SLOT_SECONDS: i64 = 15 * 60;

/// Quarters of an hour in a day.
const SLOTS: usize = 96;
