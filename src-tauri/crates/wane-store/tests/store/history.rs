//! What a record looked like over time.

use wane_domain::diary::{Night, Note};
use wane_store::{Cause, Label, Value};

use crate::common::{
    at, by_hand, day,
    everything::{empty_night, full_night},
    id, open_diary,
};

#[test]
fn the_history_tells_every_step_of_a_record() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let note = |text: &str| Note {
        id: id(1),
        date: day("2026-03-29"),
        text: text.into(),
        origin: by_hand(),
    };
    diary
        .change(Label::SAVE_EVENING, at(0), |change| {
            change.put(&note("one"))
        })
        .unwrap();
    diary
        .change(Label::SAVE_ENTRY, at(1), |change| change.put(&note("two")))
        .unwrap();
    diary.undo(at(2)).unwrap();
    diary.redo(at(3)).unwrap();
    diary
        .change(Label::REMOVE, at(4), |change| change.remove::<Note>(id(1)))
        .unwrap();
    let text = |text: &str| Value::Text(text.into());
    let history = diary.revisions(id(1)).unwrap();
    let told: Vec<_> = history
        .iter()
        .map(|r| {
            (
                r.at,
                r.label.code(),
                r.cause,
                r.field,
                r.old.clone(),
                r.new.clone(),
            )
        })
        .collect();
    let made = "save-evening";
    assert_eq!(
        told,
        [
            (
                at(0),
                made,
                Cause::Edit,
                "alive",
                Value::Nothing,
                Value::Whole(1)
            ),
            (
                at(0),
                made,
                Cause::Edit,
                "date",
                Value::Nothing,
                text("2026-03-29")
            ),
            (
                at(0),
                made,
                Cause::Edit,
                "text",
                Value::Nothing,
                text("one")
            ),
            (
                at(0),
                made,
                Cause::Edit,
                "entered_at",
                Value::Nothing,
                Value::Whole(at(0).timestamp_millis())
            ),
            (
                at(0),
                made,
                Cause::Edit,
                "recalled",
                Value::Nothing,
                Value::Whole(0)
            ),
            (
                at(1),
                "save-entry",
                Cause::Edit,
                "text",
                text("one"),
                text("two")
            ),
            (
                at(2),
                "save-entry",
                Cause::Undo,
                "text",
                text("two"),
                text("one")
            ),
            (
                at(3),
                "save-entry",
                Cause::Redo,
                "text",
                text("one"),
                text("two")
            ),
            (
                at(4),
                "remove",
                Cause::Edit,
                "alive",
                Value::Whole(1),
                Value::Whole(0)
            ),
        ],
        "the history is complete and in order"
    );
    assert!(
        history
            .iter()
            .all(|r| r.table == "note" && r.record == id(1)),
        "and it is the history of that record"
    );
}

#[test]
fn moments_in_the_history_keep_their_zone_and_their_milliseconds() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let mut bed = full_night(1).bed.unwrap();
    bed.instant += chrono::Duration::milliseconds(123);
    let night = Night {
        bed: Some(bed),
        ..full_night(1)
    };
    diary
        .change(Label::SAVE_MORNING, at(0), |change| change.put(&night))
        .unwrap();
    diary
        .change(Label::SAVE_MORNING, at(1), |change| {
            change.put(&full_night(1))
        })
        .unwrap();
    let history = diary.revisions(id(1)).unwrap();
    let told: Vec<_> = history
        .into_iter()
        .filter(|r| r.field == "bed")
        .map(|r| r.new)
        .collect();
    let expected = [
        Value::Moment(bed),
        Value::Moment(full_night(1).bed.unwrap()),
    ];
    assert_eq!(
        told, expected,
        "each reading, in the zone in which it was made"
    );
    diary.undo(at(2)).unwrap();
    assert_eq!(
        diary.get(id(1)).unwrap(),
        Some(night),
        "and undo brings back exactly what was said"
    );
}

#[test]
fn the_history_of_a_date_has_what_was_removed_and_what_was_moved_away() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::SAVE_MORNING, at(0), |change| {
            change.put(&full_night(1))?;
            change.put(&full_night(2))?;
            change.put(&empty_night(3))
        })
        .unwrap();
    diary
        .change(Label::REMOVE, at(1), |change| change.remove::<Night>(id(1)))
        .unwrap();
    diary
        .change(Label::SAVE_MORNING, at(2), |change| {
            change.put(&Night {
                wake_date: day("2026-04-01"),
                ..full_night(2)
            })
        })
        .unwrap();
    let on = |date| {
        let mut records: Vec<_> = diary
            .revisions_on(day(date))
            .unwrap()
            .into_iter()
            .map(|r| r.record)
            .collect();
        records.dedup();
        records.sort();
        records.dedup();
        records
    };
    assert_eq!(on("2026-03-29"), [id(1), id(2)], "both have been there");
    assert_eq!(on("2026-04-01"), [id(2)], "one is here now");
    assert_eq!(
        on("2026-03-30"),
        [id(3)],
        "the third belongs to another day"
    );
    assert_eq!(on("2026-05-01"), [], "nothing ever happened then");
}
