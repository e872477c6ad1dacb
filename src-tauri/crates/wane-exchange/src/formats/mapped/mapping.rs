//! What the columns of a table are, and whether that is enough to read it.

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Nothing that comes in.
    Ignore,
    /// When the sleep began: date and time.
    Start,
    /// When it ended: date and time.
    End,
    /// The date of waking.
    Date,
    /// When the sleep began: time of day.
    StartTime,
    /// When it ended: time of day.
    EndTime,
    /// The offset of the clock, such as `UTC-08:00`.
    Offset,
    /// The row's own name.
    Name,
    /// Whether it was a nap.
    Nap,
    /// How long asleep.
    Asleep,
    /// How long in bed.
    InBed,
    /// How long awake in bed.
    Awake,
    /// How long in light sleep.
    Light,
    /// How long in deep sleep.
    Deep,
    /// How long in REM sleep.
    Rem,
    /// When the person got into bed: date and time, or time of day. Of nights as felt alone.
    Bed,
    /// How long it took to fall asleep. Of nights as felt alone.
    Latency,
    /// How often the person woke. Of nights as felt alone.
    Awakenings,
    /// When the person got up: date and time, or time of day. Of nights as felt alone.
    OutOfBed,
    /// How good the night was, 1 to 5.
    Quality,
    /// Pain on waking, 0 to 10.
    PainMorning,
    /// Pain of the day, 0 to 10.
    PainDay,
    /// Something the person tracks, under the column's name.
    Factor,
    /// Several things the person tracks in one cell, such as `Sleep quality: 8/10 points | Walk: 0:30`.
    Scales,
}

impl Role {
    /// All of them, in the order in which they are offered.
    pub const ALL: &[Role] = &[
        Role::Ignore,
        Role::Start,
        Role::End,
        Role::Date,
        Role::StartTime,
        Role::EndTime,
        Role::Asleep,
        Role::InBed,
        Role::Awake,
        Role::Light,
        Role::Deep,
        Role::Rem,
        Role::Nap,
        Role::Bed,
        Role::Latency,
        Role::Awakenings,
        Role::OutOfBed,
        Role::Quality,
        Role::PainMorning,
        Role::PainDay,
        Role::Factor,
        Role::Scales,
        Role::Offset,
        Role::Name,
    ];

    /// A stable name, for programs and for choosing a message.
    pub const fn code(self) -> &'static str {
        match self {
            Role::Ignore => "ignore",
            Role::Start => "start",
            Role::End => "end",
            Role::Date => "date",
            Role::StartTime => "start-time",
            Role::EndTime => "end-time",
            Role::Offset => "offset",
            Role::Name => "name",
            Role::Nap => "nap",
            Role::Asleep => "asleep",
            Role::InBed => "in-bed",
            Role::Awake => "awake",
            Role::Light => "light",
            Role::Deep => "deep",
            Role::Rem => "rem",
            Role::Bed => "bed",
            Role::Latency => "latency",
            Role::Awakenings => "awakenings",
            Role::OutOfBed => "out-of-bed",
            Role::Quality => "quality",
            Role::PainMorning => "pain-morning",
            Role::PainDay => "pain-day",
            Role::Factor => "factor",
            Role::Scales => "scales",
        }
    }

    /// The role of that name.
    pub fn from_code(code: &str) -> Option<Role> {
        Role::ALL.iter().copied().find(|role| role.code() == code)
    }

    /// What only a night as felt has a place for.
    pub(super) const FELT: [Role; 4] = [Role::Bed, Role::Latency, Role::Awakenings, Role::OutOfBed];

    /// Whether it is a length, which counts something.
    pub(super) const fn is_length(self) -> bool {
        matches!(
            self,
            Role::Asleep
                | Role::InBed
                | Role::Awake
                | Role::Light
                | Role::Deep
                | Role::Rem
                | Role::Latency
        )
    }

    /// Whether several columns may have it.
    pub const fn is_shared(self) -> bool {
        matches!(self, Role::Ignore | Role::Factor | Role::Scales)
    }
}

/// In which order day, month and year stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateOrder {
    /// 31.12.2024, and 2024-12-31 all the same.
    #[default]
    DayFirst,
    /// 12/31/2024.
    MonthFirst,
}

/// What numbers of a length count; lengths such as `7:05` and columns such as `Deep (min)` say it themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// Minutes.
    #[default]
    Minutes,
    /// Seconds.
    Seconds,
    /// Hours.
    Hours,
}

/// What the columns of a table are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// A role for every column, in their order.
    pub roles: Vec<Role>,
    /// How dates are written.
    pub dates: DateOrder,
    /// What lengths count in columns whose names do not tell.
    pub unit: Unit,
    /// Whether the person wrote it down, rather than a device: then rows are nights as felt.
    pub by_hand: bool,
}

impl Mapping {
    /// What is missing before anything can come in; `None` if it will do.
    pub fn lacks(&self) -> Option<Lack> {
        let has = |role| self.roles.contains(&role);
        let twice = self
            .roles
            .iter()
            .enumerate()
            .any(|(index, role)| !role.is_shared() && self.roles[..index].contains(role));
        let whole = has(Role::Start) && has(Role::End);
        let timed = has(Role::Date) && has(Role::StartTime) && has(Role::EndTime);
        let by_length = has(Role::Start) && (has(Role::InBed) || has(Role::Asleep));
        let daily = has(Role::Date)
            && [
                Role::Quality,
                Role::PainMorning,
                Role::PainDay,
                Role::Factor,
                Role::Scales,
            ]
            .into_iter()
            .any(has);
        if twice {
            Some(Lack::Twice)
        } else if whole || timed || by_length || daily {
            None
        } else {
            Some(Lack::Times)
        }
    }
}

/// Why a mapping will not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// Neither start and end, nor a date with something to say about it.
    Times,
    /// Two columns with a role that only one can have.
    Twice,
}
