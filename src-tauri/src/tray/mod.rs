//! The symbol in the tray and its menu, for the time the window is closed.
//!
//! On Linux it is a `StatusNotifierItem` on the session bus and nothing else (`item`), because the library that
//! tauri would load may be missing, and then stops the program. Elsewhere it is tauri's (`native`).
//! Many desktops show no tray at all, so nothing can be done there alone.

#[cfg(target_os = "linux")]
mod item;
#[cfg(not(target_os = "linux"))]
mod native;

#[cfg(target_os = "linux")]
use item as system;
#[cfg(not(target_os = "linux"))]
use native as system;

use std::sync::Arc;

use serde_json::{Value, json};
use tauri::AppHandle;
use wane_app::{App, TrayOutcome};

use crate::window;

/// The tray's symbol, as far as this desktop has one.
pub(crate) struct Tray {
    app: Arc<App>,
    shown: system::Shown,
}

impl Tray {
    /// Puts the symbol into the tray, on the main thread.
    pub(crate) fn new(handle: &AppHandle, app: Arc<App>) -> Arc<Self> {
        let hands = Hands {
            handle: handle.clone(),
            app: Arc::clone(&app),
        };
        let shown = system::Shown::new(handle, Menu::of(&app), hands);
        Arc::new(Tray { app, shown })
    }

    /// Asks the app for the menu again, and shows it if it has changed.
    pub(crate) fn refresh(&self) {
        self.shown.update(Menu::of(&self.app));
    }

    /// Whether the desktop shows the symbol, as far as it tells.
    pub(crate) fn is_shown(&self) -> bool {
        self.shown.is_shown()
    }
}

/// What the tray says: a tip and a menu, in words ready to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Menu {
    tip: String,
    entries: Vec<Entry>,
}

/// One entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    id: String,
    text: String,
    enabled: bool,
    checked: bool,
}

impl Menu {
    /// As the app has it now; empty if the app cannot tell.
    fn of(app: &App) -> Menu {
        app.call("tray_menu", json!({}))
            .map(|answer| Menu::read(&answer))
            .unwrap_or_default()
    }

    fn read(answer: &Value) -> Menu {
        let text = |value: &Value, name: &str| {
            value
                .get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let flag = |value: &Value, name: &str| value.get(name) == Some(&Value::Bool(true));
        let entries = answer
            .get("items")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .map(|item| Entry {
                id: text(item, "id"),
                text: text(item, "text"),
                enabled: flag(item, "enabled"),
                checked: flag(item, "checked"),
            })
            .collect();
        Menu {
            tip: text(answer, "tooltip"),
            entries,
        }
    }
}

/// Carries out what is chosen in the menu.
struct Hands {
    handle: AppHandle,
    app: Arc<App>,
}

impl Hands {
    /// An entry was chosen. The diary may be busy for a moment, for which the menu must not stand still.
    fn chosen(&self, id: &str) {
        let (handle, app, id) = (self.handle.clone(), Arc::clone(&self.app), id.to_owned());
        std::thread::spawn(move || match app.tray_action(&id) {
            TrayOutcome::Open(opens) => window::open_view(&handle, opens.name()),
            // The menu is asked for again after the next turn of the loop, which the change itself has brought about.
            TrayOutcome::Done => {}
            TrayOutcome::Quit => window::quit(&handle),
        });
    }

    /// The symbol itself was clicked.
    fn clicked(&self) {
        window::raise_soon(&self.handle);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(id: &str, enabled: bool, checked: bool) -> Value {
        json!({ "id": id, "text": format!("Do {id}"), "enabled": enabled, "checked": checked })
    }

    fn entry(id: &str, enabled: bool, checked: bool) -> Entry {
        Entry {
            id: id.to_owned(),
            text: format!("Do {id}"),
            enabled,
            checked,
        }
    }

    #[test]
    fn the_menu_is_what_the_app_says() {
        let answer = json!({ "tooltip": "Wane", "items": [
            item("quick-log", true, false), item("wind-down", false, false),
            item("night-screen", true, false), item("pause", true, true),
        ] });
        assert_eq!(
            Menu::read(&answer),
            Menu {
                tip: "Wane".to_owned(),
                entries: vec![
                    entry("quick-log", true, false),
                    entry("wind-down", false, false),
                    entry("night-screen", true, false),
                    entry("pause", true, true),
                ],
            },
            "every entry in its order"
        );
        assert_eq!(
            Menu::read(&json!(null)),
            Menu::default(),
            "an answer that is none is an empty menu"
        );
    }
}
