//! The one-row-per-day table: what comes in, what is left out, and why.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use chrono::{DateTime, Timelike};
use common::{date, read_in, read_ok, skipped, try_read, warnings};
use wane_domain::{
    Id,
    diary::{Occasion, Origin},
    measures::Measures,
};
use wane_exchange::{FactorKind, Format, Found, ReadError, What, Why};

const HEADER: &str = "date,bed,lights_out,sol_min,nawk,waso_min,final_wake,tasafa_min,out_of_bed,quality,\
                      pain_morning,pain_day,movement_min,outdoor_light_min";

fn diary_a() -> Found {
    read_ok(include_bytes!("data/diary_A_effect.csv"))
}

fn table(rows: &str) -> Found {
    read_ok(format!("{HEADER}\n{rows}"))
}

fn measures(found: &Found, wake_date: &str) -> Measures {
    let night = found
        .nights
        .iter()
        .find(|night| night.wake_date == date(wake_date))
        .unwrap()
        .clone();
    let origin = Origin {
        source: None,
        source_key: None,
        entered_at: DateTime::UNIX_EPOCH,
        recalled: false,
    };
    Measures::of(&night.into_night(Id::new(DateTime::UNIX_EPOCH, [0; 10]), origin))
}

#[test]
fn a_whole_diary_comes_in() {
    let found = diary_a();
    assert_eq!(found.format, Format::WaneCsv, "recognised by its columns");
    assert_eq!(
        found.assumed_zone,
        chrono_tz::Europe::London,
        "the preview can show the zone"
    );
    assert_eq!(found.other["rows"], 120, "every row was read");
    assert_eq!(skipped(&found), [], "nothing is wrong with this diary");
    let blank = date("2026-01-07");
    assert!(
        !found.dates().contains(&blank),
        "a day of blanks brings nothing, not even zeros"
    );
    let rows = include_str!("data/diary_A_effect.csv")
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect::<Vec<_>>());
    let answers = |column: usize| rows.clone().filter(|row| !row[column].is_empty()).count();
    let evenings = found
        .ratings
        .iter()
        .filter(|rating| rating.occasion == Occasion::Evening)
        .count();
    assert_eq!(evenings, answers(11), "one evening rating per answer");
    assert_eq!(
        found.ratings.len() - evenings,
        answers(10),
        "one morning rating per answer"
    );
    assert_eq!(found.doses.len(), answers(12), "one dose per answer");
    assert_eq!(
        found.light.len(),
        answers(13),
        "one time outdoors per answer"
    );
    for (name, column) in [("breathing", 14), ("late_caffeine", 15)] {
        let factor = &found.factors[name];
        assert_eq!(
            factor.kind,
            FactorKind::YesNo,
            "{name} is 0 or 1 throughout"
        );
        assert_eq!(
            factor.values.len(),
            answers(column),
            "one value of {name} per answer"
        );
    }
}

#[test]
fn the_night_the_clock_was_put_forward_has_its_true_length() {
    let measures = measures(&diary_a(), "2026-03-29");
    assert_eq!(
        measures.tib_min,
        Some(435.0),
        "time in bed, not the difference on the clock"
    );
    assert_eq!(measures.tst_min, Some(375.0), "time asleep");
}

#[test]
fn times_are_laid_out_round_the_wake_date() {
    let found = table("2026-01-11,23:45,00:10,30,2,30,07:15,0,07:25,3,,,,\n");
    let night = &found.nights[0];
    let stamps = [
        night.bed,
        night.lights_out,
        night.final_wake,
        night.out_of_bed,
    ]
    .map(|t| t.unwrap().to_rfc3339());
    let expected = [
        "2026-01-10T23:45:00+00:00",
        "2026-01-11T00:10:00+00:00",
        "2026-01-11T07:15:00+00:00",
    ];
    assert_eq!(stamps[..3], expected, "before and after midnight");
    assert_eq!(
        night.source_key, "2026-01-11",
        "a second import knows the night by its date"
    );
}

#[test]
fn blank_is_missing_and_nought_is_an_answer() {
    let found = table("2026-01-01,,,,,0,,,,,0,,0,0\n2026-01-02,,,,,,,,,,,,,\n");
    assert_eq!(
        found.nights.len(),
        1,
        "a night with one answer is a night, one without any is none"
    );
    assert_eq!(found.nights[0].waso_min, Some(0), "0 was answered");
    assert_eq!(found.nights[0].sol_min, None, "blank was not");
    assert_eq!(found.ratings.len(), 1, "only the morning was rated");
    assert_eq!(found.ratings[0].rating.get(), 0, "no pain is a rating");
    assert_eq!(
        (found.doses[0].minutes, found.light[0].minutes),
        (0, 0),
        "none is an answer too"
    );
    assert_eq!(found.light.len(), 1, "a blank cell is no light record");
}

#[test]
fn a_broken_row_is_left_out_alone() {
    let good = "2026-01-01,22:25,22:40,20,2,40,07:10,10,07:20,4,4,5,25,25\n";
    for (row, column, why) in [
        ("2026-01-02,25:61,,,,,,,,,,,,", Some("bed"), Why::NotATime),
        (
            "2026-01-02,,,,,,7.10,,,,,,,",
            Some("final_wake"),
            Why::NotATime,
        ),
        (
            "2026-01-02,,,,,,,,,,11,,,",
            Some("pain_morning"),
            Why::OutOfRange,
        ),
        (
            "2026-01-02,,,,,,,,,,,-1,,",
            Some("pain_day"),
            Why::OutOfRange,
        ),
        ("2026-01-02,,,,,,,,,6,,,,", Some("quality"), Why::OutOfRange),
        (
            "2026-01-02,,,twenty,,,,,,,,,,",
            Some("sol_min"),
            Why::NotANumber,
        ),
        (
            "2026-01-02,,,20.5,,,,,,,,,,",
            Some("sol_min"),
            Why::NotWhole,
        ),
        (
            "2026-01-02,,,,,1441,,,,,,,,",
            Some("waso_min"),
            Why::OutOfRange,
        ),
        ("02.01.2026,,,,,,,,,,4,,,", Some("date"), Why::NotADate),
        ("2026-02-30,,,,,,,,,,4,,,", Some("date"), Why::NotADate),
        (
            "1066-10-14,,,,,,,,,,4,,,",
            Some("date"),
            Why::DateOutOfRange,
        ),
        ("2026-01-01,,,,,,,,,,4,,,", Some("date"), Why::DuplicateDate),
        (",,,,,,,,,,4,,,", Some("date"), Why::MissingField),
        ("2026-01-02,22:25", None, Why::FieldCount),
        ("2026-01-02,,,,,,,,,,4,,,,", None, Why::FieldCount),
        ("2026-01-02,,,,,,,,,,\"4,,,", None, Why::UnclosedQuote),
        ("2026-01-02,\0,,,,,,,,,4,,,", Some("bed"), Why::NotText),
    ] {
        let found = table(&format!("{good}{row}\n2026-01-03,,,,,,,,,,7,,,\n"));
        assert_eq!(
            skipped(&found),
            [(What::Row, column, why, 1, vec![3])],
            "why {row:?} is left out"
        );
        let dates: Vec<_> = found.dates().iter().map(ToString::to_string).collect();
        assert_eq!(
            dates,
            ["2026-01-01", "2026-01-03"],
            "the rows round {row:?} come in"
        );
    }
}

#[test]
fn a_row_that_is_not_utf8_is_left_out_alone() {
    let mut bytes =
        b"date,pain_day,notes\n2026-01-01,3,fine\n2026-01-02,4,caf\xe9\n2026-01-03,5,\n".to_vec();
    let found = read_ok(&bytes);
    let rows: Vec<_> = skipped(&found)
        .into_iter()
        .filter(|skipped| skipped.0 == What::Row)
        .collect();
    assert_eq!(
        rows,
        [(What::Row, None, Why::NotText, 1, vec![3])],
        "the row with the broken letter"
    );
    assert_eq!(found.ratings.len(), 2, "the others come in");
    bytes[0] = 0xE9;
    assert_eq!(
        read_in(chrono_tz::UTC, &[("file", &bytes)], Some(Format::WaneCsv))
            .unwrap_err()
            .code(),
        "encoding",
        "a broken row of names breaks the table"
    );
}

#[test]
fn after_a_broken_row_the_same_date_may_come_again() {
    let found = table("2026-01-01,25:61,,,,,,,,,,,,\n2026-01-01,22:00,,,,,,,,,,,,\n");
    assert_eq!(found.nights.len(), 1, "the corrected row comes in");
    assert_eq!(skipped(&found).len(), 1, "the broken one is named");
}

#[test]
fn many_broken_rows_are_counted_and_the_first_are_named() {
    let rows: String = (1..=28)
        .map(|day| format!("2026-02-{day:02},25:61,,,,,,,,,,,,\n"))
        .collect();
    let found = table(&rows);
    assert_eq!(found.skipped[0].count, 28, "all are counted");
    assert_eq!(
        found.skipped[0].lines,
        (2..22).collect::<Vec<_>>(),
        "the first twenty lines are named"
    );
}

#[test]
fn the_same_table_in_other_spellings() {
    let expected = read_ok("date,bed,pain_day,tea\n2026-01-01,22:05,3,1.5\n2026-01-02,,4,2\n");
    for other in [
        "\u{feff}date,bed,pain_day,tea\r\n2026-01-01,22:05,3,1.5\r\n2026-01-02,,4,2\r\n",
        "date,bed,pain_day,tea\r2026-01-01,22:05,3,1.5\r2026-01-02,,4,2",
        "date;bed;pain_day;tea\n2026-01-01;22:05;3;1,5\n2026-01-02;;4;2\n",
        "sep=;\ndate;bed;pain_day;tea\n2026-01-01;22:05;3;1,5\n2026-01-02;;4;2\n",
        "date\tbed\tpain_day\ttea\n2026-01-01\t22:05\t3\t1.5\n2026-01-02\t\t4\t2\n",
        "tea,pain_day,bed,date\n1.5,3,22:05,2026-01-01\n2,4,,2026-01-02\n",
        "\"date\",\"bed\",\"pain_day\",\"tea\"\n\"2026-01-01\",\"22:05\",\"3\",\"1.5\"\n\"2026-01-02\",\"\",\"4\",\"2\"\n",
        "Date, BED ,Pain_Day, tea \n2026-01-01, 22:05 ,3.0,1.5\n\n2026-01-02,,4,2\n,,,\n",
        "date,bed,pain_day,tea\n2026-01-01,'22:05,3,1.5\n2026-01-02,,4,'2\n",
        "date,bed,pain_day,tea,\n2026-01-01,22:05,3,1.5,\n2026-01-02,,4,2,\n",
    ] {
        let found = read_ok(other);
        let same = (
            &found.nights,
            &found.ratings,
            &found.factors,
            &found.skipped,
        ) == (
            &expected.nights,
            &expected.ratings,
            &expected.factors,
            &expected.skipped,
        );
        assert!(same, "{other:?} says the same, not {found:?}");
    }
}

#[test]
fn columns_of_the_persons_own_become_factors_by_what_they_hold() {
    let found = read_ok(
        "date,quality,yes no,cups,words,mixed,blank,mostly,'=odd,,cups\n\
         2026-01-01,3,1,2,good,4,,1,1,x,9\n\
         2026-01-02,3,no,0.5,5,slept,,2,,,\n\
         2026-01-03,3,,,bad day,,,3,,,\n\
         2026-01-04,3,0,1,ok,,,lots,0,,\n",
    );
    let kinds: Vec<_> = found
        .factors
        .iter()
        .map(|(name, f)| (name.as_str(), f.kind, f.values.len()))
        .collect();
    assert_eq!(
        kinds,
        [
            ("=odd", FactorKind::YesNo, 2),
            ("cups", FactorKind::Amount, 3),
            ("mixed", FactorKind::Amount, 1),
            ("mostly", FactorKind::Amount, 3),
            ("yes no", FactorKind::YesNo, 3),
        ],
        "numbers are factors, blank columns are nothing"
    );
    assert_eq!(
        found.factors["yes no"].values[&date("2026-01-02")],
        0.0,
        "a plain no is 0"
    );
    assert_eq!(
        skipped(&found),
        [
            (What::Column, None, Why::UnnamedColumn, 1, vec![]),
            (What::Column, Some("cups"), Why::RepeatedColumn, 1, vec![]),
            (What::Column, Some("words"), Why::TextColumn, 1, vec![]),
            (What::Value, Some("mixed"), Why::NotANumber, 1, vec![3]),
            (What::Value, Some("mostly"), Why::NotANumber, 1, vec![5]),
        ],
        "words are left out, each with its reason"
    );
}

#[test]
fn a_night_that_does_not_add_up_comes_in_with_a_question() {
    let found = table(
        "2026-01-01,22:00,22:10,600,1,10,06:00,0,06:10,3,,,,\n2026-01-02,22:00,22:10,10,0,30,06:00,0,06:10,3,,,,\n",
    );
    assert_eq!(found.nights.len(), 2, "both nights come in");
    assert_eq!(
        warnings(&found),
        [
            (
                "sol_plus_waso_exceed_time_available",
                1,
                vec!["2026-01-01".to_owned()]
            ),
            (
                "awake_minutes_without_awakenings",
                1,
                vec!["2026-01-02".to_owned()]
            ),
        ],
        "each with its question"
    );
}

#[test]
fn several_tables_are_one_import() {
    let files: [(&str, &[u8]); 2] = [
        (
            "b.csv",
            b"date,pain_day,tea\n2026-02-01,3,1\n2026-01-31,9,1\n",
        ),
        (
            "a.csv",
            b"date,pain_day,tea\n2026-01-30,1,0\n2026-01-31,2,2.5\n",
        ),
    ];
    let found = read_in(chrono_tz::UTC, &files, None).unwrap();
    let ratings: Vec<_> = found
        .ratings
        .iter()
        .map(|rating| rating.rating.get())
        .collect();
    assert_eq!(
        ratings,
        [1, 9, 3],
        "in order of date, and the first row of a date counts"
    );
    let tea = &found.factors["tea"];
    assert_eq!(
        (tea.kind, tea.values.len()),
        (FactorKind::YesNo, 3),
        "one factor from both, without the left-out row"
    );
    assert_eq!(
        found.skipped[0].file, "a.csv",
        "the second row of a date is named with its file"
    );
}

#[test]
fn what_is_no_table_is_refused_with_a_reason() {
    let read = |bytes: &[u8]| {
        read_in(chrono_tz::UTC, &[("file", bytes)], Some(Format::WaneCsv)).unwrap_err()
    };
    let file = || "file".to_owned();
    let missing = ReadError::MissingColumn {
        file: file(),
        column: "date",
    };
    let twice = ReadError::RepeatedColumn {
        file: file(),
        column: "bed",
    };
    for (bytes, expected) in [
        (b"".as_slice(), ReadError::Empty { file: file() }),
        (b"\n\n \n", ReadError::Empty { file: file() }),
        (b"bed,quality\n22:00,3\n", missing.clone()),
        (b"{\"a\": [1, 2]}", missing.clone()),
        (b"date,bed,Bed\n", twice),
        (
            b"\xff\xfed\0a\0t\0e\0",
            ReadError::Encoding { file: file() },
        ),
        (b"\x89PNG\r\n\x1a\n", ReadError::Encoding { file: file() }),
        (
            b"date,\"bed\n2026-01-01,22:00\n",
            ReadError::NotATable {
                file: file(),
                line: 1,
            },
        ),
    ] {
        assert_eq!(read(bytes), expected, "reading {bytes:?}");
    }
    assert_eq!(
        try_read("date,steps\n2026-01-01,3\n").unwrap_err().code(),
        "not-recognised",
        "a date alone is no diary"
    );
}

#[test]
fn seconds_are_kept() {
    let found = read_ok("date,bed\n2026-01-01,22:05:30\n");
    assert_eq!(found.nights[0].bed.unwrap().time().second(), 30, "22:05:30");
}
