//! The disk is full, fails, or cannot be written to: an error that says so, and nothing that was saved is lost.

use std::{fs, io::Write as _, path::Path};

use wane_domain::diary::Note;
use wane_store::{DataDir, Diary, Error, Label, OpenError};

use crate::{
    child,
    common::{at, by_hand, day, device, id, open_diary},
};

fn note(n: u16, length: usize) -> Note {
    Note {
        id: id(n),
        date: day("2026-03-29"),
        text: "n".repeat(length),
        origin: by_hand(),
    }
}

fn save(diary: &mut Diary, n: u16) -> Result<(), Error> {
    diary
        .change(Label::SAVE_ENTRY, at(0), |change| {
            change.put(&note(n, 2000))
        })
        .map(drop)
}

/// Saves until it fails; returns how many were saved, and why no more were.
fn save_until_it_fails(diary: &mut Diary, first: u16) -> (u16, Error) {
    for n in first..u16::MAX {
        if let Err(error) = save(diary, n) {
            return (n, error);
        }
    }
    panic!("a limited disk must fill up");
}

/// On a disk of a few MiB.
pub fn child_on_a_small_disk(dir: &Path) {
    // What the user will delete when they are told that the disk is full.
    fs::write(dir.join("film"), vec![0; 1 << 20]).unwrap();
    let mut diary = open_diary(dir);
    let (saved, error) = save_until_it_fails(&mut diary, 0);
    assert_eq!(error, Error::Full, "a full disk must be called full");
    assert!(saved > 10, "some must have fitted before: {saved}");
    assert_eq!(
        diary.all::<Note>().unwrap().len(),
        usize::from(saved),
        "all that was acknowledged can be read at once"
    );
    assert_eq!(
        save(&mut diary, saved),
        Err(Error::Full),
        "it stays full, and saying so does no harm"
    );

    drop(diary);
    // Not a byte is left, not even for the log's shared index, which is made anew after a restart of the machine.
    let _ = fs::remove_file(dir.join("diary.db-shm"));
    let mut filler = fs::File::create(dir.join("filler")).unwrap();
    while filler.write_all(&[0; 4096]).is_ok() {}
    while filler.write_all(&[0]).is_ok() {}
    drop(filler);
    let mut diary = open_diary(dir);
    assert_eq!(
        diary.all::<Note>().unwrap().len(),
        usize::from(saved),
        "a diary can be opened and read on a disk without any room"
    );
    assert_eq!(
        save(&mut diary, saved),
        Err(Error::Full),
        "though nothing can be saved there"
    );

    fs::remove_file(dir.join("film")).unwrap();
    let fits = Note {
        text: String::new(),
        ..note(saved, 0)
    };
    diary
        .change(Label::SAVE_ENTRY, at(0), |change| change.put(&fits))
        .expect("with room there is saving again");
    assert_eq!(
        diary.all::<Note>().unwrap().len(),
        usize::from(saved) + 1,
        "and all is there"
    );
    child::say("passed");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_loses_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let mount = "mount -t tmpfs -o size=4m none \"$WANE_STORE_CHILD_DIR\"";
    let output = child::among_own_mounts(mount, "full", dir.path())
        .output()
        .unwrap();
    assert_eq!(
        child::said(&output.stdout),
        ["passed"],
        "the child says why not: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_too_full_for_a_new_diary_is_called_full() {
    let dir = tempfile::tempdir().unwrap();
    let mount = "mount -t tmpfs -o size=16k,nr_inodes=2 none \"$WANE_STORE_CHILD_DIR\"; : > \"$WANE_STORE_CHILD_DIR/last\"";
    let output = child::among_own_mounts(mount, "open-only", dir.path())
        .output()
        .unwrap();
    assert_eq!(
        child::said(&output.stdout),
        ["Some(Full)"],
        "there is no room for even the lock"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_directory_that_cannot_be_written_to_is_called_read_only() {
    let dir = tempfile::tempdir().unwrap();
    drop(open_diary(dir.path()));
    let mount = "d=\"$WANE_STORE_CHILD_DIR\"; mount --bind \"$d\" \"$d\" && mount -o remount,ro,bind \"$d\"";
    let output = child::among_own_mounts(mount, "open-only", dir.path())
        .output()
        .unwrap();
    assert_eq!(
        child::said(&output.stdout),
        ["Some(ReadOnly)"],
        "it must not be called anything worse"
    );
}

/// With a limit on the size of files, past which every write fails as on a failing disk.
pub fn child_with_a_file_limit(dir: &Path) {
    let mut diary = open_diary(dir);
    let before = diary.all::<Note>().unwrap().len();
    let (saved, error) = save_until_it_fails(&mut diary, u16::try_from(before).unwrap());
    assert!(
        matches!(error, Error::Io { .. }),
        "a failing write is no full disk: {error:?}"
    );
    assert_eq!(
        diary.all::<Note>().unwrap().len(),
        usize::from(saved),
        "the file was opened afresh, and all that was acknowledged is there"
    );
    child::say(&saved.to_string());
}

#[test]
fn after_a_failed_write_the_diary_is_opened_afresh_and_nothing_acknowledged_is_lost() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    save(&mut diary, 0).unwrap();
    drop(diary);
    // The signal that tells of the limit is ignored, so that the write itself fails. Blocks are of 512 bytes.
    let output = child::through_shell("trap '' XFSZ; ulimit -f 2000", "limited", dir.path())
        .output()
        .unwrap();
    let said = child::said(&output.stdout);
    let saved: usize = said
        .first()
        .and_then(|text| text.parse().ok())
        .unwrap_or_else(|| {
            panic!(
                "the child says why not: {}",
                String::from_utf8_lossy(&output.stderr)
            );
        });
    assert!(
        saved > 5,
        "some must have been saved before the limit: {saved}"
    );
    let mut diary = open_diary(dir.path());
    assert_eq!(
        diary.all::<Note>().unwrap().len(),
        saved,
        "nothing acknowledged is lost, and nothing refused has crept in"
    );
    save(&mut diary, u16::MAX).expect("on a sound disk there is saving again");
}

/// The same, while somebody moves the diary's files elsewhere.
pub fn child_whose_files_are_moved(dir: &Path) {
    let (here, there) = (dir.join("here"), dir.join("there"));
    let mut diary = open_diary(&here);
    save(&mut diary, 0).unwrap();
    fs::create_dir(&there).unwrap();
    for file in ["diary.db", "diary.db-wal"] {
        fs::rename(here.join(file), there.join(file)).unwrap();
    }
    let (saved, error) = save_until_it_fails(&mut diary, 1);
    assert!(
        matches!(error, Error::Io { .. }),
        "a failing write is no full disk: {error:?}"
    );
    let stopped = Error::Stopped;
    assert_eq!(
        diary.all::<Note>().unwrap_err(),
        stopped,
        "a file that cannot be opened afresh is not read from memory"
    );
    assert_eq!(
        save(&mut diary, saved).unwrap_err(),
        stopped,
        "nor written to"
    );
    assert_eq!(
        diary.undo(at(1)).unwrap_err(),
        stopped,
        "nor is anything undone"
    );
    assert!(
        !here.join("diary.db").exists(),
        "and no empty diary is made in its place"
    );
    child::say(&saved.to_string());
}

#[test]
fn after_a_failed_write_a_diary_that_cannot_be_opened_afresh_stops() {
    let dir = tempfile::tempdir().unwrap();
    let output = child::through_shell("trap '' XFSZ; ulimit -f 2000", "moved", dir.path())
        .output()
        .unwrap();
    let said = child::said(&output.stdout);
    let saved: usize = said
        .first()
        .and_then(|text| text.parse().ok())
        .unwrap_or_else(|| {
            panic!(
                "the child says why not: {}",
                String::from_utf8_lossy(&output.stderr)
            );
        });
    let diary = open_diary(&dir.path().join("there"));
    assert_eq!(
        diary.all::<Note>().unwrap().len(),
        saved,
        "where it lies now, all that was acknowledged is there"
    );
}

#[test]
fn a_directory_that_cannot_be_made_is_an_error_that_names_no_content() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "mine").unwrap();
    for place in [file.join("diary"), file.clone()] {
        let error = DataDir::open(&place).unwrap_err();
        assert!(
            matches!(error, OpenError::Io { .. }),
            "a file is no directory: {error:?}"
        );
    }
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        "mine",
        "and the file is left alone"
    );
}

#[test]
fn the_device_name_counts_only_for_a_new_diary() {
    let dir = tempfile::tempdir().unwrap();
    drop(open_diary(dir.path()));
    drop(
        DataDir::open(dir.path())
            .unwrap()
            .diary(at(1), id(5))
            .unwrap(),
    );
    let raw = rusqlite::Connection::open(dir.path().join("diary.db")).unwrap();
    let names: Vec<String> = raw
        .prepare("SELECT uuid FROM device")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(
        names,
        [device().to_string()],
        "an installation keeps its first name"
    );
}
