//! Makes the fixture of the newest schema: a diary and a schedule with something in every table.
//!
//! Run once, by the version that is about to be released, from the crate's directory:
//! `cargo run -p wane-store --example freeze_schema -- tests/fixtures/schema_N`.
//! The files are then kept for ever and never made again; a test opens a copy of them.
// A failed unwrap here only means that no fixture is made.
#![allow(clippy::unwrap_used, dead_code)]

#[path = "../tests/common/mod.rs"]
mod common;

use std::{fs, path::PathBuf};

use common::{
    at,
    everything::{everything, fill_schedule, full_night},
    id, open_diary, open_schedule, removed_note,
};
use wane_domain::diary::{Night, Note};
use wane_store::{ImportBatch, Label};

fn main() {
    let target = PathBuf::from(std::env::args().nth(1).expect("the directory to make"));
    let made = std::env::temp_dir().join(format!("wane-freeze-{}", std::process::id()));
    let mut diary = open_diary(&made);
    diary
        .change(Label::IMPORT, at(0), |change| everything().put(change))
        .unwrap();
    diary
        .change(Label::SETTINGS, at(1), |change| {
            change.set_setting("theme", Some("dusk"))
        })
        .unwrap();
    // Since schema 2: something in the trash, and an import that was taken back.
    diary
        .change(Label::IMPORT, at(1), |change| {
            change.put(&ImportBatch {
                id: id(201),
                ..everything().import_batches[0].clone()
            })?;
            change.put(&Note {
                id: id(202),
                ..removed_note()
            })
        })
        .unwrap();
    diary
        .take_back_change_of(id(201), Label::new("import-undo"), at(2))
        .unwrap();
    diary
        .change(Label::SAVE_ENTRY, at(4), |change| {
            change.put(&removed_note())
        })
        .unwrap();
    diary
        .change(Label::REMOVE, at(5), |change| {
            change.remove::<Note>(removed_note().id)
        })
        .unwrap();
    // Since schema 3 `everything` has somebody awake in the night.
    // A change that is undone, so that the fixture holds one of those too.
    diary
        .change(Label::SAVE_MORNING, at(6), |change| {
            change.put(&Night {
                nwak: Some(7),
                ..full_night(1)
            })
        })
        .unwrap();
    diary.undo(at(7)).unwrap();
    drop(diary);
    fill_schedule(&mut open_schedule(&made)).unwrap();
    fs::create_dir_all(&target).unwrap();
    for file in ["diary.db", "schedule.db"] {
        assert!(!target.join(file).exists(), "a fixture is never made twice");
        fs::copy(made.join(file), target.join(file)).unwrap();
    }
    fs::remove_dir_all(made).unwrap();
}
