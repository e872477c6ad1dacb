//! The evening's help.

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum WindDown {
    /// The sequence as it is
    Show,
    /// Make the sequence your own: blocks with their minutes, in their order, such as worries=5 body-scan=15 quiet=10
    Set {
        /// worries, movement, stretching, breathing, body-scan, muscles or quiet, each with =MINUTES
        #[arg(required = true, value_parser = block, value_name = "BLOCK=MINUTES")]
        blocks: Vec<(String, u16)>,
    },
    /// Take the ready-made sequence again
    Reset,
    /// Write down that it was done
    Done {
        /// The day, YYYY-MM-DD
        date: Option<String>,
        /// How long it took, in minutes
        #[arg(long)]
        minutes: Option<u16>,
        /// What was done: names of blocks, apart by commas
        #[arg(long, value_delimiter = ',')]
        blocks: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum Worry {
    /// Put worries away until after tomorrow's light
    Park {
        /// One text each
        #[arg(required = true)]
        texts: Vec<String>,
    },
    /// Those that are given back, and how many are put away
    List,
    /// Keep one that is given back as a note of today
    Keep {
        /// Its name, as `list` says it
        id: String,
    },
    /// Let one that is given back go
    LetGo {
        /// Its name, as `list` says it
        id: String,
    },
    /// Write a next step down with one that is given back, as a note of today
    Plan {
        /// Its name, as `list` says it
        id: String,
        /// The next step
        step: String,
    },
}

fn block(text: &str) -> Result<(String, u16), String> {
    text.split_once('=')
        .and_then(|(kind, minutes)| Some((kind.to_owned(), minutes.parse().ok()?)))
        .ok_or_else(|| "a block looks like quiet=10".to_owned())
}
