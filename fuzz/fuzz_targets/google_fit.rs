#![no_main]

wane_fuzz::target!("google-fit");
