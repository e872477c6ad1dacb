#![no_main]

wane_fuzz::target!("fitbit-takeout");
