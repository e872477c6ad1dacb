//! Reminder rules, their occurrences, and the pure plan of what to show.
//!
//! An occurrence is named by its rule and its *local date*, so that no clock change, journey or restart
//! can make it happen twice (`RELIABILITY.md` 2.3). [`plan`] reads no clock: the loop around it is thin.

mod fading;
mod next;
mod occurrences;
mod plan;
mod quiet;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;

pub use fading::{FadeReason, IGNORED_IN_A_ROW, STEADY_AT_LEAST, STEADY_OF, fading};
pub use next::{LOOK_AHEAD, next_change};
pub use occurrences::{LIGHT_AFTER_WAKING_MIN, occurrences};
pub use plan::{Known, LONGEST_LOOK_BACK, RETRY_WITHIN, SHORTEST_LOOK_BACK, Step, plan};
pub use quiet::{NIGHT_AFTER_BED_MIN, NightSpan, Pause, ProtectedNight, Quiet};

use crate::{Moment, place::Place};

/// What a reminder is for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The wind-down window has come.
    WindDown,
    /// Bedtime has come.
    Bedtime,
    /// Daylight would do good now.
    MorningLight,
    /// The morning's questions.
    MorningCheckIn,
    /// The evening's questions.
    EveningCheckIn,
    /// Time to move a little.
    Movement,
    /// A reminder of the user's own, by its name.
    Own(String),
}

impl Kind {
    /// The kinds every diary has, in the order of a day that starts in the evening.
    pub const BUILT_IN: [Kind; 6] = [
        Kind::WindDown,
        Kind::Bedtime,
        Kind::MorningLight,
        Kind::MorningCheckIn,
        Kind::EveningCheckIn,
        Kind::Movement,
    ];

    /// The name used on the command line, on the wire and in the schedule: `wind-down`, …, or the user's own name.
    pub fn name(&self) -> &str {
        match self {
            Kind::WindDown => "wind-down",
            Kind::Bedtime => "bedtime",
            Kind::MorningLight => "morning-light",
            Kind::MorningCheckIn => "morning-check-in",
            Kind::EveningCheckIn => "evening-check-in",
            Kind::Movement => "movement",
            Kind::Own(name) => name,
        }
    }

    /// The kind of that name; any name that is not built in is the user's own.
    pub fn from_name(name: &str) -> Kind {
        Kind::BUILT_IN
            .into_iter()
            .find(|kind| kind.name() == name)
            .unwrap_or_else(|| Kind::Own(name.to_owned()))
    }

    /// Minutes after the due instant within which the reminder may still be shown (`RELIABILITY.md` 2.3, 6).
    pub fn default_grace_min(&self) -> u32 {
        match self {
            Kind::WindDown | Kind::Movement | Kind::Own(_) => 30,
            Kind::Bedtime => 60,
            Kind::MorningLight => 180,
            Kind::MorningCheckIn | Kind::EveningCheckIn => 120,
        }
    }
}

/// By whose clock a rule's times are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleZone {
    /// The clock of wherever the machine is.
    Device,
    /// Always the clock of one zone.
    Fixed(Tz),
}

/// One reminder: what, when on each weekday, by whose clock, and how late it may still come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// What it is for; also its identity: there is one rule of a kind.
    pub kind: Kind,
    /// The local time on each weekday, Monday first; `None` on days without.
    /// [`Kind::MorningLight`] follows the wake time and the sun instead: for it, `Some` only says "on this weekday",
    /// and the time stands in for a wake time nobody has logged yet.
    pub times: [Option<NaiveTime>; 7],
    /// By whose clock.
    pub zone: RuleZone,
    /// Minutes after due within which it may still be shown.
    pub grace_min: u32,
    /// Whether it fires at all.
    pub enabled: bool,
    /// Counts the changes of this rule, so that a log entry can say which version was meant.
    pub rev: u32,
    /// When the rule was last made, edited or switched on; what would have been due before then is not the rule's business.
    pub changed_at: DateTime<Utc>,
}

impl Rule {
    /// The rule's time on that weekday.
    pub fn time_on(&self, weekday: Weekday) -> Option<NaiveTime> {
        self.times[weekday.num_days_from_monday() as usize]
    }
}

/// What the morning-light reminder needs to know (`SCIENCE.md` 5).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LightContext {
    /// Where the user is; without a place there is no sunrise and so no reminder.
    pub place: Option<Place>,
    /// The usual time of getting up, from the diary.
    pub usual_wake: Option<NaiveTime>,
    /// Logged final awakenings by date; these beat the usual time.
    pub woke: BTreeMap<NaiveDate, Moment>,
    /// On a day without sunrise, remind of room lights after waking instead of not at all; the user's own choice.
    pub dark_winter_lamp: bool,
}

/// Why a reminder falls due when it does; for the plan view and `reminders plan`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The rule's own clock time.
    ClockTime,
    /// The rule's clock time does not exist on that date: shown when the clock has gone forward over it.
    MovedByGap,
    /// A quarter of an hour after waking; the sun is already up.
    AfterWaking,
    /// At sunrise, which comes later than waking.
    AtSunrise,
    /// No sunrise on that date; the user asked for the room lights instead.
    DarkWinterLamp,
}

/// One falling-due of one rule on one local date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Of which rule.
    pub kind: Kind,
    /// The local date that, with the kind, names the occurrence.
    pub local_date: NaiveDate,
    /// When it falls due, with the zone by whose clock.
    pub due: Moment,
    /// The end of the window in which it may be shown; after it, it goes to the inbox unseen.
    pub until: DateTime<Utc>,
    /// Why then.
    pub why: Why,
    /// The version of the rule it was computed from.
    pub rule_rev: u32,
}

/// What has become of an occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Written down before showing, so that a crash cannot show it twice.
    Claimed,
    /// Accepted by the notification service.
    Shown,
    /// The notification service refused or was absent; it waits in the inbox.
    Undelivered,
    /// Its window had passed (the machine was off or asleep); it waits in the inbox.
    Missed,
    /// The thing was already done, or the user said so.
    Done,
    /// The user asked to be reminded again at `LogEntry::snoozed_until`.
    Snoozed,
    /// The user said "not tonight".
    Skipped,
    /// All of its window lay in the protected night; it waits in the inbox.
    Quiet,
    /// It fell due in a pause; it counts for nothing.
    Paused,
    /// Its reminder rests; it counts for nothing.
    Rested,
}

impl State {
    /// All of them.
    pub const ALL: [State; 10] = [
        State::Claimed,
        State::Shown,
        State::Undelivered,
        State::Missed,
        State::Done,
        State::Snoozed,
        State::Skipped,
        State::Quiet,
        State::Paused,
        State::Rested,
    ];
}

/// What the schedule remembers of an occurrence; one per kind and local date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// Of which rule.
    pub kind: Kind,
    /// On which local date.
    pub local_date: NaiveDate,
    /// The version of the rule.
    pub rule_rev: u32,
    /// When it was due.
    pub due: Moment,
    /// The end of its window.
    pub until: DateTime<Utc>,
    /// What has become of it.
    pub state: State,
    /// When it was claimed for showing.
    pub claimed_at: Option<DateTime<Utc>>,
    /// When the notification service accepted it.
    pub shown_at: Option<DateTime<Utc>>,
    /// When the user acted on it, or dismissed it from the inbox.
    pub acted_at: Option<DateTime<Utc>>,
    /// Until when it sleeps, if snoozed; never later than `until`.
    pub snoozed_until: Option<DateTime<Utc>>,
}
