//! Cells on their way into a spreadsheet.

use crate::formats::wane_csv::looks_like_a_formula;

/// A text as a cell that a spreadsheet takes for text: on one line, and behind an apostrophe where it would otherwise
/// be taken for a formula.
pub fn spreadsheet_cell(text: &str) -> String {
    let line: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    // Blanks in front are skipped by some spreadsheets before they look for a formula.
    if looks_like_a_formula(line.trim_start()) {
        format!("'{line}")
    } else {
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_or_two_cells() {
        for (text, cell) in [
            ("7 h 15", "7 h 15"),
            ("", ""),
            ("=1+1", "'=1+1"),
            ("+49 30", "'+49 30"),
            ("-3", "'-3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1", "'  =1"),
            ("\t=1", "' =1"),
            ("late\ttea\nwith milk", "late tea with milk"),
            ("＝1", "'＝1"),
        ] {
            assert_eq!(spreadsheet_cell(text), cell, "{text:?}");
        }
    }
}
