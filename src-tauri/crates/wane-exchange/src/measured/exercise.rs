//! Exercise: one spell told by two sources is not two.

use std::collections::HashMap;

use wane_domain::Moment;

use crate::{Exercise, FoundWorkout, ReadError, What, Why, ledger::Ledger, rules, stamps};

/// Longer than this is a watch that was never told to stop, in minutes.
const LONGEST_MIN: f64 = 24.0 * 60.0;

/// More spells than this are no person's: five a day over fifty years.
pub(crate) const MAX_WORKOUTS: usize = 100_000;

/// Why a record tells of no spell: the field that was the reason, and the reason.
pub(crate) type Refused = (&'static str, Why);

/// A spell that its source calls `name`, of whose kind and device nothing is said yet.
///
/// `fields` are those that tell of its start and of its length or end, for whoever is told why it is none.
pub(crate) fn spell(
    name: &str,
    start: Moment,
    minutes: f64,
    fields: (&'static str, &'static str),
) -> Result<FoundWorkout, Refused> {
    if !rules::sane_date(start.date()) {
        return Err((fields.0, Why::DateOutOfRange));
    }
    if minutes.is_nan() || minutes <= 0.0 {
        return Err((fields.1, Why::EndsBeforeStart));
    }
    if minutes > LONGEST_MIN {
        return Err((fields.1, Why::TooLong));
    }
    Ok(FoundWorkout {
        source_key: format!("workout/{name}"),
        device: None,
        date: start.date(),
        start,
        minutes: (minutes.round() as u16).max(1),
        exercise: None,
    })
}

/// Spells as they come.
#[derive(Debug, Default)]
pub(crate) struct Workouts(Vec<FoundWorkout>);

impl Workouts {
    /// Takes what the record on that line of a file tells, or says why it tells nothing.
    pub(crate) fn take(
        &mut self,
        told: Result<FoundWorkout, Refused>,
        (file, line): (&str, u64),
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        ledger.count("workouts", 1);
        match told {
            Ok(_) if self.0.len() >= MAX_WORKOUTS => {
                return Err(ReadError::TooMany {
                    file: file.to_owned(),
                    max: MAX_WORKOUTS,
                });
            }
            Ok(workout) => self.0.push(workout),
            Err((field, why)) => ledger.skip(file, What::Row, Some(field), why, Some(line)),
        }
        Ok(())
    }

    /// The spells in order of their start, each once.
    pub(crate) fn finish(self, ledger: &mut Ledger) -> Vec<FoundWorkout> {
        distinct(self.0, ledger)
    }
}

/// English beginnings of words that name a kind of exercise, in any form; the first that is met counts.
const NAMES: &[(&str, Exercise)] = &[
    ("water", Exercise::WaterExercise),
    ("aqua", Exercise::WaterExercise),
    ("swim", Exercise::Swimming),
    ("stair", Exercise::Stairs),
    ("ellip", Exercise::Elliptical),
    ("crosstrain", Exercise::Elliptical),
    ("rowing", Exercise::Rowing),
    ("rower", Exercise::Rowing),
    ("walk", Exercise::Walking),
    ("hik", Exercise::Hiking),
    ("run", Exercise::Running),
    ("jog", Exercise::Running),
    ("treadmill", Exercise::Running),
    ("bik", Exercise::Cycling),
    ("cycl", Exercise::Cycling),
    ("spin", Exercise::Cycling),
    ("strength", Exercise::Strength),
    ("weight", Exercise::Strength),
    ("calisthenics", Exercise::Strength),
    ("yoga", Exercise::Yoga),
    ("pilates", Exercise::Pilates),
    ("tai", Exercise::TaiChi),
    ("qigong", Exercise::TaiChi),
    ("stretch", Exercise::Stretching),
    ("danc", Exercise::Dance),
    ("zumba", Exercise::Dance),
    ("meditat", Exercise::MindAndBody),
    ("breath", Exercise::MindAndBody),
    ("garden", Exercise::Housework),
    ("ski", Exercise::WinterSport),
    ("skat", Exercise::WinterSport),
    ("snowboard", Exercise::WinterSport),
    ("sport", Exercise::Sport),
    ("badminton", Exercise::Sport),
    ("baseball", Exercise::Sport),
    ("basketball", Exercise::Sport),
    ("cricket", Exercise::Sport),
    ("football", Exercise::Sport),
    ("golf", Exercise::Sport),
    ("handball", Exercise::Sport),
    ("hockey", Exercise::Sport),
    ("racquetball", Exercise::Sport),
    ("rugby", Exercise::Sport),
    ("soccer", Exercise::Sport),
    ("softball", Exercise::Sport),
    ("squash", Exercise::Sport),
    ("tennis", Exercise::Sport),
    ("volleyball", Exercise::Sport),
];

/// Wane's word for a kind of exercise that a source names in English, such as `Outdoor Walk` or `lap_swimming`.
pub(crate) fn named(name: &str) -> Option<Exercise> {
    let name = name.to_ascii_lowercase();
    let words = || name.split(|one: char| !one.is_ascii_alphabetic());
    let is_met = |begins: &str| words().any(|word| word.starts_with(begins));
    NAMES
        .iter()
        .find(|(begins, _)| is_met(begins))
        .map(|(_, exercise)| *exercise)
}

/// The spells in order of their start, each once: of two of one name, and of two that share half of the shorter one or
/// more, the longer stays.
pub(crate) fn distinct(workouts: Vec<FoundWorkout>, ledger: &mut Ledger) -> Vec<FoundWorkout> {
    let before = workouts.len();
    let mut workouts = longest_of_each_name(workouts);
    workouts.sort_by(|a, b| {
        let by = |one: &FoundWorkout| (one.start.instant, std::cmp::Reverse(one.minutes));
        by(a)
            .cmp(&by(b))
            .then_with(|| a.source_key.cmp(&b.source_key))
    });
    let mut kept: Vec<FoundWorkout> = Vec::with_capacity(before);
    for workout in workouts {
        // No spell is longer than a day, so only those of the last day can overlap with it.
        let day = chrono::Duration::days(1);
        let near = kept
            .iter()
            .rposition(|other| other.start.instant + day < workout.start.instant)
            .map_or(0, |at| at + 1);
        match (near..kept.len()).find(|at| is_same(&kept[*at], &workout)) {
            Some(at) if kept[at].minutes < workout.minutes => kept[at] = workout,
            Some(_) => {}
            None => kept.push(workout),
        }
    }
    kept.sort_by_key(|workout| workout.start.instant);
    if kept.len() < before {
        ledger.count("duplicate_workouts", (before - kept.len()) as u64);
    }
    kept
}

/// Of several of one name the longest; of two as long, the one that came first.
fn longest_of_each_name(workouts: Vec<FoundWorkout>) -> Vec<FoundWorkout> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<FoundWorkout> = Vec::with_capacity(workouts.len());
    for workout in workouts {
        match places.get(&workout.source_key) {
            Some(&at) if kept[at].minutes < workout.minutes => kept[at] = workout,
            Some(_) => {}
            None => {
                places.insert(workout.source_key.clone(), kept.len());
                kept.push(workout);
            }
        }
    }
    kept
}

/// Whether two sources tell of one spell.
fn is_same(a: &FoundWorkout, b: &FoundWorkout) -> bool {
    let end = |one: &FoundWorkout| stamps::after(one.start, f64::from(one.minutes));
    match (end(a), end(b)) {
        (Some(a_end), Some(b_end)) => rules::same_sleep((&a.start, &a_end), (&b.start, &b_end)),
        _ => false,
    }
}
