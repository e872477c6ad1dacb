//! Whatever was said comes back byte for byte, and whatever was not said stays unsaid.

use std::cell::RefCell;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::select,
    test_runner::{Config, TestRunner},
};
use wane_domain::{Id, Moment, diary::*, scale::*};
use wane_store::{ImportBatch, Label, Record};

use crate::common::{at, everything::Everything, everything::everything, id, open_diary};

const FIRST_MS: i64 = -62_167_219_200_000;
const LAST_MS: i64 = 253_402_300_799_999;

fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    (FIRST_MS..=LAST_MS).prop_map(|ms| DateTime::from_timestamp_millis(ms).unwrap())
}

fn zone() -> impl Strategy<Value = Tz> {
    select(&TZ_VARIANTS[..])
}

fn moment() -> impl Strategy<Value = Moment> {
    (instant(), zone()).prop_map(|(instant, zone)| Moment::new(instant, zone))
}

fn date() -> impl Strategy<Value = NaiveDate> {
    let days = |text: &str| chrono::Datelike::num_days_from_ce(&text.parse::<NaiveDate>().unwrap());
    (days("0000-01-01")..=days("9999-12-31"))
        .prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap())
}

/// Any text, and texts that have been a trouble to somebody.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        select(vec![
            "",
            " ",
            "'",
            "\"",
            "\\",
            "\0",
            "a\0b",
            "NULL",
            "'; DROP TABLE night; --",
            "\u{202E}abc",
            "1",
            "0.0",
            "\u{FEFF}x"
        ])
        .prop_map(str::to_owned),
    ]
}

fn name() -> impl Strategy<Value = Id> {
    (instant(), any::<[u8; 10]>()).prop_map(|(instant, random)| Id::new(instant, random))
}

fn origin() -> impl Strategy<Value = Origin> {
    (
        option::of(text()),
        option::of(text()),
        instant(),
        any::<bool>(),
    )
        .prop_map(|(source, source_key, entered_at, recalled)| Origin {
            source,
            source_key,
            entered_at,
            recalled,
        })
}

fn rating() -> impl Strategy<Value = Rating> {
    (Rating::LOW..=Rating::HIGH).prop_map(|n| Rating::new(n).unwrap())
}

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
    check(
        (name(), text(), option::of(text()), option::of(instant())).prop_map(
            |(id, name, region, retired_at)| NamedPain {
                id,
                name,
                region,
                retired_at,
            },
        ),
    );
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

#[test]
fn what_was_not_said_is_null_in_the_file_and_never_zero() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let night = crate::common::everything::empty_night(1);
    diary
        .change(Label::SAVE_MORNING, at(0), |change| change.put(&night))
        .unwrap();
    drop(diary);
    let raw = rusqlite::Connection::open(dir.path().join("diary.db")).unwrap();
    let nulls: bool = raw
        .query_row(
            "SELECT coalesce(bed_utc, bed_offset, bed_zone, lights_out_utc, sol_min, nwak, waso_min, final_wake_utc, final_wake_zone,
             tasafa_min, out_of_bed_utc, quality, source, source_key, deleted_at) IS NULL FROM night",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert!(nulls, "every unsaid field must be NULL in the file itself");
    let logged: u32 = raw
        .query_row(
            "SELECT count(*) FROM op WHERE field = 'sol_min'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(logged, 0, "and the history has nothing to tell about it");
}

#[test]
fn a_moment_keeps_its_instant_its_offset_and_its_zone() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let night = crate::common::everything::full_night(1);
    diary
        .change(Label::SAVE_MORNING, at(0), |change| change.put(&night))
        .unwrap();
    drop(diary);
    let raw = rusqlite::Connection::open(dir.path().join("diary.db")).unwrap();
    let of = |column: &str| -> (i64, i32, String) {
        raw.query_row(
            &format!("SELECT {column}_utc, {column}_offset, {column}_zone FROM night"),
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .unwrap()
    };
    let london = "Europe/London".to_owned();
    assert_eq!(
        of("bed"),
        (
            night.bed.unwrap().instant.timestamp_millis(),
            0,
            london.clone()
        ),
        "before the change London is at UTC"
    );
    assert_eq!(
        of("final_wake"),
        (
            night.final_wake.unwrap().instant.timestamp_millis(),
            3600,
            london
        ),
        "after it an hour ahead"
    );
}

#[test]
fn a_whole_diary_comes_back_after_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let said = everything();
    diary
        .change(Label::SAVE_ENTRY, at(0), |change| said.put(change))
        .unwrap();
    drop(diary);
    let diary = open_diary(dir.path());
    assert_eq!(
        Everything::read(&diary).unwrap(),
        said,
        "a diary must come back as it was said"
    );
    let counted: Vec<u64> = diary.counts().unwrap().into_values().collect();
    let (mut counted, mut sizes) = (
        counted,
        said.sizes()
            .into_iter()
            .map(|n| n as u64)
            .collect::<Vec<_>>(),
    );
    counted.sort_unstable();
    sizes.sort_unstable();
    assert_eq!(counted, sizes, "every record is counted");
}
