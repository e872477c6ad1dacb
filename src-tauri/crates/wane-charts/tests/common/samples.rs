//! What every chart of one made-up diary is drawn from.

use chrono::{Datelike, Days, NaiveDate};
use wane_charts::{
    Axis, ClockPanel, Compared, Comparison, ConsistencyBand, ConsistencyWords, ConsistentDay,
    FitAt, Ghost, GhostLine, HeatDay, HeatKind, HeatMap, HeatMark, HeatWords, How, Pair, Panel,
    Point, Regularity, Scatter, ScatterAxis, SeriesInk, Shape, Trend, WeekdayPanel, Weekdays,
};

use super::{Chance, date, diary, panel, rolling, sample_raster, sample_trend};

/// The last day of every made-up diary.
fn last() -> NaiveDate {
    date(2026, 3, 14)
}

/// The days of a diary of `days` days.
fn range(days: usize) -> (NaiveDate, NaiveDate) {
    (last() - Days::new(days as u64 - 1), last())
}

/// The diary of `sample_trend`; nothing at all from a `missing` of 2 on.
fn series(days: usize, missing: f64) -> [Vec<Point>; 3] {
    if missing >= 2.0 {
        return Default::default();
    }
    diary(range(days).0, days, missing, 7)
}

/// Sleep quality from 1 to 5, for every night of the diary that was not measured only.
fn quality(days: usize, missing: f64) -> Vec<Point> {
    let [sleep, morning, _] = series(days, missing);
    let mut chance = Chance::new(23);
    let of = |date: NaiveDate| morning.iter().find(|p| p.date == date);
    let rate = |p: &Point| {
        let other = of(p.date)?;
        let value = (3.0 + 0.7 * (p.value - 7.0) - 0.15 * (other.value - 4.5)
            + 0.6 * chance.bell())
        .round()
        .clamp(1.0, 5.0);
        Some(Point {
            value,
            how: other.how,
            ..*p
        })
    };
    sleep.iter().filter_map(rate).collect()
}

/// Whether there was a walk on a day.
fn walks(days: usize, missing: f64) -> Vec<Point> {
    let mut chance = Chance::new(31);
    let [sleep, ..] = series(days, missing);
    let walked = |p: &Point| Point {
        value: f64::from(u8::from(chance.next() < 0.45)),
        how: How::Felt,
        ..*p
    };
    sleep.iter().map(walked).collect()
}

fn hours() -> Axis {
    Axis::Hours {
        pattern: "{n} h".to_owned(),
    }
}

/// Six panels with a second stretch of time behind them.
pub fn wide_trend(days: usize, missing: f64) -> (Trend, Ghost) {
    let t = plain_trend(days, missing);
    let (from, to) = (t.from, t.to);
    let walks = Panel {
        axis: Axis::YesNo {
            yes: "yes".to_owned(),
            no: "no".to_owned(),
        },
        line: Vec::new(),
        band: None,
        ..panel("walk", "A walk outside", walks(days, missing), from, to)
    };
    let mut t = t;
    let quality = panel("quality", "Sleep quality", quality(days, missing), from, to);
    let quality = Panel {
        ink: SeriesInk::Sleep,
        ..quality
    };
    t.panels.insert(1, quality);
    t.panels.push(walks);
    let before = from - Days::new(days as u64);
    let [_, morning, evening] = if missing >= 2.0 {
        Default::default()
    } else {
        diary(before, days, missing, 41)
    };
    let end = from - Days::new(1);
    let ghost = Ghost {
        from: before,
        lines: vec![
            GhostLine {
                panel: "morning".to_owned(),
                line: rolling(&morning, before, end),
            },
            GhostLine {
                panel: "evening".to_owned(),
                line: rolling(&evening, before, end),
            },
        ],
        label: format!("the {days} days before"),
    };
    (t, ghost)
}

/// `sample_trend`, or the same without a value.
pub fn plain_trend(days: usize, missing: f64) -> Trend {
    let mut t = sample_trend(days, missing);
    if missing >= 2.0 {
        for panel in &mut t.panels {
            (panel.points, panel.line, panel.band) = (Vec::new(), Vec::new(), None);
        }
    }
    t
}

/// Final awakening and bedtime by week.
pub fn sample_regularity(days: usize, missing: f64) -> Regularity {
    let r = sample_raster(days, missing.min(1.0));
    let nights = || r.rows.iter().filter(|_| missing < 2.0);
    let how = |recalled: bool| if recalled { How::Recalled } else { How::Felt };
    let clock = |minutes: f64| (minutes + 720.0).rem_euclid(1440.0);
    let wake = nights().filter_map(|row| {
        let end = row.asleep.last()?.1;
        Some(Point {
            date: row.date,
            value: clock(end),
            how: how(row.recalled),
        })
    });
    let bed = nights().filter_map(|row| {
        let start = row.in_bed?.0;
        Some(Point {
            date: row.date,
            value: clock(start),
            how: how(row.recalled),
        })
    });
    Regularity {
        from: r.from,
        to: r.to,
        panels: vec![
            ClockPanel {
                id: "wake".to_owned(),
                title: "Waking for good".to_owned(),
                shape: Shape::Circle,
                ink: SeriesInk::Sleep,
                points: wake.collect(),
            },
            ClockPanel {
                id: "bed".to_owned(),
                title: "Going to bed".to_owned(),
                shape: Shape::Diamond,
                ink: SeriesInk::Factor,
                points: bed.collect(),
            },
        ],
        fewest: 4,
        hour_labels: r.hour_labels.clone(),
        count: "{n}".to_owned(),
        note_when_aggregated: Some(
            "Each box stands for {days} days: the middle half of the nights, the line in it the middle one.".to_owned(),
        ),
    }
}

/// Sleep quality (or hours asleep) against pain on the same morning.
pub fn sample_scatter(days: usize, missing: f64, by_hours: bool) -> Scatter {
    let [sleep, morning, _] = series(days, missing);
    let left = if by_hours {
        sleep
            .iter()
            .map(|p| Point {
                value: (p.value * 4.0).round() / 4.0,
                ..*p
            })
            .collect()
    } else {
        quality(days, missing)
    };
    let pairs: Vec<Pair> = left
        .iter()
        .filter_map(|p| {
            let other = morning.iter().find(|m| m.date == p.date)?;
            Some(Pair {
                date: p.date,
                across: p.value,
                up: other.value,
                how: other.how,
            })
        })
        .collect();
    let across = || pairs.iter().map(|p| p.across);
    let (low, high) = (
        across().fold(f64::INFINITY, f64::min),
        across().fold(f64::NEG_INFINITY, f64::max),
    );
    let slope = if by_hours { -0.8 } else { -0.7 };
    let middle = (low + high) / 2.0;
    let fit = |i: u32| {
        let across = low + (high - low) * f64::from(i) / 20.0;
        let wide = 0.3 + 0.25 * (across - middle).abs();
        let value = 4.5 + slope * (across - middle);
        FitAt {
            across,
            middle: value,
            low: value - wide,
            high: value + wide,
        }
    };
    let enough = pairs.len() >= 20;
    Scatter {
        across: ScatterAxis {
            title: if by_hours {
                "Time asleep"
            } else {
                "Sleep quality"
            }
            .to_owned(),
            axis: if by_hours {
                hours()
            } else {
                Axis::Fixed {
                    from: 1.0,
                    to: 5.0,
                    ticks: vec![
                        (1.0, "very poor".to_owned()),
                        (3.0, "fair".to_owned()),
                        (5.0, "very good".to_owned()),
                    ],
                }
            },
        },
        up: ScatterAxis {
            title: "Pain on waking".to_owned(),
            axis: Axis::ZeroToTen,
        },
        shape: Shape::Triangle,
        ink: SeriesInk::MorningPain,
        fit: if enough {
            (0..=20).map(fit).collect()
        } else {
            Vec::new()
        },
        pairs,
        note_when_fitted: Some("Line: what went along with what, and its range.".to_owned()),
        note_when_numbered: Some("A number says how many mornings were alike.".to_owned()),
        note_when_gathered: Some("Mornings that were nearly alike share a disc.".to_owned()),
    }
}

/// Pain on waking as a calendar.
pub fn sample_heat_map(days: usize, missing: f64) -> HeatMap {
    let (from, to) = range(days);
    let [_, morning, _] = series(days, missing);
    let heat = |p: &Point| HeatDay {
        date: p.date,
        value: p.value,
        how: p.how,
        label: format!("{}", p.value),
    };
    let rough = morning.iter().filter(|p| p.value >= 8.0);
    let mut marked: Vec<HeatMark> = rough
        .map(|p| HeatMark {
            date: p.date,
            kind: HeatKind::Rough,
        })
        .collect();
    let flare = from + Days::new(days as u64 / 2);
    let long = (days / 12).clamp(1, 20);
    marked.extend(flare.iter_days().take(long).map(|date| HeatMark {
        date,
        kind: HeatKind::Flare,
    }));
    HeatMap {
        from,
        to,
        title: "Pain on waking".to_owned(),
        shape: Shape::Triangle,
        ink: SeriesInk::MorningPain,
        axis: Axis::ZeroToTen,
        days: morning.iter().map(heat).collect(),
        marked,
        words: HeatWords {
            rough: "rough day".to_owned(),
            flare: "flare".to_owned(),
            recalled: "written down later".to_owned(),
            none: "no entry".to_owned(),
        },
        note_when_months: Some(
            "Each cell is a month: the bar is as long as its middle value.".to_owned(),
        ),
    }
}

/// Time asleep and pain on waking by day of the week.
pub fn sample_weekdays(days: usize, missing: f64) -> Weekdays {
    let (from, to) = range(days);
    let [sleep, morning, _] = series(days, missing);
    let panel = |id: &str, title: &str, shape, ink, axis, points| WeekdayPanel {
        id: id.to_owned(),
        title: title.to_owned(),
        shape,
        ink,
        axis,
        points,
    };
    Weekdays {
        from,
        to,
        panels: vec![
            panel(
                "sleep",
                "Time asleep",
                Shape::Circle,
                SeriesInk::Sleep,
                hours(),
                sleep,
            ),
            panel(
                "morning",
                "Pain on waking",
                Shape::Triangle,
                SeriesInk::MorningPain,
                Axis::ZeroToTen,
                morning,
            ),
        ],
        fewest: 4,
        count: "n = {n}".to_owned(),
        note_when_gathered: Some("The wider a bar, the more days had that value.".to_owned()),
    }
}

/// The first half of the days against the second.
pub fn sample_comparison(days: usize, missing: f64) -> Comparison {
    let (from, to) = range(days);
    let middle = from + Days::new(days as u64 / 2);
    let [sleep, morning, evening] = series(days, missing);
    let halves = |points: Vec<Point>| {
        let (before, after): (Vec<_>, Vec<_>) = points.into_iter().partition(|p| p.date < middle);
        vec![before, after]
    };
    let measure = |id: &str, title: &str, shape, ink, axis, points| Compared {
        id: id.to_owned(),
        title: title.to_owned(),
        shape,
        ink,
        axis,
        values: halves(points),
    };
    let name = |from: NaiveDate, to: NaiveDate| {
        format!(
            "{}.{}.{} – {}.{}.{}",
            from.day(),
            from.month(),
            from.year(),
            to.day(),
            to.month(),
            to.year()
        )
    };
    Comparison {
        stretches: vec![
            name(from, middle.pred_opt().unwrap_or(from)),
            name(middle, to),
        ],
        measures: vec![
            measure(
                "sleep",
                "Time asleep",
                Shape::Circle,
                SeriesInk::Sleep,
                hours(),
                sleep,
            ),
            measure(
                "quality",
                "Sleep quality",
                Shape::Diamond,
                SeriesInk::Factor,
                Axis::OneToFive,
                quality(days, missing),
            ),
            measure(
                "morning",
                "Pain on waking",
                Shape::Triangle,
                SeriesInk::MorningPain,
                Axis::ZeroToTen,
                morning,
            ),
            measure(
                "evening",
                "Pain in the evening",
                Shape::Square,
                SeriesInk::EveningPain,
                Axis::ZeroToTen,
                evening,
            ),
        ],
        fewest: 4,
        count: "n = {n}".to_owned(),
        note_when_gathered: Some("The wider a bar, the more days had that value.".to_owned()),
    }
}

/// Awakenings inside 06:00 to 07:30.
pub fn sample_consistency(days: usize, missing: f64) -> ConsistencyBand {
    let r = sample_regularity(days, missing);
    let wakes = &r.panels[0].points;
    let excused_from = r.from + Days::new(days as u64 * 2 / 3);
    let excused = excused_from..=excused_from + Days::new((days / 10).min(12) as u64);
    let mut history: Vec<bool> = Vec::new();
    let mut drawn = Vec::new();
    for date in r.from.iter_days().take(days) {
        let wake = wakes.iter().find(|p| p.date == date);
        let inside = wake.map(|p| (360.0..=450.0).contains(&p.value));
        let excused = excused.contains(&date) && missing < 2.0;
        history.extend(inside.filter(|inside| *inside || !excused));
        let latest = &history[history.len().saturating_sub(14)..];
        let hits = latest.iter().filter(|i| **i).count();
        if inside.is_some() || excused {
            drawn.push(ConsistentDay {
                date,
                inside,
                excused,
                share: (inside.is_some() && latest.len() >= 7)
                    .then(|| hits as f64 / latest.len() as f64),
                how: wake.map_or(How::Felt, |p| p.how),
            });
        }
    }
    ConsistencyBand {
        from: r.from,
        to: r.to,
        title: "Waking inside your own window".to_owned(),
        pattern: "{n} %".to_owned(),
        days: drawn,
        words: ConsistencyWords {
            inside: "inside".to_owned(),
            outside: "outside".to_owned(),
            excused: "flare, illness or journey".to_owned(),
        },
        note_when_aggregated: Some(
            "Each tick stands for {days} days; the taller, the more of them were inside."
                .to_owned(),
        ),
    }
}
