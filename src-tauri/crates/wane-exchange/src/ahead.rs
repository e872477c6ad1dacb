//! Reading on while what was read is worked on: a large archive is unpacked at one end and understood at the other.

use std::{
    io::{self, Read},
    sync::mpsc::{self, Receiver, Sender, SyncSender},
    thread,
};

/// How much is read at once, in bytes.
const BLOCK_BYTES: usize = 256 * 1024;

/// So many blocks wait to be worked on.
const WAITING: usize = 4;

/// Lends `work` a reader of the same bytes and the same error, which another thread reads ahead of it.
///
/// The other thread has ended when this returns; whoever stops in the middle stops it too.
pub(crate) fn ahead<T>(data: &mut (dyn Read + Send), work: impl FnOnce(&mut dyn Read) -> T) -> T {
    thread::scope(|scope| {
        let (full, blocks) = mpsc::sync_channel(WAITING);
        let (used, empty) = mpsc::channel();
        scope.spawn(move || read_on(data, &full, &empty));
        let mut reader = Blocks {
            blocks,
            used,
            block: Vec::new(),
            at: 0,
        };
        work(&mut reader)
    })
}

/// Reads block by block until the end, an error, or until nobody wants any more.
fn read_on(data: &mut dyn Read, full: &SyncSender<io::Result<Vec<u8>>>, empty: &Receiver<Vec<u8>>) {
    loop {
        let mut block = empty.try_recv().unwrap_or_default();
        block.clear();
        let read = data.take(BLOCK_BYTES as u64).read_to_end(&mut block);
        let (goes_on, told) = match read {
            Ok(count) => (count > 0, Ok(block)),
            // What came before the error is told before it.
            Err(error) => {
                if !block.is_empty() && full.send(Ok(block)).is_err() {
                    return;
                }
                (false, Err(error))
            }
        };
        if full.send(told).is_err() || !goes_on {
            return;
        }
    }
}

/// The bytes of the blocks that were read.
struct Blocks {
    blocks: Receiver<io::Result<Vec<u8>>>,
    used: Sender<Vec<u8>>,
    block: Vec<u8>,
    at: usize,
}

impl Read for Blocks {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at == self.block.len() {
            let next = match self.blocks.recv() {
                Ok(next) => next?,
                // After the end or an error there is nothing.
                Err(_) => return Ok(0),
            };
            let used = std::mem::replace(&mut self.block, next);
            // Nobody may be left to read into it.
            let _ = self.used.send(used);
            self.at = 0;
        }
        let count = buffer.len().min(self.block.len() - self.at);
        buffer[..count].copy_from_slice(&self.block[self.at..self.at + count]);
        self.at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    // A failed unwrap is a failed test.
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// So many bytes, and then an error if there is one.
    struct Source(usize, Option<io::ErrorKind>);

    impl Read for Source {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.0.min(buffer.len()).min(10_007);
            for (at, byte) in buffer[..count].iter_mut().enumerate() {
                *byte = ((self.0 - at) % 251) as u8;
            }
            self.0 -= count;
            match self.1.filter(|_| count == 0 && !buffer.is_empty()) {
                Some(kind) => Err(kind.into()),
                None => Ok(count),
            }
        }
    }

    #[test]
    fn the_same_bytes_and_the_same_error_come_out() {
        for bytes in [0, 1, BLOCK_BYTES, BLOCK_BYTES + 1, BLOCK_BYTES * 9 + 17] {
            for error in [None, Some(io::ErrorKind::InvalidData)] {
                let (mut straight, mut round) = (Vec::new(), Vec::new());
                let plain = Source(bytes, error).read_to_end(&mut straight);
                let other = ahead(&mut Source(bytes, error), |data| {
                    data.read_to_end(&mut round)
                });
                assert_eq!(round, straight, "{bytes} bytes");
                assert_eq!(
                    other.map_err(|error| error.kind()),
                    plain.map_err(|error| error.kind()),
                    "{bytes} bytes and {error:?}"
                );
            }
        }
    }

    #[test]
    fn whoever_stops_in_the_middle_stops_the_reading() {
        let mut source = Source(BLOCK_BYTES * 1000, None);
        ahead(&mut source, |data| data.read(&mut [0; 100]).unwrap());
        assert!(source.0 > BLOCK_BYTES * 900, "most was never read");
    }
}
