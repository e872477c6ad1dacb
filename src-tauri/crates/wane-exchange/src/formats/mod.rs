//! The formats: one room each, and the choice among them.

pub mod fitbit_takeout;
pub mod wane_csv;

use crate::{
    Found, Input, Progress, ReadError, Settings, What, Why,
    input::{Meter, Metered},
    ledger::Ledger,
};

/// How much of a file is looked at to recognise it, in bytes.
pub const PREFIX_BYTES: u64 = 64 * 1024;

/// A format Wane reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// One row per day, Wane's own table.
    WaneCsv,
    /// Sleep logs of a Fitbit account from Google Takeout (`sleep-YYYY-MM-DD.json`).
    FitbitTakeoutJson,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 2] = [Format::WaneCsv, Format::FitbitTakeoutJson];

    /// The name by which the command line asks for it and records remember it.
    pub const fn name(self) -> &'static str {
        match self {
            Format::WaneCsv => "wane-csv",
            Format::FitbitTakeoutJson => "fitbit-takeout",
        }
    }

    /// The format of that name.
    pub fn from_name(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// The format of a file, by the content of its first [`PREFIX_BYTES`] and never by its name.
pub fn recognise(prefix: &[u8]) -> Option<Format> {
    if fitbit_takeout::looks_like(prefix) {
        Some(Format::FitbitTakeoutJson)
    } else if wane_csv::looks_like(prefix) {
        Some(Format::WaneCsv)
    } else {
        None
    }
}

/// Whether a file begins with the mark of UTF-16 or UTF-32.
fn is_wide(prefix: &[u8]) -> bool {
    prefix.starts_with(&[0xFF, 0xFE])
        || prefix.starts_with(&[0xFE, 0xFF])
        || prefix.starts_with(&[0, 0, 0xFE, 0xFF])
}

/// Why a file's format is not known, as far as can be told.
fn unknown(file: &str, length: u64, prefix: &[u8]) -> ReadError {
    let file = file.to_owned();
    if length == 0 {
        ReadError::Empty { file }
    } else if is_wide(prefix) {
        ReadError::Encoding { file }
    } else {
        ReadError::NotRecognised { file }
    }
}

pub(crate) fn read(
    mut files: Vec<Input<'_>>,
    wanted: Option<Format>,
    settings: &Settings,
    progress: Progress<'_>,
) -> Result<Found, ReadError> {
    let mut ledger = Ledger::default();
    let mut total = 0;
    let mut chosen = wanted;
    let mut known = Vec::new();
    let mut why_not = None;
    for mut input in files.drain(..) {
        let length = input.measure()?;
        let prefix = input.peek(PREFIX_BYTES)?;
        let format = wanted.or_else(|| recognise(&prefix));
        let refusal = (format.is_none() || length == 0 || is_wide(&prefix))
            .then(|| unknown(&input.name, length, &prefix));
        match (format, refusal) {
            (Some(format), None) => {
                if length > settings.max_bytes {
                    return Err(ReadError::TooLarge {
                        file: input.name,
                        max_bytes: settings.max_bytes,
                    });
                }
                if let Some(first) = chosen
                    && first != format
                {
                    return Err(ReadError::SeveralFormats {
                        first: first.name(),
                        second: format.name(),
                    });
                }
                chosen = Some(format);
                total += length;
                known.push(input);
            }
            (_, refusal) => {
                ledger.skip(&input.name, What::File, None, Why::NotRecognised, None);
                why_not = why_not.or(refusal);
            }
        }
    }
    let Some(format) = chosen.filter(|_| !known.is_empty()) else {
        return Err(why_not.unwrap_or(ReadError::NoFile));
    };
    let mut meter = Meter::new(total, progress);
    meter.advance(0)?;
    let mut found = match format {
        Format::WaneCsv => {
            let mut reader = wane_csv::Reader::new(*settings);
            for input in known {
                let name = input.name.clone();
                reader.read(
                    &name,
                    Metered::new(input, settings.max_bytes, &mut meter),
                    &mut ledger,
                )?;
            }
            reader.finish()
        }
        Format::FitbitTakeoutJson => {
            let mut reader = fitbit_takeout::Reader::new(*settings);
            for input in known {
                let name = input.name.clone();
                reader.read(
                    &name,
                    Metered::new(input, settings.max_bytes, &mut meter),
                    &mut ledger,
                )?;
            }
            reader.finish(&mut ledger)
        }
    };
    (found.skipped, found.warnings, found.other) = ledger.finish();
    Ok(found)
}
