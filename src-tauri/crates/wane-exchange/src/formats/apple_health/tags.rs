//! Tags out of XML that need not be well-formed: found by byte search, in constant memory.
//!
//! Real exports have a broken document type, control characters, attributes that stand there twice, and ends that are
//! cut off; a parser that holds to the letter reads none of them.
//! Nothing is ever expanded: of entities only the five of XML itself and numbers are known.

use std::io::Read;

use memchr::{memchr, memchr_iter, memmem};

use super::attributes::{Beginnings, Places, Tag};
use crate::ReadError;

/// How much is in memory at once, in bytes.
const BUFFER_BYTES: usize = 1024 * 1024;

/// How much is read at once, in bytes: what was just copied is looked at while the processor still has it near.
const PIECE_BYTES: usize = 128 * 1024;

/// The longest tag that is read, in bytes.
pub(super) const MAX_TAG_BYTES: usize = 256 * 1024;

/// A window that moves over a file.
pub(super) struct Tags<R> {
    file: String,
    reader: R,
    buffer: Vec<u8>,
    /// What lies before was looked at.
    at: usize,
    filled: usize,
    ended: bool,
    /// Line ends before `counted`.
    lines: u64,
    /// Up to here in the window, line ends were counted.
    counted: usize,
    /// Where the tag that was found last begins.
    tag_at: usize,
}

/// What a tag is of, as far as it has to be told apart before it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind<T> {
    /// A record, and what its type is about; `None` if the type does not stand first, so that it has to be read.
    Record(Option<T>),
    /// The end of a record.
    RecordEnd,
    /// Something a record says about itself.
    Metadata,
    /// Records that stand for one measurement, and stand at the top too.
    Correlation,
    /// The end of one.
    CorrelationEnd,
    /// A workout.
    Workout,
    /// The end of one.
    WorkoutEnd,
    /// The end of everything.
    End,
}

/// The longest beginning of a tag that [`Kind`] depends on: the tag's name and the record's type.
const HEAD_BYTES: usize = 128;

impl<R: Read> Tags<R> {
    pub(super) fn new(file: &str, reader: R) -> Self {
        Tags {
            file: file.to_owned(),
            reader,
            buffer: vec![0; BUFFER_BYTES],
            at: 0,
            filled: 0,
            ended: false,
            lines: 0,
            counted: 0,
            tag_at: 0,
        }
    }

    /// Moves the window on, so that more of what follows lies in it; `false` at the end of the file.
    fn more(&mut self) -> Result<bool, ReadError> {
        if self.at > 0 {
            self.count_lines(self.at);
            self.counted = 0;
            self.tag_at = self.tag_at.saturating_sub(self.at);
            self.buffer.copy_within(self.at..self.filled, 0);
            self.filled -= self.at;
            self.at = 0;
        }
        let mut grown = false;
        let to = (self.filled + PIECE_BYTES).min(self.buffer.len());
        while !self.ended && self.filled < to {
            match self.reader.read(&mut self.buffer[self.filled..to]) {
                Ok(0) => self.ended = true,
                Ok(count) => {
                    self.filled += count;
                    grown = true;
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(ReadError::from_io(&self.file, error)),
            }
        }
        Ok(grown)
    }

    /// Counts the line ends before a place in the window, each once.
    fn count_lines(&mut self, to: usize) {
        if to > self.counted {
            self.lines += memchr_iter(b'\n', &self.buffer[self.counted..to]).count() as u64;
            self.counted = to;
        }
    }

    /// The line on which the tag begins that was found last, counted from 1; at the end of the file its last line.
    pub(super) fn line(&mut self) -> u64 {
        let at = if self.ended && self.at == self.filled {
            self.at
        } else {
            self.tag_at
        };
        self.count_lines(at);
        self.lines + 1
    }

    /// Reads to the end.
    pub(super) fn drain(&mut self) -> Result<(), ReadError> {
        loop {
            self.at = self.filled;
            if !self.more()? {
                return Ok(());
            }
        }
    }

    /// Goes behind the next `needle`; `false` if there is none.
    pub(super) fn skip_past(&mut self, needle: &[u8]) -> Result<bool, ReadError> {
        loop {
            if let Some(found) = memmem::find(&self.buffer[self.at..self.filled], needle) {
                self.at += found + needle.len();
                return Ok(true);
            }
            // The end of the window may hold the beginning of the needle.
            self.at = self.at.max(self.filled.saturating_sub(needle.len() - 1));
            if !self.more()? {
                return Ok(false);
            }
        }
    }

    /// Goes to the next tag that matters, and stands on its `<`; `None` at the end of the file.
    /// `about` tells of a record's type what it is about.
    pub(super) fn next<T>(
        &mut self,
        about: impl Fn(&[u8]) -> T,
    ) -> Result<Option<Kind<T>>, ReadError> {
        loop {
            let Some(found) = memchr(b'<', &self.buffer[self.at..self.filled]) else {
                self.at = self.filled;
                if !self.more()? {
                    return Ok(None);
                }
                continue;
            };
            self.at += found;
            if self.filled - self.at < HEAD_BYTES && !self.ended {
                self.more()?;
            }
            self.tag_at = self.at;
            let head = &self.buffer[self.at..self.filled.min(self.at + HEAD_BYTES)];
            if let Some(kind) = head.strip_prefix(b"<Record type=\"")
                && let Some(end) = memchr(b'"', kind)
            {
                return Ok(Some(Kind::Record(Some(about(&kind[..end])))));
            }
            if head.starts_with(b"<!--") {
                self.at += 4;
                if !self.skip_past(b"-->")? {
                    return Ok(None);
                }
                continue;
            }
            if head.starts_with(b"<![CDATA[") {
                self.at += 9;
                if !self.skip_past(b"]]>")? {
                    return Ok(None);
                }
                continue;
            }
            let named = |name: &[u8]| {
                head.strip_prefix(name).is_some_and(|rest| {
                    rest.first().is_none_or(|byte| {
                        byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/')
                    })
                })
            };
            for (name, kind) in [
                (b"</Record".as_slice(), Kind::RecordEnd),
                (b"<Record", Kind::Record(None)),
                (b"<MetadataEntry", Kind::Metadata),
                (b"<Workout", Kind::Workout),
                (b"<Correlation", Kind::Correlation),
                (b"</Correlation", Kind::CorrelationEnd),
                (b"</HealthData", Kind::End),
                (b"</Workout", Kind::WorkoutEnd),
            ] {
                if named(name) {
                    return Ok(Some(kind));
                }
            }
            self.at += 1;
        }
    }

    /// Steps over the `<` it stands on.
    pub(super) fn step(&mut self) {
        self.at = (self.at + 1).min(self.filled);
    }

    /// The attributes of the tag it stands on that have these names, as they stand there, and goes behind the tag.
    ///
    /// `None` if the file ends before, or if the tag is longer than [`MAX_TAG_BYTES`]: then it only steps over the `<`.
    pub(super) fn tag<const N: usize>(
        &mut self,
        names: [&str; N],
    ) -> Result<Option<Tag<'_, N>>, ReadError> {
        self.read_tag(|rest| Places::of(rest, &names))
    }

    /// As [`Tags::tag`], of tags of which most begin like one before.
    pub(super) fn tag_alike<const N: usize>(
        &mut self,
        beginnings: &mut Beginnings<N>,
    ) -> Result<Option<Tag<'_, N>>, ReadError> {
        self.read_tag(|rest| beginnings.places(rest))
    }

    /// As [`Tags::tag`], of the tag that was read last, which it does not leave.
    pub(super) fn again<const N: usize>(&self, names: [&str; N]) -> Option<Tag<'_, N>> {
        let text = self.buffer.get(self.tag_at + 1..self.at)?;
        Places::of(text, &names).map(|places| places.within(text))
    }

    fn read_tag<const N: usize>(
        &mut self,
        mut places: impl FnMut(&[u8]) -> Option<Places<N>>,
    ) -> Result<Option<Tag<'_, N>>, ReadError> {
        loop {
            let rest = &self.buffer[self.at + 1..self.filled];
            let rest = &rest[..rest.len().min(MAX_TAG_BYTES)];
            let long = rest.len() == MAX_TAG_BYTES;
            if let Some(places) = places(rest) {
                let from = self.at + 1;
                self.at = from + places.end() + 1;
                return Ok(Some(places.within(&self.buffer[from..])));
            }
            if long || !self.more()? {
                self.step();
                return Ok(None);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    // A failed unwrap is a failed test.
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_window_of_one_byte_at_a_time_sees_the_same() {
        struct Slow<'a>(&'a [u8]);
        impl Read for Slow<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
                let count = usize::from(!self.0.is_empty()).min(buffer.len());
                buffer[..count].copy_from_slice(&self.0[..count]);
                self.0 = &self.0[count..];
                Ok(count)
            }
        }
        let text = b"<HealthData>\n<!-- <Record type=\"w\"/> -->\n<Record type=\"w\" v=\"1\"/>\n<Record type=\"o\"/></HealthData>";
        let mut tags = Tags::new("t", Slow(text));
        assert!(tags.skip_past(b"<HealthData").unwrap());
        let mut kinds = Vec::new();
        while let Some(kind) = tags.next(|kind| kind == b"w").unwrap() {
            let told = tags.tag(["v"]).unwrap();
            let value = told.and_then(|tag| tag.values[0].map(<[u8]>::to_vec));
            kinds.push((kind, tags.line(), value));
        }
        assert_eq!(
            kinds,
            [
                (Kind::Record(Some(true)), 3, Some(b"1".to_vec())),
                (Kind::Record(Some(false)), 4, None),
                (Kind::End, 4, None)
            ],
            "the record in the comment is none"
        );
    }
}
