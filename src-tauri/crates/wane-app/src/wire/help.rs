//! Help now, and when to seek care.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Somebody the person would call.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct OwnHelp {
    /// Who.
    pub name: String,
    /// Their number, as the person writes it.
    pub number: String,
    /// What the person wants to remember about them; may be empty.
    pub note: String,
}

/// One number that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HelpLine {
    /// Who answers.
    pub name: String,
    /// The number.
    pub number: String,
    /// "Call or text".
    pub how: String,
}

/// The numbers of one country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HelpPlace {
    /// Its name.
    pub id: String,
    /// The country, in words.
    pub name: String,
    /// The zone of the system's clock lies here.
    pub here: bool,
    /// The person has put it away.
    pub away: bool,
    /// The numbers.
    pub lines: Vec<HelpLine>,
}

/// Help now: a few sentences, the person's own numbers, and those that are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HelpView {
    /// A few sentences.
    pub text: Vec<String>,
    /// The person's own, first.
    pub own: Vec<OwnHelp>,
    /// The countries, the one where the person seems to be first.
    pub places: Vec<HelpPlace>,
}

/// The person's own list, whole.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SaveHelp {
    /// The person's own, in their order.
    pub own: Vec<OwnHelp>,
    /// Names of the countries that are put away.
    pub away: Vec<String>,
}

/// Signs that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CareGroup {
    /// What to do about them.
    pub title: String,
    /// The signs, one sentence each.
    pub signs: Vec<String>,
}

/// When to seek care: a list, and nothing that weighs it up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CareView {
    /// What the page is, in sentences.
    pub text: Vec<String>,
    /// The signs, the most urgent first.
    pub groups: Vec<CareGroup>,
    /// What else there is to say.
    pub last: String,
    /// What Wane is not.
    pub safety: String,
}
