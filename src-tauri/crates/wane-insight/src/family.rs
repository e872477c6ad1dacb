//! Many questions at once: how many of the answers that stand out may be chance.

/// The q value of each p value: the share of false discoveries if everything up to it is called one.
///
/// `q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎·m/j` with the p values in ascending order (Benjamini and Hochberg 1995); at most 1.
pub fn q_values(p_values: &[f64]) -> Vec<f64> {
    let many = p_values.len() as f64;
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|&a, &b| p_values[a].total_cmp(&p_values[b]));
    let mut q_values = vec![1.0; p_values.len()];
    let mut lowest: f64 = 1.0;
    for (rank, &index) in order.iter().enumerate().rev() {
        lowest = lowest.min(p_values[index] * (many / (rank + 1) as f64));
        q_values[index] = lowest;
    }
    q_values
}
