//! The Today view: the morning, the evening, and what the day brings.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Anchor, Appearance, CardOffer, ChartView, EntryView, ExperimentToday, FactorAnswer,
    FactorAsked, FlareToday, HolidayToday, NotedAwake, PainAnswer, PainAsked, RecoveryView,
    Settings,
};

/// Everything the window needs for its first picture, in one answer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Start {
    /// BCP 47 tag of the language in use.
    pub locale: String,
    /// Every fixed text of the window by its message name; `{name}` marks where a value goes.
    pub texts: std::collections::BTreeMap<String, String>,
    /// Theme, text size and motion.
    pub appearance: Appearance,
    /// What the user has chosen.
    pub settings: Settings,
    /// The diary is new: ask the three questions of the first run.
    pub first_run: bool,
    /// A damaged diary was moved aside and nobody has said yet what to do: ask that before anything else.
    pub recovery: Option<RecoveryView>,
    /// Today's view.
    pub today: Today,
}

/// What the first picture should be drawn for.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct StartRequest {
    /// Width in CSS pixels for the small two-week chart.
    pub chart_width: u32,
}

/// One day, as Today shows it. Any day can be shown.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Today {
    /// The day shown.
    pub date: String,
    /// The day in words, such as "Saturday, 14 March".
    pub date_text: String,
    /// The day before, and the day after unless that lies in the future.
    pub previous: String,
    /// See `previous`.
    pub next: Option<String>,
    /// Whether it is the present day.
    pub is_today: bool,
    /// "Good morning", or the day in words for another day.
    pub greeting: String,
    /// Which check-in to open: `morning` until mid-afternoon, then `evening`.
    pub part: DayPart,
    /// The morning's answers.
    pub morning: Morning,
    /// The evening's answers.
    pub evening: Evening,
    /// What devices measured of the night and of naps, in words, beside what was felt.
    /// Empty while nothing was said of the present night, so that no number goes before the person's own.
    pub measured: Vec<String>,
    /// What of the day came from other programs, in words: from which device, by which import.
    /// Empty while [`Today::measured`] has to wait.
    pub came_from: Vec<String>,
    /// The day was marked as rough.
    pub rough: bool,
    /// Naps, medicines, notes and noted awakenings of the day, in the order in which they were written.
    pub entries: Vec<EntryView>,
    /// Names of the medicines in use, to choose from.
    pub medicines: Vec<String>,
    /// What single numbers of the pain scale mean to the person.
    pub anchors: Vec<Anchor>,
    /// The small trend of the last two weeks; `null` while there is nothing to draw.
    pub two_weeks: Option<ChartView>,
    /// Morning light.
    pub light: LightCard,
    /// Tonight.
    pub tonight: TonightCard,
    /// The experiment that is on; `null` when there is none to tell of on the day.
    pub experiment: Option<ExperimentToday>,
    /// Reminders waiting in the inbox.
    pub inbox: Vec<super::InboxItem>,
    /// A card to read, by what the day's entry says; at most one, and only on the present day.
    pub card: Option<CardOffer>,
    /// What is said of worries that were put away in an evening and are given back; `null` where there are none.
    pub worries: Option<String>,
    /// The flare that is on, on the present day.
    pub flare: Option<FlareToday>,
    /// The holiday from writing down that is on, on the present day.
    pub holiday: Option<HolidayToday>,
    /// What `undo` would take back, in words, such as "Undo: morning saved"; `null` when there is nothing.
    pub undo_text: Option<String>,
    /// What `redo` would bring back.
    pub redo_text: Option<String>,
    /// It is the day of the weekly look, and the look back on the week was not skipped: `look_back` has it.
    pub look_back: bool,
    /// A sample diary is being looked at.
    pub sample: bool,
}

/// Which half of the day's questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum DayPart {
    /// The morning.
    Morning,
    /// The evening.
    Evening,
}

/// The clock times and minutes of one night, as a form holds them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct NightFields {
    /// Got into bed, `HH:MM`.
    pub bed: Option<String>,
    /// Tried to sleep, `HH:MM`.
    pub lights_out: Option<String>,
    /// Minutes to fall asleep.
    pub sol_min: Option<u16>,
    /// Number of awakenings.
    pub nwak: Option<u16>,
    /// Minutes awake in the night.
    pub waso_min: Option<u16>,
    /// Final awakening, `HH:MM`.
    pub final_wake: Option<String>,
    /// Minutes trying to sleep after the final awakening.
    pub tasafa_min: Option<u16>,
    /// Out of bed, `HH:MM`.
    pub out_of_bed: Option<String>,
    /// On the night the clock is put back: names of the time fields that mean the second of two equal readings.
    pub second_reading: Vec<String>,
}

impl NightFields {
    /// These answers, with the absent ones taken from `other`.
    pub fn or(self, other: NightFields) -> NightFields {
        NightFields {
            bed: self.bed.or(other.bed),
            lights_out: self.lights_out.or(other.lights_out),
            sol_min: self.sol_min.or(other.sol_min),
            nwak: self.nwak.or(other.nwak),
            waso_min: self.waso_min.or(other.waso_min),
            final_wake: self.final_wake.or(other.final_wake),
            tasafa_min: self.tasafa_min.or(other.tasafa_min),
            out_of_bed: self.out_of_bed.or(other.out_of_bed),
            second_reading: if self.second_reading.is_empty() {
                other.second_reading
            } else {
                self.second_reading
            },
        }
    }
}

/// The morning check-in of one day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Morning {
    /// Something of it has been saved.
    pub saved: bool,
    /// The saved night; all `null` when nothing was saved.
    pub night: NightFields,
    /// What is saved, completed by the user's usual night moved to fit it; never saved unless confirmed.
    /// `null` once the night has both its ends, or while nothing is usual yet.
    pub suggested: Option<NightFields>,
    /// 1 very poor … 5 very good.
    pub quality: Option<u8>,
    /// 0–10 on waking.
    pub pain: Option<u8>,
    /// Each named pain in use, and any other that has an answer on this morning.
    pub pains: Vec<PainAsked>,
    /// Each factor of the night in use, and any other that has an answer.
    pub factors: Vec<FactorAsked>,
    /// What the night comes to, for the saved or else the suggested times.
    pub summary: NightSummary,
    /// What was noted in the night itself, as an offer for the number of awakenings; it is never filled in by itself.
    /// `null` where nothing was noted, where the number is said already, or once the offer was put away.
    pub noted: Option<NotedAwake>,
    /// The entry was made more than 48 hours later.
    pub recalled: bool,
}

/// What a night comes to, as far as its fields tell.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct NightSummary {
    /// "7 h 15 asleep, 90 % of the time you were trying"; empty when it cannot be said.
    pub text: String,
    /// Questions about fields that do not go together; never a hindrance to saving.
    pub questions: Vec<QuestionText>,
    /// The night as a bar.
    pub bar: Option<NightBar>,
    /// The night that text and bar are about: what was said, and the usual moved to fit it.
    pub night: NightFields,
}

/// A question about an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionText {
    /// Stable name, as in the domain's checks.
    pub code: String,
    /// The question in words.
    pub text: String,
}

/// A night drawn as a bar; all in minutes elapsed since the bar's left edge.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NightBar {
    /// Length of the whole bar.
    pub length_min: f64,
    /// From getting into bed to getting up.
    pub in_bed: Option<Stretch>,
    /// From falling asleep to the final awakening.
    pub asleep: Option<Stretch>,
    /// Clock marks below the bar.
    pub ticks: Vec<Tick>,
}

/// A stretch of minutes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Stretch {
    /// Where it begins.
    pub from_min: f64,
    /// Where it ends.
    pub to_min: f64,
}

/// A labelled mark.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Tick {
    /// Where it stands.
    pub at_min: f64,
    /// Its label.
    pub text: String,
}

/// The evening check-in of one day.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Evening {
    /// Something of it has been saved.
    pub saved: bool,
    /// 0–10 for the day.
    pub pain: Option<u8>,
    /// 0 calm … 4 racing.
    pub arousal: Option<u8>,
    /// What mattered and got done.
    pub mattered: Option<String>,
    /// Minutes of movement.
    pub movement_min: Option<u16>,
    /// Minutes outdoors.
    pub light_min: Option<u16>,
    /// Each named pain in use, and any other that has an answer on this evening.
    pub pains: Vec<PainAsked>,
    /// Each factor of the day in use, and any other that has an answer.
    pub factors: Vec<FactorAsked>,
    /// The entry was made more than 48 hours later.
    pub recalled: bool,
}

/// What a morning check-in says. An absent answer is a missing one, unless `keep_absent`.
///
/// A sleep of the present day that began after its night was over and written down is kept as a nap of that day:
/// the night stays as it is, and its quality too.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SaveMorning {
    /// The wake date; if absent, the date of the awakening that is said, or else today.
    pub date: Option<String>,
    /// The night.
    pub night: NightFields,
    /// 1–5.
    pub quality: Option<u8>,
    /// 0–10.
    pub pain: Option<u8>,
    /// Named pains; one that is not in the list stays as it was.
    pub pains: Vec<PainAnswer>,
    /// Factors; one that is not in the list stays as it was.
    pub factors: Vec<FactorAnswer>,
    /// A note to add to the day; an absent or empty one adds none, and those already there stay.
    #[ts(optional)]
    pub note: Option<String>,
    /// Absent answers leave what the diary already has; otherwise they take it back.
    pub keep_absent: bool,
}

/// What an evening check-in says.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SaveEvening {
    /// The day; today if absent.
    pub date: Option<String>,
    /// 0–10.
    pub pain: Option<u8>,
    /// 0–4.
    pub arousal: Option<u8>,
    /// One line.
    pub mattered: Option<String>,
    /// Minutes of movement.
    pub movement_min: Option<u16>,
    /// Minutes outdoors.
    pub light_min: Option<u16>,
    /// Named pains; one that is not in the list stays as it was.
    pub pains: Vec<PainAnswer>,
    /// Factors; one that is not in the list stays as it was.
    pub factors: Vec<FactorAnswer>,
    /// A note to add to the day; an absent or empty one adds none, and those already there stay.
    #[ts(optional)]
    pub note: Option<String>,
    /// Absent answers leave what the diary already has; otherwise they take it back.
    pub keep_absent: bool,
}

/// The fields of a night being edited, to be summed up and questioned before they are saved.
///
/// With `touched`, the other fields count as suggestions only, and the answer's `night` moves them to fit what was said.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PreviewNight {
    /// The wake date; today if absent.
    pub date: Option<String>,
    /// The night.
    pub night: NightFields,
    /// Names of the fields that the person has said; `null` if all of them were.
    pub touched: Option<Vec<String>>,
}

/// Marks a day as rough, or takes the mark back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MarkRough {
    /// The day; today if absent.
    #[serde(default)]
    pub date: Option<String>,
    /// Rough or not.
    pub rough: bool,
}

/// Logs time in daylight.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LogLight {
    /// The day; today if absent.
    #[serde(default)]
    pub date: Option<String>,
    /// Minutes; `null` for "been out" without a number.
    #[serde(default)]
    pub minutes: Option<u16>,
}

/// Something was saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Saved {
    /// "Saved", or what was done, in words.
    pub text: String,
    /// The day as it now is.
    pub today: Today,
}

/// The card about morning light.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LightCard {
    /// "07:10 – 08:40", or empty.
    pub window_text: String,
    /// One or two sentences: sun-up, and what counts.
    pub text: String,
    /// Time outdoors has been logged for the day.
    pub done: bool,
}

/// The card about tonight.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TonightCard {
    /// "22:15", or empty when no wind-down is planned.
    pub time_text: String,
    /// One or two sentences.
    pub text: String,
    /// Tonight's wind-down was skipped by the user.
    pub skipped: bool,
    /// There is a wind-down tonight that can be skipped; its local date.
    pub can_skip: Option<String>,
}

/// A month, to jump to any of its days.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MonthRequest {
    /// The month, `YYYY-MM`.
    pub month: String,
}

/// A month of days.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Month {
    /// The month, `YYYY-MM`.
    pub month: String,
    /// "March 2026".
    pub title: String,
    /// The month before.
    pub previous: String,
    /// The month after, unless it lies in the future.
    pub next: Option<String>,
    /// Short names of the weekdays in the order of the columns.
    pub weekdays: Vec<String>,
    /// Column of the first day, from 0.
    pub first_column: u8,
    /// Its days in order.
    pub days: Vec<MonthDay>,
}

/// One day of a month.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MonthDay {
    /// The day.
    pub date: String,
    /// Number in the month.
    pub number: u8,
    /// The date in short with its year, such as "14 Mar 2026".
    pub named: String,
    /// What a screen reader says, such as "Saturday, 14 March, morning and evening".
    pub text: String,
    /// The morning has an entry.
    pub morning: bool,
    /// The evening has an entry.
    pub evening: bool,
    /// The day was marked as rough.
    pub rough: bool,
    /// It has not come yet.
    pub future: bool,
}
