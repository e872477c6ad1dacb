//! The reminder loop's one turn, the plan, the inbox.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use wane_domain::{
    Moment,
    diary::Night,
    place::Place,
    reminder::{Kind, LightContext, LogEntry, Occurrence, Rule, RuleZone, State, Step, Why, occurrences, plan},
    sun::sun_times,
};
use wane_store::Label;
use wane_text::Arg;

use crate::{
    App, Tick,
    app::Rooms,
    convert,
    fault::Fault,
    host::Notice,
    settings::{self, Targets},
    wire::*,
};

/// How far back the loop looks for reminders it was not there to show.
const LOOK_BACK_DAYS: i64 = 3;
/// How often the time of the last check is written down; between, it is only in memory.
const WRITE_CHECK_EVERY_MIN: i64 = 15;
/// How long an item stays in the inbox of the Today view.
const WAITING_HOURS: i64 = 36;
/// How long an item stays in the inbox of the Plan view.
const INBOX_DAYS: i64 = 14;

impl App {
    /// One turn of the reminder loop: reads now and zone from the host, shows what is due, writes the log.
    ///
    /// It never fails: what cannot be shown waits in the inbox, and what cannot be written is tried again next turn.
    pub fn tick(&self) -> Tick {
        self.turn().unwrap_or(Tick { shown: 0, next_due: None })
    }

    fn turn(&self) -> Result<Tick, Fault> {
        let mut rooms = self.rooms();
        let (now, zone) = (self.now(), self.zone());
        let rules = rooms.schedule.rules()?;
        let since = match rooms.last_check {
            Some(t) => t,
            None => rooms.schedule.last_check()?.unwrap_or(now),
        };
        let since = since.clamp(now - Duration::days(LOOK_BACK_DAYS), now);
        let (first, last) = self.dates_around(since, now);
        let log = rooms.schedule.log_between(first, last)?;
        let done = rooms.schedule.done_between(first, last)?;
        let light = self.light_context(&rooms)?;

        let mut shown = 0;
        let mut wrote = false;
        for step in plan(now, zone, &rules, &log, &done, &light, since) {
            wrote = true;
            match step {
                Step::Show(occurrence) => {
                    if rooms.schedule.claim(&occurrence, now)? {
                        shown += self.show(&mut rooms, &occurrence.kind, occurrence.local_date)?;
                    }
                }
                Step::Retry { kind, local_date } => {
                    // Written down as shown before it is shown again: it is tried once more, and never a third time.
                    rooms.schedule.mark(&kind, local_date, State::Shown, now)?;
                    shown += self.show(&mut rooms, &kind, local_date)?;
                }
                Step::Miss(occurrence) => {
                    rooms.schedule.record(&occurrence, State::Missed, now)?;
                }
                Step::Settle(occurrence) => {
                    rooms.schedule.record(&occurrence, State::Done, now)?;
                }
            }
        }
        rooms.last_check = Some(now);
        let stale = rooms
            .last_check_saved
            .is_none_or(|t| now - t >= Duration::minutes(WRITE_CHECK_EVERY_MIN) || t > now);
        if wrote || stale {
            rooms.schedule.set_last_check(now)?;
            rooms.last_check_saved = Some(now);
        }
        let coming = occurrences(&rules, now, now + Duration::days(2), zone, &light);
        Ok(Tick { shown, next_due: coming.first().map(|o| o.due.instant) })
    }

    /// Shows one claimed occurrence and writes down what became of it; 1 if the service took it.
    fn show(&self, rooms: &mut Rooms, kind: &Kind, local_date: NaiveDate) -> Result<usize, Fault> {
        let plain = settings::read(&rooms.diary)?.plain_notifications;
        let notice = Notice {
            tag: format!("{}/{local_date}", kind.name()),
            title: self.words.text("notice-title", &[]),
            body: self.notice_text(kind, plain),
        };
        match self.host.notify(&notice) {
            Ok(receipt) => {
                let at = self.now();
                rooms.schedule.mark(kind, local_date, State::Shown, at)?;
                rooms.schedule.set_fact("last-accepted-by", &receipt.service)?;
                rooms.schedule.set_fact("last-accepted-at", &at.to_rfc3339())?;
                Ok(1)
            }
            Err(_) => {
                rooms.schedule.mark(kind, local_date, State::Undelivered, self.now())?;
                Ok(0)
            }
        }
    }

    fn notice_text(&self, kind: &Kind, plain: bool) -> String {
        match (kind, plain) {
            // A reminder of the user's own says its own name only if the user wants names on the screen.
            (Kind::Own(name), true) => name.clone(),
            (Kind::Own(_), false) => self.words.text("notice-quiet-own", &[]),
            (kind, true) => self.words.text(&format!("notice-plain-{}", kind.name()), &[]),
            (kind, false) => self.words.text(&format!("notice-quiet-{}", kind.name()), &[]),
        }
    }

    fn dates_around(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> (NaiveDate, NaiveDate) {
        // Local dates differ from the UTC date by a day at most, whatever zone a rule or an earlier log entry was in.
        (from.date_naive() - Duration::days(2), to.date_naive() + Duration::days(2))
    }

    pub(crate) fn light_context(&self, rooms: &Rooms) -> Result<LightContext, Fault> {
        let zone = self.zone();
        let today = Moment::new(self.now(), zone).date();
        let usual = self.usual(&rooms.diary, today)?;
        let woke: BTreeMap<NaiveDate, Moment> = rooms
            .diary
            .between::<Night>(today - Duration::days(LOOK_BACK_DAYS + 1), today)?
            .into_iter()
            .filter_map(|n| Some((n.wake_date, n.final_wake.or(n.out_of_bed)?)))
            .collect();
        Ok(LightContext {
            place: settings::place(&rooms.diary, zone)?,
            usual_wake: usual.final_wake.or(usual.out_of_bed),
            woke,
            dark_winter_lamp: settings::read(&rooms.diary)?.dark_winter_lamp,
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn plan(&self, _: Nothing) -> Result<PlanView, Fault> {
        self.plan_view(&self.rooms())
    }

    fn plan_view(&self, rooms: &Rooms) -> Result<PlanView, Fault> {
        let (now, zone) = (self.now(), self.zone());
        let rules = rooms.schedule.rules()?;
        let light = self.light_context(rooms)?;
        let targets = settings::targets(&rooms.diary)?;
        let log = rooms.schedule.log_between(self.dates_around(now, now).0, self.dates_around(now, now).1)?;
        let settled = |o: &Occurrence| {
            log.iter().any(|e| {
                e.kind == o.kind && e.local_date == o.local_date && !matches!(e.state, State::Snoozed)
            })
        };
        let coming = occurrences(&rules, now, now + Duration::hours(48), zone, &light)
            .into_iter()
            .filter(|o| !settled(o))
            .map(|o| self.coming(&o))
            .collect();
        let mut views: Vec<RuleView> = Kind::BUILT_IN
            .into_iter()
            .map(|kind| rules.iter().find(|r| r.kind == kind).cloned().unwrap_or_else(|| new_rule(kind, now)))
            .map(|rule| self.rule_view(&rule))
            .collect();
        views.extend(rules.iter().filter(|r| matches!(r.kind, Kind::Own(_))).map(|r| self.rule_view(r)));
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
            self.words.text(if o.due.time() >= evening_starts() { "day-tonight" } else { "day-today" }, &[])
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

    fn why(&self, o: &Occurrence) -> String {
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

    fn health(&self, rooms: &Rooms, rules: &[Rule], light: &LightContext) -> Result<Vec<String>, Fault> {
        let (now, zone) = (self.now(), self.zone());
        let mut lines = Vec::new();
        match rooms.last_check.or(rooms.schedule.last_check()?) {
            Some(t) => {
                let ago = (now - t).num_seconds().max(0);
                lines.push(if ago < 90 {
                    self.words.text("health-checked-seconds", &[("seconds", Arg::from(ago))])
                } else {
                    self.words.text("health-checked", &[("time", Arg::from(self.words.duration(ago as f64 / 60.0)))])
                });
            }
            None => lines.push(self.words.text("health-never-checked", &[])),
        }
        lines.push(match occurrences(rules, now, now + Duration::days(8), zone, light).first() {
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
        });
        let by = rooms.schedule.fact("last-accepted-by")?;
        let at = rooms.schedule.fact("last-accepted-at")?.and_then(|t| DateTime::parse_from_rfc3339(&t).ok());
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

    /// What waits for the user on Today: reminders that could not be shown in time.
    pub(crate) fn waiting(&self, rooms: &Rooms) -> Result<Vec<InboxItem>, Fault> {
        self.inbox(rooms, Duration::hours(WAITING_HOURS), false)
    }

    fn inbox(&self, rooms: &Rooms, within: Duration, also_shown: bool) -> Result<Vec<InboxItem>, Fault> {
        let now = self.now();
        let (first, last) = self.dates_around(now - within, now);
        let done = rooms.schedule.done_between(first, last)?;
        let mut entries: Vec<LogEntry> = rooms
            .schedule
            .log_between(first, last)?
            .into_iter()
            .filter(|e| e.acted_at.is_none() && e.due.instant >= now - within)
            .filter(|e| !done.contains(&(e.kind.clone(), e.local_date)))
            .filter(|e| match e.state {
                State::Missed | State::Undelivered => true,
                State::Shown => also_shown,
                State::Claimed | State::Done | State::Snoozed | State::Skipped => false,
            })
            .collect();
        entries.sort_by(|a, b| b.due.instant.cmp(&a.due.instant));
        Ok(entries
            .into_iter()
            .map(|e| {
                let (id, state) = match e.state {
                    State::Shown => ("inbox-shown", "shown"),
                    State::Undelivered => ("inbox-undelivered", "undelivered"),
                    _ => ("inbox-missed", "missed"),
                };
                InboxItem {
                    kind: e.kind.name().to_owned(),
                    local_date: e.local_date.to_string(),
                    title: self.title(&e.kind),
                    text: self.words.text(
                        id,
                        &[
                            ("time", Arg::from(self.words.clock(e.due.time()))),
                            ("day", Arg::from(self.words.date_heading(e.due.date()))),
                        ],
                    ),
                    state: state.to_owned(),
                }
            })
            .collect())
    }

    /// See [`crate::commands`].
    pub(crate) fn set_rule(&self, request: SetRule) -> Result<PlanView, Fault> {
        let name = request.kind.trim();
        if name.is_empty() || name.chars().count() > 80 {
            return Err(Fault::bad_input("kind"));
        }
        let kind = Kind::from_name(name);
        let mut rooms = self.rooms();
        let now = self.now();
        let mut rule = find_rule(&rooms, &kind)?.unwrap_or_else(|| new_rule(kind, now));
        if let Some(times) = &request.times {
            let times: Vec<Option<NaiveTime>> = times
                .iter()
                .map(|t| convert::time_option(t.as_deref(), "times"))
                .collect::<Result<_, _>>()?;
            rule.times = times.try_into().map_err(|_| Fault::bad_input("times"))?;
        }
        rule.enabled = request.enabled;
        rule.rev += 1;
        rule.changed_at = now;
        rooms.schedule.put_rule(&rule)?;
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn set_targets(&self, request: SetTargets) -> Result<PlanView, Fault> {
        if !(5..=120).contains(&request.lead_min) {
            return Err(Fault::bad_input("lead_min"));
        }
        let bed: Vec<Option<NaiveTime>> =
            request.bed.iter().map(|t| convert::time_option(t.as_deref(), "bed")).collect::<Result<_, _>>()?;
        let targets = Targets {
            bed: bed.try_into().map_err(|_| Fault::bad_input("bed"))?,
            rise: convert::time_option(request.rise.as_deref(), "rise")?,
            lead_min: request.lead_min,
        };
        let mut rooms = self.rooms();
        let text = settings::to_json(&targets.to_view())?;
        rooms
            .diary
            .change(Label::new("settings"), self.now(), |change| change.set_setting("targets", Some(&text)))?;
        write_target_rules(&mut rooms, &targets, self.now())?;
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    pub(crate) fn enable(&self, rooms: &mut Rooms, kind: &Kind, enabled: bool) -> Result<(), Fault> {
        let now = self.now();
        let mut rule = find_rule(rooms, kind)?.unwrap_or_else(|| new_rule(kind.clone(), now));
        rule.enabled = enabled;
        rule.rev += 1;
        rule.changed_at = now;
        Ok(rooms.schedule.put_rule(&rule)?)
    }

    /// See [`crate::commands`].
    pub(crate) fn reminder_done(&self, request: OccurrenceRequest) -> Result<PlanView, Fault> {
        let mut rooms = self.rooms();
        let (kind, date) = self.named_occurrence(&rooms, &request.kind, request.local_date.as_deref())?;
        rooms.schedule.mark_done(&kind, date, self.now())?;
        rooms.schedule.mark(&kind, date, State::Done, self.now())?;
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn reminder_snooze(&self, request: SnoozeRequest) -> Result<PlanView, Fault> {
        if !(1..=180).contains(&request.minutes) {
            return Err(Fault::bad_input("minutes"));
        }
        let mut rooms = self.rooms();
        let now = self.now();
        let (kind, date) = self.named_occurrence(&rooms, &request.kind, request.local_date.as_deref())?;
        let Some(occurrence) = self.occurrence_on(&rooms, &kind, date)? else {
            return Err(Fault::not_found("reminder"));
        };
        if now >= occurrence.until {
            return Err(Fault::not_found("reminder"));
        }
        let until = (now + Duration::minutes(i64::from(request.minutes))).min(occurrence.until);
        if !rooms.schedule.snooze(&occurrence, until, now)? {
            return Err(Fault::not_found("reminder"));
        }
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn reminder_skip(&self, request: OccurrenceRequest) -> Result<PlanView, Fault> {
        let mut rooms = self.rooms();
        let (kind, date) = self.named_occurrence(&rooms, &request.kind, request.local_date.as_deref())?;
        let Some(occurrence) = self.occurrence_on(&rooms, &kind, date)? else {
            return Err(Fault::not_found("reminder"));
        };
        // A reminder that came already can still be waved off; one that has not come will not.
        if !rooms.schedule.record(&occurrence, State::Skipped, self.now())? {
            rooms.schedule.mark(&kind, date, State::Skipped, self.now())?;
        }
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn inbox_dismiss(&self, request: OccurrenceRequest) -> Result<PlanView, Fault> {
        let mut rooms = self.rooms();
        let (kind, date) = self.named_occurrence(&rooms, &request.kind, request.local_date.as_deref())?;
        rooms.schedule.dismiss(&kind, date, self.now())?;
        self.plan_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn test_reminder(&self, _: Nothing) -> Result<TestResult, Fault> {
        let notice = Notice {
            tag: "test".to_owned(),
            title: self.words.text("notice-title", &[]),
            body: self.words.text("notice-test", &[]),
        };
        // The databases stay unlocked meanwhile: a slow notification service must not hold up the window.
        let answer = self.host.notify(&notice);
        let mut rooms = self.rooms();
        Ok(match answer {
            Ok(receipt) => {
                rooms.schedule.set_fact("last-accepted-by", &receipt.service)?;
                rooms.schedule.set_fact("last-accepted-at", &self.now().to_rfc3339())?;
                TestResult {
                    accepted: true,
                    text: self.words.text("test-accepted", &[("service", Arg::from(receipt.service))]),
                }
            }
            Err(reason) => TestResult {
                accepted: false,
                text: self.words.text("test-refused", &[("reason", Arg::from(reason.reason))]),
            },
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn occurrences(&self, request: PlanRequest) -> Result<Vec<OccurrenceView>, Fault> {
        let (from, to) = (convert::instant(&request.from, "from")?, convert::instant(&request.to, "to")?);
        if to - from > Duration::days(366 * 20) {
            return Err(Fault::bad_input("to"));
        }
        let rooms = self.rooms();
        let light = self.light_context(&rooms)?;
        let rules = rooms.schedule.rules()?;
        Ok(occurrences(&rules, from, to, self.zone(), &light).iter().map(|o| self.occurrence_view(o)).collect())
    }

    /// See [`crate::commands`].
    pub(crate) fn due(&self, _: Nothing) -> Result<Vec<OccurrenceView>, Fault> {
        let rooms = self.rooms();
        let now = self.now();
        let (first, last) = self.dates_around(now - Duration::days(1), now);
        let log = rooms.schedule.log_between(first, last)?;
        let done = rooms.schedule.done_between(first, last)?;
        let light = self.light_context(&rooms)?;
        let rules = rooms.schedule.rules()?;
        Ok(occurrences(&rules, now - Duration::days(1), now + Duration::seconds(1), self.zone(), &light)
            .iter()
            .filter(|o| o.due.instant <= now && now < o.until)
            .filter(|o| !done.contains(&(o.kind.clone(), o.local_date)))
            .filter(|o| {
                let entry = log.iter().find(|e| e.kind == o.kind && e.local_date == o.local_date);
                entry.is_none_or(|e| match e.state {
                    State::Snoozed => e.snoozed_until.is_none_or(|until| until <= now),
                    State::Done | State::Skipped | State::Missed => false,
                    State::Claimed | State::Shown | State::Undelivered => e.acted_at.is_none(),
                })
            })
            .map(|o| self.occurrence_view(o))
            .collect())
    }

    fn occurrence_view(&self, o: &Occurrence) -> OccurrenceView {
        OccurrenceView {
            kind: o.kind.name().to_owned(),
            local_date: o.local_date.to_string(),
            due: o.due.to_rfc3339(),
            until: Moment::new(o.until, o.due.zone).to_rfc3339(),
            why: self.why(o),
        }
    }

    /// See [`crate::commands`].
    pub(crate) fn sun(&self, request: SunRequest) -> Result<SunView, Fault> {
        let date = convert::date(&request.date, "date")?;
        let zone = self.zone();
        let place = match (request.lat, request.lon) {
            (Some(lat), Some(lon)) => Place::new(lat, lon).map_err(|_| Fault::bad_input("place"))?,
            (None, None) => {
                settings::place(&self.rooms().diary, zone)?.ok_or_else(|| Fault::not_found("place"))?
            }
            _ => return Err(Fault::bad_input("place")),
        };
        let times = sun_times(date, zone, place);
        let text = |t: Option<DateTime<Utc>>| t.map(|t| Moment::new(t, zone).to_rfc3339());
        Ok(SunView {
            sunrise: text(times.sunrise),
            sunset: text(times.sunset),
            civil_dawn: text(times.civil_dawn),
            civil_dusk: text(times.civil_dusk),
        })
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
        let next = occurrences(&evening, from, now + Duration::hours(22), zone, &light).into_iter().next();
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
                self.words.text("tonight-wind-down", &[("time", Arg::from(self.words.clock(bed.time())))])
            },
            skipped,
            can_skip: (!skipped && state != Some(State::Done)).then(|| next.local_date.to_string()),
        })
    }

    /// The occurrence a request names: its date, or else the one now in its window, or else today's.
    fn named_occurrence(
        &self,
        rooms: &Rooms,
        kind: &str,
        local_date: Option<&str>,
    ) -> Result<(Kind, NaiveDate), Fault> {
        let kind = Kind::from_name(kind.trim());
        if let Some(date) = local_date {
            return Ok((kind, convert::date(date, "local_date")?));
        }
        let (now, zone) = (self.now(), self.zone());
        let rules: Vec<Rule> = rooms.schedule.rules()?.into_iter().filter(|r| r.kind == kind).collect();
        let light = self.light_context(rooms)?;
        let open = occurrences(&rules, now - Duration::hours(12), now + Duration::hours(24), zone, &light)
            .into_iter()
            .find(|o| o.until > now);
        let date = open.map_or_else(|| self.present_day(), |o| o.local_date);
        Ok((kind, date))
    }

    fn occurrence_on(&self, rooms: &Rooms, kind: &Kind, date: NaiveDate) -> Result<Option<Occurrence>, Fault> {
        let rules: Vec<Rule> = rooms.schedule.rules()?.into_iter().filter(|r| r.kind == *kind).collect();
        let light = self.light_context(rooms)?;
        let middle = self.local_instant(date, 12);
        Ok(occurrences(&rules, middle - Duration::hours(40), middle + Duration::hours(40), self.zone(), &light)
            .into_iter()
            .find(|o| o.local_date == date))
    }
}

fn evening_starts() -> NaiveTime {
    NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default()
}

fn find_rule(rooms: &Rooms, kind: &Kind) -> Result<Option<Rule>, Fault> {
    Ok(rooms.schedule.rules()?.into_iter().find(|r| r.kind == *kind))
}

/// A rule nobody has set yet: off, and at an hour that is a fair first guess.
fn new_rule(kind: Kind, now: DateTime<Utc>) -> Rule {
    let (hour, minute) = match kind {
        Kind::WindDown => (22, 0),
        Kind::Bedtime => (22, 45),
        Kind::MorningLight => (8, 0),
        Kind::MorningCheckIn => (9, 0),
        Kind::EveningCheckIn => (21, 0),
        Kind::Movement => (16, 0),
        Kind::Own(_) => (12, 0),
    };
    Rule {
        times: [NaiveTime::from_hms_opt(hour, minute, 0); 7],
        zone: RuleZone::Device,
        grace_min: kind.default_grace_min(),
        enabled: false,
        rev: 0,
        changed_at: now,
        kind,
    }
}

/// The wind-down and bedtime rules follow the user's own bed times; whether they are on stays as it is.
pub(crate) fn write_target_rules(rooms: &mut Rooms, targets: &Targets, now: DateTime<Utc>) -> Result<(), Fault> {
    if targets.bed.iter().all(Option::is_none) {
        return Ok(());
    }
    for (kind, before_min) in [(Kind::WindDown, i64::from(targets.lead_min)), (Kind::Bedtime, 0)] {
        let mut rule = find_rule(rooms, &kind)?.unwrap_or_else(|| new_rule(kind, now));
        let times = times_before_bed(&targets.bed, before_min);
        if rule.times != times || rule.rev == 0 {
            rule.times = times;
            rule.rev += 1;
            rule.changed_at = now;
            rooms.schedule.put_rule(&rule)?;
        }
    }
    Ok(())
}

/// The local times that lie `before_min` minutes before each evening's bed time, on the weekday they fall on.
///
/// A bed time before six in the morning ends the weekday it is named after: Monday's 00:30 is on Tuesday.
fn times_before_bed(bed: &[Option<NaiveTime>; 7], before_min: i64) -> [Option<NaiveTime>; 7] {
    let mut times = [None; 7];
    for (weekday, bed) in bed.iter().enumerate() {
        let Some(bed) = bed else { continue };
        let since_midnight = (*bed - NaiveTime::MIN).num_minutes();
        let minute = if since_midnight < 360 { since_midnight + 1440 } else { since_midnight } - before_min;
        let day = (weekday as i64 + minute.div_euclid(1440)).rem_euclid(7) as usize;
        times[day] = Some(NaiveTime::MIN + Duration::minutes(minute.rem_euclid(1440)));
    }
    times
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.
    use super::*;

    fn check(bed: [&str; 7], before_min: i64, expected: [&str; 7]) {
        let read = |t: &str| (t != "-").then(|| NaiveTime::parse_from_str(t, "%H:%M").unwrap());
        let got = times_before_bed(&bed.map(read), before_min);
        assert_eq!(got, expected.map(read), "{before_min} minutes before {bed:?}");
    }

    #[test]
    fn wind_down_falls_on_the_evening_it_belongs_to() {
        check(["23:00"; 7], 45, ["22:15"; 7]);
        check(["00:30"; 7], 45, ["23:45"; 7]);
        check(["00:30"; 7], 0, ["00:30"; 7]);
        check(
            ["00:30", "-", "-", "-", "-", "-", "23:00"],
            0,
            ["-", "00:30", "-", "-", "-", "-", "23:00"],
        );
        check(
            ["-", "-", "-", "-", "-", "-", "00:10"],
            45,
            ["-", "-", "-", "-", "-", "-", "23:25"],
        );
        check(["08:10"; 7], 30, ["07:40"; 7]);
    }

    #[test]
    fn weekday_of_a_date_and_index_of_a_rule_agree() {
        let monday = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        assert_eq!(monday.weekday().num_days_from_monday(), 0, "the first time of a rule is Monday's");
    }
}
