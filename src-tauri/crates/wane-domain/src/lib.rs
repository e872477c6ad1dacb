//! What a diary is: nights, pain, days, the numbers derived from them, the sun, and the rules of reminders.
//!
//! This crate has no IO, no clock and no serde: every answer follows from its arguments.
//! Start with [`diary`], the records a person can make; then [`moment`], how a clock time becomes an instant.
//!
//! Reading order:
//! 1. [`id`] and [`scale`]: names of records, and numbers that cannot be out of range
//! 2. [`moment`]: instants that remember their zone; gaps and folds of the clock
//! 3. [`diary`]: every record of the diary
//! 4. [`body`]: regions of the body map
//! 5. [`measures`]: TIB, SPT, TST, SE and midpoint of one night
//! 6. [`check`]: questions a careful reader would ask about an entry
//! 7. [`circular`] and [`regularity`]: means and spreads round the clock, SRI, social jetlag
//! 8. [`spread`]: quartiles and rolling medians of plain numbers; [`weekly`]: clock times by week;
//!    [`consistency`]: the share of awakenings inside the user's own window;
//!    [`weekly_look`]: on which dates the diary is looked at
//! 9. [`usual`]: the user's own usual night, for prefilling; clock times laid out round a wake date
//! 10. [`day`]: wake-to-wake days
//! 11. [`awake`]: being awake in the night, as it was noted there and then
//! 12. [`winddown`], [`breath`], [`relax`] and [`worry`]: the evening's help
//! 13. [`experiment`]: small experiments, which days they lie on and which answers belong to them
//! 14. [`movement`]: gentle movements, routines, late sessions, and the just-right ledger
//! 15. [`sun`] and [`place`]: daylight, computed offline
//! 16. [`reminder`]: rules, occurrences, and the pure plan of what to show
//! 17. [`flare`]: when it is time to ask whether a flare has passed
//! 18. [`topic`]: what the day's entry gives occasion to read about

pub mod awake;
pub mod body;
pub mod breath;
pub mod check;
pub mod circular;
pub mod consistency;
pub mod day;
pub mod diary;
pub mod experiment;
pub mod flare;
pub mod id;
pub mod measures;
pub mod moment;
pub mod movement;
pub mod place;
pub mod regularity;
pub mod relax;
pub mod reminder;
pub mod scale;
pub mod spread;
pub mod sun;
pub mod target;
pub mod topic;
pub mod usual;
pub mod weekly;
pub mod weekly_look;
pub mod winddown;
pub mod worry;

pub use id::Id;
pub use moment::{Fold, Moment};
