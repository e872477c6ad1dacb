//! Positions as the shortest text that a path understands.

use plotters_backend::BackendCoord;

/// `M` to the first point, then relative steps to the others.
pub(crate) fn push_points(path: &mut String, points: impl Iterator<Item = BackendCoord>) {
    let mut last: Option<BackendCoord> = None;
    for (x, y) in points {
        match last {
            None => {
                path.push('M');
                push_steps(path, x);
                push_next(path, y);
            }
            Some((lx, ly)) if ly == y => {
                path.push('h');
                push_steps(path, x - lx);
            }
            Some((lx, ly)) if lx == x => {
                path.push('v');
                push_steps(path, y - ly);
            }
            Some((lx, ly)) => {
                path.push('l');
                push_steps(path, x - lx);
                push_next(path, y - ly);
            }
        }
        last = Some((x, y));
    }
}

/// A second number, set apart from the first unless its sign does so.
fn push_next(out: &mut String, steps: i32) {
    if steps >= 0 {
        out.push(' ');
    }
    push_steps(out, steps);
}

/// Tenths of a pixel as a decimal number.
pub(crate) fn push_steps(out: &mut String, steps: i32) {
    if steps < 0 {
        out.push('-');
    }
    let steps = steps.unsigned_abs();
    push_whole(out, steps / 10);
    if !steps.is_multiple_of(10) {
        out.push('.');
        push_whole(out, steps % 10);
    }
}

fn push_whole(out: &mut String, number: u32) {
    if number >= 10 {
        push_whole(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(number: i32) -> String {
        let mut out = String::new();
        push_steps(&mut out, number);
        out
    }

    #[test]
    fn tenths_of_a_pixel_are_written_as_decimals() {
        for (number, expected) in [
            (0, "0"),
            (7, "0.7"),
            (10, "1"),
            (1234, "123.4"),
            (-5, "-0.5"),
            (-20, "-2"),
        ] {
            assert_eq!(steps(number), expected, "{number} tenths");
        }
    }

    #[test]
    fn paths_take_the_short_forms() {
        let mut out = String::new();
        push_points(
            &mut out,
            [(0, 0), (100, 0), (100, -55), (90, -45)].into_iter(),
        );
        assert_eq!(out, "M0 0h10v-5.5l-1 1", "horizontal, vertical, sloping");
    }
}
