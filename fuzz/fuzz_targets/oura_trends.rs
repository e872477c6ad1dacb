#![no_main]

wane_fuzz::target!("oura-trends");
