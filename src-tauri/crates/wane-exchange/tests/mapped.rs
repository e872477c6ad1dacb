//! Tables of any kind: the proposal, the mapping, what comes in.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use std::ops::ControlFlow;

use chrono_tz::{Europe::Berlin, Tz};
use common::{date, read_in, skipped};
use proptest::prelude::*;
use wane_exchange::{
    Columns, DateOrder, Format, Found, Input, Lack, Mapping, ReadError, Role, Settings, Unit, Why,
    guess, read_mapped,
};

fn columns(text: &str) -> Columns {
    guess(Input::from_bytes("t.csv", text.into())).unwrap()
}

fn read(zone: Tz, text: &str, mapping: Mapping) -> Result<Found, ReadError> {
    let files = vec![Input::from_bytes("t.csv", text.into())];
    read_mapped(files, mapping, &Settings::new(zone), &mut |_, _| {
        ControlFlow::Continue(())
    })
}

fn codes(columns: &Columns) -> Vec<&'static str> {
    columns
        .mapping
        .roles
        .iter()
        .map(|role| role.code())
        .collect()
}

#[test]
fn proposals() {
    for (text, roles, dates, unit) in [
        (
            "Bedtime;Wake time;Hours of sleep;Pain;Comment\n31.12.2024 23:10;01.01.2025 07:05;7,5;4;bad\n",
            vec!["start", "end", "asleep", "pain-day", "ignore"],
            DateOrder::DayFirst,
            Unit::Hours,
        ),
        (
            "Date,Went to bed,Got up,Minutes asleep,Morning pain,Quality\n12/31/2024,11:10 PM,7:05 AM,430,3,4\n",
            vec![
                "date",
                "start-time",
                "end-time",
                "asleep",
                "pain-morning",
                "quality",
            ],
            DateOrder::MonthFirst,
            Unit::Minutes,
        ),
        (
            "from\tto\tdeep (s)\tlight (s)\trem (s)\tawake (s)\tnap\n2024-05-01T23:00:00+02:00\t2024-05-02T06:00:00+02:00\t3600\t14400\t5400\t600\tfalse\n",
            vec!["start", "end", "deep", "light", "rem", "awake", "nap"],
            DateOrder::DayFirst,
            Unit::Seconds,
        ),
        (
            "start,end,duration\n1714597200,1714622400,7:00\n",
            vec!["start", "end", "ignore"],
            DateOrder::DayFirst,
            Unit::Minutes,
        ),
        (
            "Pain,Date\n12,2024-05-01\n",
            vec!["ignore", "date"],
            DateOrder::DayFirst,
            Unit::Minutes,
        ),
    ] {
        let columns = columns(text);
        assert_eq!(codes(&columns), roles, "{text}");
        assert_eq!(
            (columns.mapping.dates, columns.mapping.unit),
            (dates, unit),
            "{text}"
        );
    }
}

/// What columns are taken for by their names and contents; every case is a table that people keep.
#[test]
fn names_as_people_write_them() {
    for (text, roles) in [
        // A count of awakenings is no length, and the time to fall asleep is none of sleep.
        (
            "Bedtime,Wakeup time,Sleep duration,Awakenings,REM sleep percentage\n2021-03-06 01:00:00,2021-03-06 07:00:00,6.0,3,18\n",
            "start end asleep awakenings ignore",
        ),
        (
            "Date,Bed Time,Time to fall asleep (min),Total sleep (min),wakeTime\n2024-05-02,23:10,20,420,06:50\n",
            "date start-time latency asleep end-time",
        ),
        (
            "Number of awakenings,Minutes awake,start,end\n3,25,2024-05-01 23:00,2024-05-02 07:00\n",
            "awakenings awake start end",
        ),
        // Between five in the afternoon and four at night is when, and not how long.
        (
            "Date,Sleep Time,Wake Time,Hours,Note\n2024-05-02,23:41,07:12,7.5,x\n2024-05-03,0:45,08:40,7.7,\n",
            "date start-time end-time ignore ignore",
        ),
        // A sleep diary by hand: getting into bed is not yet trying to sleep.
        (
            "Date,What time did you get into bed?,What time did you try to go to sleep?,How long did it take you to fall asleep?,How many times did you wake up?,\"In total, how long did these awakenings last?\",What time was your final awakening?,What time did you get out of bed for the day?,Quality\n2024-05-02,22:40,23:10,20,2,0:25,06:40,07:05,4\n",
            "date bed start-time latency awakenings awake end-time out-of-bed quality",
        ),
        (
            "Lights out,Went to bed,Woke up,Got up,Date\n23:20,22:50,6:40,7:10,2024-05-02\n",
            "start-time bed end-time out-of-bed date",
        ),
        // Other languages.
        (
            "Datum;Einschlafzeit;Aufwachzeit;Schlafqualität;Kopfschmerz\n04.05.2024;23:10;06:40;4;3\n",
            "date start-time end-time quality pain-day",
        ),
        (
            "Schlafbeginn;Schlafende\n2024-05-01 23:10:00;2024-05-02 06:40:00\n",
            "start end",
        ),
        (
            "Fecha;Hora de acostarse;Hora de levantarse;Horas dormidas;Calidad;Dolor\n2024-05-02;23:10;06:40;7;4;3\n",
            "date start-time end-time asleep quality pain-day",
        ),
        (
            "Date;Coucher;Lever;Durée de sommeil;Qualité;Douleur\n02/05/2024;23:10;06:40;7h05;4;3\n",
            "date start-time end-time asleep quality pain-day",
        ),
        (
            "bedtime_end,bedtime_start,day\n2024-03-02 07:10:00,2024-03-01 23:10:00,2024-03-02\n",
            "end start date",
        ),
        // The date of waking, where a table has the date of the evening as well.
        (
            "Date,Start,End,EndDate\n2024-01-14,23:10,06:50,2024-01-15\n",
            "ignore start-time end-time date",
        ),
        // A scale up to ten is not the one from 1 to 5, even where the numbers would do.
        (
            "Date,Pain,Sleep quality (1-10)\n2024-01-14,3,4\n",
            "date pain-day ignore",
        ),
        (
            "Date,Pain medication,Pain\n2024-01-14,1,4\n",
            "date ignore pain-day",
        ),
        ("Timestamp,Pain\n1/14/2024 7:05:12,4\n", "date pain-day"),
    ] {
        let columns = columns(text);
        assert_eq!(codes(&columns).join(" "), roles, "{text}");
        assert_eq!(columns.mapping.lacks(), None, "{text}");
    }
}

/// A length counts what its column's name says; where it says nothing, what makes the largest a night's.
#[test]
fn units_are_told_column_by_column() {
    for (text, minutes) in [
        // Underscores are no seconds.
        (
            "start,end,total_sleep,deep_sleep_minutes,rem_sleep,awake\n2024-05-01 23:00,2024-05-02 07:00,430,90,80,20\n",
            [Some(430.0), Some(90.0), Some(80.0), Some(20.0)],
        ),
        (
            "start,end,Hours of sleep,Deep (min),REM (min),Awake (min)\n2024-05-01 23:00,2024-05-02 07:00,7.2,90,95,20\n",
            [Some(432.0), Some(90.0), Some(95.0), Some(20.0)],
        ),
        // Minutes awake tell nothing of the unit of a table.
        (
            "start,end,Asleep,Deep,REM,Awake\n2024-05-01 23:00,2024-05-02 07:00,7:05,1:30,1:35,20\n",
            [Some(425.0), Some(90.0), Some(95.0), Some(20.0)],
        ),
        (
            "start,end,Asleep,Deep,REM,Awake (s)\n2024-05-01 23:00,2024-05-02 07:00,7h 05m,1.5 h,95 min,1200\n",
            [Some(425.0), Some(90.0), Some(95.0), Some(20.0)],
        ),
        (
            "start,end,Asleep,Deep,REM,Awake\n2024-05-01 23:00,2024-05-02 07:00,25500,5400,5700,1200\n",
            [Some(425.0), Some(90.0), Some(95.0), Some(20.0)],
        ),
    ] {
        let found = read(Berlin, text, columns(text).mapping).unwrap();
        let sleep = &found.sleeps[0];
        let stage = |minutes: Option<u32>| minutes.map(f64::from);
        assert_eq!(
            [
                sleep.asleep_min,
                stage(sleep.stages.deep),
                stage(sleep.stages.rem),
                sleep.awake_min
            ],
            minutes,
            "{text}"
        );
    }
}

/// Where the first twelve days of a month leave both readings open, a diary goes on from day to day.
#[test]
fn the_order_of_dates_is_the_one_that_makes_days_follow() {
    let table = |dates: &[&str], time: &str| {
        let rows: Vec<String> = dates
            .iter()
            .map(|date| format!("{date},{time},7:05\n"))
            .collect();
        columns(&format!("Date,Bedtime,Woke\n{}", rows.concat()))
            .mapping
            .dates
    };
    for (dates, time, order) in [
        (
            &["5/4/2026", "5/5/2026"][..],
            "23:10",
            DateOrder::MonthFirst,
        ),
        (&["4/5/2026", "5/5/2026"], "23:10", DateOrder::DayFirst),
        (
            &["4.5.2026", "5.5.2026", "6.5.2026"],
            "23:10",
            DateOrder::DayFirst,
        ),
        (&["5/4/2026"], "11:10 PM", DateOrder::MonthFirst),
        (&["5/4/2026"], "23:10", DateOrder::DayFirst),
        (&["5/4/2026", "5/13/2026"], "23:10", DateOrder::MonthFirst),
        (&["2026-05-04"], "11:10 PM", DateOrder::DayFirst),
    ] {
        assert_eq!(table(dates, time), order, "{dates:?} {time}");
    }
}

#[test]
fn dates_and_times_in_other_shapes() {
    for (date_cell, time_cell) in [
        ("4 May 2026", "23:10"),
        ("\"May 4, 2026\"", "11:10 PM"),
        ("4-May-2026", "2310"),
        ("\"Monday, 4 May 2026\"", "23.10"),
        ("\"Mo, 04.05.2026\"", "23h10"),
    ] {
        let text = format!("Date,Bedtime,Woke\n{date_cell},{time_cell},7:05\n");
        let found = read(Berlin, &text, columns(&text).mapping).unwrap();
        let start = found.sleeps[0].start.to_rfc3339();
        assert_eq!(start, "2026-05-03T23:10:00+02:00", "{text}");
    }
    for stamp in [
        "4 May 2026 23:10",
        "\"May 4, 2026 at 11:10 PM\"",
        "\"Mon, 4 May 2026, 23:10\"",
    ] {
        let text = format!("Start,Asleep\n{stamp},7:00\n");
        let found = read(Berlin, &text, columns(&text).mapping).unwrap();
        assert_eq!(found.sleeps.len(), 1, "{text} {found:?}");
        let start = found.sleeps[0].start.to_rfc3339();
        assert_eq!(start, "2026-05-04T23:10:00+02:00", "{text}");
    }
}

#[test]
fn a_sleep_diary_by_hand_comes_in_whole() {
    let text = "Date,Into bed,Lights out,Latency,Awakenings,Awake (min),Final wake,Got up,Quality\n2024-05-02,22:40,23:10,20,2,25,06:40,07:05,4\n2024-05-03,23:50,00:20,15,0,0,07:00,06:10,3\n2024-05-04,,23:00,x,many,,06:30,,\n";
    let mapping = columns(text).mapping;
    assert!(mapping.by_hand, "no device tells when somebody got up");
    let found = read(Berlin, text, mapping.clone()).unwrap();
    let [first, second, third] = &found.nights[..] else {
        panic!("{found:?}")
    };
    let time = |moment: Option<wane_domain::Moment>| moment.map(|moment| moment.to_rfc3339());
    assert_eq!(time(first.bed).unwrap(), "2024-05-01T22:40:00+02:00");
    assert_eq!(time(first.lights_out).unwrap(), "2024-05-01T23:10:00+02:00");
    assert_eq!(time(first.out_of_bed).unwrap(), "2024-05-02T07:05:00+02:00");
    assert_eq!(
        (first.sol_min, first.nwak, first.waso_min),
        (Some(20), Some(2), Some(25))
    );
    assert_eq!(time(second.bed).unwrap(), "2024-05-02T23:50:00+02:00");
    assert_eq!(
        (second.nwak, second.waso_min),
        (Some(0), Some(0)),
        "a written nought is an answer"
    );
    assert_eq!(second.out_of_bed, None, "nobody gets up before waking");
    assert_eq!((third.sol_min, third.nwak, third.bed), (None, None, None));
    let reasons: Vec<_> = skipped(&found)
        .into_iter()
        .map(|one| (one.1.map(str::to_owned), one.2, one.4))
        .collect();
    assert_eq!(
        reasons,
        [
            (Some("Awakenings".to_owned()), Why::NotANumber, vec![4]),
            (Some("Got up".to_owned()), Why::OutOfRange, vec![3]),
            (Some("Latency".to_owned()), Why::NotANumber, vec![4]),
        ]
    );
    let measured = Mapping {
        by_hand: false,
        ..mapping
    };
    let found = read(Berlin, text, measured).unwrap();
    let not_kept: Vec<_> = skipped(&found)
        .into_iter()
        .filter(|one| one.2 == Why::NotKept)
        .map(|one| one.1.unwrap_or_default().to_owned())
        .collect();
    assert_eq!(
        not_kept,
        ["Awakenings", "Got up", "Into bed", "Latency"],
        "a measured sleep has no place for them, and that is said"
    );
}

#[test]
fn a_night_by_hand_lies_in_the_years_of_a_diary() {
    let text = "Date,Start,End,Latency\n2024-03-02,4048-03-02 00:30,4048-03-02 07:00,10\n";
    let mapping = columns(text).mapping;
    assert!(mapping.by_hand);
    let found = read(Berlin, text, mapping).unwrap();
    assert_eq!(found.nights, []);
    let left_out = skipped(&found);
    assert_eq!(
        (left_out[0].1, left_out[0].2),
        (Some("Start"), Why::DateOutOfRange)
    );
}

#[test]
fn a_proposal_shows_the_first_rows_cut_short() {
    let long = "x".repeat(100);
    let columns = columns(&format!(
        "start,end,note\n1,2,{long}\n3,4,b\n5,6,\n7,8,\n9,10,\n"
    ));
    assert_eq!(columns.names, ["start", "end", "note"]);
    assert_eq!(columns.rows.len(), 4);
    assert_eq!(columns.rows[0][2].len(), 40);
    assert_eq!(columns.signature(), "start\u{1f}end\u{1f}note");
}

#[test]
fn what_is_no_table_is_refused() {
    for (text, code) in [
        ("", "empty"),
        ("hello", "not-a-table"),
        ("a,b\n", "not-a-table"),
        ("just\nlines\n", "not-a-table"),
    ] {
        let error = guess(Input::from_bytes("t", text.into())).unwrap_err();
        assert_eq!(error.code(), code, "{text:?}");
    }
}

#[test]
fn a_mapped_table_comes_in() {
    let text = "Bedtime;Wake time;Hours of sleep;Pain;Tea\n31.12.2024 23:10;01.01.2025 07:05;7,5;4;1\n01.01.2025 23:00;02.01.2025 06:30;;11;0\n;;;;\nnever;02.01.2025 06:30;;;\n";
    let mut mapping = columns(text).mapping;
    mapping.roles[3] = Role::PainDay;
    mapping.roles[4] = Role::Factor;
    let found = read(Berlin, text, mapping).unwrap();
    assert_eq!(found.format, Format::Table);
    let [first, second] = &found.sleeps[..] else {
        panic!("{found:?}")
    };
    assert_eq!(first.start.to_rfc3339(), "2024-12-31T23:10:00+01:00");
    assert_eq!(first.asleep_min, Some(450.0));
    assert_eq!(second.asleep_min, None, "blank stays blank");
    assert_eq!(found.ratings.len(), 1);
    assert_eq!(
        (found.ratings[0].date, found.ratings[0].rating.get()),
        (date("2025-01-01"), 4)
    );
    assert_eq!(found.factors["Tea"].values.len(), 2);
    let reasons: Vec<_> = skipped(&found)
        .into_iter()
        .map(|one| (one.1.map(str::to_owned), one.2, one.4))
        .collect();
    assert_eq!(
        reasons,
        [
            (Some("Bedtime".to_owned()), Why::NotADate, vec![5]),
            (Some("Pain".to_owned()), Why::OutOfRange, vec![3])
        ],
        "what did not come in is named by its column"
    );
}

#[test]
fn dates_and_times_of_day_make_a_night() {
    let text = "Date,Went to bed,Got up\n2024-03-31,23:00,7:00\n2024-04-01,0:30,8:00\n";
    let mapping = columns(text).mapping;
    let found = read(Berlin, text, mapping.clone()).unwrap();
    let starts: Vec<_> = found
        .sleeps
        .iter()
        .map(|sleep| sleep.start.to_rfc3339())
        .collect();
    assert_eq!(
        starts,
        ["2024-03-30T23:00:00+01:00", "2024-04-01T00:30:00+02:00"],
        "before midnight is the evening before"
    );
    let by_hand = read(
        Berlin,
        text,
        Mapping {
            by_hand: true,
            ..mapping
        },
    )
    .unwrap();
    assert!(
        by_hand.sleeps.is_empty(),
        "what a person wrote down is felt, not measured"
    );
    let wakes: Vec<_> = by_hand
        .nights
        .iter()
        .map(|night| night.final_wake.unwrap().to_rfc3339())
        .collect();
    assert_eq!(
        wakes,
        ["2024-03-31T07:00:00+02:00", "2024-04-01T08:00:00+02:00"]
    );
}

#[test]
fn a_mapping_says_what_it_lacks() {
    let with = |roles: &[Role]| {
        Mapping {
            roles: roles.to_vec(),
            ..Mapping::default()
        }
        .lacks()
    };
    assert_eq!(with(&[Role::Start, Role::End]), None);
    assert_eq!(with(&[Role::Start, Role::InBed]), None);
    assert_eq!(with(&[Role::Date, Role::StartTime, Role::EndTime]), None);
    assert_eq!(with(&[Role::Date, Role::PainDay]), None);
    assert_eq!(
        with(&[Role::Date, Role::Factor, Role::Factor]),
        None,
        "many things can be tracked"
    );
    assert_eq!(with(&[Role::Start]), Some(Lack::Times));
    assert_eq!(with(&[Role::Date, Role::Asleep]), Some(Lack::Times));
    assert_eq!(
        with(&[Role::Start, Role::End, Role::End]),
        Some(Lack::Twice)
    );
    let error = read(
        Berlin,
        "a,b\n1,2\n",
        Mapping {
            roles: vec![Role::Start, Role::Ignore],
            ..Mapping::default()
        },
    )
    .unwrap_err();
    assert_eq!(error.code(), "no-times");
}

#[test]
fn asked_for_by_name_a_table_is_read_as_proposed() {
    let text = "start,end,asleep,mood\n2024-05-01 23:00,2024-05-02 06:00,400,4\n";
    let found = read_in(Berlin, &[("t.csv", text.as_bytes())], Some(Format::Table)).unwrap();
    assert_eq!(found.sleeps[0].asleep_min, Some(400.0));
    let taken: Vec<_> = found
        .columns
        .iter()
        .map(|column| (column.name.as_str(), column.role, column.unit))
        .collect();
    assert_eq!(
        taken,
        [
            ("start", Role::Start, None),
            ("end", Role::End, None),
            ("asleep", Role::Asleep, Some(Unit::Minutes)),
        ],
        "what was taken for what is told"
    );
    let timeless = read_in(
        Berlin,
        &[("t.csv", b"a,b\n1,2\n".as_slice())],
        Some(Format::Table),
    );
    assert_eq!(timeless.unwrap_err().code(), "no-times");
    assert_eq!(
        read_in(Berlin, &[("t.csv", text.as_bytes())], None)
            .unwrap_err()
            .code(),
        "not-recognised",
        "never by itself"
    );
}

#[test]
fn roles_have_names_of_their_own() {
    for role in Role::ALL {
        assert_eq!(Role::from_code(role.code()), Some(*role));
    }
}

proptest! {
    #[test]
    fn any_mapping_of_any_table_is_safe(
        bytes in prop::collection::vec(prop::sample::select(b"0123456789:-/.,;\n\"T abZ+".to_vec()), 0..300),
        roles in prop::collection::vec(prop::sample::select(Role::ALL), 0..6),
        by_hand in any::<bool>(),
    ) {
        let mapping = Mapping { roles, by_hand, ..Mapping::default() };
        let files = || vec![Input::from_bytes("t", [b"a,b,c,d,e,f\n".as_slice(), &bytes].concat())];
        let _ = guess(files().remove(0));
        if let Ok(found) = read_mapped(files(), mapping, &Settings::new(Berlin), &mut |_, _| ControlFlow::Continue(())) {
            prop_assert!(found.dates().iter().all(|date| wane_exchange::rules::sane_date(*date)));
            prop_assert!(found.sleeps.iter().all(|sleep| sleep.start.instant < sleep.end.instant));
            prop_assert!(found.nights.iter().all(|night| night.lights_out.is_none() || night.lights_out.unwrap().instant < night.final_wake.unwrap().instant));
        }
    }
}
