#![no_main]

wane_fuzz::target!("open-mhealth");
