//! Pauses, the protected night, and reminders that rest (rows R5, R7, R10).

use chrono::{DateTime, Days, Duration, NaiveTime, Utc};
use wane_domain::{
    Fold, Moment,
    reminder::{FadeReason, Kind, Pause, ProtectedNight, Quiet},
};
use wane_store::Label;
use wane_text::Arg;

use crate::{App, app::Rooms, convert, fault::Fault, settings, wire::*};

/// A pause of days ends at this hour of the morning after the last of them.
const PAUSE_ENDS_H: u32 = 4;
/// The longest pause that can be asked for, in days.
const LONGEST_PAUSE_DAYS: u32 = 365;
/// The longest and the shortest protected night, in hours.
const NIGHT_H: std::ops::RangeInclusive<i64> = 1..=16;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn pause_start(&self, request: PauseStart) -> Result<PlanView, Fault> {
        let mut rooms = self.rooms();
        let now = self.now();
        let until = match request.days {
            None => None,
            Some(days) if (1..=LONGEST_PAUSE_DAYS).contains(&days) => {
                Some(self.morning_after(&rooms, days)?)
            }
            Some(_) => return Err(Fault::bad_input("days")),
        };
        let reason = settings::to_json(&request.reason)?;
        rooms.diary.change(Label::new("settings"), now, |change| {
            change.set_setting("pause-reason", Some(&reason))
        })?;
        rooms.schedule.start_pause(now, until)?;
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn pause_end(&self, _: Nothing) -> Result<PlanView, Fault> {
        let mut rooms = self.rooms();
        rooms.schedule.end_pause(self.now())?;
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    /// The morning after so many days, the present one included.
    fn morning_after(&self, rooms: &Rooms, days: u32) -> Result<DateTime<Utc>, Fault> {
        let today = self.present_day(&rooms.diary)?;
        let date = today
            .checked_add_days(Days::new(u64::from(days)))
            .ok_or_else(|| Fault::bad_input("days"))?;
        let reading = date.and_hms_opt(PAUSE_ENDS_H, 0, 0);
        let reading = reading.ok_or_else(|| Fault::internal("pause"))?;
        Ok(Moment::from_local(reading, self.zone(), Fold::First).instant)
    }

    /// The pause that is on, in words.
    pub(super) fn pause_view(
        &self,
        rooms: &Rooms,
        quiet: &Quiet,
    ) -> Result<Option<PauseView>, Fault> {
        let now = self.now();
        let Some(on) = quiet
            .pauses
            .iter()
            .rev()
            .find(|pause: &&Pause| pause.covers(now))
        else {
            return Ok(None);
        };
        let until = on.until.map(|at| Moment::new(at, self.zone()));
        Ok(Some(PauseView {
            reason: settings::pause_reason(&rooms.diary)?.unwrap_or(PauseReason::Days),
            text: match &until {
                Some(until) => self.words.text(
                    "pause-until",
                    &[
                        ("day", Arg::from(self.words.date_heading(until.date()))),
                        ("time", Arg::from(self.words.clock(until.time()))),
                    ],
                ),
                None => self.words.text("pause-open", &[]),
            },
            until: until.map(|until| until.to_rfc3339()),
        }))
    }

    /// See [`crate::commands`].
    pub(crate) fn set_protected_night(
        &self,
        request: SetProtectedNight,
    ) -> Result<PlanView, Fault> {
        let mut rooms = self.rooms();
        let night = if request.automatic {
            let targets = settings::targets(&rooms.diary)?;
            ProtectedNight::following(&targets.bed, targets.rise)
        } else {
            let time = |text: Option<&str>, field| {
                convert::time_option(text, field)?.ok_or_else(|| Fault::bad_time(field))
            };
            let from = time(request.from.as_deref(), "from")?;
            let to = time(request.to.as_deref(), "to")?;
            let minutes = (to - from).num_minutes().rem_euclid(24 * 60);
            if !(NIGHT_H.start() * 60..=NIGHT_H.end() * 60).contains(&minutes) {
                return Err(Fault::bad_input("to"));
            }
            ProtectedNight::every(from, to)
        };
        rooms
            .schedule
            .set_protected_night(&night, request.automatic)?;
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    /// The protected night that is on, or the next one, in words.
    pub(super) fn night_view(&self, rooms: &Rooms) -> Result<ProtectedNightView, Fault> {
        let (now, zone) = (self.now(), self.zone());
        let (night, automatic) = self.protected_night(rooms)?;
        let known = {
            let targets = settings::targets(&rooms.diary)?;
            targets.rise.is_some() || targets.bed.iter().any(Option::is_some)
        };
        let next = night.current_or_next(now, zone);
        let (from, to) = next.map_or((NaiveTime::MIN, NaiveTime::MIN), |(from, to)| {
            (Moment::new(from, zone).time(), Moment::new(to, zone).time())
        });
        let id = match (automatic, known) {
            (true, true) => "night-from-targets",
            (true, false) => "night-unknown",
            (false, _) => "night-own",
        };
        Ok(ProtectedNightView {
            automatic,
            from: convert::clock(from),
            to: convert::clock(to),
            text: self.words.text(
                id,
                &[
                    ("from", Arg::from(self.words.clock(from))),
                    ("to", Arg::from(self.words.clock(to))),
                ],
            ),
            now: next.is_some_and(|(from, _)| from <= now),
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn answer_question(&self, request: AnswerQuestion) -> Result<PlanView, Fault> {
        let mut rooms = self.rooms();
        let kind = Kind::from_name(request.kind.trim());
        if !rooms.schedule.answer(&kind, request.rest, self.now())? {
            return Err(Fault::not_found("question"));
        }
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn bring_back(&self, request: KindRequest) -> Result<PlanView, Fault> {
        let mut rooms = self.rooms();
        let kind = Kind::from_name(request.kind.trim());
        if !rooms.schedule.bring_back(&kind, self.now())? {
            return Err(Fault::not_found("reminder"));
        }
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    /// The questions that wait for an answer, in words.
    pub(super) fn questions(&self, rooms: &Rooms) -> Result<Vec<QuestionView>, Fault> {
        let rules = rooms.schedule.rules()?;
        Ok(rooms
            .schedule
            .asked()?
            .into_iter()
            .filter(|asked| asked.rest.is_none())
            // A reminder that was switched off or removed needs no rest.
            .filter(|asked| rules.iter().any(|r| r.enabled && r.kind == asked.kind))
            .map(|asked| {
                let title = self.title(&asked.kind);
                let (reason, id) = match asked.reason {
                    FadeReason::Steady => ("steady", "question-steady"),
                    FadeReason::Ignored => ("ignored", "question-ignored"),
                };
                QuestionView {
                    kind: asked.kind.name().to_owned(),
                    text: self.words.text(id, &[("title", Arg::from(title.as_str()))]),
                    title,
                    reason: reason.to_owned(),
                    rest_text: self.words.text("question-rest", &[]),
                    keep_text: self.words.text("question-keep", &[]),
                }
            })
            .collect())
    }

    /// Whether a pause, an illness, a flare or a rough day of the last three days speaks against moving any time.
    pub(super) fn is_held(&self, rooms: &Rooms, quiet: &Quiet) -> Result<bool, Fault> {
        let today = self.present_day(&rooms.diary)?;
        let since = today - Duration::days(2);
        let rough = rooms
            .diary
            .between::<wane_domain::diary::DayEntry>(since, today)?
            .iter()
            .any(|entry| entry.rough);
        let marked = rooms.diary.spans_over(since, today)?;
        Ok(rough || !marked.is_empty() || quiet.is_paused(self.now()))
    }
}
