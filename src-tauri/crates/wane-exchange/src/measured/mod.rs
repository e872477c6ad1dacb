//! What devices measure all day besides sleep, told by any number of sources at once, as one figure or spell each.

pub(crate) mod exercise;
pub(crate) mod heart;
pub(crate) mod steps;
