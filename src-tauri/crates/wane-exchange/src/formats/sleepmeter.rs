//! The diary of Sleepmeter: the first of several tables in one file.
//!
//! Notes stand last in a row with quotation marks that are not doubled, so that no rule for quotes holds; but a row
//! begins with three stamps, and nothing before the notes can hold a comma.

use std::io::Read;

use wane_domain::diary::SleepKind;

use crate::{
    Format, Found, ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    ledger::Ledger,
    rules, stamps,
    table::Lines,
};

const HEADER: &[u8] = b"wake,sleep,bedtime,holes,type";

/// Names of the tables that follow the diary; a file may have nothing else.
const OTHERS: [&[u8]; 3] = [
    b"custom_aid_id,class,name",
    b"custom_hindrance_id,class,name",
    b"custom_tag_id,name",
];

/// Whether a file begins with one of its tables.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    let text = prefix
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(prefix)
        .trim_ascii_start();
    text.starts_with(HEADER) || OTHERS.iter().any(|table| text.starts_with(table))
}

/// Reads exports.
pub(crate) struct Reader {
    settings: Settings,
    gathered: Gathered,
}

/// The parts of a row before its notes; `None` for a line that is no row.
fn row(line: &[u8]) -> Option<Vec<&str>> {
    let text = std::str::from_utf8(line).unwrap_or_else(|error| {
        // The notes may be anything; what stands before them is not.
        std::str::from_utf8(&line[..error.valid_up_to()]).unwrap_or_default()
    });
    let parts: Vec<&str> = text
        .splitn(11, ',')
        .map(|part| part.trim_matches('"'))
        .collect();
    let quoted = text.starts_with('"');
    (quoted && parts.len() >= 5 && parts[0].len() == 21 && parts[1].len() == 21).then_some(parts)
}

/// Whether a line begins with a quoted date, as every row does.
fn begins_like_a_row(line: &[u8]) -> bool {
    let date = line.strip_prefix(b"\"").and_then(|line| line.get(..10));
    date.and_then(|date| std::str::from_utf8(date).ok())
        .is_some_and(|date| stamps::iso_date(date).is_some())
}

/// Minutes awake in holes such as `191-221|310-340`, in minutes since falling asleep.
fn holes(text: &str) -> Option<f64> {
    let spans: Vec<(i64, i64)> = text
        .split('|')
        .filter(|hole| !hole.is_empty())
        .map(|hole| {
            let (from, to) = hole.split_once('-')?;
            Some((from.trim().parse().ok()?, to.trim().parse().ok()?))
        })
        .collect::<Option<_>>()?;
    let sound = spans
        .iter()
        .all(|(from, to)| (0..100_000).contains(from) && (0..100_000).contains(to));
    sound.then(|| rules::seconds(&rules::union(&spans)) as f64)
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            gathered: Gathered::default(),
        }
    }

    fn sleep(
        &self,
        parts: &[&str],
        file: &str,
        line: u64,
        ledger: &mut Ledger,
    ) -> Result<Sleep, (&'static str, Why)> {
        let home = self.settings.home_zone;
        let stamp = |index: usize, name| stamps::instant(parts[index]).ok_or((name, Why::NotADate));
        let wake = stamp(0, "wake")?;
        let asleep_from = stamp(1, "sleep")?;
        let bed = stamp(2, "bedtime").unwrap_or(asleep_from);
        // A row whose sleep ends when it begins was not slept, however long it was in bed.
        rules::interval(&asleep_from.moment(home), &wake.moment(home))
            .map_err(|why| ("wake", why))?;
        let start = bed.instant.min(asleep_from.instant);
        let start = stamps::Stamp {
            instant: start,
            ..bed
        }
        .moment(home);
        let end = wake.moment(home);
        let awake = holes(parts[3]);
        if awake.is_none() {
            let why = Why::NotANumber;
            ledger.skip(file, What::Value, Some("holes"), why, Some(line));
        }
        let slept = rules::elapsed_minutes(&asleep_from.moment(home), &end);
        let mut counts = Vec::new();
        let hindrances = parts.get(7).copied().unwrap_or_default();
        for (name, count) in [
            ("PAIN", "pain_hindrances"),
            ("RESTLESS_LEGS", "restless_legs_hindrances"),
        ] {
            if hindrances.split('|').any(|there| there == name) {
                counts.push(count);
            }
        }
        let key = format!("{}/{}", parts[1], parts[0]);
        Ok(Sleep {
            kind: match parts[4] {
                "NIGHT_SLEEP" => Some(SleepKind::Night),
                "NAP" => Some(SleepKind::Nap),
                _ => None,
            },
            asleep: awake.map(|awake| (slept - awake).max(0.0)),
            awake,
            in_bed: InBed::Minutes(rules::elapsed_minutes(&start, &end)),
            counts,
            ..Sleep::new(key, start, end, wake.certainty())
        })
    }
}

impl super::Reader for Reader {
    fn read(
        &mut self,
        file: &str,
        data: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let mut lines = Lines::new(file, data);
        let mut in_diary = false;
        while let Some(line) = lines.next()? {
            let bytes = line
                .bytes
                .strip_prefix(b"\xEF\xBB\xBF")
                .unwrap_or(&line.bytes);
            if bytes.starts_with(HEADER) {
                in_diary = true;
            } else if OTHERS.iter().any(|table| bytes.starts_with(table)) {
                in_diary = false;
            } else if in_diary && let Some(parts) = row(bytes) {
                self.gathered.see(file)?;
                ledger.count("rows", 1);
                match self.sleep(&parts, file, line.number, ledger) {
                    Ok(sleep) => {
                        let place = Place {
                            file,
                            line: line.number,
                        };
                        self.gathered.add(sleep, ("bedtime", "wake"), place, ledger);
                    }
                    Err((column, why)) => {
                        ledger.skip(file, What::Row, Some(column), why, Some(line.number));
                    }
                }
            } else if in_diary && begins_like_a_row(bytes) {
                // Cut off, or with other stamps than the program writes; any other line goes on with somebody's notes.
                ledger.skip(file, What::Row, None, Why::FieldCount, Some(line.number));
            }
        }
        Ok(())
    }

    fn finish(self: Box<Self>, ledger: &mut Ledger) -> Found {
        let mut found = Found::nothing(Format::Sleepmeter, self.settings.home_zone);
        found.sleeps = self.gathered.finish(ledger);
        found
    }
}
