//! What the user has chosen, how the window should look, and the first run.

use chrono::{DateTime, Duration, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use wane_domain::{Fold, Moment, place::Place, reminder::Kind, usual};
use wane_store::{Diary, Label};
use wane_text::Arg;

use crate::{App, app::Rooms, convert, fault::Fault, reminders, wire::*};

/// The user's own times, as the diary keeps them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Targets {
    /// About when to be in bed, on each weekday, Monday first.
    pub bed: [Option<NaiveTime>; 7],
    /// About when to get up.
    pub rise: Option<NaiveTime>,
    /// Minutes of wind-down before bed.
    pub lead_min: u32,
}

impl Default for Targets {
    fn default() -> Self {
        // 45 minutes is the default wind-down of `SCIENCE.md` 6, 3.
        Targets {
            bed: [None; 7],
            rise: None,
            lead_min: 45,
        }
    }
}

impl Targets {
    fn from_view(view: &TargetsView) -> Self {
        let time =
            |t: &Option<String>| convert::time_option(t.as_deref(), "targets").ok().flatten();
        Targets {
            bed: std::array::from_fn(|day| view.bed.get(day).and_then(time)),
            rise: time(&view.rise),
            lead_min: view.lead_min,
        }
    }

    /// As the wire and the diary write them.
    pub(crate) fn to_view(&self) -> TargetsView {
        TargetsView {
            bed: self.bed.iter().map(|t| t.map(convert::clock)).collect(),
            rise: self.rise.map(convert::clock),
            lead_min: self.lead_min,
        }
    }

    /// As the first guess at the usual night, until the diary knows better.
    pub(crate) fn as_usual(&self) -> Option<usual::Targets> {
        let bed = self.bed.into_iter().flatten().next()?;
        Some(usual::Targets {
            bed,
            rise: self.rise?,
        })
    }
}

/// What the user has chosen; the defaults where nothing was.
pub(crate) fn read(diary: &Diary) -> Result<Settings, Fault> {
    Ok(read_json(diary, "settings")?.unwrap_or_default())
}

/// The user's own times; the defaults where none were given.
pub(crate) fn targets(diary: &Diary) -> Result<Targets, Fault> {
    Ok(read_json::<TargetsView>(diary, "targets")?
        .map_or_else(Targets::default, |v| Targets::from_view(&v)))
}

pub(crate) fn read_json<T: for<'de> Deserialize<'de>>(
    diary: &Diary,
    name: &str,
) -> Result<Option<T>, Fault> {
    // A setting written by some other version that cannot be read is as good as none: it is a choice, not a record.
    Ok(diary
        .setting(name)?
        .and_then(|text| serde_json::from_str(&text).ok()))
}

pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|_| Fault::internal("setting"))
}

/// How the user wants to have the morning light.
pub(crate) fn light_way(diary: &Diary) -> Result<LightWay, Fault> {
    Ok(read_json(diary, "light-way")?.unwrap_or_default())
}

/// Why reminders pause. The schedule, which anybody can read, knows only from when to when.
pub(crate) fn pause_reason(diary: &Diary) -> Result<Option<PauseReason>, Fault> {
    read_json(diary, "pause-reason")
}

/// The time to get up that the accepted steps lead to, if any was accepted.
pub(crate) fn rise_in_the_end(diary: &Diary) -> Result<Option<NaiveTime>, Fault> {
    let text: Option<String> = read_json(diary, "rise-in-the-end")?;
    Ok(text.and_then(|text| convert::time(&text, "rise").ok()))
}

/// The user's place: their own choice, else the zone's own coordinates.
pub(crate) fn place(diary: &Diary, zone: Tz) -> Result<Option<Place>, Fault> {
    match read(diary)?.place {
        Some(fields) => Ok(Some(place_from(fields)?)),
        None => Ok(Place::of_zone(zone)),
    }
}

fn place_from(fields: PlaceFields) -> Result<Place, Fault> {
    Place::new(fields.lat, fields.lon).map_err(|_| Fault::bad_input("place"))
}

impl App {
    /// See [`crate::commands`].
    pub(crate) fn settings(&self, _: Nothing) -> Result<SettingsView, Fault> {
        self.settings_view(&self.rooms())
    }

    /// See [`crate::commands`].
    pub(crate) fn save_settings(&self, request: Settings) -> Result<SettingsView, Fault> {
        if !(1.0..=2.0).contains(&request.text_scale) {
            return Err(Fault::bad_input("text_scale"));
        }
        if let Some(place) = request.place {
            place_from(place)?;
        }
        let mut rooms = self.rooms();
        let text = to_json(&request)?;
        rooms
            .diary
            .change(Label::new("settings"), self.now(), |change| {
                change.set_setting("settings", Some(&text))
            })?;
        self.host.reminders_changed();
        self.settings_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn appearance(&self, _: Nothing) -> Result<Appearance, Fault> {
        let rooms = self.rooms();
        let settings = read(&rooms.diary)?;
        self.appearance_of(&rooms, &settings)
    }

    fn settings_view(&self, rooms: &Rooms) -> Result<SettingsView, Fault> {
        let settings = read(&rooms.diary)?;
        let zone = self.zone();
        let present = self.present_day(&rooms.diary)?;
        Ok(SettingsView {
            holiday: self.holiday_today(rooms, present, present)?,
            appearance: self.appearance_of(rooms, &settings)?,
            place_text: self.place_text(&settings),
            settings,
            zone: zone.name().to_owned(),
            folder: rooms.dir.path().display().to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// Where the sun is asked, in words.
    pub(crate) fn place_text(&self, settings: &Settings) -> String {
        let zone = self.zone();
        match (settings.place, Place::of_zone(zone)) {
            (Some(own), _) => self.words.text(
                "place-own",
                &[("place", Arg::from(self.coordinates(own.lat, own.lon)))],
            ),
            (None, Some(of_zone)) => self.words.text(
                "place-of-zone",
                &[
                    ("zone", Arg::from(zone.name().replace('_', " "))),
                    (
                        "place",
                        Arg::from(self.coordinates(of_zone.lat_deg(), of_zone.lon_deg())),
                    ),
                ],
            ),
            (None, None) => self.words.text("place-unknown", &[]),
        }
    }

    fn coordinates(&self, lat: f64, lon: f64) -> String {
        let one = |value: f64, positive: &str, negative: &str| {
            let id = if value < 0.0 { negative } else { positive };
            self.words.text(
                id,
                &[("degrees", Arg::from(self.words.number(value.abs(), 1)))],
            )
        };
        format!(
            "{}, {}",
            one(lat, "degrees-north", "degrees-south"),
            one(lon, "degrees-east", "degrees-west")
        )
    }

    /// Day from the usual rising on, evening from the wind-down on; the user's own pin goes first.
    pub(crate) fn appearance_of(
        &self,
        rooms: &Rooms,
        settings: &Settings,
    ) -> Result<Appearance, Fault> {
        self.appearance_for(&rooms.diary, settings)
    }

    /// The same, with only the diary at hand.
    pub(crate) fn appearance_for(
        &self,
        diary: &Diary,
        settings: &Settings,
    ) -> Result<Appearance, Fault> {
        let text_scale = settings.text_scale;
        let look = |theme, amber, again_in_s| Appearance {
            theme,
            amber,
            again_in_s,
            text_scale,
        };
        let pinned = |theme| Ok(look(theme, false, 3600));
        let by_the_hour = settings.amber == AmberChoice::Auto;
        match settings.theme {
            ThemeChoice::Contrast => return pinned(ChartTheme::Contrast),
            _ if settings.amber == AmberChoice::Always => {
                return Ok(look(ChartTheme::Evening, true, 3600));
            }
            ThemeChoice::Day => return pinned(ChartTheme::Day),
            ThemeChoice::Evening if !by_the_hour => return pinned(ChartTheme::Evening),
            ThemeChoice::Evening | ThemeChoice::Auto => {}
        }
        let usual = self.usual(diary, self.present_day(diary)?)?;
        let targets = targets(diary)?;
        let bed = targets
            .as_usual()
            .map(|t| t.bed)
            .or(usual.bed)
            .unwrap_or(clock_time(22, 45));
        let rise = targets.rise.or(usual.out_of_bed).unwrap_or(RISE_OF_ANYBODY);
        let before = |time: NaiveTime, minutes| {
            time.overflowing_sub_signed(Duration::minutes(i64::from(minutes)))
                .0
        };
        let wind_down = before(bed, targets.lead_min);
        // With amber from the wind-down on, the evening comes before it; else the evening begins there.
        let dusk = if by_the_hour {
            before(wind_down, EVENING_BEFORE_AMBER_MIN)
        } else {
            wind_down
        };
        let zone = self.zone();
        let now = self.now();
        let next = |time| next_at(now, zone, time);
        let (to_evening, to_amber, to_day) = (next(dusk), next(wind_down), next(rise));
        // Whichever comes next says which of the three it is now.
        let is_day = to_evening <= to_amber && to_evening < to_day;
        let amber = by_the_hour && !is_day && to_day < to_amber;
        let theme = if is_day && settings.theme == ThemeChoice::Auto {
            ChartTheme::Day
        } else {
            ChartTheme::Evening
        };
        let again = (to_evening.min(to_amber).min(to_day) - now)
            .num_seconds()
            .clamp(1, 3600);
        Ok(look(theme, amber, again as u32 + 1))
    }

    /// See [`crate::commands`].
    pub(crate) fn first_run(&self, request: FirstRun) -> Result<Start, Fault> {
        let bed = convert::time_option(request.bed.as_deref(), "bed")?;
        let rise = convert::time_option(request.rise.as_deref(), "rise")?;
        let mut rooms = self.rooms();
        let targets = Targets {
            bed: [bed; 7],
            rise,
            ..Targets::default()
        };
        let text = to_json(&targets.to_view())?;
        let answered = self.now().to_rfc3339();
        rooms
            .diary
            .change(Label::new("first-run"), self.now(), |change| {
                change.set_setting("targets", Some(&text))?;
                change.set_setting("first-run", Some(&answered))
            })?;
        reminders::write_target_rules(&mut rooms, &targets, self.now())?;
        self.enable(
            &mut rooms,
            &Kind::WindDown,
            request.remind_wind_down && bed.is_some(),
        )?;
        self.enable(&mut rooms, &Kind::MorningLight, request.remind_light)?;
        self.host.reminders_changed();
        if request.sample {
            self.look_around(&mut rooms, 365, 0)?;
        }
        self.start_over(&mut rooms)
    }
}

/// How long before the amber the evening begins, in minutes.
const EVENING_BEFORE_AMBER_MIN: u32 = 120;

/// When somebody gets up of whom nothing is known: 06:30.
pub(crate) const RISE_OF_ANYBODY: NaiveTime = match NaiveTime::from_hms_opt(6, 30, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

fn clock_time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}

/// The next instant at which the clocks of `zone` show `time`.
fn next_at(now: DateTime<Utc>, zone: Tz, time: NaiveTime) -> DateTime<Utc> {
    let today = Moment::new(now, zone).date();
    (0..3)
        .map(|ahead| {
            Moment::from_local(
                (today + Duration::days(ahead)).and_time(time),
                zone,
                Fold::First,
            )
            .instant
        })
        .find(|t| *t > now)
        .unwrap_or(now + Duration::hours(12))
}

impl App {
    /// See [`crate::commands`].
    pub(crate) fn quit(&self, _: Nothing) -> Result<Nothing, Fault> {
        self.host.quit();
        Ok(Nothing {})
    }

    /// See [`crate::commands`].
    pub(crate) fn close_window(&self, _: Nothing) -> Result<Nothing, Fault> {
        self.host.close_window();
        Ok(Nothing {})
    }
}
