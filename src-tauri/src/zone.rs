//! The zone of the system's clock, read afresh each time so that a journey is seen at once.

use chrono_tz::Tz;

/// The zone that `TZ` names, else the system's own, else UTC.
pub(crate) fn current() -> Tz {
    from_variable(std::env::var("TZ").ok().as_deref())
        .or_else(|| iana_time_zone::get_timezone().ok()?.parse().ok())
        .unwrap_or(Tz::UTC)
}

/// The zone named by the `TZ` variable; `None` when it is unset or not the name of a zone.
///
/// POSIX lets the name begin with a colon, and lets an empty value mean UTC.
fn from_variable(value: Option<&str>) -> Option<Tz> {
    match value?.trim_start_matches(':') {
        "" => Some(Tz::UTC),
        name => name.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_names_a_zone() {
        for (value, expected) in [
            (None, None),
            (Some("Europe/London"), Some(Tz::Europe__London)),
            (Some(":America/Nuuk"), Some(Tz::America__Nuuk)),
            (Some(""), Some(Tz::UTC)),
            (Some("/usr/share/zoneinfo/Europe/Paris"), None),
            (Some("Nowhere/Atall"), None),
        ] {
            assert_eq!(from_variable(value), expected, "TZ={value:?}");
        }
    }
}
