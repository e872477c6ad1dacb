//! What can be written down.

use std::str::FromStr;

use clap::{Args as Group, Subcommand};

#[derive(Debug, Subcommand)]
pub enum Log {
    /// One night, and pain on waking; every option is optional
    Morning(Morning),
    /// The evening: pain, a busy head, what mattered; every option is optional
    Evening(Evening),
    /// Minutes of movement of a day; with a kind, a time, an effort or how it felt, one session
    Movement(Session),
    /// Time outdoors
    Light {
        /// The day, YYYY-MM-DD
        date: Option<String>,
        /// Minutes; without them it says only that you were out
        #[arg(long)]
        minutes: Option<u16>,
    },
    /// A medicine taken: facts only
    Medicine(Taken),
    /// A nap, or any other sleep that is not the night
    Nap(Nap),
    /// Being awake in the night, now: the morning offers it
    Awake {
        /// What you do about it
        #[arg(long, default_value = "note", value_parser = ["breathe", "settle", "note"])]
        choice: String,
    },
    /// A note
    Note {
        /// The text; put quotes round it
        text: String,
        /// The day, YYYY-MM-DD
        date: Option<String>,
    },
    /// How strong a pain with a name of its own was
    Pain(NamedPain),
    /// What a factor was
    Factor {
        /// The factor, by its name
        name: String,
        /// yes, no, or a number in its unit
        value: FactorValue,
        /// The day, YYYY-MM-DD
        date: Option<String>,
    },
    /// A visit to the physiotherapist or doctor, for charts since the last visit
    Visit {
        /// The day, YYYY-MM-DD
        date: Option<String>,
    },
    /// Mark a day as rough: that counts as an entry
    RoughDay {
        /// The day, YYYY-MM-DD
        date: Option<String>,
        /// Take the mark back
        #[arg(long)]
        off: bool,
    },
}

#[derive(Debug, Group)]
pub struct Morning {
    /// The wake date, YYYY-MM-DD
    pub date: Option<String>,
    /// Got into bed, HH:MM
    #[arg(long)]
    pub bed: Option<String>,
    /// Tried to sleep, HH:MM
    #[arg(long)]
    pub lights_out: Option<String>,
    /// Minutes to fall asleep
    #[arg(long)]
    pub sol: Option<u16>,
    /// Number of awakenings
    #[arg(long)]
    pub nwak: Option<u16>,
    /// Minutes awake in the night
    #[arg(long)]
    pub waso: Option<u16>,
    /// Woke for good, HH:MM
    #[arg(long)]
    pub final_wake: Option<String>,
    /// Minutes trying to sleep after the final awakening
    #[arg(long)]
    pub tasafa: Option<u16>,
    /// Out of bed, HH:MM
    #[arg(long)]
    pub up: Option<String>,
    /// 1 very poor to 5 very good
    #[arg(long)]
    pub quality: Option<u8>,
    /// 0 to 10 on waking
    #[arg(long)]
    pub pain: Option<u8>,
    /// A note to add to the day
    #[arg(long)]
    pub note: Option<String>,
    /// On the night the clock is put back: which times mean the second of two equal readings
    #[arg(long, value_delimiter = ',', value_parser = ["bed", "lights_out", "final_wake", "out_of_bed"])]
    pub second_reading: Vec<String>,
}

#[derive(Debug, Group)]
pub struct Evening {
    /// The day, YYYY-MM-DD
    pub date: Option<String>,
    /// 0 to 10 for the day
    #[arg(long)]
    pub pain: Option<u8>,
    /// How busy the head was at bedtime, 0 calm to 4 racing
    #[arg(long)]
    pub arousal: Option<u8>,
    /// What mattered and got done, one line
    #[arg(long)]
    pub mattered: Option<String>,
    /// Minutes of movement
    #[arg(long)]
    pub movement: Option<u16>,
    /// Minutes outdoors
    #[arg(long)]
    pub light: Option<u16>,
    /// A note to add to the day
    #[arg(long)]
    pub note: Option<String>,
}

#[derive(Debug, Group)]
pub struct Session {
    /// The day, YYYY-MM-DD
    pub date: Option<String>,
    /// Minutes
    #[arg(long)]
    pub minutes: u16,
    /// What it was, in your own words
    #[arg(long)]
    pub kind: Option<String>,
    /// When it began, HH:MM
    #[arg(long)]
    pub start: Option<String>,
    /// 0 resting to 10 everything
    #[arg(long)]
    pub effort: Option<u8>,
    /// How it felt
    #[arg(long, value_parser = ["less", "right", "too-much"])]
    pub felt: Option<String>,
}

#[derive(Debug, Group)]
pub struct Taken {
    /// The medicine, by its name; it is made on first use
    pub name: String,
    /// The day, YYYY-MM-DD
    pub date: Option<String>,
    /// When, HH:MM
    #[arg(long)]
    pub at: Option<String>,
    /// Taken as planned
    #[arg(long, conflicts_with = "rescue")]
    pub planned: bool,
    /// Taken for relief when needed
    #[arg(long)]
    pub rescue: bool,
    /// How much, in your own words
    #[arg(long)]
    pub amount: Option<String>,
}

#[derive(Debug, Group)]
pub struct Nap {
    /// The day, YYYY-MM-DD
    pub date: Option<String>,
    /// When it began, HH:MM
    #[arg(long)]
    pub start: Option<String>,
    /// When it ended, HH:MM
    #[arg(long)]
    pub end: Option<String>,
    /// Minutes asleep, as felt
    #[arg(long)]
    pub asleep: Option<u16>,
}

#[derive(Debug, Group)]
#[group(skip)]
pub struct NamedPain {
    /// The pain, by its name
    pub name: String,
    /// 0 to 10
    pub rating: u8,
    /// The day, YYYY-MM-DD
    pub date: Option<String>,
    /// On waking
    #[arg(long, required_unless_present = "evening", conflicts_with = "evening")]
    pub morning: bool,
    /// In the evening, for the day
    #[arg(long)]
    pub evening: bool,
}

/// The value of a factor, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FactorValue(pub f64);

impl FromStr for FactorValue {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.to_ascii_lowercase().as_str() {
            "yes" => Ok(FactorValue(1.0)),
            "no" => Ok(FactorValue(0.0)),
            number => match number.parse::<f64>() {
                Ok(value) if value.is_finite() => Ok(FactorValue(value)),
                _ => Err("a value is yes, no or a number"),
            },
        }
    }
}
