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
