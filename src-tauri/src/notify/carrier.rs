//! tauri-plugin-notification: the way on macOS and Windows, and the fallback on Linux.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use tauri::AppHandle;
use tauri_plugin_notification::{Action, ActionType, NotificationExt};
use wane_app::host::{NotShown, Notice, Receipt};

use super::{Act, Acted, BODY, Notifier};

/// The plugin's name for a click on the body.
const TAP: &str = "tap";
/// The plugin's name for our buttons.
const BUTTONS: &str = "reminder";
/// How many notifications are remembered, for what is clicked on them.
const REMEMBERED: usize = 64;
/// macOS hides two or more buttons in a menu, and a click on the menu itself counts as the first of them.
const BUTTONS_AT_MOST: usize = if cfg!(target_os = "macos") {
    1
} else {
    usize::MAX
};

/// Hands notifications to the plugin, which does not learn whether they were shown.
pub(crate) struct Carrier {
    app: AppHandle,
    /// Somebody hears what is clicked; otherwise no button is shown.
    is_heard: bool,
    given: Arc<Mutex<Given>>,
}

/// The numbers given to the plugin, and the tags they stand for.
#[derive(Default)]
struct Given {
    last: i32,
    tags: VecDeque<(i32, String)>,
}

impl Given {
    /// The number of a tag; the same tag has the same number.
    fn number(&mut self, tag: &str) -> i32 {
        if let Some((number, _)) = self.tags.iter().find(|(_, known)| known == tag) {
            return *number;
        }
        self.last = self.last.wrapping_add(1);
        self.tags.push_back((self.last, tag.to_owned()));
        if self.tags.len() > REMEMBERED {
            self.tags.pop_front();
        }
        self.last
    }

    fn tag(&self, number: i32) -> Option<String> {
        self.tags
            .iter()
            .find(|(given, _)| *given == number)
            .map(|(_, tag)| tag.clone())
    }
}

impl Carrier {
    /// `acted` hears what is clicked, as far as the system tells.
    pub(crate) fn new(app: AppHandle, acted: Option<Acted>) -> Self {
        let given = Arc::<Mutex<Given>>::default();
        let is_heard = acted.is_some_and(|acted| {
            let given = Arc::clone(&given);
            let heard = app.notification().on_action(move |performed| {
                let tag = performed.notification().and_then(|notification| {
                    given
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .tag(notification.id())
                });
                let action = match performed.action_id() {
                    TAP => BODY,
                    button => button,
                };
                acted(Act {
                    // A click that cannot be told apart still opens the window.
                    tag: tag.unwrap_or_default(),
                    action: action.to_owned(),
                    token: None,
                });
            });
            heard.is_ok()
        });
        Carrier {
            app,
            is_heard,
            given,
        }
    }
}

impl Notifier for Carrier {
    /// `Ok` means that the notification was handed over; the system may still keep it from the user.
    fn show(&self, notice: &Notice) -> Result<Receipt, NotShown> {
        // The plugin's own words may quote the notification, so they are not passed on.
        let not_prepared = || NotShown {
            reason: "the notification could not be prepared".to_owned(),
        };
        // Held until it is shown, so that no other notification gets these buttons.
        let mut given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        let mut builder = self
            .app
            .notification()
            .builder()
            .id(given.number(&notice.tag))
            .title(&notice.title)
            .body(&notice.body);
        if self.is_heard {
            let buttons = notice
                .actions
                .iter()
                .take(BUTTONS_AT_MOST)
                .map(|action| Action::builder(&action.id, &action.text).build())
                .collect();
            let kind = ActionType::builder(BUTTONS).actions(buttons).build();
            self.app
                .notification()
                .register_action_types(vec![kind])
                .map_err(|_| not_prepared())?;
            builder = builder.action_type_id(BUTTONS);
        }
        builder.show().map_err(|_| not_prepared())?;
        let system = if cfg!(target_os = "macos") {
            "macOS"
        } else if cfg!(windows) {
            "Windows"
        } else {
            "the desktop"
        };
        Ok(Receipt {
            service: system.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_leads_back_to_its_tag() {
        let mut given = Given::default();
        let first = given.number("wind-down/2026-03-14");
        let second = given.number("morning/2026-03-15");
        assert_ne!(first, second, "two notifications are told apart");
        assert_eq!(
            given.number("wind-down/2026-03-14"),
            first,
            "the same one replaces itself"
        );
        assert_eq!(
            given.tag(second).as_deref(),
            Some("morning/2026-03-15"),
            "back again"
        );
        for number in 0..200 {
            given.number(&format!("tag {number}"));
        }
        assert_eq!(
            given.tags.len(),
            REMEMBERED,
            "memory does not grow for ever"
        );
        assert_eq!(given.tag(first), None, "the oldest are forgotten");
    }
}
