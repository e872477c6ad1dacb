//! Looking at days, from anywhere and at any hour, changes nothing that is stored.

use std::fmt::Debug;

use chrono_tz::Tz;
use serde_json::json;
use wane_app::{App, host::Host};
use wane_domain::diary;
use wane_store::{DataDir, Record};

use super::{AUCKLAND, HONOLULU, LONDON, any_id, house_at, say};
use crate::world::House;

/// Everything the diary stores, in the words of its own records, and the bytes of its file.
fn stored(house: House) -> (String, Vec<u8>, House) {
    let House { app, world, dir } = house;
    drop(app);
    let bytes = std::fs::read(dir.path().join("diary.db")).unwrap();
    let mut text = String::new();
    {
        let data = DataDir::open(dir.path()).unwrap();
        let reader = data.diary(world.now(), any_id()).unwrap();
        fn all<R: Record + Debug>(reader: &wane_store::Reader, text: &mut String) {
            for record in reader.all::<R>().unwrap() {
                text.push_str(&format!("{record:?}\n"));
            }
        }
        all::<diary::Night>(&reader, &mut text);
        all::<diary::Nap>(&reader, &mut text);
        all::<diary::DeviceSleep>(&reader, &mut text);
        all::<diary::PainRating>(&reader, &mut text);
        all::<diary::NamedPain>(&reader, &mut text);
        all::<diary::DayEntry>(&reader, &mut text);
        all::<diary::Factor>(&reader, &mut text);
        all::<diary::FactorValue>(&reader, &mut text);
        all::<diary::Dose>(&reader, &mut text);
        all::<diary::Light>(&reader, &mut text);
        all::<diary::Medicine>(&reader, &mut text);
        all::<diary::MedicineTaken>(&reader, &mut text);
        all::<diary::Note>(&reader, &mut text);
        text.push_str(&format!(
            "{:?}\n{:?}\n",
            reader.settings().unwrap(),
            reader.counts().unwrap()
        ));
        let (first, last) = reader.first_and_last_date().unwrap().unwrap();
        for date in first.iter_days().take_while(|date| *date <= last) {
            text.push_str(&format!("{:?}\n", reader.revisions_on(date).unwrap()));
        }
    }
    let app = App::open(dir.path(), world.clone()).unwrap();
    (text, bytes, House { app, world, dir })
}

/// Two months of nights at every hour, through shifts, clock changes and round the world; each is said when it is over.
fn an_unsettled_life() -> House {
    let house = house_at("2026-03-01T07:30", LONDON);
    let berlin = Tz::Europe__Berlin;
    let said = [
        ("2026-03-01T07:30", LONDON, "23:00", "07:00"),
        ("2026-03-02T07:30", LONDON, "23:00", "07:10"),
        ("2026-03-03T10:15", LONDON, "01:30", "10:00"),
        ("2026-03-04T05:40", LONDON, "23:30", "05:30"),
        ("2026-03-05T16:15", LONDON, "09:00", "16:00"),
        ("2026-03-06T16:40", LONDON, "09:15", "16:30"),
        ("2026-03-07T15:10", LONDON, "08:30", "15:00"),
        ("2026-03-08T06:10", LONDON, "22:00", "06:00"),
        ("2026-03-09T00:20", LONDON, "16:30", "00:10"),
        ("2026-03-09T23:55", LONDON, "16:00", "23:50"),
        ("2026-03-28T07:30", LONDON, "23:00", "07:00"),
        ("2026-03-29T07:30", LONDON, "23:00", "07:00"),
        ("2026-03-30T08:30", berlin, "23:30", "07:45"),
        ("2026-04-02T07:30", AUCKLAND, "23:00", "07:00"),
        ("2026-04-03T07:30", AUCKLAND, "23:00", "07:00"),
        ("2026-04-04T07:30", AUCKLAND, "23:00", "07:00"),
        ("2026-04-05T07:30", AUCKLAND, "23:00", "07:00"),
        ("2026-04-05T07:30", HONOLULU, "22:00", "06:00"),
        ("2026-04-06T06:30", HONOLULU, "22:00", "06:00"),
        ("2026-04-08T08:00", AUCKLAND, "23:00", "07:30"),
    ];
    for (at, zone, bed, wake) in said {
        say(&house, at, zone, bed, wake);
        house.ask(
            "save_morning",
            json!({ "pain": 3, "quality": 3, "keep_absent": true }),
        );
        house.ask(
            "save_evening",
            json!({ "pain": 5, "mattered": "the beans", "movement_min": 20, "keep_absent": true }),
        );
        house.ask("log_light", json!({ "minutes": 30 }));
    }
    house.ask(
        "save_nap",
        json!({ "nap": { "start": "00:30", "end": "01:10" } }),
    );
    house.ask("save_note", json!({ "text": "a long way" }));
    house.ask("night_note", json!({ "choice": "note" }));
    house.ask("mark_rough", json!({ "rough": true }));
    house.ask(
        "save_morning",
        json!({ "date": "2026-03-04", "pain": 4, "keep_absent": true }),
    );
    house
}

/// Commands that look at days; the others write, keep the diary safe, or leave the program.
const READING: [&str; 37] = [
    "start",
    "painted",
    "today",
    "month",
    "preview_night",
    "tracked",
    "search",
    "chart",
    "plan",
    "occurrences",
    "due",
    "sun",
    "settings",
    "appearance",
    "data",
    "measures",
    "device_felt",
    "insight",
    "days",
    "history",
    "trash",
    "wind_down",
    "breathing",
    "worries",
    "movement",
    "movement_library",
    "routines",
    "ledger",
    "learn",
    "help_now",
    "care",
    "annotations",
    "export_preview",
    "insights",
    "look_back",
    "flare",
    "experiments",
];

/// Asks everything that can be asked, as the window and the command line do.
fn ask_everything(house: &House, date: &str) {
    let requests = [
        ("start", json!({ "chart_width": 480 })),
        ("painted", json!({})),
        ("today", json!({})),
        ("today", json!({ "date": date })),
        ("month", json!({ "month": &date[..7] })),
        (
            "preview_night",
            json!({ "night": { "bed": "22:00", "final_wake": "06:00" }, "touched": ["bed"] }),
        ),
        (
            "preview_night",
            json!({ "date": date, "night": { "bed": "22:00", "final_wake": "06:00" } }),
        ),
        ("tracked", json!({})),
        ("search", json!({ "words": "beans" })),
        (
            "chart",
            json!({ "name": "trend", "range": "all", "width": 480 }),
        ),
        (
            "chart",
            json!({ "name": "raster", "range": "all", "width": 480 }),
        ),
        ("plan", json!({})),
        (
            "occurrences",
            json!({ "from": "2026-03-28T00:00:00Z", "to": "2026-04-08T00:00:00Z" }),
        ),
        ("due", json!({})),
        ("sun", json!({ "date": date })),
        ("settings", json!({})),
        ("appearance", json!({})),
        ("data", json!({})),
        ("measures", json!({})),
        ("device_felt", json!({})),
        ("insight", json!({})),
        ("days", json!({})),
        ("history", json!({ "date": date })),
        ("trash", json!({})),
        ("wind_down", json!({})),
        ("breathing", json!({})),
        ("worries", json!({})),
        ("movement", json!({ "date": date })),
        ("movement_library", json!({})),
        ("routines", json!({})),
        ("ledger", json!({})),
        ("learn", json!({})),
        ("help_now", json!({})),
        ("care", json!({})),
        ("annotations", json!({})),
        ("export_preview", json!({ "format": "json" })),
        ("insights", json!({})),
        ("look_back", json!({})),
        ("experiments", json!({})),
        ("flare", json!({})),
    ];
    for (name, _) in &requests {
        assert!(READING.contains(name), "{name} is listed as reading");
    }
    for name in READING {
        assert!(
            requests.iter().any(|(asked, _)| *asked == name),
            "{name} is asked"
        );
    }
    for (name, request) in requests {
        house.ask(name, request);
    }
    house.app.tick();
}

#[test]
fn looking_at_days_from_anywhere_changes_nothing_that_is_stored() {
    let house = an_unsettled_life().restart();
    let (text, bytes, house) = stored(house);
    for needle in [
        "Pacific/Honolulu",
        "Europe/Berlin",
        "the beans",
        "a long way",
    ] {
        assert!(
            text.contains(needle) || text.contains(&needle.replace('/', "__")),
            "the dump shows what is stored: {needle}"
        );
    }
    let clocks = [
        "2026-03-08T12:00:00Z",
        "2026-04-05T16:45:00Z",
        "2026-04-08T11:30:00Z",
        "2026-10-25T01:15:00Z",
    ];
    let zones = [
        LONDON,
        AUCKLAND,
        HONOLULU,
        Tz::Pacific__Kiritimati,
        Tz::Pacific__Pago_Pago,
        Tz::Asia__Kathmandu,
        Tz::Australia__Lord_Howe,
        Tz::America__Nuuk,
    ];
    for (at, clock) in clocks.into_iter().enumerate() {
        for zone in zones {
            house.world.set_now(clock);
            house.world.set_zone(zone);
            ask_everything(
                &house,
                ["2026-03-09", "2026-03-29", "2026-04-05", "2026-04-08"][at],
            );
        }
    }
    let (text_after, bytes_after, house) = stored(house);
    assert!(
        text == text_after,
        "every record and its history are the same"
    );
    assert!(bytes == bytes_after, "and so is every byte of the file");

    // The control: one written answer shows in both.
    house.world.set_now(clocks[2]);
    house.world.set_zone(HONOLULU);
    house.ask("log_light", json!({ "minutes": 31 }));
    let (text_written, bytes_written, _) = stored(house);
    assert!(
        text != text_written && bytes != bytes_written,
        "what is written can be seen by this test"
    );
}

#[test]
fn days_read_back_the_same_in_every_zone_there_is() {
    let house = an_unsettled_life();
    let days = house.ask("days", json!({}));
    let measures = house.ask("measures", json!({}));
    assert!(
        days.as_array().unwrap().len() > 15,
        "there is a life to look at"
    );
    for zone in chrono_tz::TZ_VARIANTS {
        house.world.set_zone(zone);
        assert_eq!(house.ask("days", json!({})), days, "looked at from {zone}");
        assert_eq!(
            house.ask("measures", json!({})),
            measures,
            "measured from {zone}"
        );
    }
}

#[test]
fn every_command_is_known_to_read_or_to_write() {
    let writing = [
        "save_morning",
        "save_evening",
        "mark_rough",
        "log_light",
        "save_pain",
        "save_factor",
        "save_medicine",
        "retire",
        "save_anchors",
        "save_nap",
        "save_taken",
        "save_note",
        "night",
        "night_over",
        "night_note",
        "night_offer_dismiss",
        "save_wind_down",
        "wind_down_act",
        "log_wind_down",
        "save_breathing",
        "breathing_pace",
        "breathing_done",
        "park_worries",
        "settle_worry",
        "remove_entry",
        "undo",
        "redo",
        "mark_visit",
        "set_rule",
        "remove_rule",
        "rename_rule",
        "set_targets",
        "suggestion_accept",
        "suggestion_dismiss",
        "pause_start",
        "pause_end",
        "set_protected_night",
        "answer_question",
        "bring_back",
        "set_light",
        "set_notice_text",
        "tray_menu",
        "reminder_done",
        "reminder_snooze",
        "reminder_skip",
        "inbox_dismiss",
        "test_reminder",
        "autostart",
        "set_autostart",
        "save_settings",
        "first_run",
        "sample_start",
        "sample_remove",
        "pick_files",
        "save_chart",
        "import_columns",
        "import_preview",
        "import_apply",
        "import_undo",
        "restore_version",
        "trash_restore",
        "backups",
        "backup_now",
        "backup_verify",
        "backup_rehearse",
        "restore_preview",
        "restore_apply",
        "check",
        "recover",
        "learn_mark",
        "learn_put_away",
        "save_help",
        "copy_chart",
        "save_annotation",
        "remove_annotation",
        "export_save",
        "insight_detail",
        "set_weekly_look",
        "look_back_skip",
        "import_columns",
        "save_dose",
        "remove_dose",
        "hide_movement",
        "routine",
        "save_routine",
        "remove_routine",
        "routine_done",
        "ledger_begin",
        "ledger_end",
        "ledger_below_floor",
        "save_instruction",
        "remove_instruction",
        "save_flare_plan",
        "flare_start",
        "flare_end",
        "flare_note",
        "flare_still_on",
        "holiday_start",
        "holiday_end",
        "experiment_propose",
        "experiment_start",
        "experiment_said",
        "experiment_stop",
        "experiment_result",
        "experiment_remove",
        "import_progress",
        "import_cancel",
        "quit",
        "close_window",
    ];
    for name in wane_app::commands::NAMES {
        assert!(
            READING.contains(name) != writing.contains(name),
            "{name} is new: if it reads days, looking_at_days_from_anywhere has to ask it"
        );
    }
}
