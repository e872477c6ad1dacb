//! Movement on the command line.

use clap::{Args as Group, Subcommand};

#[derive(Debug, Subcommand)]
pub enum Movement {
    /// The movement sessions of a day
    List {
        /// The day, YYYY-MM-DD
        date: Option<String>,
    },
    /// The library of gentle movements
    Library {
        /// lying, sitting or standing
        #[arg(long, value_parser = ["lying", "sitting", "standing"])]
        posture: Option<String>,
        /// A part of the body
        #[arg(long, value_parser = ["neck", "shoulders", "arms", "back", "hips", "legs", "feet"])]
        area: Option<String>,
    },
    /// Routines, your own and the ready-made
    Routines,
    /// Write a routine down as done, just now
    Done {
        /// The routine, by its key or its name
        routine: String,
        /// How long it took, in minutes; as long as it usually takes unless given
        #[arg(long)]
        minutes: Option<u16>,
    },
    /// What your own plan suggests today, and why
    Suggest,
    /// Begin a plan from the comfortable days of the last four weeks
    Begin {
        /// Minutes a day to come to
        #[arg(long)]
        goal: Option<u16>,
        /// The kind of movement that is counted; all unless given
        #[arg(long)]
        kind: Option<String>,
    },
    /// End the plan; what was done stays
    End,
    /// What your clinician said, with its dates; with options, write it down
    Limits(Limits),
}

#[derive(Debug, Group)]
pub struct Limits {
    /// The day it holds from, YYYY-MM-DD; today unless given
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Minutes a day not to go below
    #[arg(long, value_name = "MIN")]
    pub floor: Option<u16>,
    /// Minutes a day not to go above
    #[arg(long, value_name = "MIN")]
    pub ceiling: Option<u16>,
    /// In their own words
    #[arg(long, value_name = "TEXT")]
    pub said: Option<String>,
    /// There are no limits any more
    #[arg(long, conflicts_with_all = ["floor", "ceiling"])]
    pub none: bool,
}
