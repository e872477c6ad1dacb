//! Makes the fixture of the newest schema: a diary and a schedule with something in every table.
//!
//! Run once, by the version that is about to be released, from the crate's directory:
//! `cargo run -p wane-store --example freeze_schema -- tests/fixtures/schema_1`.
//! The files are then kept for ever and never made again; a test opens a copy of them.
// A failed unwrap here only means that no fixture is made.
#![allow(clippy::unwrap_used, dead_code)]

#[path = "../tests/common/mod.rs"]
mod common;

use std::{fs, path::PathBuf};

use common::{
    at,
    everything::{everything, fill_schedule, full_night},
    open_diary, open_schedule,
};
use wane_domain::diary::Night;
use wane_store::Label;

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
    // A change that is undone, so that the fixture holds one of those too.
    diary
        .change(Label::SAVE_MORNING, at(2), |change| {
            change.put(&Night {
                nwak: Some(7),
                ..full_night(1)
            })
        })
        .unwrap();
    diary.undo(at(3)).unwrap();
    drop(diary);
    fill_schedule(&mut open_schedule(&made)).unwrap();
    fs::create_dir_all(&target).unwrap();
    for file in ["diary.db", "schedule.db"] {
        assert!(!target.join(file).exists(), "a fixture is never made twice");
        fs::copy(made.join(file), target.join(file)).unwrap();
    }
    fs::remove_dir_all(made).unwrap();
}
