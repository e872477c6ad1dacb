//! The tray's menu, in words, and what its entries do (row D2).

use crate::{App, app::Rooms, fault::Fault, host::Opens, wire::*};

/// What choosing an entry of the tray's menu came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrayOutcome {
    /// A place in the window is to be opened.
    Open(Opens),
    /// It is done; the menu may read differently now.
    Done,
    /// The program is to end.
    Quit,
}

impl App {
    /// See [`crate::commands`].
    pub(crate) fn tray_menu(&self, _: Nothing) -> Result<TrayMenu, Fault> {
        let rooms = self.rooms();
        let paused = rooms.schedule.quiet()?.is_paused(self.now());
        // A diary that cannot be read has no days to mark, and the rest of the menu stays.
        let rough = self.is_rough(&rooms);
        let item = |id: &str, text: &str, enabled: bool, checked: bool| TrayItem {
            id: id.to_owned(),
            text: self.words.text(text, &[]),
            enabled,
            checked,
        };
        let pause = if paused {
            "tray-pause-end"
        } else {
            "tray-pause"
        };
        Ok(TrayMenu {
            tooltip: self.words.text("notice-title", &[]),
            items: vec![
                item("quick-log", "tray-quick-log", true, false),
                item(
                    "rough-day",
                    "tray-rough-day",
                    rough.is_ok(),
                    rough.unwrap_or(false),
                ),
                item("wind-down", "tray-wind-down", true, false),
                item("night-screen", "tray-night-screen", true, false),
                item("pause", pause, true, paused),
                item("quit", "tray-quit", true, false),
            ],
        })
    }

    /// An entry of the tray's menu was chosen. What cannot be carried out opens the place where it can be looked into.
    pub fn tray_action(&self, id: &str) -> TrayOutcome {
        match id {
            "quit" => TrayOutcome::Quit,
            "wind-down" => TrayOutcome::Open(Opens::WindDown),
            "night-screen" => TrayOutcome::Open(Opens::Night),
            "rough-day" => match self.toggle_rough() {
                Ok(()) => TrayOutcome::Done,
                Err(_) => TrayOutcome::Open(Opens::Today),
            },
            "pause" => match self.toggle_pause() {
                Ok(()) => TrayOutcome::Done,
                Err(_) => TrayOutcome::Open(Opens::Plan),
            },
            _ => TrayOutcome::Open(Opens::Today),
        }
    }

    fn toggle_rough(&self) -> Result<(), Fault> {
        let rough = self.is_rough(&self.rooms())?;
        self.mark_rough(MarkRough {
            date: None,
            rough: !rough,
        })?;
        Ok(())
    }

    /// Pauses until tomorrow morning, or ends the pause.
    fn toggle_pause(&self) -> Result<(), Fault> {
        let paused = self.rooms().schedule.quiet()?.is_paused(self.now());
        if paused {
            self.pause_end(Nothing {})?;
        } else {
            self.pause_start(PauseStart {
                reason: PauseReason::Days,
                days: Some(1),
            })?;
        }
        Ok(())
    }

    fn is_rough(&self, rooms: &Rooms) -> Result<bool, Fault> {
        let today = self.present_day(&rooms.diary)?;
        Ok(rooms
            .diary
            .between::<wane_domain::diary::DayEntry>(today, today)?
            .iter()
            .any(|entry| entry.rough))
    }
}
