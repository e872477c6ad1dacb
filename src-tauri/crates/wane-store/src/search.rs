//! Full-text search over everything written in words.
//!
//! What is typed is text and nothing else: each word of it becomes a quoted phrase of the index's language,
//! in which nothing has a meaning but the quote itself.
//!
//! A word costs what it takes to read the newest passages that have it, however long the diary is; so does a
//! beginning of up to three letters, which has an index of its own. A longer beginning is looked up among the words
//! that begin so. No text is read but that of the passages that are shown.

use chrono::NaiveDate;
use rusqlite::params;
use wane_domain::Id;

use crate::{
    Error, Reader, Result, snippet,
    words::{self, FIRST_OF_ALL_DAYS, Place, Worded},
};

/// What a search found, newest day first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The finds, as many as were asked for at most.
    pub hits: Vec<Hit>,
    /// There are more than were asked for.
    pub more: bool,
}

/// One find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The date it belongs to; for a name, a date on which it was used.
    pub date: NaiveDate,
    /// The table of the record, such as `note`, or `medicine` for a name.
    pub table: &'static str,
    /// The record in which the words stand.
    pub record: Id,
    /// The field in which they stand.
    pub field: &'static str,
    /// About twelve words around the first match, in pieces, true for those that match.
    /// An ellipsis stands where something was cut off; spaces and line breaks are single spaces.
    pub pieces: Vec<(String, bool)>,
}

// The index hands out its rows in the order of their numbers, so the newest are read first and no others.
pub(crate) const OF_DAYS: &str = "
    SELECT words.rowid, in_table, uuid, highlight(words, 0, char(1), char(2))
    FROM words CROSS JOIN passage ON passage_no = words.rowid
    WHERE words MATCH ?1 AND words.rowid >= ?2 ORDER BY words.rowid DESC LIMIT ?3";

pub(crate) const OF_NAMES: &str = "
    SELECT words.rowid, in_table, uuid, highlight(words, 0, char(1), char(2))
    FROM words CROSS JOIN passage ON passage_no = words.rowid
    WHERE words MATCH ?1 AND words.rowid < ?2 ORDER BY words.rowid DESC LIMIT ?3";

/// A passage that matches, with its matches marked.
struct Match {
    passage_no: i64,
    worded: &'static Worded,
    uuid: String,
    marked: String,
}

impl Reader {
    /// Finds words in notes, in what mattered, in kinds of movement, amounts of medicine, annotations and what was tried in an experiment,
    /// and the days on which a medicine, a factor or a pain was used by its name.
    ///
    /// All words must stand in one passage, in any order, any case and, of Latin letters, with any accents; the last may be unfinished.
    /// A word with signs in it, such as `o'neill`, is found as its parts side by side.
    /// In scripts without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) any part of a line is found.
    /// A name is found once for each day on which it was used: a factor, when its value was not 0.
    ///
    /// Not found are signs and emoji by themselves, the middle of a word in a script with spaces,
    /// other forms of a word (`walked` for `walking`), and one word of a medicine's name together with one of its amount.
    ///
    /// # Errors
    /// As for any reading; never because of what was typed.
    pub fn search(&self, words: &str, limit: usize) -> Result<Found> {
        let Some(query) = query_for(words) else {
            return Ok(Found::default());
        };
        // One more than asked for tells whether there are more.
        let enough = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
        let mut hits = Vec::new();
        for found in self.matches(OF_DAYS, &query, enough)? {
            hits.push(found.on_its_day()?);
        }
        for name in self.matches(OF_NAMES, &query, i64::MAX)? {
            self.days_of_use(&name, enough, &mut hits)?;
        }
        // Stable, so that within a day the order is that of the index: the newest passage first, then names.
        hits.sort_by_key(|hit: &Hit| std::cmp::Reverse(hit.date));
        let more = hits.len() > limit;
        hits.truncate(limit);
        Ok(Found { hits, more })
    }

    fn matches(&self, sql: &str, query: &str, limit: i64) -> Result<Vec<Match>> {
        let mut statement = self.conn()?.prepare_cached(sql)?;
        let mut rows = statement.query(params![query, FIRST_OF_ALL_DAYS, limit])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            // A table that this version does not search can only come from a file that is not as it should be.
            let worded = words::worded(row.get_ref(1)?.as_str().map_err(|_| unreadable())?);
            found.push(Match {
                passage_no: row.get(0)?,
                worded: worded.ok_or(unreadable())?,
                uuid: row.get(2)?,
                marked: row.get(3)?,
            });
        }
        Ok(found)
    }

    /// Adds a hit for each of the newest days on which a name was used.
    fn days_of_use(&self, name: &Match, limit: i64, hits: &mut Vec<Hit>) -> Result<()> {
        let Place::DaysOfUse { table, newest } = name.worded.place else {
            return Ok(());
        };
        let mut statement = self.conn()?.prepare_cached(newest)?;
        let mut rows = statement.query(params![name.uuid, limit])?;
        while let Some(row) = rows.next()? {
            let date: String = row.get(0)?;
            let date = date.parse().map_err(|_| Error::Unreadable {
                table,
                field: "date",
            })?;
            hits.push(name.hit_on(date)?);
        }
        Ok(())
    }
}

impl Match {
    fn on_its_day(&self) -> Result<Hit> {
        self.hit_on(words::day_of(self.passage_no).ok_or(unreadable())?)
    }

    fn hit_on(&self, date: NaiveDate) -> Result<Hit> {
        Ok(Hit {
            date,
            table: self.worded.table,
            record: self.uuid.parse().map_err(|_| unreadable())?,
            field: self.worded.field,
            pieces: snippet::pieces(&self.marked),
        })
    }
}

fn unreadable() -> Error {
    Error::Unreadable {
        table: "passage",
        field: "in_table",
    }
}

/// What was typed, in the index's language; `None` when there is no word in it.
fn query_for(typed: &str) -> Option<String> {
    let spread = words::spread(typed);
    let words: Vec<&str> = spread.split_whitespace().collect();
    // Signs alone are no word: the index passes over them, and what was being typed is the word before.
    let unfinished = words
        .iter()
        .rposition(|word| word.chars().any(char::is_alphanumeric))
        .or(words.len().checked_sub(1))?;
    let phrase = |(at, word): (usize, &&str)| {
        let star = if at == unfinished { "*" } else { "" };
        format!("\"{}\"{star}", word.replace('"', "\"\""))
    };
    let phrases: Vec<String> = words.iter().enumerate().map(phrase).collect();
    Some(phrases.join(" "))
}
