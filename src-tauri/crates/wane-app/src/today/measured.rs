//! What devices measured, beside what was felt: a curiosity, and never the other way round.

use chrono::NaiveDate;
use wane_domain::{
    check,
    diary::{DeviceSleep, Night, SleepKind},
    measures::Measures,
};
use wane_store::Diary;
use wane_text::Arg;

use crate::{App, fault::Fault, log};

/// A difference of fewer minutes is none worth a word.
const ALIKE_MIN: f64 = 15.0;

impl App {
    /// A sentence for every sleep that a device measured and that belongs to `date`.
    pub(super) fn measured(
        &self,
        diary: &Diary,
        date: NaiveDate,
        is_today: bool,
    ) -> Result<Vec<String>, Fault> {
        let mut sleeps = diary.between::<DeviceSleep>(date, date)?;
        if sleeps.is_empty() {
            return Ok(Vec::new());
        }
        let felt = log::night_by_hand(diary, date)?;
        if is_today && felt.is_none() {
            return Ok(Vec::new());
        }
        sleeps.sort_by_key(|sleep| sleep.start.instant);
        let felt_min = felt.as_ref().and_then(felt_minutes);
        Ok(sleeps
            .iter()
            .map(|sleep| self.measured_sleep(sleep, felt_min))
            .collect())
    }

    /// A sentence for everything of `date` that came from elsewhere, under the same condition.
    pub(super) fn came_from_said(
        &self,
        diary: &Diary,
        date: NaiveDate,
        is_today: bool,
    ) -> Result<Vec<String>, Fault> {
        if is_today && log::night_by_hand(diary, date)?.is_none() {
            return Ok(Vec::new());
        }
        let came = self.came_from(diary, date, date)?;
        let lines = came.into_values().flatten();
        Ok(lines.map(|came| came.text).collect())
    }

    fn measured_sleep(&self, sleep: &DeviceSleep, felt_min: Option<f64>) -> String {
        let source = match sleep.origin.format() {
            Some(format) => self.source_name(format, sleep.origin.device()),
            None => self.words.text("source-device", &[]),
        };
        let times = self.words.clock_range(sleep.start.time(), sleep.end.time());
        let asleep = sleep.asleep_min.map(f64::from);
        let duration = |minutes: f64| Arg::from(self.words.duration(minutes));
        let mut args = vec![("source", Arg::from(source)), ("times", Arg::from(times))];
        let Some(asleep) = asleep else {
            return self.words.text("measured-times", &args);
        };
        args.push(("asleep", duration(asleep)));
        let id = match (sleep.kind, felt_min) {
            (SleepKind::Nap, _) => "measured-nap",
            (SleepKind::Night, None) => "measured-night",
            (SleepKind::Night, Some(felt)) => {
                args.push(("felt", duration(felt)));
                if (asleep - felt).abs() < ALIKE_MIN {
                    "measured-alike"
                } else {
                    "measured-differs"
                }
            }
        };
        self.words.text(id, &args)
    }
}

/// Minutes asleep by the person's own times.
fn felt_minutes(night: &Night) -> Option<f64> {
    Measures::of(night)
        .tst_min
        .filter(|_| check::holds_together(night))
}
