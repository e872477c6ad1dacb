//! Only the owner can read the files, whatever the umask, while they are open and afterwards.

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path};

use wane_store::{DataDir, Label};

use crate::{
    child,
    common::{
        at, device,
        everything::{everything, fill_schedule},
    },
};

/// Fills a diary and a sample in `dir/new/diary`, and says the mode of every file while they are open.
pub fn child(dir: &Path) {
    let home = dir.join("new").join("diary");
    let real = DataDir::open(&home).unwrap();
    let sample = real.sample().unwrap();
    let mut open = Vec::new();
    for place in [&real, &sample] {
        let mut diary = place.diary(at(0), device()).unwrap();
        diary
            .change(Label::SAVE_ENTRY, at(0), |change| everything().put(change))
            .unwrap();
        let mut schedule = place.schedule(at(0)).unwrap();
        fill_schedule(&mut schedule).unwrap();
        open.push((diary, schedule));
    }
    say_modes(dir, &dir.join("new"));
}

fn say_modes(root: &Path, path: &Path) {
    let mode = fs::metadata(path).unwrap().permissions().mode() & 0o777;
    child::say(&format!(
        "{mode:03o} {}",
        path.strip_prefix(root).unwrap().display()
    ));
    if path.is_dir() {
        let mut entries: Vec<_> = fs::read_dir(path)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        entries.sort();
        entries.iter().for_each(|entry| say_modes(root, entry));
    }
}

fn check(umask: &str) {
    let dir = tempfile::tempdir().unwrap();
    let output = child::through_shell(&format!("umask {umask}"), "modes", dir.path())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "under umask {umask} the child must succeed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let files = [
        "",
        "/diary.db",
        "/diary.db-shm",
        "/diary.db-wal",
        "/lock",
        "/schedule.db",
        "/schedule.db-shm",
        "/schedule.db-wal",
    ];
    let mut expected = vec!["700 new".to_owned()];
    for home in ["new/diary", "new/diary/sample"] {
        expected.extend(files.iter().map(|file| {
            format!(
                "{} {home}{file}",
                if file.is_empty() { "700" } else { "600" }
            )
        }));
    }
    expected.sort_by(|a, b| a[4..].cmp(&b[4..]));
    let mut said = child::said(&output.stdout);
    said.sort_by(|a, b| a[4..].cmp(&b[4..]));
    assert_eq!(
        said, expected,
        "under umask {umask} only the owner may read, and nothing else may lie there"
    );
}

#[test]
fn files_are_private_under_an_open_umask() {
    check("000");
}

#[test]
fn files_are_private_under_the_usual_umask() {
    check("022");
}

#[test]
fn files_can_be_used_under_a_umask_that_forbids_everything() {
    check("777");
}

#[test]
fn an_empty_directory_that_was_there_is_made_private() {
    let dir = tempfile::tempdir().unwrap();
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o755)).unwrap();
    drop(DataDir::open(dir.path()).unwrap());
    assert_eq!(
        fs::metadata(dir.path()).unwrap().permissions().mode() & 0o777,
        0o700,
        "it is a diary's now"
    );
}

#[test]
fn a_directory_with_other_things_in_it_keeps_its_mode() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("letter.txt"), "dear").unwrap();
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o755)).unwrap();
    drop(DataDir::open(dir.path()).unwrap());
    assert_eq!(
        fs::metadata(dir.path()).unwrap().permissions().mode() & 0o777,
        0o755,
        "nobody asked for their folder to be locked"
    );
    let lock = fs::metadata(dir.path().join("lock"))
        .unwrap()
        .permissions()
        .mode()
        & 0o777;
    assert_eq!(lock, 0o600, "our own files in it are private all the same");
}
