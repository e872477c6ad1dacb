//! The diary shifted against itself: every circular shift of one series against another, counted exactly.
//!
//! A shift keeps how each series follows itself from day to day and breaks only what the two have to do with each
//! other, so its count is a p value that needs no assumption about the one or the other.
//! All shifts together are one circular correlation, which a Fourier transform gives in n·log n steps.

use rustfft::{FftPlanner, num_complex::Complex};

use crate::least_squares::dot;

/// Up to so many rows the shifts are added up one by one, which is quicker than transforming.
const ONE_BY_ONE: usize = 96;
/// Sums closer than this, against the lengths of the two series, count as the same: what differs is rounding.
const SAME: f64 = 1e-9;

/// How often a diary shifted against itself shows as much or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mirror {
    /// Shifts that show as much or more, the one in place among them: at least 1.
    pub as_much: usize,
    /// All shifts.
    pub of: usize,
}

impl Mirror {
    /// The share of shifts that show as much or more, above 0, at most 1: a p value.
    pub fn p(&self) -> f64 {
        self.as_much as f64 / self.of as f64
    }

    /// The same as a count in a hundred, to the nearest whole number.
    pub fn in_100(&self) -> usize {
        (200 * self.as_much + self.of) / (2 * self.of)
    }
}

/// Works out shifts; keeps what the transforms of one length have in common for the next call.
#[derive(Default)]
pub struct Shifts {
    planner: Option<FftPlanner<f64>>,
    /// Room for the transforms, kept for the next call.
    series: Vec<Complex<f64>>,
    product: Vec<Complex<f64>>,
    scratch: Vec<Complex<f64>>,
}

impl std::fmt::Debug for Shifts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Shifts")
    }
}

impl Shifts {
    /// Nothing worked out yet.
    pub fn new() -> Shifts {
        Shifts::default()
    }

    /// How many circular shifts of `x` against `y` have a sum of products at least as far from zero as the one in place.
    ///
    /// Both are equally long and centred on zero; `None` when they are empty.
    pub fn mirror(&mut self, x: &[f64], y: &[f64]) -> Option<Mirror> {
        let sums = self.sums(x, y);
        let in_place = sums.first()?.abs();
        let same = SAME * (dot(x, x) * dot(y, y)).sqrt();
        Some(Mirror {
            as_much: sums
                .iter()
                .filter(|sum| sum.abs() >= in_place - same)
                .count(),
            of: sums.len(),
        })
    }

    /// `Σᵢ x[(i − s) mod n]·y[i]` for every shift s from 0 to n − 1, n being the length of both.
    pub fn sums(&mut self, x: &[f64], y: &[f64]) -> Vec<f64> {
        let n = x.len().min(y.len());
        if n <= ONE_BY_ONE {
            return (0..n)
                .map(|shift| {
                    dot(&x[..n - shift], &y[shift..n]) + dot(&x[n - shift..n], &y[..shift])
                })
                .collect();
        }
        self.transformed(&x[..n], &y[..n])
    }

    /// Both series as the two halves of one complex series, padded so that nothing runs into itself.
    fn transformed(&mut self, x: &[f64], y: &[f64]) -> Vec<f64> {
        let n = x.len();
        let length = padded(2 * n - 1);
        let planner = self.planner.get_or_insert_with(FftPlanner::new);
        let forward = planner.plan_fft_forward(length);
        let room = forward.get_inplace_scratch_len();
        self.scratch.resize(room, Complex::default());
        self.series.clear();
        self.series
            .extend(x.iter().zip(y).map(|(&re, &im)| Complex { re, im }));
        self.series.resize(length, Complex::default());
        forward.process_with_scratch(&mut self.series, &mut self.scratch);
        // With Z the transform of x + iy, X = (Z(k) + Z̄(−k))/2 and Y = (Z(k) − Z̄(−k))/2i; what is wanted is X̄·Y.
        // The product is that of a real series, and a forward transform of its conjugate is its inverse.
        let series = &self.series;
        self.product.clear();
        self.product.extend((0..length).map(|k| {
            let here = series[k];
            let mirrored = series[(length - k) % length].conj();
            let (twice_x, twice_iy) = (here + mirrored, here - mirrored);
            (twice_x.conj() * (twice_iy * Complex { re: 0.0, im: -1.0 })).conj()
        }));
        forward.process_with_scratch(&mut self.product, &mut self.scratch);
        let product = &self.product;
        let scale = 1.0 / (4.0 * length as f64);
        (0..n)
            .map(|shift| {
                let wrapped = (length + shift - n) % length;
                let around = if shift == 0 { 0.0 } else { product[wrapped].re };
                (product[shift].re + around) * scale
            })
            .collect()
    }
}

/// The smallest length of the form 2^a or 3·2^a that is not below `least`.
fn padded(least: usize) -> usize {
    let power = least.next_power_of_two();
    let three = power / 4 * 3;
    if three >= least { three } else { power }
}
