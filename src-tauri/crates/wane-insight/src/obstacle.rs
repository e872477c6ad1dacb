//! Why something cannot be computed.

/// Why there is no number; never a number that is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Obstacle {
    /// There are no more rows than columns.
    #[error("there are too few rows")]
    TooFewRows,
    /// The predictor is the same on every row.
    #[error("the predictor never changes")]
    ConstantPredictor,
    /// The outcome is the same on every row.
    #[error("the outcome never changes")]
    ConstantOutcome,
    /// Two columns say the same thing.
    #[error("two columns say the same thing")]
    Collinear,
    /// One row alone decides a coefficient (leverage 1).
    #[error("one day alone decides")]
    OneDayDecides,
    /// The rest follows the outcome exactly, so nothing says how sure one can be.
    #[error("nothing is left to vary")]
    NoSpread,
    /// Nothing lies on one side of the comparison.
    #[error("one side of the comparison is empty")]
    OneSided,
    /// The design could have been drawn in too few ways to rule anything out.
    #[error("too few assignments were possible")]
    TooFewAssignments,
}
