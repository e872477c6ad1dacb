//! What was not said is NULL in the file, and a whole diary comes back as it was said.

use wane_store::Label;

use crate::common::{
    at,
    everything::{Everything, empty_night, everything, full_night},
    open_diary,
};

#[test]
fn what_was_not_said_is_null_in_the_file_and_never_zero() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let night = empty_night(1);
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
    let night = full_night(1);
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
