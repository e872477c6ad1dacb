//! Setting rules, and the user's own bed times from which two of them follow.

use chrono::{DateTime, Duration, NaiveTime, Utc};
use wane_domain::reminder::{Kind, ProtectedNight, Rule, RuleZone};
use wane_store::Label;

use crate::{
    App,
    app::Rooms,
    convert,
    fault::Fault,
    settings::{self, Targets},
    track,
    wire::*,
};

impl App {
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
        let bed: Vec<Option<NaiveTime>> = request
            .bed
            .iter()
            .map(|t| convert::time_option(t.as_deref(), "bed"))
            .collect::<Result<_, _>>()?;
        let targets = Targets {
            bed: bed.try_into().map_err(|_| Fault::bad_input("bed"))?,
            rise: convert::time_option(request.rise.as_deref(), "rise")?,
            lead_min: request.lead_min,
        };
        let mut rooms = self.rooms();
        let text = settings::to_json(&targets.to_view())?;
        rooms
            .diary
            .change(Label::new("settings"), self.now(), |change| {
                // Whoever sets their own times has set where they lead, too.
                change.set_setting("rise-in-the-end", None)?;
                change.set_setting("targets", Some(&text))
            })?;
        write_target_rules(&mut rooms, &targets, self.now())?;
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn rename_rule(&self, request: RenameRule) -> Result<PlanView, Fault> {
        let name = track::a_name(&request.name)?;
        let from = Kind::from_name(request.kind.trim());
        let to = Kind::from_name(&name);
        if Kind::BUILT_IN.contains(&from) {
            return Err(Fault::bad_input("kind"));
        }
        let mut rooms = self.rooms();
        let rules = rooms.schedule.rules()?;
        let is_taken = |kind: &Kind| {
            *kind != from
                && (track::same_name(kind.name(), &name)
                    || track::same_name(&self.title(kind), &name))
        };
        if Kind::BUILT_IN.iter().any(is_taken) || rules.iter().any(|rule| is_taken(&rule.kind)) {
            return Err(Fault::refused("error-name-taken"));
        }
        if !rules.iter().any(|rule| rule.kind == from) {
            return Err(Fault::not_found("reminder"));
        }
        if from != to {
            rooms.schedule.rename_rule(&from, &to)?;
            self.host.reminders_changed();
        }
        self.plan_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn remove_rule(&self, request: KindRequest) -> Result<PlanView, Fault> {
        let kind = Kind::from_name(request.kind.trim());
        if Kind::BUILT_IN.contains(&kind) {
            return Err(Fault::bad_input("kind"));
        }
        let mut rooms = self.rooms();
        if !rooms.schedule.remove_rule(&kind)? {
            return Err(Fault::not_found("reminder"));
        }
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    pub(crate) fn enable(
        &self,
        rooms: &mut Rooms,
        kind: &Kind,
        enabled: bool,
    ) -> Result<(), Fault> {
        let now = self.now();
        let mut rule = find_rule(rooms, kind)?.unwrap_or_else(|| new_rule(kind.clone(), now));
        rule.enabled = enabled;
        rule.rev += 1;
        rule.changed_at = now;
        Ok(rooms.schedule.put_rule(&rule)?)
    }
}

fn find_rule(rooms: &Rooms, kind: &Kind) -> Result<Option<Rule>, Fault> {
    Ok(rooms
        .schedule
        .rules()?
        .into_iter()
        .find(|r| r.kind == *kind))
}

/// A rule nobody has set yet: off, and at an hour that is a fair first guess.
pub(super) fn new_rule(kind: Kind, now: DateTime<Utc>) -> Rule {
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
/// The protected night follows too, unless the user has set their own.
pub(crate) fn write_target_rules(
    rooms: &mut Rooms,
    targets: &Targets,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let automatic = rooms
        .schedule
        .protected_night()?
        .is_none_or(|(_, automatic)| automatic);
    if automatic {
        let night = ProtectedNight::following(&targets.bed, targets.rise);
        rooms.schedule.set_protected_night(&night, true)?;
    }
    if targets.bed.iter().all(Option::is_none) {
        return Ok(());
    }
    for (kind, before_min) in [
        (Kind::WindDown, i64::from(targets.lead_min)),
        (Kind::Bedtime, 0),
    ] {
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
        let minute = if since_midnight < 360 {
            since_midnight + 1440
        } else {
            since_midnight
        } - before_min;
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
        assert_eq!(
            got,
            expected.map(read),
            "{before_min} minutes before {bed:?}"
        );
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
}
