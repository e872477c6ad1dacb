//! Where a chart can be moved to from the days it shows: earlier, later, closer, wider.

use chrono::{Days, Duration, NaiveDate};

use crate::wire::{DayRange, RangeSteps};

/// Fewer days than a week are not zoomed into further.
const CLOSEST: i64 = 7;

type Span = (NaiveDate, NaiveDate);

/// The steps from a stretch of days, in a diary that begins on `ends.0` and has come to `ends.1`.
///
/// No step leads out of the diary, and none leads to where one is.
/// A stretch that reaches the present day keeps it, closer and wider: the latest days are what one looks at.
pub(super) fn steps(shown: Span, ends: (Option<NaiveDate>, NaiveDate)) -> RangeSteps {
    let (from, to) = shown;
    // A chart may show days outside of the diary: then these count as its ends.
    let first = ends.0.unwrap_or(from).min(from);
    let last = ends.1.max(to);
    let days = (to - from).num_days() + 1;
    let half = Duration::days((days / 2).max(1));
    let later_by = half.min(last - to);
    let earlier_by = half.min(from - first);
    let step = |span: Span| (span != shown).then(|| day_range(span));
    RangeSteps {
        earlier: step((from - earlier_by, to - earlier_by)),
        later: step((from + later_by, to + later_by)),
        closer: step(closer(shown, days, last)),
        wider: step(wider(shown, days, first, last)),
    }
}

fn closer((from, to): Span, days: i64, last: NaiveDate) -> Span {
    if days <= CLOSEST {
        return (from, to);
    }
    let fewer = ((days + 1) / 2).max(CLOSEST);
    let start = if to == last {
        to - Duration::days(fewer - 1)
    } else {
        from + Duration::days((days - fewer) / 2)
    };
    (start, start + Duration::days(fewer - 1))
}

fn wider((_, to): Span, days: i64, first: NaiveDate, last: NaiveDate) -> Span {
    let more = 2 * days;
    let after = if to == last { 0 } else { days / 2 };
    let to = to
        .checked_add_days(Days::new(after as u64))
        .map_or(last, |day| day.min(last));
    let from = to
        .checked_sub_signed(Duration::days(more - 1))
        .map_or(first, |day| day.max(first));
    (from, to)
}

fn day_range((from, to): Span) -> DayRange {
    DayRange {
        from: from.to_string(),
        to: to.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn check(shown: [&str; 2], expected: [Option<[&str; 2]>; 4], why: &str) {
        let ends = (Some(day("2026-01-01")), day("2026-03-31"));
        let found = steps((day(shown[0]), day(shown[1])), ends);
        let expected = expected.map(|span| span.map(|[from, to]| day_range((day(from), day(to)))));
        let [earlier, later, closer, wider] = expected;
        assert_eq!(
            found,
            RangeSteps {
                earlier,
                later,
                closer,
                wider
            },
            "{why}"
        );
    }

    #[test]
    fn steps_lead_on_and_never_out_of_the_diary() {
        check(
            ["2026-03-18", "2026-03-31"],
            [
                Some(["2026-03-11", "2026-03-24"]),
                None,
                Some(["2026-03-25", "2026-03-31"]),
                Some(["2026-03-04", "2026-03-31"]),
            ],
            "the last two weeks keep the present day",
        );
        check(
            ["2026-02-01", "2026-02-14"],
            [
                Some(["2026-01-25", "2026-02-07"]),
                Some(["2026-02-08", "2026-02-21"]),
                Some(["2026-02-04", "2026-02-10"]),
                Some(["2026-01-25", "2026-02-21"]),
            ],
            "two weeks in between grow and shrink around their middle",
        );
        check(
            ["2026-01-03", "2026-01-16"],
            [
                Some(["2026-01-01", "2026-01-14"]),
                Some(["2026-01-10", "2026-01-23"]),
                Some(["2026-01-06", "2026-01-12"]),
                Some(["2026-01-01", "2026-01-23"]),
            ],
            "near the beginning a step is shorter",
        );
        check(
            ["2026-01-01", "2026-03-31"],
            [None, None, Some(["2026-02-15", "2026-03-31"]), None],
            "from everything there is only closer",
        );
        check(
            ["2026-03-25", "2026-03-31"],
            [
                Some(["2026-03-22", "2026-03-28"]),
                None,
                None,
                Some(["2026-03-18", "2026-03-31"]),
            ],
            "a week is the closest",
        );
    }

    #[test]
    fn an_empty_diary_and_days_outside_of_it_have_steps_as_well() {
        let shown = (day("2026-03-18"), day("2026-03-31"));
        let found = steps(shown, (None, day("2026-03-31")));
        assert_eq!(found.earlier, None, "nothing is written before");
        let old = (day("2020-01-01"), day("2020-01-14"));
        let found = steps(old, (Some(day("2026-01-01")), day("2026-03-31")));
        assert_eq!(found.earlier, None, "nothing lies before");
        assert!(found.later.is_some(), "the diary lies after");
    }

    #[test]
    fn steps_have_at_least_a_day_and_stay_between_the_ends() {
        let ends = (day("2026-01-01"), day("2026-03-31"));
        for start in 0..90 {
            for days in 1..=(90 - start) {
                let from = ends.0 + Duration::days(start);
                let shown = (from, from + Duration::days(days - 1));
                let found = steps(shown, (Some(ends.0), ends.1));
                for step in [&found.earlier, &found.later] {
                    let Some(step) = step else { continue };
                    let (from, to) = (day(&step.from), day(&step.to));
                    assert_eq!((to - from).num_days() + 1, days, "moving keeps the length");
                }
                for step in [found.earlier, found.later, found.closer, found.wider] {
                    let Some(step) = step else { continue };
                    let (from, to) = (day(&step.from), day(&step.to));
                    assert!(ends.0 <= from && from <= to && to <= ends.1, "{step:?}");
                    assert_ne!((from, to), shown, "a step leads somewhere");
                }
            }
        }
    }
}
