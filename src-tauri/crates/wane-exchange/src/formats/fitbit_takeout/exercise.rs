//! `UserExercises_*.csv`: exercise with its instants and the offset of the clock.
//!
//! The older lists, `exercise-*.json`, have stamps of which nobody can say whether they are those of Greenwich or of the
//! clock on the wall: what reads them elsewhere does both. They are left alone.

use std::io::Read;

use chrono_tz::Tz;

use crate::{
    FoundWorkout, ReadError, Why,
    ledger::Ledger,
    measured::exercise::{self, Refused, Workouts},
    rules,
    sheet::{Row, Sheet, has_columns},
    stamps::{self, Stamp},
};

const COLUMNS: [&str; 3] = ["exercise_id", "exercise_start", "exercise_end"];

/// Whether a file begins with such a table.
pub(super) fn looks_like(prefix: &[u8]) -> bool {
    has_columns(prefix, &COLUMNS)
}

/// Reads the spells of one table.
pub(super) fn read(
    file: &str,
    data: impl Read,
    home: Tz,
    workouts: &mut Workouts,
    ledger: &mut Ledger,
) -> Result<(), ReadError> {
    let mut sheet = Sheet::open(file, data, |name| COLUMNS.contains(&name))?;
    while let Some(row) = sheet.next(ledger)? {
        workouts.take(workout(&row, home), (file, row.line), ledger)?;
    }
    Ok(())
}

fn workout(row: &Row<'_>, home: Tz) -> Result<FoundWorkout, Refused> {
    let instant = |name: &'static str| {
        let text = row.text(name).ok_or((name, Why::MissingField))?;
        stamps::instant(text).ok_or((name, Why::NotADate))
    };
    let (start, end) = (instant("exercise_start")?, instant("exercise_end")?);
    // The stamp itself is always one of Greenwich.
    let offset = row.text("utc_offset").and_then(stamps::offset);
    let from = Stamp { offset, ..start }.moment(home);
    let minutes = (end.instant - start.instant).num_seconds() as f64 / 60.0;
    let name = row.text("exercise_id").map_or_else(
        || rules::fallback_key(&start.instant.to_rfc3339(), &end.instant.to_rfc3339()),
        str::to_owned,
    );
    Ok(FoundWorkout {
        exercise: row.text("activity_name").and_then(exercise::named),
        ..exercise::spell(&name, from, minutes, ("exercise_start", "exercise_end"))?
    })
}
