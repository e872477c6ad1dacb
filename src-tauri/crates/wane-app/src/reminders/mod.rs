//! Reminders: the loop's one turn, the plan, the inbox, the rules.
//!
//! The rules of time are the domain's ([`wane_domain::reminder`]); here they meet the diary, the schedule and the host.

mod act;
mod follow;
mod inbox;
mod plan_view;
mod queries;
mod rules;
mod turn;

pub(crate) use rules::write_target_rules;

/// How far back the loop looks for reminders it was not there to show, in days.
const LOOK_BACK_DAYS: i64 = 14;
