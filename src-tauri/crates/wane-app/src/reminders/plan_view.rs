//! The Plan view, and the card about tonight.

use chrono::{DateTime, Duration, NaiveTime, Utc};
use wane_domain::{
    Moment,
    reminder::{Kind, LightContext, Occurrence, Rule, RuleZone, State, Why, occurrences},
};
use wane_text::Arg;

use super::{known::Gathered, rules::new_rule};
use crate::{App, app::Rooms, convert, fault::Fault, settings, wire::*};

/// How long an item stays in the inbox of the Plan view.
const INBOX_DAYS: i64 = 14;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn plan(&self, _: Nothing) -> Result<PlanView, Fault> {
        self.plan_view(&self.rooms())
    }

    pub(super) fn plan_view(&self, rooms: &Rooms) -> Result<PlanView, Fault> {
        let gathered = self.gathered(rooms)?;
        let past = self.past(rooms, Duration::days(INBOX_DAYS))?;
        Ok(PlanView {
            glance: self.glance(rooms, &gathered)?,
            coming: self.all_coming(&gathered),
            rules: self.rule_views(&gathered),
            targets: settings::targets(&rooms.diary)?.to_view(),
            suggestion: self.suggestion_view(rooms, &gathered.quiet)?,
            pause: self.pause_view(rooms, &gathered.quiet)?,
            protected_night: self.night_view(rooms)?,
            questions: self.questions(rooms)?,
            inbox: past.iter().filter(|item| item.open).cloned().collect(),
            past,
            health: self.health(rooms, &gathered)?,
            light: self.light_view(rooms)?,
            notice_text: self.notice_text_view(rooms)?,
        })
    }

    /// What is going to be shown in the next two days.
    fn all_coming(&self, gathered: &Gathered) -> Vec<Coming> {
        let (now, zone) = (self.now(), self.zone());
        occurrences(
            &gathered.rules,
            now,
            now + Duration::hours(48),
            zone,
            &gathered.light,
        )
        .iter()
        .filter(|o| self.is_to_come(o, gathered))
        .map(|o| self.coming(o))
        .collect()
    }

    /// Whether an occurrence that falls due later is going to be shown, as far as is known now.
    pub(super) fn is_to_come(&self, o: &Occurrence, gathered: &Gathered) -> bool {
        let settled = gathered
            .log
            .iter()
            .any(|e| e.kind == o.kind && e.local_date == o.local_date && e.state != State::Snoozed);
        let done = gathered.done.contains(&(o.kind.clone(), o.local_date));
        let quiet = &gathered.quiet;
        !settled
            && !done
            && !quiet.rests(&o.kind)
            && !quiet.is_paused(o.due.instant)
            && !quiet.night.hushes(o.due.instant, o.until, self.zone())
    }

    fn rule_views(&self, gathered: &Gathered) -> Vec<RuleView> {
        let now = self.now();
        let built_in = Kind::BUILT_IN.into_iter().map(|kind| {
            let known = gathered.rules.iter().find(|r| r.kind == kind);
            known.cloned().unwrap_or_else(|| new_rule(kind, now))
        });
        let own = gathered
            .rules
            .iter()
            .filter(|r| matches!(r.kind, Kind::Own(_)))
            .cloned();
        built_in
            .chain(own)
            .map(|rule| self.rule_view(&rule, gathered))
            .collect()
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

    fn rule_view(&self, rule: &Rule, gathered: &Gathered) -> RuleView {
        let resting = gathered.quiet.rests(&rule.kind);
        let note = if resting {
            Some("rule-rests")
        } else if rule.enabled && self.never_heard(rule, gathered) {
            Some("rule-in-the-night")
        } else {
            None
        };
        RuleView {
            own: matches!(rule.kind, Kind::Own(_)),
            resting,
            note: note.map(|id| self.words.text(id, &[])),
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

    /// Whether all that the rule has in the coming week lies in the protected night.
    fn never_heard(&self, rule: &Rule, gathered: &Gathered) -> bool {
        let (now, zone) = (self.now(), self.zone());
        let week = occurrences(
            std::slice::from_ref(rule),
            now,
            now + Duration::days(7),
            zone,
            &gathered.light,
        );
        let night = &gathered.quiet.night;
        !week.is_empty()
            && week
                .iter()
                .all(|o| night.hushes(o.due.instant, o.until, zone))
    }

    fn health(&self, rooms: &Rooms, gathered: &Gathered) -> Result<Vec<String>, Fault> {
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
            match occurrences(
                &gathered.rules,
                now,
                now + Duration::days(8),
                zone,
                &gathered.light,
            )
            .iter()
            .find(|o| self.is_to_come(o, gathered))
            {
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
