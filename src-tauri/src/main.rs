//! Starts the window: the process is prepared here, before anything else runs.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

use wane_desktop::options::{self, Options, Wish};
use wane_desktop::panics;

fn main() -> ExitCode {
    let wish = match options::read(std::env::args_os().skip(1), |name| std::env::var_os(name)) {
        Ok(wish) => wish,
        Err(what) => {
            eprintln!("wane-desktop: {what}\nTry `wane-desktop --help`.");
            return ExitCode::from(2);
        }
    };
    match wish {
        Wish::Tell(text) => {
            tell(&text);
            ExitCode::SUCCESS
        }
        Wish::Open(options) => {
            prepare(&options);
            wane_desktop::run(options)
        }
    }
}

/// Answers `--help` and `--version`.
#[allow(
    clippy::print_stdout,
    reason = "what was asked for on a terminal is answered there"
)]
fn tell(text: &str) {
    println!("{text}");
}

/// Settings of the process that must stand before anything of it is running.
fn prepare(options: &Options) {
    panics::keep_quiet();
    #[cfg(unix)]
    {
        // Whatever is written from here on is for its owner only, files of SQLite's own making included.
        rustix::process::umask(rustix::fs::Mode::from_bits_truncate(0o077));
        // A core, written when a program dies, would hold what is in the diary. The engine's programs inherit the limit.
        let none = rustix::process::Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        // Lowering one's own limit is always allowed; were it not, the diary would still have to open.
        let _ = rustix::process::setrlimit(rustix::process::Resource::Core, none);
    }
    #[cfg(target_os = "linux")]
    {
        // With some graphics drivers WebKitGTK's DMABUF renderer leaves the window blank (tauri-apps/tauri#9394).
        set_if_unset("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        if options.safe_graphics {
            set_if_unset("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = options;
}

/// Sets an environment variable for WebKitGTK and its processes, which read nothing else, unless the user has set it.
///
/// Starting this program a second time with the variable set would need no unsafe code,
/// but would load WebKit's libraries twice and make every start slower.
#[cfg(target_os = "linux")]
#[allow(unsafe_code, reason = "WebKitGTK is told through its environment only")]
fn set_if_unset(name: &str, value: &str) {
    if std::env::var_os(name).is_none() {
        // SAFETY: this is called from `main` before any thread is started, so nobody reads the environment meanwhile.
        unsafe { std::env::set_var(name, value) }
    }
}
