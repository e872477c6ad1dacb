//! Whether the tables' times are those of Greenwich, held against exact ones.
//!
//! Some rows have their counts in files of their own, with times in milliseconds from 1970, which cannot be misread.
//! If the tables are in Greenwich's time, such a file begins within an hour after its row; if they were in local time,
//! it would do so once the row's offset is taken off.

use std::collections::HashMap;

use crate::stamps;

/// So many rows and files are held against each other.
const MOST: usize = 50_000;

/// So many that agree are enough.
const ENOUGH: u64 = 64;

/// A file begins so many seconds after its row at most.
const HOUR: i64 = 3600;

/// …and, since rows are rounded, so many before it.
const SLACK: i64 = 60;

/// The first instant in a file of exact times, in seconds; `None` if it is none such.
pub(super) fn first_epoch(prefix: &[u8]) -> Option<i64> {
    let text = prefix
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(prefix)
        .trim_ascii_start();
    let first = text.strip_prefix(b"[")?.trim_ascii_start();
    let first = first.strip_prefix(b"{")?;
    let end = memchr::memchr(b'}', first).filter(|end| *end < 400)?;
    let first = &first[..end];
    memchr::memmem::find(first, b"\"end_time\"")?;
    let name = b"\"start_time\"";
    let value = &first[memchr::memmem::find(first, name)? + name.len()..];
    let value = value
        .trim_ascii_start()
        .strip_prefix(b":")?
        .trim_ascii_start();
    let length = value
        .iter()
        .position(|byte| !byte.is_ascii_digit())
        .unwrap_or(value.len());
    let digits = std::str::from_utf8(&value[..length])
        .ok()
        .filter(|text| text.len() == 13)?;
    Some(stamps::millis(digits.parse().ok()?)?.timestamp())
}

/// Rows and the files that belong to them.
#[derive(Default)]
pub(super) struct Proof {
    /// By the file's name: when the row begins as it is printed, and its offset.
    rows: HashMap<String, (i64, i64)>,
    /// By the file's name: when it begins.
    epochs: HashMap<String, i64>,
    greenwich: u64,
    local: u64,
}

/// A file's name without its folder and its endings.
fn plain(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.split('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase()
}

impl Proof {
    /// Whether enough is known.
    pub(super) fn is_done(&self) -> bool {
        self.greenwich + self.local >= ENOUGH
    }

    /// Takes a row that names its file.
    pub(super) fn row(&mut self, name: &str, start: i64, offset: Option<i32>) {
        // A clock that is Greenwich's proves nothing.
        let Some(offset) = offset.filter(|offset| *offset != 0) else {
            return;
        };
        let (name, row) = (plain(name), (start, i64::from(offset)));
        if let Some(epoch) = self.epochs.remove(&name) {
            self.compare(row, epoch);
        } else if !self.is_done() && self.rows.len() < MOST {
            self.rows.insert(name, row);
        }
    }

    /// Takes the first instant of a file.
    pub(super) fn epoch(&mut self, file: &str, epoch: i64) {
        let name = plain(file);
        if let Some(row) = self.rows.remove(&name) {
            self.compare(row, epoch);
        } else if !self.is_done() && self.epochs.len() < MOST {
            self.epochs.insert(name, epoch);
        }
    }

    fn compare(&mut self, (start, offset): (i64, i64), epoch: i64) {
        let fits = |begins: i64| (-SLACK..HOUR).contains(&(epoch - begins));
        match (fits(start), fits(start - offset)) {
            (true, false) => self.greenwich += 1,
            (false, true) => self.local += 1,
            _ => {}
        }
    }

    /// How many rows were held against their files, and whether they are in local time.
    pub(super) fn verdict(&self) -> (u64, bool) {
        (self.greenwich + self.local, self.local > self.greenwich)
    }
}
