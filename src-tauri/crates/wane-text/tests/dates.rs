//! Dates, clock times, durations and numbers as English writes them.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

use chrono::{NaiveDate, NaiveTime, Weekday};
use wane_text::Catalogue;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> NaiveTime {
    text.parse().unwrap()
}

fn check(got: String, expected: &str) {
    assert_eq!(got, expected, "written for people");
}

#[test]
fn dates_in_every_length() {
    let text = Catalogue::english();
    check(
        text.date_long(date("2026-03-14")),
        "Saturday, 14 March 2026",
    );
    check(text.date_heading(date("2026-03-14")), "Sat 14 March");
    check(text.date_short(date("2026-03-14")), "14 Mar");
    check(text.date_short_year(date("2024-02-29")), "29 Feb 2024");
    check(text.month_year(date("2026-12-01")), "December 2026");
    check(
        text.date_range(date("2026-03-14"), date("2026-04-02")),
        "14 Mar – 2 Apr 2026",
    );
    check(
        text.date_range(date("2025-12-30"), date("2026-01-02")),
        "30 Dec 2025 – 2 Jan 2026",
    );
    check(
        text.date_range(date("2026-01-02"), date("2026-01-02")),
        "2 Jan 2026",
    );
}

#[test]
fn every_month_and_weekday_has_a_name() {
    let text = Catalogue::english();
    for month in 1..=12 {
        assert!(
            text.month_long(month)
                .starts_with(&text.month_short(month)[..3]),
            "month {month}"
        );
    }
    check(text.month_long(0), "");
    check(text.month_short(13), "");
    let week = text.weekdays();
    assert_eq!(
        (week[0], week[6]),
        (Weekday::Mon, Weekday::Sun),
        "weeks begin on Monday"
    );
    for weekday in week {
        assert!(
            text.weekday_long(weekday)
                .starts_with(&text.weekday_short(weekday)),
            "{weekday}"
        );
    }
}

#[test]
fn clock_times() {
    let text = Catalogue::english();
    check(text.clock(time("07:10:59")), "07:10");
    check(text.clock(time("00:00:00")), "00:00");
    check(
        text.clock_range(time("07:10:00"), time("08:40:00")),
        "07:10–08:40",
    );
    check(text.clock_of_minutes(1439.6), "00:00");
    check(text.clock_of_minutes(-30.0), "23:30");
    check(text.clock_of_minutes(430.4), "07:10");
    check(text.clock_of_minutes(f64::NAN), "");
}

#[test]
fn durations() {
    let text = Catalogue::english();
    for (minutes, expected) in [
        (435.0, "7 h 15"),
        (480.0, "8 h"),
        (425.0, "7 h 05"),
        (40.0, "40 min"),
        (59.6, "1 h"),
        (0.0, "0 min"),
        (-0.2, "0 min"),
        (-15.0, "−15 min"),
        (-75.0, "−1 h 15"),
        (f64::INFINITY, ""),
    ] {
        check(text.duration(minutes), expected);
    }
}

#[test]
fn numbers_and_percentages() {
    let text = Catalogue::english();
    for (value, decimals, expected) in [
        (1.05, 1, "1.1"),
        (0.0, 0, "0"),
        (-0.04, 1, "0.0"),
        (-3.0, 0, "−3"),
        (999.0, 0, "999"),
        (1234.5, 1, "1,234.5"),
        (1_000_000.0, 0, "1,000,000"),
        (f64::NAN, 2, ""),
    ] {
        check(text.number(value, decimals), expected);
    }
    check(text.percent(82.6), "83 %");
    check(text.percent(-4.0), "−4 %");
    check(text.percent(f64::NAN), "");
}
