//! Tags out of XML that need not be well-formed: found by byte search, in constant memory.
//!
//! Real exports have a broken document type, control characters, attributes that stand there twice, and ends that are
//! cut off; a parser that holds to the letter reads none of them.
//! Nothing is ever expanded: of entities only the five of XML itself and numbers are known.

use std::{borrow::Cow, io::Read};

use memchr::{memchr, memchr_iter, memchr3, memmem};

use crate::ReadError;

/// How much is in memory at once, in bytes.
const BUFFER_BYTES: usize = 1024 * 1024;

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
        while !self.ended && self.filled < self.buffer.len() {
            match self.reader.read(&mut self.buffer[self.filled..]) {
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
        loop {
            let rest = &self.buffer[self.at + 1..self.filled];
            let rest = &rest[..rest.len().min(MAX_TAG_BYTES)];
            let long = rest.len() == MAX_TAG_BYTES;
            if let Some(end) = end_of_tag(rest) {
                let from = self.at + 1;
                self.at = from + end + 1;
                return Ok(Some(Tag::of(&self.buffer[from..from + end], names)));
            }
            if long || !self.more()? {
                self.step();
                return Ok(None);
            }
        }
    }
}

/// A tag that was read.
pub(super) struct Tag<'t, const N: usize> {
    /// The values of the attributes that were asked for, as they stand there; of two of one name the first counts.
    pub(super) values: [Option<&'t [u8]>; N],
    /// Whether it has no content of its own.
    pub(super) is_closed: bool,
}

impl<'t, const N: usize> Tag<'t, N> {
    /// Of what stands between `<` and `>`.
    fn of(text: &'t [u8], names: [&str; N]) -> Self {
        let mut values = [None; N];
        let mut rest = text;
        while let Some((key, value, after)) = next_attribute(rest) {
            if let Some(place) = names.iter().position(|name| name.as_bytes() == key) {
                values[place] = values[place].or(Some(value));
            }
            rest = after;
        }
        Tag {
            values,
            is_closed: text.trim_ascii_end().ends_with(b"/"),
        }
    }
}

/// Where the `>` of a tag stands; one between quotation marks is part of a value.
fn end_of_tag(rest: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr3(b'>', b'"', b'\'', &rest[at..])?;
        match rest[at] {
            b'>' => return Some(at),
            quote => at += memchr(quote, &rest[at + 1..])? + 2,
        }
    }
}

/// The next attribute of what follows, as it stands there: its name, its value, and the rest.
fn next_attribute(rest: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let equals = memchr(b'=', rest)?;
    let (before, after) = (&rest[..equals], rest[equals + 1..].trim_ascii_start());
    let quote = *after.first().filter(|byte| matches!(byte, b'"' | b'\''))?;
    let end = memchr(quote, &after[1..])?;
    let key = before.trim_ascii();
    let key = key
        .rsplit(|byte| byte.is_ascii_whitespace())
        .next()
        .unwrap_or(key);
    Some((key, &after[1..=end], &after[end + 2..]))
}

/// A value as it is meant, with the entities of XML itself undone.
pub(super) fn meant(value: &[u8]) -> Cow<'_, str> {
    let text = String::from_utf8_lossy(value);
    if text.contains('&') {
        Cow::Owned(unescaped(&text))
    } else {
        text
    }
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = rest.find(';').filter(|end| *end <= 10);
        let known = entity.and_then(|end| Some((end, entity_char(&rest[1..end])?)));
        match known {
            Some((end, one)) => {
                plain.push(one);
                rest = &rest[end + 1..];
            }
            None => {
                plain.push('&');
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn entity_char(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    // A failed unwrap is a failed test.
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn attributes_are_read_as_they_stand() {
        let tag = b"Record type=\"a\" name='it''s' x = \"&lt;&amp;&#65;&#x42;&bomb;\" type=\"b\" y=\"a>b\"";
        for (name, value) in [
            ("type", Some("a")),
            ("x", Some("<&AB&bomb;")),
            ("y", Some("a>b")),
            ("z", None),
        ] {
            let [there] = Tag::of(tag, [name]).values;
            assert_eq!(there.map(meant).as_deref(), value, "attribute {name}");
        }
    }

    #[test]
    fn a_tag_ends_at_the_first_bracket_outside_quotes() {
        assert_eq!(end_of_tag(b"a b=\"x>y\" c='>'>rest"), Some(15));
        assert_eq!(end_of_tag(b"a b=\"x>y"), None, "an open quote goes on");
        assert_eq!(end_of_tag(b"a"), None);
    }

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
