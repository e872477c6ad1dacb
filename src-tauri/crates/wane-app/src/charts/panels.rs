//! What can stand in a trend's panels: measures of the day, and factors the person tracks.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use wane_charts::{Axis, How, Point, SeriesInk, Shape};
use wane_domain::{Id, diary::Factor};
use wane_text::Arg;

use super::numbers::{DayNumbers, Numbers};
use crate::{App, fault::Fault, wire::ChartMeasure};

/// A factor with its values by day.
#[derive(Debug, Clone)]
pub(super) struct FactorDays {
    pub factor: Factor,
    pub values: BTreeMap<NaiveDate, f64>,
}

/// What one panel shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shown {
    Measure(ChartMeasure),
    Factor(Id),
}

/// What begins the name of a panel that shows a factor; its id follows.
const FACTOR: &str = "factor:";

impl Shown {
    /// The panels of a trend nobody has chosen the panels of.
    pub const USUAL: [Shown; 3] = [
        Shown::Measure(ChartMeasure::Asleep),
        Shown::Measure(ChartMeasure::PainMorning),
        Shown::Measure(ChartMeasure::PainEvening),
    ];

    /// Every measure, in the order of the night and the day after it.
    pub const MEASURES: [ChartMeasure; 5] = [
        ChartMeasure::Asleep,
        ChartMeasure::Efficiency,
        ChartMeasure::Quality,
        ChartMeasure::PainMorning,
        ChartMeasure::PainEvening,
    ];

    /// The name of the panel on the wire and in the picture.
    pub fn name(&self) -> String {
        match self {
            Shown::Measure(measure) => id(*measure).to_owned(),
            Shown::Factor(factor) => format!("{FACTOR}{factor}"),
        }
    }

    /// The panel of that name.
    pub fn from_name(name: &str) -> Result<Shown, Fault> {
        if let Some(factor) = name.strip_prefix(FACTOR) {
            let factor = factor.parse().map_err(|_| Fault::bad_input("panels"))?;
            return Ok(Shown::Factor(factor));
        }
        Shown::MEASURES
            .into_iter()
            .find(|measure| id(*measure) == name)
            .map(Shown::Measure)
            .ok_or_else(|| Fault::bad_input("panels"))
    }
}

/// The name of a measure, on the wire and behind `measure-` in the catalogue.
pub(super) fn id(measure: ChartMeasure) -> &'static str {
    match measure {
        ChartMeasure::Asleep => "asleep",
        ChartMeasure::Efficiency => "efficiency",
        ChartMeasure::Quality => "quality",
        ChartMeasure::PainMorning => "pain-morning",
        ChartMeasure::PainEvening => "pain-evening",
    }
}

/// The shape and the colour of a measure, the same in every chart.
pub(super) fn look(measure: ChartMeasure) -> (Shape, SeriesInk) {
    match measure {
        ChartMeasure::Asleep | ChartMeasure::Efficiency => (Shape::Circle, SeriesInk::Sleep),
        ChartMeasure::Quality => (Shape::Diamond, SeriesInk::Sleep),
        ChartMeasure::PainMorning => (Shape::Triangle, SeriesInk::MorningPain),
        ChartMeasure::PainEvening => (Shape::Square, SeriesInk::EveningPain),
    }
}

/// A day's value of a measure in the unit of its axis: hours, per cent, 1–5, 0–10.
pub(super) fn value(measure: ChartMeasure, day: &DayNumbers) -> Option<f64> {
    match measure {
        ChartMeasure::Asleep => day.asleep_min.map(|minutes| minutes / 60.0),
        ChartMeasure::Efficiency => day.efficiency,
        ChartMeasure::Quality => day.quality.map(f64::from),
        ChartMeasure::PainMorning => day.pain_morning.map(f64::from),
        ChartMeasure::PainEvening => day.pain_evening.map(f64::from),
    }
}

/// How a day's value of a measure came about.
pub(super) fn how(measure: ChartMeasure, day: &DayNumbers) -> How {
    let of_sleep = matches!(measure, ChartMeasure::Asleep | ChartMeasure::Efficiency);
    match (of_sleep && day.device, day.recalled) {
        (true, _) => How::Device,
        (_, true) => How::Recalled,
        _ => How::Felt,
    }
}

/// The values of a measure as dots.
pub(super) fn points(measure: ChartMeasure, numbers: &Numbers) -> Vec<Point> {
    numbers
        .days
        .iter()
        .filter_map(|(date, day)| {
            Some(Point {
                date: *date,
                value: value(measure, day)?,
                how: how(measure, day),
            })
        })
        .collect()
}

impl App {
    /// What a measure is called.
    pub(super) fn measure_name(&self, measure: ChartMeasure) -> String {
        self.words.text(&format!("measure-{}", id(measure)), &[])
    }

    /// The scale of a measure.
    pub(super) fn measure_axis(&self, measure: ChartMeasure) -> Axis {
        match measure {
            ChartMeasure::Asleep => Axis::Hours {
                pattern: self.words.text("axis-hours", &[("n", Arg::from("{n}"))]),
            },
            ChartMeasure::Efficiency => Axis::Percent {
                pattern: self.words.text("axis-percent", &[("n", Arg::from("{n}"))]),
            },
            ChartMeasure::Quality => Axis::OneToFive,
            ChartMeasure::PainMorning | ChartMeasure::PainEvening => Axis::ZeroToTen,
        }
    }

    /// A value of a measure in words; sleep is rounded to five minutes where it is a middle value.
    pub(super) fn measure_text(&self, measure: ChartMeasure, value: f64) -> String {
        match measure {
            ChartMeasure::Asleep => self.words.duration(super::nearest_five(value * 60.0)),
            ChartMeasure::Efficiency => self.words.percent(value),
            // A middle value can lie half-way between two.
            _ => self.words.number(value, usize::from(value.fract() != 0.0)),
        }
    }

    /// A sentence about a measure from one value to another, or its form `-one` where the two read the same.
    pub(super) fn measure_range(
        &self,
        id: &str,
        measure: ChartMeasure,
        low: f64,
        high: f64,
    ) -> String {
        let (low, high) = (
            self.measure_text(measure, low),
            self.measure_text(measure, high),
        );
        let name = ("measure", Arg::from(self.measure_name(measure)));
        if low == high {
            let one = [name, ("value", Arg::from(low))];
            self.words.text(&format!("{id}-one"), &one)
        } else {
            let both = [name, ("low", Arg::from(low)), ("high", Arg::from(high))];
            self.words.text(id, &both)
        }
    }

    /// A factor's value in words: yes, no, or a number with its unit.
    pub(super) fn factor_text(&self, factor: &Factor, value: f64) -> String {
        let Some(unit) = &factor.unit else {
            return self
                .words
                .text(if value == 0.0 { "axis-no" } else { "axis-yes" }, &[]);
        };
        let number = self.words.number(value, usize::from(value.fract() != 0.0));
        if unit.is_empty() {
            number
        } else {
            self.words.text(
                "number-unit",
                &[
                    ("number", Arg::from(number)),
                    ("unit", Arg::from(unit.as_str())),
                ],
            )
        }
    }

    /// The scale of a factor: two lines for yes and no, else from nothing up to a round number.
    pub(super) fn factor_axis(&self, days: &FactorDays) -> Axis {
        if days.factor.unit.is_none() {
            return Axis::YesNo {
                yes: self.words.text("axis-yes", &[]),
                no: self.words.text("axis-no", &[]),
            };
        }
        let most = days.values.values().copied().fold(0.0, f64::max);
        let step = round_step(most);
        let top = (most / step).ceil().max(1.0) * step;
        let ticks = [0.0, top / 2.0, top];
        let decimals = usize::from(step < 1.0 || (top / 2.0).fract() != 0.0);
        Axis::Fixed {
            from: 0.0,
            to: top,
            ticks: ticks
                .into_iter()
                .map(|tick| (tick, self.words.number(tick, decimals)))
                .collect(),
        }
    }
}

/// A step of 1, 2 or 5 times a power of ten, of which a few reach `most`.
fn round_step(most: f64) -> f64 {
    if most <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf((most / 4.0).log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|step| step * power);
    steps
        .into_iter()
        .find(|step| step * 5.0 >= most)
        .unwrap_or(power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_few_of_them_reach_the_top() {
        for (most, step) in [
            (0.0, 1.0),
            (1.0, 0.2),
            (3.0, 1.0),
            (10.0, 2.0),
            (45.0, 10.0),
            (120.0, 50.0),
        ] {
            assert!(
                (round_step(most) - step).abs() < 1e-9,
                "up to {most} in steps of {step}, not {}",
                round_step(most)
            );
        }
    }

    #[test]
    fn every_panel_is_known_by_its_name() {
        for measure in Shown::MEASURES {
            let shown = Shown::Measure(measure);
            assert!(
                Shown::from_name(&shown.name()).is_ok_and(|found| found == shown),
                "{}",
                shown.name()
            );
        }
        assert!(
            Shown::from_name("mood").is_err(),
            "there is no such measure"
        );
        assert!(Shown::from_name("factor:mood").is_err(), "that is no id");
    }
}
