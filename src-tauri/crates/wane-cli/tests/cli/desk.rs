//! A diary of its own, and the program run over it.

use std::{
    path::PathBuf,
    process::{Command, Output},
};

use serde_json::Value;
use wane_app::host::{Host, NotShown, Notice, Receipt};

/// A diary directory of its own, at noon of 14 March 2026 in London.
pub struct Desk {
    pub dir: tempfile::TempDir,
    /// What the program takes for the present instant.
    pub now: &'static str,
}

impl Desk {
    pub fn new() -> Desk {
        Desk {
            dir: tempfile::tempdir().unwrap(),
            now: "2026-03-14T12:00:00Z",
        }
    }

    pub fn data(&self) -> PathBuf {
        self.dir.path().join("diary")
    }

    pub fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_wane"))
            .arg("--data")
            .arg(self.data())
            .args(["--zone", "Europe/London", "--now", self.now])
            .args(args)
            .env_remove("WANE_DATA")
            .output()
            .unwrap()
    }

    pub fn ok(&self, args: &[&str]) -> String {
        let output = self.run(args);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            output.status.success(),
            "wane {args:?} succeeds; it said {said}"
        );
        String::from_utf8(output.stdout).unwrap()
    }

    pub fn json(&self, args: &[&str]) -> Value {
        let mut all = vec!["--json"];
        all.extend(args);
        serde_json::from_str(&self.ok(&all)).expect("--json prints JSON")
    }

    /// The exit status and what was said on standard error.
    pub fn refused(&self, args: &[&str]) -> (i32, String) {
        let output = self.run(args);
        assert!(!output.status.success(), "wane {args:?} is refused");
        assert!(
            output.stdout.is_empty(),
            "wane {args:?} prints no half answer"
        );
        (
            output.status.code().unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    }
}

/// A file of `tests/data/`.
pub fn sample_file(name: &str) -> String {
    let tests = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/data");
    tests.join(name).display().to_string()
}

/// Another program that has the diary open.
pub struct Elsewhere;

impl Host for Elsewhere {
    fn now(&self) -> chrono::DateTime<chrono::Utc> {
        chrono::DateTime::UNIX_EPOCH
    }
    fn zone(&self) -> chrono_tz::Tz {
        chrono_tz::Tz::UTC
    }
    fn random(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
    fn notify(&self, _: &Notice) -> Result<Receipt, NotShown> {
        Err(NotShown {
            reason: "a test".to_owned(),
        })
    }
    fn pick_files(&self) -> Option<Vec<PathBuf>> {
        None
    }
    fn painted(&self) {}
    fn reminders_changed(&self) {}
    fn close_window(&self) {}
    fn quit(&self) {}
}
