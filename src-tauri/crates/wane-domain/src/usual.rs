//! The user's own usual night, for prefilling a morning (row L1), and clock times laid out round a wake date.

use chrono::{Days, Duration, NaiveDate, NaiveTime, Timelike};
use chrono_tz::Tz;

use crate::{Fold, Moment, check::holds_together, circular, diary::Night};

/// How many of the latest nights make up what is usual.
pub const LOOK_BACK_NIGHTS: usize = 14;
/// Fewest of those nights that must tell a thing before it is usual.
pub const FEWEST_NIGHTS: usize = 3;
/// Without any time of waking, a clock time from this hour on is meant for the evening before (`SCIENCE.md` 1.3).
pub const EVENING_BEGINS_AT_H: u32 = 15;

/// What the user said at the first run, before there is a diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Targets {
    /// When they like to go to bed.
    pub bed: NaiveTime,
    /// When they like to get up.
    pub rise: NaiveTime,
}

/// A usual night by the clock; what the diary does not tell is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Usual {
    /// Into bed, to five minutes.
    pub bed: Option<NaiveTime>,
    /// Lights out, to five minutes.
    pub lights_out: Option<NaiveTime>,
    /// Final awakening, to five minutes.
    pub final_wake: Option<NaiveTime>,
    /// Out of bed, to five minutes.
    pub out_of_bed: Option<NaiveTime>,
    /// Sleep latency, minutes.
    pub sol_min: Option<u16>,
    /// Minutes awake in the night.
    pub waso_min: Option<u16>,
    /// Number of awakenings.
    pub nwak: Option<u16>,
    /// Minutes of trying to sleep after the final awakening.
    pub tasafa_min: Option<u16>,
}

/// A usual night laid out round one wake date: a suggestion, not an entry, until the user confirms it.
///
/// Its times are in order, and its minutes fit into them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SuggestedNight {
    /// Local date of the final awakening.
    pub wake_date: NaiveDate,
    /// Into bed.
    pub bed: Option<Moment>,
    /// Lights out.
    pub lights_out: Option<Moment>,
    /// Final awakening.
    pub final_wake: Option<Moment>,
    /// Out of bed.
    pub out_of_bed: Option<Moment>,
    /// Sleep latency, minutes.
    pub sol_min: Option<u16>,
    /// Minutes awake in the night.
    pub waso_min: Option<u16>,
    /// Number of awakenings.
    pub nwak: Option<u16>,
    /// Minutes of trying to sleep after the final awakening.
    pub tasafa_min: Option<u16>,
}

/// What is usual in the latest [`LOOK_BACK_NIGHTS`] nights, given in any order.
///
/// Clock times are circular medians and minutes are medians, each from at least [`FEWEST_NIGHTS`] nights that tell it;
/// nights that do not hold together tell nothing.
/// The user's own targets stand in for the evening, or for the morning, of which the diary tells nothing yet.
pub fn usual(nights: &[Night], targets: Option<Targets>) -> Usual {
    let mut latest: Vec<&Night> = nights
        .iter()
        .filter(|night| holds_together(night))
        .collect();
    latest.sort_by_key(|night| std::cmp::Reverse(night.wake_date));
    latest.truncate(LOOK_BACK_NIGHTS);

    let time =
        |of: fn(&Night) -> Option<Moment>| usual_time(latest.iter().filter_map(|night| of(night)));
    let number =
        |of: fn(&Night) -> Option<u16>| usual_number(latest.iter().filter_map(|night| of(night)));
    let mut usual = Usual {
        bed: time(|night| night.bed),
        lights_out: time(|night| night.lights_out),
        final_wake: time(|night| night.final_wake),
        out_of_bed: time(|night| night.out_of_bed),
        sol_min: number(|night| night.sol_min),
        waso_min: number(|night| night.waso_min),
        nwak: number(|night| night.nwak),
        tasafa_min: number(|night| night.tasafa_min),
    };
    if let Some(targets) = targets {
        // A target is never mixed with a time from the diary: the two could contradict each other.
        if usual.bed.is_none() && usual.lights_out.is_none() {
            (usual.bed, usual.lights_out) = (Some(targets.bed), Some(targets.bed));
        }
        if usual.final_wake.is_none() && usual.out_of_bed.is_none() {
            (usual.final_wake, usual.out_of_bed) = (Some(targets.rise), Some(targets.rise));
        }
    }
    usual
}

impl Usual {
    /// The usual night moved to fit the clock times that were said of one night, in the order
    /// bed, lights out, final awakening, out of bed.
    ///
    /// What was said stands.
    /// Of the evening's pair and of the morning's pair, the time that was not said keeps its usual distance to the one that was:
    /// somebody who went to bed two hours late turned the lights out late too.
    pub fn moved_to(&self, said: [Option<NaiveTime>; 4]) -> Usual {
        let [bed, lights_out, final_wake, out_of_bed] = said;
        let (bed, lights_out) = moved_pair((self.bed, self.lights_out), (bed, lights_out));
        let (final_wake, out_of_bed) =
            moved_pair((self.final_wake, self.out_of_bed), (final_wake, out_of_bed));
        Usual {
            bed,
            lights_out,
            final_wake,
            out_of_bed,
            ..*self
        }
    }
}

type Pair = (Option<NaiveTime>, Option<NaiveTime>);

fn moved_pair(usual: Pair, said: Pair) -> Pair {
    // The clock wraps at midnight by itself: 23:10 moved by two hours is 01:10.
    let moved = |time: Option<NaiveTime>, from: Option<NaiveTime>, to: NaiveTime| {
        Some(time? + (to - from?))
    };
    match said {
        (Some(_), Some(_)) => said,
        (Some(first), None) => (said.0, moved(usual.1, usual.0, first)),
        (None, Some(second)) => (moved(usual.0, usual.1, second), said.1),
        (None, None) => usual,
    }
}

/// The usual night laid out so that its final awakening falls on `wake_date`, in order.
///
/// Medians taken one by one need not fit each other.
/// Where they do not, getting into bed moves to lights out and getting up to the final awakening,
/// and minutes that do not fit between the times are left out.
pub fn suggestion(usual: &Usual, wake_date: NaiveDate, zone: Tz) -> SuggestedNight {
    let [mut bed, lights_out, final_wake, mut out_of_bed] = place_clock_times(
        wake_date,
        usual.bed,
        usual.lights_out,
        usual.final_wake,
        usual.out_of_bed,
        [zone; 4],
        [Fold::First; 4],
    );
    let rise = final_wake.or(out_of_bed);
    let lights_out =
        lights_out.filter(|moment| rise.is_none_or(|rise| moment.instant <= rise.instant));
    if let (Some(into), Some(dark)) = (bed, lights_out)
        && into.instant > dark.instant
    {
        bed = lights_out;
    }
    if let (Some(awake), Some(up)) = (final_wake, out_of_bed)
        && up.instant < awake.instant
    {
        out_of_bed = final_wake;
    }

    let fits = |minutes: u16, from: Option<Moment>, to: Option<Moment>| {
        from.zip(to)
            .is_none_or(|(from, to)| f64::from(minutes) <= to.minutes_since(&from))
    };
    let awake = usual
        .sol_min
        .unwrap_or(0)
        .saturating_add(usual.waso_min.unwrap_or(0));
    let awake_fits = fits(awake, lights_out, final_wake);
    SuggestedNight {
        wake_date,
        bed,
        lights_out,
        final_wake,
        out_of_bed,
        sol_min: usual.sol_min.filter(|_| awake_fits),
        waso_min: usual.waso_min.filter(|_| awake_fits),
        nwak: usual.nwak,
        tasafa_min: usual
            .tasafa_min
            .filter(|minutes| fits(*minutes, final_wake, out_of_bed)),
    }
}

/// Lays out clock times, as on the command line, in a table or in a form, round the date of the final awakening.
///
/// `zones` says for each time whose clock was read, and `folds` which of two equal readings is meant,
/// in the order of the answer: bed, lights out, final awakening, out of bed.
/// The zones differ when somebody went to bed in one and got up in another.
///
/// - The final awakening is on `wake_date`; without one, getting up is.
/// - Getting up is on the same date when the clock says later, and else at the reading nearest to the final awakening:
///   awake at 23:50 and up at 00:10 is twenty minutes, awake at 07:10 and up at 06:50 is a slip to ask about.
///   By another clock it is at the reading nearest to the final awakening.
/// - Getting into bed is at the nearest earlier reading, so that somebody who sleeps by day has all times on one date.
///   Without a time of waking or rising, times from 15:00 on are of the evening before.
/// - Lights out is at the reading nearest to getting into bed, before or after:
///   a slip such as bed 23:30, lights out 23:00 stays visible instead of becoming 23½ hours.
///   Without a time of getting into bed, it is laid out like one.
///
/// Nothing is corrected here; [`crate::check::questions`] asks about what cannot be.
pub fn place_clock_times(
    wake_date: NaiveDate,
    bed: Option<NaiveTime>,
    lights_out: Option<NaiveTime>,
    final_wake: Option<NaiveTime>,
    out_of_bed: Option<NaiveTime>,
    zones: [Tz; 4],
    folds: [Fold; 4],
) -> [Option<Moment>; 4] {
    let [bed_by, lights_out_by, final_wake_by, out_of_bed_by] = [0, 1, 2, 3].map(|at| Clock {
        wake_date,
        zone: zones[at],
        fold: folds[at],
    });

    let final_wake = final_wake.map(|time| final_wake_by.on(0, time));
    let out_of_bed = out_of_bed.map(|time| {
        let by = out_of_bed_by;
        let same_date = by.on(0, time);
        match final_wake {
            Some(awake) if awake.zone != by.zone => {
                nearest(&awake, [-2, -1, 0, 1, 2].map(|days| by.on(days, time)))
            }
            Some(awake) if same_date.instant < awake.instant => {
                nearest(&awake, [same_date, by.on(1, time)])
            }
            _ => same_date,
        }
    });

    let rise = final_wake.or(out_of_bed);
    let into_bed = |time: NaiveTime, by: Clock| match rise {
        // West of the date line it can be two dates before the wake date, and east of it the date after.
        Some(rise) => [2, 1, 0, -1, -2]
            .into_iter()
            .map(|days| by.on(days, time))
            .find(|moment| moment.instant < rise.instant)
            .unwrap_or(by.on(-1, time)),
        None if time.hour() >= EVENING_BEGINS_AT_H => by.on(-1, time),
        None => by.on(0, time),
    };
    let bed = bed.map(|time| into_bed(time, bed_by));
    let lights_out = lights_out.map(|time| match bed {
        Some(bed) => nearest(
            &bed,
            [-3, -2, -1, 0, 1, 2, 3].map(|days| lights_out_by.on(days, time)),
        ),
        None => into_bed(time, lights_out_by),
    });
    [bed, lights_out, final_wake, out_of_bed]
}

/// Whose clock a time was read on, and which of two equal readings is meant.
#[derive(Clone, Copy)]
struct Clock {
    wake_date: NaiveDate,
    zone: Tz,
    fold: Fold,
}

impl Clock {
    /// The reading `days` after the wake date.
    fn on(&self, days: i64, time: NaiveTime) -> Moment {
        let date = shifted(self.wake_date, days);
        Moment::from_local(date.and_time(time), self.zone, self.fold)
    }
}

/// The candidate nearest to `anchor` in elapsed time; of two equally near ones the later.
fn nearest<const N: usize>(anchor: &Moment, candidates: [Moment; N]) -> Moment {
    let distance = |moment: &Moment| (moment.instant - anchor.instant).abs();
    candidates
        .into_iter()
        .fold(candidates[0], |best, candidate| {
            if distance(&candidate) <= distance(&best) {
                candidate
            } else {
                best
            }
        })
}

fn shifted(date: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    let shifted = if days < 0 {
        date.checked_sub_days(by)
    } else {
        date.checked_add_days(by)
    };
    shifted.unwrap_or(date)
}

/// Circular median to five minutes, from enough times.
fn usual_time(times: impl Iterator<Item = Moment>) -> Option<NaiveTime> {
    let minutes: Vec<f64> = times
        .map(|moment| f64::from(moment.time().num_seconds_from_midnight()) / 60.0)
        .collect();
    if minutes.len() < FEWEST_NIGHTS {
        return None;
    }
    // Halves go to the even neighbour, so that a long row of them leans neither early nor late.
    let rounded = (circular::median(minutes)? / 5.0).round_ties_even() * 5.0;
    Some(NaiveTime::default() + Duration::minutes(rounded as i64))
}

/// Median to whole numbers, from enough numbers.
fn usual_number(numbers: impl Iterator<Item = u16>) -> Option<u16> {
    let mut numbers: Vec<u16> = numbers.collect();
    if numbers.len() < FEWEST_NIGHTS {
        return None;
    }
    numbers.sort_unstable();
    let middle = numbers.len() / 2;
    let median = if numbers.len() % 2 == 1 {
        numbers[middle]
    } else {
        u16::midpoint(numbers[middle - 1], numbers[middle])
    };
    Some(median)
}
