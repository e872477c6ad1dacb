//! The columns of the table and the guard that keeps a factor's name from being taken for something else.

use crate::table::{Record, Table};

/// A column of the format's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Date,
    Bed,
    LightsOut,
    Sol,
    Nawk,
    Waso,
    FinalWake,
    Tasafa,
    OutOfBed,
    Quality,
    PainMorning,
    PainDay,
    Movement,
    Light,
}

/// Names of the columns, in the order in which they are written.
pub(super) const COLUMNS: [(&str, Field); 14] = [
    ("date", Field::Date),
    ("bed", Field::Bed),
    ("lights_out", Field::LightsOut),
    ("sol_min", Field::Sol),
    ("nawk", Field::Nawk),
    ("waso_min", Field::Waso),
    ("final_wake", Field::FinalWake),
    ("tasafa_min", Field::Tasafa),
    ("out_of_bed", Field::OutOfBed),
    ("quality", Field::Quality),
    ("pain_morning", Field::PainMorning),
    ("pain_day", Field::PainDay),
    ("movement_min", Field::Movement),
    ("outdoor_light_min", Field::Light),
];

/// The column of that name, in any case and with blanks around it.
pub(super) fn known(name: &str) -> Option<(&'static str, Field)> {
    COLUMNS
        .into_iter()
        .find(|(known, _)| name.trim().eq_ignore_ascii_case(known))
}

/// Whether a spreadsheet would take a cell that begins like this for a formula.
///
/// The full-width forms are there because some spreadsheets fold them into the plain ones.
pub(crate) fn looks_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// Whether a name has to be written behind an apostrophe: it looks like a formula, like a column of the format,
/// or like a guarded name, or it would lose the blanks at its ends.
fn needs_guard(name: &str) -> bool {
    looks_like_a_formula(name)
        || name.starts_with('\'')
        || name.is_empty()
        || name.trim() != name
        || known(name).is_some()
}

/// A factor's name as it is written: behind an apostrophe where it needs one.
pub(super) fn guard(name: &str) -> String {
    if needs_guard(name) {
        format!("'{name}")
    } else {
        name.to_owned()
    }
}

/// A factor's name as it was before [`guard`]; blanks round an unguarded name are not part of it.
pub(super) fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(name) if needs_guard(name) => name,
        _ => cell.trim(),
    }
}

/// What the name of a column says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    /// One of the format's own.
    Known(&'static str, Field),
    /// Something the person tracks.
    Own(String),
    /// Nothing.
    Unnamed,
}

/// Reads one cell of the header.
pub(super) fn column(cell: &str) -> Column {
    if let Some((name, field)) = known(cell) {
        return Column::Known(name, field);
    }
    if cell.trim().is_empty() {
        return Column::Unnamed;
    }
    Column::Own(unguard(cell).to_owned())
}

/// Whether a file begins with a row of names that has `date` and at least one more column of the format.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    let mut table = Table::new("", prefix);
    let Ok(Some(Record::Fields { fields, .. })) = table.header(|name| known(name).is_some()) else {
        return false;
    };
    let names: Vec<_> = fields
        .iter()
        .filter_map(|field| known(std::str::from_utf8(field).ok()?))
        .map(|(_, field)| field)
        .collect();
    names.contains(&Field::Date) && names.iter().any(|field| *field != Field::Date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guarded_name_comes_back() {
        for name in [
            "tea", "=1+1", "-2", "@x", "\ttab", "＝x", "'x", "''", "", " blank ", "date",
            "Quality", "-",
        ] {
            let cell = guard(name);
            assert_eq!(
                unguard(&cell),
                name,
                "the name before and after its guard {cell:?}"
            );
            assert_eq!(
                column(&cell),
                Column::Own(name.to_owned()),
                "a guarded name is never a column of the format"
            );
            assert!(!looks_like_a_formula(&cell), "{cell:?} is no formula");
        }
    }

    #[test]
    fn an_apostrophe_of_the_name_itself_stays() {
        assert_eq!(
            unguard("'til late"),
            "'til late",
            "nothing that needs a guard follows"
        );
    }
}
