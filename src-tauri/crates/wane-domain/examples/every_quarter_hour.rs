//! Every zone of the tz database, every local date of twelve years, every quarter hour: exactly one occurrence each.
//!
//! `cargo run --release -p wane-domain --example every_quarter_hour -- [STRIDE]`
//!
//! With a STRIDE of 1, the default, no date is left out; otherwise it is the short form, as the tests run it.
//! Prints what was checked; ends with status 1 at the first wrong one.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program that reports"
)]

#[path = "../tests/domain/quarter_hours.rs"]
mod quarter_hours;

use std::process::ExitCode;

use quarter_hours::{Checked, YEARS, check_zone};

fn main() -> ExitCode {
    let stride = std::env::args()
        .nth(1)
        .map_or(Ok(1), |text| text.parse::<i64>());
    let Ok(stride @ 1..) = stride else {
        eprintln!("usage: every_quarter_hour [STRIDE]");
        return ExitCode::from(2);
    };
    let zones = chrono_tz::TZ_VARIANTS;
    let mut sum = Checked::default();
    for zone in zones {
        match check_zone(zone, stride) {
            Ok(checked) => sum.add(checked),
            Err(wrong) => {
                println!("wrong: {wrong}");
                return ExitCode::FAILURE;
            }
        }
    }
    println!(
        "{} zones, {} to {}: {} readings, {} in a gap, {} twice on the clock; one occurrence for each, 0 wrong",
        zones.len(),
        YEARS.start,
        YEARS.end - 1,
        sum.readings,
        sum.in_a_gap,
        sum.in_a_fold
    );
    ExitCode::SUCCESS
}
