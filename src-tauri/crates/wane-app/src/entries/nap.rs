//! Naps, and any other sleep that is not the night.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use wane_domain::{
    Moment,
    check::LONGEST_TIME_IN_BED_H,
    diary::{Nap, Night},
};
use wane_store::{Diary, Label};
use wane_text::Arg;

use super::{
    altered,
    placing::{keep_if_same, place_from},
};
use crate::{App, convert, fault::Fault, wire::*};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn save_nap(&self, request: SaveNap) -> Result<Saved, Fault> {
        let start = convert::time_option(request.nap.start.as_deref(), "start")?;
        let end = convert::time_option(request.nap.end.as_deref(), "end")?;
        let asleep_min = convert::minutes(request.nap.asleep_min, "asleep_min")?;
        if start.is_none() && end.is_none() && asleep_min.is_none() {
            return Err(Fault::refused("error-nap-empty"));
        }
        let mut rooms = self.rooms();
        let earlier: Option<Nap> = altered(&rooms.diary, request.id.as_deref())?;
        let date = self.day_of_entry(
            &rooms.diary,
            request.date.as_deref(),
            earlier.as_ref().map(|n| n.date),
        )?;
        let clock = self.day_clock(&rooms.diary, date)?;
        let start = keep_if_same(
            earlier.as_ref().and_then(|n| n.start),
            start.map(|time| clock.place(time)),
        );
        let placed = end.map(|time| match start {
            Some(start) => place_from(start, time),
            None => clock.place(time),
        });
        let end = keep_if_same(earlier.as_ref().and_then(|n| n.end), placed)
            .filter(|end| start.is_none_or(|start| start.instant <= end.instant))
            .or(placed);
        let about = end
            .or(start)
            .map_or_else(|| self.local_instant(date, 24), |m| m.instant);
        let nap = Nap {
            id: earlier.as_ref().map_or_else(|| self.new_id(), |n| n.id),
            date,
            start,
            end,
            asleep_min,
            origin: self.origin_of_entry(earlier.as_ref().map(|n| &n.origin), about),
        };
        let questions = questions(&rooms.diary, &nap, self.now())?;
        rooms
            .diary
            .change(Label::new("log-nap"), self.now(), |change| change.put(&nap))?;
        self.saved_asking(&mut rooms, date, &questions)
    }

    pub(super) fn nap_view(&self, nap: &Nap) -> EntryView {
        let time = |m: Moment| Arg::from(self.words.clock(m.time()));
        let when = match (nap.start, nap.end) {
            (Some(start), Some(end)) => {
                let range = self.words.clock_range(start.time(), end.time());
                self.words
                    .text("line-nap-range", &[("range", Arg::from(range))])
            }
            (Some(start), None) => self.words.text("line-nap-from", &[("time", time(start))]),
            (None, Some(end)) => self.words.text("line-nap-until", &[("time", time(end))]),
            (None, None) => self.words.text("line-nap", &[]),
        };
        let asleep = nap.asleep_min.map(|minutes| {
            let duration = self.words.duration(f64::from(minutes));
            self.words
                .text("line-asleep", &[("duration", Arg::from(duration))])
        });
        EntryView {
            id: nap.id.to_string(),
            kind: EntryKind::Nap,
            text: self.in_one_line([Some(when), asleep].into_iter().flatten()),
            recalled: nap.origin.recalled,
            nap: Some(nap_fields(nap)),
            medicine: None,
            note: None,
        }
    }
}

/// A nap as a form holds it.
pub(crate) fn nap_fields(nap: &Nap) -> NapFields {
    let reading = |m: Option<Moment>| m.map(|m| convert::clock(m.time()));
    NapFields {
        start: reading(nap.start),
        end: reading(nap.end),
        asleep_min: nap.asleep_min,
    }
}

/// What is worth asking about a nap, by the names of the messages.
fn questions(diary: &Diary, nap: &Nap, now: DateTime<Utc>) -> Result<Vec<&'static str>, Fault> {
    let mut asked = Vec::new();
    let length = nap.start.zip(nap.end).map(|(s, e)| e.minutes_since(&s));
    if length.is_some_and(|minutes| minutes > LONGEST_TIME_IN_BED_H * 60.0) {
        asked.push("question-nap-long");
    }
    if let (Some(length), Some(asleep)) = (length, nap.asleep_min)
        && f64::from(asleep) > length
    {
        asked.push("question-nap-asleep");
    }
    if [nap.start, nap.end]
        .into_iter()
        .flatten()
        .any(|m| m.instant > now)
    {
        asked.push("question-entry-future");
    }
    if in_a_night(diary, nap)? {
        asked.push("question-nap-night");
    }
    Ok(asked)
}

/// Whether a felt night of the days around covers some of the same time; touching ends do not count.
fn in_a_night(diary: &Diary, nap: &Nap) -> Result<bool, Fault> {
    let (Some(from), Some(to)) = (nap.start.or(nap.end), nap.end.or(nap.start)) else {
        return Ok(false);
    };
    let around = |days: i64| -> NaiveDate { nap.date + Duration::days(days) };
    let nights = diary.between::<Night>(around(-1), around(2))?;
    Ok(nights.iter().any(|night| {
        let first = night.lights_out.or(night.bed);
        let last = night.final_wake.or(night.out_of_bed);
        first
            .zip(last)
            .is_some_and(|(first, last)| first.instant < to.instant && from.instant < last.instant)
    }))
}
