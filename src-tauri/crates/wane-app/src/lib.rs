//! What the diary can do.
//!
//! One table, [`commands`], is the whole surface; [`App::call`] carries a command out.
//! The shell and the command line hold no rule about sleep, pain or time: they ask here and show the answer.
//!
//! Reading order:
//! 1. [`host`]: what the app asks of the program around it
//! 2. [`commands`] and [`wire`]: the surface and its shapes
//! 3. [`App`]: the open diary
//! 4. `today`, `log`, `entries`, `track`, `history`, `trash`, `search`: a day, read and written
//! 5. `night`: what is noted in the dark, and when it is told; `winddown`: the evening's help;
//!    `movement`: sessions, library, routines, the ledger; `flare`: flares with their plan, and holidays from writing down
//! 6. `charts`, `measures`, `insight`: the same numbers as pictures, sentences and tables
//! 7. `experiment`: days with and without, by the fall of coins, and a result at the end
//! 8. `reminders`: the loop's one turn, the plan, the inbox
//! 9. `learn`: the cards to read, and the one that Today offers; `help`: help now, and when to seek care
//! 10. `import`, `export`, `sample`, `settings`
//! 11. `backups`, `recovery`: the way back

mod app;
mod autostart;
mod backups;
mod charts;
pub mod commands;
mod convert;
mod describe;
mod device_felt;
mod entries;
mod experiment;
mod export;
mod fault;
mod files;
mod flare;
mod help;
mod history;
pub mod host;
mod import;
mod insight;
mod learn;
mod log;
mod measures;
mod month;
mod movement;
mod night;
mod present;
mod recovery;
mod reminders;
mod sample;
mod search;
mod settings;
mod table;
mod today;
mod track;
mod trash;
mod upkeep;
mod versions;
mod winddown;
pub mod wire;
mod words;

pub use app::{App, Tick};
pub use commands::bindings;
pub use export::export_schema;
pub use files::write_whole;
pub use help::help_without_diary;
pub use reminders::TrayOutcome;
pub use upkeep::Upkeep;
