//! Tables `medicine` and `medicine_taken`.

use chrono::{DateTime, NaiveDate, Utc};
use wane_domain::{
    Id, Moment,
    diary::{Medicine, MedicineTaken, Purpose},
};

use crate::table::{dated, record};

record!(Medicine in "medicine", dates &[], {
    name: String,
    retired_at: Option<DateTime<Utc>>,
});

record!(MedicineTaken in "medicine_taken", dates &["date"], {
    medicine: Id,
    date: NaiveDate,
    at: Option<Moment>,
    purpose: Option<Purpose>,
    amount: Option<String>,
}, origin);

dated!(MedicineTaken by date);
