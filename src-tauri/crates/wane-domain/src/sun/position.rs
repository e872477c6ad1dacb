//! Where the sun stands.

use chrono::{DateTime, Utc};

use crate::place::Place;

/// Seconds since 1970 at noon of 1 January 2000, the epoch the equations count from.
const J2000_S: i64 = 946_728_000;
const DAY_S: f64 = 86_400.0;
const CENTURY_D: f64 = 36_525.0;

/// What follows from the date alone, wherever one stands.
struct Ephemeris {
    /// Angle north of the celestial equator, radians.
    declination: f64,
    /// How far a sundial is ahead of the clock, minutes.
    equation_of_time_min: f64,
}

impl Ephemeris {
    fn at(instant: DateTime<Utc>) -> Ephemeris {
        let seconds = (instant.timestamp() - J2000_S) as f64
            + f64::from(instant.timestamp_subsec_millis()) / 1000.0;
        let t = seconds / DAY_S / CENTURY_D;

        // Geometric mean longitude and anomaly of the sun, and the eccentricity of the Earth's orbit.
        let mean_longitude = (280.466_46 + t * (36_000.769_83 + t * 0.000_303_2)).rem_euclid(360.0);
        let mean_anomaly = (357.529_11 + t * (35_999.050_29 - t * 0.000_153_7)).to_radians();
        let eccentricity = 0.016_708_634 - t * (0.000_042_037 + t * 0.000_000_126_7);

        // The equation of the centre makes the longitude true; nutation and aberration make it apparent.
        let centre = mean_anomaly.sin() * (1.914_602 - t * (0.004_817 + t * 0.000_014))
            + (2.0 * mean_anomaly).sin() * (0.019_993 - t * 0.000_101)
            + (3.0 * mean_anomaly).sin() * 0.000_289;
        let node = (125.04 - 1_934.136 * t).to_radians();
        let longitude = (mean_longitude + centre - 0.005_69 - 0.004_78 * node.sin()).to_radians();

        // Obliquity of the ecliptic: 23°26′21.448″ in 2000, slowly falling, and nodding with the moon's node.
        let obliquity_s = 21.448 - t * (46.815 + t * (0.000_59 - t * 0.001_813));
        let obliquity =
            (23.0 + (26.0 + obliquity_s / 60.0) / 60.0 + 0.002_56 * node.cos()).to_radians();

        let mean_longitude = mean_longitude.to_radians();
        let y = (obliquity / 2.0).tan().powi(2);
        let equation = y * (2.0 * mean_longitude).sin() - 2.0 * eccentricity * mean_anomaly.sin()
            + 4.0 * eccentricity * y * mean_anomaly.sin() * (2.0 * mean_longitude).cos()
            - 0.5 * y * y * (4.0 * mean_longitude).sin()
            - 1.25 * eccentricity * eccentricity * (2.0 * mean_anomaly).sin();

        Ephemeris {
            declination: (obliquity.sin() * longitude.sin()).asin(),
            // A degree of turning takes four minutes.
            equation_of_time_min: 4.0 * equation.to_degrees(),
        }
    }
}

/// Altitude of the sun's centre above the horizon without refraction, degrees.
pub(super) fn altitude_deg(instant: DateTime<Utc>, place: Place) -> f64 {
    let sun = Ephemeris::at(instant);
    let seconds = instant.timestamp().rem_euclid(86_400) as f64
        + f64::from(instant.timestamp_subsec_millis()) / 1000.0;
    let solar_min = seconds / 60.0 + sun.equation_of_time_min + 4.0 * place.lon_deg();
    let hour_angle = (solar_min / 4.0 - 180.0).to_radians();
    let latitude = place.lat_deg().to_radians();
    let sine = latitude.sin() * sun.declination.sin()
        + latitude.cos() * sun.declination.cos() * hour_angle.cos();
    sine.clamp(-1.0, 1.0).asin().to_degrees()
}

/// The instant nearest to `near` at which the sun crosses the meridian of `lon_deg` degrees east.
pub(super) fn transit(near: DateTime<Utc>, lon_deg: f64) -> DateTime<Utc> {
    // The equation of time changes by at most half a minute in a day: one look back settles it.
    let estimate = nearest_transit(near, lon_deg, near);
    nearest_transit(near, lon_deg, estimate)
}

/// The transit nearest to `near`, with the equation of time as it is at `at`.
fn nearest_transit(near: DateTime<Utc>, lon_deg: f64, at: DateTime<Utc>) -> DateTime<Utc> {
    let noon_s = DAY_S / 2.0 - (4.0 * lon_deg + Ephemeris::at(at).equation_of_time_min) * 60.0;
    let after_noon_s = near.timestamp() as f64 - noon_s;
    let until_nearest_s = (after_noon_s / DAY_S).round() * DAY_S - after_noon_s;
    // Whole seconds, whatever fraction `near` has, so that the same noon is the same instant from wherever it is sought.
    DateTime::from_timestamp(near.timestamp() + until_nearest_s.round() as i64, 0).unwrap_or(near)
}
