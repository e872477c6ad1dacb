//! Names of what is tracked: short, and unlike any other that is in use.

use chrono::{DateTime, Utc};
use wane_domain::{
    Id,
    diary::{Factor, Medicine, NamedPain},
};
use wane_store::{Reader, Record};

use super::factors;
use crate::{convert, fault::Fault};

/// The longest name, in characters.
pub(crate) const LONGEST_NAME: usize = 60;

/// Something that is tracked by name and can be put aside.
pub(super) trait Named: Record {
    /// What the person calls it.
    fn name(&self) -> &str;
    /// When it was put aside.
    fn retired_at(&self) -> Option<DateTime<Utc>>;
    /// Puts it aside, or takes it up again.
    fn set_retired_at(&mut self, at: Option<DateTime<Utc>>);
    /// A fault when no more of the kind can be in use, and it would take room.
    fn room_for_it(&self, _: &Reader) -> Result<(), Fault> {
        Ok(())
    }
}

impl Named for NamedPain {
    fn name(&self) -> &str {
        &self.name
    }
    fn retired_at(&self) -> Option<DateTime<Utc>> {
        self.retired_at
    }
    fn set_retired_at(&mut self, at: Option<DateTime<Utc>>) {
        self.retired_at = at;
    }
}

impl Named for Factor {
    fn name(&self) -> &str {
        &self.name
    }
    fn retired_at(&self) -> Option<DateTime<Utc>> {
        self.retired_at
    }
    fn set_retired_at(&mut self, at: Option<DateTime<Utc>>) {
        self.retired_at = at;
    }
    fn room_for_it(&self, diary: &Reader) -> Result<(), Fault> {
        if diary.is_measured(self.id)? {
            return Ok(());
        }
        factors::room_for_one_more(diary)
    }
}

impl Named for Medicine {
    fn name(&self) -> &str {
        &self.name
    }
    fn retired_at(&self) -> Option<DateTime<Utc>> {
        self.retired_at
    }
    fn set_retired_at(&mut self, at: Option<DateTime<Utc>>) {
        self.retired_at = at;
    }
}

/// The name as it is kept: on one line, 1 to [`LONGEST_NAME`] characters, unlike that of any other record in use.
pub(super) fn free_name<R: Named>(
    diary: &Reader,
    name: &str,
    own: Option<Id>,
) -> Result<String, Fault> {
    let name = a_name(name)?;
    let taken = diary
        .all::<R>()?
        .iter()
        .any(|r| r.retired_at().is_none() && Some(r.id()) != own && same_name(r.name(), &name));
    if taken {
        Err(Fault::refused("error-name-taken"))
    } else {
        Ok(name)
    }
}

/// The name as it is kept: on one line, 1 to [`LONGEST_NAME`] characters.
pub(crate) fn a_name(name: &str) -> Result<String, Fault> {
    convert::short(name, LONGEST_NAME, "error-name-long")?
        .ok_or_else(|| Fault::refused("error-name-empty"))
}

/// Whether two names are one: capitals make no difference, in any script that has them.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}
