//! What real files of Sleep Cycle, WHOOP, Oura, Withings, AutoSleep, Plees-tracker, Sleepmeter, Daylio, Bearable and
//! tables kept by hand do that their descriptions do not say at once, each in a file built for it.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use chrono_tz::{
    America::New_York,
    Asia::Kolkata,
    Europe::{Berlin, London},
};
use common::{date, packed::archive, read_as as read, read_in, reasons, skipped, warnings};
use wane_domain::diary::{OffsetCertainty, SleepKind, Stages};
use wane_exchange::{DateOrder, Format, Found, Input, Mapping, Role, Settings, Unit, What, Why};

/// Start, end, minutes asleep, minutes in bed.
type Told = (String, String, Option<f64>, Option<f64>);

fn told(found: &Found) -> Vec<Told> {
    let list = found.sleeps.iter();
    list.map(|sleep| {
        let (from, to) = (sleep.start.to_rfc3339(), sleep.end.to_rfc3339());
        (from, to, sleep.asleep_min, sleep.in_bed_min)
    })
    .collect()
}

#[test]
fn sleep_cycle_tells_true_seconds_where_the_clocks_were_changed() {
    // Went to bed and woke up on a clock of New York; what passed is in the seconds, not in their difference.
    let head = "Went to bed;Woke up;Sleep Quality;Time in bed (seconds);Time asleep (seconds)\n";
    for (from, to, seconds, length) in [
        ("2015-03-07 23:30:00", "2015-03-08 07:30:00", 25200, 420.0),
        ("2020-10-31 23:30:00", "2020-11-01 07:30:00", 32400, 540.0),
        ("2021-03-13 23:30:00", "2021-03-14 07:30:00", 25200, 420.0),
        ("2021-11-06 23:30:00", "2021-11-07 07:30:00", 32400, 540.0),
        // Both readings of the hour that comes twice are possible, and the seconds say which.
        ("2021-11-07 01:10:00", "2021-11-07 01:50:00", 2400, 40.0),
        ("2021-11-07 01:10:00", "2021-11-07 01:50:00", 6000, 100.0),
        ("2021-11-07 01:40:00", "2021-11-07 01:20:00", 2400, 40.0),
    ] {
        let found = read(
            New_York,
            Format::SleepCycle,
            &format!("{head}{from};{to};80%;{seconds};{}\n", seconds - 600),
        );
        let [sleep] = &found.sleeps[..] else {
            panic!("{from}: {found:?}")
        };
        assert_eq!(
            sleep.end.minutes_since(&sleep.start),
            length,
            "{from}: what passed"
        );
        assert_eq!(sleep.in_bed_min, Some(length), "{from}: in bed");
        assert_eq!(sleep.asleep_min, Some(length - 10.0), "{from}: asleep");
    }
    let old =
        "Start;End;Sleep quality;Time in bed\n2015-03-07 23:30:00;2015-03-08 07:30:00;80%;7:00\n";
    let found = read(New_York, Format::SleepCycle, old);
    assert_eq!(
        found.sleeps[0].in_bed_min,
        Some(420.0),
        "the old table counts true too"
    );
}

#[test]
fn the_newest_sleep_cycle_has_other_names_dashes_and_short_rows() {
    let text = "\u{feff}Went to bed;Woke up;Sleep Quality;Regularity;Awake (seconds);Dream (seconds);Light (seconds);Deep (seconds);Mood;Time in bed (seconds);Time asleep (seconds);Asleep after (seconds);Snore time (seconds);Notes\r\n\
2025-12-01 23:04:35;2025-12-02 07:31:22;87%;—;2837.1;6930.0;15210.0;5430.0;Not set;30407.1;27570.0;570.0;0.0;x\r\n\
2025-12-03 23:00:00;2025-12-04 05:00:00;55%;–;–;–;–;–;-;21600.0\r\n";
    let found = read(London, Format::SleepCycle, text);
    let [first, second] = &found.sleeps[..] else {
        panic!("{found:?}")
    };
    assert_eq!(first.asleep_min, Some(459.5));
    assert_eq!(
        first.stages,
        Stages {
            rem: Some(116),
            light: Some(254),
            deep: Some(91),
            awake: Some(47),
            ..Stages::default()
        },
        "a dream is REM sleep"
    );
    assert_eq!(
        (second.asleep_min, second.in_bed_min),
        (None, Some(360.0)),
        "dashes are nothing"
    );
    assert_eq!(skipped(&found), [], "and nothing is wrong with them");
}

#[test]
fn whoop_speaks_the_language_of_the_account() {
    let spanish = "Hora de inicio,Hora de fin,Zona horaria,Inicio del sueño,Inicio de la vigilia,Calificación (%),Frecuencia (rpm),Duración del sueño (min),Tiempo en la cama (min),Ligero (min),Profundo (SWS) (min),REM (min),Despierto (min),Necesario (min),Deuda (min),Eficiencia %,Regularidad %,Siesta\n\
2025-11-05 04:59:53,,UTC+05:30,2025-11-05 04:59:53,2025-11-05 10:59:08,49,13.6,286,359,97,104,85,73,530,127,80,49,false\n\
2025-11-05 14:00:00,,UTC+05:30,2025-11-05 14:00:00,2025-11-05 15:00:30,,18.9,27,57,27,0,0,30,,,100,,true\n";
    let russian = spanish.replace("(min)", "(мин)");
    for text in [spanish, &russian] {
        let found = read(London, Format::Whoop, text);
        assert_eq!(
            told(&found)[0],
            (
                "2025-11-05T04:59:53+05:30".to_owned(),
                "2025-11-05T10:59:08+05:30".to_owned(),
                Some(286.0),
                Some(359.0)
            )
        );
        let sleep = &found.sleeps[0];
        assert_eq!(
            (
                sleep.stages.light,
                sleep.stages.deep,
                sleep.stages.rem,
                sleep.awake_min
            ),
            (Some(97), Some(104), Some(85), Some(73.0))
        );
        assert_eq!(found.sleeps[1].kind, SleepKind::Nap);
    }
}

#[test]
fn whoop_tells_a_night_in_two_tables_and_days_without_one() {
    let sleeps = "Cycle start time,Cycle end time,Cycle timezone,Sleep onset,Wake onset,Asleep duration (min),In bed duration (min),Light sleep duration (min),Deep (SWS) duration (min),REM duration (min),Awake duration (min),Nap\n\
2023-12-08 01:25:56,,UTC-08:00,2023-12-08 01:25:56,2023-12-08 09:18:45,,,,,,,false\n\
2023-12-10 03:10:01,,UTC-08:00,2023-12-10 03:10:01,2023-12-10 12:47:17,498,560,252,115,131,79,false\n";
    let cycles = "Cycle start time,Cycle end time,Cycle timezone,Recovery score %,Sleep onset,Wake onset,Asleep duration (min),In bed duration (min),Light sleep duration (min),Deep (SWS) duration (min),REM duration (min),Awake duration (min)\n\
2023-12-10 03:10:01,,UTC-08:00,80,2023-12-10 03:10:01,2023-12-10 12:47:17,498,560,252,115,131,79\n\
2023-12-09 06:47:44,2023-12-10 03:10:01,UTC-08:00,,,,,,,,,\n\
2023-12-08 01:25:56,2023-12-09 06:47:44,UTC-08:00,31,2023-12-08 01:25:56,2023-12-08 09:18:45,382,468,217,64,101,86\n";
    for order in [[0, 1], [1, 0]] {
        let files = [
            ("sleeps.csv", sleeps.as_bytes()),
            ("physiological_cycles.csv", cycles.as_bytes()),
        ];
        let files: Vec<_> = order.iter().map(|index| files[*index]).collect();
        let found = read_in(London, &files, None).unwrap();
        let asleep: Vec<_> = found.sleeps.iter().map(|sleep| sleep.asleep_min).collect();
        assert_eq!(
            asleep,
            [Some(382.0), Some(498.0)],
            "each once, by the table that knows more"
        );
        assert!(
            found
                .sleeps
                .iter()
                .all(|sleep| sleep.kind == SleepKind::Night)
        );
        assert_eq!(
            reasons(&found),
            [(None, Why::MissingField)],
            "the day without a night is told of"
        );
    }
    // The signal was lost for a while: the interval stays, and so do the vendor's minutes.
    let found = read(London, Format::Whoop, sleeps);
    let gap = &found.sleeps[1];
    assert_eq!(
        (gap.end.minutes_since(&gap.start).round(), gap.in_bed_min),
        (577.0, Some(560.0))
    );
    assert_eq!(
        gap.unaccounted_min,
        Some(-17),
        "asleep and awake are more than in bed"
    );
}

#[test]
fn oura_tells_stages_by_the_five_minutes_where_lengths_are_missing() {
    let text = "id;bedtime_start;bedtime_end;type;day;total_sleep_duration;awake_time;deep_sleep_duration;light_sleep_duration;rem_sleep_duration;sleep_phase_5_min;hrv\n\
a;2024-03-01T23:00:00.000+01:00;2024-03-02T00:00:00.000+01:00;long_sleep;2024-03-02;;;;;;412233224422;{\"items\": [1, 2]}\n\
b;2024-03-02T23:00:00.000+01:00;2024-03-03T00:00:00.000+01:00;long_sleep;2024-03-03;2400;1200;600;1800;0;444444444444;{\"a\": \"b\"}\n\
c;2024-03-03T14:00:00.000+01:00;2024-03-03T14:30:00.000+01:00;;2024-03-03;0;1800;0;0;0;;{}\n\
d;2024-03-03T16:00:00.000+01:00;2024-03-03T16:30:00.000+01:00;deleted;2024-03-03;1200;600;0;1200;0;;{}\n";
    let found = read(London, Format::Oura, text);
    let [told, stated] = &found.sleeps[..] else {
        panic!("a rest and a deleted sleep are none: {found:?}")
    };
    assert_eq!(
        told.stages,
        Stages {
            deep: Some(5),
            light: Some(30),
            rem: Some(10),
            awake: Some(15),
            ..Stages::default()
        }
    );
    assert_eq!((told.asleep_min, told.awake_min), (Some(45.0), Some(15.0)));
    assert_eq!(stated.asleep_min, Some(40.0), "lengths go before the row");
    assert_eq!(stated.stages.deep, Some(10));
    let why: Vec<Why> = skipped(&found).iter().map(|left| left.2).collect();
    assert_eq!(why, [Why::NotMeasured, Why::NotMeasured]);
}

#[test]
fn oura_saved_with_commas_has_lists_between_quotation_marks() {
    let text = "id,bedtime_start,bedtime_end,type,total_sleep_duration,contributors,sleep_phase_5_min\n\
a,2024-03-01T23:00:00.000+01:00,2024-03-02T07:00:00.000+01:00,long_sleep,25200,\"{\"\"deep\"\": 1, \"\"rem\"\": 2}\",\"4422\"\n\
b,2024-03-02T14:00:00.000+01:00,2024-03-02T14:30:00.000+01:00,rest,0,{},\n";
    let found = read(London, Format::Oura, text);
    assert_eq!(found.sleeps.len(), 1);
    assert_eq!(found.sleeps[0].source_key, "a");
    assert_eq!(found.sleeps[0].asleep_min, Some(420.0));
}

#[test]
fn days_of_oura_trends_without_a_sleep_are_no_mistake() {
    let text = "date,Sleep Score,Total Bedtime ,Total Sleep Time,Bedtime Start,Bedtime End\n\
2019-05-02,80,28800,25200,2019-05-01T23:00:00-07:00,2019-05-02T07:00:00-07:00\n\
2019-05-03,None,None,None,None,None\n2019-05-04,70,,21600,None,None\n";
    let found = read(London, Format::OuraTrends, text);
    assert_eq!(found.sleeps.len(), 1);
    assert_eq!(found.sleeps[0].wake_date, date("2019-05-02"));
    assert_eq!(
        found.durations[0].asleep_min, 360.0,
        "known how long, and not when"
    );
    assert_eq!(reasons(&found), [(None, Why::NoInterval)]);
    assert_eq!(warnings(&found), [], "the day is that of the waking");
}

#[test]
fn withings_speaks_the_language_of_the_account_and_its_columns_stay_where_they_are() {
    let row = "2024-02-08T00:09:00+01:00,2024-02-08T08:01:00+01:00,20400,7800,600,120,0,120,0,0,0,52,48,65,\"{\"\"1\"\":[0]}\"\n";
    for head in [
        "from,to,\"light (s)\",\"deep (s)\",\"rem (s)\",\"awake (s)\",\"wake up\",\"Duration to sleep (s)\"",
        "von,bis,\"leicht (s)\",\"tief (s)\",\"rem (s)\",\"wach (s)\",Aufwachen,\"Dauer des Schlafs (s)\"",
        "du,au,\"léger (s)\",\"profond (s)\",\"paradoxal (s)\",\"éveillé (s)\",réveil,\"Durée (s)\"",
        "da,a,\"leggero (s)\",\"profondo (s)\",\"rem (s)\",\"sveglio (s)\",risveglio,\"Durata (s)\"",
        "с,по,\"лёгкий (с)\",\"глубокий (с)\",\"быстрый (с)\",\"без сна (с)\",пробуждение,\"Длительность (с)\"",
        "開始,終了,\"浅い (秒)\",\"深い (秒)\",\"レム (秒)\",\"覚醒 (秒)\",目覚め,\"時間 (秒)\"",
    ] {
        let found = read(Berlin, Format::Withings, &format!("{head}\n{row}"));
        let sleep = &found.sleeps[0];
        assert_eq!(sleep.asleep_min, Some(480.0), "{head}");
        assert_eq!(
            (
                sleep.stages.light,
                sleep.stages.deep,
                sleep.stages.rem,
                sleep.awake_min
            ),
            (Some(340), Some(130), Some(10), Some(2.0)),
            "{head}"
        );
    }
    let turned = "from,to,\"deep (s)\",\"light (s)\",\"awake (s)\",\"rem (s)\",\"wake up\"\n2024-02-08T00:09:00+01:00,2024-02-08T08:01:00+01:00,7800,20400,120,600,0\n";
    let found = read(Berlin, Format::Withings, turned);
    assert_eq!(
        found.sleeps[0].stages.deep,
        Some(130),
        "by their words, where every one is known"
    );
    let other =
        "name,place,\"length (m)\",\"width (m)\",\"height (m)\",\"depth (m)\"\na,b,1,2,3,4\n";
    assert!(
        read_in(Berlin, &[("t", other.as_bytes())], None).is_err(),
        "another table with units"
    );
}

#[test]
fn withings_of_old_had_clock_times_nights_of_nothing_and_lying_awake() {
    let head = "from,to,\"light (s)\",\"deep (s)\",\"rem (s)\",\"awake (s)\",\"wake up\"\n";
    let text = format!(
        "{head}\"2017-01-19 11:16 PM\",\"2017-01-20 7:25 AM\",\"20280\",\"7080\",\"0\",\"1980\",\"2\"\n\
\"2016-10-29 11:00 PM\",\"2016-10-30 7:00 AM\",\"25200\",\"7200\",\"0\",\"0\",\"0\"\n"
    );
    let found = read(Berlin, Format::Withings, &text);
    assert_eq!(
        told(&found),
        [
            (
                "2016-10-29T23:00:00+02:00".to_owned(),
                "2016-10-30T07:00:00+01:00".to_owned(),
                Some(540.0),
                Some(540.0)
            ),
            (
                "2017-01-19T23:16:00+01:00".to_owned(),
                "2017-01-20T07:25:00+01:00".to_owned(),
                Some(456.0),
                Some(489.0)
            ),
        ]
    );
    assert_eq!(found.sleeps[0].offset, OffsetCertainty::Assumed);
    let text = format!(
        "{head}2013-09-02T19:46:09-07:00,2013-09-02T20:06:09-07:00,0,0,0,1200,0\n2013-11-21T22:31:46-08:00,2013-11-22T08:54:46-08:00,0,0,0,0,0\n"
    );
    let found = read(Berlin, Format::Withings, &text);
    let [blank] = &found.sleeps[..] else {
        panic!("{found:?}")
    };
    assert_eq!(
        (blank.asleep_min, blank.stages),
        (None, Stages::default()),
        "noughts are no measure"
    );
    assert_eq!(
        reasons(&found),
        [(Some("to"), Why::NotMeasured)],
        "awake alone is no sleep"
    );
}

#[test]
fn autosleep_says_where_its_dates_are_inconsistent_and_adds_sessions() {
    let head =
        "ISO8601,fromDate,toDate,bedtime,waketime,inBed,awake,fellAsleepIn,sessions,asleep,deep\n";
    // The key of a night is a day behind its waking, in every row.
    let text = format!(
        "{head}2021-05-02T20:59:59+02:00,\"Saturday, 1 May 2021\",\"Sunday, 2 May 2021\",2021-05-02 23:10:00,2021-05-03 07:00:00,07:50:00,00:20:00,00:10:00,1,07:20:00,02:00:00\n\
2021-05-03T20:59:59+02:00,\"Sunday, 2 May 2021\",\"Monday, 3 May 2021\",2021-05-03 22:00:00,2021-05-04 08:00:00,07:00:00,00:30:00,00:10:00,2,06:30:00,01:00:00\n"
    );
    let found = read(Berlin, Format::AutoSleep, &text);
    assert_eq!(
        warnings(&found),
        [(
            "wake-date-disagrees",
            2,
            vec!["2021-05-03".to_owned(), "2021-05-04".to_owned()]
        )],
        "the waking counts, and it is said"
    );
    let second = &found.sleeps[1];
    assert_eq!(
        second.end.minutes_since(&second.start),
        600.0,
        "the interval stays"
    );
    assert_eq!(
        (second.in_bed_min, second.asleep_min),
        (Some(420.0), Some(390.0)),
        "the sum of two sessions"
    );
    assert_eq!(second.unaccounted_min, Some(0));
}

#[test]
fn plees_tracker_had_no_ratings_at_first_and_writes_offsets_in_readable_tables() {
    for (what, text, wanted) in [
        (
            "the first versions",
            "sid,start,stop\n1,1608323029380,1608343029380\n",
            (
                "2020-12-18T21:23:49+01:00",
                "2020-12-19T02:57:09+01:00",
                OffsetCertainty::InstantOnly,
            ),
        ),
        (
            "an offset",
            "sid,start,stop,length,rating,comment,wakes\n1,2024-06-01 23:30:00 +02:00,2024-06-02 06:30:00 +02:00,7:00:00,4,\"two\nlines, and a comma\",1\n",
            (
                "2024-06-01T23:30:00+02:00",
                "2024-06-02T06:30:00+02:00",
                OffsetCertainty::Stated,
            ),
        ),
        (
            "Greenwich",
            "sid,start,stop,length,rating,comment,wakes\n1,2024-06-01 23:30:00 Z,2024-06-02 06:30:00 Z,7:00:00,4,,1\n",
            (
                "2024-06-02T01:30:00+02:00",
                "2024-06-02T08:30:00+02:00",
                OffsetCertainty::InstantOnly,
            ),
        ),
        (
            "clock times over the change of the clocks, which the length settles",
            "sid,start,stop,length,rating,comment,wakes\n1,2024-10-27 02:10:00,2024-10-27 02:40:00,1:30:00,0,,0\n",
            (
                "2024-10-27T02:10:00+02:00",
                "2024-10-27T02:40:00+01:00",
                OffsetCertainty::Assumed,
            ),
        ),
    ] {
        let found = read(Berlin, Format::PleesTracker, text);
        let [sleep] = &found.sleeps[..] else {
            panic!("{what}: {found:?}")
        };
        let got = (
            sleep.start.to_rfc3339(),
            sleep.end.to_rfc3339(),
            sleep.offset,
        );
        assert_eq!(
            got,
            (wanted.0.to_owned(), wanted.1.to_owned(), wanted.2),
            "{what}"
        );
    }
}

#[test]
fn sleepmeter_rows_that_were_cut_off_are_told_of_and_notes_are_not_rows() {
    let text = "wake,sleep,bedtime,holes,type,dreams,aid,hindrances,tags,quality,notes\n\
\"2020-11-23 07:00+0100\",\"2020-11-22 23:10+0100\",\"2020-11-22 23:00+0100\",\"60-90|80-100\",\"NIGHT_SLEEP\",\"\",\"\",\"PAIN|RESTLESS_LEGS\",\"\",\"4\",\"she said \"well\", and\n\"then\" slept\"\n\
\"2020-11-24 07:00+0100\",\"2020-11-2\n\ncustom_aid_id,class,name\n\"2020-01-01\",\"a\",\"b\"\n";
    let found = read(Berlin, Format::Sleepmeter, text);
    let [sleep] = &found.sleeps[..] else {
        panic!("{found:?}")
    };
    assert_eq!(
        (sleep.asleep_min, sleep.awake_min, sleep.in_bed_min),
        (Some(430.0), Some(40.0), Some(480.0))
    );
    assert_eq!(found.other["pain_hindrances"], 1);
    assert_eq!(
        skipped(&found),
        [(What::Row, None, Why::FieldCount, 1, vec![4])]
    );
}

#[test]
fn daylio_without_scales_says_what_does_not_come_in() {
    let head = "full_date,date,weekday,time,mood,activities,note_title,note\n";
    let row = "2026-09-25,25. September,Freitag,21:05,Gut,\"Arbeit | Sonnig\",\"\",\"<b>Oma, sie</b>\nlachte\"\n";
    let found = read(Berlin, Format::Daylio, &format!("\u{feff}{head}{row}"));
    assert!(found.is_empty(), "nothing that Wane could keep");
    let said: Vec<_> = skipped(&found)
        .into_iter()
        .map(|left| (left.0, left.1.map(str::to_owned), left.2))
        .collect();
    let of = |name: &str, why| (What::Column, Some(name.to_owned()), why);
    assert_eq!(
        said,
        [
            of("activities", Why::NotKept),
            of("mood", Why::NotKept),
            of("note", Why::NotKept),
            of("scales", Why::MissingField),
        ]
    );
    assert_eq!(found.other["rows"], 1, "a row over two lines is one");
}

#[test]
fn daylio_keeps_one_value_a_day_and_reads_every_country() {
    let text = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n\
2026-09-25,25. September,Freitag,21:05,Gut,\"\",\"Schlaf:\u{a0}8/10 Punkte | Schritte: 12,345 | Energie: viel\",\"\",\"\"\n\
2026-09-25,25. September,Freitag,8:30 am,Gut,\"\",\"Schlaf:\u{a0}3/10 Punkte | Sleep Time: 7:30\",\"\",\"\"\n";
    let found = read(Berlin, Format::Daylio, text);
    let day = date("2026-09-25");
    assert_eq!(
        found.factors["Schlaf"].values[&day], 8.0,
        "the first entry of the file"
    );
    assert_eq!(found.factors["Schritte"].values[&day], 12345.0);
    assert_eq!(found.durations[0].asleep_min, 450.0);
    assert!(reasons(&found).contains(&(Some("scales"), Why::UnknownWord)));
}

#[test]
fn bearable_nights_of_which_only_the_length_is_known_are_shown() {
    let head = "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n";
    let text = format!(
        "{head}\"8th Dec 2021\",,Wednesday,,Sleep,7.5,\"\",\"\"\n\
\"31st Oct 2021\",2021-10-31,Sunday,,Sleep,9,\"Asleep 11:10 PM-7:10 AM. In bed 10:55 PM - 7:30 AM\",\"\"\n"
    );
    let found = read(London, Format::Bearable, &text);
    assert_eq!(found.durations.len(), 1);
    assert_eq!(
        (found.durations[0].date, found.durations[0].asleep_min),
        (date("2021-12-08"), 450.0)
    );
    let [night] = &found.nights[..] else {
        panic!("{found:?}")
    };
    let (from, to) = (night.lights_out.unwrap(), night.final_wake.unwrap());
    assert_eq!(
        to.minutes_since(&from),
        540.0,
        "over the change of the clocks"
    );
    assert_eq!(night.bed.unwrap().to_rfc3339(), "2021-10-30T22:55:00+01:00");
}

#[test]
fn pain_kept_by_hand_several_times_a_day_is_one_rating_and_the_rest_is_told_of() {
    // As people copy it out of a pain diary: several records a day, with a comma for the decimal point.
    let text = "Date;Time;Pain;Sleep hours;Note\n\
02/03/2024;9:05 AM;4;7,5;stiff\n02/03/2024;6:40 PM;7;;\n03/03/2024;8:00 AM;4;6;\n03/03/2024;9:00 AM;4;;\n";
    let mapping = Mapping {
        roles: vec![
            Role::Date,
            Role::Ignore,
            Role::PainDay,
            Role::Asleep,
            Role::Ignore,
        ],
        dates: DateOrder::DayFirst,
        unit: Unit::Hours,
        by_hand: true,
    };
    let files = vec![Input::from_bytes("t.csv", text.into())];
    let found = wane_exchange::read_mapped(files, mapping, &Settings::new(Kolkata), &mut |_, _| {
        std::ops::ControlFlow::Continue(())
    })
    .unwrap();
    let ratings: Vec<_> = found
        .ratings
        .iter()
        .map(|one| (one.date, one.rating.get()))
        .collect();
    assert_eq!(ratings, [(date("2024-03-02"), 4), (date("2024-03-03"), 4)]);
    assert!(
        skipped(&found).contains(&(What::Value, Some("Pain"), Why::DuplicateDate, 1, vec![3])),
        "{:?}",
        skipped(&found)
    );
    let slept: Vec<_> = found.durations.iter().map(|one| one.asleep_min).collect();
    assert_eq!(slept, [450.0, 360.0]);
}

#[test]
fn a_zip_a_folder_and_a_single_file_are_the_same() {
    let text = "sid,start,stop,rating\n1,1608323029380,1608343029380,0\n";
    let mut single = read_in(Berlin, &[("a.csv", text.as_bytes())], None).unwrap();
    let zip = archive(&[
        ("Lokaler Name/Größe/a.csv", text.as_bytes()),
        ("__MACOSX/._a.csv", b"\x00\x05"),
    ]);
    let mut packed = read_in(Berlin, &[("b.zip", &zip)], None).unwrap();
    single.other.clear();
    packed.other.clear();
    assert_eq!(single.sleeps, packed.sleeps);
}

#[test]
fn autosleep_saved_again_by_a_spreadsheet_has_the_dates_of_its_country() {
    // The key stands as it was; the other two columns are written as the country does, which here is month first.
    let text = "ISO8601,bedtime,wakeTime,asleep\n\
2020-02-05T23:59:59+01:00,2/5/20 2:00,2/5/20 9:10,6:40:00\n\
2020-02-06T23:59:59+01:00,2/6/20 1:15,2/6/20 8:30,6:50:00\n";
    let found = read(Berlin, Format::AutoSleep, text);
    let days: Vec<String> = found
        .sleeps
        .iter()
        .map(|sleep| sleep.wake_date.to_string())
        .collect();
    assert_eq!(days, ["2020-02-05", "2020-02-06"]);
    assert_eq!(warnings(&found), []);
    assert_eq!(skipped(&found), []);
}

#[test]
fn no_time_in_bed_is_not_known_rather_than_nought() {
    let text =
        "Start;End;Sleep quality;Time in bed\n2017-11-22 00:52:30;2017-11-22 07:37:52;0%;0:00\n";
    let found = read(Berlin, Format::SleepCycle, text);
    assert_eq!(found.sleeps[0].in_bed_min, None);
}

#[test]
fn whoop_has_one_offset_for_both_ends_also_where_the_clocks_change() {
    let text = "Cycle start time,Cycle end time,Cycle timezone,Sleep onset,Wake onset\n\
2023-11-05 00:25:58,,UTC-05:00,2023-11-05 00:25:58,2023-11-05 07:37:52\n";
    let found = read(New_York, Format::Whoop, text);
    let sleep = &found.sleeps[0];
    assert_eq!(
        [sleep.start.to_rfc3339(), sleep.end.to_rfc3339()],
        ["2023-11-05T01:25:58-04:00", "2023-11-05T07:37:52-05:00"],
        "the clock on the wall showed summer time when the sleep began"
    );
}

#[test]
fn a_row_left_out_is_told_by_the_file_s_own_names() {
    let text = "date,deepSleepTime,shallowSleepTime,wakeTime,start,stop,REMTime\n\
2024-05-01,0,0,0,2024-05-01 00:00:00+0000,2024-05-01 00:00:00+0000,0\n";
    let found = read(Berlin, Format::Zepp, text);
    assert_eq!(reasons(&found), [(Some("stop"), Why::EndsBeforeStart)]);
}

#[test]
fn a_year_beyond_all_calendars_is_no_date() {
    let text = "Cycle start time,Cycle end time,Cycle timezone,Sleep onset,Wake onset\n\
,,UTC-14:00,262142-12-31 23:00,262142-12-31 23:50\n";
    let found = read(London, Format::Whoop, text);
    assert_eq!(reasons(&found), [(Some("Sleep onset"), Why::NotADate)]);
}
