//! Undo, redo, and everything ever written for one day.

use wane_domain::Moment;
use wane_store::Value;
use wane_text::Arg;

use crate::{App, app::Rooms, fault::Fault, wire::*};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn undo(&self, _: Nothing) -> Result<Undone, Fault> {
        let mut rooms = self.rooms();
        let before = self.answered(&rooms)?;
        let undone = rooms.diary.undo(self.now())?;
        self.follow_the_diary(&mut rooms, &before)?;
        self.went_back(&mut rooms, undone, "undone", "nothing-to-undo")
    }

    /// See [`crate::commands`].
    pub(crate) fn redo(&self, _: Nothing) -> Result<Undone, Fault> {
        let mut rooms = self.rooms();
        let before = self.answered(&rooms)?;
        let redone = rooms.diary.redo(self.now())?;
        self.follow_the_diary(&mut rooms, &before)?;
        self.went_back(&mut rooms, redone, "redone", "nothing-to-redo")
    }

    fn went_back(
        &self,
        rooms: &mut Rooms,
        done: Option<wane_store::Undone>,
        message: &str,
        nothing: &str,
    ) -> Result<Undone, Fault> {
        let Some(done) = done else {
            let present = self.present_day(&rooms.diary)?;
            return Ok(Undone {
                text: self.words.text(nothing, &[]),
                today: self.show_day(rooms, present)?,
            });
        };
        let id = format!("change-{}", done.label.code());
        let what = self.words.text(
            if self.words.has(&id) {
                &id
            } else {
                "change-other"
            },
            &[],
        );
        // Shows the day that was touched; a change of many days or of none shows today.
        let date = match (done.touched.len(), done.touched.first()) {
            (1, Some(date)) => *date,
            _ => self.present_day(&rooms.diary)?,
        };
        Ok(Undone {
            text: self.words.text(message, &[("what", Arg::from(what))]),
            today: self.show_day(rooms, date)?,
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn history(&self, request: DayRequest) -> Result<HistoryView, Fault> {
        let rooms = self.rooms();
        let date = self.day_or_present(&rooms.diary, request.date.as_deref())?;
        let zone = self.zone();
        let mut revisions = rooms.diary.revisions_on(date)?;
        // What was noted at night is not told before the morning.
        let hidden = self.hidden_awakenings(&rooms)?;
        revisions.retain(|r| !hidden.contains(&r.record));
        // How the coins fell is told day by day, as the days come.
        let mut changes: Vec<_> = revisions
            .iter()
            .filter(|r| (r.table, r.field) != ("experiment", "coins"))
            .map(|r| {
                let change = HistoryChange {
                    at: Moment::new(r.at, zone).to_rfc3339(),
                    label: r.label.code().to_owned(),
                    field: format!("{}.{}", r.table, r.field),
                    old: text(&r.old),
                    new: text(&r.new),
                };
                (r.at, change)
            })
            .collect();
        let versions = self.versions(&rooms.diary, &revisions)?;
        // Newest first, also among changes of one instant.
        changes.reverse();
        changes.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        let came_from = self.came_from(&rooms.diary, date, date)?;
        Ok(HistoryView {
            came_from: came_from.into_values().flatten().collect(),
            date: date.to_string(),
            date_text: self.words.date_heading(date),
            changes: changes.into_iter().map(|(_, c)| c).collect(),
            versions,
        })
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Nothing => None,
        Value::Whole(n) => Some(n.to_string()),
        Value::Number(n) => Some(n.to_string()),
        Value::Text(t) => Some(t.clone()),
        Value::Moment(m) => Some(m.to_rfc3339()),
    }
}
