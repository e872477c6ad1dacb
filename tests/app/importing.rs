//! An import under way: how far it has come, and stopping it at any step with nothing changed.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, OnceLock, Weak},
};

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use serde_json::{Value, json};
use wane_app::{
    App,
    host::{Host, NotShown, Notice, Receipt},
    wire::{ImportPhase, ImportProgress},
};

use crate::{
    packed::archive,
    world::{World, data},
};

/// A world that sees every step of an import, lets time pass with it, and says stop at one of them.
struct Watching {
    world: Arc<World>,
    app: OnceLock<Weak<App>>,
    seen: Mutex<Vec<ImportProgress>>,
    stop_at: Mutex<Option<usize>>,
    act: Mutex<Option<Act>>,
    each: Duration,
}

/// What happens to the world at one step of an import.
type Act = (usize, Box<dyn Fn() + Send>);

impl Host for Watching {
    fn now(&self) -> DateTime<Utc> {
        self.world.now()
    }
    fn zone(&self) -> Tz {
        self.world.zone()
    }
    fn random(&self, bytes: &mut [u8]) {
        self.world.random(bytes);
    }
    fn notify(&self, notice: &Notice) -> Result<Receipt, NotShown> {
        self.world.notify(notice)
    }
    fn pick_files(&self) -> Option<Vec<PathBuf>> {
        None
    }
    fn pick_place(&self, suggested: &str) -> Option<Option<PathBuf>> {
        self.world.pick_place(suggested)
    }
    fn import_progress(&self, how_far: &dyn Fn() -> ImportProgress) {
        self.world.pass(self.each);
        let step = {
            let mut seen = self.seen.lock().unwrap();
            seen.push(how_far());
            seen.len()
        };
        if let Some((at, act)) = &*self.act.lock().unwrap()
            && *at == step
        {
            act();
        }
        if *self.stop_at.lock().unwrap() == Some(step) {
            let app = self.app.get().and_then(Weak::upgrade).expect("it is open");
            app.call("import_cancel", json!({}))
                .expect("anybody may stop it");
        }
    }
    fn painted(&self) {}
    fn reminders_changed(&self) {}
    fn close_window(&self) {}
    fn quit(&self) {}
}

pub struct Watched {
    pub app: Arc<App>,
    host: Arc<Watching>,
    pub dir: tempfile::TempDir,
}

impl Watched {
    pub fn new(each: Duration) -> Watched {
        let host = Arc::new(Watching {
            world: World::at("2026-05-10T09:00:00Z", Tz::Europe__London),
            app: OnceLock::new(),
            seen: Mutex::default(),
            stop_at: Mutex::default(),
            act: Mutex::default(),
            each,
        });
        let dir = tempfile::tempdir().unwrap();
        let app = Arc::new(App::open(dir.path(), host.clone()).expect("a fresh diary opens"));
        host.app.set(Arc::downgrade(&app)).expect("once");
        Watched { app, host, dir }
    }

    pub fn ask(&self, name: &str, request: Value) -> Value {
        self.app
            .call(name, request)
            .unwrap_or_else(|error| panic!("{name} was refused: {}", error.message))
    }

    /// Everything that is in the diary, byte for byte, as it can be taken out.
    pub fn content(&self) -> Vec<u8> {
        let place = self.dir.path().join("content.json");
        self.host.world.set_place(Some(&place));
        self.host.world.set_now("2026-05-10T10:00:00Z");
        self.ask("export_save", json!({ "format": "json" }));
        let content = fs::read(&place).expect("it was saved");
        fs::remove_file(place).expect("it can be removed");
        content
    }

    /// Lets something happen at a step of the next import; what came of its steps is forgotten.
    pub fn at_step(&self, act: Option<Act>) {
        self.host.seen.lock().unwrap().clear();
        *self.host.act.lock().unwrap() = act;
    }

    /// What the steps of the last import were.
    pub fn seen(&self) -> Vec<ImportProgress> {
        self.host.seen.lock().unwrap().clone()
    }

    fn stop_at(&self, step: Option<usize>) {
        self.host.seen.lock().unwrap().clear();
        *self.host.stop_at.lock().unwrap() = step;
    }
}

/// Files of every way in: by lines, as JSON, by what was said of their columns, as a whole diary, packed, as a
/// database, in a folder.
fn ways(folder: &Path) -> Vec<(&'static str, Value)> {
    let table = folder.join("own.csv");
    let rows: String = (1..29)
        .map(|day| format!("2026-02-{day:02} 23:00,2026-02-{day:02} 23:50,40\n"))
        .collect();
    fs::write(&table, format!("start,end,asleep\n{rows}")).unwrap();
    let whole = folder.join("whole.json");
    let other = Watched::new(Duration::zero());
    other.ask(
        "import_apply",
        json!({ "paths": [data("fitbit_sleep.json")] }),
    );
    other.ask("save_morning", json!({ "pain": 3 }));
    fs::write(&whole, other.content()).unwrap();
    let night = |day: u32| {
        let at = |day: u32, hour: u32| format!("2026-02-{day:02} {hour:02}:00:00 +0000");
        format!(
            "<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" sourceName=\"W\" startDate=\"{}\" endDate=\"{}\" value=\"HKCategoryValueSleepAnalysisAsleepCore\"/>\n",
            at(day, 23),
            at(day + 1, 6)
        )
    };
    let nights: String = (1..27).map(night).collect();
    let health = format!("<HealthData locale=\"en\">\n{nights}</HealthData>");
    let packed = folder.join("export.zip");
    fs::write(
        &packed,
        archive(&[
            ("apple_health_export/export.xml", health.as_bytes()),
            ("apple_health_export/notes.csv", b"a,b\n1,2\n"),
        ]),
    )
    .unwrap();
    let unpacked = folder.join("unpacked");
    fs::create_dir_all(unpacked.join("deeper")).unwrap();
    fs::write(unpacked.join("notes.csv"), "a,b\n1,2\n").unwrap();
    fs::write(unpacked.join("deeper/export.xml"), &health).unwrap();
    let database = folder.join("Gadgetbridge");
    let conn = rusqlite::Connection::open(&database).unwrap();
    conn.execute_batch(
        "CREATE TABLE DEVICE (_id INTEGER PRIMARY KEY, NAME TEXT, ALIAS TEXT);
         INSERT INTO DEVICE VALUES (1, 'Band', NULL);
         CREATE TABLE MI_BAND_ACTIVITY_SAMPLE (TIMESTAMP INTEGER, DEVICE_ID INTEGER, RAW_KIND INTEGER, STEPS INTEGER, HEART_RATE INTEGER);
         WITH RECURSIVE minute(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM minute WHERE n < 20000)
         INSERT INTO MI_BAND_ACTIVITY_SAMPLE SELECT 1770000000 + n * 60, 1, CASE WHEN n % 1440 < 400 THEN 9 ELSE 1 END, 0, 60 FROM minute;",
    )
    .unwrap();
    conn.close().unwrap();
    let mapping = json!({ "roles": ["start", "end", "asleep"], "dates": "day-first", "unit": "minutes", "by_hand": false });
    vec![
        ("a table", json!({ "paths": [data("diary_A_effect.csv")] })),
        ("JSON", json!({ "paths": [data("fitbit_sleep.json")] })),
        (
            "a table of one's own",
            json!({ "paths": [table], "mapping": mapping }),
        ),
        ("a whole diary", json!({ "paths": [whole] })),
        ("an archive", json!({ "paths": [packed] })),
        ("a database", json!({ "paths": [database] })),
        ("a folder", json!({ "paths": [unpacked] })),
    ]
}

#[test]
fn stopped_at_any_step_nothing_has_changed() {
    let folder = tempfile::tempdir().unwrap();
    for (what, request) in ways(folder.path()) {
        let watched = Watched::new(Duration::zero());
        watched.ask("save_morning", json!({ "pain": 2 }));
        let before = watched.content();
        let mut stopped = 0;
        // Every step at the beginning, where it reads; one in so many where it writes record after record.
        let mut step = 0;
        loop {
            step += 1 + step / 3;
            watched.stop_at(Some(step));
            match watched.app.call("import_apply", request.clone()) {
                Err(error) => {
                    stopped += 1;
                    assert_eq!(
                        error.code, "cancelled",
                        "{what}, step {step}: {}",
                        error.message
                    );
                    assert_eq!(error.message, "Stopped. Nothing was changed.");
                    assert!(
                        watched.content() == before,
                        "{what}: stopped at step {step}, the diary is as it was"
                    );
                    assert!(
                        !watched.dir.path().join(".reading").exists(),
                        "{what}: nothing of a copy is left"
                    );
                    let data = watched.ask("data", json!({}));
                    assert_eq!(data["imports"], json!([]), "{what}: and there is no batch");
                }
                Ok(imported) => {
                    assert!(
                        imported["batch"].is_string(),
                        "{what}: whole after all steps"
                    );
                    break;
                }
            }
        }
        assert!(
            stopped > 3,
            "{what}: there were steps to stop at: {stopped}"
        );
        assert!(
            watched.content() != before,
            "{what}: a control, it does come in"
        );
    }
}

#[test]
fn a_look_can_be_stopped_and_the_next_one_goes_through() {
    let watched = Watched::new(Duration::zero());
    let request = json!({ "paths": [data("diary_A_effect.csv")] });
    watched.stop_at(Some(2));
    let error = watched
        .app
        .call("import_preview", request.clone())
        .unwrap_err();
    assert_eq!(error.code, "cancelled");
    watched.stop_at(None);
    assert_eq!(watched.ask("import_preview", request)["format"], "wane-csv");
    let idle = watched.ask("import_progress", json!({}));
    assert_eq!(idle["phase"], "idle", "nothing goes on any more");
}

#[test]
fn stopping_when_nothing_goes_on_stops_nothing_later() {
    let watched = Watched::new(Duration::zero());
    watched.ask("import_cancel", json!({}));
    let imported = watched.ask(
        "import_apply",
        json!({ "paths": [data("diary_A_effect.csv")] }),
    );
    assert!(imported["batch"].is_string());
}

#[test]
fn it_says_how_far_it_has_come_and_how_long_it_takes_once_that_can_be_known() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.csv");
    let rows: String = (0..40_000)
        .map(|row| {
            format!(
                "{row},{},{},3\n",
                1_600_000_000_000i64 + row,
                1_600_000_001_000i64 + row
            )
        })
        .collect();
    fs::write(&path, format!("sid,start,stop,rating\n{rows}")).unwrap();
    let watched = Watched::new(Duration::seconds(2));
    watched.ask("import_preview", json!({ "paths": [path] }));
    let seen = watched.host.seen.lock().unwrap().clone();
    let reading: Vec<_> = seen
        .iter()
        .filter(|seen| seen.phase == ImportPhase::Reading)
        .collect();
    assert!(
        reading.len() > 10,
        "it is told piece by piece: {}",
        reading.len()
    );
    assert!(reading.iter().all(|seen| seen.text == "Reading the files"));
    let parts: Vec<f64> = reading.iter().filter_map(|seen| seen.part).collect();
    assert!(parts.is_sorted(), "it only goes on");
    assert_eq!(parts.last(), Some(&1.0), "to its end");
    assert_eq!(reading[0].left, None, "at first nobody knows how long");
    assert_eq!(reading[1].left, None);
    let lengths: Vec<&str> = reading
        .iter()
        .filter_map(|seen| seen.left.as_deref())
        .collect();
    assert!(lengths.contains(&"about 10 seconds left"), "{lengths:?}");
    assert!(lengths.iter().all(|said| said.starts_with("about ")));
    let last = seen.last().unwrap();
    assert_eq!((last.phase, last.part), (ImportPhase::Comparing, None));
}
