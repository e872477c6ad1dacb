//! Room kept for the moment the disk is full, so that one last entry can still be saved.
//!
//! When a change meets a full disk, the reserve is given free and the change is told to be tried again
//! ([`crate::Error::ReserveReleased`]): nothing of it was saved, so trying again is safe, and whoever tries knows
//! that the user has to be told. Upkeep keeps a new reserve once there is plenty of room.

use std::path::{Path, PathBuf};

use crate::{DataDir, OpenError, files};

const RESERVE: &str = "reserve";
/// Bytes kept: room for a few hundred entries.
const SIZE: usize = 1 << 20;
/// How many bytes have to be free before some are kept; else what was just given free would be taken again at once.
const PLENTY: u64 = 8 * SIZE as u64;

impl DataDir {
    /// Keeps 1 MiB of the disk for the moment it is full, if there is plenty of room; returns whether it is kept now.
    ///
    /// It may be asked every few seconds: mostly it asks for the size of one file.
    ///
    /// # Errors
    /// When the reserve could not be made for any other reason than a full disk.
    pub fn keep_reserve(&self) -> Result<bool, OpenError> {
        let failed = |error| OpenError::from_io("keep a reserve", &error);
        if self.has_reserve() {
            return Ok(true);
        }
        if !has_plenty(self.path()) {
            return Ok(false);
        }
        let path = path(self.path());
        match files::write(&path, &filling()).and_then(|()| files::sync_dir(self.path())) {
            Ok(()) => Ok(true),
            Err(error) => {
                // Half a reserve is none. If it cannot be removed, its size says that it is not whole.
                let _ = files::remove(&path);
                match failed(error) {
                    OpenError::Full => Ok(false),
                    other => Err(other),
                }
            }
        }
    }

    /// Whether there is room kept for the moment the disk is full.
    pub fn has_reserve(&self) -> bool {
        let size = files::size(&path(self.path())).ok().flatten();
        size == u64::try_from(SIZE).ok()
    }
}

fn path(dir: &Path) -> PathBuf {
    dir.join(RESERVE)
}

/// Gives the room free; returns whether there was any.
pub(crate) fn release(dir: &Path) -> bool {
    let path = path(dir);
    let kept = matches!(files::size(&path), Ok(Some(1..)));
    // Some file systems hand out freed room only after the removal has reached the disk.
    // If only that fails, trying again shows whether there is room.
    let released = kept && files::remove(&path).is_ok();
    if released {
        let _ = files::sync_dir(dir);
    }
    released
}

/// Bytes that no file system can store in less room: neither zeros nor a pattern (splitmix64, Steele and others 2014).
fn filling() -> Vec<u8> {
    let mut state: u64 = 0;
    std::iter::repeat_with(|| {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)).to_le_bytes()
    })
    .flatten()
    .take(SIZE)
    .collect()
}

#[cfg(unix)]
fn has_plenty(dir: &Path) -> bool {
    rustix::fs::statvfs(dir).is_ok_and(|disk| disk.f_bavail.saturating_mul(disk.f_frsize) >= PLENTY)
}

/// Where the free room cannot be asked for, a file of that size is made for a moment, without writing to it.
#[cfg(not(unix))]
fn has_plenty(dir: &Path) -> bool {
    let probe = dir.join(".reserve-probe");
    let fits = files::private_file(&probe).and_then(|file| file.set_len(PLENTY));
    // An empty file in the way does no harm.
    let _ = files::remove(&probe);
    fits.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_filling_has_no_pattern() {
        let filling = filling();
        assert_eq!(filling.len(), SIZE, "all of it is filled");
        let mut counts = [0_u32; 256];
        for byte in &filling {
            counts[usize::from(*byte)] += 1;
        }
        assert!(
            counts.iter().all(|count| (3800..4400).contains(count)),
            "every byte comes about as often as every other, so that nothing can be packed"
        );
    }
}
