//! Student's t: p values and quantiles, from `statrs`.

use statrs::distribution::{ContinuousCDF, StudentsT};

/// Two-sided p of a statistic on `df` degrees of freedom, 0–1; 1 when there are no degrees of freedom.
pub fn two_sided_p(t: f64, df: f64) -> f64 {
    StudentsT::new(0.0, 1.0, df).map_or(1.0, |student| (2.0 * student.sf(t.abs())).min(1.0))
}

/// The quantile of `probability` (0.5–1) on `df` degrees of freedom; infinite when there are none.
pub fn quantile(probability: f64, df: f64) -> f64 {
    StudentsT::new(0.0, 1.0, df).map_or(f64::INFINITY, |student| student.inverse_cdf(probability))
}
