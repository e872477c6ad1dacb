//! Trash, backups, and the way back.

use clap::{Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub enum Trash {
    /// Bring one of them back
    Restore {
        /// Its name, as `trash` lists it
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Backup {
    /// Make a backup now, and read it back
    Now,
    /// The backups there are
    List,
    /// Read a backup from beginning to end
    Verify {
        /// The backup's name, as `backup list` shows it; the newest if absent
        file: Option<String>,
    },
    /// Put a backup in the place of the diary, which is kept as a backup itself
    Restore {
        /// The backup's name, as `backup list` shows it
        file: String,
        /// Do it; without this only what would change is shown
        #[arg(long)]
        yes: bool,
    },
    /// Restore the newest backup into a place of its own, read it, and remove it again
    Rehearse,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Recover {
    /// The newest sound backup, and whatever newer can still be read of the damaged file
    Restore,
    /// An empty diary; the damaged file and the backups stay where they are
    Fresh,
}
