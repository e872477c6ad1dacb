#![no_main]

wane_fuzz::target!("withings-raw");
