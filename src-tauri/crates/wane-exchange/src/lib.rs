//! The only crate that knows other people's file formats.
//!
//! Bytes in, domain-shaped records out: what was found, what was left out and why, and what deserves a second look.
//! It knows no store, no clock and no system zone; the caller adds names and origins and decides what to keep.
//! No cell, stamp or text of a file is ever part of an error: errors name files, lines and columns.
//!
//! Start with [`read`]; what it gives back is [`Found`].
//!
//! ```
//! use std::ops::ControlFlow;
//! use wane_exchange::{Input, Settings, read};
//!
//! let table = "date,bed,pain_morning\n2026-03-29,23:05,4\n";
//! let files = vec![Input::from_bytes("diary.csv", table.into())];
//! let settings = Settings::new(chrono_tz::Europe::London);
//! let found = read(files, None, &settings, &mut |_, _| ControlFlow::Continue(()))?;
//! assert_eq!(found.nights.len(), 1);
//! assert_eq!(found.ratings[0].rating.get(), 4);
//! # Ok::<(), wane_exchange::ReadError>(())
//! ```
//!
//! Reading order:
//! 1. [`found`]: what an import can bring, and what it says about the rest
//! 2. [`rules`]: the rules that hold across formats, in one place
//! 3. [`formats`]: one room per format; a new importer is a new room there and a new arm in [`Format`]
//! 4. [`input`] and [`error`]: bounded reading with progress, and what can stop it
//! 5. `table`, `sheet`, `json`, `archive` and `ahead`: bounded tokenizers the formats share; `stamps` reads their times;
//!    [`database`] is what the caller lends to read databases with
//! 6. `gather`: where the rules are applied to every sleep of every format; `measured`: steps, heart rates and exercise
//! 7. `fhir_bundle`, [`write_wane_csv`]: what goes out

mod ahead;
mod archive;
pub mod database;
pub mod error;
mod fhir_bundle;
pub mod formats;
pub mod found;
mod gather;
pub mod input;
mod json;
mod ledger;
mod measured;
pub mod rules;
mod sheet;
mod spreadsheet;
mod stamps;
mod stretches;
mod table;
mod tracked;
mod written;

use chrono_tz::Tz;

pub use archive::is_worth_a_look;
pub use database::{Cell, Database, DatabaseError, Databases, Opened};
pub use error::ReadError;
pub use fhir_bundle::{FhirBundle, FhirWords, fhir_bundle};
pub use formats::{
    Format,
    mapped::{Columns, DateOrder, Lack, Mapping, Role, Unit, guess},
    recognise,
    wane_csv::{Row, write_wane_csv},
};
pub use found::{
    ColumnUsed, Exercise, FactorKind, Found, FoundDose, FoundDuration, FoundFactor, FoundHeart,
    FoundLight, FoundNight, FoundRating, FoundSleep, FoundWorkout, Skipped, Warning, WarningCode,
    What, Why,
};
pub use input::{Input, Progress};
pub use json::Nesting;
pub use spreadsheet::spreadsheet_cell;

/// What a reader has to be told because the files do not say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The zone whose clocks the person was reading when a file gives clock times without a zone.
    pub home_zone: Tz,
    /// The largest file that is read, in bytes.
    pub max_bytes: u64,
    /// The largest file of a format that is read in constant memory, in bytes.
    pub max_stream_bytes: u64,
    /// The largest database that is read, in bytes.
    pub max_database_bytes: u64,
}

impl Settings {
    /// The largest file that is read unless the caller says otherwise: 256 MiB.
    pub const MAX_BYTES: u64 = 256 * 1024 * 1024;

    /// The largest file of a format that is read in constant memory: 64 GiB, some decades of a watch.
    pub const MAX_STREAM_BYTES: u64 = 64 * 1024 * 1024 * 1024;

    /// The largest database that is read: 4 GiB, since it is copied before it is read.
    pub const MAX_DATABASE_BYTES: u64 = 4 * 1024 * 1024 * 1024;

    /// Clock times are those of `home_zone`; the limits are [`Settings::MAX_BYTES`], [`Settings::MAX_STREAM_BYTES`]
    /// and [`Settings::MAX_DATABASE_BYTES`].
    pub const fn new(home_zone: Tz) -> Self {
        Settings {
            home_zone,
            max_bytes: Self::MAX_BYTES,
            max_stream_bytes: Self::MAX_STREAM_BYTES,
            max_database_bytes: Self::MAX_DATABASE_BYTES,
        }
    }
}

/// Reads `files` as one import.
///
/// With `format` every file is read as that format.
/// Without it each file's format is recognised by its content; files that are not recognised are reported as skipped
/// as long as at least one is.
/// `progress` is called with bytes read and bytes in all, which is 0 until the files have been looked at; answering [`Break`](std::ops::ControlFlow::Break) stops the
/// reading with [`ReadError::Cancelled`].
/// A zip archive stands for the files in it: they are recognised one by one, and what is not wanted is passed over.
///
/// # Errors
/// Any [`ReadError`]; nothing is half-found then.
pub fn read(
    files: Vec<Input<'_>>,
    format: Option<Format>,
    settings: &Settings,
    progress: Progress<'_>,
) -> Result<Found, ReadError> {
    formats::read(
        files,
        format,
        None,
        settings,
        &database::NoDatabases,
        progress,
    )
}

/// As [`read`], and databases too, which `databases` opens.
///
/// # Errors
/// Any [`ReadError`]; nothing is half-found then.
pub fn read_with(
    files: Vec<Input<'_>>,
    format: Option<Format>,
    settings: &Settings,
    databases: &dyn Databases,
    progress: Progress<'_>,
) -> Result<Found, ReadError> {
    formats::read(files, format, None, settings, databases, progress)
}

/// Reads `files` as tables whose columns are what `mapping` says.
///
/// # Errors
/// Any [`ReadError`]; [`ReadError::NoTimes`] if the mapping will not do for the tables.
pub fn read_mapped(
    files: Vec<Input<'_>>,
    mapping: Mapping,
    settings: &Settings,
    progress: Progress<'_>,
) -> Result<Found, ReadError> {
    formats::read(
        files,
        None,
        Some(mapping),
        settings,
        &database::NoDatabases,
        progress,
    )
}
