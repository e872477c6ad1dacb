//! Which pairs share a disc: equal ones always, neighbours only when there are too many places to show each.

use std::collections::BTreeMap;

/// With more discs than this, neighbours share one.
const MOST_DISCS: usize = 240;
/// Places nearer than this are one place, in pixels.
const EQUAL: f64 = 0.5;

/// Places that share a disc.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gathered {
    /// Which of the places, in their own order.
    pub(super) places: Vec<usize>,
    /// The mean of the places, across and down.
    pub(super) middle: (f64, f64),
    /// Whether they are not all equal.
    pub(super) unequal: bool,
}

/// The discs of some places, and the distance that the nearest of them keep at least, in a plot `width` pixels wide.
pub(super) fn gather(at: &[(f64, f64)], width: f64) -> (Vec<Gathered>, f64) {
    let equal = joined(at, EQUAL);
    if equal.len() <= MOST_DISCS {
        let spacing = spacing(&equal);
        return (equal, spacing);
    }
    let pitch = (width / 44.0).clamp(8.0, 18.0);
    (joined(at, pitch), pitch)
}

/// The places joined until no two in one row are nearer than `pitch`.
fn joined(at: &[(f64, f64)], pitch: f64) -> Vec<Gathered> {
    let mut rows: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for (i, (_, y)) in at.iter().enumerate() {
        rows.entry((y / pitch).round() as i64).or_default().push(i);
    }
    let mut discs = Vec::new();
    for mut row in rows.into_values() {
        row.sort_by(|a, b| at[*a].0.total_cmp(&at[*b].0));
        // Members and the sum of their places across.
        let mut clusters: Vec<(Vec<usize>, f64)> = Vec::new();
        let mean = |c: &(Vec<usize>, f64)| c.1 / c.0.len() as f64;
        for i in row {
            let mut last = (vec![i], at[i].0);
            // A cluster that grew may have come near the one before.
            while let Some(before) = clusters.pop_if(|before| mean(&last) - mean(before) < pitch) {
                let (mut members, sum) = before;
                members.append(&mut last.0);
                last = (members, sum + last.1);
            }
            clusters.push(last);
        }
        discs.extend(clusters.into_iter().map(|(places, _)| disc(places, at)));
    }
    discs
}

fn disc(mut places: Vec<usize>, at: &[(f64, f64)]) -> Gathered {
    places.sort_unstable();
    let n = places.len() as f64;
    let sum = |of: fn(&(f64, f64)) -> f64| places.iter().map(|i| of(&at[*i])).sum::<f64>();
    let first = at[places[0]];
    let far = |i: &usize| (at[*i].0 - first.0).hypot(at[*i].1 - first.1) > EQUAL;
    Gathered {
        middle: (sum(|a| a.0) / n, sum(|a| a.1) / n),
        unequal: places.iter().any(far),
        places,
    }
}

/// The smallest distance between two columns or two rows of discs.
fn spacing(discs: &[Gathered]) -> f64 {
    let least = |mut places: Vec<f64>| {
        places.sort_by(f64::total_cmp);
        let gaps = places.windows(2).map(|pair| pair[1] - pair[0]);
        gaps.filter(|gap| *gap > EQUAL)
            .fold(f64::INFINITY, f64::min)
    };
    let across = least(discs.iter().map(|d| d.middle.0).collect());
    let down = least(discs.iter().map(|d| d.middle.1).collect());
    across.min(down)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_equal_places_share_while_there_are_few() {
        let at = [(10.0, 10.0), (10.0, 10.0), (14.0, 10.0), (10.0, 40.0)];
        let (discs, spacing) = gather(&at, 800.0);
        let n: Vec<usize> = discs.iter().map(|d| d.places.len()).collect();
        assert_eq!(n, [2, 1, 1], "two are equal");
        assert!(discs.iter().all(|d| !d.unequal), "nothing else is joined");
        assert_eq!(spacing, 4.0, "the nearest columns are four pixels apart");
    }

    #[test]
    fn crowds_are_joined_until_they_keep_their_distance() {
        let at: Vec<(f64, f64)> = (0..4000)
            .map(|i| {
                let x = f64::from(i * 7919 % 8000) / 10.0;
                (x, f64::from(i % 11) * 38.0)
            })
            .collect();
        let (discs, pitch) = gather(&at, 800.0);
        let total: usize = discs.iter().map(|d| d.places.len()).sum();
        assert_eq!(total, at.len(), "no place is lost or doubled");
        for (i, a) in discs.iter().enumerate() {
            for b in &discs[i + 1..] {
                let apart = (a.middle.0 - b.middle.0).hypot(a.middle.1 - b.middle.1);
                assert!(apart >= pitch - 1e-9, "{apart} of {pitch} pixels");
            }
        }
        assert!(discs.len() > 200, "and not more than that: {}", discs.len());
    }
}
