//! The text against diaries of every shape the tables allow.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::{collection::vec, option, prelude::*, sample::select, strategy::ValueTree as _};
use wane_domain::{body::Region, reminder::Pause};

use crate::export::{
    reminders::PauseText,
    text::{self, Part, Unread},
};

use super::*;

/// Milliseconds of the years 0 to 9999, which is what the schema takes.
const MILLIS: std::ops::Range<i64> = -62_167_219_200_000..253_402_300_800_000;

fn name() -> impl Strategy<Value = Id> {
    (0_i64..4_000_000_000_000, any::<[u8; 10]>())
        .prop_map(|(millis, dice)| Id::new(DateTime::from_timestamp_millis(millis).unwrap(), dice))
}

/// What was read from a text.
#[derive(Debug, Default)]
struct Whole {
    settings: BTreeMap<String, String>,
    reminders: Reminders,
    records: Vec<Plain>,
    left_out: BTreeMap<LeftOut, u64>,
}

/// Reads a whole text; where it is read piece by piece is where it comes in.
fn read(text: &[u8]) -> Result<Whole, Refused> {
    let mut whole = Whole::default();
    let read = text::each(text, |part| {
        match part {
            Part::Setting(name, value) => drop(whole.settings.insert(name, value)),
            Part::Reminders(reminders) => whole.reminders = reminders,
            Part::Record(record) => whole.records.push(record),
            Part::LeftOut(why, count) => *whole.left_out.entry(why).or_default() += count,
        }
        Ok::<(), ()>(())
    });
    match read {
        Ok(()) => Ok(whole),
        Err(Unread::Refused(refused)) => Err(refused),
        Err(other) => panic!("a text in memory is there: {other:?}"),
    }
}

/// Any value of a field; every kind is named here.
fn value(kind: Kind) -> BoxedStrategy<Value> {
    let text = |text: String| Value::Text(text);
    match kind {
        Kind::Whole(low, high) => (low..=high).prop_map(Value::Whole).boxed(),
        Kind::YesNo => (0..=1_i64).prop_map(Value::Whole).boxed(),
        Kind::Number => prop_oneof![
            any::<f64>().prop_filter("numbers", |x| x.is_finite()),
            (-50..50_i32).prop_map(f64::from)
        ]
        .prop_map(Value::Number)
        .boxed(),
        Kind::Text => any::<String>().prop_map(text).boxed(),
        Kind::Date => MILLIS
            .prop_map(|millis| {
                let at = DateTime::from_timestamp_millis(millis).unwrap();
                Value::Text(at.date_naive().to_string())
            })
            .boxed(),
        Kind::Name => name().prop_map(|id| Value::Text(id.to_string())).boxed(),
        Kind::Zone => select(&TZ_VARIANTS[..])
            .prop_map(|zone: Tz| Value::Text(zone.name().to_owned()))
            .boxed(),
        Kind::Instant => MILLIS.prop_map(Value::Whole).boxed(),
        Kind::Moment => (MILLIS, select(&TZ_VARIANTS[..]))
            .prop_map(|(millis, zone)| {
                let at = DateTime::from_timestamp_millis(millis).unwrap();
                Value::Moment(Moment::new(at, zone))
            })
            .boxed(),
        Kind::Choice(codes) => select(codes)
            .prop_map(|code: &str| Value::Text(code.to_owned()))
            .boxed(),
        Kind::Steps => vec(
            select(vec!["bridge 6x", "heel-slide 50x", "calf-ease 2m"]),
            1..5,
        )
        .prop_map(|steps| Value::Text(steps.join(", ")))
        .boxed(),
        Kind::Regions => vec(select(Region::all().collect::<Vec<_>>()), 1..4)
            .prop_map(|regions| {
                let codes: Vec<&str> = regions.iter().map(|region| region.code()).collect();
                Value::Text(codes.join(" "))
            })
            .boxed(),
    }
}

fn field(column: Column) -> BoxedStrategy<Value> {
    if column.optional {
        option::of(value(column.kind))
            .prop_map(|value| value.unwrap_or(Value::Nothing))
            .boxed()
    } else {
        value(column.kind)
    }
}

fn record() -> impl Strategy<Value = Plain> {
    select(sheets()).prop_flat_map(|sheet| {
        let fields: Vec<BoxedStrategy<Value>> = sheet.columns.iter().copied().map(field).collect();
        (name(), fields).prop_map(move |(id, values)| Plain {
            table: sheet.table,
            id,
            values,
        })
    })
}

fn text_of(settings: &BTreeMap<String, String>, records: &[Plain]) -> Vec<u8> {
    text_with(settings, &Reminders::default(), records)
}

fn text_with(
    settings: &BTreeMap<String, String>,
    reminders: &Reminders,
    records: &[Plain],
) -> Vec<u8> {
    let mut text = Vec::new();
    write_from(
        settings,
        reminders,
        DateTime::UNIX_EPOCH,
        &mut text,
        |table, take| {
            let of_kind = records.iter().filter(|record| record.table == table);
            of_kind.cloned().try_for_each(take)
        },
    )
    .unwrap();
    text
}

/// Pauses of which no two are on at once; the last may have no end.
fn pauses() -> impl Strategy<Value = Vec<PauseText>> {
    let instants = proptest::collection::btree_set(MILLIS, 0..6);
    instants.prop_map(|instants| {
        let instants: Vec<_> = instants
            .into_iter()
            .map(|millis| DateTime::from_timestamp_millis(millis).unwrap())
            .collect();
        let pause = |ends: &[DateTime<Utc>]| Pause {
            from: ends[0],
            until: ends.get(1).copied(),
        };
        let pauses = instants.chunks(2).map(pause);
        pauses.map(|pause| PauseText::of(&pause)).collect()
    })
}

/// In the order of the text: kind by kind.
fn by_kind(records: &[Plain]) -> Vec<Plain> {
    sheets()
        .iter()
        .flat_map(|sheet| records.iter().filter(|record| record.table == sheet.table))
        .cloned()
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn whatever_is_written_is_read_again(
        records in vec(record(), 0..6),
        settings in proptest::collection::btree_map(any::<String>(), any::<String>(), 0..3),
        pauses in pauses(),
    ) {
        prop_assume!(records.iter().all(Plain::is_sound));
        let reminders = Reminders { pauses, ..Reminders::default() };
        let text = text_with(&settings, &reminders, &records);
        prop_assert!(looks_like(&text));
        let whole = read(&text).unwrap();
        prop_assert_eq!(whole.records, by_kind(&records));
        prop_assert_eq!(whole.settings, settings);
        prop_assert_eq!(whole.reminders, reminders);
        prop_assert!(whole.left_out.is_empty());
    }
}

#[test]
fn random_records_are_records() {
    // Otherwise the property above would hold of nothing.
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let drawn: Vec<Plain> = (0..2_000)
        .map(|_| record().new_tree(&mut runner).unwrap().current())
        .collect();
    for sheet in sheets() {
        let sound = drawn
            .iter()
            .filter(|record| record.table == sheet.table && record.is_sound())
            .count();
        assert!(sound > 20, "{} sound records of {}", sound, sheet.table);
    }
}

fn night() -> Plain {
    let sheet = sheets().into_iter().find(|s| s.table == "night").unwrap();
    let values = sheet
        .columns
        .iter()
        .map(|column| match column.name {
            "wake_date" => Value::Text("2026-03-29".to_owned()),
            "sol_min" => Value::Whole(0),
            "entered_at" => Value::Whole(0),
            "recalled" => Value::Whole(0),
            _ => Value::Nothing,
        })
        .collect();
    Plain {
        table: "night",
        id: Id::new(DateTime::UNIX_EPOCH, [1; 10]),
        values,
    }
}

#[test]
fn missing_is_absent_and_zero_is_zero() {
    let text = String::from_utf8(text_of(&BTreeMap::new(), &[night()])).unwrap();
    assert!(
        text.contains(r#""sol_min":0"#),
        "an answer of none is there"
    );
    assert!(!text.contains("waso_min"), "what was not said is not");
    let with_null = text.replace(r#""sol_min":0"#, r#""sol_min":null"#);
    let read = read(with_null.as_bytes()).unwrap();
    assert_eq!(
        read.records[0].field("sol_min"),
        Some(&Value::Nothing),
        "null says the same as absence"
    );
}

/// Reads the text of one night after a change of its letters.
fn changed(from: &str, to: &str) -> Result<Whole, Refused> {
    let text = String::from_utf8(text_of(&BTreeMap::new(), &[night()])).unwrap();
    assert!(text.contains(from), "{from} stands in the text");
    read(text.replace(from, to).as_bytes())
}

#[test]
fn what_is_no_diary_is_refused_whole() {
    assert_eq!(
        changed(r#""wane-diary""#, r#""another""#).unwrap_err(),
        Refused::NotOurs
    );
    assert_eq!(
        changed(r#""version": 1"#, r#""version": 2"#).unwrap_err(),
        Refused::Newer
    );
    let text = text_of(&BTreeMap::new(), &[night()]);
    for end in [0, 1, text.len() / 3, text.len() - 3] {
        assert!(
            matches!(read(&text[..end]), Err(Refused::NotWhole { .. })),
            "cut off after {end} bytes"
        );
    }
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(
        matches!(read(nested.as_bytes()), Err(Refused::NotWhole { .. })),
        "nesting without end"
    );
}

#[test]
fn what_cannot_be_taken_in_is_counted_and_the_rest_comes() {
    let cases = [
        (r#""sol_min":0"#, r#""sol_min":-1"#, LeftOut::NoRecord),
        (r#""sol_min":0"#, r#""sol_min":1e9"#, LeftOut::NoRecord),
        (r#""sol_min":0"#, r#""sol_min":"0""#, LeftOut::NoRecord),
        (
            r#""wake_date":"2026-03-29""#,
            r#""wake_date":"2026-02-30""#,
            LeftOut::NoRecord,
        ),
        (r#""wake_date":"2026-03-29","#, "", LeftOut::NoRecord),
        (
            r#""sol_min":0"#,
            r#""sol_min":0,"dreams":3"#,
            LeftOut::UnknownField,
        ),
        (
            r#""night": ["#,
            r#""dreams": [{}], "night": ["#,
            LeftOut::UnknownKind,
        ),
    ];
    for (from, to, why) in cases {
        let whole = changed(from, to).unwrap();
        let came = usize::from(why != LeftOut::NoRecord);
        assert_eq!(whole.records.len(), came, "{to}");
        assert_eq!(whole.left_out, BTreeMap::from([(why, 1)]), "{to}");
    }
}
