//! Every record a diary can hold.
//!
//! A field that was not answered is `None`; nothing here turns "not said" into zero.
//! Records are plain data. What they mean together is computed elsewhere: [`crate::measures`], [`crate::day`].

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    Id, Moment,
    body::Region,
    movement::routine::Steps,
    scale::{Arousal, Effort, Quality, Rating},
    winddown::BlockKind,
};

/// Where a record came from and when it was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// `None` for an entry made by hand; else the import that brought it, such as `wane-csv` or `fitbit-takeout`, and
    /// after a slash which device or program in it told of the record, where the file says: `apple-health/Watch`.
    pub source: Option<String>,
    /// The record's own name in that source, by which a second import recognises it.
    pub source_key: Option<String>,
    /// When the record was first written down.
    pub entered_at: DateTime<Utc>,
    /// Written down more than 48 hours after what it tells of (row L8).
    pub recalled: bool,
}

impl Origin {
    /// What stands in [`Origin::source`] for a format, and for a device or program that the file names.
    pub fn source_of(format: &str, device: Option<&str>) -> String {
        match device {
            Some(device) => format!("{format}/{device}"),
            None => format.to_owned(),
        }
    }

    /// The format it came in with; `None` for an entry made by hand.
    pub fn format(&self) -> Option<&str> {
        let source = self.source.as_deref()?;
        Some(source.split_once('/').map_or(source, |(format, _)| format))
    }

    /// The device or program that told of it, in the words of the file.
    pub fn device(&self) -> Option<&str> {
        let (_, device) = self.source.as_deref()?.split_once('/')?;
        (!device.is_empty()).then_some(device)
    }
}

/// One main sleep period as the person felt it; belongs to the local date of its final awakening.
///
/// Field names follow the consensus sleep diary (Carney 2012); minutes are whole minutes.
#[derive(Debug, Clone, PartialEq)]
pub struct Night {
    /// The record's name.
    pub id: Id,
    /// Local date of the final awakening.
    pub wake_date: NaiveDate,
    /// Got into bed.
    pub bed: Option<Moment>,
    /// Tried to sleep.
    pub lights_out: Option<Moment>,
    /// Sleep latency (SOL): minutes from trying to sleep to falling asleep.
    pub sol_min: Option<u16>,
    /// Number of awakenings (NWAK), not counting the final one.
    pub nwak: Option<u16>,
    /// Wake after sleep onset (WASO): minutes awake during those awakenings together.
    pub waso_min: Option<u16>,
    /// Final awakening.
    pub final_wake: Option<Moment>,
    /// Minutes in bed trying to sleep after the final awakening (TASAFA).
    pub tasafa_min: Option<u16>,
    /// Out of bed for the day.
    pub out_of_bed: Option<Moment>,
    /// How good the night was.
    pub quality: Option<Quality>,
    /// Where it came from.
    pub origin: Origin,
}

/// Any sleep that is not the night.
#[derive(Debug, Clone, PartialEq)]
pub struct Nap {
    /// The record's name.
    pub id: Id,
    /// Local date the nap is counted to.
    pub date: NaiveDate,
    /// When it began.
    pub start: Option<Moment>,
    /// When it ended.
    pub end: Option<Moment>,
    /// Minutes asleep, as felt.
    pub asleep_min: Option<u16>,
    /// Where it came from.
    pub origin: Origin,
}

/// What somebody chose who was awake in the night.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NightChoice {
    /// Slow breathing.
    Breathe,
    /// Advice on settling down.
    Settle,
    /// To have it noted, and nothing else.
    Note,
}

/// One instant at which somebody noted at night that they were awake (row W4).
///
/// It is what was pressed and when, not a count: how many awakenings a night had is [`Night::nwak`], said in the morning.
#[derive(Debug, Clone, PartialEq)]
pub struct Awakening {
    /// The record's name.
    pub id: Id,
    /// The day the instant falls into, from waking to waking: the one that the night ends.
    pub date: NaiveDate,
    /// The instant.
    pub at: Moment,
    /// What was chosen.
    pub choice: NightChoice,
    /// Where it came from.
    pub origin: Origin,
}

/// Whether a device took a sleep for the night or for a nap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SleepKind {
    /// The main sleep of its wake date.
    Night,
    /// Any other sleep.
    Nap,
}

/// How sure a record is of its UTC offset (`IMPORTS.md` 2, rule 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OffsetCertainty {
    /// The source states the true offset.
    Stated,
    /// The source gives an instant; the zone is the user's home zone.
    InstantOnly,
    /// The source gives a clock reading; the home zone was assumed to find the instant.
    Assumed,
}

/// Minutes in each stage, as a device estimated them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stages {
    /// Deep sleep.
    pub deep: Option<u32>,
    /// Light sleep.
    pub light: Option<u32>,
    /// REM sleep.
    pub rem: Option<u32>,
    /// Awake within the sleep.
    pub awake: Option<u32>,
    /// Restless, in classic records.
    pub restless: Option<u32>,
    /// Asleep without a stage, in classic records.
    pub asleep: Option<u32>,
}

/// A sleep as a device measured it; kept apart from the felt [`Night`], which stays primary (row X3).
#[derive(Debug, Clone, PartialEq)]
pub struct DeviceSleep {
    /// The record's name.
    pub id: Id,
    /// Local date of the end.
    pub wake_date: NaiveDate,
    /// Night or nap.
    pub kind: SleepKind,
    /// Start of the interval.
    pub start: Moment,
    /// End of the interval.
    pub end: Moment,
    /// How sure the offset is.
    pub offset: OffsetCertainty,
    /// The vendor's own minutes asleep; never recomputed from parts.
    pub asleep_min: Option<u32>,
    /// Minutes in bed.
    pub in_bed_min: Option<u32>,
    /// Minutes awake in bed.
    pub awake_min: Option<u32>,
    /// In bed, but neither asleep nor awake by the vendor's own totals.
    pub unaccounted_min: Option<i32>,
    /// Minutes per stage.
    pub stages: Stages,
    /// Where it came from.
    pub origin: Origin,
}

/// When a pain rating was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Occasion {
    /// On waking.
    Morning,
    /// At the end of the day, for the day.
    Evening,
    /// Any other moment.
    Moment,
}

/// One 0–10 rating. `pain` is `None` for pain overall, else one of the user's named pains.
#[derive(Debug, Clone, PartialEq)]
pub struct PainRating {
    /// The record's name.
    pub id: Id,
    /// The day it tells of.
    pub date: NaiveDate,
    /// Morning, evening, or another moment.
    pub occasion: Occasion,
    /// The named pain, or `None` for pain overall.
    pub pain: Option<Id>,
    /// The rating.
    pub rating: Rating,
    /// Where it came from.
    pub origin: Origin,
}

/// A pain the user tells apart from the others.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedPain {
    /// The record's name.
    pub id: Id,
    /// What the user calls it.
    pub name: String,
    /// Where it is, in the order of the list; empty while nobody has said.
    pub regions: Vec<Region>,
    /// When it was put aside.
    pub retired_at: Option<DateTime<Utc>>,
}

/// What one day's entry holds besides pain and sleep.
#[derive(Debug, Clone, PartialEq)]
pub struct DayEntry {
    /// The record's name.
    pub id: Id,
    /// The day.
    pub date: NaiveDate,
    /// How busy the head was at bedtime.
    pub arousal: Option<Arousal>,
    /// What mattered and got done, one line.
    pub mattered: Option<String>,
    /// The day was marked as rough with one key; that counts as taking part (row L12).
    pub rough: bool,
    /// Where it came from.
    pub origin: Origin,
}

/// Which side of a night a factor belongs to; it fixes the lag of every comparison (row I4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Happens by day: compared with the night and the morning after.
    Day,
    /// Happens in the night: compared with the day after.
    Night,
}

/// Something the user chooses to track.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    /// The record's name.
    pub id: Id,
    /// What the user calls it.
    pub name: String,
    /// By day or by night.
    pub timing: Timing,
    /// Unit of its numbers; `None` for yes or no.
    pub unit: Option<String>,
    /// When it was put aside.
    pub retired_at: Option<DateTime<Utc>>,
}

/// One day's value of a factor: 0 or 1 for yes or no, else a number in the factor's unit.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorValue {
    /// The record's name.
    pub id: Id,
    /// The factor.
    pub factor: Id,
    /// The day.
    pub date: NaiveDate,
    /// The value.
    pub value: f64,
    /// Where it came from.
    pub origin: Origin,
}

/// How a movement session felt in hindsight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Felt {
    /// Could have been more.
    Less,
    /// Just right.
    Right,
    /// Too much.
    TooMuch,
}

/// One movement session.
#[derive(Debug, Clone, PartialEq)]
pub struct Dose {
    /// The record's name.
    pub id: Id,
    /// The day.
    pub date: NaiveDate,
    /// When it began, if said.
    pub start: Option<Moment>,
    /// What it was, in the user's words.
    pub kind: Option<String>,
    /// Minutes.
    pub minutes: Option<u16>,
    /// Effort.
    pub effort: Option<Effort>,
    /// Less, right, too much.
    pub felt: Option<Felt>,
    /// Where it came from.
    pub origin: Origin,
}

/// One evening's wind-down (row W1).
#[derive(Debug, Clone, PartialEq)]
pub struct WindDown {
    /// The record's name.
    pub id: Id,
    /// The day whose evening it was.
    pub date: NaiveDate,
    /// When it began, if said.
    pub start: Option<Moment>,
    /// Minutes really spent, pauses left out.
    pub minutes: Option<u16>,
    /// What was done, in its order; empty while nobody has said.
    pub blocks: Vec<BlockKind>,
    /// Where it came from.
    pub origin: Origin,
}

/// What became of a worry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorryFate {
    /// It is put away, or given back and not yet answered.
    Parked,
    /// It was kept as a note.
    Kept,
    /// It was let go.
    LetGo,
    /// A next step was written down.
    Planned,
}

/// A worry that was written down in the evening, to be given back the day after (row W7).
#[derive(Debug, Clone, PartialEq)]
pub struct Worry {
    /// The record's name.
    pub id: Id,
    /// The day whose evening it was.
    pub evening: NaiveDate,
    /// The person's own words.
    pub text: String,
    /// What became of it.
    pub fate: WorryFate,
    /// Where it came from.
    pub origin: Origin,
}

/// A routine of the person's own: movements of the library in an order.
#[derive(Debug, Clone, PartialEq)]
pub struct Routine {
    /// The record's name.
    pub id: Id,
    /// What the user calls it.
    pub name: String,
    /// Its steps.
    pub steps: Steps,
}

/// What a clinician said about movement, from a day on and until the next such entry (row X6).
///
/// Without floor and ceiling there are no limits from that day on.
#[derive(Debug, Clone, PartialEq)]
pub struct Instruction {
    /// The record's name.
    pub id: Id,
    /// The day it holds from.
    pub date: NaiveDate,
    /// Minutes of movement a day not to go below.
    pub floor_min: Option<u16>,
    /// Minutes of movement a day not to go above; not below the floor.
    pub ceiling_min: Option<u16>,
    /// What was said, in the clinician's own words.
    pub said: Option<String>,
    /// Where it came from.
    pub origin: Origin,
}

/// Time in daylight.
#[derive(Debug, Clone, PartialEq)]
pub struct Light {
    /// The record's name.
    pub id: Id,
    /// The day.
    pub date: NaiveDate,
    /// When it began, if said.
    pub start: Option<Moment>,
    /// Minutes outdoors; `None` for "been out" without a number.
    pub minutes: Option<u16>,
    /// Where it came from.
    pub origin: Origin,
}

/// A medicine the user records; facts only.
#[derive(Debug, Clone, PartialEq)]
pub struct Medicine {
    /// The record's name.
    pub id: Id,
    /// What the user calls it.
    pub name: String,
    /// When it was put aside.
    pub retired_at: Option<DateTime<Utc>>,
}

/// Why a medicine was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// As planned.
    Planned,
    /// For relief when needed.
    Rescue,
}

/// One taking of a medicine.
#[derive(Debug, Clone, PartialEq)]
pub struct MedicineTaken {
    /// The record's name.
    pub id: Id,
    /// Which medicine.
    pub medicine: Id,
    /// The day.
    pub date: NaiveDate,
    /// When, if said.
    pub at: Option<Moment>,
    /// Planned or rescue.
    pub purpose: Option<Purpose>,
    /// How much, in the user's words.
    pub amount: Option<String>,
    /// Where it came from.
    pub origin: Origin,
}

/// Why a run of days is marked; none of them counts against the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanKind {
    /// A flare.
    Flare,
    /// An illness.
    Illness,
    /// A journey.
    Journey,
    /// A holiday from writing down.
    Holiday,
}

/// A marked run of days.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// The record's name.
    pub id: Id,
    /// Why.
    pub kind: SpanKind,
    /// First day.
    pub from_date: NaiveDate,
    /// Last day, or `None` while it goes on.
    pub to_date: Option<NaiveDate>,
}

/// What the plan for a flare asks, on a calm day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FlarePrompt {
    /// What the person wants to tell themselves.
    Words,
    /// What has helped before.
    Helps,
    /// What can still be done, gently.
    Gentle,
    /// What can wait.
    Wait,
    /// Who can be told or asked.
    People,
    /// What the physiotherapist or the doctor said.
    Clinician,
}

/// One answer of the plan for a flare, in the person's own words.
#[derive(Debug, Clone, PartialEq)]
pub struct FlareLine {
    /// The record's name.
    pub id: Id,
    /// The day it was last written.
    pub date: NaiveDate,
    /// What it answers.
    pub prompt: FlarePrompt,
    /// The words.
    pub text: String,
    /// Where it came from.
    pub origin: Origin,
}

/// How a flare is just now, beside how it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlareHow {
    /// Rough.
    Rough,
    /// About the same.
    Same,
    /// Easing.
    Easing,
}

/// One instant of a flare, noted in one tap. It is no rating and no level.
#[derive(Debug, Clone, PartialEq)]
pub struct FlareNote {
    /// The record's name.
    pub id: Id,
    /// The day.
    pub date: NaiveDate,
    /// The instant.
    pub at: Moment,
    /// How it was.
    pub how: FlareHow,
    /// Where it came from.
    pub origin: Origin,
}

/// Free text about a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// The record's name.
    pub id: Id,
    /// The day.
    pub date: NaiveDate,
    /// The text.
    pub text: String,
    /// Where it came from.
    pub origin: Origin,
}

/// A label on the charts, such as "started physio".
#[derive(Debug, Clone, PartialEq)]
pub struct Annotation {
    /// The record's name.
    pub id: Id,
    /// The day it stands on.
    pub date: NaiveDate,
    /// The label.
    pub label: String,
}

/// Weekly three-part interference, each 0–10, in our own words.
#[derive(Debug, Clone, PartialEq)]
pub struct Interference {
    /// The record's name.
    pub id: Id,
    /// The day it was answered; it tells of the seven days before.
    pub date: NaiveDate,
    /// Pain on average.
    pub pain: Option<Rating>,
    /// How much pain got in the way of enjoying things.
    pub enjoyment: Option<Rating>,
    /// How much pain got in the way of doing things.
    pub activity: Option<Rating>,
    /// Where it came from.
    pub origin: Origin,
}

/// What is tried in a small experiment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    /// The wind-down in the evening.
    WindDown,
    /// Daylight soon after waking.
    MorningLight,
    /// A time of movement by day.
    Movement,
    /// Something said in the person's own words.
    Own,
}

/// When something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOfDay {
    /// Soon after waking.
    Morning,
    /// By day.
    Day,
    /// In the evening, until falling asleep.
    Evening,
}

/// What is looked at in an experiment; fixed before its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watched {
    /// Pain overall on waking, 0–10.
    MorningPain,
    /// Pain overall at the end of the day, 0–10.
    EveningPain,
    /// Time asleep, minutes.
    Asleep,
    /// Sleep efficiency, per cent.
    Efficiency,
    /// How good the night was, 1–5.
    Quality,
}

/// How many days the coin decides about at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Each day has a coin of its own.
    EveryDay,
    /// Two, two and three days of a week have one coin each, for what lingers.
    TwoOrThreeDays,
}

/// A small personal experiment, as it was fixed before its first day (row I9); see [`crate::experiment`].
///
/// It ends by itself after its last day, or on the day it was stopped on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Experiment {
    /// The record's name.
    pub id: Id,
    /// The day on which it was set up.
    pub date: NaiveDate,
    /// What is tried.
    pub tried: Tried,
    /// What is tried, in the person's own words; for [`Tried::Own`] alone.
    pub own: Option<String>,
    /// When it is done.
    pub part: PartOfDay,
    /// What is looked at.
    pub watched: Watched,
    /// How long it lasts, weeks.
    pub weeks: u16,
    /// How many days the coin decides about at once.
    pub pace: Pace,
    /// Its first day.
    pub first_date: NaiveDate,
    /// How the coins fell, one `0` or `1` for each, in the order of the days they decide about.
    pub coins: String,
    /// The day it was stopped on, if it was.
    pub stopped_on: Option<NaiveDate>,
}

/// Whether what an experiment is about was done on a day; a day of which nothing was said has none.
#[derive(Debug, Clone, PartialEq)]
pub struct ExperimentDay {
    /// The record's name.
    pub id: Id,
    /// The experiment.
    pub experiment: Id,
    /// The day.
    pub date: NaiveDate,
    /// It was done, whatever the coin said.
    pub done: bool,
    /// Where it came from.
    pub origin: Origin,
}
