//! Device and felt sleep side by side (row X3): felt comes first everywhere, and where the two differ is a curiosity.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use wane_domain::{
    check,
    diary::{DeviceSleep, Night, SleepKind},
    measures::Measures,
    spread::{Quartiles, quartiles},
};
use wane_store::Diary;
use wane_text::Arg;

use crate::{App, fault::Fault, measures::span, wire::*};

/// Fewer nights than this say nothing about what is usual.
const ENOUGH: usize = 7;

/// A usual difference of fewer minutes is none worth a word.
const ALIKE_MIN: f64 = 15.0;

/// One night that both tell of.
struct Pair {
    date: NaiveDate,
    felt_min: f64,
    device_min: f64,
    source: String,
}

impl Pair {
    /// How much more the device counted, in minutes.
    fn difference(&self) -> f64 {
        self.device_min - self.felt_min
    }
}

impl App {
    /// See [`crate::commands`].
    pub(crate) fn device_felt(&self, request: SpanRequest) -> Result<DeviceFelt, Fault> {
        let rooms = self.rooms();
        let pairs = match span(&rooms.diary, &request)? {
            Some((from, to)) => self.pairs(&rooms.diary, from, to)?,
            None => Vec::new(),
        };
        let quiet = self.words.without_figures();
        let differences: Vec<f64> = pairs.iter().map(Pair::difference).collect();
        let usual = quartiles(&differences).filter(|_| pairs.len() >= ENOUGH);
        let signed = |minutes: f64| {
            let duration = self.words.duration(minutes.abs());
            let way = if minutes.round() == 0.0 {
                "same"
            } else if minutes > 0.0 {
                "more"
            } else {
                "less"
            };
            let id = format!("device-felt-{way}");
            self.words.text(&id, &[("duration", Arg::from(duration))])
        };
        let text = match usual {
            _ if pairs.is_empty() => String::new(),
            None => self.words.text(
                "device-felt-few",
                &[
                    ("count", Arg::from(pairs.len() as u64)),
                    ("enough", Arg::from(ENOUGH as u64)),
                ],
            ),
            Some(Quartiles { low, median, high }) => {
                let way = if median.abs() < ALIKE_MIN {
                    "alike"
                } else if median > 0.0 {
                    "device-more"
                } else {
                    "device-less"
                };
                self.words.text(
                    &format!("device-felt-{way}"),
                    &[
                        ("count", Arg::from(pairs.len() as u64)),
                        ("median", Arg::from(self.words.duration(median.abs()))),
                        ("low", Arg::from(signed(low))),
                        ("high", Arg::from(signed(high))),
                    ],
                )
            }
        };
        let rows = pairs.iter().rev().map(|pair| {
            vec![
                self.words.date_short_year(pair.date),
                self.words.duration(pair.felt_min),
                self.words.duration(pair.device_min),
                signed(pair.difference()),
                pair.source.clone(),
            ]
        });
        Ok(DeviceFelt {
            // Without figures a few nights are nothing to tell of.
            empty: pairs.is_empty() || (quiet && usual.is_none()),
            text,
            note: self.words.text("device-felt-note", &[]),
            nights: u32::try_from(pairs.len()).unwrap_or(u32::MAX),
            median_min: usual.map(|usual| usual.median),
            quarter_min: usual.map(|usual| usual.low),
            three_quarters_min: usual.map(|usual| usual.high),
            table: Table {
                columns: ["date", "felt", "measured", "difference", "source"]
                    .map(|name| self.words.text(&format!("device-felt-column-{name}"), &[]))
                    .to_vec(),
                rows: if quiet { Vec::new() } else { rows.collect() },
            },
        })
    }

    /// Nights that somebody wrote down and a device measured, in order.
    fn pairs(&self, diary: &Diary, from: NaiveDate, to: NaiveDate) -> Result<Vec<Pair>, Fault> {
        let felt: BTreeMap<NaiveDate, f64> = diary
            .between::<Night>(from, to)?
            .iter()
            .filter(|night| check::holds_together(night))
            .filter_map(|night| Some((night.wake_date, Measures::of(night).tst_min?)))
            .collect();
        // Of several nights that devices tell of one date, the longest is the night.
        let mut measured: BTreeMap<NaiveDate, (f64, DeviceSleep)> = BTreeMap::new();
        for sleep in diary.between::<DeviceSleep>(from, to)? {
            let Some(minutes) = sleep.asleep_min.map(f64::from) else {
                continue;
            };
            let longer = measured
                .get(&sleep.wake_date)
                .is_none_or(|(there, _)| minutes > *there);
            if sleep.kind == SleepKind::Night && longer {
                measured.insert(sleep.wake_date, (minutes, sleep));
            }
        }
        Ok(measured
            .into_iter()
            .filter_map(|(date, (device_min, sleep))| {
                let felt_min = *felt.get(&date)?;
                let format = sleep.origin.format().unwrap_or_default();
                Some(Pair {
                    date,
                    felt_min,
                    device_min,
                    source: self.source_name(format, sleep.origin.device()),
                })
            })
            .collect())
    }
}
