//! What can be said on the command line.

mod evening;
mod experiment;
mod flare;
mod keep;
mod log;
mod movement;
mod remind;
mod track;

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use clap::{Args as Group, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

pub use evening::{WindDown, Worry};
pub use experiment::{Design, Experiment};
pub use flare::{Flare, Holiday};
pub use keep::{Backup, Recover, Trash};
pub use log::Log;
pub use movement::Movement;
pub use remind::{NoticeText, Reminders, Weekday};
pub use track::{Kind as TrackedKind, Track};

/// A private diary of sleep and pain, from a terminal.
#[derive(Debug, Parser)]
#[command(name = "wane", version, about, max_term_width = 100)]
pub struct Args {
    /// The diary's directory; the same as the window's unless given
    #[arg(long, global = true, value_name = "DIR", env = "WANE_DATA")]
    pub data: Option<PathBuf>,
    /// The zone to be in, instead of the system's
    #[arg(long, global = true, value_name = "IANA")]
    pub zone: Option<Tz>,
    /// The present instant, instead of the clock's
    #[arg(long, global = true, value_name = "RFC3339", value_parser = instant)]
    pub now: Option<DateTime<Utc>>,
    /// Print JSON for programs
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

fn instant(text: &str) -> Result<DateTime<Utc>, String> {
    DateTime::parse_from_rfc3339(text)
        .map(|t| t.with_timezone(&Utc))
        .map_err(|_| "an instant looks like 2026-03-14T07:10:00+01:00".to_owned())
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write something down
    #[command(subcommand)]
    Log(Log),
    /// Read one day back
    Day {
        /// The day, YYYY-MM-DD
        date: Option<String>,
    },
    /// Read nights back, with their measures
    Nights(Span),
    /// Take back the last change
    Undo,
    /// Bring back what was taken back
    Redo,
    /// Find days by what was written on them, or by their date
    Search {
        /// Words; the last one may be unfinished
        #[arg(required = true)]
        words: Vec<String>,
        /// How many finds at most
        #[arg(long)]
        limit: Option<u32>,
    },
    /// Everything ever written for one day, and the way back to any of its versions
    History {
        /// The day, YYYY-MM-DD
        date: Option<String>,
        /// Bring the day back to how the change of this number left it; 0 for before anything was written
        #[arg(long, value_name = "NUMBER", requires = "date")]
        restore: Option<u64>,
    },
    /// What was removed in the last 30 days
    Trash {
        #[command(subcommand)]
        action: Option<Trash>,
    },
    /// What you track by name: pains, factors, medicines; and what the numbers mean
    #[command(subcommand)]
    Track(Track),
    /// Movement: sessions, gentle movements, routines, and your own plan
    #[command(subcommand)]
    Movement(Movement),
    /// Backups of the diary
    #[command(subcommand)]
    Backup(Backup),
    /// Examine the diary from beginning to end
    Check,
    /// After damage: what can be brought back, and bringing it back
    Recover {
        /// What to do; without it nothing is done, and what there is is shown
        how: Option<Recover>,
    },
    /// Derived measures of nights, and their regularity
    Measures(Span),
    /// Nights that you wrote down and a device measured, side by side
    Felt(Span),
    /// What sleep and pain have to do with each other, and how sure anyone can be
    Insight {
        /// The days
        #[command(flatten)]
        span: Span,
        /// Leave out days that were written down more than 48 hours later
        #[arg(long)]
        leave_out_recalled: bool,
    },
    /// The week in three facts: one good thing, one steady thing, one open question
    LookBack {
        /// Skip it until the next weekly look
        #[arg(long)]
        skip: bool,
        /// Bring it back after it was skipped
        #[arg(long, conflicts_with = "skip")]
        show: bool,
        /// The weekday on which the diary is looked at
        #[arg(long, value_name = "DAY")]
        weekday: Option<chrono::Weekday>,
    },
    /// Numbers to call when things are very hard; works without a diary as well
    HelpNow {
        /// Put somebody on top of the list
        #[arg(long, value_name = "WHO", requires = "number")]
        add: Option<String>,
        /// Their number
        #[arg(long, requires = "add")]
        number: Option<String>,
        /// Take somebody off the list again
        #[arg(long, value_name = "WHO", conflicts_with = "add")]
        remove: Option<String>,
    },
    /// Flares: the plan, and flare mode
    #[command(subcommand)]
    Flare(Flare),
    /// A holiday from writing down
    #[command(subcommand)]
    Holiday(Holiday),
    /// When to seek care: a plain list of signs
    SeekCare,
    /// Cards to read: the list, or one card whole
    Learn {
        /// The card's name, as the list has it
        card: Option<String>,
    },
    /// Mark a day on the charts with a few words, such as "started physio"
    Annotate(Annotate),
    /// Small experiments of your own: days with and without something, as a coin says
    #[command(subcommand)]
    Experiment(Experiment),
    /// Draw a chart into a file
    Chart(Chart),
    /// Reminders: rules, plan, what is due
    #[command(subcommand)]
    Reminders(Reminders),
    /// The wind-down of the evening: its blocks, and that it was done
    WindDown {
        #[command(subcommand)]
        action: Option<WindDown>,
    },
    /// Worries that are put away in the evening and given back after the next light
    #[command(subcommand)]
    Worry(Worry),
    /// Sunrise, sunset, civil dawn and dusk
    Sun {
        /// The local date, YYYY-MM-DD
        date: String,
        /// Latitude in degrees, north positive
        #[arg(long, requires = "lon", allow_negative_numbers = true)]
        lat: Option<f64>,
        /// Longitude in degrees, east positive
        #[arg(long, requires = "lat", allow_negative_numbers = true)]
        lon: Option<f64>,
    },
    /// Bring in files; with --dry-run only say what they would change
    Import {
        /// The files; a zip archive or a folder stands for what is in it
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The format's name, such as apple-health or wane-csv; recognised by content if absent
        #[arg(long)]
        format: Option<String>,
        /// The zone whose clock the files were written by
        #[arg(long, value_name = "IANA")]
        home_zone: Option<Tz>,
        /// Say what would change, and write nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Write the diary into a file: everything, one row per day, or a bundle for a clinic
    Export(Export),
    /// Make a sample diary to look around in; your own stays untouched
    Sample {
        /// How many days, up to today
        #[arg(long, default_value_t = 365, conflicts_with = "remove")]
        days: u32,
        /// The same seed gives the same diary
        #[arg(long, default_value_t = 0)]
        seed: u64,
        /// Remove the sample and go back to your own diary
        #[arg(long)]
        remove: bool,
    },
    /// Print shell completions
    Completions {
        /// For which shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

#[derive(Debug, Group)]
pub struct Span {
    /// First day, YYYY-MM-DD
    #[arg(long)]
    pub from: Option<String>,
    /// Last day, YYYY-MM-DD
    #[arg(long)]
    pub to: Option<String>,
}

#[derive(Debug, Group)]
pub struct Export {
    /// In which form
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    pub format: ExportFormat,
    #[command(flatten)]
    pub span: Span,
    /// The file
    #[arg(short, long, value_name = "FILE", required_unless_present = "dry_run")]
    pub output: Option<PathBuf>,
    /// Say what would be in it, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ExportFormat {
    /// Everything, without loss; it can be brought in again
    Json,
    /// One row per day, for spreadsheets (--from and --to choose the days)
    Csv,
    /// A FHIR R4 bundle, for a clinic's program (--from and --to choose the days)
    Fhir,
}

#[derive(Debug, Group)]
#[group(skip)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Annotate {
    #[command(subcommand)]
    pub action: Option<Annotation>,
    /// The day, YYYY-MM-DD
    #[arg(required = true)]
    pub date: Option<String>,
    /// What it is, up to 60 characters
    #[arg(required = true)]
    pub label: Option<String>,
    /// Alter this mark, by its id in `annotate list`, instead of making one
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Annotation {
    /// The days that are marked
    List(Span),
    /// Take a mark away; it stays in the trash for 30 days
    Remove {
        /// Its id, from `annotate list`
        id: String,
    },
}

#[derive(Debug, Group)]
pub struct Chart {
    /// Which chart
    pub name: ChartName,
    #[command(flatten)]
    pub span: Span,
    /// Which days, unless --from and --to say
    #[arg(long, value_enum, default_value_t = Range::SixWeeks)]
    pub range: Range,
    /// What a calendar shows
    #[arg(long, value_enum, default_value_t = Measure::PainMorning)]
    pub measure: Measure,
    /// What of the night a scatter sets against pain on waking: quality, asleep or efficiency
    #[arg(long, value_enum, default_value_t = Measure::Quality)]
    pub against: Measure,
    /// What a trend shows, from top to bottom: asleep, efficiency, quality, pain-morning, pain-evening, factor:ID
    #[arg(long, value_delimiter = ',')]
    pub panels: Vec<String>,
    /// A trend over the middle values of as many days just before
    #[arg(long)]
    pub compare: bool,
    /// Colours
    #[arg(long, value_enum, default_value_t = Theme::Day)]
    pub theme: Theme,
    /// Width in pixels, 320 to 2400
    #[arg(long, default_value_t = 1000)]
    pub width: u32,
    /// Pixels of a PNG per pixel of the chart
    #[arg(long, default_value_t = 1.0)]
    pub scale: f32,
    /// Size of the text as a factor, 1 to 2
    #[arg(long, default_value_t = 1.0)]
    pub text_scale: f64,
    /// The file: .svg or .png
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ChartName {
    /// Sleep, morning pain and evening pain on one date axis
    Trend,
    /// Bed-to-wake bars across midnight
    Raster,
    /// When bed and waking were, week by week
    Regularity,
    /// How the night was, against pain on waking
    Scatter,
    /// One measure, a cell a day
    Calendar,
    /// Measures by day of the week
    Weekdays,
    /// How many of the last awakenings came near your own time
    Consistency,
    /// These days beside as many days just before
    Comparison,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Measure {
    /// Time asleep
    Asleep,
    /// Sleep efficiency
    Efficiency,
    /// How the night was
    Quality,
    /// Pain on waking
    PainMorning,
    /// Pain in the evening
    PainEvening,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Range {
    /// The last 14 days
    TwoWeeks,
    /// The last 42 days
    SixWeeks,
    /// The last three months
    ThreeMonths,
    /// The last twelve months
    Year,
    /// Everything
    All,
    /// Since the last visit you marked
    SinceVisit,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Theme {
    /// Warm paper and ink
    Day,
    /// Deep blue-violet
    Evening,
    /// One warm amber without blue
    Amber,
    /// Highest contrast
    Contrast,
    /// Greyscale-safe, for paper
    Print,
}
