//! Dots that would lie on each other stand beside each other.

/// Radii from large to small.
const RADII: [f64; 8] = [3.4, 3.0, 2.6, 2.2, 1.9, 1.6, 1.3, 1.1];
/// Space that a dot takes, in its own diameters.
const SPACE: f64 = 1.1;
/// Height of a bar with its seam.
pub(super) const BAR: f64 = 3.5;

/// How the values of some columns are drawn, all of them alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Swarm {
    /// One dot of this radius for each.
    Dots(f64),
    /// Bars; the widest stands for so many values.
    Bars { most: usize },
}

impl Swarm {
    /// The largest dots with which every column keeps to `width`; bars when even the smallest are too wide.
    ///
    /// `columns` are the places of the values, down.
    pub(super) fn fit(columns: &[Vec<f64>], width: f64) -> Swarm {
        let widest = |pitch: f64| {
            let most = |column: &Vec<f64>| Rows::of(column, pitch).counts.into_iter().max();
            columns.iter().filter_map(most).max().unwrap_or_default()
        };
        let fits = |radius: f64| widest(2.0 * radius) as f64 * 2.0 * radius * SPACE <= width;
        // What the smallest dots have no room for, larger ones have not either.
        let smallest = RADII[RADII.len() - 1];
        if !fits(smallest) {
            return Swarm::Bars { most: widest(BAR) };
        }
        let largest = RADII.into_iter().find(|radius| fits(*radius));
        Swarm::Dots(largest.unwrap_or(smallest))
    }
}

/// How many values lie in each row of a height.
struct Rows {
    /// The row of the first count.
    first: i64,
    counts: Vec<usize>,
}

impl Rows {
    fn of(column: &[f64], pitch: f64) -> Rows {
        let least = column.iter().copied().fold(f64::INFINITY, f64::min);
        let most = column.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if column.is_empty() {
            return Rows {
                first: 0,
                counts: Vec::new(),
            };
        }
        let first = row(least, pitch);
        let mut counts = vec![0; (row(most, pitch) - first + 1) as usize];
        for y in column {
            counts[(row(*y, pitch) - first) as usize] += 1;
        }
        Rows { first, counts }
    }
}

fn row(y: f64, pitch: f64) -> i64 {
    (y / pitch).floor() as i64
}

/// How far each dot moves to the side, in the order of the values: a row is centred on its column.
pub(super) fn beside(column: &[f64], radius: f64) -> Vec<f64> {
    let pitch = 2.0 * radius;
    let rows = Rows::of(column, pitch);
    let mut placed = vec![0_usize; rows.counts.len()];
    let place = |y: &f64| {
        let row = (row(*y, pitch) - rows.first) as usize;
        let nth = placed[row];
        placed[row] += 1;
        (nth as f64 - (rows.counts[row] as f64 - 1.0) / 2.0) * pitch * SPACE
    };
    column.iter().map(place).collect()
}

/// The bars of a column: the mean place of the values that each stands for, down, and their number.
pub(super) fn bars(column: &[f64]) -> Vec<(f64, usize)> {
    let rows = Rows::of(column, BAR);
    let mut sums = vec![0.0; rows.counts.len()];
    for y in column {
        sums[(row(*y, BAR) - rows.first) as usize] += y;
    }
    let all = sums.into_iter().zip(rows.counts);
    all.filter(|(_, n)| *n > 0)
        .map(|(sum, n)| (sum / n as f64, n))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_stand_beside_each_other_around_the_middle() {
        let dx = beside(&[10.0, 10.0, 10.0, 50.0], 2.0);
        assert_eq!(dx[3], 0.0, "a value of its own stays in the middle");
        assert!(
            (dx[0] + dx[2]).abs() < 1e-9 && dx[1] == 0.0,
            "three in a row: {dx:?}"
        );
        assert!(dx[1] - dx[0] >= 4.0, "dots of radius 2 do not touch");
    }

    #[test]
    fn dots_shrink_before_they_become_bars() {
        let crowd = |n: usize| vec![vec![5.0; n]];
        assert_eq!(
            Swarm::fit(&crowd(3), 60.0),
            Swarm::Dots(3.4),
            "three are no crowd"
        );
        assert!(
            matches!(Swarm::fit(&crowd(20), 60.0), Swarm::Dots(r) if r < 3.4),
            "twenty make the dots smaller"
        );
        assert_eq!(
            Swarm::fit(&crowd(90), 60.0),
            Swarm::Bars { most: 90 },
            "ninety are a bar"
        );
        assert_eq!(bars(&[5.0; 90]).len(), 1, "one bar");
    }

    #[test]
    fn every_value_is_in_one_bar() {
        let column: Vec<f64> = (0..500).map(|i| f64::from(i) * 0.37).collect();
        let total: usize = bars(&column).iter().map(|b| b.1).sum();
        assert_eq!(total, 500, "no value is lost or doubled");
    }
}
