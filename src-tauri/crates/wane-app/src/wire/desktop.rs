//! What the desktop around the window does for Wane.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Starting with the session, without a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AutostartView {
    /// This desktop can be asked to; where it cannot, there is nothing to choose.
    pub available: bool,
    /// It has been asked to.
    pub enabled: bool,
}

/// Sets whether Wane starts with the session.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct SetAutostart {
    /// It does.
    pub enabled: bool,
}
