//! The evening check-in as it stands.

use chrono::NaiveDate;
use wane_domain::diary::{Dose, Light, Occasion};
use wane_store::Diary;

use super::sum;
use crate::{App, fault::Fault, import::measured::is_measured, log, wire::*};

impl App {
    pub(super) fn evening(&self, diary: &Diary, date: NaiveDate) -> Result<Evening, Fault> {
        let pain = log::overall_rating(diary, date, Occasion::Evening)?;
        let asked = self.asked(diary, date, Occasion::Evening)?;
        let entry = log::day_entry(diary, date)?;
        let doses = diary.between::<Dose>(date, date)?;
        let lights = diary.between::<Light>(date, date)?;
        let moved = doses.iter().any(|dose| !is_measured(&dose.origin));
        let answered = entry
            .as_ref()
            .is_some_and(|e| e.arousal.is_some() || e.mattered.is_some());
        Ok(Evening {
            saved: pain.is_some() || answered || moved || asked.answered,
            recalled: pain.as_ref().is_some_and(|p| p.origin.recalled)
                || entry.as_ref().is_some_and(|e| e.origin.recalled)
                || asked.recalled,
            pain: pain.map(|p| p.rating.get()),
            arousal: entry.as_ref().and_then(|e| e.arousal).map(|a| a.get()),
            mattered: entry.and_then(|e| e.mattered),
            movement_min: sum(doses.iter().map(|d| d.minutes)),
            light_min: sum(lights.iter().map(|l| l.minutes)),
            pains: asked.pains,
            factors: asked.factors,
        })
    }
}
