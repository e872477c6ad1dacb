//! The one command of the window.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tauri::State;
use wane_app::wire::WireError;

use crate::{Diary, trace, window};

/// How many commands are being carried out.
static BUSY: Mutex<usize> = Mutex::new(0);
/// Rings when one has been.
static DONE: Condvar = Condvar::new();

/// Carries out one command of `wane-app`'s table, away from the main thread since it may wait for the disk.
#[tauri::command]
pub(crate) async fn call(
    diary: State<'_, Diary>,
    name: String,
    request: Value,
) -> Result<Value, WireError> {
    window::heard();
    let app = Arc::clone(diary.0.as_ref().map_err(WireError::clone)?);
    let under_way = UnderWay::begin();
    let answer = tauri::async_runtime::spawn_blocking(move || {
        let _under_way = under_way;
        trace::step(&name);
        let answer = app.call(&name, request);
        trace::step("answered");
        answer
    });
    // A command ends without an answer only by a fault of the program's own; the page has words for that.
    answer.await.unwrap_or_else(|_| {
        Err(WireError {
            code: "internal".to_owned(),
            message: String::new(),
        })
    })
}

/// Waits until no command is being carried out, or the time has passed.
pub(crate) fn quiet(at_most: Duration) {
    let busy = BUSY.lock().unwrap_or_else(PoisonError::into_inner);
    drop(DONE.wait_timeout_while(busy, at_most, |busy| *busy > 0));
}

/// A command that is being carried out, counted until it is dropped.
struct UnderWay;

impl UnderWay {
    fn begin() -> Self {
        *BUSY.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        UnderWay
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        *BUSY.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        DONE.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_comes_when_the_last_command_has_ended() {
        let command = UnderWay::begin();
        let other = std::thread::spawn(move || drop(command));
        // Were the end not heard, this would wait for an hour.
        quiet(Duration::from_secs(3600));
        assert_eq!(
            *BUSY.lock().unwrap_or_else(PoisonError::into_inner),
            0,
            "nothing is under way"
        );
        assert!(other.join().is_ok(), "the command has ended");
    }
}
