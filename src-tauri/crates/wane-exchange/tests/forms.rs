//! Forms of other programs' files as real ones have them: of older versions, of other languages, and saved again by
//! a spreadsheet.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use chrono_tz::Europe::Berlin;
use common::{read_as as read, skipped, warnings};
use wane_domain::diary::{OffsetCertainty, SleepKind};
use wane_exchange::{Format, Input, What, Why, guess};

const BEARABLE: &str =
    "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n";

#[test]
fn oura_is_known_by_its_kinds_of_sleep_without_the_row_of_five_minutes() {
    let names = "id,day,type,bedtime_start,bedtime_end,time_in_bed,total_sleep_duration,awake_time,light_sleep_duration,deep_sleep_duration,rem_sleep_duration";
    let rows = [
        "n,2026-05-04,long_sleep,2026-05-03T23:00:00+02:00,2026-05-04T07:00:00+02:00,28800,25200,3600,14400,5400,5400",
        "d,2026-05-04,late_nap,2026-05-04T13:00:00+02:00,2026-05-04T16:20:00+02:00,12000,10800,1200,7200,1800,1800",
        "r,2026-05-05,rest,2026-05-05T02:00:00+02:00,2026-05-05T02:30:00+02:00,1800,0,1800,0,0,0",
        "x,2026-05-05,deleted,2026-05-05T09:00:00+02:00,2026-05-05T12:30:00+02:00,12600,9000,3600,9000,0,0",
    ];
    let commas = format!("{names}\n{}\n", rows.join("\n"));
    let mut told = Vec::new();
    for text in [commas.clone(), commas.replace(',', ";")] {
        let found = read(Berlin, Format::Oura, &text);
        let kinds: Vec<_> = found
            .sleeps
            .iter()
            .map(|sleep| (sleep.source_key.as_str(), sleep.kind, sleep.asleep_min))
            .collect();
        assert_eq!(
            kinds,
            [
                ("n", SleepKind::Night, Some(420.0)),
                ("d", SleepKind::Nap, Some(180.0))
            ]
        );
        assert_eq!(
            skipped(&found),
            [(What::Row, Some("type"), Why::NotMeasured, 2, vec![4, 5])],
            "a rest and a deleted one are no sleep"
        );
        told.push(found.sleeps);
    }
    assert_eq!(told[0], told[1], "parted by commas or by semicolons");
    // Without either it is the table of trends, in whichever names.
    let trends = "day,bedtime_start,bedtime_end,total_sleep_duration\n2026-05-04,2026-05-03T23:00:00+02:00,2026-05-04T07:00:00+02:00,25200\n";
    assert_eq!(read(Berlin, Format::OuraTrends, trends).sleeps.len(), 1);
    let spelled = "date,Type,Bedtime Start,Bedtime End\n2026-05-04,x,2026-05-03T23:00:00+02:00,2026-05-04T07:00:00+02:00\n";
    assert_eq!(read(Berlin, Format::OuraTrends, spelled).sleeps.len(), 1);
}

#[test]
fn more_asleep_than_from_start_to_end_comes_in_with_a_question() {
    let night = |bed: &str, wake: &str, in_bed: &str, asleep: &str| {
        let date = &wake[..10];
        let text = format!(
            "ISO8601,bedtime,waketime,inBed,awake,sessions,asleep\n{date}T20:59:59+01:00,{bed},{wake},{in_bed},00:10:00,2,{asleep}\n"
        );
        let found = read(Berlin, Format::AutoSleep, &text);
        assert_eq!(found.sleeps.len(), 1, "it comes in");
        let codes: Vec<_> = warnings(&found).into_iter().map(|one| one.0).collect();
        codes
    };
    let (bed, wake) = ("2026-05-04 01:00:00", "2026-05-04 08:00:00");
    for (asleep, codes) in [
        ("07:00:00", vec![]),
        ("07:01:00", vec![]),
        ("07:01:30", vec!["asleep-over-in-bed"]),
        ("11:54:00", vec!["asleep-over-in-bed"]),
    ] {
        assert_eq!(night(bed, wake, "15:00:00", asleep), codes, "{asleep} of 7");
    }
    let back = ("2026-10-25 00:00:00", "2026-10-25 07:00:00");
    assert_eq!(
        night(back.0, back.1, "08:00:00", "07:50:00"),
        Vec::<&str>::new(),
        "eight hours passed, whatever the clock shows"
    );
    let forward = ("2026-03-29 00:00:00", "2026-03-29 07:00:00");
    assert_eq!(
        night(forward.0, forward.1, "07:00:00", "06:30:00"),
        ["asleep-over-in-bed"],
        "six hours passed"
    );
    // A nap with neither of the two in bed.
    let nap = r#"[{"body": {"effective_time_frame": {"time_interval": {"start_date_time": "2026-05-04T13:00:00+02:00", "end_date_time": "2026-05-04T13:30:00+02:00"}}, "sleep_duration": {"unit": "min", "value": 50}}, "header": {"id": "a", "schema_id": {"namespace": "omh", "name": "sleep-duration", "version": "2.0"}}}]"#;
    let found = read(Berlin, Format::OpenMHealth, nap);
    assert_eq!(
        warnings(&found),
        [("asleep-over-in-bed", 1, vec!["2026-05-04".to_owned()])]
    );
}

/// The text as a spreadsheet saves it by the name of "ANSI" in western Europe.
fn ansi(text: &str) -> Vec<u8> {
    text.chars()
        .map(|one| match one {
            '€' => 0x80,
            '–' => 0x96,
            '’' => 0x92,
            _ => u8::try_from(u32::from(one)).unwrap(),
        })
        .collect()
}

#[test]
fn tables_that_are_not_utf8_are_read_as_spreadsheets_save_them() {
    let text = "Datum;Von;Bis;Schlafqualität;Müdigkeit – für’s Ich (€)\r\n\
04.05.2026;23:10;06:50;4;3\r\n05.05.2026;23:40;06:50;5;2\r\n";
    let names = [
        "Datum",
        "Von",
        "Bis",
        "Schlafqualität",
        "Müdigkeit – für’s Ich (€)",
    ];
    for bytes in [text.as_bytes().to_vec(), ansi(text)] {
        let columns = guess(Input::from_bytes("t", bytes)).unwrap();
        assert_eq!(columns.names, names);
        assert_eq!(columns.rows.len(), 2);
    }
    let bearable = format!(
        "{BEARABLE}\"9th Feb 2026\",2026-02-09,Monday,am,Symptom,3,Rückenschmerz (Severe),\r\n\
\"10th Feb 2026\",2026-02-10,Tuesday,am,Symptom,2,\"Übelkeit,\nfrüh (Mild)\",\r\n"
    );
    let wanted = read(Berlin, Format::Bearable, &bearable);
    let found = common::read_ok(ansi(&bearable));
    assert_eq!(found.format, Format::Bearable);
    assert!(found.factors.contains_key("Rückenschmerz"), "{found:?}");
    assert_eq!(found.factors, wanted.factors);
    let daylio = "full_date,date,weekday,time,mood,activities,scales,note_title,note\r\n\
2026-05-20,20. Mai,Mittwoch,22:13,gut,\"\",\"Müdigkeit: 3/10 Punkte\",\"\",\"größer\"\r\n";
    let found = common::read_ok(ansi(daylio));
    assert_eq!(found.factors["Müdigkeit"].values.len(), 1);
}

#[test]
fn a_table_in_utf8_stays_one_where_a_row_of_it_is_broken() {
    let row = |day: u32, name: &[u8]| {
        let start = format!("{day}th Feb 2026,2026-02-{day:02},Monday,am,Symptom,3,");
        [start.as_bytes(), name, b" (Severe),\n"].concat()
    };
    let table = |rows: &[Vec<u8>]| [BEARABLE.as_bytes(), &rows.concat()].concat();
    let names = |bytes: &[u8]| -> Vec<String> {
        let found = common::read_in(Berlin, &[("file", bytes)], Some(Format::Bearable)).unwrap();
        found.factors.into_keys().collect()
    };
    let (utf8, broken) = ("Übelkeit".as_bytes(), b"\xC3\x28belkeit".as_slice());
    assert_eq!(
        names(&table(&[row(9, utf8), row(10, broken)])),
        ["Übelkeit"],
        "what it is was told before"
    );
    let marked = [b"\xEF\xBB\xBF".as_slice(), &table(&[row(9, broken)])].concat();
    assert_eq!(names(&marked), [""; 0], "a mark tells it too");
    let whole = table(&[row(9, utf8)]);
    let at = whole.iter().position(|byte| *byte == 0xC3).unwrap();
    assert_eq!(names(&whole[..=at]), [""; 0], "cut off within a letter");
    for (what, name) in [
        (
            "a letter that Windows does not have",
            b"\xFCbel\x81".as_slice(),
        ),
        ("a NUL", b"\xFCbel\0"),
        ("a control character", b"\xFCbel\x07"),
    ] {
        assert_eq!(names(&table(&[row(9, name)])), [""; 0], "{what} is no text");
    }
    let ansi = table(&[row(9, b"M\xFCde"), row(10, b"\xDCbel"), row(11, b"Kopf")]);
    assert_eq!(names(&ansi), ["Kopf", "Müde", "Übel"]);
}

#[test]
fn what_is_no_text_is_still_no_table() {
    for (what, bytes) in [
        (
            "a picture",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR,\xFF\xFC;\xE9\n1,2\n".as_slice(),
        ),
        ("an archive", b"PK\x03\x04,\xE9\xFC,\x01\n1,2\n"),
        (
            "wide text",
            b"\xFF\xFED\0a\0t\0e\0,\0x\0\n\x001\0,\x002\0\n\0",
        ),
        ("a row of control characters", b"\xE9,\x81\n1,2\n"),
    ] {
        let error = guess(Input::from_bytes("t", bytes.to_vec())).unwrap_err();
        assert_eq!(error.code(), "not-a-table", "{what}");
    }
}

#[test]
fn sleep_as_android_of_old_has_fewer_columns() {
    let text = "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,Event\n\
\"1400100000000\",\"Europe/Berlin\",\"14. 05. 2014 22:40\",\"15. 05. 2014 6:40\",\"15. 05. 2014 6:45\",\"8.000\",\"3.5\",\"\",\"10\",\"0\",\"-1.0\",\"5\",\"LIGHT_START-1400100000000\"\n";
    let found = read(Berlin, Format::SleepAsAndroid, text);
    let [sleep] = &found.sleeps[..] else {
        panic!("{found:?}")
    };
    assert_eq!(sleep.start.to_rfc3339(), "2014-05-14T22:40:00+02:00");
    assert_eq!(sleep.end.to_rfc3339(), "2014-05-15T06:40:00+02:00");
    assert_eq!(sleep.asleep_min, Some(480.0), "nothing was adjusted yet");
    assert_eq!(sleep.stages.light, Some(480));
    // A column or two of the same names do not make a table its own.
    let other = "id,tz,from,to,hours\n1,Europe/Berlin,2026-05-03 23:00,2026-05-04 07:00,8\n";
    assert_eq!(
        common::try_read(other).unwrap_err().code(),
        "not-recognised"
    );
}

#[test]
fn sleep_as_android_may_give_an_offset_for_its_zone() {
    let names = "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo\n";
    let sleep = |zone: &str, id: &str, from: &str, to: &str| {
        let row = format!("\"{id}\",\"{zone}\",\"{from}\",\"{to}\",\"\",\"8.000\"\n");
        let found = read(Berlin, Format::SleepAsAndroid, &format!("{names}{row}"));
        let sleep = &found.sleeps[0];
        let offset = sleep.offset;
        [sleep.start, sleep.end].map(|at| (at.to_rfc3339(), at.zone.name(), offset))
    };
    let id = "1767222000000";
    let (from, to) = ("01. 01. 2026 4:30", "01. 01. 2026 12:30");
    for (zone, name, start, end) in [
        (
            "GMT-05:00",
            "Etc/GMT+5",
            "2025-12-31T18:00:00-05:00",
            "2026-01-01T02:00:00-05:00",
        ),
        (
            "GMT+0530",
            "Asia/Calcutta",
            "2026-01-01T04:30:00+05:30",
            "2026-01-01T12:30:00+05:30",
        ),
        (
            "GMT+01:00",
            "Europe/Berlin",
            "2026-01-01T00:00:00+01:00",
            "2026-01-01T08:00:00+01:00",
        ),
        (
            "UTC",
            "UTC",
            "2025-12-31T23:00:00+00:00",
            "2026-01-01T07:00:00+00:00",
        ),
    ] {
        let stated = OffsetCertainty::Stated;
        let wanted = [
            (start.to_owned(), name, stated),
            (end.to_owned(), name, stated),
        ];
        assert_eq!(sleep(zone, id, from, to), wanted, "{zone}");
    }
    let [start, end] = sleep("GMT+05:30", "1.76722E+12", from, to);
    assert_eq!(start.0, "2026-01-01T04:30:00+05:30", "by the clock there");
    assert_eq!(end.0, "2026-01-01T12:30:00+05:30");
    let [start, _] = sleep("nowhere", id, from, to);
    assert_eq!(
        (start.1, start.2),
        ("Europe/Berlin", OffsetCertainty::InstantOnly),
        "what is no zone is not one"
    );
}

#[test]
fn plees_tracker_writes_the_digits_of_the_phones_language() {
    let plain = "sid,start,stop,length,rating,comment,wakes\n1,2024-10-27 02:10,2024-10-27 02:40,1:30:00,0,,0\n";
    let wanted = read(Berlin, Format::PleesTracker, plain).sleeps;
    assert_eq!(wanted[0].asleep_min, Some(90.0), "the length settles it");
    for zero in ['٠', '۰', '०', '০', '၀'] {
        let (names, row) = plain.split_once('\n').unwrap();
        let row: String = row
            .chars()
            .map(|one| match one.to_digit(10) {
                Some(digit) => char::from_u32(u32::from(zero) + digit).unwrap(),
                None => one,
            })
            .collect();
        let found = read(Berlin, Format::PleesTracker, &format!("{names}\n{row}"));
        assert_eq!(found.sleeps, wanted, "{row}");
        assert_eq!(found.skipped, []);
        assert_eq!(found.other.get("ratings"), None, "nought is no rating");
    }
}

#[test]
fn daylio_of_old_is_known_and_says_what_does_not_come_in() {
    let text = "year,date,weekday,time,mood,activities,note\n2018,May 4,Friday,21:30,good,\"walk | read\",\"\"\n";
    let found = read(Berlin, Format::Daylio, text);
    assert!(found.is_empty(), "nothing that Wane could keep");
    let said = skipped(&found);
    for (what, column, why) in [
        (What::Column, Some("mood"), Why::NotKept),
        (What::Column, Some("activities"), Why::NotKept),
        (What::Column, Some("note"), Why::NotKept),
        (What::Column, Some("scales"), Why::MissingField),
    ] {
        assert!(
            said.iter()
                .any(|one| (one.0, one.1, one.2) == (what, column, why)),
            "{column:?}: {said:?}"
        );
    }
}
