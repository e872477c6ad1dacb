//! Tables whose columns are known by name.

use std::{collections::HashMap, io::Read};

use crate::{
    ReadError, What, Why,
    ledger::Ledger,
    table::{MAX_COLUMNS, Record, Table},
};

/// A table, row by row, with its columns by name.
pub(crate) struct Sheet<R> {
    file: String,
    table: Table<R>,
    columns: HashMap<String, usize>,
    names: Vec<String>,
}

/// One row.
pub(crate) struct Row<'s> {
    /// The line it begins on.
    pub(crate) line: u64,
    fields: Vec<Vec<u8>>,
    columns: &'s HashMap<String, usize>,
    comma_decimals: bool,
}

/// A column's name without what differs between versions: case, blanks around it, a mark before it.
fn plain(name: &str) -> String {
    name.trim().trim_start_matches('\u{feff}').to_lowercase()
}

impl<R: Read> Sheet<R> {
    /// Reads the row of names; `known` tells names of the format's columns, in lower case.
    ///
    /// # Errors
    /// [`ReadError::Empty`], [`ReadError::NotATable`], [`ReadError::TooManyColumns`], and what the reading gives.
    pub(crate) fn open(
        file: &str,
        data: R,
        known: impl Fn(&str) -> bool,
    ) -> Result<Self, ReadError> {
        Self::after(Table::new(file, data), file, known)
    }

    /// Goes on with a table of which some rows were read already.
    /// Text that is not UTF-8 is taken for what spreadsheets save instead.
    pub(crate) fn after(
        mut table: Table<R>,
        file: &str,
        known: impl Fn(&str) -> bool,
    ) -> Result<Self, ReadError> {
        table.any_letters();
        let header = match table.header(|name| known(&plain(name)))? {
            Some(Record::Fields { fields, .. }) => fields,
            Some(Record::Unclosed { line }) => {
                return Err(ReadError::NotATable {
                    file: file.to_owned(),
                    line,
                });
            }
            None => {
                return Err(ReadError::Empty {
                    file: file.to_owned(),
                });
            }
        };
        if header.len() > MAX_COLUMNS {
            return Err(ReadError::TooManyColumns {
                file: file.to_owned(),
                max: MAX_COLUMNS,
            });
        }
        let names: Vec<String> = header
            .iter()
            .map(|name| String::from_utf8_lossy(name).trim().to_owned())
            .collect();
        let mut columns = HashMap::with_capacity(header.len());
        for (index, name) in names.iter().enumerate() {
            columns.entry(plain(name)).or_insert(index);
        }
        Ok(Sheet {
            file: file.to_owned(),
            table,
            columns,
            names,
        })
    }

    /// The table again, from behind the row that was read last.
    pub(crate) fn into_table(self) -> Table<R> {
        self.table
    }

    /// Lets rows have another number of fields than there are names.
    pub(crate) fn lenient(&mut self) {
        self.table.lenient();
    }

    /// Lets columns whose names have a long prefix be found without it, behind `*.`.
    pub(crate) fn add_short_names(&mut self) {
        for (index, name) in self.names.iter().enumerate() {
            if let Some((_, short)) = plain(name).rsplit_once('.') {
                self.columns.entry(format!("*.{short}")).or_insert(index);
            }
        }
    }

    /// The names of the columns as they stand in the file.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether there is a column of that name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.columns.contains_key(name)
    }

    /// The next row that says something; rows that cannot be read are noted and passed over.
    pub(crate) fn next(&mut self, ledger: &mut Ledger) -> Result<Option<Row<'_>>, ReadError> {
        loop {
            match self.table.next()? {
                None => return Ok(None),
                Some(Record::Unclosed { line }) => {
                    ledger.skip(&self.file, What::Row, None, Why::UnclosedQuote, Some(line));
                }
                Some(Record::Fields { line, fields }) => {
                    if fields.iter().all(|field| field.trim_ascii().is_empty()) {
                        continue;
                    }
                    if fields.len() > MAX_COLUMNS * 2 {
                        ledger.skip(&self.file, What::Row, None, Why::FieldCount, Some(line));
                        continue;
                    }
                    return Ok(Some(Row {
                        line,
                        fields,
                        columns: &self.columns,
                        comma_decimals: self.table.delimiter() != b',',
                    }));
                }
            }
        }
    }
}

impl Row<'_> {
    /// The text in the column of that name; `None` if there is no such column, or nothing in it.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.at(*self.columns.get(name)?)
    }

    /// Whether nothing stands in it but a first field of words, as in the title of a part.
    pub(crate) fn is_title(&self) -> bool {
        let mut fields = self.fields.iter().map(|field| field.trim_ascii());
        let words = |first: &[u8]| first.first().is_some_and(|byte| !byte.is_ascii_digit());
        fields.next().is_some_and(words) && fields.all(<[u8]>::is_empty)
    }

    /// The text in a place, counted from 0.
    pub(crate) fn at(&self, index: usize) -> Option<&str> {
        let text = std::str::from_utf8(self.fields.get(index)?).ok()?.trim();
        (!text.is_empty() && !text.contains('\0')).then_some(text)
    }

    /// The number in the column of that name; `Err` if something else stands there.
    pub(crate) fn number(&self, name: &str) -> Result<Option<f64>, NotANumber> {
        self.text(name)
            .map(|text| number(text, self.comma_decimals).ok_or(NotANumber))
            .transpose()
    }

    /// The number in the column of that name; what is no number is noted and missing.
    pub(crate) fn amount(
        &self,
        name: &'static str,
        file: &str,
        ledger: &mut Ledger,
    ) -> Option<f64> {
        match self.number(name) {
            Ok(number) => number.filter(|number| *number >= 0.0),
            Err(NotANumber) => {
                let (what, why) = (What::Value, Why::NotANumber);
                ledger.skip(file, what, Some(name), why, Some(self.line));
                None
            }
        }
    }

    /// Whether commas may stand for decimal points.
    pub(crate) fn comma_decimals(&self) -> bool {
        self.comma_decimals
    }
}

/// There is a value, and it is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotANumber;

/// A number, with a comma for its decimals if commas do not tell the columns apart.
pub(crate) fn number(text: &str, comma_decimals: bool) -> Option<f64> {
    let plain = if comma_decimals {
        text.replacen(',', ".", 1)
    } else {
        text.to_owned()
    };
    let sound = plain
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E'));
    plain
        .parse()
        .ok()
        .filter(|number: &f64| sound && number.is_finite())
}

/// Whether a file begins with a table that has all of these columns, in lower case.
pub(crate) fn has_columns(prefix: &[u8], wanted: &[&str]) -> bool {
    // Every file is asked this by every format, and most do not even have the words.
    has_words(prefix, wanted)
        && Sheet::open("", prefix, |name| wanted.contains(&name))
            .is_ok_and(|sheet| wanted.iter().all(|name| sheet.has(name)))
}

/// Whether all of these words, in lower case, stand in a text somewhere.
fn has_words(text: &[u8], words: &[&str]) -> bool {
    let lower = text.to_ascii_lowercase();
    words
        .iter()
        .all(|word| memchr::memmem::find(&lower, word.as_bytes()).is_some())
}
