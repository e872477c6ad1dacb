//! Reads from a test runner's own words how many tests passed and failed.

use std::ops::AddAssign;

/// Tests counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Passed.
    pub passed: usize,
    /// Failed, did not end, or was left out: a test that was not run has shown nothing.
    pub failed: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Counts {
    /// Adds one failure when the runner failed without saying which test did, or ended well without having run any.
    pub fn settle(mut self, succeeded: bool) -> Self {
        let ran_nothing = self == Counts::default();
        if self.failed == 0 && (!succeeded || ran_nothing) {
            self.failed = 1;
        }
        self
    }
}

/// Who counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Runner {
    /// A check that passes or fails as a whole.
    Check,
    /// `cargo test`.
    Cargo,
    /// `node --test` with its `spec` reporter.
    Node,
}

impl Runner {
    /// What one line of output adds to the count.
    pub fn read(self, line: &str) -> Counts {
        match self {
            Runner::Check => Counts::default(),
            Runner::Cargo => read_cargo(line),
            Runner::Node => read_node(line),
        }
    }
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; …`
fn read_cargo(line: &str) -> Counts {
    let mut counts = Counts::default();
    let plain = without_colour(line);
    let Some(rest) = plain.trim().strip_prefix("test result: ") else {
        return counts;
    };
    let rest = rest.split_once(". ").map_or(rest, |(_, after)| after);
    for part in rest.split(';') {
        let Some((number, what)) = part.trim().split_once(' ') else {
            continue;
        };
        let Ok(number) = number.parse::<usize>() else {
            continue;
        };
        match what {
            "passed" => counts.passed += number,
            "failed" | "ignored" => counts.failed += number,
            _ => {}
        }
    }
    counts
}

/// `ℹ pass 12`, `ℹ fail 0`, `ℹ cancelled 0`, `ℹ skipped 0`, `ℹ todo 0`
fn read_node(line: &str) -> Counts {
    let mut counts = Counts::default();
    let plain = without_colour(line);
    let Some(rest) = plain.trim().strip_prefix("ℹ ") else {
        return counts;
    };
    let Some((what, number)) = rest.split_once(' ') else {
        return counts;
    };
    let Ok(number) = number.parse::<usize>() else {
        return counts;
    };
    match what {
        "pass" => counts.passed = number,
        "fail" | "cancelled" | "skipped" | "todo" => counts.failed = number,
        _ => {}
    }
    counts
}

/// Takes out the escape sequences of terminal colours.
fn without_colour(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find("\u{1b}[") {
        plain.push_str(&rest[..start]);
        let after = &rest[start + 2..];
        rest = after.find('m').map_or("", |end| &after[end + 1..]);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(runner: Runner, line: &str, passed: usize, failed: usize) {
        assert_eq!(
            runner.read(line),
            Counts { passed, failed },
            "{runner:?} said: {line}"
        );
    }

    #[test]
    fn cargo_is_understood() {
        use Runner::Cargo;
        check(
            Cargo,
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            12,
            0,
        );
        check(
            Cargo,
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
            3,
            2,
        );
        check(
            Cargo,
            "test result: \u{1b}[32mok\u{1b}[m. 7 passed; 0 failed; 0 ignored; 0 measured",
            7,
            0,
        );
        check(Cargo, "test a::b ... ok", 0, 0);
        check(
            Cargo,
            "test result: ok. 5 passed; 0 failed; 4 ignored; 0 measured",
            5,
            4,
        );
    }

    #[test]
    fn node_is_understood() {
        use Runner::Node;
        check(Node, "ℹ pass 9", 9, 0);
        check(Node, "ℹ fail 2", 0, 2);
        check(Node, "\u{1b}[34mℹ skipped 1\u{1b}[39m", 0, 1);
        check(Node, "ℹ duration_ms 81.5", 0, 0);
        check(Node, "✔ a test about pass 3 (1.2ms)", 0, 0);
    }

    #[test]
    fn a_runner_that_fails_without_counting_is_one_failure() {
        let passed = Counts {
            passed: 3,
            failed: 0,
        };
        assert_eq!(
            passed.settle(false),
            Counts {
                passed: 3,
                failed: 1
            },
            "it ended badly and named no test"
        );
        assert_eq!(passed.settle(true), passed, "it ended well");
        let failed = Counts {
            passed: 3,
            failed: 2,
        };
        assert_eq!(
            failed.settle(false),
            failed,
            "the failures are counted already"
        );
        assert_eq!(
            Counts::default().settle(true).failed,
            1,
            "a runner that ran nothing has shown nothing"
        );
    }
}
