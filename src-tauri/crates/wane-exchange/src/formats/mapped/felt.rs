//! Nights that a person wrote down.

use chrono::{Days, NaiveTime};
use wane_domain::{Fold, Moment};

use super::{
    Refused, Role,
    cells::{At, Cells},
};
use crate::{FoundNight, Why, rules};

/// The longest time between getting into bed and trying to sleep, or between waking and getting up, in minutes.
/// More is a slip of the pen, or a time of another day.
const LONGEST_LYING_MIN: f64 = 8.0 * 60.0;

/// Writes a row into its night; `note` is told of what could not be used.
///
/// # Errors
/// The interval from trying to sleep to the final waking is none.
pub(super) fn tell(
    night: &mut FoundNight,
    (start, end): (Moment, Moment),
    cells: &Cells<'_>,
    mut note: impl FnMut(Role, Why),
) -> Result<(), Refused> {
    rules::interval(&start, &end).map_err(|why| (Role::End, why))?;
    night.lights_out = Some(start);
    night.final_wake = Some(end);
    // Lengths that are no numbers have been told of where all lengths of a row are read.
    let mut minutes = |role| {
        let length = cells.length(role).unwrap_or_else(|why| {
            if role == Role::Latency {
                note(role, why);
            }
            None
        })?;
        (length <= 1440.0).then(|| length.round() as u16)
    };
    night.waso_min = minutes(Role::Awake);
    night.sol_min = minutes(Role::Latency);
    match cells.whole(Role::Awakenings) {
        Ok(count) => night.nwak = count.map(u16::from),
        Err(why) => note(Role::Awakenings, why),
    }
    night.bed = lying(cells, Role::Bed, start, &mut note);
    night.out_of_bed = lying(cells, Role::OutOfBed, end, &mut note);
    Ok(())
}

/// When the person got into bed or out of it, beside the moment of trying to sleep or of waking.
fn lying(
    cells: &Cells<'_>,
    role: Role,
    beside: Moment,
    note: &mut impl FnMut(Role, Why),
) -> Option<Moment> {
    let written = cells.at_or_time(role).unwrap_or_else(|why| {
        note(role, why);
        None
    })?;
    let moment = match written {
        Ok(At::Stamp(stamp)) => Some(stamp.moment(beside.zone)),
        Ok(At::Clock(local)) => Some(Moment::from_local(local, beside.zone, Fold::First)),
        Err(time) => nearest(time, role, beside),
    };
    let lay = moment.filter(|moment| {
        let minutes = match role {
            Role::Bed => rules::elapsed_minutes(moment, &beside),
            _ => rules::elapsed_minutes(&beside, moment),
        };
        (0.0..=LONGEST_LYING_MIN).contains(&minutes)
    });
    if lay.is_none() {
        note(role, Why::OutOfRange);
    }
    lay
}

/// The last time before `beside` at which the clock showed that, or the first after it for getting up.
fn nearest(time: NaiveTime, role: Role, beside: Moment) -> Option<Moment> {
    let local = beside.local();
    let date = match role {
        Role::Bed if time > local.time() => local.date().checked_sub_days(Days::new(1)),
        Role::Bed => Some(local.date()),
        _ if time < local.time() => local.date().checked_add_days(Days::new(1)),
        _ => Some(local.date()),
    }?;
    Some(Moment::from_local(
        date.and_time(time),
        beside.zone,
        Fold::First,
    ))
}
