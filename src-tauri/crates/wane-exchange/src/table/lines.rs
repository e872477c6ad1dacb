//! Bytes into lines, whatever ends them.

use std::io::{BufRead, BufReader, Read};

use crate::ReadError;

/// The longest line that is read, in bytes.
pub(crate) const MAX_LINE_BYTES: usize = 1024 * 1024;

/// One line.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) number: u64,
    pub(crate) bytes: Vec<u8>,
    /// How it ended, for a quoted field that goes on behind it.
    pub(crate) end: &'static [u8],
}

/// Splits bytes into lines that end with LF, CRLF or CR.
pub(crate) struct Lines<R> {
    pub(crate) file: String,
    reader: BufReader<R>,
    number: u64,
}

impl<R: Read> Lines<R> {
    pub(crate) fn new(file: &str, reader: R) -> Self {
        let reader = BufReader::with_capacity(64 * 1024, reader);
        Lines {
            file: file.to_owned(),
            reader,
            number: 0,
        }
    }

    /// The next line; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Line>, ReadError> {
        let mut bytes = Vec::new();
        let mut end: Option<&'static [u8]> = None;
        while end.is_none() {
            let buffer = self
                .reader
                .fill_buf()
                .map_err(|error| ReadError::from_io(&self.file, error))?;
            if buffer.is_empty() {
                break;
            }
            let stop = buffer.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let taken = stop.unwrap_or(buffer.len());
            if bytes.len() + taken > MAX_LINE_BYTES {
                let (file, line) = (self.file.clone(), self.number + 1);
                return Err(ReadError::LineTooLong {
                    file,
                    line,
                    max_bytes: MAX_LINE_BYTES,
                });
            }
            bytes.extend_from_slice(&buffer[..taken]);
            end = stop.map(|stop| {
                if buffer[stop] == b'\n' {
                    b"\n".as_slice()
                } else {
                    b"\r"
                }
            });
            self.reader.consume(taken + usize::from(end.is_some()));
        }
        if end.is_none() && bytes.is_empty() {
            return Ok(None);
        }
        if end == Some(b"\r") {
            let buffer = self
                .reader
                .fill_buf()
                .map_err(|error| ReadError::from_io(&self.file, error))?;
            if buffer.first() == Some(&b'\n') {
                self.reader.consume(1);
                end = Some(b"\r\n");
            }
        }
        self.number += 1;
        Ok(Some(Line {
            number: self.number,
            bytes,
            end: end.unwrap_or_default(),
        }))
    }
}
