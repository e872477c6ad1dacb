//! Writing a day down: the morning, the evening, a rough day, daylight.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use wane_domain::{
    Fold, Moment,
    diary::{DayEntry, Dose, Light, Night, Occasion, PainRating},
    reminder::Kind,
    scale::Rating,
};
use wane_store::{Change, Diary, Error, Label};

use crate::{
    App,
    app::{Rooms, blank_night},
    convert,
    fault::Fault,
    wire::*,
};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn save_morning(&self, request: SaveMorning) -> Result<Saved, Fault> {
        let date = self.loggable(request.date.as_deref())?;
        let pain = convert::rating(request.pain, "pain")?;
        let quality = convert::quality(request.quality)?;
        let zone = self.zone();
        let mut rooms = self.rooms();
        let earlier = night_by_hand(&rooms.diary, date)?;
        let mut night = match &earlier {
            Some(night) => night.clone(),
            None => blank_night(
                self.new_id(),
                date,
                self.by_hand(self.local_instant(date, 12)),
            ),
        };
        let (fields, quality) = if request.keep_absent {
            (
                request.night.or(convert::fields_from_night(&night)),
                quality.or(night.quality),
            )
        } else {
            (request.night, quality)
        };
        convert::night_from_fields(&mut night, &fields, zone)?;
        night.quality = quality;
        let ratings = self.rating_change(
            &rooms.diary,
            date,
            Occasion::Morning,
            pain,
            request.keep_absent,
        )?;
        rooms
            .diary
            .change(Label::new("save-morning"), self.now(), |change| {
                match (is_blank(&night), &earlier) {
                    (true, Some(earlier)) => change.remove::<Night>(earlier.id)?,
                    (true, None) => false,
                    (false, _) => change.put(&night)?,
                };
                ratings.write(change)
            })?;
        self.settle(&mut rooms, &Kind::MorningCheckIn, date)?;
        self.saved(&mut rooms, "saved-morning", date)
    }

    /// See [`crate::commands`].
    pub(crate) fn save_evening(&self, request: SaveEvening) -> Result<Saved, Fault> {
        let date = self.loggable(request.date.as_deref())?;
        let pain = convert::rating(request.pain, "pain")?;
        let arousal = convert::arousal(request.arousal)?;
        let movement = convert::minutes(request.movement_min, "movement_min")?;
        let light = convert::minutes(request.light_min, "light_min")?;
        let mattered = convert::line(request.mattered.as_deref());
        let keep = request.keep_absent;
        let mut rooms = self.rooms();
        let ratings = self.rating_change(&rooms.diary, date, Occasion::Evening, pain, keep)?;

        let earlier = day_entry(&rooms.diary, date)?;
        let mut entry = earlier.clone().unwrap_or_else(|| self.blank_day(date));
        entry.arousal = if keep {
            arousal.or(entry.arousal)
        } else {
            arousal
        };
        entry.mattered = if keep {
            mattered.or(entry.mattered)
        } else {
            mattered
        };

        let dose = first_on::<Dose>(&rooms.diary, date)?;
        let seen = first_on::<Light>(&rooms.diary, date)?;
        let id = (self.new_id(), self.new_id());
        let origin = self.by_hand(self.local_instant(date, 24));
        rooms
            .diary
            .change(Label::new("save-evening"), self.now(), |change| {
                ratings.write(change)?;
                let blank = entry.arousal.is_none() && entry.mattered.is_none() && !entry.rough;
                match (blank, &earlier) {
                    (true, Some(earlier)) => change.remove::<DayEntry>(earlier.id)?,
                    (true, None) => false,
                    (false, _) => change.put(&entry)?,
                };
                match (movement, dose) {
                    (Some(minutes), Some(dose)) => change.put(&Dose {
                        minutes: Some(minutes),
                        ..dose
                    })?,
                    (Some(minutes), None) => change.put(&Dose {
                        id: id.0,
                        date,
                        start: None,
                        kind: None,
                        minutes: Some(minutes),
                        effort: None,
                        felt: None,
                        origin: origin.clone(),
                    })?,
                    // A session that says more than its minutes was logged as a session; an empty field here is no reason to drop it.
                    (None, Some(dose))
                        if !keep
                            && dose.kind.is_none()
                            && dose.effort.is_none()
                            && dose.felt.is_none() =>
                    {
                        change.remove::<Dose>(dose.id)?
                    }
                    (None, _) => false,
                };
                match (light, seen) {
                    (Some(minutes), Some(seen)) => change.put(&Light {
                        minutes: Some(minutes),
                        ..seen
                    })?,
                    (Some(minutes), None) => change.put(&Light {
                        id: id.1,
                        date,
                        start: None,
                        minutes: Some(minutes),
                        origin: origin.clone(),
                    })?,
                    (None, Some(seen)) if !keep && seen.minutes.is_some() => {
                        change.remove::<Light>(seen.id)?
                    }
                    (None, _) => false,
                };
                Ok(())
            })?;
        self.settle(&mut rooms, &Kind::EveningCheckIn, date)?;
        if movement.is_some_and(|m| m > 0) {
            self.settle(&mut rooms, &Kind::Movement, date)?;
        }
        if light.is_some_and(|m| m > 0) {
            self.settle(&mut rooms, &Kind::MorningLight, date)?;
        }
        self.saved(&mut rooms, "saved-evening", date)
    }

    /// See [`crate::commands`].
    pub(crate) fn mark_rough(&self, request: MarkRough) -> Result<Saved, Fault> {
        let date = self.loggable(request.date.as_deref())?;
        let mut rooms = self.rooms();
        let earlier = day_entry(&rooms.diary, date)?;
        let mut entry = earlier.clone().unwrap_or_else(|| self.blank_day(date));
        entry.rough = request.rough;
        rooms
            .diary
            .change(Label::new("rough-day"), self.now(), |change| {
                let blank = entry.arousal.is_none() && entry.mattered.is_none() && !entry.rough;
                match (blank, &earlier) {
                    (true, Some(earlier)) => change.remove::<DayEntry>(earlier.id),
                    (true, None) => Ok(false),
                    (false, _) => change.put(&entry),
                }
            })?;
        if request.rough {
            // Marking a rough day counts as taking part: neither check-in needs to ask any more.
            self.settle(&mut rooms, &Kind::MorningCheckIn, date)?;
            self.settle(&mut rooms, &Kind::EveningCheckIn, date)?;
        }
        self.saved(
            &mut rooms,
            if request.rough {
                "saved-rough"
            } else {
                "saved-not-rough"
            },
            date,
        )
    }

    /// See [`crate::commands`].
    pub(crate) fn log_light(&self, request: LogLight) -> Result<Saved, Fault> {
        let date = self.loggable(request.date.as_deref())?;
        let minutes = convert::minutes(request.minutes, "minutes")?;
        let mut rooms = self.rooms();
        let light = match first_on::<Light>(&rooms.diary, date)? {
            Some(earlier) => Light {
                minutes: minutes.or(earlier.minutes),
                ..earlier
            },
            None => Light {
                id: self.new_id(),
                date,
                start: None,
                minutes,
                origin: self.by_hand(self.local_instant(date, 24)),
            },
        };
        rooms
            .diary
            .change(Label::new("log-light"), self.now(), |change| {
                change.put(&light)
            })?;
        self.settle(&mut rooms, &Kind::MorningLight, date)?;
        self.saved(&mut rooms, "saved-light", date)
    }

    /// The day a request is about; a day that has not begun cannot be logged.
    pub(crate) fn loggable(&self, date: Option<&str>) -> Result<NaiveDate, Fault> {
        let date = convert::date_or(date, self.present_day())?;
        let local_today = Moment::new(self.now(), self.zone()).date();
        if date > local_today {
            Err(Fault::in_the_future())
        } else {
            Ok(date)
        }
    }

    /// The instant of an hour of a local date; 24 is its end.
    pub(crate) fn local_instant(&self, date: NaiveDate, hour: i64) -> DateTime<Utc> {
        let local = date.and_time(NaiveTime::MIN) + Duration::hours(hour);
        Moment::from_local(local, self.zone(), Fold::First).instant
    }

    fn blank_day(&self, date: NaiveDate) -> DayEntry {
        DayEntry {
            id: self.new_id(),
            date,
            arousal: None,
            mattered: None,
            rough: false,
            origin: self.by_hand(self.local_instant(date, 24)),
        }
    }

    /// The reminder of that kind has nothing left to ask on that day, and the loop may look again.
    fn settle(&self, rooms: &mut Rooms, kind: &Kind, date: NaiveDate) -> Result<(), Fault> {
        rooms.schedule.mark_done(kind, date, self.now())?;
        self.host.reminders_changed();
        Ok(())
    }

    pub(crate) fn saved(
        &self,
        rooms: &mut Rooms,
        message: &str,
        date: NaiveDate,
    ) -> Result<Saved, Fault> {
        Ok(Saved {
            text: self.words.text(message, &[]),
            today: self.show_day(rooms, date)?,
        })
    }

    fn rating_change(
        &self,
        diary: &Diary,
        date: NaiveDate,
        occasion: Occasion,
        rating: Option<Rating>,
        keep_absent: bool,
    ) -> Result<RatingChange, Fault> {
        let earlier = overall_rating(diary, date, occasion)?;
        Ok(match (rating, earlier) {
            (Some(rating), Some(earlier)) => RatingChange::Put(PainRating { rating, ..earlier }),
            (Some(rating), None) => {
                let about = self.local_instant(
                    date,
                    if occasion == Occasion::Morning {
                        12
                    } else {
                        24
                    },
                );
                RatingChange::Put(PainRating {
                    id: self.new_id(),
                    date,
                    occasion,
                    pain: None,
                    rating,
                    origin: self.by_hand(about),
                })
            }
            (None, Some(earlier)) if !keep_absent => RatingChange::Remove(earlier),
            (None, _) => RatingChange::Nothing,
        })
    }
}

/// What becomes of a day's rating.
enum RatingChange {
    Put(PainRating),
    Remove(PainRating),
    Nothing,
}

impl RatingChange {
    fn write(&self, change: &mut Change<'_>) -> Result<bool, Error> {
        match self {
            RatingChange::Put(rating) => change.put(rating),
            RatingChange::Remove(rating) => change.remove::<PainRating>(rating.id),
            RatingChange::Nothing => Ok(false),
        }
    }
}

/// The day's felt night, whoever wrote it down.
pub(crate) fn night_by_hand(diary: &Diary, date: NaiveDate) -> Result<Option<Night>, Fault> {
    first_on::<Night>(diary, date)
}

/// The day's own entry.
pub(crate) fn day_entry(diary: &Diary, date: NaiveDate) -> Result<Option<DayEntry>, Fault> {
    first_on::<DayEntry>(diary, date)
}

/// The day's first record of a kind.
pub(crate) fn first_on<R: wane_store::Dated>(
    diary: &Diary,
    date: NaiveDate,
) -> Result<Option<R>, Fault> {
    Ok(diary.between::<R>(date, date)?.into_iter().next())
}

/// The day's rating of pain overall.
pub(crate) fn overall_rating(
    diary: &Diary,
    date: NaiveDate,
    occasion: Occasion,
) -> Result<Option<PainRating>, Fault> {
    Ok(diary
        .between::<PainRating>(date, date)?
        .into_iter()
        .find(|r| r.occasion == occasion && r.pain.is_none()))
}

fn is_blank(night: &Night) -> bool {
    night.bed.is_none()
        && night.lights_out.is_none()
        && night.sol_min.is_none()
        && night.nwak.is_none()
        && night.waso_min.is_none()
        && night.final_wake.is_none()
        && night.tasafa_min.is_none()
        && night.out_of_bed.is_none()
        && night.quality.is_none()
}
