//! A second, smaller plan, written from the promises alone; and the ways in which it can be wrong.
//!
//! Unbroken it must pass wherever the real plan passes, and each of its mutants must be caught:
//! a machine that catches no mutant proves nothing.

use std::collections::BTreeSet;

use chrono::{
    DateTime, Datelike, Duration, MappedLocalTime, NaiveDate, Offset as _, TimeZone as _, Utc,
};
use chrono_tz::Tz;
use wane_domain::{
    Moment,
    reminder::{Kind, Known, LogEntry, Occurrence, Rule, RuleZone, State, Step, Why, occurrences},
};

/// One way to be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mutant {
    /// The small plan as it should be.
    None,
    /// An occurrence is known by its instant instead of its local date: the unique key is dropped.
    UniqueByInstant,
    /// Readings that come twice are the second, readings left out are earlier.
    SwapGapAndFold,
    /// The zone is read once, at the start.
    ForgetTheZone,
    /// Whatever is late is still shown.
    IgnoreTheGrace,
    /// The protected night is not looked at.
    ShowInTheNight,
    /// What waited for the end of the protected night is dropped.
    LoseWhatWaited,
    /// All of a kind are shown at once after a resume.
    ShowAllOfAKind,
    /// What is done is shown all the same.
    ForgetWhatIsDone,
    /// Pauses are not looked at.
    IgnoreThePause,
    /// What fell due in a pause counts as missed.
    MissInThePause,
    /// Resting reminders come.
    WakeTheResting,
    /// Only what fell due since the last check is looked at.
    LookBackNoFurther,
    /// What was cut short is tried again however late.
    RetryForEver,
    /// What was cut short is tried again under another name.
    RetryUnderAnotherName,
    /// What was cut short is never tried again, nor missed.
    NeverRetry,
    /// Snoozed reminders come at once.
    SnoozeNothing,
    /// What is missed is not written down.
    DropWhatIsMissed,
    /// It is shown first and claimed afterwards.
    ShowBeforeTheClaim,
    /// It is shown, whether or not the claim went through; and the claim is not made.
    NoClaim,
    /// A refusal of the notification service is not noticed.
    BelieveTheService,
    /// The loop sleeps for six hours whatever comes.
    Oversleep,
}

impl Mutant {
    /// Every way to be wrong.
    pub const ALL: [Mutant; 21] = [
        Mutant::UniqueByInstant,
        Mutant::SwapGapAndFold,
        Mutant::ForgetTheZone,
        Mutant::IgnoreTheGrace,
        Mutant::ShowInTheNight,
        Mutant::LoseWhatWaited,
        Mutant::ShowAllOfAKind,
        Mutant::ForgetWhatIsDone,
        Mutant::IgnoreThePause,
        Mutant::MissInThePause,
        Mutant::WakeTheResting,
        Mutant::LookBackNoFurther,
        Mutant::RetryForEver,
        Mutant::RetryUnderAnotherName,
        Mutant::NeverRetry,
        Mutant::SnoozeNothing,
        Mutant::DropWhatIsMissed,
        Mutant::ShowBeforeTheClaim,
        Mutant::NoClaim,
        Mutant::BelieveTheService,
        Mutant::Oversleep,
    ];
}

/// When a reading on a date is due, by a way of counting that shares nothing with the domain's; the first of two,
/// and moved forward over a gap. `None` if the date is not there in the zone.
pub fn due_on(rule: &Rule, date: NaiveDate, device: Tz, swapped: bool) -> Option<DateTime<Utc>> {
    let zone = zone_of(rule, device);
    let reading = date.and_time(rule.time_on(date.weekday())?);
    let instant = match zone.from_local_datetime(&reading) {
        MappedLocalTime::Single(at) => at.to_utc(),
        MappedLocalTime::Ambiguous(a, b) if swapped => a.max(b).to_utc(),
        MappedLocalTime::Ambiguous(a, b) => a.min(b).to_utc(),
        MappedLocalTime::None => {
            let a_day = Duration::days(if swapped { 1 } else { -1 });
            let offset = zone.offset_from_utc_datetime(&(reading + a_day)).fix();
            (reading - offset).and_utc()
        }
    };
    Some(instant)
}

/// The zone by whose clock a rule is meant.
pub fn zone_of(rule: &Rule, device: Tz) -> Tz {
    match rule.zone {
        RuleZone::Device => device,
        RuleZone::Fixed(zone) => zone,
    }
}

/// What to do at `now`. It keeps every promise of the real plan, unless `mutant` says otherwise.
pub fn plan(now: DateTime<Utc>, zone: Tz, known: &Known<'_>, mutant: Mutant) -> Vec<Step> {
    let mut least = now - Duration::hours(36);
    if mutant == Mutant::LookBackNoFurther {
        least = now;
    }
    let from = known.since.min(least).max(now - Duration::days(14));
    let mut steps = Vec::new();
    for rule in known.rules.iter().filter(|rule| rule.enabled) {
        for occurrence in due_between(rule, from, now, zone, known, mutant) {
            if row_of(&occurrence, known.log, mutant).is_none() {
                steps.extend(fresh(occurrence, rule, now, zone, known, mutant));
            }
        }
    }
    for row in known.log {
        steps.extend(open(row, now, zone, known, mutant));
    }
    steps.sort_by_key(|step| match step {
        Step::Show(o)
        | Step::Miss(o)
        | Step::Settle(o)
        | Step::Hush(o)
        | Step::Pause(o)
        | Step::Rest(o) => o.due.instant,
        Step::Retry { kind, local_date } => known
            .log
            .iter()
            .find(|row| row.kind == *kind && row.local_date == *local_date)
            .map_or(now, |row| row.due.instant),
    });
    if mutant != Mutant::ShowAllOfAKind {
        only_the_latest(&mut steps, known);
    }
    if mutant == Mutant::DropWhatIsMissed {
        steps.retain(|step| !matches!(step, Step::Miss(_) | Step::Hush(_)));
    }
    steps
}

fn due_between(
    rule: &Rule,
    from: DateTime<Utc>,
    now: DateTime<Utc>,
    zone: Tz,
    known: &Known<'_>,
    mutant: Mutant,
) -> Vec<Occurrence> {
    if rule.kind == Kind::MorningLight {
        let rules = std::slice::from_ref(rule);
        return occurrences(
            rules,
            from,
            now + Duration::nanoseconds(1),
            zone,
            known.light,
        );
    }
    let mut found = Vec::new();
    let mut date = from.date_naive() - Duration::days(2);
    while date <= now.date_naive() + Duration::days(2) {
        let due = due_on(rule, date, zone, mutant == Mutant::SwapGapAndFold);
        if let Some(due) = due.filter(|due| from <= *due && *due <= now) {
            found.push(Occurrence {
                kind: rule.kind.clone(),
                local_date: date,
                due: Moment::new(due, zone_of(rule, zone)),
                until: due + Duration::minutes(i64::from(rule.grace_min)),
                why: Why::ClockTime,
                rule_rev: rule.rev,
            });
        }
        date += Duration::days(1);
    }
    found
}

fn row_of<'a>(
    occurrence: &Occurrence,
    log: &'a [LogEntry],
    mutant: Mutant,
) -> Option<&'a LogEntry> {
    log.iter().find(|row| {
        row.kind == occurrence.kind
            && if mutant == Mutant::UniqueByInstant {
                row.due.instant == occurrence.due.instant
            } else {
                row.local_date == occurrence.local_date
            }
    })
}

fn fresh(
    o: Occurrence,
    rule: &Rule,
    now: DateTime<Utc>,
    zone: Tz,
    known: &Known<'_>,
    mutant: Mutant,
) -> Option<Step> {
    let (due, quiet) = (o.due.instant, known.quiet);
    let over = o.until <= now && mutant != Mutant::IgnoreTheGrace;
    if rule.changed_at <= now && due < rule.changed_at {
        return None;
    }
    if now < rule.changed_at && o.until <= now {
        return None;
    }
    let night = quiet.night.end_at(now, zone).is_some() && mutant != Mutant::ShowInTheNight;
    Some(if is_done(&o.kind, o.local_date, known, mutant) {
        Step::Settle(o)
    } else if quiet.rests(&o.kind) && mutant != Mutant::WakeTheResting {
        Step::Rest(o)
    } else if (quiet.is_paused(due) || (quiet.is_paused(now) && !over))
        && mutant != Mutant::IgnoreThePause
    {
        if mutant == Mutant::MissInThePause {
            Step::Miss(o)
        } else {
            Step::Pause(o)
        }
    } else if over && quiet.night.hushes(due, o.until, zone) {
        Step::Hush(o)
    } else if over {
        Step::Miss(o)
    } else if night {
        if mutant == Mutant::LoseWhatWaited {
            return Some(Step::Settle(o));
        }
        return None;
    } else {
        Step::Show(o)
    })
}

fn open(
    row: &LogEntry,
    now: DateTime<Utc>,
    zone: Tz,
    known: &Known<'_>,
    mutant: Mutant,
) -> Option<Step> {
    let cut_short = row.state == State::Claimed && row.shown_at.is_none();
    if !cut_short && row.state != State::Snoozed {
        return None;
    }
    let o = Occurrence {
        kind: row.kind.clone(),
        local_date: row.local_date,
        due: row.due,
        until: row.until,
        why: Why::ClockTime,
        rule_rev: row.rule_rev,
    };
    let in_window = row.due.instant <= now && now < row.until;
    let night = known.quiet.night.end_at(now, zone).is_some() && mutant != Mutant::ShowInTheNight;
    let on = known
        .rules
        .iter()
        .any(|rule| rule.enabled && rule.kind == row.kind);
    if is_done(&row.kind, row.local_date, known, mutant) || !on {
        return Some(Step::Settle(o));
    }
    if known.quiet.rests(&row.kind) && mutant != Mutant::WakeTheResting {
        return Some(Step::Rest(o));
    }
    if known.quiet.is_paused(now) && mutant != Mutant::IgnoreThePause {
        return Some(Step::Pause(o));
    }
    if cut_short {
        let claimed = row.claimed_at.unwrap_or(row.due.instant);
        let recent = (now - claimed).abs() < Duration::minutes(2) || mutant == Mutant::RetryForEver;
        return match (in_window && recent, night) {
            _ if mutant == Mutant::NeverRetry => None,
            (true, true) => None,
            (true, false) => Some(Step::Retry {
                kind: o.kind,
                local_date: o.local_date,
            }),
            (false, _) => Some(Step::Miss(o)),
        };
    }
    let again = row.snoozed_until.unwrap_or(now);
    if now >= row.until {
        Some(Step::Miss(o))
    } else if in_window && (again <= now || mutant == Mutant::SnoozeNothing) && !night {
        Some(Step::Show(o))
    } else {
        None
    }
}

fn is_done(kind: &Kind, date: NaiveDate, known: &Known<'_>, mutant: Mutant) -> bool {
    mutant != Mutant::ForgetWhatIsDone && known.done.iter().any(|(k, d)| k == kind && *d == date)
}

fn only_the_latest(steps: &mut [Step], known: &Known<'_>) {
    let mut seen = BTreeSet::new();
    for step in steps.iter_mut().rev() {
        let kind = match step {
            Step::Show(o) => o.kind.clone(),
            Step::Retry { kind, .. } => kind.clone(),
            _ => continue,
        };
        if seen.insert(kind) {
            continue;
        }
        let missed = match step {
            Step::Show(o) => Some(o.clone()),
            Step::Retry { kind, local_date } => known
                .log
                .iter()
                .find(|row| row.kind == *kind && row.local_date == *local_date)
                .map(|row| Occurrence {
                    kind: row.kind.clone(),
                    local_date: row.local_date,
                    due: row.due,
                    until: row.until,
                    why: Why::ClockTime,
                    rule_rev: row.rule_rev,
                }),
            _ => None,
        };
        if let Some(missed) = missed {
            *step = Step::Miss(missed);
        }
    }
}
