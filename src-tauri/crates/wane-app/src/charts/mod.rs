//! The same numbers as a picture, a sentence and a table.

mod compare;
mod consistency;
mod copy;
mod heat;
mod numbers;
mod panels;
pub(crate) mod plain;
mod range;
mod raster;
mod regularity;
mod save;
mod scatter;
mod trend;
mod weekdays;

use chrono::{Datelike, Duration, Months, NaiveDate, NaiveTime, Weekday};
use wane_charts::{Calendar, Chart, ChartError, Frame, Theme};
use wane_domain::{Id, diary::Factor, spread::quartiles};
use wane_store::{Diary, Label};
use wane_text::Arg;

use crate::{App, convert, fault::Fault, wire::*};
use numbers::Numbers;
use panels::Shown;

impl From<ChartError> for Fault {
    fn from(error: ChartError) -> Self {
        match error {
            ChartError::Width(_) => Fault::bad_input("width"),
            ChartError::TextScale(_) => Fault::bad_input("text_scale"),
            ChartError::Backwards | ChartError::TooManyDays(_) => Fault::bad_time("to"),
            _ => Fault::internal("chart"),
        }
    }
}

impl App {
    /// See [`crate::commands`].
    pub(crate) fn chart(&self, request: ChartRequest) -> Result<ChartView, Fault> {
        let rooms = self.rooms();
        let (from, to) = self.chart_span(&rooms.diary, &request)?;
        let frame = Frame {
            width: request.width,
            theme: theme(request.theme),
            text_scale: request.text_scale,
        };
        let shown = match request.panels.as_slice() {
            [] => Shown::USUAL.to_vec(),
            names => names
                .iter()
                .map(|name| Shown::from_name(name))
                .collect::<Result<_, _>>()?,
        };
        let factors: Vec<Id> = shown
            .iter()
            .filter_map(|shown| match shown {
                Shown::Factor(id) => Some(*id),
                Shown::Measure(_) => None,
            })
            .collect();
        let numbers =
            Numbers::read_whole(&rooms.diary, from, to)?.with_factors(&rooms.diary, &factors)?;
        let before = if request.compare || request.name == ChartName::Comparison {
            let days = (to - from).num_days() + 1;
            let (first, last) = (from - Duration::days(days), from - Duration::days(1));
            Some(Numbers::read(&rooms.diary, first, last)?.with_factors(&rooms.diary, &factors)?)
        } else {
            None
        };
        let before = before.as_ref();
        let drawn = match request.name {
            ChartName::Trend => self.draw_trend(&numbers, before, &shown, &frame, true)?,
            ChartName::Raster => self.draw_raster(&numbers, &frame)?,
            ChartName::Regularity => self.draw_regularity(&numbers, &frame)?,
            ChartName::Scatter => self.draw_scatter(&numbers, request.against, &frame)?,
            ChartName::Calendar => self.draw_calendar(&numbers, request.measure, &frame)?,
            ChartName::Weekdays => self.draw_weekdays(&numbers, &frame)?,
            ChartName::Consistency => self.draw_consistency(&rooms.diary, &numbers, &frame)?,
            ChartName::Comparison => {
                let before = before.ok_or_else(|| Fault::internal("chart"))?;
                self.draw_comparison(before, &numbers, &frame)?
            }
        };
        let mut view = self.chart_view(request.name, &numbers, drawn);
        if request.name == ChartName::Trend {
            view.panels = self.panel_choices(&rooms.diary, &shown)?;
            let ends = (
                rooms.diary.first_and_last_date()?.map(|ends| ends.0),
                self.present_day(&rooms.diary)?,
            );
            view.steps = range::steps((from, to), ends);
        }
        view.comparison = before
            .filter(|_| request.compare)
            .map(|before| self.compare(before, &numbers));
        if self.words.without_figures() {
            self.without_numbers(&mut view, &numbers);
        }
        Ok(view)
    }

    /// Everything a trend can show, and what of it is shown.
    fn panel_choices(&self, diary: &Diary, shown: &[Shown]) -> Result<Vec<PanelChoice>, Fault> {
        let choice = |one: Shown, title: String| PanelChoice {
            name: one.name(),
            title,
            shown: shown.contains(&one),
        };
        let mut choices: Vec<PanelChoice> = Shown::MEASURES
            .map(|measure| choice(Shown::Measure(measure), self.measure_name(measure)))
            .to_vec();
        for factor in diary.all::<Factor>()? {
            let one = Shown::Factor(factor.id);
            // What was put aside is offered for as long as it is looked at.
            if factor.retired_at.is_none() || shown.contains(&one) {
                choices.push(choice(one, factor.name));
            }
        }
        Ok(choices)
    }

    /// See [`crate::commands`].
    pub(crate) fn mark_visit(&self, request: DayRequest) -> Result<Saved, Fault> {
        let mut rooms = self.rooms();
        let date = self.loggable(&rooms.diary, request.date.as_deref())?;
        let text = date.to_string();
        rooms
            .diary
            .change(Label::new("visit"), self.now(), |change| {
                change.set_setting("last-visit", Some(&text))
            })?;
        self.saved(&mut rooms, "saved-visit", date)
    }

    /// The small trend on Today: the two weeks up to `date`; `None` while there is nothing to draw.
    pub(crate) fn two_weeks(
        &self,
        diary: &Diary,
        date: NaiveDate,
    ) -> Result<Option<ChartView>, Fault> {
        let numbers = Numbers::read(diary, date - Duration::days(13), date)?;
        if numbers.is_empty() {
            return Ok(None);
        }
        let settings = crate::settings::read(diary)?;
        let frame = Frame {
            width: self.small_width().max(320),
            theme: self.theme_now(diary, &settings)?,
            text_scale: settings.text_scale,
        };
        let drawn = self.draw_trend(&numbers, None, &Shown::USUAL, &frame, false)?;
        let mut view = self.chart_view(ChartName::Trend, &numbers, drawn);
        if self.words.without_figures() {
            self.without_numbers(&mut view, &numbers);
        }
        Ok(Some(view))
    }

    fn chart_view(&self, name: ChartName, numbers: &Numbers, drawn: Drawn) -> ChartView {
        let Drawn {
            chart,
            sentence,
            table,
            said,
        } = drawn;
        let days = match said {
            Some(said) => areas_of(&chart, said),
            None => self.chart_days(&chart, numbers),
        };
        ChartView {
            name,
            svg: chart.svg,
            width: chart.width,
            height: chart.height,
            from: numbers.from.to_string(),
            to: numbers.to.to_string(),
            range_text: self.words.date_range(numbers.from, numbers.to),
            days,
            sentence,
            table,
            comparison: None,
            empty: numbers.is_empty(),
            panels: Vec::new(),
            steps: RangeSteps::default(),
        }
    }

    /// What each area of the picture says when it is read.
    fn chart_days(&self, chart: &Chart, numbers: &Numbers) -> Vec<ChartDay> {
        chart
            .days
            .iter()
            .map(|area| {
                let several = area.until > area.date;
                ChartDay {
                    date: Some(area.date.to_string()),
                    until: Some(area.until.to_string()),
                    x: area.x,
                    y: area.y,
                    w: area.w,
                    h: area.h,
                    date_text: if several {
                        self.words.date_range(area.date, area.until)
                    } else {
                        self.words.date_heading(area.date)
                    },
                    values: if several {
                        self.values_of_many(numbers, area.date, area.until)
                    } else {
                        self.values_of(numbers, area.date)
                    },
                }
            })
            .collect()
    }

    /// How the clock hours 0 to 23 are written.
    fn hour_labels(&self) -> [String; 24] {
        std::array::from_fn(|h| {
            self.words
                .clock(NaiveTime::from_hms_opt(h as u32, 0, 0).unwrap_or_default())
        })
    }

    /// A name from the catalogue and a text.
    pub(super) fn named(&self, id: &str, text: String) -> NamedText {
        NamedText {
            name: self.words.text(id, &[]),
            text,
        }
    }

    fn values_of(&self, numbers: &Numbers, date: NaiveDate) -> Vec<NamedText> {
        let mut values = self.entry_of(numbers, date);
        let marks = self.marks_of(numbers, date).into_iter();
        values.extend(marks.map(|mark| self.named("measure-marked", mark)));
        values
    }

    fn entry_of(&self, numbers: &Numbers, date: NaiveDate) -> Vec<NamedText> {
        let Some(day) = numbers.days.get(&date) else {
            return vec![NamedText {
                name: String::new(),
                text: self.words.text("chart-no-entry", &[]),
            }];
        };
        let mut values = Vec::new();
        let mut say = |id: &str, text: Option<String>| {
            if let Some(text) = text {
                values.push(NamedText {
                    name: self.words.text(id, &[]),
                    text,
                });
            }
        };
        say(
            "measure-asleep",
            day.asleep_min.map(|m| self.words.duration(m)),
        );
        say(
            "measure-efficiency",
            day.efficiency.map(|p| self.words.percent(p)),
        );
        say("measure-quality", day.quality.map(|q| self.quality_word(q)));
        say(
            "measure-pain-morning",
            day.pain_morning.map(|p| p.to_string()),
        );
        say(
            "measure-pain-evening",
            day.pain_evening.map(|p| p.to_string()),
        );
        for days in &numbers.factors {
            if let Some(value) = days.values.get(&date) {
                values.push(NamedText {
                    name: days.factor.name.clone(),
                    text: self.factor_text(&days.factor, *value),
                });
            }
        }
        let mut say = |id: &str, text: Option<String>| {
            if let Some(text) = text {
                values.push(self.named(id, text));
            }
        };
        if day.device {
            say(
                "measure-source",
                Some(self.words.text("source-device", &[])),
            );
        }
        if day.recalled {
            say(
                "measure-source",
                Some(self.words.text("source-recalled", &[])),
            );
        }
        if day.rough {
            say("measure-day", Some(self.words.text("day-rough", &[])));
        }
        values
    }

    /// Medians of the days that one mark stands for.
    fn values_of_many(&self, numbers: &Numbers, from: NaiveDate, to: NaiveDate) -> Vec<NamedText> {
        let days: Vec<_> = numbers.days.range(from..=to).map(|(_, d)| d).collect();
        let median = |pick: &dyn Fn(&numbers::DayNumbers) -> Option<f64>| {
            let values: Vec<f64> = days.iter().filter_map(|d| pick(d)).collect();
            quartiles(&values).map(|q| q.median)
        };
        let mut values = Vec::new();
        let mut say = |id: &str, text: Option<String>| {
            if let Some(text) = text {
                values.push(NamedText {
                    name: self.words.text(id, &[]),
                    text,
                });
            }
        };
        say(
            "measure-asleep",
            median(&|d| d.asleep_min).map(|m| self.words.duration(m)),
        );
        say(
            "measure-pain-morning",
            median(&|d| d.pain_morning.map(f64::from)).map(|p| self.words.number(p, 1)),
        );
        say(
            "measure-pain-evening",
            median(&|d| d.pain_evening.map(f64::from)).map(|p| self.words.number(p, 1)),
        );
        if values.is_empty() {
            values.push(NamedText {
                name: String::new(),
                text: self.words.text("chart-no-entry", &[]),
            });
        }
        values
    }

    pub(super) fn quality_word(&self, quality: u8) -> String {
        self.words.text(&format!("quality-{quality}"), &[])
    }

    fn chart_span(
        &self,
        diary: &Diary,
        request: &ChartRequest,
    ) -> Result<(NaiveDate, NaiveDate), Fault> {
        let to = match request.to.as_deref() {
            Some(to) => convert::date(to, "to")?,
            None => self.present_day(diary)?,
        };
        let from = match request.from.as_deref() {
            Some(from) => convert::date(from, "from")?,
            None => match request.range {
                Range::TwoWeeks => to - Duration::days(13),
                Range::SixWeeks => to - Duration::days(41),
                Range::ThreeMonths => months_before(to, 3),
                Range::Year => months_before(to, 12),
                Range::All => diary
                    .first_and_last_date()?
                    .map_or(to - Duration::days(13), |(first, _)| first),
                Range::SinceVisit => match diary.setting("last-visit")? {
                    Some(visit) => convert::date(&visit, "last-visit")?,
                    None => return Err(Fault::not_found("visit")),
                },
            },
        };
        // Fewer than three days make no picture of time.
        let from = if request.from.is_none() {
            from.min(to - Duration::days(2))
        } else {
            from
        };
        if from > to {
            Err(Fault::bad_time("from"))
        } else {
            Ok((from, to))
        }
    }

    fn theme_now(&self, diary: &Diary, settings: &Settings) -> Result<Theme, Fault> {
        let look = self.appearance_for(diary, settings)?;
        Ok(if look.amber {
            Theme::Amber
        } else {
            theme(look.theme)
        })
    }

    /// The language's words for dates, as the charts want them.
    pub(super) fn calendar(&self) -> Calendar {
        let weekdays = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
            Weekday::Sat,
            Weekday::Sun,
        ];
        let pattern = |id: &str, a: &str, b: &str| {
            self.words.text(
                id,
                &[
                    (a, Arg::from(format!("{{{a}}}"))),
                    (b, Arg::from(format!("{{{b}}}"))),
                ],
            )
        };
        Calendar {
            months_short: std::array::from_fn(|m| self.words.month_short(m as u32 + 1)),
            months_long: std::array::from_fn(|m| self.words.month_long(m as u32 + 1)),
            weekdays_short: weekdays.map(|w| self.words.weekday_short(w)),
            first_weekday: self.words.first_weekday(),
            day_month: pattern("date-short", "day", "month"),
            month_year: pattern("date-month-year", "month", "year"),
        }
    }

    /// "56 of 60 days have an entry; 2 were filled in later."
    fn coverage(&self, numbers: &Numbers) -> String {
        let days = (numbers.to - numbers.from).num_days() + 1;
        let mut text = self.words.text(
            "chart-coverage",
            &[
                ("with", Arg::from(numbers.days.len())),
                ("days", Arg::from(days)),
            ],
        );
        let recalled = numbers.days.values().filter(|d| d.recalled).count();
        if recalled > 0 {
            text = format!(
                "{text} {}",
                self.words
                    .text("chart-recalled", &[("count", Arg::from(recalled))])
            );
        }
        let device = numbers.days.values().filter(|d| d.device).count();
        if device > 0 {
            text = format!(
                "{text} {}",
                self.words
                    .text("chart-device", &[("count", Arg::from(device))])
            );
        }
        text
    }

    /// "While several days share a mark …", when they do.
    pub(super) fn aggregated(&self, chart: &Chart) -> Option<String> {
        chart.aggregated_days.map(|days| {
            self.words
                .text("chart-aggregated", &[("days", Arg::from(days))])
        })
    }
}

/// A picture with everything that is said beside it.
struct Drawn {
    chart: Chart,
    sentence: String,
    table: Table,
    /// What the picture's days, or its groups where it has no days, say when they are read, in their order;
    /// `None` for the day's own values.
    said: Option<Vec<Said>>,
}

impl From<(Chart, String, Table)> for Drawn {
    fn from((chart, sentence, table): (Chart, String, Table)) -> Drawn {
        Drawn {
            chart,
            sentence,
            table,
            said: None,
        }
    }
}

/// What one area of a picture says when it is read.
struct Said {
    /// The days it is about, if they are neighbours.
    days: Option<(NaiveDate, NaiveDate)>,
    title: String,
    values: Vec<NamedText>,
}

fn areas_of(chart: &Chart, said: Vec<Said>) -> Vec<ChartDay> {
    let days = chart.days.iter().map(|a| (a.x, a.y, a.w, a.h));
    let groups = chart.groups.iter().map(|a| (a.x, a.y, a.w, a.h));
    let groups = groups.take(if chart.days.is_empty() { usize::MAX } else { 0 });
    days.chain(groups)
        .zip(said)
        .map(|((x, y, w, h), said)| ChartDay {
            date: said.days.map(|(from, _)| from.to_string()),
            until: said.days.map(|(_, to)| to.to_string()),
            x,
            y,
            w,
            h,
            date_text: said.title,
            values: said.values,
        })
        .collect()
}

fn theme(theme: ChartTheme) -> Theme {
    match theme {
        ChartTheme::Day => Theme::Day,
        ChartTheme::Evening => Theme::Evening,
        ChartTheme::Amber => Theme::Amber,
        ChartTheme::Contrast => Theme::Contrast,
        ChartTheme::Print => Theme::Print,
    }
}

fn months_before(to: NaiveDate, months: u32) -> NaiveDate {
    to.checked_sub_months(Months::new(months)).map_or(to, |d| {
        if d.day() == to.day() {
            d + Duration::days(1)
        } else {
            d
        }
    })
}

/// Sentences speak of five minutes at the finest; a diary is no stop-watch.
fn nearest_five(minutes: f64) -> f64 {
    (minutes / 5.0).round() * 5.0
}
