//! Worries: written down before the night, out of sight until the light of the day after, then kept, let go or planned (row W7).
//!
//! Until it is given back a worry is in no answer of any command but as a number: not on Today, not in a day read back,
//! and its words are in no index. It touches no day, so that no history tells of it either.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use wane_domain::{
    Fold, Id, Moment,
    diary::{Light, Note, Worry, WorryFate},
    worry::{DayAfter, is_given_back},
};
use wane_store::{Diary, Label};
use wane_text::Arg;

use crate::{App, app::Rooms, fault::Fault, wire::*};

/// How long a worry or a next step may be, in characters.
const LONGEST: usize = 500;
/// How many can be put away at once.
const MOST: usize = 30;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn worries(&self, _: Nothing) -> Result<WorriesView, Fault> {
        let mut rooms = self.rooms();
        self.worries_view(&mut rooms, String::new())
    }

    /// See [`crate::commands`].
    pub(crate) fn park_worries(&self, request: ParkWorries) -> Result<WorriesView, Fault> {
        let texts: Vec<&str> = request
            .texts
            .iter()
            .map(|text| text.trim())
            .filter(|text| !text.is_empty())
            .collect();
        if texts.is_empty() {
            return Err(Fault::refused("error-worry-empty"));
        }
        if texts.len() > MOST {
            return Err(Fault::beyond("error-worry-many", MOST));
        }
        if texts.iter().any(|text| text.chars().count() > LONGEST) {
            return Err(Fault::beyond("error-worry-long", LONGEST));
        }
        let mut rooms = self.rooms();
        let evening = self.present_day(&rooms.diary)?;
        let worries: Vec<Worry> = texts
            .into_iter()
            .map(|text| Worry {
                id: self.new_id(),
                evening,
                text: text.to_owned(),
                fate: WorryFate::Parked,
                origin: self.by_hand(self.now()),
            })
            .collect();
        rooms
            .diary
            .change(Label::new("park-worries"), self.now(), |change| {
                for worry in &worries {
                    change.put(worry)?;
                }
                Ok(())
            })?;
        let said = self.words.text(
            "worries-parked",
            &[("count", Arg::from(worries.len() as u64))],
        );
        self.worries_view(&mut rooms, said)
    }

    /// See [`crate::commands`].
    pub(crate) fn settle_worry(&self, request: SettleWorry) -> Result<WorriesView, Fault> {
        let mut rooms = self.rooms();
        let id: Id = request.id.parse().map_err(|_| Fault::bad_input("id"))?;
        let worry: Option<Worry> = rooms.diary.get(id)?;
        // One that is still put away is not there for anybody.
        let worry = worry
            .filter(|worry| worry.fate == WorryFate::Parked)
            .ok_or_else(|| Fault::not_found("worry"))?;
        if !self.is_back(&rooms.diary, worry.evening)? {
            return Err(Fault::not_found("worry"));
        }
        let step = request.step.as_deref().map(str::trim).unwrap_or_default();
        if step.chars().count() > LONGEST {
            return Err(Fault::beyond("error-worry-long", LONGEST));
        }
        let (fate, note, label, said) = match request.way {
            WorryWay::Keep => (
                WorryFate::Kept,
                Some(worry.text.clone()),
                "keep-worry",
                "worry-kept",
            ),
            WorryWay::LetGo => (WorryFate::LetGo, None, "let-worry-go", "worry-let-go"),
            WorryWay::Plan if step.is_empty() => return Err(Fault::refused("error-worry-step")),
            WorryWay::Plan => {
                let text = self.words.text(
                    "worry-planned-note",
                    &[
                        ("worry", Arg::from(worry.text.as_str())),
                        ("step", Arg::from(step)),
                    ],
                );
                (
                    WorryFate::Planned,
                    Some(text),
                    "plan-worry",
                    "worry-planned",
                )
            }
        };
        let today = self.present_day(&rooms.diary)?;
        let note: Option<Note> = note.map(|text| self.new_note(today, text));
        let settled = Worry { fate, ..worry };
        rooms
            .diary
            .change(Label::new(label), self.now(), |change| {
                if let Some(note) = &note {
                    change.put(note)?;
                }
                change.put(&settled)
            })?;
        let said = self.words.text(said, &[]);
        self.worries_view(&mut rooms, said)
    }

    pub(super) fn worries_view(
        &self,
        rooms: &mut Rooms,
        text: String,
    ) -> Result<WorriesView, Fault> {
        let diary = &rooms.diary;
        let mut parked = 0;
        let mut given = Vec::new();
        for worry in open(diary)? {
            if self.is_back(diary, worry.evening)? {
                let day = self.words.date_short_year(worry.evening);
                given.push(WorryView {
                    id: worry.id.to_string(),
                    text: worry.text,
                    from_text: self.words.text("worry-from", &[("day", Arg::from(day))]),
                });
            } else {
                parked += 1;
            }
        }
        let (undo_text, redo_text) = self.turning_texts(diary)?;
        Ok(WorriesView {
            text,
            parked_text: if parked == 0 {
                String::new()
            } else {
                self.words
                    .text("worries-away", &[("count", Arg::from(u64::from(parked)))])
            },
            parked,
            given,
            undo_text,
            redo_text,
        })
    }

    /// What Today says of worries that are given back; nothing where there are none, nor on another day.
    pub(crate) fn worries_given(&self, diary: &Diary) -> Result<Option<String>, Fault> {
        let mut count: u64 = 0;
        for worry in open(diary)? {
            count += u64::from(self.is_back(diary, worry.evening)?);
        }
        Ok((count > 0).then(|| {
            self.words
                .text("worries-given", &[("count", Arg::from(count))])
        }))
    }

    /// Whether what was parked in the evening of `date` is given back.
    fn is_back(&self, diary: &Diary, date: NaiveDate) -> Result<bool, Fault> {
        let next = date + Duration::days(1);
        let (now, zone) = (self.now(), self.zone());
        let rise = next.and_time(self.rise(diary, next)?);
        let day = DayAfter {
            has_had_light: diary
                .between::<Light>(next, next)?
                .iter()
                .any(|light| light.minutes != Some(0)),
            light_until: self.light_until(diary, next)?,
            rise: Moment::from_local(rise, zone, Fold::First).instant,
        };
        Ok(is_given_back(now, day))
    }

    fn light_until(&self, diary: &Diary, date: NaiveDate) -> Result<Option<DateTime<Utc>>, Fault> {
        let usual = self.usual(diary, date)?;
        Ok(self.light_window(diary, date, &usual)?.map(|(_, to)| to))
    }
}

/// The worries about which nobody has decided, in the order in which they were written.
fn open(diary: &Diary) -> Result<Vec<Worry>, Fault> {
    let mut open = diary.all::<Worry>()?;
    open.retain(|worry| worry.fate == WorryFate::Parked);
    Ok(open)
}
