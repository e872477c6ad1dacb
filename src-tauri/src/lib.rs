//! The shell: a window over the diary, and a small process that reminds while the window is closed.
//!
//! There is no rule about sleep, pain or time in here; those live in `wane-app`, which is asked through
//! one command, [`call`], and through one turn of the loop in [`reminders`].
//!
//! Reading order:
//! 1. [`options`] and [`paths`]: what was asked for, and where the diary lies
//! 2. [`host`]: clock, zone, randomness and desktop, as the app asks for them
//! 3. [`window`]: how the window is built, closed and built again
//! 4. [`reminders`], [`wait`] and [`notify`]: the loop, how it rests, and what shows a notification
//! 5. [`tray`] and [`autostart`]: the program without its window
//! 6. [`trace`]: what `WANE_TRACE` prints, and [`panics`]: what is printed of a fault of the program's own

mod autostart;
mod call;
#[cfg(test)]
mod door;
#[cfg(target_os = "linux")]
mod engine;
mod host;
mod notify;
pub mod options;
pub mod panics;
pub mod paths;
mod reminders;
mod trace;
mod tray;
mod upkeep;
mod wait;
mod window;
mod zone;

use std::process::ExitCode;
use std::sync::Arc;

use tauri::{AppHandle, Manager, RunEvent};
use wane_app::App;
use wane_app::wire::WireError;

use crate::autostart::Autostart;
use crate::host::Desktop;
use crate::options::Options;
use crate::tray::Tray;
use crate::wait::Bell;

/// The open diary as the parts of the shell share it, or why it could not be opened.
pub(crate) struct Diary(pub(crate) Result<Arc<App>, WireError>);

/// Opens the diary and its window, and stays until the user quits.
pub fn run(options: Options) -> ExitCode {
    #[cfg(target_os = "linux")]
    if !has_display() {
        eprintln!(
            "wane-desktop: there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open."
        );
        eprintln!(
            "Nothing was changed. `wane`, the command line over the same diary, needs no display: try `wane --help`."
        );
        return ExitCode::FAILURE;
    }
    let dir = match paths::diary(options.data.as_deref()) {
        Ok(dir) => dir,
        Err(what) => {
            eprintln!("wane-desktop: {what}");
            return ExitCode::FAILURE;
        }
    };
    trace::step("begun");
    let bell = Arc::new(Bell::default());
    let single = tauri_plugin_single_instance::Builder::new()
        .dbus_id(paths::instance_name(
            options.data.is_some().then_some(dir.as_path()),
        ))
        .callback(|app, arguments, _folder| {
            // Started at login while it runs already: nobody asked for a window.
            if !options::is_hidden(&arguments) {
                window::raise_soon(app);
            }
        })
        .build();
    let built = tauri::Builder::default()
        // First of all plugins, so that a second start ends before it has done anything.
        .plugin(single)
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .invoke_handler(tauri::generate_handler![call::call])
        .on_window_event(window::on_event)
        .setup(move |app| {
            trace::step("window system");
            #[cfg(windows)]
            notify::identity::register();
            let autostart = Autostart::new(options.data.is_some().then_some(dir.as_path()));
            let handle = app.handle().clone();
            let desktop = Arc::new(Desktop::new(handle, Arc::clone(&bell), autostart));
            let diary = App::open(&dir, desktop).map(Arc::new);
            trace::step("diary");
            match &diary {
                Ok(diary) => {
                    let tray = Tray::new(app.handle(), Arc::clone(diary));
                    app.manage(Arc::clone(&tray));
                    #[cfg(target_os = "linux")]
                    wait::resume::ring_on_resume(Arc::clone(&bell));
                    reminders::start(Arc::clone(diary), bell, move || tray.refresh());
                }
                Err(fault) => eprintln!("wane-desktop: {}", fault.message),
            }
            // A diary that cannot be opened is told in the window, at login too.
            let hidden = options.hidden && diary.is_ok();
            app.manage(Diary(diary));
            if !hidden {
                window::open(app.handle());
            }
            Ok(())
        })
        .build(context());
    match built {
        Ok(app) => ExitCode::from(u8::try_from(app.run_return(on_run_event)).unwrap_or(1)),
        Err(error) => {
            eprintln!("wane-desktop: the window system could not be reached: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What the program is configured to be: `tauri.conf.json`, the pages, and what `capabilities/` opens.
fn context<R: tauri::Runtime>() -> tauri::Context<R> {
    tauri::generate_context!()
}

fn on_run_event(app: &AppHandle, event: RunEvent) {
    match event {
        // Without a code nobody asked to quit: the last window was closed, and reminders keep coming.
        RunEvent::ExitRequested {
            api, code: None, ..
        } => {
            api.prevent_exit();
            // Without a diary there is nothing to stay for.
            if app
                .try_state::<Diary>()
                .is_none_or(|diary| diary.0.is_err())
            {
                app.exit(1);
            }
        }
        #[cfg(target_os = "linux")]
        RunEvent::Exit => engine::remove_folder(),
        #[cfg(target_os = "macos")]
        RunEvent::Reopen { .. } => window::raise_soon(app),
        _ => {}
    }
}

#[cfg(target_os = "linux")]
fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
