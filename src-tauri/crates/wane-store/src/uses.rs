//! How often factors have been answered.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use wane_domain::Id;

use crate::{
    Error, Reader, Result,
    value::{Stored as _, Value},
};

/// The answers a factor has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uses {
    /// How many there are; never 0.
    pub count: u64,
    /// The date of the newest.
    pub last: NaiveDate,
}

// Reads every answer once; it is asked where factors are looked after, never on the way of a save or of a day.
const USES: &str = "
    SELECT factor, count(*), max(date) FROM factor_value WHERE deleted_at IS NULL GROUP BY factor";

impl Reader {
    /// Of each factor that has answers, how many and the date of the newest.
    pub fn factor_uses(&self) -> Result<BTreeMap<Id, Uses>> {
        let unreadable = |field| Error::Unreadable {
            table: "factor_value",
            field,
        };
        let mut statement = self.conn()?.prepare_cached(USES)?;
        let mut rows = statement.query([])?;
        let mut uses = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (factor, count, last): (String, i64, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            let factor = factor.parse().map_err(|_| unreadable("factor"))?;
            let count = u64::try_from(count).map_err(|_| unreadable("factor"))?;
            let last = NaiveDate::load(Value::Text(last)).ok_or(unreadable("date"))?;
            uses.insert(factor, Uses { count, last });
        }
        Ok(uses)
    }
}
