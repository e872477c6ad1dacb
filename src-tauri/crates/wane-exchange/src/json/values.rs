//! Values of which little is expected: what is not wanted is passed over without being kept.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// The answers of a visitor to everything it does not look for.
macro_rules! otherwise {
    ($answer:expr; $($kind:ident),+) => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("any value")
        }
        $(otherwise!(@ $answer, $kind);)+
    };
    (@ $answer:expr, null) => {
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok($answer)
        }
    };
    (@ $answer:expr, scalar) => {
        fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
            Ok($answer)
        }
        fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
            Ok($answer)
        }
        fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
            Ok($answer)
        }
        fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
            Ok($answer)
        }
        fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
            Ok($answer)
        }
    };
    (@ $answer:expr, list) => {
        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
            while items.next_element::<IgnoredAny>()?.is_some() {}
            Ok($answer)
        }
    };
    (@ $answer:expr, object) => {
        fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
            while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            Ok($answer)
        }
    };
}

/// The longest string a [`Value`] keeps; stamps, names of levels and ids are far shorter.
const MAX_KEPT_BYTES: usize = 64;

/// One value of which only numbers, words and truth matter; anything else is passed over without being kept.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum Value {
    /// `null`, and a field that is not there.
    #[default]
    Missing,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Number(f64),
    /// A word.
    Text(String),
    /// An array, an object, or a text too long to be any of the above.
    Other,
}

impl Value {
    /// The text, if it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Value::Whole(number) => Some(*number as f64),
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// A name: a word or a whole number.
    pub(crate) fn name(&self) -> Option<String> {
        match self {
            Value::Text(text) if !text.is_empty() => Some(text.clone()),
            Value::Whole(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// A count of something, from 0 to `most`; `Err` if there is a value and it is none.
    pub(crate) fn count(&self, most: u32) -> Result<Option<u32>, NotACount> {
        let whole = match self {
            Value::Missing => return Ok(None),
            Value::Whole(number) => *number,
            Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => *number as i64,
            _ => return Err(NotACount),
        };
        u32::try_from(whole)
            .ok()
            .filter(|count| *count <= most)
            .map(Some)
            .ok_or(NotACount)
    }
}

/// There is a value, and it is no count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotACount;

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyVisitor;
        impl<'de> Visitor<'de> for AnyVisitor {
            type Value = Value;
            fn visit_unit<E>(self) -> Result<Value, E> {
                Ok(Value::Missing)
            }
            fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
                Ok(Value::Bool(value))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
                Ok(Value::Whole(value))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
                Ok(i64::try_from(value).map_or(Value::Number(value as f64), Value::Whole))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
                Ok(Value::Number(value))
            }
            fn visit_str<E>(self, value: &str) -> Result<Value, E> {
                Ok(if value.len() <= MAX_KEPT_BYTES {
                    Value::Text(value.to_owned())
                } else {
                    Value::Other
                })
            }
            otherwise!(Value::Other; list, object);
        }
        deserializer.deserialize_any(AnyVisitor)
    }
}

/// Something made from the fields of an object.
pub(crate) trait FromFields: Default {
    /// Takes the value of the field `name`, whatever it is.
    fn field<'de, A: MapAccess<'de>>(&mut self, name: &str, object: &mut A)
    -> Result<(), A::Error>;
}

/// The fields of an object by their names in the file, each a value or, marked so, an object of its own; whatever
/// else stands there is passed over.
macro_rules! fields {
    ($type:ty { $($name:literal => $field:ident $(($object:ident))?),+ $(,)? }) => {
        impl $crate::json::FromFields for $type {
            fn field<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                name: &str,
                object: &mut A,
            ) -> Result<(), A::Error> {
                match name {
                    $($name => self.$field = $crate::json::fields!(@ object $($object)?),)+
                    _ => drop(object.next_value::<serde::de::IgnoredAny>()?),
                }
                Ok(())
            }
        }
    };
    (@ $from:ident) => { $from.next_value()? };
    (@ $from:ident object) => {
        $from.next_value::<$crate::json::Object<_>>()?.0.unwrap_or_default()
    };
}
pub(crate) use fields;

/// An object, or `None` where something else stands.
pub(crate) struct Object<T>(pub(crate) Option<T>);

impl<'de, T: FromFields> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ObjectVisitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: FromFields> Visitor<'de> for ObjectVisitor<T> {
            type Value = Object<T>;
            fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Object<T>, A::Error> {
                let mut made = T::default();
                while let Some(name) = object.next_key::<String>()? {
                    made.field(&name, &mut object)?;
                }
                Ok(Object(Some(made)))
            }
            otherwise!(Object(None); null, scalar, list);
        }
        deserializer.deserialize_any(ObjectVisitor(std::marker::PhantomData))
    }
}

/// A list of objects; anything in it that is none is passed over, and so is all of it if it is no list.
#[derive(Debug, Default)]
pub(crate) struct List<T>(pub(crate) Vec<T>);

/// How many objects a [`List`] keeps; a night in stretches of half a minute has a tenth of it.
const MAX_LISTED: usize = 20_000;

impl<'de, T: FromFields> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListVisitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: FromFields> Visitor<'de> for ListVisitor<T> {
            type Value = List<T>;
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<List<T>, A::Error> {
                let mut list = Vec::new();
                while let Some(Object(item)) = items.next_element::<Object<T>>()? {
                    list.extend(item.filter(|_| list.len() < MAX_LISTED));
                }
                Ok(List(list))
            }
            otherwise!(List(Vec::new()); null, scalar, object);
        }
        deserializer.deserialize_any(ListVisitor(std::marker::PhantomData))
    }
}
