//! What the person tracks by name: pains, factors, medicines; and what their numbers mean.
//!
//! Nothing here is ever thrown away: what is no longer wanted is put aside, keeps its history, and can be taken up again.

mod anchors;
mod body;
mod factors;
mod names;

use chrono::{DateTime, Utc};
use wane_domain::{
    Id,
    diary::{Factor, Medicine, NamedPain},
};
use wane_store::{Diary, Label, Record};

pub(crate) use anchors::{anchors, write_anchors};
pub(crate) use body::regions_text;
pub(crate) use factors::room_for_factors;
pub(crate) use names::{a_name, same_name};

use crate::{App, app::Rooms, fault::Fault, wire::*};
use factors::FACTOR_LIMIT;
use names::Named;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn tracked(&self, _: Nothing) -> Result<Tracked, Fault> {
        self.tracked_now(&self.rooms(), None)
    }

    /// See [`crate::commands`].
    pub(crate) fn save_pain(&self, request: SavePain) -> Result<Tracked, Fault> {
        let regions = body::regions(&request.regions)?;
        let mut rooms = self.rooms();
        let earlier: Option<NamedPain> = earlier(&rooms.diary, request.id.as_deref(), "pain")?;
        let pain = NamedPain {
            id: earlier.as_ref().map_or_else(|| self.new_id(), |p| p.id),
            name: names::free_name::<NamedPain>(
                &rooms.diary,
                &request.name,
                earlier.as_ref().map(|p| p.id),
            )?,
            regions,
            retired_at: earlier.as_ref().and_then(|p| p.retired_at),
        };
        self.put_tracked(&mut rooms, Label::new("save-pain"), &pain)?;
        let message = made_or_saved(earlier.is_some(), "tracked-pain-made");
        self.tracked_now(&rooms, Some(message))
    }

    /// See [`crate::commands`].
    pub(crate) fn save_medicine(&self, request: SaveMedicine) -> Result<Tracked, Fault> {
        let mut rooms = self.rooms();
        let earlier: Option<Medicine> = earlier(&rooms.diary, request.id.as_deref(), "medicine")?;
        let medicine = Medicine {
            id: earlier.as_ref().map_or_else(|| self.new_id(), |m| m.id),
            name: names::free_name::<Medicine>(
                &rooms.diary,
                &request.name,
                earlier.as_ref().map(|m| m.id),
            )?,
            retired_at: earlier.as_ref().and_then(|m| m.retired_at),
        };
        self.put_tracked(&mut rooms, Label::new("save-medicine"), &medicine)?;
        let message = made_or_saved(earlier.is_some(), "tracked-medicine-made");
        self.tracked_now(&rooms, Some(message))
    }

    /// See [`crate::commands`].
    pub(crate) fn retire(&self, request: Retire) -> Result<Tracked, Fault> {
        let mut rooms = self.rooms();
        match (request.kind, request.retired) {
            (TrackedKind::Pain, retired) => {
                let label = if retired {
                    "retire-pain"
                } else {
                    "take-up-pain"
                };
                self.set_retired::<NamedPain>(&mut rooms, &request.id, "pain", retired, label)?;
            }
            (TrackedKind::Factor, retired) => {
                let label = if retired {
                    "retire-factor"
                } else {
                    "take-up-factor"
                };
                self.set_retired::<Factor>(&mut rooms, &request.id, "factor", retired, label)?;
            }
            (TrackedKind::Medicine, retired) => {
                let label = if retired {
                    "retire-medicine"
                } else {
                    "take-up-medicine"
                };
                self.set_retired::<Medicine>(&mut rooms, &request.id, "medicine", retired, label)?;
            }
        }
        let message = if request.retired {
            "tracked-put-aside"
        } else {
            "tracked-taken-up"
        };
        self.tracked_now(&rooms, Some(message))
    }

    fn set_retired<R: Named>(
        &self,
        rooms: &mut Rooms,
        id: &str,
        what: &'static str,
        retired: bool,
        label: &'static str,
    ) -> Result<(), Fault> {
        let mut record: R =
            earlier(&rooms.diary, Some(id), what)?.ok_or_else(|| Fault::not_found(what))?;
        if record.retired_at().is_some() == retired {
            return Ok(());
        }
        if !retired {
            // Coming back it has to keep to the same rules as something new.
            names::free_name::<R>(&rooms.diary, record.name(), Some(record.id()))?;
            record.room_for_it(&rooms.diary)?;
        }
        record.set_retired_at(retired.then(|| self.now()));
        self.put_tracked(rooms, Label::new(label), &record)
    }

    fn put_tracked<R: Record>(
        &self,
        rooms: &mut Rooms,
        label: Label,
        record: &R,
    ) -> Result<(), Fault> {
        rooms
            .diary
            .change(label, self.now(), |change| change.put(record))?;
        Ok(())
    }

    /// Everything tracked as it now is, with the message about what was just done.
    fn tracked_now(&self, rooms: &Rooms, done: Option<&str>) -> Result<Tracked, Fault> {
        let diary = &rooms.diary;
        let pains = in_use_first(diary.all::<NamedPain>()?)
            .into_iter()
            .map(|pain| PainView {
                id: pain.id.to_string(),
                regions: pain.regions.iter().map(|r| r.code().to_owned()).collect(),
                regions_text: regions_text(&self.words, &pain.regions),
                retired: pain.retired_at.is_some(),
                name: pain.name,
            })
            .collect();
        let medicines = in_use_first(diary.all::<Medicine>()?)
            .into_iter()
            .map(|medicine| MedicineView {
                id: medicine.id.to_string(),
                retired: medicine.retired_at.is_some(),
                name: medicine.name,
            })
            .collect();
        Ok(Tracked {
            pains,
            factors: self.factors(diary)?,
            factor_limit: FACTOR_LIMIT as u8,
            medicines,
            anchors: anchors(diary)?,
            body: body::groups(&self.words),
            text: done.map_or_else(String::new, |id| self.words.text(id, &[])),
        })
    }
}

fn made_or_saved(altered: bool, made: &'static str) -> &'static str {
    if altered { "tracked-saved" } else { made }
}

/// The record a request names; `None` when it names none, and a fault when it names one that is not there.
fn earlier<R: Record>(
    diary: &Diary,
    id: Option<&str>,
    what: &'static str,
) -> Result<Option<R>, Fault> {
    let Some(id) = id else {
        return Ok(None);
    };
    let found = match id.parse::<Id>() {
        Ok(id) => diary.get::<R>(id)?,
        Err(_) => None,
    };
    found.map(Some).ok_or_else(|| Fault::not_found(what))
}

/// Those in use first, each part in the order in which it was made.
fn in_use_first<R: Named>(mut records: Vec<R>) -> Vec<R> {
    records.sort_by_key(|r| r.retired_at().is_some());
    records
}

/// Names of the medicines in use, in the order in which they were made.
pub(crate) fn medicines_in_use(diary: &Diary) -> Result<Vec<String>, Fault> {
    Ok(diary
        .all::<Medicine>()?
        .into_iter()
        .filter(|m| m.retired_at.is_none())
        .map(|m| m.name)
        .collect())
}

/// The medicine of that name: one in use, else one that was put aside.
pub(crate) fn medicine_named(diary: &Diary, name: &str) -> Result<Option<Medicine>, Fault> {
    let known = in_use_first(diary.all::<Medicine>()?);
    Ok(known.into_iter().find(|m| same_name(&m.name, name)))
}

/// A medicine of that name, in use from now on.
pub(crate) fn new_medicine(id: Id, name: String) -> Medicine {
    Medicine {
        id,
        name,
        retired_at: None::<DateTime<Utc>>,
    }
}
