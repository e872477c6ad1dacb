//! What the names of columns say: what stands in them, and in which unit.

use super::{Role, Unit};
use crate::written;

/// A name in words: lower case, one blank between them and around, whatever else stood there.
///
/// `deep_sleepMinutes` and `Deep sleep (minutes)` are the same.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Words(String);

/// What stands in a column that has one of these phrases in its name, in the order in which they are looked for.
///
/// A phrase is made of whole words; a star at its end lets its last word go on, one at its beginning lets its first
/// word be the end of a longer one, and `=` asks for the whole name.
/// [`Role::Start`] and [`Role::End`] stand for their times of day as well.
pub(super) const SAID: &[(&[&str], Role)] = &[
    (&["offset", "timezone", "time zone", "utc"], Role::Offset),
    (&["nap", "naps", "mittagsschlaf", "sieste"], Role::Nap),
    (
        &[
            "to fall asleep",
            "latency",
            "einschlafdauer",
            "einschlaflatenz",
        ],
        Role::Latency,
    ),
    (&["final awakening", "final wake*"], Role::End),
    (
        &[
            "these awakenings",
            "awakenings last*",
            "wake after sleep onset",
            "waso",
        ],
        Role::Awake,
    ),
    (
        &[
            "awakening*",
            "number of times*",
            "how many times*",
            "times woke*",
            "times awake",
            "wakeups",
            "wake ups",
            "awake count",
            "woken",
        ],
        Role::Awakenings,
    ),
    (
        &["deep*", "sws", "tief", "*tiefschlaf*", "profond*"],
        Role::Deep,
    ),
    (&["rem"], Role::Rem),
    (
        &["light", "core", "shallow", "leicht*", "léger*"],
        Role::Light,
    ),
    (&["awake", "wach", "wachzeit"], Role::Awake),
    (&["in bed", "inbed", "im bett", "au lit"], Role::InBed),
    (
        &[
            "asleep",
            "sleep duration",
            "sleep length",
            "total sleep*",
            "sleep time",
            "slept",
            "hours of sleep",
            "minutes of sleep",
            "sleep hours",
            "sleep minutes",
            "schlafdauer",
            "schlafzeit",
            "durée de sommeil",
            "horas dormidas",
        ],
        Role::Asleep,
    ),
    (
        &[
            "morning pain",
            "pain morning",
            "pain in the morning",
            "pain on waking",
            "schmerz morgens",
            "schmerzen morgens",
        ],
        Role::PainMorning,
    ),
    (&["pain", "*schmerz*", "douleur*", "dolor*"], Role::PainDay),
    (&["rating", "*qualit*", "calidad"], Role::Quality),
    (
        &[
            "fell asleep",
            "lights out",
            "sleep onset*",
            "try to go to sleep",
            "try to sleep",
            "tried to sleep",
            "trying to sleep",
            "eingeschlafen",
            "einschlafzeit",
            "licht aus",
        ],
        Role::Start,
    ),
    (
        &[
            "start*",
            "begin*",
            "*beginn",
            "=from",
            "=von",
            "sleep time",
            "sleep at",
            "inicio",
            "début",
        ],
        Role::Start,
    ),
    (
        &[
            "wake*",
            "woke*",
            "waking",
            "aufgewacht",
            "aufwachzeit",
            "réveil*",
        ],
        Role::End,
    ),
    (
        &["end*", "*ende", "until", "stop*", "=to", "=bis", "fin"],
        Role::End,
    ),
    // Behind the ends, for there is an "end of bedtime" too.
    (TO_BED, Role::Start),
    (TO_BED, Role::Bed),
    (OUT_OF_BED, Role::End),
    (OUT_OF_BED, Role::OutOfBed),
    (
        &["wake date", "waking date", "date of waking", "end date"],
        Role::Date,
    ),
    (
        &[
            "date*",
            "day",
            "night",
            "datum",
            "=tag",
            "fecha",
            "jour",
            "timestamp",
            "zeitstempel",
        ],
        Role::Date,
    ),
];

/// Going to bed, which is when the sleep begins unless something else says that.
const TO_BED: &[&str] = &[
    "bedtime",
    "to bed",
    "into bed",
    "bed time",
    "bettgehzeit",
    "zu bett*",
    "ins bett*",
    "coucher",
    "acostarse",
];

/// Getting up, which is when the sleep ends unless something else says that.
const OUT_OF_BED: &[&str] = &[
    "got up",
    "get up",
    "getting up",
    "out of bed",
    "=up",
    "aufgestanden",
    "aufsteh*",
    "lever",
    "levantarse",
];

/// Names that have such words in them and mean something else: shares, aims, averages, medicines, lamps.
const OTHERS: &[&str] = &[
    "percent*",
    "efficiency",
    "goal",
    "target",
    "average",
    "avg",
    "debt",
    "pain med*",
    "pain relief",
    "light therapy",
    "light exposure",
];

impl Words {
    /// The words of a name.
    pub(super) fn of(name: &str) -> Words {
        let mut words = String::from(" ");
        let mut before = ' ';
        for one in name.chars() {
            let ends_word = !one.is_alphanumeric() || (before.is_lowercase() && one.is_uppercase());
            // An apostrophe parts no word: "the night's length" has no seconds in it.
            if matches!(one, '\'' | '’') {
                continue;
            }
            if ends_word && !words.ends_with(' ') {
                words.push(' ');
            }
            if one.is_alphanumeric() {
                words.extend(one.to_lowercase());
            }
            before = one;
        }
        if !words.ends_with(' ') {
            words.push(' ');
        }
        Words(words)
    }

    fn say(&self, phrase: &str) -> bool {
        if let Some(whole) = phrase.strip_prefix('=') {
            return self.0.trim() == whole;
        }
        let words = phrase.trim_matches('*');
        let (inside, goes_on) = (phrase.starts_with('*'), phrase.ends_with('*'));
        self.0.match_indices(words).any(|(at, _)| {
            let begins = inside || self.0[..at].ends_with(' ');
            let ends = goes_on || self.0[at + words.len()..].starts_with(' ');
            begins && ends
        })
    }

    /// Whether one of these phrases stands in the name.
    pub(super) fn say_one_of(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.say(phrase))
    }

    /// Whether the name means something that no role is for, whatever else stands in it.
    pub(super) fn mean_something_else(&self) -> bool {
        self.say_one_of(OTHERS)
    }

    /// The unit the name tells: the last in it, and one of a single letter only behind all other words.
    pub(super) fn unit(&self) -> Option<Unit> {
        let mut words = self.0.split_whitespace().rev().enumerate();
        words.find_map(|(from_end, word)| {
            let counts = from_end == 0 || word.chars().count() > 1;
            written::unit_of(word).filter(|_| counts)
        })
    }

    /// The largest number of a scale that the name tells, such as 10 of `Quality (1-10)`.
    pub(super) fn top(&self) -> Option<u32> {
        self.0
            .split_whitespace()
            .filter_map(|word| word.parse().ok())
            .max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart_into_words() {
        for (name, words) in [
            ("deep_sleepMinutes", " deep sleep minutes "),
            ("Deep sleep (minutes)", " deep sleep minutes "),
            ("inBed", " in bed "),
            ("REM", " rem "),
            ("The night's length", " the nights length "),
            ("Schlafqualität 1–5", " schlafqualität 1 5 "),
            ("", " "),
        ] {
            assert_eq!(Words::of(name), Words(words.to_owned()), "{name}");
        }
    }

    #[test]
    fn phrases_are_found_only_as_words() {
        for (name, phrase, there) in [
            ("time to bed", "to bed", true),
            ("total", "to", false),
            ("supper", "up", false),
            ("Sleep onset (local)", "sleep onset", true),
            ("Kopfschmerzen", "*schmerz*", true),
            ("Kopfschmerzen", "schmerz*", false),
            ("to", "=to", true),
            ("time to go", "=to", false),
            ("awakenings", "awake", false),
        ] {
            assert_eq!(Words::of(name).say(phrase), there, "{name:?} {phrase:?}");
        }
    }

    #[test]
    fn units_stand_in_names() {
        for (name, unit) in [
            ("deep (s)", Some(Unit::Seconds)),
            ("total_sleep", None),
            ("deep_sleep_minutes", Some(Unit::Minutes)),
            ("Hours of sleep", Some(Unit::Hours)),
            ("asleep_s", Some(Unit::Seconds)),
            ("s asleep", None),
            ("Hours asleep (min)", Some(Unit::Minutes)),
            ("The night's sleep", None),
        ] {
            assert_eq!(Words::of(name).unit(), unit, "{name}");
        }
    }
}
