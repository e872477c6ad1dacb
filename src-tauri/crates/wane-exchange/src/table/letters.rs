//! Which letters the bytes of a table are.
//!
//! Tables are UTF-8, but spreadsheets in western Europe save them as Windows-1252 unless told otherwise, by the name
//! of "CSV" or "ANSI".
//! Only the letters from 0x80 on differ, so what parts rows and columns is found alike in both.

use super::lines::Line;

/// What the text of a table is, as far as its lines have told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// UTF-8 and nothing else; lines that are not stay as they are.
    Strict,
    /// No line had a letter beyond ASCII yet; the first that has one decides.
    Unknown,
    /// UTF-8; a line that is not is broken and stays as it is.
    Utf8,
    /// Windows-1252.
    Windows,
}

/// The mark some programs put before UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The letters of Windows-1252 that do not stand where Unicode has them, from 0x80 on; NUL where it has none.
const HIGH: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

impl Letters {
    /// Makes a line UTF-8 if it is Windows-1252; what is neither stays as it is.
    pub(super) fn settle(&mut self, line: &mut Line) {
        if matches!(self, Letters::Strict | Letters::Utf8) {
            return;
        }
        match std::str::from_utf8(&line.bytes) {
            Ok(text) if *self == Letters::Unknown && !text.is_ascii() => *self = Letters::Utf8,
            Ok(_) => {}
            Err(_) if *self == Letters::Unknown && is_broken_utf8(line) => {}
            Err(_) => {
                if let Some(text) = from_windows(&line.bytes) {
                    line.bytes = text.into_bytes();
                    *self = Letters::Windows;
                }
            }
        }
    }
}

/// Whether a line that is not UTF-8 was it once: it begins with the mark, holds more whole letters beyond ASCII than
/// broken ones, or is the end of a file that was cut off within a letter.
fn is_broken_utf8(line: &Line) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in line.bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|one| !one.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    let is_cut = || {
        let error = std::str::from_utf8(&line.bytes).err();
        line.end.is_empty() && error.is_some_and(|error| error.error_len().is_none())
    };
    line.bytes.starts_with(MARK) || whole > broken || is_cut()
}

/// Bytes of Windows-1252 as text; `None` if it has no such letter, or if they hold what no text holds.
fn from_windows(bytes: &[u8]) -> Option<String> {
    bytes
        .iter()
        .map(|&byte| {
            let letter = match byte {
                0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
                _ => char::from(byte),
            };
            (letter == '\t' || !letter.is_control()).then_some(letter)
        })
        .collect()
}
