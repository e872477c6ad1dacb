#![no_main]

wane_fuzz::target!("wane-csv");
