//! Small personal experiments.

use clap::{Args as Group, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub enum Experiment {
    /// Say what could be expected of an experiment; nothing is fixed
    Propose(Design),
    /// Fix an experiment and throw its coins
    Start(Design),
    /// What today is for, with or without
    Today,
    /// Say that it was done on a day, or with --not that it was not
    Did {
        /// The day, YYYY-MM-DD; today if absent
        date: Option<String>,
        /// It was not done
        #[arg(long, conflicts_with = "unsaid")]
        not: bool,
        /// Take back what was said of the day
        #[arg(long)]
        unsaid: bool,
    },
    /// Stop the experiment that is on; that is always fine, and gives no result
    Stop,
    /// The experiment that is on, and those that have ended
    List,
    /// What came of an experiment that has ended
    Result {
        /// The experiment; the newest if absent
        id: Option<String>,
    },
    /// Put an experiment that has ended into the trash
    Remove {
        /// The experiment
        id: String,
    },
}

#[derive(Debug, Group)]
pub struct Design {
    /// What is tried
    pub tried: Tried,
    /// What is looked at
    #[arg(long)]
    pub watch: Watched,
    /// How long, weeks: 2 or 4
    #[arg(long, default_value_t = 4)]
    pub weeks: u16,
    /// What is tried, in your own words; for `own`
    #[arg(long, value_name = "WORDS")]
    pub words: Option<String>,
    /// When it is done; for `own`
    #[arg(long)]
    pub when: Option<Part>,
    /// A coin for two or three days at a time instead of one for each
    #[arg(long)]
    pub blocks: bool,
    /// The first day, YYYY-MM-DD; tomorrow if absent
    #[arg(long)]
    pub first: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Tried {
    /// The wind-down in the evening
    WindDown,
    /// Daylight soon after waking
    MorningLight,
    /// A time of movement by day
    Movement,
    /// Something in your own words
    Own,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Watched {
    /// Pain on waking
    MorningPain,
    /// Pain in the evening
    EveningPain,
    /// Time asleep
    Asleep,
    /// Sleep efficiency
    Efficiency,
    /// How the night was
    Quality,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Part {
    /// Soon after waking
    Morning,
    /// By day
    Day,
    /// In the evening
    Evening,
}
