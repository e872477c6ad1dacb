//! The pain on waking: what must be allowed for, shown in lives whose truth is known.

use wane_insight::{
    Comparison, Insights, Page, Quantity, Question, Tier, page::Measure, shift::Shifts,
};

use crate::support::{days, full, scattered};

/// Lives of so many days, in each of which the night does nothing to the pain on waking: both follow the evening before.
const LIVES: u64 = 250;
const DAYS: usize = 120;

struct Life {
    night: Vec<Option<f64>>,
    waking: Vec<Option<f64>>,
    evening: Vec<Option<f64>>,
}

fn life(seed: u64) -> Life {
    // The sum of four even numbers is near enough to a bell.
    let mut numbers = scattered(seed * 7 + 1, 2001).map(|number| number as f64 / 1000.0 - 1.0);
    let mut bell = || (0..4).map(|_| numbers.next().unwrap()).sum::<f64>();
    let (mut night, mut waking, mut evening) = (Vec::new(), Vec::new(), Vec::new());
    let mut last = 0.0_f64;
    for _ in 0..DAYS {
        night.push(-1.5 * last + bell());
        let morning = 0.8 * last + bell();
        waking.push((5.0 + morning).round().clamp(0.0, 10.0));
        last = 0.5 * morning + bell();
        evening.push((5.0 + last).round().clamp(0.0, 10.0));
    }
    Life {
        night: full(night),
        waking: full(waking),
        evening: full(evening),
    }
}

/// In how many lives a question stands out at one in twenty.
fn stand_out(question: impl Fn(&Life) -> Comparison) -> u64 {
    let stands_out = |seed: &u64| {
        let comparison = question(&life(*seed));
        comparison.numbers.is_ok_and(|numbers| numbers.p < 0.05)
    };
    (0..LIVES).filter(stands_out).count() as u64
}

#[test]
fn the_evening_before_is_allowed_for_or_it_would_pass_for_the_night() {
    let calendar = days(DAYS);
    let asked = stand_out(|life| {
        let question = Question::sleep_to_waking_pain(
            Quantity::open(&life.night),
            Quantity::rating(&life.waking),
            Quantity::rating(&life.evening),
        );
        Comparison::of(&calendar, &question, &mut Shifts::new())
    });
    let naive = stand_out(|life| {
        let question =
            Question::sleep_to_pain(Quantity::open(&life.night), Quantity::rating(&life.waking));
        Comparison::of(&calendar, &question, &mut Shifts::new())
    });
    assert!(
        naive * 2 > LIVES,
        "the control: with the waking before alone, {naive} of {LIVES} lives are misread"
    );
    assert!(
        asked * 8 < LIVES,
        "{asked} of {LIVES}: chance and what whole points leave over, far from all of them"
    );
}

#[test]
fn the_waking_has_no_part_in_the_family_of_the_day_nor_in_the_direction() {
    let calendar = days(DAYS);
    let life = life(3);
    let page = |waking| {
        Insights::of(&Page {
            calendar: &calendar,
            pain: Quantity::rating(&life.evening),
            waking,
            measures: &[Measure {
                name: "se_dse",
                values: Quantity::open(&life.night),
                matters: 3.0,
            }],
            factors: &[],
            rough: &[],
        })
    };
    let (without, with) = (page(None), page(Some(Quantity::rating(&life.waking))));
    assert_eq!(with.waking.len(), 1);
    assert_eq!(
        with.waking[0].comparison.formula.name(),
        "sleep_to_waking_pain"
    );
    assert!(without.waking.is_empty());
    let rest = |insights: Insights| Insights {
        waking: Vec::new(),
        ..insights
    };
    assert_eq!(rest(with), rest(without));
}

#[test]
fn however_strong_the_waking_is_never_called_more_than_a_hint() {
    let calendar = days(DAYS);
    let mut life = life(5);
    for (waking, night) in life.waking.iter_mut().zip(&life.night) {
        *waking = night.map(|night| (5.0 - 1.5 * night).round().clamp(0.0, 10.0));
    }
    let measure = Measure {
        name: "se_dse",
        values: Quantity::open(&life.night),
        matters: 3.0,
    };
    let asked = |pain, waking| {
        Insights::of(&Page {
            calendar: &calendar,
            pain,
            waking,
            measures: &[measure],
            factors: &[],
            rough: &[],
        })
    };
    let evening = Quantity::rating(&life.evening);
    let waking = Quantity::rating(&life.waking);
    let finding = &asked(evening, Some(waking)).waking[0];
    assert!(finding.q.is_some_and(|q| q < 1e-6), "it stands out");
    assert_eq!(finding.tier, Tier::Hint);
    let as_the_day = &asked(waking, None).forward[0];
    assert_eq!(
        as_the_day.tier,
        Tier::Clear,
        "the control: as the pain of the day it would be clear"
    );
}
