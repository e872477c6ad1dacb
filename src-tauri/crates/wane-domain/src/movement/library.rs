//! The gentle movements of the library: what they are called by, how one lies, sits or stands, and what moves.

/// How somebody lies, sits or stands for a movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Posture {
    /// On a bed or on the floor.
    Lying,
    /// On a chair.
    Sitting,
    /// On both feet, often with a hand on something steady.
    Standing,
}

impl Posture {
    /// All of them, the lowest first.
    pub const ALL: [Posture; 3] = [Posture::Lying, Posture::Sitting, Posture::Standing];

    /// Its code: `lying`, `sitting`, `standing`.
    pub const fn code(self) -> &'static str {
        match self {
            Posture::Lying => "lying",
            Posture::Sitting => "sitting",
            Posture::Standing => "standing",
        }
    }
}

/// What a movement moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// Neck and head.
    Neck,
    /// Shoulders and the upper back.
    Shoulders,
    /// Arms and hands.
    Arms,
    /// The back, upper and lower.
    Back,
    /// Hips and pelvis.
    Hips,
    /// Thighs and knees.
    Legs,
    /// Lower legs, ankles and feet.
    Feet,
}

impl Area {
    /// All of them, from head to foot.
    pub const ALL: [Area; 7] = [
        Area::Neck,
        Area::Shoulders,
        Area::Arms,
        Area::Back,
        Area::Hips,
        Area::Legs,
        Area::Feet,
    ];

    /// Its code: `neck`, `shoulders`, `arms`, `back`, `hips`, `legs`, `feet`.
    pub const fn code(self) -> &'static str {
        match self {
            Area::Neck => "neck",
            Area::Shoulders => "shoulders",
            Area::Arms => "arms",
            Area::Back => "back",
            Area::Hips => "hips",
            Area::Legs => "legs",
            Area::Feet => "feet",
        }
    }
}

/// One movement of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Movement {
    /// What it is called by, everywhere: small letters and hyphens; it never changes.
    pub code: &'static str,
    /// How one lies, sits or stands.
    pub posture: Posture,
    /// What it moves, the most moved first; at least one.
    pub areas: &'static [Area],
}

const fn movement(code: &'static str, posture: Posture, areas: &'static [Area]) -> Movement {
    Movement {
        code,
        posture,
        areas,
    }
}

/// Every movement: lying, then sitting, then standing, each from easy to less easy.
pub const LIBRARY: [Movement; 33] = {
    use Area::*;
    use Posture::*;
    [
        movement("legs-up-rest", Lying, &[Back, Hips]),
        movement("ankle-pump", Lying, &[Feet]),
        movement("pelvis-rock", Lying, &[Back, Hips]),
        movement("heel-slide", Lying, &[Legs, Hips]),
        movement("knees-side", Lying, &[Back, Hips]),
        movement("arms-overhead", Lying, &[Shoulders, Arms, Back]),
        movement("knee-to-chest", Lying, &[Hips, Back]),
        movement("open-book", Lying, &[Shoulders, Back]),
        movement("leg-ease", Lying, &[Legs]),
        movement("bridge", Lying, &[Hips, Back, Legs]),
        movement("head-turn", Sitting, &[Neck]),
        movement("ear-to-shoulder", Sitting, &[Neck, Shoulders]),
        movement("chin-glide", Sitting, &[Neck]),
        movement("shoulder-roll", Sitting, &[Shoulders]),
        movement("elbows-back", Sitting, &[Shoulders, Arms]),
        movement("wrist-bend", Sitting, &[Arms]),
        movement("seated-round", Sitting, &[Back, Neck]),
        movement("seated-turn", Sitting, &[Back]),
        movement("seated-side-bend", Sitting, &[Back, Shoulders]),
        movement("knee-straighten", Sitting, &[Legs]),
        movement("seated-march", Sitting, &[Hips, Legs]),
        movement("fold-forward", Sitting, &[Back, Hips]),
        movement("weight-shift", Standing, &[Hips, Feet]),
        movement("hip-circle", Standing, &[Hips, Back]),
        movement("arms-rise", Standing, &[Shoulders, Arms]),
        movement("long-back", Standing, &[Back, Shoulders, Legs]),
        movement("calf-ease", Standing, &[Feet, Legs]),
        movement("walk-on-spot", Standing, &[Legs, Hips]),
        movement("leg-swing", Standing, &[Hips, Legs]),
        movement("heel-raise", Standing, &[Feet, Legs]),
        movement("counter-push", Standing, &[Arms, Shoulders]),
        movement("small-squat", Standing, &[Legs, Hips]),
        movement("sit-to-stand", Standing, &[Legs, Hips]),
    ]
};

/// The movement of that code.
pub fn movement_of(code: &str) -> Option<&'static Movement> {
    LIBRARY.iter().find(|movement| movement.code == code)
}
