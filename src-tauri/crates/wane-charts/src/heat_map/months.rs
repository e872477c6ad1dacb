//! A heat map of days: blocks of months, as many beside each other as have room.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};

use crate::heat_map::cells::Cells;
use crate::heat_map::{HeatDay, HeatMap};
use crate::label::{Anchor, Label};
use crate::plate::{Area, Plate};
use crate::text::{self, Weight};
use crate::{Calendar, ChartError, DayArea, Mark, PanelArea};

/// Cells from large to small, in pixels with text of ordinary size.
const SIDES: [f64; 16] = [
    34.0, 32.0, 30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0, 11.0, 10.0, 9.0, 8.0,
];
/// The blocks are no higher than this together.
const MOST_HEIGHT: f64 = 1400.0;
/// The blocks are no higher than this together as long as that leaves cells of this side.
const USUAL: (f64, f64) = (760.0, 12.0);
/// More months than this have no room in any picture.
const MOST_MONTHS: usize = 700;
/// Space between two cells.
const SEAM: f64 = 2.0;

/// How the months are laid out.
pub(super) struct Grid {
    /// First day of each month that the range touches.
    months: Vec<NaiveDate>,
    top: f64,
    left: f64,
    side: f64,
    /// Blocks beside each other.
    across: usize,
    /// Height of the name of a month with the space under it.
    line: f64,
    /// Width of a block with the space after it.
    block: f64,
    /// Space under a block.
    under: f64,
    /// For each row of blocks, how many weeks its longest month has.
    weeks: Vec<u32>,
    /// Whether the cells have room for their digits.
    pub(super) labelled: bool,
}

impl Grid {
    /// The largest cells that keep the picture at a readable height; `None` when not even the smallest do.
    pub(super) fn new(
        map: &HeatMap,
        plate: &Plate,
        days: &[&HeatDay],
        top: f64,
        calendar: &Calendar,
    ) -> Option<Grid> {
        let months = months(map.from, map.to);
        // The smallest cells of so many months are higher than any picture; measuring would be a waste.
        if months.len() > MOST_MONTHS {
            return None;
        }
        let weeks: Vec<u32> = months.iter().map(|m| weeks(*m, map, calendar)).collect();
        let (frame, small) = (plate.frame, plate.small());
        let left = frame.pad();
        let width = f64::from(frame.width) - 2.0 * left;
        // Thousands of days have a few dozen labels.
        let labels: BTreeSet<&str> = days.iter().map(|d| d.label.as_str()).collect();
        let labels: Vec<String> = labels.into_iter().map(text::clean).collect();
        let widths = labels
            .iter()
            .map(|label| text::width(label, small, Weight::Regular));
        let widest = widths.fold(0.0, f64::max);
        let needed = (widest + 5.0).max(small * text::LINE + 4.0) + SEAM;
        let words = labels.iter().all(|label| !label.is_empty());
        let grid = |side: f64| {
            let gap = (side * 0.8).clamp(10.0, 24.0);
            let block = 7.0 * side + gap;
            let across = ((width + gap) / block).floor().max(1.0) as usize;
            let longest = |row: &[u32]| row.iter().copied().max().unwrap_or_default();
            Grid {
                top,
                left,
                side,
                across,
                block,
                under: gap * 0.7,
                weeks: weeks.chunks(across).map(longest).collect(),
                months: months.clone(),
                line: small * text::LINE + 4.0,
                labelled: words && side >= needed,
            }
        };
        // Two months beside each other are worth more than large cells.
        let largest = if frame.narrow() { 24.0 } else { 34.0 };
        let candidates = || {
            let sides = SIDES
                .iter()
                .filter(move |s| **s <= largest)
                .map(|s| (s * frame.text_scale).floor());
            let smaller = SIDES
                .iter()
                .copied()
                .filter(|s| frame.text_scale > 1.0 && *s < 16.0);
            let fits = |grid: &Grid| 7.0 * grid.side <= width;
            sides.chain(smaller).map(grid).filter(fits)
        };
        let usual = candidates().find(|g| g.height() <= USUAL.0 && g.side >= USUAL.1);
        usual.or_else(|| candidates().find(|g| g.height() <= MOST_HEIGHT))
    }

    /// Height of a row of blocks: the names of its months, its weeks, and the space under it.
    fn row(&self, row: usize) -> f64 {
        self.line + f64::from(self.weeks[row]) * self.side + self.under
    }

    fn height(&self) -> f64 {
        (0..self.weeks.len()).map(|row| self.row(row)).sum()
    }

    /// Upper left corner of a block, with its name.
    fn corner(&self, block: usize, weekdays: f64) -> (f64, f64) {
        let (row, column) = (block / self.across, block % self.across);
        let above: f64 = (0..row).map(|row| self.row(row)).sum();
        let weekdays = if row > 0 { weekdays } else { 0.0 };
        (
            self.left + column as f64 * self.block,
            self.top + weekdays + above,
        )
    }
}

/// The first week of a month that the range touches, and how many it touches from there on.
fn first_week(month: NaiveDate, map: &HeatMap, calendar: &Calendar) -> u32 {
    let first = month.max(map.from);
    (column(month, calendar) + first.day0()) / 7
}

fn weeks(month: NaiveDate, map: &HeatMap, calendar: &Calendar) -> u32 {
    let last = days_of(month)
        .take_while(|d| *d <= map.to)
        .last()
        .unwrap_or(month);
    (column(month, calendar) + last.day0()) / 7 + 1 - first_week(month, map, calendar)
}

/// Draws the months and gives where they end.
pub(super) fn draw(
    plate: &mut Plate,
    cells: &Cells,
    grid: &Grid,
    calendar: &Calendar,
) -> Result<f64, ChartError> {
    let weekdays = weekdays(plate, grid, calendar)?;
    let mut areas = Vec::new();
    let (mut bottom, mut right) = (grid.top, grid.left);
    for (i, month) in grid.months.iter().enumerate() {
        let (x, y) = grid.corner(i, weekdays);
        name(plate, grid, *month, (x, y), i == 0, calendar)?;
        let names = if i < grid.across { weekdays } else { 0.0 };
        let top = y + grid.line + names;
        let first = column(*month, calendar);
        let above = first_week(*month, cells.map, calendar);
        for date in days_of(*month) {
            if !(cells.map.from..=cells.map.to).contains(&date) {
                continue;
            }
            let place = first + date.day0();
            let area = Area {
                x: x + f64::from(place % 7) * grid.side,
                y: top + f64::from(place / 7 - above) * grid.side,
                w: grid.side - SEAM,
                h: grid.side - SEAM,
            };
            bottom = bottom.max(area.bottom());
            right = right.max(area.right());
            areas.push((date, area));
        }
    }
    cells.draw(plate, &areas, grid.labelled)?;
    for (date, area) in &areas {
        let Area { x, y, w, h } = *area;
        plate.days.push(DayArea {
            date: *date,
            until: *date,
            x,
            y,
            w,
            h,
        });
        if let Some(day) = cells.days.get(date) {
            plate.marks.push(Mark {
                date: *date,
                until: *date,
                panel: None,
                how: day.how,
                x,
                y,
                w,
                h,
            });
        }
    }
    let top = grid.top;
    plate.panels.push(PanelArea {
        id: "heat-map".to_owned(),
        x: grid.left,
        y: top,
        w: right - grid.left,
        h: bottom - top,
    });
    Ok(bottom)
}

/// The names of weekdays over the columns of the first row of blocks, under its months, if all have room; gives their height.
fn weekdays(plate: &mut Plate, grid: &Grid, calendar: &Calendar) -> Result<f64, ChartError> {
    let size = plate.small();
    let names: Vec<String> = (0..7)
        .map(|i| (calendar.first_weekday.num_days_from_monday() + i) as usize % 7)
        .map(|i| text::clean(&calendar.weekdays_short[i]))
        .collect();
    let initials: Vec<String> = names.iter().map(|n| n.chars().take(1).collect()).collect();
    let fits = |names: &&Vec<String>| {
        let room = grid.side - 3.0;
        names
            .iter()
            .all(|n| text::width(n, size, Weight::Regular) <= room)
    };
    let Some(names) = [&names, &initials].into_iter().find(fits) else {
        return Ok(0.0);
    };
    for block in 0..grid.across.min(grid.months.len()) {
        let (x, y) = grid.corner(block, 0.0);
        for (i, name) in names.iter().enumerate() {
            let x = x + i as f64 * grid.side + (grid.side - SEAM) / 2.0;
            let label = Label::below(name.clone(), x, y + grid.line, Anchor::Middle, size);
            plate.canvas.text(&label, plate.palette.quiet)?;
        }
    }
    Ok(plate.line_height() + 4.0)
}

/// The name of a month, as long as its block has room for; the year stands with January and with the first.
fn name(
    plate: &mut Plate,
    grid: &Grid,
    month: NaiveDate,
    at: (f64, f64),
    first: bool,
    calendar: &Calendar,
) -> Result<(), ChartError> {
    let size = plate.small();
    let room = grid.block - size * 0.6;
    let place = month.month0() as usize;
    let names = if first || month.month() == 1 {
        vec![calendar.month_year(month), month.year().to_string()]
    } else {
        vec![
            calendar.months_long[place].clone(),
            calendar.months_short[place].clone(),
        ]
    };
    let fits = |name: &String| text::width(name, size, Weight::Regular) <= room;
    if let Some(name) = names.iter().map(|n| text::clean(n)).find(fits) {
        let label = Label::below(name, at.0, at.1, Anchor::Start, size);
        plate.canvas.text(&label, plate.palette.quiet)?;
    }
    Ok(())
}

/// Which column of its block the first day of a month stands in.
fn column(month: NaiveDate, calendar: &Calendar) -> u32 {
    calendar.week_days(month).rem_euclid(7) as u32
}

/// The first days of the months that the range touches.
pub(super) fn months(from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
    let start = from.with_day(1).unwrap_or(from);
    (0..)
        .map_while(|i| start.checked_add_months(chrono::Months::new(i)))
        .take_while(|month| *month <= to)
        .collect()
}

/// The days of a month.
pub(super) fn days_of(month: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    (0..31)
        .map_while(move |i| month.checked_add_days(Days::new(i)))
        .take_while(move |day| day.month() == month.month())
}
