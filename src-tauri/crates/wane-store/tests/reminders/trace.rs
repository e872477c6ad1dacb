//! What can happen to somebody's reminders, and random runs of it.

use chrono::{DateTime, Duration, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Tz;
use wane_domain::reminder::{Kind, Rule, RuleZone};

use crate::dice::Dice;

/// Zones whose clocks change at odd times, by odd amounts, or not at all, from one end of the world to the other.
const ZONES: [Tz; 10] = [
    Tz::Europe__London,
    Tz::America__New_York,
    Tz::America__Nuuk,
    Tz::Africa__Cairo,
    Tz::Australia__Lord_Howe,
    Tz::Pacific__Kiritimati,
    Tz::Pacific__Pago_Pago,
    Tz::America__Santiago,
    Tz::Asia__Kolkata,
    Tz::Pacific__Chatham,
];

/// Readings at which clocks change somewhere, and the hours of the night.
const ODD_MINUTES: [u32; 12] = [0, 15, 30, 75, 90, 105, 135, 150, 165, 1380, 1410, 1425];

/// Something that happens.
#[derive(Debug, Clone)]
pub enum Event {
    /// The program runs for so many minutes.
    Run(i64),
    /// The computer sleeps for so many minutes; the program goes on where it was.
    Suspend(i64),
    /// The computer is off for so many minutes; the program starts anew.
    PowerOff(i64),
    /// Somebody sets the clock, by so many seconds.
    SetClock(i64),
    /// The computer is taken to another zone.
    Travel(Tz),
    /// The program is killed after so many further writes and showings, and starts again so many seconds later.
    Crash {
        after: u32,
        again_s: i64,
    },
    /// The notification service is there, or not.
    Service(bool),
    /// The diary can be read, or not.
    Diary(bool),
    /// "Did it", for today.
    Done(usize),
    /// "Later", to whatever was shown last.
    Snooze(i64),
    /// "Not tonight", to whatever comes next.
    Skip,
    /// A pause begins, with an end or without.
    Pause(Option<i64>),
    /// The pause ends.
    Resume,
    /// The protected night is set, in minutes after midnight.
    Night(u32, u32),
    /// A reminder shall rest, or come back.
    Rest(usize),
    Back(usize),
    /// A rule is changed.
    Edit {
        rule: usize,
        minute: u32,
        grace: u32,
        enabled: bool,
        fixed: Option<Tz>,
    },
}

/// How many traces share a schedule, each in years of its own.
pub const GROUP: u64 = 10;

/// A life of reminders.
#[derive(Debug, Clone)]
pub struct Trace {
    pub start: DateTime<Utc>,
    pub zone: Tz,
    pub rules: Vec<Rule>,
    pub night: (u32, u32),
    pub events: Vec<Event>,
}

impl Trace {
    /// The trace of that number of the run with that seed. The traces of a group lie in years of their own,
    /// so that they can share a schedule.
    pub fn of(seed: u64, number: u64) -> Trace {
        let mut dice = Dice::new(seed ^ number.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        let zone = dice.pick(&ZONES);
        // Half of them begin shortly before a night on which clocks change.
        let (month, day) = dice.pick(&[
            (3, 27),
            (10, 23),
            (3, 6),
            (11, 1),
            (4, 1),
            (9, 24),
            (1, 10),
            (7, 5),
        ]);
        let year = 2024 + (number % GROUP) as i32 * 2;
        let start = Utc
            .with_ymd_and_hms(year, month, day, 12, 0, 0)
            .single()
            .unwrap()
            + Duration::minutes(dice.between(0, 2880));
        let rules = [
            Kind::WindDown,
            Kind::Bedtime,
            Kind::EveningCheckIn,
            Kind::Own("water".to_owned()),
            Kind::MorningLight,
        ]
        .into_iter()
        .map(|kind| {
            let time = clock(minute(&mut dice));
            Rule {
                grace_min: if dice.chance(50) {
                    kind.default_grace_min()
                } else {
                    dice.between(5, 600) as u32
                },
                kind,
                times: [Some(time); 7],
                zone: RuleZone::Device,
                enabled: true,
                rev: 1,
                changed_at: start,
            }
        })
        .collect();
        let night = (dice.below(1440) as u32, dice.between(60, 600) as u32);
        let count = dice.between(3, 40);
        let events = (0..count).map(|_| event(&mut dice)).collect();
        Trace {
            start,
            zone,
            rules,
            night: (night.0, (night.0 + night.1) % 1440),
            events,
        }
    }
}

fn event(dice: &mut Dice) -> Event {
    match dice.below(100) {
        0..=29 => Event::Run(dice.between(1, 900)),
        30..=39 => Event::Suspend(dice.between(1, 900)),
        40..=41 => Event::Suspend(dice.between(1440, 4000)),
        42 => Event::Suspend(dice.between(900, 60 * 24 * 16)),
        43..=45 => Event::PowerOff(dice.between(1, 60 * 24 * 4)),
        46..=48 => Event::SetClock(dice.between(-3 * 86_400, 3 * 86_400)),
        49..=51 => Event::SetClock(dice.between(-7200, 7200)),
        52..=57 => Event::Travel(dice.pick(&ZONES)),
        58..=66 => Event::Crash {
            after: dice.below(8) as u32,
            again_s: dice.pick(&[0, 5, 60, 119, 120, 200, 900]),
        },
        67..=69 => Event::Service(dice.chance(50)),
        70..=72 => Event::Diary(dice.chance(50)),
        73..=76 => Event::Done(dice.below(5) as usize),
        77..=82 => Event::Snooze(dice.between(1, 90)),
        83..=85 => Event::Skip,
        86..=88 => Event::Pause(dice.chance(70).then(|| dice.between(1, 4000))),
        89..=91 => Event::Resume,
        92..=93 => {
            let from = dice.below(1440) as u32;
            Event::Night(from, (from + dice.between(60, 600) as u32) % 1440)
        }
        94 => Event::Rest(dice.below(5) as usize),
        95..=96 => Event::Back(dice.below(5) as usize),
        _ => Event::Edit {
            rule: dice.below(5) as usize,
            minute: minute(dice),
            grace: grace(dice),
            enabled: dice.chance(80),
            fixed: dice.chance(25).then(|| dice.pick(&ZONES)),
        },
    }
}

fn minute(dice: &mut Dice) -> u32 {
    if dice.chance(60) {
        dice.pick(&ODD_MINUTES)
    } else {
        dice.below(1440) as u32
    }
}

/// Now and then more than a day, so that two of a kind can be in their windows together.
fn grace(dice: &mut Dice) -> u32 {
    let longest = dice.pick(&[60, 600, 600, 4000]);
    dice.between(5, longest) as u32
}

/// A clock time from minutes after midnight.
pub fn clock(minute: u32) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap()
}
