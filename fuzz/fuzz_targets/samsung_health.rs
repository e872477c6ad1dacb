#![no_main]

wane_fuzz::target!("samsung-health");
