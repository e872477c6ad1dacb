//! Breaks disks, processes and files under the store, and looks at what is left.
//!
//! Each harness has a control: something that is wrong on purpose and that the harness must see.
//! Long counts are run by `cargo xtask soak`, short ones by the tests of this package.
//!
//! Reading order:
//! 1. [`vfs`], [`disk`], [`journal`]: a disk that fails, and one whose power is cut
//! 2. [`deeds`], [`state`], [`dump`]: what is done to a diary, and what is there before and after
//! 3. [`classes`]: every way of writing to the disk, with the directory it begins in
//! 4. [`sweep`], [`cuts`], [`kill`], [`rot`], `full`, [`lies`]: the harnesses
//! 5. [`soak`]: all of them for long, with their controls

pub mod child;
pub mod classes;
pub mod cuts;

pub mod deeds;
pub mod disk;
pub mod dump;
#[cfg(target_os = "linux")]
pub mod full;
pub mod journal;
pub mod kill;
pub mod lies;
pub mod rng;
pub mod rot;
pub mod soak;
pub mod state;
pub mod sweep;
mod vfs;
