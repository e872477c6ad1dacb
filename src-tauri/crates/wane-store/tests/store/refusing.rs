//! What the schema refuses, it refuses by the name of a rule, and nothing is left of it.

use wane_domain::diary::{FactorValue, Night, Occasion, PainRating};
use wane_store::{Error, Label};

use crate::common::{
    at, by_hand, day,
    everything::{empty_night, full_night, rating},
    id, imported, open_diary,
};

/// Content the schema refuses must be refused by name, and leave no trace.
fn check_refused<R: wane_store::Record>(record: &R, rule: &str) {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let outcome = diary.change(Label::SAVE_ENTRY, at(0), |change| {
        change.put(&full_night(900))?;
        change.put(record)
    });
    let Err(Error::Refused { rule: told }) = outcome else {
        panic!("{rule} must be refused")
    };
    assert!(told.contains(rule), "the rule must be named: {told}");
    assert_eq!(
        diary.all::<Night>().unwrap(),
        [],
        "the rest of the change is dropped with it"
    );
}

#[test]
fn what_breaks_a_rule_of_the_schema_is_refused() {
    let nothing = FactorValue {
        id: id(1),
        factor: id(60),
        date: day("2026-03-29"),
        value: f64::NAN,
        origin: by_hand(),
    };
    check_refused(&nothing, "factor_value.value");
    check_refused(
        &FactorValue {
            value: f64::INFINITY,
            ..nothing.clone()
        },
        "abs(value)",
    );
    check_refused(
        &FactorValue {
            value: 1.0,
            ..nothing
        },
        "FOREIGN KEY",
    );
    check_refused(
        &PainRating {
            pain: Some(id(77)),
            ..rating(1, "2026-03-29", Occasion::Morning, 3)
        },
        "FOREIGN KEY",
    );
    let far = chrono::NaiveDate::from_ymd_opt(12026, 3, 29).unwrap();
    check_refused(
        &Night {
            wake_date: far,
            ..empty_night(1)
        },
        "date(wake_date)",
    );
    check_refused(
        &Night {
            bed: Some(wane_domain::Moment::new(
                chrono::DateTime::<chrono::Utc>::MAX_UTC,
                chrono_tz::UTC,
            )),
            ..empty_night(1)
        },
        "bed_utc",
    );
}

#[test]
fn a_record_that_is_refused_can_be_left_out_of_the_change() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let far = Night {
        wake_date: chrono::NaiveDate::from_ymd_opt(12026, 3, 29).unwrap(),
        ..empty_night(1)
    };
    let saved = diary
        .change(Label::IMPORT, at(0), |change| {
            let left_out = [far, full_night(2)]
                .iter()
                .filter(|night| change.put(*night).is_err())
                .count();
            Ok(left_out)
        })
        .unwrap();
    assert_eq!(saved.value, 1, "one was refused");
    assert_eq!(
        diary.all::<Night>().unwrap(),
        [full_night(2)],
        "the other was saved"
    );
    assert_eq!(
        diary.revisions(id(1)).unwrap(),
        [],
        "the refused one has no history"
    );
}

#[test]
fn an_import_recognises_its_records_and_cannot_bring_one_twice() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let night = |n| Night {
        origin: imported("wane-csv", "2026-03-29"),
        ..full_night(n)
    };
    diary
        .change(Label::IMPORT, at(0), |change| change.put(&night(1)))
        .unwrap();
    let twice = diary.change(Label::IMPORT, at(1), |change| change.put(&night(2)));
    assert!(
        matches!(twice, Err(Error::Refused { .. })),
        "two nights of one source cannot have one key: {twice:?}"
    );
    assert_eq!(
        diary
            .find_by_source_key::<Night>("wane-csv", "2026-03-29")
            .unwrap(),
        Some(night(1)),
        "the first is found by its key"
    );
    assert_eq!(
        diary
            .find_by_source_key::<Night>("wane-csv", "2026-03-30")
            .unwrap(),
        None,
        "another key is another night"
    );
    assert_eq!(
        diary
            .find_by_source_key::<Night>("fitbit-takeout", "2026-03-29")
            .unwrap(),
        None,
        "so is another source"
    );
    let known = diary.by_source_key::<Night>("wane-csv").unwrap();
    assert_eq!(
        known.into_iter().collect::<Vec<_>>(),
        [("2026-03-29".to_owned(), night(1))],
        "all keys of a source at once"
    );
    diary
        .change(Label::REMOVE, at(2), |change| change.remove::<Night>(id(1)))
        .unwrap();
    diary
        .change(Label::IMPORT, at(3), |change| change.put(&night(2)))
        .expect("a removed record gives its key free");
    assert_eq!(
        diary
            .find_by_source_key::<Night>("wane-csv", "2026-03-29")
            .unwrap(),
        Some(night(2)),
        "the living one is found"
    );
}

#[test]
fn a_label_of_another_form_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    for label in [
        "",
        "Saved my morning",
        "überschrift",
        "a-label-that-is-longer-than-forty-characters",
    ] {
        let outcome = diary.change(Label::new(label), at(0), |change| {
            change.put(&full_night(1))
        });
        assert!(
            matches!(outcome, Err(Error::Refused { .. })),
            "a label is a short code, not a sentence: {label:?}"
        );
    }
    diary
        .change(Label::new("log-light-2"), at(0), |change| {
            change.put(&full_night(1))
        })
        .expect("letters, digits and hyphens are");
}
