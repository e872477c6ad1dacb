//! Flares, with a plan written on a calm day, and holidays from writing down (rows W6 and A7).
//!
//! Both are runs of days that the person marked ([`Span`]). While one is on, Today asks next to nothing and reminders pause;
//! none of its days counts against anybody, since a marked day is excused wherever days are looked at together.
//! There is no level, no forecast and no score.
//!
//! The pause lies in the schedule, which undo does not reach: [`App::pause_with_the_days`] compares the two after every change.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use wane_domain::{
    Moment,
    diary::{FlareHow as How, FlareLine, FlareNote, FlarePrompt as Prompt, Origin, Span, SpanKind},
    flare,
};
use wane_store::{Diary, Label};
use wane_text::Arg;

use crate::{App, app::Rooms, convert, fault::Fault, settings, wire::*};

/// Every prompt, the person's own words first.
const PROMPTS: [(Prompt, FlarePrompt, &str); 6] = [
    (Prompt::Words, FlarePrompt::Words, "words"),
    (Prompt::Helps, FlarePrompt::Helps, "helps"),
    (Prompt::Gentle, FlarePrompt::Gentle, "gentle"),
    (Prompt::Wait, FlarePrompt::Wait, "wait"),
    (Prompt::People, FlarePrompt::People, "people"),
    (Prompt::Clinician, FlarePrompt::Clinician, "clinician"),
];

/// The setting that holds the day on which the person last said that a flare is still on.
const STILL_ON: &str = "flare-still-on";
/// The fact of the schedule that a pause was begun for marked days; it does not say which.
const PAUSED: &str = "paused-for-days";
/// The longest holiday that can be asked for, in days.
const LONGEST_HOLIDAY: u32 = 365;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn flare(&self, _: Nothing) -> Result<FlareView, Fault> {
        self.flare_view(&self.rooms())
    }

    /// See [`crate::commands`].
    pub(crate) fn save_flare_plan(&self, request: SaveFlarePlan) -> Result<FlareView, Fault> {
        let mut rooms = self.rooms();
        let today = self.present_day(&rooms.diary)?;
        let written = plan(&rooms.diary)?;
        let mut changed = Vec::new();
        for line in &request.lines {
            let Some((prompt, ..)) = PROMPTS.iter().find(|(_, wire, _)| *wire == line.prompt)
            else {
                return Err(Fault::bad_input("prompt"));
            };
            let earlier = written.get(prompt);
            match (convert::note(&line.text)?, earlier) {
                (Some(text), Some(earlier)) if earlier.text == text => {}
                (Some(text), earlier) => changed.push(Written::Put(FlareLine {
                    id: earlier.map_or_else(|| self.new_id(), |line| line.id),
                    date: today,
                    prompt: *prompt,
                    text,
                    origin: earlier
                        .map_or_else(|| self.by_hand(self.now()), |line| line.origin.clone()),
                })),
                (None, Some(earlier)) => changed.push(Written::Remove(earlier.clone())),
                (None, None) => {}
            }
        }
        rooms
            .diary
            .change(Label::new("flare-plan"), self.now(), |change| {
                for line in &changed {
                    match line {
                        Written::Put(line) => change.put(line)?,
                        Written::Remove(line) => change.remove::<FlareLine>(line.id)?,
                    };
                }
                Ok(())
            })?;
        self.flare_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn flare_start(&self, _: Nothing) -> Result<Saved, Fault> {
        self.mark_days(
            SpanKind::Flare,
            None,
            PauseReason::Flare,
            "flare-start",
            "flare-started",
        )
    }

    /// See [`crate::commands`].
    pub(crate) fn flare_end(&self, _: Nothing) -> Result<Saved, Fault> {
        self.unmark_days(SpanKind::Flare, "flare-end", "flare-ended")
    }

    /// See [`crate::commands`].
    pub(crate) fn flare_note(&self, request: FlareNoteRequest) -> Result<Saved, Fault> {
        let mut rooms = self.rooms();
        let before = self.answered(&rooms)?;
        let date = self.present_day(&rooms.diary)?;
        let at = Moment::new(self.now(), self.zone());
        let note = FlareNote {
            id: self.new_id(),
            date,
            at,
            how: match request.how {
                FlareHow::Rough => How::Rough,
                FlareHow::Same => How::Same,
                FlareHow::Easing => How::Easing,
            },
            origin: self.by_hand(at.instant),
        };
        rooms
            .diary
            .change(Label::new("flare-note"), at.instant, |change| {
                change.put(&note)
            })?;
        self.follow_the_diary(&mut rooms, &before)?;
        self.saved(&mut rooms, "flare-noted", date)
    }

    /// See [`crate::commands`].
    pub(crate) fn flare_still_on(&self, _: Nothing) -> Result<Saved, Fault> {
        let mut rooms = self.rooms();
        let today = self.present_day(&rooms.diary)?;
        rooms
            .diary
            .change(Label::new("flare-still-on"), self.now(), |change| {
                change.set_setting(STILL_ON, Some(&today.to_string()))
            })?;
        self.saved(&mut rooms, "flare-goes-on", today)
    }

    /// See [`crate::commands`].
    pub(crate) fn holiday_start(&self, request: HolidayStart) -> Result<Saved, Fault> {
        if request
            .days
            .is_some_and(|days| !(1..=LONGEST_HOLIDAY).contains(&days))
        {
            return Err(Fault::bad_input("days"));
        }
        self.mark_days(
            SpanKind::Holiday,
            request.days,
            PauseReason::Days,
            "holiday-start",
            "holiday-started",
        )
    }

    /// See [`crate::commands`].
    pub(crate) fn holiday_end(&self, _: Nothing) -> Result<Saved, Fault> {
        self.unmark_days(SpanKind::Holiday, "holiday-end", "holiday-ended")
    }

    /// Marks days from today on, unless they are marked already.
    fn mark_days(
        &self,
        kind: SpanKind,
        days: Option<u32>,
        reason: PauseReason,
        label: &'static str,
        message: &str,
    ) -> Result<Saved, Fault> {
        let mut rooms = self.rooms();
        let before = self.answered(&rooms)?;
        let today = self.present_day(&rooms.diary)?;
        let to_date = days
            .and_then(|days| today.checked_add_days(Days::new(u64::from(days.saturating_sub(1)))));
        let span = match on(&rooms.diary, kind, today)? {
            Some(earlier) => Span { to_date, ..earlier },
            None => Span {
                id: self.new_id(),
                kind,
                from_date: today,
                to_date,
            },
        };
        let reason = settings::to_json(&reason)?;
        rooms
            .diary
            .change(Label::new(label), self.now(), |change| {
                change.put(&span)?;
                change.set_setting(over_setting(kind), None)?;
                change.set_setting("pause-reason", Some(&reason))
            })?;
        self.follow_the_diary(&mut rooms, &before)?;
        self.saved(&mut rooms, message, today)
    }

    /// Ends the marked days of that kind with today.
    fn unmark_days(
        &self,
        kind: SpanKind,
        label: &'static str,
        message: &str,
    ) -> Result<Saved, Fault> {
        let mut rooms = self.rooms();
        let before = self.answered(&rooms)?;
        let today = self.present_day(&rooms.diary)?;
        let span = on(&rooms.diary, kind, today)?.ok_or_else(|| Fault::refused("error-no-days"))?;
        // What ends today is over at once: today is a marked day, and yet the questions come again.
        let ended = Span {
            to_date: Some(today),
            ..span
        };
        let over = today.to_string();
        rooms
            .diary
            .change(Label::new(label), self.now(), |change| {
                change.put(&ended)?;
                change.set_setting(over_setting(kind), Some(&over))
            })?;
        self.follow_the_diary(&mut rooms, &before)?;
        self.saved(&mut rooms, message, today)
    }

    /// Reminders pause while marked days are on, and come again with their end; the person's own pause and its end go first.
    pub(crate) fn pause_with_the_days(&self, rooms: &mut Rooms) -> Result<(), Fault> {
        let today = self.present_day(&rooms.diary)?;
        let mut until: Option<Option<NaiveDate>> = None;
        for kind in [SpanKind::Flare, SpanKind::Holiday] {
            if let Some(span) = on(&rooms.diary, kind, today)? {
                // The later end counts; one without an end is the latest.
                until = Some(match (until, span.to_date) {
                    (None, end) => end,
                    (Some(Some(one)), Some(other)) => Some(one.max(other)),
                    (Some(_), _) => None,
                });
            }
        }
        let wanted = until.map(|end| end.map_or_else(|| "open".to_owned(), |d| d.to_string()));
        let begun = rooms.schedule.fact(PAUSED)?.filter(|text| !text.is_empty());
        match (wanted, begun) {
            (Some(wanted), begun) if begun.as_ref() != Some(&wanted) => {
                let until = until
                    .flatten()
                    .map(|end| self.morning_of(end))
                    .transpose()?;
                rooms.schedule.start_pause(self.now(), until)?;
                rooms.schedule.set_fact(PAUSED, &wanted)?;
            }
            (None, Some(_)) => {
                rooms.schedule.end_pause(self.now())?;
                rooms.schedule.set_fact(PAUSED, "")?;
            }
            _ => {}
        }
        Ok(())
    }

    /// The instant at which reminders come again after `last`.
    fn morning_of(&self, last: NaiveDate) -> Result<DateTime<Utc>, Fault> {
        let next = last
            .checked_add_days(Days::new(1))
            .ok_or_else(|| Fault::bad_input("days"))?;
        Ok(self.local_instant(next, 4))
    }

    fn flare_view(&self, rooms: &Rooms) -> Result<FlareView, Fault> {
        let written = plan(&rooms.diary)?;
        let today = self.present_day(&rooms.diary)?;
        let last = written.values().map(|line| line.date).max();
        Ok(FlareView {
            lines: PROMPTS
                .map(|(prompt, wire, code)| FlareLineView {
                    prompt: wire,
                    title: self.words.text(&format!("flare-title-{code}"), &[]),
                    question: self.words.text(&format!("flare-question-{code}"), &[]),
                    text: written
                        .get(&prompt)
                        .map_or_else(String::new, |line| line.text.clone()),
                })
                .to_vec(),
            written: last.is_some(),
            text: match last {
                Some(date) => self.words.text(
                    "flare-written",
                    &[("date", Arg::from(self.words.date_short_year(date)))],
                ),
                None => self.words.text("flare-unwritten", &[]),
            },
            flare: self.flare_today(rooms, today, today)?,
        })
    }

    /// The flare that is on, where the present day is shown.
    pub(crate) fn flare_today(
        &self,
        rooms: &Rooms,
        date: NaiveDate,
        present: NaiveDate,
    ) -> Result<Option<FlareToday>, Fault> {
        let diary = &rooms.diary;
        let Some(span) = (date == present)
            .then(|| on(diary, SpanKind::Flare, present))
            .transpose()?
            .flatten()
        else {
            return Ok(None);
        };
        let notes = diary.between::<FlareNote>(span.from_date, present)?;
        let answered = diary.setting(STILL_ON)?.and_then(|day| day.parse().ok());
        let words = plan(diary)?
            .remove(&Prompt::Words)
            .map(|line| line.text.lines().map(str::to_owned).collect())
            .unwrap_or_default();
        Ok(Some(FlareToday {
            text: self.words.text(
                "flare-since",
                &[("date", Arg::from(self.words.date_heading(span.from_date)))],
            ),
            words,
            noted: notes
                .iter()
                .filter(|note| note.date == present)
                .max_by_key(|note| (note.at.instant, note.id))
                .map(|note| {
                    self.words
                        .text(&format!("flare-noted-{}", code(note.how)), &[])
                }),
            question: flare::asks(&span, &notes, answered, present)
                .then(|| self.words.text("flare-ask", &[])),
        }))
    }

    /// The holiday that is on, where the present day is shown.
    pub(crate) fn holiday_today(
        &self,
        rooms: &Rooms,
        date: NaiveDate,
        present: NaiveDate,
    ) -> Result<Option<HolidayToday>, Fault> {
        if date != present {
            return Ok(None);
        }
        Ok(
            on(&rooms.diary, SpanKind::Holiday, present)?.map(|span| HolidayToday {
                text: match span.to_date {
                    Some(end) => self.words.text(
                        "holiday-until",
                        &[("date", Arg::from(self.words.date_heading(end)))],
                    ),
                    None => self.words.text("holiday-open", &[]),
                },
            }),
        )
    }

    /// The notes of a day about a flare, as its entries.
    pub(crate) fn flare_note_view(&self, note: &FlareNote) -> EntryView {
        EntryView {
            id: note.id.to_string(),
            kind: EntryKind::Flare,
            text: self.words.text(
                &format!("line-flare-{}", code(note.how)),
                &[("time", Arg::from(self.words.clock(note.at.time())))],
            ),
            recalled: note.origin.recalled,
            nap: None,
            medicine: None,
            note: None,
        }
    }
}

/// What becomes of one line of the plan.
enum Written {
    Put(FlareLine),
    Remove(FlareLine),
}

/// A flare note as it is read back.
pub(crate) fn flare_note_view(note: &FlareNote) -> FlareNoteView {
    FlareNoteView {
        at: note.at.to_rfc3339(),
        how: match note.how {
            How::Rough => FlareHow::Rough,
            How::Same => FlareHow::Same,
            How::Easing => FlareHow::Easing,
        },
    }
}

/// Where a noted flare answers what the check-ins would ask: the day and where it came from.
pub(crate) fn noted(
    diary: &Diary,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(NaiveDate, Origin)>, Fault> {
    Ok(diary
        .between::<FlareNote>(from, to)?
        .into_iter()
        .map(|note| (note.date, note.origin))
        .collect())
}

fn code(how: How) -> &'static str {
    match how {
        How::Rough => "rough",
        How::Same => "same",
        How::Easing => "easing",
    }
}

/// The setting that holds the day on which marked days of that kind were last ended by hand.
fn over_setting(kind: SpanKind) -> &'static str {
    match kind {
        SpanKind::Holiday => "holiday-over",
        _ => "flare-over",
    }
}

/// The marked days of that kind that are on: they cover `today`, and were not ended on it.
fn on(diary: &Diary, kind: SpanKind, today: NaiveDate) -> Result<Option<Span>, Fault> {
    let over = diary.setting(over_setting(kind))?;
    let ended_today = over.is_some_and(|day| day == today.to_string());
    Ok(diary
        .spans_over(today, today)?
        .into_iter()
        .filter(|span| span.kind == kind && !(ended_today && span.to_date == Some(today)))
        .max_by_key(|span| (span.from_date, span.id)))
}

/// What is written of the plan, by prompt; of two that came together the one written later.
fn plan(diary: &Diary) -> Result<BTreeMap<Prompt, FlareLine>, Fault> {
    let mut lines = diary.all::<FlareLine>()?;
    lines.sort_by_key(|line| (line.date, line.id));
    Ok(lines.into_iter().map(|line| (line.prompt, line)).collect())
}
