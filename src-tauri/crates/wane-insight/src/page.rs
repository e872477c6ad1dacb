//! Everything the diary can answer, at once: both arrows for every sleep measure, factors, direction, skipped days.

use crate::{
    Calendar, Comparison, Direction, Numbers, Quantity, Question, Tier,
    family::q_values,
    patience::{self, Patience},
    question::Scaling,
    shift::Shifts,
    skipped::{self, Skipped},
    verdict,
};

/// The smallest difference in pain that matters, points (`SCIENCE.md` 3.3).
pub const PAIN_MATTERS: f64 = 0.5;
/// The smallest difference in sleep efficiency that matters, percentage points; a convention, as the next three are.
///
/// They are as large against the ordinary spread of a diary's nights as half a point is against that of its pain,
/// about a third of a standard deviation.
pub const EFFICIENCY_MATTERS: f64 = 3.0;
/// The smallest difference in minutes asleep that matters.
pub const ASLEEP_MATTERS: f64 = 15.0;
/// The smallest difference in minutes awake (latency, awake in the night) that matters.
pub const AWAKE_MATTERS: f64 = 8.0;
/// The smallest difference in a rating of sleep from 1 to 5 that matters.
pub const QUALITY_MATTERS: f64 = 0.3;
/// The difference in pain, points, that [`Patience`] asks about: an effect that a person would notice.
pub const PAIN_TO_NOTICE: f64 = 1.0;

/// The difference that [`Patience`] asks about where `matters` is the smallest that matters, in the same unit.
///
/// Half a point of pain matters and a whole point is noticed; the same two to one holds for sleep.
pub fn to_notice(matters: f64) -> f64 {
    matters * PAIN_TO_NOTICE / PAIN_MATTERS
}

/// One sleep measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure<'a> {
    /// Its name, given back with the finding.
    pub name: &'a str,
    /// Its values, by the date the night ended on.
    pub values: Quantity<'a>,
    /// The smallest difference in it that matters, in its own units.
    pub matters: f64,
}

/// When a factor happens; it fixes the one lag it is compared at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Timing {
    /// By day: compared with the night that follows.
    Day,
    /// In the night: compared with the day that follows, on whose date the night ends.
    Night,
}

/// Something the user chose to track.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Factor<'a> {
    /// Its name, given back with the finding.
    pub name: &'a str,
    /// Its values: by date for a factor by day, by the date the night ended on for a factor by night.
    pub values: Quantity<'a>,
    /// When it happens.
    pub timing: Timing,
    /// Whether it is yes or no (0 or 1) instead of graded.
    pub yes_or_no: bool,
}

/// What a page is made from.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The days.
    pub calendar: &'a Calendar,
    /// The pain of each day, 0–10.
    pub pain: Quantity<'a>,
    /// The pain on waking, 0–10, if it is asked about too: a family of its own, of less weight than the day's.
    pub waking: Option<Quantity<'a>>,
    /// The sleep measures shown: one family forward, one in reverse. Factors by day are compared with the first.
    pub measures: &'a [Measure<'a>],
    /// Factors: one family.
    pub factors: &'a [Factor<'a>],
    /// Rough days and days of flares, by day number; days beyond its end are none.
    pub rough: &'a [bool],
}

/// One answer among the others of its family.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The measure or the factor.
    pub name: String,
    /// The comparison, with everything it rests on.
    pub comparison: Comparison,
    /// Its q within the family; `None` when it is not enough, and so not shown and not in the family.
    pub q: Option<f64>,
    /// What may be said.
    pub tier: Tier,
    /// The smallest effect that matters, in the outcome's units.
    pub matters: f64,
    /// When a difference worth noticing could be known.
    pub patience: Patience,
}

impl Finding {
    /// The numbers that may be shown; `None` when it is not enough.
    pub fn shown(&self) -> Option<&Numbers> {
        verdict::enough(&self.comparison)
    }
}

/// Everything on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Insights {
    /// Each sleep measure to the pain of the day after, in the order given.
    pub forward: Vec<Finding>,
    /// Each sleep measure to the pain on waking, in the order given; it has no part in the direction, and at most hints.
    pub waking: Vec<Finding>,
    /// The pain of the day before to each sleep measure, in the order given.
    pub reverse: Vec<Finding>,
    /// Each factor, in the order given.
    pub factors: Vec<Finding>,
    /// Which seems to come first.
    pub direction: Direction,
    /// Whether skipped days bend the picture; its bounds are about the first measure.
    pub skipped: Skipped,
}

/// A question waiting for its family: name, question, what matters, what patience asks about.
struct Asked<'a> {
    name: &'a str,
    question: Question<'a>,
    matters: f64,
    to_notice: f64,
}

impl Insights {
    /// Answers the whole page.
    pub fn of(page: &Page) -> Insights {
        let forward = page.measures.iter().map(|measure| Asked {
            name: measure.name,
            question: Question::sleep_to_pain(measure.values, page.pain),
            matters: PAIN_MATTERS,
            to_notice: PAIN_TO_NOTICE,
        });
        let waking = page.waking.iter().flat_map(|waking| {
            page.measures.iter().map(|measure| Asked {
                name: measure.name,
                question: Question::sleep_to_waking_pain(measure.values, *waking, page.pain),
                matters: PAIN_MATTERS,
                to_notice: PAIN_TO_NOTICE,
            })
        });
        let reverse = page.measures.iter().map(|measure| Asked {
            name: measure.name,
            question: Question::pain_to_sleep(page.pain, measure.values),
            matters: measure.matters,
            to_notice: to_notice(measure.matters),
        });
        let factors = page
            .factors
            .iter()
            .filter_map(|factor| asked_of_factor(page, factor));
        let asked_forward: Vec<Asked> = forward.collect();
        let asked_waking: Vec<Asked> = waking.collect();
        let asked_others: [Vec<Asked>; 2] = [reverse.collect(), factors.collect()];
        let ((forward, waking), (reverse, factors, skipped)) = two_ways(
            page.calendar.days() >= WORTH_TWO,
            &|| {
                let mut shifts = Shifts::new();
                (
                    family(page.calendar, &asked_forward, &mut shifts),
                    never_clear(family(page.calendar, &asked_waking, &mut shifts)),
                )
            },
            || {
                let mut shifts = Shifts::new();
                let [reverse, factors] = &asked_others;
                (
                    family(page.calendar, reverse, &mut shifts),
                    family(page.calendar, factors, &mut shifts),
                    skipped::look(
                        page.calendar,
                        page.pain,
                        page.rough,
                        page.measures.first().map(|measure| measure.values),
                        &mut shifts,
                    ),
                )
            },
        );
        let tiers = |findings: &[Finding]| findings.iter().map(|one| one.tier).collect::<Vec<_>>();
        Insights {
            direction: Direction::of(&tiers(&forward), &tiers(&reverse)),
            skipped,
            forward,
            waking,
            reverse,
            factors,
        }
    }
}

/// The one question about a factor; `None` for a factor by day when there is no sleep measure to compare it with.
fn asked_of_factor<'a>(page: &Page<'a>, factor: &Factor<'a>) -> Option<Asked<'a>> {
    let scaling = if factor.yes_or_no {
        Scaling::WithWithout
    } else {
        Scaling::Graded
    };
    let (question, matters) = match factor.timing {
        Timing::Day => {
            let sleep = page.measures.first()?;
            let question =
                Question::day_factor_to_sleep(factor.values, sleep.values, page.pain, scaling);
            (question, sleep.matters)
        }
        Timing::Night => (
            Question::night_factor_to_pain(factor.values, page.pain, scaling),
            PAIN_MATTERS,
        ),
    };
    Some(Asked {
        name: factor.name,
        question,
        matters,
        to_notice: to_notice(matters),
    })
}

/// From so many days on, a thread of its own costs less than it saves.
const WORTH_TWO: usize = 365;

/// Does two things, beside one another where that is worth it and can be had; what comes of them is the same.
fn two_ways<A: Send, B>(
    is_worth_it: bool,
    there: &(impl Fn() -> A + Sync),
    here: impl FnOnce() -> B,
) -> (A, B) {
    std::thread::scope(|scope| {
        let other = is_worth_it
            .then(|| std::thread::Builder::new().spawn_scoped(scope, there))
            .and_then(Result::ok);
        let here = here();
        match other.map(std::thread::ScopedJoinHandle::join) {
            Some(Ok(there)) => (there, here),
            Some(Err(panicked)) => std::panic::resume_unwind(panicked),
            None => (there(), here),
        }
    })
}

/// A family of which nothing is called more than a hint, however it stands out.
///
/// The night and the pain on waking are written in the same minute, and a mood that colours both looks like a pattern;
/// and whoever is shown two families is told something false about twice as often as by one.
fn never_clear(mut findings: Vec<Finding>) -> Vec<Finding> {
    for finding in &mut findings {
        finding.tier = finding.tier.min(Tier::Hint);
    }
    findings
}

/// Answers the questions of one family; those without enough rows are in it by name only.
fn family(calendar: &Calendar, asked: &[Asked], shifts: &mut Shifts) -> Vec<Finding> {
    let mut findings: Vec<Finding> = asked
        .iter()
        .map(|asked| {
            let comparison = Comparison::of(calendar, &asked.question, shifts);
            Finding {
                name: asked.name.to_owned(),
                patience: patience::days_until(&comparison, asked.to_notice),
                comparison,
                q: None,
                tier: Tier::NotEnough,
                matters: asked.matters,
            }
        })
        .collect();
    let p_values: Vec<f64> = findings
        .iter()
        .filter_map(|finding| finding.shown().map(|numbers| numbers.p))
        .collect();
    let mut q_values = q_values(&p_values).into_iter();
    for finding in &mut findings {
        let Some(numbers) = verdict::enough(&finding.comparison) else {
            continue;
        };
        if let Some(q) = q_values.next() {
            finding.tier = verdict::tier(numbers, q, finding.matters);
            finding.q = Some(q);
        }
    }
    findings
}
