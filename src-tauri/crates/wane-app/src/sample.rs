//! A sample diary to look around in and to measure with; it lies beside the user's own and never mixes with it.

mod dice;
mod help;
mod life;

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;
use wane_domain::{
    Fold, Id, Moment,
    diary::{
        Annotation, DayEntry, Factor, FactorValue, Light, Night, Occasion, Origin, PainRating,
        Span, SpanKind, Timing,
    },
    scale::{Arousal, Quality, Rating},
};
use wane_store::{Change, Diary, Error, Label};
use wane_text::Catalogue;

use crate::{
    App,
    app::{Rooms, SAMPLE_IS_WHOLE},
    fault::Fault,
    recovery,
    wire::*,
};
use dice::Dice;
use help::Help;
use life::Life;

/// The longest sample: a hundred years.
const MAX_DAYS: u32 = 36_525;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn sample_start(&self, request: SampleRequest) -> Result<Start, Fault> {
        if !(1..=MAX_DAYS).contains(&request.days) {
            return Err(Fault::bad_input("days"));
        }
        let mut rooms = self.rooms();
        self.look_around(&mut rooms, request.days, request.seed)?;
        self.start_over(&mut rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn sample_remove(&self, _: Nothing) -> Result<Start, Fault> {
        let mut rooms = self.rooms();
        if rooms.sample {
            self.leave_sample(&mut rooms)?;
            self.host.reminders_changed();
        }
        self.start_over(&mut rooms)
    }

    /// Makes a sample of `days` days up to today and opens it in the place of the user's own diary.
    pub(crate) fn look_around(&self, rooms: &mut Rooms, days: u32, seed: u64) -> Result<(), Fault> {
        if rooms.sample {
            self.leave_sample(rooms)?;
        }
        let choices = choices(&rooms.diary)?;
        let made = self.make_sample(rooms, days, seed, &choices);
        let sample = match made {
            Ok(sample) => sample,
            Err(fault) => {
                // Half a sample must not be what the next start opens; if this fails too, that start removes it.
                rooms.dir.remove_sample().ok();
                return Err(fault);
            }
        };
        rooms.diary = sample;
        rooms.sample = true;
        self.host.reminders_changed();
        Ok(())
    }

    /// Back to the user's own diary, with the choices they made meanwhile: those are theirs, only the days were not.
    fn leave_sample(&self, rooms: &mut Rooms) -> Result<(), Fault> {
        let made = choices(&rooms.diary)?;
        let mut own = recovery::own_diary(&rooms.dir, self.host.as_ref(), self.new_id())?;
        own.change(Label::SETTINGS, self.now(), |change| {
            write_choices(change, &made)
        })?;
        // The sample's files are closed before they are removed: Windows does not remove an open file.
        rooms.diary = own;
        rooms.sample = false;
        Ok(rooms.dir.remove_sample()?)
    }

    fn make_sample(
        &self,
        rooms: &Rooms,
        days: u32,
        seed: u64,
        choices: &Choices,
    ) -> Result<Diary, Fault> {
        let mut sample = rooms.dir.sample()?.diary(self.now(), self.new_id())?;
        let year = SampleYear::new(
            self.present_day(&rooms.diary)?,
            days,
            seed,
            self.zone(),
            self.now(),
            self.words.catalogue(),
        );
        sample.change(Label::new("sample"), self.now(), |change| {
            write_choices(change, choices)?;
            change.set_setting(SAMPLE_IS_WHOLE, Some("yes"))?;
            year.write(change)
        })?;
        Ok(sample)
    }
}

/// What the user has chosen, as it lies in a diary; it goes along into the sample and back.
type Choices = [(&'static str, Option<String>); 2];

fn choices(diary: &Diary) -> Result<Choices, Fault> {
    Ok([
        ("settings", diary.setting("settings")?),
        ("targets", diary.setting("targets")?),
    ])
}

fn write_choices(change: &mut Change<'_>, choices: &Choices) -> Result<(), Error> {
    choices
        .iter()
        .try_for_each(|(name, value)| change.set_setting(name, value.as_deref()).map(drop))
}

/// A made-up person's days: pain that carries over from day to day, short nights that go along with more of it,
/// later weekends, gaps, a flare, and a few entries made from memory.
struct SampleYear {
    last: NaiveDate,
    days: u32,
    zone: Tz,
    now: DateTime<Utc>,
    dice: Dice,
    /// What stands beside nights and ratings, from dice of its own: it can grow without changing a single night.
    life: Life,
    /// What helps, from dice of its own for the same reason.
    help: Help,
    words: &'static Catalogue,
}

impl SampleYear {
    fn new(
        last: NaiveDate,
        days: u32,
        seed: u64,
        zone: Tz,
        now: DateTime<Utc>,
        words: &'static Catalogue,
    ) -> Self {
        SampleYear {
            last,
            days,
            zone,
            now,
            dice: Dice::new(seed ^ 0x5741_4E45),
            life: Life::new(seed, zone, now, words),
            help: Help::new(seed, zone, now, words, (last, days)),
            words,
        }
    }

    fn write(mut self, change: &mut Change<'_>) -> Result<(), Error> {
        let first = self.last - Duration::days(i64::from(self.days) - 1);
        let factor = Factor {
            id: self.id(),
            name: self.words.text("sample-factor", &[]),
            timing: Timing::Day,
            unit: None,
            retired_at: None,
        };
        change.put(&factor)?;
        self.life.begin(change)?;
        self.help.begin(change)?;
        let mut level: f64 = 4.6;
        let mut gap_left = 0;
        let mut flare_left = 0;
        for date in first.iter_days().take(self.days as usize) {
            if flare_left == 0 && self.dice.chance(0.006) {
                flare_left = 5 + (self.dice.even() * 5.0) as u32;
                let to = date + Duration::days(i64::from(flare_left) - 1);
                if to <= self.last {
                    change.put(&Span {
                        id: self.id(),
                        kind: SpanKind::Flare,
                        from_date: date,
                        to_date: Some(to),
                    })?;
                }
            }
            // The last days are whole, so that the first look shows what a day looks like.
            if gap_left == 0 && date < self.last - Duration::days(20) && self.dice.chance(0.02) {
                gap_left = 1 + (self.dice.even() * 5.0) as u32;
            }
            let flare = if flare_left > 0 { 1.6 } else { 0.0 };
            let latecaffeine = self.dice.chance(0.35);
            let night = self.night(date, level, latecaffeine);
            let efficiency = night.efficiency;
            level = 0.55 * level
                + 0.45 * 4.2
                + (0.86 - efficiency) * 7.0
                + flare * 0.5
                + self.dice.bell() * 0.7;
            flare_left = u32::saturating_sub(flare_left, 1);
            if gap_left > 0 {
                gap_left -= 1;
                continue;
            }
            let recalled = self.dice.chance(0.03);
            let origin = self.origin(date, recalled);
            let days_ago = (self.last - date).num_days();
            self.life.day(change, date, days_ago, level, &origin)?;
            self.day(
                change,
                date,
                night.times,
                level,
                flare,
                latecaffeine,
                recalled,
                factor.id,
            )?;
        }
        let mark = first + Duration::days(i64::from(self.days) * 3 / 5);
        if self.days >= 60 {
            let label = self.words.text("sample-annotation", &[]);
            change.put(&Annotation {
                id: self.id(),
                date: mark,
                label,
            })?;
        }
        self.help.end(change)
    }

    fn night(&mut self, date: NaiveDate, pain_before: f64, late_caffeine: bool) -> SampleNight {
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        let shift = if weekend { 40.0 } else { 0.0 };
        let bed = five(-55.0 + shift + self.dice.bell() * 22.0);
        let lights_out = bed + five(12.0 + self.dice.bell().abs() * 8.0);
        let sol = five(
            (18.0
                + pain_before * 1.5
                + if late_caffeine { 9.0 } else { 0.0 }
                + self.dice.bell() * 10.0)
                .max(0.0),
        );
        let waso = five((22.0 + (pain_before - 4.0) * 7.0 + self.dice.bell() * 20.0).max(0.0));
        let wake = five(405.0 + shift + self.dice.bell() * 18.0);
        let tasafa = five((4.0 + self.dice.bell() * 6.0).max(0.0));
        let up = wake + tasafa + five(5.0 + self.dice.bell().abs() * 6.0);
        let asleep = (wake - lights_out - sol - waso) as f64;
        SampleNight {
            times: [bed, lights_out, sol, waso, wake, tasafa, up],
            efficiency: asleep / (wake - lights_out + tasafa) as f64,
        }
    }

    #[allow(clippy::too_many_arguments)] // One made-up day has that many sides, and nobody else makes one.
    fn day(
        &mut self,
        change: &mut Change<'_>,
        date: NaiveDate,
        [bed, lights_out, sol, waso, wake, tasafa, up]: [i64; 7],
        level: f64,
        flare: f64,
        late_caffeine: bool,
        recalled: bool,
        factor: Id,
    ) -> Result<(), Error> {
        let midnight = date.and_time(NaiveTime::MIN);
        let zone = self.zone;
        let moment = |minutes: i64| {
            Some(Moment::from_local(
                midnight + Duration::minutes(minutes),
                zone,
                Fold::First,
            ))
        };
        let origin = self.origin(date, recalled);
        let felt = 3.4
            + (400.0 - (wake - lights_out - sol - waso) as f64) / -60.0
            + self.dice.bell() * 0.5;
        if !self.dice.chance(0.04) {
            change.put(&Night {
                id: self.dice.id(origin.entered_at),
                wake_date: date,
                bed: moment(bed),
                lights_out: moment(lights_out),
                sol_min: Some(sol as u16),
                nwak: Some(if waso == 0 { 0 } else { 1 + (waso / 25) as u16 }),
                waso_min: Some(waso as u16),
                final_wake: moment(wake),
                tasafa_min: Some(tasafa as u16),
                out_of_bed: moment(up),
                quality: Quality::new(felt.round().clamp(1.0, 5.0) as u8).ok(),
                origin: origin.clone(),
            })?;
            let morning = level + self.dice.bell() * 0.6 + 0.3;
            self.rating(change, date, Occasion::Morning, morning, &origin)?;
        }
        if date == self.last {
            // Today's evening has not come yet, so that there is something to try the evening with.
            return Ok(());
        }
        if !self.dice.chance(0.08) {
            let evening = level + self.dice.bell() * 0.7;
            self.rating(change, date, Occasion::Evening, evening, &origin)?;
            let arousal = Arousal::new((1.4 + self.dice.bell()).round().clamp(0.0, 4.0) as u8).ok();
            change.put(&DayEntry {
                id: self.dice.id(origin.entered_at),
                date,
                arousal,
                mattered: self.life.mattered(),
                rough: flare > 0.0 && self.dice.chance(0.2),
                origin: origin.clone(),
            })?;
            let value = if late_caffeine { 1.0 } else { 0.0 };
            change.put(&FactorValue {
                id: self.dice.id(origin.entered_at),
                factor,
                date,
                value,
                origin: origin.clone(),
            })?;
        }
        if self.dice.chance(0.6) {
            let minutes = five(12.0 + self.dice.even() * 30.0) as u16;
            let id = self.dice.id(origin.entered_at);
            let dose = self.help.dose(id, (date, minutes), level, origin.clone());
            change.put(&dose)?;
        }
        self.help.evening(change, date, flare > 0.0, &origin)?;
        if self.dice.chance(0.5) {
            let minutes = Some(five(10.0 + self.dice.even() * 30.0) as u16);
            change.put(&Light {
                id: self.dice.id(origin.entered_at),
                date,
                start: None,
                minutes,
                origin,
            })?;
        }
        Ok(())
    }

    fn rating(
        &mut self,
        change: &mut Change<'_>,
        date: NaiveDate,
        occasion: Occasion,
        value: f64,
        origin: &Origin,
    ) -> Result<(), Error> {
        match Rating::new(value.round().clamp(0.0, 10.0) as u8) {
            Ok(rating) => change
                .put(&PainRating {
                    id: self.dice.id(origin.entered_at),
                    date,
                    occasion,
                    pain: None,
                    rating,
                    origin: origin.clone(),
                })
                .map(drop),
            Err(_) => Ok(()),
        }
    }

    fn origin(&self, date: NaiveDate, recalled: bool) -> Origin {
        let days_later = if recalled { 4 } else { 1 };
        let entered = Moment::from_local(
            date.and_time(NaiveTime::MIN) + Duration::days(days_later),
            self.zone,
            Fold::First,
        );
        Origin {
            source: None,
            source_key: None,
            entered_at: entered.instant.min(self.now),
            recalled,
        }
    }

    fn id(&mut self) -> Id {
        self.dice.id(self.now)
    }
}

struct SampleNight {
    /// Bed, lights out, SOL, WASO, final awakening, TASAFA, out of bed; clock times in minutes from the wake date's midnight.
    times: [i64; 7],
    efficiency: f64,
}

fn five(minutes: f64) -> i64 {
    (minutes / 5.0).round() as i64 * 5
}
