//! Regions of the body, as the body map and its list name them (row L5).
//!
//! Map and list are one control over one table: what can be chosen on the one can be chosen on the other.
//! A region stands under one heading of the list and has one place on the map: on the front, on the back, or beside it.
//! Left and right are the person's own, as they are for whoever feels the pain;
//! on the figure seen from the front the person's left is on the right of the picture.
//!
//! Diaries store the [code](Region::code) of a region and nothing else of it.
//! Names in words belong to the catalogues, shapes to the window.

use std::fmt;

/// Whose side of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The person's left.
    Left,
    /// The person's right.
    Right,
    /// On the midline, or not told apart.
    Middle,
}

/// Where the map shows a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// On the figure seen from the front.
    Front,
    /// On the figure seen from the back.
    Back,
    /// Beside the figures: the body as a whole.
    Whole,
}

/// Headings of the list, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// The body as a whole.
    Whole,
    /// Head and neck.
    Head,
    /// Shoulders and arms.
    Arm,
    /// Hands, in parts.
    Hand,
    /// Chest and belly.
    Front,
    /// Spine, in parts.
    Spine,
    /// Back, beside the spine.
    Back,
    /// Hips, pelvis and intimate areas.
    Pelvis,
    /// Legs.
    Leg,
    /// Feet, in parts.
    Foot,
}

impl Group {
    /// Every heading, in the order of the list.
    pub const ALL: [Group; 10] = [
        Group::Whole,
        Group::Head,
        Group::Arm,
        Group::Hand,
        Group::Front,
        Group::Spine,
        Group::Back,
        Group::Pelvis,
        Group::Leg,
        Group::Foot,
    ];

    /// Stable name: `whole`, `head`, `arm`, `hand`, `front`, `spine`, `back`, `pelvis`, `leg`, `foot`.
    pub fn code(self) -> &'static str {
        match self {
            Group::Whole => "whole",
            Group::Head => "head",
            Group::Arm => "arm",
            Group::Hand => "hand",
            Group::Front => "front",
            Group::Spine => "spine",
            Group::Back => "back",
            Group::Pelvis => "pelvis",
            Group::Leg => "leg",
            Group::Foot => "foot",
        }
    }
}

/// One region of the body. Regions are ordered as the list shows them: heading by heading, a left before its right.
///
/// The order may change as regions are added; only codes are for keeping.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(u8);

struct Known {
    code: &'static str,
    group: Group,
    view: View,
    side: Side,
}

impl Region {
    /// Every region, in the order of the list.
    pub fn all() -> impl ExactSizeIterator<Item = Region> + Clone {
        (0..KNOWN.len()).map(|at| Region(at as u8))
    }

    /// The region of exactly that code; `None` for any other text.
    pub fn from_code(code: &str) -> Option<Region> {
        Region::all().find(|region| region.code() == code)
    }

    /// Stable name, such as `knee-front-left`; it is what the diary stores.
    pub fn code(self) -> &'static str {
        self.known().code
    }

    /// The heading it stands under.
    pub fn group(self) -> Group {
        self.known().group
    }

    /// Where the map shows it.
    pub fn view(self) -> View {
        self.known().view
    }

    /// Which side it is on.
    pub fn side(self) -> Side {
        self.known().side
    }

    /// The same region of the other side; a region on the midline, or not told apart, is its own.
    ///
    /// Mirrored twice it is itself. Heading and view stay as they are.
    pub fn mirrored(self) -> Region {
        let code = self.code();
        let other = match self.side() {
            Side::Middle => None,
            Side::Left => code
                .strip_suffix("-left")
                .map(|part| format!("{part}-right")),
            Side::Right => code
                .strip_suffix("-right")
                .map(|part| format!("{part}-left")),
        };
        other
            .and_then(|code| Region::from_code(&code))
            .unwrap_or(self)
    }

    fn known(self) -> &'static Known {
        // A `Region` is only ever made from an index of the table.
        &KNOWN[usize::from(self.0)]
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Region({})", self.code())
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

const fn middle(code: &'static str, group: Group, view: View) -> Known {
    Known {
        code,
        group,
        view,
        side: Side::Middle,
    }
}

const fn left(code: &'static str, group: Group, view: View) -> Known {
    Known {
        code,
        group,
        view,
        side: Side::Left,
    }
}

const fn right(code: &'static str, group: Group, view: View) -> Known {
    Known {
        code,
        group,
        view,
        side: Side::Right,
    }
}

use Group::{Arm, Foot, Front as Torso, Hand, Head, Leg, Pelvis, Spine, Whole as All};
use View::{Back, Front, Whole};

// A region is named by one byte.
const _: () = assert!(KNOWN.len() <= 256);

/// The codes are stored in diaries: one may be added, none may be renamed or taken out.
///
/// Every region on a side says so at the end of its code, has its twin on the other side, and the left one comes first.
static KNOWN: [Known; 89] = [
    middle("everywhere", All, Whole),
    middle("top-of-head", Head, Front),
    middle("forehead", Head, Front),
    left("temple-left", Head, Front),
    right("temple-right", Head, Front),
    left("eye-left", Head, Front),
    right("eye-right", Head, Front),
    left("jaw-left", Head, Front),
    right("jaw-right", Head, Front),
    middle("mouth", Head, Front),
    middle("throat", Head, Front),
    middle("back-of-head", Head, Back),
    left("shoulder-front-left", Arm, Front),
    right("shoulder-front-right", Arm, Front),
    left("shoulder-back-left", Arm, Back),
    right("shoulder-back-right", Arm, Back),
    left("upper-arm-front-left", Arm, Front),
    right("upper-arm-front-right", Arm, Front),
    left("upper-arm-back-left", Arm, Back),
    right("upper-arm-back-right", Arm, Back),
    left("elbow-inside-left", Arm, Front),
    right("elbow-inside-right", Arm, Front),
    left("elbow-point-left", Arm, Back),
    right("elbow-point-right", Arm, Back),
    left("forearm-front-left", Arm, Front),
    right("forearm-front-right", Arm, Front),
    left("forearm-back-left", Arm, Back),
    right("forearm-back-right", Arm, Back),
    left("wrist-left", Hand, Front),
    right("wrist-right", Hand, Front),
    left("palm-left", Hand, Front),
    right("palm-right", Hand, Front),
    left("thumb-left", Hand, Front),
    right("thumb-right", Hand, Front),
    left("fingers-left", Hand, Front),
    right("fingers-right", Hand, Front),
    left("back-of-hand-left", Hand, Back),
    right("back-of-hand-right", Hand, Back),
    middle("breastbone", Torso, Front),
    left("chest-left", Torso, Front),
    right("chest-right", Torso, Front),
    left("ribs-left", Torso, Front),
    right("ribs-right", Torso, Front),
    middle("belly-upper", Torso, Front),
    left("belly-left", Torso, Front),
    right("belly-right", Torso, Front),
    middle("belly-lower", Torso, Front),
    middle("spine-neck", Spine, Back),
    middle("spine-upper", Spine, Back),
    middle("spine-middle", Spine, Back),
    middle("spine-lower", Spine, Back),
    middle("sacrum", Spine, Back),
    middle("tailbone", Spine, Back),
    left("shoulder-blade-left", Group::Back, Back),
    right("shoulder-blade-right", Group::Back, Back),
    left("flank-left", Group::Back, Back),
    right("flank-right", Group::Back, Back),
    left("lower-back-left", Group::Back, Back),
    right("lower-back-right", Group::Back, Back),
    left("hip-left", Pelvis, Front),
    right("hip-right", Pelvis, Front),
    left("groin-left", Pelvis, Front),
    right("groin-right", Pelvis, Front),
    middle("genitals", Pelvis, Front),
    left("buttock-left", Pelvis, Back),
    right("buttock-right", Pelvis, Back),
    middle("back-passage", Pelvis, Back),
    left("thigh-front-left", Leg, Front),
    right("thigh-front-right", Leg, Front),
    left("thigh-back-left", Leg, Back),
    right("thigh-back-right", Leg, Back),
    left("knee-front-left", Leg, Front),
    right("knee-front-right", Leg, Front),
    left("knee-back-left", Leg, Back),
    right("knee-back-right", Leg, Back),
    left("shin-left", Leg, Front),
    right("shin-right", Leg, Front),
    left("calf-left", Leg, Back),
    right("calf-right", Leg, Back),
    left("ankle-left", Foot, Front),
    right("ankle-right", Foot, Front),
    left("top-of-foot-left", Foot, Front),
    right("top-of-foot-right", Foot, Front),
    left("toes-left", Foot, Front),
    right("toes-right", Foot, Front),
    left("heel-left", Foot, Back),
    right("heel-right", Foot, Back),
    left("sole-left", Foot, Back),
    right("sole-right", Foot, Back),
];
