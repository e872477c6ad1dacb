//! The names of backups, which say all that a list of them tells.
//!
//! `diary-20260329T070000Z-daily-schema-2.db`: of what, when, why, and how new; `-2` before the ending tells apart
//! backups of one second. A name of any other form is not ours: it is never listed, opened or removed.

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::{Reason, files, protocol::Spec};

/// What a backup's name says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub at: DateTime<Utc>,
    pub reason: Reason,
    pub schema: u32,
    /// 1 for the first of its second, reason and schema.
    pub nth: u32,
}

const ENDING: &str = ".db";

impl Name {
    /// The name as a file of that database bears it.
    pub(crate) fn of(&self, spec: &Spec) -> String {
        let nth = if self.nth > 1 {
            format!("-{}", self.nth)
        } else {
            String::new()
        };
        format!(
            "{}-{}-{}-schema-{}{nth}{ENDING}",
            stem(spec),
            files::stamp(self.at),
            self.reason.code(),
            self.schema
        )
    }

    /// What a name says, if it is one that [`Name::of`] gives.
    pub(crate) fn parse(spec: &Spec, name: &str) -> Option<Name> {
        let rest = name
            .strip_prefix(stem(spec))?
            .strip_prefix('-')?
            .strip_suffix(ENDING)?;
        let (stamp, rest) = rest.split_once('-')?;
        let at = NaiveDateTime::parse_from_str(stamp, files::STAMP)
            .ok()?
            .and_utc();
        let (code, rest) = rest.split_once("-schema-")?;
        let reason = Reason::ALL
            .into_iter()
            .find(|reason| reason.code() == code)?;
        let (schema, nth) = match rest.split_once('-') {
            Some((schema, nth)) => (schema.parse().ok()?, nth.parse().ok()?),
            None => (rest.parse().ok()?, 1),
        };
        let parsed = Name {
            at,
            reason,
            schema,
            nth,
        };
        // `+1`, `01` and the like are numbers too, but not as we write them.
        (parsed.of(spec) == name).then_some(parsed)
    }
}

fn stem(spec: &Spec) -> &'static str {
    spec.file.strip_suffix(ENDING).unwrap_or(spec.file)
}

#[cfg(test)]
mod tests {
    // A failed unwrap is a failed test.
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::{diary::DIARY, schedule::SCHEDULE};

    fn check(name: &str, ours: bool) {
        assert_eq!(Name::parse(&DIARY, name).is_some(), ours, "{name:?}");
    }

    #[test]
    fn only_names_we_give_are_ours() {
        check("diary-20260329T070000Z-daily-schema-2.db", true);
        check("diary-20260329T070000Z-by-hand-schema-2-2.db", true);
        check("diary-20260329T070000Z-by-hand-schema-2-1.db", false);
        check("diary-20260329T070000Z-by-hand-schema-02.db", false);
        check("diary-20260329T070000Z-by-hand-schema-+2.db", false);
        check("diary-20260329T070000Z-yearly-schema-2.db", false);
        check("diary-20260230T070000Z-daily-schema-2.db", false);
        check("diary-20260329T070000Z-daily-schema-2.db-wal", false);
        check("schedule-20260329T070000Z-upgrade-schema-1.db", false);
        check(".partial-diary-20260329T070000Z-daily-schema-2.db", false);
        check("../diary-20260329T070000Z-daily-schema-2.db", false);
        check("diary-20260329T070000Z-daily-schema-2 (1).db", false);
        check("diary.db", false);
        check("", false);
    }

    #[test]
    fn a_name_says_what_was_put_into_it() {
        for reason in Reason::ALL {
            for nth in [1, 2, 10] {
                for spec in [&DIARY, &SCHEDULE] {
                    let name = Name {
                        at: "2026-03-29T07:00:59Z".parse().unwrap(),
                        reason,
                        schema: 12,
                        nth,
                    };
                    assert_eq!(
                        Name::parse(spec, &name.of(spec)),
                        Some(name.clone()),
                        "{}",
                        name.of(spec)
                    );
                }
            }
        }
    }
}
