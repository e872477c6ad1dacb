//! What helps a made-up person: movement with how it felt, wind-downs, a plan for flares, a journey, an experiment.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use wane_domain::{
    Fold, Id, Moment,
    diary::{
        Dose, Experiment, ExperimentDay, Felt, FlareHow, FlareLine, FlareNote, FlarePrompt,
        Instruction, Origin, Pace, PartOfDay, Span, SpanKind, Tried, Watched, WindDown,
    },
    scale::Effort,
    winddown::BlockKind,
};
use wane_store::{Change, Error};
use wane_text::Catalogue;

use super::{dice::Dice, five};
use crate::movement::{KeptPlan, write_plan};

/// From so many days on there is time for a plan of movement, an instruction and a journey; from the second on, for an experiment.
const A_SEASON: u32 = 60;
const A_TERM: u32 = 120;
/// The plan began so many days before the last one, and rests on so many days before.
const PLAN_DAYS: i64 = 24;
const PLAN_RESTS_ON: i64 = 28;
/// The experiment began so many days before the last one, or on the Monday before that.
const EXPERIMENT_DAYS: i64 = 70;

const KINDS: [&str; 5] = [
    "movement-kind-walking",
    "movement-kind-walking",
    "movement-kind-stretching",
    "movement-kind-water",
    "movement-kind-house",
];

const PLAN_FOR_FLARES: [(FlarePrompt, &str); 6] = [
    (FlarePrompt::Words, "sample-flare-words"),
    (FlarePrompt::Helps, "sample-flare-helps"),
    (FlarePrompt::Gentle, "sample-flare-gentle"),
    (FlarePrompt::Wait, "sample-flare-wait"),
    (FlarePrompt::People, "sample-flare-people"),
    (FlarePrompt::Clinician, "sample-flare-clinician"),
];

const EVENINGS: [&[BlockKind]; 4] = [
    &[BlockKind::Breathing],
    &[BlockKind::Stretching, BlockKind::Breathing],
    &[BlockKind::Stretching, BlockKind::BodyScan],
    &[BlockKind::Movement, BlockKind::Breathing, BlockKind::Quiet],
];

/// Dice of its own, so that this can grow without changing a single night or rating.
pub(super) struct Help {
    dice: Dice,
    zone: Tz,
    now: DateTime<Utc>,
    words: &'static Catalogue,
    first: NaiveDate,
    last: NaiveDate,
    days: u32,
    experiment: Option<Experiment>,
    /// Minutes of comfortable days before the plan began.
    comfortable: Vec<u16>,
}

impl Help {
    pub(super) fn new(
        seed: u64,
        zone: Tz,
        now: DateTime<Utc>,
        words: &'static Catalogue,
        (last, days): (NaiveDate, u32),
    ) -> Self {
        Help {
            dice: Dice::new(seed ^ 0x4845_4C50),
            zone,
            now,
            words,
            first: last - Duration::days(i64::from(days) - 1),
            last,
            days,
            experiment: None,
            comfortable: Vec::new(),
        }
    }

    /// Writes what was decided on some day and holds from then on.
    pub(super) fn begin(&mut self, change: &mut Change<'_>) -> Result<(), Error> {
        for (prompt, id) in PLAN_FOR_FLARES {
            let line = FlareLine {
                id: self.dice.id(self.now),
                date: self.first,
                prompt,
                text: self.words.text(id, &[]),
                origin: self.origin(self.first),
            };
            change.put(&line)?;
        }
        if self.days >= A_SEASON {
            let date = self.first + Duration::days(i64::from(self.days) * 3 / 5);
            change.put(&Instruction {
                id: self.dice.id(self.now),
                date,
                floor_min: Some(5),
                ceiling_min: Some(45),
                said: Some(self.words.text("sample-instruction", &[])),
                origin: self.origin(date),
            })?;
        }
        if self.days >= A_TERM {
            let from_date = self.first + Duration::days(i64::from(self.days) * 2 / 5);
            change.put(&Span {
                id: self.dice.id(self.now),
                kind: SpanKind::Journey,
                from_date,
                to_date: Some(from_date + Duration::days(4)),
            })?;
            self.begin_experiment(change)?;
        }
        Ok(())
    }

    fn begin_experiment(&mut self, change: &mut Change<'_>) -> Result<(), Error> {
        let about = self.last - Duration::days(EXPERIMENT_DAYS);
        let first_date = about - Duration::days(i64::from(about.weekday().num_days_from_monday()));
        let coins = (0..7)
            .map(|_| if self.dice.chance(0.5) { '1' } else { '0' })
            .collect();
        let experiment = Experiment {
            id: self.dice.id(self.now),
            date: first_date - Duration::days(1),
            tried: Tried::WindDown,
            own: None,
            part: PartOfDay::Evening,
            watched: Watched::MorningPain,
            weeks: 2,
            pace: Pace::EveryDay,
            first_date,
            coins,
            stopped_on: None,
        };
        change.put(&experiment)?;
        self.experiment = Some(experiment);
        Ok(())
    }

    /// A session of `minutes`, with its kind, its time, its effort, and how it felt.
    pub(super) fn dose(
        &mut self,
        id: Id,
        (date, minutes): (NaiveDate, u16),
        level: f64,
        origin: Origin,
    ) -> Dose {
        let kind = self.dice.one_of(&KINDS);
        let start = 9 * 60 + five(self.dice.even() * 480.0);
        let effort = (3.0 + f64::from(minutes) / 30.0 + self.dice.bell()).round();
        // The harder the day, the sooner it is too much.
        let too_much = 0.03 + (level - 4.0).max(0.0) * 0.04;
        let luck = self.dice.even();
        let felt = if luck < too_much {
            Felt::TooMuch
        } else if luck > 0.85 {
            Felt::Less
        } else {
            Felt::Right
        };
        let before_the_plan = (self.last - date).num_days() - PLAN_DAYS;
        if felt != Felt::TooMuch && (1..=PLAN_RESTS_ON).contains(&before_the_plan) {
            self.comfortable.push(minutes);
        }
        Dose {
            id,
            date,
            start: Some(self.at(date, start)),
            kind: Some(self.words.text(kind, &[])),
            minutes: Some(minutes),
            // A step of a scale, within its ends.
            effort: Effort::new(effort.clamp(1.0, 8.0) as u8).ok(),
            felt: Some(felt),
            origin,
        }
    }

    /// The evening of a day: a wind-down on most, a word in a flare, and what the experiment asks.
    pub(super) fn evening(
        &mut self,
        change: &mut Change<'_>,
        date: NaiveDate,
        in_flare: bool,
        origin: &Origin,
    ) -> Result<(), Error> {
        if in_flare && self.dice.chance(0.8) {
            let how = match self.dice.even() {
                luck if luck < 0.3 => FlareHow::Rough,
                luck if luck < 0.7 => FlareHow::Same,
                _ => FlareHow::Easing,
            };
            let later = five(self.dice.even() * 300.0);
            let at = self.at(date, 15 * 60 + later);
            change.put(&FlareNote {
                id: self.dice.id(origin.entered_at),
                date,
                at,
                how,
                origin: origin.clone(),
            })?;
        }
        let asked = self.coin(date);
        let winds_down = match asked {
            Some((_, with)) => with != self.dice.chance(0.1),
            None => self.dice.chance(0.6),
        };
        if let Some((experiment, _)) = asked {
            change.put(&ExperimentDay {
                id: self.dice.id(origin.entered_at),
                experiment,
                date,
                done: winds_down,
                origin: origin.clone(),
            })?;
        }
        if winds_down {
            let at = (self.dice.even() * EVENINGS.len() as f64) as usize;
            let blocks = EVENINGS.get(at).copied().unwrap_or_default();
            let start = 21 * 60 + 45 + five(self.dice.even() * 40.0);
            let minutes = 5 * blocks.len() + five(self.dice.even() * 10.0) as usize;
            change.put(&WindDown {
                id: self.dice.id(origin.entered_at),
                date,
                start: Some(self.at(date, start)),
                minutes: u16::try_from(minutes).ok(),
                blocks: blocks.to_vec(),
                origin: origin.clone(),
            })?;
        }
        Ok(())
    }

    /// The plan of movement, which the last weeks lead to.
    pub(super) fn end(mut self, change: &mut Change<'_>) -> Result<(), Error> {
        self.comfortable.sort_unstable();
        let middle = self.comfortable.get(self.comfortable.len() / 2).copied();
        let Some(minutes) = middle.filter(|_| self.days >= A_SEASON) else {
            return Ok(());
        };
        let start = self.last - Duration::days(PLAN_DAYS);
        write_plan(change, &KeptPlan::new(start, f64::from(minutes)))
    }

    /// What the coin says for an evening of the experiment: in its second week the other way round.
    fn coin(&self, date: NaiveDate) -> Option<(Id, bool)> {
        let experiment = self.experiment.as_ref().filter(|it| it.holds(date))?;
        let day = (date - experiment.first_date).num_days();
        let at = usize::try_from(day % 7).ok()?;
        let fell = experiment.coins.chars().nth(at)? == '1';
        Some((experiment.id, fell != (day >= 7)))
    }

    fn at(&self, date: NaiveDate, minutes: i64) -> Moment {
        let local = date.and_time(NaiveTime::MIN) + Duration::minutes(minutes);
        Moment::from_local(local, self.zone, Fold::First)
    }

    fn origin(&self, date: NaiveDate) -> Origin {
        Origin {
            source: None,
            source_key: None,
            entered_at: self.at(date, 12 * 60).instant.min(self.now),
            recalled: false,
        }
    }
}
