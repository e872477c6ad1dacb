//! The two reference diaries: one with an effect, one that only looks like it.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use wane_domain::{
    Fold, Id, Moment,
    diary::{Night, Origin},
    measures::Measures,
};
use wane_insight::{
    Calendar, Direction, Insights, Page, Quantity, Tier,
    calendar::Series,
    page::{self, Measure},
};

use crate::support::{close, date};

const A: &str = include_str!("../data/diary_A_effect.csv");
const B: &str = include_str!("../data/diary_B_trap.csv");
const BERLIN: Tz = Tz::Europe__Berlin;

/// A reference diary, laid out.
struct Diary {
    calendar: Calendar,
    pain: Series,
    se_dse: Series,
    tst: Series,
    sol: Series,
    waso: Series,
}

fn diary(text: &str) -> Diary {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns = reader.headers().unwrap().clone();
    let column = |name: &str| columns.iter().position(|column| column == name).unwrap();
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let dates = records.iter().map(|record| date(&record[0]));
    let calendar = Calendar::covering(dates.clone()).unwrap();
    let numbers = |name: &str| {
        let column = column(name);
        let values = dates
            .clone()
            .zip(&records)
            .filter_map(|(date, record)| Some((date, record[column].parse().ok()?)));
        calendar.series(values)
    };
    let nights: Vec<(NaiveDate, Measures)> = dates
        .clone()
        .zip(&records)
        .map(|(date, record)| {
            let field = |name: &str| &record[column(name)];
            (date, Measures::of(&night(date, &field)))
        })
        .collect();
    let measured = |of: fn(&Measures) -> Option<f64>| {
        let values = nights
            .iter()
            .filter_map(|(date, measures)| Some((*date, of(measures)?)));
        calendar.series(values)
    };
    Diary {
        pain: numbers("pain_day"),
        se_dse: measured(|measures| measures.se_dse),
        tst: measured(|measures| measures.tst_min),
        sol: numbers("sol_min"),
        waso: numbers("waso_min"),
        calendar,
    }
}

/// The night of one row; clock times from 15:00 on are of the evening before.
fn night<'a>(wake_date: NaiveDate, field: &impl Fn(&str) -> &'a str) -> Night {
    let moment = |name: &str| {
        let time = NaiveTime::parse_from_str(field(name), "%H:%M").ok()?;
        let evening = time >= NaiveTime::from_hms_opt(15, 0, 0).unwrap();
        let date = if evening {
            wake_date.pred_opt().unwrap()
        } else {
            wake_date
        };
        Some(Moment::from_local(date.and_time(time), BERLIN, Fold::First))
    };
    let entered_at = wake_date.and_time(NaiveTime::MIN).and_utc();
    Night {
        id: Id::new(entered_at, [0; 10]),
        wake_date,
        bed: moment("bed"),
        lights_out: moment("lights_out"),
        sol_min: field("sol_min").parse().ok(),
        nwak: field("nawk").parse().ok(),
        waso_min: field("waso_min").parse().ok(),
        final_wake: moment("final_wake"),
        tasafa_min: field("tasafa_min").parse().ok(),
        out_of_bed: moment("out_of_bed"),
        quality: None,
        origin: Origin {
            source: None,
            source_key: None,
            entered_at,
            recalled: false,
        },
    }
}

fn insights(diary: &Diary) -> Insights {
    let measure = |name, values, matters| Measure {
        name,
        values: Quantity::open(values),
        matters,
    };
    Insights::of(&Page {
        calendar: &diary.calendar,
        pain: Quantity::rating(&diary.pain),
        waking: None,
        measures: &[
            measure("se_dse", &diary.se_dse, page::EFFICIENCY_MATTERS),
            measure("tst_min", &diary.tst, page::ASLEEP_MATTERS),
            measure("sol_min", &diary.sol, page::AWAKE_MATTERS),
            measure("waso_min", &diary.waso, page::AWAKE_MATTERS),
        ],
        factors: &[],
        rough: &[],
    })
}

/// What the reference table says about sleep efficiency, to as many digits as it gives.
struct Expected {
    rows: usize,
    df: usize,
    slope: f64,
    se_hc3: f64,
    p: f64,
    effect: f64,
    ci95: [f64; 2],
    plain: f64,
    plain_p: f64,
    as_much: usize,
    q: std::ops::Range<f64>,
    min_detectable: f64,
    tier: Tier,
    reverse_slope: f64,
    reverse_p: f64,
    direction: Direction,
}

fn check(text: &str, expected: &Expected) {
    let insights = insights(&diary(text));
    let se = &insights.forward[0];
    let numbers = se.shown().unwrap();
    assert_eq!(se.comparison.pairs, expected.rows, "rows");
    assert_eq!(numbers.df, expected.df, "degrees of freedom");
    assert_eq!(
        (numbers.mirror.as_much, numbers.mirror.of),
        (expected.as_much, expected.rows),
        "circular shifts that show as much"
    );
    for (what, ours, theirs, within) in [
        ("slope", numbers.slope, expected.slope, 1e-6),
        ("standard error", numbers.se_hc3, expected.se_hc3, 1e-6),
        ("p", numbers.p, expected.p, 1e-6),
        ("effect", numbers.effect, expected.effect, 1e-6),
        ("lower end", numbers.ci95.low, expected.ci95[0], 1e-6),
        ("upper end", numbers.ci95.high, expected.ci95[1], 1e-6),
        (
            "plain difference",
            numbers.plain.unwrap().difference,
            expected.plain,
            1e-6,
        ),
        ("its p", numbers.plain.unwrap().p, expected.plain_p, 1e-6),
        (
            "smallest noticed",
            numbers.min_detectable,
            expected.min_detectable,
            1e-6,
        ),
    ] {
        assert!(
            close(ours, theirs, within),
            "{what}: {ours} is not {theirs}"
        );
    }
    let q = se.q.unwrap();
    assert!(expected.q.contains(&q), "q {q} lies in {:?}", expected.q);
    assert_eq!(se.tier, expected.tier, "tier");

    let reverse = &insights.reverse[0];
    let numbers = reverse.shown().unwrap();
    assert!(
        close(numbers.slope, expected.reverse_slope, 1e-6),
        "reverse slope {}",
        numbers.slope
    );
    assert!(
        close(numbers.p, expected.reverse_p, 1e-6),
        "reverse p {}",
        numbers.p
    );
    assert_eq!(insights.direction, expected.direction, "direction");
}

// The digits beyond those of the reference table are from statsmodels and scipy on the same two files.
#[test]
fn the_diary_with_an_effect_shows_it() {
    check(
        A,
        &Expected {
            rows: 103,
            df: 98,
            slope: -0.0919816091778302,
            se_hc3: 0.017723122893290862,
            p: 1.1384539391861633e-06,
            effect: 1.1083742353584096,
            ci95: [0.6845657492766877, 1.5321827214401313],
            plain: 1.107466063348416,
            plain_p: 0.00023352903892692796,
            as_much: 1,
            q: 0.0..1e-4,
            min_detectable: 0.6043340839345046,
            tier: Tier::Clear,
            reverse_slope: 0.2145592861816412,
            reverse_p: 0.7014222599755463,
            direction: Direction::SleepFirst,
        },
    );
}

#[test]
fn the_diary_that_only_looks_like_it_shows_nothing_forward() {
    check(
        B,
        &Expected {
            rows: 92,
            df: 87,
            slope: -0.006028424187575349,
            se_hc3: 0.02648340733019704,
            p: 0.8204678129149454,
            effect: 0.07934735537486384,
            ci95: [-0.6134932151422222, 0.7721879258919498],
            plain: 1.3260869565217392,
            plain_p: 0.00019171908507834264,
            as_much: 82,
            q: 0.9705..0.9715,
            min_detectable: 0.9876599009437746,
            tier: Tier::CannotTell,
            reverse_slope: -2.37707459684388,
            reverse_p: 1.2889341746300269e-08,
            direction: Direction::PainFirst,
        },
    );
}

#[test]
fn two_weeks_show_no_effect() {
    let mut diary = diary(A);
    diary.calendar = Calendar::between(diary.calendar.first(), diary.calendar.date(13)).unwrap();
    let insights = insights(&diary);
    for finding in insights.forward.iter().chain(&insights.reverse) {
        assert_eq!(
            finding.tier,
            Tier::NotEnough,
            "{}: fourteen days are not enough",
            finding.name
        );
        assert!(
            finding.shown().is_none(),
            "{}: no effect is given",
            finding.name
        );
        assert!(finding.q.is_none(), "{}: it is in no family", finding.name);
    }
    assert_eq!(
        insights.direction,
        Direction::CannotTell,
        "nor is a direction"
    );
}

#[test]
fn the_night_of_the_clock_change_is_as_long_as_it_was() {
    let diary = diary(A);
    let day = diary.calendar.day(date("2026-03-29")).unwrap();
    assert_eq!(
        diary.tst[day],
        Some(375.0),
        "375 minutes asleep, of 435 in bed"
    );
}

#[test]
fn every_day_is_used_or_left_out_with_a_reason() {
    for text in [A, B] {
        let diary = diary(text);
        let insights = insights(&diary);
        for finding in insights.forward.iter().chain(&insights.reverse) {
            let days = &finding.comparison.days;
            assert_eq!(
                days.used.len(),
                finding.comparison.pairs,
                "a day for each row"
            );
            assert_eq!(
                days.used.len() + days.counts().values().sum::<usize>(),
                diary.calendar.days(),
                "every day of the calendar is told of, once"
            );
        }
    }
}
