//! Files with one document a line, which is how many records are handed out.

use std::io::{BufRead, BufReader, Read};

use super::{Tree, tree};
use crate::ReadError;

/// The longest line of a file with one document a line, in bytes.
const MAX_LINE_BYTES: u64 = 1024 * 1024;

/// What a file holds.
#[derive(Debug)]
pub(crate) enum Document {
    /// Nothing but this.
    Alone(Tree),
    /// This on that line, and others on others.
    OnLine(u64, Tree),
    /// Something else on that line, and documents on others.
    Broken(u64),
}

/// Hands over what a file holds: one document a line if its first line is one and not its only one, else one alone.
pub(crate) fn each_document(
    file: &str,
    data: impl Read,
    mut take: impl FnMut(Document) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let mut reader = BufReader::with_capacity(64 * 1024, data);
    let io = |error| ReadError::from_io(file, error);
    let mut line = Vec::new();
    next(&mut reader, &mut line).map_err(io)?;
    let is_whole = line.ends_with(b"\n") && tree(file, line.as_slice()).is_ok();
    if !is_whole || reader.fill_buf().map_err(io)?.is_empty() {
        return take(Document::Alone(tree(file, line.as_slice().chain(reader))?));
    }
    let mut number = 0;
    while !line.is_empty() {
        number += 1;
        if line.len() as u64 >= MAX_LINE_BYTES {
            return Err(ReadError::LineTooLong {
                file: file.to_owned(),
                line: number,
                max_bytes: MAX_LINE_BYTES as usize,
            });
        }
        if !line.trim_ascii().is_empty() {
            take(match tree(file, line.as_slice()) {
                Ok(tree) => Document::OnLine(number, tree),
                Err(_) => Document::Broken(number),
            })?;
        }
        line.clear();
        next(&mut reader, &mut line).map_err(io)?;
    }
    Ok(())
}

/// Reads the next line, no more of it than is looked at.
fn next(reader: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<usize> {
    reader.take(MAX_LINE_BYTES).read_until(b'\n', line)
}
