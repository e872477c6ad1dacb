//! What has no answer says why, and a row is what it is said to be.

use wane_insight::{
    Calendar, Comparison, Obstacle, Quantity, Question,
    calendar::{LONGEST, Series},
    comparison::Warning,
    contrast::Split,
    question::Scaling,
    rows::LeftOut,
    shift::Shifts,
    verdict::enough,
};

use crate::support::{close, compared, date, days, full, noise, obstacle};

fn check(what: &str, sleep: &Series, pain: &Series, expected: Obstacle) {
    let calendar = days(sleep.len().max(pain.len()));
    let comparison = compared(&calendar, sleep, pain);
    assert_eq!(obstacle(&comparison), Some(expected), "{what}");
    assert!(enough(&comparison).is_none(), "{what}: nothing is shown");
}

#[test]
fn a_design_without_an_answer_says_why() {
    let n = 60;
    let some = noise(1, 7, n);
    let other = noise(2, 9, n);
    check(
        "nothing written",
        &vec![None; n],
        &vec![None; n],
        Obstacle::TooFewRows,
    );
    check("one day", &full([1.0]), &full([2.0]), Obstacle::TooFewRows);
    check(
        "as many rows as columns",
        &noise(3, 9, 5),
        &noise(4, 9, 5),
        Obstacle::TooFewRows,
    );
    check(
        "nights all alike",
        &full(vec![84.5; n]),
        &some,
        Obstacle::ConstantPredictor,
    );
    check(
        "pain always four",
        &some,
        &full(vec![4.1; n]),
        Obstacle::ConstantOutcome,
    );
    let trend = full((0..n).map(|day| 0.1 * day as f64));
    check(
        "nights that only go up",
        &trend,
        &other,
        Obstacle::Collinear,
    );
    let only_once = full((0..n).map(|day| f64::from(u8::from(day == 30))));
    check(
        "one night unlike all others",
        &only_once,
        &some,
        Obstacle::OneDayDecides,
    );
    let twice = full(some.iter().map(|night| 2.0 * night.unwrap() + 1.0));
    check(
        "pain that is the night again",
        &some,
        &twice,
        Obstacle::NoSpread,
    );
}

#[test]
fn a_predictor_shifted_by_a_day_is_the_day_before() {
    let pain = noise(5, 11, 60);
    let mut sleep: Series = vec![Some(3.0)];
    sleep.extend(pain.iter().take(59));
    check(
        "the night says what pain was the day before",
        &sleep,
        &pain,
        Obstacle::Collinear,
    );
}

#[test]
fn every_number_is_finite_or_there_is_none() {
    for seed in 0..200 {
        let n = 6 + seed as usize % 40;
        let calendar = days(n);
        let comparison = compared(&calendar, &noise(seed, 3, n), &noise(seed + 1000, 2, n));
        if let Ok(numbers) = &comparison.numbers {
            let all = [
                numbers.slope,
                numbers.se_hc3,
                numbers.p,
                numbers.effect,
                numbers.ci95.low,
                numbers.ci99.high,
                numbers.min_detectable,
                numbers.residual_sd,
                numbers.predictor_own_sd,
            ];
            assert!(
                all.iter().all(|number| number.is_finite()),
                "diary {seed}: {numbers:?}"
            );
            assert!(
                (0.0..=1.0).contains(&numbers.p),
                "diary {seed}: p is a probability"
            );
        }
    }
}

#[test]
fn rows_are_neighbours_on_the_calendar_with_everything_written() {
    let calendar = days(9).setting_aside([date("2026-01-12")]);
    //                Mon        Tue        Wed        Thu   Fri        Sat        Sun        Mon: aside Tue
    let pain: Series = vec![
        Some(1.0),
        Some(2.0),
        Some(3.0),
        None,
        Some(5.0),
        Some(6.0),
        Some(7.0),
        Some(8.0),
        Some(9.0),
    ];
    let sleep: Series = vec![
        Some(1.0),
        Some(4.0),
        Some(2.0),
        Some(3.0),
        Some(5.0),
        None,
        Some(1.0),
        Some(2.0),
        Some(3.0),
    ];
    let comparison = compared(&calendar, &sleep, &pain);
    let used: Vec<String> = comparison
        .days
        .used
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        used,
        ["2026-01-06", "2026-01-07", "2026-01-11"],
        "Tuesday, Wednesday, Sunday"
    );
    let reasons: Vec<LeftOut> = comparison
        .days
        .left_out
        .iter()
        .map(|(_, why)| *why)
        .collect();
    assert_eq!(
        reasons,
        [
            LeftOut::NoDayBefore,
            LeftOut::NoOutcome,
            LeftOut::NoDayBefore,
            LeftOut::NoPredictor,
            LeftOut::SetAside,
            LeftOut::SetAside,
        ],
        "the first day, Thursday, Friday after it, Saturday, the day set aside and the one after it"
    );
    assert_eq!(
        comparison.days.counts()[&LeftOut::SetAside],
        2,
        "counted by reason"
    );
}

#[test]
fn reverse_reads_the_pain_of_the_day_before() {
    let calendar = days(3);
    let pain: Series = vec![Some(1.0), None, Some(3.0)];
    let sleep: Series = vec![Some(80.0), Some(85.0), Some(90.0)];
    let question = Question::pain_to_sleep(Quantity::rating(&pain), Quantity::open(&sleep));
    let comparison = Comparison::of(&calendar, &question, &mut Shifts::new());
    assert_eq!(
        comparison.days.used,
        [date("2026-01-06")],
        "Tuesday's night after Monday's pain"
    );
    assert_eq!(
        comparison.days.left_out[1],
        (date("2026-01-07"), LeftOut::NoPredictor),
        "Wednesday's night has no pain before it"
    );
}

#[test]
fn a_factor_by_day_allows_for_the_pain_of_its_day() {
    let n = 50;
    let calendar = days(n);
    let (factor, sleep, mut pain) = (noise(1, 2, n), noise(2, 40, n), noise(3, 11, n));
    pain[20] = None;
    let question = Question::day_factor_to_sleep(
        Quantity::open(&factor),
        Quantity::open(&sleep),
        Quantity::rating(&pain),
        Scaling::WithWithout,
    );
    let comparison = Comparison::of(&calendar, &question, &mut Shifts::new());
    assert_eq!(
        comparison.days.left_out,
        [
            (date("2026-01-05"), LeftOut::NoDayBefore),
            (calendar.date(21), LeftOut::NoControl)
        ],
        "the night after the day without pain is left out"
    );
    let numbers = comparison.numbers.unwrap();
    assert_eq!(
        numbers.df,
        48 - 6,
        "a constant, the factor, the night before, pain, weekend, trend"
    );
    assert!(
        close(numbers.effect, numbers.slope, 1e-12),
        "with minus without is the slope itself"
    );
}

#[test]
fn the_weekend_is_dropped_when_it_cannot_be_told() {
    let n = 47;
    let calendar = days(n);
    let sleep = noise(1, 30, n);
    let with_weekends = compared(&calendar, &sleep, &noise(2, 11, n));
    assert_eq!(with_weekends.numbers.unwrap().df, 46 - 5, "five columns");
    let mut pain = noise(2, 11, n);
    for (day, pain) in pain.iter_mut().enumerate() {
        // One Saturday is left of all weekends.
        if calendar.is_weekend(day) && day != 5 {
            *pain = None;
        }
    }
    let comparison = compared(&calendar, &sleep, &pain);
    assert_eq!(
        comparison.numbers.unwrap().df,
        comparison.pairs - 4,
        "four columns with one weekend row"
    );
}

#[test]
fn days_that_share_a_value_or_sit_at_an_end_are_warned_of() {
    let n = 60;
    let calendar = days(n);
    let zeros = full((0..n).map(|day| if day % 5 < 3 { 0.0 } else { (day % 7) as f64 }));
    let ends = full((0..n).map(|day| match day % 5 {
        0 => 0.0,
        1 | 2 => 10.0,
        _ => (day % 3) as f64 + 1.0,
    }));
    let sleep = noise(3, 40, n);
    let warnings = |pain: &Series| {
        let question = Question::sleep_to_pain(Quantity::open(&sleep), Quantity::rating(pain));
        Comparison::of(&calendar, &question, &mut Shifts::new()).warnings
    };
    assert_eq!(
        warnings(&zeros),
        [Warning::OutcomeSharesOneValue(0.0), Warning::OutcomeAtAnEnd],
        "three days of five without pain"
    );
    assert_eq!(
        warnings(&ends),
        [Warning::OutcomeAtAnEnd],
        "three of five at either end, none at one value"
    );
    assert_eq!(warnings(&noise(4, 11, n)), [], "a pain that moves about");
    let question = Question::sleep_to_pain(Quantity::rating(&zeros), Quantity::rating(&sleep));
    assert_eq!(
        Comparison::of(&calendar, &question, &mut Shifts::new()).warnings,
        [
            Warning::PredictorSharesOneValue(0.0),
            Warning::PredictorAtAnEnd
        ],
        "the same of the predictor"
    );
}

#[test]
fn a_graded_factor_that_mostly_is_nothing_is_compared_lowest_minus_more() {
    let n = 80;
    let calendar = days(n);
    let minutes = full((0..n).map(|day| {
        if day % 5 < 3 {
            0.0
        } else {
            10.0 + (day % 7) as f64
        }
    }));
    let pain = noise(5, 11, n);
    let split = |scaling| {
        let question = Question::night_factor_to_pain(
            Quantity::open(&minutes),
            Quantity::rating(&pain),
            scaling,
        );
        let comparison = Comparison::of(&calendar, &question, &mut Shifts::new());
        (comparison.contrast, obstacle(&comparison))
    };
    let (contrast, none) = split(Scaling::Graded);
    assert_eq!(
        (contrast.split, none),
        (Split::LowestMore, None),
        "nothing lies below a median of zero"
    );
    assert_eq!(
        contrast.first_mean,
        Some(0.0),
        "days with nothing come first"
    );
    let (contrast, why) = split(Scaling::BelowMedian);
    assert_eq!(contrast.first_rows, 0, "a measure keeps its median");
    assert_eq!(why, Some(Obstacle::OneSided), "and has no answer");
}

#[test]
fn a_calendar_has_ends() {
    assert!(Calendar::covering([]).is_none(), "no dates");
    assert!(
        Calendar::between(date("2026-01-02"), date("2026-01-01")).is_none(),
        "backwards"
    );
    assert!(
        Calendar::between(date("0001-01-01"), date("2026-01-01")).is_none(),
        "two thousand years"
    );
    let calendar =
        Calendar::covering([date("2026-01-05"), date("2026-01-01"), date("2026-01-03")]).unwrap();
    assert_eq!(
        (calendar.first(), calendar.days()),
        (date("2026-01-01"), 5),
        "from first to last"
    );
    let series = calendar.series([
        (date("2026-01-02"), 1.0),
        (date("2026-01-02"), 2.0),
        (date("2026-01-03"), f64::NAN),
        (date("2026-02-03"), 3.0),
    ]);
    assert_eq!(
        series,
        [None, Some(2.0), None, None, None],
        "later counts; no number and outside are nothing"
    );
    let longest = date("2026-01-01") + chrono::Days::new(LONGEST as u64 - 1);
    assert!(
        Calendar::between(date("2026-01-01"), longest).is_some(),
        "two hundred years fit"
    );
    let longer = longest + chrono::Days::new(1);
    assert!(
        Calendar::between(date("2026-01-01"), longer).is_none(),
        "and not a day more"
    );
}
