//! Reading the whole diary's text piece by piece: however long it is, one record of it is in memory at a time.

use std::{
    cell::Cell,
    collections::BTreeMap,
    fmt,
    io::{self, BufRead, BufReader, Read},
};

use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::value::RawValue;

use wane_exchange::Nesting;
use wane_store::{Plain, Sheet, sheets};

use super::{
    reminders::Reminders,
    whole::{FORMAT, LeftOut, Refused, VERSION, from_json},
};

/// No record is longer than this, in bytes; nor is a name.
const LONGEST_RECORD: u64 = 1024 * 1024;

/// All choices together, or all reminders, are not longer than this, in bytes.
const LONGEST_PART: u64 = 4 * 1024 * 1024;

/// One thing that stands in a text.
#[derive(Debug)]
pub enum Part {
    /// A choice and its value.
    Setting(String, String),
    /// Reminders that can be made.
    Reminders(Reminders),
    /// A record that can be made.
    Record(Plain),
    /// Something that cannot be taken in, and how many.
    LeftOut(LeftOut, u64),
}

/// Why a text was not read to its end.
#[derive(Debug)]
pub enum Unread<E> {
    /// It is not taken at all.
    Refused(Refused),
    /// Its bytes could not be had.
    Io(io::Error),
    /// Whoever takes its parts does not want more.
    Stopped(E),
}

/// Hands over every part of a text, in the order in which they stand there.
///
/// What was handed over holds only if the end was reached: it may be cut off, or call itself something else.
///
/// # Errors
/// See [`Unread`].
pub fn each<E>(
    data: impl Read,
    mut take: impl FnMut(Part) -> Result<(), E>,
) -> Result<(), Unread<E>> {
    let room = Cell::new(LONGEST_PART);
    let mut reader = BufReader::with_capacity(64 * 1024, Guard::new(data, &room));
    let start = reader.fill_buf().map_err(unread_io)?;
    if start.starts_with(b"\xEF\xBB\xBF") {
        reader.consume(3);
    }
    let mut told = Told::default();
    let mut deserializer = serde_json::Deserializer::from_reader(reader);
    let read = deserializer
        .deserialize_map(Text {
            take: &mut take,
            told: &mut told,
            room: &room,
        })
        .and_then(|()| deserializer.end());
    if let Some(error) = told.stopped {
        return Err(Unread::Stopped(error));
    }
    if let Some(refused) = told.refused {
        return Err(Unread::Refused(refused));
    }
    read.map_err(|error| {
        if error.is_io() {
            unread_io(error.into())
        } else {
            Unread::Refused(Refused::NotWhole {
                line: error.line(),
                column: error.column(),
            })
        }
    })
}

/// What the reading of bytes says: a refusal of [`Guard`], or the system's own.
fn unread_io<E>(error: io::Error) -> Unread<E> {
    let place = error.get_ref().and_then(|inner| inner.downcast_ref());
    match place {
        Some(TooMuch { line, column }) => Unread::Refused(Refused::NotWhole {
            line: *line,
            column: *column,
        }),
        None => Unread::Io(error),
    }
}

/// What came up on the way.
struct Told<E> {
    stopped: Option<E>,
    refused: Option<Refused>,
}

impl<E> Default for Told<E> {
    fn default() -> Self {
        Told {
            stopped: None,
            refused: None,
        }
    }
}

/// The text's outermost object.
struct Text<'t, F, E> {
    take: &'t mut F,
    told: &'t mut Told<E>,
    room: &'t Cell<u64>,
}

impl<E, F: FnMut(Part) -> Result<(), E>> Text<'_, F, E> {
    fn hand<D: serde::de::Error>(&mut self, part: Part) -> Result<(), D> {
        (self.take)(part).map_err(|error| {
            self.told.stopped = Some(error);
            D::custom("stopped")
        })
    }

    fn refuse<D: serde::de::Error>(&mut self, refused: Refused) -> D {
        self.told.refused = Some(refused);
        D::custom("refused")
    }

    fn left_out<D: serde::de::Error>(&mut self, why: LeftOut, count: u64) -> Result<(), D> {
        if count == 0 {
            return Ok(());
        }
        self.hand(Part::LeftOut(why, count))
    }

    fn reminders<D: serde::de::Error>(&mut self, raw: Option<Box<RawValue>>) -> Result<(), D> {
        let Some(raw) = raw.filter(|raw| raw.get() != "null") else {
            return Ok(());
        };
        match serde_json::from_str::<Reminders>(raw.get()) {
            Ok(mut reminders) => {
                let lost = reminders.keep_sound();
                self.hand(Part::Reminders(reminders))?;
                self.left_out(LeftOut::NoRecord, lost)
            }
            Err(_) => self.left_out(LeftOut::NoRecord, 1),
        }
    }
}

impl<'de, E, F: FnMut(Part) -> Result<(), E>> Visitor<'de> for Text<'_, F, E> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole diary")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut object: A) -> Result<(), A::Error> {
        let (mut format, mut version) = (false, false);
        loop {
            self.room.set(LONGEST_PART);
            let Some(name) = object.next_key::<String>()? else {
                break;
            };
            match name.as_str() {
                "format" => {
                    if object.next_value::<String>()? != FORMAT {
                        return Err(self.refuse(Refused::NotOurs));
                    }
                    format = true;
                }
                "version" => {
                    if object.next_value::<u32>()? > VERSION {
                        return Err(self.refuse(Refused::Newer));
                    }
                    version = true;
                }
                "settings" => {
                    let all = object.next_value::<BTreeMap<String, Option<String>>>()?;
                    for (name, value) in all {
                        if let Some(value) = value {
                            self.hand(Part::Setting(name, value))?;
                        }
                    }
                }
                // Of any shape: what is wrong with them costs themselves alone.
                "reminders" => {
                    let raw = object.next_value()?;
                    self.reminders(raw)?;
                }
                "records" => object.next_value_seed(Kinds(&mut self))?,
                _ => {
                    self.room.set(u64::MAX);
                    object.next_value::<IgnoredAny>()?;
                }
            }
        }
        match (format, version) {
            (true, true) => Ok(()),
            (false, _) => Err(A::Error::missing_field("format")),
            (_, false) => Err(A::Error::missing_field("version")),
        }
    }
}

/// The records of all kinds.
struct Kinds<'k, 't, F, E>(&'k mut Text<'t, F, E>);

impl<'de, E, F: FnMut(Part) -> Result<(), E>> DeserializeSeed<'de> for Kinds<'_, '_, F, E> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, E, F: FnMut(Part) -> Result<(), E>> Visitor<'de> for Kinds<'_, '_, F, E> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("records by their kinds")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut kinds: A) -> Result<(), A::Error> {
        let sheets = sheets();
        loop {
            self.0.room.set(LONGEST_RECORD);
            let Some(kind) = kinds.next_key::<String>()? else {
                return Ok(());
            };
            let sheet = sheets.iter().find(|sheet| sheet.table == kind);
            let text = &mut *self.0;
            kinds.next_value_seed(Records { sheet, text })?;
        }
    }
}

/// The records of one kind, which may be one that is not known.
struct Records<'r, 't, F, E> {
    sheet: Option<&'r Sheet>,
    text: &'r mut Text<'t, F, E>,
}

impl<'de, E, F: FnMut(Part) -> Result<(), E>> DeserializeSeed<'de> for Records<'_, '_, F, E> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, E, F: FnMut(Part) -> Result<(), E>> Visitor<'de> for Records<'_, '_, F, E> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut records: A) -> Result<(), A::Error> {
        let Records { sheet, text } = self;
        let Some(sheet) = sheet else {
            text.room.set(u64::MAX);
            let mut count = 0;
            while records.next_element::<IgnoredAny>()?.is_some() {
                count += 1;
            }
            return text.left_out(LeftOut::UnknownKind, count);
        };
        loop {
            text.room.set(LONGEST_RECORD);
            let Some(raw) = records.next_element::<Box<RawValue>>()? else {
                return Ok(());
            };
            match from_json(sheet, raw.get()) {
                Some((record, unknown)) => {
                    text.hand(Part::Record(record))?;
                    text.left_out(LeftOut::UnknownField, unknown)?;
                }
                None => text.left_out(LeftOut::NoRecord, 1)?,
            }
        }
    }
}

/// Watches the bytes on their way: what is nested too deeply, or goes on for longer than there is room, is no diary.
struct Guard<'r, R> {
    inner: R,
    room: &'r Cell<u64>,
    line: usize,
    column: usize,
    nesting: Nesting,
}

/// Where that was noticed, counted from 1.
#[derive(Debug)]
struct TooMuch {
    line: usize,
    column: usize,
}

impl fmt::Display for TooMuch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("too long or too deep for a diary")
    }
}

impl std::error::Error for TooMuch {}

impl<'r, R: Read> Guard<'r, R> {
    fn new(inner: R, room: &'r Cell<u64>) -> Self {
        Guard {
            inner,
            room,
            line: 1,
            column: 0,
            nesting: Nesting::default(),
        }
    }

    fn see(&mut self, byte: u8) {
        (self.line, self.column) = match byte {
            b'\n' => (self.line + 1, 0),
            _ => (self.line, self.column + 1),
        };
        self.nesting.see(byte);
    }
}

impl<R: Read> Read for Guard<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let room = self.room.get().checked_sub(count as u64);
        self.room.set(room.unwrap_or(0));
        let mut sound = room.is_some();
        for byte in &buffer[..count] {
            self.see(*byte);
            sound &= !self.nesting.is_too_deep();
            if !sound {
                let (line, column) = (self.line, self.column);
                return Err(io::Error::other(TooMuch { line, column }));
            }
        }
        Ok(count)
    }
}
