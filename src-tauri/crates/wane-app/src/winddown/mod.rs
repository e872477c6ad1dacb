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
        let mut rooms = self.rooms();
        rooms
            .diary
            .change(Label::new("wind-down-blocks"), self.now(), |change| {
                change.set_setting(SEQUENCE, text.as_deref())
            })?;
        let said = self.words.text("wind-down-saved", &[]);
        self.wind_down_view(&mut rooms, said)
    }

    fn wind_down_view(&self, rooms: &mut Rooms, said: String) -> Result<WindDownView, Fault> {
        let (sequence, own) = sequence(&rooms.diary)?;
        let session = self.session_view(rooms)?;
        let (undo_text, redo_text) = self.turning_texts(&rooms.diary)?;
        Ok(WindDownView {
            total_text: self.in_all(sequence.minutes()),
            blocks: fields(&sequence),
            own,
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
        }
    }

    fn block_name(&self, kind: BlockKind) -> String {
        self.words.text(&format!("block-{}", kind.code()), &[])
    }
}

/// The sequence, and whether it is the person's own; one that cannot be read any more is none.
fn sequence(diary: &Diary) -> Result<(Sequence, bool), Fault> {
    let own = settings::read_json::<Vec<BlockFields>>(diary, SEQUENCE)?.and_then(|blocks| {
        let blocks = blocks.iter().map(|block| Block {
            kind: kind(block.kind),
            minutes: block.minutes,
        });
        Sequence::new(blocks.collect()).ok()
    });
    Ok(match own {
        Some(own) => (own, true),
        None => (Sequence::ready_made(), false),
    })
}

fn fields(sequence: &Sequence) -> Vec<BlockFields> {
    let field = |block: &Block| BlockFields {
        kind: name(block.kind),
        minutes: block.minutes,
    };
    sequence.blocks().iter().map(field).collect()
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
