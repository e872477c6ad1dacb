//! What was given to be read, sorted by what it is, and then read: files, folders, archives and databases alike.

use std::{io::Read, ops::ControlFlow};

use super::{Format, PREFIX_BYTES, mapped, recognise};
use crate::{
    Found, Input, Progress, ReadError, Settings, What, Why,
    ahead::ahead,
    archive::{self, Archive},
    database::{self, Databases, Names, Tables},
    input::{Meter, Metered, Unchanged},
    ledger::Ledger,
};

/// From so many bytes on, an entry of an archive is unpacked by another thread than the one that understands it.
const WORTH_A_THREAD: u64 = 4 * 1024 * 1024;

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
