//! `wane reminders …`

use clap::{Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub enum Reminders {
    /// The rules
    List,
    /// Tonight and tomorrow at a glance, with what is suggested, asked and paused
    Glance,
    /// Set a rule; a kind that is not built in becomes your own
    Set {
        /// wind-down, bedtime, morning-light, morning-check-in, evening-check-in, movement, or a name of your own
        kind: String,
        /// Local time, HH:MM
        #[arg(long)]
        at: Option<String>,
        /// Only on these weekdays; every day otherwise
        #[arg(long, value_delimiter = ',', requires = "at")]
        days: Vec<Weekday>,
        /// Turn it off
        #[arg(long)]
        off: bool,
    },
    /// Give a reminder of your own another name
    Rename {
        /// The name it has
        kind: String,
        /// The name it gets
        name: String,
    },
    /// Remove a reminder of your own
    Remove {
        /// Its name
        kind: String,
    },
    /// Your own times; the wind-down, bedtime and the protected night follow
    Targets {
        /// About when to be in bed, HH:MM
        #[arg(long)]
        bed: String,
        /// About when to get up, HH:MM
        #[arg(long)]
        rise: Option<String>,
        /// Only on these weekdays; every day otherwise
        #[arg(long, value_delimiter = ',')]
        days: Vec<Weekday>,
        /// Minutes of wind-down before bed, 5 to 120
        #[arg(long, default_value_t = 45)]
        lead: u32,
    },
    /// What is suggested towards regular times, if anything
    Suggestion {
        /// Take the step
        #[arg(long, conflicts_with = "not_now")]
        accept: bool,
        /// Not now
        #[arg(long)]
        not_now: bool,
    },
    /// Pause all reminders
    Pause {
        /// Why
        #[arg(long, value_enum, default_value_t = Reason::Days)]
        reason: Reason,
        /// For how many days, today included; until you resume otherwise
        #[arg(long)]
        days: Option<u32>,
    },
    /// End the pause
    Resume,
    /// The protected night, in which nothing is shown
    Night {
        /// When it begins, HH:MM
        #[arg(long, requires = "to")]
        from: Option<String>,
        /// When it ends, HH:MM
        #[arg(long, requires = "from")]
        to: Option<String>,
        /// Let it follow your own times
        #[arg(long, conflicts_with = "from")]
        automatic: bool,
    },
    /// Answer the question about a reminder: let it rest
    Rest {
        /// Which
        kind: String,
    },
    /// Answer the question about a reminder: keep it
    Keep {
        /// Which
        kind: String,
    },
    /// Bring a resting reminder back
    BringBack {
        /// Which
        kind: String,
    },
    /// What was due in the last fortnight, and what became of it
    Inbox {
        /// Take this one out of the inbox
        #[arg(long, value_name = "KIND", requires = "date")]
        dismiss: Option<String>,
        /// Its local date, YYYY-MM-DD
        #[arg(long, requires = "dismiss")]
        date: Option<String>,
    },
    /// How the morning light is to be had
    Light {
        /// The way
        #[arg(long, value_enum)]
        way: Option<Way>,
        /// On days without sunrise, remind of room lights
        #[arg(long)]
        lamp: Option<bool>,
    },
    /// Whether notifications name what they are about
    Text {
        /// What they say
        how: Option<NoticeText>,
    },
    /// Show a notification now, and say truthfully what happened
    Test,
    /// How reminding is doing
    Health,
    /// Every occurrence that falls due in a span
    Plan {
        /// From this instant on, RFC 3339
        #[arg(long)]
        from: String,
        /// Up to this instant, RFC 3339
        #[arg(long)]
        to: String,
    },
    /// What is due now
    Due,
    /// You did it: it need not come
    Done {
        /// Which
        kind: String,
        /// Its local date, YYYY-MM-DD
        #[arg(long)]
        date: Option<String>,
    },
    /// Not this time: it will not come
    Skip {
        /// Which
        kind: String,
        /// Its local date, YYYY-MM-DD
        #[arg(long)]
        date: Option<String>,
    },
    /// Remind again a little later
    Snooze {
        /// Which
        kind: String,
        /// Minutes from now
        #[arg(long, default_value_t = 10)]
        minutes: u32,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// Why reminders pause.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Reason {
    /// Pain is up
    Flare,
    /// You are ill
    Illness,
    /// You are travelling
    Journey,
    /// Just some days without
    Days,
}

/// How the morning light is to be had.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Way {
    /// Outdoors, once it is light
    AfterWaking,
    /// By a window
    Indoor,
    /// In the shade or behind a blind
    LightSensitive,
}

/// What notifications say.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum NoticeText {
    /// Nothing that others should not read
    Discreet,
    /// What they are about
    Plain,
}
