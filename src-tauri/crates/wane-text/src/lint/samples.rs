//! A typical value for each variable of the catalogue, so that a sentence is graded as it is read.
//!
//! A name stands for the same kind of thing wherever it is used; where kinds differ in length, the sample is a usual one.

/// Variables and what they are filled with, in alphabetical order.
const SAMPLES: &[(&str, &str)] = &[
    ("act", "Begin"),
    ("all", "12"),
    ("amount", "1.1 points"),
    ("asleep", "12"),
    ("bed", "23:05"),
    ("before", "20 min"),
    ("better", "12"),
    ("bound", "12"),
    ("ceiling", "12"),
    ("column", "bed"),
    ("conflict", "12"),
    ("count", "12"),
    ("counted", "12"),
    ("date", "14 Mar 2026"),
    ("dates", "14 March, 15 March"),
    ("day", "Sat 14 March"),
    ("days", "12"),
    ("degrees", "12"),
    ("device", "12"),
    ("devices", "Fitbit Charge 5"),
    ("df", "12"),
    ("drawn", "12"),
    ("duration", "12"),
    ("effect", "1.1 points"),
    ("effort", "12"),
    ("enough", "7"),
    ("example", "A moment for this evening, if you like."),
    ("factor", "late coffee"),
    ("far", "12"),
    ("felt", "12"),
    ("field", "minutes awake"),
    ("file", "wane.json"),
    ("first", "14 Mar 2026"),
    ("flared", "12"),
    ("floor", "12"),
    ("folder", "/home/robin/wane"),
    ("format", "Sleep as Android"),
    ("from", "14 Mar"),
    ("goal_bed", "22:30"),
    ("goal_rise", "06:45"),
    ("half", "12"),
    ("high", "1.7"),
    ("hour", "12"),
    ("hours", "12"),
    ("inside", "12"),
    ("kept", "about half"),
    ("kind", "Walking"),
    ("last", "14 Mar 2026"),
    ("left", "12"),
    ("length", "22 min"),
    ("less", "lower"),
    ("limit", "12"),
    ("line", "Today with wind-down"),
    ("lines", "12"),
    ("list", "Walking, 20 min"),
    ("low", "0.5"),
    ("mark", "started physio"),
    ("matters", "0.5 points"),
    ("measure", "time awake in the night"),
    ("median", "7 h 15"),
    ("middle", "12"),
    ("minute", "12"),
    ("minutes", "12"),
    ("month", "March"),
    ("more", "higher"),
    ("n", "12"),
    ("name", "pain on waking"),
    ("names", "left knee, lower back"),
    ("near", "12"),
    ("needed", "12"),
    ("new", "25 min"),
    ("next", "a little effort"),
    ("nights", "nights when falling asleep took longer"),
    ("notice", "1.1 points"),
    ("now", "12"),
    ("number", "12"),
    ("of", "12"),
    ("often", "now and then"),
    ("old", "20 min"),
    ("on", "14 Mar 2026"),
    ("other", "12"),
    ("others", "on days without"),
    ("outcome", "Pain on waking"),
    ("own", "late coffee"),
    ("pain", "pain on waking"),
    ("pairs", "12"),
    ("part", "the first line"),
    ("parts", "the night, 7 h 15 asleep"),
    ("percent", "12"),
    ("place", "London"),
    ("plain", "12"),
    ("points", "12"),
    ("poorer", "12"),
    ("question", "Could the two be swapped?"),
    ("range", "3 Jan 2025 – 14 Mar 2026"),
    ("rate", "12"),
    ("rating", "4"),
    ("ratings", "12"),
    ("read", "12"),
    ("reason", "no room on the disk"),
    ("rise", "07:10"),
    ("role", "Time asleep"),
    ("said", "12"),
    ("same", "12"),
    ("saved", "Saved."),
    ("says", "quality good"),
    ("seconds", "12"),
    ("service", "the desktop"),
    ("settled", "12"),
    ("share", "about half"),
    ("side", "12"),
    ("size", "large"),
    ("source", "Sleep as Android"),
    ("span", "14 Mar – 11 Apr 2026"),
    ("step", "With each hour more"),
    ("strength", "12"),
    ("text", "412 nights and 780 pain ratings"),
    ("these", "on days with it"),
    ("thing", "Night"),
    ("time", "07:10"),
    ("times", "12"),
    ("title", "Wind-down"),
    ("to", "14 Mar 2026"),
    ("unit", "cups"),
    ("until", "14 Mar 2026"),
    ("value", "20 min"),
    ("view", "Today"),
    ("wake", "07:10"),
    ("way", "higher"),
    ("weekday", "Saturday"),
    ("weeks", "12"),
    ("what", "wind-down"),
    ("when", "Saturday 14 March"),
    ("why", "before an import"),
    ("with", "12"),
    ("within", "12"),
    ("without", "12"),
    ("worry", "12"),
    ("year", "12"),
    ("zone", "London"),
];

/// The sample for the variable `name`.
pub fn sample(name: &str) -> Option<&'static str> {
    SAMPLES
        .binary_search_by(|(known, _)| (*known).cmp(name))
        .ok()
        .and_then(|at| SAMPLES.get(at))
        .map(|(_, sample)| *sample)
}

/// A text with a sample in place of each of its variables; one without a sample stays as it stands.
pub fn filled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(from) = rest.find('{') {
        let (before, variable) = rest.split_at(from);
        out.push_str(before);
        let Some(to) = variable.find('}') else {
            rest = variable;
            break;
        };
        let name = &variable[1..to];
        out.push_str(sample(name).unwrap_or(&variable[..=to]));
        rest = &variable[to + 1..];
    }
    out.push_str(rest);
    out
}
