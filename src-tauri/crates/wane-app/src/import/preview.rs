//! What was found and what will change, for the window and for `import --dry-run`.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use wane_domain::{
    Id, Moment, check,
    diary::{DeviceSleep, Night, Origin, SleepKind, Stages},
    measures::Measures,
};
use wane_exchange::{
    ColumnUsed, Found, FoundDuration, FoundHeart, FoundNight, FoundSleep, FoundWorkout, Skipped,
    Warning, WarningCode, What,
};
use wane_text::Arg;

use super::{clip, columns, measured::Taker, plan::Plan};
use crate::{App, wire::*};

impl App {
    pub(super) fn preview(&self, found: &Found, plan: &Plan) -> ImportPreview {
        let changes = plan.changes();
        let mut sleeps: Vec<SleepFound> = found
            .nights
            .iter()
            .map(|n| night_found(n, found.format.name()))
            .collect();
        sleeps.extend(
            found
                .sleeps
                .iter()
                .map(|s| sleep_found(s, found.format.name())),
        );
        sleeps.extend(
            found
                .durations
                .iter()
                .map(|d| duration_found(d, found.format.name())),
        );
        let mut other: BTreeMap<String, u32> = found
            .other
            .iter()
            .map(|(k, v)| (k.clone(), clip(*v)))
            .collect();
        for (name, count) in [
            ("pain_ratings", found.ratings.len()),
            ("movement_days", found.doses.len()),
            ("light_days", found.light.len()),
            ("heart_rate_days", found.heart.len()),
        ] {
            if count > 0 {
                other.insert(name.to_owned(), clip(count as u64));
            }
        }
        for (name, factor) in &found.factors {
            other.insert(format!("factor:{name}"), clip(factor.values.len() as u64));
        }
        let line = |id: &str, value: String| NamedText {
            name: self.words.text(id, &[]),
            text: value,
        };
        let mut summary = vec![
            line("import-format", self.format_name(found.format.name())),
            line("import-sleeps", self.words.count(sleeps.len() as u64)),
            line("import-new", self.words.count(changes.new as u64)),
            line("import-same", self.words.count(changes.same as u64)),
            line("import-conflict", self.words.count(changes.conflict as u64)),
        ];
        if plan.updated() > 0 {
            let count = self.words.count(plan.updated() as u64);
            summary.insert(3, line("import-updated", count));
        }
        if !found.ratings.is_empty() {
            summary.insert(
                2,
                line(
                    "import-ratings",
                    self.words.count(found.ratings.len() as u64),
                ),
            );
        }
        for (id, count) in [
            ("import-steps", found.steps.len()),
            ("import-heart", found.heart.len()),
            ("import-workouts", found.workouts.len()),
            ("import-durations", found.durations.len()),
        ] {
            if count > 0 {
                summary.push(line(id, self.words.count(count as u64)));
            }
        }
        summary.extend(self.takers(plan));
        if !found.factors.is_empty() {
            let names: Vec<&str> = found.factors.keys().map(String::as_str).collect();
            summary.push(line("import-factors", names.join(", ")));
            let aside = plan.put_aside();
            if !aside.is_empty() {
                summary.push(line("import-factors-aside", aside.join(", ")));
            }
        }
        summary.extend(found.columns.iter().map(|column| self.column(column)));
        ImportPreview {
            format: found.format.name().to_owned(),
            title: self.format_name(found.format.name()),
            sleeps,
            steps_by_day: found
                .steps
                .iter()
                .map(|(day, steps)| (day.to_string(), *steps))
                .collect(),
            heart_by_day: hearts_found(found),
            workouts: found.workouts.iter().map(workout_found).collect(),
            other,
            skipped: found.skipped.iter().map(|s| self.skipped(s)).collect(),
            warnings: found.warnings.iter().map(|w| self.warning(w)).collect(),
            changes,
            updated: plan.updated(),
            summary,
            home_zone: found.assumed_zone.name().to_owned(),
        }
    }

    /// What a column was taken for, and in which unit.
    fn column(&self, column: &ColumnUsed) -> NamedText {
        let name = [("name", Arg::from(column.name.as_str()))];
        let role = self
            .words
            .text(&format!("column-role-{}", column.role.code()), &[]);
        let text = match column.unit {
            Some(unit) => {
                let id = format!("import-column-{}", columns::unit_code(unit));
                self.words.text(&id, &[("role", Arg::from(role))])
            }
            None => role,
        };
        NamedText {
            name: self.words.text("import-column", &name),
            text,
        }
    }

    /// What of what is tracked takes up the steps and heart rates, and that nobody is asked for them.
    fn takers(&self, plan: &Plan) -> Vec<NamedText> {
        let names = |wanted: fn(&Taker) -> bool| -> Option<String> {
            let takers = plan.takers.iter().filter(|taker| wanted(taker));
            let names: Vec<&str> = takers.map(|taker| taker.name.as_str()).collect();
            (!names.is_empty()).then(|| names.join(", "))
        };
        let unasked = |names: String| {
            let names = [("names", Arg::from(names))];
            self.words.text("import-measures-unasked", &names)
        };
        let new = names(|taker| taker.is_new && !taker.is_aside).map(unasked);
        let known = names(|taker| !taker.is_new && !taker.is_aside);
        let lines = [
            ("import-measures-new", new),
            ("import-measures-known", known),
            ("import-measures-aside", names(|taker| taker.is_aside)),
        ];
        let told = lines.into_iter().filter_map(|(id, text)| {
            Some(NamedText {
                name: self.words.text(id, &[]),
                text: text?,
            })
        });
        told.collect()
    }

    fn skipped(&self, skipped: &Skipped) -> SkippedView {
        let reason = self
            .words
            .text(&format!("skip-{}", skipped.why.code()), &[]);
        let mut why = reason;
        if let Some(column) = &skipped.column {
            why = self.words.text(
                "skip-in-column",
                &[("why", Arg::from(why)), ("column", Arg::from(column))],
            );
        }
        if !skipped.lines.is_empty() {
            let lines: Vec<String> = skipped.lines.iter().map(u64::to_string).collect();
            let more = skipped.count > skipped.lines.len() as u64;
            let lines = format!("{}{}", lines.join(", "), if more { ", …" } else { "" });
            why = self.words.text(
                "skip-at-lines",
                &[("why", Arg::from(why)), ("lines", Arg::from(lines))],
            );
        }
        if skipped.what == What::File {
            // Of many files it is the one that counts, and its name is how it is found.
            let named = [("why", Arg::from(why)), ("file", Arg::from(&skipped.file))];
            why = self.words.text("skip-file", &named);
        }
        SkippedView {
            what: skipped.what.code().to_owned(),
            why,
            count: clip(skipped.count),
        }
    }

    fn warning(&self, warning: &Warning) -> String {
        let what = match &warning.code {
            WarningCode::Question(q) => self
                .words
                .text(&format!("question-{}", q.code().replace('_', "-")), &[]),
            code => self.words.text(&format!("warning-{}", code.code()), &[]),
        };
        let dates: Vec<String> = warning
            .dates
            .iter()
            .take(5)
            .map(|d| self.words.date_short_year(*d))
            .collect();
        let more = warning.count > dates.len() as u64;
        let dates = format!("{}{}", dates.join(", "), if more { ", …" } else { "" });
        self.words.text(
            "warning-on-days",
            &[("what", Arg::from(what)), ("dates", Arg::from(dates))],
        )
    }
}

fn hearts_found(found: &Found) -> BTreeMap<String, HeartFound> {
    let hearts = found.heart.iter().map(|(day, heart)| {
        let FoundHeart { resting, asleep } = *heart;
        (day.to_string(), HeartFound { resting, asleep })
    });
    hearts.collect()
}

fn workout_found(workout: &FoundWorkout) -> WorkoutFound {
    WorkoutFound {
        start: workout.start.to_rfc3339(),
        minutes: workout.minutes,
        exercise: workout.exercise.map(|exercise| exercise.code().to_owned()),
        device: workout.device.clone(),
    }
}

fn night_found(found: &FoundNight, source: &str) -> SleepFound {
    night_view(&found.clone().into_night(no_name(), no_origin()), source)
}

/// A felt night, as a preview lists it.
pub(super) fn night_view(night: &Night, source: &str) -> SleepFound {
    let m = Measures::of(night);
    let sound = check::holds_together(night);
    let text = |t: Option<Moment>| t.map(|t| t.to_rfc3339());
    SleepFound {
        start: text(m.onset.filter(|_| sound).or(night.lights_out).or(night.bed)),
        end: text(night.final_wake.or(night.out_of_bed)),
        kind: "night".to_owned(),
        wake_date: night.wake_date.to_string(),
        asleep_min: m.tst_min.filter(|_| sound),
        in_bed_min: m.tib_min,
        awake_min: night.waso_min.map(f64::from),
        stages_min: None,
        source: source.to_owned(),
        device: None,
    }
}

/// What is looked at has no name in the diary yet.
fn no_name() -> Id {
    Id::new(DateTime::<Utc>::UNIX_EPOCH, [0; 10])
}

fn no_origin() -> Origin {
    Origin {
        source: None,
        source_key: None,
        entered_at: DateTime::<Utc>::UNIX_EPOCH,
        recalled: false,
    }
}

fn sleep_found(sleep: &FoundSleep, source: &str) -> SleepFound {
    let view = device_sleep_view(
        &sleep.clone().into_device_sleep(no_name(), no_origin()),
        source,
    );
    // The file's own minutes; the diary keeps whole ones.
    SleepFound {
        device: sleep.device.clone(),
        asleep_min: sleep.asleep_min,
        in_bed_min: sleep.in_bed_min,
        awake_min: sleep.awake_min,
        ..view
    }
}

/// A measured sleep, as a preview lists it.
pub(super) fn device_sleep_view(sleep: &DeviceSleep, source: &str) -> SleepFound {
    SleepFound {
        start: Some(sleep.start.to_rfc3339()),
        end: Some(sleep.end.to_rfc3339()),
        kind: match sleep.kind {
            SleepKind::Night => "night",
            SleepKind::Nap => "nap",
        }
        .to_owned(),
        wake_date: sleep.wake_date.to_string(),
        asleep_min: sleep.asleep_min.map(f64::from),
        in_bed_min: sleep.in_bed_min.map(f64::from),
        awake_min: sleep.awake_min.map(f64::from),
        stages_min: stages(&sleep.stages),
        source: source.to_owned(),
        device: sleep.origin.device().map(str::to_owned),
    }
}

fn duration_found(duration: &FoundDuration, source: &str) -> SleepFound {
    SleepFound {
        start: None,
        end: None,
        kind: "night".to_owned(),
        wake_date: duration.date.to_string(),
        asleep_min: Some(duration.asleep_min),
        in_bed_min: None,
        awake_min: None,
        stages_min: None,
        source: source.to_owned(),
        device: None,
    }
}

fn stages(stages: &Stages) -> Option<BTreeMap<String, u32>> {
    let named = [
        ("deep", stages.deep),
        ("light", stages.light),
        ("rem", stages.rem),
        ("awake", stages.awake),
        ("restless", stages.restless),
        ("asleep", stages.asleep),
    ];
    let map: BTreeMap<String, u32> = named
        .into_iter()
        .filter_map(|(n, m)| Some((n.to_owned(), m?)))
        .collect();
    (!map.is_empty()).then_some(map)
}
