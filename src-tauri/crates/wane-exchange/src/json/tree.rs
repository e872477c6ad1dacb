//! A whole document in bounded memory, for formats whose records lie here and there in it.

use std::{cell::Cell, fmt};

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// The most values in one document.
const MAX_VALUES: usize = 1_000_000;

/// The longest text that is kept; longer ones are there and empty.
const MAX_KEPT_BYTES: usize = 4096;

/// The most text of one document that is kept, names of fields included, in bytes.
const MAX_TEXT_BYTES: usize = 48 * 1024 * 1024;

/// One value with everything in it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum Tree {
    /// `null`, and whatever is not there.
    #[default]
    Null,
    /// A truth value.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(Box<str>),
    /// A list.
    List(Vec<Tree>),
    /// An object; of fields of one name the last counts.
    Object(Vec<(Box<str>, Tree)>),
}

/// What stands where nothing does.
static NOTHING: Tree = Tree::Null;

impl Tree {
    /// The field of that name, or nothing.
    pub(crate) fn get(&self, name: &str) -> &Tree {
        match self {
            Tree::Object(fields) => fields
                .iter()
                .rev()
                .find(|(field, _)| **field == *name)
                .map_or(&NOTHING, |(_, value)| value),
            _ => &NOTHING,
        }
    }

    /// Whether there is a field of that name.
    pub(crate) fn has(&self, name: &str) -> bool {
        matches!(self, Tree::Object(fields) if fields.iter().any(|(field, _)| **field == *name))
    }

    /// The values of a list; of anything else none.
    pub(crate) fn items(&self) -> &[Tree] {
        match self {
            Tree::List(items) => items,
            _ => &[],
        }
    }

    /// The text, if it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Tree::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Tree::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The whole number, if it is one that can be exact.
    pub(crate) fn whole(&self) -> Option<i64> {
        let number = self.number()?;
        (number.fract() == 0.0 && number.abs() < 9e15).then_some(number as i64)
    }

    /// The truth value, if it is one.
    pub(crate) fn truth(&self) -> Option<bool> {
        match self {
            Tree::Bool(truth) => Some(*truth),
            _ => None,
        }
    }
}

/// Reads one value while room is left for values and for text.
#[derive(Clone, Copy)]
struct Seed<'c> {
    values: &'c Cell<usize>,
    bytes: &'c Cell<usize>,
}

impl Seed<'_> {
    /// Takes room for a text that is kept.
    fn keep<E: Error>(self, text: &str) -> Result<Box<str>, E> {
        let Some(left) = self.bytes.get().checked_sub(text.len()) else {
            return Err(E::custom("too much text"));
        };
        self.bytes.set(left);
        Ok(text.into())
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        let Some(left) = self.values.get().checked_sub(1) else {
            return Err(D::Error::custom("too many values"));
        };
        self.values.set(left);
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Number(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Tree, E> {
        let kept = if value.len() <= MAX_KEPT_BYTES {
            value
        } else {
            ""
        };
        self.keep(kept).map(Tree::Text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = entries.next_key::<String>()? {
            let name = self.keep(&name)?;
            fields.push((name, entries.next_value_seed(self)?));
        }
        Ok(Tree::Object(fields))
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (values, bytes) = (Cell::new(MAX_VALUES), Cell::new(MAX_TEXT_BYTES));
        let seed = Seed {
            values: &values,
            bytes: &bytes,
        };
        seed.deserialize(deserializer)
    }
}
