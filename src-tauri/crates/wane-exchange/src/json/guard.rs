//! Watching the bytes on their way to the parser.

use std::io::{self, Read};

use super::nesting::Nesting;
use crate::ReadError;

/// The longest string that is read, in bytes.
const MAX_STRING_BYTES: usize = 1024 * 1024;

/// Watches the bytes on their way to the parser and stops at a string or a nesting no export has.
pub(crate) struct Guard<R> {
    file: String,
    inner: R,
    byte: u64,
    nesting: Nesting,
}

impl<R: Read> Guard<R> {
    pub(crate) fn new(file: &str, inner: R) -> Self {
        Guard {
            file: file.to_owned(),
            inner,
            byte: 0,
            nesting: Nesting::default(),
        }
    }
}

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        for &byte in &buffer[..count] {
            self.byte += 1;
            self.nesting.see(byte);
            if self.nesting.is_too_deep() || self.nesting.text_bytes() > MAX_STRING_BYTES {
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
