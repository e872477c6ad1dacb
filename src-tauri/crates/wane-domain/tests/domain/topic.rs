//! What a day's entry gives occasion to read about.

use proptest::prelude::*;
use wane_domain::{
    diary::Night,
    scale::{Arousal, Quality, Rating},
    topic::{Said, Topic, topics},
};

use crate::support::{LONDON, at, blank_night, date};

fn check(said: Said, expected: &[Topic], what: &str) {
    assert_eq!(topics(&said), expected, "{what}");
}

fn with(change: impl FnOnce(&mut Night)) -> Said {
    let mut night = blank_night(date("2026-02-04"));
    change(&mut night);
    Said {
        night: Some(night),
        ..Said::default()
    }
}

#[test]
fn nothing_said_is_nothing_to_read_about() {
    check(Said::default(), &[], "a blank day");
    check(with(|_| ()), &[], "a night without answers");
}

#[test]
fn each_topic_follows_from_what_was_said() {
    let quality = |n| Quality::new(n).ok();
    let rating = |n| Rating::new(n).ok();
    check(
        with(|n| n.nwak = Some(3)),
        &[Topic::Waking],
        "three times awake",
    );
    check(with(|n| n.nwak = Some(2)), &[], "twice is ordinary");
    check(
        with(|n| n.waso_min = Some(45)),
        &[Topic::Waking],
        "long awake",
    );
    check(with(|n| n.waso_min = Some(44)), &[], "not so long");
    check(
        with(|n| n.quality = quality(2)),
        &[Topic::HardNight],
        "a poor night",
    );
    check(with(|n| n.quality = quality(3)), &[], "a so-so night");
    check(
        with(|n| {
            n.bed = Some(at("2026-02-03T21:00", LONDON));
            n.out_of_bed = Some(at("2026-02-04T07:00", LONDON));
        }),
        &[Topic::LongInBed],
        "ten hours in bed",
    );
    check(
        with(|n| {
            n.bed = Some(at("2026-02-03T21:01", LONDON));
            n.out_of_bed = Some(at("2026-02-04T07:00", LONDON));
        }),
        &[],
        "a minute less",
    );
    let busy = |n| Said {
        arousal: Arousal::new(n).ok(),
        ..Said::default()
    };
    check(busy(3), &[Topic::BusyHead], "very busy");
    check(busy(2), &[], "busy");
    check(
        Said {
            rough: true,
            ..Said::default()
        },
        &[Topic::RoughDay],
        "a rough day",
    );
    let harder = |morning, evening_before| Said {
        morning: rating(morning),
        evening_before: rating(evening_before),
        ..Said::default()
    };
    check(harder(6, 4), &[Topic::HarderMorning], "two points more");
    check(harder(5, 4), &[], "one point more");
    check(harder(10, 9), &[], "at the end of the scale");
}

#[test]
fn the_nearest_comes_first() {
    let mut said = with(|n| {
        n.nwak = Some(5);
        n.quality = Quality::new(1).ok();
    });
    said.rough = true;
    said.arousal = Arousal::new(4).ok();
    check(
        said,
        &[
            Topic::Waking,
            Topic::BusyHead,
            Topic::RoughDay,
            Topic::HardNight,
        ],
        "a hard day has several",
    );
}

proptest! {
    /// Leaving an answer out never adds a topic.
    #[test]
    fn saying_less_never_says_more(
        nwak in proptest::option::of(0u16..9), waso in proptest::option::of(0u16..200), quality in proptest::option::of(1u8..=5),
        arousal in proptest::option::of(0u8..=4), morning in proptest::option::of(0u8..=10), before in proptest::option::of(0u8..=10),
        rough: bool, leave in 0usize..6,
    ) {
        let mut night = blank_night(date("2026-02-04"));
        night.nwak = nwak;
        night.waso_min = waso;
        night.quality = quality.and_then(|q| Quality::new(q).ok());
        let said = Said {
            night: Some(night),
            morning: morning.and_then(|r| Rating::new(r).ok()),
            evening_before: before.and_then(|r| Rating::new(r).ok()),
            arousal: arousal.and_then(|a| Arousal::new(a).ok()),
            rough,
        };
        let mut less = said.clone();
        match leave {
            0 => less.night = None,
            1 => less.morning = None,
            2 => less.evening_before = None,
            3 => less.arousal = None,
            4 => less.rough = false,
            _ => if let Some(night) = &mut less.night { night.nwak = None },
        }
        let all = topics(&said);
        prop_assert!(topics(&less).iter().all(|topic| all.contains(topic)));
    }
}
