//! Suggested regular times (row R11): shown, taken up, or put off; never taken up of itself.

use chrono::Duration;
use wane_domain::{
    Moment,
    diary::Night,
    reminder::Quiet,
    target::{self, Answer, Asking, BedAndRise, Suggestion},
};
use wane_store::Label;
use wane_text::Arg;

use super::write_target_rules;
use crate::{App, app::Rooms, convert, fault::Fault, settings, wire};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn suggestion_accept(&self, _: wire::Nothing) -> Result<wire::PlanView, Fault> {
        let mut rooms = self.rooms();
        let now = self.now();
        let quiet = self.quiet(&rooms)?;
        let Some(suggestion) = self.suggestion(&rooms, &quiet)? else {
            return Err(Fault::not_found("suggestion"));
        };
        let mut targets = settings::targets(&rooms.diary)?;
        let any = targets.bed.iter().any(Option::is_some);
        for bed in &mut targets.bed {
            if bed.is_some() || !any {
                *bed = Some(suggestion.to.bed);
            }
        }
        targets.rise = Some(suggestion.to.rise);
        let text = settings::to_json(&targets.to_view())?;
        let goal = settings::to_json(&convert::clock(suggestion.goal.rise))?;
        rooms.diary.change(Label::new("settings"), now, |change| {
            change.set_setting("rise-in-the-end", Some(&goal))?;
            change.set_setting("targets", Some(&text))
        })?;
        rooms.schedule.answer_suggestion(Answer::Accepted, now)?;
        write_target_rules(&mut rooms, &targets, now)?;
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn suggestion_dismiss(&self, _: wire::Nothing) -> Result<wire::PlanView, Fault> {
        let mut rooms = self.rooms();
        rooms
            .schedule
            .answer_suggestion(Answer::NotNow, self.now())?;
        self.plan_view(&rooms)
    }

    fn suggestion(&self, rooms: &Rooms, quiet: &Quiet) -> Result<Option<Suggestion>, Fault> {
        let today = self.present_day(&rooms.diary)?;
        let nights: Vec<Night> = rooms
            .diary
            .between(today - Duration::days(target::OLDEST_DAYS), today)?;
        let targets = settings::targets(&rooms.diary)?;
        let in_the_end = settings::rise_in_the_end(&rooms.diary)?;
        let current = targets.as_usual().map(|t| BedAndRise {
            bed: t.bed,
            rise: t.rise,
        });
        let last = rooms
            .schedule
            .last_suggestion()?
            .map(|(at, answer)| (Moment::new(at, self.zone()).date(), answer));
        Ok(target::suggest(&Asking {
            nights: &nights,
            today,
            fixed_rise: in_the_end.or(targets.rise),
            current,
            last,
            held: self.is_held(rooms, quiet)?,
        }))
    }

    /// The suggestion, in words.
    pub(super) fn suggestion_view(
        &self,
        rooms: &Rooms,
        quiet: &Quiet,
    ) -> Result<Option<wire::SuggestionView>, Fault> {
        let Some(suggestion) = self.suggestion(rooms, quiet)? else {
            return Ok(None);
        };
        let clock = |time| Arg::from(self.words.clock(time));
        let pair = |times: BedAndRise| wire::BedAndRise {
            bed: convert::clock(times.bed),
            rise: convert::clock(times.rise),
        };
        let there = suggestion.to == suggestion.goal;
        Ok(Some(wire::SuggestionView {
            text: self.words.text(
                "suggestion",
                &[
                    ("rise", clock(suggestion.to.rise)),
                    ("bed", clock(suggestion.to.bed)),
                ],
            ),
            from: pair(suggestion.from),
            to: pair(suggestion.to),
            why: self.words.text(
                if there {
                    "suggestion-why"
                } else {
                    "suggestion-why-step"
                },
                &[
                    ("nights", Arg::from(suggestion.nights as i64)),
                    ("rise", clock(suggestion.from.rise)),
                    ("bed", clock(suggestion.from.bed)),
                    ("goal_rise", clock(suggestion.goal.rise)),
                    ("goal_bed", clock(suggestion.goal.bed)),
                ],
            ),
            nights: suggestion.nights as u32,
        }))
    }
}
