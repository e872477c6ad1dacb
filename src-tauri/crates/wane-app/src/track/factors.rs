//! Factors: at most six in use at once, and each stays what its answers mean.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};
use wane_domain::{
    Id,
    diary::{Factor, Timing},
};
use wane_store::{Diary, Label, Reader, Uses};
use wane_text::Arg;

use super::{earlier, in_use_first, made_or_saved, names};
use crate::{App, convert, fault::Fault, wire::*};

/// How many factors can be in use at once (row L6).
pub(super) const FACTOR_LIMIT: usize = 6;
/// A factor without an answer for so many days is offered to be put aside.
const IDLE_DAYS: i64 = 30;
/// The longest unit, in characters.
const LONGEST_UNIT: usize = 20;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn save_factor(&self, request: SaveFactor) -> Result<Tracked, Fault> {
        let timing = match request.timing {
            FactorTiming::Day => Timing::Day,
            FactorTiming::Night => Timing::Night,
        };
        let unit = request.unit.as_deref().unwrap_or_default();
        let unit = convert::short(unit, LONGEST_UNIT, "error-unit-long")?;
        let mut rooms = self.rooms();
        let diary = &rooms.diary;
        let earlier: Option<Factor> = earlier(diary, request.id.as_deref(), "factor")?;
        let own = earlier.as_ref().map(|f| f.id);
        let name = names::free_name::<Factor>(diary, &request.name, own)?;
        let unit = match &earlier {
            None => {
                room_for_one_more(diary)?;
                unit
            }
            Some(was) if diary.factor_uses()?.contains_key(&was.id) => {
                let unit = unit_of_answers(&was.unit, unit)?;
                if was.timing != timing {
                    return Err(Fault::refused("error-factor-fixed"));
                }
                unit
            }
            Some(_) => unit,
        };
        let factor = Factor {
            id: own.unwrap_or_else(|| self.new_id()),
            name,
            timing,
            unit,
            retired_at: earlier.as_ref().and_then(|f| f.retired_at),
        };
        self.put_tracked(&mut rooms, Label::new("save-factor"), &factor)?;
        let message = made_or_saved(
            earlier.is_some(),
            match timing {
                Timing::Day => "tracked-factor-made-day",
                Timing::Night => "tracked-factor-made-night",
            },
        );
        self.tracked_now(&rooms, Some(message))
    }

    /// The factors as the wire shows them, those in use first.
    pub(super) fn factors(&self, diary: &Diary) -> Result<Vec<FactorView>, Fault> {
        let uses = diary.factor_uses()?;
        let mut views = Vec::new();
        for factor in in_use_first(diary.all::<Factor>()?) {
            views.push(self.factor(diary, factor, &uses)?);
        }
        Ok(views)
    }

    fn factor(
        &self,
        diary: &Diary,
        factor: Factor,
        uses: &BTreeMap<Id, Uses>,
    ) -> Result<FactorView, Fault> {
        let uses = uses.get(&factor.id);
        let today = self.present_day(diary)?;
        let days = Duration::days(IDLE_DAYS);
        let quiet = uses.is_none_or(|uses| today - uses.last > days);
        let measured = diary.is_measured(factor.id)?;
        let idle = factor.retired_at.is_none()
            && quiet
            && !measured
            && made_at(diary, factor.id)?.is_some_and(|at| self.now() - at > days);
        let use_text = match uses {
            Some(uses) => self.words.text(
                if measured {
                    "factor-measured-days"
                } else {
                    "factor-used"
                },
                &[
                    ("count", Arg::from(uses.count)),
                    ("day", Arg::from(self.words.date_short_year(uses.last))),
                ],
            ),
            None => self.words.text("factor-unused", &[]),
        };
        Ok(FactorView {
            id: factor.id.to_string(),
            timing: match factor.timing {
                Timing::Day => FactorTiming::Day,
                Timing::Night => FactorTiming::Night,
            },
            retired: factor.retired_at.is_some(),
            name: factor.name,
            unit: factor.unit,
            idle,
            measured,
            use_text,
        })
    }
}

/// The unit a factor with answers can have: its own, since the answers would mean something else with another.
///
/// Numbers that came without a unit, from a file, are no other numbers once somebody says what they count.
fn unit_of_answers(was: &Option<String>, unit: Option<String>) -> Result<Option<String>, Fault> {
    match (was.as_deref(), unit) {
        (Some(""), None) => Ok(Some(String::new())),
        (Some(""), Some(unit)) => Ok(Some(unit)),
        (was, unit) if was == unit.as_deref() => Ok(unit),
        _ => Err(Fault::refused("error-factor-fixed")),
    }
}

/// When the record was first written down.
fn made_at(diary: &Reader, id: Id) -> Result<Option<DateTime<Utc>>, Fault> {
    Ok(diary.revisions(id)?.first().map(|revision| revision.at))
}

/// A fault when as many factors are in use as can be.
pub(super) fn room_for_one_more(diary: &Reader) -> Result<(), Fault> {
    if room_for_factors(diary)? == 0 {
        Err(Fault::beyond("error-factor-limit", FACTOR_LIMIT))
    } else {
        Ok(())
    }
}

/// How many more factors can be in use. What a device alone tells of makes no check-in longer and takes no room.
pub(crate) fn room_for_factors(diary: &Reader) -> Result<usize, Fault> {
    let mut in_use = 0;
    for factor in diary.all::<Factor>()? {
        in_use += usize::from(factor.retired_at.is_none() && !diary.is_measured(factor.id)?);
    }
    Ok(FACTOR_LIMIT.saturating_sub(in_use))
}
