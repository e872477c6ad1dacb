//! The loop around the plan, over a real schedule, with a world that can be turned and broken.

use std::path::Path;

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use wane_domain::{
    place::Place,
    reminder::{
        FadeReason, Kind, Known, LightContext, LogEntry, Occurrence, ProtectedNight, Rule,
        RuleZone, State, Step, next_change, occurrences, plan,
    },
};
use wane_store::{DataDir, Schedule};

use crate::{
    oracle::Oracle,
    small::{self, Mutant},
    trace::{Event, Trace, clock},
};

/// The program was killed.
pub struct Killed;

/// One computer with its reminders.
pub struct Machine {
    dir: DataDir,
    schedule: Option<Schedule>,
    pub now: DateTime<Utc>,
    pub zone: Tz,
    first_zone: Tz,
    service: bool,
    diary: bool,
    /// Writes and showings until the program is killed.
    kill_after: Option<(u32, i64)>,
    last_check: Option<DateTime<Utc>>,
    /// The small plan instead of the real one, and in which way it is wrong.
    small: Option<Mutant>,
    pub oracle: Oracle,
    /// How many turns were made.
    pub turns: u64,
}

impl Machine {
    /// An empty schedule in `dir`; `small` chooses the small plan, broken in that way.
    pub fn new(dir: &Path, small: Option<Mutant>) -> Machine {
        let dir = DataDir::open(dir).unwrap();
        let schedule = dir.schedule(DateTime::UNIX_EPOCH).unwrap();
        Machine {
            dir,
            schedule: Some(schedule),
            now: DateTime::UNIX_EPOCH,
            zone: Tz::UTC,
            first_zone: Tz::UTC,
            service: true,
            diary: true,
            kill_after: None,
            last_check: None,
            small,
            oracle: Oracle::default(),
            turns: 0,
        }
    }

    fn schedule(&mut self) -> &mut Schedule {
        self.schedule.as_mut().unwrap()
    }

    fn wrong(&self, mutant: Mutant) -> bool {
        self.small == Some(mutant)
    }

    /// Lives through a trace; the first broken promise is the error.
    pub fn live(&mut self, trace: &Trace) -> Result<(), String> {
        (self.now, self.zone, self.first_zone) = (trace.start, trace.zone, trace.zone);
        (self.service, self.diary, self.kill_after) = (true, true, None);
        self.oracle = Oracle::new(trace.start);
        let now = self.now;
        self.schedule().end_pause(now).unwrap();
        for rule in &trace.rules {
            self.schedule().put_rule(rule).unwrap();
            self.schedule().bring_back(&rule.kind, now).unwrap();
        }
        self.set_night(trace.night.0, trace.night.1);
        self.schedule().set_last_check(now).unwrap();
        self.last_check = Some(now);
        for (number, event) in trace.events.iter().enumerate() {
            self.happen(event).map_err(|broken| {
                format!(
                    "event {number} {event:?}, at {} {}: {broken}",
                    self.now, self.zone
                )
            })?;
        }
        Ok(())
    }

    fn happen(&mut self, event: &Event) -> Result<(), String> {
        let now = self.now;
        match event {
            Event::Run(minutes) => return self.run(Duration::minutes(*minutes)),
            Event::Suspend(minutes) => self.now += Duration::minutes(*minutes),
            Event::PowerOff(minutes) => {
                self.now += Duration::minutes(*minutes);
                self.restart();
            }
            Event::SetClock(seconds) => self.now += Duration::seconds(*seconds),
            Event::Travel(zone) => self.zone = *zone,
            Event::Crash { after, again_s } => self.kill_after = Some((*after, *again_s)),
            Event::Service(there) => self.service = *there,
            Event::Diary(there) => self.diary = *there,
            Event::Done(index) => {
                let kind = self.rule(*index).kind;
                let date = now.with_timezone(&self.zone).date_naive();
                self.schedule().mark_done(&kind, date, now).unwrap();
                self.oracle.settled(&kind, date);
            }
            Event::Snooze(minutes) => self.snooze(Duration::minutes(*minutes)),
            Event::Skip => self.skip(),
            Event::Pause(minutes) => {
                let until = minutes.map(|minutes| now + Duration::minutes(minutes));
                self.schedule().start_pause(now, until).unwrap();
            }
            Event::Resume => {
                self.schedule().end_pause(now).unwrap();
            }
            Event::Night(from, to) => self.set_night(*from, *to),
            Event::Rest(index) => {
                let kind = self.rule(*index).kind;
                self.schedule()
                    .ask(&kind, FadeReason::Ignored, now)
                    .unwrap();
                self.schedule().answer(&kind, true, now).unwrap();
            }
            Event::Back(index) => {
                let kind = self.rule(*index).kind;
                self.schedule().bring_back(&kind, now).unwrap();
            }
            Event::Edit {
                rule,
                minute,
                grace,
                enabled,
                fixed,
            } => {
                let mut rule = self.rule(*rule);
                rule.times = [Some(clock(*minute)); 7];
                rule.grace_min = *grace;
                rule.enabled = *enabled;
                rule.zone = fixed.map_or(RuleZone::Device, RuleZone::Fixed);
                rule.rev += 1;
                rule.changed_at = now;
                self.schedule().put_rule(&rule).unwrap();
            }
        }
        // Whatever happens is noticed, or comes to light with the next look at the clock.
        self.turn_and_look()
    }

    /// The program runs: it looks when it said it would.
    fn run(&mut self, time: Duration) -> Result<(), String> {
        let end = self.now + time;
        self.turn_and_look()?;
        self.oracle.runs_since = Some(self.now);
        // A kill or a write in the middle changes what comes next, so that it is asked anew each time.
        for _ in 0..5000 {
            let mut next = self.next().unwrap_or(end);
            if self.wrong(Mutant::Oversleep) {
                next = self.now + Duration::hours(6);
            }
            if next >= end {
                break;
            }
            self.now = next;
            self.turn_and_look()?;
        }
        if self.now < end {
            self.now = end;
        }
        let looked = self.turn_and_look();
        self.oracle.runs_since = None;
        looked
    }

    fn next(&mut self) -> Option<DateTime<Utc>> {
        let gathered = self.gather();
        next_change(self.now, self.zone, &gathered.known())
    }

    fn turn_and_look(&mut self) -> Result<(), String> {
        let before = self.gather();
        let turned = self.turn(&before);
        self.turns += 1;
        if turned.is_err() {
            let (_, again_s) = self.kill_after.take().unwrap_or((0, 0));
            self.oracle.was_killed();
            self.now += Duration::seconds(again_s);
            self.restart();
            self.oracle.check_seen()?;
            return self.turn_and_look();
        }
        let after = self.gather();
        self.oracle.check(self.now, self.zone, &before, &after.log)
    }

    /// One turn of the loop, as the program makes it.
    fn turn(&mut self, gathered: &Gathered) -> Result<(), Killed> {
        let (now, known) = (self.now, gathered.known());
        let steps = match self.small {
            None => plan(now, self.zone, &known),
            Some(mutant) => {
                let zone = if mutant == Mutant::ForgetTheZone {
                    self.first_zone
                } else {
                    self.zone
                };
                small::plan(now, zone, &known, mutant)
            }
        };
        self.oracle.turn_begins();
        for step in steps {
            self.carry_out(step)?;
        }
        self.writes()?;
        self.schedule().set_last_check(now).unwrap();
        self.last_check = Some(now);
        Ok(())
    }

    fn carry_out(&mut self, step: Step) -> Result<(), Killed> {
        let now = self.now;
        let (occurrence, state) = match step {
            Step::Show(occurrence) => return self.show(&occurrence),
            Step::Retry { kind, local_date } => {
                self.writes()?;
                self.schedule()
                    .mark(&kind, local_date, State::Shown, now)
                    .unwrap();
                self.oracle.retried(&kind, local_date);
                let renamed = self.wrong(Mutant::RetryUnderAnotherName);
                return self.notify(&kind, local_date, renamed);
            }
            Step::Miss(occurrence) => (occurrence, State::Missed),
            Step::Settle(occurrence) => (occurrence, State::Done),
            Step::Hush(occurrence) => (occurrence, State::Quiet),
            Step::Pause(occurrence) => (occurrence, State::Paused),
            Step::Rest(occurrence) => (occurrence, State::Rested),
        };
        self.writes()?;
        self.schedule().record(&occurrence, state, now).unwrap();
        Ok(())
    }

    fn show(&mut self, occurrence: &Occurrence) -> Result<(), Killed> {
        let now = self.now;
        let (kind, date) = (&occurrence.kind, occurrence.local_date);
        if self.wrong(Mutant::NoClaim) || self.wrong(Mutant::UniqueByInstant) {
            self.notify(kind, date, false)?;
            self.writes()?;
            self.schedule().claim(occurrence, now).unwrap();
            self.schedule().mark(kind, date, State::Shown, now).unwrap();
            return Ok(());
        }
        if self.wrong(Mutant::ShowBeforeTheClaim) {
            self.notify(kind, date, false)?;
        }
        self.writes()?;
        let claimed = self.schedule().claim(occurrence, now).unwrap()
            || (self.wrong(Mutant::SnoozeNothing)
                && self
                    .schedule()
                    .mark(kind, date, State::Claimed, now)
                    .unwrap());
        if !claimed {
            return Ok(());
        }
        self.oracle.claimed(kind, date, now);
        if self.wrong(Mutant::ShowBeforeTheClaim) {
            self.schedule().mark(kind, date, State::Shown, now).unwrap();
            return Ok(());
        }
        self.notify(kind, date, false)
    }

    /// Shows a claimed occurrence, and writes down what came of it.
    fn notify(&mut self, kind: &Kind, date: NaiveDate, renamed: bool) -> Result<(), Killed> {
        self.writes()?;
        let (now, zone) = (self.now, self.zone);
        let tag = format!("{}/{date}{}", kind.name(), if renamed { "+" } else { "" });
        let shown = self.service;
        if shown {
            self.oracle.shown(kind, date, &tag, now, zone);
        }
        self.writes()?;
        let state = if shown || self.wrong(Mutant::BelieveTheService) {
            State::Shown
        } else {
            State::Undelivered
        };
        self.schedule().mark(kind, date, state, now).unwrap();
        Ok(())
    }

    /// Another write or showing; the program may be killed before it.
    fn writes(&mut self) -> Result<(), Killed> {
        match &mut self.kill_after {
            Some((0, _)) => Err(Killed),
            Some((left, _)) => {
                *left -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn restart(&mut self) {
        drop(self.schedule.take());
        let mut schedule = self.dir.schedule(self.now).unwrap();
        self.last_check = schedule.last_check().unwrap();
        // Nothing of the program's own memory is left.
        schedule.set_fact("started", "again").unwrap();
        self.schedule = Some(schedule);
    }

    fn set_night(&mut self, from: u32, to: u32) {
        let (from, to) = (clock(from), clock(to));
        let night = ProtectedNight::every(from, to);
        self.schedule().set_protected_night(&night, false).unwrap();
        self.oracle.night = (from, to);
    }

    fn rule(&mut self, index: usize) -> Rule {
        let rules = self.schedule().rules().unwrap();
        rules[index % rules.len()].clone()
    }

    fn snooze(&mut self, time: Duration) {
        let now = self.now;
        let shown = self
            .gather()
            .log
            .into_iter()
            .rev()
            .find(|row| row.state == State::Shown && row.due.instant <= now && now < row.until);
        let Some(row) = shown else { return };
        let occurrence = Occurrence {
            kind: row.kind,
            local_date: row.local_date,
            due: row.due,
            until: row.until,
            why: wane_domain::reminder::Why::ClockTime,
            rule_rev: row.rule_rev,
        };
        if self
            .schedule()
            .snooze(&occurrence, now + time, now)
            .unwrap()
        {
            let until = (now + time).min(occurrence.until);
            self.oracle
                .snoozed(&occurrence.kind, occurrence.local_date, until);
        }
    }

    fn skip(&mut self) {
        let gathered = self.gather();
        let next = occurrences(
            &gathered.rules,
            self.now,
            self.now + Duration::hours(12),
            self.zone,
            &gathered.light,
        );
        if let Some(occurrence) = next.first() {
            let now = self.now;
            self.schedule()
                .record(occurrence, State::Skipped, now)
                .unwrap();
            self.oracle.settled(&occurrence.kind, occurrence.local_date);
        }
    }

    /// Everything the plan goes by.
    fn gather(&mut self) -> Gathered {
        let now = self.now;
        let first = (now - Duration::days(17)).date_naive();
        let last = (now + Duration::days(5)).date_naive();
        let place = Place::of_zone(self.zone);
        let light = if self.diary {
            LightContext {
                place,
                usual_wake: NaiveTime::from_hms_opt(7, 0, 0),
                ..LightContext::default()
            }
        } else {
            LightContext {
                place,
                ..LightContext::default()
            }
        };
        let since = self.last_check.unwrap_or(now);
        let schedule = self.schedule();
        Gathered {
            rules: schedule.rules().unwrap(),
            log: schedule.log_between(first, last).unwrap(),
            done: schedule.done_between(first, last).unwrap(),
            quiet: schedule.quiet().unwrap(),
            light,
            since: since.clamp(now - Duration::days(14), now),
        }
    }
}

/// What [`Known`] borrows.
pub struct Gathered {
    pub rules: Vec<Rule>,
    pub log: Vec<LogEntry>,
    pub done: Vec<(Kind, NaiveDate)>,
    pub quiet: wane_domain::reminder::Quiet,
    pub light: LightContext,
    pub since: DateTime<Utc>,
}

impl Gathered {
    pub fn known(&self) -> Known<'_> {
        Known {
            rules: &self.rules,
            log: &self.log,
            done: &self.done,
            light: &self.light,
            quiet: &self.quiet,
            since: self.since,
        }
    }
}
