#![no_main]

wane_fuzz::target!("apple-health");
