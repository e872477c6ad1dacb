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
pub mod wane_csv;
pub mod withings;
mod withings_raw;

use std::{io::Read, ops::ControlFlow};

use mapped::presets;

use crate::{
    Found, Input, Progress, ReadError, Settings, What, Why,
    ahead::ahead,
    archive::{self, Archive},
    database::{self, Databases, Names, Tables},
    input::{Meter, Metered, Unchanged},
    ledger::Ledger,
};

/// How much of a file is looked at to recognise it, in bytes.
pub const PREFIX_BYTES: u64 = 64 * 1024;

/// From so many bytes on, an entry of an archive is unpacked by another thread than the one that understands it.
const WORTH_A_THREAD: u64 = 4 * 1024 * 1024;

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

/// Whether a file begins with the mark of UTF-16 or UTF-32.
fn is_wide(prefix: &[u8]) -> bool {
    prefix.starts_with(&[0xFF, 0xFE])
        || prefix.starts_with(&[0xFE, 0xFF])
        || prefix.starts_with(&[0, 0, 0xFE, 0xFF])
}

/// Why a file's format is not known, as far as can be told.
fn unknown(name: &str, length: u64, prefix: &[u8]) -> ReadError {
    let file = name.to_owned();
    if length == 0 {
        ReadError::Empty { file }
    } else if archive::is_called_one(name) {
        ReadError::BadArchive { file }
    } else if is_wide(prefix) {
        ReadError::Encoding { file }
    } else {
        ReadError::NotRecognised { file }
    }
}

/// Asks whether to go on while it is not known yet how much there is.
fn ask(progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>) -> Result<(), ReadError> {
    match progress(0, 0) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(ReadError::Cancelled),
    }
}

/// Something whose format is known.
enum Known<'a> {
    /// A file of its own.
    File(Input<'a>),
    /// An entry of an archive: the archive's place, and the entry's.
    Entry(usize, usize),
    /// A database, open already, since only its tables tell what it is.
    Database(Tables<'a>),
}

/// Everything that was given to be read, sorted by what it is.
struct Sorting<'a, 's> {
    settings: &'s Settings,
    databases: &'a dyn Databases,
    /// Bytes of databases that were copied, which is half of the work with them.
    copied: u64,
    wanted: Option<Format>,
    ledger: Ledger,
    archives: Vec<Archive<'a>>,
    known: Vec<(Format, Known<'a>, u64)>,
    /// The format of a file that was given by itself.
    chosen: Option<Format>,
    /// Why the first of the others is not known.
    why_not: Option<ReadError>,
    /// Files, whether something of them is read, and how to tell whether they are still what they were.
    watched: Vec<(String, bool, Unchanged<'a>)>,
}

impl<'a> Sorting<'a, '_> {
    fn sort(
        &mut self,
        mut input: Input<'a>,
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        ask(progress)?;
        let unchanged = input.unchanged.take();
        let (name, before) = (input.name.clone(), self.known.len());
        let sorted = self.sort_one(input, progress);
        if let Some(unchanged) = unchanged {
            self.watched
                .push((name, self.known.len() > before, unchanged));
        }
        sorted
    }

    fn sort_one(
        &mut self,
        mut input: Input<'a>,
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let length = input.measure()?;
        let prefix = input.peek(PREFIX_BYTES)?;
        if archive::looks_like(&prefix) {
            let (name, chosen, before) = (input.name.clone(), input.chosen, self.known.len());
            return match self.unpack(input, length, progress) {
                // An archive that only lies in a chosen folder costs itself alone.
                Err(error)
                    if !chosen
                        && !matches!(error, ReadError::Cancelled | ReadError::NoRoom { .. }) =>
                {
                    self.known.truncate(before);
                    self.ledger
                        .skip(&name, What::File, None, Why::NotRecognised, None);
                    self.why_not.get_or_insert(error);
                    Ok(())
                }
                told => told,
            };
        }
        if database::looks_like(&prefix) {
            let format = self.database(&input.name, &mut input.data, length, &prefix, progress)?;
            if input.chosen
                && let Some(format) = format
            {
                self.choose(format)?;
            }
            return Ok(());
        }
        // A folder is looked through like an archive; what is not wanted there is no surprise.
        let format = match self.wanted {
            Some(wanted) if input.chosen => Some(wanted),
            Some(wanted) => recognise(&prefix).filter(|format| *format == wanted),
            None => recognise(&prefix),
        };
        let format = format.filter(|format| !format.is_database());
        let refusal = (format.is_none() || length == 0 || is_wide(&prefix))
            .then(|| unknown(&input.name, length, &prefix));
        match (format, refusal) {
            (Some(format), None) => {
                if length > format.max_bytes(self.settings) {
                    return Err(ReadError::TooLarge {
                        file: input.name,
                        max_bytes: format.max_bytes(self.settings),
                    });
                }
                if input.chosen {
                    self.choose(format)?;
                }
                self.known.push((format, Known::File(input), length));
            }
            (_, refusal) => {
                // A folder holds hundreds of files that nobody needs, as an archive does; one that was chosen is named.
                if input.chosen {
                    self.ledger
                        .skip(&input.name, What::File, None, Why::NotRecognised, None);
                } else {
                    self.ledger.count("files_not_needed", 1);
                }
                self.why_not = self.why_not.take().or(refusal);
            }
        }
        Ok(())
    }

    /// Opens a database and keeps it if it is of a known program, and of the format that is wanted.
    fn database(
        &mut self,
        name: &str,
        data: &mut dyn Read,
        length: u64,
        prefix: &[u8],
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Option<Format>, ReadError> {
        let max_bytes = self.settings.max_database_bytes;
        if length > max_bytes {
            return Err(ReadError::TooLarge {
                file: name.to_owned(),
                max_bytes,
            });
        }
        let Some(length) = database::length_of(prefix, length) else {
            self.not_a_database(
                name,
                ReadError::BadDatabase {
                    file: name.to_owned(),
                },
            );
            return Ok(None);
        };
        let mut data = data.take(length);
        let total = self.copied.saturating_add(length).saturating_mul(2);
        let mut meter = Meter::from(self.copied, total, progress);
        let mut metered = Metered::new(name, &mut data, max_bytes, &mut meter);
        let wanted = self.wanted;
        let known = |names: &Names| {
            Format::of_tables(names).filter(|format| wanted.is_none_or(|wanted| wanted == *format))
        };
        let given = (&mut metered as &mut dyn Read, length);
        let opened = Tables::open(self.databases, name, given, |names| known(names).is_some());
        // One that nobody wants is not read to its end.
        self.copied = self.copied.saturating_add(metered.taken());
        let file = || name.to_owned();
        let refusal = match opened {
            Ok(Some(tables)) => {
                if let Some(format) = known(tables.names()) {
                    self.known.push((format, Known::Database(tables), length));
                    return Ok(Some(format));
                }
                ReadError::UnknownDatabase { file: file() }
            }
            Ok(None) => ReadError::UnknownDatabase { file: file() },
            Err(error @ ReadError::BadDatabase { .. }) => error,
            Err(error) => return Err(error),
        };
        self.not_a_database(name, refusal);
        Ok(None)
    }

    /// Passes over what is no database of a known program.
    fn not_a_database(&mut self, name: &str, refusal: ReadError) {
        self.ledger
            .skip(name, What::File, None, Why::NotRecognised, None);
        self.why_not.get_or_insert(refusal);
    }

    fn choose(&mut self, format: Format) -> Result<(), ReadError> {
        match self.chosen {
            Some(first) if first != format => Err(ReadError::SeveralFormats {
                first: first.name(),
                second: format.name(),
            }),
            _ => {
                self.chosen = Some(format);
                Ok(())
            }
        }
    }

    fn unpack(
        &mut self,
        input: Input<'a>,
        length: u64,
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let name = input.name.clone();
        let mut archive = Archive::open(&name, input.data, length)?;
        let place = self.archives.len();
        let mut others = 0;
        let before = self.known.len();
        let mut unreadable = None;
        for index in 0..archive.len() {
            if !archive.is_worth_a_look(index) {
                continue;
            }
            ask(progress)?;
            let mut prefix = Vec::new();
            let file = archive.name_of(index);
            let looked_at = archive.entry(index).and_then(|entry| {
                let read = entry.take(PREFIX_BYTES).read_to_end(&mut prefix);
                read.map_err(|error| ReadError::from_io(&file, error))
            });
            match looked_at {
                Ok(_) => {}
                // One entry that cannot be read, or is packed in a way that is not known, costs itself alone.
                Err(error @ (ReadError::BadArchive { .. } | ReadError::LockedArchive { .. })) => {
                    self.ledger
                        .skip(&file, What::File, None, Why::NotRecognised, None);
                    unreadable.get_or_insert(error);
                    continue;
                }
                Err(error) => return Err(error),
            }
            if database::looks_like(&prefix) {
                let length = archive.size_of(index);
                let mut entry = archive.entry(index)?;
                self.database(&file, &mut entry, length, &prefix, progress)?;
                continue;
            }
            match recognise(&prefix) {
                Some(format) if self.wanted.is_none_or(|wanted| wanted == format) => {
                    let size = archive.size_of(index);
                    self.known.push((format, Known::Entry(place, index), size));
                }
                _ => others += 1,
            }
        }
        if self.known.len() == before {
            let unreadable = unreadable.or_else(|| self.why_not.take());
            let reason = unreadable.unwrap_or(ReadError::NothingInArchive { file: name });
            self.why_not.get_or_insert(reason);
        } else {
            self.ledger.count("files_not_needed", others);
        }
        self.archives.push(archive);
        Ok(())
    }
}

pub(crate) fn read(
    files: Vec<Input<'_>>,
    wanted: Option<Format>,
    mapping: Option<mapped::Mapping>,
    settings: &Settings,
    databases: &dyn Databases,
    progress: Progress<'_>,
) -> Result<Found, ReadError> {
    let wanted = match mapping {
        Some(_) => Some(Format::Table),
        None => wanted,
    };
    let mut sorting = Sorting {
        settings,
        databases,
        copied: 0,
        wanted,
        ledger: Ledger::default(),
        archives: Vec::new(),
        known: Vec::new(),
        chosen: None,
        why_not: None,
        watched: Vec::new(),
    };
    let sorted = files
        .into_iter()
        .try_for_each(|input| sorting.sort(input, progress));
    let watched = std::mem::take(&mut sorting.watched);
    let found = sorted.and_then(|()| read_sorted(sorting, mapping, progress));
    // Neither what was read nor why it could not be read is worth anything if the file was another in between; only
    // what is passed over may change as it likes.
    let changed = watched
        .into_iter()
        .find(|(_, is_read, unchanged)| (*is_read || found.is_err()) && !unchanged());
    match (found, changed) {
        (Err(ReadError::Cancelled), _) => Err(ReadError::Cancelled),
        (_, Some((file, ..))) => Err(ReadError::Changed { file }),
        (found, None) => found,
    }
}

/// Reads what was sorted.
fn read_sorted(
    sorting: Sorting<'_, '_>,
    mapping: Option<mapped::Mapping>,
    progress: Progress<'_>,
) -> Result<Found, ReadError> {
    let settings = sorting.settings;
    let Sorting {
        mut ledger,
        mut archives,
        known,
        chosen,
        why_not,
        copied,
        ..
    } = sorting;
    // Of several formats in an archive or a folder, the one tried first counts; the others are another import.
    let first = chosen.or_else(|| known.iter().map(|(format, ..)| *format).min());
    let Some(format) = first else {
        return Err(why_not.unwrap_or(ReadError::NoFile));
    };
    let total = known
        .iter()
        .filter(|(of, ..)| *of == format)
        .map(|(_, _, size)| *size)
        .fold(copied, u64::saturating_add);
    let mut meter = Meter::from(copied, total, progress);
    meter.advance(0)?;
    let mut reader = match mapping {
        Some(mapping) => Box::new(mapped::Reader::new(*settings, format, mapping)),
        None => format.reader(*settings),
    };
    let max_bytes = format.max_bytes(settings);
    // One damaged file of many costs itself alone; one that stands by itself is refused in its own words.
    let many = known.iter().filter(|(of, ..)| *of == format).count() > 1;
    let (mut any_read, mut damaged) = (false, None);
    for (of, known, length) in known {
        let is_packed = matches!(known, Known::Entry(..));
        let (name, mut data): (String, Box<dyn Read + Send + '_>) = match known {
            Known::Database(tables) if of != format => {
                ledger.skip(tables.file(), What::File, None, Why::OtherFormat, None);
                continue;
            }
            Known::Database(tables) => {
                reader.read_database(&tables, &mut meter, &mut ledger)?;
                meter.advance(length)?;
                any_read = true;
                continue;
            }
            Known::File(input) => (input.name, input.data),
            Known::Entry(archive, index) => {
                let archive = &mut archives[archive];
                (archive.name_of(index), Box::new(archive.entry(index)?))
            }
        };
        if of != format {
            ledger.skip(&name, What::File, None, Why::OtherFormat, None);
            continue;
        }
        let mut read = |data: &mut dyn Read| {
            let mut metered = Metered::new(&name, data, max_bytes, &mut meter);
            reader.read(&name, &mut metered, &mut ledger)
        };
        let read = if is_packed && length >= WORTH_A_THREAD {
            ahead(&mut data, read)
        } else {
            read(&mut data)
        };
        match read {
            Ok(()) => any_read = true,
            Err(error) => {
                let Some((why, line)) = error.of_one_file().filter(|_| many) else {
                    return Err(error);
                };
                ledger.skip(&name, What::File, None, why, line);
                damaged.get_or_insert(error);
            }
        }
    }
    if let Some(error) = damaged.filter(|_| !any_read) {
        return Err(error);
    }
    if reader.lacks_its_tables() {
        return Err(ReadError::OnlyDetails);
    }
    let mut found = reader.finish(&mut ledger);
    (found.skipped, found.warnings, found.other) = ledger.finish();
    Ok(found)
}
