//! Counts and shares.

/// How often something came up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// How often.
    pub hits: usize,
    /// Of how many.
    pub of: usize,
}

impl Count {
    /// Notes one more.
    pub fn note(&mut self, hit: bool) {
        self.hits += usize::from(hit);
        self.of += 1;
    }

    /// The share, 0–1; 0 of nothing.
    pub fn share(&self) -> f64 {
        if self.of == 0 {
            0.0
        } else {
            self.hits as f64 / self.of as f64
        }
    }

    /// Standard error of the share.
    pub fn se(&self) -> f64 {
        (self.share() * (1.0 - self.share()) / self.of.max(1) as f64).sqrt()
    }

    /// Both added up.
    pub fn and(self, other: Count) -> Count {
        Count {
            hits: self.hits + other.hits,
            of: self.of + other.of,
        }
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "{:5.1} % ± {:.1} ({} of {})",
            100.0 * self.share(),
            100.0 * self.se(),
            self.hits,
            self.of
        )
    }
}

/// The middle one; 0 of nothing.
pub fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}
