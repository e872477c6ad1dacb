//! Movement: the library, routines, when a session lies late, and the just-right dose ledger (rows M1–M4 and X6).
//!
//! [`library`] names the gentle movements; their words lie in the catalogue and their drawings in the window.
//! [`routine`] puts them in an order; [`timing`] says when a hard session lies close to bed;
//! [`ledger`] suggests same, less or a little more from the person's own days, and [`response`] reads the mornings after.
//!
//! Nothing here is advice about an illness: it paces a plan that the person has chosen.

pub mod ledger;
pub mod library;
pub mod response;
pub mod routine;
pub mod timing;
