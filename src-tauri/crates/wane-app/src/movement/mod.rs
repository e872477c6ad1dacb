//! Movement: sessions in ten seconds, the library, routines, and the just-right ledger (rows M1–M4 and X6).

mod instructions;
mod ledger;
mod ledger_words;
mod library;
mod routines;

pub(crate) use ledger::{KeptPlan, write_plan};

use std::collections::HashSet;

use chrono::{DateTime, Datelike, Duration, NaiveDate, Timelike, Utc};
use wane_domain::{
    Fold, Moment,
    diary::{Dose, Felt},
    movement::timing::{self, Late},
    scale::Effort,
};
use wane_store::{Diary, Label};
use wane_text::Arg;

use crate::{
    App, app::Rooms, convert, entries::placing::keep_if_same, fault::Fault, settings, wire::*,
};

/// The longest name of a kind of movement, in characters.
const LONGEST_KIND: usize = 60;

/// Kinds are looked for in so many days, and so many of them are offered.
const KIND_DAYS: i64 = 90;
const KINDS: usize = 6;

/// Kinds that are offered as long as there are too few of the person's own.
const KINDS_OF_ANYBODY: [&str; 5] = [
    "movement-kind-walking",
    "movement-kind-stretching",
    "movement-kind-cycling",
    "movement-kind-water",
    "movement-kind-house",
];

impl App {
    /// See [`crate::commands`].
    pub(crate) fn movement(&self, request: DayRequest) -> Result<MovementView, Fault> {
        let rooms = self.rooms();
        let date = self.day_or_present(&rooms.diary, request.date.as_deref())?;
        self.movement_of(&rooms, date)
    }

    /// See [`crate::commands`].
    pub(crate) fn save_dose(&self, request: SaveDose) -> Result<MovementSaved, Fault> {
        let fields = request.dose;
        let start = convert::time_option(fields.start.as_deref(), "start")?;
        let kind = fields.kind.as_deref().unwrap_or_default();
        let kind = convert::short(kind, LONGEST_KIND, "error-movement-kind-long")?;
        let minutes = convert::minutes(fields.minutes, "minutes")?;
        let effort = effort(fields.effort)?;
        let felt = fields.felt.map(felt_from);
        let mut rooms = self.rooms();
        let earlier: Option<Dose> = match request.id.as_deref() {
            Some(id) => Some(record(&rooms.diary, id)?),
            None => None,
        };
        let date = match (request.date.as_deref(), &earlier) {
            (None, Some(dose)) => dose.date,
            (date, _) => self.loggable(&rooms.diary, date)?,
        };
        let start = if request.just_ended {
            Some(self.begun(minutes))
        } else {
            let clock = self.day_clock(&rooms.diary, date)?;
            let moved = earlier.as_ref().is_none_or(|dose| dose.date == date);
            let was = earlier
                .as_ref()
                .and_then(|dose| dose.start)
                .filter(|_| moved);
            keep_if_same(was, start.map(|time| clock.place(time)))
        };
        if kind.is_none()
            && minutes.is_none()
            && effort.is_none()
            && felt.is_none()
            && start.is_none()
        {
            return Err(Fault::refused("error-movement-empty"));
        }
        let about = start.map_or_else(|| self.local_instant(date, 24), |m| m.instant);
        let origin = match &earlier {
            Some(dose) => dose.origin.clone(),
            None => self.by_hand(about),
        };
        let dose = Dose {
            id: earlier
                .as_ref()
                .map_or_else(|| self.new_id(), |dose| dose.id),
            date,
            start,
            kind,
            minutes,
            effort,
            felt,
            origin,
        };
        let message = match self.lateness_of(&rooms.diary, &dose)? {
            None => "movement-saved",
            Some(_) => "movement-saved-late",
        };
        self.write_dose(&mut rooms, &dose, "log-movement", message)
    }

    /// See [`crate::commands`].
    pub(crate) fn remove_dose(&self, request: RecordRequest) -> Result<MovementSaved, Fault> {
        let mut rooms = self.rooms();
        let dose: Dose = record(&rooms.diary, &request.id)?;
        let before = self.answered(&rooms)?;
        rooms
            .diary
            .change(Label::new("remove-movement"), self.now(), |change| {
                change.remove::<Dose>(dose.id)
            })?;
        self.follow_the_diary(&mut rooms, &before)?;
        self.moved(&rooms, "entry-removed", dose.date)
    }

    /// Saves a session, with what the reminders make of it.
    fn write_dose(
        &self,
        rooms: &mut Rooms,
        dose: &Dose,
        label: &'static str,
        message: &str,
    ) -> Result<MovementSaved, Fault> {
        let before = self.answered(rooms)?;
        rooms
            .diary
            .change(Label::new(label), self.now(), |change| change.put(dose))?;
        self.follow_the_diary(rooms, &before)?;
        self.moved(rooms, message, dose.date)
    }

    fn moved(&self, rooms: &Rooms, message: &str, date: NaiveDate) -> Result<MovementSaved, Fault> {
        Ok(MovementSaved {
            text: self.words.text(message, &[]),
            movement: self.movement_of(rooms, date)?,
        })
    }

    /// When something began that has just ended, to the minute.
    fn begun(&self, minutes: Option<u16>) -> Moment {
        let start = self.now() - Duration::minutes(i64::from(minutes.unwrap_or(0)));
        let whole = start.with_second(0).and_then(|t| t.with_nanosecond(0));
        Moment::new(whole.unwrap_or(start), self.zone())
    }

    fn movement_of(&self, rooms: &Rooms, date: NaiveDate) -> Result<MovementView, Fault> {
        let diary = &rooms.diary;
        let newest = self.newest_day(diary)?;
        let mut doses = diary.between::<Dose>(date, date)?;
        doses.sort_by_key(|dose| {
            (
                dose.start.map(|m| m.instant),
                dose.origin.entered_at,
                dose.id,
            )
        });
        let (undo_text, redo_text) = self.turns(diary)?;
        Ok(MovementView {
            date: date.to_string(),
            date_text: self.words.date_heading(date),
            previous: (date - Duration::days(1)).to_string(),
            next: (date < newest).then(|| (date + Duration::days(1)).to_string()),
            is_today: date == self.present_day(diary)?,
            sessions_text: self.sessions_text(&doses),
            sessions: doses.iter().map(|dose| self.dose_view(dose)).collect(),
            kinds: self.movement_kinds(diary, date)?,
            late_text: self.late_text(diary, &doses)?,
            effort_text: self.words.text(
                "movement-vigorous",
                &[("effort", Arg::from(u64::from(timing::VIGOROUS)))],
            ),
            suggestion_text: self.suggestion_in_short(diary)?,
            undo_text,
            redo_text,
        })
    }

    /// What undo and redo would do now.
    pub(crate) fn turns(&self, diary: &Diary) -> Result<(Option<String>, Option<String>), Fault> {
        let said = |message, label: Option<Label>| {
            label.map(|label| self.about_change(message, label.code()))
        };
        Ok((
            said("undo-text", diary.can_undo()?),
            said("redo-text", diary.can_redo()?),
        ))
    }

    fn sessions_text(&self, doses: &[Dose]) -> String {
        let minutes: u64 = doses.iter().filter_map(|d| d.minutes).map(u64::from).sum();
        let id = match (doses.len(), minutes) {
            (0, _) => "movement-none",
            (_, 0) => "movement-some",
            _ => "movement-sum",
        };
        // A day has 1440 minutes; sums stay far below what a number with a fraction holds exactly.
        let length = self.words.duration(minutes as f64);
        self.words.text(
            id,
            &[
                ("count", Arg::from(doses.len() as u64)),
                ("length", Arg::from(length)),
            ],
        )
    }

    fn dose_view(&self, dose: &Dose) -> DoseView {
        let text = |id: &str, name: &'static str, value: Arg| self.words.text(id, &[(name, value)]);
        let kind = dose.kind.clone();
        let parts = [
            Some(kind.unwrap_or_else(|| self.words.text("movement-nameless", &[]))),
            dose.minutes
                .filter(|_| !self.words.without_figures())
                .map(|m| self.words.duration(f64::from(m))),
            dose.start.map(|m| {
                text(
                    "movement-from",
                    "time",
                    Arg::from(self.words.clock(m.time())),
                )
            }),
            dose.effort.map(|e| {
                let args = [
                    ("effort", Arg::from(u64::from(e.get()))),
                    ("amount", Arg::from(self.amount(e.get()))),
                ];
                self.words.text("movement-effort", &args)
            }),
            dose.felt.map(|felt| {
                self.words
                    .text(&format!("value-felt-{}", felt_code(felt)), &[])
            }),
        ];
        let line = parts.into_iter().flatten().reduce(|list, next| {
            self.words.text(
                "line-list",
                &[("list", Arg::from(list)), ("next", Arg::from(next))],
            )
        });
        DoseView {
            id: dose.id.to_string(),
            text: line.unwrap_or_default(),
            recalled: dose.origin.recalled,
            dose: DoseFields {
                kind: dose.kind.clone(),
                start: dose.start.map(|m| convert::clock(m.time())),
                minutes: dose.minutes,
                effort: dose.effort.map(Effort::get),
                felt: dose.felt.map(|felt| match felt {
                    Felt::Less => FeltChoice::Less,
                    Felt::Right => FeltChoice::Right,
                    Felt::TooMuch => FeltChoice::TooMuch,
                }),
            },
        }
    }

    /// Kinds of movement to choose from: the person's own of the last weeks, the newest first, then common ones.
    fn movement_kinds(&self, diary: &Diary, date: NaiveDate) -> Result<Vec<String>, Fault> {
        let doses = diary.between::<Dose>(date - Duration::days(KIND_DAYS), date)?;
        let own = doses.into_iter().rev().filter_map(|dose| dose.kind);
        let common = KINDS_OF_ANYBODY.iter().map(|id| self.words.text(id, &[]));
        let mut seen = HashSet::new();
        Ok(own
            .chain(common)
            .filter(|kind| seen.insert(kind.to_lowercase()))
            .take(KINDS)
            .collect())
    }

    /// One gentle note about the day's hard sessions close to bed; the latest of them speaks.
    fn late_text(&self, diary: &Diary, doses: &[Dose]) -> Result<Option<String>, Fault> {
        let mut latest = None;
        for dose in doses {
            latest = latest.max(self.lateness_of(diary, dose)?);
        }
        let Some((late, bed)) = latest else {
            return Ok(None);
        };
        let id = match late {
            Late::VeryLate => "movement-late-hour",
            Late::Late => "movement-late",
        };
        let bed = Moment::new(bed, self.zone());
        Ok(Some(self.words.text(
            id,
            &[("bed", Arg::from(self.words.clock(bed.time())))],
        )))
    }

    /// Whether a session was hard and close to the usual time of going to bed, and when that is.
    fn lateness_of(
        &self,
        diary: &Diary,
        dose: &Dose,
    ) -> Result<Option<(Late, DateTime<Utc>)>, Fault> {
        let Some(start) = dose.start else {
            return Ok(None);
        };
        let weekday = dose.date.weekday().num_days_from_monday() as usize;
        let own = settings::targets(diary)?
            .bed
            .get(weekday)
            .copied()
            .flatten();
        let Some(bed) = own.or(self.usual(diary, dose.date)?.bed) else {
            return Ok(None);
        };
        // Whoever goes to bed after midnight goes on the date after the day's own; by day, a day sleeper on the same.
        let after_midnight = i64::from(bed.hour() < 6);
        let evening = (dose.date + Duration::days(after_midnight)).and_time(bed);
        let bed = Moment::from_local(evening, start.zone, Fold::First).instant;
        Ok(timing::lateness(dose, bed).map(|late| (late, bed)))
    }
}

/// The record of that name, or the fault that there is none.
fn record<R: wane_store::Record>(diary: &Diary, id: &str) -> Result<R, Fault> {
    let found = match id.parse() {
        Ok(id) => diary.get::<R>(id)?,
        Err(_) => None,
    };
    found.ok_or_else(|| Fault::not_found("entry"))
}

fn effort(value: Option<u8>) -> Result<Option<Effort>, Fault> {
    value
        .map(|v| Effort::new(v).map_err(|s| Fault::off_scale("effort", s.low, s.high)))
        .transpose()
}

fn felt_from(felt: FeltChoice) -> Felt {
    match felt {
        FeltChoice::Less => Felt::Less,
        FeltChoice::Right => Felt::Right,
        FeltChoice::TooMuch => Felt::TooMuch,
    }
}

fn felt_code(felt: Felt) -> &'static str {
    match felt {
        Felt::Less => "less",
        Felt::Right => "right",
        Felt::TooMuch => "too-much",
    }
}
