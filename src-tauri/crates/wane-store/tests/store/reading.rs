//! Finding records by date, by range, and by the ends of the diary.

use wane_domain::diary::{
    DeviceSleep, Dose, Factor, FactorValue, Night, Occasion, Origin, PainRating, Span, SpanKind,
    Timing,
};
use wane_store::{Diary, Label, Uses};

use crate::common::{
    at, day,
    everything::{empty_night, everything, rating},
    id, open_diary,
};

fn with_nights(dates: &[(u16, &str)]) -> (tempfile::TempDir, Diary) {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::SAVE_MORNING, at(0), |change| {
            dates.iter().try_for_each(|(n, date)| {
                change
                    .put(&Night {
                        wake_date: day(date),
                        ..empty_night(*n)
                    })
                    .map(drop)
            })
        })
        .unwrap();
    (dir, diary)
}

fn numbers(nights: Vec<Night>) -> Vec<u16> {
    nights
        .iter()
        .map(|night| (1..100).find(|n| id(*n) == night.id).unwrap())
        .collect()
}

const NIGHTS: [(u16, &str); 5] = [
    (4, "2026-03-01"),
    (1, "2026-03-02"),
    (3, "2026-03-02"),
    (2, "2026-03-04"),
    (5, "1999-12-31"),
];

#[test]
fn a_range_has_both_its_ends_and_goes_by_date_and_then_by_name() {
    let (_dir, diary) = with_nights(&NIGHTS);
    let between = |from, to| numbers(diary.between::<Night>(day(from), day(to)).unwrap());
    assert_eq!(
        between("2026-03-01", "2026-03-04"),
        [4, 1, 3, 2],
        "both ends belong to it"
    );
    assert_eq!(
        between("2026-03-02", "2026-03-02"),
        [1, 3],
        "a day is a range"
    );
    assert_eq!(
        between("2026-03-03", "2026-03-03"),
        [0; 0],
        "a day without is empty"
    );
    assert_eq!(
        between("2026-03-04", "2026-03-01"),
        [0; 0],
        "a range the wrong way round is empty"
    );
    assert_eq!(
        between("0000-01-01", "9999-12-31"),
        [5, 4, 1, 3, 2],
        "all of time is a range"
    );
}

#[test]
fn the_latest_are_the_newest_up_to_a_date_oldest_first() {
    let (_dir, diary) = with_nights(&NIGHTS);
    let latest = |up_to, n| numbers(diary.latest::<Night>(day(up_to), n).unwrap());
    assert_eq!(latest("2026-03-04", 3), [1, 3, 2], "the newest three");
    assert_eq!(
        latest("2026-03-03", 2),
        [1, 3],
        "the date itself belongs, later ones do not"
    );
    assert_eq!(
        latest("2026-03-04", 100),
        [5, 4, 1, 3, 2],
        "fewer than asked when there are no more"
    );
    assert_eq!(
        latest("2026-03-04", 0),
        [0; 0],
        "none when none are asked for"
    );
    assert_eq!(
        latest("2026-03-04", usize::MAX),
        [5, 4, 1, 3, 2],
        "and no number is too large"
    );
}

#[test]
fn the_ends_of_the_diary_are_those_of_what_was_measured_or_rated() {
    let (_dir, mut diary) = with_nights(&[]);
    let ends = |diary: &Diary| diary.first_and_last_date().unwrap();
    assert_eq!(ends(&diary), None, "an empty diary has no ends");
    diary
        .change(Label::SAVE_ENTRY, at(0), |change| {
            change.put(&everything().notes[0])
        })
        .unwrap();
    assert_eq!(ends(&diary), None, "a note is neither measured nor rated");
    diary
        .change(Label::SAVE_EVENING, at(1), |change| {
            change.put(&rating(1, "2026-03-05", Occasion::Evening, 3))
        })
        .unwrap();
    assert_eq!(
        ends(&diary),
        Some((day("2026-03-05"), day("2026-03-05"))),
        "one rating is both ends"
    );
    diary
        .change(Label::SAVE_MORNING, at(2), |change| {
            change.put(&Night {
                wake_date: day("2026-03-02"),
                ..empty_night(2)
            })
        })
        .unwrap();
    let sleep = DeviceSleep {
        wake_date: day("2026-03-09"),
        ..everything().device_sleeps[0].clone()
    };
    diary
        .change(Label::IMPORT, at(3), |change| change.put(&sleep))
        .unwrap();
    assert_eq!(
        ends(&diary),
        Some((day("2026-03-02"), day("2026-03-09"))),
        "from the first night to the last device sleep"
    );
    diary
        .change(Label::REMOVE, at(4), |change| change.remove::<Night>(id(2)))
        .unwrap();
    assert_eq!(
        ends(&diary),
        Some((day("2026-03-05"), day("2026-03-09"))),
        "what was removed counts no more"
    );
    let walk = Dose {
        date: day("2026-02-27"),
        ..everything().doses[0].clone()
    };
    diary
        .change(Label::IMPORT, at(5), |change| change.put(&walk))
        .unwrap();
    assert_eq!(
        ends(&diary),
        Some((day("2026-02-27"), day("2026-03-09"))),
        "movement is measured too"
    );
}

#[test]
fn a_span_is_found_from_any_day_it_lies_over() {
    let (_dir, mut diary) = with_nights(&[]);
    let span = |n, from: &str, to: Option<&str>| Span {
        id: id(n),
        kind: SpanKind::Flare,
        from_date: day(from),
        to_date: to.map(day),
    };
    let (past, long, open) = (
        span(1, "2026-03-01", Some("2026-03-02")),
        span(2, "2026-02-01", Some("2026-03-31")),
        span(3, "2026-03-20", None),
    );
    diary
        .change(Label::SAVE_ENTRY, at(0), |change| {
            change.put(&past)?;
            change.put(&long)?;
            change.put(&open)
        })
        .unwrap();
    let over = |from, to| diary.spans_over(day(from), day(to)).unwrap();
    assert_eq!(
        over("2026-03-10", "2026-03-12"),
        std::slice::from_ref(&long),
        "one that begins before and ends after"
    );
    assert_eq!(
        over("2026-03-02", "2026-03-20"),
        [long.clone(), past, open.clone()],
        "ends that touch count"
    );
    assert_eq!(
        over("2030-01-01", "2030-01-02"),
        [open],
        "one without an end goes on"
    );
    assert_eq!(
        over("2025-01-01", "2026-01-31"),
        [],
        "before all of them there is none"
    );
}

#[test]
fn a_record_of_one_kind_is_not_one_of_another() {
    let (_dir, diary) = with_nights(&NIGHTS);
    assert!(
        diary.get::<Night>(id(1)).unwrap().is_some(),
        "it is a night"
    );
    assert_eq!(
        diary.get::<PainRating>(id(1)).unwrap(),
        None,
        "and not a rating"
    );
}

#[test]
fn answers_of_factors_are_counted_as_they_stand() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let factor = |n: u16| Factor {
        id: id(n),
        name: format!("factor {n}"),
        timing: Timing::Day,
        unit: None,
        retired_at: None,
    };
    let answer = |n: u16, factor: u16, date: &str| FactorValue {
        id: id(n),
        factor: id(factor),
        date: day(date),
        value: 0.0,
        origin: empty_night(n).origin,
    };
    diary
        .change(Label::SAVE_ENTRY, at(0), |change| {
            change.put(&factor(1))?;
            change.put(&factor(2))?;
            change.put(&answer(11, 1, "2026-03-02"))?;
            change.put(&answer(12, 1, "2026-03-01"))
        })
        .unwrap();
    let uses = |diary: &Diary| -> Vec<_> { diary.factor_uses().unwrap().into_iter().collect() };
    let used = |count, last| Uses {
        count,
        last: day(last),
    };
    assert_eq!(
        uses(&diary),
        [(id(1), used(2, "2026-03-02"))],
        "no is an answer; a factor without answers is not there"
    );
    diary
        .change(Label::REMOVE, at(1), |change| {
            change.remove::<FactorValue>(id(11))
        })
        .unwrap();
    assert_eq!(
        uses(&diary),
        [(id(1), used(1, "2026-03-01"))],
        "an answer that was taken back is none"
    );
    diary.undo(at(2)).unwrap();
    diary.undo(at(3)).unwrap();
    assert_eq!(uses(&diary), [], "nothing is left to count");
}

#[test]
fn a_factor_is_measured_if_all_that_it_has_came_from_a_device() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let factor = |n: u16| Factor {
        id: id(n),
        name: "steps".into(),
        timing: Timing::Day,
        unit: Some("steps".into()),
        retired_at: None,
    };
    let value = |n: u16, factor: u16, date: &str, key: Option<&str>| FactorValue {
        id: id(n),
        factor: id(factor),
        date: day(date),
        value: 8000.0,
        origin: Origin {
            source: key.map(|_| "apple-health".to_owned()),
            source_key: key.map(str::to_owned),
            ..empty_night(n).origin
        },
    };
    let put = |diary: &mut Diary, value: &FactorValue| {
        diary
            .change(Label::IMPORT, at(0), |change| change.put(value))
            .unwrap();
    };
    diary
        .change(Label::IMPORT, at(0), |change| {
            change.put(&factor(1))?;
            change.put(&factor(2))
        })
        .unwrap();
    let measured = |diary: &Diary, n: u16| diary.is_measured(id(n)).unwrap();
    assert!(!measured(&diary, 1), "nothing is there to go by");
    put(
        &mut diary,
        &value(11, 1, "2026-03-01", Some("steps/2026-03-01")),
    );
    assert!(measured(&diary, 1));
    let found =
        |diary: &Diary, source: &str, code: &str| diary.factor_measured_as(source, code).unwrap();
    assert_eq!(found(&diary, "apple-health", "steps"), Some(id(1)));
    assert_eq!(
        found(&diary, "apple-health", "step"),
        None,
        "of that code, not of one that begins so"
    );
    assert_eq!(found(&diary, "garmin", "steps"), None);
    put(
        &mut diary,
        &value(12, 2, "2026-03-02", Some("steps/2026-03-02")),
    );
    assert_eq!(
        found(&diary, "apple-health", "steps"),
        Some(id(2)),
        "of several the one with the last day"
    );

    put(
        &mut diary,
        &value(13, 1, "2026-03-03", Some("2026-03-03/steps")),
    );
    assert!(!measured(&diary, 1), "a table of days is somebody's");
    diary.undo(at(1)).unwrap();
    assert!(measured(&diary, 1));
    put(&mut diary, &value(14, 1, "2026-03-04", None));
    assert!(!measured(&diary, 1), "so is what was written by hand");
    assert!(measured(&diary, 2), "and says nothing of another");
}
