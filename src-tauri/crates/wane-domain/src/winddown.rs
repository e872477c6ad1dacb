//! The evening's wind-down: the person's own sequence of blocks, and where somebody is in it (row W1).
//!
//! Timing is soft. A block goes on to the next by itself when its minutes are over, can be skipped at any moment,
//! and an evening that was interrupted, by a closed window, a suspended machine or a killed program, goes on where it was
//! last seen. Nothing here reads a clock: `now` is always an argument.

use chrono::{DateTime, Duration, Utc};

/// What one block of the evening is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// Gentle movement.
    Movement,
    /// Stretching.
    Stretching,
    /// Slow breathing ([`crate::breath`]).
    Breathing,
    /// A body scan ([`crate::relax::body_scan`]).
    BodyScan,
    /// Muscle relaxation ([`crate::relax::muscles`]).
    Muscles,
    /// Quiet time.
    Quiet,
    /// Worries are written down and put away until tomorrow ([`crate::worry`]).
    Worries,
}

impl BlockKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [BlockKind; 7] = [
        BlockKind::Worries,
        BlockKind::Movement,
        BlockKind::Stretching,
        BlockKind::Breathing,
        BlockKind::BodyScan,
        BlockKind::Muscles,
        BlockKind::Quiet,
    ];

    /// Stable name: `worries`, `movement`, `stretching`, `breathing`, `body-scan`, `muscles`, `quiet`.
    pub fn code(self) -> &'static str {
        match self {
            BlockKind::Movement => "movement",
            BlockKind::Stretching => "stretching",
            BlockKind::Breathing => "breathing",
            BlockKind::BodyScan => "body-scan",
            BlockKind::Muscles => "muscles",
            BlockKind::Quiet => "quiet",
            BlockKind::Worries => "worries",
        }
    }

    /// The kind of exactly that name.
    pub fn from_code(code: &str) -> Option<BlockKind> {
        BlockKind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The fewest and the most minutes such a block may have.
    ///
    /// Body scan and muscle relaxation take 10–20 minutes (`SCIENCE.md` 7; row W3), breathing is useful for 5–10
    /// and may be as short as 2 on a hard evening; the others are bounded by the whole alone (row W1).
    pub fn minutes(self) -> (u16, u16) {
        match self {
            BlockKind::BodyScan | BlockKind::Muscles => (10, 20),
            BlockKind::Breathing => (2, 20),
            BlockKind::Worries => (2, 15),
            BlockKind::Movement | BlockKind::Stretching | BlockKind::Quiet => (2, 30),
        }
    }

    /// Minutes of such a block that nobody has chosen yet; breathing in the middle of the 5–10 of `SCIENCE.md` 7 rounds to 5.
    pub fn usual_minutes(self) -> u16 {
        match self {
            BlockKind::BodyScan | BlockKind::Muscles => 10,
            _ => 5,
        }
    }

    /// Nobody is hurried on while they write: such a block waits to be left.
    pub fn waits(self) -> bool {
        matches!(self, BlockKind::Worries)
    }
}

/// One block of a sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// How long, in minutes, within [`BlockKind::minutes`].
    pub minutes: u16,
}

/// The least a whole sequence may take, in minutes (row W1).
pub const LEAST_MIN: u16 = 5;
/// The most a whole sequence may take, in minutes (row W1).
pub const MOST_MIN: u16 = 45;
/// The most blocks a sequence may have; more would be work.
pub const MOST_BLOCKS: usize = 8;

/// Why blocks are no sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoSequence {
    /// There is no block, or there are more than [`MOST_BLOCKS`].
    Count,
    /// A block is shorter or longer than its kind can be.
    Block(BlockKind),
    /// All together take less than [`LEAST_MIN`].
    Short,
    /// All together take more than [`MOST_MIN`].
    Long,
}

/// The person's own blocks, in their order; in all [`LEAST_MIN`]–[`MOST_MIN`] minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sequence(Vec<Block>);

impl Sequence {
    /// The sequence of these blocks.
    ///
    /// # Errors
    /// What keeps them from being one.
    pub fn new(blocks: Vec<Block>) -> Result<Sequence, NoSequence> {
        if blocks.is_empty() || blocks.len() > MOST_BLOCKS {
            return Err(NoSequence::Count);
        }
        for block in &blocks {
            let (least, most) = block.kind.minutes();
            if !(least..=most).contains(&block.minutes) {
                return Err(NoSequence::Block(block.kind));
            }
        }
        match blocks.iter().map(|block| block.minutes).sum::<u16>() {
            total if total < LEAST_MIN => Err(NoSequence::Short),
            total if total > MOST_MIN => Err(NoSequence::Long),
            _ => Ok(Sequence(blocks)),
        }
    }

    /// What somebody starts with who has chosen nothing: twenty minutes, the busy head first, then the body, the breath, and quiet.
    ///
    /// Stretching, breathing and quiet are what the literature of the product names (`PRODUCT.md`, belief 6);
    /// writing worries down comes first, since a busy head at bedtime says more about the night than pain does (belief 2).
    pub fn ready_made() -> Sequence {
        let five = |kind| Block { kind, minutes: 5 };
        Sequence(
            [
                BlockKind::Worries,
                BlockKind::Stretching,
                BlockKind::Breathing,
                BlockKind::Quiet,
            ]
            .map(five)
            .to_vec(),
        )
    }

    /// The blocks, in their order.
    pub fn blocks(&self) -> &[Block] {
        &self.0
    }

    /// Minutes of all of them together.
    pub fn minutes(&self) -> u16 {
        self.0.iter().map(|block| block.minutes).sum()
    }
}

/// After so many seconds in which nobody saw it go on, an evening counts as interrupted at the moment it was last seen:
/// the machine slept, the program was killed, or the clock was set.
///
/// The window says that it is there far more often than that.
pub const SEEN_S: i64 = 90;

/// So many hours after it was last seen, an evening is over, and is written down as far as it came.
pub const EVENING_H: i64 = 6;

/// A block in which somebody spent so many seconds was done, also when it was left early.
pub const DONE_S: i64 = 60;

const fn ms(minutes: u16) -> i64 {
    minutes as i64 * 60_000
}

/// An evening under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// When it was begun.
    pub started: DateTime<Utc>,
    /// The blocks as they were then.
    pub blocks: Vec<Block>,
    /// Which block it is at; their number when all are over.
    pub current: usize,
    /// How far into the block, in milliseconds; what was passed over counts.
    pub at_ms: i64,
    /// Milliseconds really spent in the block.
    pub spent_ms: i64,
    /// Milliseconds really spent in all blocks together; pauses and interruptions left out.
    pub active_ms: i64,
    /// When it was last seen to go on.
    pub seen: DateTime<Utc>,
    /// It stands still, because somebody paused it or it was interrupted.
    pub paused: bool,
    /// The kinds that were done, in their order.
    pub done: Vec<BlockKind>,
}

impl Session {
    /// Begins a sequence.
    pub fn begin(sequence: &Sequence, now: DateTime<Utc>) -> Session {
        Session {
            started: now,
            blocks: sequence.blocks().to_vec(),
            current: 0,
            at_ms: 0,
            spent_ms: 0,
            active_ms: 0,
            seen: now,
            paused: false,
            done: Vec::new(),
        }
    }

    /// The block it is at; `None` when all are over.
    pub fn block(&self) -> Option<Block> {
        self.blocks.get(self.current).copied()
    }

    /// All blocks are over.
    pub fn is_over(&self) -> bool {
        self.block().is_none()
    }

    /// Nobody has seen it for [`EVENING_H`] hours.
    pub fn is_stale(&self, now: DateTime<Utc>) -> bool {
        now - self.seen > Duration::hours(EVENING_H)
    }

    /// Whole minutes really spent, rounded; what is under half a minute is none.
    pub fn minutes(&self) -> u16 {
        u16::try_from((self.active_ms + 30_000) / 60_000).unwrap_or(u16::MAX)
    }

    /// Whether there is something to write down: a minute was spent, or a block was done.
    pub fn counts(&self) -> bool {
        self.minutes() > 0 || !self.done.is_empty()
    }

    /// Lets it go on up to `now`: over the ends of blocks, but not over a gap of more than [`SEEN_S`] seconds,
    /// after which it stands still where it was last seen. A clock that was set back counts for nothing.
    pub fn catch_up(&mut self, now: DateTime<Utc>) {
        if self.paused || self.is_over() {
            return;
        }
        let passed = (now - self.seen).num_milliseconds();
        if passed > SEEN_S * 1000 {
            self.paused = true;
            return;
        }
        self.seen = now;
        let mut left = passed.max(0);
        while let Some(block) = self.block() {
            let end = ms(block.minutes);
            let until_end = (end - self.at_ms).max(0);
            if block.kind.waits() {
                self.spend(left);
                self.at_ms = self.at_ms.min(end);
                return;
            }
            if left < until_end {
                self.spend(left);
                return;
            }
            self.spend(until_end);
            left -= until_end;
            self.leave();
        }
    }

    fn spend(&mut self, millis: i64) {
        self.at_ms += millis;
        self.spent_ms += millis;
        self.active_ms += millis;
    }

    /// Leaves the block; it counts as done if it was given [`DONE_S`] seconds.
    fn leave(&mut self) {
        if let Some(block) = self.block() {
            if self.spent_ms >= DONE_S * 1000 && !self.done.contains(&block.kind) {
                self.done.push(block.kind);
            }
            self.current += 1;
        }
        self.at_ms = 0;
        self.spent_ms = 0;
    }

    /// Stands still from `now` on.
    pub fn pause(&mut self, now: DateTime<Utc>) {
        self.catch_up(now);
        self.paused = true;
    }

    /// Goes on from `now` on, where it was.
    pub fn resume(&mut self, now: DateTime<Utc>) {
        if self.paused {
            self.paused = false;
            self.seen = now;
        }
    }

    /// On to the next block.
    pub fn skip(&mut self, now: DateTime<Utc>) {
        self.catch_up(now);
        self.leave();
    }

    /// To the beginning of the block, or of the one before when it has only just begun.
    pub fn back(&mut self, now: DateTime<Utc>) {
        self.catch_up(now);
        if self.at_ms < 5_000 || self.is_over() {
            self.current = self.current.saturating_sub(1);
        }
        self.at_ms = 0;
        self.spent_ms = 0;
    }

    /// Passes over what is left of a step that ends `end_ms` into the block, as from a sore area to the next.
    pub fn pass(&mut self, now: DateTime<Utc>, end_ms: i64) {
        self.catch_up(now);
        if let Some(block) = self.block() {
            self.at_ms = self.at_ms.max(end_ms.min(ms(block.minutes)));
            if self.at_ms >= ms(block.minutes) && !block.kind.waits() {
                self.leave();
            }
        }
    }

    /// Ends it now, wherever it is.
    pub fn finish(&mut self, now: DateTime<Utc>) {
        self.catch_up(now);
        self.leave();
        self.current = self.blocks.len();
    }
}
