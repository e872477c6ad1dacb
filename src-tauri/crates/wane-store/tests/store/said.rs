//! Whatever a user or an import could say.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::{
    option,
    prelude::*,
    sample::{select, subsequence},
};
use wane_domain::{Id, Moment, body::Region, diary::Origin, scale::Rating};

const FIRST_MS: i64 = -62_167_219_200_000;
const LAST_MS: i64 = 253_402_300_799_999;

pub fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    (FIRST_MS..=LAST_MS).prop_map(|ms| DateTime::from_timestamp_millis(ms).unwrap())
}

pub fn zone() -> impl Strategy<Value = Tz> {
    select(&TZ_VARIANTS[..])
}

pub fn moment() -> impl Strategy<Value = Moment> {
    (instant(), zone()).prop_map(|(instant, zone)| Moment::new(instant, zone))
}

pub fn date() -> impl Strategy<Value = NaiveDate> {
    let days = |text: &str| chrono::Datelike::num_days_from_ce(&text.parse::<NaiveDate>().unwrap());
    (days("0000-01-01")..=days("9999-12-31"))
        .prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap())
}

/// Any text, and texts that have been a trouble to somebody.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        select(vec![
            "",
            " ",
            "'",
            "\"",
            "\\",
            "\0",
            "a\0b",
            "NULL",
            "'; DROP TABLE night; --",
            "\u{202E}abc",
            "1",
            "0.0",
            "\u{FEFF}x"
        ])
        .prop_map(str::to_owned),
    ]
}

pub fn name() -> impl Strategy<Value = Id> {
    (instant(), any::<[u8; 10]>()).prop_map(|(instant, random)| Id::new(instant, random))
}

pub fn origin() -> impl Strategy<Value = Origin> {
    (
        option::of(text()),
        option::of(text()),
        instant(),
        any::<bool>(),
    )
        .prop_map(|(source, source_key, entered_at, recalled)| Origin {
            source,
            source_key,
            entered_at,
            recalled,
        })
}

pub fn rating() -> impl Strategy<Value = Rating> {
    (Rating::LOW..=Rating::HIGH).prop_map(|n| Rating::new(n).unwrap())
}

pub fn regions() -> impl Strategy<Value = Vec<Region>> {
    let all: Vec<Region> = Region::all().collect();
    let most = all.len();
    subsequence(all, 0..=most)
}
