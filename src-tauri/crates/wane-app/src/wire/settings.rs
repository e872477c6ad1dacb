//! What the user has chosen, how the window looks, and the first run.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ChartTheme, HolidayToday, Today};

/// Which theme the user has pinned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// Follow the user's own wind-down and wake times.
    #[default]
    Auto,
    /// Always day.
    Day,
    /// Always evening.
    Evening,
    /// Highest contrast.
    Contrast,
}

/// When the window is amber: warm and dim, without blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum AmberChoice {
    /// From the wind-down to rising; the evening look then begins two hours before.
    Auto,
    /// Always, unless the highest contrast is pinned.
    Always,
    /// Never.
    #[default]
    Off,
}

/// What happens when the window is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum OnClose {
    /// Not decided: ask once.
    #[default]
    Ask,
    /// Stay in the background so that reminders keep coming.
    Stay,
    /// Quit.
    Quit,
}

/// What the user has chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// The theme.
    pub theme: ThemeChoice,
    /// Text size as a factor, 1–2.
    pub text_scale: f64,
    /// The user's place, if set.
    pub place: Option<PlaceFields>,
    /// Remind of room lights on days without sunrise.
    pub dark_winter_lamp: bool,
    /// Notifications name what they are about; off by default, since lock screens show them.
    pub plain_notifications: bool,
    /// What closing the window does.
    pub on_close: OnClose,
    /// Single letters and digits are keys of their own; off for those who speak or are easily bumped (WCAG 2.1.4).
    pub single_keys: bool,
    /// Today may offer a card to read.
    pub offer_cards: bool,
    /// Words and shapes in place of numbers about the person.
    pub number_free: bool,
    /// Amber light in the evening.
    pub amber: AmberChoice,
    /// A routine that is played goes on to its next movement by itself.
    pub routine_by_itself: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            theme: ThemeChoice::Auto,
            text_scale: 1.0,
            place: None,
            dark_winter_lamp: false,
            plain_notifications: false,
            on_close: OnClose::Ask,
            single_keys: true,
            offer_cards: true,
            number_free: false,
            amber: AmberChoice::Off,
            routine_by_itself: false,
        }
    }
}

/// A place on Earth.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct PlaceFields {
    /// Degrees, north positive.
    pub lat: f64,
    /// Degrees, east positive.
    pub lon: f64,
}

/// How the window should look now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Appearance {
    /// `day`, `evening` or `contrast`: also the palette for charts.
    pub theme: ChartTheme,
    /// The window is amber; charts then wear `evening`.
    pub amber: bool,
    /// Seconds until the theme should be asked for again.
    pub again_in_s: u32,
    /// Text size as a factor.
    pub text_scale: f64,
}

/// The settings view.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SettingsView {
    /// What the user has chosen.
    pub settings: Settings,
    /// The look that follows.
    pub appearance: Appearance,
    /// "Europe/London: 51.5° north, 0.1° west", or that no place is known.
    pub place_text: String,
    /// The holiday from writing down that is on.
    pub holiday: Option<HolidayToday>,
    /// The zone of the system's clock.
    pub zone: String,
    /// Where the diary lies on this machine.
    pub folder: String,
    /// Version of the program.
    pub version: String,
}

/// Answers of the first run; all may be left out.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct FirstRun {
    /// Usual time in bed, `HH:MM`.
    pub bed: Option<String>,
    /// Usual time of getting up, `HH:MM`.
    pub rise: Option<String>,
    /// Remind of the wind-down.
    pub remind_wind_down: bool,
    /// Remind of morning light.
    pub remind_light: bool,
    /// Look around in a sample year first.
    pub sample: bool,
}

/// The Data view.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DataView {
    /// Where the diary lies on this machine.
    pub folder: String,
    /// "412 nights, 780 pain ratings … from 3 January 2025 to today."
    pub text: String,
    /// Imports, newest first.
    pub imports: Vec<ImportBatchView>,
    /// A sample diary is being looked at.
    pub sample: bool,
}

/// One import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportBatchView {
    /// Its name.
    pub id: String,
    /// What it was, when, and how much, in words.
    pub text: String,
    /// The format's name, such as `apple-health`.
    pub format: String,
    /// RFC 3339; when it came in.
    pub imported_at: String,
    /// Devices and programs that told of its sleeps, in the words of the file.
    pub devices: Vec<String>,
    /// The same in words; `null` if the file named none.
    pub from_text: Option<String>,
    /// It has been taken back.
    pub undone: bool,
}

/// Names one import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportBatchRequest {
    /// Its name.
    pub id: String,
}

/// A sample diary to look around in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SampleRequest {
    /// How many days, up to today.
    pub days: u32,
    /// The same seed gives the same diary.
    #[serde(default)]
    #[ts(type = "number")]
    pub seed: u64,
}

/// An undo or a redo, done.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Undone {
    /// What was taken back or brought back, in words; that there was nothing, if there was nothing.
    pub text: String,
    /// The day it mostly touched, or today.
    pub today: Today,
}
