#![no_main]

wane_fuzz::target!("gadgetbridge");
