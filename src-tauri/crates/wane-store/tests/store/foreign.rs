//! Databases of other programs: how much of one is copied before it is known whether anybody wants it.

use std::{
    fs::{self, File},
    io::{self, Read},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use rusqlite::Connection;
use wane_store::{Cell, DataDir, Foreign, ForeignError};

const MIB: u64 = 1024 * 1024;

/// What is copied before the names of tables are looked at.
const BEGINNING: u64 = 16 * MIB;

/// Counts what is read.
struct Counting<R> {
    inner: R,
    bytes: u64,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.bytes += count as u64;
        Ok(count)
    }
}

/// A database of these tables, and how its bytes are given.
struct Given {
    folder: tempfile::TempDir,
    path: PathBuf,
}

impl Given {
    fn new(statements: &str) -> Given {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("theirs.db");
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch(&format!("BEGIN; {statements} COMMIT;"))
            .unwrap();
        conn.close().unwrap();
        Given { folder, path }
    }

    fn length(&self) -> u64 {
        self.path.metadata().unwrap().len()
    }

    /// Makes the file that long without a byte of it taking room, and lets its first page say so.
    fn claim(&self, length: u64) {
        let mut bytes = fs::read(&self.path).unwrap();
        let pages = u32::try_from(length / 4096).unwrap();
        bytes[28..32].copy_from_slice(&pages.to_be_bytes());
        fs::write(&self.path, bytes).unwrap();
        let file = File::options().write(true).open(&self.path).unwrap();
        file.set_len(length).unwrap();
    }

    /// What comes of it if tables of that name are wanted, and how many bytes were read for that.
    fn asked_for(&self, wanted: &str) -> (Result<Option<Foreign>, ForeignError>, u64) {
        self.asked_of(wanted, self.length())
    }

    fn asked_of(&self, wanted: &str, length: u64) -> (Result<Option<Foreign>, ForeignError>, u64) {
        let dir = DataDir::open(&self.folder.path().join("diary")).unwrap();
        let mut data = Counting {
            inner: File::open(&self.path).unwrap(),
            bytes: 0,
        };
        let wanted = |names: &[String]| names.iter().any(|name| name == wanted);
        let opened = dir.foreign(&mut data, length, &wanted);
        (opened, data.bytes)
    }
}

fn is_tidy(folder: &Path) {
    let left = folder.join("diary/.reading");
    assert!(!left.exists(), "nothing of the copy is left");
}

/// The rows of a table with one column.
fn rows(foreign: &Foreign, table: &str) -> Vec<Cell> {
    let mut rows = Vec::new();
    foreign
        .rows(table, &["a"], &mut |mut cells| {
            rows.append(&mut cells);
            ControlFlow::Continue(())
        })
        .unwrap();
    rows
}

/// Tables of nothing that take twenty MiB.
const FILLER: &str = "CREATE TABLE filler (b BLOB);
    WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 40)
    INSERT INTO filler SELECT zeroblob(524288) FROM n;";

#[test]
fn of_a_database_nobody_wants_only_the_beginning_is_read() {
    for (what, length) in [("as long as it says", 4096 * MIB), ("a little", 17 * MIB)] {
        let given = Given::new("CREATE TABLE moz_places (a); INSERT INTO moz_places VALUES (1);");
        given.claim(length);
        let (opened, read) = given.asked_for("wanted");
        assert!(matches!(opened, Ok(None)), "{what}: it is not wanted");
        assert_eq!(read, BEGINNING, "{what}");
        is_tidy(given.folder.path());
    }
    let small = Given::new("CREATE TABLE moz_places (a);");
    let (opened, read) = small.asked_for("wanted");
    assert!(matches!(opened, Ok(None)), "a small one neither");
    assert_eq!(read, small.length());
    is_tidy(small.folder.path());
}

#[test]
fn a_database_that_is_wanted_is_read_to_its_end() {
    let late = format!("{FILLER} CREATE TABLE wanted (a); INSERT INTO wanted VALUES (7);");
    let early = format!("CREATE TABLE wanted (a); {FILLER} INSERT INTO wanted VALUES (7);");
    let many: String = (0..400)
        .map(|number| format!("CREATE TABLE t{number} (a, {});", "x".repeat(200)))
        .collect();
    // So many tables that their list goes on behind the filler: the beginning alone does not tell of them.
    let behind = format!("{FILLER} {many} CREATE TABLE wanted (a); INSERT INTO wanted VALUES (7);");
    for (what, statements) in [
        ("rows behind the beginning", &late),
        ("named at first", &early),
        ("named behind the beginning", &behind),
    ] {
        let given = Given::new(statements);
        assert!(given.length() > BEGINNING + MIB, "{what}: it is a long one");
        let (opened, read) = given.asked_for("wanted");
        let foreign = opened
            .unwrap()
            .unwrap_or_else(|| panic!("{what}: it is wanted"));
        assert_eq!(read, given.length(), "{what}");
        assert_eq!(rows(&foreign, "wanted"), [Cell::Whole(7)], "{what}");
        drop(foreign);
        is_tidy(given.folder.path());
        let (other, read) = given.asked_for("another");
        assert!(matches!(other, Ok(None)), "{what}: a control");
        let told_early = what != "named behind the beginning";
        assert_eq!(read == BEGINNING, told_early, "{what}: {read} bytes");
    }
}

#[test]
fn one_that_ends_before_its_length_is_no_sound_database() {
    let given = Given::new(&format!("CREATE TABLE wanted (a); {FILLER}"));
    let whole = given.length();
    let file = File::options().write(true).open(&given.path).unwrap();
    file.set_len(BEGINNING + MIB).unwrap();
    let (opened, read) = given.asked_of("wanted", whole);
    assert!(matches!(opened, Err(ForeignError::Unreadable)));
    assert_eq!(read, BEGINNING + MIB);
    is_tidy(given.folder.path());
}
