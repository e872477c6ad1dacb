//! Whatever was said comes back byte for byte, and whatever was not said stays unsaid.

use std::cell::RefCell;

use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::select,
    test_runner::{Config, TestRunner},
};
use wane_domain::{
    diary::*,
    movement::{
        library::LIBRARY,
        routine::{Amount, MOST_MINUTES, MOST_STEPS, Step, Steps},
    },
    scale::*,
    winddown::BlockKind,
};
use wane_store::{ImportBatch, Label, Record};

use crate::{
    common::{at, everything::everything, id, open_diary},
    said::{date, instant, moment, name, origin, rating, regions, text, zone},
};

/// Saves random records of a kind, one after the other, and reads each back.
fn check<R: Record + PartialEq + std::fmt::Debug>(strategy: impl Strategy<Value = R>) {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    // What some kinds refer to.
    diary
        .change(Label::SAVE_ENTRY, at(0), |change| everything().put(change))
        .unwrap();
    let diary = RefCell::new(diary);
    // No file of past failures: the repository's tests are the same for everybody.
    let config = Config {
        cases: 200,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(&strategy, |record| {
            let mut diary = diary.borrow_mut();
            diary
                .change(Label::SAVE_ENTRY, at(1), |change| change.put(&record))
                .unwrap();
            let back: Option<R> = diary.get(record.id()).unwrap();
            prop_assert_eq!(
                back.as_ref(),
                Some(&record),
                "a record must come back as it was said"
            );
            // The next record must not collide with this one's key in its source.
            diary
                .change(Label::REMOVE, at(2), |change| {
                    change.remove::<R>(record.id())
                })
                .unwrap();
            prop_assert_eq!(
                diary.get::<R>(record.id()).unwrap(),
                None,
                "a removed record is not there"
            );
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_night_comes_back() {
    let clocks = (
        option::of(moment()),
        option::of(moment()),
        option::of(moment()),
        option::of(moment()),
    );
    let minutes = (
        any::<Option<u16>>(),
        any::<Option<u16>>(),
        any::<Option<u16>>(),
        any::<Option<u16>>(),
    );
    let quality = option::of((Quality::LOW..=Quality::HIGH).prop_map(|n| Quality::new(n).unwrap()));
    check(
        (name(), date(), clocks, minutes, quality, origin()).prop_map(
            |(id, wake_date, clocks, minutes, quality, origin)| {
                let (bed, lights_out, final_wake, out_of_bed) = clocks;
                let (sol_min, nwak, waso_min, tasafa_min) = minutes;
                Night {
                    id,
                    wake_date,
                    bed,
                    lights_out,
                    sol_min,
                    nwak,
                    waso_min,
                    final_wake,
                    tasafa_min,
                    out_of_bed,
                    quality,
                    origin,
                }
            },
        ),
    );
}

#[test]
fn a_nap_comes_back() {
    check(
        (
            name(),
            date(),
            option::of(moment()),
            option::of(moment()),
            any::<Option<u16>>(),
            origin(),
        )
            .prop_map(|(id, date, start, end, asleep_min, origin)| Nap {
                id,
                date,
                start,
                end,
                asleep_min,
                origin,
            }),
    );
}

#[test]
fn an_awakening_comes_back() {
    let choice = select(vec![
        NightChoice::Breathe,
        NightChoice::Settle,
        NightChoice::Note,
    ]);
    check((name(), date(), moment(), choice, origin()).prop_map(
        |(id, date, at, choice, origin)| Awakening {
            id,
            date,
            at,
            choice,
            origin,
        },
    ));
}

#[test]
fn a_wind_down_comes_back() {
    let blocks = vec(select(BlockKind::ALL.to_vec()), 0..9);
    check(
        (
            name(),
            date(),
            option::of(moment()),
            any::<Option<u16>>(),
            blocks,
            origin(),
        )
            .prop_map(|(id, date, start, minutes, blocks, origin)| WindDown {
                id,
                date,
                start,
                minutes,
                blocks,
                origin,
            }),
    );
}

#[test]
fn a_worry_comes_back() {
    let fate = select(vec![
        WorryFate::Parked,
        WorryFate::Kept,
        WorryFate::LetGo,
        WorryFate::Planned,
    ]);
    check((name(), date(), text(), fate, origin()).prop_map(
        |(id, evening, text, fate, origin)| Worry {
            id,
            evening,
            text,
            fate,
            origin,
        },
    ));
}

#[test]
fn an_experiment_comes_back() {
    let tried = select(vec![
        Tried::WindDown,
        Tried::MorningLight,
        Tried::Movement,
        Tried::Own,
    ]);
    let part = select(vec![PartOfDay::Morning, PartOfDay::Day, PartOfDay::Evening]);
    let watched = select(vec![
        Watched::MorningPain,
        Watched::EveningPain,
        Watched::Asleep,
        Watched::Efficiency,
        Watched::Quality,
    ]);
    let pace = select(vec![Pace::EveryDay, Pace::TwoOrThreeDays]);
    let what = (tried, option::of(text()), part, watched, pace);
    let dates = (date(), date(), option::of(date()));
    check((name(), what, dates, any::<u16>(), text()).prop_map(
        |(id, what, (date, first_date, stopped_on), weeks, coins)| {
            let (tried, own, part, watched, pace) = what;
            Experiment {
                id,
                date,
                tried,
                own,
                part,
                watched,
                weeks,
                pace,
                first_date,
                coins,
                stopped_on,
            }
        },
    ));
}

#[test]
fn a_day_of_an_experiment_comes_back() {
    let of = select(vec![id(190), id(191)]);
    check((name(), of, date(), any::<bool>(), origin()).prop_map(
        |(id, experiment, date, done, origin)| ExperimentDay {
            id,
            experiment,
            date,
            done,
            origin,
        },
    ));
}

#[test]
fn a_device_sleep_comes_back() {
    let minutes = (
        any::<Option<u32>>(),
        any::<Option<u32>>(),
        any::<Option<u32>>(),
        any::<Option<i32>>(),
    );
    let what = (
        select(vec![SleepKind::Night, SleepKind::Nap]),
        select(vec![
            OffsetCertainty::Stated,
            OffsetCertainty::InstantOnly,
            OffsetCertainty::Assumed,
        ]),
    );
    let stages = vec(any::<Option<u32>>(), 6);
    check(
        (
            name(),
            date(),
            what,
            moment(),
            moment(),
            minutes,
            stages,
            origin(),
        )
            .prop_map(
                |(id, wake_date, (kind, offset), start, end, minutes, stages, origin)| {
                    let (asleep_min, in_bed_min, awake_min, unaccounted_min) = minutes;
                    let stages = Stages {
                        deep: stages[0],
                        light: stages[1],
                        rem: stages[2],
                        awake: stages[3],
                        restless: stages[4],
                        asleep: stages[5],
                    };
                    DeviceSleep {
                        id,
                        wake_date,
                        kind,
                        start,
                        end,
                        offset,
                        asleep_min,
                        in_bed_min,
                        awake_min,
                        unaccounted_min,
                        stages,
                        origin,
                    }
                },
            ),
    );
}

#[test]
fn a_pain_and_its_ratings_come_back() {
    check((name(), text(), regions(), option::of(instant())).prop_map(
        |(id, name, regions, retired_at)| NamedPain {
            id,
            name,
            regions,
            retired_at,
        },
    ));
    let occasion = select(vec![Occasion::Morning, Occasion::Evening, Occasion::Moment]);
    check(
        (
            name(),
            date(),
            occasion,
            option::of(Just(id(30))),
            rating(),
            origin(),
        )
            .prop_map(|(id, date, occasion, pain, rating, origin)| PainRating {
                id,
                date,
                occasion,
                pain,
                rating,
                origin,
            }),
    );
    check(
        (
            name(),
            date(),
            option::of(rating()),
            option::of(rating()),
            option::of(rating()),
            origin(),
        )
            .prop_map(
                |(id, date, pain, enjoyment, activity, origin)| Interference {
                    id,
                    date,
                    pain,
                    enjoyment,
                    activity,
                    origin,
                },
            ),
    );
}

#[test]
fn a_day_comes_back() {
    let arousal = option::of((Arousal::LOW..=Arousal::HIGH).prop_map(|n| Arousal::new(n).unwrap()));
    check(
        (
            name(),
            date(),
            arousal,
            option::of(text()),
            any::<bool>(),
            origin(),
        )
            .prop_map(|(id, date, arousal, mattered, rough, origin)| DayEntry {
                id,
                date,
                arousal,
                mattered,
                rough,
                origin,
            }),
    );
    check(
        (name(), date(), text(), origin()).prop_map(|(id, date, text, origin)| Note {
            id,
            date,
            text,
            origin,
        }),
    );
    check((name(), date(), text()).prop_map(|(id, date, label)| Annotation { id, date, label }));
}

#[test]
fn a_factor_and_its_values_come_back() {
    let timing = select(vec![Timing::Day, Timing::Night]);
    check(
        (
            name(),
            text(),
            timing,
            option::of(text()),
            option::of(instant()),
        )
            .prop_map(|(id, name, timing, unit, retired_at)| Factor {
                id,
                name,
                timing,
                unit,
                retired_at,
            }),
    );
    let value = prop::num::f64::NORMAL
        | prop::num::f64::ZERO
        | prop::num::f64::SUBNORMAL
        | prop::num::f64::NEGATIVE;
    check(
        (name(), date(), value, origin())
            .prop_filter("finite", |(_, _, value, _)| value.is_finite())
            .prop_map(|(name, date, value, origin)| FactorValue {
                id: name,
                factor: id(60),
                date,
                value,
                origin,
            }),
    );
}

#[test]
fn movement_and_light_come_back() {
    let effort = option::of((Effort::LOW..=Effort::HIGH).prop_map(|n| Effort::new(n).unwrap()));
    let felt = option::of(select(vec![Felt::Less, Felt::Right, Felt::TooMuch]));
    check(
        (
            name(),
            date(),
            option::of(moment()),
            option::of(text()),
            any::<Option<u16>>(),
            effort,
            felt,
            origin(),
        )
            .prop_map(
                |(id, date, start, kind, minutes, effort, felt, origin)| Dose {
                    id,
                    date,
                    start,
                    kind,
                    minutes,
                    effort,
                    felt,
                    origin,
                },
            ),
    );
    check(
        (
            name(),
            date(),
            option::of(moment()),
            any::<Option<u16>>(),
            origin(),
        )
            .prop_map(|(id, date, start, minutes, origin)| Light {
                id,
                date,
                start,
                minutes,
                origin,
            }),
    );
}

#[test]
fn a_routine_and_an_instruction_come_back() {
    let steps = vec(
        (0..LIBRARY.len(), any::<bool>(), 1..=MOST_MINUTES).prop_map(|(at, timed, n)| {
            let amount = if timed {
                Amount::Minutes(n)
            } else {
                Amount::Times(n)
            };
            Step::new(LIBRARY[at].code, amount).unwrap()
        }),
        1..MOST_STEPS,
    );
    check(
        (name(), text(), steps).prop_map(|(id, name, steps)| Routine {
            id,
            name,
            steps: Steps::new(steps).unwrap(),
        }),
    );
    check(
        (
            name(),
            date(),
            any::<Option<u16>>(),
            any::<Option<u16>>(),
            option::of(text()),
            origin(),
        )
            .prop_map(
                |(id, date, floor_min, ceiling_min, said, origin)| Instruction {
                    id,
                    date,
                    floor_min,
                    ceiling_min,
                    said,
                    origin,
                },
            ),
    );
}

#[test]
fn a_medicine_and_its_taking_come_back() {
    check(
        (name(), text(), option::of(instant())).prop_map(|(id, name, retired_at)| Medicine {
            id,
            name,
            retired_at,
        }),
    );
    let purpose = option::of(select(vec![Purpose::Planned, Purpose::Rescue]));
    check(
        (
            name(),
            date(),
            option::of(moment()),
            purpose,
            option::of(text()),
            origin(),
        )
            .prop_map(|(name, date, at, purpose, amount, origin)| MedicineTaken {
                id: name,
                medicine: id(100),
                date,
                at,
                purpose,
                amount,
                origin,
            }),
    );
}

#[test]
fn a_span_and_an_import_come_back() {
    let kind = select(vec![SpanKind::Flare, SpanKind::Illness, SpanKind::Journey]);
    check(
        (name(), kind, date(), option::of(date())).prop_map(|(id, kind, from_date, to_date)| {
            Span {
                id,
                kind,
                from_date,
                to_date,
            }
        }),
    );
    let counts = vec(any::<u32>(), 4);
    check(
        (
            name(),
            text(),
            option::of(text()),
            option::of(text()),
            option::of(zone()),
            instant(),
            counts,
        )
            .prop_map(
                |(id, format, file_name, file_hash, home_zone, imported_at, counts)| ImportBatch {
                    id,
                    format,
                    file_name,
                    file_hash,
                    home_zone,
                    imported_at,
                    added: counts[0],
                    changed: counts[1],
                    unchanged: counts[2],
                    left_out: counts[3],
                },
            ),
    );
}
