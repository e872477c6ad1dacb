//! Being awake in the night: what is noted in the dark, and when it is told (rows W4 and W5).
//!
//! Nobody is told the time at night, so nothing here answers with one.
//! What was noted stays out of sight until the morning after it has come ([`awake::is_hidden`]): Today, the day read back
//! and its history leave it out, while the diary holds it from the first moment on.
//! From then on it stands on its day like any other entry and can be removed,
//! and the morning that asks about that night offers what it comes to.
//! The offer is words and a button. It is gone once the number of awakenings is said, by whatever way,
//! or when it is put away; it never fills anything in.

use std::collections::BTreeSet;

use chrono::{Duration, NaiveDate, NaiveTime};
use wane_domain::{
    Fold, Id, Moment, awake, day,
    diary::{Awakening, Night, NightChoice as Chosen},
};
use wane_store::{Diary, Label};
use wane_text::Arg;

use crate::{App, app::Rooms, fault::Fault, log, settings, wire::*};

/// The advice for settling, in the order in which it is given.
const CARDS: [&str; 8] = [
    "night-card-jaw",
    "night-card-pillow",
    "night-card-bed",
    "night-card-warmth",
    "night-card-thoughts",
    "night-card-rest",
    "night-card-ease",
    "night-card-up",
];

/// The setting that holds the mornings whose offer was put away.
const PUT_AWAY: &str = "night-offers-put-away";
/// Of how many mornings that is remembered.
const PUT_AWAY_MOST: usize = 60;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn night(&self, _: Nothing) -> Result<NightView, Fault> {
        self.host.night(true);
        Ok(NightView {
            sentence: self.words.text("night-sentence", &[]),
            cards: CARDS.map(|card| self.words.text(card, &[])).to_vec(),
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn night_over(&self, _: Nothing) -> Result<Nothing, Fault> {
        self.host.night(false);
        Ok(Nothing {})
    }

    /// See [`crate::commands`].
    pub(crate) fn night_note(&self, request: NightNote) -> Result<NightNoted, Fault> {
        let mut rooms = self.rooms();
        let at = Moment::new(self.now(), self.zone());
        let nights = self.recent_nights(&rooms.diary)?;
        let wakes: Vec<Moment> = nights.iter().filter_map(day::awakening).collect();
        let rise = self.rise(&rooms.diary, at.date())?;
        let awakening = Awakening {
            id: self.new_id(),
            date: awake::day_of_note(at, &wakes, day::turn(&nights), rise),
            at,
            choice: match request.choice {
                NightChoice::Breathe => Chosen::Breathe,
                NightChoice::Settle => Chosen::Settle,
                NightChoice::Note => Chosen::Note,
            },
            origin: self.by_hand(at.instant),
        };
        rooms
            .diary
            .change(Label::new("note-awake"), at.instant, |change| {
                change.put(&awakening)
            })?;
        Ok(NightNoted {
            text: self.words.text("night-noted", &[]),
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn night_offer_dismiss(&self, request: DayRequest) -> Result<Today, Fault> {
        let mut rooms = self.rooms();
        let date = self.day_or_present(&rooms.diary, request.date.as_deref())?;
        let mut put_away = put_away(&rooms.diary)?;
        put_away.insert(date.to_string());
        // The latest mornings are kept; an offer of one long gone may come back.
        while put_away.len() > PUT_AWAY_MOST {
            put_away.pop_first();
        }
        let text = settings::to_json(&put_away)?;
        rooms
            .diary
            .change(Label::new("night-offer"), self.now(), |change| {
                change.set_setting(PUT_AWAY, Some(&text))
            })?;
        self.show_day(&mut rooms, date)
    }

    /// The noted awakenings of the days from `from` to `to` that may be seen now, in order of time.
    pub(crate) fn seen_awakenings(
        &self,
        rooms: &Rooms,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<Awakening>, Fault> {
        let mut noted = rooms.diary.between::<Awakening>(from, to)?;
        if noted.is_empty() {
            return Ok(noted);
        }
        let hidden = self.hidden_awakenings(rooms)?;
        noted.retain(|awakening| !hidden.contains(&awakening.id));
        noted.sort_by_key(|awakening| (awakening.at.instant, awakening.id));
        Ok(noted)
    }

    /// The noted awakenings whose morning has not come: nothing in the window tells of them.
    pub(crate) fn hidden_awakenings(&self, rooms: &Rooms) -> Result<BTreeSet<Id>, Fault> {
        let (now, zone) = (self.now(), self.zone());
        let today = Moment::new(now, zone).date();
        // A morning comes within a day and three hours; journeys add up to two dates.
        let (from, to) = (today - Duration::days(4), today + Duration::days(2));
        let noted = rooms.diary.between::<Awakening>(from, to)?;
        if noted.is_empty() {
            return Ok(BTreeSet::new());
        }
        let wakes = wakes(&rooms.diary, from, to)?;
        let rise = self.rise(&rooms.diary, today)?;
        let protected = self.protected_night(rooms)?.0;
        Ok(noted
            .into_iter()
            .filter(|awakening| {
                let until = protected.end_at(awakening.at.instant, zone);
                awake::is_hidden(awakening.at, now, &wakes, rise, until)
            })
            .map(|awakening| awakening.id)
            .collect())
    }

    /// What the morning of a day offers of the night before it.
    pub(crate) fn noted_awake(
        &self,
        rooms: &Rooms,
        date: NaiveDate,
    ) -> Result<Option<NotedAwake>, Fault> {
        let (from, to) = (date - Duration::days(2), date + Duration::days(1));
        let noted: Vec<Moment> = self
            .seen_awakenings(rooms, from, to)?
            .iter()
            .map(|awakening| awakening.at)
            .collect();
        let Some(last) = noted.last() else {
            return Ok(None);
        };
        let night = log::night_by_hand(&rooms.diary, date)?;
        if night.as_ref().is_some_and(|night| night.nwak.is_some())
            || put_away(&rooms.diary)?.contains(&date.to_string())
        {
            return Ok(None);
        }
        let rise = date.and_time(self.rise(&rooms.diary, date)?);
        let times = awake::times_awake(
            &noted,
            date,
            night.as_ref(),
            &wakes(&rooms.diary, from, to)?,
            Moment::from_local(rise, last.zone, Fold::First),
        );
        let count = u16::try_from(times).unwrap_or(u16::MAX);
        Ok((count > 0).then(|| NotedAwake {
            count,
            text: self
                .words
                .text("night-offer", &[("count", Arg::from(u64::from(count)))]),
        }))
    }

    /// When the person gets up, as far as it is known: their own time, else the usual one before `date`.
    pub(crate) fn rise(&self, diary: &Diary, date: NaiveDate) -> Result<NaiveTime, Fault> {
        if let Some(rise) = settings::targets(diary)?.rise {
            return Ok(rise);
        }
        let usual = self.usual(diary, date)?;
        Ok(usual.out_of_bed.unwrap_or(settings::RISE_OF_ANYBODY))
    }
}

/// A noted awakening as it is read back.
pub(crate) fn awakening_view(awakening: &Awakening) -> AwakeningView {
    AwakeningView {
        at: awakening.at.to_rfc3339(),
        choice: match awakening.choice {
            Chosen::Breathe => NightChoice::Breathe,
            Chosen::Settle => NightChoice::Settle,
            Chosen::Note => NightChoice::Note,
        },
    }
}

/// The final awakenings that belong to some days.
fn wakes(diary: &Diary, from: NaiveDate, to: NaiveDate) -> Result<Vec<Moment>, Fault> {
    let nights = diary.between::<Night>(from, to)?;
    Ok(nights.iter().filter_map(day::awakening).collect())
}

/// The mornings whose offer was put away.
fn put_away(diary: &Diary) -> Result<BTreeSet<String>, Fault> {
    Ok(settings::read_json(diary, PUT_AWAY)?.unwrap_or_default())
}
