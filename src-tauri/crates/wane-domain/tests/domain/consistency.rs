//! The share of awakenings inside the user's own window, and that excusing a day never lowers it.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use wane_domain::consistency::{
    Awakening, Consistency, FEWEST, Kept, LONGEST_PAUSE_DAYS, Window, consistency,
};

use crate::support::{date, near};

const SEVEN_TO_EIGHT: Window = Window {
    from_min: 420.0,
    to_min: 480.0,
};

fn day(n: u64) -> NaiveDate {
    date("2026-01-01") + Days::new(n)
}

/// `i` inside, `o` outside, `I` and `O` the same on an excused day, `-` no awakening; one letter a day.
fn diary(letters: &str) -> Vec<Awakening> {
    let awakening = |(n, letter): (usize, char)| {
        (letter != '-').then(|| Awakening {
            date: day(n as u64),
            clock_min: if letter.eq_ignore_ascii_case(&'i') {
                450.0
            } else {
                600.0
            },
            excused: letter.is_ascii_uppercase(),
        })
    };
    letters.chars().enumerate().filter_map(awakening).collect()
}

fn of(letters: &str) -> Vec<Consistency> {
    consistency(&diary(letters), SEVEN_TO_EIGHT)
}

#[test]
fn the_share_is_of_the_last_fourteen_that_count() {
    let check = |letters: &str, expected: Option<f64>| {
        let last = *of(letters).last().unwrap();
        match (last.share, expected) {
            (Some(share), Some(expected)) => {
                assert!(near(share, expected, 1e-12), "{letters}: got {share}");
            }
            (share, expected) => assert_eq!(share, expected, "{letters}"),
        }
    };
    check("iiiiii", None);
    check("iiiiiii", Some(1.0));
    check("ooooooo", Some(0.0));
    check("iioooioioioioi", Some(0.5));
    check("ooooiiiiiiiiiiiiii", Some(1.0));
    check("iiiiiiiOOO", Some(1.0));
    check("iiiiiiooIOO", Some(7.0 / 9.0));
    check("OOOOOOOOOO", None);
    check("iii--iiii", Some(1.0));
}

#[test]
fn a_long_pause_begins_anew_and_a_short_one_does_not() {
    let with_pause = |days: usize| {
        let letters = format!("{}{}i", "o".repeat(10), "-".repeat(days));
        of(&letters).last().unwrap().counted
    };
    let longest = usize::try_from(LONGEST_PAUSE_DAYS).unwrap();
    assert_eq!(with_pause(longest), 11, "the pause is just short enough");
    assert_eq!(with_pause(longest + 1), 1, "the pause is too long");
}

#[test]
fn an_awakening_says_what_it_was() {
    let kept: Vec<_> = of("ioIO").iter().map(|c| (c.kept, c.excused)).collect();
    assert_eq!(
        kept,
        [
            (Kept::Inside, false),
            (Kept::Outside, false),
            (Kept::Inside, true),
            (Kept::Excused, true)
        ],
        "inside counts on an excused day, outside does not"
    );
}

#[test]
fn a_window_may_run_across_midnight() {
    let window = Window {
        from_min: 1410.0,
        to_min: 30.0,
    };
    for (minute, inside) in [
        (1410.0, true),
        (0.0, true),
        (30.0, true),
        (31.0, false),
        (1409.0, false),
        (1450.0, true),
    ] {
        assert_eq!(window.contains(minute), inside, "minute {minute}");
    }
}

#[test]
fn the_smoothed_share_is_the_mean_of_the_last_seven() {
    let answer = of("oooooooiiiiiii");
    let shares: Vec<f64> = answer.iter().filter_map(|c| c.share).collect();
    let expected = shares[shares.len() - 7..].iter().sum::<f64>() / 7.0;
    let smoothed = answer.last().and_then(|c| c.smoothed).unwrap();
    assert!(near(smoothed, expected, 1e-12), "got {smoothed}");
}

fn letters() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[ioIO-]{1,80}").unwrap()
}

proptest! {
    #[test]
    fn excusing_days_never_lowers_a_share(letters in letters()) {
        let strict = of(&letters.to_lowercase());
        let forgiving = of(&letters);
        prop_assert_eq!(strict.len(), forgiving.len(), "every awakening is in both");
        for (strict, forgiving) in strict.iter().zip(&forgiving) {
            if let Some((strict, forgiving)) = strict.share.zip(forgiving.share) {
                prop_assert!(forgiving >= strict - 1e-12, "{strict} became {forgiving}");
            }
        }
    }

    #[test]
    fn an_excused_miss_is_as_if_it_were_not_there(letters in letters()) {
        // Within a run without long pauses, so that leaving a day out cannot make one.
        let letters = letters.replace('-', "i");
        let whole = of(&letters);
        let without: Vec<_> = diary(&letters)
            .into_iter()
            .filter(|a| !a.excused || a.clock_min < 500.0)
            .collect();
        prop_assume!(without.windows(2).all(|w| (w[1].date - w[0].date).num_days() <= LONGEST_PAUSE_DAYS));
        for day in consistency(&without, SEVEN_TO_EIGHT) {
            let same = whole.iter().find(|c| c.date == day.date).unwrap();
            prop_assert_eq!((same.share, same.counted), (day.share, day.counted), "{}", day.date);
        }
    }

    #[test]
    fn shares_are_shares_and_need_enough_awakenings(letters in letters(), turn in -5..5_i32) {
        let turned: Vec<_> = diary(&letters)
            .into_iter()
            .map(|a| Awakening { clock_min: a.clock_min + f64::from(turn) * 1440.0, ..a })
            .collect();
        let answer = consistency(&turned, SEVEN_TO_EIGHT);
        prop_assert_eq!(&answer, &of(&letters), "whole turns of the clock change nothing");
        for day in answer {
            prop_assert_eq!(day.share.is_some(), day.counted >= FEWEST, "{}", day.date);
            prop_assert_eq!(day.share.is_some(), day.smoothed.is_some(), "{}", day.date);
            for share in day.share.into_iter().chain(day.smoothed) {
                prop_assert!((0.0..=1.0).contains(&share), "{share}");
            }
        }
    }
}
