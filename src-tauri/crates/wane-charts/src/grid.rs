//! The dotted ground of gaps.

/// Distance of the dots, in pixels.
pub(crate) const PITCH: f64 = 6.0;

/// Where rows of dots stand between `from` and `to`.
///
/// They lie on one grid over the whole picture, so that neighbouring gaps and panels look like one ground.
/// A gap that falls between the rows still gets one if it is wide enough to be seen.
pub(crate) fn rows_of_dots(from: f64, to: f64) -> Vec<f64> {
    let clear = 1.5;
    let first = ((from + clear) / PITCH).ceil() as i64;
    let last = ((to - clear) / PITCH).floor() as i64;
    if first > last {
        return if to - from >= 2.0 * clear {
            vec![(from + to) / 2.0]
        } else {
            Vec::new()
        };
    }
    (first..=last).map(|i| i as f64 * PITCH).collect()
}

/// Runs of `true` as half-open ranges of places.
pub(crate) fn runs(flags: &[bool]) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut begun = None;
    for (i, flag) in flags.iter().chain(std::iter::once(&false)).enumerate() {
        match (flag, begun) {
            (true, None) => begun = Some(i),
            (false, Some(start)) => {
                runs.push((start, i));
                begun = None;
            }
            _ => {}
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_stand_on_one_grid_and_every_visible_gap_has_some() {
        assert_eq!(
            rows_of_dots(0.0, 20.0),
            [6.0, 12.0, 18.0],
            "on the grid, clear of the edges"
        );
        assert_eq!(
            rows_of_dots(7.0, 11.0),
            [9.0],
            "a narrow gap has one row in its middle"
        );
        assert!(
            rows_of_dots(7.0, 9.0).is_empty(),
            "two pixels are too narrow to be seen"
        );
    }

    #[test]
    fn runs_are_found_at_both_ends() {
        assert_eq!(
            runs(&[true, true, false, true]),
            [(0, 2), (3, 4)],
            "first and last"
        );
        assert!(runs(&[false, false]).is_empty(), "none");
        assert!(runs(&[]).is_empty(), "nothing at all");
    }
}
