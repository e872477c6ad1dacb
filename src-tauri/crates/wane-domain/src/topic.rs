//! What the day's entry gives occasion to read about (row E3).
//!
//! A topic follows from what was said, never from what was left out: a field that is `None` speaks for nothing.
//! The limits are ours, chosen so that an ordinary day has no topic; none of them says anything about health.

use crate::{
    diary::Night,
    measures::Measures,
    scale::{Arousal, Quality, Rating},
};

/// From so many awakenings on a night was one of being awake.
const MANY_AWAKENINGS: u16 = 3;
/// From so many minutes awake within the night on as well.
const LONG_AWAKE_MIN: u16 = 45;
/// How busy the head is from "very busy" on.
const BUSY: u8 = 3;
/// How good a night is that was "poor" or worse.
const HARD_NIGHT: u8 = 2;
/// From ten hours between into bed and out of bed on it was a long time in bed, in minutes.
const LONG_IN_BED_MIN: f64 = 600.0;
/// By how many points pain on waking lies above pain in the evening for the morning to be the harder half.
const HARDER_MORNING: u8 = 2;

/// What a card can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Being awake in the night.
    Waking,
    /// A busy head at bedtime.
    BusyHead,
    /// A rough day.
    RoughDay,
    /// A night that was not good.
    HardNight,
    /// Many hours in bed.
    LongInBed,
    /// More pain on waking than in the evening.
    HarderMorning,
}

/// What was said about one day.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Said {
    /// The night that ended on it.
    pub night: Option<Night>,
    /// Pain on waking.
    pub morning: Option<Rating>,
    /// Pain at the end of the day before.
    pub evening_before: Option<Rating>,
    /// How busy the head was at bedtime: this evening's answer, or last evening's while there is none.
    pub arousal: Option<Arousal>,
    /// The day is marked as rough, or lies in a flare.
    pub rough: bool,
}

/// Everything that what was said gives occasion to read about, the nearest first.
pub fn topics(said: &Said) -> Vec<Topic> {
    let night = said.night.as_ref();
    let in_bed = night.and_then(|night| Measures::of(night).tib_min);
    let found = [
        (
            Topic::Waking,
            night.is_some_and(|night| {
                night.nwak.is_some_and(|n| n >= MANY_AWAKENINGS)
                    || night.waso_min.is_some_and(|min| min >= LONG_AWAKE_MIN)
            }),
        ),
        (
            Topic::BusyHead,
            said.arousal.is_some_and(|arousal| arousal.get() >= BUSY),
        ),
        (Topic::RoughDay, said.rough),
        (
            Topic::HardNight,
            night
                .and_then(|night| night.quality)
                .is_some_and(|quality: Quality| quality.get() <= HARD_NIGHT),
        ),
        (
            Topic::LongInBed,
            in_bed.is_some_and(|minutes| minutes >= LONG_IN_BED_MIN),
        ),
        (
            Topic::HarderMorning,
            said.morning
                .zip(said.evening_before)
                .is_some_and(|(morning, evening)| {
                    morning.get() >= evening.get().saturating_add(HARDER_MORNING)
                }),
        ),
    ];
    found
        .into_iter()
        .filter_map(|(topic, applies)| applies.then_some(topic))
        .collect()
}
