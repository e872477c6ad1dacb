//! How a day came to be as it is: what each saved change did to it, in words, and the way back to any of them.

use std::collections::BTreeMap;

use wane_domain::{Id, Moment};
use wane_store::{Cause, Diary, Label, Revision, Value};
use wane_text::Arg;

use crate::{
    App, convert,
    describe::{Describer, Fields},
    fault::Fault,
    wire::*,
};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn restore_version(&self, request: VersionRequest) -> Result<Saved, Fault> {
        let date = convert::date(&request.date, "date")?;
        let mut rooms = self.rooms();
        let known = request.change == 0
            || rooms
                .diary
                .revisions_on(date)?
                .iter()
                .any(|r| r.change == request.change);
        if !known {
            return Err(Fault::not_found("version"));
        }
        let before = self.answered(&rooms)?;
        let restored =
            rooms
                .diary
                .restore_day(date, request.change, Label::new("restore-day"), self.now())?;
        self.follow_the_diary(&mut rooms, &before)?;
        let message = if restored.value {
            "day-restored"
        } else {
            "day-same"
        };
        self.saved(&mut rooms, message, date)
    }

    /// The day after each change in `revisions`, which are in order; the newest comes first.
    pub(crate) fn versions(
        &self,
        diary: &Diary,
        revisions: &[Revision],
    ) -> Result<Vec<Version>, Fault> {
        let describer = Describer::new(&self.words, diary)?;
        let zone = self.zone();
        let mut records: BTreeMap<Id, Fields> = BTreeMap::new();
        let mut versions = Vec::new();
        for change in revisions.chunk_by(|a, b| a.change == b.change) {
            let Some(first) = change.first() else {
                continue;
            };
            let lines = lines(&describer, self, change, &mut records);
            if lines.is_empty() {
                continue;
            }
            let at = Moment::new(first.at, zone);
            versions.push(Version {
                change: first.change,
                at_text: self.words.text(
                    "version-at",
                    &[
                        ("day", Arg::from(self.words.date_short_year(at.date()))),
                        ("time", Arg::from(self.words.clock(at.time()))),
                    ],
                ),
                title: self.about(first),
                lines,
                current: false,
            });
        }
        versions.reverse();
        if let Some(newest) = versions.first_mut() {
            newest.current = true;
        }
        Ok(versions)
    }

    fn about(&self, revision: &Revision) -> String {
        let message = match revision.cause {
            Cause::Edit => "version-edit",
            Cause::Undo => "version-undo",
            Cause::Redo => "version-redo",
        };
        self.words.text(
            message,
            &[("what", Arg::from(self.change_name(revision.label.code())))],
        )
    }

    /// What a change is called, such as "morning".
    pub(crate) fn change_name(&self, label: &str) -> String {
        let id = format!("change-{label}");
        let id = if self.words.has(&id) {
            &id
        } else {
            "change-other"
        };
        self.words.text(id, &[])
    }
}

/// What one change did, in words; `records` holds the day's records before it, and after it afterwards.
fn lines(
    describer: &Describer,
    app: &App,
    change: &[Revision],
    records: &mut BTreeMap<Id, Fields>,
) -> Vec<String> {
    let mut lines = Vec::new();
    // One record after the other, in the order in which the change came to them.
    let mut order: Vec<Id> = Vec::new();
    for revision in change {
        if !order.contains(&revision.record) {
            order.push(revision.record);
        }
    }
    for id in order {
        let altered: Vec<&Revision> = change.iter().filter(|r| r.record == id).collect();
        let Some(table) = altered.first().map(|r| r.table) else {
            continue;
        };
        let before = records.get(&id).cloned().unwrap_or_default();
        let after = records.entry(id).or_default();
        for revision in &altered {
            after.insert(revision.field, revision.new.clone());
        }
        let (was, is) = (is_there(&before), is_there(after));
        match (was, is) {
            (false, true) => lines.push(describer.line(table, after)),
            (true, false) => lines.push(app.words.text(
                "version-removed",
                &[("what", Arg::from(describer.line(table, &before)))],
            )),
            (true, true) => lines.extend(
                altered
                    .iter()
                    .filter_map(|r| describer.alteration(table, r.field, &r.old, &r.new, after)),
            ),
            (false, false) => {}
        }
    }
    lines
}

fn is_there(fields: &Fields) -> bool {
    fields.get("alive") == Some(&Value::Whole(1))
}
