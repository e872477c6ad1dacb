//! Tonight and tomorrow at a glance: what lies ahead, whether or not a reminder is on.

use chrono::{Datelike, Duration, NaiveDate, NaiveTime};
use wane_domain::{
    Moment,
    reminder::{Kind, Occurrence, Rule, occurrences},
};
use wane_text::Arg;

use super::known::Gathered;
use crate::{App, app::Rooms, fault::Fault, settings, wire::*};

impl App {
    /// Tonight, then tomorrow.
    pub(super) fn glance(
        &self,
        rooms: &Rooms,
        gathered: &Gathered,
    ) -> Result<Vec<GlancePart>, Fault> {
        let today = self.present_day(&rooms.diary)?;
        let tomorrow = today + Duration::days(1);
        let targets = settings::targets(&rooms.diary)?;
        let bed = targets.bed[today.weekday().num_days_from_monday() as usize];
        let part = |id: &str, lines: Vec<Option<GlanceLine>>| GlancePart {
            id: id.to_owned(),
            heading: self.words.text(&format!("glance-{id}"), &[]),
            lines: lines.into_iter().flatten().collect(),
        };
        let wind_down = bed.map(|bed| {
            bed.overflowing_sub_signed(Duration::minutes(i64::from(targets.lead_min)))
                .0
        });
        let line = |id, kind, day, target| self.glance_line(id, kind, day, target, gathered);
        let only = |timed: Option<(NaiveTime, GlanceLine)>| timed.map(|(_, line)| line);
        let rise = targets.rise.map(|rise| {
            let line = GlanceLine {
                id: "rise".to_owned(),
                title: self.words.text("glance-rise", &[]),
                time_text: self.words.clock(rise),
                note: String::new(),
                reminds: false,
            };
            (rise, line)
        });
        // Whether light or rising comes first is for the sun and the person to say.
        let mut morning: Vec<(NaiveTime, GlanceLine)> = [
            rise,
            line("light", Kind::MorningLight, tomorrow, None),
            line("check-in", Kind::MorningCheckIn, tomorrow, None),
        ]
        .into_iter()
        .flatten()
        .collect();
        morning.sort_by_key(|(time, _)| *time);
        Ok(vec![
            part(
                "tonight",
                vec![
                    only(line("wind-down", Kind::WindDown, today, wind_down)),
                    only(line("bed", Kind::Bedtime, today, bed)),
                    self.night_line(gathered),
                ],
            ),
            part(
                "tomorrow",
                morning.into_iter().map(Some).map(only).collect(),
            ),
        ])
    }

    /// One thing, at the time its reminder falls due on that day or, without one, at the time the targets say.
    fn glance_line(
        &self,
        id: &str,
        kind: Kind,
        day: NaiveDate,
        target: Option<NaiveTime>,
        gathered: &Gathered,
    ) -> Option<(NaiveTime, GlanceLine)> {
        let rule = gathered.rules.iter().find(|rule| rule.kind == kind);
        let occurrence = rule.and_then(|rule| self.occurrence_of_day(rule, day, gathered));
        let enabled = rule.is_some_and(|rule| rule.enabled);
        // The time of a rule that nobody has switched on is a first guess, and not for a plan.
        let due = occurrence
            .as_ref()
            .filter(|_| enabled)
            .map(|o| o.due.time());
        let time = due.or(target)?;
        let (note, reminds) = match &occurrence {
            Some(occurrence) if enabled => self.glance_note(occurrence, gathered),
            _ => ("glance-no-reminder", false),
        };
        let note = match &occurrence {
            Some(occurrence) if reminds && kind == Kind::MorningLight => self.why(occurrence),
            _ => self.words.text(note, &[]),
        };
        let line = GlanceLine {
            id: id.to_owned(),
            title: self.title(&kind),
            time_text: self.words.clock(time),
            note,
            reminds,
        };
        Some((time, line))
    }

    fn glance_note(&self, o: &Occurrence, gathered: &Gathered) -> (&'static str, bool) {
        let done = gathered.done.contains(&(o.kind.clone(), o.local_date));
        if done {
            ("glance-done", false)
        } else if gathered.quiet.rests(&o.kind) {
            ("glance-rests", false)
        } else if gathered.quiet.is_paused(o.due.instant) {
            ("glance-paused", false)
        } else if gathered
            .quiet
            .night
            .hushes(o.due.instant, o.until, self.zone())
        {
            ("glance-in-the-night", false)
        } else if self.is_to_come(o, gathered) && self.now() < o.until {
            ("glance-reminds", true)
        } else {
            ("glance-over", false)
        }
    }

    fn night_line(&self, gathered: &Gathered) -> Option<GlanceLine> {
        let zone = self.zone();
        let (from, to) = gathered.quiet.night.current_or_next(self.now(), zone)?;
        let clock = |at| Arg::from(self.words.clock(Moment::new(at, zone).time()));
        Some(GlanceLine {
            id: "protected-night".to_owned(),
            title: self.words.text("glance-protected-night", &[]),
            time_text: self.words.text(
                "glance-from-to",
                &[("from", clock(from)), ("to", clock(to))],
            ),
            note: self.words.text("glance-nothing-shown", &[]),
            reminds: false,
        })
    }

    /// The rule's occurrence on a day, whether or not the rule is on.
    /// A bed time after midnight belongs to the day before, so that the evening's occurrence may carry the next date.
    fn occurrence_of_day(
        &self,
        rule: &Rule,
        day: NaiveDate,
        gathered: &Gathered,
    ) -> Option<Occurrence> {
        let rule = Rule {
            enabled: true,
            ..rule.clone()
        };
        let evening = matches!(rule.kind, Kind::WindDown | Kind::Bedtime);
        let (from, hours) = if evening {
            (self.local_instant(day, 12), 24)
        } else {
            (self.local_instant(day, 0), 24)
        };
        occurrences(
            &[rule],
            from,
            from + Duration::hours(hours),
            self.zone(),
            &gathered.light,
        )
        .into_iter()
        .next()
    }
}
