//! Apple Health: stretches of several sources, broken XML, steps, archives.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use chrono_tz::Europe::{Amsterdam, London};
use common::{date, packed::archive, read_in, skipped, try_read, warnings};
use wane_domain::diary::{OffsetCertainty, SleepKind, Stages};
use wane_exchange::{Format, Found, What, Why};

const SLEEP: &str = "HKCategoryTypeIdentifierSleepAnalysis";
const STEPS: &str = "HKQuantityTypeIdentifierStepCount";

/// A stretch of the night of 9 to 10 March 2026, by the clock of Greenwich.
fn stretch(source: &str, value: &str, from: &str, to: &str) -> String {
    let at = |time: &str| {
        let day = if time < "18:00" { "10" } else { "09" };
        format!("2026-03-{day} {time}:00 +0000")
    };
    record(
        source,
        SLEEP,
        &at(from),
        &at(to),
        &format!("HKCategoryValueSleepAnalysis{value}"),
    )
}

fn record(source: &str, kind: &str, from: &str, to: &str, value: &str) -> String {
    format!(
        "<Record type=\"{kind}\" sourceName=\"{source}\" creationDate=\"{to}\" startDate=\"{from}\" endDate=\"{to}\" value=\"{value}\"/>"
    )
}

fn export(records: &[String]) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>\n]>\n<HealthData locale=\"en_GB\">\n <ExportDate value=\"2026-06-01 10:00:00 +0000\"/>\n {}\n</HealthData>\n",
        records.join("\n ")
    )
}

fn found(records: &[String]) -> Found {
    try_read(export(records)).unwrap()
}

#[test]
fn stages_of_a_watch_make_one_night() {
    let found = found(&[
        stretch("Watch", "InBed", "22:50", "07:10"),
        stretch("Watch", "AsleepCore", "23:00", "01:00"),
        stretch("Watch", "AsleepDeep", "01:00", "02:00"),
        stretch("Watch", "Awake", "02:00", "02:20"),
        stretch("Watch", "AsleepREM", "02:20", "03:20"),
        stretch("Watch", "AsleepCore", "03:20", "07:00"),
    ]);
    let [night] = &found.sleeps[..] else {
        panic!("one night: {found:?}")
    };
    assert_eq!(night.start.to_rfc3339(), "2026-03-09T22:50:00+00:00");
    assert_eq!(night.end.to_rfc3339(), "2026-03-10T07:10:00+00:00");
    assert_eq!(night.wake_date, date("2026-03-10"));
    assert_eq!(night.kind, SleepKind::Night);
    assert_eq!(
        night.offset,
        OffsetCertainty::InstantOnly,
        "no zone is named"
    );
    assert_eq!(night.asleep_min, Some(460.0));
    assert_eq!(night.awake_min, Some(20.0));
    assert_eq!(night.in_bed_min, Some(500.0));
    assert_eq!(
        night.unaccounted_min,
        Some(20),
        "before and after sleep, in bed"
    );
    let stages = Stages {
        deep: Some(60),
        light: Some(340),
        rem: Some(60),
        awake: Some(20),
        ..Stages::default()
    };
    assert_eq!(night.stages, stages);
    assert_eq!((skipped(&found), warnings(&found)), (vec![], vec![]));
}

#[test]
fn overlapping_stretches_of_one_source_are_counted_once() {
    let found = found(&[
        stretch("App", "Asleep", "23:00", "03:00"),
        stretch("App", "Asleep", "02:00", "06:00"),
        stretch("App", "Asleep", "02:00", "06:00"),
        stretch("App", "Awake", "04:00", "04:30"),
    ]);
    assert_eq!(found.sleeps.len(), 1);
    assert_eq!(
        found.sleeps[0].asleep_min,
        Some(390.0),
        "seven hours less half an hour awake"
    );
    assert_eq!(
        found.sleeps[0].stages,
        Stages::default(),
        "no stage is made up"
    );
    assert_eq!(
        found.other["duplicate_logs"], 1,
        "the same stretch twice is one"
    );
}

#[test]
fn two_sources_for_one_night_are_not_two_nights() {
    let phone = [
        stretch("Phone", "InBed", "22:30", "07:30"),
        stretch("Phone", "Asleep", "22:45", "07:20"),
    ];
    let watch = [
        stretch("Watch", "AsleepCore", "23:00", "03:00"),
        stretch("Watch", "AsleepDeep", "03:00", "07:00"),
    ];
    for order in [[phone.clone(), watch.clone()], [watch, phone]] {
        let found = found(&order.concat());
        let [night] = &found.sleeps[..] else {
            panic!("one night: {found:?}")
        };
        assert_eq!(
            night.asleep_min,
            Some(480.0),
            "the one with stages, never the sum"
        );
        assert_eq!(
            night.in_bed_min,
            Some(540.0),
            "in bed round it by the phone's account"
        );
        assert_eq!(
            skipped(&found),
            [(What::Row, None, Why::OtherSource, 1, vec![])],
            "the other is named"
        );
    }
}

#[test]
fn in_bed_alone_is_a_night_only_without_sleep_beside_it() {
    let alone = found(&[stretch("Phone", "InBed", "23:00", "07:00")]);
    assert_eq!(
        alone.sleeps[0].asleep_min, None,
        "nobody says how much of it was sleep"
    );
    assert_eq!(alone.sleeps[0].in_bed_min, Some(480.0));
    let moment = found(&[stretch("Phone", "InBed", "23:00", "23:05")]);
    assert!(moment.sleeps.is_empty(), "five minutes are no night");
    assert_eq!(moment.other["in_bed_alone"], 1);
}

#[test]
fn naps_and_nights_are_told_apart() {
    let found = found(&[
        stretch("Watch", "AsleepCore", "23:00", "06:00"),
        stretch("Watch", "AsleepCore", "13:00", "13:40"),
    ]);
    let kinds: Vec<_> = found.sleeps.iter().map(|sleep| sleep.kind).collect();
    assert_eq!(kinds, [SleepKind::Night, SleepKind::Nap]);
}

#[test]
fn words_that_are_not_known() {
    let found = found(&[
        stretch("Watch", "AsleepLucid", "23:00", "06:00"),
        stretch("Watch", "Floating", "06:00", "07:00"),
    ]);
    assert_eq!(
        found.sleeps[0].asleep_min,
        Some(420.0),
        "a new word for sleep is sleep"
    );
    assert_eq!(
        found.sleeps[0].end.to_rfc3339(),
        "2026-03-10T06:00:00+00:00"
    );
    assert_eq!(
        skipped(&found)[0].2,
        Why::UnknownWord,
        "anything else is named"
    );
}

#[test]
fn steps_of_a_phone_and_a_watch_are_never_added() {
    let steps = |source: &str, from: &str, to: &str, count: &str| {
        let at = |time: &str| format!("2026-03-09 {time}:00 +0000");
        record(source, STEPS, &at(from), &at(to), count)
    };
    let found = found(&[
        steps("My Apple Watch", "10:00", "10:10", "1000"),
        steps("Phone", "10:00", "10:10", "1200"),
        steps("Phone", "15:00", "15:30", "600"),
        steps("Phone", "23:50", "23:59", "30"),
    ]);
    assert_eq!(
        found.steps.into_iter().collect::<Vec<_>>(),
        [(date("2026-03-09"), 1830)],
        "the largest single source at least, and no sum of 2830"
    );
    assert!(found.sleeps.is_empty());
}

#[test]
fn records_of_a_correlation_count_once() {
    let record = stretch("Watch", "AsleepCore", "23:00", "06:00");
    let inside = format!("<Correlation type=\"x\" sourceName=\"y\">{record}</Correlation>");
    let closed = "<Correlation type=\"x\"/>".to_owned();
    let found = found(&[inside, closed, record]);
    assert_eq!(found.other["sleep_records"], 1);
    assert_eq!(found.other["records_top_level"], 1);
}

#[test]
fn broken_xml_is_read_as_far_as_it_goes() {
    let good = [
        stretch("Watch", "AsleepCore", "23:00", "06:00"),
        stretch("Watch", "Awake", "06:00", "06:10"),
    ];
    let text = export(&good);
    let whole = try_read(&text).unwrap().sleeps;
    for (what, broken) in [
        ("a document type that is never closed", text.replace("(ExportDate,Me,(Record|Workout)*)>\n]>", "(ExportDate\n<!ATTLIST VisionPrescription\n  type CDATA #REQUIRED\n]>")),
        ("a control character", text.replace("sourceName=\"Watch\"", "sourceName=\"Wa\u{b}tch\"")),
        ("an attribute twice", text.replace("sourceName=\"Watch\"", "sourceName=\"Watch\" device=\"d\" device=\"d\"")),
        ("a NUL", text.replace("sourceName=\"Watch\"", "sourceName=\"Wat\0ch\"")),
        ("attributes in another order", text.replace("<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" sourceName=\"Watch\"", "<Record\n  sourceName='Watch'\n  type = 'HKCategoryTypeIdentifierSleepAnalysis'")),
        ("no document type", text.replace("<!DOCTYPE HealthData [\n<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>\n]>\n", "")),
        ("line ends of another system", text.replace('\n', "\r\n")),
        ("a byte order mark", format!("\u{feff}{text}")),
    ] {
        let found = try_read(&broken).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!(found.sleeps.len(), 1, "{what}");
        let (got, wanted) = (&found.sleeps[0], &whole[0]);
        assert_eq!((got.start, got.end, got.asleep_min), (wanted.start, wanted.end, wanted.asleep_min), "{what}");
        assert_eq!(skipped(&found), [], "{what}");
    }
    let cut = &text[..text.find("<Record").unwrap() + good[0].len() + 40];
    let found = try_read(cut).unwrap();
    assert_eq!(found.sleeps.len(), 1, "what stands before the cut comes in");
    let reasons: Vec<_> = skipped(&found)
        .into_iter()
        .map(|one| (one.0, one.2, one.4))
        .collect();
    assert!(
        reasons.contains(&(What::File, Why::CutOff, vec![8])),
        "and the cut is named: {reasons:?}"
    );
}

#[test]
fn every_cut_gives_a_part_and_never_more() {
    let records: Vec<String> = (0..4)
        .map(|hour| {
            stretch(
                "Watch",
                "AsleepCore",
                &format!("0{hour}:00"),
                &format!("0{hour}:50"),
            )
        })
        .collect();
    let text = export(&records);
    let most = try_read(&text).unwrap().sleeps[0].asleep_min;
    for cut in (text.find("<HealthData").unwrap() + 12)..text.len() {
        let found = try_read(&text[..cut]).unwrap();
        assert!(
            found.sleeps.iter().all(|sleep| sleep.asleep_min <= most),
            "cut at {cut}"
        );
        assert_eq!(
            text[..cut].contains("</HealthData"),
            skipped(&found).is_empty(),
            "the cut at {cut} is named"
        );
    }
}

#[test]
fn an_entity_bomb_is_only_text() {
    let bomb = "<!DOCTYPE HealthData [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>\n<HealthData>\n";
    let text = format!(
        "{bomb}{}</HealthData>",
        stretch("&b;&c;", "AsleepCore", "23:00", "06:00")
    );
    let found = try_read(text).unwrap();
    assert_eq!(found.sleeps.len(), 1);
    assert!(
        found.sleeps[0].source_key.starts_with("&b;&c;/"),
        "nothing is expanded"
    );
}

#[test]
fn a_record_beyond_all_length_costs_itself_alone() {
    let good = stretch("Watch", "AsleepCore", "23:00", "06:00");
    let long = good.replace(
        "sourceName=\"Watch\"",
        &format!("sourceName=\"{}\"", "w".repeat(3 << 20)),
    );
    let found = found(&[long, good]);
    assert_eq!(found.sleeps.len(), 1);
    assert_eq!(skipped(&found)[0].2, Why::NotARecord);
}

#[test]
fn an_archive_is_read_whatever_its_folder_is_called() {
    let text = export(&[stretch("Watch", "AsleepCore", "23:00", "06:00")]);
    let packed = archive(&[
        (
            "apple_health_export/export_cda.xml",
            b"<ClinicalDocument/>".as_slice(),
        ),
        ("Apple Health \u{c9}xport/Exportar.xml", text.as_bytes()),
        ("apple_health_export/workout-routes/route.gpx", b"<gpx/>"),
        (
            "__MACOSX/apple_health_export/._export.xml",
            b"\0\x05\x16\x07",
        ),
    ]);
    let found = read_in(Amsterdam, &[("export.zip", &packed)], None).unwrap();
    assert_eq!(found.format, Format::AppleHealth);
    assert_eq!(found.sleeps.len(), 1);
    assert_eq!(
        found.sleeps[0].start.to_rfc3339(),
        "2026-03-10T00:00:00+01:00",
        "on the home clock"
    );
    let again = read_in(London, &[("export.xml", text.as_bytes())], None).unwrap();
    assert_eq!(
        found.sleeps[0].source_key, again.sleeps[0].source_key,
        "known again, packed or not"
    );
}

const HEART: &str = "HKQuantityTypeIdentifierHeartRate";
const RESTING: &str = "HKQuantityTypeIdentifierRestingHeartRate";

#[test]
fn heart_rates_are_told_by_day_and_by_the_night_they_belong_to() {
    let reading = |time: &str, value: &str| {
        let day = if time < "18:00" { "10" } else { "09" };
        let at = format!("2026-03-{day} {time}:00 +0000");
        record("Watch", HEART, &at, &at, value)
    };
    let resting = |from: &str, to: &str, value: &str| record("Watch", RESTING, from, to, value);
    let found = found(&[
        stretch("Watch", "AsleepCore", "23:00", "07:00"),
        // Before the night, within it, and more often in one quarter of an hour than in the others.
        reading("22:50", "90"),
        reading("23:05", "60"),
        reading("01:00", "50"),
        reading("01:05", "52"),
        reading("01:10", "54"),
        reading("03:00", "56"),
        reading("05:00", "60"),
        reading("06:00", "0"),
        reading("06:10", "fast"),
        resting(
            "2026-03-10 00:00:00 +0000",
            "2026-03-10 09:00:00 +0000",
            "58",
        ),
        resting(
            "2026-03-10 00:00:00 +0000",
            "2026-03-10 21:00:00 +0000",
            "56.5",
        ),
        resting(
            "2026-03-11 00:00:00 +0000",
            "2026-03-11 08:00:00 +0000",
            "57",
        ),
    ]);
    let told: Vec<_> = found
        .heart
        .iter()
        .map(|(day, heart)| (*day, heart.resting, heart.asleep))
        .collect();
    assert_eq!(
        told,
        [
            (
                date("2026-03-10"),
                Some(56.5),
                Some((60.0 + 52.0 + 56.0 + 60.0) / 4.0)
            ),
            (date("2026-03-11"), Some(57.0), None),
        ]
    );
    assert_eq!(found.other["heart_rate_readings"], 7);
    assert_eq!(found.other["resting_heart_rates"], 3);
    let reasons: Vec<_> = found
        .skipped
        .iter()
        .map(|one| (one.what, one.why, one.count))
        .collect();
    assert_eq!(
        reasons,
        [
            (What::Value, Why::NotANumber, 1),
            (What::Value, Why::OutOfRange, 1)
        ]
    );
}

/// A workout of the morning of 10 March 2026.
fn workout(source: &str, activity: &str, duration: &str, from: &str, to: &str) -> String {
    format!(
        "<Workout workoutActivityType=\"HKWorkoutActivityType{activity}\" {duration} sourceName=\"{source}\" creationDate=\"2026-03-10 12:00:00 +0000\" startDate=\"2026-03-10 {from}:00 +0000\" endDate=\"2026-03-10 {to}:00 +0000\">\n  <WorkoutEvent type=\"HKWorkoutEventTypePause\" date=\"2026-03-10 10:10:00 +0000\"/>\n </Workout>"
    )
}

#[test]
fn workouts_come_in_once_without_their_pauses() {
    use wane_exchange::Exercise;
    let minutes = |count: &str| format!("duration=\"{count}\" durationUnit=\"min\"");
    let found = found(&[
        workout("Watch", "Walking", &minutes("34.6"), "10:00", "10:40"),
        // The same walk by a program that began late; and two that are none.
        workout("App", "Other", "", "10:05", "10:30"),
        workout(
            "Watch",
            "TaiChi",
            "duration=\"1500\" durationUnit=\"s\"",
            "12:00",
            "12:25",
        ),
        workout(
            "Watch",
            "Fencing",
            "duration=\"5\" durationUnit=\"leagues\"",
            "14:00",
            "15:00",
        ),
        workout("Watch", "Yoga", "", "16:00", "16:00"),
        workout("Watch", "Yoga", &minutes("2000"), "17:00", "18:00"),
    ]);
    let told: Vec<_> = found
        .workouts
        .iter()
        .map(|one| {
            (
                one.start.time().to_string(),
                one.minutes,
                one.exercise,
                one.device.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "10:00:00".to_owned(),
                35,
                Some(Exercise::Walking),
                Some("Watch")
            ),
            (
                "12:00:00".to_owned(),
                25,
                Some(Exercise::TaiChi),
                Some("Watch")
            ),
            ("14:00:00".to_owned(), 60, None, Some("Watch")),
        ]
    );
    assert_eq!(found.workouts[0].date, date("2026-03-10"));
    assert_eq!(found.other["duplicate_workouts"], 1);
    let reasons: Vec<_> = found
        .skipped
        .iter()
        .map(|one| (one.what, one.why, one.count))
        .collect();
    assert_eq!(
        reasons,
        [
            (What::Row, Why::TooLong, 1),
            (What::Row, Why::EndsBeforeStart, 1)
        ]
    );
}
