//! Where a diary may lie and where it is refused before a byte is changed.

use std::{collections::BTreeMap, fs, path::Path};

use wane_store::{DataDir, OpenError};

use crate::{
    common::{at, device, open_diary},
    open::{filled, snapshot},
};

/// Opening must be refused as being carried by that service, with nothing made or changed.
fn check_synced(home: &Path, folder: &str, service: &str) {
    let place = home.join(folder);
    let before = snapshot(home);
    match DataDir::open(&place) {
        Err(OpenError::SyncedFolder {
            folder: told,
            service: named,
        }) => {
            assert_eq!(told, place, "the folder is named");
            assert_eq!(named, service, "{folder}: and so is the program");
        }
        other => panic!("{folder} must be refused: {other:?}"),
    }
    assert!(
        snapshot(home) == before,
        "{folder}: nothing may come, go or change"
    );
}

#[test]
fn a_folder_that_a_sync_program_carries_is_refused_by_its_name() {
    let home = tempfile::tempdir().unwrap();
    for (folder, service) in [
        ("Dropbox/wane", "Dropbox"),
        ("Dropbox (Personal)/a/b/wane", "Dropbox"),
        ("OneDrive/wane", "OneDrive"),
        ("OneDrive - Clinic/wane", "OneDrive"),
        (
            "Library/Mobile Documents/com~apple~CloudDocs/wane",
            "iCloud Drive",
        ),
        ("Google Drive/wane", "Google Drive"),
        ("NEXTCLOUD/wane", "Nextcloud"),
        ("pCloudDrive", "pCloud"),
    ] {
        check_synced(home.path(), folder, service);
    }
}

#[test]
fn a_folder_that_a_sync_program_carries_is_refused_by_what_lies_in_it() {
    for (marker, service) in [
        (".stfolder", "Syncthing"),
        (".dropbox", "Dropbox"),
        (".nextcloudsync.log", "Nextcloud"),
        (".tmp.driveupload", "Google Drive"),
    ] {
        let home = tempfile::tempdir().unwrap();
        let shared = home.path().join("shared");
        fs::create_dir(&shared).unwrap();
        fs::write(shared.join(marker), "").unwrap();
        check_synced(home.path(), "shared/deep/wane", service);
        check_synced(home.path(), "shared", service);
    }
}

#[test]
fn a_diary_that_lies_in_such_a_folder_already_is_refused_unchanged() {
    let home = filled();
    fs::create_dir(home.path().join(".stfolder")).unwrap();
    check_synced(home.path(), "", "Syncthing");
    check_synced(home.path(), "sample", "Syncthing");
    fs::remove_dir(home.path().join(".stfolder")).unwrap();
    assert!(
        DataDir::open(home.path()).is_ok(),
        "once it is not carried any more it opens"
    );
}

#[cfg(unix)]
#[test]
fn a_link_into_such_a_folder_is_followed() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir_all(home.path().join("Dropbox").join("documents")).unwrap();
    std::os::unix::fs::symlink(
        home.path().join("Dropbox").join("documents"),
        home.path().join("documents"),
    )
    .unwrap();
    check_synced(home.path(), "documents/wane", "Dropbox");
}

#[test]
fn what_only_looks_like_such_a_folder_is_none() {
    let home = tempfile::tempdir().unwrap();
    // Dropbox keeps a folder of that name in the home directory, which it does not carry.
    fs::create_dir(home.path().join(".dropbox")).unwrap();
    fs::write(home.path().join("Dropbox.txt"), "").unwrap();
    for folder in [
        "wane",
        "dropboxes/wane",
        "my onedrive/wane",
        "syncthing/wane",
    ] {
        drop(open_diary(&home.path().join(folder)));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_ordinary_disk_and_one_in_memory_are_taken() {
    let memory = Path::new("/dev/shm");
    let places = [
        Some(std::env::temp_dir()),
        memory.is_dir().then(|| memory.to_owned()),
    ];
    for place in places.into_iter().flatten() {
        let home = tempfile::tempdir_in(place).unwrap();
        drop(open_diary(home.path()));
    }
}

#[test]
fn the_sentences_of_a_refusal_name_the_reason() {
    let synced = OpenError::SyncedFolder {
        folder: "/home/anna/Dropbox".into(),
        service: "Dropbox",
    };
    let network = OpenError::NetworkFolder {
        folder: "/far".into(),
        kind: "nfs".into(),
    };
    let told: BTreeMap<&str, String> = [
        ("Dropbox", synced.to_string()),
        ("nfs", network.to_string()),
    ]
    .into();
    for (reason, sentence) in told {
        assert!(sentence.contains(reason), "{sentence}");
        assert!(!sentence.contains("anna"), "and nobody's name: {sentence}");
    }
    let home = tempfile::tempdir().unwrap();
    assert!(
        DataDir::open(home.path())
            .unwrap()
            .diary(at(0), device())
            .is_ok(),
        "anywhere else there is a diary"
    );
}
