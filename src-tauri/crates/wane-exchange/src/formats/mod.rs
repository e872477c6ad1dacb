//! The formats: one room each, and the choice among them.

pub mod apple_health;
pub mod bearable;
pub mod fhir;
pub mod fitbit_csv;
pub mod fitbit_takeout;
pub mod gadgetbridge;
pub mod garmin;
pub mod google_fit;
pub mod health_connect;
pub mod mapped;
pub mod open_mhealth;
pub mod oura;
pub mod plees_tracker;
pub mod samsung;
pub mod sleep_as_android;
pub mod sleepmeter;
mod sorting;
pub mod wane_csv;
pub mod withings;
mod withings_raw;

use std::io::Read;

use mapped::presets;
pub(crate) use sorting::read;

use crate::{
    Found, ReadError, Settings,
    database::{Names, Tables},
    input::Meter,
    ledger::Ledger,
};

/// How much of a file is looked at to recognise it, in bytes.
pub const PREFIX_BYTES: u64 = 64 * 1024;

/// Reads any number of files of one format as one import.
pub(crate) trait Reader {
    /// Reads one file; formats that are databases are given none that could be read.
    fn read(
        &mut self,
        file: &str,
        _data: &mut dyn Read,
        _ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        Err(ReadError::BadDatabase {
            file: file.to_owned(),
        })
    }

    /// Reads one database; only formats that are databases are given one.
    fn read_database(
        &mut self,
        tables: &Tables<'_>,
        _meter: &mut Meter<'_>,
        _ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        Err(ReadError::UnknownDatabase {
            file: tables.file().to_owned(),
        })
    }

    /// Whether nothing was read but what lies beside the tables that tell of nights.
    fn lacks_its_tables(&self) -> bool {
        false
    }

    /// What all of them hold together.
    fn finish(self: Box<Self>, ledger: &mut Ledger) -> Found;
}

/// The first bytes of a file that say something, and whether they begin JSON.
pub(crate) fn first_bytes(file: &str, data: &mut dyn Read) -> Result<(Vec<u8>, bool), ReadError> {
    let mut start = Vec::new();
    data.take(512)
        .read_to_end(&mut start)
        .map_err(|error| ReadError::from_io(file, error))?;
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&start);
    let is_json =
        text.trim_ascii_start().starts_with(b"{") || text.trim_ascii_start().starts_with(b"[");
    Ok((start, is_json))
}

/// The formats, in the order in which a file is tried for them, and in which one archive's files are chosen among.
macro_rules! formats {
    ($($(#[$doc:meta])* $member:ident = $name:literal, $looks_like:expr, $reader:expr, streams: $streams:literal;)+) => {
        /// A format Wane reads.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Format {
            $($(#[$doc])* $member,)+
        }

        impl Format {
            /// Every format.
            pub const ALL: [Format; [$($name),+].len()] = [$(Format::$member),+];

            /// The name by which the command line asks for it and records remember it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Format::$member => $name,)+
                }
            }

            /// Whether a file that begins with `prefix` is of this format.
            fn looks_like(self, prefix: &[u8]) -> bool {
                match self {
                    $(Format::$member => { let looks_like: fn(&[u8]) -> bool = $looks_like; looks_like(prefix) })+
                }
            }

            /// Whether a file of it is read in constant memory, so that its size does not matter.
            const fn streams(self) -> bool {
                match self {
                    $(Format::$member => $streams,)+
                }
            }

            fn reader(self, settings: Settings) -> Box<dyn Reader> {
                match self {
                    $(Format::$member => { let reader = $reader; Box::new(reader(settings)) })+
                }
            }
        }
    };
}

formats! {
    /// `export.xml` of Apple Health, alone or in its archive.
    AppleHealth = "apple-health", apple_health::looks_like, apple_health::Reader::new, streams: true;
    /// The database that Health Connect exports, alone or in its archive; recognised by its tables.
    HealthConnect = "health-connect", |_| false, health_connect::Reader::new, streams: false;
    /// The database of Gadgetbridge; recognised by its tables.
    Gadgetbridge = "gadgetbridge", |_| false, gadgetbridge::Reader::new, streams: false;
    /// Sleep of a Fitbit account from Google Takeout: `sleep-YYYY-MM-DD.json`, `UserSleeps_*.csv`.
    FitbitTakeoutJson = "fitbit-takeout", fitbit_takeout::looks_like, fitbit_takeout::Reader::new, streams: false;
    /// The table a Fitbit account gave out on its own pages.
    FitbitCsv = "fitbit-csv", fitbit_csv::looks_like, fitbit_csv::Reader::new, streams: false;
    /// `sleepData` files of a Garmin account, and what its service answers.
    Garmin = "garmin", garmin::looks_like, garmin::Reader::new, streams: false;
    /// `sleep-export.csv` of Sleep as Android.
    SleepAsAndroid = "sleep-as-android", sleep_as_android::looks_like, sleep_as_android::Reader::new, streams: false;
    /// Both tables of Plees-tracker.
    PleesTracker = "plees-tracker", plees_tracker::looks_like, plees_tracker::Reader::new, streams: false;
    /// The diary table of Sleepmeter.
    Sleepmeter = "sleepmeter", sleepmeter::looks_like, sleepmeter::Reader::new, streams: false;
    /// `sleep.csv` and raw states of sleep of a Withings account, and what its service answers.
    Withings = "withings", withings::looks_like, withings::Reader::new, streams: false;
    /// Sleep observations of FHIR R4.
    Fhir = "fhir", fhir::looks_like, fhir::Reader::new, streams: false;
    /// Sleep records of Open mHealth.
    OpenMHealth = "open-mhealth", open_mhealth::looks_like, open_mhealth::Reader::new, streams: false;
    /// `All Sessions/*_SLEEP.json` of Google Fit, from Google Takeout.
    GoogleFit = "google-fit", google_fit::looks_like, google_fit::Reader::new, streams: false;
    /// Tables of Samsung Health.
    Samsung = "samsung-health", samsung::looks_like, samsung::Reader::new, streams: false;
    /// `sleepmodel.csv` of an Oura account's archive.
    Oura = "oura", oura::looks_like, oura::Reader::new, streams: false;
    /// `sleeps.csv` of WHOOP.
    Whoop = "whoop", |prefix| presets::WHOOP.looks_like(prefix), |settings| mapped::Reader::preset(settings, Format::Whoop, &presets::WHOOP), streams: false;
    /// `sleepdata.csv` of Sleep Cycle, old and new.
    SleepCycle = "sleep-cycle", |prefix| presets::SLEEP_CYCLE.looks_like(prefix), |settings| mapped::Reader::preset(settings, Format::SleepCycle, &presets::SLEEP_CYCLE), streams: false;
    /// `SLEEP_*.csv` of Zepp and Mi Fit.
    Zepp = "zepp", |prefix| presets::ZEPP.looks_like(prefix), |settings| mapped::Reader::preset(settings, Format::Zepp, &presets::ZEPP), streams: false;
    /// The table of AutoSleep.
    AutoSleep = "autosleep", |prefix| presets::AUTOSLEEP.looks_like(prefix), |settings| mapped::Reader::preset(settings, Format::AutoSleep, &presets::AUTOSLEEP), streams: false;
    /// The trends table of Oura.
    OuraTrends = "oura-trends", |prefix| presets::OURA.looks_like(prefix), |settings| mapped::Reader::preset(settings, Format::OuraTrends, &presets::OURA), streams: false;
    /// The table of Bearable.
    Bearable = "bearable", bearable::looks_like, bearable::Reader::new, streams: false;
    /// Daylio's table, for its scales.
    Daylio = "daylio", |prefix| presets::DAYLIO.looks_like(prefix), |settings| mapped::Reader::preset(settings, Format::Daylio, &presets::DAYLIO), streams: false;
    /// One row per day, Wane's own table.
    WaneCsv = "wane-csv", wane_csv::looks_like, wane_csv::Reader::new, streams: false;
    /// Any other table, by what its columns are said to be; never recognised by itself.
    Table = "csv", |_| false, |settings| mapped::Reader::guessing(settings, Format::Table), streams: false;
}

impl Format {
    /// The format of that name.
    pub fn from_name(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The format of a database, by its tables.
    fn of_tables(names: &Names) -> Option<Format> {
        if health_connect::has_tables(names) {
            Some(Format::HealthConnect)
        } else if gadgetbridge::has_tables(names) {
            Some(Format::Gadgetbridge)
        } else {
            None
        }
    }

    /// Whether it is a database rather than a text.
    const fn is_database(self) -> bool {
        matches!(self, Format::HealthConnect | Format::Gadgetbridge)
    }

    /// The largest file of it that is read, in bytes.
    fn max_bytes(self, settings: &Settings) -> u64 {
        if self.streams() {
            settings.max_stream_bytes
        } else {
            settings.max_bytes
        }
    }
}

/// The format of a file, by the content of its first [`PREFIX_BYTES`] and never by its name.
pub fn recognise(prefix: &[u8]) -> Option<Format> {
    Format::ALL
        .into_iter()
        .find(|format| format.looks_like(prefix))
}
