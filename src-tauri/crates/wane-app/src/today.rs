//! Showing a day.

mod evening;
mod light;
mod measured;

use std::sync::atomic::Ordering;

use chrono::{Duration, NaiveDate, Timelike};
use wane_domain::{
    Moment, check,
    diary::{Night, Occasion},
    measures::Measures,
    usual::{self, Usual},
};
use wane_store::Diary;
use wane_text::Arg;

use crate::{
    App,
    app::{Rooms, blank_night},
    charts::plain::middle_half,
    convert,
    fault::Fault,
    log, track,
    wire::*,
};

/// How many nights the user's usual times are taken from.
const USUAL_NIGHTS: usize = 14;
/// The evening's questions come first from this hour on, or eight hours after the usual rising if that is later.
const EVENING_FROM_HOUR: f64 = 15.0;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn start(&self, request: StartRequest) -> Result<Start, Fault> {
        if request.chart_width >= 200 {
            self.small_chart_width
                .store(request.chart_width.min(2400), Ordering::Relaxed);
        }
        let mut rooms = self.rooms();
        // A diary that cannot be written is shown all the same; the evening is written down the next time.
        self.end_forgotten_evening(&mut rooms).ok();
        self.start_over(&mut rooms)
    }

    /// The window's first picture of whichever diary is open.
    pub(crate) fn start_over(&self, rooms: &mut Rooms) -> Result<Start, Fault> {
        let settings = crate::settings::read(&rooms.diary)?;
        let first_run = !rooms.sample
            && rooms.diary.setting("first-run")?.is_none()
            && rooms.diary.first_and_last_date()?.is_none();
        let recovery = self.recovery(rooms)?;
        let present = self.present_day(&rooms.diary)?;
        Ok(Start {
            locale: self.words.language().tag.to_owned(),
            texts: self.words.patterns(),
            appearance: self.appearance_of(rooms, &settings)?,
            settings,
            first_run: first_run && recovery.is_none(),
            recovery,
            today: self.show_day(rooms, present)?,
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn painted(&self, _: Nothing) -> Result<Nothing, Fault> {
        self.host.painted();
        Ok(Nothing {})
    }

    /// See [`crate::commands`].
    pub(crate) fn today(&self, request: DayRequest) -> Result<Today, Fault> {
        let mut rooms = self.rooms();
        let date = self.day_or_present(&rooms.diary, request.date.as_deref())?;
        self.show_day(&mut rooms, date)
    }

    /// See [`crate::commands`].
    pub(crate) fn preview_night(&self, request: PreviewNight) -> Result<NightSummary, Fault> {
        let rooms = self.rooms();
        let date = self.day_or_present(&rooms.diary, request.date.as_deref())?;
        let mut night = match log::night_by_hand(&rooms.diary, date)? {
            Some(night) => night,
            None => blank_night(self.new_id(), date, self.by_hand(self.now())),
        };
        let fields = match &request.touched {
            Some(touched) => {
                let said = only(request.night, touched);
                let usual = self.usual(&rooms.diary, date)?;
                self.completed(&usual, date, said)?
            }
            None => request.night,
        };
        convert::night_from_fields(&mut night, &fields, self.zone())?;
        self.sum_up(&rooms.diary, &night, fields)
    }

    /// What was said of a night, and the usual moved to fit it where nothing was said.
    fn completed(
        &self,
        usual: &Usual,
        date: NaiveDate,
        said: NightFields,
    ) -> Result<NightFields, Fault> {
        let moved = usual.moved_to(convert::times_from_fields(&said)?);
        let s = usual::suggestion(&moved, date, self.zone());
        let time = |m: Option<Moment>| m.map(|m| convert::clock(m.time()));
        Ok(said.or(NightFields {
            bed: time(s.bed),
            lights_out: time(s.lights_out),
            sol_min: s.sol_min,
            nwak: s.nwak,
            waso_min: s.waso_min,
            final_wake: time(s.final_wake),
            tasafa_min: s.tasafa_min,
            out_of_bed: time(s.out_of_bed),
            second_reading: Vec::new(),
        }))
    }

    /// One day, as Today shows it.
    pub(crate) fn show_day(&self, rooms: &mut Rooms, date: NaiveDate) -> Result<Today, Fault> {
        let present = self.present_day(&rooms.diary)?;
        let is_today = date == present;
        // Every day that can be written down can be reached, whichever of them is meant by today.
        let newest = present.max(Moment::new(self.now(), self.zone()).date());
        let next = (date < newest).then(|| date + Duration::days(1));
        let usual = self.usual(&rooms.diary, date)?;
        let diary = &rooms.diary;
        let undo_text = diary
            .can_undo()?
            .map(|l| self.about_change("undo-text", l.code()));
        let redo_text = diary
            .can_redo()?
            .map(|l| self.about_change("redo-text", l.code()));
        Ok(Today {
            date: date.to_string(),
            date_text: self.words.date_heading(date),
            previous: (date - Duration::days(1)).to_string(),
            next: next.map(|d| d.to_string()),
            is_today,
            greeting: if is_today {
                self.greeting()
            } else {
                self.words.date_heading(date)
            },
            part: self.part(&usual, present),
            morning: Morning {
                noted: self.noted_awake(rooms, date)?,
                ..self.morning(diary, date, &usual)?
            },
            evening: self.evening(diary, date)?,
            came_from: self.came_from_said(diary, date, is_today)?,
            measured: self.measured(diary, date, is_today)?,
            rough: log::day_entry(diary, date)?.is_some_and(|d| d.rough),
            entries: self.entries(rooms, date)?,
            medicines: track::medicines_in_use(diary)?,
            anchors: track::anchors(diary)?,
            two_weeks: self.two_weeks(diary, date)?,
            light: self.light_card(diary, date, &usual)?,
            tonight: self.tonight_card(rooms)?,
            experiment: self.experiment_on(rooms, date, present)?,
            inbox: self.waiting(rooms)?,
            card: self.card_offer(rooms, date, present)?,
            worries: if is_today {
                self.worries_given(diary)?
            } else {
                None
            },
            flare: self.flare_today(rooms, date, present)?,
            holiday: self.holiday_today(rooms, date, present)?,
            undo_text,
            redo_text,
            look_back: is_today && self.is_day_of_look_back(diary)?,
            sample: rooms.sample,
        })
    }

    pub(crate) fn about_change(&self, message: &str, label: &str) -> String {
        let id = format!("change-{label}");
        let what = if self.words.has(&id) {
            self.words.text(&id, &[])
        } else {
            self.words.text("change-other", &[])
        };
        self.words.text(message, &[("what", Arg::from(what))])
    }

    fn greeting(&self) -> String {
        let hour = self.local_hour();
        let id = if (4.0..12.0).contains(&hour) {
            "greeting-morning"
        } else if (12.0..18.0).contains(&hour) {
            "greeting-afternoon"
        } else {
            "greeting-evening"
        };
        self.words.text(id, &[])
    }

    pub(crate) fn part(&self, usual: &Usual, present: NaiveDate) -> DayPart {
        let hour = self.local_hour();
        let evening_from = usual.out_of_bed.map_or(EVENING_FROM_HOUR, |t| {
            (f64::from(t.hour()) + 8.0).max(EVENING_FROM_HOUR)
        });
        // A day that goes on after midnight is in its evening.
        let goes_on = present < Moment::new(self.now(), self.zone()).date();
        if goes_on || hour >= evening_from {
            DayPart::Evening
        } else {
            DayPart::Morning
        }
    }

    /// The user's usual night before `date`, from the diary or else from the first run's answers.
    pub(crate) fn usual(&self, diary: &Diary, date: NaiveDate) -> Result<Usual, Fault> {
        let nights = diary.latest::<Night>(date - Duration::days(1), USUAL_NIGHTS)?;
        Ok(usual::usual(
            &nights,
            crate::settings::targets(diary)?.as_usual(),
        ))
    }

    fn morning(&self, diary: &Diary, date: NaiveDate, usual: &Usual) -> Result<Morning, Fault> {
        let night = log::night_by_hand(diary, date)?;
        let pain = log::overall_rating(diary, date, Occasion::Morning)?;
        let asked = self.asked(diary, date, Occasion::Morning)?;
        let saved_fields = night
            .as_ref()
            .map(convert::fields_from_night)
            .unwrap_or_default();
        let open_ended = saved_fields.bed.is_none() || saved_fields.out_of_bed.is_none();
        let mut whole = saved_fields.clone();
        if open_ended {
            whole = self.completed(usual, date, whole)?;
        }
        let mut shown = match &night {
            Some(night) => night.clone(),
            None => blank_night(self.new_id(), date, self.by_hand(self.now())),
        };
        convert::night_from_fields(&mut shown, &whole, self.zone())?;
        let suggested = (open_ended && whole != saved_fields).then(|| whole.clone());
        Ok(Morning {
            saved: night.is_some() || pain.is_some() || asked.answered,
            summary: self.sum_up(diary, &shown, whole)?,
            suggested,
            quality: night.as_ref().and_then(|n| n.quality).map(|q| q.get()),
            recalled: night.as_ref().is_some_and(|n| n.origin.recalled)
                || pain.as_ref().is_some_and(|p| p.origin.recalled)
                || asked.recalled,
            pain: pain.map(|p| p.rating.get()),
            pains: asked.pains,
            factors: asked.factors,
            night: saved_fields,
            noted: None,
        })
    }

    /// What a night comes to, in words, with the questions it raises.
    fn sum_up(
        &self,
        diary: &Diary,
        night: &Night,
        fields: NightFields,
    ) -> Result<NightSummary, Fault> {
        let measures = Measures::of(night);
        let sound = check::holds_together(night);
        let text = match (
            measures.tst_min.filter(|_| sound),
            measures.se_dse,
            measures.tib_min.filter(|_| sound),
        ) {
            (Some(tst), Some(se), _) => self.words.text(
                "night-asleep-efficiency",
                &[
                    ("asleep", Arg::from(self.words.duration(tst))),
                    ("percent", Arg::from(self.words.percent(se))),
                ],
            ),
            (Some(tst), None, _) => self.words.text(
                "night-asleep",
                &[("asleep", Arg::from(self.words.duration(tst)))],
            ),
            (None, _, Some(tib)) => self.words.text(
                "night-in-bed",
                &[("time", Arg::from(self.words.duration(tib)))],
            ),
            _ => String::new(),
        };
        let text = if text.is_empty() || !self.words.without_figures() {
            text
        } else {
            self.night_in_words(diary, night, measures.tst_min.filter(|_| sound))?
        };
        let around = diary.between::<Night>(
            night.wake_date - Duration::days(2),
            night.wake_date + Duration::days(2),
        )?;
        let others: Vec<Night> = around.into_iter().filter(|n| n.id != night.id).collect();
        let mut questions: Vec<QuestionText> = check::questions(night, self.now(), &others)
            .into_iter()
            .map(|q| QuestionText {
                code: q.code().to_owned(),
                text: self
                    .words
                    .text(&format!("question-{}", q.code().replace('_', "-")), &[]),
            })
            .collect();
        if self.may_have_slept_since(diary, night)? {
            questions.push(QuestionText {
                code: "another_sleep".to_owned(),
                text: self.words.text("question-another-sleep", &[]),
            });
        }
        let times = [
            night.bed,
            night.lights_out,
            night.final_wake,
            night.out_of_bed,
        ];
        for (field, moment) in convert::TIME_FIELDS.into_iter().zip(times) {
            if moment.is_some_and(|m| convert::is_ambiguous(&m)) {
                questions.push(QuestionText {
                    code: format!("ambiguous_time:{field}"),
                    text: self.words.text("question-ambiguous-time", &[]),
                });
            }
        }
        Ok(NightSummary {
            night: fields,
            text,
            questions,
            bar: if sound {
                self.bar(night, &measures)
            } else {
                None
            },
        })
    }

    /// How long a sleep was beside the person's own usual, without a number; nothing where no usual is known.
    fn night_in_words(
        &self,
        diary: &Diary,
        night: &Night,
        asleep: Option<f64>,
    ) -> Result<String, Fault> {
        let before = night.wake_date - Duration::days(1);
        let others: Vec<f64> = diary
            .latest::<Night>(before, USUAL_NIGHTS)?
            .iter()
            .filter(|night| check::holds_together(night))
            .filter_map(|night| Measures::of(night).tst_min)
            .collect();
        let Some((asleep, (low, high))) = asleep.zip(middle_half(&others)) else {
            return Ok(String::new());
        };
        let id = if asleep < low {
            "plain-night-less"
        } else if asleep > high {
            "plain-night-more"
        } else {
            "plain-night-usual"
        };
        Ok(self.words.text(id, &[]))
    }

    fn bar(&self, night: &Night, measures: &Measures) -> Option<NightBar> {
        let starts = [night.bed, night.lights_out, measures.onset];
        let ends = [night.out_of_bed, night.final_wake];
        let first = starts.into_iter().flatten().min_by_key(|m| m.instant)?;
        let last = ends.into_iter().flatten().max_by_key(|m| m.instant)?;
        let margin = Duration::minutes(40);
        let (left, right) = (first.instant - margin, last.instant + margin);
        let at = |m: Moment| (m.instant - left).num_seconds() as f64 / 60.0;
        let stretch = |a: Option<Moment>, b: Option<Moment>| {
            Some(Stretch {
                from_min: at(a?),
                to_min: at(b?),
            })
        };
        let length_min = (right - left).num_seconds() as f64 / 60.0;
        let every = if length_min > 960.0 { 4 } else { 2 };
        let mut ticks = Vec::new();
        let mut hour = Moment::new(left, last.zone);
        let ahead = 60 - i64::from(hour.time().minute());
        hour.instant += Duration::minutes(ahead);
        while hour.instant < right {
            if hour.time().hour().is_multiple_of(every) {
                ticks.push(Tick {
                    at_min: at(hour),
                    text: self.words.clock(hour.time()),
                });
            }
            hour.instant += Duration::hours(1);
        }
        Some(NightBar {
            length_min,
            in_bed: stretch(
                night.bed.or(night.lights_out),
                night.out_of_bed.or(night.final_wake),
            ),
            asleep: stretch(measures.onset, night.final_wake),
            ticks,
        })
    }
}

/// The named fields of a night; the others count as not said.
fn only(fields: NightFields, names: &[String]) -> NightFields {
    let said = |name: &str| names.iter().any(|n| n == name);
    NightFields {
        bed: fields.bed.filter(|_| said("bed")),
        lights_out: fields.lights_out.filter(|_| said("lights_out")),
        sol_min: fields.sol_min.filter(|_| said("sol_min")),
        nwak: fields.nwak.filter(|_| said("nwak")),
        waso_min: fields.waso_min.filter(|_| said("waso_min")),
        final_wake: fields.final_wake.filter(|_| said("final_wake")),
        tasafa_min: fields.tasafa_min.filter(|_| said("tasafa_min")),
        out_of_bed: fields.out_of_bed.filter(|_| said("out_of_bed")),
        second_reading: fields.second_reading,
    }
}

/// The sum of what was said; nothing said is missing, not zero.
pub(crate) fn sum(minutes: impl Iterator<Item = Option<u16>>) -> Option<u16> {
    minutes.flatten().fold(None, |total, m| {
        Some(total.unwrap_or(0u16).saturating_add(m))
    })
}
