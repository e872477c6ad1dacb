#![no_main]

wane_fuzz::target!("health-connect");
