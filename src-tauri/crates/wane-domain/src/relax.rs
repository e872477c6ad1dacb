//! Body scan and muscle relaxation as steps with lengths (row W3).
//!
//! The steps are named here and worded by the catalogue. Both take 10–20 minutes and end by themselves.
//! Muscles are tensed for 5–7 s and let go for 20–30 s; what hurts is not tensed but only imagined,
//! and a body scan can move on from a sore area at any moment (`SCIENCE.md` 7).

use crate::body::Region;

/// Seconds for which muscles are tensed: the middle of the 5–7 of `SCIENCE.md` 7.
pub const TENSE_S: u32 = 6;
/// The fewest and the most seconds for which they are let go (`SCIENCE.md` 7).
pub const RELEASE_S: (u32, u32) = (20, 30);
/// Seconds to arrive before the first muscles.
pub const ARRIVE_S: u32 = 30;
/// The fewest seconds of lying still at the end.
pub const STILL_S: u32 = 30;

/// A place the attention goes to in a body scan, from the feet up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The left foot.
    FootLeft,
    /// The right foot.
    FootRight,
    /// Both lower legs and knees.
    Legs,
    /// Both thighs.
    Thighs,
    /// Hips and seat.
    Hips,
    /// Lower back.
    LowerBack,
    /// Belly.
    Belly,
    /// Upper back and shoulder blades.
    UpperBack,
    /// Chest.
    Chest,
    /// The left hand and arm.
    ArmLeft,
    /// The right hand and arm.
    ArmRight,
    /// Shoulders and neck.
    Shoulders,
    /// Jaw and face.
    Face,
    /// The head as a whole.
    Head,
}

impl Place {
    /// Every place, in the order of the scan.
    pub const ALL: [Place; 14] = [
        Place::FootLeft,
        Place::FootRight,
        Place::Legs,
        Place::Thighs,
        Place::Hips,
        Place::LowerBack,
        Place::Belly,
        Place::UpperBack,
        Place::Chest,
        Place::ArmLeft,
        Place::ArmRight,
        Place::Shoulders,
        Place::Face,
        Place::Head,
    ];

    /// Stable name, such as `foot-left`.
    pub fn code(self) -> &'static str {
        match self {
            Place::FootLeft => "foot-left",
            Place::FootRight => "foot-right",
            Place::Legs => "legs",
            Place::Thighs => "thighs",
            Place::Hips => "hips",
            Place::LowerBack => "lower-back",
            Place::Belly => "belly",
            Place::UpperBack => "upper-back",
            Place::Chest => "chest",
            Place::ArmLeft => "arm-left",
            Place::ArmRight => "arm-right",
            Place::Shoulders => "shoulders",
            Place::Face => "face",
            Place::Head => "head",
        }
    }

    /// Codes of regions that belong to it begin with one of these; left and right are told apart by the end.
    fn stems(self) -> &'static [&'static str] {
        match self {
            Place::FootLeft | Place::FootRight => &["ankle", "top-of-foot", "toes", "heel", "sole"],
            Place::Legs => &["knee", "shin", "calf"],
            Place::Thighs => &["thigh"],
            Place::Hips => &[
                "hip",
                "groin",
                "genitals",
                "buttock",
                "back-passage",
                "sacrum",
                "tailbone",
            ],
            Place::LowerBack => &["spine-lower", "sacrum", "flank", "lower-back"],
            Place::Belly => &["belly"],
            Place::UpperBack => &["spine-upper", "spine-middle", "shoulder-blade"],
            Place::Chest => &["breastbone", "chest", "ribs"],
            Place::ArmLeft | Place::ArmRight => &[
                "upper-arm",
                "elbow",
                "forearm",
                "wrist",
                "palm",
                "thumb",
                "fingers",
                "back-of-hand",
            ],
            Place::Shoulders => &["shoulder-front", "shoulder-back", "spine-neck", "throat"],
            Place::Face => &["forehead", "temple", "eye", "jaw", "mouth"],
            Place::Head => &["top-of-head", "back-of-head"],
        }
    }

    /// Whether somebody hurts there.
    pub fn is_sore(self, sore: &[Region]) -> bool {
        let side = match self {
            Place::FootLeft | Place::ArmLeft => "-left",
            Place::FootRight | Place::ArmRight => "-right",
            _ => "",
        };
        hurts(sore, self.stems(), side)
    }
}

/// Muscles that are tensed and let go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Muscles {
    /// The right hand and forearm.
    HandRight,
    /// The left hand and forearm.
    HandLeft,
    /// The right upper arm.
    ArmRight,
    /// The left upper arm.
    ArmLeft,
    /// Forehead and eyes.
    Face,
    /// Jaw and mouth.
    Jaw,
    /// Shoulders and neck.
    Shoulders,
    /// Chest and upper back.
    Chest,
    /// Belly.
    Belly,
    /// Seat.
    Seat,
    /// The right thigh.
    ThighRight,
    /// The left thigh.
    ThighLeft,
    /// The right lower leg and foot.
    LegRight,
    /// The left lower leg and foot.
    LegLeft,
}

impl Muscles {
    /// All of them, in their order.
    pub const ALL: [Muscles; 14] = [
        Muscles::HandRight,
        Muscles::HandLeft,
        Muscles::ArmRight,
        Muscles::ArmLeft,
        Muscles::Face,
        Muscles::Jaw,
        Muscles::Shoulders,
        Muscles::Chest,
        Muscles::Belly,
        Muscles::Seat,
        Muscles::ThighRight,
        Muscles::ThighLeft,
        Muscles::LegRight,
        Muscles::LegLeft,
    ];

    /// Stable name, such as `hand-right`.
    pub fn code(self) -> &'static str {
        match self {
            Muscles::HandRight => "hand-right",
            Muscles::HandLeft => "hand-left",
            Muscles::ArmRight => "arm-right",
            Muscles::ArmLeft => "arm-left",
            Muscles::Face => "face",
            Muscles::Jaw => "jaw",
            Muscles::Shoulders => "shoulders",
            Muscles::Chest => "chest",
            Muscles::Belly => "belly",
            Muscles::Seat => "seat",
            Muscles::ThighRight => "thigh-right",
            Muscles::ThighLeft => "thigh-left",
            Muscles::LegRight => "leg-right",
            Muscles::LegLeft => "leg-left",
        }
    }

    /// What these muscles pull at: a pain in one of these keeps them from being tensed.
    ///
    /// A joint belongs to all muscles that load it: the lower back to belly and seat, the hip to seat and thigh,
    /// the knee to thigh and lower leg, the elbow to both parts of the arm, the neck to shoulders and jaw.
    fn stems(self) -> &'static [&'static str] {
        match self {
            Muscles::HandRight | Muscles::HandLeft => &[
                "elbow",
                "forearm",
                "wrist",
                "palm",
                "thumb",
                "fingers",
                "back-of-hand",
            ],
            Muscles::ArmRight | Muscles::ArmLeft => {
                &["upper-arm", "elbow", "shoulder-front", "shoulder-back"]
            }
            Muscles::Face => &["top-of-head", "forehead", "temple", "eye", "back-of-head"],
            Muscles::Jaw => &["jaw", "mouth", "temple", "throat", "spine-neck"],
            Muscles::Shoulders => &[
                "shoulder-front",
                "shoulder-back",
                "shoulder-blade",
                "spine-neck",
                "spine-upper",
                "throat",
                "back-of-head",
            ],
            Muscles::Chest => &[
                "breastbone",
                "chest",
                "ribs",
                "spine-upper",
                "spine-middle",
                "shoulder-blade",
            ],
            Muscles::Belly => &["belly", "flank", "lower-back", "spine-lower", "groin"],
            Muscles::Seat => &[
                "hip",
                "groin",
                "genitals",
                "buttock",
                "back-passage",
                "sacrum",
                "tailbone",
                "lower-back",
                "spine-lower",
            ],
            Muscles::ThighRight | Muscles::ThighLeft => &["thigh", "knee", "hip", "groin"],
            Muscles::LegRight | Muscles::LegLeft => &[
                "knee",
                "shin",
                "calf",
                "ankle",
                "top-of-foot",
                "toes",
                "heel",
                "sole",
            ],
        }
    }

    /// Whether tensing them is only to be imagined.
    pub fn is_sore(self, sore: &[Region]) -> bool {
        let side = match self {
            Muscles::HandLeft | Muscles::ArmLeft | Muscles::ThighLeft | Muscles::LegLeft => "-left",
            Muscles::HandRight | Muscles::ArmRight | Muscles::ThighRight | Muscles::LegRight => {
                "-right"
            }
            _ => "",
        };
        hurts(sore, self.stems(), side)
    }
}

/// Whether one of the regions begins with one of the stems and ends with the side; `everywhere` is in all of them.
fn hurts(sore: &[Region], stems: &[&str], side: &str) -> bool {
    sore.iter().any(|region| {
        let code = region.code();
        code == "everywhere"
            || code.ends_with(side)
                && stems.iter().any(|stem| {
                    code.strip_prefix(stem)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
                })
    })
}

/// What one step is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cue {
    /// Lying or sitting down comfortably.
    Arrive,
    /// The attention rests on a place; true when the person hurts there.
    Notice(Place, bool),
    /// Muscles are tensed.
    Tense(Muscles),
    /// Tensing them is imagined.
    Imagine(Muscles),
    /// They are let go.
    Release(Muscles),
    /// Lying still; it ends by itself.
    Still,
}

/// One step and its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What it is about.
    pub cue: Cue,
    /// Seconds, at least 1.
    pub secs: u32,
}

/// A body scan of so many minutes: equal shares for arriving, every place, and lying still; what does not divide is added to the end.
pub fn body_scan(minutes: u16, sore: &[Region]) -> Vec<Step> {
    let total = u32::from(minutes) * 60;
    let cues: Vec<Cue> = std::iter::once(Cue::Arrive)
        .chain(Place::ALL.map(|place| Cue::Notice(place, place.is_sore(sore))))
        .collect();
    // As many shares as steps with the one at the end.
    let share = total / (cues.len() as u32 + 1);
    let mut steps: Vec<Step> = cues
        .into_iter()
        .map(|cue| Step { cue, secs: share })
        .collect();
    steps.push(Step {
        cue: Cue::Still,
        secs: total - share * steps.len() as u32,
    });
    steps
}

/// Muscle relaxation of so many minutes: all muscles once, or twice when there is time, and lying still for the rest.
pub fn muscles(minutes: u16, sore: &[Region]) -> Vec<Step> {
    let total = u32::from(minutes) * 60;
    let within = total.saturating_sub(ARRIVE_S + STILL_S);
    let count = Muscles::ALL.len() as u32;
    let rounds = (within / (count * (TENSE_S + RELEASE_S.0))).clamp(1, 2);
    let release = (within / (count * rounds))
        .saturating_sub(TENSE_S)
        .clamp(RELEASE_S.0, RELEASE_S.1);
    let mut steps = vec![Step {
        cue: Cue::Arrive,
        secs: ARRIVE_S,
    }];
    for muscles in Muscles::ALL {
        let tense = if muscles.is_sore(sore) {
            Cue::Imagine(muscles)
        } else {
            Cue::Tense(muscles)
        };
        for _ in 0..rounds {
            steps.push(Step {
                cue: tense,
                secs: TENSE_S,
            });
            steps.push(Step {
                cue: Cue::Release(muscles),
                secs: release,
            });
        }
    }
    let used: u32 = steps.iter().map(|step| step.secs).sum();
    steps.push(Step {
        cue: Cue::Still,
        secs: total.saturating_sub(used).max(1),
    });
    steps
}
