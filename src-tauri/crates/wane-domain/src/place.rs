//! A rough place on Earth, and where the time zones lie: enough for the sun, and nothing is looked up on a network.

use std::sync::LazyLock;

use chrono_tz::Tz;

/// Name, degrees north and degrees east of every zone that can be placed, sorted by name; see `place/zones.py`.
const ZONES: &str = include_str!("place/zones.tsv");

/// The zones of [`ZONES`], ready for binary search.
static PLACES: LazyLock<Vec<(&'static str, Place)>> =
    LazyLock::new(|| ZONES.lines().filter_map(entry).collect());

/// A place by its geographical coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    lat_deg: f64,
    lon_deg: f64,
}

/// The coordinates lie outside the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("latitude must lie within -90 and 90 degrees, longitude within -180 and 180 degrees")]
pub struct OffTheMap;

impl Place {
    /// The place at `lat_deg` degrees north (−90–90) and `lon_deg` degrees east (−180–180); anything else is [`OffTheMap`].
    pub fn new(lat_deg: f64, lon_deg: f64) -> Result<Place, OffTheMap> {
        if (-90.0..=90.0).contains(&lat_deg) && (-180.0..=180.0).contains(&lon_deg) {
            Ok(Place { lat_deg, lon_deg })
        } else {
            Err(OffTheMap)
        }
    }

    /// Degrees north of the equator, −90–90.
    pub fn lat_deg(self) -> f64 {
        self.lat_deg
    }

    /// Degrees east of Greenwich, −180–180.
    pub fn lon_deg(self) -> f64 {
        self.lon_deg
    }

    /// Where the principal city of a time zone lies, to a hundredth of a degree.
    ///
    /// `None` for names that are no place, such as `UTC`, `Etc/GMT+3` or `EST5EDT`.
    /// The sun at the far end of a wide zone can be an hour off; who minds can name a place of their own.
    pub fn of_zone(zone: Tz) -> Option<Place> {
        let found = PLACES
            .binary_search_by_key(&zone.name(), |(name, _)| name)
            .ok()?;
        PLACES.get(found).map(|(_, place)| *place)
    }
}

fn entry(line: &'static str) -> Option<(&'static str, Place)> {
    let mut columns = line.split('\t');
    let name = columns.next().filter(|name| !name.starts_with('#'))?;
    let lat = columns.next()?.parse().ok()?;
    let lon = columns.next()?.parse().ok()?;
    Some((name, Place::new(lat, lon).ok()?))
}

#[cfg(test)]
mod tests {
    // A failed unwrap is a failed test.
    #![allow(clippy::unwrap_used)]
    use super::*;
    use chrono_tz::TZ_VARIANTS;

    /// Names that stand for an offset or a rule instead of a place.
    const PLACELESS: [&str; 20] = [
        "CET",
        "CST6CDT",
        "EET",
        "EST",
        "EST5EDT",
        "GMT",
        "GMT+0",
        "GMT-0",
        "GMT0",
        "Greenwich",
        "HST",
        "MET",
        "MST",
        "MST7MDT",
        "PST8PDT",
        "UCT",
        "UTC",
        "Universal",
        "WET",
        "Zulu",
    ];

    #[test]
    fn every_zone_is_placed_or_known_to_be_no_place() {
        for zone in TZ_VARIANTS {
            let placeless = PLACELESS.contains(&zone.name()) || zone.name().starts_with("Etc/");
            assert_eq!(Place::of_zone(zone).is_none(), placeless, "{}", zone.name());
        }
    }

    #[test]
    fn every_line_of_the_table_is_read_and_in_order() {
        let lines = ZONES.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(
            PLACES.len(),
            lines,
            "each line is a name and two numbers on the map"
        );
        assert!(
            PLACES.is_sorted_by(|a, b| a.0 < b.0),
            "binary search needs the names sorted and different"
        );
    }

    #[test]
    fn links_lie_where_their_target_lies() {
        for (link, target) in [
            ("Asia/Calcutta", "Asia/Kolkata"),
            ("US/Pacific", "America/Los_Angeles"),
            ("Egypt", "Africa/Cairo"),
            ("NZ", "Pacific/Auckland"),
            ("Europe/Kiev", "Europe/Kyiv"),
        ] {
            let place = |name: &str| Place::of_zone(name.parse().unwrap());
            assert!(place(link).is_some(), "{link} is a place");
            assert_eq!(place(link), place(target), "{link} is a link to {target}");
        }
    }

    #[test]
    fn well_known_cities_are_where_they_are() {
        for (name, lat, lon) in [
            ("Europe/London", 51.5, -0.1),
            ("America/New_York", 40.7, -74.0),
            ("Australia/Sydney", -33.9, 151.2),
            ("Antarctica/McMurdo", -77.8, 166.6),
            ("Pacific/Kiritimati", 1.9, -157.3),
        ] {
            let place = Place::of_zone(name.parse().unwrap()).unwrap();
            let near = (place.lat_deg() - lat).abs() < 0.2 && (place.lon_deg() - lon).abs() < 0.2;
            assert!(near, "{name} is near {lat}, {lon}, got {place:?}");
        }
    }

    #[test]
    fn coordinates_off_the_map_are_refused() {
        for (lat, lon) in [
            (90.1, 0.0),
            (-90.1, 0.0),
            (0.0, 180.5),
            (0.0, -180.5),
            (f64::NAN, 0.0),
            (0.0, f64::INFINITY),
        ] {
            assert_eq!(Place::new(lat, lon), Err(OffTheMap), "{lat}, {lon}");
        }
        assert!(Place::new(-90.0, 180.0).is_ok(), "the edges are on the map");
    }
}
