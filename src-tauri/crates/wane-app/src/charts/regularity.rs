//! When bed and waking were, week by week.

use chrono::{NaiveDate, Timelike};
use wane_charts::{Chart, ClockPanel, Frame, How, Point, Regularity, SeriesInk, Shape, regularity};
use wane_domain::{
    Moment, circular,
    diary::Night,
    measures::Measures,
    weekly::{self, ClockSpread},
};
use wane_text::Arg;

use super::{Drawn, Said, nearest_five, numbers::Numbers};
use crate::{
    App,
    fault::Fault,
    wire::{NamedText, Table},
};

/// Nights a week must have to be summed up.
const FEWEST_OF_A_WEEK: usize = 4;
/// Nights from which a spread is named (`SCIENCE.md` 2.3).
const FEWEST: usize = 7;
/// Nights up to which a spread is called early (`SCIENCE.md` 2.3).
const EARLY_BELOW: usize = 14;

type Pick = fn(&Night) -> Option<Moment>;

const BED: Pick = |night| night.bed.or(night.lights_out);
const WAKE: Pick = |night| night.final_wake;

impl App {
    pub(super) fn draw_regularity(&self, numbers: &Numbers, frame: &Frame) -> Result<Drawn, Fault> {
        let panel = |id: &str, shape, ink, pick: Pick| ClockPanel {
            id: id.to_owned(),
            title: self.words.text(&format!("measure-{id}"), &[]),
            shape,
            ink,
            points: points(numbers, pick),
        };
        let picture = Regularity {
            from: numbers.from,
            to: numbers.to,
            panels: vec![
                panel("bed", Shape::Circle, SeriesInk::Sleep, BED),
                panel("final-wake", Shape::Triangle, SeriesInk::MorningPain, WAKE),
            ],
            fewest: FEWEST_OF_A_WEEK,
            hour_labels: self.hour_labels(),
            count: self
                .words
                .text("regularity-count", &[("n", Arg::from("{n}"))]),
            note_when_aggregated: Some(
                self.words
                    .text("chart-note-boxes", &[("days", Arg::from("{days}"))]),
            ),
        };
        let chart = regularity(&picture, frame, &self.calendar())?;
        let sentence = self.regularity_sentence(numbers, &chart);
        let said = self.regularity_said(numbers, &chart);
        Ok(Drawn {
            chart,
            sentence,
            table: self.regularity_table(numbers),
            said: Some(said),
        })
    }

    /// What each box says when it is read.
    fn regularity_said(&self, numbers: &Numbers, chart: &Chart) -> Vec<Said> {
        let times = |pick: Pick, from: NaiveDate, to: NaiveDate| -> Vec<f64> {
            points(numbers, pick)
                .into_iter()
                .filter(|p| (from..=to).contains(&p.date))
                .map(|p| p.value)
                .collect()
        };
        chart
            .days
            .iter()
            .map(|area| {
                let mut values: Vec<NamedText> =
                    [("measure-bed", BED), ("measure-final-wake", WAKE)]
                        .into_iter()
                        .filter_map(|(id, pick)| {
                            let spread = ClockSpread::of(&times(pick, area.date, area.until))?;
                            Some(self.named(id, self.spread_text(&spread)))
                        })
                        .collect();
                if values.is_empty() {
                    values.push(NamedText {
                        name: String::new(),
                        text: self.words.text("chart-no-entry", &[]),
                    });
                }
                Said {
                    days: Some((area.date, area.until)),
                    title: self.words.date_range(area.date, area.until),
                    values,
                }
            })
            .collect()
    }

    fn spread_text(&self, spread: &ClockSpread) -> String {
        self.words.text(
            "regularity-spread",
            &[
                ("median", Arg::from(self.clock_of(spread.median))),
                ("low", Arg::from(self.clock_of(spread.first_quartile))),
                ("high", Arg::from(self.clock_of(spread.third_quartile))),
            ],
        )
    }

    fn regularity_sentence(&self, numbers: &Numbers, chart: &Chart) -> String {
        let spread = |pick: &dyn Fn(&Night) -> Option<Moment>| {
            let minutes = numbers.nights.iter().filter_map(pick).map(minute_of_day);
            circular::summary(minutes).filter(|s| s.n >= FEWEST)
        };
        let (Some(wake), Some(middle)) = (spread(&WAKE), spread(&|n| Measures::of(n).midpoint))
        else {
            return self.words.text("regularity-few", &[]);
        };
        let by = |sd: f64| Arg::from(self.words.duration(nearest_five(sd).max(5.0)));
        let mut parts = vec![self.words.text(
            "regularity-varied",
            &[
                ("wake", by(wake.sd_min)),
                ("middle", by(middle.sd_min)),
                ("nights", Arg::from(wake.n)),
            ],
        )];
        if wake.n < EARLY_BELOW {
            parts.push(self.words.text("regularity-early", &[]));
        }
        parts.extend(self.aggregated(chart));
        parts.join(" ")
    }

    fn regularity_table(&self, numbers: &Numbers) -> Table {
        let weeks = |pick: Pick| {
            let times: Vec<(NaiveDate, f64)> = points(numbers, pick)
                .into_iter()
                .map(|p| (p.date, p.value))
                .collect();
            let first = self.words.first_weekday();
            weekly::by_week(&times, numbers.from, numbers.to, first, FEWEST_OF_A_WEEK)
        };
        let spread =
            |spread: Option<ClockSpread>| spread.map(|s| self.spread_text(&s)).unwrap_or_default();
        let rows = weeks(BED)
            .into_iter()
            .zip(weeks(WAKE))
            .rev()
            .map(|(bed, wake)| {
                vec![
                    self.words.date_range(bed.from, bed.to),
                    bed.n.max(wake.n).to_string(),
                    spread(bed.spread),
                    spread(wake.spread),
                ]
            })
            .collect();
        Table {
            columns: [
                "measure-week",
                "measure-nights",
                "measure-bed",
                "measure-final-wake",
            ]
            .map(|id| self.words.text(id, &[]))
            .to_vec(),
            rows,
        }
    }

    fn clock_of(&self, minutes: f64) -> String {
        self.words
            .clock_of_minutes(nearest_five(minutes).rem_euclid(circular::DAY_MIN))
    }
}

fn points(numbers: &Numbers, pick: Pick) -> Vec<Point> {
    numbers
        .nights
        .iter()
        .filter_map(|night| {
            Some(Point {
                date: night.wake_date,
                value: minute_of_day(pick(night)?),
                how: if night.origin.recalled {
                    How::Recalled
                } else {
                    How::Felt
                },
            })
        })
        .collect()
}

fn minute_of_day(moment: Moment) -> f64 {
    f64::from(moment.time().num_seconds_from_midnight()) / 60.0
}
