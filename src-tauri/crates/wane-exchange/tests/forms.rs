//! Forms of other programs' files as real ones have them: of older versions, of other languages, and saved again by
//! a spreadsheet.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use chrono_tz::Europe::Berlin;
use common::{read_as as read, skipped, warnings};
use wane_domain::diary::SleepKind;
use wane_exchange::{Format, What, Why};

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
