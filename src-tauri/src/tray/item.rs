//! The tray on Linux: a `StatusNotifierItem` and its menu on the session bus, over the `ksni` crate.
//!
//! Sources: StatusNotifierItem (freedesktop.org), `com.canonical.dbusmenu`.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use ksni::blocking::{Handle, TrayMethods};
use ksni::menu::{CheckmarkItem, StandardItem};
use ksni::{Category, Icon, MenuItem, OfflineReason, Status, ToolTip};
use tauri::AppHandle;

use super::{Hands, Menu};
use crate::{paths, trace};

/// The symbol in the sizes trays ask for; those that need another scale one of them.
const SYMBOLS: [tauri::image::Image<'static>; 2] = [
    tauri::include_image!("../icons/32x32.png"),
    tauri::include_image!("../icons/64x64.png"),
];

/// The symbol on the bus.
pub(super) struct Shown {
    state: Arc<State>,
}

#[derive(Default)]
struct State {
    /// A tray has taken the symbol.
    taken: AtomicBool,
    handle: Mutex<Option<Handle<Item>>>,
}

impl Shown {
    /// Offers the symbol to the desktop, on a thread of its own, since a bus may take its time.
    ///
    /// A tray that comes later, such as one that starts with the session beside us, takes it then.
    pub(super) fn new(_handle: &AppHandle, menu: Menu, hands: Hands) -> Self {
        let state = Arc::new(State::default());
        let shown = Shown {
            state: Arc::clone(&state),
        };
        std::thread::spawn(move || {
            state.taken.store(true, Ordering::Relaxed);
            let item = Item {
                menu,
                hands,
                state: Arc::clone(&state),
            };
            match item.assume_sni_available(true).spawn() {
                Ok(handle) => {
                    *state.handle.lock().unwrap_or_else(PoisonError::into_inner) = Some(handle);
                    if state.taken.load(Ordering::Relaxed) {
                        trace::say("tray", "taken");
                    }
                }
                // Without a bus there is no tray either.
                Err(_) => {
                    state.taken.store(false, Ordering::Relaxed);
                    trace::say("tray", "none");
                }
            }
        });
        shown
    }

    pub(super) fn update(&self, menu: Menu) {
        let handle = self
            .state
            .handle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if let Some(handle) = handle {
            // Telling the tray of a menu that has not changed would wake it for nothing.
            let same = handle.update(|item| item.menu == menu);
            if same == Some(false) {
                handle.update(|item| item.menu = menu);
            }
        }
    }

    pub(super) fn is_shown(&self) -> bool {
        self.state.taken.load(Ordering::Relaxed)
    }
}

/// What the bus asks.
struct Item {
    menu: Menu,
    hands: Hands,
    state: Arc<State>,
}

impl ksni::Tray for Item {
    fn id(&self) -> String {
        paths::IDENTIFIER.to_owned()
    }

    fn category(&self) -> Category {
        Category::ApplicationStatus
    }

    fn status(&self) -> Status {
        Status::Active
    }

    fn title(&self) -> String {
        crate::window::TITLE.to_owned()
    }

    fn tool_tip(&self) -> ToolTip {
        ToolTip {
            title: self.menu.tip.clone(),
            ..ToolTip::default()
        }
    }

    fn icon_pixmap(&self) -> Vec<Icon> {
        SYMBOLS.iter().map(icon).collect()
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        self.menu
            .entries
            .iter()
            .map(|entry| {
                // An underscore would make the next letter a key of the menu.
                let label = entry.text.replace('_', "__");
                let (id, enabled) = (entry.id.clone(), entry.enabled);
                let activate = Box::new(move |item: &mut Self| item.hands.chosen(&id));
                if entry.checked {
                    CheckmarkItem {
                        label,
                        enabled,
                        checked: true,
                        activate,
                        ..CheckmarkItem::default()
                    }
                    .into()
                } else {
                    StandardItem {
                        label,
                        enabled,
                        activate,
                        ..StandardItem::default()
                    }
                    .into()
                }
            })
            .collect()
    }

    fn activate(&mut self, _x: i32, _y: i32) {
        self.hands.clicked();
    }

    fn watcher_online(&self) {
        self.state.taken.store(true, Ordering::Relaxed);
        trace::say("tray", "taken");
    }

    fn watcher_offline(&self, _: OfflineReason) -> bool {
        self.state.taken.store(false, Ordering::Relaxed);
        trace::say("tray", "none");
        // The symbol stays on offer: the tray of a desktop comes and goes with its panel.
        true
    }
}

/// A picture as the specification has it: alpha, red, green and blue of each dot.
fn icon(image: &tauri::image::Image<'_>) -> Icon {
    let data = image
        .rgba()
        .chunks_exact(4)
        .flat_map(|dot| [dot[3], dot[0], dot[1], dot[2]])
        .collect();
    Icon {
        width: image.width() as i32,
        height: image.height() as i32,
        data,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alpha_comes_first_on_the_bus() {
        let image = tauri::image::Image::new(&[1, 2, 3, 4, 5, 6, 7, 8], 2, 1);
        assert_eq!(icon(&image).data, [4, 1, 2, 3, 8, 5, 6, 7], "dot by dot");
        for symbol in &SYMBOLS {
            let icon = icon(symbol);
            assert_eq!(
                icon.data.len(),
                (icon.width * icon.height * 4) as usize,
                "four numbers for each dot"
            );
        }
    }
}
