//! Questions a careful reader would ask about an entry (row L11).
//!
//! A question never blocks: what the user says is kept as said, even when it cannot all be true.
//! A night whose parts contradict each other is only left out of statistics, see [`holds_together`].

use chrono::{DateTime, FixedOffset, Utc};

use crate::{Moment, diary::Night};

/// Longest time in bed, in hours, that is believed without asking; beyond it morning and evening were probably mixed up.
pub const LONGEST_TIME_IN_BED_H: f64 = 16.0;

/// Something in an entry that is worth asking about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Trying to sleep began before getting into bed.
    LightsOutBeforeBed,
    /// The final awakening comes before lights out, or before getting into bed when lights out was not said.
    FinalWakeBeforeLightsOut,
    /// Getting up comes before the final awakening, or before the latest earlier time that was said.
    OutOfBedBeforeFinalWake,
    /// More than [`LONGEST_TIME_IN_BED_H`] hours from first to last.
    TimeInBedOver16h,
    /// Falling asleep and lying awake take longer than the time from lights out to the final awakening.
    SolPlusWasoExceedTimeAvailable,
    /// More minutes of trying to sleep after the final awakening than there were until getting up.
    TasafaExceedsWakeToRise,
    /// Minutes awake in the night, but no awakenings.
    AwakeMinutesWithoutAwakenings,
    /// The night, or its date, has not happened yet.
    NightInTheFuture,
    /// Some of the night is also part of another night.
    OverlapsAnotherNight,
}

impl Question {
    /// Every question, in the order they are asked.
    pub const ALL: [Question; 9] = [
        Question::LightsOutBeforeBed,
        Question::FinalWakeBeforeLightsOut,
        Question::OutOfBedBeforeFinalWake,
        Question::TimeInBedOver16h,
        Question::SolPlusWasoExceedTimeAvailable,
        Question::TasafaExceedsWakeToRise,
        Question::AwakeMinutesWithoutAwakenings,
        Question::NightInTheFuture,
        Question::OverlapsAnotherNight,
    ];

    /// The name by which the wire, the command line and the message catalogue know the question; it does not change.
    pub const fn code(self) -> &'static str {
        match self {
            Question::LightsOutBeforeBed => "lights_out_before_bed",
            Question::FinalWakeBeforeLightsOut => "final_wake_before_lights_out",
            Question::OutOfBedBeforeFinalWake => "out_of_bed_before_final_wake",
            Question::TimeInBedOver16h => "time_in_bed_over_16h_check_am_pm",
            Question::SolPlusWasoExceedTimeAvailable => "sol_plus_waso_exceed_time_available",
            Question::TasafaExceedsWakeToRise => "tasafa_exceeds_wake_to_rise",
            Question::AwakeMinutesWithoutAwakenings => "awake_minutes_without_awakenings",
            Question::NightInTheFuture => "night_in_the_future",
            Question::OverlapsAnotherNight => "overlaps_another_night",
        }
    }
}

/// What to ask about `night`, at the instant `now`, given the `others` in the diary; empty for most nights.
///
/// `others` may hold an earlier revision of the night itself: records of the same name are not compared.
pub fn questions(night: &Night, now: DateTime<Utc>, others: &[Night]) -> Vec<Question> {
    let mut asked = contradictions(night);
    if night.nwak == Some(0) && night.waso_min.is_some_and(|minutes| minutes > 0) {
        asked.push(Question::AwakeMinutesWithoutAwakenings);
    }
    if is_in_the_future(night, now) {
        asked.push(Question::NightInTheFuture);
    }
    if others
        .iter()
        .any(|other| other.id != night.id && overlap(night, other))
    {
        asked.push(Question::OverlapsAnotherNight);
    }
    asked
}

/// Whether everything that was said about the night can be true together.
///
/// A night that does not hold together stays in the diary as it is, with its questions,
/// and stays out of efficiencies, midpoints and all statistics until it is corrected (`SCIENCE.md` 1.3).
/// Things that were not said contradict nothing.
pub fn holds_together(night: &Night) -> bool {
    contradictions(night).is_empty()
}

/// The questions about the night's own arithmetic; any of them keeps it out of statistics.
fn contradictions(night: &Night) -> Vec<Question> {
    let mut found = Vec::new();

    // Each time that was said is held against the nearest earlier one that was said.
    let in_order = [
        (night.bed, None),
        (night.lights_out, Some(Question::LightsOutBeforeBed)),
        (night.final_wake, Some(Question::FinalWakeBeforeLightsOut)),
        (night.out_of_bed, Some(Question::OutOfBedBeforeFinalWake)),
    ];
    let mut before: Option<Moment> = None;
    for (moment, question) in in_order {
        if let (Some(before), Some(moment), Some(question)) = (before, moment, question)
            && moment.instant < before.instant
        {
            found.push(question);
        }
        before = moment.or(before);
    }

    let first = night.bed.or(night.lights_out);
    let last = night.out_of_bed.or(night.final_wake);
    if let Some(in_bed) = minutes(first, last)
        && in_bed > LONGEST_TIME_IN_BED_H * 60.0
    {
        found.push(Question::TimeInBedOver16h);
    }

    // When the times themselves are out of order, that is the question, and their difference means nothing.
    let awake = u32::from(night.sol_min.unwrap_or(0)) + u32::from(night.waso_min.unwrap_or(0));
    if let Some(attempt) = minutes(night.lights_out, night.final_wake)
        && attempt >= 0.0
        && f64::from(awake) > attempt
    {
        found.push(Question::SolPlusWasoExceedTimeAvailable);
    }
    if let (Some(twak), Some(tasafa)) = (
        minutes(night.final_wake, night.out_of_bed),
        night.tasafa_min,
    ) && twak >= 0.0
        && f64::from(tasafa) > twak
    {
        found.push(Question::TasafaExceedsWakeToRise);
    }
    found
}

fn minutes(from: Option<Moment>, to: Option<Moment>) -> Option<f64> {
    from.zip(to).map(|(from, to)| to.minutes_since(&from))
}

fn times(night: &Night) -> impl Iterator<Item = Moment> {
    [
        night.bed,
        night.lights_out,
        night.final_wake,
        night.out_of_bed,
    ]
    .into_iter()
    .flatten()
}

fn is_in_the_future(night: &Night, now: DateTime<Utc>) -> bool {
    if times(night).any(|moment| moment.instant > now) {
        return true;
    }
    let today = match night
        .final_wake
        .or(night.out_of_bed)
        .or(night.lights_out)
        .or(night.bed)
    {
        Some(moment) => Moment::new(now, moment.zone).date(),
        // No zone was said; a date is surely in the future only if it has begun nowhere.
        None => FixedOffset::east_opt(14 * 3600).map_or(now.date_naive(), |first| {
            now.with_timezone(&first).date_naive()
        }),
    };
    night.wake_date > today
}

/// Whether two nights share time; touching ends do not count.
fn overlap(a: &Night, b: &Night) -> bool {
    match (span(a), span(b)) {
        (Some((a_from, a_to)), Some((b_from, b_to))) => a_from < b_to && b_from < a_to,
        _ => false,
    }
}

/// From the earliest to the latest time that was said.
fn span(night: &Night) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let from = times(night).map(|moment| moment.instant).min()?;
    let to = times(night).map(|moment| moment.instant).max()?;
    Some((from, to))
}
