//! Nights of Gadgetbridge's database that its families tell in ways of their own; the tables are made up from texts.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;
#[path = "fuzz/tables.rs"]
mod tables;

use std::ops::ControlFlow;

use chrono_tz::Europe::Berlin;
use common::{reasons, warnings};
use tables::{HEAD, TextDatabases};
use wane_exchange::{Found, FoundSleep, Input, Settings, Why, read_with};

/// Midnight before the morning of 16 January 2025 in Berlin, in seconds of 1970's count.
const MIDNIGHT: i64 = 1_736_982_000;

/// Minutes of the count that begins a day before: 23:30 of the evening before.
const BED: u16 = 23 * 60 + 30;

const DEVICES: &str = "@DEVICE\n_id,NAME,ALIAS\n1,Strap,\n2,Band,\n";

fn read(databases: &[String]) -> Found {
    let inputs = databases.iter().enumerate().map(|(index, text)| {
        let bytes = [HEAD, DEVICES.as_bytes(), text.as_bytes()].concat();
        Input::from_bytes(format!("Gadgetbridge{index}"), bytes)
    });
    read_with(
        inputs.collect(),
        None,
        &Settings::new(Berlin),
        &TextDatabases,
        &mut |_, _| ControlFlow::Continue(()),
    )
    .unwrap()
}

/// Start and end on the clock, and minutes asleep.
fn told(sleep: &FoundSleep) -> (String, String, Option<f64>) {
    let clock = |moment: &wane_domain::Moment| moment.local().format("%d. %H:%M").to_string();
    (clock(&sleep.start), clock(&sleep.end), sleep.asleep_min)
}

fn all_told(found: &Found) -> Vec<(String, String, Option<f64>)> {
    found.sleeps.iter().map(told).collect()
}

fn whole(from: &str, to: &str, asleep: f64) -> (String, String, Option<f64>) {
    (from.to_owned(), to.to_owned(), Some(asleep))
}

/// A session as the watch hands it out.
struct Session {
    midnight: i64,
    ends: (u16, u16),
    stages: Vec<(u16, u16, u8)>,
    /// REM, light, deep, awake.
    totals: [u16; 4],
}

impl Session {
    /// From a minute on: kinds and how long each lasted; the end of a stage is its last minute.
    fn of(from: u16, runs: &[(u8, u16)]) -> Session {
        let mut at = from;
        let mut totals = [0; 4];
        let mut stages = Vec::new();
        for (kind, minutes) in runs {
            stages.push((at, at + minutes - 1, *kind));
            at += minutes;
            let place = [8, 4, 5, 7].iter().position(|one| one == kind);
            if let Some(place) = place {
                totals[place] += minutes;
            }
        }
        Session {
            midnight: MIDNIGHT,
            ends: (from, at - 1),
            stages,
            totals,
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = vec![0; 594];
        let mut put = |at: usize, what: &[u8]| bytes[at..at + what.len()].copy_from_slice(what);
        put(4, &(self.midnight as u32).to_le_bytes());
        put(0x0a, &self.ends.0.to_le_bytes());
        put(0x0c, &self.ends.1.to_le_bytes());
        put(0x54, &[self.stages.len() as u8]);
        for (index, (from, to, kind)) in self.stages.iter().enumerate() {
            put(0x56 + 5 * index, &from.to_le_bytes());
            put(0x58 + 5 * index, &to.to_le_bytes());
            put(0x5a + 5 * index, &[*kind]);
        }
        for (index, total) in self.totals.iter().enumerate() {
            put(0x24a + 2 * index, &total.to_le_bytes());
        }
        bytes
    }
}

/// The table of sessions: device and bytes of each.
fn sessions(rows: &[(i64, Vec<u8>)]) -> String {
    let mut text = "@HUAMI_SLEEP_SESSION_SAMPLE\nTIMESTAMP,DEVICE_ID,USER_ID,DATA\n".to_owned();
    for (index, (device, bytes)) in rows.iter().enumerate() {
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let at = (MIDNIGHT + 8 * 3600) * 1000 + index as i64;
        text += &format!("{at},{device},1,x'{hex}'\n");
    }
    text
}

/// Minutes of sleep without a stage, as the same watch writes them beside, from a minute of the count on.
fn minutes(device: i64, from: u16, count: u16) -> String {
    let mut text =
        "@HUAMI_EXTENDED_ACTIVITY_SAMPLE\nTIMESTAMP,DEVICE_ID,RAW_KIND,STEPS,HEART_RATE,DEEP_SLEEP,REM_SLEEP\n"
            .to_owned();
    for minute in from..from + count {
        let at = MIDNIGHT - 86_400 + i64::from(minute) * 60;
        text += &format!("{at},{device},120,0,55,0,0\n");
    }
    text
}

/// That one sleep of that morning was told twice, and that this is said.
fn told_twice(found: &Found) {
    let date = vec!["2025-01-16".to_owned()];
    assert_eq!(warnings(found), [("duplicate-differs", 1, date)]);
    assert_eq!(found.other["duplicate_logs"], 1);
}

fn night() -> Session {
    Session::of(
        BED,
        &[(4, 60), (5, 60), (4, 60), (8, 60), (7, 10), (4, 200)],
    )
}

#[test]
fn sessions_of_huami_are_nights_with_their_stages() {
    let found = read(&[sessions(&[(1, night().bytes())])]);
    // Its numbers fill the time to its last minute, which therefore belongs to it.
    assert_eq!(all_told(&found), [whole("15. 23:30", "16. 07:00", 440.0)]);
    let sleep = &found.sleeps[0];
    assert_eq!(sleep.device.as_deref(), Some("Strap"));
    assert_eq!(sleep.awake_min, Some(10.0));
    let stages = &sleep.stages;
    assert_eq!(
        (stages.light, stages.deep, stages.rem, stages.awake),
        (Some(320), Some(60), Some(60), Some(10))
    );
    assert_eq!(reasons(&found), []);
}

#[test]
fn the_watchs_own_sums_count_and_its_stages_where_it_has_none() {
    let mut other = night();
    // A correction of the watch's own: its stages are a few minutes out.
    other.totals = [58, 318, 60, 12];
    let found = read(&[sessions(&[(1, other.bytes())])]);
    assert_eq!(all_told(&found), [whole("15. 23:30", "16. 06:59", 436.0)]);
    other.totals = [0; 4];
    let found = read(&[sessions(&[(1, other.bytes())])]);
    assert_eq!(found.sleeps[0].asleep_min, Some(439.0));
    assert_eq!(found.sleeps[0].stages.rem, Some(60));
    // Sleep of a kind that nobody has a word for is sleep.
    let mut strange = Session::of(BED, &[(4, 60), (9, 60)]);
    strange.totals = [0; 4];
    let found = read(&[sessions(&[(1, strange.bytes())])]);
    assert_eq!(found.sleeps[0].asleep_min, Some(119.0));
    assert_eq!(found.sleeps[0].stages.asleep, Some(59));
}

#[test]
fn minutes_that_a_session_covers_are_no_night_beside_it() {
    let both = minutes(1, BED - 10, 470) + &sessions(&[(1, night().bytes())]);
    let found = read(&[both]);
    assert_eq!(all_told(&found), [whole("15. 23:30", "16. 07:00", 440.0)]);
    assert!(
        found.heart.values().any(|heart| heart.asleep.is_some()),
        "the pulses of the minutes stay"
    );
    // Two sessions and one run of minutes over both.
    let evening = Session::of(BED, &[(4, 100), (5, 60)]);
    let morning = Session::of(BED + 250, &[(4, 100), (8, 100)]);
    let rows = sessions(&[(1, evening.bytes()), (1, morning.bytes())]);
    let found = read(&[minutes(1, BED, 450) + &rows]);
    assert_eq!(
        all_told(&found),
        [
            whole("15. 23:30", "16. 02:10", 160.0),
            whole("16. 03:40", "16. 07:00", 200.0)
        ]
    );
    // A night of which no session tells comes from its minutes, and so does that of another watch.
    let nap = Session::of(BED + 900, &[(4, 40)]);
    let found = read(&[minutes(1, BED, 450) + &sessions(&[(1, nap.bytes())])]);
    assert_eq!(found.sleeps.len(), 2);
    assert_eq!(told(&found.sleeps[0]).2, Some(450.0));
}

#[test]
fn a_session_that_tells_of_a_moment_of_the_night_does_not_take_its_place() {
    let moment = Session::of(BED + 60, &[(4, 30)]);
    let found = read(&[minutes(1, BED, 450) + &sessions(&[(1, moment.bytes())])]);
    assert_eq!(all_told(&found), [whole("15. 23:30", "16. 07:00", 450.0)]);
    told_twice(&found);
}

#[test]
fn of_sessions_that_overlap_the_longer_is_kept() {
    let early = Session::of(BED, &[(4, 100), (5, 60)]);
    let found = read(&[sessions(&[(1, early.bytes()), (1, night().bytes())])]);
    assert_eq!(all_told(&found), [whole("15. 23:30", "16. 07:00", 440.0)]);
    let later = Session::of(BED + 5, &[(4, 100), (5, 60)]);
    let found = read(&[sessions(&[(1, night().bytes()), (1, later.bytes())])]);
    assert_eq!(all_told(&found), [whole("15. 23:30", "16. 07:00", 440.0)]);
    told_twice(&found);
}

#[test]
fn sessions_that_are_none_are_told_of() {
    let sound = night().bytes();
    let empty = Session::of(BED, &[]);
    let with = |at: usize, byte: u8| {
        let mut bytes = night().bytes();
        bytes[at] = byte;
        bytes
    };
    let mut backwards = night();
    backwards.ends = (BED, BED - 5);
    let mut long = night();
    long.ends.1 = u16::MAX;
    for (what, bytes, why) in [
        ("nothing", vec![], Why::NotARecord),
        ("cut off", sound[..0x24a].to_vec(), Why::NotARecord),
        ("cut off in its head", sound[..8].to_vec(), Why::NotARecord),
        ("more stages than fit", with(0x54, 101), Why::NotARecord),
        ("no stages", empty.bytes(), Why::NotMeasured),
        (
            "ends before it begins",
            backwards.bytes(),
            Why::EndsBeforeStart,
        ),
        ("weeks", long.bytes(), Why::TooLong),
    ] {
        let found = read(&[sessions(&[(1, bytes)])]);
        assert_eq!(found.sleeps, [], "{what}");
        assert_eq!(reasons(&found), [(Some("DATA"), why)], "{what}");
    }
    let found = read(&[
        "@HUAMI_SLEEP_SESSION_SAMPLE\nTIMESTAMP,DEVICE_ID,DATA\n1,1,\n2,1,text\n".to_owned(),
    ]);
    assert_eq!(reasons(&found), [(Some("DATA"), Why::NotARecord)]);
    assert_eq!(found.skipped[0].count, 2);
}

#[test]
fn a_sleep_that_one_device_tells_twice_is_one_night() {
    let night = |device: i64, from: i64, minutes: i64| {
        let ms = |minute: i64| (MIDNIGHT + minute * 60) * 1000;
        format!("{},{device},{}\n", ms(from), ms(from + minutes))
    };
    let of = |rows: &[String]| {
        let table = "@XIAOMI_SLEEP_TIME_SAMPLE\nTIMESTAMP,DEVICE_ID,WAKEUP_TIME\n".to_owned();
        read(&[table + &rows.concat()])
    };
    // The bedtime was moved by five minutes.
    let found = of(&[night(1, -60, 475), night(1, -65, 480)]);
    assert_eq!(found.sleeps.len(), 1);
    assert_eq!(told(&found.sleeps[0]).0, "15. 22:55");
    told_twice(&found);
    // A nap after it, and the night of another morning, are their own.
    let found = of(&[night(1, -60, 475), night(1, 420, 60), night(1, 1380, 480)]);
    assert_eq!(found.sleeps.len(), 3);
    assert_eq!(warnings(&found), []);
    // Another watch is told of as before.
    let found = of(&[night(1, -60, 475), night(2, -65, 480)]);
    assert_eq!(found.sleeps.len(), 1);
    assert_eq!(reasons(&found), [(None, Why::OtherSource)]);
}

#[test]
fn every_table_of_samples_that_is_not_read_is_named() {
    let names = [
        "HYBRID_HRACTIVITY_SAMPLE",
        "BANGLE_JSACTIVITY_SAMPLE",
        "WITHINGS_STEEL_HRACTIVITY_SAMPLE",
        "PEBBLE_HEALTH_ACTIVITY_SAMPLE",
        "PEBBLE_HEALTH_ACTIVITY_OVERLAY",
        "PEBBLE_MISFIT_SAMPLE",
        "PEBBLE_MORPHEUZ_SAMPLE",
        "LEFUN_SLEEP_SAMPLE",
    ];
    for name in names {
        // Even where it is the only one.
        let found = read(&[format!("@{name}\nTIMESTAMP\n1\n")]);
        let lower = name.to_ascii_lowercase();
        assert_eq!(reasons(&found), [(Some(lower.as_str()), Why::NotKept)]);
        let found = read(&[format!(
            "@{name}\nTIMESTAMP\n@MI_BAND_ACTIVITY_SAMPLE\nTIMESTAMP\n"
        )]);
        assert_eq!(reasons(&found), [], "it is empty");
    }
}
