//! The one command of the window.

use std::sync::Arc;

use serde_json::Value;
use tauri::State;
use wane_app::wire::WireError;

use crate::{Diary, window};

/// Carries out one command of `wane-app`'s table, away from the main thread since it may wait for the disk.
#[tauri::command]
pub(crate) async fn call(
    diary: State<'_, Diary>,
    name: String,
    request: Value,
) -> Result<Value, WireError> {
    window::heard();
    let app = Arc::clone(diary.0.as_ref().map_err(WireError::clone)?);
    let answer = tauri::async_runtime::spawn_blocking(move || app.call(&name, request)).await;
    answer.unwrap_or_else(|_| Err(broken()))
}

/// The command ended without an answer, which only a fault of the program's own can bring about.
fn broken() -> WireError {
    WireError {
        code: "internal".to_owned(),
        message: "Something in Wane broke. What was saved before is safe.".to_owned(),
    }
}
