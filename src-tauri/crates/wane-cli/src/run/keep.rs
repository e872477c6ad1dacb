//! Trash, backups, and the way back.

use std::path::Path;

use serde_json::{Value, json};
use wane_app::{App, wire::WireError};

use super::text;
use crate::{
    args::{Backup, Recover, Trash},
    print,
};

/// Shows the trash, or brings something back from it.
pub fn trash(app: &App, action: Option<Trash>, json: bool) -> Result<(), WireError> {
    let answer = match action {
        None => app.call("trash", json!({}))?,
        Some(Trash::Restore { id }) => app.call("trash_restore", json!({ "id": id }))?,
    };
    print::answer(print::Kind::Trash, &answer, json);
    Ok(())
}

/// Backups: made, listed, read, rehearsed, restored.
pub fn backup(app: &App, backup: Backup, json: bool) -> Result<(), WireError> {
    match backup {
        Backup::Now => {
            let answer = app.call("backup_now", json!({}))?;
            print::answer(print::Kind::Done, &answer, json);
            Ok(())
        }
        Backup::List => {
            let answer = app.call("backups", json!({}))?;
            print::answer(print::Kind::Backups, &answer, json);
            Ok(())
        }
        Backup::Verify { file } => {
            let name = match file {
                Some(file) => name_of(&file),
                None => newest(app)?,
            };
            report(&app.call("backup_verify", json!({ "name": name }))?, json)
        }
        Backup::Rehearse => report(&app.call("backup_rehearse", json!({}))?, json),
        Backup::Restore { file, yes: true } => {
            let start = app.call("restore_apply", json!({ "name": name_of(&file) }))?;
            if json {
                print::answer(print::Kind::Text, &start, true);
            } else {
                print::line(
                    "The backup is in the place of the diary, which is kept as a backup itself.",
                );
            }
            Ok(())
        }
        Backup::Restore { file, yes: false } => {
            let preview = app.call("restore_preview", json!({ "name": name_of(&file) }))?;
            print::answer(print::Kind::Restore, &preview, json);
            // Not done is not a success, so that nobody's script goes on as if it were.
            Err(refusal(
                "unsaid",
                "nothing was changed. Say it again with --yes to put this backup in the place of the diary",
            ))
        }
    }
}

/// Examines the diary from beginning to end; damage is an error, so that a script notices.
pub fn check(app: &App, json: bool) -> Result<(), WireError> {
    report(&app.call("check", json!({}))?, json)
}

/// Shows what can be brought back after damage, or brings it back.
pub fn recover(app: &App, how: Option<Recover>, json: bool) -> Result<(), WireError> {
    let how = match how {
        None => {
            let start = app.call("start", json!({}))?;
            match &start["recovery"] {
                Value::Null if json => print::answer(print::Kind::Recovery, &Value::Null, true),
                Value::Null => print::line("No damaged diary waits for a decision."),
                waiting => print::answer(print::Kind::Recovery, waiting, json),
            }
            return Ok(());
        }
        Some(Recover::Restore) => "restore",
        Some(Recover::Fresh) => "fresh",
    };
    let start = app.call("recover", json!({ "how": how }))?;
    if json {
        print::answer(print::Kind::Text, &start, true);
    } else {
        print::line(match how {
            "restore" => {
                "What could be brought back is in the diary. The damaged file stays where it lies."
            }
            _ => "The diary is empty. The damaged file and the backups stay where they lie.",
        });
    }
    Ok(())
}

/// Prints a report, and makes one that tells of damage an error.
fn report(report: &Value, json: bool) -> Result<(), WireError> {
    print::answer(print::Kind::Report, report, json);
    if report["sound"] == true {
        Ok(())
    } else {
        Err(refusal("damaged", &text(report, "text")))
    }
}

fn newest(app: &App) -> Result<String, WireError> {
    let backups = app.call("backups", json!({}))?;
    let newest = backups["items"].get(0).map(|item| text(item, "name"));
    newest.ok_or_else(|| {
        refusal(
            "not-found",
            "there is no backup yet. `wane backup now` makes one",
        )
    })
}

/// A backup is named by its file's name; a path to it means the same.
fn name_of(file: &str) -> String {
    let name = Path::new(file).file_name();
    name.map_or_else(
        || file.to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}

fn refusal(code: &str, message: &str) -> WireError {
    WireError {
        code: code.to_owned(),
        message: message.to_owned(),
    }
}
