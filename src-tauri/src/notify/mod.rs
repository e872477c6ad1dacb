//! What shows a notification, and what can be said about whether it was shown.
//!
//! On Linux the bus tells whether the desktop's service took a notification, and what was clicked, so it is asked directly.
//! On macOS and Windows nobody tells: a notification is handed over, and that is what the receipt means there.

#[cfg(target_os = "linux")]
mod bus;
mod carrier;
#[cfg(target_os = "linux")]
mod heard;
#[cfg(windows)]
pub(crate) mod identity;

use std::sync::Arc;

use tauri::{AppHandle, Manager};
use wane_app::host::{NotShown, Notice, Receipt};

use crate::{Diary, trace, window};

/// The name of a click on the body.
const BODY: &str = "default";

/// Shows notifications.
pub(crate) trait Notifier: Send + Sync {
    /// Shows one; showing the same tag again replaces the earlier one where the desktop can.
    ///
    /// # Errors
    /// Nothing was shown, as far as the desktop tells.
    fn show(&self, notice: &Notice) -> Result<Receipt, NotShown>;
}

/// Something of a notification was clicked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Act {
    /// The tag of its [`Notice`].
    tag: String,
    /// The id of the button, or [`BODY`].
    action: String,
    /// What lets a window come to the front, where the desktop asks for it.
    token: Option<String>,
}

/// Hears what was clicked.
type Acted = Arc<dyn Fn(Act) + Send + Sync>;

/// The best way this desktop has.
pub(crate) fn for_this_desktop(app: &AppHandle) -> Box<dyn Notifier> {
    let handle = app.clone();
    let acted: Acted = Arc::new(move |act| carry_out(&handle, &act));
    #[cfg(target_os = "linux")]
    let notifier = {
        let carrier = carrier::Carrier::new(app.clone(), None);
        bus::Bus::new(None, Box::new(carrier), acted)
    };
    #[cfg(not(target_os = "linux"))]
    let notifier = carrier::Carrier::new(app.clone(), Some(acted));
    Box::new(notifier)
}

/// Hands a click to the app, and opens what it leads to.
fn carry_out(handle: &AppHandle, act: &Act) {
    let Some(diary) = handle.try_state::<Diary>() else {
        return;
    };
    let Ok(app) = &diary.0 else { return };
    trace::say("notify", "clicked");
    if let Some(opens) = app.notice_action(&act.tag, &act.action) {
        window::bring(handle, Some(opens.name()), act.token.clone());
    }
}
