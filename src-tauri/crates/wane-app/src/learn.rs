//! The cards of the Learn view, and the one that Today may offer (rows E1 to E3).
//!
//! Which cards there are and what they say is in [`wane_text::learn`].
//! Here is what the person did with them: read, or put away for ever.
//! Today offers at most one card, and none once one was marked on the same day.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};
use wane_domain::{
    diary::{Occasion, SpanKind},
    topic::{self, Said, Topic},
};
use wane_store::{Diary, Label};
use wane_text::{
    Arg,
    learn::{self, CARDS, Card, Strength},
};

use crate::{App, app::Rooms, fault::Fault, log, settings, wire::*};

/// The setting that holds what was done with each card.
const MARKS: &str = "learn-marks";

/// What the person did with one card.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Mark {
    /// Marked as read.
    read: bool,
    /// Not to be offered again.
    away: bool,
    /// The day of the last mark, `YYYY-MM-DD`.
    on: String,
}

type Marks = BTreeMap<String, Mark>;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn learn(&self, _: Nothing) -> Result<LearnView, Fault> {
        let rooms = self.rooms();
        Ok(self.learn_view(&marks(&rooms.diary)?))
    }

    /// See [`crate::commands`].
    pub(crate) fn learn_mark(&self, request: MarkCard) -> Result<LearnView, Fault> {
        let card = named(&request.card)?;
        let mut rooms = self.rooms();
        let marks = self.mark(&mut rooms, card, "learn-mark", |mark| {
            mark.read = request.read;
        })?;
        Ok(self.learn_view(&marks))
    }

    /// See [`crate::commands`].
    pub(crate) fn learn_put_away(&self, request: CardRequest) -> Result<Today, Fault> {
        let card = named(&request.card)?;
        let mut rooms = self.rooms();
        self.mark(&mut rooms, card, "learn-away", |mark| mark.away = true)?;
        let today = self.present_day(&rooms.diary)?;
        self.show_day(&mut rooms, today)
    }

    fn mark(
        &self,
        rooms: &mut Rooms,
        card: &Card,
        label: &'static str,
        how: impl FnOnce(&mut Mark),
    ) -> Result<Marks, Fault> {
        let mut marks = marks(&rooms.diary)?;
        let mark = marks.entry(card.id.to_owned()).or_default();
        how(mark);
        mark.on = self.present_day(&rooms.diary)?.to_string();
        let text = settings::to_json(&marks)?;
        rooms
            .diary
            .change(Label::new(label), self.now(), |change| {
                change.set_setting(MARKS, Some(&text))
            })?;
        Ok(marks)
    }

    fn learn_view(&self, marks: &Marks) -> LearnView {
        let read = |card: &Card| marks.get(card.id).is_some_and(|mark| mark.read);
        let mut groups: Vec<(&str, CardGroup)> = Vec::new();
        for card in &CARDS {
            let view = self.card_view(card, read(card));
            match groups.iter_mut().find(|(group, _)| *group == card.group) {
                Some((_, group)) => group.cards.push(view),
                None => groups.push((
                    card.group,
                    CardGroup {
                        title: self.words.text(&format!("card-group-{}", card.group), &[]),
                        cards: vec![view],
                    },
                )),
            }
        }
        LearnView {
            text: self.words.text(
                "learn-read-count",
                &[
                    ("read", Arg::from(CARDS.iter().filter(|c| read(c)).count())),
                    ("all", Arg::from(CARDS.len())),
                ],
            ),
            groups: groups.into_iter().map(|(_, group)| group).collect(),
            strengths: Strength::ALL
                .map(|strength| StrengthView {
                    strength: on_wire(strength),
                    name: self
                        .words
                        .text(&format!("strength-{}", strength.code()), &[]),
                    meaning: self
                        .words
                        .text(&format!("strength-{}-meaning", strength.code()), &[]),
                })
                .into(),
        }
    }

    fn card_view(&self, card: &Card, read: bool) -> CardView {
        CardView {
            id: card.id.to_owned(),
            title: self.words.text(&card.title_id(), &[]),
            paragraphs: learn::paragraphs(&self.words.text(&card.body_id(), &[])),
            against: self.words.text(&card.against_id(), &[]),
            strength: on_wire(card.strength),
            sources: card
                .sources
                .iter()
                .map(|source| self.words.text(&format!("card-source-{source}"), &[]))
                .collect(),
            read,
        }
    }

    /// The one card that Today offers, if any; never for another day than the present one.
    pub(crate) fn card_offer(
        &self,
        rooms: &Rooms,
        date: NaiveDate,
        present: NaiveDate,
    ) -> Result<Option<CardOffer>, Fault> {
        let diary = &rooms.diary;
        if date != present || !settings::read(diary)?.offer_cards {
            return Ok(None);
        }
        let topics = topic::topics(&said(diary, date)?);
        if topics.is_empty() {
            return Ok(None);
        }
        let marks = marks(diary)?;
        // One a day: whoever has just read a card, or waved one away, is left in peace.
        let today = date.to_string();
        if marks.values().any(|mark| mark.on == today) {
            return Ok(None);
        }
        let open = |id: &str| {
            marks
                .get(id)
                .is_none_or(|mark: &Mark| !mark.read && !mark.away)
        };
        let offer = topics.into_iter().map(about).find(|(id, _)| open(id));
        Ok(offer.and_then(|(id, why)| {
            let card = learn::named(id)?;
            Some(CardOffer {
                card: card.id.to_owned(),
                title: self.words.text(&card.title_id(), &[]),
                text: self.words.text(why, &[]),
            })
        }))
    }
}

/// What was said about a day, as far as a card could be about it.
fn said(diary: &Diary, date: NaiveDate) -> Result<Said, Fault> {
    let yesterday = date - Duration::days(1);
    let entry = log::day_entry(diary, date)?;
    let before = log::day_entry(diary, yesterday)?;
    let rating = |date, occasion| -> Result<_, Fault> {
        Ok(log::overall_rating(diary, date, occasion)?.map(|r| r.rating))
    };
    let flare = diary
        .spans_over(date, date)?
        .iter()
        .any(|span| span.kind == SpanKind::Flare);
    Ok(Said {
        night: log::night_by_hand(diary, date)?,
        morning: rating(date, Occasion::Morning)?,
        evening_before: rating(yesterday, Occasion::Evening)?,
        arousal: entry
            .as_ref()
            .and_then(|entry| entry.arousal)
            .or(before.and_then(|entry| entry.arousal)),
        rough: flare || entry.is_some_and(|entry| entry.rough),
    })
}

/// The card about a topic, and the message that says why it is offered.
fn about(topic: Topic) -> (&'static str, &'static str) {
    match topic {
        Topic::Waking => ("waking", "learn-offer-waking"),
        Topic::BusyHead => ("pressure", "learn-offer-pressure"),
        Topic::RoughDay => ("nervous-system", "learn-offer-guard"),
        Topic::HardNight => ("emotion", "learn-offer-emotion"),
        Topic::LongInBed => ("rest-backfires", "learn-offer-rest"),
        Topic::HarderMorning => ("first-half", "learn-offer-first-half"),
    }
}

fn named(id: &str) -> Result<&'static Card, Fault> {
    learn::named(id).ok_or_else(|| Fault::not_found("card"))
}

fn marks(diary: &Diary) -> Result<Marks, Fault> {
    Ok(settings::read_json(diary, MARKS)?.unwrap_or_default())
}

fn on_wire(strength: Strength) -> CardStrength {
    match strength {
        Strength::Firm => CardStrength::Firm,
        Strength::Fair => CardStrength::Fair,
        Strength::Thin => CardStrength::Thin,
        Strength::Practice => CardStrength::Practice,
    }
}
