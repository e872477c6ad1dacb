//! JSON in bounded memory, whatever stands in it.
//!
//! A list is read element by element, and no element can be larger than [`guard`] and the limits of [`values`] allow.

mod guard;
mod lines;
mod nesting;
mod tree;
mod values;

use std::{
    fmt,
    io::{BufRead, BufReader, Read},
};

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use crate::ReadError;
use guard::Guard;
pub(crate) use lines::{Document, each_document};
pub use nesting::Nesting;
pub(crate) use tree::Tree;
pub(crate) use values::{FromFields, List, Object, Value, fields};

/// The mark some programs put before UTF-8.
pub(crate) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads a whole document.
pub(crate) fn tree(file: &str, data: impl Read) -> Result<Tree, ReadError> {
    let mut deserializer = serde_json::Deserializer::from_reader(open(file, data)?);
    let tree = Tree::deserialize(&mut deserializer);
    tree.and_then(|tree| deserializer.end().map(|()| tree))
        .map_err(|error| broken(file, error))
}

/// The text of a file behind its byte order mark, if it has one.
fn open<R: Read>(file: &str, data: R) -> Result<BufReader<Guard<R>>, ReadError> {
    let mut reader = BufReader::with_capacity(64 * 1024, Guard::new(file, data));
    let start = reader
        .fill_buf()
        .map_err(|error| ReadError::from_io(file, error))?;
    if start.starts_with(BYTE_ORDER_MARK) {
        reader.consume(BYTE_ORDER_MARK.len());
    }
    Ok(reader)
}

/// Whether a file begins like a JSON object or list in which all of these stand.
pub(crate) fn has_words(prefix: &[u8], words: &[&str]) -> bool {
    let text = prefix
        .strip_prefix(BYTE_ORDER_MARK)
        .unwrap_or(prefix)
        .trim_ascii_start();
    (text.starts_with(b"{") || text.starts_with(b"["))
        && words
            .iter()
            .all(|word| memchr::memmem::find(text, word.as_bytes()).is_some())
}

/// Hands every element of a list to `take`, one at a time; `None` where an element is no object.
pub(crate) fn each<T: FromFields>(
    file: &str,
    data: impl Read,
    take: impl FnMut(Option<T>) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    each_of(file, data, None, take)
}

/// As [`each`], of the list in a field of one object.
pub(crate) fn each_in<T: FromFields>(
    file: &str,
    data: impl Read,
    field: &'static str,
    take: impl FnMut(Option<T>) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    each_of(file, data, Some(field), take)
}

fn each_of<T: FromFields>(
    file: &str,
    data: impl Read,
    field: Option<&'static str>,
    mut take: impl FnMut(Option<T>) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let mut deserializer = serde_json::Deserializer::from_reader(open(file, data)?);
    let mut refused = None;
    let list = Elements {
        take: &mut take,
        refused: &mut refused,
        element: std::marker::PhantomData,
    };
    let read = match field {
        None => deserializer.deserialize_seq(list),
        Some(field) => deserializer.deserialize_map(Within { field, list }),
    };
    let read = read.and_then(|()| deserializer.end());
    match refused {
        Some(refused) => Err(refused),
        None => read.map_err(|error| broken(file, error)),
    }
}

struct Elements<'r, F, T> {
    take: &'r mut F,
    refused: &'r mut Option<ReadError>,
    element: std::marker::PhantomData<T>,
}

impl<'de, T: FromFields, F: FnMut(Option<T>) -> Result<(), ReadError>> Visitor<'de>
    for Elements<'_, F, T>
{
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while let Some(Object(item)) = items.next_element::<Object<T>>()? {
            if let Err(refused) = (self.take)(item) {
                *self.refused = Some(refused);
                return Err(serde::de::Error::custom("refused"));
            }
        }
        Ok(())
    }
}

impl<'de, T: FromFields, F: FnMut(Option<T>) -> Result<(), ReadError>> DeserializeSeed<'de>
    for Elements<'_, F, T>
{
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

/// The list in a field of an object, whatever else the object holds.
struct Within<'r, F, T> {
    field: &'static str,
    list: Elements<'r, F, T>,
}

impl<'de, T: FromFields, F: FnMut(Option<T>) -> Result<(), ReadError>> Visitor<'de>
    for Within<'_, F, T>
{
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let Elements { take, refused, .. } = self.list;
        let mut is_there = false;
        while let Some(name) = object.next_key::<String>()? {
            if name == self.field {
                is_there = true;
                object.next_value_seed(Elements {
                    take: &mut *take,
                    refused: &mut *refused,
                    element: std::marker::PhantomData,
                })?;
            } else {
                object.next_value::<IgnoredAny>()?;
            }
        }
        if is_there {
            Ok(())
        } else {
            Err(serde::de::Error::missing_field(self.field))
        }
    }
}

/// What the parser's error means for the person; what stands in the file is not repeated.
fn broken(file: &str, error: serde_json::Error) -> ReadError {
    let (line, column) = (error.line() as u64, error.column() as u64);
    match error.classify() {
        serde_json::error::Category::Io => ReadError::from_io(file, error.into()),
        serde_json::error::Category::Eof => ReadError::JsonCutOff {
            file: file.to_owned(),
            line,
            column,
        },
        _ => ReadError::JsonBroken {
            file: file.to_owned(),
            line,
            column,
        },
    }
}
