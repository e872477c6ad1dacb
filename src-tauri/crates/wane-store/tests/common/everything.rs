//! A diary and a schedule with every record and every field in them.

use chrono::{Duration, NaiveTime};
use wane_domain::{
    body::Region,
    diary::*,
    reminder::{
        FadeReason, Kind, LogEntry, NightSpan, Occurrence, ProtectedNight, Rule, RuleZone, State,
        Why,
    },
    scale::{Arousal, Effort, Quality, Rating},
    target::Answer,
    winddown::BlockKind,
};
use wane_store::{Change, Error, ImportBatch, Reader, Schedule};

use super::{at, by_hand, clock, day, id, imported};

macro_rules! everything {
    ($($field:ident: $record:ty),+ $(,)?) => {
        /// Every record of a diary, each kind in the order in which its records were made.
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct Everything {
            $(pub $field: Vec<$record>,)+
        }

        impl Everything {
            /// Saves all of it; kinds that others refer to come first, though the order is free within a change.
            pub fn put(&self, change: &mut Change<'_>) -> Result<(), Error> {
                $(for record in &self.$field {
                    change.put(record)?;
                })+
                Ok(())
            }

            /// Reads all of it.
            pub fn read(reader: &Reader) -> Result<Everything, Error> {
                Ok(Everything { $($field: reader.all()?,)+ })
            }

            /// How many records there are of each kind.
            pub fn sizes(&self) -> Vec<usize> {
                vec![$(self.$field.len(),)+]
            }
        }
    };
}

everything! {
    nights: Night,
    naps: Nap,
    awakenings: Awakening,
    device_sleeps: DeviceSleep,
    named_pains: NamedPain,
    pain_ratings: PainRating,
    day_entries: DayEntry,
    factors: Factor,
    factor_values: FactorValue,
    doses: Dose,
    routines: Routine,
    instructions: Instruction,
    lights: Light,
    medicines: Medicine,
    medicines_taken: MedicineTaken,
    spans: Span,
    flare_lines: FlareLine,
    flare_notes: FlareNote,
    notes: Note,
    annotations: Annotation,
    interferences: Interference,
    wind_downs: WindDown,
    worries: Worry,
    experiments: Experiment,
    experiment_days: ExperimentDay,
    import_batches: ImportBatch,
}

/// One night with every field, the night of London's spring change.
pub fn full_night(n: u16) -> Night {
    Night {
        id: id(n),
        wake_date: day("2026-03-29"),
        bed: Some(clock("2026-03-28T22:40", "Europe/London")),
        lights_out: Some(clock("2026-03-28T23:05", "Europe/London")),
        sol_min: Some(20),
        nwak: Some(2),
        waso_min: Some(0),
        final_wake: Some(clock("2026-03-29T07:10", "Europe/London")),
        tasafa_min: Some(5),
        out_of_bed: Some(clock("2026-03-29T07:20", "Europe/London")),
        quality: Some(Quality::new(4).expect("on the scale")),
        origin: by_hand(),
    }
}

/// One night of which nothing was said but its date.
pub fn empty_night(n: u16) -> Night {
    Night {
        id: id(n),
        wake_date: day("2026-03-30"),
        bed: None,
        lights_out: None,
        sol_min: None,
        nwak: None,
        waso_min: None,
        final_wake: None,
        tasafa_min: None,
        out_of_bed: None,
        quality: None,
        origin: by_hand(),
    }
}

pub fn rating(n: u16, date: &str, occasion: Occasion, value: u8) -> PainRating {
    PainRating {
        id: id(n),
        date: day(date),
        occasion,
        pain: None,
        rating: Rating::new(value).expect("on the scale"),
        origin: by_hand(),
    }
}

/// Awake in the night of London's spring change, as it is read on the clock there.
pub fn awakening(n: u16, at: &str, choice: NightChoice) -> Awakening {
    Awakening {
        id: id(n),
        date: day("2026-03-28"),
        at: clock(at, "Europe/London"),
        choice,
        origin: by_hand(),
    }
}

fn flare_line(n: u16, prompt: FlarePrompt, text: &str) -> FlareLine {
    FlareLine {
        id: id(n),
        date: day("2026-03-29"),
        prompt,
        text: text.into(),
        origin: by_hand(),
    }
}

fn flare_note(n: u16, at: &str, how: FlareHow) -> FlareNote {
    FlareNote {
        id: id(n),
        date: day("2026-03-24"),
        at: clock(at, "Europe/London"),
        how,
        origin: by_hand(),
    }
}

fn device_sleep(n: u16, key: &str) -> DeviceSleep {
    DeviceSleep {
        id: id(n),
        wake_date: day("2026-03-29"),
        kind: SleepKind::Night,
        start: clock("2026-03-28T23:30", "Europe/London"),
        end: clock("2026-03-29T07:00", "Europe/London"),
        offset: OffsetCertainty::Assumed,
        asleep_min: Some(360),
        in_bed_min: Some(390),
        awake_min: Some(25),
        unaccounted_min: Some(-5),
        stages: Stages {
            deep: Some(60),
            light: Some(200),
            rem: Some(100),
            awake: Some(25),
            restless: Some(3),
            asleep: Some(0),
        },
        origin: imported("fitbit-takeout", key),
    }
}

/// What a diary of schema 3 could hold of [`everything`]: no help in the evening, no routine, no instruction, no plan for a flare, and no holiday.
pub fn everything_before_schema_4() -> Everything {
    let mut then = everything();
    then.wind_downs.clear();
    then.worries.clear();
    then.routines.clear();
    then.instructions.clear();
    then.experiments.clear();
    then.experiment_days.clear();
    then.flare_lines.clear();
    then.flare_notes.clear();
    then.spans.retain(|span| span.kind != SpanKind::Holiday);
    then
}

/// What a diary of schema 1 or 2 could hold of [`everything`]: nobody could note being awake then, either.
pub fn everything_before_schema_3() -> Everything {
    Everything {
        awakenings: Vec::new(),
        ..everything_before_schema_4()
    }
}

fn worry(n: u16, text: &str, fate: WorryFate) -> Worry {
    Worry {
        id: id(n),
        evening: day("2026-03-28"),
        text: text.into(),
        fate,
        origin: by_hand(),
    }
}

/// At least one record of every kind, with every field said in one of them and unsaid in another.
/// Frozen fixtures hold exactly this, as far as their schema could: what they were made of must not change.
pub fn everything() -> Everything {
    let scale = |n| Rating::new(n).expect("on the scale");
    Everything {
        nights: vec![
            full_night(1),
            empty_night(2),
            Night {
                origin: imported("wane-csv", "2026-03-31"),
                ..empty_night(3)
            },
        ],
        naps: vec![
            Nap {
                id: id(10),
                date: day("2026-03-29"),
                start: Some(clock("2026-03-29T14:00", "Europe/London")),
                end: Some(clock("2026-03-29T14:30", "Europe/London")),
                asleep_min: Some(0),
                origin: by_hand(),
            },
            Nap {
                id: id(11),
                date: day("2026-03-30"),
                start: None,
                end: None,
                asleep_min: None,
                origin: by_hand(),
            },
        ],
        awakenings: vec![
            awakening(12, "2026-03-29T01:59", NightChoice::Breathe),
            awakening(13, "2026-03-29T03:00", NightChoice::Settle),
            awakening(14, "2026-03-29T03:20", NightChoice::Note),
        ],
        device_sleeps: vec![
            device_sleep(20, "23456"),
            DeviceSleep {
                kind: SleepKind::Nap,
                offset: OffsetCertainty::Stated,
                asleep_min: None,
                in_bed_min: None,
                awake_min: None,
                unaccounted_min: None,
                stages: Stages::default(),
                ..device_sleep(21, "23457")
            },
            DeviceSleep {
                offset: OffsetCertainty::InstantOnly,
                ..device_sleep(22, "23458")
            },
        ],
        named_pains: vec![
            NamedPain {
                id: id(30),
                name: "left hip".into(),
                regions: vec![Region::from_code("hip-left").expect("a region")],
                retired_at: Some(at(5)),
            },
            NamedPain {
                id: id(31),
                name: "".into(),
                regions: Vec::new(),
                retired_at: None,
            },
        ],
        pain_ratings: vec![
            rating(40, "2026-03-29", Occasion::Morning, 0),
            rating(41, "2026-03-29", Occasion::Evening, 10),
            PainRating {
                pain: Some(id(30)),
                ..rating(42, "2026-03-29", Occasion::Moment, 5)
            },
        ],
        day_entries: vec![
            DayEntry {
                id: id(50),
                date: day("2026-03-29"),
                arousal: Some(Arousal::new(3).expect("on the scale")),
                mattered: Some("walked to the harbour; O'Neill said \"well done\"".into()),
                rough: true,
                origin: by_hand(),
            },
            DayEntry {
                id: id(51),
                date: day("2026-03-30"),
                arousal: None,
                mattered: None,
                rough: false,
                origin: by_hand(),
            },
        ],
        factors: vec![
            Factor {
                id: id(60),
                name: "coffee after two".into(),
                timing: Timing::Day,
                unit: Some("cups".into()),
                retired_at: Some(at(6)),
            },
            Factor {
                id: id(61),
                name: "window open".into(),
                timing: Timing::Night,
                unit: None,
                retired_at: None,
            },
        ],
        factor_values: vec![
            FactorValue {
                id: id(70),
                factor: id(60),
                date: day("2026-03-29"),
                value: 1.5,
                origin: by_hand(),
            },
            FactorValue {
                id: id(71),
                factor: id(61),
                date: day("2026-03-29"),
                value: 0.0,
                origin: by_hand(),
            },
        ],
        doses: vec![
            Dose {
                id: id(80),
                date: day("2026-03-29"),
                start: Some(clock("2026-03-29T17:00", "Europe/London")),
                kind: Some("walk".into()),
                minutes: Some(25),
                effort: Some(Effort::new(4).expect("on the scale")),
                felt: Some(Felt::Right),
                origin: by_hand(),
            },
            Dose {
                id: id(81),
                date: day("2026-03-29"),
                start: None,
                kind: None,
                minutes: None,
                effort: None,
                felt: None,
                origin: by_hand(),
            },
        ],
        routines: vec![Routine {
            id: id(85),
            name: "By the window".into(),
            steps: "heel-raise 8x, calf-ease 2m".parse().expect("steps"),
        }],
        instructions: vec![
            Instruction {
                id: id(86),
                date: day("2026-03-29"),
                floor_min: Some(10),
                ceiling_min: Some(30),
                said: Some("slowly up the stairs".into()),
                origin: by_hand(),
            },
            Instruction {
                id: id(87),
                date: day("2026-03-29"),
                floor_min: None,
                ceiling_min: None,
                said: None,
                origin: by_hand(),
            },
        ],
        lights: vec![
            Light {
                id: id(90),
                date: day("2026-03-29"),
                start: Some(clock("2026-03-29T08:00", "Europe/London")),
                minutes: Some(30),
                origin: by_hand(),
            },
            Light {
                id: id(91),
                date: day("2026-03-30"),
                start: None,
                minutes: None,
                origin: by_hand(),
            },
        ],
        medicines: vec![
            Medicine {
                id: id(100),
                name: "ibuprofen".into(),
                retired_at: Some(at(7)),
            },
            Medicine {
                id: id(101),
                name: "paracetamol".into(),
                retired_at: None,
            },
        ],
        medicines_taken: vec![
            MedicineTaken {
                id: id(110),
                medicine: id(100),
                date: day("2026-03-29"),
                at: Some(clock("2026-03-29T21:00", "Europe/London")),
                purpose: Some(Purpose::Rescue),
                amount: Some("one".into()),
                origin: by_hand(),
            },
            MedicineTaken {
                id: id(111),
                medicine: id(101),
                date: day("2026-03-29"),
                at: None,
                purpose: None,
                amount: None,
                origin: by_hand(),
            },
        ],
        spans: vec![
            Span {
                id: id(120),
                kind: SpanKind::Flare,
                from_date: day("2026-03-20"),
                to_date: Some(day("2026-03-24")),
            },
            Span {
                id: id(121),
                kind: SpanKind::Journey,
                from_date: day("2026-03-30"),
                to_date: None,
            },
            Span {
                id: id(122),
                kind: SpanKind::Holiday,
                from_date: day("2026-04-05"),
                to_date: None,
            },
        ],
        flare_lines: vec![
            flare_line(123, FlarePrompt::Words, "it has passed before"),
            flare_line(124, FlarePrompt::Helps, "a bath, the radio\nand the cat"),
            flare_line(125, FlarePrompt::Gentle, "five steps"),
            flare_line(126, FlarePrompt::Wait, "the post"),
            flare_line(127, FlarePrompt::People, "ring Ada"),
            flare_line(128, FlarePrompt::Clinician, "“hurt is not harm”"),
        ],
        flare_notes: vec![
            flare_note(195, "2026-03-24T09:00", FlareHow::Rough),
            flare_note(196, "2026-03-24T15:00", FlareHow::Same),
            flare_note(197, "2026-03-24T21:00", FlareHow::Easing),
        ],
        notes: vec![Note {
            id: id(130),
            date: day("2026-03-29"),
            text: "first line\nsecond line \u{0}\u{1F319} end".into(),
            origin: by_hand(),
        }],
        annotations: vec![Annotation {
            id: id(140),
            date: day("2026-03-29"),
            label: "started physio".into(),
        }],
        interferences: vec![
            Interference {
                id: id(150),
                date: day("2026-03-29"),
                pain: Some(scale(6)),
                enjoyment: Some(scale(0)),
                activity: Some(scale(10)),
                origin: by_hand(),
            },
            Interference {
                id: id(151),
                date: day("2026-04-05"),
                pain: None,
                enjoyment: None,
                activity: None,
                origin: by_hand(),
            },
        ],
        wind_downs: vec![
            WindDown {
                id: id(170),
                date: day("2026-03-28"),
                start: Some(clock("2026-03-28T22:05", "Europe/London")),
                minutes: Some(20),
                blocks: vec![BlockKind::Worries, BlockKind::BodyScan],
                origin: by_hand(),
            },
            WindDown {
                id: id(171),
                date: day("2026-03-29"),
                start: None,
                minutes: None,
                blocks: Vec::new(),
                origin: by_hand(),
            },
        ],
        worries: vec![
            worry(180, "the letter from the landlord", WorryFate::Parked),
            worry(181, "", WorryFate::Kept),
            worry(182, "the noise in the car", WorryFate::LetGo),
            worry(183, "the talk on Monday", WorryFate::Planned),
        ],
        experiments: vec![
            Experiment {
                id: id(190),
                date: day("2026-03-28"),
                tried: Tried::Own,
                own: Some("no screens after nine".into()),
                part: PartOfDay::Evening,
                watched: Watched::MorningPain,
                weeks: 2,
                pace: Pace::EveryDay,
                first_date: day("2026-03-29"),
                coins: "0110100".into(),
                stopped_on: Some(day("2026-04-04")),
            },
            Experiment {
                id: id(191),
                date: day("2026-03-28"),
                tried: Tried::MorningLight,
                own: None,
                part: PartOfDay::Morning,
                watched: Watched::Asleep,
                weeks: 4,
                pace: Pace::TwoOrThreeDays,
                first_date: day("2026-03-30"),
                coins: "011010".into(),
                stopped_on: None,
            },
        ],
        experiment_days: vec![
            ExperimentDay {
                id: id(192),
                experiment: id(190),
                date: day("2026-03-29"),
                done: true,
                origin: by_hand(),
            },
            ExperimentDay {
                id: id(193),
                experiment: id(190),
                date: day("2026-03-30"),
                done: false,
                origin: by_hand(),
            },
        ],
        import_batches: vec![
            ImportBatch {
                id: id(160),
                format: "fitbit-takeout".into(),
                file_name: Some("sleep-2026-03-01.json".into()),
                file_hash: Some("9f86d081884c7d65".into()),
                home_zone: Some(chrono_tz::Europe::London),
                imported_at: at(8),
                added: 3,
                changed: 0,
                unchanged: 2,
                left_out: 1,
            },
            ImportBatch {
                id: id(161),
                format: "wane-csv".into(),
                file_name: None,
                file_hash: None,
                home_zone: None,
                imported_at: at(9),
                added: 0,
                changed: 0,
                unchanged: 0,
                left_out: 0,
            },
        ],
    }
}

/// A rule with a time on two weekdays, by the machine's clock.
pub fn wind_down() -> Rule {
    let mut times = [None; 7];
    times[0] = NaiveTime::from_hms_opt(22, 15, 0);
    times[6] = NaiveTime::from_hms_opt(0, 0, 30);
    Rule {
        kind: Kind::WindDown,
        times,
        zone: RuleZone::Device,
        grace_min: 30,
        enabled: true,
        rev: 3,
        changed_at: at(1),
    }
}

/// A rule of the user's own, switched off, by a fixed zone.
pub fn own_rule() -> Rule {
    Rule {
        kind: Kind::Own("water the moss".into()),
        times: [NaiveTime::from_hms_opt(9, 0, 0); 7],
        zone: RuleZone::Fixed(chrono_tz::America::Nuuk),
        grace_min: 0,
        enabled: false,
        rev: 0,
        changed_at: at(2),
    }
}

/// The occurrence of a kind on a date, due at 22:15 in London with half an hour's grace.
pub fn occurrence(kind: Kind, date: &str) -> Occurrence {
    let due = clock(&format!("{date}T22:15"), "Europe/London");
    Occurrence {
        kind,
        local_date: day(date),
        due,
        until: due.instant + Duration::minutes(30),
        why: Why::ClockTime,
        rule_rev: 3,
    }
}

/// Writes a row into every table of a schedule.
pub fn fill_schedule(schedule: &mut Schedule) -> Result<(), Error> {
    schedule.put_rule(&wind_down())?;
    schedule.put_rule(&own_rule())?;
    let shown = occurrence(Kind::WindDown, "2026-03-27");
    schedule.claim(&shown, shown.due.instant)?;
    schedule.mark(
        &shown.kind,
        shown.local_date,
        State::Shown,
        shown.due.instant + Duration::seconds(1),
    )?;
    schedule.record(
        &occurrence(Kind::WindDown, "2026-03-28"),
        State::Missed,
        at(0),
    )?;
    schedule.snooze(&occurrence(Kind::Bedtime, "2026-03-28"), at(10), at(3))?;
    schedule.mark_done(&Kind::MorningCheckIn, day("2026-03-29"), at(4))?;
    schedule.set_last_check(at(5))?;
    schedule.set_fact("last-accepted-by", "a notification service")?;
    // Since schema 2 of the schedule.
    schedule.start_pause(at(6), Some(at(600)))?;
    schedule.end_pause(at(66))?;
    schedule.set_protected_night(&protected_night(), true)?;
    schedule.ask(&Kind::Movement, FadeReason::Ignored, at(7))?;
    schedule.answer(&Kind::Movement, true, at(8))?;
    schedule.answer_suggestion(Answer::NotNow, at(9))
}

/// A night with a span of its own on Sunday, and none on Monday.
pub fn protected_night() -> ProtectedNight {
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).expect("a time");
    let mut night = ProtectedNight::every(time(23, 30), time(7, 0));
    night.spans[0] = None;
    night.spans[6] = Some(NightSpan {
        from: time(0, 30),
        to: time(9, 15),
    });
    night
}

/// What [`fill_schedule`] leaves in the log.
pub fn filled_log() -> Vec<LogEntry> {
    let entry = |occurrence: Occurrence, state| LogEntry {
        kind: occurrence.kind,
        local_date: occurrence.local_date,
        rule_rev: occurrence.rule_rev,
        due: occurrence.due,
        until: occurrence.until,
        state,
        claimed_at: None,
        shown_at: None,
        acted_at: None,
        snoozed_until: None,
    };
    let shown = occurrence(Kind::WindDown, "2026-03-27");
    let due = shown.due.instant;
    let snoozed = occurrence(Kind::Bedtime, "2026-03-28");
    // The snooze asked for more than its window holds.
    let snoozed_until = Some(snoozed.until.min(at(10)));
    vec![
        LogEntry {
            claimed_at: Some(due),
            shown_at: Some(due + Duration::seconds(1)),
            ..entry(shown, State::Shown)
        },
        LogEntry {
            acted_at: Some(at(3)),
            snoozed_until,
            ..entry(snoozed, State::Snoozed)
        },
        entry(occurrence(Kind::WindDown, "2026-03-28"), State::Missed),
    ]
}
