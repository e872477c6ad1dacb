//! The window: built when it is asked for, destroyed when it is closed, and built again.
//!
//! A hidden webview keeps its memory for weeks and the diary's text with it; a destroyed one gives both back.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};
use tauri::utils::config::Color;
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{
    AppHandle, Emitter, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Window,
    WindowEvent,
};
use wane_app::App;
use wane_app::wire::OnClose;

use crate::tray::Tray;
use crate::{Diary, call, trace};

/// Label of the one window, named in `capabilities/main.json`.
const LABEL: &str = "main";
/// Its title.
pub(crate) const TITLE: &str = "Wane";
/// What the window hears when it must ask whether to stay in the background.
const CLOSE_ASKED: &str = "close-asked";
/// What it hears when it is to show another view; the view's name goes with it.
const OPEN_VIEW: &str = "open-view";

/// The view that nothing bright may go before.
const NIGHT: &str = "night";
/// The page as it opens for the night screen alone; `ui/for-night.js` reads the fragment.
const NIGHT_PAGE: &str = "index.html#for-night";

/// When the window is shown even if its page has not come.
const AT_LATEST: Duration = Duration::from_secs(3);
/// How long the page has to send its last words, and how long the diary has to write them down.
const TO_SPEAK: Duration = Duration::from_millis(250);
const TO_SAVE: Duration = Duration::from_secs(5);
/// How long the page has to turn dark before the window is shown all the same, and how often it is asked.
const TO_DARKEN: Duration = Duration::from_millis(600);
const ASK_AGAIN: Duration = Duration::from_millis(10);

/// Held by whoever brings the window or lets it go.
///
/// One that goes takes a moment, in which its page saves. Asked for in that moment, the window would be shown and then
/// go all the same; so whoever asks waits until it has gone, and opens another. Never held by the main thread, which
/// builds the window.
static DOOR: Mutex<()> = Mutex::new(());
/// How many ask for the window, those that wait at the [`DOOR`] among them.
static ASKED_FOR: AtomicUsize = AtomicUsize::new(0);

fn door() -> MutexGuard<'static, ()> {
    DOOR.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The window was opened for the night screen alone, and covers the screen with its clocks.
static FOR_NIGHT: AtomicBool = AtomicBool::new(false);
/// An ordinary window covers the display for as long as the night screen is in it.
static COVERS: AtomicBool = AtomicBool::new(false);
/// The page has turned dark since it was asked to.
static DARK: AtomicBool = AtomicBool::new(false);

/// The page has turned dark for the night screen, or leaves it.
///
/// Meanwhile the window covers the display, so that neither a bright desktop nor a panel's clock stands beside it.
/// A window manager may keep it as it is; the page is as dark in it.
pub(crate) fn night(app: &AppHandle, on: bool) {
    let Some(window) = main(app) else { return };
    if on {
        let _ = window.set_background_color(Some(NIGHT_GROUND));
        if !window.is_fullscreen().unwrap_or(true) {
            COVERS.store(true, Ordering::Relaxed);
            let _ = window.set_fullscreen(true);
        }
        DARK.store(true, Ordering::Relaxed);
    } else if COVERS.swap(false, Ordering::Relaxed) {
        let _ = window.set_fullscreen(false);
        let _ = window.set_background_color(Some(ground(app)));
    }
}

/// The window was asked what closing should mean, and has not been heard of since.
static ASKING: AtomicBool = AtomicBool::new(false);

/// The page has spoken, so it is alive and can be asked again.
pub(crate) fn heard() {
    ASKING.store(false, Ordering::Relaxed);
}

/// The view that is to be shown when the page can hear it, and whether it can.
static WISH: Mutex<Wish> = Mutex::new(Wish {
    view: None,
    is_heard: false,
});

/// See [`WISH`].
struct Wish {
    view: Option<&'static str>,
    is_heard: bool,
}

impl Wish {
    /// What to tell the page now.
    fn take(&mut self) -> Option<&'static str> {
        self.is_heard.then(|| self.view.take()).flatten()
    }

    /// Whether that view is wished for; it is not any more then.
    fn take_if(&mut self, view: &str) -> bool {
        self.view.take_if(|wished| *wished == view).is_some()
    }
}

fn wish() -> MutexGuard<'static, Wish> {
    WISH.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The page has painted its first picture: from now on it hears what it is to show.
pub(crate) fn painted(app: &AppHandle) {
    wish().is_heard = true;
    tell_wish(app);
}

fn tell_wish(app: &AppHandle) {
    let view = wish().take();
    if let Some(view) = view {
        trace::say("window", &format!("shows {view}"));
        // A page that has gone meanwhile shows nothing, which is what the user sees.
        let _ = app.emit_to(LABEL, OPEN_VIEW, view);
    }
}

/// The window, if it is open.
pub(crate) fn main(app: &AppHandle) -> Option<WebviewWindow> {
    app.get_webview_window(LABEL)
}

/// Opens the window; a fault is told on the terminal, and reminders keep coming.
pub(crate) fn open(app: &AppHandle) {
    heard();
    // What the window is opened for it shows from its first picture on, and need not be told.
    let for_night = wish().take_if(NIGHT);
    FOR_NIGHT.store(for_night, Ordering::Relaxed);
    COVERS.store(false, Ordering::Relaxed);
    match build(app, for_night) {
        Ok(window) => {
            trace::step("window");
            trace::say("window", "opened");
            // A page that does not come must not leave the program without a window.
            std::thread::spawn(move || {
                std::thread::sleep(AT_LATEST);
                if window.is_visible().is_ok_and(|visible| !visible) {
                    reveal(&window);
                }
            });
        }
        Err(error) => eprintln!("wane-desktop: the window could not be opened: {error}"),
    }
}

/// Shows the window and gives it the keyboard; a window manager may refuse the latter.
fn reveal(window: &WebviewWindow) {
    let _ = window.show();
    let _ = window.set_focus();
}

/// Brings the window to the front, opening it if it is closed.
pub(crate) fn raise_soon(app: &AppHandle) {
    bring(app, None, None);
}

/// Brings the window to the front with a view in it.
pub(crate) fn open_view(app: &AppHandle, view: &'static str) {
    bring(app, Some(view), None);
}

/// Brings the window to the front, with a view if one is named; `token` is the desktop's leave to do so.
///
/// On a thread of its own, since building a window inside an event handler would wait for itself on Windows.
pub(crate) fn bring(app: &AppHandle, view: Option<&'static str>, token: Option<String>) {
    let app = app.clone();
    if let Some(view) = view {
        wish().view = Some(view);
    }
    ASKED_FOR.fetch_add(1, Ordering::Relaxed);
    std::thread::spawn(move || {
        let _door = door();
        match main(&app) {
            Some(window) if view == Some(NIGHT) && is_out_of_sight(&window) => {
                // What an engine drew last is what it shows first when its window comes back, however dark the page
                // has become since: a window that is out of sight goes, and one that is dark from the beginning comes.
                finish(&app);
                destroy(&app, &window);
                open_with(&app, token);
            }
            Some(window) => raise(&app, &window, view, token),
            None => open_with(&app, token),
        }
        ASKED_FOR.fetch_sub(1, Ordering::Relaxed);
    });
}

/// Opens the window, and shows the desktop the token of the click that asked for it.
fn open_with(app: &AppHandle, token: Option<String>) {
    open(app);
    if let (Some(window), Some(token)) = (main(app), token) {
        use_token(&window, token);
    }
}

/// Brings the open window to the front.
fn raise(
    app: &AppHandle,
    window: &WebviewWindow,
    view: Option<&'static str>,
    token: Option<String>,
) {
    let view = leave_the_night(window, view);
    if view == Some(NIGHT) {
        tell_and_wait_for_dark(app);
    }
    let _ = window.unminimize();
    if let Some(token) = token {
        use_token(window, token);
    }
    reveal(window);
    trace::say("window", "raised");
    tell_wish(app);
}

/// Minimised or hidden: nobody sees it, and it may hold a bright picture.
fn is_out_of_sight(window: &WebviewWindow) -> bool {
    window.is_minimized().unwrap_or(false) || !window.is_visible().unwrap_or(true)
}

/// A window that was opened for the night screen alone becomes an ordinary one when something else is asked for.
fn leave_the_night(window: &WebviewWindow, view: Option<&'static str>) -> Option<&'static str> {
    if view == Some(NIGHT) || !FOR_NIGHT.swap(false, Ordering::Relaxed) {
        return view;
    }
    // A window manager may keep it as it is; then it is large.
    let _ = window.set_fullscreen(false);
    let view = view.unwrap_or("today");
    wish().view = Some(view);
    Some(view)
}

/// Lets the page turn dark before anybody sees it: it may have been out of sight with a bright view in it.
fn tell_and_wait_for_dark(app: &AppHandle) {
    DARK.store(false, Ordering::Relaxed);
    tell_wish(app);
    let mut waited = Duration::ZERO;
    // A page that is there already does not ask again, and one that hangs must not keep the window away for long.
    while !DARK.load(Ordering::Relaxed) && waited < TO_DARKEN {
        std::thread::sleep(ASK_AGAIN);
        waited += ASK_AGAIN;
    }
}

/// Shows the desktop the token of the click that brought the window, without which Wayland would not give it the front.
#[cfg(target_os = "linux")]
fn use_token(window: &WebviewWindow, token: String) {
    use gtk::prelude::GtkWindowExt;
    let gone = window.clone();
    // A window that has gone meanwhile needs no front.
    let _ = window.run_on_main_thread(move || {
        if let Ok(window) = gone.gtk_window() {
            window.set_startup_id(&token);
        }
    });
}

#[cfg(not(target_os = "linux"))]
fn use_token(_: &WebviewWindow, _: String) {}

/// Closes the window and keeps the program; its page has saved.
///
/// On a thread of its own, since the page asks for it and gets its answer first.
pub(crate) fn close_soon(app: &AppHandle) {
    let app = app.clone();
    std::thread::spawn(move || {
        let _door = door();
        close(&app);
    });
}

/// See [`close_soon`]; for whoever holds the [`DOOR`].
fn close(app: &AppHandle) {
    if let Some(window) = main(app) {
        destroy(app, &window);
        say_without_tray(app);
    }
}

/// Destroys the window and waits until another could be opened.
fn destroy(app: &AppHandle, window: &WebviewWindow) {
    if let Err(error) = window.destroy() {
        eprintln!("wane-desktop: the window could not be closed: {error}");
        return;
    }
    let mut waited = Duration::ZERO;
    while main(app).is_some() && waited < AT_LATEST {
        std::thread::sleep(ASK_AGAIN);
        waited += ASK_AGAIN;
    }
}

/// Without a tray nothing on the screen shows that the program runs on: it is said, once.
fn say_without_tray(app: &AppHandle) {
    let is_shown = app
        .try_state::<Arc<Tray>>()
        .is_some_and(|tray| tray.is_shown());
    let app = app.clone();
    if !is_shown {
        // The notification service may take its time, and the screen must not stand still for it.
        std::thread::spawn(move || {
            if let Some(diary) = app.try_state::<Diary>()
                && let Ok(diary) = &diary.0
            {
                diary.closed_without_tray();
            }
        });
    }
}

/// Ends the program, after the page has saved what was said in its last half second.
///
/// Started again in that moment it stays, with a window anew: the second start has ended by itself by then.
/// On a thread of its own: the page is waited for.
pub(crate) fn quit(app: &AppHandle) {
    let app = app.clone();
    std::thread::spawn(move || {
        let _door = door();
        finish(&app);
        if ASKED_FOR.load(Ordering::Relaxed) == 0 {
            app.exit(0);
        } else if let Some(window) = main(&app) {
            destroy(&app, &window);
        }
    });
}

fn build(app: &AppHandle, for_night: bool) -> tauri::Result<WebviewWindow> {
    let (page, ground) = if for_night {
        (WebviewUrl::App(NIGHT_PAGE.into()), NIGHT_GROUND)
    } else {
        (WebviewUrl::default(), ground(app))
    };
    let builder = WebviewWindowBuilder::new(app, LABEL, page);
    // Nothing of the diary is kept by the engine. On Linux its folder sees to that.
    #[cfg(target_os = "linux")]
    let builder = builder.data_directory(crate::engine::folder()?);
    #[cfg(not(target_os = "linux"))]
    let builder = builder.incognito(true);
    builder
        .title(TITLE)
        .inner_size(1120.0, 820.0)
        .min_inner_size(360.0, 480.0)
        .background_color(ground)
        // No panel with a clock stands beside the night screen.
        .fullscreen(for_night)
        // No form remembers what was typed.
        .general_autofill_enabled(false)
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .devtools(cfg!(debug_assertions))
        // Seen when there is something to see. It is also the quicker way: WebKitGTK's main thread waits up to half
        // a second for the first picture of a window that is shown before its page has come.
        .visible(false)
        .on_page_load(|window, page| {
            if page.event() == PageLoadEvent::Finished {
                reveal(&window);
            }
        })
        .build()
}

/// The page may not go anywhere: only its own origin is loaded, and on Windows that one goes by another name.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// The `--ground` of the night screen.
const NIGHT_GROUND: Color = Color(3, 1, 1, 255);

/// The colour behind the page, so that no white flashes up before its first picture; the `--ground` of each theme.
fn ground(app: &AppHandle) -> Color {
    let theme = app
        .try_state::<Diary>()
        .and_then(|diary| diary.0.as_ref().ok()?.call("appearance", json!({})).ok())
        .and_then(|answer| {
            answer
                .get("theme")
                .and_then(Value::as_str)
                .map(str::to_owned)
        });
    match theme.as_deref() {
        Some("evening") => Color(23, 22, 38, 255),
        Some("contrast") => Color(255, 255, 255, 255),
        _ => Color(251, 248, 242, 255),
    }
}

/// What the window's events lead to.
pub(crate) fn on_event(window: &Window, event: &WindowEvent) {
    match event {
        WindowEvent::CloseRequested { api, .. } => {
            let diary = window.try_state::<Diary>();
            let Some(app) = diary.as_ref().and_then(|diary| diary.0.as_ref().ok()) else {
                return;
            };
            api.prevent_close();
            let (app, handle) = (Arc::clone(app), window.app_handle().clone());
            // The diary may be busy for a moment, for which the screen must not stand still.
            std::thread::spawn(move || on_close(&app, &handle));
        }
        WindowEvent::Destroyed => {
            wish().is_heard = false;
            trace::say("window", "closed");
        }
        _ => {}
    }
}

/// The user closed the window: asks what that means, or does what was answered before.
fn on_close(app: &App, handle: &AppHandle) {
    match app.on_close() {
        OnClose::Quit => quit(handle),
        OnClose::Stay => {
            let _door = door();
            finish(handle);
            close(handle);
        }
        // Asked a second time without a word from the page, the window closes: a page that hangs must
        // not be in the way, and staying in the background loses nothing.
        OnClose::Ask if ASKING.swap(true, Ordering::Relaxed) => close_soon(handle),
        OnClose::Ask => {
            if handle.emit_to(LABEL, CLOSE_ASKED, ()).is_err() {
                close_soon(handle);
            }
        }
    }
}

/// Lets the page save what was said in its last half second, out of sight: it does so when it hears that it goes.
fn finish(handle: &AppHandle) {
    let Some(window) = main(handle) else { return };
    // A window that cannot be hidden or spoken to is closed all the same.
    let _ = window.hide();
    let _ = window.eval("window.dispatchEvent(new PageTransitionEvent('pagehide'))");
    std::thread::sleep(TO_SPEAK);
    call::quiet(TO_SAVE);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn a_view_is_told_to_a_page_that_hears_and_told_once() {
        let mut wish = Wish {
            view: Some("plan"),
            is_heard: false,
        };
        assert_eq!(wish.take(), None, "the page is not there yet");
        wish.is_heard = true;
        assert_eq!(wish.take(), Some("plan"), "it is told when it is");
        assert_eq!(wish.take(), None, "and not again when it is next opened");
    }

    #[test]
    fn a_window_that_opens_for_a_view_need_not_be_told_of_it() {
        let mut wish = Wish {
            view: Some(NIGHT),
            is_heard: false,
        };
        assert!(!wish.take_if("plan"), "another view is not what it is for");
        assert_eq!(wish.view, Some(NIGHT), "and stays wished for");
        assert!(wish.take_if(NIGHT), "this one is");
        assert_eq!(wish.view, None, "and is told no more");
    }

    #[test]
    fn the_page_can_go_nowhere() {
        for (url, allowed) in [
            ("tauri://localhost/", true),
            ("tauri://localhost/index.html#trends", true),
            ("tauri://localhost/index.html#for-night", true),
            ("tauri://elsewhere/", false),
            ("https://example.org/", false),
            ("http://localhost/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,hello", false),
            ("about:blank", false),
        ] {
            assert_eq!(is_own_page(&url.parse().unwrap()), allowed, "{url}");
        }
    }
}
