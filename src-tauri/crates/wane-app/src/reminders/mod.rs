//! Reminders: the loop's one turn, the plan, the inbox, the rules.
//!
//! The rules of time are the domain's ([`wane_domain::reminder`]); here they meet the diary, the schedule and the host.

mod act;
mod choices;
mod desktop;
mod follow;
mod glance;
mod inbox;
mod known;
mod notice;
mod pause;
mod plan_view;
mod queries;
mod rules;
mod suggest;
mod tray;
mod turn;

pub(crate) use rules::write_target_rules;
pub use tray::TrayOutcome;

/// How far back the loop looks for reminders it was not there to show, in days.
const LOOK_BACK_DAYS: i64 = 14;
