//! A chart as it goes into the clipboard.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use wane_exchange::spreadsheet_cell;

use super::save::SCALE;
use crate::{App, fault::Fault, wire::*};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn copy_chart(&self, request: CopyChart) -> Result<CopiedChart, Fault> {
        let view = self.chart(request.chart)?;
        Ok(match request.form {
            CopyForm::Picture => CopiedChart {
                png: Some(STANDARD.encode(wane_charts::png(&view.svg, SCALE)?)),
                text: None,
            },
            CopyForm::Svg => CopiedChart {
                png: None,
                text: Some(view.svg),
            },
            CopyForm::Table => CopiedChart {
                png: None,
                text: Some(lines(&view.table)),
            },
        })
    }
}

/// A table as spreadsheets take it from the clipboard: a line a row, a tab between cells.
fn lines(table: &Table) -> String {
    let line = |cells: &Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|cell| spreadsheet_cell(cell)).collect();
        cells.join("\t") + "\n"
    };
    std::iter::once(&table.columns)
        .chain(&table.rows)
        .map(line)
        .collect()
}
