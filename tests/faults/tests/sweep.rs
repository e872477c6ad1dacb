//! Short sweeps; `cargo xtask soak --only sweep` lets every step fail.

use wane_faults::{
    classes::{CLASSES, Class},
    disk::Fault,
    sweep::sweep,
};

/// Every step of small deeds, and every few of large ones, so that all of it takes seconds.
fn check(class: &Class, stride: u64) {
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

#[test]
fn a_failing_disk_leaves_the_old_state_or_the_new() {
    for class in CLASSES {
        check(class, 9);
    }
}
