//! Reminders in the whole diary's text: the rules, the protected night and the pauses, which lie in `schedule.db`.
//!
//! What became of single occurrences is not part of it: it says nothing on another computer and on another day.
//! Neither is what was answered to questions about them, which are asked anew where they still stand.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use wane_domain::reminder::{Kind, NightSpan, Pause, ProtectedNight, Rule, RuleZone};
use wane_store::{Result, Schedule};

/// Days of the week as the text names them, Monday first.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// More rules than this are nobody's.
const MAX_RULES: usize = 200;

/// More pauses than this are nobody's.
const MAX_PAUSES: usize = 2000;

/// The longest a reminder may still come after its time, in minutes: a day.
const MAX_GRACE_MIN: u32 = 24 * 60;

/// The longest name of a reminder, in characters.
const MAX_NAME: usize = 80;

/// Reminders as they stand in the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminders {
    /// One for each kind.
    #[serde(default)]
    pub rules: Vec<RuleText>,
    /// The hours in which nothing is shown, if somebody has set them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protected_night: Option<NightText>,
    /// When reminders were paused, and are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<PauseText>,
}

/// One pause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PauseText {
    /// Its first instant, RFC 3339.
    pub from: String,
    /// When it is over; absent while nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleText {
    /// `wind-down`, …, or the person's own name for it.
    pub kind: String,
    /// Its time on each day of the week that has one.
    #[serde(default)]
    pub times: BTreeMap<String, String>,
    /// The zone of its times; absent: the clock of wherever the machine is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Minutes after its time within which it may still come.
    pub grace_min: u32,
    /// Whether it is on.
    pub enabled: bool,
}

/// The protected night.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NightText {
    /// It follows the times for bed and rising.
    pub automatic: bool,
    /// From and to, by the day of the week of its evening.
    pub spans: BTreeMap<String, [String; 2]>,
}

fn by_day<T, U>(days: &[Option<T>; 7], text: impl Fn(&T) -> U) -> BTreeMap<String, U> {
    DAYS.iter()
        .zip(days)
        .filter_map(|(name, value)| Some(((*name).to_owned(), text(value.as_ref()?))))
        .collect()
}

/// `None` if a name is no day of the week, or a value not what it has to be.
fn of_days<T, U: Copy>(
    named: &BTreeMap<String, T>,
    value: impl Fn(&T) -> Option<U>,
) -> Option<[Option<U>; 7]> {
    let mut days = [None; 7];
    for (name, text) in named {
        let at = DAYS.iter().position(|day| day == name)?;
        days[at] = Some(value(text)?);
    }
    Some(days)
}

/// Times are kept to the second.
fn text(time: NaiveTime) -> String {
    time.format("%H:%M:%S").to_string()
}

fn time(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M:%S").ok()
}

impl Reminders {
    /// Those of a schedule.
    pub fn of(schedule: &Schedule) -> Result<Reminders> {
        let rules = schedule.rules()?.iter().map(RuleText::of).collect();
        let protected_night = schedule
            .protected_night()?
            .map(|(night, automatic)| NightText {
                automatic,
                spans: by_day(&night.spans, |span| [text(span.from), text(span.to)]),
            });
        Ok(Reminders {
            rules,
            protected_night,
            pauses: schedule.pauses()?.iter().map(PauseText::of).collect(),
        })
    }

    /// How many reminders there are, the protected night among them.
    pub fn len(&self) -> usize {
        self.rules.len() + usize::from(self.protected_night.is_some())
    }

    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0 && self.pauses.is_empty()
    }

    /// Takes out what cannot be a rule, a night or a pause, and says how many things that were.
    pub fn keep_sound(&mut self) -> u64 {
        let before = self.len() + self.pauses.len();
        let epoch = DateTime::UNIX_EPOCH;
        let mut kinds: Vec<String> = Vec::new();
        self.rules.retain(|rule| {
            let new = !kinds.contains(&rule.kind) && kinds.len() < MAX_RULES;
            let sound = new && rule.rule(epoch).is_some();
            if sound {
                kinds.push(rule.kind.clone());
            }
            sound
        });
        if self
            .protected_night
            .as_ref()
            .is_some_and(|night| night.night().is_none())
        {
            self.protected_night = None;
        }
        let mut pauses: Vec<Pause> = Vec::new();
        self.pauses.truncate(MAX_PAUSES);
        self.pauses.retain(|text| {
            // No two are on at once.
            let pause = text.pause();
            let sound = pause.filter(|pause| !pauses.iter().any(|other| overlap(other, pause)));
            pauses.extend(sound);
            sound.is_some()
        });
        (before - self.len() - self.pauses.len()) as u64
    }
}

impl RuleText {
    /// What a rule says.
    pub fn of(rule: &Rule) -> RuleText {
        RuleText {
            kind: rule.kind.name().to_owned(),
            times: by_day(&rule.times, |at| text(*at)),
            zone: match rule.zone {
                RuleZone::Device => None,
                RuleZone::Fixed(zone) => Some(zone.name().to_owned()),
            },
            grace_min: rule.grace_min,
            enabled: rule.enabled,
        }
    }

    /// The rule, made at `now`; `None` if it cannot be one.
    pub fn rule(&self, now: DateTime<Utc>) -> Option<Rule> {
        let name = self.kind.trim();
        let named = !name.is_empty()
            && name == self.kind
            && name.chars().count() <= MAX_NAME
            && !name.chars().any(char::is_control);
        let zone = match &self.zone {
            None => RuleZone::Device,
            Some(zone) => RuleZone::Fixed(zone.parse().ok()?),
        };
        (named && self.grace_min <= MAX_GRACE_MIN).then_some(())?;
        Some(Rule {
            kind: Kind::from_name(name),
            times: of_days(&self.times, |at| time(at))?,
            zone,
            grace_min: self.grace_min,
            enabled: self.enabled,
            rev: 1,
            changed_at: now,
        })
    }
}

/// Whether two pauses are ever on at once.
pub fn overlap(a: &Pause, b: &Pause) -> bool {
    let ends_by = |one: &Pause, other: &Pause| one.until.is_some_and(|until| until <= other.from);
    !ends_by(a, b) && !ends_by(b, a)
}

impl PauseText {
    /// What a pause says.
    pub fn of(pause: &Pause) -> PauseText {
        let text = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::AutoSi, true);
        PauseText {
            from: text(pause.from),
            until: pause.until.map(text),
        }
    }

    /// The pause; `None` if it cannot be one.
    pub fn pause(&self) -> Option<Pause> {
        let instant = |text: &String| {
            let millis = DateTime::parse_from_rfc3339(text).ok()?.timestamp_millis();
            DateTime::from_timestamp_millis(millis)
        };
        let from = instant(&self.from)?;
        let until = match &self.until {
            Some(until) => Some(instant(until).filter(|until| *until > from)?),
            None => None,
        };
        Some(Pause { from, until })
    }
}

impl NightText {
    /// The night; `None` if it cannot be one.
    pub fn night(&self) -> Option<ProtectedNight> {
        let spans = of_days(&self.spans, |[from, to]| {
            Some(NightSpan {
                from: time(from)?,
                to: time(to)?,
            })
        })?;
        spans
            .iter()
            .any(Option::is_some)
            .then_some(ProtectedNight { spans })
    }
}

/// The published description of them.
pub fn schema() -> Json {
    let time = json!({ "type": "string", "pattern": r"^\d{2}:\d{2}:\d{2}$" });
    let instant =
        json!({ "type": "string", "format": "date-time", "description": "RFC 3339, in UTC." });
    let by_day = |what: Json| {
        let days: serde_json::Map<String, Json> = DAYS
            .iter()
            .map(|day| ((*day).to_owned(), what.clone()))
            .collect();
        json!({ "type": "object", "properties": days, "additionalProperties": false })
    };
    json!({
        "type": "object",
        "description": "Reminders: one rule for each kind, and the hours in which nothing is shown.",
        "properties": {
            "rules": { "type": "array", "items": {
                "type": "object",
                "required": ["kind", "grace_min", "enabled"],
                "properties": {
                    "kind": { "type": "string", "description": "wind-down, bedtime, morning-light, morning-check-in, evening-check-in, movement, or a name of the person's own." },
                    "times": by_day(time.clone()),
                    "zone": { "anyOf": [{ "type": "string", "description": "An IANA zone; without one, the clock of wherever the machine is." }, { "type": "null" }] },
                    "grace_min": { "type": "integer", "minimum": 0, "maximum": MAX_GRACE_MIN },
                    "enabled": { "type": "boolean" }
                }
            } },
            "protected_night": { "anyOf": [{
                "type": "object",
                "required": ["automatic", "spans"],
                "properties": {
                    "automatic": { "type": "boolean", "description": "It follows the times for bed and rising." },
                    "spans": by_day(json!({ "type": "array", "minItems": 2, "maxItems": 2, "items": time, "description": "From and to, by the day of its evening." }))
                }
            }, { "type": "null" }] },
            "pauses": { "type": "array", "maxItems": MAX_PAUSES, "items": {
                "type": "object",
                "description": "A time in which reminders are paused; no two are on at once.",
                "required": ["from"],
                "properties": {
                    "from": instant,
                    "until": { "anyOf": [instant, { "type": "null" }], "description": "Absent while nobody has said." }
                }
            } }
        }
    })
}
