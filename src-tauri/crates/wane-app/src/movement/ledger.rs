//! The just-right ledger: what the domain needs from the diary, and the plan that the person has chosen.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};
use wane_domain::{
    diary::{Dose, Felt, Occasion, PainRating},
    movement::{
        ledger::{self, Baseline, Facts, Limits, Moved, Plan, Quota},
        response::USUAL_DAYS,
    },
};
use wane_store::{Change, Diary, Error, Label};

use super::instructions::{instructions, limit};
use crate::{App, app::Rooms, convert, fault::Fault, settings, wire::*};

/// The setting that holds the plan.
const PLAN: &str = "movement-plan";
/// The setting that holds the days on which the person agreed to go below the floor.
const BELOW_FLOOR: &str = "movement-below-floor";
/// So many days are shown: four weeks.
pub(super) const SHOWN_DAYS: i64 = 28;

/// The plan as the diary keeps it; days are written `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct KeptPlan {
    start: String,
    baseline_min: f64,
    goal_min: Option<u16>,
    kind: Option<String>,
}

impl KeptPlan {
    /// A plan without a goal and about all kinds, from its first day on.
    pub(crate) fn new(start: NaiveDate, baseline_min: f64) -> KeptPlan {
        KeptPlan {
            start: start.to_string(),
            baseline_min,
            goal_min: None,
            kind: None,
        }
    }
}

/// Writes a plan down.
pub(crate) fn write_plan(change: &mut Change<'_>, plan: &KeptPlan) -> Result<(), Error> {
    let text = serde_json::to_string(plan).unwrap_or_default();
    change.set_setting(PLAN, Some(&text)).map(drop)
}

/// The plan that the person has chosen, as the diary keeps it; none that means nothing.
fn kept_plan(diary: &Diary) -> Result<Option<(Plan, Option<String>)>, Fault> {
    let kept: Option<KeptPlan> = settings::read_json(diary, PLAN)?;
    Ok(kept.and_then(|kept| {
        let plan = Plan {
            start: kept.start.parse().ok()?,
            baseline: Some(kept.baseline_min).filter(|minutes| *minutes > 0.0)?,
            goal: kept.goal_min,
        };
        Some((plan, kept.kind))
    }))
}

/// The days on which the person agreed to go below the floor.
fn below_floor(diary: &Diary) -> Result<Vec<NaiveDate>, Fault> {
    let days: Vec<String> = settings::read_json(diary, BELOW_FLOOR)?.unwrap_or_default();
    Ok(days.iter().filter_map(|day| day.parse().ok()).collect())
}

/// Everything the ledger looks at, read once.
pub(super) struct Material {
    pub today: NaiveDate,
    pub plan: Option<Plan>,
    pub kind: Option<String>,
    pub moved: Vec<Moved>,
    pub mornings: Vec<(NaiveDate, u8)>,
    pub marked: BTreeSet<NaiveDate>,
    pub limits: Vec<Limits>,
    pub below_floor: Vec<NaiveDate>,
}

impl Material {
    pub fn facts(&self) -> Facts<'_> {
        Facts {
            moved: &self.moved,
            mornings: &self.mornings,
            marked: &self.marked,
            limits: &self.limits,
            below_floor: &self.below_floor,
        }
    }

    pub fn baseline(&self) -> Baseline {
        ledger::baseline(&self.facts(), self.today)
    }

    /// The quotas of the plan from its start to today; empty without one.
    pub fn quotas(&self) -> Vec<Quota> {
        self.plan.as_ref().map_or_else(Vec::new, |plan| {
            ledger::ledger(plan, &self.facts(), self.today)
        })
    }
}

impl App {
    /// See [`crate::commands`].
    pub(crate) fn ledger(&self, request: LedgerRequest) -> Result<LedgerView, Fault> {
        self.ledger_view(&self.rooms(), request.kind, None)
    }

    /// See [`crate::commands`].
    pub(crate) fn ledger_begin(&self, request: LedgerBegin) -> Result<LedgerView, Fault> {
        let goal_min = limit(request.goal_min, "goal_min")?;
        let kind = convert::line(request.kind.as_deref());
        let mut rooms = self.rooms();
        let material = self.material(&rooms.diary, kind.clone(), true)?;
        let Some(baseline_min) = material.baseline().minutes else {
            return Err(Fault::refused("error-ledger-early"));
        };
        let plan = KeptPlan {
            start: material.today.to_string(),
            baseline_min,
            goal_min,
            kind,
        };
        let text = settings::to_json(&plan)?;
        rooms
            .diary
            .change(Label::new("ledger-begin"), self.now(), |change| {
                change.set_setting(PLAN, Some(&text))?;
                change.set_setting(BELOW_FLOOR, None)
            })?;
        self.ledger_view(&rooms, None, Some("ledger-begun-said"))
    }

    /// See [`crate::commands`].
    pub(crate) fn ledger_end(&self, _: Nothing) -> Result<LedgerView, Fault> {
        let mut rooms = self.rooms();
        rooms
            .diary
            .change(Label::new("ledger-end"), self.now(), |change| {
                change.set_setting(PLAN, None)
            })?;
        self.ledger_view(&rooms, None, Some("ledger-ended-said"))
    }

    /// See [`crate::commands`].
    pub(crate) fn ledger_below_floor(&self, _: Nothing) -> Result<LedgerView, Fault> {
        let mut rooms = self.rooms();
        let material = self.material(&rooms.diary, None, false)?;
        if material
            .quotas()
            .last()
            .is_none_or(|quota| quota.asks.is_none())
        {
            return Err(Fault::refused("error-ledger-not-asked"));
        }
        let mut days = material.below_floor;
        days.push(material.today);
        let days: Vec<String> = days.iter().map(NaiveDate::to_string).collect();
        let text = settings::to_json(&days)?;
        rooms
            .diary
            .change(Label::new("ledger-below-floor"), self.now(), |change| {
                change.set_setting(BELOW_FLOOR, Some(&text))
            })?;
        self.ledger_view(&rooms, None, Some("ledger-below-said"))
    }

    /// What the ledger looks at: of the kind the plan says, or with `anew` of the kind named.
    pub(super) fn material(
        &self,
        diary: &Diary,
        kind: Option<String>,
        anew: bool,
    ) -> Result<Material, Fault> {
        let today = self.present_day(diary)?;
        let kept = kept_plan(diary)?.filter(|(plan, _)| !anew && plan.start <= today);
        let (plan, kind) = match kept {
            Some((plan, kind)) => (Some(plan), kind),
            None => (None, kind),
        };
        let shown = today - Duration::days(SHOWN_DAYS - 1);
        let from = plan.as_ref().map_or(shown, |plan| plan.start.min(shown));
        let spans = diary.spans_over(from, today)?;
        let marked = from
            .iter_days()
            .take_while(|day| *day <= today)
            .filter(|day| {
                spans.iter().any(|span| {
                    span.from_date <= *day && span.to_date.is_none_or(|last| *day <= last)
                })
            })
            .collect();
        // The usual of the first day comes from the days before it.
        let usual = from - Duration::days(USUAL_DAYS.cast_signed());
        Ok(Material {
            today,
            moved: moved(&diary.between::<Dose>(from, today)?, kind.as_deref()),
            mornings: mornings(diary, usual, today)?,
            marked,
            limits: instructions(diary)?
                .iter()
                .map(|said| Limits {
                    from: said.date,
                    floor: said.floor_min,
                    ceiling: said.ceiling_min,
                })
                .collect(),
            below_floor: below_floor(diary)?,
            plan,
            kind,
        })
    }

    /// The suggestion for today in one sentence; nothing without a plan.
    pub(super) fn suggestion_in_short(&self, diary: &Diary) -> Result<Option<String>, Fault> {
        let material = self.material(diary, None, false)?;
        Ok(material
            .quotas()
            .last()
            .map(|quota| self.suggestion_text(quota)))
    }

    pub(super) fn ledger_view(
        &self,
        rooms: &Rooms,
        kind: Option<String>,
        said: Option<&str>,
    ) -> Result<LedgerView, Fault> {
        let kind = convert::line(kind.as_deref());
        let material = self.material(&rooms.diary, kind, false)?;
        let mut view = self.ledger_in_words(&material);
        view.instructions = self.instruction_views(&rooms.diary, material.today)?;
        view.kinds = self.kinds_done(&rooms.diary, material.today)?;
        view.said = said.map(|id| self.words.text(id, &[]));
        (view.undo_text, view.redo_text) = self.turns(&rooms.diary)?;
        Ok(view)
    }

    /// Kinds of the person's own sessions of the last weeks.
    fn kinds_done(&self, diary: &Diary, today: NaiveDate) -> Result<Vec<String>, Fault> {
        let from = today - Duration::days(SHOWN_DAYS - 1);
        let mut kinds: Vec<String> = Vec::new();
        for kind in diary
            .between::<Dose>(from, today)?
            .into_iter()
            .filter_map(|d| d.kind)
        {
            if !kinds.iter().any(|known| same(known, &kind)) {
                kinds.push(kind);
            }
        }
        Ok(kinds)
    }
}

fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// Days with movement of a kind, or of any; sessions without minutes say nothing about minutes.
fn moved(doses: &[Dose], kind: Option<&str>) -> Vec<Moved> {
    let mut days: BTreeMap<NaiveDate, Moved> = BTreeMap::new();
    let counted = doses.iter().filter(|dose| match kind {
        Some(kind) => dose.kind.as_deref().is_some_and(|own| same(own, kind)),
        None => true,
    });
    for dose in counted {
        let Some(minutes) = dose.minutes.filter(|minutes| *minutes > 0) else {
            continue;
        };
        let day = days.entry(dose.date).or_insert(Moved {
            date: dose.date,
            minutes: 0,
            too_much: false,
            comfortable: false,
        });
        day.minutes = day.minutes.saturating_add(minutes);
        day.too_much |= dose.felt == Some(Felt::TooMuch);
        day.comfortable |= matches!(dose.felt, Some(Felt::Right | Felt::Less));
    }
    days.into_values()
        .map(|day| Moved {
            comfortable: day.comfortable && !day.too_much,
            ..day
        })
        .collect()
}

/// The pain on waking of each day that has one.
fn mornings(diary: &Diary, from: NaiveDate, to: NaiveDate) -> Result<Vec<(NaiveDate, u8)>, Fault> {
    let ratings = diary.between::<PainRating>(from, to)?;
    let days: BTreeMap<NaiveDate, u8> = ratings
        .iter()
        .filter(|rating| rating.occasion == Occasion::Morning && rating.pain.is_none())
        .map(|rating| (rating.date, rating.rating.get()))
        .collect();
    Ok(days.into_iter().collect())
}
