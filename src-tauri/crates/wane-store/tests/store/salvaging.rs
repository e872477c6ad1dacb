//! After damage: the newest sound backup, completed by what the damaged file still holds. Nothing is ever deleted.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use rusqlite::Connection;
use wane_domain::diary::Note;
use wane_store::{DataDir, Diary, Label, OpenError};

use crate::{
    backups::{folder, make, note, opened, save},
    common::{
        at, device,
        everything::{Everything, everything, everything_before_schema_3},
        id,
    },
    restoring::check_tidy,
};

const PAGE: usize = 4096;

/// A fresh diary as the App makes it after damage: under a device's name of its own.
fn fresh(dir: &DataDir) -> Diary {
    dir.diary(at(100), id(998)).unwrap()
}

/// Damages the closed diary, has it moved aside, and returns the folder with the fresh diary.
pub fn damaged(dir: &DataDir, damage: impl FnOnce(&Path)) -> (PathBuf, Diary) {
    damage(&dir.path().join("diary.db"));
    let Err(OpenError::Damaged { moved_to }) = dir.diary(at(90), id(998)) else {
        panic!("damage must be told");
    };
    assert_eq!(
        dir.damaged().unwrap().first(),
        Some(&moved_to),
        "the newest damaged folder is listed first"
    );
    (moved_to, fresh(dir))
}

pub fn overwrite(path: &Path, pages: impl IntoIterator<Item = usize>) {
    let mut bytes = fs::read(path).unwrap();
    for page in pages {
        bytes[page * PAGE..(page + 1) * PAGE].fill(0xA5);
    }
    fs::write(path, bytes).unwrap();
}

fn bytes_below(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

/// The page on which a table begins.
pub fn root_page(path: &Path, table: &str) -> usize {
    let conn = Connection::open(path).unwrap();
    let root: i64 = conn
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?1",
            [table],
            |row| row.get(0),
        )
        .unwrap();
    usize::try_from(root - 1).unwrap()
}

#[test]
fn the_newest_backup_is_completed_by_what_is_newer_in_the_damaged_file() {
    let (_home, dir, mut diary) = opened();
    let backup = make(&dir, 1);
    save(&mut diary, 500);
    diary
        .change(Label::SAVE_ENTRY, at(2), |change| {
            change.set_setting("theme", Some("dusk"))
        })
        .unwrap();
    diary
        .change(Label::REMOVE, at(3), |change| {
            change.remove::<Note>(everything().notes[0].id)
        })
        .unwrap();
    let expected = Everything::read(&diary).unwrap();
    let revisions = diary.revisions(id(500)).unwrap();
    drop(diary);
    let (folder_of_damage, mut diary) = damaged(&dir, |path| {
        let light = root_page(path, "light");
        overwrite(path, [light]);
    });
    let before = (bytes_below(&folder_of_damage), bytes_below(&folder(&dir)));

    let found = dir.look_into_damaged(&folder_of_damage).unwrap();
    assert_eq!(
        found.backup.as_ref().map(|(backup, _)| &backup.name),
        Some(&backup.name),
        "the backup is found"
    );
    assert!(!found.complete, "a table is out of reach");
    assert_eq!(
        found.newer, 2,
        "a note was added since the backup, and one removed"
    );
    assert_eq!(
        Everything::read(&diary).unwrap(),
        Everything::default(),
        "looking changes nothing"
    );

    let recovered = diary.recover(&folder_of_damage, at(110)).unwrap();
    assert_eq!(
        Everything::read(&diary).unwrap(),
        expected,
        "everything is there: what was in reach, and the rest from the backup"
    );
    assert_eq!(
        diary.setting("theme").unwrap(),
        Some("dusk".into()),
        "the newest choice too"
    );
    assert_eq!(
        diary.revisions(id(500)).unwrap().len(),
        revisions.len(),
        "with the history"
    );
    assert_eq!(recovered.added, 2, "as was told before");
    assert_eq!(
        recovered.holdings.counts,
        diary.counts().unwrap(),
        "counted"
    );
    assert_eq!(
        recovered.before, None,
        "nothing had been saved since, so nothing was backed up"
    );
    assert!(
        (bytes_below(&folder_of_damage), bytes_below(&folder(&dir))) == before,
        "the damaged file and the backups are as they were, byte for byte"
    );
    check_tidy(&dir, "after recovering");
    assert_eq!(
        diary.undo(at(120)).unwrap().map(|undone| undone.label),
        Some(Label::REMOVE),
        "what was last done can be taken back"
    );
    save(&mut diary, 700);
    drop(diary);
    let diary = dir.diary(at(130), device()).unwrap();
    assert_eq!(
        diary.all::<Note>().unwrap().len(),
        everything().notes.len() + 2,
        "and the diary lives on"
    );
    assert!(dir.check(at(131)).unwrap().sound, "sound throughout");
}

#[test]
fn a_diary_without_a_backup_is_salvaged_as_far_as_it_can_be_read() {
    let (_home, dir, mut diary) = opened();
    // Enough notes for many pages.
    diary
        .change(Label::IMPORT, at(1), |change| {
            for n in 1000..2000 {
                change.put(&Note {
                    text: format!("{n}").repeat(40),
                    ..note(n)
                })?;
            }
            Ok(())
        })
        .unwrap();
    let expected = Everything::read(&diary).unwrap();
    drop(diary);
    // Every third leaf of the notes is gone; the log still tells what they held.
    let (aside, mut diary) = damaged(&dir, |path| {
        let leaves = leaves_of(path, "note");
        assert!(leaves.len() > 9, "the notes fill many pages");
        overwrite(path, leaves.into_iter().step_by(3));
    });
    let found = dir.look_into_damaged(&aside).unwrap();
    assert_eq!(found.backup, None, "there is no backup");
    let readable = found.readable.unwrap().counts["note"];
    assert!(
        (500..900).contains(&readable),
        "two thirds of the notes can be read from their own table: {readable}"
    );
    diary.recover(&aside, at(110)).unwrap();
    assert_eq!(
        Everything::read(&diary).unwrap(),
        expected,
        "and the rest from the log of changes"
    );
}

#[test]
fn without_the_log_of_changes_the_rows_are_salvaged_and_nothing_can_be_undone_by_half() {
    let (_home, dir, mut diary) = opened();
    diary
        .change(Label::IMPORT, at(1), |change| {
            for n in 1000..1400 {
                change.put(&note(n))?;
            }
            Ok(())
        })
        .unwrap();
    save(&mut diary, 500);
    let expected = Everything::read(&diary).unwrap();
    drop(diary);
    let (aside, mut diary) = damaged(&dir, |path| {
        let leaves = leaves_of(path, "op");
        assert!(leaves.len() > 6, "the log fills many pages");
        overwrite(path, leaves.into_iter().skip(1).step_by(2));
    });
    diary.recover(&aside, at(110)).unwrap();
    assert_eq!(
        Everything::read(&diary).unwrap(),
        expected,
        "every row is there"
    );
    while let Some(undone) = diary.undo(at(120)).unwrap() {
        assert_ne!(
            undone.label,
            Label::IMPORT,
            "a change of which a part was lost is not taken back"
        );
    }
    assert!(
        diary.all::<Note>().unwrap().len() >= everything().notes.len() + 400,
        "so that no half of it is"
    );
}

/// Numbers of the pages that hold rows of a table, and no other pages.
fn leaves_of(path: &Path, table: &str) -> Vec<usize> {
    let bytes = fs::read(path).unwrap();
    let mut open = vec![root_page(path, table)];
    let mut leaves = Vec::new();
    while let Some(page) = open.pop() {
        let start = page * PAGE;
        let header = if page == 0 { start + 100 } else { start };
        let number = |at: usize, length: usize| {
            bytes[at..at + length]
                .iter()
                .fold(0_usize, |n, byte| n << 8 | usize::from(*byte))
        };
        let (interior, cells) = (bytes[header] <= 5, number(header + 3, 2));
        if !interior {
            leaves.push(page);
            continue;
        }
        open.push(number(header + 8, 4) - 1);
        for cell in 0..cells {
            let at = start + number(header + 12 + 2 * cell, 2);
            open.push(number(at, 4) - 1);
        }
    }
    leaves.sort_unstable();
    leaves
}

#[test]
fn an_older_backup_is_taken_when_the_newest_is_not_sound() {
    let (_home, dir, mut diary) = opened();
    let first = make(&dir, 1);
    save(&mut diary, 500);
    let second = make(&dir, 2);
    save(&mut diary, 501);
    let third = make(&dir, 3);
    drop(diary);
    for rotten in [&second, &third] {
        overwrite(&folder(&dir).join(&rotten.name), [3, 4, 5]);
    }
    // Nothing can be read of the diary itself.
    let (aside, mut diary) = damaged(&dir, |path| overwrite(path, [0]));
    let found = dir.look_into_damaged(&aside).unwrap();
    assert_eq!(found.readable, None, "nothing is readable");
    let recovered = diary.recover(&aside, at(110)).unwrap();
    assert_eq!(
        recovered.backup.map(|backup| backup.name),
        Some(first.name),
        "the newest sound one"
    );
    assert_eq!(
        Everything::read(&diary).unwrap(),
        everything(),
        "is what is back"
    );
}

#[test]
fn a_damaged_diary_of_an_older_schema_is_salvaged_and_brought_up_to_date() {
    let home = tempfile::tempdir().unwrap();
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/schema_1/diary.db");
    fs::copy(frozen, home.path().join("diary.db")).unwrap();
    let dir = DataDir::open(home.path()).unwrap();
    let (aside, mut diary) = damaged(&dir, |path| {
        let nap = root_page(path, "nap");
        overwrite(path, [nap]);
    });
    diary.recover(&aside, at(110)).unwrap();
    assert_eq!(
        Everything::read(&diary).unwrap(),
        everything_before_schema_3(),
        "with what the log tells of the page that is lost"
    );
}

#[test]
fn a_file_whose_header_is_damaged_is_read_all_the_same() {
    let (_home, dir, mut diary) = opened();
    save(&mut diary, 500);
    let expected = Everything::read(&diary).unwrap();
    drop(diary);
    let (aside, mut diary) = damaged(&dir, |path| {
        let mut bytes = fs::read(path).unwrap();
        bytes[..24].fill(0);
        bytes[28..32].fill(0xFF);
        bytes[44..64].fill(0x77);
        fs::write(path, bytes).unwrap();
    });
    let found = dir.look_into_damaged(&aside).unwrap();
    assert!(found.complete, "nothing but the header was damaged");
    diary.recover(&aside, at(110)).unwrap();
    assert_eq!(
        Everything::read(&diary).unwrap(),
        expected,
        "and the header says nothing that is not known"
    );
}

#[test]
fn a_log_without_its_file_is_read() {
    let (_home, dir, mut diary) = opened();
    save(&mut diary, 500);
    let expected = Everything::read(&diary).unwrap();
    // Everything that was ever saved is still in the log: nothing was carried over before the file was emptied.
    let elsewhere = tempfile::tempdir().unwrap();
    for file in ["diary.db", "diary.db-wal"] {
        fs::copy(dir.path().join(file), elsewhere.path().join(file)).unwrap();
    }
    drop(diary);
    let dir = DataDir::open(elsewhere.path()).unwrap();
    let (aside, mut diary) = damaged(&dir, |path| fs::write(path, "").unwrap());
    diary.recover(&aside, at(110)).unwrap();
    assert_eq!(
        Everything::read(&diary).unwrap(),
        expected,
        "the log alone was the diary"
    );
}

#[test]
fn where_there_is_nothing_nothing_can_be_brought_back_and_nothing_is_changed() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("diary.db"), "noise".repeat(4000)).unwrap();
    let dir = DataDir::open(home.path()).unwrap();
    let (aside, mut diary) = damaged(&dir, |_| {});
    save(&mut diary, 500);
    let found = dir.look_into_damaged(&aside).unwrap();
    assert_eq!(
        (found.readable, found.backup, found.newer, found.complete),
        (None, None, 0, false),
        "nothing is readable"
    );
    assert!(
        matches!(diary.recover(&aside, at(110)), Err(OpenError::NoSuchBackup)),
        "and that is said"
    );
    assert_eq!(
        diary.all::<Note>().unwrap(),
        [note(500)],
        "the diary is as it was"
    );
    check_tidy(&dir, "after trying");
}

#[test]
fn a_folder_of_a_damaged_schedule_is_no_damaged_diary() {
    let (_home, dir, diary) = opened();
    drop(diary);
    fs::write(dir.path().join("schedule.db"), "noise".repeat(4000)).unwrap();
    assert!(
        matches!(dir.schedule(at(0)), Err(OpenError::Damaged { .. })),
        "the schedule is moved aside"
    );
    fs::create_dir(dir.path().join("damaged-by-hand")).unwrap();
    fs::write(dir.path().join("damaged-by-hand").join("diary.db"), "x").unwrap();
    assert_eq!(
        dir.damaged().unwrap(),
        Vec::<PathBuf>::new(),
        "nothing of the diary's"
    );
}

#[test]
fn a_stamp_that_has_rotted_leaves_a_sound_diary_that_goes_on() {
    // Minutes, hours, years and millennia ahead, and before all time.
    for bit in [32, 40, 48, 54, 58, 61, 62, 63] {
        let (_home, dir, mut diary) = opened();
        make(&dir, 1);
        save(&mut diary, 500);
        drop(diary);
        let (folder, mut diary) = damaged(&dir, |path| {
            let flipped = Connection::open(path)
                .unwrap()
                .execute(
                    "UPDATE op SET hlc = (hlc | ?1) - (hlc & ?1) WHERE field = 'text'
                     AND record_no = (SELECT record_no FROM record WHERE uuid = ?2)",
                    rusqlite::params![1_i64 << bit, id(500).to_string()],
                )
                .unwrap();
            assert_eq!(flipped, 1);
            let light = root_page(path, "light");
            overwrite(path, [light]);
        });
        diary.recover(&folder, at(110)).unwrap();
        assert_eq!(
            diary.get::<Note>(id(500)).unwrap(),
            Some(note(500)),
            "bit {bit}"
        );
        assert!(dir.check(at(120)).unwrap().sound, "bit {bit}");
        save(&mut diary, 501);
        save(&mut diary, 502);
        assert!(diary.undo(at(130)).unwrap().is_some(), "bit {bit}");
        assert_eq!(diary.get::<Note>(id(502)).unwrap(), None, "bit {bit}");
        assert!(dir.check(at(140)).unwrap().sound, "bit {bit}, and goes on");
    }
}
