//! What the writer writes, the reader reads back; and no spreadsheet takes it for a formula.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};
use common::{date, read_in};
use proptest::prelude::*;
use wane_domain::{
    diary::Occasion,
    scale::{Quality, Rating},
};
use wane_exchange::{Format, Found, Row, write_wane_csv};

fn maybe<T: std::fmt::Debug + Clone + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Option<T>> {
    prop::option::weighted(0.7, value).boxed()
}

fn clock() -> BoxedStrategy<Option<NaiveTime>> {
    maybe(
        (0..1440u32, prop_oneof![Just(0u32), 0..60u32]).prop_map(|(minute, second)| {
            NaiveTime::from_num_seconds_from_midnight_opt(minute * 60 + second, 0).unwrap()
        }),
    )
}

fn row(factors: usize) -> impl Strategy<Value = Row> {
    let day = (0..100_000i64).prop_map(|days| date("1900-01-01") + chrono::Duration::days(days));
    let minutes = || maybe(0..=1440u16);
    let amount = maybe(prop_oneof![Just(0.0), Just(1.0), -1e15..1e15, -10.0..10.0]);
    (
        (
            day,
            clock(),
            clock(),
            minutes(),
            maybe(0..=999u16),
            minutes(),
            clock(),
            minutes(),
            clock(),
        ),
        (
            maybe(1..=5u8),
            maybe(0..=10u8),
            maybe(0..=10u8),
            minutes(),
            minutes(),
        ),
        prop::collection::vec(amount, factors),
    )
        .prop_map(|(night, day, factors)| Row {
            date: night.0,
            bed: night.1,
            lights_out: night.2,
            sol_min: night.3,
            nawk: night.4,
            waso_min: night.5,
            final_wake: night.6,
            tasafa_min: night.7,
            out_of_bed: night.8,
            quality: day.0.map(|value| Quality::new(value).unwrap()),
            pain_morning: day.1.map(|value| Rating::new(value).unwrap()),
            pain_day: day.2.map(|value| Rating::new(value).unwrap()),
            movement_min: day.3,
            outdoor_light_min: day.4,
            factors,
        })
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ]{1,12}",
        "[=+@\\-\t\r＝＋－＠'\"]{1,2}[a-z,;\"'\n ]{0,6}",
        prop::sample::select(vec![
            "date",
            "Bed",
            " quality ",
            "'date",
            "sep=;",
            "1",
            "yes",
            ""
        ])
        .prop_map(str::to_owned),
        "[^\0]{0,8}",
    ]
}

fn table() -> impl Strategy<Value = (Vec<Row>, Vec<String>)> {
    prop::collection::btree_set(name(), 0..5).prop_flat_map(|names| {
        let names: Vec<String> = names.into_iter().collect();
        (prop::collection::vec(row(names.len()), 0..12), Just(names))
    })
}

/// The rows a found table stands for; days without an answer are gone.
fn rows_of(found: &Found, names: &[String]) -> BTreeMap<NaiveDate, Row> {
    let mut rows: BTreeMap<NaiveDate, Row> = BTreeMap::new();
    let blank = |day: NaiveDate| Row {
        factors: vec![None; names.len()],
        ..Row::blank(day)
    };
    for night in &found.nights {
        let row = rows
            .entry(night.wake_date)
            .or_insert_with(|| blank(night.wake_date));
        row.bed = night.bed.map(|moment| moment.time());
        row.lights_out = night.lights_out.map(|moment| moment.time());
        row.sol_min = night.sol_min;
        row.nawk = night.nwak;
        row.waso_min = night.waso_min;
        row.final_wake = night.final_wake.map(|moment| moment.time());
        row.tasafa_min = night.tasafa_min;
        row.out_of_bed = night.out_of_bed.map(|moment| moment.time());
        row.quality = night.quality;
    }
    for rating in &found.ratings {
        let row = rows
            .entry(rating.date)
            .or_insert_with(|| blank(rating.date));
        match rating.occasion {
            Occasion::Morning => row.pain_morning = Some(rating.rating),
            _ => row.pain_day = Some(rating.rating),
        }
    }
    for dose in &found.doses {
        rows.entry(dose.date)
            .or_insert_with(|| blank(dose.date))
            .movement_min = Some(dose.minutes);
    }
    for light in &found.light {
        rows.entry(light.date)
            .or_insert_with(|| blank(light.date))
            .outdoor_light_min = Some(light.minutes);
    }
    for (index, name) in names.iter().enumerate() {
        for (day, value) in found
            .factors
            .get(name)
            .map(|factor| &factor.values)
            .into_iter()
            .flatten()
        {
            rows.entry(*day).or_insert_with(|| blank(*day)).factors[index] = Some(*value);
        }
    }
    rows
}

fn cells(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    reader
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

proptest! {
    #[test]
    fn a_written_table_reads_back((rows, names) in table()) {
        let text = write_wane_csv(&rows, &names);
        let found = read_in(chrono_tz::UTC, &[("f", text.as_bytes())], Some(Format::WaneCsv)).unwrap();
        let mut expected = BTreeMap::new();
        for row in &rows {
            // The first row of a date counts, and a row without answers says nothing.
            expected.entry(row.date).or_insert_with(|| row.clone());
        }
        expected.retain(|day, row| *row != Row { factors: vec![None; names.len()], ..Row::blank(*day) });
        prop_assert_eq!(rows_of(&found, &names), expected, "from {}", text);
        let twice = rows.len() - rows.iter().map(|row| row.date).collect::<BTreeSet<_>>().len();
        prop_assert_eq!(found.skipped.iter().map(|s| s.count).sum::<u64>(), twice as u64, "nothing else is left out");
    }

    #[test]
    fn another_reader_of_csv_sees_the_same_cells_and_no_formula((rows, names) in table()) {
        let table = cells(&write_wane_csv(&rows, &names));
        prop_assert_eq!(table.len(), rows.len() + 1, "one line of names and one per row");
        for row in &table {
            prop_assert_eq!(row.len(), 14 + names.len(), "as many cells as columns");
            for cell in row {
                let number = cell.parse::<f64>().is_ok();
                let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
                prop_assert!(number || !formula, "{:?} would be a formula", cell);
            }
        }
        for (cell, name) in table[0][14..].iter().zip(&names) {
            prop_assert!(cell == name || *cell == format!("'{name}"), "{:?} names {:?}", cell, name);
        }
    }
}

#[test]
fn the_table_is_written_as_the_format_says() {
    let row = Row {
        bed: "23:05:00".parse().ok(),
        waso_min: Some(0),
        pain_morning: Rating::new(4).ok(),
        factors: vec![Some(1.0), Some(-0.5)],
        ..Row::blank(date("2026-03-29"))
    };
    let names = ["tea".to_owned(), "=sum(a1)".to_owned()];
    assert_eq!(
        write_wane_csv(&[row, Row::blank(date("2026-03-30"))], &names),
        "date,bed,lights_out,sol_min,nawk,waso_min,final_wake,tasafa_min,out_of_bed,quality,pain_morning,pain_day,\
         movement_min,outdoor_light_min,tea,'=sum(a1)\n\
         2026-03-29,23:05,,,,0,,,,,4,,,,1,-0.5\n\
         2026-03-30,,,,,,,,,,,,,,,\n",
        "blank is missing, 0 is 0, a name that looks like a formula stands behind an apostrophe"
    );
}

#[test]
fn a_value_that_is_no_number_is_left_blank() {
    let row = Row {
        factors: vec![Some(f64::NAN)],
        ..Row::blank(date("2026-03-29"))
    };
    let text = write_wane_csv(&[row], &["tea".to_owned()]);
    assert!(
        text.ends_with("2026-03-29,,,,,,,,,,,,,,\n"),
        "no NaN in a file for other programs: {text}"
    );
}
