//! What is said in a block: steps that are led, and short lists to choose from.

use wane_domain::{
    body::Region,
    diary::NamedPain,
    relax::{self, Cue, Step},
    winddown::{Block, BlockKind, Session},
};
use wane_store::Reader;

use crate::{
    App,
    fault::Fault,
    wire::{LedStep, RoutineView, StepView},
};

const MOVEMENT: [&str; 6] = [
    "move-shoulders",
    "move-arms",
    "move-sway",
    "move-knees",
    "move-ankles",
    "move-walk",
];
const STRETCHING: [&str; 6] = [
    "stretch-reach",
    "stretch-neck",
    "stretch-side",
    "stretch-back",
    "stretch-thigh",
    "stretch-calf",
];
const QUIET: [&str; 3] = ["quiet-light", "quiet-music", "quiet-nothing"];

/// Where the person hurts: the regions of every named pain in use.
pub(super) fn sore(diary: &Reader) -> Result<Vec<Region>, Fault> {
    Ok(diary
        .all::<NamedPain>()?
        .into_iter()
        .filter(|pain| pain.retired_at.is_none())
        .flat_map(|pain| pain.regions)
        .collect())
}

/// The messages of a block's list.
pub(super) fn list(kind: BlockKind) -> &'static [&'static str] {
    match kind {
        BlockKind::Movement => &MOVEMENT,
        BlockKind::Stretching => &STRETCHING,
        BlockKind::Quiet => &QUIET,
        BlockKind::Breathing | BlockKind::BodyScan | BlockKind::Muscles | BlockKind::Worries => &[],
    }
}

fn steps(block: Block, sore: &[Region]) -> Vec<Step> {
    match block.kind {
        BlockKind::BodyScan => relax::body_scan(block.minutes, sore),
        BlockKind::Muscles => relax::muscles(block.minutes, sore),
        _ => Vec::new(),
    }
}

/// Milliseconds into the block at which the present step ends; the end of the block where none is led.
pub(super) fn end_of_step(
    session: &Session,
    sore: &[Region],
    routine: Option<&RoutineView>,
) -> i64 {
    let Some(block) = session.block() else {
        return 0;
    };
    let mut end = 0;
    let lengths: Vec<u32> = match routine {
        Some(routine) => played(routine).map(|step| step.seconds).collect(),
        None => steps(block, sore).iter().map(|step| step.secs).collect(),
    };
    for secs in lengths {
        end += i64::from(secs) * 1000;
        if session.at_ms < end {
            return end;
        }
    }
    i64::from(block.minutes) * 60_000
}

/// The steps of a routine that are for the person.
fn played(routine: &RoutineView) -> impl Iterator<Item = &StepView> {
    routine.steps.iter().filter(|step| !step.hidden)
}

impl App {
    /// The movements of a routine as steps of a block of so many minutes; what is left over at its end is rest.
    pub(super) fn routine_steps(&self, block: Block, routine: &RoutineView) -> Vec<LedStep> {
        let mut from_s = 0;
        let mut led: Vec<LedStep> = played(routine)
            .map(|step| {
                let to_s = from_s + step.seconds;
                let led = LedStep {
                    text: step.name.clone(),
                    more: step.amount_text.clone(),
                    from_s,
                    to_s,
                    cue: "move".to_owned(),
                    movement: Some(step.clone()),
                };
                from_s = to_s;
                led
            })
            .collect();
        let end_s = u32::from(block.minutes) * 60;
        if from_s < end_s {
            led.push(LedStep {
                text: self.words.text("routine-rest", &[]),
                more: String::new(),
                from_s,
                to_s: end_s,
                cue: "still".to_owned(),
                movement: None,
            });
        }
        led
    }

    /// The steps of a block that is led, in words.
    pub(super) fn led_steps(&self, block: Block, sore: &[Region]) -> Vec<LedStep> {
        let said = |id: &str| self.words.text(id, &[]);
        let which = match block.kind {
            BlockKind::BodyScan => "scan",
            _ => "muscles",
        };
        let mut from_s = 0;
        steps(block, sore)
            .into_iter()
            .map(|Step { cue, secs }| {
                let (name, text, more) = match cue {
                    Cue::Arrive => ("arrive", said(&format!("{which}-arrive")), String::new()),
                    Cue::Notice(place, sore) => (
                        "notice",
                        said(&format!("scan-{}", place.code())),
                        if sore {
                            said("scan-sore")
                        } else {
                            String::new()
                        },
                    ),
                    Cue::Tense(muscles) => (
                        "tense",
                        said(&format!("muscles-{}", muscles.code())),
                        String::new(),
                    ),
                    Cue::Imagine(muscles) => (
                        "imagine",
                        said(&format!("muscles-{}", muscles.code())),
                        said("muscles-imagine"),
                    ),
                    Cue::Release(muscles) => (
                        "release",
                        said(&format!("muscles-{}-release", muscles.code())),
                        String::new(),
                    ),
                    Cue::Still => ("still", said(&format!("{which}-still")), String::new()),
                };
                let to_s = from_s + secs;
                let step = LedStep {
                    text,
                    more,
                    from_s,
                    to_s,
                    cue: name.to_owned(),
                    movement: None,
                };
                from_s = to_s;
                step
            })
            .collect()
    }
}
