//! Two pages that are always within reach: help now, and when to seek care (row E4, `SCIENCE.md` 9).
//!
//! They ask nothing, weigh nothing up and look at nothing in the diary.
//! Help now also answers where no diary can be opened ([`help_without_diary`]).

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use wane_store::{Diary, Label};
use wane_text::Catalogue;

use crate::{App, convert, fault::Fault, host::Host, settings, wire::*};

/// The setting that holds the person's own list.
const OWN: &str = "help-own";
/// How many people of their own somebody can write down.
const MOST_OWN: usize = 20;
/// The longest name and note, in characters.
const LONGEST_TEXT: usize = 120;
/// The longest number, in characters.
const LONGEST_NUMBER: usize = 40;

/// A number: the message that names who answers, the number, and the message that says how.
type Line = (&'static str, &'static str, &'static str);

/// Every country whose numbers were checked: Samaritans, 988 and 112 by `SCIENCE.md` 9, the others
/// by what the services and their governments say of themselves.
const PLACES: [(&str, &[Line]); 8] = [
    (
        "uk",
        &[
            ("help-line-samaritans", "116 123", "help-how-call-free"),
            ("help-line-emergency", "999 · 112", "help-how-call"),
        ],
    ),
    (
        "ie",
        &[
            ("help-line-samaritans", "116 123", "help-how-call-free"),
            ("help-line-emergency", "112 · 999", "help-how-call"),
        ],
    ),
    (
        "us",
        &[
            ("help-line-us-988", "988", "help-how-call-or-text"),
            ("help-line-emergency", "911", "help-how-call"),
        ],
    ),
    (
        "ca",
        &[
            ("help-line-ca-988", "988", "help-how-call-or-text"),
            ("help-line-emergency", "911", "help-how-call"),
        ],
    ),
    (
        "de",
        &[
            (
                "help-line-telefonseelsorge",
                "0800 111 0 111",
                "help-how-call-free",
            ),
            ("help-line-emergency", "112", "help-how-call"),
        ],
    ),
    (
        "eu",
        &[("help-line-emergency", "112", "help-how-call-free")],
    ),
    (
        "au",
        &[
            ("help-line-lifeline", "13 11 14", "help-how-call"),
            ("help-line-emergency", "000", "help-how-call"),
        ],
    ),
    (
        "nz",
        &[
            ("help-line-1737", "1737", "help-how-call-or-text"),
            ("help-line-emergency", "111", "help-how-call"),
        ],
    ),
];

/// The signs of the page on care: the message of each group, and the messages of its signs.
const CARE: [(&str, &[&str]); 4] = [
    (
        "care-now",
        &[
            "care-now-numb",
            "care-now-bladder",
            "care-now-legs",
            "care-now-chest",
            "care-now-life",
        ],
    ),
    (
        "care-soon",
        &[
            "care-soon-fever",
            "care-soon-weight",
            "care-soon-cancer",
            "care-soon-injury",
            "care-soon-immune",
            "care-soon-night",
            "care-soon-new",
        ],
    ),
    (
        "care-sleep",
        &[
            "care-sleep-breath",
            "care-sleep-wheel",
            "care-sleep-legs",
            "care-sleep-dreams",
            "care-sleep-energy",
            "care-sleep-months",
            "care-sleep-pills",
        ],
    ),
    ("care-mood", &["care-mood-low", "care-mood-worth"]),
];

/// The person's own list, as the diary keeps it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Own {
    own: Vec<OwnHelp>,
    away: Vec<String>,
}

impl App {
    /// See [`crate::commands`].
    pub(crate) fn help_now(&self, _: Nothing) -> Result<HelpView, Fault> {
        let rooms = self.rooms();
        Ok(view(&self.words, self.zone(), &own(&rooms.diary)?))
    }

    /// See [`crate::commands`].
    pub(crate) fn save_help(&self, request: SaveHelp) -> Result<HelpView, Fault> {
        if request.own.len() > MOST_OWN {
            return Err(Fault::beyond("error-help-many", MOST_OWN));
        }
        let short = |text: &str, most| convert::short(text, most, "error-help-long");
        let mut kept = Own::default();
        for one in &request.own {
            let (Some(name), Some(number)) = (
                short(&one.name, LONGEST_TEXT)?,
                short(&one.number, LONGEST_NUMBER)?,
            ) else {
                return Err(Fault::refused("error-help-empty"));
            };
            kept.own.push(OwnHelp {
                name,
                number,
                note: short(&one.note, LONGEST_TEXT)?.unwrap_or_default(),
            });
        }
        for id in request.away {
            if !PLACES.iter().any(|(place, _)| *place == id) {
                return Err(Fault::not_found("country"));
            }
            kept.away.push(id);
        }
        let mut rooms = self.rooms();
        let text = settings::to_json(&kept)?;
        rooms
            .diary
            .change(Label::new("help"), self.now(), |change| {
                change.set_setting(OWN, Some(&text))
            })?;
        Ok(view(&self.words, self.zone(), &kept))
    }

    /// See [`crate::commands`].
    pub(crate) fn care(&self, _: Nothing) -> Result<CareView, Fault> {
        let say = |id: &str| self.words.text(id, &[]);
        Ok(CareView {
            text: ["care-first", "care-second"].map(say).to_vec(),
            groups: CARE
                .map(|(title, signs)| CareGroup {
                    title: say(title),
                    signs: signs.iter().map(|id| say(id)).collect(),
                })
                .to_vec(),
            last: say("care-last"),
            safety: say("safety-line"),
        })
    }
}

/// Help now where the diary cannot be opened: everything but the person's own list.
pub fn help_without_diary(host: &dyn Host) -> HelpView {
    view(Catalogue::english(), host.zone(), &Own::default())
}

fn own(diary: &Diary) -> Result<Own, Fault> {
    Ok(settings::read_json(diary, OWN)?.unwrap_or_default())
}

fn view(words: &Catalogue, zone: Tz, own: &Own) -> HelpView {
    let say = |id: &str| words.text(id, &[]);
    let home = home(zone);
    let mut places: Vec<HelpPlace> = PLACES
        .into_iter()
        .map(|(id, lines)| HelpPlace {
            id: id.to_owned(),
            name: say(&format!("help-place-{id}")),
            here: home == Some(id),
            away: own.away.iter().any(|away| away == id),
            lines: lines
                .iter()
                .map(|(name, number, how)| HelpLine {
                    name: say(name),
                    number: (*number).to_owned(),
                    how: say(how),
                })
                .collect(),
        })
        .collect();
    places.sort_by_key(|place| !place.here);
    HelpView {
        text: [
            "help-now-first",
            "help-now-second",
            "help-now-third",
            "help-now-fourth",
        ]
        .map(say)
        .to_vec(),
        own: own.own.clone(),
        places,
    }
}

/// In which of [`PLACES`] the zone lies, as far as its name says.
fn home(zone: Tz) -> Option<&'static str> {
    let name = zone.name();
    let (area, city) = name.split_once('/').unwrap_or((name, ""));
    // Names such as `America/Indiana/Knox` lie where their first city does.
    let city = city.split('/').next().unwrap_or(city);
    let among = |list: &str| list.split(' ').any(|one| one == city);
    match area {
        "US" => Some("us"),
        "Canada" => Some("ca"),
        "Australia" => Some("au"),
        "NZ" => Some("nz"),
        "GB" => Some("uk"),
        "Eire" => Some("ie"),
        "Pacific" if among("Auckland Chatham") => Some("nz"),
        "Pacific" if among("Honolulu") => Some("us"),
        "Europe" if among("London Belfast Jersey Guernsey Isle_of_Man") => Some("uk"),
        "Europe" if among("Dublin") => Some("ie"),
        "Europe" if among("Berlin Busingen") => Some("de"),
        "Europe" if among(EU) => Some("eu"),
        "Asia" if among("Nicosia Famagusta") => Some("eu"),
        "Atlantic" if among("Azores Madeira Canary") => Some("eu"),
        "America" if among(UNITED_STATES) => Some("us"),
        "America" if among(CANADA) => Some("ca"),
        _ => None,
    }
}

const EU: &str = "Amsterdam Athens Bratislava Brussels Bucharest Budapest Copenhagen Helsinki Lisbon Ljubljana \
    Luxembourg Madrid Malta Mariehamn Nicosia Paris Prague Riga Rome Sofia Stockholm Tallinn Vienna Vilnius Warsaw Zagreb";
const UNITED_STATES: &str = "Adak Anchorage Boise Chicago Denver Detroit Fort_Wayne Indiana Indianapolis Juneau Kentucky \
    Los_Angeles Louisville Menominee Metlakatla New_York Nome North_Dakota Phoenix Shiprock Sitka Yakutat";
const CANADA: &str = "Atikokan Blanc-Sablon Cambridge_Bay Creston Dawson Dawson_Creek Edmonton Fort_Nelson Glace_Bay \
    Goose_Bay Halifax Inuvik Iqaluit Moncton Montreal Nipigon Pangnirtung Rainy_River Rankin_Inlet Regina Resolute \
    St_Johns Swift_Current Thunder_Bay Toronto Vancouver Whitehorse Winnipeg Yellowknife";
