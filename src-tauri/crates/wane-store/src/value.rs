//! One field of a record, as it is stored: [`Value`], and how every type of the domain becomes one.

use chrono::{DateTime, NaiveDate, Offset, SecondsFormat, Utc};
use chrono_tz::Tz;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use wane_domain::{
    Id, Moment,
    body::Region,
    diary::{
        Felt, FlareHow, FlarePrompt, NightChoice, Occasion, OffsetCertainty, Pace, PartOfDay,
        Purpose, SleepKind, SpanKind, Timing, Tried, Watched, WorryFate,
    },
    movement::routine::Steps,
    scale::{Arousal, Effort, Quality, Rating},
    winddown::BlockKind,
};

/// The content of one field.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Not said. Never the same as zero or an empty text.
    Nothing,
    /// A whole number: a count, minutes, a rating, 0 or 1 for no or yes, or milliseconds since 1970 for a plain instant.
    Whole(i64),
    /// Any other number.
    Number(f64),
    /// A text, a date (`2026-03-29`), a record's name, or the code of a choice.
    Text(String),
    /// An instant with its zone, to the millisecond.
    Moment(Moment),
}

/// In how many columns a field lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One column of the field's own name.
    One,
    /// `…_utc` in milliseconds, `…_offset` in seconds, `…_zone` as the IANA name.
    Moment,
}

/// What a field can hold, for whoever writes it down in another form or reads it back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// A whole number from the one to the other, both included ([`Value::Whole`]).
    Whole(i64, i64),
    /// Yes or no ([`Value::Whole`] of 1 or 0).
    YesNo,
    /// Any other number ([`Value::Number`]).
    Number,
    /// Any text ([`Value::Text`]).
    Text,
    /// A date, `2026-03-29` ([`Value::Text`]).
    Date,
    /// The name of a record ([`Value::Text`]).
    Name,
    /// An IANA zone ([`Value::Text`]).
    Zone,
    /// An instant without a zone ([`Value::Whole`], milliseconds since 1970).
    Instant,
    /// An instant with its zone ([`Value::Moment`]).
    Moment,
    /// One of these codes ([`Value::Text`]).
    Choice(&'static [&'static str]),
    /// Codes, as of regions of the body or of what was done in an evening, apart by a space ([`Value::Text`]).
    Regions,
    /// Steps of a routine, `heel-slide 6x, calf-ease 2m` ([`Value::Text`]).
    Steps,
}

/// A type that can be a field.
pub(crate) trait Stored: Sized {
    const SHAPE: Shape = Shape::One;
    const KIND: Kind;
    /// Whether "not said" is one of its values.
    const OPTIONAL: bool = false;
    fn store(&self) -> Value;
    /// `None` when the value is not of this type.
    fn load(value: Value) -> Option<Self>;
}

impl Value {
    /// The value as the operation log keeps it, where a moment is one text (RFC 9557).
    pub(crate) fn to_op(&self) -> rusqlite::types::Value {
        match self {
            Value::Nothing => rusqlite::types::Value::Null,
            Value::Whole(n) => (*n).into(),
            Value::Number(x) => (*x).into(),
            Value::Text(text) => text.clone().into(),
            Value::Moment(m) => format!(
                "{}[{}]",
                m.instant.to_rfc3339_opts(SecondsFormat::Millis, true),
                m.zone.name()
            )
            .into(),
        }
    }

    /// The opposite of [`Value::to_op`], for a field of that shape; `None` when it is no such value.
    pub(crate) fn from_op(stored: ValueRef<'_>, shape: Shape) -> Option<Value> {
        let value = Value::column_result(stored).ok()?;
        match (shape, value) {
            (Shape::Moment, Value::Text(text)) => {
                let (instant, zone) = text.strip_suffix(']')?.split_once('[')?;
                let instant = DateTime::parse_from_rfc3339(instant)
                    .ok()?
                    .with_timezone(&Utc);
                Some(Value::Moment(Moment::new(instant, zone.parse().ok()?)))
            }
            (Shape::Moment, Value::Nothing) => Some(Value::Nothing),
            (Shape::Moment, _) => None,
            (Shape::One, value) => Some(value),
        }
    }

    /// The contents of the three columns of a moment; all NULL unless this is one.
    pub(crate) fn moment_columns(&self) -> [rusqlite::types::Value; 3] {
        use rusqlite::types::Value::Null;
        let Value::Moment(m) = self else {
            return [Null, Null, Null];
        };
        let offset = m
            .instant
            .with_timezone(&m.zone)
            .offset()
            .fix()
            .local_minus_utc();
        [
            m.instant.timestamp_millis().into(),
            offset.into(),
            m.zone.name().to_owned().into(),
        ]
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            other => ToSqlOutput::Owned(other.to_op()),
        })
    }
}

impl FromSql for Value {
    fn column_result(stored: ValueRef<'_>) -> FromSqlResult<Value> {
        Ok(match stored {
            ValueRef::Null => Value::Nothing,
            ValueRef::Integer(n) => Value::Whole(n),
            ValueRef::Real(x) => Value::Number(x),
            ValueRef::Text(_) => Value::Text(stored.as_str()?.to_owned()),
            ValueRef::Blob(_) => return Err(FromSqlError::InvalidType),
        })
    }
}

impl<T: Stored> Stored for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const KIND: Kind = T::KIND;
    const OPTIONAL: bool = true;
    fn store(&self) -> Value {
        self.as_ref().map_or(Value::Nothing, T::store)
    }
    fn load(value: Value) -> Option<Self> {
        match value {
            Value::Nothing => Some(None),
            value => T::load(value).map(Some),
        }
    }
}

impl Stored for Moment {
    const SHAPE: Shape = Shape::Moment;
    const KIND: Kind = Kind::Moment;
    fn store(&self) -> Value {
        // Finer than a millisecond is dropped here, so that what is compared is what is stored.
        let instant = DateTime::from_timestamp_millis(self.instant.timestamp_millis())
            .unwrap_or(self.instant);
        Value::Moment(Moment::new(instant, self.zone))
    }
    fn load(value: Value) -> Option<Self> {
        match value {
            Value::Moment(moment) => Some(moment),
            _ => None,
        }
    }
}

impl Stored for DateTime<Utc> {
    const KIND: Kind = Kind::Instant;
    fn store(&self) -> Value {
        Value::Whole(self.timestamp_millis())
    }
    fn load(value: Value) -> Option<Self> {
        whole(&value).and_then(DateTime::from_timestamp_millis)
    }
}

impl Stored for NaiveDate {
    const KIND: Kind = Kind::Date;
    fn store(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn load(value: Value) -> Option<Self> {
        text(value)?.parse().ok()
    }
}

impl Stored for Id {
    const KIND: Kind = Kind::Name;
    fn store(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn load(value: Value) -> Option<Self> {
        text(value)?.parse().ok()
    }
}

impl Stored for Tz {
    const KIND: Kind = Kind::Zone;
    fn store(&self) -> Value {
        Value::Text(self.name().to_owned())
    }
    fn load(value: Value) -> Option<Self> {
        text(value)?.parse().ok()
    }
}

impl Stored for String {
    const KIND: Kind = Kind::Text;
    fn store(&self) -> Value {
        Value::Text(self.clone())
    }
    fn load(value: Value) -> Option<Self> {
        text(value)
    }
}

impl Stored for bool {
    const KIND: Kind = Kind::YesNo;
    fn store(&self) -> Value {
        Value::Whole(i64::from(*self))
    }
    fn load(value: Value) -> Option<Self> {
        match value {
            Value::Whole(0) => Some(false),
            Value::Whole(1) => Some(true),
            _ => None,
        }
    }
}

impl Stored for f64 {
    const KIND: Kind = Kind::Number;
    fn store(&self) -> Value {
        Value::Number(*self)
    }
    fn load(value: Value) -> Option<Self> {
        match value {
            Value::Number(x) => Some(x),
            _ => None,
        }
    }
}

/// Their codes, apart by a space; none is NULL.
impl Stored for Vec<Region> {
    const KIND: Kind = Kind::Regions;
    const OPTIONAL: bool = true;
    fn store(&self) -> Value {
        if self.is_empty() {
            return Value::Nothing;
        }
        let codes: Vec<&str> = self.iter().map(|region| region.code()).collect();
        Value::Text(codes.join(" "))
    }
    fn load(value: Value) -> Option<Self> {
        match value {
            Value::Nothing => Some(Vec::new()),
            value => text(value)?.split(' ').map(Region::from_code).collect(),
        }
    }
}

/// Their codes, apart by a space; none is NULL.
impl Stored for Vec<BlockKind> {
    const KIND: Kind = Kind::Regions;
    const OPTIONAL: bool = true;
    fn store(&self) -> Value {
        if self.is_empty() {
            return Value::Nothing;
        }
        let codes: Vec<&str> = self.iter().map(|kind| kind.code()).collect();
        Value::Text(codes.join(" "))
    }
    fn load(value: Value) -> Option<Self> {
        match value {
            Value::Nothing => Some(Vec::new()),
            value => text(value)?.split(' ').map(BlockKind::from_code).collect(),
        }
    }
}

fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Whole(n) => Some(*n),
        _ => None,
    }
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

macro_rules! whole_numbers {
    ($($number:ty),*) => {$(
        impl Stored for $number {
            const KIND: Kind = Kind::Whole(<$number>::MIN as i64, <$number>::MAX as i64);
            fn store(&self) -> Value {
                Value::Whole(i64::from(*self))
            }
            fn load(value: Value) -> Option<Self> {
                whole(&value)?.try_into().ok()
            }
        }
    )*};
}
whole_numbers!(u16, u32, i32);

/// As they are written down: `heel-slide 6x, calf-ease 2m`.
impl Stored for Steps {
    const KIND: Kind = Kind::Steps;
    fn store(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn load(value: Value) -> Option<Self> {
        text(value)?.parse().ok()
    }
}

macro_rules! scales {
    ($($scale:ty),*) => {$(
        impl Stored for $scale {
            const KIND: Kind = Kind::Whole(<$scale>::LOW as i64, <$scale>::HIGH as i64);
            fn store(&self) -> Value {
                Value::Whole(i64::from(self.get()))
            }
            fn load(value: Value) -> Option<Self> {
                <$scale>::new(whole(&value)?.try_into().ok()?).ok()
            }
        }
    )*};
}
scales!(Rating, Quality, Arousal, Effort);

macro_rules! choices {
    ($($choice:ty { $($variant:ident = $code:literal),* })*) => {$(
        impl Stored for $choice {
            const KIND: Kind = Kind::Choice(&[$($code),*]);
            fn store(&self) -> Value {
                Value::Text(match self { $(<$choice>::$variant => $code),* }.to_owned())
            }
            fn load(value: Value) -> Option<Self> {
                match text(value)?.as_str() {
                    $($code => Some(<$choice>::$variant),)*
                    _ => None,
                }
            }
        }
    )*};
}
choices! {
    SleepKind { Night = "night", Nap = "nap" }
    NightChoice { Breathe = "breathe", Settle = "settle", Note = "note" }
    OffsetCertainty { Stated = "stated", InstantOnly = "instant-only", Assumed = "assumed" }
    Occasion { Morning = "morning", Evening = "evening", Moment = "moment" }
    Timing { Day = "day", Night = "night" }
    Felt { Less = "less", Right = "right", TooMuch = "too-much" }
    Purpose { Planned = "planned", Rescue = "rescue" }
    WorryFate { Parked = "parked", Kept = "kept", LetGo = "let-go", Planned = "planned" }
    SpanKind { Flare = "flare", Illness = "illness", Journey = "journey", Holiday = "holiday" }
    FlarePrompt { Words = "words", Helps = "helps", Gentle = "gentle", Wait = "wait", People = "people", Clinician = "clinician" }
    FlareHow { Rough = "rough", Same = "same", Easing = "easing" }
    Tried { WindDown = "wind-down", MorningLight = "morning-light", Movement = "movement", Own = "own" }
    PartOfDay { Morning = "morning", Day = "day", Evening = "evening" }
    Watched { MorningPain = "morning-pain", EveningPain = "evening-pain", Asleep = "asleep", Efficiency = "efficiency", Quality = "quality" }
    Pace { EveryDay = "every-day", TwoOrThreeDays = "two-or-three-days" }
}
