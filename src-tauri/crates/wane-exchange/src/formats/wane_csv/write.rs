//! The table, written so that no spreadsheet takes a cell for a formula.

use chrono::{NaiveTime, Timelike};

use super::{
    Row,
    columns::{COLUMNS, Field, guard},
};

/// Writes one row per day under the format's columns and one column per factor.
///
/// `factor_names` name the factors in the order of [`Row::factors`]; a row with fewer values leaves the rest blank.
/// A name that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab, a carriage return or
/// a full-width form of these), or that is the name of one of the format's own columns, stands behind an apostrophe,
/// which reading takes off again. Every other cell is a number, a date or a clock time, and stands as it is.
pub fn write_wane_csv(rows: &[Row], factor_names: &[String]) -> String {
    let own = COLUMNS.iter().map(|(name, _)| (*name).to_owned());
    let mut text = String::new();
    line(
        &mut text,
        own.chain(factor_names.iter().map(|name| guard(name))),
    );
    for row in rows {
        let own = COLUMNS.iter().map(|(_, field)| cell(row, *field));
        let factors = (0..factor_names.len()).map(|index| {
            let value = row
                .factors
                .get(index)
                .copied()
                .flatten()
                .filter(|value| value.is_finite());
            value.map(|value| value.to_string()).unwrap_or_default()
        });
        line(&mut text, own.chain(factors));
    }
    text
}

fn cell(row: &Row, field: Field) -> String {
    match field {
        Field::Date => row.date.to_string(),
        Field::Bed => clock(row.bed),
        Field::LightsOut => clock(row.lights_out),
        Field::Sol => plain(row.sol_min),
        Field::Nawk => plain(row.nawk),
        Field::Waso => plain(row.waso_min),
        Field::FinalWake => clock(row.final_wake),
        Field::Tasafa => plain(row.tasafa_min),
        Field::OutOfBed => clock(row.out_of_bed),
        Field::Quality => plain(row.quality.map(|quality| quality.get())),
        Field::PainMorning => plain(row.pain_morning.map(|rating| rating.get())),
        Field::PainDay => plain(row.pain_day.map(|rating| rating.get())),
        Field::Movement => plain(row.movement_min),
        Field::Light => plain(row.outdoor_light_min),
    }
}

fn plain(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// `HH:MM`, with seconds only where there are any.
fn clock(time: Option<NaiveTime>) -> String {
    time.map(|time| {
        time.format(if time.second() == 0 {
            "%H:%M"
        } else {
            "%H:%M:%S"
        })
        .to_string()
    })
    .unwrap_or_default()
}

/// One line; a cell stands in quotation marks where it holds one, a delimiter, an end of line, or blanks at its ends.
fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            text.push(',');
        }
        if cell.contains(['"', ',', ';', '\n', '\r', '\t']) || cell.trim() != cell {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push('\n');
}
