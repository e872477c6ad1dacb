//! Delimited text, row by row, in bounded memory.
//!
//! This is a tokenizer of its own rather than the `csv` crate's because a broken file has to be answered with the
//! number of the broken line, whatever ends its lines (LF, CRLF or a bare CR), and because one quotation mark that is
//! never closed must cost one row and not the rest of the file.

mod letters;
mod lines;
mod splitter;

use std::{collections::VecDeque, io::Read};

use crate::ReadError;
use letters::Letters;
use lines::Line;
pub(crate) use lines::Lines;
use splitter::{Splitter, delimiter_of};

/// The most columns a table may have.
pub(crate) const MAX_COLUMNS: usize = 1000;

/// A quoted field goes on over this many lines at most; beyond, its first line is a broken row.
const MAX_QUOTED_LINES: usize = 100;

/// …and over this many bytes.
const MAX_QUOTED_BYTES: usize = 64 * 1024;

/// So many rows with an unclosed quotation mark, and it is no table.
const MAX_UNCLOSED: usize = 1000;

/// One row of a table.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Record {
    /// Its fields, unquoted.
    Fields {
        /// The line it begins on, counted from 1.
        line: u64,
        /// The fields as they stand in the file, without their quotation marks.
        fields: Vec<Vec<u8>>,
    },
    /// A quotation mark is opened on this line and never closed.
    Unclosed {
        /// The line.
        line: u64,
    },
}

/// A table, row by row; lines that are quite empty are no rows.
pub(crate) struct Table<R> {
    lines: Lines<R>,
    letters: Letters,
    delimiter: u8,
    /// Lines that were looked at for the end of a quoted field and given back.
    waiting: VecDeque<Line>,
    /// How many fields the row of names has; a row over several lines with another number begins with a stray quote.
    width: Option<usize>,
    unclosed: usize,
}

impl<R: Read> Table<R> {
    pub(crate) fn new(file: &str, reader: R) -> Self {
        let lines = Lines::new(file, reader);
        Table {
            lines,
            letters: Letters::Strict,
            delimiter: b',',
            waiting: VecDeque::new(),
            width: None,
            unclosed: 0,
        }
    }

    fn line(&mut self) -> Result<Option<Line>, ReadError> {
        let mut line = match self.waiting.pop_front() {
            Some(line) => Some(line),
            None => self.lines.next()?,
        };
        if let Some(line) = &mut line {
            self.letters.settle(line);
        }
        Ok(line)
    }

    /// From here on, takes lines that are not UTF-8 for what spreadsheets save instead, unless earlier ones were.
    pub(crate) fn any_letters(&mut self) {
        if self.letters == Letters::Strict {
            self.letters = Letters::Unknown;
        }
    }

    /// The first line as it stands, which is then no row.
    pub(crate) fn take_line(&mut self) -> Result<Option<Vec<u8>>, ReadError> {
        Ok(self.line()?.map(|line| line.bytes))
    }

    /// Passes over lines until one is `wanted`, which is then the next; `false` if there is none.
    pub(crate) fn skip_to(&mut self, wanted: impl Fn(&[u8]) -> bool) -> Result<bool, ReadError> {
        while let Some(line) = self.line()? {
            if wanted(&line.bytes) {
                self.waiting.push_front(line);
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Reads the first row that is not empty and settles on the delimiter its columns are told apart by:
    /// the one under which most fields are names of columns, and a comma if that does not decide.
    ///
    /// A byte order mark and the line `sep=…` that some spreadsheets put first are passed over.
    /// `None` if the file ends before.
    pub(crate) fn header(
        &mut self,
        is_column: impl Fn(&str) -> bool,
    ) -> Result<Option<Record>, ReadError> {
        loop {
            let Some(mut line) = self.line()? else {
                return Ok(None);
            };
            if line.number == 1 && line.bytes.starts_with(b"\xEF\xBB\xBF") {
                line.bytes.drain(..3);
            }
            if line.bytes.len() == 5 && line.bytes[..4].eq_ignore_ascii_case(b"sep=") {
                continue;
            }
            if line.bytes.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            self.delimiter = delimiter_of(&line.bytes, is_column);
            self.waiting.push_front(line);
            let names = self.next()?;
            if let Some(Record::Fields { fields, .. }) = &names {
                self.width = Some(fields.len());
            }
            return Ok(names);
        }
    }

    /// Lets rows have any number of fields, for tables that have several rows of names.
    pub(crate) fn lenient(&mut self) {
        self.width = None;
    }

    /// The character that tells columns apart.
    pub(crate) fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// The next row; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Record>, ReadError> {
        let mut line = self.line()?;
        while line.as_ref().is_some_and(|line| line.bytes.is_empty()) {
            line = self.line()?;
        }
        let Some(first) = line else {
            return Ok(None);
        };
        let mut splitter = Splitter::new(self.delimiter);
        splitter.feed(&first.bytes);
        let mut bytes = first.bytes.len();
        let mut end = first.end;
        let mut more = Vec::new();
        while splitter.open() && (more.is_empty() || !splitter.ragged) {
            let next = if more.len() < MAX_QUOTED_LINES && bytes < MAX_QUOTED_BYTES {
                self.line()?
            } else {
                None
            };
            let Some(next) = next else {
                return self.give_up(first.number, more);
            };
            bytes += next.bytes.len();
            splitter.feed(end);
            splitter.feed(&next.bytes);
            end = next.end;
            more.push(next);
        }
        // Two stray quotation marks some rows apart look like one field over several lines.
        // A field that was meant so ends cleanly, and its row has as many fields as there are columns.
        let ragged = splitter.ragged;
        let fields = splitter.finish();
        if !more.is_empty() && (ragged || self.width.is_some_and(|width| width != fields.len())) {
            return self.give_up(first.number, more);
        }
        Ok(Some(Record::Fields {
            line: first.number,
            fields,
        }))
    }

    fn give_up(&mut self, line: u64, more: Vec<Line>) -> Result<Option<Record>, ReadError> {
        for line in more.into_iter().rev() {
            self.waiting.push_front(line);
        }
        self.unclosed += 1;
        if self.unclosed > MAX_UNCLOSED {
            return Err(ReadError::NotATable {
                file: self.lines.file.clone(),
                line,
            });
        }
        Ok(Some(Record::Unclosed { line }))
    }
}

#[cfg(test)]
mod tests {
    // A failed unwrap is a failed test.
    #![allow(clippy::unwrap_used)]

    use super::{lines::MAX_LINE_BYTES, *};

    fn is_column(name: &str) -> bool {
        ["date", "bed"].contains(&name.trim().to_ascii_lowercase().as_str())
    }

    fn rows(text: &[u8]) -> Vec<Record> {
        let mut table = Table::new("t", text);
        let mut rows = Vec::new();
        rows.extend(table.header(is_column).unwrap());
        while let Some(row) = table.next().unwrap() {
            rows.push(row);
        }
        rows
    }

    fn fields(line: u64, fields: &[&str]) -> Record {
        Record::Fields {
            line,
            fields: fields
                .iter()
                .map(|field| field.as_bytes().to_vec())
                .collect(),
        }
    }

    fn check(text: &str, expected: &[Record]) {
        assert_eq!(rows(text.as_bytes()), expected, "rows of {text:?}");
    }

    #[test]
    fn every_line_ending_counts_lines_alike() {
        let expected = [
            fields(1, &["date", "x"]),
            fields(2, &["a", "1"]),
            fields(4, &["b", "2"]),
        ];
        check("date,x\na,1\n\nb,2\n", &expected);
        check("date,x\r\na,1\r\n\r\nb,2", &expected);
        check("date,x\ra,1\r\rb,2\r", &expected);
    }

    #[test]
    fn the_delimiter_is_the_one_that_names_the_date() {
        check(
            "date;x,y\n1;2",
            &[fields(1, &["date", "x,y"]), fields(2, &["1", "2"])],
        );
        check(
            "x\tDate\n1\t2",
            &[fields(1, &["x", "Date"]), fields(2, &["1", "2"])],
        );
        check("date\n1,2", &[fields(1, &["date"]), fields(2, &["1", "2"])]);
        check("\u{feff}sep=;\ndate;x", &[fields(2, &["date", "x"])]);
    }

    #[test]
    fn quoted_fields_hold_delimiters_quotes_and_line_ends() {
        check(
            "date,\"a \"\"b\"\", c\"\n1,\"two\nlines\"\n2,x",
            &[
                fields(1, &["date", "a \"b\", c"]),
                fields(2, &["1", "two\nlines"]),
                fields(4, &["2", "x"]),
            ],
        );
        check(
            "date,\"a\rb\"\r\n1,\"c\r\nd\"",
            &[fields(1, &["date", "a\rb"]), fields(3, &["1", "c\r\nd"])],
        );
        check(
            "date,5\" nail\n1,\"x\"y",
            &[fields(1, &["date", "5\" nail"]), fields(2, &["1", "xy"])],
        );
    }

    #[test]
    fn an_unclosed_quote_costs_one_row() {
        check(
            "date,x\n1,\"open\n2,b\n3,c\n",
            &[
                fields(1, &["date", "x"]),
                Record::Unclosed { line: 2 },
                fields(3, &["2", "b"]),
                fields(4, &["3", "c"]),
            ],
        );
        check(
            "date,x,y\n1,\"a,\n2,b,\n3,\"c,\n4,d,\n",
            &[
                fields(1, &["date", "x", "y"]),
                Record::Unclosed { line: 2 },
                fields(3, &["2", "b", ""]),
                Record::Unclosed { line: 4 },
                fields(5, &["4", "d", ""]),
            ],
        );
        check(
            "date,x\n1,\"a\n2,b\n3,c\"\n4,\"d\ne\"\n",
            &[
                fields(1, &["date", "x"]),
                fields(2, &["1", "a\n2,b\n3,c"]),
                fields(5, &["4", "d\ne"]),
            ],
        );
        check(
            "date,x\n1,\"a\n2,\",b\n",
            &[
                fields(1, &["date", "x"]),
                Record::Unclosed { line: 2 },
                Record::Unclosed { line: 3 },
            ],
        );
    }

    #[test]
    fn many_unclosed_quotes_are_no_table() {
        let mut text = String::from("date,x\n");
        // Inside quotes each line closes one quotation mark and opens another, so that no row ever ends.
        text.push_str(&"a\"b,\"c\n".repeat(MAX_UNCLOSED + 10));
        let mut table = Table::new("t", text.as_bytes());
        table.header(is_column).unwrap();
        let error = loop {
            match table.next() {
                Ok(Some(_)) => {}
                Ok(None) => panic!("the table should have been given up"),
                Err(error) => break error,
            }
        };
        assert_eq!(
            error.code(),
            "not-a-table",
            "a thousand unclosed quotes end the reading"
        );
    }

    #[test]
    fn a_line_of_more_than_a_mebibyte_is_refused() {
        let text = format!("date,x\n1,{}", "y".repeat(MAX_LINE_BYTES));
        let mut table = Table::new("t", text.as_bytes());
        table.header(is_column).unwrap();
        let error = table.next().unwrap_err();
        assert_eq!(
            error,
            ReadError::LineTooLong {
                file: "t".into(),
                line: 2,
                max_bytes: MAX_LINE_BYTES
            },
            "line 2"
        );
    }
}
