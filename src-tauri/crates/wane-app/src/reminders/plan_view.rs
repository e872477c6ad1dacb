//! The Plan view, and the card about tonight.

use chrono::{DateTime, Duration, NaiveTime, Utc};
use wane_domain::{
    Moment,
    reminder::{Kind, LightContext, Occurrence, Rule, RuleZone, State, Why, occurrences},
};
use wane_text::Arg;

use super::rules::new_rule;
use crate::{App, app::Rooms, convert, fault::Fault, settings, wire::*};

/// How long an item stays in the inbox of the Plan view.
const INBOX_DAYS: i64 = 14;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn plan(&self, _: Nothing) -> Result<PlanView, Fault> {
        self.plan_view(&self.rooms())
    }

    pub(super) fn plan_view(&self, rooms: &Rooms) -> Result<PlanView, Fault> {
        let (now, zone) = (self.now(), self.zone());
        let rules = rooms.schedule.rules()?;
        let light = self.light_context(rooms)?;
        let targets = settings::targets(&rooms.diary)?;
        let log = rooms
            .schedule
            .log_between(self.dates_around(now, now).0, self.dates_around(now, now).1)?;
        let settled = |o: &Occurrence| {
            log.iter().any(|e| {
                e.kind == o.kind
                    && e.local_date == o.local_date
                    && !matches!(e.state, State::Snoozed)
            })
        };
        let coming = occurrences(&rules, now, now + Duration::hours(48), zone, &light)
            .into_iter()
            .filter(|o| !settled(o))
            .map(|o| self.coming(&o))
            .collect();
        let mut views: Vec<RuleView> = Kind::BUILT_IN
            .into_iter()
            .map(|kind| {
                rules
                    .iter()
                    .find(|r| r.kind == kind)
                    .cloned()
                    .unwrap_or_else(|| new_rule(kind, now))
            })
            .map(|rule| self.rule_view(&rule))
            .collect();
        views.extend(
            rules
                .iter()
                .filter(|r| matches!(r.kind, Kind::Own(_)))
                .map(|r| self.rule_view(r)),
        );
        Ok(PlanView {
            coming,
            rules: views,
            targets: targets.to_view(),
            inbox: self.inbox(rooms, Duration::days(INBOX_DAYS), true)?,
            health: self.health(rooms, &rules, &light)?,
        })
    }

    fn coming(&self, o: &Occurrence) -> Coming {
        let today = Moment::new(self.now(), o.due.zone).date();
        let date = o.due.date();
        let day_text = if date == today {
            self.words.text(
                if o.due.time() >= evening_starts() {
                    "day-tonight"
                } else {
                    "day-today"
                },
                &[],
            )
        } else if date == today + Duration::days(1) {
            self.words.text("day-tomorrow", &[])
        } else {
            self.words.date_heading(date)
        };
        Coming {
            kind: o.kind.name().to_owned(),
            local_date: o.local_date.to_string(),
            day_text,
            time_text: self.words.clock(o.due.time()),
            title: self.title(&o.kind),
            why: self.why(o),
        }
    }

    pub(super) fn why(&self, o: &Occurrence) -> String {
        let id = match o.why {
            Why::ClockTime => "why-clock-time",
            Why::MovedByGap => "why-moved-by-gap",
            Why::AfterWaking => "why-after-waking",
            Why::AtSunrise => "why-at-sunrise",
            Why::DarkWinterLamp => "why-dark-winter-lamp",
        };
        self.words.text(id, &[])
    }

    pub(crate) fn title(&self, kind: &Kind) -> String {
        match kind {
            Kind::Own(name) => name.clone(),
            kind => self.words.text(&format!("reminder-{}", kind.name()), &[]),
        }
    }

    fn rule_view(&self, rule: &Rule) -> RuleView {
        RuleView {
            kind: rule.kind.name().to_owned(),
            title: self.title(&rule.kind),
            enabled: rule.enabled,
            times: rule.times.iter().map(|t| t.map(convert::clock)).collect(),
            zone: match rule.zone {
                RuleZone::Device => "device".to_owned(),
                RuleZone::Fixed(zone) => zone.name().to_owned(),
            },
            grace_min: rule.grace_min,
        }
    }

    fn health(
        &self,
        rooms: &Rooms,
        rules: &[Rule],
        light: &LightContext,
    ) -> Result<Vec<String>, Fault> {
        let (now, zone) = (self.now(), self.zone());
        let mut lines = Vec::new();
        match rooms.last_check.or(rooms.schedule.last_check()?) {
            Some(t) => {
                let ago = (now - t).num_seconds().max(0);
                lines.push(if ago < 90 {
                    self.words
                        .text("health-checked-seconds", &[("seconds", Arg::from(ago))])
                } else {
                    self.words.text(
                        "health-checked",
                        &[("time", Arg::from(self.words.duration(ago as f64 / 60.0)))],
                    )
                });
            }
            None => lines.push(self.words.text("health-never-checked", &[])),
        }
        lines.push(
            match occurrences(rules, now, now + Duration::days(8), zone, light).first() {
                Some(o) => self.words.text(
                    "health-next",
                    &[
                        ("title", Arg::from(self.title(&o.kind))),
                        ("day", Arg::from(self.words.date_heading(o.due.date()))),
                        ("time", Arg::from(self.words.clock(o.due.time()))),
                        ("zone", Arg::from(o.due.zone.name().replace('_', " "))),
                    ],
                ),
                None => self.words.text("health-no-next", &[]),
            },
        );
        let by = rooms.schedule.fact("last-accepted-by")?;
        let at = rooms
            .schedule
            .fact("last-accepted-at")?
            .and_then(|t| DateTime::parse_from_rfc3339(&t).ok());
        if let (Some(by), Some(at)) = (by, at) {
            let at = Moment::new(at.with_timezone(&Utc), zone);
            lines.push(self.words.text(
                "health-accepted",
                &[
                    ("service", Arg::from(by)),
                    ("time", Arg::from(self.words.clock(at.time()))),
                    ("day", Arg::from(self.words.date_heading(at.date()))),
                ],
            ));
        }
        Ok(lines)
    }

    /// The card about tonight on Today.
    pub(crate) fn tonight_card(&self, rooms: &Rooms) -> Result<TonightCard, Fault> {
        let (now, zone) = (self.now(), self.zone());
        let rules = rooms.schedule.rules()?;
        let light = LightContext::default();
        let evening: Vec<Rule> = rules
            .into_iter()
            .filter(|r| matches!(r.kind, Kind::WindDown))
            .collect();
        let from = now - Duration::hours(2);
        let next = occurrences(&evening, from, now + Duration::hours(22), zone, &light)
            .into_iter()
            .next();
        let Some(next) = next else {
            return Ok(TonightCard {
                time_text: String::new(),
                text: self.words.text("tonight-none", &[]),
                skipped: false,
                can_skip: None,
            });
        };
        let entry = rooms
            .schedule
            .log_between(next.local_date, next.local_date)?
            .into_iter()
            .find(|e| e.kind == next.kind);
        let state = entry.map(|e| e.state);
        let targets = settings::targets(&rooms.diary)?;
        let bed = next.due.local() + Duration::minutes(i64::from(targets.lead_min));
        let skipped = state == Some(State::Skipped);
        Ok(TonightCard {
            time_text: self.words.clock(next.due.time()),
            text: if skipped {
                self.words.text("tonight-skipped", &[])
            } else {
                self.words.text(
                    "tonight-wind-down",
                    &[("time", Arg::from(self.words.clock(bed.time())))],
                )
            },
            skipped,
            can_skip: (!skipped && state != Some(State::Done)).then(|| next.local_date.to_string()),
        })
    }
}

fn evening_starts() -> NaiveTime {
    NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default()
}
