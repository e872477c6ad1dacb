//! The process is killed while it saves: what it was told is saved must be there, whole.
//!
//! The number of kills can be raised through `WANE_KILLS`.

use std::{
    collections::BTreeSet,
    io::{BufRead as _, BufReader, Read as _},
    path::Path,
    process::Stdio,
    str::FromStr,
    time::Duration,
};

use wane_domain::diary::{DayEntry, Note};
use wane_store::{Change, Error, Label};

use crate::{
    child,
    common::{at, by_hand, day, device, id},
};

/// How the child saves; all but the first are faulty on purpose, to show that the harness sees the fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// Both records in one change, acknowledged when it has returned.
    Properly,
    /// Acknowledged from within the change.
    AcknowledgedTooEarly,
    /// Each record in a change of its own.
    InHalves,
}

impl FromStr for Saving {
    type Err = ();
    fn from_str(name: &str) -> Result<Saving, ()> {
        let all = [
            Saving::Properly,
            Saving::AcknowledgedTooEarly,
            Saving::InHalves,
        ];
        all.into_iter()
            .find(|saving| format!("{saving:?}") == name)
            .ok_or(())
    }
}

const DATE: &str = "2026-03-29";

/// Saves pairs of records until it is killed, and says the number of each pair.
pub fn child(dir: &Path, saving: Saving) {
    let mut diary = crate::common::open_diary(dir);
    let first = u16::try_from(diary.all::<Note>().unwrap().len()).unwrap();
    for n in first..u16::MAX {
        match saving {
            Saving::Properly => {
                diary
                    .change(Label::SAVE_EVENING, at(0), |change| put_both(change, n))
                    .unwrap();
                child::say(&n.to_string());
            }
            Saving::AcknowledgedTooEarly => {
                let work = |change: &mut Change<'_>| {
                    put_both(change, n)?;
                    child::say(&n.to_string());
                    Ok(())
                };
                diary.change(Label::SAVE_EVENING, at(0), work).unwrap();
            }
            Saving::InHalves => {
                diary
                    .change(Label::SAVE_EVENING, at(0), |change| change.put(&note(n)))
                    .unwrap();
                diary
                    .change(Label::SAVE_EVENING, at(0), |change| change.put(&entry(n)))
                    .unwrap();
                child::say(&n.to_string());
            }
        }
    }
}

fn put_both(change: &mut Change<'_>, n: u16) -> Result<(), Error> {
    change.put(&note(n))?;
    change.put(&entry(n))?;
    Ok(())
}

fn note(n: u16) -> Note {
    Note {
        id: id(n),
        date: day(DATE),
        text: n.to_string(),
        origin: by_hand(),
    }
}

fn entry(n: u16) -> DayEntry {
    DayEntry {
        id: id(n),
        date: day(DATE),
        arousal: None,
        mattered: Some(n.to_string()),
        rough: true,
        origin: by_hand(),
    }
}

/// What was found after one kill.
struct Found {
    acknowledged: BTreeSet<u16>,
    notes: BTreeSet<u16>,
    entries: BTreeSet<u16>,
}

impl Found {
    fn lost(&self) -> usize {
        self.acknowledged
            .iter()
            .filter(|n| !self.notes.contains(n) || !self.entries.contains(n))
            .count()
    }

    fn torn(&self) -> usize {
        self.notes.symmetric_difference(&self.entries).count()
    }
}

/// Starts a child, kills it `pause` after its first acknowledgement, and opens what it left.
fn kill_once(dir: &Path, saving: Saving, pause: Duration) -> Found {
    let mut child = child::command(&format!("{saving:?}"), dir)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut heard = Vec::new();
    while child::said(&heard).is_empty() {
        let read = output.read_until(b'\n', &mut heard).unwrap();
        assert_ne!(read, 0, "the child must live until it is killed");
    }
    std::thread::sleep(pause);
    child.kill().unwrap();
    child.wait().unwrap();
    output.read_to_end(&mut heard).unwrap();

    let diary = wane_store::DataDir::open(dir)
        .unwrap()
        .diary(at(0), device())
        .expect("a diary must open after a kill");
    let numbers = |texts: Vec<String>| {
        texts
            .into_iter()
            .map(|text| text.parse().unwrap())
            .collect()
    };
    Found {
        acknowledged: numbers(child::said(&heard)),
        notes: numbers(
            diary
                .all::<Note>()
                .unwrap()
                .into_iter()
                .map(|note| note.text)
                .collect(),
        ),
        entries: numbers(
            diary
                .all::<DayEntry>()
                .unwrap()
                .into_iter()
                .filter_map(|entry| entry.mattered)
                .collect(),
        ),
    }
}

/// A pause of 5 to 60 ms, different from kill to kill and the same from run to run.
fn pause(kill: u32) -> Duration {
    let mixed = u64::from(kill).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
    Duration::from_micros(5_000 + mixed % 55_000)
}

/// Fresh directories now and then keep the diary small, so that many changes fit before each kill.
const KILLS_PER_DIARY: u32 = 10;

fn kills() -> u32 {
    std::env::var("WANE_KILLS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(60)
}

#[test]
fn nothing_acknowledged_is_lost_and_nothing_is_torn_when_the_process_is_killed() {
    let mut acknowledged = 0;
    let mut dir = tempfile::tempdir().unwrap();
    for kill in 0..kills() {
        if kill % KILLS_PER_DIARY == 0 {
            dir = tempfile::tempdir().unwrap();
        }
        let found = kill_once(dir.path(), Saving::Properly, pause(kill));
        assert_eq!(
            found.lost(),
            0,
            "kill {kill}: every acknowledged change must be there"
        );
        assert_eq!(
            found.torn(),
            0,
            "kill {kill}: no change may be there by half"
        );
        let raw = rusqlite::Connection::open(dir.path().join("diary.db")).unwrap();
        let verdict: String = raw
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(
            verdict, "ok",
            "kill {kill}: the file must be sound, its indices included"
        );
        acknowledged += found.acknowledged.len();
    }
    assert!(
        acknowledged >= kills() as usize,
        "the children must really have been saving: {acknowledged} changes acknowledged"
    );
}

#[test]
fn a_diary_whose_making_was_cut_short_opens() {
    let mut cut_short = 0;
    for kill in 0..kills() {
        let dir = tempfile::tempdir().unwrap();
        let mut child = child::command("Properly", dir.path())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        // Long enough to begin, too short to be done in most runs.
        std::thread::sleep(pause(kill) / 4);
        child.kill().unwrap();
        child.wait().unwrap();
        cut_short += usize::from(
            !dir.path().join("diary.db").exists() || dir.path().join("diary.db-wal").exists(),
        );
        let opened = wane_store::DataDir::open(dir.path())
            .unwrap()
            .diary(at(0), device());
        assert!(
            opened.is_ok(),
            "kill {kill}: what was begun must be finished or begun again: {:?}",
            opened.err()
        );
        assert!(
            !dir.path().read_dir().unwrap().any(|entry| entry
                .unwrap()
                .file_name()
                .to_string_lossy()
                .starts_with("damaged")),
            "kill {kill}: and nothing is taken for damaged"
        );
    }
    assert!(
        cut_short > 0,
        "some of the children must really have been interrupted"
    );
}

#[test]
fn the_harness_notices_an_acknowledgement_before_the_commit() {
    let dir = tempfile::tempdir().unwrap();
    let lost = (0..200)
        .any(|kill| kill_once(dir.path(), Saving::AcknowledgedTooEarly, pause(kill)).lost() > 0);
    assert!(
        lost,
        "changes acknowledged too early must be found missing after some kill"
    );
}

#[test]
fn the_harness_notices_a_change_saved_in_halves() {
    let dir = tempfile::tempdir().unwrap();
    let torn = (0..200).any(|kill| kill_once(dir.path(), Saving::InHalves, pause(kill)).torn() > 0);
    assert!(
        torn,
        "a pair saved in two changes must be found torn after some kill"
    );
}
