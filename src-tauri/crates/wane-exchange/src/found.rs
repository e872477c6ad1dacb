//! What an import can bring, and what it says about the rest.
//!
//! Records here have the shape of the domain's but neither name nor origin: the caller gives those.
//! `source_key` is the record's own name in its source, by which a second import recognises it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use chrono_tz::Tz;
use wane_domain::{
    Id, Moment,
    check::Question,
    diary::{DeviceSleep, Night, Occasion, OffsetCertainty, Origin, SleepKind, Stages},
    scale::{Quality, Rating},
};

use crate::{Format, Role, Unit};

/// A night as the person felt it; the fields are those of [`Night`].
#[derive(Debug, Clone, PartialEq)]
pub struct FoundNight {
    /// Its name in the source.
    pub source_key: String,
    /// Local date of the final awakening.
    pub wake_date: NaiveDate,
    /// Got into bed.
    pub bed: Option<Moment>,
    /// Tried to sleep.
    pub lights_out: Option<Moment>,
    /// Sleep latency, minutes.
    pub sol_min: Option<u16>,
    /// Number of awakenings.
    pub nwak: Option<u16>,
    /// Minutes awake after sleep onset.
    pub waso_min: Option<u16>,
    /// Final awakening.
    pub final_wake: Option<Moment>,
    /// Minutes in bed trying to sleep after the final awakening.
    pub tasafa_min: Option<u16>,
    /// Out of bed.
    pub out_of_bed: Option<Moment>,
    /// How good the night was.
    pub quality: Option<Quality>,
}

impl FoundNight {
    /// The night of that date, of which nothing is known yet.
    pub(crate) fn of(date: NaiveDate) -> FoundNight {
        FoundNight {
            source_key: date.to_string(),
            wake_date: date,
            bed: None,
            lights_out: None,
            sol_min: None,
            nwak: None,
            waso_min: None,
            final_wake: None,
            tasafa_min: None,
            out_of_bed: None,
            quality: None,
        }
    }

    /// The night as a record of the diary.
    pub fn into_night(self, id: Id, origin: Origin) -> Night {
        Night {
            id,
            wake_date: self.wake_date,
            bed: self.bed,
            lights_out: self.lights_out,
            sol_min: self.sol_min,
            nwak: self.nwak,
            waso_min: self.waso_min,
            final_wake: self.final_wake,
            tasafa_min: self.tasafa_min,
            out_of_bed: self.out_of_bed,
            quality: self.quality,
            origin,
        }
    }
}

/// A column of a table that nobody has told about, and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnUsed {
    /// Its name, as it stands in the file.
    pub name: String,
    /// What stands in it.
    pub role: Role,
    /// What its numbers count, if they are lengths.
    pub unit: Option<Unit>,
}

/// A sleep as a device measured it; the fields are those of [`DeviceSleep`].
#[derive(Debug, Clone, PartialEq)]
pub struct FoundSleep {
    /// Its name in the source.
    pub source_key: String,
    /// Which of several devices or programs in the source recorded it, in the source's own words.
    pub device: Option<String>,
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
    /// The vendor's own minutes asleep, as exact as the source gives them; the diary keeps whole ones.
    pub asleep_min: Option<f64>,
    /// Minutes in bed, elapsed.
    pub in_bed_min: Option<f64>,
    /// Minutes awake in bed by the vendor's own total.
    pub awake_min: Option<f64>,
    /// In bed, but neither asleep nor awake by the vendor's own totals; negative when those exceed the time in bed.
    pub unaccounted_min: Option<i32>,
    /// Minutes per stage.
    pub stages: Stages,
}

impl FoundSleep {
    /// The sleep as a record of the diary.
    pub fn into_device_sleep(self, id: Id, origin: Origin) -> DeviceSleep {
        DeviceSleep {
            id,
            wake_date: self.wake_date,
            kind: self.kind,
            start: self.start,
            end: self.end,
            offset: self.offset,
            asleep_min: self.asleep_min.map(whole),
            in_bed_min: self.in_bed_min.map(whole),
            awake_min: self.awake_min.map(whole),
            unaccounted_min: self.unaccounted_min,
            stages: self.stages,
            origin,
        }
    }
}

/// Whole minutes, as the diary keeps them.
fn whole(minutes: f64) -> u32 {
    minutes.round().clamp(0.0, f64::from(u32::MAX)) as u32
}

/// One 0–10 rating of pain overall.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundRating {
    /// Its name in the source.
    pub source_key: String,
    /// The day it tells of.
    pub date: NaiveDate,
    /// Morning or evening.
    pub occasion: Occasion,
    /// The rating.
    pub rating: Rating,
}

/// A day's minutes of movement.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundDose {
    /// Its name in the source.
    pub source_key: String,
    /// The day.
    pub date: NaiveDate,
    /// Minutes; 0 says that there was none.
    pub minutes: u16,
}

/// A day's minutes outdoors.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundLight {
    /// Its name in the source.
    pub source_key: String,
    /// The day.
    pub date: NaiveDate,
    /// Minutes; 0 says that there were none.
    pub minutes: u16,
}

/// A spell of exercise as a device recorded it.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundWorkout {
    /// Its name in the source, with `workout/` before it.
    pub source_key: String,
    /// Which of several devices or programs in the source recorded it, in the source's own words.
    pub device: Option<String>,
    /// Local date of its start.
    pub date: NaiveDate,
    /// When it began.
    pub start: Moment,
    /// How long it took, in whole minutes, at least 1; pauses are left out where the source says so.
    pub minutes: u16,
    /// What it was, as far as Wane has a word for it.
    pub exercise: Option<Exercise>,
}

/// A day's heart rates, in beats per minute; nothing where nothing was measured.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct FoundHeart {
    /// The resting heart rate, as the source works it out for the day.
    pub resting: Option<f64>,
    /// The mean over the sleep of the night that ended on the day.
    pub asleep: Option<f64>,
}

/// How long somebody slept on a date, when nothing says from when to when.
///
/// The preview shows it; the diary keeps sleeps with their times and has no place for it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FoundDuration {
    /// The date the source gives.
    pub date: NaiveDate,
    /// Minutes asleep.
    pub asleep_min: f64,
}

/// What the numbers of a factor look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactorKind {
    /// Nothing but 0 and 1.
    YesNo,
    /// Other numbers too; their unit is not known.
    Amount,
}

/// A column that is not one of the format's own: something the person tracks.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundFactor {
    /// Yes or no, or an amount.
    pub kind: FactorKind,
    /// One value per day, in order of date; a day that is not here was left blank.
    pub values: BTreeMap<NaiveDate, f64>,
}

/// Everything that was found in the files of one import.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The format the files were read as.
    pub format: Format,
    /// The zone that was assumed for clock times; the preview shows it.
    pub assumed_zone: Tz,
    /// What the columns of a table that nobody has told about were taken for, in their order; empty of any other.
    pub columns: Vec<ColumnUsed>,
    /// Nights as felt, in order of wake date.
    pub nights: Vec<FoundNight>,
    /// Sleeps as measured, in order of their start.
    pub sleeps: Vec<FoundSleep>,
    /// How long somebody slept when nothing says when, in order of date; shown and not kept.
    pub durations: Vec<FoundDuration>,
    /// Pain ratings, in order of date.
    pub ratings: Vec<FoundRating>,
    /// Movement, in order of date.
    pub doses: Vec<FoundDose>,
    /// Time outdoors, in order of date.
    pub light: Vec<FoundLight>,
    /// Steps by day.
    pub steps: BTreeMap<NaiveDate, u32>,
    /// Heart rates by day.
    pub heart: BTreeMap<NaiveDate, FoundHeart>,
    /// Exercise, in order of its start.
    pub workouts: Vec<FoundWorkout>,
    /// What becomes factors, by name.
    pub factors: BTreeMap<String, FoundFactor>,
    /// What was left out, and why.
    pub skipped: Vec<Skipped>,
    /// What was taken in but deserves a second look.
    pub warnings: Vec<Warning>,
    /// Counts worth showing, such as `duplicate_logs`.
    pub other: BTreeMap<String, u64>,
}

impl Found {
    pub(crate) fn nothing(format: Format, assumed_zone: Tz) -> Self {
        Found {
            format,
            assumed_zone,
            columns: Vec::new(),
            nights: Vec::new(),
            sleeps: Vec::new(),
            durations: Vec::new(),
            ratings: Vec::new(),
            doses: Vec::new(),
            light: Vec::new(),
            steps: BTreeMap::new(),
            heart: BTreeMap::new(),
            workouts: Vec::new(),
            factors: BTreeMap::new(),
            skipped: Vec::new(),
            warnings: Vec::new(),
            other: BTreeMap::new(),
        }
    }

    /// Every day something was found for.
    pub fn dates(&self) -> BTreeSet<NaiveDate> {
        let nights = self.nights.iter().map(|night| night.wake_date);
        let sleeps = self.sleeps.iter().map(|sleep| sleep.wake_date);
        let ratings = self.ratings.iter().map(|rating| rating.date);
        let doses = self.doses.iter().map(|dose| dose.date);
        let light = self.light.iter().map(|light| light.date);
        let factors = self
            .factors
            .values()
            .flat_map(|factor| factor.values.keys().copied());
        let workouts = self.workouts.iter().map(|workout| workout.date);
        let measured = self.steps.keys().chain(self.heart.keys()).copied();
        nights
            .chain(sleeps)
            .chain(ratings)
            .chain(doses)
            .chain(light)
            .chain(factors)
            .chain(workouts)
            .chain(measured)
            .collect()
    }

    /// Whether nothing at all was found to bring in.
    pub fn is_empty(&self) -> bool {
        self.dates().is_empty()
    }
}

/// An enumeration whose members have stable names.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$member_doc:meta])* $member:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$member_doc])* $member,)+
        }

        impl $name {
            /// All of them, so that a test can hold that each has its message.
            pub const ALL: &[$name] = &[$($name::$member),+];

            /// A stable name, for programs and for choosing a message.
            pub const fn code(self) -> &'static str {
                match self {
                    $($name::$member => $code,)+
                }
            }
        }
    };
}

named! {
    /// Kinds of exercise that devices tell apart and Wane has a word for.
    Exercise {
        /// Walking, indoors too.
        Walking = "walking",
        /// Walking in hills.
        Hiking = "hiking",
        /// Running, indoors too.
        Running = "running",
        /// Riding a bicycle, a standing one too.
        Cycling = "cycling",
        /// Swimming, in a pool or outside.
        Swimming = "swimming",
        /// Exercise in water that is not swimming.
        WaterExercise = "water-exercise",
        /// Rowing, on a machine too.
        Rowing = "rowing",
        /// Cross trainer.
        Elliptical = "elliptical",
        /// Stairs, on a machine too.
        Stairs = "stairs",
        /// Weights, bands, one's own weight.
        Strength = "strength",
        /// Yoga.
        Yoga = "yoga",
        /// Pilates.
        Pilates = "pilates",
        /// Tai chi, qigong.
        TaiChi = "tai-chi",
        /// Stretching, mobility.
        Stretching = "stretching",
        /// Dance.
        Dance = "dance",
        /// A game with a ball, a racket or a club.
        Sport = "sport",
        /// Skating, skiing, snowboarding.
        WinterSport = "winter-sport",
        /// Mind and body, breathing.
        MindAndBody = "mind-and-body",
        /// Garden and house.
        Housework = "housework",
    }
}

named! {
    /// What kind of thing was left out.
    What {
        /// A whole file.
        File = "file",
        /// A table of a database.
        Table = "table",
        /// A column of a table.
        Column = "column",
        /// A row of a table, or a record of a list.
        Row = "row",
        /// One value; the rest of its row was taken.
        Value = "value",
    }
}

named! {
    /// Why something was left out.
    Why {
        /// Not a format Wane reads.
        NotRecognised = "not-recognised",
        /// A file of another format than the rest; it is an import of its own.
        OtherFormat = "other-format",
        /// More or fewer fields than there are columns.
        FieldCount = "field-count",
        /// Not text in UTF-8, or with a NUL in it.
        NotText = "not-text",
        /// A quotation mark is opened and never closed.
        UnclosedQuote = "unclosed-quote",
        /// Not a date written `YYYY-MM-DD`, or not one of the calendar; also a stamp that is none.
        NotADate = "not-a-date",
        /// A date before 1900 or after 2200.
        DateOutOfRange = "date-out-of-range",
        /// The date was there before; the first row counts.
        DuplicateDate = "duplicate-date",
        /// Not a time of day written `HH:MM`.
        NotATime = "not-a-time",
        /// Not a number.
        NotANumber = "not-a-number",
        /// A number with a fraction where only whole ones make sense.
        NotWhole = "not-whole",
        /// A number outside its scale or beyond what a day holds.
        OutOfRange = "out-of-range",
        /// A column of words, which no factor can hold.
        TextColumn = "text-column",
        /// A column without a name.
        UnnamedColumn = "unnamed-column",
        /// A second column of the same name.
        RepeatedColumn = "repeated-column",
        /// Something else stands where a record should.
        NotARecord = "not-a-record",
        /// A field without which the record says nothing.
        MissingField = "missing-field",
        /// Ends when it starts, or before: not a recorded sleep.
        EndsBeforeStart = "ends-before-start",
        /// Longer than three days: not one sleep.
        TooLong = "too-long",
        /// The same sleep is there from another source, which knows more about it.
        OtherSource = "other-source",
        /// The file ends in the middle; what could be read before is taken.
        CutOff = "cut-off",
        /// The file is damaged, or not as its format has it; what could be read before is taken.
        Damaged = "damaged",
        /// The source itself marks it as nothing that was measured.
        NotMeasured = "not-measured",
        /// Says how long, and not when.
        NoInterval = "no-interval",
        /// A word of the format that Wane does not know.
        UnknownWord = "unknown-word",
        /// Wane keeps nothing of this kind.
        NotKept = "not-kept",
    }
}

/// Things of one kind that were left out of one file for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The file, by the name it was given with.
    pub file: String,
    /// A row, a column, …
    pub what: What,
    /// The column or field that was the reason, if one was; a column of the person's own keeps its name.
    pub column: Option<String>,
    /// The reason.
    pub why: Why,
    /// How many.
    pub count: u64,
    /// Where the first of them are: lines of a table or places in a list, counted from 1.
    pub lines: Vec<u64>,
}

impl Skipped {
    /// How many places [`Skipped::lines`] names at most.
    pub const MAX_LINES: usize = 20;
}

/// What deserves a second look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WarningCode {
    /// More than 14 hours asleep by the vendor's count.
    LongSleep,
    /// More than 16 hours from start to end.
    LongInterval,
    /// More than 8 hours of deep sleep by the vendor's count: more likely a watch that lay still.
    LongDeepSleep,
    /// More minutes asleep than in bed, or than passed from start to end.
    AsleepOverInBed,
    /// The clock was changed during the sleep: the file's difference of clock times is not the time that passed.
    ClockChange,
    /// The vendor's minutes in bed are not the length of its own interval; the interval counts.
    InBedDisagrees,
    /// The file's date is not the date of the final waking; the waking counts.
    WakeDateDisagrees,
    /// Two records of one name that are not equal; the one that was changed last counts, or else the one that ends later.
    DuplicateDiffers,
    /// The source calls two sleeps of one date the night.
    SeveralNights,
    /// The file's times are local ones, as exact times beside them prove, where its like has those of Greenwich.
    LocalTimes,
    /// A question of [`wane_domain::check`] about a felt night.
    Question(Question),
}

impl WarningCode {
    /// Every code but the domain's questions, which are [`Question::ALL`].
    pub const OWN: &[WarningCode] = &[
        WarningCode::LongSleep,
        WarningCode::LongInterval,
        WarningCode::LongDeepSleep,
        WarningCode::AsleepOverInBed,
        WarningCode::ClockChange,
        WarningCode::InBedDisagrees,
        WarningCode::WakeDateDisagrees,
        WarningCode::DuplicateDiffers,
        WarningCode::SeveralNights,
        WarningCode::LocalTimes,
    ];

    /// A stable name, for programs and for choosing a message.
    pub const fn code(self) -> &'static str {
        match self {
            WarningCode::LongSleep => "long-sleep",
            WarningCode::LongInterval => "long-interval",
            WarningCode::LongDeepSleep => "long-deep-sleep",
            WarningCode::AsleepOverInBed => "asleep-over-in-bed",
            WarningCode::ClockChange => "clock-change",
            WarningCode::InBedDisagrees => "in-bed-disagrees",
            WarningCode::WakeDateDisagrees => "wake-date-disagrees",
            WarningCode::DuplicateDiffers => "duplicate-differs",
            WarningCode::SeveralNights => "several-nights",
            WarningCode::LocalTimes => "local-times",
            WarningCode::Question(question) => question.code(),
        }
    }
}

/// Records of one import that deserve the same second look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// What about them.
    pub code: WarningCode,
    /// How many.
    pub count: u64,
    /// The wake dates of the first of them, in order.
    pub dates: Vec<NaiveDate>,
}

impl Warning {
    /// How many dates [`Warning::dates`] names at most.
    pub const MAX_DATES: usize = 20;
}
