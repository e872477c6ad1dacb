//! The evening under way, as the schedule keeps it.

use chrono::{DateTime, NaiveDate};
use serde::{Deserialize, Serialize};
use wane_domain::winddown::{Block, Session};

use super::{kind, name};
use crate::{
    app::Rooms,
    fault::Fault,
    settings,
    wire::{BlockFields, BlockName},
};

/// The fact that holds it; an empty one is none.
const UNDER_WAY: &str = "wind-down-under-way";

/// What is known of an evening under way.
#[derive(Debug, Clone)]
pub(super) struct Evening {
    pub session: Session,
    /// The routine of each block, by its key.
    pub routines: Vec<Option<String>>,
    /// The day whose evening it is.
    pub date: NaiveDate,
    /// The date whose reminder was settled by beginning, if beginning settled one.
    pub settled: Option<NaiveDate>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    /// Milliseconds since 1970.
    started: i64,
    blocks: Vec<BlockFields>,
    current: usize,
    at_ms: i64,
    spent_ms: i64,
    active_ms: i64,
    /// Milliseconds since 1970.
    seen: i64,
    paused: bool,
    done: Vec<BlockName>,
    date: String,
    settled: Option<String>,
}

/// The evening under way; one that cannot be read is none.
pub(super) fn read(rooms: &Rooms) -> Result<Option<Evening>, Fault> {
    let Some(text) = rooms.schedule.fact(UNDER_WAY)? else {
        return Ok(None);
    };
    Ok(understood(&text))
}

fn understood(text: &str) -> Option<Evening> {
    let kept: Kept = serde_json::from_str(text).ok()?;
    let block = |block: &BlockFields| Block {
        kind: kind(block.kind),
        minutes: block.minutes,
    };
    let blocks = kept.blocks.iter().map(block).collect();
    Some(Evening {
        routines: kept.blocks.into_iter().map(|block| block.routine).collect(),
        session: Session {
            started: DateTime::from_timestamp_millis(kept.started)?,
            blocks,
            current: kept.current,
            at_ms: kept.at_ms,
            spent_ms: kept.spent_ms,
            active_ms: kept.active_ms,
            seen: DateTime::from_timestamp_millis(kept.seen)?,
            paused: kept.paused,
            done: kept.done.into_iter().map(kind).collect(),
        },
        date: kept.date.parse().ok()?,
        settled: kept.settled.and_then(|date| date.parse().ok()),
    })
}

/// Writes it down; it is durable when this returns.
pub(super) fn write(rooms: &mut Rooms, evening: &Evening) -> Result<(), Fault> {
    let session = &evening.session;
    let field = |(at, block): (usize, &Block)| BlockFields {
        kind: name(block.kind),
        minutes: block.minutes,
        routine: evening.routines.get(at).cloned().flatten(),
    };
    let kept = Kept {
        started: session.started.timestamp_millis(),
        blocks: session.blocks.iter().enumerate().map(field).collect(),
        current: session.current,
        at_ms: session.at_ms,
        spent_ms: session.spent_ms,
        active_ms: session.active_ms,
        seen: session.seen.timestamp_millis(),
        paused: session.paused,
        done: session.done.iter().copied().map(name).collect(),
        date: evening.date.to_string(),
        settled: evening.settled.map(|date| NaiveDate::to_string(&date)),
    };
    let text = settings::to_json(&kept)?;
    Ok(rooms.schedule.set_fact(UNDER_WAY, &text)?)
}

/// There is none any more.
pub(super) fn forget(rooms: &mut Rooms) -> Result<(), Fault> {
    Ok(rooms.schedule.set_fact(UNDER_WAY, "")?)
}
