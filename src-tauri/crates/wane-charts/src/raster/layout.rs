//! Where everything in a raster stands; nothing is drawn here.

use chrono::{Datelike, NaiveDate};

use crate::bins::pieces;
use crate::frame::days_between;
use crate::label::{Anchor, Label};
use crate::raster::{Raster, rows};
use crate::text::{self, Weight};
use crate::ticks::Step;
use crate::{Calendar, ChartError, Frame, note};

/// Height that the rows of an ordinary range share.
const USUAL_HEIGHT: f64 = 720.0;
/// Height that no picture's rows exceed; beyond it several days share a row.
const MOST_HEIGHT: f64 = 1200.0;
/// The tallest and the lowest row.
const ROW: (f64, f64) = (22.0, 2.0);
/// Whole weeks, as in the trend.
const SIZES: [u32; 6] = [7, 14, 28, 91, 182, 364];
/// Space between names and plot.
const BESIDE: f64 = 8.0;

/// Where everything stands.
pub(super) struct Layout {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    /// Height of one row.
    pub(super) row: f64,
    /// First and last day of each row.
    pub(super) pieces: Vec<(NaiveDate, NaiveDate)>,
    /// Days per row.
    pub(super) size: u32,
    /// Minutes across.
    pub(super) minutes: f64,
    /// Minutes of the grid lines, and whether it is midnight.
    pub(super) grid: Vec<(f64, bool)>,
    pub(super) labels: Vec<Label>,
    /// Rows at whose upper edge a month (or a year) begins.
    pub(super) separators: Vec<usize>,
    pub(super) note: Vec<Label>,
    /// Height of the picture.
    pub(super) height: f64,
}

impl Layout {
    pub(super) fn new(
        raster: &Raster,
        frame: &Frame,
        calendar: &Calendar,
    ) -> Result<Self, ChartError> {
        frame.check()?;
        let days = days_between(raster.from, raster.to)?;
        rows::check(raster)?;
        let (small, pad) = (frame.small(), frame.pad());
        let line = small * text::LINE;

        let size = days_per_row(days);
        let pieces = pieces(raster.from, raster.to, size, calendar);
        let tallest = ROW.0.max(line.ceil());
        let row = (USUAL_HEIGHT / pieces.len() as f64).clamp(ROW.1, tallest);
        let row = if row >= 4.0 { row.floor() } else { row };

        let names = Names::new(raster, &pieces, row, frame, calendar);
        let left = pad + names.width + BESIDE;
        let width = f64::from(frame.width) - pad - 4.0 - left;
        let minutes = rows::minutes(raster);
        let (grid, hours) = hours(raster, minutes, left, width, frame);

        let top = pad.min(8.0) + line + 5.0;
        let bottom = top + row * pieces.len() as f64;
        let mut labels = names.labels(&pieces, left, top, row, bottom, frame);
        for (name, middle) in &hours {
            labels.push(Label::below(
                name.clone(),
                *middle,
                top - 5.0 - line,
                Anchor::Middle,
                small,
            ));
        }
        let mut y = bottom;
        // A tall picture is read from its foot too.
        if bottom - top > 420.0 {
            for (name, middle) in hours {
                labels.push(Label::below(
                    name,
                    middle,
                    bottom + 5.0,
                    Anchor::Middle,
                    small,
                ));
            }
            y += 5.0 + line;
        }
        let lines = note::lines(
            raster.note_when_aggregated.as_deref(),
            (size > 1).then_some(size),
            frame,
        );
        let (note, y) = note::labels(lines, frame, y + 6.0);
        let height = (y + pad.min(8.0)).ceil();
        let separators = names.separators(&pieces);
        Ok(Layout {
            left,
            top,
            width,
            row,
            pieces,
            size,
            minutes,
            grid,
            labels,
            separators,
            note,
            height,
        })
    }

    pub(super) fn x(&self, minute: f64) -> f64 {
        self.left + self.width * minute / self.minutes
    }

    pub(super) fn y(&self, row: usize) -> f64 {
        self.top + self.row * row as f64
    }

    pub(super) fn bottom(&self) -> f64 {
        self.y(self.pieces.len())
    }

    /// Upper edge and height of a row's bars.
    pub(super) fn bar(&self, row: usize) -> (f64, f64) {
        let height = match self.row {
            h if h >= 7.0 => (h * 0.72).round(),
            h if h >= 3.0 => h - 0.8,
            h => h,
        };
        (self.y(row) + (self.row - height) / 2.0, height)
    }
}

/// One day a row while that keeps the picture at a readable height, then whole weeks.
fn days_per_row(days: i64) -> u32 {
    let most = MOST_HEIGHT / ROW.1;
    if days as f64 <= most {
        return 1;
    }
    // Rows of weeks are made tall enough to tell them apart.
    let fits = |size: &&u32| days as f64 / f64::from(**size) <= USUAL_HEIGHT / (2.0 * ROW.1);
    SIZES
        .iter()
        .find(fits)
        .copied()
        .unwrap_or(SIZES[SIZES.len() - 1])
}

/// A name and the middle of its box, across.
type Name = (String, f64);

/// The grid lines (and whether they are midnight) and the names of the hours that have room.
fn hours(
    raster: &Raster,
    minutes: f64,
    left: f64,
    width: f64,
    frame: &Frame,
) -> (Vec<(f64, bool)>, Vec<Name>) {
    let small = frame.small();
    let room = frame.words();
    let start = f64::from(raster.starts_at_min % 1440);
    let first = (start / 60.0).ceil() as u32;
    let last = ((start + minutes) / 60.0).floor() as u32;
    for step in [1, 2, 3, 4, 6, 12] {
        let mut named: Vec<Name> = Vec::new();
        let mut grid = Vec::new();
        let mut end = f64::NEG_INFINITY;
        let coarsest = step == 12;
        let mut fits = 60.0 * f64::from(step) * width / minutes >= small * 5.5;
        for hour in (first..=last).filter(|h| h % step == 0) {
            let minute = f64::from(hour) * 60.0 - start;
            grid.push((minute, hour % 24 == 0));
            let name = text::clean(&raster.hour_labels[hour as usize % 24]);
            let name =
                text::fit(&name, small, Weight::Regular, room.1 - room.0).unwrap_or_default();
            let half = text::width(&name, small, Weight::Regular) / 2.0;
            let at = left + width * minute / minutes;
            let middle = at.min(room.1 - half).max(room.0 + half);
            if middle - half >= end + small * 1.2 {
                end = middle + half;
                named.push((name, middle));
            } else {
                fits = false;
            }
        }
        // Nothing is coarser than noon and midnight: there, a name without room is left out.
        if fits || coarsest {
            return (grid, named);
        }
    }
    (Vec::new(), Vec::new())
}

/// A row to name.
struct Row {
    place: usize,
    weekday: Option<String>,
    name: String,
    /// The year, under the first of its weeks.
    year: Option<String>,
}

/// The names of the rows.
struct Names {
    step: Step,
    rows: Vec<Row>,
    /// Width of the widest name.
    width: f64,
}

impl Names {
    fn new(
        raster: &Raster,
        pieces: &[(NaiveDate, NaiveDate)],
        row: f64,
        frame: &Frame,
        calendar: &Calendar,
    ) -> Self {
        let line = frame.small() * text::LINE;
        let days = pieces.len();
        let every_row = (days <= 31 && row >= line && pieces.iter().all(|(a, b)| a == b))
            .then_some(Step::Days(1));
        let steps = every_row.into_iter().chain(Step::COARSE);
        let apart = |step: &Step| {
            let (days, least) = match step {
                Step::Days(_) => (1.0, line),
                Step::Weeks(n) => (7.0 * *n as f64, line * 2.2),
                Step::Months(n) => (28.0 * f64::from(*n), line * 1.5),
                Step::Years(n) => (365.0 * f64::from(*n), line * 1.5),
            };
            let per_row =
                f64::from(((raster.to - raster.from).num_days() + 1) as u32) / pieces.len() as f64;
            days / per_row * row >= least
        };
        let step = steps.into_iter().find(apart).unwrap_or(Step::Years(100));
        let mut named: Vec<Row> = Vec::new();
        let mut last_year = None;
        let mut dates = step.dates(raster.from, raster.to, calendar);
        let place_of = |date: NaiveDate| pieces.iter().position(|(a, b)| (*a..=*b).contains(&date));
        // The month in which the range begins is named too, unless its few rows leave no room above the next name.
        if matches!(step, Step::Months(_) | Step::Years(_)) && dates.first() != Some(&raster.from) {
            let next = dates.first().and_then(|date| place_of(*date));
            if next.is_none_or(|place| place as f64 * row >= line) {
                dates.insert(0, raster.from);
            }
        }
        for date in dates {
            let Some(place) = place_of(date) else {
                continue;
            };
            let begins = named.is_empty() || date.month0() == 0;
            let (weekday, name) = match step {
                Step::Days(_) => (
                    Some(text::clean(calendar.weekday(date))),
                    calendar.day_month(date),
                ),
                Step::Weeks(_) => (None, calendar.day_month(date)),
                Step::Months(_) if begins => (None, calendar.month_year(date)),
                Step::Months(_) => (None, calendar.month_short(date).to_owned()),
                Step::Years(_) => (None, date.year().to_string()),
            };
            let name = text::clean(&name);
            let new_year = last_year.replace(date.year()) != Some(date.year());
            let year =
                (new_year && matches!(step, Step::Weeks(_))).then(|| date.year().to_string());
            named.push(Row {
                place,
                weekday,
                name,
                year,
            });
        }
        let size = frame.small();
        let (most, gap) = (f64::from(frame.width) * 0.3, size * 0.6);
        let widest = |of: &dyn Fn(&Row) -> f64| named.iter().map(of).fold(0.0, f64::max);
        let name_width = |name: &str| text::width(name, size, Weight::Regular);
        // Weekdays have a column of their own, unless too little would be left for the nights.
        let names =
            widest(&|row| name_width(&row.name).max(row.year.as_deref().map_or(0.0, name_width)));
        let weekdays = widest(&|row| row.weekday.as_deref().map_or(0.0, name_width));
        let both = weekdays + gap + names;
        let width = if weekdays > 0.0 && both <= most {
            both
        } else {
            for row in &mut named {
                row.weekday = None;
                row.name = text::fit(&row.name, size, Weight::Regular, most).unwrap_or_default();
            }
            names.min(most)
        };
        Names {
            step,
            rows: named,
            width,
        }
    }

    /// The names with their places, from the top; one that would touch the one above is left out.
    fn labels(
        &self,
        pieces: &[(NaiveDate, NaiveDate)],
        left: f64,
        top: f64,
        row: f64,
        bottom: f64,
        frame: &Frame,
    ) -> Vec<Label> {
        let small = frame.small();
        let line = small * text::LINE;
        let mut labels = Vec::new();
        let mut end = f64::NEG_INFINITY;
        for Row {
            place,
            weekday,
            name,
            year,
        } in &self.rows
        {
            let upper = top + *place as f64 * row;
            let upper = match self.step {
                Step::Months(_) | Step::Years(_) => upper + 1.0,
                _ => (upper + row / 2.0 - line / 2.0)
                    .max(top - 2.0)
                    .min((bottom + 2.0 - line).max(top - 2.0)),
            };
            let fits = pieces.len() == 1 || upper + line <= bottom + 3.0;
            if upper < end || !fits {
                continue;
            }
            end = upper + line;
            labels.push(Label::below(
                name.clone(),
                left - BESIDE,
                upper,
                Anchor::End,
                small,
            ));
            if let Some(year) = year.as_ref().filter(|_| end + line < bottom + 2.0) {
                let label =
                    Label::below(year.clone(), left - BESIDE, end + 1.0, Anchor::End, small);
                end += line + 1.0;
                labels.push(label);
            }
            if let Some(weekday) = weekday {
                labels.push(Label::below(
                    weekday.clone(),
                    frame.pad(),
                    upper,
                    Anchor::Start,
                    small,
                ));
            }
        }
        labels
    }

    /// Rows at whose upper edge a month begins, or a year where months are too close.
    fn separators(&self, pieces: &[(NaiveDate, NaiveDate)]) -> Vec<usize> {
        let changes = |a: NaiveDate, b: NaiveDate| match self.step {
            Step::Years(_) | Step::Months(2..) => a.year() != b.year(),
            _ => (a.year(), a.month0()) != (b.year(), b.month0()),
        };
        let pairs = pieces.windows(2).enumerate();
        pairs
            .filter(|(_, pair)| changes(pair[0].1, pair[1].1))
            .map(|(i, _)| i + 1)
            .collect()
    }
}
