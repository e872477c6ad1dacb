//! The ledger in words: the suggestion, its reasons, and the last four weeks as lines and as a table.

use std::collections::HashMap;

use chrono::{Duration, NaiveDate};
use wane_domain::movement::{
    ledger::{self, Change, Moved, Quota, Stays, Way},
    response::{Response, response},
};
use wane_text::Arg;

use super::ledger::{Material, SHOWN_DAYS};
use crate::{App, wire::*};

impl App {
    /// Everything of the ledger that follows from what was read; lists of the diary's own are filled in by the caller.
    pub(super) fn ledger_in_words(&self, material: &Material) -> LedgerView {
        let quotas = material.quotas();
        let baseline = material.baseline();
        let now = quotas.last();
        let state = match (now, baseline.minutes) {
            (Some(_), _) => LedgerState::Running,
            (None, Some(_)) => LedgerState::Ready,
            (None, None) => LedgerState::Collecting,
        };
        let trials = baseline.trials.len() as u64;
        let count = |id: &str| self.words.text(id, &[("count", Arg::from(trials))]);
        let baseline_min = match &material.plan {
            Some(plan) => Some(plan.baseline),
            None => baseline.minutes,
        };
        let text = match (now, state) {
            (Some(quota), _) => self.suggestion_text(quota),
            (None, LedgerState::Ready) => self.words.text("ledger-ready", &[]),
            (None, _) => count("ledger-collecting"),
        };
        let days = self.ledger_days(material, &quotas);
        LedgerView {
            state,
            text,
            reasons: now.map_or_else(Vec::new, |quota| self.reasons(material, quota)),
            quota_min: now.map(|quota| quota.minutes),
            today_min: minutes_on(&material.moved, material.today),
            way: now.map(|quota| match quota.way() {
                Way::Same => QuotaWay::Same,
                Way::Less => QuotaWay::Less,
                Way::More => QuotaWay::More,
            }),
            asks: now.and_then(|quota| self.question(material, quota)),
            baseline_min,
            baseline_text: match (&material.plan, baseline.minutes) {
                (Some(plan), _) => self.words.text(
                    "ledger-baseline-plan",
                    &[
                        ("length", self.length(plan.baseline)),
                        ("day", Arg::from(self.words.date_short_year(plan.start))),
                    ],
                ),
                (None, Some(minutes)) => self.words.text(
                    "ledger-baseline",
                    &[
                        ("length", self.length(minutes)),
                        ("first", self.length((minutes * ledger::START).round())),
                        ("count", Arg::from(trials)),
                    ],
                ),
                (None, None) => self.words.text("ledger-baseline-none", &[]),
            },
            goal_min: material.plan.as_ref().and_then(|plan| plan.goal),
            kind: material.kind.clone(),
            kinds: Vec::new(),
            instructions: Vec::new(),
            days_text: self.days_text(&days),
            table: self.ledger_table(&days),
            days,
            about_text: self.words.text("ledger-about", &[]),
            said: None,
            undo_text: None,
            redo_text: None,
        }
    }

    fn length(&self, minutes: f64) -> Arg {
        Arg::from(self.words.duration(minutes))
    }

    /// "A little more this week: 22 min a day, after 20 min."
    pub(super) fn suggestion_text(&self, quota: &Quota) -> String {
        let id = match (quota.way(), quota.change) {
            (Way::More, _) => "ledger-more",
            (Way::Less, _) => "ledger-less",
            (Way::Same, Change::Begun) => "ledger-begin",
            (Way::Same, _) => "ledger-same",
        };
        self.words.text(
            id,
            &[
                ("length", self.length(f64::from(quota.minutes))),
                ("before", self.length(f64::from(quota.before))),
            ],
        )
    }

    fn reasons(&self, material: &Material, quota: &Quota) -> Vec<String> {
        let change = match quota.change {
            Change::Begun => "ledger-why-begun",
            Change::Raised => "ledger-why-raised",
            Change::TooMuch => "ledger-why-too-much",
            Change::Flared => "ledger-why-flared",
            Change::FlaredAgain => "ledger-why-flared-again",
            Change::Limits => "ledger-why-limits",
            Change::BelowFloor => "ledger-why-below-floor",
        };
        let stays = match quota.stays {
            Stays::Changed => None,
            Stays::Marked => Some("ledger-stays-marked"),
            Stays::Holding => Some("ledger-stays-holding"),
            Stays::Ceiling => Some("ledger-stays-ceiling"),
            Stays::Goal => Some("ledger-stays-goal"),
            Stays::Week => Some("ledger-stays-week"),
            Stays::AfterTooMuch => Some("ledger-stays-too-much"),
            Stays::Waiting => Some("ledger-stays-waiting"),
            Stays::Practise => Some("ledger-stays-practise"),
        };
        let (_, ceiling) = ledger::limits_on(&material.limits, material.today);
        [Some(change), stays]
            .into_iter()
            .flatten()
            .map(|id| {
                self.words.text(
                    id,
                    &[
                        ("day", Arg::from(self.words.date_short(quota.since))),
                        (
                            "ceiling",
                            self.length(f64::from(ceiling.unwrap_or(quota.minutes))),
                        ),
                        ("days", Arg::from(ledger::PRACTISED as u64)),
                    ],
                )
            })
            .collect()
    }

    fn question(&self, material: &Material, quota: &Quota) -> Option<String> {
        let (floor, _) = ledger::limits_on(&material.limits, material.today);
        Some(self.words.text(
            "ledger-asks",
            &[
                ("floor", self.length(f64::from(floor?))),
                ("length", self.length(f64::from(quota.asks?))),
            ],
        ))
    }

    fn ledger_days(&self, material: &Material, quotas: &[Quota]) -> Vec<LedgerDay> {
        let quota_of: HashMap<NaiveDate, u16> = quotas
            .iter()
            .map(|quota| (quota.date, quota.minutes))
            .collect();
        let first = material.today - Duration::days(SHOWN_DAYS - 1);
        if material.moved.iter().all(|day| day.date < first) && quotas.is_empty() {
            return Vec::new();
        }
        first
            .iter_days()
            .take_while(|date| *date <= material.today)
            .map(|date| {
                let moved = material.moved.iter().find(|day| day.date == date);
                let found = moved.map(|day| response(&material.mornings, day.date, material.today));
                let mut day = LedgerDay {
                    date: date.to_string(),
                    date_text: self.words.date_short(date),
                    minutes: moved.map(|day| day.minutes),
                    quota: quota_of.get(&date).copied(),
                    too_much: moved.is_some_and(|day| day.too_much),
                    marked: material.marked.contains(&date),
                    response: found.map(|found| code(found).to_owned()),
                    text: String::new(),
                };
                day.text = self.day_in_words(&day);
                day
            })
            .collect()
    }

    fn day_in_words(&self, day: &LedgerDay) -> String {
        let parts = [
            Some(self.moved_text(day)),
            day.quota.map(|quota| {
                self.words.text(
                    "ledger-day-quota",
                    &[("length", self.length(f64::from(quota)))],
                )
            }),
            day.too_much
                .then(|| self.words.text("value-felt-too-much", &[])),
            day.response
                .as_ref()
                .map(|code| self.words.text(&format!("ledger-morning-{code}"), &[])),
            day.marked
                .then(|| self.words.text("ledger-day-marked", &[])),
        ];
        let says = parts.into_iter().flatten().reduce(|list, next| {
            self.words.text(
                "line-list",
                &[("list", Arg::from(list)), ("next", Arg::from(next))],
            )
        });
        self.words.text(
            "thing-says",
            &[
                ("thing", Arg::from(day.date_text.clone())),
                ("says", Arg::from(says.unwrap_or_default())),
            ],
        )
    }

    fn moved_text(&self, day: &LedgerDay) -> String {
        day.minutes.map_or_else(
            || self.words.text("ledger-day-nothing", &[]),
            |m| self.moved_length(m),
        )
    }

    /// How long somebody moved; where figures are not wished for, that they did.
    fn moved_length(&self, minutes: u16) -> String {
        if self.words.without_figures() {
            return self.words.text("plain-noted", &[]);
        }
        self.words.duration(f64::from(minutes))
    }

    fn days_text(&self, days: &[LedgerDay]) -> String {
        let moved: Vec<&LedgerDay> = days.iter().filter(|day| day.minutes.is_some()).collect();
        if moved.is_empty() {
            return self.words.text("ledger-days-none", &[]);
        }
        let with = |code: &str| {
            let is = |day: &&&LedgerDay| day.response.as_deref() == Some(code);
            Arg::from(moved.iter().filter(is).count() as u64)
        };
        self.words.text(
            "ledger-days",
            &[
                ("days", Arg::from(moved.len() as u64)),
                ("settled", with("settled")),
                ("flared", with("flared")),
            ],
        )
    }

    fn ledger_table(&self, days: &[LedgerDay]) -> Table {
        let column = |id: &str| self.words.text(id, &[]);
        let minutes =
            |m: Option<u16>| m.map_or_else(String::new, |m| self.words.duration(f64::from(m)));
        Table {
            columns: vec![
                column("ledger-column-day"),
                column("ledger-column-moved"),
                column("ledger-column-quota"),
                column("ledger-column-morning"),
            ],
            rows: days
                .iter()
                .filter(|day| day.minutes.is_some() || day.marked || day.quota.is_some())
                .map(|day| {
                    vec![
                        day.date_text.clone(),
                        day.minutes
                            .map_or_else(String::new, |m| self.moved_length(m)),
                        minutes(day.quota),
                        match (&day.response, day.marked) {
                            (_, true) => column("ledger-day-marked"),
                            (Some(code), _) => column(&format!("ledger-morning-{code}")),
                            (None, _) => String::new(),
                        },
                    ]
                })
                .collect(),
        }
    }
}

fn minutes_on(moved: &[Moved], date: NaiveDate) -> Option<u16> {
    moved
        .iter()
        .find(|day| day.date == date)
        .map(|day| day.minutes)
}

fn code(response: Response) -> &'static str {
    match response {
        Response::Unknown => "unknown",
        Response::Settled { .. } => "settled",
        Response::Waiting { .. } => "waiting",
        Response::Flared { .. } => "flared",
    }
}
