//! `wane reminders …`

use serde_json::{Value, json};
use wane_app::{App, wire::WireError};

use super::kebab;
use crate::{
    args::{NoticeText, Reminders, Weekday},
    print::{self, Kind},
};

/// Carries out what was said about reminders, and prints the part of the plan it was about.
pub fn remind(app: &App, reminders: Reminders, json: bool) -> Result<(), WireError> {
    let ask = |name: &str, request: Value| app.call(name, request);
    let show = |kind, value: &Value| print::answer(kind, value, json);
    match reminders {
        Reminders::List => show(Kind::Rules, &ask("plan", json!({}))?["rules"]),
        Reminders::Glance => show(Kind::Glance, &ask("plan", json!({}))?),
        Reminders::Health => show(Kind::Lines, &ask("plan", json!({}))?["health"]),
        Reminders::Plan { from, to } => show(
            Kind::Occurrences,
            &ask("occurrences", json!({ "from": from, "to": to }))?,
        ),
        Reminders::Due => show(Kind::Occurrences, &ask("due", json!({}))?),
        Reminders::Test => return test(app, json),
        Reminders::Set {
            kind,
            at,
            days,
            off,
        } => {
            let times = at.map(|at| on_days(&at, &days));
            let request = json!({ "kind": kind, "enabled": !off, "times": times });
            show(Kind::Rules, &ask("set_rule", request)?["rules"]);
        }
        Reminders::Rename { kind, name } => show(
            Kind::Rules,
            &ask("rename_rule", json!({ "kind": kind, "name": name }))?["rules"],
        ),
        Reminders::Remove { kind } => show(
            Kind::Rules,
            &ask("remove_rule", json!({ "kind": kind }))?["rules"],
        ),
        Reminders::Targets {
            bed,
            rise,
            days,
            lead,
        } => {
            let request = json!({ "bed": on_days(&bed, &days), "rise": rise, "lead_min": lead });
            show(Kind::Glance, &ask("set_targets", request)?);
        }
        Reminders::Suggestion { accept, not_now } => {
            let name = match (accept, not_now) {
                (true, _) => "suggestion_accept",
                (_, true) => "suggestion_dismiss",
                _ => {
                    show(Kind::Suggestion, &ask("plan", json!({}))?["suggestion"]);
                    return Ok(());
                }
            };
            show(Kind::Glance, &ask(name, json!({}))?);
        }
        Reminders::Pause { reason, days } => {
            let request = json!({ "reason": kebab(&format!("{reason:?}")), "days": days });
            show(Kind::Glance, &ask("pause_start", request)?);
        }
        Reminders::Resume => show(Kind::Glance, &ask("pause_end", json!({}))?),
        Reminders::Night {
            from,
            to,
            automatic,
        } => {
            let plan = if automatic || from.is_some() {
                let request = json!({ "automatic": automatic, "from": from, "to": to });
                ask("set_protected_night", request)?
            } else {
                ask("plan", json!({}))?
            };
            show(Kind::Text, &plan["protected_night"]);
        }
        Reminders::Rest { kind } => answer(app, &kind, true, json)?,
        Reminders::Keep { kind } => answer(app, &kind, false, json)?,
        Reminders::BringBack { kind } => show(
            Kind::Rules,
            &ask("bring_back", json!({ "kind": kind }))?["rules"],
        ),
        Reminders::Inbox { dismiss, date } => {
            let plan = match dismiss {
                Some(kind) => ask("inbox_dismiss", json!({ "kind": kind, "local_date": date }))?,
                None => ask("plan", json!({}))?,
            };
            show(Kind::Inbox, &plan["past"]);
        }
        Reminders::Light { way, lamp } => {
            let way = way.map(|way| kebab(&format!("{way:?}")));
            let request = json!({ "way": way, "dark_winter_lamp": lamp });
            show(Kind::Light, &ask("set_light", request)?["light"]);
        }
        Reminders::Text { how } => {
            let plan = match how {
                Some(how) => {
                    let plain = matches!(how, NoticeText::Plain);
                    ask("set_notice_text", json!({ "plain": plain }))?
                }
                None => ask("plan", json!({}))?,
            };
            show(Kind::NoticeText, &plan["notice_text"]);
        }
        Reminders::Done { kind, date } => {
            let request = json!({ "kind": kind, "local_date": date });
            show(Kind::Rules, &ask("reminder_done", request)?["rules"]);
        }
        Reminders::Skip { kind, date } => {
            let request = json!({ "kind": kind, "local_date": date });
            show(Kind::Rules, &ask("reminder_skip", request)?["rules"]);
        }
        Reminders::Snooze { kind, minutes } => {
            let request = json!({ "kind": kind, "minutes": minutes });
            show(Kind::Rules, &ask("reminder_snooze", request)?["rules"]);
        }
    }
    Ok(())
}

/// Whether a reminder shall rest.
fn answer(app: &App, kind: &str, rest: bool, json: bool) -> Result<(), WireError> {
    let plan = app.call("answer_question", json!({ "kind": kind, "rest": rest }))?;
    print::answer(Kind::Rules, &plan["rules"], json);
    Ok(())
}

/// Shows one now. A terminal has no notification service of its own, and says so.
fn test(app: &App, json: bool) -> Result<(), WireError> {
    print::answer(Kind::Text, &app.call("test_reminder", json!({}))?, json);
    Ok(())
}

/// The time on each weekday, Monday first; on every day if none is named.
fn on_days(at: &str, days: &[Weekday]) -> Vec<Option<String>> {
    use Weekday::*;
    [Mon, Tue, Wed, Thu, Fri, Sat, Sun]
        .into_iter()
        .map(|day| (days.is_empty() || days.contains(&day)).then(|| at.to_owned()))
        .collect()
}
