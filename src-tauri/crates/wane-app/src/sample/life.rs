//! What makes a sample day somebody's: named pains, factors, naps, medicines, notes, and what mattered.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use wane_domain::{
    Fold, Id, Moment,
    body::Region,
    diary::{
        Factor, FactorValue, Medicine, MedicineTaken, NamedPain, Nap, Note, Occasion, Origin,
        PainRating, Purpose, Timing,
    },
    scale::Rating,
};
use wane_store::{Change, Error};
use wane_text::Catalogue;

use super::{dice::Dice, five};
use crate::track;

const MATTERED: [&str; 8] = [
    "sample-mattered-1",
    "sample-mattered-2",
    "sample-mattered-3",
    "sample-mattered-4",
    "sample-mattered-5",
    "sample-mattered-6",
    "sample-mattered-7",
    "sample-mattered-8",
];

const NOTES: [&str; 8] = [
    "sample-note-1",
    "sample-note-2",
    "sample-note-3",
    "sample-note-4",
    "sample-note-5",
    "sample-note-6",
    "sample-note-7",
    "sample-note-8",
];

/// The numbers of the pain scale that mean something to the made-up person.
const ANCHORS: [(usize, &str); 3] = [
    (2, "sample-anchor-2"),
    (4, "sample-anchor-4"),
    (7, "sample-anchor-7"),
];

/// The made-up person's own lists, and the dice that say what became of them on a day.
pub(super) struct Life {
    dice: Dice,
    zone: Tz,
    words: &'static Catalogue,
    back: Id,
    knee: Id,
    window: Id,
    tea: Id,
    planned: Id,
    rescue: Id,
}

impl Life {
    pub(super) fn new(seed: u64, zone: Tz, now: DateTime<Utc>, words: &'static Catalogue) -> Self {
        let mut dice = Dice::new(seed ^ 0x4C49_4645);
        let [back, knee, window, tea, planned, rescue] = [(); 6].map(|()| dice.id(now));
        Life {
            dice,
            zone,
            words,
            back,
            knee,
            window,
            tea,
            planned,
            rescue,
        }
    }

    /// Writes what is tracked by name, and what the numbers mean.
    pub(super) fn begin(&mut self, change: &mut Change<'_>) -> Result<(), Error> {
        let word = |id: &str| self.words.text(id, &[]);
        let pains: [(Id, &str, &[&str]); 2] = [
            (
                self.back,
                "sample-pain-back",
                &["spine-lower", "lower-back-left", "lower-back-right"],
            ),
            (self.knee, "sample-pain-knee", &["knee-front-right"]),
        ];
        for (id, name, regions) in pains {
            change.put(&NamedPain {
                id,
                name: word(name),
                regions: regions
                    .iter()
                    .filter_map(|c| Region::from_code(c))
                    .collect(),
                retired_at: None,
            })?;
        }
        change.put(&Factor {
            id: self.window,
            name: word("sample-factor-window"),
            timing: Timing::Night,
            unit: None,
            retired_at: None,
        })?;
        change.put(&Factor {
            id: self.tea,
            name: word("sample-factor-tea"),
            timing: Timing::Day,
            unit: Some(word("sample-factor-tea-unit")),
            retired_at: None,
        })?;
        for (id, name) in [
            (self.planned, "sample-medicine-planned"),
            (self.rescue, "sample-medicine-rescue"),
        ] {
            change.put(&Medicine {
                id,
                name: word(name),
                retired_at: None,
            })?;
        }
        let mut anchors: [Option<String>; 11] = Default::default();
        for (rating, text) in ANCHORS {
            anchors[rating] = Some(word(text));
        }
        track::write_anchors(change, &anchors)
    }

    /// What mattered and got done, on some days.
    pub(super) fn mattered(&mut self) -> Option<String> {
        let line = self.dice.one_of(&MATTERED);
        self.dice.chance(0.3).then(|| self.words.text(line, &[]))
    }

    /// Everything of one day, `days_ago` days before the last; of the last day only its morning has been.
    pub(super) fn day(
        &mut self,
        change: &mut Change<'_>,
        date: NaiveDate,
        days_ago: i64,
        level: f64,
        origin: &Origin,
    ) -> Result<(), Error> {
        if self.dice.chance(0.7) {
            let felt = level + 0.6 + self.dice.bell() * 0.7;
            self.rating(change, date, Occasion::Morning, self.back, felt, origin)?;
        }
        if self.dice.chance(0.8) {
            let open = f64::from(u8::from(self.dice.chance(0.45)));
            self.value(change, date, self.window, open, origin)?;
        }
        if days_ago == 0 {
            return Ok(());
        }
        if self.dice.chance(0.5) {
            let felt = level + 0.2 + self.dice.bell() * 0.8;
            self.rating(change, date, Occasion::Evening, self.back, felt, origin)?;
        }
        if self.dice.chance(0.35) {
            let felt = level - 1.4 + self.dice.bell();
            self.rating(change, date, Occasion::Evening, self.knee, felt, origin)?;
        }
        if self.dice.chance(0.8) {
            let cups = (self.dice.even() * 5.0).floor();
            self.value(change, date, self.tea, cups, origin)?;
        }
        self.medicines(change, date, days_ago, level, origin)?;
        // The last days have one of everything, so that the first look finds it.
        if self.dice.chance(0.12) || days_ago == 1 {
            self.nap(change, date, origin)?;
        }
        if self.dice.chance(0.1) || days_ago == 1 {
            let text = self.dice.one_of(&NOTES);
            change.put(&Note {
                id: self.dice.id(origin.entered_at),
                date,
                text: self.words.text(text, &[]),
                origin: origin.clone(),
            })?;
        }
        Ok(())
    }

    fn rating(
        &mut self,
        change: &mut Change<'_>,
        date: NaiveDate,
        occasion: Occasion,
        pain: Id,
        felt: f64,
        origin: &Origin,
    ) -> Result<(), Error> {
        let Ok(rating) = Rating::new(felt.round().clamp(0.0, 10.0) as u8) else {
            return Ok(());
        };
        let rating = PainRating {
            id: self.dice.id(origin.entered_at),
            date,
            occasion,
            pain: Some(pain),
            rating,
            origin: origin.clone(),
        };
        change.put(&rating).map(drop)
    }

    fn value(
        &mut self,
        change: &mut Change<'_>,
        date: NaiveDate,
        factor: Id,
        value: f64,
        origin: &Origin,
    ) -> Result<(), Error> {
        let value = FactorValue {
            id: self.dice.id(origin.entered_at),
            factor,
            date,
            value,
            origin: origin.clone(),
        };
        change.put(&value).map(drop)
    }

    fn medicines(
        &mut self,
        change: &mut Change<'_>,
        date: NaiveDate,
        days_ago: i64,
        level: f64,
        origin: &Origin,
    ) -> Result<(), Error> {
        if self.dice.chance(0.6) {
            let at = self.at(date, 8 * 60);
            self.taken(change, date, self.planned, at, Purpose::Planned, origin)?;
        }
        let rescue = if level > 6.0 { 0.35 } else { 0.04 };
        if self.dice.chance(rescue) || days_ago == 1 {
            let later = five(self.dice.even() * 300.0);
            let at = self.at(date, 15 * 60 + later);
            self.taken(change, date, self.rescue, at, Purpose::Rescue, origin)?;
        }
        Ok(())
    }

    fn taken(
        &mut self,
        change: &mut Change<'_>,
        date: NaiveDate,
        medicine: Id,
        at: Moment,
        purpose: Purpose,
        origin: &Origin,
    ) -> Result<(), Error> {
        let taken = MedicineTaken {
            id: self.dice.id(origin.entered_at),
            medicine,
            date,
            at: Some(at),
            purpose: Some(purpose),
            amount: Some(self.words.text("sample-amount", &[])),
            origin: origin.clone(),
        };
        change.put(&taken).map(drop)
    }

    fn nap(
        &mut self,
        change: &mut Change<'_>,
        date: NaiveDate,
        origin: &Origin,
    ) -> Result<(), Error> {
        let start = 13 * 60 + five(self.dice.even() * 120.0);
        let length = 20 + five(self.dice.even() * 40.0);
        let asleep = (length - 5 - five(self.dice.even() * 10.0)).max(5);
        let nap = Nap {
            id: self.dice.id(origin.entered_at),
            date,
            start: Some(self.at(date, start)),
            end: Some(self.at(date, start + length)),
            asleep_min: u16::try_from(asleep).ok(),
            origin: origin.clone(),
        };
        change.put(&nap).map(drop)
    }

    fn at(&self, date: NaiveDate, minutes: i64) -> Moment {
        let local = date.and_time(NaiveTime::MIN) + Duration::minutes(minutes);
        Moment::from_local(local, self.zone, Fold::First)
    }
}
