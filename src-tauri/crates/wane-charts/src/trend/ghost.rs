//! Another stretch of time behind a trend: its medians, moved onto the trend's own days.

use chrono::NaiveDate;

use crate::trend::series::{self, Pieces};
use crate::trend::{Ghost, GhostLine, Panel, Trend};

/// The ghost with its dates moved onto the days of the trend.
pub(super) fn moved(ghost: &Ghost, trend: &Trend) -> Ghost {
    let by = trend.from - ghost.from;
    let moved = |(date, value): &(NaiveDate, f64)| Some((date.checked_add_signed(by)?, *value));
    let inside = |(date, _): &(NaiveDate, f64)| (trend.from..=trend.to).contains(date);
    let run = |run: &Vec<(NaiveDate, f64)>| run.iter().filter_map(moved).filter(inside).collect();
    let line = |line: &GhostLine| GhostLine {
        panel: line.panel.clone(),
        line: line.line.iter().map(run).collect(),
    };
    Ghost {
        from: trend.from,
        lines: ghost.lines.iter().map(line).collect(),
        label: ghost.label.clone(),
    }
}

/// The runs of the ghost in one panel.
pub(super) fn runs_of<'g>(ghost: Option<&'g Ghost>, panel: &Panel) -> &'g [Vec<(NaiveDate, f64)>] {
    let lines = ghost.map(|g| &g.lines[..]).unwrap_or_default();
    lines
        .iter()
        .find(|l| l.panel == panel.id)
        .map(|l| &l.line[..])
        .unwrap_or_default()
}

/// Whether any line of the ghost is long enough to be seen.
pub(super) fn is_drawn(ghost: &Ghost, trend: &Trend, pieces: &Pieces) -> bool {
    let lines = |panel: &Panel| series::lines(runs_of(Some(ghost), panel), pieces);
    let mut lines = trend.panels.iter().flat_map(lines);
    lines.any(|line| line.len() > 1)
}
