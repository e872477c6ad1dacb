//! Times as files write them.

use std::ops::RangeInclusive;

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use wane_domain::{Moment, diary::OffsetCertainty};

use crate::rules;

/// An instant as a file gives it: with the offset of the clock it was read on, if the file says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// The instant.
    pub(crate) instant: DateTime<Utc>,
    /// Seconds east of Greenwich; `None` for a bare `Z`, which says when and not where.
    pub(crate) offset: Option<i32>,
}

impl Stamp {
    /// The moment on the clock it was read on, or on the home clock.
    pub(crate) fn moment(self, home: Tz) -> Moment {
        let zone = self
            .offset
            .and_then(|offset| rules::zone_for(self.instant, offset, home));
        Moment::new(self.instant, zone.unwrap_or(home))
    }

    /// How sure the offset is.
    pub(crate) fn certainty(self) -> OffsetCertainty {
        match self.offset {
            Some(_) => OffsetCertainty::Stated,
            None => OffsetCertainty::InstantOnly,
        }
    }
}

/// A date of the calendar and a time of day from text such as `2024-01-31T23:05:06.789`, with a blank or a `T`
/// between them; seconds and their fraction may be missing.
pub(crate) fn clock(text: &str) -> Option<NaiveDateTime> {
    let (date, time) = text
        .trim()
        .split_once(['T', ' '])
        .filter(|(date, _)| date.len() == 10)?;
    Some(NaiveDateTime::new(iso_date(date)?, time_of_day(time)?))
}

/// A date written `YYYY-MM-DD`.
pub(crate) fn iso_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let bytes = text.as_bytes();
    let shape = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !shape {
        return None;
    }
    NaiveDate::from_ymd_opt(
        text[..4].parse().ok()?,
        text[5..7].parse().ok()?,
        text[8..].parse().ok()?,
    )
}

/// The hours before noon, and those after it.
const MORNING: RangeInclusive<u32> = 0..=11;
const AFTERNOON: RangeInclusive<u32> = 12..=23;

/// The words for parts of a day, without dots and blanks, and the hours each stands with: those of languages whose
/// phones put them into stamps.
const PARTS: [(&str, RangeInclusive<u32>); 29] = [
    ("am", MORNING),
    ("pm", AFTERNOON),
    ("上午", MORNING),
    ("下午", AFTERNOON),
    ("凌晨", MORNING),
    ("清晨", MORNING),
    ("早上", MORNING),
    // About noon, and in the evening: twelve of the evening may be either midnight.
    ("中午", 11..=13),
    ("晚上", 18..=23),
    ("午前", MORNING),
    ("午後", AFTERNOON),
    ("오전", MORNING),
    ("오후", AFTERNOON),
    ("πμ", MORNING),
    ("μμ", AFTERNOON),
    ("ص", MORNING),
    ("م", AFTERNOON),
    ("sa", MORNING),
    ("ch", AFTERNOON),
    ("öö", MORNING),
    ("ös", AFTERNOON),
    ("ap", MORNING),
    ("ip", AFTERNOON),
    ("fm", MORNING),
    ("em", AFTERNOON),
    ("dop", MORNING),
    ("odp", AFTERNOON),
    ("pg", MORNING),
    ("ptg", AFTERNOON),
];

/// The digits of a time of day, and the hours that the word for its part of the day stands with; the word stands
/// before or behind.
fn parted(text: &str) -> Option<(&str, Option<RangeInclusive<u32>>)> {
    let digit = |one: char| one.is_ascii_digit();
    let (from, to) = (text.find(digit)?, text.rfind(digit)? + 1);
    let around = [&text[..from], &text[to..]].concat();
    let word: String = around
        .chars()
        .filter(|one| !one.is_whitespace() && *one != '.')
        .flat_map(char::to_lowercase)
        .collect();
    let part = PARTS.iter().find(|(there, _)| *there == word);
    let known = word.is_empty() || part.is_some();
    known.then_some((&text[from..to], part.map(|(_, hours)| hours.clone())))
}

/// A time of day such as `7:05`, `07:05:06`, `07:05:06.789`, `7:05 AM`, `7:05pm`, `7:05 p. m.`.
pub(crate) fn time_of_day(text: &str) -> Option<NaiveTime> {
    let (digits, part) = parted(text.trim())?;
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let number = |part: &str| {
        let sound = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        sound.then(|| part.parse::<u32>().ok()).flatten()
    };
    let mut parts = whole.split(':');
    let mut hour = number(parts.next()?)?;
    let minute = number(parts.next()?)?;
    let second = parts.next().map_or(Some(0), number)?;
    if parts.next().is_some() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if let Some(part) = part {
        if !(1..=12).contains(&hour) {
            return None;
        }
        let either = [hour % 12, hour % 12 + 12];
        hour = either.into_iter().find(|hour| part.contains(hour))?;
    }
    let milli = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    NaiveTime::from_hms_milli_opt(hour, minute, second, milli)
}

/// An offset such as `Z`, `+02:00`, `-0800`, `+02`, `UTC+0200`, `UTC-08:00`, in seconds east of Greenwich.
pub(crate) fn offset(text: &str) -> Option<i32> {
    let text = text.trim();
    let text = text
        .strip_prefix("UTC")
        .or_else(|| text.strip_prefix("GMT"))
        .unwrap_or(text);
    if text.is_empty() || text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (sign, digits) = match text.as_bytes()[0] {
        b'+' => (1, &text[1..]),
        b'-' => (-1, &text[1..]),
        _ => return None,
    };
    let digits: String = digits.chars().filter(|one| *one != ':').collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.parse::<i32>().ok()?, 0),
        3 => (digits[..1].parse().ok()?, digits[1..].parse().ok()?),
        4 => (digits[..2].parse().ok()?, digits[2..].parse().ok()?),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

/// An instant such as `2024-01-31T23:05:06Z`, `2024-01-31 23:05:06 +0200`, `2024-01-31T23:05:06.789+02:00`.
pub(crate) fn instant(text: &str) -> Option<Stamp> {
    let text = text.trim();
    if text.len() < 17 {
        return None;
    }
    if let Some(bare) = text.strip_suffix(['Z', 'z']) {
        return Some(Stamp {
            instant: clock(bare.trim_end())?.and_utc(),
            offset: None,
        });
    }
    let at = text.rfind(['+', '-']).filter(|at| *at > 10)?;
    east_of(clock(text[..at].trim_end())?, &text[at..])
}

/// What a clock shows that is so far east of Greenwich.
fn east_of(local: NaiveDateTime, east: &str) -> Option<Stamp> {
    let seconds = offset(east)?;
    let east = FixedOffset::east_opt(seconds)?;
    Some(Stamp {
        instant: local.and_local_timezone(east).single()?.with_timezone(&Utc),
        offset: Some(seconds),
    })
}

/// An instant such as `20150616071820-0700`, as phones of those years wrote it.
pub(crate) fn in_one_piece(text: &str) -> Option<Stamp> {
    let (local, east) = text.trim().split_at_checked(14)?;
    let digits = local.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || east.len() != 5 {
        return None;
    }
    let number = |from: usize, to: usize| local[from..to].parse().ok();
    let year = local[..4].parse().ok()?;
    let date = NaiveDate::from_ymd_opt(year, number(4, 6)?, number(6, 8)?)?;
    let local = date.and_hms_opt(number(8, 10)?, number(10, 12)?, number(12, 14)?)?;
    east_of(local, east)
}

/// The date of the day that the time between two stamps is the whole of; `None` if it is that of no day.
///
/// From midnight to midnight, or to the last minute before it, it is that day, on the clock that was read or on the one
/// at home; from any other time of day to the same one of the next day, it is the day on which it ends.
pub(crate) fn whole_day(start: Stamp, end: Stamp, home: Tz) -> Option<NaiveDate> {
    let day = Duration::hours(24);
    let read = |stamp: Stamp| {
        let east = Duration::seconds(stamp.offset.unwrap_or(0).into());
        stamp.instant.naive_utc().checked_add_signed(east)
    };
    let at_home = |stamp: Stamp| Some(stamp.moment(home).local());
    let clocks = [read(start).zip(read(end)), at_home(start).zip(at_home(end))];
    let clocks = clocks.into_iter().flatten();
    let own = clocks.clone().find(|(from, to)| {
        let minutes = (*to - *from).num_minutes();
        from.time() == NaiveTime::MIN && minutes >= 24 * 60 - 1 && *to - *from <= day
    });
    let is_day =
        end.instant - start.instant == day || clocks.clone().any(|(from, to)| to - from == day);
    own.map(|(from, _)| from.date())
        .or_else(|| is_day.then(|| end.moment(home).date()))
}

/// As [`instant`], of the very shape `2024-01-31 23:05:06 +0200` and no other.
///
/// A phone's export holds millions of them; every figure has its place, and nothing has to be looked for.
pub(crate) fn in_columns(text: &[u8]) -> Option<Stamp> {
    let text: &[u8; 25] = text.try_into().ok()?;
    let number = |from: usize, to: usize| {
        text[from..to].iter().try_fold(0, |sum, byte| {
            byte.is_ascii_digit()
                .then(|| sum * 10 + u32::from(byte - b'0'))
        })
    };
    let between = [text[4], text[7], text[10], text[13], text[16], text[19]];
    let sign = match (between, text[20]) {
        ([b'-', b'-', b' ', b':', b':', b' '], b'+') => 1,
        ([b'-', b'-', b' ', b':', b':', b' '], b'-') => -1,
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(number(0, 4)? as i32, number(5, 7)?, number(8, 10)?)?;
    let time = NaiveTime::from_hms_opt(number(11, 13)?, number(14, 16)?, number(17, 19)?)?;
    let (hours, minutes) = (number(21, 23)?, number(23, 25)?);
    if hours > 14 || minutes > 59 {
        return None;
    }
    let offset = sign * (hours * 3600 + minutes * 60) as i32;
    let local = NaiveDateTime::new(date, time).and_utc();
    Some(Stamp {
        instant: local - Duration::seconds(offset.into()),
        offset: Some(offset),
    })
}

/// Reads stamps one after another, most of which are of the same day on the same clock as the one before.
///
/// What does not change within that day is not worked out again.
#[derive(Debug, Default)]
pub(crate) struct OneAfterAnother {
    day: Option<Day>,
}

/// The day of a stamp in columns.
#[derive(Debug)]
struct Day {
    /// The date and the blank behind it.
    date: [u8; 11],
    /// The blank and the offset.
    offset: [u8; 6],
    /// Its midnight, in seconds of 1970's count.
    begins: i64,
}

impl OneAfterAnother {
    /// The instant that [`in_columns`] tells, in seconds of 1970's count.
    pub(crate) fn seconds(&mut self, text: &[u8]) -> Option<i64> {
        let (date, rest) = text.split_first_chunk::<11>()?;
        let (time, rest) = rest.split_first_chunk::<8>()?;
        let offset: &[u8; 6] = rest.try_into().ok()?;
        let second = second_of_day(time)?;
        let known = self.day.as_ref();
        if let Some(day) = known.filter(|day| day.date == *date && day.offset == *offset) {
            return Some(day.begins + second);
        }
        let told = in_columns(text)?.instant.timestamp();
        self.day = Some(Day {
            date: *date,
            offset: *offset,
            begins: told - second,
        });
        Some(told)
    }
}

/// Of `23:05:06`, how many seconds have passed since midnight.
fn second_of_day(time: &[u8; 8]) -> Option<i64> {
    let [h, hh, b':', m, mm, b':', s, ss] = time else {
        return None;
    };
    let number = |tens: &u8, ones: &u8, below: u8| {
        let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
        (tens <= 9 && ones <= 9 && tens * 10 + ones < below).then(|| i64::from(tens * 10 + ones))
    };
    Some(number(h, hh, 24)? * 3600 + number(m, mm, 60)? * 60 + number(s, ss, 60)?)
}

/// An instant counted in milliseconds from 1970.
pub(crate) fn millis(count: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(count)
}

/// An instant counted in seconds from 1970.
pub(crate) fn seconds(count: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(count, 0)
}

/// A length such as `7:05` or `07:05:06`, in minutes.
pub(crate) fn hours_minutes(text: &str) -> Option<f64> {
    let parts: Vec<u32> = text
        .trim()
        .split(':')
        .map(|part| {
            let sound =
                (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            sound.then(|| part.parse().ok()).flatten()
        })
        .collect::<Option<_>>()?;
    match parts[..] {
        [hours, minutes] if minutes < 60 => Some(f64::from(hours * 60 + minutes)),
        [hours, minutes, seconds] if minutes < 60 && seconds < 60 => {
            Some(f64::from(hours * 60 + minutes) + f64::from(seconds) / 60.0)
        }
        _ => None,
    }
}

/// The instant `minutes` later.
pub(crate) fn after(moment: Moment, minutes: f64) -> Option<Moment> {
    let milli = (minutes * 60_000.0).round();
    if !milli.is_finite() || milli.abs() > 1e12 {
        return None;
    }
    let instant = moment
        .instant
        .checked_add_signed(Duration::milliseconds(milli as i64))?;
    Some(Moment { instant, ..moment })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn by_columns_or_by_search_a_stamp_is_the_same(
            text in "[0-2][0-9]{3}-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-6][0-9]:[0-6][0-9] [+-][01][0-9][0-6][0-9]"
        ) {
            prop_assert_eq!(in_columns(text.as_bytes()), instant(&text), "{}", text);
        }

        #[test]
        fn one_after_another_or_alone_a_stamp_is_the_same(
            texts in prop::collection::vec(
                "2024-0[12]-3[01] [0-2][0-9]:[0-6][0-9]:[0-6][0-9] [+-]0[0-9]00|2024-01-31 23:05:0[0-9 :] [+ ]0[12]00 ?",
                1..20,
            )
        ) {
            let mut clock = OneAfterAnother::default();
            for text in &texts {
                let alone = in_columns(text.as_bytes()).map(|stamp| stamp.instant.timestamp());
                prop_assert_eq!(clock.seconds(text.as_bytes()), alone, "{}", text);
            }
        }

        #[test]
        fn one_letter_elsewhere_is_no_other_instant(at in 0_usize..25, letter in "[ -~]") {
            let mut text = "2024-01-31 23:05:06 +0200".to_owned();
            text.replace_range(at..=at, &letter);
            if let Some(stamp) = in_columns(text.as_bytes()) {
                prop_assert_eq!(Some(stamp), instant(&text), "{}", text);
            }
        }
    }
}
