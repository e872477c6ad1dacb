//! The cards of the Learn view (rows E1 and E2): which there are, how strong the evidence for each is, and its sources.
//!
//! The words stand in the catalogue: `card-<id>` is the title, `card-<id>-body` the text and
//! `card-<id>-against` a result that speaks against it. [`complaints`] refuses a card that lacks one of its parts.

use crate::{Catalogue, lint::reading};

/// The fewest and the most words of a card's body: about two minutes.
pub const BODY_WORDS: std::ops::RangeInclusive<usize> = 180..=320;

/// The hardest a card may be to read: its Flesch–Kincaid grade ([`reading::grade`]).
pub const MAX_CARD_GRADE: f64 = 7.0;

/// How strong the evidence for a card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// What people who work in the field advise; no study of it was checked.
    Practice,
    /// A few small studies.
    Thin,
    /// Several studies that are small or short, or that do not all agree.
    Fair,
    /// Reviews of many studies point the same way.
    Firm,
}

impl Strength {
    /// Every strength, the strongest first.
    pub const ALL: [Strength; 4] = [
        Strength::Firm,
        Strength::Fair,
        Strength::Thin,
        Strength::Practice,
    ];

    /// Its name on the wire and in the catalogue (`strength-<code>`, `strength-<code>-meaning`).
    pub fn code(self) -> &'static str {
        match self {
            Strength::Practice => "practice",
            Strength::Thin => "thin",
            Strength::Fair => "fair",
            Strength::Firm => "firm",
        }
    }
}

/// One card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    /// Its name, in messages and in the diary.
    pub id: &'static str,
    /// The group it stands in (`card-group-<group>`).
    pub group: &'static str,
    /// How strong the evidence is.
    pub strength: Strength,
    /// Its sources (`card-source-<name>`), what supports it and what speaks against it.
    pub sources: &'static [&'static str],
}

impl Card {
    /// The message of its title.
    pub fn title_id(&self) -> String {
        format!("card-{}", self.id)
    }

    /// The message of its body: sentences a line each, a blank line between paragraphs.
    pub fn body_id(&self) -> String {
        format!("card-{}-body", self.id)
    }

    /// The message of the result that speaks against it.
    pub fn against_id(&self) -> String {
        format!("card-{}-against", self.id)
    }
}

const fn card(
    id: &'static str,
    group: &'static str,
    strength: Strength,
    sources: &'static [&'static str],
) -> Card {
    Card {
        id,
        group,
        strength,
        sources,
    }
}

/// Every card, in the order of reading.
pub const CARDS: [Card; 26] = {
    use Strength::{Fair, Firm, Practice, Thin};
    [
        card(
            "both-ways",
            "together",
            Firm,
            &["finan-2013", "goossens-2025", "no-link"],
        ),
        card(
            "first-half",
            "together",
            Fair,
            &[
                "goossens-2025",
                "va-weeks",
                "tang-2012",
                "gerhart-2017",
                "asymmetry",
                "abeler-2021",
            ],
        ),
        card("own-pattern", "together", Fair, &["own-sums", "general"]),
        card(
            "myths",
            "together",
            Fair,
            &["selvanathan-2021", "asymmetry", "general"],
        ),
        card(
            "nervous-system",
            "body",
            Fair,
            &["krause-2019", "finan-2013"],
        ),
        card("inflammation", "body", Fair, &["irwin-2016"]),
        card(
            "hormones",
            "body",
            Thin,
            &["davidson-1991", "spiegel-2000", "general"],
        ),
        card("emotion", "body", Firm, &["palmer-2024"]),
        card("brain-output", "body", Fair, &["watson-2019", "general"]),
        card("who", "body", Firm, &["mathias-2018", "jank-2017"]),
        card("rest-backfires", "rest", Fair, &["dahm-2010", "general"]),
        card(
            "better-not-more",
            "rest",
            Fair,
            &["goossens-2025", "dietch-2021", "selvanathan-2021"],
        ),
        card(
            "movement",
            "movement",
            Fair,
            &["movement-2023", "estevez-2021", "tang-2014"],
        ),
        card(
            "dose",
            "movement",
            Thin,
            &["pacing-au", "nielson-2013", "andrews-2012"],
        ),
        card(
            "timing",
            "movement",
            Fair,
            &["stutz-2019", "leota-2025", "general"],
        ),
        card(
            "consistency",
            "tend",
            Fair,
            &["nsf-2023", "huang-2020", "general"],
        ),
        card(
            "mornings",
            "tend",
            Fair,
            &[
                "brown-2022",
                "burgess-2019",
                "burgess-2017",
                "leichtfried-2014",
                "general",
            ],
        ),
        card("pressure", "tend", Practice, &["tang-2012", "general"]),
        card("wind-down", "tend", Thin, &["neuendorf-2015", "general"]),
        card("waking", "tend", Practice, &["general"]),
        card(
            "breathing",
            "tools",
            Fair,
            &[
                "laborde-2022",
                "jafari-2020",
                "balban-2023",
                "zautra-2010",
                "joseph-2022",
            ],
        ),
        card("relaxation", "tools", Fair, &["neuendorf-2015", "general"]),
        card("physio", "help", Practice, &["general"]),
        card("programs", "help", Firm, &["selvanathan-2021", "general"]),
        card(
            "wearables",
            "help",
            Fair,
            &["dietch-2021", "goossens-2025", "general"],
        ),
        card(
            "road-ahead",
            "help",
            Practice,
            &[
                "burgess-2019",
                "burgess-2017",
                "leichtfried-2014",
                "general",
            ],
        ),
    ]
};

/// The card of that name.
pub fn named(id: &str) -> Option<&'static Card> {
    CARDS.iter().find(|card| card.id == id)
}

/// The paragraphs of a body, its lines put together.
pub fn paragraphs(body: &str) -> Vec<String> {
    body.split("\n\n")
        .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

/// Everything a card lacks in a language; nothing for every card that ships.
///
/// The reading grade is one of English and is asked for there alone.
pub fn complaints(card: &Card, catalogue: &Catalogue) -> Vec<String> {
    let mut found = Vec::new();
    let mut part = |what: &str, id: &str| {
        if catalogue.has(id) {
            return Some(catalogue.text(id, &[]));
        }
        found.push(format!("{}: no {what} ({id})", card.id));
        None
    };
    part("title", &card.title_id());
    part("group", &format!("card-group-{}", card.group));
    part("strength", &format!("strength-{}", card.strength.code()));
    part(
        "meaning of its strength",
        &format!("strength-{}-meaning", card.strength.code()),
    );
    let body = part("body", &card.body_id());
    let against = part("result that speaks against it", &card.against_id());
    for source in card.sources {
        part("source", &format!("card-source-{source}"));
    }
    if card.sources.is_empty() {
        found.push(format!("{}: no sources", card.id));
    }
    if let Some(body) = &body {
        let words = reading::words(body).len();
        if !BODY_WORDS.contains(&words) {
            found.push(format!("{}: a body of {words} words", card.id));
        }
    }
    if catalogue.language().tag == "en" {
        for text in [&body, &against].into_iter().flatten() {
            if let Some(grade) = reading::grade(text)
                && grade > MAX_CARD_GRADE
            {
                found.push(format!("{}: reading grade {grade:.1}", card.id));
            }
        }
    }
    found
}
