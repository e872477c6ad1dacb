//! What people really have: the same tables with another mark, other ends of lines, another order of columns, columns
//! that are missing or new, in a folder above or below, beside hundreds of other files.

use std::ops::ControlFlow;

use chrono_tz::Europe::London;
use wane_exchange::{Format, Found, Input, Settings, read};

use crate::common::{packed::archive, read_in, read_ok};

/// A small file of each text format, and the minutes asleep in it.
fn files() -> Vec<(Format, &'static str, Option<f64>)> {
    vec![
        (
            Format::FitbitTakeoutJson,
            "sleep_id,sleep_type,minutes_asleep,minutes_awake,start_utc_offset,sleep_start,end_utc_offset,sleep_end,data_source\n7,CLASSIC,431,49,+01:00,2024-06-01T22:00:00Z,+01:00,2024-06-02T06:00:00Z,DERIVED\n",
            Some(431.0),
        ),
        (
            Format::FitbitCsv,
            "Sleep\nStart Time,End Time,Minutes Asleep,Minutes Awake,Time in Bed\n2021-06-01 11:05PM,2021-06-02 6:50AM,410,55,465\n",
            Some(410.0),
        ),
        (
            Format::Zepp,
            "date,deepSleepTime,shallowSleepTime,wakeTime,start,stop,REMTime,naps\n2022-03-02,100,250,20,2022-03-01 22:00:00+0000,2022-03-02 05:10:00+0000,60,\n",
            Some(410.0),
        ),
        (
            Format::SleepAsAndroid,
            "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo\n1585346400000,Europe/London,27. 03. 2020 22:00,28. 03. 2020 7:00,,9.000,0.0,,10000,-1,-1.0,-1,0.3,-15,\n",
            Some(525.0),
        ),
        (
            Format::Samsung,
            "com.samsung.shealth.sleep,6312003,5\nefficiency,com.samsung.health.sleep.start_time,com.samsung.health.sleep.end_time,com.samsung.health.sleep.time_offset,com.samsung.health.sleep.datauuid\n90,2023-06-01 21:00:00.000,2023-06-02 05:00:00.000,UTC+0200,u-00000001,\n",
            None,
        ),
    ]
}

/// The only sleep, whatever it is called.
fn only(found: &Found, what: &str) -> (String, String, Option<f64>) {
    let [sleep] = &found.sleeps[..] else {
        panic!("{what}: {found:?}")
    };
    (
        sleep.start.to_rfc3339(),
        sleep.end.to_rfc3339(),
        sleep.asleep_min,
    )
}

/// A table with its columns the other way round and one nobody knows.
fn turned(text: &str) -> String {
    let width = text
        .lines()
        .map(|line| line.split(',').count())
        .max()
        .unwrap_or(0);
    let turn = |line: &str| {
        let mut cells: Vec<&str> = line.split(',').collect();
        if cells.len() + 1 < width {
            return line.to_owned();
        }
        cells.reverse();
        format!("new column,{}", cells.join(","))
    };
    text.lines().map(|line| turn(line) + "\n").collect()
}

#[test]
fn marks_ends_of_lines_and_the_case_of_names_make_no_difference() {
    for (format, text, asleep) in files() {
        let plain = read_ok(text);
        assert_eq!(plain.format, format);
        let wanted = only(&plain, format.name());
        assert_eq!(wanted.2, asleep, "{}", format.name());
        let names = text.lines().count() - 1;
        let shout: String = text
            .lines()
            .enumerate()
            .map(|(index, line)| {
                // The row of names is the last but the rows of values; titles are words of the format.
                let line = if index + 1 == names {
                    line.to_uppercase()
                } else {
                    line.to_owned()
                };
                line + "\n"
            })
            .collect();
        for (name, text) in [
            ("a mark before it", format!("\u{feff}{text}")),
            ("CR and LF", text.replace('\n', "\r\n")),
            ("CR alone", text.replace('\n', "\r")),
            ("no end of the last line", text.trim_end().to_owned()),
            ("empty lines at the end", format!("{text}\n\n")),
            ("names in capitals", shout),
        ] {
            let found = read_ok(&text);
            let what = format!("{}: {name}", format.name());
            assert_eq!(found.format, format, "{what}");
            assert_eq!(only(&found, &what), wanted, "{what}");
        }
    }
}

#[test]
fn columns_are_known_by_name_in_any_order() {
    for (format, text, _) in files() {
        // Sleep as Android's records are told apart by their first column.
        if format == Format::SleepAsAndroid || format == Format::Samsung {
            continue;
        }
        let what = format.name();
        let found = read_ok(turned(text));
        assert_eq!(found.format, format, "{what}");
        assert_eq!(only(&found, what), only(&read_ok(text), what), "{what}");
    }
}

#[test]
fn an_archive_a_folder_or_a_file_and_whatever_lies_beside_it() {
    for (format, text, _) in files() {
        let wanted = only(&read_ok(text), format.name());
        let noise: Vec<(String, Vec<u8>)> = (0..300)
            .map(|index| {
                (
                    format!("one/two/three/other-{index}.json"),
                    format!("{{\"number\": {index}}}").into_bytes(),
                )
            })
            .chain((0..50).map(|index| (format!("one/pictures/{index}.jpg"), vec![0xFF, 0xD8])))
            .chain([
                ("one/notes.csv".to_owned(), b"a,b\n1,2\n".to_vec()),
                ("one/empty.json".to_owned(), b"[]".to_vec()),
            ])
            .collect();
        for folder in ["", "one/", "one/two/three/four/"] {
            let own = format!("{folder}file.csv");
            let mut entries: Vec<(&str, &[u8])> = noise
                .iter()
                .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
                .collect();
            entries.push((&own, text.as_bytes()));
            let packed = archive(&entries);
            let found = read_in(London, &[("all.zip", &packed)], None).unwrap();
            let what = format!("{} in {own}", format.name());
            assert_eq!(found.format, format, "{what}");
            assert_eq!(only(&found, &what), wanted, "{what}");
        }
        let loose: Vec<Input<'_>> = noise
            .iter()
            .map(|(name, bytes)| (name.clone(), bytes.clone()))
            .chain([("file.csv".to_owned(), text.as_bytes().to_vec())])
            .map(|(name, bytes)| Input::in_folder(name, std::io::Cursor::new(bytes)))
            .collect();
        let found = read(loose, None, &Settings::new(London), &mut |_, _| {
            ControlFlow::Continue(())
        })
        .unwrap();
        assert_eq!(
            only(&found, format.name()),
            wanted,
            "{} in a folder",
            format.name()
        );
    }
}

#[test]
fn archives_that_lie_in_a_folder_are_looked_into_and_broken_ones_cost_themselves_alone() {
    let (_, text, _) = files().remove(0);
    let packed = archive(&[("UserSleeps_2024.csv", text.as_bytes())]);
    let other = archive(&[("a.txt", b"nothing")]);
    let mut broken = packed.clone();
    broken.truncate(broken.len() / 2);
    // Its first entry is sound and the second swells beyond all bounds.
    let nothing = vec![0_u8; 64 << 20];
    let bomb = archive(&[
        ("UserSleeps_2023.csv", text.as_bytes()),
        ("zeros.csv", &nothing),
    ]);
    let climbing = archive(&[("../../out.csv", b"a,b\n")]);
    let inputs = [
        ("1.zip", other),
        ("2.zip", broken),
        ("3.zip", climbing),
        ("3b.zip", bomb),
        ("4.zip", packed),
    ]
    .map(|(name, bytes)| Input::in_folder(name, std::io::Cursor::new(bytes)));
    let found = read(inputs.into(), None, &Settings::new(London), &mut |_, _| {
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(found.sleeps.len(), 1);
    let left: Vec<_> = found.skipped.iter().map(|one| one.file.as_str()).collect();
    assert!(
        !found.other.contains_key("duplicate_logs"),
        "of a broken one nothing is taken"
    );
    assert_eq!(left, ["2.zip", "3.zip", "3b.zip"], "each is named");
}

#[test]
fn files_of_several_months_are_one_import_and_nights_in_two_of_them_count_once() {
    let (_, text, _) = files().remove(0);
    let next = text
        .replace("2024-06-0", "2024-07-0")
        .replace("\n7,", "\n8,");
    let inputs: [(&str, &[u8]); 3] = [
        ("a.csv", text.as_bytes()),
        ("b.csv", next.as_bytes()),
        ("c.csv", text.as_bytes()),
    ];
    let found = read_in(London, &inputs, None).unwrap();
    assert_eq!(found.sleeps.len(), 2);
    assert_eq!(found.other["duplicate_logs"], 1);
}

#[test]
fn what_is_not_needed_of_a_folder_is_counted_as_in_an_archive_and_not_listed() {
    let (_, text, _) = files().remove(0);
    let pulse = b"timestamp,beats per minute,data source\n2024-05-01T00:00:03Z,72.0,Watch\n";
    let many: Vec<(String, Vec<u8>)> = (0..1500)
        .map(|day| (format!("heart_rate_{day}.csv"), pulse.to_vec()))
        .chain([("UserSleeps_2024.csv".to_owned(), text.as_bytes().to_vec())])
        .collect();
    let entries: Vec<(&str, &[u8])> = many
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let packed = vec![Input::from_bytes("all.zip", archive(&entries))];
    let folder: Vec<Input<'_>> = many
        .iter()
        .map(|(name, bytes)| Input::in_folder(name, std::io::Cursor::new(bytes.clone())))
        .collect();
    for inputs in [packed, folder] {
        let found = read(inputs, None, &Settings::new(London), &mut |_, _| {
            ControlFlow::Continue(())
        })
        .unwrap();
        assert_eq!(found.sleeps.len(), 1);
        assert_eq!(found.other["files_not_needed"], 1500);
        assert!(found.skipped.is_empty(), "{:?}", found.skipped.len());
    }
    // A file that was chosen by itself is named all the same.
    let chosen = [
        ("heart_rate_1.csv", pulse.as_slice()),
        ("UserSleeps_2024.csv", text.as_bytes()),
    ];
    let found = read_in(London, &chosen, None).unwrap();
    assert_eq!(found.skipped.len(), 1);
}
