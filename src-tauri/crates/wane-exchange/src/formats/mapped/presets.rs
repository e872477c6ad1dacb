//! Tables of programs whose columns are known by name.

use super::{DateOrder, Mapping, Role, Unit};
use crate::sheet::has_columns;

/// What a program's columns are, by their names in lower case.
pub(crate) struct Preset {
    /// Names that tell the table from any other.
    marks: &'static [&'static [&'static str]],
    /// Names and roles; the first name that is there takes a role.
    columns: &'static [(&'static str, Role)],
    unit: Unit,
    /// Whether every stamp is printed as one of Greenwich, wherever it was read.
    pub(super) greenwich: bool,
}

impl Preset {
    /// Whether a file begins with such a table.
    pub(crate) fn looks_like(&self, prefix: &[u8]) -> bool {
        self.marks.iter().any(|marks| has_columns(prefix, marks))
    }

    /// The roles of a table's columns.
    pub(crate) fn mapping(&self, names: &[String]) -> Mapping {
        let lower: Vec<String> = names
            .iter()
            .map(|name| name.trim().trim_start_matches('\u{feff}').to_lowercase())
            .collect();
        let mut roles = vec![Role::Ignore; names.len()];
        for (name, role) in self.columns {
            let free = role.is_shared() || !roles.contains(role);
            if let (true, Some(index)) = (free, lower.iter().position(|there| there == name)) {
                roles[index] = *role;
            }
        }
        Mapping {
            roles,
            dates: DateOrder::DayFirst,
            unit: self.unit,
            by_hand: false,
        }
    }
}

/// `sleeps.csv` and `physiological_cycles.csv` of WHOOP: local clocks with their offset beside them.
pub(crate) static WHOOP: Preset = Preset {
    marks: &[&["cycle timezone", "sleep onset", "wake onset"]],
    columns: &[
        ("sleep onset", Role::Start),
        ("wake onset", Role::End),
        ("cycle timezone", Role::Offset),
        ("asleep duration (min)", Role::Asleep),
        ("in bed duration (min)", Role::InBed),
        ("awake duration (min)", Role::Awake),
        ("light sleep duration (min)", Role::Light),
        ("deep (sws) duration (min)", Role::Deep),
        ("rem duration (min)", Role::Rem),
        ("nap", Role::Nap),
    ],
    unit: Unit::Minutes,
    greenwich: false,
};

/// `sleepdata.csv` of Sleep Cycle, old and new: clocks without a zone, and seconds that settle which is meant.
pub(crate) static SLEEP_CYCLE: Preset = Preset {
    marks: &[
        &["start", "end", "sleep quality", "time in bed"],
        &["start", "end", "sleep quality", "time in bed (seconds)"],
    ],
    columns: &[
        ("start", Role::Start),
        ("end", Role::End),
        ("time in bed (seconds)", Role::InBed),
        ("time in bed", Role::InBed),
        ("time asleep (seconds)", Role::Asleep),
    ],
    unit: Unit::Seconds,
    greenwich: false,
};

/// `SLEEP_*.csv` of Zepp and Mi Fit: seconds from 1970 or stamps of Greenwich; nights of nothing are rows of nought.
pub(crate) static ZEPP: Preset = Preset {
    marks: &[&["deepsleeptime", "shallowsleeptime", "start", "stop"]],
    columns: &[
        ("start", Role::Start),
        ("stop", Role::End),
        ("deepsleeptime", Role::Deep),
        ("shallowsleeptime", Role::Light),
        ("remtime", Role::Rem),
        ("waketime", Role::Awake),
    ],
    unit: Unit::Minutes,
    greenwich: true,
};

/// The table of nights of AutoSleep.
pub(crate) static AUTOSLEEP: Preset = Preset {
    marks: &[&["iso8601", "bedtime", "waketime", "asleep"]],
    columns: &[
        ("bedtime", Role::Start),
        ("waketime", Role::End),
        ("asleep", Role::Asleep),
        ("inbed", Role::InBed),
        ("awake", Role::Awake),
    ],
    unit: Unit::Minutes,
    greenwich: false,
};

/// The trends table of Oura, with the slips of its names as they are.
pub(crate) static OURA: Preset = Preset {
    marks: &[
        &["bedtime start", "bedtime end"],
        &["bedtime_start", "bedtime_end"],
    ],
    columns: &[
        ("bedtime start", Role::Start),
        ("bedtime_start", Role::Start),
        ("bedtime end", Role::End),
        ("bedtime_end", Role::End),
        ("total sleep duration", Role::Asleep),
        ("total sleep time", Role::Asleep),
        ("total_sleep_duration", Role::Asleep),
        ("total bedtime", Role::InBed),
        ("total time in bed", Role::InBed),
        ("time_in_bed", Role::InBed),
        ("awake time", Role::Awake),
        ("awake_time", Role::Awake),
        ("light sleep duration", Role::Light),
        ("light sleep time", Role::Light),
        ("light_sleep_duration", Role::Light),
        ("deep sleep duration", Role::Deep),
        ("deep sleep time", Role::Deep),
        ("deep_sleep_duration", Role::Deep),
        ("rem sleep duration", Role::Rem),
        ("rem sleep time", Role::Rem),
        ("rem_sleep_duration", Role::Rem),
    ],
    unit: Unit::Seconds,
    greenwich: false,
};

/// Daylio's table, of which only the scales are numbers.
pub(crate) static DAYLIO: Preset = Preset {
    marks: &[&["full_date", "date", "weekday", "scales"]],
    columns: &[("full_date", Role::Date), ("scales", Role::Scales)],
    unit: Unit::Minutes,
    greenwich: false,
};
