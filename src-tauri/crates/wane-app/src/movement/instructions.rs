//! What a clinician said comes back in: dated, with history, and it bounds the ledger (row X6).

use chrono::NaiveDate;
use wane_domain::diary::Instruction;
use wane_store::{Diary, Label};
use wane_text::Arg;

use super::record;
use crate::{App, convert, fault::Fault, wire::*};

/// The most minutes a day that a limit can have; a slip of the finger beyond.
pub(super) const MOST_MIN: u16 = 600;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn save_instruction(&self, request: SaveInstruction) -> Result<LedgerView, Fault> {
        let floor_min = limit(request.floor_min, "floor_min")?;
        let ceiling_min = limit(request.ceiling_min, "ceiling_min")?;
        if floor_min
            .zip(ceiling_min)
            .is_some_and(|(floor, ceiling)| floor > ceiling)
        {
            return Err(Fault::refused("error-limits-crossed"));
        }
        let said = convert::note(request.said.as_deref().unwrap_or_default())?;
        let mut rooms = self.rooms();
        let earlier: Option<Instruction> = match request.id.as_deref() {
            Some(id) => Some(record(&rooms.diary, id)?),
            None => None,
        };
        let date = match (request.date.as_deref(), &earlier) {
            (None, Some(instruction)) => instruction.date,
            (date, _) => self.loggable(&rooms.diary, date)?,
        };
        let origin = match &earlier {
            Some(instruction) => instruction.origin.clone(),
            None => self.by_hand(self.local_instant(date, 24)),
        };
        let instruction = Instruction {
            id: earlier.as_ref().map_or_else(|| self.new_id(), |i| i.id),
            date,
            floor_min,
            ceiling_min,
            said,
            origin,
        };
        rooms
            .diary
            .change(Label::new("save-instruction"), self.now(), |change| {
                change.put(&instruction)
            })?;
        self.ledger_view(&rooms, None, Some("instruction-saved"))
    }

    /// See [`crate::commands`].
    pub(crate) fn remove_instruction(&self, request: RecordRequest) -> Result<LedgerView, Fault> {
        let mut rooms = self.rooms();
        let instruction: Instruction = record(&rooms.diary, &request.id)?;
        rooms
            .diary
            .change(Label::new("remove-instruction"), self.now(), |change| {
                change.remove::<Instruction>(instruction.id)
            })?;
        self.ledger_view(&rooms, None, Some("instruction-removed"))
    }

    /// What clinicians said, the newest first, each in words.
    pub(super) fn instruction_views(
        &self,
        diary: &Diary,
        today: NaiveDate,
    ) -> Result<Vec<InstructionView>, Fault> {
        let mut all = instructions(diary)?;
        all.reverse();
        let holds = all.iter().find(|i| i.date <= today).map(|i| i.id);
        Ok(all
            .into_iter()
            .map(|instruction| InstructionView {
                id: instruction.id.to_string(),
                date: instruction.date.to_string(),
                text: self.instruction_text(&instruction),
                floor_min: instruction.floor_min,
                ceiling_min: instruction.ceiling_min,
                holds: Some(instruction.id) == holds,
                said: instruction.said,
            })
            .collect())
    }

    fn instruction_text(&self, instruction: &Instruction) -> String {
        let day = self.words.date_short_year(instruction.date);
        let length = |m: u16| Arg::from(self.words.duration(f64::from(m)));
        let day = Arg::from(day);
        match (instruction.floor_min, instruction.ceiling_min) {
            (Some(floor), Some(ceiling)) => self.words.text(
                "instruction-both",
                &[
                    ("day", day),
                    ("floor", length(floor)),
                    ("ceiling", length(ceiling)),
                ],
            ),
            (Some(floor), None) => self.words.text(
                "instruction-floor",
                &[("day", day), ("floor", length(floor))],
            ),
            (None, Some(ceiling)) => self.words.text(
                "instruction-ceiling",
                &[("day", day), ("ceiling", length(ceiling))],
            ),
            (None, None) => self.words.text("instruction-none", &[("day", day)]),
        }
    }
}

/// What clinicians said, in the order of their days; of one day, in the order in which it was written down.
pub(super) fn instructions(diary: &Diary) -> Result<Vec<Instruction>, Fault> {
    let mut all = diary.all::<Instruction>()?;
    all.sort_by_key(|instruction| (instruction.date, instruction.id));
    Ok(all)
}

pub(super) fn limit(minutes: Option<u16>, field: &str) -> Result<Option<u16>, Fault> {
    match minutes {
        Some(m) if !(1..=MOST_MIN).contains(&m) => Err(Fault::bad_input(field)),
        other => Ok(other),
    }
}
