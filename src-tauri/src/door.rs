//! The door between pages and shell, tried with the real configuration: only the main window's own page comes through.
//!
//! What a page in the real window can try is in `tests/desktop/ipc.test.mjs`; other windows and other origins,
//! which the real program never has, are made here.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use wane_app::wire::WireError;

use crate::Diary;

/// Where the window's own page lies.
const OWN: &str = if cfg!(windows) {
    "http://tauri.localhost/"
} else {
    "tauri://localhost/"
};

/// By this it is known that a request has come through.
const THROUGH: &str = "no-diary";

/// The shell as it is configured, without a diary behind it.
fn shell() -> App<MockRuntime> {
    let app = mock_builder()
        .invoke_handler(tauri::generate_handler![crate::call::call])
        .build(crate::context())
        .unwrap();
    app.manage(Diary(Err(WireError {
        code: THROUGH.to_owned(),
        message: String::new(),
    })));
    app
}

fn window(app: &App<MockRuntime>, label: &str) -> WebviewWindow<MockRuntime> {
    WebviewWindowBuilder::new(app, label, WebviewUrl::default())
        .build()
        .unwrap()
}

/// Whether a command that a page of `origin` sends from a window is carried out as far as the diary.
fn comes_through(window: &WebviewWindow<MockRuntime>, command: &str, origin: &str) -> bool {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: origin.parse().unwrap(),
        body: InvokeBody::Json(
            json!({ "name": "today", "request": { "date": "canary-zugvogel" } }),
        ),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    match get_ipc_response(window, request) {
        Ok(_) => true,
        Err(fault) => {
            assert!(
                !fault.to_string().contains("canary"),
                "{command} from {origin}: the refusal repeats nothing: {fault}"
            );
            fault.get("code").and_then(Value::as_str) == Some(THROUGH)
        }
    }
}

#[test]
fn the_main_window_comes_through() {
    let app = shell();
    assert!(
        comes_through(&window(&app, "main"), "call", OWN),
        "or the other tests show nothing"
    );
}

#[test]
fn no_other_window_comes_through() {
    let app = shell();
    for label in ["other", "main2", "Main", "main-", "m", "settings"] {
        let other = window(&app, label);
        for command in ["call", "plugin:event|listen", "plugin:event|unlisten"] {
            assert!(!comes_through(&other, command, OWN), "{label}: {command}");
        }
    }
}

#[test]
fn no_other_origin_comes_through() {
    let app = shell();
    let main = window(&app, "main");
    for origin in [
        "https://example.org/",
        "https://tauri.localhost/",
        "http://localhost/",
        "http://127.0.0.1/",
        "tauri://elsewhere/",
        "tauri://localhost.example.org/",
        "ipc://localhost/",
        "file:///etc/hostname",
        "data:text/html,hello",
        "about:blank",
    ] {
        assert!(!comes_through(&main, "call", origin), "{origin}");
    }
}

#[test]
fn no_other_command_comes_through() {
    let app = shell();
    let main = window(&app, "main");
    for command in [
        "plugin:window|close",
        "plugin:window|create",
        "plugin:webview|create_webview_window",
        "plugin:event|emit",
        "plugin:dialog|open",
        "plugin:notification|notify",
        "plugin:fs|read_text_file",
        "plugin:path|resolve_directory",
        "Call",
        "quit",
        "",
    ] {
        assert!(!comes_through(&main, command, OWN), "{command:?}");
    }
}
