//! Stretches of time: cutting, joining, and how many of several nights share them.

use crate::raster::Interval;

/// The part of `interval` that lies from 0 to `end`, if any.
pub(super) fn clip(interval: Interval, end: f64) -> Option<Interval> {
    let (a, b) = (interval.0.max(0.0), interval.1.min(end));
    (b > a).then_some((a, b))
}

/// What is left of `whole` without `holes`.
pub(super) fn without(whole: &[Interval], holes: &[Interval]) -> Vec<Interval> {
    let mut left = whole.to_vec();
    for hole in holes {
        let cut = |(a, b): Interval| {
            [(a, b.min(hole.0)), (a.max(hole.1), b)]
                .into_iter()
                .filter(|(a, b)| b > a)
        };
        left = left.into_iter().flat_map(cut).collect();
    }
    left.sort_by(|x, y| x.0.total_cmp(&y.0));
    left
}

/// The stretches that at least `least` of the intervals share; none begins before 0.
///
/// With `least` at 1 this is the union.
pub(super) fn shared(intervals: &[Interval], least: usize) -> Vec<Interval> {
    // Minutes from 0 on are ordered as the numbers of their bits are, and those are sorted several times as fast.
    // The last bit tells a beginning from an end: at one and the same minute a beginning comes first,
    // so that sleeps which meet are one stretch.
    let key = |at: f64, end: u64| ((at.max(0.0) + 0.0).to_bits() & !1) | end;
    let mut edges: Vec<u64> = intervals
        .iter()
        .flat_map(|(a, b)| [key(*a, 0), key(*b, 1)])
        .collect();
    edges.sort_unstable();
    let mut stretches = Vec::new();
    let (mut depth, mut begun) = (0, None);
    for edge in edges {
        let (at, change) = (
            f64::from_bits(edge & !1),
            if edge & 1 == 0 { 1 } else { -1 },
        );
        depth += change;
        let enough = depth >= least.max(1) as i32;
        match (begun, enough) {
            (None, true) => begun = Some(at),
            (Some(start), false) => {
                if at > start {
                    stretches.push((start, at));
                }
                begun = None;
            }
            _ => {}
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn awakenings_open_the_bar() {
        let bar = [(600.0, 1100.0)];
        assert_eq!(
            without(&bar, &[(700.0, 720.0)]),
            [(600.0, 700.0), (720.0, 1100.0)],
            "one hole, two parts"
        );
        assert_eq!(
            without(&bar, &[(500.0, 650.0)]),
            [(650.0, 1100.0)],
            "a hole over the beginning"
        );
        assert_eq!(
            without(&bar, &[(0.0, 2000.0)]),
            [],
            "a hole over everything"
        );
        assert_eq!(without(&bar, &[]), bar, "no hole");
    }

    #[test]
    fn shared_stretches_are_those_of_enough_nights() {
        let nights = [(600.0, 1100.0), (660.0, 1200.0), (900.0, 1000.0)];
        assert_eq!(shared(&nights, 1), [(600.0, 1200.0)], "any of them");
        assert_eq!(shared(&nights, 2), [(660.0, 1100.0)], "two of three");
        assert_eq!(shared(&nights, 3), [(900.0, 1000.0)], "all of them");
        assert_eq!(shared(&nights, 4), [], "more than there are");
        assert_eq!(
            shared(&[(0.0, 10.0), (10.0, 20.0)], 1),
            [(0.0, 20.0)],
            "stretches that meet are one"
        );
    }

    #[test]
    fn time_beyond_the_row_is_cut_off() {
        assert_eq!(
            clip((-30.0, 60.0), 1440.0),
            Some((0.0, 60.0)),
            "before the left edge"
        );
        assert_eq!(
            clip((1400.0, 1500.0), 1440.0),
            Some((1400.0, 1440.0)),
            "after the right edge"
        );
        assert_eq!(clip((1440.0, 1500.0), 1440.0), None, "outside altogether");
    }
}
