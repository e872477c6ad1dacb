//! Short sweeps; `cargo xtask soak --only sweep` lets every step fail.

use wane_faults::{classes::CLASSES, deeds::Deed, disk::Fault, sweep::sweep};

#[test]
fn a_failing_disk_leaves_the_old_state_or_the_new() {
    for class in CLASSES {
        // Small deeds step by step; of large ones a few dozen steps all over them, so that it takes seconds.
        let stride = match class.deed {
            Deed::Save(_) | Deed::Undo | Deed::Redo => 3,
            Deed::Restore | Deed::Recover | Deed::Rehearse => 61,
            _ => 29,
        };
        for fault in Fault::ALL {
            for lasting in [false, true] {
                let swept = sweep(class, fault, lasting, stride);
                println!("{swept}");
                assert!(
                    swept.violations.is_empty(),
                    "{}",
                    swept.violations.join("\n")
                );
            }
        }
    }
}
