//! Every harness sees the fault it was made for; `cargo xtask soak --only controls` is the same with more patience.

use std::path::Path;

use wane_faults::soak::{CONTROLS, Counts};

#[test]
fn every_seeded_fault_is_seen() {
    let program = Path::new(env!("CARGO_BIN_EXE_wane-faults"));
    for control in CONTROLS {
        assert!(
            control.is_seen(&Counts::SHORT, program),
            "{}: the harness does not see it",
            control.name
        );
    }
}
