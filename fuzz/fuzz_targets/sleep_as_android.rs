#![no_main]

wane_fuzz::target!("sleep-as-android");
