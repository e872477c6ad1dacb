//! Lines into fields.

/// The delimiter under which most fields of the header are names of columns.
pub(super) fn delimiter_of(header: &[u8], is_column: impl Fn(&str) -> bool) -> u8 {
    let columns = |delimiter: &u8| {
        let mut splitter = Splitter::new(*delimiter);
        splitter.feed(header);
        splitter
            .finish()
            .iter()
            .filter(|field| std::str::from_utf8(field).is_ok_and(&is_column))
            .count()
    };
    // Of equals the last wins, so the comma stands last.
    [b'\t', b';', b',']
        .into_iter()
        .max_by_key(columns)
        .unwrap_or(b',')
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the first byte of a field.
    Start,
    /// In a field without quotation marks, or behind the closing one.
    Plain,
    /// Between quotation marks.
    Quoted,
    /// Behind a quotation mark that closes the field, unless another follows at once.
    Quote,
}

/// Splits a row into fields by RFC 4180; a quotation mark inside an unquoted field stands for itself.
pub(super) struct Splitter {
    delimiter: u8,
    state: State,
    /// Something stands between a closing quotation mark and the end of its field.
    pub(super) ragged: bool,
    field: Vec<u8>,
    fields: Vec<Vec<u8>>,
}

impl Splitter {
    pub(super) fn new(delimiter: u8) -> Self {
        Splitter {
            delimiter,
            state: State::Start,
            ragged: false,
            field: Vec::new(),
            fields: Vec::new(),
        }
    }

    pub(super) fn open(&self) -> bool {
        self.state == State::Quoted
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.state = match (self.state, byte) {
                (State::Start, b'"') => State::Quoted,
                (State::Quoted, b'"') => State::Quote,
                (State::Quote, b'"') => {
                    self.field.push(byte);
                    State::Quoted
                }
                (State::Quoted, _) => {
                    self.field.push(byte);
                    State::Quoted
                }
                (_, byte) if byte == self.delimiter => {
                    self.fields.push(std::mem::take(&mut self.field));
                    State::Start
                }
                (state, _) => {
                    self.ragged |= state == State::Quote;
                    self.field.push(byte);
                    State::Plain
                }
            };
        }
    }

    pub(super) fn finish(mut self) -> Vec<Vec<u8>> {
        self.fields.push(self.field);
        self.fields
    }
}
