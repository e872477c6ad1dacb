//! The evening's help (rows W1, W2, W3 and W7).
//!
//! The sequence and what is chosen about breathing are settings of the diary; an evening that was done is a record of it.
//! How far the evening under way is stands in the schedule, beside what became of the reminders: it is written
//! many times in one evening, and none of these is a step that anybody would want to take back.
//! It holds kinds of blocks and times, and nothing about anybody's health.

mod breathing;
mod kept;
mod log;
mod script;
mod session;
mod worries;

use wane_domain::winddown::{
    Block, BlockKind, LEAST_MIN, MOST_BLOCKS, MOST_MIN, NoSequence, Sequence,
};
use wane_store::{Diary, Label};
use wane_text::Arg;

use crate::{App, app::Rooms, fault::Fault, settings, wire::*};

pub(crate) use log::wind_down_of_day;

/// A sequence with the routine of each of its blocks.
struct Chosen {
    sequence: Sequence,
    /// One for each block; `None` for a block that plays none.
    routines: Vec<Option<String>>,
    /// The person has made it their own.
    own: bool,
}

/// The setting that holds the person's own sequence.
const SEQUENCE: &str = "wind-down";

impl App {
    /// See [`crate::commands`].
    pub(crate) fn wind_down(&self, _: Nothing) -> Result<WindDownView, Fault> {
        let mut rooms = self.rooms();
        // A diary that cannot be written is shown all the same; the evening is written down the next time.
        self.end_forgotten_evening(&mut rooms).ok();
        self.wind_down_view(&mut rooms, String::new())
    }

    /// See [`crate::commands`].
    pub(crate) fn save_wind_down(&self, request: SaveWindDown) -> Result<WindDownView, Fault> {
        let mut rooms = self.rooms();
        for block in &request.blocks {
            if let Some(key) = &block.routine {
                if !plays(kind(block.kind)) {
                    return Err(Fault::bad_input("routine"));
                }
                self.routine_of(&rooms.diary, key)?;
            }
        }
        let text = if request.blocks.is_empty() {
            None
        } else {
            let blocks = request.blocks.iter().map(|block| Block {
                kind: kind(block.kind),
                minutes: block.minutes,
            });
            Sequence::new(blocks.collect()).map_err(no_sequence)?;
            Some(settings::to_json(&request.blocks)?)
        };
        rooms
            .diary
            .change(Label::new("wind-down-blocks"), self.now(), |change| {
                change.set_setting(SEQUENCE, text.as_deref())
            })?;
        let said = self.words.text("wind-down-saved", &[]);
        self.wind_down_view(&mut rooms, said)
    }

    fn wind_down_view(&self, rooms: &mut Rooms, said: String) -> Result<WindDownView, Fault> {
        let chosen = chosen(&rooms.diary)?;
        let session = self.session_view(rooms)?;
        let (undo_text, redo_text) = self.turning_texts(&rooms.diary)?;
        Ok(WindDownView {
            total_text: self.in_all(chosen.sequence.minutes()),
            blocks: fields(&chosen),
            own: chosen.own,
            routines: self.routine_choices(&rooms.diary)?,
            offers: BlockKind::ALL.map(|kind| self.offer(kind)).to_vec(),
            most_blocks: MOST_BLOCKS as u32,
            most_min: MOST_MIN,
            least_min: LEAST_MIN,
            session,
            said,
            done_text: self.done_text(rooms)?,
            breathing: self.breathing_view(&rooms.diary)?,
            worries: self.worries_view(rooms, String::new())?,
            undo_text,
            redo_text,
        })
    }

    /// What can be taken back and brought back now, in words.
    fn turning_texts(&self, diary: &Diary) -> Result<(Option<String>, Option<String>), Fault> {
        let undo = diary.can_undo()?;
        let redo = diary.can_redo()?;
        Ok((
            undo.map(|label| self.about_change("undo-text", label.code())),
            redo.map(|label| self.about_change("redo-text", label.code())),
        ))
    }

    fn in_all(&self, minutes: u16) -> String {
        let time = self.words.duration(f64::from(minutes));
        self.words
            .text("wind-down-in-all", &[("time", Arg::from(time))])
    }

    fn offer(&self, kind: BlockKind) -> BlockOffer {
        let (least, most) = kind.minutes();
        BlockOffer {
            kind: name(kind),
            name: self.block_name(kind),
            note: self.words.text(&format!("block-{}-note", kind.code()), &[]),
            least,
            most,
            usual: kind.usual_minutes(),
            plays: plays(kind),
        }
    }

    fn block_name(&self, kind: BlockKind) -> String {
        self.words.text(&format!("block-{}", kind.code()), &[])
    }
}

/// Whether such a block can play a routine of movements.
fn plays(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Movement | BlockKind::Stretching)
}

/// The sequence that was chosen, else the ready-made one; one that cannot be read any more is none.
fn chosen(diary: &Diary) -> Result<Chosen, Fault> {
    let own = settings::read_json::<Vec<BlockFields>>(diary, SEQUENCE)?.and_then(|fields| {
        let blocks = fields.iter().map(|block| Block {
            kind: kind(block.kind),
            minutes: block.minutes,
        });
        Some(Chosen {
            sequence: Sequence::new(blocks.collect()).ok()?,
            routines: fields.into_iter().map(|block| block.routine).collect(),
            own: true,
        })
    });
    Ok(own.unwrap_or_else(|| {
        let sequence = Sequence::ready_made();
        Chosen {
            routines: vec![None; sequence.blocks().len()],
            sequence,
            own: false,
        }
    }))
}

fn fields(chosen: &Chosen) -> Vec<BlockFields> {
    let routines = chosen
        .routines
        .iter()
        .cloned()
        .chain(std::iter::repeat(None));
    let blocks = chosen.sequence.blocks().iter().zip(routines);
    blocks
        .map(|(block, routine)| BlockFields {
            kind: name(block.kind),
            minutes: block.minutes,
            routine,
        })
        .collect()
}

fn no_sequence(why: NoSequence) -> Fault {
    match why {
        NoSequence::Count => Fault::beyond("error-blocks-count", MOST_BLOCKS),
        NoSequence::Block(_) => Fault::refused("error-block-minutes"),
        NoSequence::Short => Fault::beyond("error-blocks-short", usize::from(LEAST_MIN)),
        NoSequence::Long => Fault::beyond("error-blocks-long", usize::from(MOST_MIN)),
    }
}

fn kind(name: BlockName) -> BlockKind {
    match name {
        BlockName::Worries => BlockKind::Worries,
        BlockName::Movement => BlockKind::Movement,
        BlockName::Stretching => BlockKind::Stretching,
        BlockName::Breathing => BlockKind::Breathing,
        BlockName::BodyScan => BlockKind::BodyScan,
        BlockName::Muscles => BlockKind::Muscles,
        BlockName::Quiet => BlockKind::Quiet,
    }
}

fn name(kind: BlockKind) -> BlockName {
    match kind {
        BlockKind::Worries => BlockName::Worries,
        BlockKind::Movement => BlockName::Movement,
        BlockKind::Stretching => BlockName::Stretching,
        BlockKind::Breathing => BlockName::Breathing,
        BlockKind::BodyScan => BlockName::BodyScan,
        BlockKind::Muscles => BlockName::Muscles,
        BlockKind::Quiet => BlockName::Quiet,
    }
}
