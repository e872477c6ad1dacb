//! Ids a spreadsheet has shortened, stages within stages, and rows of ever other width.

use chrono_tz::Europe::Berlin;
use wane_domain::diary::{OffsetCertainty, Stages};
use wane_exchange::Format;

use crate::{
    common::{date, read_in, skipped},
    times,
};

const NAMES: &str =
    "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo";

#[test]
fn where_a_spreadsheet_has_shortened_the_id_the_clock_counts() {
    let names = NAMES.trim_end_matches(",Geo");
    let text = format!(
        "{names}\n1.59287E+12,Europe/London,22. 06. 2020 23:53,23. 06. 2020 8:01,23. 06. 2020 8:15,8.14,0,,10007,-1,-1,6,0.31632653,0\n{names}\n1.58544E+12,Europe/London,29. 03. 2020 0:01,29. 03. 2020 8:04,29. 03. 2020 8:15,7.05,0, #watch,10007,-1,-1,13,0.45882353,-2\n{names}\n1.6036E+12,Europe/London,25/10/2020 01:30,25/10/2020 09:00,,8.5,0,,10007,-1,-1,13,0.45,-2\n"
    );
    let found = read_in(Berlin, &[("sleep-export.csv", text.as_bytes())], None).unwrap();
    assert_eq!(found.format, Format::SleepAsAndroid);
    assert_eq!(skipped(&found), []);
    let starts: Vec<_> = found
        .sleeps
        .iter()
        .map(|sleep| times(sleep)[0].clone())
        .collect();
    assert_eq!(
        starts,
        [
            "2020-03-29T00:01:00+00:00",
            "2020-06-22T23:53:00+01:00",
            "2020-10-25T01:30:00+01:00"
        ],
        "the hour that came twice is settled by the length"
    );
    assert_eq!(
        found.sleeps[0].end.to_rfc3339(),
        "2020-03-29T08:04:00+01:00",
        "seven hours and three minutes later"
    );
    assert_eq!(found.sleeps[0].asleep_min.map(f64::round), Some(421.0));
    let again = read_in(Berlin, &[("sleep-export.csv", text.as_bytes())], None).unwrap();
    assert_eq!(found, again, "and is known again");
}

#[test]
fn rem_lies_within_deep_and_waking_within_anything() {
    let hour = |hours: f64| 1_588_370_400_000 + (hours * 3_600_000.0) as i64;
    let events: Vec<String> = [
        ("LIGHT_START", 0.0),
        ("DHA", 0.0),
        ("LIGHT_END", 1.0),
        ("DEEP_START", 1.0),
        ("REM_START", 2.0),
        ("AWAKE_START", 2.25),
        ("AWAKE_END", 2.5),
        ("REM_END", 3.0),
        ("LIGHT_START", 3.0),
        ("DEEP_END", 3.0),
        ("HR", 3.5),
        ("LIGHT_END", 4.0),
        // The phone was put away before the last stage ended.
        ("DEEP_START", 4.0),
        ("TRACKING_STOPPED_BY_USER", 20.0),
    ]
    .into_iter()
    .map(|(label, at)| format!("\"{label}-{}\"", hour(at)))
    .collect();
    let columns = vec!["\"Event\""; events.len()].join(",");
    let text = format!(
        "{NAMES},\"0:00\",{columns}\n\"{}\",\"Europe/Berlin\",\"02. 05. 2020 0:00\",\"02. 05. 2020 5:00\",\"\",\"5.000\",\"0.0\",\" two \\n lines, #tag\",\"10007\",\"-1\",\"-1.0\",\"3\",\"0.9\",\"-15\",\"\",\"10.2\",{}\n,,,,,,,,,,,,,,,\"0.1\"\n{NAMES}\n\"{}\",\"Nowhere/Else\",\"03. 05. 2020 0:00\",\"03. 05. 2020 7:00\",\"\",\"7,5\",\"3.5\",\"\",\"10007\",\"-2\",\"-1.0\",\"-1\",\"-2\",\"-1.0\",\"\"\n",
        hour(0.0),
        events.join(","),
        hour(24.0),
    );
    let found = read_in(Berlin, &[("sleep-export.csv", text.as_bytes())], None).unwrap();
    assert_eq!(skipped(&found), []);
    let [night, next] = &found.sleeps[..] else {
        panic!("{found:?}")
    };
    assert_eq!(
        night.stages,
        Stages {
            light: Some(120),
            deep: Some(120),
            rem: Some(45),
            awake: Some(15),
            ..Stages::default()
        },
        "never more than the five hours there are"
    );
    assert_eq!(
        (night.asleep_min, night.offset),
        (Some(285.0), OffsetCertainty::Stated)
    );
    assert_eq!(
        (next.asleep_min, next.offset),
        (Some(450.0), OffsetCertainty::InstantOnly),
        "by hand; a zone that is none"
    );
    assert_eq!(next.wake_date, date("2020-05-03"));
}
