//! Tables `experiment` and `experiment_day`.

use chrono::NaiveDate;
use wane_domain::{
    Id,
    diary::{Experiment, ExperimentDay, Pace, PartOfDay, Tried, Watched},
};

use crate::table::{dated, record};

record!(Experiment in "experiment", dates &["date"], {
    date: NaiveDate,
    tried: Tried,
    own: Option<String>,
    part: PartOfDay,
    watched: Watched,
    weeks: u16,
    pace: Pace,
    first_date: NaiveDate,
    coins: String,
    stopped_on: Option<NaiveDate>,
});

record!(ExperimentDay in "experiment_day", dates &["date"], {
    experiment: Id,
    date: NaiveDate,
    done: bool,
}, origin);

dated!(Experiment by date, ExperimentDay by date);
