//! Looks at the diary: once a week, and never more often, whatever the person chooses.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;
use wane_domain::weekly_look::WeeklyLook;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn check(look: WeeklyLook, today: &str, last: &str, next: &str) {
    let today = date(today);
    assert_eq!(
        (look.last(today), look.next(today)),
        (date(last), date(next)),
        "{look:?} on {today}"
    );
}

const MONDAYS: WeeklyLook = WeeklyLook {
    weekday: Weekday::Mon,
    held: None,
};

#[test]
fn a_look_is_on_the_weekday_and_holds_for_a_week() {
    check(MONDAYS, "2026-05-04", "2026-05-04", "2026-05-11");
    check(MONDAYS, "2026-05-10", "2026-05-04", "2026-05-11");
    check(MONDAYS, "2026-05-11", "2026-05-11", "2026-05-18");
    assert_eq!(WeeklyLook::until(date("2026-05-04")), date("2026-05-03"));
}

#[test]
fn choosing_another_weekday_brings_no_look_of_its_own() {
    let moved = MONDAYS.moved_to(Weekday::Fri, date("2026-05-07"));
    check(moved, "2026-05-07", "2026-05-04", "2026-05-15");
    check(moved, "2026-05-08", "2026-05-04", "2026-05-15");
    check(moved, "2026-05-15", "2026-05-15", "2026-05-22");
    let back = moved.moved_to(Weekday::Mon, date("2026-05-09"));
    check(back, "2026-05-11", "2026-05-11", "2026-05-18");
    assert_eq!(MONDAYS.moved_to(Weekday::Mon, date("2026-05-07")), MONDAYS);
}

#[test]
fn a_clock_that_was_ahead_when_the_weekday_was_chosen_holds_nothing_up() {
    let ahead = WeeklyLook {
        weekday: Weekday::Sun,
        held: Some(date("2031-01-01")),
    };
    check(ahead, "2026-05-10", "2026-05-10", "2026-05-17");
}

proptest! {
    /// However often the weekday is chosen anew, looks lie a week apart at least and a fortnight at most.
    #[test]
    fn looks_are_never_closer_than_a_week(choices in prop::collection::vec(prop::option::weighted(0.2, 0u8..7), 60..200)) {
        let mut look = MONDAYS;
        let mut looks: Vec<NaiveDate> = Vec::new();
        for (today, choice) in date("2026-01-05").iter_days().zip(&choices) {
            if let Some(weekday) = choice {
                look = look.moved_to(Weekday::try_from(*weekday).unwrap(), today);
            }
            let (last, next) = (look.last(today), look.next(today));
            prop_assert!(last <= today && today < next);
            prop_assert_eq!(next.weekday(), look.weekday);
            if looks.last() != Some(&last) {
                looks.push(last);
            }
        }
        for pair in looks.windows(2) {
            let apart = (pair[1] - pair[0]).num_days();
            prop_assert!((7..14).contains(&apart), "{} days apart", apart);
        }
    }

    /// What is foreseen as the next look is the next look.
    #[test]
    fn the_next_look_comes_when_it_was_foreseen(weekday in 0u8..7, chosen in 0u64..30, ahead in 0u64..30) {
        let start = date("2026-01-05");
        let look = MONDAYS.moved_to(Weekday::try_from(weekday).unwrap(), start + Days::new(chosen));
        let today = start + Days::new(chosen + ahead);
        let next = look.next(today);
        prop_assert_eq!(look.last(next), next);
        prop_assert_eq!(look.last(next.pred_opt().unwrap()), look.last(today));
    }
}
