//! Files that mean harm, and what is no file at all: a clear word, and a diary that is the same to the last byte.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use chrono::Duration;
use serde_json::{Value, json};
use wane_app::wire::ImportPhase;

use crate::{importing::Watched, packed::archive};

/// A diary with something in it, and a folder for what shall do harm.
struct Desk {
    watched: Watched,
    folder: tempfile::TempDir,
    before: Vec<u8>,
}

impl Desk {
    fn new() -> Desk {
        let watched = Watched::new(Duration::zero());
        watched.ask("save_morning", json!({ "pain": 2 }));
        let before = watched.content();
        let folder = tempfile::tempdir().unwrap();
        Desk {
            watched,
            folder,
            before,
        }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.at(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// What an import says, looked at first and then brought in; `Ok` if it finds nothing to bring in.
    fn said(&self, path: &Path) -> Result<(), String> {
        self.said_of(json!({ "paths": [path] }))
    }

    fn said_of(&self, request: Value) -> Result<(), String> {
        let look = self.watched.app.call("import_preview", request.clone());
        let apply = self.watched.app.call("import_apply", request);
        let apply = match apply {
            Ok(imported) => {
                assert_eq!(imported["batch"], Value::Null, "nothing came in");
                Ok(())
            }
            Err(error) => {
                assert_eq!(error.code, "file", "{}", error.message);
                assert!(
                    error.message.contains("Nothing was changed"),
                    "{:?} says what was kept",
                    error.message
                );
                Err(error.message)
            }
        };
        if let Err(error) = look {
            assert_eq!(Err(error.message), apply, "looked at and brought in alike");
        }
        self.is_as_before();
        apply
    }

    fn is_as_before(&self) {
        assert!(
            self.watched.content() == self.before,
            "the diary is the same to the last byte"
        );
        let left = self.watched.dir.path().join(".reading");
        assert!(!left.exists(), "and nothing of a copy is left");
    }

    /// Refused in words that say this and name the file.
    fn is_refused(&self, path: &Path, words: &str) {
        let text = self.said(path).unwrap_err();
        let name = path.file_name().unwrap().to_string_lossy();
        assert!(text.contains(words), "{name}: {text:?} says {words:?}");
        assert!(text.contains(&*name), "{name}: {text:?} names it");
    }
}

const PLEES: &str = "sid,start,stop,rating\n";

#[test]
fn what_stands_in_a_file_cannot_do_harm() {
    let mut bomb = b"<HealthData>".to_vec();
    bomb.resize(48 << 20, b' ');
    let entities: String = (1..30)
        .map(|level| {
            format!(
                "<!ENTITY e{level} \"&e{};&e{};&e{};\">",
                level - 1,
                level - 1,
                level - 1
            )
        })
        .collect();
    let entities = format!(
        "<!DOCTYPE HealthData [<!ENTITY e0 \"lol\">{entities}<!ENTITY file SYSTEM \"file:///etc/passwd\">]><HealthData locale=\"&e29;&file;\">&e29;<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" sourceName=\"&e29;\" startDate=\"&e29;\" endDate=\"&file;\" value=\"&e29;\"/></HealthData>"
    );
    let wide: Vec<u8> = format!("{PLEES}1,1608323029380,1608343029380,0\n")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let years: String = ["0000", "0001", "1899", "2201", "9999"]
        .map(|year| format!("1,{year}-01-01 22:00:00 +00:00,{year}-01-02 06:00:00 +00:00,1\n"))
        .concat();
    let mut names = archive(&[("a/export.xml", b"<HealthData/>")]);
    let end = names.len() - 22;
    names[end + 8..end + 12].copy_from_slice(&[0xFE, 0xFF, 0xFE, 0xFF]);
    // What is expected: words of the refusal, or nothing to bring in.
    let cases: Vec<(&str, Vec<u8>, Option<&str>)> = vec![
        ("entities.xml", entities.into_bytes(), None),
        (
            "bomb.zip",
            archive(&[("export.xml", &bomb)]),
            Some("would unpack to far more"),
        ),
        (
            "slip.zip",
            archive(&[("../export.xml", b"<HealthData/>")]),
            Some("leads out of the archive"),
        ),
        (
            "drive.zip",
            archive(&[("C:\\export.xml", b"<HealthData/>")]),
            Some("leads out of the archive"),
        ),
        (
            "nested.zip",
            archive(&[("a.zip", &archive(&[("export.xml", b"<HealthData/>")]))]),
            Some("Nothing in"),
        ),
        ("claims.zip", names, Some("not a readable zip archive")),
        (
            "text.zip",
            b"this is no archive at all..".to_vec(),
            Some("not a readable zip archive"),
        ),
        (
            "line.csv",
            format!("{PLEES}1,{}\n", "x".repeat(2 << 20)).into_bytes(),
            Some("Line 2 of"),
        ),
        (
            "columns.csv",
            format!("date,bed{}\n2026-01-01,23:00\n", ",x".repeat(400_000)).into_bytes(),
            Some("more than 1000 columns"),
        ),
        (
            "million.csv",
            format!("date,bed{}\n2026-01-01,23:00\n", ",x".repeat(1_000_000)).into_bytes(),
            Some("is longer than 1024 KiB"),
        ),
        (
            "deep.json",
            [
                "[{\"logId\":1,\"startTime\":\"\",\"dateOfSleep\":",
                &"[".repeat(100_000),
            ]
            .concat()
            .into_bytes(),
            Some("nested too deeply"),
        ),
        (
            "cut.json",
            b"[{\"logId\":1,\"startTime\":\"\",\"dateOfSleep\":\"2026-01".to_vec(),
            Some("ends in the middle"),
        ),
        (
            "broken.json",
            b"[{\"logId\":1,\"startTime\":\"\",\"dateOfSleep\":\"2026-01-01\",}]".to_vec(),
            Some("cannot be read from line 1"),
        ),
        (
            "wide.csv",
            [b"\xff\xfe".as_slice(), &wide].concat(),
            Some("not text in UTF-8"),
        ),
        ("unmarked.csv", wide, Some("not a format Wane can read")),
        (
            "latin.csv",
            b"sid,start,stop,rating\n\xe9,\xfc\xff,\xc0\xaf,\x80\n".to_vec(),
            None,
        ),
        (
            "nul.csv",
            b"sid,start,stop,rating\n1,\0\0,\x001608343029380,0\n".to_vec(),
            None,
        ),
        (
            "zeros.csv",
            vec![0; 1 << 16],
            Some("not a format Wane can read"),
        ),
        ("years.csv", format!("{PLEES}{years}").into_bytes(), None),
        ("empty.csv", Vec::new(), Some("is empty")),
    ];
    let desk = Desk::new();
    for (name, bytes, words) in cases {
        let path = desk.file(name, &bytes);
        match words {
            Some(words) => desk.is_refused(&path, words),
            None => assert_eq!(desk.said(&path), Ok(()), "{name}"),
        }
        fs::remove_file(path).unwrap();
    }
}

#[test]
fn huge_files_that_take_no_room_are_refused_by_their_length_or_their_beginning() {
    let desk = Desk::new();
    for (name, start, words) in [
        ("sparse.csv", PLEES.as_bytes(), "larger than 256 MiB"),
        ("sparse.xml", b"<HealthData>", "larger than 65536 MiB"),
        ("sparse.db", b"SQLite format 3\0", "larger than 4096 MiB"),
        (
            "sparse.json",
            b"[{\"logId\":1,\"startTime\":\"\",\"dateOfSleep\":\"",
            "larger than 256 MiB",
        ),
        ("sparse.zip", b"PK\x03\x04", "not a readable zip archive"),
        ("sparse.bin", b"", "not a format Wane can read"),
    ] {
        let path = desk.file(name, start);
        let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
        // Not every file system has room for the length.
        if file.set_len(1 << 40).is_err() {
            continue;
        }
        drop(file);
        desk.is_refused(&path, words);
        fs::remove_file(path).unwrap();
    }
}

#[test]
fn databases_with_our_own_names_are_those_of_strangers() {
    let desk = Desk::new();
    let path = desk.at("own.db");
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch(
        "CREATE TABLE t (a, b);
         CREATE VIEW night AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n;
         CREATE VIEW device_sleep AS SELECT * FROM night;
         CREATE VIEW sleep_session_record_table AS SELECT * FROM night;
         CREATE VIEW application_info_table AS SELECT * FROM night;
         CREATE VIEW device AS SELECT * FROM night;
         CREATE VIEW mi_band_activity_sample AS SELECT * FROM night;
         CREATE TABLE pain_rating (id, date, value);
         CREATE TRIGGER g INSTEAD OF INSERT ON night BEGIN DELETE FROM pain_rating; END;
         CREATE TRIGGER h AFTER INSERT ON pain_rating BEGIN DELETE FROM t; END;
         INSERT INTO pain_rating VALUES (1, '2026-01-01', 3);",
    )
    .unwrap();
    conn.close().unwrap();
    desk.is_refused(&path, "a database of a program Wane does not know");
    // The diary itself, while it is open.
    let own = fs::read_dir(desk.watched.dir.path())
        .unwrap()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"SQLite format 3\0")))
        .expect("the diary is a file");
    let text = desk.said(&own).unwrap_err();
    assert!(text.contains("database"), "{text}");
}

#[test]
fn a_huge_database_of_a_stranger_is_refused_by_its_beginning() {
    const LENGTH: u64 = 4 << 30;
    let desk = Desk::new();
    let path = desk.at("places.sqlite");
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch("CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT);")
        .unwrap();
    conn.close().unwrap();
    let sound = fs::read(&path).unwrap();
    let pages = u32::try_from(LENGTH / 4096).unwrap().to_be_bytes();
    let claims = [&sound[..28], &pages, &sound[32..]].concat();
    let mut zeroed = claims.clone();
    zeroed[100..4096].fill(0);
    for (bytes, words, most) in [
        (
            &claims,
            "a database of a program Wane does not know",
            16 << 20,
        ),
        (&zeroed, "not a readable database", 0),
    ] {
        let path = desk.file("places.sqlite", bytes);
        let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
        if file.set_len(LENGTH).is_err() {
            return;
        }
        desk.watched.at_step(None);
        desk.is_refused(&path, words);
        // Copying is half of the work with a database.
        let parts = desk.watched.seen().into_iter().filter_map(|seen| seen.part);
        let read = parts.fold(0.0, f64::max) * 2.0 * LENGTH as f64;
        assert!(read <= f64::from(most), "{words}: {read} bytes were read");
    }
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::{fs::PermissionsExt as _, fs::symlink, net::UnixListener};
    use std::process::Command;

    use super::*;

    fn pipe(path: &Path) {
        let made = Command::new("mkfifo").arg(path).status();
        assert!(made.is_ok_and(|status| status.success()), "a pipe is made");
    }

    #[test]
    fn what_is_no_file_is_not_waited_for() {
        let desk = Desk::new();
        let fifo = desk.at("pipe.csv");
        pipe(&fifo);
        let socket = desk.at("socket.csv");
        let _listening = UnixListener::bind(&socket).unwrap();
        let to_device = desk.at("device.csv");
        symlink("/dev/zero", &to_device).unwrap();
        let to_pipe = desk.at("to-pipe.csv");
        symlink(&fifo, &to_pipe).unwrap();
        let nowhere = desk.at("nowhere.csv");
        symlink(desk.at("gone"), &nowhere).unwrap();
        let round = desk.at("round.csv");
        symlink(&round, &round).unwrap();
        for (path, words) in [
            (fifo.as_path(), "neither a file nor a folder"),
            (&to_pipe, "neither a file nor a folder"),
            (&to_device, "neither a file nor a folder"),
            (Path::new("/dev/zero"), "neither a file nor a folder"),
            (Path::new("/dev/null"), "neither a file nor a folder"),
            (Path::new("/dev/tty"), ""),
            (&socket, ""),
            (&nowhere, "is not there"),
            (&round, ""),
        ] {
            desk.is_refused(path, words);
        }
        // Asked for by a format, as a whole diary, and for the columns, it is the same.
        for request in [
            json!({ "paths": [fifo], "format": "whoop" }),
            json!({ "paths": [fifo], "format": "wane-json" }),
            json!({ "paths": [fifo, "/dev/zero"] }),
        ] {
            let text = desk.said_of(request).unwrap_err();
            assert!(text.contains("neither a file nor a folder"), "{text}");
        }
        for path in [fifo.as_path(), Path::new("/dev/zero")] {
            let error = desk
                .watched
                .app
                .call("import_columns", json!({ "path": path }))
                .unwrap_err();
            assert!(
                error.message.contains("neither a file nor a folder"),
                "{}",
                error.message
            );
        }
        if Path::new("/proc/self/mem").exists() {
            desk.said(Path::new("/proc/self/mem")).unwrap_err();
        }
    }

    #[test]
    fn a_folder_that_leads_back_into_itself_is_read_once() {
        let desk = Desk::new();
        let folder = desk.at("export");
        fs::create_dir_all(folder.join("deeper")).unwrap();
        symlink(&folder, folder.join("again")).unwrap();
        symlink(desk.folder.path(), folder.join("deeper/up")).unwrap();
        symlink("/dev/zero", folder.join("zero.csv")).unwrap();
        pipe(&folder.join("pipe.csv"));
        let _listening = UnixListener::bind(folder.join("socket.json")).unwrap();
        desk.is_refused(&folder, "There is nothing in");
        let rows = format!("{PLEES}1,1778300000000,1778328800000,0\n");
        fs::write(folder.join("deeper/sleep.csv"), &rows).unwrap();
        let closed = folder.join("closed");
        fs::create_dir(&closed).unwrap();
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
        let imported = desk
            .watched
            .ask("import_apply", json!({ "paths": [folder] }));
        assert_eq!(imported["changes"]["new"], 1, "{imported}");
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
    }

    #[test]
    fn a_file_that_may_not_be_read_is_told_of() {
        let desk = Desk::new();
        let path = desk.file("mine.csv", PLEES.as_bytes());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        // Whoever may do everything may read it, and there is nothing to see.
        if fs::File::open(&path).is_err() {
            desk.is_refused(&path, "may not read");
        }
    }
}

/// Files long enough to be read in several steps, by what they are.
fn long_files(desk: &Desk) -> Vec<(&'static str, PathBuf)> {
    let rows: String = (0..6000i64)
        .map(|row| {
            let start = 1_500_000_000_000 + row * 86_400_000;
            format!("{row},{start},{},3\n", start + 25_200_000)
        })
        .collect();
    let rows = format!("{PLEES}{rows}");
    let nights: String = (0..1500)
        .map(|night| {
            let (month, day) = (night / 28 % 12 + 1, night % 28 + 1);
            let year = 2015 + night / 336;
            format!("{{\"logId\":{night},\"dateOfSleep\":\"{year}-{month:02}-{day:02}\",\"startTime\":\"{year}-{month:02}-{day:02}T00:10:00.000\",\"endTime\":\"{year}-{month:02}-{day:02}T07:00:00.000\",\"minutesAsleep\":380}},")
        })
        .collect();
    let database = desk.at("Gadgetbridge");
    let conn = rusqlite::Connection::open(&database).unwrap();
    conn.execute_batch(
        "CREATE TABLE DEVICE (_id INTEGER PRIMARY KEY, NAME TEXT);
         CREATE TABLE MI_BAND_ACTIVITY_SAMPLE (TIMESTAMP INTEGER, DEVICE_ID INTEGER, RAW_KIND INTEGER);
         WITH RECURSIVE minute(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM minute WHERE n < 30000)
         INSERT INTO MI_BAND_ACTIVITY_SAMPLE SELECT 1700000000 + n * 60, 1, CASE WHEN n % 1440 < 400 THEN 9 ELSE 1 END FROM minute;",
    )
    .unwrap();
    conn.close().unwrap();
    vec![
        ("a table", desk.file("long.csv", rows.as_bytes())),
        (
            "JSON",
            desk.file(
                "long.json",
                format!("[{}]", nights.trim_end_matches(',')).as_bytes(),
            ),
        ),
        (
            "an archive",
            desk.file("long.zip", &archive(&[("a/long.csv", rows.as_bytes())])),
        ),
        ("a database", database),
    ]
}

#[test]
fn a_file_that_changes_while_it_is_read_brings_in_nothing() {
    let desk = Desk::new();
    for (what, path) in long_files(&desk) {
        let whole = fs::read(&path).unwrap();
        type Change = fn(&Path, &[u8]);
        let changes: [(&str, Change); 4] = [
            ("shrinks", |path, whole| {
                let file = fs::OpenOptions::new().write(true).open(path).unwrap();
                file.set_len(whole.len() as u64 / 2).unwrap();
            }),
            ("grows", |path, whole| {
                let mut file = fs::OpenOptions::new().append(true).open(path).unwrap();
                file.write_all(&whole[whole.len() / 2..]).unwrap();
            }),
            ("is replaced", |path, whole| {
                let other = path.with_extension("new");
                fs::write(&other, whole).unwrap();
                fs::rename(other, path).unwrap();
            }),
            ("is removed", |path, _| fs::remove_file(path).unwrap()),
        ];
        for (change, act) in changes {
            let mut at_steps = 0;
            // The first step is before anything was looked at, and what is there then is what is read.
            let mut step = 1;
            loop {
                step += 1 + step / 4;
                fs::remove_file(&path).ok();
                fs::write(&path, &whole).unwrap();
                let acted = std::sync::Arc::new(std::sync::Mutex::new(false));
                let done = acted.clone();
                let (file, bytes) = (path.clone(), whole.clone());
                desk.watched.at_step(Some((
                    step,
                    Box::new(move || {
                        act(&file, &bytes);
                        *done.lock().unwrap() = true;
                    }),
                )));
                let said = desk
                    .watched
                    .app
                    .call("import_preview", json!({ "paths": [path] }));
                let seen = desk.watched.seen();
                desk.watched.at_step(None);
                let reading = seen
                    .get(step - 1)
                    .is_some_and(|seen| seen.phase == ImportPhase::Reading);
                if !*acted.lock().unwrap() || !reading {
                    assert!(said.is_ok(), "{what}: a control, whole it is read");
                    break;
                }
                at_steps += 1;
                let error = said.expect_err("half of one file and half of another");
                assert_eq!(error.code, "file");
                assert!(
                    error.message.contains("was changed while Wane read it"),
                    "{what} {change} at step {step}: {}",
                    error.message
                );
                desk.is_as_before();
            }
            assert!(
                at_steps > 2,
                "{what} {change}: there were steps: {at_steps}"
            );
        }
    }
}
