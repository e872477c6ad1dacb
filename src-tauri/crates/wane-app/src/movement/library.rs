//! The library in words, and which of its movements are not for the person.

use std::collections::BTreeSet;

use wane_domain::movement::library::{Area, LIBRARY, Movement, Posture, movement_of};
use wane_store::{Diary, Label};
use wane_text::Arg;

use crate::{App, app::Rooms, fault::Fault, settings, wire::*};

/// The setting that holds the codes of movements that are not for the person.
const NOT_FOR_ME: &str = "movements-not-for-me";

/// How many lines a movement's way has at most.
const LINES: usize = 4;

/// The words of a movement.
pub(super) struct Said {
    pub name: String,
    pub steps: Vec<String>,
    pub breath: String,
    pub ease: String,
    pub picture: String,
}

impl App {
    /// See [`crate::commands`].
    pub(crate) fn movement_library(&self, _: Nothing) -> Result<LibraryView, Fault> {
        self.library_view(&self.rooms(), None)
    }

    /// See [`crate::commands`].
    pub(crate) fn hide_movement(&self, request: HideMovement) -> Result<LibraryView, Fault> {
        let movement = movement_of(&request.code).ok_or_else(|| Fault::not_found("movement"))?;
        let mut rooms = self.rooms();
        let mut aside = not_for_me(&rooms.diary)?;
        let code = movement.code.to_owned();
        let (altered, label, message) = if request.hidden {
            (aside.insert(code), "movement-aside", "movement-put-aside")
        } else {
            (aside.remove(&code), "movement-back", "movement-taken-up")
        };
        if altered {
            let text = settings::to_json(&aside)?;
            rooms
                .diary
                .change(Label::new(label), self.now(), |change| {
                    change.set_setting(NOT_FOR_ME, Some(&text))
                })?;
        }
        let name = self.words.text(&format!("move-{}", movement.code), &[]);
        let said = self.words.text(message, &[("name", Arg::from(name))]);
        self.library_view(&rooms, Some(said))
    }

    fn library_view(&self, rooms: &Rooms, said: Option<String>) -> Result<LibraryView, Fault> {
        let aside = not_for_me(&rooms.diary)?;
        let called = |kind: &str, code: &str| Called {
            code: code.to_owned(),
            name: self.words.text(&format!("{kind}-{code}"), &[]),
        };
        let (undo_text, redo_text) = self.turns(&rooms.diary)?;
        Ok(LibraryView {
            movements: LIBRARY
                .iter()
                .map(|movement| self.movement_item(movement, aside.contains(movement.code)))
                .collect(),
            postures: Posture::ALL
                .iter()
                .map(|posture| called("posture", posture.code()))
                .collect(),
            areas: Area::ALL
                .iter()
                .map(|area| called("area", area.code()))
                .collect(),
            care_text: self.words.text("movement-care", &[]),
            said,
            undo_text,
            redo_text,
        })
    }

    fn movement_item(&self, movement: &Movement, hidden: bool) -> MovementItem {
        let said = self.said_of(movement.code);
        let posture = movement.posture.code();
        let areas: Vec<String> = movement
            .areas
            .iter()
            .map(|area| self.words.text(&format!("area-{}", area.code()), &[]))
            .collect();
        MovementItem {
            code: movement.code.to_owned(),
            name: said.name,
            posture: posture.to_owned(),
            posture_text: self.words.text(&format!("posture-{posture}"), &[]),
            areas: movement
                .areas
                .iter()
                .map(|area| area.code().to_owned())
                .collect(),
            areas_text: areas
                .into_iter()
                .reduce(|list, next| {
                    self.words.text(
                        "line-list",
                        &[("list", Arg::from(list)), ("next", Arg::from(next))],
                    )
                })
                .unwrap_or_default(),
            steps: said.steps,
            breath: said.breath,
            ease: said.ease,
            picture: said.picture,
            hidden,
        }
    }

    /// The words of the movement of that code.
    pub(super) fn said_of(&self, code: &str) -> Said {
        let word = |part: &str| self.words.text(&format!("move-{code}-{part}"), &[]);
        Said {
            name: self.words.text(&format!("move-{code}"), &[]),
            steps: (1..=LINES)
                .map(|line| format!("move-{code}-{line}"))
                .take_while(|id| self.words.has(id))
                .map(|id| self.words.text(&id, &[]))
                .collect(),
            breath: word("breath"),
            ease: word("ease"),
            picture: word("picture"),
        }
    }
}

/// Codes of the movements that are not for the person.
pub(super) fn not_for_me(diary: &Diary) -> Result<BTreeSet<String>, Fault> {
    Ok(settings::read_json(diary, NOT_FOR_ME)?.unwrap_or_default())
}
