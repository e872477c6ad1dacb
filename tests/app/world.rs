//! A host whose clock, zone and notification service the test turns by hand.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use serde_json::{Value, json};
use wane_app::{
    App,
    host::{Host, NotShown, Notice, Receipt},
};

/// What the test can see and turn.
pub struct World {
    state: Mutex<State>,
}

struct State {
    now: DateTime<Utc>,
    zone: Tz,
    /// `false`: there is no notification service.
    service: bool,
    shown: Vec<Notice>,
    dice: u64,
    /// What the person answers when asked for a place.
    place: Option<PathBuf>,
}

impl World {
    pub fn at(now: &str, zone: Tz) -> Arc<World> {
        Arc::new(World {
            state: Mutex::new(State {
                now: instant(now),
                zone,
                service: true,
                shown: Vec::new(),
                dice: 7,
                place: None,
            }),
        })
    }

    pub fn set_now(&self, now: &str) {
        self.state.lock().unwrap().now = instant(now);
    }

    pub fn pass(&self, time: Duration) {
        self.state.lock().unwrap().now += time;
    }

    pub fn set_zone(&self, zone: Tz) {
        self.state.lock().unwrap().zone = zone;
    }

    /// The person will say this when asked where to save, or close the dialog.
    pub fn set_place(&self, place: Option<&Path>) {
        self.state.lock().unwrap().place = place.map(Path::to_owned);
    }

    pub fn set_service(&self, there: bool) {
        self.state.lock().unwrap().service = there;
    }

    /// Tags of the notifications shown so far.
    pub fn shown(&self) -> Vec<String> {
        self.state
            .lock()
            .unwrap()
            .shown
            .iter()
            .map(|n| n.tag.clone())
            .collect()
    }

    pub fn last_notice(&self) -> Notice {
        self.state
            .lock()
            .unwrap()
            .shown
            .last()
            .cloned()
            .expect("a notification was shown")
    }
}

pub fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text)
        .unwrap()
        .with_timezone(&Utc)
}

impl Host for World {
    fn now(&self) -> DateTime<Utc> {
        self.state.lock().unwrap().now
    }
    fn zone(&self) -> Tz {
        self.state.lock().unwrap().zone
    }
    fn random(&self, bytes: &mut [u8]) {
        let mut state = self.state.lock().unwrap();
        for byte in bytes {
            state.dice = state
                .dice
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            *byte = (state.dice >> 33) as u8;
        }
    }
    fn notify(&self, notice: &Notice) -> Result<Receipt, NotShown> {
        let mut state = self.state.lock().unwrap();
        if !state.service {
            return Err(NotShown {
                reason: "no service".to_owned(),
            });
        }
        state.shown.push(notice.clone());
        Ok(Receipt {
            service: "test service 1".to_owned(),
        })
    }
    fn pick_files(&self) -> Option<Vec<PathBuf>> {
        None
    }
    fn pick_place(&self, suggested: &str) -> Option<Option<PathBuf>> {
        assert!(
            !suggested.contains(['/', '\\', ' ']),
            "a name that any file system takes: {suggested}"
        );
        Some(self.state.lock().unwrap().place.clone())
    }
    fn painted(&self) {}
    fn reminders_changed(&self) {}
    fn close_window(&self) {}
    fn quit(&self) {}
}

/// An open diary in a directory of its own.
pub struct House {
    pub app: App,
    pub world: Arc<World>,
    pub dir: tempfile::TempDir,
}

impl House {
    pub fn new(now: &str, zone: Tz) -> House {
        let world = World::at(now, zone);
        let dir = tempfile::tempdir().unwrap();
        let app = App::open(dir.path(), world.clone()).expect("a fresh diary opens");
        House { app, world, dir }
    }

    /// The program ends and starts again.
    pub fn restart(self) -> House {
        let House { app, world, dir } = self;
        drop(app);
        let app = App::open(dir.path(), world.clone()).expect("the diary opens again");
        House { app, world, dir }
    }

    pub fn ask(&self, name: &str, request: Value) -> Value {
        self.app
            .call(name, request)
            .unwrap_or_else(|e| panic!("{name} was refused: {} ({})", e.message, e.code))
    }

    pub fn refused(&self, name: &str, request: Value) -> (String, String) {
        let error = self
            .app
            .call(name, request)
            .err()
            .unwrap_or_else(|| panic!("{name} was not refused"));
        (error.code, error.message)
    }

    pub fn day(&self, date: &str) -> Value {
        self.ask("days", json!({ "from": date, "to": date }))[0].clone()
    }

    pub fn import(&self, file: &str) -> Value {
        self.ask(
            "import_apply",
            json!({ "paths": [data(file)], "home_zone": "Europe/London" }),
        )
    }
}

/// A file of `tests/data/`.
pub fn data(file: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(file)
        .display()
        .to_string()
}
