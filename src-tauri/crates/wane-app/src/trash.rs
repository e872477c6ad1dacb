//! What was removed in the last thirty days.
//!
//! After that it leaves this list and nothing else: the history of its day still brings it back.

use chrono::{Duration, NaiveDate};
use wane_domain::{Id, Moment};
use wane_store::{Label, Removed, Value};
use wane_text::Arg;

use crate::{
    App,
    app::Rooms,
    describe::{Describer, Fields},
    fault::Fault,
    wire::*,
};

/// How long something removed is listed.
const DAYS: i64 = 30;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn trash(&self, _: Nothing) -> Result<TrashView, Fault> {
        self.trash_view(&self.rooms())
    }

    /// See [`crate::commands`].
    pub(crate) fn trash_restore(&self, request: TrashRequest) -> Result<TrashView, Fault> {
        let id: Id = request.id.parse().map_err(|_| Fault::bad_input("id"))?;
        let mut rooms = self.rooms();
        let before = self.answered(&rooms)?;
        let brought = rooms
            .diary
            .change(Label::new("restore"), self.now(), |change| {
                change.bring_back(id)
            })?;
        if !brought.value {
            return Err(Fault::not_found("trash"));
        }
        self.follow_the_diary(&mut rooms, &before)?;
        self.trash_view(&rooms)
    }

    fn trash_view(&self, rooms: &Rooms) -> Result<TrashView, Fault> {
        let since = self.now() - Duration::days(DAYS);
        let describer = Describer::new(&self.words, &rooms.diary)?;
        let items: Vec<TrashItem> = rooms
            .diary
            .removed_since(since)?
            .into_iter()
            .map(|removed| self.trash_item(&describer, removed))
            .collect();
        let text = if items.is_empty() {
            self.words.text("trash-empty", &[("days", Arg::from(DAYS))])
        } else {
            self.words.text(
                "trash-some",
                &[
                    ("count", Arg::from(items.len() as u64)),
                    ("days", Arg::from(DAYS)),
                ],
            )
        };
        Ok(TrashView { text, items })
    }

    fn trash_item(&self, describer: &Describer, removed: Removed) -> TrashItem {
        let fields: Fields = removed.fields.into_iter().collect();
        let line = describer.line(removed.table, &fields);
        let text = match date_of(&fields) {
            Some(date) => self.words.text(
                "trash-item",
                &[
                    ("what", Arg::from(line)),
                    ("day", Arg::from(self.words.date_short_year(date))),
                ],
            ),
            None => line,
        };
        let zone = self.zone();
        let day = |at| self.words.date_short_year(Moment::new(at, zone).date());
        TrashItem {
            id: removed.record.to_string(),
            text,
            removed_text: self.words.text(
                "trash-removed",
                &[
                    ("day", Arg::from(day(removed.removed_at))),
                    (
                        "until",
                        Arg::from(day(removed.removed_at + Duration::days(DAYS))),
                    ),
                ],
            ),
        }
    }
}

fn date_of(fields: &Fields) -> Option<NaiveDate> {
    ["date", "wake_date", "from_date"]
        .iter()
        .find_map(|name| match fields.get(name) {
            Some(Value::Text(date)) => date.parse().ok(),
            _ => None,
        })
}
