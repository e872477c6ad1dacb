//! Slow breathing: the patterns there are, rates and ratios of one's own, and how a pace slows from evening to evening (row W2).
//!
//! Where in a breath somebody is at an instant is drawn by the window (`ui/model/breath.js`), from what is decided here.
//! All numbers are those of `SCIENCE.md` 7.

/// A part of a breath.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Breathing in.
    In,
    /// A second, short breath in on top of the first.
    More,
    /// Holding, breathed in.
    Hold,
    /// Breathing out.
    Out,
    /// Holding, breathed out.
    Rest,
}

impl Part {
    /// Stable name: `in`, `more`, `hold`, `out`, `rest`.
    pub fn code(self) -> &'static str {
        match self {
            Part::In => "in",
            Part::More => "more",
            Part::Hold => "hold",
            Part::Out => "out",
            Part::Rest => "rest",
        }
    }
}

/// A pattern with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Preset {
    /// 4 s in, 6 s out: 6 a minute, the default.
    FourSix,
    /// 5 s in, 5 s out: 6 a minute.
    FiveFive,
    /// 5.5 s in, 5.5 s out: 5.45 a minute.
    Longer,
    /// 4 s in, hold 7 s, 8 s out: 3.16 a minute. With a hold: only by choice.
    FourSevenEight,
    /// 4 s in, hold 4 s, 4 s out, hold 4 s: 3.75 a minute. With holds: only by choice.
    Box,
    /// A double breath in and a long breath out. `SCIENCE.md` gives the form and no seconds; 3, 1 and 8 s are ours: 5 a minute.
    Sigh,
}

impl Preset {
    /// Every preset, in the order in which they are offered.
    pub const ALL: [Preset; 6] = [
        Preset::FourSix,
        Preset::FiveFive,
        Preset::Longer,
        Preset::Sigh,
        Preset::FourSevenEight,
        Preset::Box,
    ];

    /// Stable name: `4-6`, `5-5`, `5.5-5.5`, `sigh`, `4-7-8`, `box`.
    pub fn code(self) -> &'static str {
        match self {
            Preset::FourSix => "4-6",
            Preset::FiveFive => "5-5",
            Preset::Longer => "5.5-5.5",
            Preset::Sigh => "sigh",
            Preset::FourSevenEight => "4-7-8",
            Preset::Box => "box",
        }
    }

    /// The preset of exactly that name.
    pub fn from_code(code: &str) -> Option<Preset> {
        Preset::ALL.into_iter().find(|preset| preset.code() == code)
    }

    /// Its parts, each with its length in milliseconds.
    pub fn parts(self) -> Vec<(Part, u32)> {
        match self {
            Preset::FourSix => vec![(Part::In, 4000), (Part::Out, 6000)],
            Preset::FiveFive => vec![(Part::In, 5000), (Part::Out, 5000)],
            Preset::Longer => vec![(Part::In, 5500), (Part::Out, 5500)],
            Preset::Sigh => vec![(Part::In, 3000), (Part::More, 1000), (Part::Out, 8000)],
            Preset::FourSevenEight => {
                vec![(Part::In, 4000), (Part::Hold, 7000), (Part::Out, 8000)]
            }
            Preset::Box => vec![
                (Part::In, 4000),
                (Part::Hold, 4000),
                (Part::Out, 4000),
                (Part::Rest, 4000),
            ],
        }
    }

    /// Whether the breath is held: such a pattern is an explicit choice, and comes with a caution.
    pub fn holds(self) -> bool {
        self.parts()
            .iter()
            .any(|(part, _)| matches!(part, Part::Hold | Part::Rest))
    }
}

/// The slowest rate of one's own, in breaths a minute (row W2).
pub const SLOWEST: f64 = 3.0;
/// The fastest rate of one's own, in breaths a minute (row W2).
pub const FASTEST: f64 = 12.0;
/// How much longer the breath out may be than the breath in: a longer one lowered pain in the laboratory, an equal one is usual.
pub const OUT_PER_IN: (f64, f64) = (1.0, 3.0);
/// How much a pace may slow from one session to the next, in breaths a minute.
pub const DROP: f64 = 1.0;
/// The pace slows over so many minutes of a session: the shortest time that `SCIENCE.md` 7 names for breathing.
pub const SLOWING_MIN: u32 = 5;
/// A pace found by tapping lies in this range of breaths a minute; outside it the taps were something else.
pub const FOUND: (f64, f64) = (3.0, 40.0);

/// The parts of a breath at a rate of one's own; `None` outside [`SLOWEST`]–[`FASTEST`] or [`OUT_PER_IN`]. Nothing is held.
pub fn own(rate: f64, out_per_in: f64) -> Option<Vec<(Part, u32)>> {
    let (least, most) = OUT_PER_IN;
    if !(SLOWEST..=FASTEST).contains(&rate) || !(least..=most).contains(&out_per_in) {
        return None;
    }
    let breath = 60_000.0 / rate;
    let inwards = breath / (1.0 + out_per_in);
    // Both lie between a second and twenty, far within what a whole number of milliseconds holds.
    Some(vec![
        (Part::In, inwards.round() as u32),
        (Part::Out, (breath - inwards).round() as u32),
    ])
}

/// Breaths a minute of a pattern.
pub fn rate(parts: &[(Part, u32)]) -> f64 {
    let length: u32 = parts.iter().map(|(_, millis)| millis).sum();
    if length == 0 {
        return 0.0;
    }
    60_000.0 / f64::from(length)
}

/// The same parts at another rate, in breaths a minute above 0: each keeps its share of the breath, to the millisecond.
pub fn at_rate(parts: &[(Part, u32)], wanted: f64) -> Vec<(Part, u32)> {
    let stretch = rate(parts) / wanted;
    parts
        .iter()
        .map(|(part, millis)| (*part, (f64::from(*millis) * stretch).round() as u32))
        .collect()
}

/// From which rate to which a session goes, for somebody whose own pace is `pace` and who wants to come to `target`.
///
/// It begins at the person's own pace and ends at most [`DROP`] slower; a pace that is slower than the target already
/// begins at the target.
pub fn session(pace: Option<f64>, target: f64) -> (f64, f64) {
    match pace {
        Some(pace) if pace > target => (pace, (pace - DROP).max(target)),
        _ => (target, target),
    }
}

/// The pace that taps tell, one at the beginning of each breath in; instants in milliseconds, in order.
///
/// It is the middle interval, so that one tap too many or too few changes little. `None` for fewer than four taps
/// (three breaths), or outside [`FOUND`].
pub fn pace_of_taps(taps: &[f64]) -> Option<f64> {
    let mut intervals: Vec<f64> = taps.windows(2).map(|pair| pair[1] - pair[0]).collect();
    if intervals.len() < 3 || intervals.iter().any(|ms| !ms.is_finite() || *ms <= 0.0) {
        return None;
    }
    intervals.sort_by(f64::total_cmp);
    let middle = intervals.len() / 2;
    let interval = if intervals.len() % 2 == 1 {
        intervals[middle]
    } else {
        (intervals[middle - 1] + intervals[middle]) / 2.0
    };
    let rate = 60_000.0 / interval;
    (FOUND.0..=FOUND.1)
        .contains(&rate)
        .then(|| (rate * 10.0).round() / 10.0)
}
