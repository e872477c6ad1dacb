//! Between the wire's texts and the domain's types; nothing else converts.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use wane_domain::{
    Fold, Moment,
    diary::Night,
    scale::{Arousal, Quality, Rating},
    usual::place_clock_times,
};

use crate::{fault::Fault, wire::NightFields};

/// `YYYY-MM-DD` within the years that a diary can tell of.
pub fn date(text: &str, field: &str) -> Result<NaiveDate, Fault> {
    let date =
        NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map_err(|_| Fault::bad_time(field))?;
    let year = chrono::Datelike::year(&date);
    if (1900..=2200).contains(&year) {
        Ok(date)
    } else {
        Err(Fault::bad_time(field))
    }
}

/// `HH:MM` on a 24-hour clock.
pub fn time(text: &str, field: &str) -> Result<NaiveTime, Fault> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M").map_err(|_| Fault::bad_time(field))
}

/// An absent or empty text is a missing time.
pub fn time_option(text: Option<&str>, field: &str) -> Result<Option<NaiveTime>, Fault> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => time(text, field).map(Some),
    }
}

/// RFC 3339.
pub fn instant(text: &str, field: &str) -> Result<DateTime<Utc>, Fault> {
    DateTime::parse_from_rfc3339(text.trim())
        .map(|t| t.with_timezone(&Utc))
        .map_err(|_| Fault::bad_time(field))
}

/// An IANA zone name.
pub fn zone(text: &str) -> Result<Tz, Fault> {
    text.trim().parse().map_err(|_| Fault::bad_input("zone"))
}

/// 0–10, or missing.
pub fn rating(value: Option<u8>, field: &str) -> Result<Option<Rating>, Fault> {
    value
        .map(|v| Rating::new(v).map_err(|s| Fault::off_scale(field, s.low, s.high)))
        .transpose()
}

/// 1–5, or missing.
pub fn quality(value: Option<u8>) -> Result<Option<Quality>, Fault> {
    value
        .map(|v| Quality::new(v).map_err(|s| Fault::off_scale("quality", s.low, s.high)))
        .transpose()
}

/// 0–4, or missing.
pub fn arousal(value: Option<u8>) -> Result<Option<Arousal>, Fault> {
    value
        .map(|v| Arousal::new(v).map_err(|s| Fault::off_scale("arousal", s.low, s.high)))
        .transpose()
}

/// Minutes that fit into a day, or missing.
pub fn minutes(value: Option<u16>, field: &str) -> Result<Option<u16>, Fault> {
    match value {
        Some(m) if m > 1440 => Err(Fault::bad_input(field)),
        other => Ok(other),
    }
}

/// One line of the user's own words; empty is missing.
pub fn line(text: Option<&str>) -> Option<String> {
    let text = text?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 10_000;

/// A note in the user's own words, of at most [`LONGEST_NOTE`] characters, with its line ends; empty is missing.
pub fn note(text: &str) -> Result<Option<String>, Fault> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = text
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    let text = text.trim_matches('\n').trim_end();
    if text.chars().count() > LONGEST_NOTE {
        return Err(Fault::beyond("error-note-long", LONGEST_NOTE));
    }
    Ok((!text.trim().is_empty()).then(|| text.to_owned()))
}

/// At most `most` characters on one line; empty is missing, and `too_long` is the message about a longer one.
pub fn short(text: &str, most: usize, too_long: &'static str) -> Result<Option<String>, Fault> {
    let line = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    if line.chars().count() > most {
        return Err(Fault::beyond(too_long, most));
    }
    Ok((!line.is_empty()).then_some(line))
}

/// `HH:MM`.
pub fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// The four names under which a form holds clock times, in the order of a night.
pub const TIME_FIELDS: [&str; 4] = ["bed", "lights_out", "final_wake", "out_of_bed"];

/// The form's clock times, in the order of [`TIME_FIELDS`].
pub fn times_from_fields(fields: &NightFields) -> Result<[Option<NaiveTime>; 4], Fault> {
    Ok([
        time_option(fields.bed.as_deref(), "bed")?,
        time_option(fields.lights_out.as_deref(), "lights_out")?,
        time_option(fields.final_wake.as_deref(), "final_wake")?,
        time_option(fields.out_of_bed.as_deref(), "out_of_bed")?,
    ])
}

/// For each of [`TIME_FIELDS`], which of two equal readings the form means.
pub fn folds_from_fields(fields: &NightFields) -> [Fold; 4] {
    TIME_FIELDS.map(|name| {
        if fields.second_reading.iter().any(|f| f == name) {
            Fold::Second
        } else {
            Fold::First
        }
    })
}

/// The form's answers laid over a night: its clock times become instants around `wake_date`.
///
/// A night keeps its clocks: a time is read on the clock on which it, or its neighbour of the same evening or morning,
/// was read before, and only else on the clock of `here`. So a night written in one zone can be put right from another.
pub fn night_from_fields(night: &mut Night, fields: &NightFields, here: Tz) -> Result<(), Fault> {
    let times = times_from_fields(fields)?;
    let folds = folds_from_fields(fields);
    let zone = |time: Option<Moment>, neighbour: Option<Moment>| {
        time.or(neighbour).map_or(here, |moment| moment.zone)
    };
    let zones = [
        zone(night.bed, night.lights_out),
        zone(night.lights_out, night.bed),
        zone(night.final_wake, night.out_of_bed),
        zone(night.out_of_bed, night.final_wake),
    ];
    let [bed, lights_out, final_wake, out_of_bed] = place_clock_times(
        night.wake_date,
        times[0],
        times[1],
        times[2],
        times[3],
        zones,
        folds,
    );
    night.bed = keep_if_same(night.bed, bed);
    night.lights_out = keep_if_same(night.lights_out, lights_out);
    night.final_wake = keep_if_same(night.final_wake, final_wake);
    night.out_of_bed = keep_if_same(night.out_of_bed, out_of_bed);
    night.sol_min = minutes(fields.sol_min, "sol_min")?;
    night.nwak = fields.nwak.filter(|n| *n <= 200).map_or_else(
        || {
            if fields.nwak.is_some() {
                Err(Fault::bad_input("nwak"))
            } else {
                Ok(None)
            }
        },
        |n| Ok(Some(n)),
    )?;
    night.waso_min = minutes(fields.waso_min, "waso_min")?;
    night.tasafa_min = minutes(fields.tasafa_min, "tasafa_min")?;
    Ok(())
}

/// A reading the user did not touch keeps its instant: a form holds whole minutes, and an import may have brought seconds.
fn keep_if_same(old: Option<Moment>, new: Option<Moment>) -> Option<Moment> {
    match (old, new) {
        (Some(old), Some(new))
            if old.zone == new.zone
                && (0..60_000).contains(&(old.instant - new.instant).num_milliseconds()) =>
        {
            Some(old)
        }
        (_, new) => new,
    }
}

/// A night as a form holds it.
pub fn fields_from_night(night: &Night) -> NightFields {
    let text = |m: Option<Moment>| m.map(|m| clock(m.time()));
    let second_reading = TIME_FIELDS
        .into_iter()
        .zip([
            night.bed,
            night.lights_out,
            night.final_wake,
            night.out_of_bed,
        ])
        .filter(|(_, m)| m.is_some_and(|m| is_second_reading(&m)))
        .map(|(name, _)| name.to_owned())
        .collect();
    NightFields {
        bed: text(night.bed),
        lights_out: text(night.lights_out),
        sol_min: night.sol_min,
        nwak: night.nwak,
        waso_min: night.waso_min,
        final_wake: text(night.final_wake),
        tasafa_min: night.tasafa_min,
        out_of_bed: text(night.out_of_bed),
        second_reading,
    }
}

/// The clock showed this reading twice, and the later one is meant.
pub fn is_second_reading(m: &Moment) -> bool {
    is_ambiguous(m) && Moment::from_local(m.local(), m.zone, Fold::First) != *m
}

/// The clock showed this reading twice.
pub fn is_ambiguous(m: &Moment) -> bool {
    Moment::from_local(m.local(), m.zone, Fold::First)
        != Moment::from_local(m.local(), m.zone, Fold::Second)
}
