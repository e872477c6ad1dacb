//! Do skipped days bend the picture? Where they lie, and how far they could move the main effect.

use crate::{
    Calendar, Obstacle, Quantity, Question,
    comparison::Range,
    contrast::Contrast,
    least_squares::{Fit, dot},
    question::Scaling,
    rows::{Rows, TREND_DAYS},
    shift::{Mirror, Shifts},
};

/// Whether one kind of day is skipped more often than another; shares are 0–1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NextToRough {
    /// Days next to a rough day.
    pub near_days: usize,
    /// Share of them without pain written.
    pub near_skipped: f64,
    /// All other days.
    pub other_days: usize,
    /// Share of them without pain written.
    pub other_skipped: f64,
    /// All circular shifts of the skipped days against the rough ones.
    pub mirror: Mirror,
}

/// Whether pain was different on days before a skipped day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BeforeSkipped {
    /// Written days before a skipped day.
    pub before_skipped: usize,
    /// Written days before a written day.
    pub before_written: usize,
    /// Mean pain before a skipped day minus mean pain before a written one, points.
    pub difference: f64,
    /// All circular shifts of the one against the other, over the written days.
    pub mirror: Mirror,
}

/// How far the main effect could move if the pain of skipped days had been anything this diary has held.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The lowest and the highest effect, in points: both ends are extremes, and neither is likely.
    pub effect: Range,
    /// Rows that were filled in, once each way.
    pub filled: usize,
    /// How many of them had a night written.
    pub with_night: usize,
    /// The lowest and the highest pain that was filled in.
    pub pain: Range,
}

/// What skipped days could mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Skipped {
    /// Days of the calendar.
    pub days: usize,
    /// Days without pain written.
    pub skipped: usize,
    /// Skipped days next to rough days; `None` when there are no rough days, no skipped days, or none without.
    pub next_to_rough: Option<NextToRough>,
    /// Pain before skipped days; `None` when no written day comes before a skipped one, or pain never changes.
    pub before_skipped: Option<BeforeSkipped>,
    /// How far the main effect could move, or why that cannot be said.
    pub bounds: Result<Bounds, Obstacle>,
}

/// Looks at the days without pain: next to which days they lie, and what they could hide from the main effect of `sleep`.
pub fn look(
    calendar: &Calendar,
    pain: Quantity,
    rough: &[bool],
    sleep: Option<Quantity>,
    shifts: &mut Shifts,
) -> Skipped {
    let skipped: Vec<bool> = (0..calendar.days())
        .map(|day| pain.on(day).is_none())
        .collect();
    Skipped {
        days: calendar.days(),
        skipped: skipped.iter().filter(|is| **is).count(),
        next_to_rough: next_to_rough(&skipped, rough, shifts),
        before_skipped: before_skipped(pain, &skipped, shifts),
        bounds: sleep.map_or(Err(Obstacle::TooFewRows), |sleep| {
            bounds(calendar, &Question::sleep_to_pain(sleep, pain))
        }),
    }
}

/// Skipped days beside a rough day (the day before or after it), against all others.
fn next_to_rough(skipped: &[bool], rough: &[bool], shifts: &mut Shifts) -> Option<NextToRough> {
    let is_rough =
        |day: Option<usize>| day.and_then(|day| rough.get(day)).copied().unwrap_or(false);
    let near: Vec<bool> = (0..skipped.len())
        .map(|day| is_rough(day.checked_sub(1)) || is_rough(day.checked_add(1)))
        .collect();
    let split = |wanted: bool| {
        let chosen = near
            .iter()
            .zip(skipped)
            .filter(|(near, _)| **near == wanted);
        let (mut days, mut left) = (0_usize, 0_usize);
        for (_, skipped) in chosen {
            days += 1;
            left += usize::from(*skipped);
        }
        (days, left as f64 / days as f64)
    };
    let (near_days, near_skipped) = split(true);
    let (other_days, other_skipped) = split(false);
    let mirror = shifts.mirror(&centred_flags(skipped)?, &centred_flags(&near)?)?;
    Some(NextToRough {
        near_days,
        near_skipped,
        other_days,
        other_skipped,
        mirror,
    })
}

/// Pain on written days, split by whether the day after was skipped; the last day has no day after.
fn before_skipped(pain: Quantity, skipped: &[bool], shifts: &mut Shifts) -> Option<BeforeSkipped> {
    let (mut pains, mut next_skipped) = (Vec::new(), Vec::new());
    for (day, next) in skipped.iter().skip(1).enumerate() {
        if let Some(pain) = pain.on(day) {
            pains.push(pain);
            next_skipped.push(*next);
        }
    }
    let flags = centred_flags(&next_skipped)?;
    let mean = pains.iter().sum::<f64>() / pains.len() as f64;
    let centred: Vec<f64> = pains.iter().map(|pain| pain - mean).collect();
    if centred.iter().all(|pain| *pain == 0.0) {
        return None;
    }
    let before_skipped = next_skipped.iter().filter(|is| **is).count();
    let mean_where = |wanted: bool, of: usize| {
        let chosen = pains.iter().zip(&next_skipped);
        let sum: f64 = chosen
            .filter(|(_, is)| **is == wanted)
            .map(|(pain, _)| pain)
            .sum();
        sum / of as f64
    };
    let before_written = pains.len() - before_skipped;
    Some(BeforeSkipped {
        before_skipped,
        before_written,
        difference: mean_where(true, before_skipped) - mean_where(false, before_written),
        mirror: shifts.mirror(&flags, &centred)?,
    })
}

/// Yes and no as numbers around their mean; `None` when all are the same.
fn centred_flags(flags: &[bool]) -> Option<Vec<f64>> {
    let yes = flags.iter().filter(|is| **is).count();
    if yes == 0 || yes == flags.len() {
        return None;
    }
    let share = yes as f64 / flags.len() as f64;
    let number = |is: &bool| f64::from(u8::from(*is)) - share;
    Some(flags.iter().map(number).collect())
}

/// Fills every day without pain in both extreme ways and fits again.
///
/// The nights of these days are kept where they were written and laid alternately at the mean of either half where
/// they were not; the pain of the day before, where it is missing, is the mean. With the columns so fixed, the slope
/// is a weighted sum of the outcomes, and each filled outcome goes to the end that its weight asks for. An end is at
/// least as far out as what the fit of the written rows says for that day, so the bounds always hold the effect.
fn bounds(calendar: &Calendar, question: &Question) -> Result<Bounds, Obstacle> {
    let (mut rows, _) = Rows::of(calendar, question);
    let written = rows.outcome.len();
    let contrast = Contrast::of(&rows.predictor, Scaling::BelowMedian);
    let difference = contrast.difference()?;
    let halves = [contrast.first_mean, contrast.rest_mean].map(|mean| mean.unwrap_or_default());

    let pains = question.outcome.values.iter().flatten();
    let pain = pains.fold(
        Range {
            low: f64::INFINITY,
            high: f64::NEG_INFINITY,
        },
        |range, pain| Range {
            low: range.low.min(*pain),
            high: range.high.max(*pain),
        },
    );
    let usual = rows.outcome.iter().sum::<f64>() / written as f64;
    let has_weekend = rows.controls.len() == 3;
    let (mut with_night, mut turn) = (0, 0);
    let without_pain =
        |day: &usize| question.outcome.on(*day).is_none() && !calendar.is_set_aside(*day);
    for day in (1..calendar.days()).filter(without_pain) {
        let night = question.predictor.on(day);
        with_night += usize::from(night.is_some());
        let night = night.unwrap_or_else(|| {
            turn += 1;
            halves[turn % 2]
        });
        rows.days.push(day);
        rows.predictor.push(night);
        rows.outcome.push(usual);
        rows.controls[0].push(question.outcome.on(day - 1).unwrap_or(usual));
        if has_weekend {
            rows.controls[1].push(f64::from(u8::from(calendar.is_weekend(day))));
        }
        let trend = rows.controls.len() - 1;
        rows.controls[trend].push(day as f64 / TREND_DAYS);
    }
    let expected = foretold(&rows, written)?;
    let augmented = Fit::of(&rows.outcome, &rows.predictor, &rows.controls)?;
    let weights = &augmented.predictor_left;
    let own = dot(weights, weights);
    let of_written = dot(&weights[..written], &rows.outcome[..written]);
    let slope = |highest: bool| {
        let filled: f64 = weights[written..]
            .iter()
            .zip(&expected)
            .map(|(weight, expected)| {
                let high = (*weight > 0.0) == highest;
                weight
                    * if high {
                        pain.high.max(*expected)
                    } else {
                        pain.low.min(*expected)
                    }
            })
            .sum();
        (of_written + filled) / own
    };
    let (a, b) = (slope(false) * difference, slope(true) * difference);
    Ok(Bounds {
        effect: Range {
            low: a.min(b),
            high: a.max(b),
        },
        filled: rows.outcome.len() - written,
        with_night,
        pain,
    })
}

/// What the first `written` rows say about the outcome of the others, by the model fitted to them.
///
/// Each column's coefficient is found with that column as the predictor and the others as controls.
fn foretold(rows: &Rows, written: usize) -> Result<Vec<f64>, Obstacle> {
    let mut columns: Vec<&[f64]> = rows.controls.iter().map(Vec::as_slice).collect();
    columns.push(&rows.predictor);
    let outcome = &rows.outcome[..written];
    let mean = |column: &[f64]| column.iter().sum::<f64>() / column.len() as f64;
    let mut foretold = vec![mean(outcome); rows.outcome.len() - written];
    for (which, column) in columns.iter().enumerate() {
        let others: Vec<Vec<f64>> = columns
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != which)
            .map(|(_, column)| column[..written].to_vec())
            .collect();
        let slope = Fit::of(outcome, &column[..written], &others)?.slope;
        let usual = mean(&column[..written]);
        for (foretold, value) in foretold.iter_mut().zip(&column[written..]) {
            *foretold += slope * (value - usual);
        }
    }
    Ok(foretold)
}
