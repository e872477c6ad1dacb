//! The tray on Windows and macOS, which have one of their own.

use std::sync::{Arc, Mutex, PoisonError};

use tauri::menu::{CheckMenuItemBuilder, Menu as SystemMenu, MenuBuilder, MenuItemBuilder};
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Wry};

use super::{Hands, Menu};

/// The symbol in the system's tray.
pub(super) struct Shown {
    /// `None` if the system would not have it.
    icon: Option<TrayIcon>,
    menu: Mutex<Menu>,
}

impl Shown {
    /// Puts the symbol into the tray, on the main thread.
    pub(super) fn new(handle: &AppHandle, menu: Menu, hands: Hands) -> Self {
        Shown {
            icon: build(handle, &menu, hands).ok(),
            menu: Mutex::new(menu),
        }
    }

    pub(super) fn update(&self, menu: Menu) {
        let Some(icon) = &self.icon else { return };
        let mut shown = self.menu.lock().unwrap_or_else(PoisonError::into_inner);
        if *shown == menu {
            return;
        }
        // What the system would not take now is offered again after the next turn.
        if set(icon, &menu).is_ok() {
            *shown = menu;
        }
    }

    pub(super) fn is_shown(&self) -> bool {
        self.icon.is_some()
    }
}

fn build(handle: &AppHandle, menu: &Menu, hands: Hands) -> tauri::Result<TrayIcon> {
    let hands = Arc::new(hands);
    let clicks = Arc::clone(&hands);
    let mut builder = TrayIconBuilder::new()
        .tooltip(&menu.tip)
        .menu(&system_menu(handle, menu)?)
        // macOS opens the menu by either button; on Windows the left one opens the window.
        .show_menu_on_left_click(cfg!(target_os = "macos"))
        .on_menu_event(move |_, event| hands.chosen(event.id().as_ref()))
        .on_tray_icon_event(move |_, event| {
            if let TrayIconEvent::Click {
                button: MouseButton::Left,
                button_state: MouseButtonState::Up,
                ..
            } = event
                && cfg!(not(target_os = "macos"))
            {
                clicks.clicked();
            }
        });
    if let Some(icon) = handle.default_window_icon() {
        builder = builder.icon(icon.clone());
    }
    builder.build(handle)
}

fn set(icon: &TrayIcon, menu: &Menu) -> tauri::Result<()> {
    icon.set_menu(Some(system_menu(icon.app_handle(), menu)?))?;
    icon.set_tooltip(Some(&menu.tip))
}

fn system_menu(handle: &AppHandle, menu: &Menu) -> tauri::Result<SystemMenu<Wry>> {
    let mut builder = MenuBuilder::new(handle);
    for entry in &menu.entries {
        // An ampersand would make the next letter a key of the menu.
        let text = entry.text.replace('&', "&&");
        builder = if entry.checked {
            let item = CheckMenuItemBuilder::with_id(entry.id.as_str(), text)
                .checked(true)
                .enabled(entry.enabled)
                .build(handle)?;
            builder.item(&item)
        } else {
            let item = MenuItemBuilder::with_id(entry.id.as_str(), text)
                .enabled(entry.enabled)
                .build(handle)?;
            builder.item(&item)
        };
    }
    builder.build()
}
