//! The card about morning light.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use wane_domain::{
    Moment,
    diary::Light,
    sun::{SunDay, SunTimes, sun_times},
    usual::Usual,
};
use wane_store::Diary;
use wane_text::Arg;

use crate::{App, fault::Fault, log, wire::*};

/// From when to when.
type Window = (DateTime<Utc>, DateTime<Utc>);

impl App {
    pub(super) fn light_card(
        &self,
        diary: &Diary,
        date: NaiveDate,
        usual: &Usual,
    ) -> Result<LightCard, Fault> {
        let done = log::first_on::<Light>(diary, date)?.is_some_and(|l| l.minutes != Some(0));
        let zone = self.zone();
        let Some(place) = crate::settings::place(diary, zone)? else {
            return Ok(LightCard {
                window_text: String::new(),
                text: self.words.text("light-no-place", &[]),
                done,
            });
        };
        let sun = sun_times(date, zone, place);
        if sun.day == SunDay::AlwaysDown {
            return Ok(LightCard {
                window_text: String::new(),
                text: self.words.text("light-polar-night", &[]),
                done,
            });
        }
        let Some(wake) = self.woke(diary, date, usual)? else {
            let text = match sun.sunrise {
                Some(rise) => self.words.text(
                    "light-sun-up",
                    &[(
                        "time",
                        Arg::from(self.words.clock(Moment::new(rise, zone).time())),
                    )],
                ),
                None => self.words.text("light-always-up", &[]),
            };
            return Ok(LightCard {
                window_text: String::new(),
                text,
                done,
            });
        };
        let Some((from, to)) = window(&sun, wake) else {
            return Ok(LightCard {
                window_text: String::new(),
                text: self.words.text("light-after-sunset", &[]),
                done,
            });
        };
        let window_text = self
            .words
            .clock_range(Moment::new(from, zone).time(), Moment::new(to, zone).time());
        let text = match sun.sunrise {
            Some(rise) => self.words.text(
                "light-window",
                &[(
                    "time",
                    Arg::from(self.words.clock(Moment::new(rise, zone).time())),
                )],
            ),
            None => self.words.text("light-window-always-up", &[]),
        };
        Ok(LightCard {
            window_text,
            text,
            done,
        })
    }

    /// When the person woke on that date or, as long as nobody has said, usually wakes.
    fn woke(
        &self,
        diary: &Diary,
        date: NaiveDate,
        usual: &Usual,
    ) -> Result<Option<DateTime<Utc>>, Fault> {
        let night = log::night_by_hand(diary, date)?;
        let said = night.and_then(|n| n.final_wake.or(n.out_of_bed));
        let usual = usual.final_wake.or(usual.out_of_bed).map(|time| {
            Moment::from_local(date.and_time(time), self.zone(), wane_domain::Fold::First)
        });
        Ok(said.or(usual).map(|m| m.instant))
    }

    /// The time for morning light on that date, if it has one.
    pub(crate) fn light_window(
        &self,
        diary: &Diary,
        date: NaiveDate,
        usual: &Usual,
    ) -> Result<Option<Window>, Fault> {
        let zone = self.zone();
        let Some(place) = crate::settings::place(diary, zone)? else {
            return Ok(None);
        };
        let sun = sun_times(date, zone, place);
        if sun.day == SunDay::AlwaysDown {
            return Ok(None);
        }
        let woke = self.woke(diary, date, usual)?;
        Ok(woke.and_then(|wake| window(&sun, wake)))
    }
}

/// The time for morning light of somebody who woke at `wake`.
///
/// Outdoors for 20–30 minutes within two hours of rising; before sunrise nothing counts (`SCIENCE.md` 5).
fn window(sun: &SunTimes, wake: DateTime<Utc>) -> Option<Window> {
    let from = sun.sunrise.map_or(wake, |rise| rise.max(wake));
    let to = (wake + Duration::hours(2)).max(from + Duration::minutes(90));
    let to = sun.sunset.map_or(to, |set| set.min(to));
    (from < to).then_some((from, to))
}
