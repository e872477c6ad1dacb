//! The plan of an experiment, its coins as they are kept, and its choices between the wire and the diary.

use wane_domain::diary::{self, Experiment};
use wane_insight::experiment::{Blocks, Plan, Read, Running};

use crate::wire;

/// The plan, as the statistics know it; `None` when what was read from the diary makes none.
pub(super) fn plan(experiment: &Experiment) -> Option<Plan> {
    let fortnights = u8::try_from(experiment.weeks / 2).ok()?;
    let blocks = match experiment.pace {
        diary::Pace::EveryDay => Blocks::SingleDays,
        diary::Pace::TwoOrThreeDays => Blocks::TwoOrThreeDays,
    };
    let read = if experiment.reads_the_date_after() {
        Read::DateAfter
    } else {
        Read::SameDate
    };
    Plan::new(
        tried_code(experiment.tried),
        watched_code(experiment.watched),
        experiment.first_date,
        fortnights,
        blocks,
        read,
    )
    .ok()
    .filter(|_| experiment.weeks.is_multiple_of(2))
}

/// The experiment as the statistics know it; `None` when its coins are not all there.
pub(super) fn drawn(experiment: &Experiment) -> Option<Running> {
    let plan = plan(experiment)?;
    if experiment.coins.len() != plan.coins() {
        return None;
    }
    let mut random = vec![0_u8; plan.bytes_to_begin()];
    for (coin, fell) in experiment.coins.chars().enumerate() {
        match fell {
            '0' => {}
            '1' => random[coin / 8] |= 1 << (coin % 8),
            _ => return None,
        }
    }
    Running::begin(plan, &random).ok()
}

/// The first coins of some random bytes as they are kept, each byte from its lowest bit on.
pub(super) fn coins(random: &[u8], coins: usize) -> String {
    random
        .iter()
        .flat_map(|byte| (0..8).map(move |bit| byte >> bit & 1 == 1))
        .take(coins)
        .map(|fell| if fell { '1' } else { '0' })
        .collect()
}

/// When it is done, of the wire as the diary has it.
pub(super) fn part(part: wire::PartOfDay) -> diary::PartOfDay {
    match part {
        wire::PartOfDay::Morning => diary::PartOfDay::Morning,
        wire::PartOfDay::Day => diary::PartOfDay::Day,
        wire::PartOfDay::Evening => diary::PartOfDay::Evening,
    }
}

macro_rules! choices {
    ($($from_wire:ident, $code:ident: $choice:ident { $($variant:ident = $text:literal),+ })+) => {$(
        /// A choice of the wire as the diary has it.
        pub(super) fn $from_wire(choice: wire::$choice) -> diary::$choice {
            match choice { $(wire::$choice::$variant => diary::$choice::$variant),+ }
        }

        /// Its code, which the names of its messages end with.
        pub(super) fn $code(choice: diary::$choice) -> &'static str {
            match choice { $(diary::$choice::$variant => $text),+ }
        }
    )+};
}
choices! {
    tried, tried_code: Tried { WindDown = "wind-down", MorningLight = "morning-light", Movement = "movement", Own = "own" }
    watched, watched_code: Watched {
        MorningPain = "morning-pain", EveningPain = "evening-pain", Asleep = "asleep", Efficiency = "efficiency", Quality = "quality"
    }
    pace, pace_code: Pace { EveryDay = "every-day", TwoOrThreeDays = "two-or-three-days" }
}
