//! Fuzz targets for everything that reads other people's files.
//!
//! Seeds and laws are those of the short form among the ordinary tests (`wane-exchange/tests/fuzz`);
//! here a fuzzer thinks up the damage, and what reading costs in memory is a law too.
//! `cargo xtask soak --only fuzz` runs them all.

#[path = "../../src-tauri/crates/wane-exchange/tests/fuzz/laws.rs"]
pub mod laws;
#[path = "../../src-tauri/crates/wane-exchange/tests/fuzz/seeds.rs"]
pub mod seeds;
#[path = "../../src-tauri/crates/wane-exchange/tests/fuzz/tables.rs"]
pub mod tables;

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

use laws::Target;

/// What a file may cost in memory whatever stands in it, in bytes: windows and buffers.
const FREE_BYTES: usize = 8 * 1024 * 1024;

/// And for each of its bytes.
const BYTES_EACH: usize = 512;

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

/// The system's allocator, counting.
struct Counting;

fn grow(by: usize) {
    PEAK.fetch_max(NOW.fetch_add(by, Relaxed) + by, Relaxed);
}

// SAFETY: every request goes to the system's allocator as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        grow(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        grow(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Both may be there for a moment.
        grow(size);
        NOW.fetch_sub(layout.size(), Relaxed);
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// Holds one input to the laws. One in sixteen is read three times, which costs as much.
pub fn run(target: Target, bytes: &[u8]) {
    let before = NOW.load(Relaxed);
    PEAK.store(before, Relaxed);
    let again = bytes
        .iter()
        .fold(0u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(*byte))
        % 16
        == 0;
    laws::hold(target, bytes, again);
    let cost = PEAK.load(Relaxed) - before;
    assert!(
        cost <= FREE_BYTES + bytes.len() * BYTES_EACH,
        "{} bytes cost {cost} bytes of memory",
        bytes.len()
    );
}

/// The body of a target.
#[macro_export]
macro_rules! target {
    ($name:literal) => {
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
            static TARGET: std::sync::OnceLock<$crate::laws::Target> = std::sync::OnceLock::new();
            let target = *TARGET.get_or_init(|| {
                $crate::laws::Target::of_name($name).expect("a target of that name")
            });
            $crate::run(target, bytes);
        });
    };
}
