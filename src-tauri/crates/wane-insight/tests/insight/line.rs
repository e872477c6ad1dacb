//! The fitted effect as a line: against statsmodels, and by laws.

use proptest::prelude::*;
use wane_insight::{
    Calendar, Obstacle, Quantity, Question, calendar::Series, comparison::Range, line::Line,
};

use crate::support::{close, compared, date, days, full, noise};

const A: &str = include_str!("../data/diary_A_effect.csv");
const B: &str = include_str!("../data/diary_B_trap.csv");

/// The line from the rating of the night to pain on waking.
fn of(text: &str) -> Line {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns = reader.headers().unwrap().clone();
    let column = |name: &str| columns.iter().position(|column| column == name).unwrap();
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let calendar = Calendar::covering(records.iter().map(|record| date(&record[0]))).unwrap();
    let series = |name: &str| {
        let column = column(name);
        calendar.series(
            records
                .iter()
                .filter_map(|record| Some((date(&record[0]), record[column].parse().ok()?))),
        )
    };
    line(&calendar, &series("quality"), &series("pain_morning")).unwrap()
}

fn line(calendar: &Calendar, sleep: &Series, pain: &Series) -> Result<Line, Obstacle> {
    let question = Question::sleep_to_pain(Quantity::open(sleep), Quantity::open(pain));
    Line::of(calendar, &question)
}

/// `get_prediction` of statsmodels 0.14 with HC3 and t, at the mean of what is allowed for.
#[test]
fn statsmodels_draws_the_same_line() {
    let check = |text: &str, pairs: usize, slope: [f64; 3], at: [[f64; 4]; 4]| {
        let line = of(text);
        assert_eq!(line.pairs, pairs, "rows");
        assert_eq!(
            line.reach,
            Range {
                low: 1.0,
                high: 5.0
            },
            "reach"
        );
        let ours = [line.slope, line.slope95.low, line.slope95.high];
        for (ours, theirs) in ours.into_iter().zip(slope) {
            assert!(close(ours, theirs, 1e-9), "slope: {ours} is not {theirs}");
        }
        for [x, middle, low, high] in at {
            let ours = line.at(x);
            for (ours, theirs) in [
                (ours.middle, middle),
                (ours.ci95.low, low),
                (ours.ci95.high, high),
            ] {
                assert!(close(ours, theirs, 1e-9), "at {x}: {ours} is not {theirs}");
            }
        }
    };
    check(
        A,
        107,
        [
            -0.5273446687368802,
            -0.7686565537609915,
            -0.28603278371276897,
        ],
        [
            [1.0, 5.506536858322761, 4.914702410717849, 6.098371305927673],
            [2.0, 4.979192189585881, 4.598594763472546, 5.359789615699215],
            [3.5, 4.18817518648056, 3.953437399141988, 4.422912973819132],
            [
                5.0,
                3.3971581833752396,
                2.920303202078382,
                3.874013164672097,
            ],
        ],
    );
    // What a line through the bare pairs would fall by is 0.53; the day before explains most of that.
    check(
        B,
        101,
        [
            -0.15403886075765294,
            -0.4342743994102191,
            0.12619667789491323,
        ],
        [
            [1.0, 5.68731601202834, 5.181379821379313, 6.1932522026773675],
            [
                2.0,
                5.5332771512706875,
                5.239409984196088,
                5.827144318345287,
            ],
            [3.5, 5.302218860134208, 4.946645414256911, 5.657792306011506],
            [5.0, 5.071160568997729, 4.350119068112251, 5.792202069883206],
        ],
    );
}

#[test]
fn too_few_pairs_have_no_line() {
    let check = |sleep: Series, obstacle: Obstacle, why: &str| {
        let pain = noise(3, 11, sleep.len());
        let calendar = days(sleep.len());
        assert_eq!(
            line(&calendar, &sleep, &pain).err(),
            Some(obstacle),
            "{why}"
        );
    };
    check(
        noise(5, 90, 28),
        Obstacle::TooFewRows,
        "27 pairs of neighbours",
    );
    let rare = full((0..60).map(|day| if day % 9 == 8 { 1.0 } else { 3.0 }));
    check(rare, Obstacle::OneSided, "6 below the median");
    check(full([3.0; 60]), Obstacle::OneSided, "none below the median");
    let enough = line(&days(29), &noise(5, 90, 29), &noise(3, 11, 29));
    assert_eq!(enough.unwrap().pairs, 28, "28 pairs are enough");
}

proptest! {
    #[test]
    fn the_line_is_the_comparison_drawn(seed in 0..10_000_u64, many in 40..150_usize, x in -50.0..150.0) {
        let (sleep, pain) = (noise(seed, 90, many), noise(seed ^ 0xABCD, 11, many));
        let calendar = days(many);
        let line = line(&calendar, &sleep, &pain).unwrap();
        let comparison = compared(&calendar, &sleep, &pain);
        let numbers = comparison.numbers.unwrap();
        prop_assert!(close(line.slope, numbers.slope, 1e-12), "the same slope");
        prop_assert_eq!(line.slope95.holds(0.0), numbers.ci95.holds(0.0), "the same range");
        let at = line.at(x);
        prop_assert!(at.ci95.low < at.middle && at.middle < at.ci95.high, "its middle lies in its range");
        let rise = line.at(x + 1.0).middle - at.middle;
        prop_assert!((rise - line.slope).abs() < 1e-9, "it is straight");
    }
}
