//! Bounded reading with progress.

use std::{
    fmt,
    io::{self, Cursor, Read, Seek, SeekFrom},
    ops::ControlFlow,
};

use crate::ReadError;

/// Called with bytes read and bytes in all; `Break` stops the reading.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

/// Bytes that can be read and gone back in, from any thread: an open file, or memory.
pub trait Data: Read + Seek + Send {}
impl<T: Read + Seek + Send> Data for T {}

/// One file to read.
pub struct Input<'a> {
    /// What errors and previews call it.
    pub name: String,
    /// Its bytes.
    pub data: Box<dyn Data + 'a>,
    /// Whether the person chose this very file; one that only lies in a chosen folder may be anything.
    pub chosen: bool,
    /// Says, after the reading, whether the file is still as it was before; without it nobody asks.
    pub unchanged: Option<Unchanged<'a>>,
}

/// Says whether a file is as it was when it was first looked at.
pub type Unchanged<'a> = Box<dyn Fn() -> bool + 'a>;

impl fmt::Debug for Input<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Input({})", self.name)
    }
}

impl<'a> Input<'a> {
    /// A file that is read piece by piece.
    pub fn new(name: impl Into<String>, data: impl Data + 'a) -> Self {
        Input {
            name: name.into(),
            data: Box::new(data),
            chosen: true,
            unchanged: None,
        }
    }

    /// The same file, of which `unchanged` says after the reading whether it is still as it was.
    pub fn watched(self, unchanged: impl Fn() -> bool + 'a) -> Self {
        Input {
            unchanged: Some(Box::new(unchanged)),
            ..self
        }
    }

    /// A file that lies in a folder the person chose.
    pub fn in_folder(name: impl Into<String>, data: impl Data + 'a) -> Self {
        Input {
            chosen: false,
            ..Input::new(name, data)
        }
    }

    /// A file that is in memory already.
    pub fn from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Input::new(name, Cursor::new(bytes))
    }

    /// Its length in bytes; afterwards it stands at its beginning.
    pub(crate) fn measure(&mut self) -> Result<u64, ReadError> {
        let length = self
            .data
            .seek(SeekFrom::End(0))
            .and_then(|length| self.data.rewind().map(|()| length));
        length.map_err(|error| ReadError::from_io(&self.name, error))
    }

    /// Up to `most` bytes from its beginning; afterwards it stands there again.
    pub(crate) fn peek(&mut self, most: u64) -> Result<Vec<u8>, ReadError> {
        let mut prefix = Vec::new();
        let read = (&mut self.data)
            .take(most)
            .read_to_end(&mut prefix)
            .and_then(|_| self.data.rewind());
        read.map(|()| prefix)
            .map_err(|error| ReadError::from_io(&self.name, error))
    }
}

/// How far an import of several files has come.
pub(crate) struct Meter<'a> {
    done: u64,
    total: u64,
    progress: Progress<'a>,
}

impl<'a> Meter<'a> {
    /// A meter of which `done` bytes were read before.
    pub(crate) fn from(done: u64, total: u64, progress: Progress<'a>) -> Self {
        Meter {
            done,
            total,
            progress,
        }
    }

    /// Tells how far it is; [`ReadError::Cancelled`] if the answer is to stop.
    pub(crate) fn advance(&mut self, bytes: u64) -> Result<(), ReadError> {
        // A file that grows while it is read must not count past the end.
        self.done = (self.done + bytes).min(self.total);
        match (self.progress)(self.done, self.total) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(ReadError::Cancelled),
        }
    }
}

/// Reads one file, tells the meter, and stops at the size limit even if the file grew after it was measured.
pub(crate) struct Metered<'m, 'p, 'f> {
    file: &'f str,
    data: &'f mut dyn Read,
    left: u64,
    max_bytes: u64,
    meter: &'m mut Meter<'p>,
}

impl<'m, 'p, 'f> Metered<'m, 'p, 'f> {
    pub(crate) fn new(
        file: &'f str,
        data: &'f mut dyn Read,
        max_bytes: u64,
        meter: &'m mut Meter<'p>,
    ) -> Self {
        Metered {
            file,
            data,
            left: max_bytes,
            max_bytes,
            meter,
        }
    }

    /// How many bytes were read so far.
    pub(crate) fn taken(&self) -> u64 {
        self.max_bytes - self.left
    }
}

impl Read for Metered<'_, '_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.data.read(buffer)?;
        let bytes = count as u64;
        if bytes > self.left {
            return Err(ReadError::TooLarge {
                file: self.file.to_owned(),
                max_bytes: self.max_bytes,
            }
            .into_io());
        }
        self.left -= bytes;
        self.meter.advance(bytes).map_err(ReadError::into_io)?;
        Ok(count)
    }
}
