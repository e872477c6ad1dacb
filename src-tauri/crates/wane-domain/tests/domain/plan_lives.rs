//! Long random lives of a schedule: waiting, travelling, snoozing, crashing, wrong clocks and changed rules.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;
use wane_domain::reminder::{Kind, Rule, RuleZone, State, Step, occurrences};

use crate::{
    schedule::Schedule,
    support::{LONDON, daily, utc},
};

/// Something that can happen between two checks.
#[derive(Debug, Clone)]
enum Event {
    Wait(i64),
    SetClock(i64),
    Travel(Tz),
    DoNewest(usize),
    SnoozeNewest(i64),
    CrashAtNewest,
    Edit {
        rule: usize,
        minute: u32,
        grace: u32,
        enabled: bool,
        fixed: Option<Tz>,
    },
}

fn event() -> impl Strategy<Value = Event> {
    let zone = || {
        prop::sample::select(vec![
            LONDON,
            Tz::America__Nuuk,
            Tz::Pacific__Kiritimati,
            Tz::Pacific__Pago_Pago,
            Tz::Africa__Cairo,
        ])
    };
    prop_oneof![
        12 => (1_i64..180).prop_map(Event::Wait),
        4 => (180_i64..60 * 24 * 5).prop_map(Event::Wait),
        1 => (-60 * 24 * 10_i64..60 * 24 * 10).prop_map(Event::SetClock),
        2 => zone().prop_map(Event::Travel),
        2 => (0_usize..3).prop_map(Event::DoNewest),
        2 => (1_i64..120).prop_map(Event::SnoozeNewest),
        1 => Just(Event::CrashAtNewest),
        2 => (0_usize..3, 0_u32..1440, 5_u32..2000, any::<bool>(), prop::option::of(zone())).prop_map(
            |(rule, minute, grace, enabled, fixed)| Event::Edit { rule, minute, grace, enabled, fixed }
        ),
    ]
}

fn clock(minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap()
}

fn three_rules(minutes: [u32; 3], changed_at: DateTime<Utc>) -> Vec<Rule> {
    [
        Kind::WindDown,
        Kind::EveningCheckIn,
        Kind::Own("water".to_owned()),
    ]
    .into_iter()
    .zip(minutes)
    .map(|(kind, minute)| Rule {
        changed_at,
        ..daily(kind, clock(minute))
    })
    .collect()
}

/// Does to a schedule what happened; returns the instant afterwards.
fn happen(
    event: Event,
    schedule: &mut Schedule,
    now: DateTime<Utc>,
    allowed: &mut BTreeMap<(Kind, NaiveDate), u32>,
) -> DateTime<Utc> {
    match event {
        Event::Wait(minutes) => return now + Duration::minutes(minutes),
        Event::SetClock(minutes) => return now + Duration::minutes(minutes),
        Event::Travel(zone) => schedule.zone = zone,
        Event::DoNewest(rule) => {
            let kind = schedule.rules[rule].kind.clone();
            schedule.done.push((kind, now.date_naive()));
        }
        Event::SnoozeNewest(minutes) => {
            if let Some(row) = schedule
                .log
                .last_mut()
                .filter(|row| row.state == State::Shown)
            {
                row.state = State::Snoozed;
                row.snoozed_until = Some((now + Duration::minutes(minutes)).min(row.until));
                *allowed
                    .entry((row.kind.clone(), row.local_date))
                    .or_insert(1) += 1;
            }
        }
        Event::CrashAtNewest => {
            if let Some(row) = schedule
                .log
                .last_mut()
                .filter(|row| row.state == State::Shown)
            {
                (row.state, row.shown_at) = (State::Claimed, None);
                *allowed
                    .entry((row.kind.clone(), row.local_date))
                    .or_insert(1) += 1;
            }
        }
        Event::Edit {
            rule,
            minute,
            grace,
            enabled,
            fixed,
        } => {
            let rule = &mut schedule.rules[rule];
            rule.times = [Some(clock(minute)); 7];
            rule.grace_min = grace;
            rule.enabled = enabled;
            rule.zone = fixed.map_or(RuleZone::Device, RuleZone::Fixed);
            rule.rev += 1;
            rule.changed_at = now;
        }
    }
    now
}

proptest! {
    #[test]
    fn whatever_happens_nothing_is_shown_twice_or_out_of_its_window(
        minutes in [0_u32..1440, 0_u32..1440, 0_u32..1440],
        events in prop::collection::vec(event(), 1..80),
    ) {
        let mut now = utc("2026-03-20T12:00");
        let mut schedule = Schedule::new(three_rules(minutes, now), "2026-03-20T12:00");
        let mut seen: BTreeMap<(Kind, NaiveDate), u32> = BTreeMap::new();
        // Once, and once more for each snooze and each crash.
        let mut allowed: BTreeMap<(Kind, NaiveDate), u32> = BTreeMap::new();
        for event in events {
            now = happen(event, &mut schedule, now, &mut allowed);
            let mut kinds = BTreeSet::new();
            for step in schedule.tick(now) {
                let name = match step {
                    Step::Show(occurrence) => {
                        prop_assert!(occurrence.due.instant <= now && now < occurrence.until, "in its window: {:?} at {}", occurrence, now);
                        (occurrence.kind, occurrence.local_date)
                    }
                    Step::Retry { kind, local_date } => (kind, local_date),
                    Step::Miss(_) | Step::Settle(_) | Step::Hush(_) | Step::Pause(_) | Step::Rest(_) => continue,
                };
                prop_assert!(kinds.insert(name.0.clone()), "one of a kind in one plan: {:?}", name);
                let times = seen.entry(name.clone()).or_insert(0);
                *times += 1;
                prop_assert!(*times <= allowed.get(&name).copied().unwrap_or(1), "{:?} was seen {} times", name, times);
            }
            prop_assert_eq!(schedule.steps(now), [], "what was written down is settled: nothing is left to do");
        }
    }

    #[test]
    fn everything_due_while_running_is_dealt_with_exactly_once(
        minutes in [0_u32..1440, 0_u32..1440, 0_u32..1440],
        zone in prop::sample::select(chrono_tz::TZ_VARIANTS.to_vec()),
        waits in prop::collection::vec(prop_oneof![3 => 1_i64..60, 1 => 60_i64..60 * 24 * 13], 1..60),
        done in prop::collection::vec((0_usize..3, 0_u64..60), 0..10),
    ) {
        let start = utc("2026-03-20T12:00");
        let mut schedule = Schedule::new(three_rules(minutes, start), "2026-03-20T12:00");
        schedule.zone = zone;
        schedule.done = done
            .into_iter()
            .map(|(rule, day)| (schedule.rules[rule].kind.clone(), start.date_naive() + chrono::Days::new(day)))
            .collect();
        let mut now = start;
        let mut dealt_with = Vec::new();
        for wait in waits {
            now += Duration::minutes(wait);
            for step in schedule.tick(now) {
                match step {
                    Step::Show(o) | Step::Miss(o) | Step::Settle(o) => dealt_with.push(o),
                    Step::Hush(_) | Step::Pause(_) | Step::Rest(_) => prop_assert!(false, "nothing was quiet"),
                    Step::Retry { .. } => prop_assert!(false, "nothing crashed"),
                }
            }
        }
        dealt_with.sort_by(|a, b| (a.due.instant, &a.kind).cmp(&(b.due.instant, &b.kind)));
        let due = occurrences(&schedule.rules, start, now + Duration::seconds(1), zone, &schedule.light);
        prop_assert_eq!(dealt_with, due, "all of them, each once");
    }
}
