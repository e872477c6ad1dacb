//! The smallest window Tauri opens: what start-up is measured against.
//!
//! It reports its first picture the way Wane does, and prints the same `startup_ms N`.

use tauri::{WebviewUrl, WebviewWindowBuilder};

#[path = "../src/trace.rs"]
#[allow(dead_code, reason = "the measurement needs one function of it")]
mod trace;

/// The page has painted.
#[tauri::command]
fn call() {
    trace::painted();
}

fn main() {
    let built = tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![call])
        .setup(|app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .inner_size(1120.0, 820.0)
                .build()?;
            Ok(())
        })
        .build(tauri::generate_context!("examples/empty/tauri.conf.json"));
    if let Err(error) = built.map(|app| app.run(|_, _| {})) {
        eprintln!("empty_window: {error}");
    }
}
