//! Made-up diaries and an English calendar, the same in every run.

#![allow(dead_code)] // Every test binary uses its own part of this.

pub mod legible;
pub mod samples;
pub mod saying;
pub mod views;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use wane_charts::{
    Axis, Calendar, How, MarkedDay, MarkedSpan, Panel, Point, Raster, RasterRow, SeriesInk, Shape,
    TickedDays, Trend,
};

/// English words for dates.
pub fn english() -> Calendar {
    let months_long = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    Calendar {
        months_short: months_long.map(|m| m[..3].to_owned()),
        months_long: months_long.map(str::to_owned),
        weekdays_short: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map(str::to_owned),
        first_weekday: Weekday::Mon,
        day_month: "{day} {month}".to_owned(),
        month_year: "{month} {year}".to_owned(),
    }
}

/// A day, counted from 1 January 2026.
pub fn day(n: u64) -> NaiveDate {
    date(2026, 1, 1) + Days::new(n)
}

/// A day by its date.
pub fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// Numbers that look like chance and are the same in every run (a linear congruential generator).
pub struct Chance(u64);

impl Chance {
    /// Begins at `seed`.
    pub fn new(seed: u64) -> Self {
        Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1))
    }

    /// The next number, from 0 to 1.
    pub fn next(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// About normal, with mean 0 and standard deviation 1.
    pub fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.next()).sum::<f64>() - 6.0
    }
}

/// A person's days: hours asleep, pain on waking, pain in the evening; each missing with the chance `missing`.
pub fn diary(from: NaiveDate, days: usize, missing: f64, seed: u64) -> [Vec<Point>; 3] {
    let mut chance = Chance::new(seed);
    let mut series: [Vec<Point>; 3] = Default::default();
    let mut absent = false;
    for (i, date) in from.iter_days().take(days).enumerate() {
        // Absences come in runs, as they do in diaries.
        absent = if absent {
            chance.next() < 0.5 + missing * 0.2
        } else {
            chance.next() < missing * 0.3
        };
        let drift = (i as f64 / 60.0).sin();
        let sleep = (7.0 + 0.4 * drift + 0.9 * chance.bell()).clamp(3.0, 10.5);
        let morning = (4.5 - 0.8 * (sleep - 7.0) - drift + 0.9 * chance.bell())
            .round()
            .clamp(0.0, 10.0);
        let evening = (4.0 + 0.3 * (morning - 4.0) - drift + 1.1 * chance.bell())
            .round()
            .clamp(0.0, 10.0);
        let how = match chance.next() {
            r if r < 0.06 => How::Recalled,
            r if r < 0.10 => How::Device,
            _ => How::Felt,
        };
        if absent {
            continue;
        }
        series[0].push(Point {
            date,
            value: sleep,
            how,
        });
        let felt = if how == How::Device { How::Felt } else { how };
        if how != How::Device {
            series[1].push(Point {
                date,
                value: morning,
                how: felt,
            });
        }
        if chance.next() > 0.08 {
            series[2].push(Point {
                date,
                value: evening,
                how: felt,
            });
        }
    }
    series
}

/// The median of the last seven days wherever at least four of them have a value, split at gaps.
pub fn rolling(points: &[Point], from: NaiveDate, to: NaiveDate) -> Vec<Vec<(NaiveDate, f64)>> {
    let mut runs = vec![Vec::new()];
    let mut start = 0;
    for date in from.iter_days().take_while(|d| *d <= to) {
        while start < points.len() && (date - points[start].date).num_days() > 6 {
            start += 1;
        }
        let window = points[start..].iter().take_while(|p| p.date <= date);
        let mut values: Vec<f64> = window.map(|p| p.value).collect();
        values.sort_by(f64::total_cmp);
        match (values.len() >= 4, runs.last_mut()) {
            (true, Some(run)) => run.push((date, values[values.len() / 2])),
            (false, Some(run)) if !run.is_empty() => runs.push(Vec::new()),
            _ => {}
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// First and third quartile.
pub fn middle_half(points: &[Point]) -> Option<(f64, f64)> {
    let mut values: Vec<f64> = points.iter().map(|p| p.value).collect();
    values.sort_by(f64::total_cmp);
    (values.len() >= 4).then(|| (values[values.len() / 4], values[values.len() * 3 / 4]))
}

/// A panel over `points` with its median and its middle half.
pub fn panel(id: &str, title: &str, points: Vec<Point>, from: NaiveDate, to: NaiveDate) -> Panel {
    let (shape, ink, axis) = match id {
        "sleep" => (
            Shape::Circle,
            SeriesInk::Sleep,
            Axis::Hours {
                pattern: "{n} h".to_owned(),
            },
        ),
        "morning" => (Shape::Triangle, SeriesInk::MorningPain, Axis::ZeroToTen),
        "evening" => (Shape::Square, SeriesInk::EveningPain, Axis::ZeroToTen),
        "efficiency" => (
            Shape::Circle,
            SeriesInk::Sleep,
            Axis::Percent {
                pattern: "{n} %".to_owned(),
            },
        ),
        _ => (Shape::Diamond, SeriesInk::Factor, Axis::OneToFive),
    };
    Panel {
        id: id.to_owned(),
        title: title.to_owned(),
        shape,
        ink,
        axis,
        line: rolling(&points, from, to),
        band: middle_half(&points),
        points,
        emphasis: false,
    }
}

/// Sleep and both pains over `days` days that end on 14 March 2026.
pub fn sample_trend(days: usize, missing: f64) -> Trend {
    let to = date(2026, 3, 14);
    let from = to - Days::new(days as u64 - 1);
    let [sleep, morning, evening] = diary(from, days, missing, 7);
    let middle = from + Days::new(days as u64 / 2);
    let later = from + Days::new(days as u64 * 3 / 4);
    let wide = (days / 12).max(1) as u64;
    Trend {
        from,
        to,
        panels: vec![
            panel("sleep", "Time asleep", sleep, from, to),
            panel("morning", "Pain on waking", morning, from, to),
            panel("evening", "Pain in the evening", evening, from, to),
        ],
        spans: vec![
            MarkedSpan { from: middle, to: middle + Days::new(wide), label: "flare".to_owned() },
            MarkedSpan { from: later, to: later + Days::new(wide / 3), label: "journey".to_owned() },
        ],
        annotations: vec![
            MarkedDay { date: middle - Days::new(wide / 2), label: "started physio".to_owned() },
            MarkedDay { date: later, label: "visit".to_owned() },
        ],
        ticked: Some(TickedDays {
            days: (0..days as u64).filter(|n| n * n % 11 == 3).map(|n| from + Days::new(n)).collect(),
            label: "rescue medicine".to_owned(),
        }),
        note_when_aggregated: Some(
            "Each mark stands for {days} days: the middle value, and a line from the lowest to the highest.".to_owned(),
        ),
    }
}

/// Nights over `days` days that end on 14 March 2026, from noon to noon.
pub fn sample_raster(days: usize, missing: f64) -> Raster {
    let to = date(2026, 3, 14);
    let from = to - Days::new(days as u64 - 1);
    let mut chance = Chance::new(11);
    let mut rows = Vec::new();
    let mut absent = false;
    for (i, date) in from.iter_days().take(days).enumerate() {
        absent = if absent {
            chance.next() < 0.5 + missing * 0.2
        } else {
            chance.next() < missing * 0.3
        };
        let weekend = if date.weekday().num_days_from_monday() >= 5 {
            45.0
        } else {
            0.0
        };
        let bed = 665.0 + 25.0 * (i as f64 / 40.0).sin() + weekend + 22.0 * chance.bell();
        let onset = bed + 12.0 + 30.0 * chance.next();
        let wake = onset + 425.0 + 35.0 * chance.bell() + weekend * 0.6;
        let up = wake + 5.0 + 25.0 * chance.next();
        let (kind, nap, awake) = (chance.next(), chance.next(), chance.next());
        if absent {
            continue;
        }
        let mut row = RasterRow::empty(date);
        row.in_bed = Some((bed, up));
        row.asleep = vec![(onset, wake)];
        if awake < 0.35 {
            let at = onset + 120.0 + 150.0 * chance.next();
            row.awake = vec![(at, at + 15.0 + 40.0 * chance.next())];
        }
        if nap < 0.16 {
            let at = 90.0 + 120.0 * chance.next();
            row.naps = vec![(at, at + 30.0 + 40.0 * chance.next())];
        }
        row.recalled = kind < 0.07;
        row.device = kind > 0.93;
        rows.push(row);
    }
    Raster {
        from,
        to,
        rows,
        starts_at_min: 720,
        target: Some((660.0, 1140.0)),
        hour_labels: std::array::from_fn(|h| format!("{h:02}:00")),
        note_when_aggregated: Some(
            "Each row stands for {days} days: dark where at least half of them were asleep, pale where any was in bed."
                .to_owned(),
        ),
    }
}

/// A trend of one panel over `days` days from 1 January 2026.
pub fn single(axis: Axis, days: u64, points: Vec<Point>) -> Trend {
    let panel = Panel {
        id: "one".to_owned(),
        title: "One".to_owned(),
        shape: Shape::Circle,
        ink: SeriesInk::Factor,
        axis,
        points,
        line: Vec::new(),
        band: None,
        emphasis: false,
    };
    Trend {
        from: day(0),
        to: day(days - 1),
        panels: vec![panel],
        spans: Vec::new(),
        annotations: Vec::new(),
        ticked: None,
        note_when_aggregated: None,
    }
}

/// A value written down when it was fresh.
pub fn felt(date: NaiveDate, value: f64) -> Point {
    Point {
        date,
        value,
        how: How::Felt,
    }
}
