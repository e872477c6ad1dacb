//! What can be tracked by name.

use clap::{Args as Group, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub enum Track {
    /// Everything that is tracked, with what the numbers mean to you
    List,
    /// The regions of the body, for `track pain --regions`
    Regions,
    /// Make a named pain, or alter the one of that name
    Pain {
        /// What you call it
        name: String,
        /// Where it is: codes of `track regions`, apart by commas; an empty text takes them back
        #[arg(long, value_delimiter = ',', value_name = "CODES")]
        regions: Option<Vec<String>>,
        /// Call it this from now on
        #[arg(long, value_name = "NAME")]
        rename: Option<String>,
    },
    /// Make a factor, or alter the one of that name; six can be in use at once
    Factor(Factor),
    /// Make a medicine, or alter the one of that name
    Medicine {
        /// What you call it
        name: String,
        /// Call it this from now on
        #[arg(long, value_name = "NAME")]
        rename: Option<String>,
    },
    /// Say what one number of the pain scale means to you
    Anchor {
        /// 0 to 10
        rating: u8,
        /// Your own words; without them the number means nothing in particular again
        text: Option<String>,
    },
    /// Put something aside: it is no longer asked for, and all of it stays in the diary
    Retire {
        /// What kind of thing
        kind: Kind,
        /// Its name
        name: String,
    },
    /// Take up again what was put aside
    TakeUp {
        /// What kind of thing
        kind: Kind,
        /// Its name
        name: String,
    },
}

#[derive(Debug, Group)]
#[group(skip)]
pub struct Factor {
    /// What you call it
    pub name: String,
    /// It belongs to the day and is asked in the evening; so it is unless --night says otherwise
    #[arg(long, conflicts_with = "night")]
    pub day: bool,
    /// It belongs to the night and is asked in the morning
    #[arg(long)]
    pub night: bool,
    /// It is a number in this unit, instead of yes or no
    #[arg(long)]
    pub unit: Option<String>,
    /// Call it this from now on
    #[arg(long, value_name = "NAME")]
    pub rename: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// A named pain
    Pain,
    /// A factor
    Factor,
    /// A medicine
    Medicine,
}
