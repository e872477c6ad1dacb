//! One row per day, Wane's own table: read and written.
//!
//! `date,bed,lights_out,sol_min,nawk,waso_min,final_wake,tasafa_min,out_of_bed,quality,pain_morning,pain_day,`
//! `movement_min,outdoor_light_min`, then one column per factor.
//! `date` is the wake date and the only column that has to be there; the order of columns is free.
//! A blank cell is a missing answer; 0 is an answer.

mod cells;
mod columns;
mod factors;
mod read;
mod write;

use chrono::{NaiveDate, NaiveTime};
use wane_domain::scale::{Quality, Rating};

pub(crate) use read::Reader;
pub use write::write_wane_csv;

pub(crate) use columns::{looks_like, looks_like_a_formula};

/// One day of the table. What is `None` is a blank cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The wake date.
    pub date: NaiveDate,
    /// Got into bed, on the clock.
    pub bed: Option<NaiveTime>,
    /// Tried to sleep, on the clock.
    pub lights_out: Option<NaiveTime>,
    /// Sleep latency, minutes.
    pub sol_min: Option<u16>,
    /// Number of awakenings.
    pub nawk: Option<u16>,
    /// Minutes awake after sleep onset.
    pub waso_min: Option<u16>,
    /// Final awakening, on the clock.
    pub final_wake: Option<NaiveTime>,
    /// Minutes in bed trying to sleep after the final awakening.
    pub tasafa_min: Option<u16>,
    /// Out of bed, on the clock.
    pub out_of_bed: Option<NaiveTime>,
    /// How good the night was.
    pub quality: Option<Quality>,
    /// Pain on waking.
    pub pain_morning: Option<Rating>,
    /// Pain of the day, rated in the evening.
    pub pain_day: Option<Rating>,
    /// Minutes of movement.
    pub movement_min: Option<u16>,
    /// Minutes outdoors.
    pub outdoor_light_min: Option<u16>,
    /// One value per factor, in the order of the factors' names.
    pub factors: Vec<Option<f64>>,
}

impl Row {
    /// A day without a single answer.
    pub fn blank(date: NaiveDate) -> Self {
        Row {
            date,
            bed: None,
            lights_out: None,
            sol_min: None,
            nawk: None,
            waso_min: None,
            final_wake: None,
            tasafa_min: None,
            out_of_bed: None,
            quality: None,
            pain_morning: None,
            pain_day: None,
            movement_min: None,
            outdoor_light_min: None,
            factors: Vec::new(),
        }
    }
}
