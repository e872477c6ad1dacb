//! One measure as a calendar, a cell a day.

use wane_charts::{Frame, HeatDay, HeatKind, HeatMap, HeatMark, HeatWords, heat_map};
use wane_domain::{diary::SpanKind, spread::quartiles};

use super::{
    Drawn,
    numbers::Numbers,
    panels::{how, look, value},
};
use crate::{
    App,
    fault::Fault,
    wire::{ChartMeasure, Table},
};

/// Values from which a middle half means something.
const AT_LEAST: usize = 8;

impl App {
    pub(super) fn draw_calendar(
        &self,
        numbers: &Numbers,
        measure: ChartMeasure,
        frame: &Frame,
    ) -> Result<Drawn, Fault> {
        let (shape, ink) = look(measure);
        let decimals = usize::from(measure == ChartMeasure::Asleep);
        let days = numbers.days.iter().filter_map(|(date, day)| {
            let value = value(measure, day)?;
            Some(HeatDay {
                date: *date,
                value,
                how: how(measure, day),
                label: self.words.number(value, decimals),
            })
        });
        let word = |id: &str| self.words.text(id, &[]);
        let picture = HeatMap {
            from: numbers.from,
            to: numbers.to,
            title: self.measure_name(measure),
            shape,
            ink,
            axis: self.measure_axis(measure),
            days: days.collect(),
            marked: marked(numbers),
            words: HeatWords {
                rough: word("day-rough"),
                flare: word("span-flare"),
                recalled: word("source-recalled"),
                none: word("chart-no-entry"),
            },
            note_when_months: Some(word("calendar-note-months")),
        };
        let chart = heat_map(&picture, frame, &self.calendar())?;
        let values: Vec<f64> = picture.days.iter().map(|day| day.value).collect();
        let mut parts = Vec::new();
        match quartiles(&values).filter(|_| values.len() >= AT_LEAST) {
            Some(q) => parts.push(self.measure_range("calendar-middle", measure, q.low, q.high)),
            None => parts.push(word("trend-few-days")),
        }
        parts.push(self.coverage(numbers));
        let table = self.calendar_table(numbers, measure);
        Ok((chart, parts.join(" "), table).into())
    }

    fn calendar_table(&self, numbers: &Numbers, measure: ChartMeasure) -> Table {
        Table {
            columns: vec![
                self.words.text("measure-date", &[]),
                self.measure_name(measure),
                self.words.text("measure-day", &[]),
            ],
            rows: numbers
                .days
                .iter()
                .rev()
                .map(|(date, day)| {
                    let said = match (measure, value(measure, day)) {
                        (_, None) => String::new(),
                        (ChartMeasure::Asleep, Some(hours)) => self.words.duration(hours * 60.0),
                        (ChartMeasure::Quality, Some(_)) => day
                            .quality
                            .map(|q| self.quality_word(q))
                            .unwrap_or_default(),
                        (ChartMeasure::Efficiency, Some(percent)) => self.words.percent(percent),
                        (_, Some(pain)) => self.words.number(pain, 0),
                    };
                    let rough = if day.rough {
                        self.words.text("day-rough", &[])
                    } else {
                        String::new()
                    };
                    vec![self.words.date_short_year(*date), said, rough]
                })
                .collect(),
        }
    }
}

fn marked(numbers: &Numbers) -> Vec<HeatMark> {
    let rough = numbers
        .days
        .iter()
        .filter(|(_, day)| day.rough)
        .map(|(date, _)| HeatMark {
            date: *date,
            kind: HeatKind::Rough,
        });
    let flares = numbers
        .spans
        .iter()
        .filter(|span| span.kind == SpanKind::Flare)
        .flat_map(|span| {
            let first = span.from_date.max(numbers.from);
            let last = span.to_date.unwrap_or(numbers.to).min(numbers.to);
            first.iter_days().take_while(move |date| *date <= last)
        })
        .map(|date| HeatMark {
            date,
            kind: HeatKind::Flare,
        });
    rough.chain(flares).collect()
}
