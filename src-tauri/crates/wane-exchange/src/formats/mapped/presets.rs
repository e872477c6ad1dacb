//! Tables of programs whose columns are known by name.

use super::{DateOrder, Mapping, Role, Unit};
use crate::sheet::{Sheet, has_columns};

/// The roles of columns by where they stand; `None` if a row of names is not the program's.
type Places = fn(&[String]) -> Option<Vec<Role>>;

/// What a program's columns are, by their names in lower case.
pub(crate) struct Preset {
    /// Names that tell the table from any other.
    marks: &'static [&'static [&'static str]],
    /// Names and roles; the first name that is there takes a role.
    columns: &'static [(&'static str, Role)],
    unit: Unit,
    /// Whether every stamp is printed as one of Greenwich, wherever it was read.
    pub(super) greenwich: bool,
    /// The roles of columns whose names stand in the account's language, by their places; `None` if they are not there.
    places: Option<Places>,
    /// A column that some files lack, and without which nothing of them comes in.
    pub(super) needs: Option<&'static str>,
    /// Columns people will look for and of which nothing is kept, in lower case.
    pub(super) not_kept: &'static [&'static str],
}

impl Preset {
    /// Whether a file begins with such a table.
    pub(crate) fn looks_like(&self, prefix: &[u8]) -> bool {
        self.marks.iter().any(|marks| has_columns(prefix, marks))
            || self.places.is_some_and(|places| {
                // Columns with their unit in brackets are what such a table is told by.
                memchr::memchr_iter(b'(', prefix).nth(LENGTHS - 1).is_some()
                    && Sheet::open("", prefix, |name| unit_of(name).is_some())
                        .is_ok_and(|sheet| places(sheet.names()).is_some())
            })
    }

    /// The roles of a table's columns, whose dates stand in an order that its rows tell.
    pub(crate) fn mapping(&self, names: &[String], dates: DateOrder) -> Mapping {
        let lower: Vec<String> = names
            .iter()
            .map(|name| name.trim().trim_start_matches('\u{feff}').to_lowercase())
            .collect();
        let mut roles = vec![Role::Ignore; names.len()];
        let named = self.marks.iter().any(|marks| {
            marks
                .iter()
                .all(|mark| lower.iter().any(|name| name == mark))
        });
        if !named && let Some(by_place) = self.places.and_then(|places| places(names)) {
            roles = by_place;
        }
        for (name, role) in self.columns {
            let free = role.is_shared() || !roles.contains(role);
            if let (true, Some(index)) = (free, lower.iter().position(|there| there == name)) {
                roles[index] = *role;
            }
        }
        Mapping {
            roles,
            dates,
            unit: self.unit,
            by_hand: false,
        }
    }
}

/// How many lengths of WHOOP stand in a row.
const LENGTHS: usize = 8;

/// The unit that a column's name ends with in brackets, as `min` or what a language has for it.
fn unit_of(name: &str) -> Option<&str> {
    let (_, unit) = name.trim().strip_suffix(')')?.rsplit_once('(')?;
    (!unit.trim().is_empty()).then(|| unit.trim())
}

/// The places of WHOOP's columns, whatever its language: eight lengths in one unit stand in a row, and all else about
/// them.
fn whoop_places(names: &[String]) -> Option<Vec<Role>> {
    let is_row = |eight: &[String]| {
        let unit = unit_of(&eight[0]);
        unit.is_some() && eight.iter().all(|name| unit_of(name) == unit)
    };
    let first = names.windows(LENGTHS).position(is_row)?;
    // Before them: start and end of the cycle, its zone, falling asleep, waking, a score and the breath.
    // A ninth in the same unit would be another table.
    let unit = unit_of(&names[first]);
    let ninth = names
        .get(first + LENGTHS)
        .is_some_and(|name| unit_of(name) == unit);
    if first < 7 || first + 10 > names.len() || ninth {
        return None;
    }
    let mut roles = vec![Role::Ignore; names.len()];
    roles[2] = Role::Offset;
    roles[first - 4] = Role::Start;
    roles[first - 3] = Role::End;
    let lengths = [
        Role::Asleep,
        Role::InBed,
        Role::Light,
        Role::Deep,
        Role::Rem,
        Role::Awake,
    ];
    for (role, place) in lengths.into_iter().zip(first..) {
        roles[place] = role;
    }
    // After them: debt and need are lengths too, then two shares, and, where it is the table of sleeps, the nap.
    if let Some(nap) = roles.get_mut(first + 10) {
        *nap = Role::Nap;
    }
    Some(roles)
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
    places: Some(whoop_places),
    needs: None,
    not_kept: &[],
};

/// `sleepdata.csv` of Sleep Cycle, old, new and newest: clocks without a zone, and seconds that settle which is meant.
pub(crate) static SLEEP_CYCLE: Preset = Preset {
    marks: &[
        &["start", "end", "sleep quality", "time in bed"],
        &["start", "end", "sleep quality", "time in bed (seconds)"],
        &["start", "end", "sleep quality", "time in bed(seconds)"],
        &["went to bed", "woke up", "time in bed (seconds)"],
    ],
    columns: &[
        ("start", Role::Start),
        ("went to bed", Role::Start),
        ("end", Role::End),
        ("woke up", Role::End),
        ("time in bed (seconds)", Role::InBed),
        ("time in bed(seconds)", Role::InBed),
        ("time in bed", Role::InBed),
        ("time asleep (seconds)", Role::Asleep),
        ("time asleep(seconds)", Role::Asleep),
        ("awake (seconds)", Role::Awake),
        // What is called a dream there is REM sleep.
        ("dream (seconds)", Role::Rem),
        ("light (seconds)", Role::Light),
        ("deep (seconds)", Role::Deep),
    ],
    unit: Unit::Seconds,
    greenwich: false,
    places: None,
    needs: None,
    not_kept: &[],
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
    places: None,
    needs: None,
    not_kept: &[],
};

/// The table of nights of AutoSleep.
pub(crate) static AUTOSLEEP: Preset = Preset {
    marks: &[&["iso8601", "bedtime", "waketime", "asleep"]],
    columns: &[
        // The key of the night; where it is not the date of waking, that is said.
        ("iso8601", Role::Date),
        ("bedtime", Role::Start),
        ("waketime", Role::End),
        ("deep", Role::Deep),
        ("asleep", Role::Asleep),
        ("inbed", Role::InBed),
        ("awake", Role::Awake),
    ],
    unit: Unit::Minutes,
    greenwich: false,
    places: None,
    needs: None,
    not_kept: &[],
};

/// The trends table of Oura, with the slips of its names as they are.
pub(crate) static OURA: Preset = Preset {
    marks: &[
        &["bedtime start", "bedtime end"],
        &["bedtime_start", "bedtime_end"],
    ],
    columns: &[
        // The date of the waking, and what the service calls the sleep.
        ("date", Role::Date),
        ("day", Role::Date),
        ("id", Role::Name),
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
    places: None,
    needs: None,
    not_kept: &[],
};

/// Daylio's table, of which only the scales are numbers; older ones and those of people without scales lack them.
pub(crate) static DAYLIO: Preset = Preset {
    marks: &[
        &["full_date", "time", "mood", "activities"],
        // Older ones have the date in two columns, and nothing has a number.
        &["year", "date", "weekday", "time", "mood", "activities"],
    ],
    columns: &[("full_date", Role::Date), ("scales", Role::Scales)],
    unit: Unit::Minutes,
    greenwich: false,
    places: None,
    needs: Some("scales"),
    not_kept: &["mood", "activities", "note"],
};
