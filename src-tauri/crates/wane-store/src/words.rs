//! Which fields are written in words, and keeping the index of those words up to date.
//!
//! Triggers of the schema note every row whose words, date or presence altered, whoever wrote it;
//! [`bring_up_to_date`] writes the passages of those rows anew, in the transaction that altered them.
//! A row that was written by other means than this program is caught up with when the file is opened.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension as _, params, types::ValueRef};

use crate::table::Table;

/// A field that is written in words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Worded {
    pub table: &'static str,
    pub field: &'static str,
    /// Where the words belong.
    pub place: Place,
}

/// To which days words belong.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place {
    /// To the day of their own record.
    Day,
    /// To every day on which they were used, by a table that refers to them.
    DaysOfUse {
        table: &'static str,
        /// How such days are found, newest first; parameters: the name's uuid, how many at most.
        newest: &'static str,
    },
}

const fn of_the_day(table: &'static str, field: &'static str) -> Worded {
    Worded {
        table,
        field,
        place: Place::Day,
    }
}

/// Every field that is searched. Each has its triggers in the schema.
pub(crate) const WORDED: [Worded; 11] = [
    of_the_day("note", "text"),
    of_the_day("day_entry", "mattered"),
    of_the_day("dose", "kind"),
    of_the_day("instruction", "said"),
    of_the_day("medicine_taken", "amount"),
    of_the_day("annotation", "label"),
    of_the_day("flare_line", "text"),
    of_the_day("experiment", "own"),
    Worded {
        table: "named_pain",
        field: "name",
        place: Place::DaysOfUse {
            table: "pain_rating",
            newest: "
                SELECT DISTINCT date FROM pain_rating
                WHERE pain = ?1 AND pain IS NOT NULL AND deleted_at IS NULL
                ORDER BY date DESC LIMIT ?2",
        },
    },
    Worded {
        table: "factor",
        field: "name",
        place: Place::DaysOfUse {
            table: "factor_value",
            newest: "
                SELECT DISTINCT date FROM factor_value
                WHERE factor = ?1 AND value <> 0 AND deleted_at IS NULL
                ORDER BY date DESC LIMIT ?2",
        },
    },
    Worded {
        table: "medicine",
        field: "name",
        place: Place::DaysOfUse {
            table: "medicine_taken",
            newest: "
                SELECT DISTINCT date FROM medicine_taken
                WHERE medicine = ?1 AND deleted_at IS NULL
                ORDER BY date DESC LIMIT ?2",
        },
    },
];

/// The field of that table that is written in words, if it has one.
pub(crate) fn worded(table: &str) -> Option<&'static Worded> {
    WORDED.iter().find(|worded| worded.table == table)
}

/// Stands before a match when passages are read back.
pub(crate) const MATCH_BEGINS: char = '\u{1}';
/// Stands after a match when passages are read back.
pub(crate) const MATCH_ENDS: char = '\u{2}';
/// Stands between letters of a script that puts no spaces between words.
pub(crate) const JOINT: char = '\u{3}';

/// The least number of a passage that belongs to a day.
pub(crate) const FIRST_OF_ALL_DAYS: i64 = 1 << NUMBER_BITS;
const NUMBER_BITS: u32 = 32;
/// The last day before the year 0, the first that a date of the schema can lie in.
const DAY_ZERO: NaiveDate = match NaiveDate::from_ymd_opt(-1, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The least number of a passage of that day.
pub(crate) fn first_of_day(date: NaiveDate) -> i64 {
    (date - DAY_ZERO).num_days() << NUMBER_BITS
}

/// The day to which a passage belongs by its number; `None` for a name.
pub(crate) fn day_of(passage_no: i64) -> Option<NaiveDate> {
    let days = u64::try_from(passage_no >> NUMBER_BITS).ok()?;
    (days > 0)
        .then(|| DAY_ZERO.checked_add_days(chrono::Days::new(days)))
        .flatten()
}

/// The words as they are indexed and looked up: the characters that mark matches are spaces,
/// and every letter of a script without spaces is a word, so that any part of a line can be found.
pub(crate) fn spread(text: &str) -> String {
    let mut spread = String::with_capacity(text.len() + 16);
    let mut after_unspaced = false;
    for c in text.chars() {
        let unspaced = is_unspaced(c);
        if after_unspaced || (unspaced && !spread.is_empty()) {
            spread.push(JOINT);
        }
        after_unspaced = unspaced;
        spread.push(match c {
            '\0' | MATCH_BEGINS | MATCH_ENDS | JOINT => ' ',
            c => c,
        });
    }
    spread
}

/// Whether words are written without spaces in the character's script (Unicode blocks).
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}' // Thai, Lao
        | '\u{1000}'..='\u{109F}' // Myanmar
        | '\u{1780}'..='\u{17FF}' // Khmer
        | '\u{3005}'..='\u{3007}' // marks that repeat or stand for an ideograph
        | '\u{3040}'..='\u{312F}' // kana, bopomofo
        | '\u{31A0}'..='\u{31FF}' // more of them
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' // ideographs
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' // more of them
        | '\u{FF66}'..='\u{FF9F}' // narrow kana
    )
}

pub(crate) const OUT_OF_DATE: &str = "SELECT in_table, uuid FROM unindexed LIMIT 256";
pub(crate) const FORGET: &str = "DELETE FROM passage WHERE uuid = ?1 AND in_table = ?2";
pub(crate) const NEXT_NUMBER: &str =
    "SELECT max(passage_no) FROM passage WHERE passage_no BETWEEN ?1 AND ?2";

/// Writes the passages anew of every row that is noted as altered; a transaction must be open.
pub(crate) fn bring_up_to_date(conn: &Connection) -> rusqlite::Result<()> {
    loop {
        let due: Vec<(String, String)> = conn
            .prepare_cached(OUT_OF_DATE)?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        if due.is_empty() {
            return Ok(());
        }
        for (table, uuid) in &due {
            index_row(conn, table, uuid)?;
            conn.prepare_cached("DELETE FROM unindexed WHERE in_table = ?1 AND uuid = ?2")?
                .execute([table, uuid])?;
        }
    }
}

fn index_row(conn: &Connection, table: &str, uuid: &str) -> rusqlite::Result<()> {
    conn.prepare_cached(FORGET)?.execute([uuid, table])?;
    let Some((worded, known)) = worded(table).zip(crate::tables::named(table)) else {
        return Ok(());
    };
    let Some((first, text)) = read_words(conn, worded, known, uuid)? else {
        return Ok(());
    };
    let last: Option<i64> = conn
        .prepare_cached(NEXT_NUMBER)?
        .query_row([first, first + FIRST_OF_ALL_DAYS - 1], |row| row.get(0))?;
    conn.prepare_cached(
        "INSERT INTO passage (passage_no, in_table, uuid, text) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![
        last.map_or(first, |last| last + 1),
        table,
        uuid,
        text
    ])?;
    Ok(())
}

/// Whether every passage is what its row says, and every row that says something has its passage.
pub(crate) fn are_as_written(conn: &Connection) -> rusqlite::Result<bool> {
    let mut statement = conn.prepare("SELECT passage_no, in_table, uuid, text FROM passage")?;
    let mut passages = statement.query([])?;
    let mut count: i64 = 0;
    while let Some(passage) = passages.next()? {
        let number: i64 = passage.get(0)?;
        let (table, uuid): (String, String) = (passage.get(1)?, passage.get(2)?);
        let written = match worded(&table).zip(crate::tables::named(&table)) {
            Some((worded, known)) => read_words(conn, worded, known, &uuid)?,
            None => None,
        };
        let text: String = passage.get(3)?;
        let is_as_written = written.is_some_and(|(first, words)| {
            (first..first + FIRST_OF_ALL_DAYS).contains(&number) && words == text
        });
        if !is_as_written {
            return Ok(false);
        }
        count += 1;
    }
    let mut said = 0;
    for worded in WORDED {
        let sql = format!(
            "SELECT uuid FROM {} WHERE deleted_at IS NULL AND {} IS NOT NULL",
            worded.table, worded.field
        );
        let Some(known) = crate::tables::named(worded.table) else {
            continue;
        };
        let mut statement = conn.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let words = read_words(conn, &worded, known, &row.get::<_, String>(0)?)?;
            said += i64::from(words.is_some());
        }
    }
    Ok(count == said)
}

/// Where the words of a row begin to be numbered, and the words; `None` when it is not there or says nothing.
///
/// What is not readable is not found, but is no reason to refuse the file.
fn read_words(
    conn: &Connection,
    worded: &Worded,
    table: &Table,
    uuid: &str,
) -> rusqlite::Result<Option<(i64, String)>> {
    let date = match worded.place {
        Place::Day => table.date_field(),
        Place::DaysOfUse { .. } => "NULL",
    };
    let sql = format!(
        "SELECT {}, {date} FROM {} WHERE uuid = ?1 AND deleted_at IS NULL",
        worded.field, table.name
    );
    let found = conn
        .prepare_cached(&sql)?
        .query_row([uuid], |row| {
            let ValueRef::Text(text) = row.get_ref(0)? else {
                return Ok(None);
            };
            let first = match row.get_ref(1)? {
                ValueRef::Text(date) => std::str::from_utf8(date)
                    .ok()
                    .and_then(|date| date.parse().ok())
                    .map(first_of_day),
                _ => Some(0),
            };
            Ok(first.zip(Some(spread(&String::from_utf8_lossy(text)))))
        })
        .optional()?;
    Ok(found.flatten().filter(|(_, text)| !text.trim().is_empty()))
}
