//! Clocks of twelve hours, and files whose names are in the phone's language.

use chrono_tz::Europe::London;
use wane_exchange::Format;

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
