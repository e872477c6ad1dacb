//! Forgiving consistency (row I6): how many of the last awakenings fell into the person's own window.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate, Timelike};
use wane_charts::{
    Chart, ConsistencyBand, ConsistencyWords, ConsistentDay, Frame, How, consistency as draw,
};
use wane_domain::{
    circular,
    consistency::{AWAKENINGS, Awakening, Consistency, Kept, Window, consistency},
};
use wane_store::Diary;
use wane_text::Arg;

use super::{Drawn, Said, nearest_five, numbers::Numbers};
use crate::{
    App,
    fault::Fault,
    settings,
    wire::{NamedText, Table},
};

/// How far an awakening may lie from the person's own time, in minutes: as near as counts for a step towards it
/// (`SCIENCE.md` 6.4).
const WITHIN_MIN: f64 = 30.0;
/// How many days before the first are read, so that the first day's share is whole.
const RUN_UP_DAYS: i64 = 60;
/// How many days the sentence alone is about.
const SUMMARY_DAYS: i64 = 42;

impl App {
    pub(super) fn draw_consistency(
        &self,
        diary: &Diary,
        numbers: &Numbers,
        frame: &Frame,
    ) -> Result<Drawn, Fault> {
        let (whole, found, target, usual) = found(diary, numbers.from, numbers.to)?;
        let picture = ConsistencyBand {
            from: numbers.from,
            to: numbers.to,
            title: self.words.text("chart-consistency", &[]),
            pattern: self.words.text("axis-percent", &[("n", Arg::from("{n}"))]),
            days: days(&found, &whole, numbers),
            words: ConsistencyWords {
                inside: self.words.text("consistency-inside", &[]),
                outside: self.words.text("consistency-outside", &[]),
                excused: self.words.text("consistency-excused", &[]),
            },
            note_when_aggregated: Some(
                self.words
                    .text("chart-note-aggregated", &[("days", Arg::from("{days}"))]),
            ),
        };
        let chart = draw(&picture, frame, &self.calendar())?;
        let mut sentence = self.consistency_sentence(&found, target, usual);
        if let Some(aggregated) = self.aggregated(&chart) {
            sentence = format!("{sentence} {aggregated}");
        }
        let said = self.consistency_said(&found, &chart);
        Ok(Drawn {
            chart,
            sentence,
            table: self.consistency_table(&found),
            said: Some(said),
        })
    }

    /// The sentence of the six weeks up to `to`, as the chart of the usual range says it.
    pub(crate) fn consistency_summary(
        &self,
        diary: &Diary,
        to: NaiveDate,
    ) -> Result<Option<String>, Fault> {
        let from = to - Duration::days(SUMMARY_DAYS - 1);
        let (_, found, target, usual) = found(diary, from, to)?;
        let is_known = found.iter().any(|day| day.share.is_some());
        Ok(is_known.then(|| self.consistency_sentence(&found, target, usual)))
    }

    /// What each day says: where its awakening lay, and the share up to it; of several days the last one's.
    fn consistency_said(&self, found: &[Consistency], chart: &Chart) -> Vec<Said> {
        chart
            .days
            .iter()
            .map(|area| {
                let last = found
                    .iter()
                    .rev()
                    .find(|day| (area.date..=area.until).contains(&day.date));
                let mut values = Vec::new();
                if let Some(day) = last {
                    values.push(self.named("measure-final-wake", self.kept_text(day.kept)));
                    values.extend(day.share.map(|share| {
                        NamedText {
                            name: self
                                .words
                                .text("consistency-column", &[("count", Arg::from(day.counted))]),
                            text: self.words.percent(share * 100.0),
                        }
                    }));
                } else {
                    values.push(NamedText {
                        name: String::new(),
                        text: self.words.text("chart-no-entry", &[]),
                    });
                }
                Said {
                    days: Some((area.date, area.until)),
                    title: if area.until > area.date {
                        self.words.date_range(area.date, area.until)
                    } else {
                        self.words.date_heading(area.date)
                    },
                    values,
                }
            })
            .collect()
    }

    fn kept_text(&self, kept: Kept) -> String {
        let id = match kept {
            Kept::Inside => "consistency-inside",
            Kept::Outside => "consistency-outside",
            Kept::Excused => "consistency-excused",
        };
        self.words.text(id, &[])
    }

    fn consistency_sentence(
        &self,
        found: &[Consistency],
        target: Option<f64>,
        usual: Option<f64>,
    ) -> String {
        let newest = found.iter().rev().find_map(|day| Some((day, day.share?)));
        let (Some((day, share)), Some(middle)) = (newest, target.or(usual)) else {
            return self.words.text("consistency-few", &[]);
        };
        let inside = (share * day.counted as f64).round();
        let id = if target.is_some() {
            "consistency-of-target"
        } else {
            "consistency-of-usual"
        };
        let time = nearest_five(middle).rem_euclid(circular::DAY_MIN);
        let mut parts = vec![self.words.text(
            id,
            &[
                ("inside", Arg::from(inside)),
                ("counted", Arg::from(day.counted)),
                (
                    "share",
                    Arg::from(self.words.how_many(inside, day.counted as f64)),
                ),
                ("time", Arg::from(self.words.clock_of_minutes(time))),
                ("within", Arg::from(self.words.duration(WITHIN_MIN))),
            ],
        )];
        if found.iter().any(|day| day.excused) {
            parts.push(self.words.text("consistency-left-out", &[]));
        }
        parts.join(" ")
    }

    fn consistency_table(&self, found: &[Consistency]) -> Table {
        let word = |id: &str| self.words.text(id, &[]);
        Table {
            columns: vec![
                word("measure-date"),
                word("measure-final-wake"),
                self.words
                    .text("consistency-column", &[("count", Arg::from(AWAKENINGS))]),
            ],
            rows: found
                .iter()
                .rev()
                .map(|day| {
                    let share = day
                        .share
                        .map(|share| self.words.percent(share * 100.0))
                        .unwrap_or_default();
                    vec![
                        self.words.date_short_year(day.date),
                        self.kept_text(day.kept),
                        share,
                    ]
                })
                .collect(),
        }
    }
}

/// The days read with their run-up, how each awakening from `from` on lay, the person's own time if they chose one, and
/// the usual one of these days.
type Found = (Numbers, Vec<Consistency>, Option<f64>, Option<f64>);

fn found(diary: &Diary, from: NaiveDate, to: NaiveDate) -> Result<Found, Fault> {
    let whole = Numbers::read_whole(diary, from - Duration::days(RUN_UP_DAYS), to)?;
    let awakenings = awakenings(&whole);
    let target = settings::targets(diary)?
        .rise
        .map(|rise| f64::from(rise.num_seconds_from_midnight()) / 60.0);
    // Without a time of one's own, the usual one of these days is it.
    let usual = circular::median(numbers_of(&awakenings, from));
    let mut found = match target.or(usual) {
        Some(middle) => {
            let window = Window {
                from_min: middle - WITHIN_MIN,
                to_min: middle + WITHIN_MIN,
            };
            consistency(&awakenings, window)
        }
        None => Vec::new(),
    };
    found.retain(|day| day.date >= from);
    Ok((whole, found, target, usual))
}

/// Every awakening, and whether its day is excused.
fn awakenings(numbers: &Numbers) -> Vec<Awakening> {
    numbers
        .nights
        .iter()
        .filter_map(|night| {
            let wake = night.final_wake.or(night.out_of_bed)?;
            Some(Awakening {
                date: night.wake_date,
                clock_min: f64::from(wake.time().num_seconds_from_midnight()) / 60.0,
                excused: is_excused(numbers, night.wake_date),
            })
        })
        .collect()
}

fn numbers_of(awakenings: &[Awakening], from: NaiveDate) -> impl Iterator<Item = f64> + '_ {
    awakenings
        .iter()
        .filter(move |a| a.date >= from)
        .map(|a| a.clock_min)
}

/// Flares, illnesses and journeys excuse their days; so does a rough day.
fn is_excused(numbers: &Numbers, date: NaiveDate) -> bool {
    let within = |span: &wane_domain::diary::Span| {
        span.from_date <= date && span.to_date.is_none_or(|to| to >= date)
    };
    numbers.spans.iter().any(within) || numbers.days.get(&date).is_some_and(|day| day.rough)
}

fn days(found: &[Consistency], whole: &Numbers, numbers: &Numbers) -> Vec<ConsistentDay> {
    let mut days: BTreeMap<NaiveDate, ConsistentDay> = BTreeMap::new();
    for date in numbers.from.iter_days().take_while(|d| *d <= numbers.to) {
        if is_excused(whole, date) {
            let blank = ConsistentDay {
                date,
                inside: None,
                excused: true,
                share: None,
                how: How::Felt,
            };
            days.insert(date, blank);
        }
    }
    for day in found {
        let recalled = numbers.days.get(&day.date).is_some_and(|d| d.recalled);
        days.insert(
            day.date,
            ConsistentDay {
                date: day.date,
                inside: Some(day.kept == Kept::Inside),
                excused: day.excused,
                share: day.smoothed,
                how: if recalled { How::Recalled } else { How::Felt },
            },
        );
    }
    days.into_values().collect()
}
