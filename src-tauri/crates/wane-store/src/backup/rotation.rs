//! Which backups are kept.
//!
//! Everything of the last two days; then the newest of each of 7 days, 8 weeks and 12 months;
//! and, of those made before an upgrade, the newest of each of 12 months besides.
//! Only periods in which a backup was made count, so that a diary that rests for a year loses nothing by it.
//! All is reckoned from the newest backup and in UTC: no clock is asked, and a clock that was wrong for a while
//! takes up one place in each row and no more.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, Datelike as _, Duration, Utc};

const ALL_WITHIN: Duration = Duration::days(2);
const DAYS: usize = 7;
const WEEKS: usize = 8;
const MONTHS: usize = 12;

/// One backup, as far as keeping it goes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Kept {
    /// When it was made. First, so that the order is that of time.
    pub at: DateTime<Utc>,
    /// Its name, which settles the order of those of one instant.
    pub name: String,
    /// It was made before an upgrade.
    pub upgrade: bool,
}

/// The names of the backups to keep.
pub(crate) fn keep(backups: &[Kept]) -> BTreeSet<String> {
    let mut newest_first: Vec<&Kept> = backups.iter().collect();
    newest_first.sort_by(|a, b| b.cmp(a));
    let Some(newest) = newest_first.first() else {
        return BTreeSet::new();
    };
    let recent = newest_first
        .iter()
        .filter(|backup| newest.at - backup.at < ALL_WITHIN)
        .copied();
    let month = |at: DateTime<Utc>| (at.year(), at.month());
    let upgrades: Vec<&Kept> = newest_first
        .iter()
        .filter(|backup| backup.upgrade)
        .copied()
        .collect();
    recent
        .chain(newest_of_each(&newest_first, DAYS, |at| at.date_naive()))
        .chain(newest_of_each(&newest_first, WEEKS, |at| at.iso_week()))
        .chain(newest_of_each(&newest_first, MONTHS, month))
        .chain(newest_of_each(&upgrades, MONTHS, month))
        .map(|backup| backup.name.clone())
        .collect()
}

/// The newest backup of each of the last `count` periods that have one.
fn newest_of_each<'b, P: std::hash::Hash + Eq>(
    newest_first: &[&'b Kept],
    count: usize,
    period: impl Fn(DateTime<Utc>) -> P,
) -> Vec<&'b Kept> {
    let mut seen = HashSet::new();
    newest_first
        .iter()
        .filter(|backup| seen.insert(period(backup.at)))
        .take(count)
        .copied()
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A backup so many hours after the beginning of 2020.
    fn made(hours: u32, upgrade: bool) -> Kept {
        let start = DateTime::from_timestamp(1_577_836_800, 0).unwrap_or_default();
        Kept {
            at: start + Duration::hours(i64::from(hours)),
            name: format!("{hours}-{upgrade}"),
            upgrade,
        }
    }

    fn any_backups() -> impl Strategy<Value = Vec<Kept>> {
        // Up to four years, some hours apart or some months.
        let one = (
            prop_oneof![0_u32..100, 0_u32..2_000, 0_u32..35_000],
            any::<bool>(),
        );
        proptest::collection::vec(one, 0..120).prop_map(|list| {
            let unique: BTreeSet<(u32, bool)> = list.into_iter().collect();
            unique
                .into_iter()
                .map(|(hours, upgrade)| made(hours, upgrade))
                .collect()
        })
    }

    fn only(backups: &[Kept], names: &BTreeSet<String>) -> Vec<Kept> {
        backups
            .iter()
            .filter(|backup| names.contains(&backup.name))
            .cloned()
            .collect()
    }

    proptest! {
        #[test]
        fn what_is_kept_is_kept_again(backups in any_backups()) {
            let kept = keep(&backups);
            prop_assert_eq!(keep(&only(&backups, &kept)), kept, "doing it twice removes no more");
        }

        #[test]
        fn what_was_removed_is_not_missed_later(backups in any_backups(), later in 0_u32..5_000, upgrade: bool) {
            let newest = backups.iter().map(|backup| backup.at).max().unwrap_or_default();
            let new = Kept { at: newest + Duration::hours(i64::from(later)) + Duration::minutes(1), name: "new".into(), upgrade };
            let mut all = backups.clone();
            all.push(new.clone());
            let mut rotated = only(&backups, &keep(&backups));
            rotated.push(new);
            prop_assert_eq!(keep(&rotated), keep(&all), "removing step by step is removing at once");
        }

        #[test]
        fn the_newest_and_all_of_two_days_are_kept(backups in any_backups()) {
            let kept = keep(&backups);
            let newest = backups.iter().map(|backup| backup.at).max();
            for backup in &backups {
                if newest.is_some_and(|newest| newest - backup.at < Duration::days(2)) {
                    prop_assert!(kept.contains(&backup.name), "{} is of the last two days", backup.name);
                }
            }
            prop_assert_eq!(kept.is_empty(), backups.is_empty(), "something is kept as long as there is something");
        }

        #[test]
        fn what_is_kept_reaches_as_far_back_as_promised(backups in any_backups()) {
            let kept = only(&backups, &keep(&backups));
            let newest = backups.iter().map(|backup| backup.at).max().unwrap_or_default();
            for (days, apart) in [(7, 1), (56, 7), (300, 31)] {
                // Whatever was made within that time has a backup near it.
                for backup in backups.iter().filter(|backup| newest - backup.at < Duration::days(days)) {
                    prop_assert!(
                        kept.iter().any(|kept| kept.at >= backup.at && kept.at - backup.at < Duration::days(apart)),
                        "{} has one within {} days after it", backup.name, apart
                    );
                }
            }
        }

        #[test]
        fn only_so_many_are_kept(backups in any_backups()) {
            let kept = only(&backups, &keep(&backups));
            let newest = backups.iter().map(|backup| backup.at).max().unwrap_or_default();
            let older = kept.iter().filter(|backup| newest - backup.at >= Duration::days(2)).count();
            prop_assert!(older <= 7 + 8 + 12 + 12, "{} beyond the last two days", older);
        }

        #[test]
        fn those_before_an_upgrade_are_kept_for_a_year_of_them(backups in any_backups()) {
            let upgrades: Vec<Kept> = backups.iter().filter(|backup| backup.upgrade).cloned().collect();
            let months: BTreeSet<(i32, u32)> = upgrades.iter().map(|backup| (backup.at.year(), backup.at.month())).collect();
            let kept = only(&upgrades, &keep(&backups));
            let kept_months: BTreeSet<(i32, u32)> = kept.iter().map(|backup| (backup.at.year(), backup.at.month())).collect();
            for month in months.iter().rev().take(MONTHS) {
                prop_assert!(kept_months.contains(month), "{:?} has one", month);
            }
        }
    }
}
