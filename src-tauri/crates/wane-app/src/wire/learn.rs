//! The Learn view, and the one card that Today may offer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How strong the evidence for a card is, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum CardStrength {
    /// Reviews of many studies point the same way.
    Firm,
    /// Several studies that are small or short, or that do not all agree.
    Fair,
    /// A few small studies.
    Thin,
    /// What people who work in the field advise; no study was checked.
    Practice,
}

/// One step of the scale of evidence, in words.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StrengthView {
    /// Which.
    pub strength: CardStrength,
    /// "Well supported".
    pub name: String,
    /// What that means, in a sentence.
    pub meaning: String,
}

/// One card, whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CardView {
    /// Its name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its text.
    pub paragraphs: Vec<String>,
    /// A result that speaks against it.
    pub against: String,
    /// How strong the evidence is.
    pub strength: CardStrength,
    /// Where it was found, one source each.
    pub sources: Vec<String>,
    /// The person has marked it as read.
    pub read: bool,
}

/// Cards that belong together.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CardGroup {
    /// What they are about.
    pub title: String,
    /// The cards, in the order of reading.
    pub cards: Vec<CardView>,
}

/// The Learn view: every card, open from the start.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LearnView {
    /// "3 of 26 cards read. The others can wait."
    pub text: String,
    /// The cards.
    pub groups: Vec<CardGroup>,
    /// The scale of evidence, the strongest first.
    pub strengths: Vec<StrengthView>,
}

/// Marks a card as read, or as not read.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MarkCard {
    /// The card.
    pub card: String,
    /// Whether it is read.
    pub read: bool,
}

/// Names one card.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CardRequest {
    /// The card.
    pub card: String,
}

/// The one card that Today offers by what the day's entry says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CardOffer {
    /// The card.
    pub card: String,
    /// Its title.
    pub title: String,
    /// Why it is offered, in words.
    pub text: String,
}
