//! What a recovery brings together: the backup, the damaged file, and what was saved since.

use rusqlite::Connection;
use wane_domain::diary::Note;
use wane_store::{Label, OpenError, Reason};

use crate::{
    backups::{make, note, opened, save},
    common::{
        at, device,
        everything::{Everything, everything},
        id,
    },
    restoring::dump,
    salvaging::{damaged, overwrite, root_page},
};

#[test]
fn what_was_saved_since_the_damage_is_kept_too() {
    // With the old device's name, the numbers of operations would be given twice; with another they would not.
    for name in [device(), id(998)] {
        let (home, dir, mut diary) = opened();
        make(&dir, 1);
        save(&mut diary, 500);
        drop(diary);
        let path = dir.path().join("diary.db");
        let light = root_page(&path, "light");
        overwrite(&path, [light]);
        let Err(OpenError::Damaged { moved_to }) = dir.diary(at(90), name) else {
            panic!("damage must be told");
        };
        let mut diary = dir.diary(at(91), name).unwrap();
        save(&mut diary, 600);
        // A backup of the new diary must not be taken for one of the old.
        make(&dir, 95);
        save(&mut diary, 601);
        let recovered = diary.recover(&moved_to, at(110)).unwrap();
        assert_eq!(
            recovered.before.map(|backup| backup.reason),
            Some(Reason::Restore),
            "what had been saved since was backed up"
        );
        for n in [500, 600, 601] {
            assert_eq!(
                diary.get::<Note>(id(n)).unwrap(),
                Some(note(n)),
                "note {n} is there"
            );
        }
        assert_eq!(
            diary.all::<Note>().unwrap().len(),
            everything().notes.len() + 3,
            "with all from the backup"
        );
        for expected in 0..3 {
            assert_eq!(
                diary.undo(at(120)).unwrap().map(|undone| undone.label),
                Some(Label::SAVE_ENTRY),
                "undo {expected} goes through them in their order"
            );
        }
        assert_eq!(
            Everything::read(&diary).unwrap(),
            everything(),
            "back to what the backup held"
        );
        save(&mut diary, 602);
        drop(diary);
        let conn = Connection::open(home.path().join("diary.db")).unwrap();
        let twice: i64 = conn
            .query_row(
                "SELECT count(*) FROM (SELECT 1 FROM op GROUP BY device_id, hlc, record_no, field HAVING count(*) > 1)",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(twice, 0, "no stamp was given twice");
    }
}

/// Two diaries damaged one after the other, before anybody decided about the first.
#[test]
fn what_was_damaged_twice_is_brought_back_folder_by_folder_in_any_order() {
    for newest_first in [true, false] {
        let (_home, dir, mut diary) = opened();
        make(&dir, 1);
        save(&mut diary, 500);
        drop(diary);
        let spoil = |path: &std::path::Path| {
            let light = root_page(path, "light");
            overwrite(path, [light]);
        };
        let (_, mut diary) = damaged(&dir, spoil);
        save(&mut diary, 600);
        drop(diary);
        let (_, mut diary) = damaged(&dir, spoil);
        save(&mut diary, 700);
        let mut folders = dir.damaged().unwrap();
        assert_eq!(folders.len(), 2, "both lie aside");
        if !newest_first {
            folders.reverse();
        }
        for folder in &folders {
            diary.recover(folder, at(110)).unwrap();
        }
        for n in [500, 600, 700] {
            assert_eq!(
                diary.get::<Note>(id(n)).unwrap(),
                Some(note(n)),
                "newest first {newest_first}: note {n} is there"
            );
        }
        assert_eq!(
            diary.all::<Note>().unwrap().len(),
            everything().notes.len() + 3,
            "newest first {newest_first}: each once, with all from the backup"
        );
        assert!(dir.check(at(111)).unwrap().sound, "and all is sound");
    }
}

#[test]
fn a_recovery_without_losses_is_the_diary_to_the_last_operation() {
    let (_home, dir, mut diary) = opened();
    make(&dir, 1);
    save(&mut diary, 500);
    diary.undo(at(2)).unwrap();
    diary.redo(at(3)).unwrap();
    save(&mut diary, 501);
    diary.undo(at(4)).unwrap();
    drop(diary);
    let path = dir.path().join("diary.db");
    let mut expected = dump(&path);
    // Only what follows from the rest is damaged: an index.
    let (aside, mut diary) = damaged(&dir, |path| {
        let index = root_page(path, "note_by_date");
        overwrite(path, [index]);
    });
    assert!(
        dir.look_into_damaged(&aside).unwrap().complete,
        "no row was on that page"
    );
    diary.recover(&aside, at(110)).unwrap();
    assert_eq!(
        diary.can_redo().unwrap(),
        Some(Label::SAVE_ENTRY),
        "even what was undone can be brought back"
    );
    drop(diary);
    let mut found = dump(&path);
    // The new diary's device has joined the old one's.
    for dump in [&mut expected, &mut found] {
        dump.retain(|(table, _)| table != "device");
    }
    for ((table, expected), (_, found)) in expected.iter().zip(&found) {
        assert_eq!(expected, found, "{table}");
    }
}
