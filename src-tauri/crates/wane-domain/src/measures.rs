//! What follows from one night by arithmetic alone: how long, how much of it asleep, and around which instant.
//!
//! With B into bed, L lights out, W final awakening and U out of bed, all as instants (`SCIENCE.md` 1.2):
//!
//! ```text
//! TIB  = U − B          attempt A = W − L      SPT = A − SOL      TST = A − SOL − WASO
//! TWAK = U − W          DSE = A + TASAFA       SE  = 100·TST/TIB or 100·TST/DSE
//! onset = L + SOL       midpoint = onset + SPT/2
//! ```
//!
//! The efficiency to show is the one by DSE: people in pain rest in bed, and time in bed counts that against them
//! (Reed & Sacco 2016).

use crate::{Moment, check, diary::Night};
use chrono::Duration;

/// The derived numbers of one night; each is `None` when anything it needs was not said.
///
/// Minutes are elapsed minutes, so they are right on nights of 23 and 25 hours.
/// They are plain sums and are never clamped: −30 minutes asleep is what the entry says,
/// and [`check::questions`] asks about it.
/// Efficiencies, onset and midpoint are given only for a night that [holds together](check::holds_together).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Measures {
    /// Time in bed (TIB), minutes from getting into bed to getting out of it.
    pub tib_min: Option<f64>,
    /// Sleep attempt, minutes from lights out to the final awakening.
    pub attempt_min: Option<f64>,
    /// Sleep period (SPT), minutes from falling asleep to the final awakening.
    pub spt_min: Option<f64>,
    /// Total sleep time (TST), minutes.
    pub tst_min: Option<f64>,
    /// Duration of the sleep episode (DSE), minutes spent asleep or trying to sleep.
    pub dse_min: Option<f64>,
    /// Terminal wakefulness (TWAK), minutes in bed after the final awakening.
    pub twak_min: Option<f64>,
    /// Sleep efficiency by time in bed, 100·TST/TIB, 0–100.
    pub se_tib: Option<f64>,
    /// Sleep efficiency by sleep episode, 100·TST/DSE, 0–100; the one to show.
    pub se_dse: Option<f64>,
    /// When sleep began, by the clock that was read at lights out; `None` for a night without sleep.
    pub onset: Option<Moment>,
    /// Half-way from falling asleep to the final awakening, by the clock of waking; `None` for a night without sleep.
    pub midpoint: Option<Moment>,
}

impl Measures {
    /// The derived numbers of `night`.
    pub fn of(night: &Night) -> Measures {
        let sol = night.sol_min.map(f64::from);
        let waso = night.waso_min.map(f64::from);
        let tasafa = night.tasafa_min.map(f64::from);

        let tib_min = elapsed(night.bed, night.out_of_bed);
        let attempt_min = elapsed(night.lights_out, night.final_wake);
        let twak_min = elapsed(night.final_wake, night.out_of_bed);
        let spt_min = minus(attempt_min, sol);
        let tst_min = minus(spt_min, waso);
        let dse_min = attempt_min
            .zip(tasafa)
            .map(|(attempt, tasafa)| attempt + tasafa);

        let mut measures = Measures {
            tib_min,
            attempt_min,
            spt_min,
            tst_min,
            dse_min,
            twak_min,
            ..Measures::default()
        };
        if check::holds_together(night) {
            measures.se_tib = percent(tst_min, tib_min);
            measures.se_dse = percent(tst_min, dse_min);
            // Whoever did not sleep has an efficiency, which is 0, but fell asleep at no time.
            if spt_min != Some(0.0) && tst_min != Some(0.0) {
                measures.onset = onset(night);
                measures.midpoint = midpoint(night);
            }
        }
        measures
    }
}

fn elapsed(from: Option<Moment>, to: Option<Moment>) -> Option<f64> {
    from.zip(to).map(|(from, to)| to.minutes_since(&from))
}

fn minus(whole: Option<f64>, part: Option<f64>) -> Option<f64> {
    whole.zip(part).map(|(whole, part)| whole - part)
}

fn percent(part: Option<f64>, whole: Option<f64>) -> Option<f64> {
    let (part, whole) = part.zip(whole)?;
    (whole > 0.0).then(|| 100.0 * part / whole)
}

fn onset(night: &Night) -> Option<Moment> {
    let (lights_out, sol) = night.lights_out.zip(night.sol_min)?;
    Some(Moment::new(
        lights_out.instant + Duration::minutes(i64::from(sol)),
        lights_out.zone,
    ))
}

fn midpoint(night: &Night) -> Option<Moment> {
    let (onset, wake) = onset(night).zip(night.final_wake)?;
    Some(Moment::new(
        onset.instant + (wake.instant - onset.instant) / 2,
        wake.zone,
    ))
}
