//! Five hundred made-up diaries against statsmodels.
//!
//! The diaries are made here as `tests/insight/diaries.py` makes them; what statsmodels says about them is frozen in
//! `tests/data/oracle.tsv`, and `cargo xtask test oracle` computes it anew.

use chrono::{Days, NaiveDate};
use wane_insight::{
    Calendar, Comparison, Quantity, Question, calendar::Series, family::q_values,
    question::Scaling, shift::Shifts, verdict::enough,
};

use crate::support::{close, date, scattered};

const FROZEN: &str = include_str!("../data/oracle.tsv");
const DIARIES: u64 = 500;
/// As a share of each number; the frozen ones have ten digits.
const WITHIN: f64 = 1e-8;

struct Diary {
    calendar: Calendar,
    pain: Series,
    waking: Series,
    se: Series,
    quality: Series,
    factor: Series,
}

fn diary(seed: u64) -> Diary {
    let mut numbers = scattered(seed, u64::MAX);
    let mut below = move |end: i64| (numbers.next().unwrap() % end as u64) as i64;
    let length = 40 + below(360);
    let follows = 30 + below(51);
    let missing = 10 + below(21);
    let effect = 15 * below(3);
    let feedback = 10 * below(3);
    let weekend = 500 * below(2);
    let first: NaiveDate = date("2024-01-01") + Days::new(below(700) as u64);
    let calendar = Calendar::between(first, first + Days::new(length as u64 - 1)).unwrap();
    let mut diary = Diary {
        pain: Series::new(),
        waking: Series::new(),
        se: Series::new(),
        quality: Series::new(),
        factor: Series::new(),
        calendar,
    };
    // Chances of their own, so that the rest of the diary is what it was without them.
    let mut wakings = scattered(!seed, u64::MAX);
    let mut waking_below = move |end: i64| (wakings.next().unwrap() % end as u64) as i64;
    let (mut pain, mut sleep, mut factor, mut stiff) = (4500_i64, 0_i64, 0_i64, 0_i64);
    for day in 0..length as usize {
        let mut noise = || (0..4).map(|_| below(2001) - 1000).sum::<i64>();
        sleep = (40 * sleep).div_euclid(100) + noise()
            - (feedback * (pain - 4500)).div_euclid(100)
            - 300 * factor;
        stiff =
            (40 * stiff).div_euclid(100) + (0..4).map(|_| waking_below(2001) - 1000).sum::<i64>();
        let waking =
            4500 + (60 * (pain - 4500)).div_euclid(100) + stiff - (effect * sleep).div_euclid(100);
        pain = 4500 + (follows * (pain - 4500)).div_euclid(100) + noise()
            - (effect * sleep).div_euclid(100);
        if diary.calendar.is_weekend(day) {
            pain += weekend;
        }
        let shown = (pain + 500).div_euclid(1000).clamp(0, 10);
        let se = (84_000 + 6 * sleep + noise()).div_euclid(250);
        let quality = (3500 + sleep.div_euclid(2) + noise())
            .div_euclid(1000)
            .clamp(1, 5);
        factor = i64::from(below(100) < if shown > 5 { 60 } else { 40 });
        let pain_written = below(100) >= missing;
        let night_written = below(100) >= missing;
        let factor_written = below(100) >= missing;
        diary.pain.push(pain_written.then_some(shown as f64));
        let told = (waking + 500).div_euclid(1000).clamp(0, 10);
        let waking_written = night_written && waking_below(100) >= missing;
        diary.waking.push(waking_written.then_some(told as f64));
        diary.se.push(night_written.then_some(se as f64 / 4.0));
        diary.quality.push(night_written.then_some(quality as f64));
        diary.factor.push(factor_written.then_some(factor as f64));
    }
    diary
}

/// One frozen line.
struct Line<'a> {
    seed: u64,
    question: &'a str,
    rows: usize,
    numbers: Vec<f64>,
    as_much: usize,
}

fn frozen() -> Vec<Line<'static>> {
    let lines: Vec<Line> = FROZEN
        .lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            Line {
                seed: fields[0].parse().unwrap(),
                question: fields[1],
                rows: fields[2].parse().unwrap(),
                numbers: fields[3..10]
                    .iter()
                    .map(|field| field.parse().unwrap())
                    .collect(),
                as_much: fields[10].parse().unwrap(),
            }
        })
        .collect();
    assert!(
        lines.len() > 2700,
        "the file holds most of six comparisons of each diary"
    );
    lines
}

/// All comparisons of one diary that have enough rows, each with its q.
fn told(seed: u64) -> Vec<(&'static str, Comparison, f64)> {
    let diary = diary(seed);
    let pain = Quantity::open(&diary.pain);
    let waking = Quantity::open(&diary.waking);
    let se = Quantity::open(&diary.se);
    let quality = Quantity::open(&diary.quality);
    let factor = Quantity::open(&diary.factor);
    let families = [
        vec![
            ("se_to_pain", Question::sleep_to_pain(se, pain)),
            ("quality_to_pain", Question::sleep_to_pain(quality, pain)),
        ],
        vec![
            (
                "se_to_waking",
                Question::sleep_to_waking_pain(se, waking, pain),
            ),
            (
                "quality_to_waking",
                Question::sleep_to_waking_pain(quality, waking, pain),
            ),
        ],
        vec![("pain_to_se", Question::pain_to_sleep(pain, se))],
        vec![(
            "factor_to_se",
            Question::day_factor_to_sleep(factor, se, pain, Scaling::WithWithout),
        )],
    ];
    let mut shifts = Shifts::new();
    let mut told = Vec::new();
    for family in families {
        let compared: Vec<(&str, Comparison)> = family
            .iter()
            .map(|(name, question)| {
                (
                    *name,
                    Comparison::of(&diary.calendar, question, &mut shifts),
                )
            })
            .filter(|(_, comparison)| enough(comparison).is_some())
            .collect();
        let p_values: Vec<f64> = compared
            .iter()
            .map(|(_, comparison)| enough(comparison).unwrap().p)
            .collect();
        let q_values = q_values(&p_values);
        told.extend(
            compared
                .into_iter()
                .zip(q_values)
                .map(|((name, comparison), q)| (name, comparison, q)),
        );
    }
    told
}

#[test]
fn five_hundred_diaries_agree_with_statsmodels() {
    let frozen = frozen();
    let mut lines = frozen.iter();
    for seed in 0..DIARIES {
        for (name, comparison, q) in told(seed) {
            let line = lines.next().unwrap();
            assert_eq!(
                (seed, name, comparison.pairs),
                (line.seed, line.question, line.rows),
                "the same comparisons of the same rows, in the same order"
            );
            let numbers = enough(&comparison).unwrap();
            let ours = [
                numbers.slope,
                numbers.se_hc3,
                numbers.p,
                q,
                numbers.effect,
                numbers.ci95.low,
                numbers.ci99.high,
            ];
            for (place, (ours, theirs)) in ours.iter().zip(&line.numbers).enumerate() {
                assert!(
                    close(*ours, *theirs, WITHIN),
                    "diary {seed}, {name}, number {place}: {ours} is not {theirs}"
                );
            }
            assert_eq!(
                numbers.mirror.as_much, line.as_much,
                "diary {seed}, {name}: shifts"
            );
        }
    }
    assert!(lines.next().is_none(), "every frozen line was compared");
}

#[test]
fn a_wrong_number_would_be_seen() {
    let line = &frozen()[0];
    let (_, comparison, _) = &told(line.seed)[0];
    let numbers = enough(comparison).unwrap();
    let wrong = numbers.se_hc3 * (1.0 + 1e-7);
    assert!(
        close(numbers.se_hc3, line.numbers[1], WITHIN) && !close(wrong, line.numbers[1], WITHIN),
        "a ten-millionth too much is too much"
    );
}
