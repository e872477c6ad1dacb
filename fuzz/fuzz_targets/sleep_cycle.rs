#![no_main]

wane_fuzz::target!("sleep-cycle");
