//! What is counted, and what it must come to.

use wane_insight::{Calendar, Quantity, Question, Tier, least_squares::Fit, rows::Rows, student};

use crate::{
    figures::Count,
    judge::Judge,
    rng::Rng,
    worlds::{Diary, World, live},
};

/// Lengths of diaries, days: six weeks, two months, four months, a year.
pub const LENGTHS: [usize; 4] = [42, 60, 120, 365];
/// Effects, points of pain for each standard deviation of better sleep.
pub const EFFECTS: [f64; 3] = [0.0, -0.3, -0.6];

/// How often the 95 % range holds the truth, for each length, over any life and any effect; `many` diaries in all.
pub fn coverage(judge: Judge, many: usize, seed: u64) -> [Count; LENGTHS.len()] {
    let mut rng = Rng::new(seed);
    let mut counts = [Count::default(); LENGTHS.len()];
    for turn in 0..many {
        let length = turn % LENGTHS.len();
        let world = World {
            sleep_to_pain: EFFECTS[turn / LENGTHS.len() % EFFECTS.len()],
            ..World::any_null(LENGTHS[length], &mut rng)
        };
        let diary = live(&world, &mut rng);
        if let Some(said) = judge.range(&diary, &diary.sleep) {
            counts[length].note(said.range.holds(diary.slope * said.difference));
        }
    }
    counts
}

/// The same for the pain on waking, over any life and any effect on it.
pub fn waking_coverage(judge: Judge, many: usize, seed: u64) -> [Count; LENGTHS.len()] {
    let mut rng = Rng::new(seed);
    let mut counts = [Count::default(); LENGTHS.len()];
    for turn in 0..many {
        let length = turn % LENGTHS.len();
        let world = World {
            sleep_to_waking: EFFECTS[turn / LENGTHS.len() % EFFECTS.len()],
            ..World::any_null(LENGTHS[length], &mut rng)
        };
        let diary = live(&world, &mut rng);
        if let Some(said) = judge.waking_range(&diary) {
            counts[length].note(said.range.holds(diary.waking_slope * said.difference));
        }
    }
    counts
}

/// What is said of lives in which sleep does nothing to pain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FalseAlarms {
    /// Looks at which something was called clear, of all looks.
    pub clear_per_look: Count,
    /// The same, of the looks at which there were enough rows to say anything.
    pub clear_per_answer: Count,
    /// Lives in which something was called clear at any of the looks.
    pub clear_per_life: Count,
    /// Lives in which something was at least a hint at any of the looks.
    pub hint_per_life: Count,
}

/// Looks in half a year.
pub const LOOKS: usize = 26;

/// Lives without an effect, looked at every week for half a year; five measures are shown, each before
/// the pain of the day and before that on waking.
pub fn false_alarms(judge: Judge, lives: usize, seed: u64) -> FalseAlarms {
    let mut rng = Rng::new(seed);
    let mut alarms = FalseAlarms::default();
    for _ in 0..lives {
        let world = World::any_null(7 * LOOKS, &mut rng);
        let diary = live(&world, &mut rng);
        let mut highest = Tier::NotEnough;
        for look in 1..=LOOKS {
            let tier = judge.highest(&first_days(&diary, 7 * look));
            alarms.clear_per_look.note(tier == Tier::Clear);
            if tier != Tier::NotEnough {
                alarms.clear_per_answer.note(tier == Tier::Clear);
            }
            highest = highest.max(tier);
        }
        alarms.clear_per_life.note(highest == Tier::Clear);
        alarms.hint_per_life.note(highest >= Tier::Hint);
    }
    alarms
}

/// The beginning of a diary.
pub fn first_days(diary: &Diary, days: usize) -> Diary {
    let first = diary.calendar.first();
    let calendar = Calendar::between(first, diary.calendar.date(days - 1));
    Diary {
        calendar: calendar.unwrap_or_else(|| diary.calendar.clone()),
        ..diary.clone()
    }
}

/// How often an effect is found, by the insights and by one who knows how the life goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Power {
    /// The insights' 95 % range leaves out zero.
    pub insights: Count,
    /// One who knows the true form, which columns belong and which do not, finds it at 5 % with the same standard error.
    pub knows_form: Count,
    /// One who also knows that the spread is the same on all days finds it at 5 % with the ordinary standard error.
    pub knows_spread: Count,
}

/// Lives with an effect of −0.3, for each length: found or not.
///
/// Those who know the truth fit the very columns the life was made with, without the weekend or the trend where there
/// are none.
pub fn power(many: usize, seed: u64) -> [Power; LENGTHS.len()] {
    let mut rng = Rng::new(seed);
    let mut powers = [Power::default(); LENGTHS.len()];
    for turn in 0..many {
        let length = turn % LENGTHS.len();
        let world = World {
            sleep_to_pain: -0.3,
            drift: 0.0,
            ..World::any_null(LENGTHS[length], &mut rng)
        };
        let diary = live(&world, &mut rng);
        let (Some(said), Some(found)) = (
            Judge::Insights.range(&diary, &diary.sleep),
            oracle_finds(&world, &diary),
        ) else {
            continue;
        };
        powers[length].insights.note(!said.range.holds(0.0));
        powers[length].knows_form.note(found.form);
        powers[length].knows_spread.note(found.spread);
    }
    powers
}

/// Whether it is found by one who knows the form, and by one who knows the spread as well.
struct Found {
    form: bool,
    spread: bool,
}

fn oracle_finds(world: &World, diary: &Diary) -> Option<Found> {
    let question =
        Question::sleep_to_pain(Quantity::open(&diary.sleep), Quantity::rating(&diary.pain));
    let (mut rows, _) = Rows::of(&diary.calendar, &question);
    if world.trend == 0.0 {
        rows.controls.pop();
    }
    if world.weekend == 0.0 && rows.controls.len() > 1 {
        rows.controls.remove(1);
    }
    let fit = Fit::of(&rows.outcome, &rows.predictor, &rows.controls).ok()?;
    let own: f64 = fit.predictor_left.iter().map(|x| x * x).sum();
    let found = |se: f64| student::two_sided_p(fit.slope / se, fit.df as f64) <= 0.05;
    Some(Found {
        form: found(fit.se_hc3),
        spread: found(fit.residual_sd / own.sqrt()),
    })
}

/// Coverage over a year, by what the life has beside autocorrelation and gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeakSpot {
    /// The night follows the pain.
    pub feedback: bool,
    /// The level of pain drifts.
    pub drift: bool,
    /// The 95 % range holds the truth.
    pub covers: Count,
}

/// Where the ranges hold least: lives of a year with and without feedback and drift, `many` of each.
pub fn weak_spots(many: usize, seed: u64) -> Vec<WeakSpot> {
    let mut spots = Vec::new();
    for (feedback, drift) in [(false, false), (true, false), (false, true), (true, true)] {
        let mut rng = Rng::new(seed);
        let mut covers = Count::default();
        for turn in 0..many {
            let strength = |wanted: bool, most: f64| if wanted { most } else { 0.0 };
            let world = World {
                sleep_to_pain: EFFECTS[turn % EFFECTS.len()],
                pain_to_sleep: strength(feedback, -0.15),
                drift: strength(drift, 0.05),
                ..World::any_null(365, &mut rng)
            };
            let diary = live(&world, &mut rng);
            if let Some(said) = Judge::Insights.range(&diary, &diary.sleep) {
                covers.note(said.range.holds(diary.slope * said.difference));
            }
        }
        spots.push(WeakSpot {
            feedback,
            drift,
            covers,
        });
    }
    spots
}

/// Lives that no comparison can see through: how often something false is called clear, or a true range missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hidden {
    /// The 95 % range holds the truth.
    pub covers: Count,
    /// Something is called clear, though nothing is there.
    pub clear: Count,
}

/// Nothing is there, and a mood that nobody writes down colours the word about the night and the word about pain.
pub fn shared_mood(lives: usize, days: usize, seed: u64) -> Hidden {
    let world = World {
        mood: 0.5,
        ..World::plain(days)
    };
    hidden(&world, lives, seed)
}

/// An effect is there, and days are skipped the more, the more pain there is.
pub fn skipped_with_pain(lives: usize, days: usize, seed: u64) -> Hidden {
    let world = World {
        sleep_to_pain: -0.6,
        missing_with_pain: 0.15,
        ..World::plain(days)
    };
    hidden(&world, lives, seed)
}

fn hidden(world: &World, lives: usize, seed: u64) -> Hidden {
    let mut rng = Rng::new(seed);
    let mut counts = Hidden::default();
    for _ in 0..lives {
        let diary = live(world, &mut rng);
        if let Some(said) = Judge::Insights.range(&diary, &diary.sleep) {
            counts
                .covers
                .note(said.range.holds(diary.slope * said.difference));
        }
        counts
            .clear
            .note(Judge::Insights.highest(&diary) == Tier::Clear);
    }
    counts
}
