//! A heat map of months: a row a year, for ranges with more days than a picture has room for.
//!
//! A cell has a bar as long as the middle value of the month's days.

use chrono::{Datelike, NaiveDate};

use crate::bins::median;
use crate::heat_map::cells::Cells;
use crate::heat_map::months::months;
use crate::label::{Anchor, Label};
use crate::plate::{Area, Plate};
use crate::regularity::in_common;
use crate::text::{self, Weight};
use crate::words::BESIDE_TICK;
use crate::{Calendar, ChartError, DayArea, How, Mark, PanelArea};

/// Days of the longest month: what a cell stands for at most.
const DAYS_OF_MONTH: u32 = 31;
/// Height that the rows share.
const HEIGHT: f64 = 900.0;
/// The tallest and the lowest row.
const ROW: (f64, f64) = (24.0, 7.0);

/// Draws the years and gives where they end.
pub(super) fn draw(
    plate: &mut Plate,
    cells: &Cells,
    top: f64,
    calendar: &Calendar,
) -> Result<f64, ChartError> {
    let (from, to) = (cells.map.from, cells.map.to);
    plate.aggregated_days = Some(DAYS_OF_MONTH);
    let size = plate.small();
    let line = plate.line_height();
    let years = to.year() - from.year() + 1;
    let row = (HEIGHT / f64::from(years))
        .clamp(ROW.0.min(ROW.1), ROW.0)
        .floor();
    let left = plate.frame.pad()
        + text::width(&to.year().to_string(), size, Weight::Regular)
        + BESIDE_TICK;
    let right = f64::from(plate.frame.width) - plate.frame.pad();
    let column = (right - left) / 12.0;
    for (i, name) in calendar.months_short.iter().enumerate() {
        let initial: String = text::clean(name).chars().take(1).collect();
        let middle = left + (i as f64 + 0.5) * column;
        let fits = text::width(&text::clean(name), size, Weight::Regular) <= column - 6.0;
        plate.caption(
            if fits { name } else { &initial },
            middle,
            top,
            column - 2.0,
        )?;
    }
    let top = top + line + 3.0;
    let every = [1, 2, 5, 10, 20, 50]
        .into_iter()
        .find(|step| f64::from(*step) * row >= line * 1.15)
        .unwrap_or(100);
    let mut bars = Vec::new();
    for month in months(from, to) {
        let y = top + f64::from(month.year() - from.year()) * row;
        if month.month() == 1 || month.with_day(1) == from.with_day(1) {
            year(plate, month.year(), every, left, y + row / 2.0)?;
        }
        let cell = Area {
            x: left + f64::from(month.month0()) * column,
            y,
            w: column - 2.0,
            h: row - 1.5,
        };
        let last = month
            .checked_add_months(chrono::Months::new(1))
            .and_then(|m| m.pred_opt());
        let (date, until) = (month.max(from), last.unwrap_or(to).min(to));
        let Area { x, y, w, h } = cell;
        plate.days.push(DayArea {
            date,
            until,
            x,
            y,
            w,
            h,
        });
        match middle(cells, date, until) {
            None => cells.missing(plate, cell)?,
            Some((value, how)) => {
                bars.push((cell, cells.share(value), how));
                plate.marks.push(Mark {
                    date,
                    until,
                    panel: None,
                    how,
                    x,
                    y,
                    w,
                    h,
                });
            }
        }
    }
    for (cell, _, _) in &bars {
        plate
            .canvas
            .rect(cell.x, cell.y, cell.w, cell.h, cells.ink.pale)?;
    }
    for (cell, share, how) in &bars {
        let (h, w) = (cell.h * 0.62, (cell.w * share).max(1.4));
        let y = cell.y + (cell.h - h) / 2.0;
        if *how == How::Recalled && w > 3.0 && h > 3.0 {
            plate.canvas.outline(cell.x, y, w, h, cells.ink.full, 1.0)?;
        } else {
            plate.canvas.rect(cell.x, y, w, h, cells.ink.full)?;
        }
    }
    let bottom = top + f64::from(years) * row;
    plate.panels.push(PanelArea {
        id: "heat-map".to_owned(),
        x: left,
        y: top,
        w: right - left,
        h: bottom - top,
    });
    Ok(bottom)
}

/// The middle value of some days, and how it came about.
fn middle(cells: &Cells, from: NaiveDate, to: NaiveDate) -> Option<(f64, How)> {
    let days = || cells.days.range(from..=to).map(|(_, day)| day);
    let mut values: Vec<f64> = days().map(|d| d.value).collect();
    Some((median(&mut values)?, in_common(days().map(|d| d.how))))
}

/// The name of a year at its row, where the years before left room.
fn year(plate: &mut Plate, year: i32, every: i32, left: f64, y: f64) -> Result<(), ChartError> {
    if year % every != 0 {
        return Ok(());
    }
    let x = left - BESIDE_TICK;
    let label = Label::centred_at(year.to_string(), x, y, Anchor::End, plate.small());
    plate.canvas.text(&label, plate.palette.quiet)
}
