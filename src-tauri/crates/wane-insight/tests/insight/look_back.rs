//! The week in three facts.

use wane_insight::{
    Insights, Page, Quantity, Tier,
    calendar::Series,
    look_back::{Aspect, Good, LookBack, Open, Welcome, of},
    page::Measure,
    patience::Patience,
};

use crate::support::{days, full, noise};

fn page(pain: &Series, sleep: &Series) -> Insights {
    let calendar = days(pain.len());
    Insights::of(&Page {
        calendar: &calendar,
        pain: Quantity::rating(pain),
        waking: None,
        measures: &[Measure {
            name: "se_dse",
            values: Quantity::open(sleep),
            matters: 3.0,
        }],
        factors: &[],
        rough: &[],
    })
}

fn looked(aspects: &[Aspect], n: usize) -> LookBack {
    let insights = page(&noise(1, 11, n), &noise(2, 40, n));
    of(&days(n), n - 1, aspects, &vec![true; n], &insights)
}

/// Around ten, with a last week that lies `higher`.
fn moved(n: usize, higher: f64) -> Series {
    full((0..n).map(|day| {
        let usual = 10.0 + [-2.0, 1.0, 0.0, 2.0, -1.0][day % 5];
        if day + 7 >= n { usual + higher } else { usual }
    }))
}

#[test]
fn the_good_thing_is_what_moved_the_welcome_way_most() {
    let n = 70;
    let (more, much_more, less) = (moved(n, 1.5), moved(n, 3.0), moved(n, -4.0));
    let aspect = |name, values, welcome| Aspect {
        name,
        values: Quantity::open(values),
        welcome,
    };
    let check = |aspects: &[Aspect], expected: Option<&str>| {
        let name = match looked(aspects, n).good {
            Some(Good::Better(change)) => Some(change.name),
            _ => None,
        };
        assert_eq!(name.as_deref(), expected, "{aspects:?}");
    };
    check(
        &[
            aspect("a", &more, Welcome::More),
            aspect("b", &much_more, Welcome::More),
        ],
        Some("b"),
    );
    check(
        &[
            aspect("a", &more, Welcome::More),
            aspect("b", &less, Welcome::More),
        ],
        Some("a"),
    );
    check(
        &[
            aspect("b", &less, Welcome::Less),
            aspect("a", &more, Welcome::More),
        ],
        Some("b"),
    );
    check(&[aspect("b", &less, Welcome::More)], None);
    check(&[aspect("clock", &much_more, Welcome::Neither)], None);
    check(&[], None);
}

#[test]
fn when_nothing_got_better_taking_part_is_the_good_thing() {
    let n = 70;
    assert_eq!(
        looked(&[], n).good,
        Some(Good::Written { days: 7 }),
        "seven days were written"
    );
    let insights = page(&noise(1, 11, n), &noise(2, 40, n));
    let nothing = of(&days(n), n - 1, &[], &[], &insights);
    assert_eq!(
        nothing.good, None,
        "an empty week has none, and nothing is said"
    );
}

#[test]
fn the_steady_thing_is_what_moved_least() {
    let n = 70;
    let (still, moving, flat) = (moved(n, 0.0), moved(n, 0.2), full(vec![7.0; n]));
    let aspect = |name, values| Aspect {
        name,
        values: Quantity::open(values),
        welcome: Welcome::Neither,
    };
    let far = moved(n, 5.0);
    let steady = |aspects: &[Aspect]| looked(aspects, n).steady.map(|change| change.name);
    assert_eq!(
        steady(&[aspect("b", &moving), aspect("a", &still)]).as_deref(),
        Some("a"),
        "least moved"
    );
    assert_eq!(
        steady(&[aspect("flat", &flat)]).as_deref(),
        Some("flat"),
        "never changing is steady"
    );
    assert_eq!(
        steady(&[aspect("far", &far)]),
        None,
        "far from before is not"
    );
    let short: Series = still
        .iter()
        .enumerate()
        .map(|(day, value)| value.filter(|_| day < n - 4))
        .collect();
    assert_eq!(
        steady(&[aspect("short", &short)]),
        None,
        "three days are no week"
    );
}

#[test]
fn the_open_question_is_what_could_be_known_next() {
    let n = 70;
    let mut insights = page(&noise(1, 11, n), &noise(2, 40, n));
    let mut open = |tier, patience| {
        insights.forward[0].tier = tier;
        insights.forward[0].patience = patience;
        of(&days(n), n - 1, &[], &[], &insights).open
    };
    let name = || "se_dse".to_owned();
    let in_days = Patience::Days {
        more: 12,
        pairs: 80,
    };
    assert_eq!(
        open(Tier::Hint, in_days),
        Some(Open::Hint { name: name() }),
        "a hint comes first"
    );
    assert_eq!(
        open(Tier::CannotTell, in_days),
        Some(Open::CouldBeKnownIn {
            name: name(),
            days: 12
        }),
        "then what can be waited for"
    );
    assert_eq!(
        open(Tier::Clear, in_days),
        None,
        "what is clear is not open"
    );
    let early = page(&noise(1, 11, 10), &noise(2, 40, 10));
    assert_eq!(
        of(&days(10), 9, &[], &[], &early).open,
        Some(Open::TooEarly {
            pairs: 9,
            needed: 28
        }),
        "in the beginning, how many rows there are"
    );
}
