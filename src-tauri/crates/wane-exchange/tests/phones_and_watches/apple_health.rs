//! Clocks of twelve hours, and files whose names are in the phone's language.

use chrono_tz::Europe::London;
use wane_exchange::{Format, Why};

use crate::{
    common::{packed::archive, read_in, read_ok, skipped},
    times,
};

fn export(from: &str, to: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE HealthData [\n]>\n<HealthData locale=\"es_MX\">\n <Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" sourceName=\"Apple Watch de Ana\" startDate=\"{from}\" endDate=\"{to}\" value=\"HKCategoryValueSleepAnalysisAsleepCore\"/>\n</HealthData>\n"
    )
}

#[test]
fn a_phone_that_shows_twelve_hours_prints_them_into_its_stamps() {
    for (from, to) in [
        (
            "2024-01-15 11:05:00 PM +0000",
            "2024-01-16 6:35:00 AM +0000",
        ),
        (
            "2024-01-15 11:05:00\u{202f}PM +0000",
            "2024-01-16 6:35:00\u{202f}AM +0000",
        ),
        (
            "2024-01-15 11:05:00 p. m. +0000",
            "2024-01-16 6:35:00 a. m. +0000",
        ),
        (
            "2024-01-15 11:05:00\u{a0}p.\u{a0}m. +0000",
            "2024-01-16 6:35:00\u{a0}a.\u{a0}m. +0000",
        ),
        (
            "2024-01-15 下午11:05:00 +0000",
            "2024-01-16 上午6:35:00 +0000",
        ),
        (
            "2024-01-15 오후 11:05:00 +0000",
            "2024-01-16 오전 6:35:00 +0000",
        ),
        (
            "2024-01-15 晚上11:05:00 +0000",
            "2024-01-16 清晨6:35:00 +0000",
        ),
        ("2024-01-15 11:05:00 م +0000", "2024-01-16 6:35:00 ص +0000"),
        (
            "2024-01-15 11:05:00 CH +0000",
            "2024-01-16 6:35:00 SA +0000",
        ),
        (
            "2024-01-15 ÖS 11:05:00 +0000",
            "2024-01-16 ÖÖ 6:35:00 +0000",
        ),
        (
            "2024-01-15 11:05:00 ip. +0000",
            "2024-01-16 6:35:00 ap. +0000",
        ),
        (
            "2024-01-15 11:05:00 em +0000",
            "2024-01-16 6:35:00 fm +0000",
        ),
        (
            "2024-01-15 11:05:00 odp. +0000",
            "2024-01-16 6:35:00 dop. +0000",
        ),
        (
            "2024-01-15 11:05:00 PTG +0000",
            "2024-01-16 6:35:00 PG +0000",
        ),
    ] {
        let found = read_ok(export(from, to));
        assert_eq!(skipped(&found), [], "{from}");
        assert_eq!(
            times(&found.sleeps[0]),
            ["2024-01-15T23:05:00+00:00", "2024-01-16T06:35:00+00:00"],
            "{from}"
        );
    }
}

#[test]
fn names_in_any_language_are_found_in_the_archive() {
    let text = export("2024-01-15 23:05:00 +0000", "2024-01-16 06:35:00 +0000");
    for (folder, file) in [
        ("apple_health_export", "export.xml"),
        ("exportação_saúde", "exportar.xml"),
        ("apple_health_export", "导出.xml"),
        ("ヘルスケア", "書き出したデータ.xml"),
    ] {
        let packed = archive(&[
            (
                &format!("{folder}/{}", file.replace(".xml", "_cda.xml")),
                b"<ClinicalDocument/>",
            ),
            (&format!("{folder}/{file}"), text.as_bytes()),
        ]);
        let found = read_in(London, &[("export.zip", &packed)], None).unwrap();
        assert_eq!(found.format, Format::AppleHealth, "{folder}/{file}");
        assert_eq!(found.sleeps.len(), 1, "{folder}/{file}");
    }
}

#[test]
fn a_part_of_the_day_says_which_of_two_hours_is_meant() {
    for (from, to, read) in [
        ("凌晨12:30", "中午12:30", Some(["00:30", "12:30"])),
        ("早上5:10", "中午11:45", Some(["05:10", "11:45"])),
        ("上午8:00", "下午1:00", Some(["08:00", "13:00"])),
        // Midnight to one, and a day later to another: nobody can know.
        ("上午8:00", "晚上12:00", None),
        ("上午8:00", "中午9:00", None),
    ] {
        let found = read_ok(export(
            &format!("2024-01-15 {from}:00 +0000"),
            &format!("2024-01-15 {to}:00 +0000"),
        ));
        let told = found.sleeps.first().map(times);
        let wanted = read.map(|read| read.map(|at| format!("2024-01-15T{at}:00+00:00")));
        assert_eq!(told, wanted, "{from} {to}");
    }
}

#[test]
fn the_oldest_exports_write_their_stamps_in_one_piece_and_call_the_source_so() {
    let night = |source: &str, from: &str, to: &str| {
        format!(
            "<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" source=\"{source}\" creationDate=\"20150616072000-0700\" startDate=\"{from}\" endDate=\"{to}\" value=\"HKCategoryValueSleepAnalysisAsleep\"/>"
        )
    };
    let text = |records: &[String]| {
        format!(
            "<?xml version=\"1.0\"?>\n<HealthData locale=\"en_US\">\n {}\n</HealthData>\n",
            records.concat()
        )
    };
    let found = read_ok(text(&[
        night("Phone", "20150615231820-0700", "20150616071820-0700"),
        night("A &amp; B", "20150616231820-0700", "20150617071820-0700"),
        night("Phone", "20150617231820-0700", "2015061807182x-0700"),
        night("Phone", "20150618231820-0700", "20151318071820-0700"),
    ]));
    let devices: Vec<_> = found
        .sleeps
        .iter()
        .map(|sleep| sleep.device.as_deref())
        .collect();
    assert_eq!(devices, [Some("Phone"), Some("A & B")]);
    assert_eq!(
        times(&found.sleeps[0]),
        ["2015-06-16T07:18:20+01:00", "2015-06-16T15:18:20+01:00"]
    );
    let reasons: Vec<_> = skipped(&found)
        .iter()
        .map(|one| (one.1, one.2, one.3))
        .collect();
    assert_eq!(reasons, [(Some("endDate"), Why::NotADate, 2)]);
}

#[test]
fn a_workout_is_read_on_the_clock_of_the_zone_that_it_names() {
    let workout = |inside: &str| {
        format!(
            "<Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"30\" durationUnit=\"min\" sourceName=\"Watch\" startDate=\"2024-03-10 21:00:00 +0000\" endDate=\"2024-03-10 21:30:00 +0000\"{inside}"
        )
    };
    let zone = "<MetadataEntry key=\"HKTimeZone\" value=\"Asia/Tokyo\"/>";
    let other = "<MetadataEntry key=\"HKTimeZone\" value=\"Asia/Kolkata\"/>";
    let record = "<Record type=\"HKQuantityTypeIdentifierStepCount\" sourceName=\"Watch\" startDate=\"2024-03-11 10:00:00 +0000\" endDate=\"2024-03-11 10:01:00 +0000\" value=\"9\">";
    let tokyo = ("2024-03-11", "2024-03-11T06:00:00+09:00");
    let home = ("2024-03-10", "2024-03-10T21:00:00+00:00");
    for (what, text, (day, start)) in [
        ("its own", workout(&format!(">{zone}</Workout>")), tokyo),
        (
            "behind what else it tells",
            workout(&format!(
                "><MetadataEntry key=\"HKIndoorWorkout\" value=\"1\"/><WorkoutEvent type=\"a\"><MetadataEntry key=\"b\" value=\"c\"/></WorkoutEvent>{zone}</Workout>"
            )),
            tokyo,
        ),
        ("without its end", workout(&format!(">{zone}")), tokyo),
        ("none", workout("></Workout>"), home),
        ("closed at once", workout(&format!("/>{zone}")), home),
        (
            "of no place on earth",
            workout("><MetadataEntry key=\"HKTimeZone\" value=\"Asia/Nowhere\"/></Workout>"),
            home,
        ),
        (
            "that of the record behind it",
            workout(&format!("></Workout>{record}{zone}</Record>")),
            home,
        ),
        (
            "that of something else behind it",
            workout(&format!("></Workout><Audiogram>{zone}</Audiogram>")),
            home,
        ),
        (
            "the first of two",
            workout(&format!(">{zone}{other}</Workout>")),
            tokyo,
        ),
    ] {
        let found = read_ok(format!(
            "<?xml version=\"1.0\"?>\n<HealthData locale=\"en_GB\">\n {text}\n</HealthData>\n"
        ));
        let [workout] = &found.workouts[..] else {
            panic!("{what}: {found:?}")
        };
        assert_eq!(
            (workout.date.to_string(), workout.start.to_rfc3339()),
            (day.to_owned(), start.to_owned()),
            "{what}"
        );
    }
}
