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
    assert_eq!(error.code(), "malformed");
}

#[test]
fn asked_for_by_name_a_table_is_read_as_proposed() {
    let text = "start,end,asleep\n2024-05-01 23:00,2024-05-02 06:00,400\n";
    let found = read_in(Berlin, &[("t.csv", text.as_bytes())], Some(Format::Table)).unwrap();
    assert_eq!(found.sleeps[0].asleep_min, Some(400.0));
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
