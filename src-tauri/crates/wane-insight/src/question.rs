//! What is asked: an outcome, a predictor, and on which day each is read.

/// A quantity laid out day by day, as [`Calendar::series`](crate::Calendar::series) makes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity<'a> {
    /// One value for each day; `None` where nothing was written. Days beyond its end count as not written.
    pub values: &'a [Option<f64>],
    /// The lowest and the highest number its scale has, if it has ends.
    pub ends: Option<[f64; 2]>,
}

impl<'a> Quantity<'a> {
    /// A quantity whose scale has no ends that a value could press against.
    pub fn open(values: &'a [Option<f64>]) -> Quantity<'a> {
        Quantity { values, ends: None }
    }

    /// A rating from 0 to 10.
    pub fn rating(values: &'a [Option<f64>]) -> Quantity<'a> {
        Quantity {
            values,
            ends: Some([0.0, 10.0]),
        }
    }

    /// The value on day `day`.
    pub fn on(&self, day: usize) -> Option<f64> {
        self.values.get(day).copied().flatten()
    }
}

/// On which day the predictor is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lag {
    /// On the date of the outcome: the night that ended on the day whose pain is asked about.
    SameDate,
    /// On the date before: the day before the night that is asked about.
    DayBefore,
}

/// How a slope is turned into a difference in plain units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scaling {
    /// Mean below the predictor's own median minus mean of the rest.
    BelowMedian,
    /// With minus without, for a predictor that is 0 or 1.
    WithWithout,
    /// Below the median minus the rest; where more than half of the rows share the lowest value, lowest minus more.
    Graded,
}

/// Which equation a number comes from; its formula stands in `docs/INSIGHTS.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Formula {
    /// `pain_D = b0 + b1·night_D + b2·pain_(D−1) + b3·weekend_D + b4·days/30 + e`
    SleepToPain,
    /// `waking_D = g0 + g1·night_D + g2·waking_(D−1) + g3·pain_(D−1) + g4·weekend_D + g5·days/30 + e`, with the pain on waking
    SleepToWakingPain,
    /// `night_D = c0 + c1·pain_(D−1) + c2·night_(D−1) + c3·weekend_D + c4·days/30 + e`
    PainToSleep,
    /// `night_D = d0 + d1·factor_(D−1) + d2·night_(D−1) + d3·pain_(D−1) + d4·weekend_D + d5·days/30 + e`
    DayFactorToSleep,
    /// `pain_D = f0 + f1·factor_D + f2·pain_(D−1) + f3·weekend_D + f4·days/30 + e`
    NightFactorToPain,
}

impl Formula {
    /// Its name, as `docs/INSIGHTS.md` and the command line write it.
    pub fn name(self) -> &'static str {
        match self {
            Formula::SleepToPain => "sleep_to_pain",
            Formula::SleepToWakingPain => "sleep_to_waking_pain",
            Formula::PainToSleep => "pain_to_sleep",
            Formula::DayFactorToSleep => "day_factor_to_sleep",
            Formula::NightFactorToPain => "night_factor_to_pain",
        }
    }

    /// On which day its predictor is read.
    pub fn lag(self) -> Lag {
        match self {
            Formula::SleepToPain | Formula::SleepToWakingPain | Formula::NightFactorToPain => {
                Lag::SameDate
            }
            Formula::PainToSleep | Formula::DayFactorToSleep => Lag::DayBefore,
        }
    }
}

/// One question to the diary.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Question<'a> {
    /// The equation.
    pub formula: Formula,
    /// What may differ; its own value on the day before is always allowed for.
    pub outcome: Quantity<'a>,
    /// What it may differ with, read on the day that the formula says.
    pub predictor: Quantity<'a>,
    /// What else of the day before is allowed for.
    pub also: Option<Quantity<'a>>,
    /// How the slope is turned into plain units.
    pub scaling: Scaling,
}

impl<'a> Question<'a> {
    /// Was pain different after such nights?
    pub fn sleep_to_pain(sleep: Quantity<'a>, pain: Quantity<'a>) -> Question<'a> {
        Question {
            formula: Formula::SleepToPain,
            outcome: pain,
            predictor: sleep,
            also: None,
            scaling: Scaling::BelowMedian,
        }
    }

    /// Was the pain on waking different after such nights?
    ///
    /// The pain of the evening before is allowed for as well: it comes after the waking before and before the night,
    /// and both the night and the waking may follow it.
    pub fn sleep_to_waking_pain(
        sleep: Quantity<'a>,
        waking: Quantity<'a>,
        pain: Quantity<'a>,
    ) -> Question<'a> {
        Question {
            formula: Formula::SleepToWakingPain,
            outcome: waking,
            predictor: sleep,
            also: Some(pain),
            scaling: Scaling::BelowMedian,
        }
    }

    /// Was the night different after such pain?
    pub fn pain_to_sleep(pain: Quantity<'a>, sleep: Quantity<'a>) -> Question<'a> {
        Question {
            formula: Formula::PainToSleep,
            outcome: sleep,
            predictor: pain,
            also: None,
            scaling: Scaling::BelowMedian,
        }
    }

    /// Was the night different after days with the factor? `scaling` says whether it is yes or no, or graded.
    pub fn day_factor_to_sleep(
        factor: Quantity<'a>,
        sleep: Quantity<'a>,
        pain: Quantity<'a>,
        scaling: Scaling,
    ) -> Question<'a> {
        Question {
            formula: Formula::DayFactorToSleep,
            outcome: sleep,
            predictor: factor,
            also: Some(pain),
            scaling,
        }
    }

    /// Was pain different after nights with the factor? `scaling` says whether it is yes or no, or graded.
    pub fn night_factor_to_pain(
        factor: Quantity<'a>,
        pain: Quantity<'a>,
        scaling: Scaling,
    ) -> Question<'a> {
        Question {
            formula: Formula::NightFactorToPain,
            outcome: pain,
            predictor: factor,
            also: None,
            scaling,
        }
    }
}
