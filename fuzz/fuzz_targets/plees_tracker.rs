#![no_main]

wane_fuzz::target!("plees-tracker");
