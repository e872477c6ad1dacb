//! Clock, zone, randomness and desktop, as the app asks for them.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, TryLockError};
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use tauri::{AppHandle, Wry};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use wane_app::host::{self, Host, NotSet, NotShown, Notice, Receipt};

use crate::autostart::Autostart;
use crate::notify::{self, Notifier};
use crate::wait::Bell;
use crate::{trace, window, zone};

/// The desktop around the diary.
pub(crate) struct Desktop {
    app: AppHandle,
    bell: Arc<Bell>,
    notifier: Box<dyn Notifier>,
    autostart: Autostart,
    /// Held while a file dialog stands.
    dialog: Mutex<()>,
}

impl Desktop {
    pub(crate) fn new(app: AppHandle, bell: Arc<Bell>, autostart: Autostart) -> Self {
        let notifier = notify::for_this_desktop(&app);
        Desktop {
            app,
            bell,
            notifier,
            autostart,
            dialog: Mutex::new(()),
        }
    }

    /// The one file dialog, for as long as the second part is kept; `None` while it stands already.
    ///
    /// A button pressed twice must not leave a second dialog behind the first.
    fn file_dialog(&self) -> Option<(FileDialogBuilder<Wry>, MutexGuard<'_, ()>)> {
        let held = match self.dialog.try_lock() {
            Ok(held) => held,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return None,
        };
        let dialog = self.app.dialog().file();
        Some(match window::main(&self.app) {
            Some(window) => (dialog.set_parent(&window), held),
            None => (dialog, held),
        })
    }
}

impl Host for Desktop {
    #[allow(
        clippy::disallowed_methods,
        reason = "the shell is where the clock is read; everything inside is told"
    )]
    fn now(&self) -> DateTime<Utc> {
        SystemTime::now().into()
    }

    fn zone(&self) -> Tz {
        zone::current()
    }

    fn random(&self, bytes: &mut [u8]) {
        // No desktop that runs a window lacks randomness; without it no name would be unique, and nothing could be saved.
        getrandom::fill(bytes).expect("the system gives random bytes");
    }

    fn notify(&self, notice: &Notice) -> Result<Receipt, NotShown> {
        let outcome = self.notifier.show(notice);
        if let Err(not_shown) = &outcome {
            trace::say("notify", &not_shown.to_string());
        }
        outcome
    }

    fn pick_files(&self) -> Option<Vec<PathBuf>> {
        let Some((dialog, _held)) = self.file_dialog() else {
            return Some(Vec::new());
        };
        let picked = dialog.blocking_pick_files().unwrap_or_default();
        Some(
            picked
                .into_iter()
                .filter_map(|file| file.into_path().ok())
                .collect(),
        )
    }

    fn pick_place(&self, suggested: &str) -> Option<Option<PathBuf>> {
        let Some((dialog, _held)) = self.file_dialog() else {
            return Some(None);
        };
        let place = dialog
            .set_file_name(suggested)
            .add_filter("PNG", &["png"])
            .add_filter("SVG", &["svg"])
            .blocking_save_file();
        Some(place.and_then(|file| file.into_path().ok()))
    }

    fn painted(&self) {
        trace::painted();
        window::painted(&self.app);
        self.bell.ring();
    }

    fn reminders_changed(&self) {
        self.bell.ring();
    }

    fn close_window(&self) {
        window::close_soon(&self.app);
    }

    fn quit(&self) {
        // The page asks for it and has saved before.
        self.app.exit(0);
    }

    fn night(&self, on: bool) {
        window::night(&self.app, on);
    }

    fn autostart(&self) -> host::Autostart {
        host::Autostart {
            available: self.autostart.is_available(),
            enabled: self.autostart.is_enabled(),
        }
    }

    fn set_autostart(&self, enabled: bool) -> Result<(), NotSet> {
        self.autostart.set(enabled).map_err(|error| {
            trace::say("autostart", &format!("not set: {}", error.kind()));
            NotSet
        })
    }
}
