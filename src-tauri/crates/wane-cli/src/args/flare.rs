//! What can be said about flares and holidays.

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Flare {
    /// Begin flare mode: the days are marked and reminders pause
    Start,
    /// End flare mode with today
    End,
    /// Note how it is now
    Note {
        /// rough, same or easing
        #[arg(value_parser = ["rough", "same", "easing"])]
        how: String,
    },
    /// Read the plan, or write one part of it
    Plan {
        /// words, helps, gentle, wait, people or clinician
        #[arg(long, requires = "text", value_parser = ["words", "helps", "gentle", "wait", "people", "clinician"])]
        write: Option<String>,
        /// What to write there; empty takes it back
        #[arg(long, requires = "write")]
        text: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum Holiday {
    /// Begin a holiday from writing down: no questions, no reminders
    Start {
        /// How many days, today included; without it until you end it
        #[arg(long)]
        days: Option<u32>,
    },
    /// End it with today
    End,
}
