//! Watching the bytes on their way to the parser.

use std::io::{self, Read};

use crate::ReadError;

/// The longest string that is read, in bytes.
const MAX_STRING_BYTES: usize = 1024 * 1024;

/// How deeply arrays and objects may lie in one another.
const MAX_DEPTH: u32 = 64;

/// Watches the bytes on their way to the parser and stops at a string or a nesting no export has.
pub(crate) struct Guard<R> {
    file: String,
    inner: R,
    byte: u64,
    depth: u32,
    string: Option<usize>,
    escaped: bool,
}

impl<R: Read> Guard<R> {
    pub(crate) fn new(file: &str, inner: R) -> Self {
        Guard {
            file: file.to_owned(),
            inner,
            byte: 0,
            depth: 0,
            string: None,
            escaped: false,
        }
    }
}

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        for &byte in &buffer[..count] {
            self.byte += 1;
            match (&mut self.string, byte) {
                (Some(_), _) if std::mem::take(&mut self.escaped) => {}
                (Some(_), b'\\') => self.escaped = true,
                (Some(_), b'"') => self.string = None,
                (Some(length), _) => *length += 1,
                (None, b'"') => self.string = Some(0),
                (None, b'[' | b'{') => self.depth += 1,
                (None, b']' | b'}') => self.depth = self.depth.saturating_sub(1),
                (None, _) => {}
            }
            if self.depth > MAX_DEPTH || self.string.is_some_and(|length| length > MAX_STRING_BYTES)
            {
                return Err(ReadError::JsonTooBig {
                    file: self.file.clone(),
                    byte: self.byte,
                }
                .into_io());
            }
        }
        Ok(count)
    }
}
