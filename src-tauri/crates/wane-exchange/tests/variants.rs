//! Tables as they come from people's phones: every line end, mark, order and case, cut off anywhere, in any language.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use chrono_tz::Europe::Berlin;
use common::read_in;
use wane_exchange::{Format, Found};

/// A table by its format: what parts its columns, their names, and rows; no cell needs quotation marks.
type Case = (
    Format,
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

const CASES: &[Case] = &[
    (
        Format::SleepCycle,
        ";",
        &[
            "Start",
            "End",
            "Sleep quality",
            "Time in bed",
            "Wake up",
            "Sleep Notes",
        ],
        &[
            "2015-02-01 22:10:00;2015-02-02 06:40:10;80%;8:30;:);a:b",
            "2015-02-02 23:00:00;2015-02-03 07:00:30;75%;8:00;;",
        ],
    ),
    (
        Format::SleepCycle,
        ";",
        &[
            "Went to bed",
            "Woke up",
            "Sleep Quality",
            "Regularity",
            "Time in bed (seconds)",
            "Time asleep (seconds)",
            "Asleep after (seconds)",
            "Did snore",
            "Notes",
        ],
        &[
            "2023-05-01 22:10:00;2023-05-02 06:10:00;80%;85%;28800;27000;300;true;a",
            "2023-05-02 23:10:00;2023-05-03 06:10:00;70%;–;25200;24000;600;false;",
        ],
    ),
    (
        Format::Whoop,
        ",",
        &[
            "Cycle start time",
            "Cycle end time",
            "Cycle timezone",
            "Sleep onset",
            "Wake onset",
            "Asleep duration (min)",
            "In bed duration (min)",
            "Light sleep duration (min)",
            "Deep (SWS) duration (min)",
            "REM duration (min)",
            "Awake duration (min)",
            "Nap",
        ],
        &[
            "2024-07-30 23:41:00,,UTC-08:00,2024-07-30 23:41:00,2024-07-31 07:20:00,400,430,200,100,100,30,false",
            "2024-07-31 13:00:00,,UTC+05:30,2024-07-31 13:00:00,2024-07-31 13:40:00,35,40,35,0,0,5,true",
        ],
    ),
    (
        Format::OuraTrends,
        ",",
        &[
            "date",
            "Total Bedtime ",
            "Total Sleep Duration",
            "Awake Time",
            "Sleep Timin Score",
            "REM Sleep Duration",
            "Light Sleep Duration",
            "Deep Sleep Duration",
            "Bedtime Start",
            "Bedtime End",
        ],
        &[
            "2021-05-02,28800,25200,3600,70,5400,14400,5400,2021-05-01T23:00:00+02:00,2021-05-02T07:00:00+02:00",
            "2021-05-03,None,None,None,None,None,None,None,None,None",
            "2021-05-04,25200,21600,3600,70,3600,14400,3600,2021-05-03T23:30:00+02:00,2021-05-04T06:30:00+02:00",
        ],
    ),
    (
        Format::Oura,
        ";",
        &[
            "id",
            "bedtime_start",
            "bedtime_end",
            "day",
            "type",
            "total_sleep_duration",
            "time_in_bed",
            "awake_time",
            "deep_sleep_duration",
            "light_sleep_duration",
            "rem_sleep_duration",
            "sleep_phase_5_min",
        ],
        &[
            "a-1;2024-03-01T23:00:00.000+01:00;2024-03-02T07:00:00.000+01:00;2024-03-02;long_sleep;25200;28800;3600;5400;14400;5400;4422",
            "a-2;2024-03-02T13:00:00.000+01:00;2024-03-02T13:30:00.000+01:00;2024-03-02;late_nap;1500;1800;300;0;1500;0;",
        ],
    ),
    (
        Format::PleesTracker,
        ",",
        &["sid", "start", "stop", "rating"],
        &[
            "1,1608323029380,1608343029380,0",
            "2,1608423029380,1608443029380,4",
        ],
    ),
    (
        Format::AutoSleep,
        ",",
        &[
            "ISO8601",
            "bedtime",
            "waketime",
            "inBed",
            "awake",
            "fellAsleepIn",
            "sessions",
            "asleep",
            "deep",
        ],
        &[
            "2021-05-02T20:59:59+02:00,2021-05-01 23:10:00,2021-05-02 07:00:00,07:50:00,00:20:00,00:10:00,1,07:20:00,01:30:00",
            "2021-05-03T20:59:59+02:00,2021-05-02 23:10:00,2021-05-03 07:00:00,07:20:00,00:20:00,00:10:00,2,07:00:00,01:00:00",
        ],
    ),
    (
        Format::Bearable,
        ",",
        &[
            "date",
            "date formatted",
            "weekday",
            "time of day",
            "category",
            "rating/amount",
            "detail",
            "notes",
        ],
        &[
            "5th Jan 2022,2022-01-05,Wednesday,,Sleep,7.7,Asleep 23:10-06:50,",
            "5th Jan 2022,2022-01-05,Wednesday,am,Symptom,3,Back pain (Severe),",
        ],
    ),
    (
        Format::Daylio,
        ",",
        &[
            "full_date",
            "date",
            "weekday",
            "time",
            "mood",
            "activities",
            "scales",
            "note_title",
            "note",
        ],
        &[
            "2024-02-04,February 4,Sunday,9:00 pm,good,walk | read,Sleep Quality: 8/10 points | Stress: 2,,",
            "2024-02-03,February 3,Saturday,21:00,Mies,,Sleep Quality: 6/10 points,,<b>a</b>",
        ],
    ),
];

fn read(format: Format, bytes: &[u8]) -> Found {
    let found = read_in(Berlin, &[("file", bytes)], None).unwrap();
    assert_eq!(found.format, format, "recognised by its content");
    found
}

/// What came in, whatever stands elsewhere in the rows.
fn what(found: &Found) -> String {
    format!(
        "{:?}\n{:?}\n{:?}\n{:?}",
        found.sleeps, found.nights, found.factors, found.durations
    )
}

fn text(header: &[String], rows: &[String], end: &str) -> Vec<u8> {
    let lines: Vec<&str> = std::iter::once(header)
        .chain(std::iter::once(rows))
        .flatten()
        .map(String::as_str)
        .collect();
    format!("{}{end}", lines.join(end)).into_bytes()
}

/// Rows with their cells in another order; a row may be shorter than its header.
fn reordered(line: &str, delimiter: &str, order: &[usize]) -> String {
    let cells: Vec<&str> = line.split(delimiter).collect();
    let cells: Vec<&str> = order.iter().map(|index| cells[*index]).collect();
    cells.join(delimiter)
}

#[test]
fn marks_line_ends_case_and_order_of_columns_make_no_difference() {
    for (format, delimiter, names, rows) in CASES {
        let header = vec![names.join(delimiter)];
        let rows: Vec<String> = rows.iter().map(|row| (*row).to_owned()).collect();
        let plain = read(*format, &text(&header, &rows, "\n"));
        let wanted = what(&plain);
        assert!(
            !plain.sleeps.is_empty() || !plain.nights.is_empty() || !plain.factors.is_empty(),
            "{}: a control, something comes in",
            format.name()
        );
        let upper = vec![header[0].to_uppercase()];
        let back: Vec<usize> = (0..names.len()).rev().collect();
        let turn = |line: &String| reordered(line, delimiter, &back);
        let more = |line: &String| format!("{line}{delimiter}x");
        let blank = |lines: &[String]| -> Vec<String> {
            let empty = delimiter.repeat(names.len() - 1);
            lines
                .iter()
                .flat_map(|line| [line.clone(), empty.clone(), String::new()])
                .collect()
        };
        let quoted = |line: &String| -> String {
            let cells: Vec<String> = line
                .split(delimiter)
                .map(|cell| format!("\"{cell}\""))
                .collect();
            cells.join(delimiter)
        };
        let all = |change: &dyn Fn(&String) -> String, lines: &[String]| -> Vec<String> {
            lines.iter().map(change).collect()
        };
        let mut variants = vec![
            ("CRLF", text(&header, &rows, "\r\n")),
            ("CR", text(&header, &rows, "\r")),
            (
                "a byte order mark",
                [b"\xEF\xBB\xBF".as_slice(), &text(&header, &rows, "\r\n")].concat(),
            ),
            ("names in capitals", text(&upper, &rows, "\n")),
            (
                "another order",
                text(&all(&turn, &header), &all(&turn, &rows), "\n"),
            ),
            (
                "a column more",
                text(&all(&more, &header), &all(&more, &rows), "\n"),
            ),
            (
                "rows longer than the names",
                text(&header, &all(&more, &rows), "\n"),
            ),
            ("blank rows", text(&header, &blank(&rows), "\n")),
            (
                "quotation marks",
                text(&all(&quoted, &header), &all(&quoted, &rows), "\n"),
            ),
        ];
        let mut whole = text(&header, &rows, "\n");
        whole.pop();
        variants.push(("no end of the last line", whole));
        for (variant, bytes) in variants {
            let got = what(&read(*format, &bytes));
            assert_eq!(got, wanted, "{} with {variant}", format.name());
        }
    }
}

#[test]
fn other_delimiters_are_seen() {
    for (format, delimiter, names, rows) in CASES {
        // Of the archive of Oura semicolons are the mark; lists in cells have commas themselves.
        for other in [",", ";", "\t"] {
            let swap = |line: &str| line.replace(delimiter, other);
            let header = vec![swap(&names.join(delimiter))];
            let rows: Vec<String> = rows.iter().map(|row| swap(row)).collect();
            if *format == Format::Oura && other == "\t" {
                continue;
            }
            let plain = vec![names.join(delimiter)];
            let own: Vec<String> = rows
                .iter()
                .map(|row| row.replace(other, delimiter))
                .collect();
            let wanted = what(&read(*format, &text(&plain, &own, "\n")));
            let got = what(&read(*format, &text(&header, &rows, "\n")));
            assert_eq!(got, wanted, "{} parted by {other:?}", format.name());
        }
    }
}

#[test]
fn a_table_cut_off_anywhere_loses_no_whole_row() {
    for (format, delimiter, names, rows) in CASES {
        let header = vec![names.join(delimiter)];
        let rows: Vec<String> = rows.iter().map(|row| (*row).to_owned()).collect();
        let bytes = text(&header, &rows, "\n");
        let whole = read(*format, &bytes);
        let first_row = header[0].len() + 1;
        for cut in 0..bytes.len() {
            let Ok(found) = read_in(Berlin, &[("file", &bytes[..cut])], Some(*format)) else {
                assert!(cut <= first_row, "{} cut at {cut}", format.name());
                continue;
            };
            // Whole rows before the cut; the row it goes through may say less, or nothing.
            let complete = bytes[..cut].iter().filter(|byte| **byte == b'\n').count();
            let upto = read_in(
                Berlin,
                &[(
                    "file",
                    &text(&header, &rows[..complete.saturating_sub(1)], "\n"),
                )],
                Some(*format),
            )
            .unwrap();
            for sleep in &upto.sleeps {
                let same = |other: &&wane_exchange::FoundSleep| {
                    other.start == sleep.start && other.asleep_min == sleep.asleep_min
                };
                assert!(
                    found.sleeps.iter().any(|other| same(&other)),
                    "{} cut at {cut}",
                    format.name()
                );
            }
            assert!(found.sleeps.len() <= whole.sleeps.len());
        }
    }
}
