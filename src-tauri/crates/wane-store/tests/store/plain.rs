//! Records of every kind in one shape.

use wane_domain::diary::Night;
use wane_store::{Error, Label, Plain, Value, sheets};

use crate::common::{
    at, dir_in_memory,
    everything::{Everything, everything, full_night},
    id, open_diary,
};

/// Every record of the diary, kind by kind.
fn all(diary: &wane_store::Diary) -> Vec<Plain> {
    let mut records = Vec::new();
    for sheet in sheets() {
        diary
            .each_plain(sheet.table, |record| -> Result<(), Error> {
                records.push(record);
                Ok(())
            })
            .unwrap();
    }
    records
}

#[test]
fn a_diary_copied_record_by_record_holds_the_same() {
    let (from, to) = (dir_in_memory(), dir_in_memory());
    let mut first = open_diary(from.path());
    first
        .change(Label::IMPORT, at(0), |change| everything().put(change))
        .unwrap();
    let records = all(&first);
    let kinds = sheets().len();
    assert!(
        records.len() >= kinds,
        "{} records of {kinds} kinds",
        records.len()
    );
    let mut second = open_diary(to.path());
    second
        .change(Label::IMPORT, at(0), |change| {
            // The other way round, so that what others refer to comes last.
            records
                .iter()
                .rev()
                .try_for_each(|record| change.put_plain(record).map(drop))
        })
        .unwrap();
    assert_eq!(Everything::read(&second).unwrap(), everything());
    assert_eq!(all(&second), records);
}

#[test]
fn what_makes_no_record_is_refused_and_the_rest_of_the_change_goes_on() {
    let dir = dir_in_memory();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::IMPORT, at(0), |change| change.put(&full_night(1)))
        .unwrap();
    let night = diary.plain("night", id(1)).unwrap().unwrap();
    assert_eq!(night.as_record::<Night>(), Some(full_night(1)));
    let with = |at: usize, value: Value| {
        let mut spoilt = night.clone();
        spoilt.values[at] = value;
        spoilt
    };
    let mut short = night.clone();
    short.values.pop();
    let spoilt = [
        with(0, Value::Nothing),
        with(0, Value::Text("2026-02-30".into())),
        with(1, Value::Whole(3)),
        short,
    ];
    diary
        .change(Label::IMPORT, at(1), |change| {
            for record in &spoilt {
                assert!(!record.is_sound(), "{record:?}");
                assert!(matches!(
                    change.put_plain(record),
                    Err(Error::Refused { .. })
                ));
            }
            change.put(&full_night(2))
        })
        .unwrap();
    assert_eq!(diary.all::<Night>().unwrap().len(), 2);
}
