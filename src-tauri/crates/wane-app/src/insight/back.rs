//! The week in three facts: one good thing, one steady thing, one open question; in words without numbers.

use wane_insight::{
    Insights, Quantity,
    look_back::{self, Aspect, Change, Good, LookBack, Open, Welcome},
};
use wane_store::{Diary, Label};
use wane_text::Arg;

use super::{
    material::{Material, SLEEP},
    week::Look,
};
use crate::{App, fault::Fault, settings, wire::*};

/// The setting that holds the date of the look whose look back was skipped.
const SKIPPED: &str = "look-back-skipped";

/// A wait of up to so many days is told as a few days; one of up to the second number as some weeks.
const SOON_DAYS: [usize; 2] = [14, 90];

impl App {
    /// See [`crate::commands`].
    pub(crate) fn look_back(&self, request: LookBackRequest) -> Result<LookBackView, Fault> {
        let (look, skipped, material) = {
            let rooms = self.rooms();
            let look = self.weekly_look(&rooms.diary)?;
            let skipped = is_skipped(&rooms.diary, &look)?;
            if request.only_on_its_day && (skipped || !look.is_today()) {
                return Ok(LookBackView {
                    is_today: look.is_today(),
                    skipped,
                    ..LookBackView::default()
                });
            }
            let material = self.material_until(&rooms.diary, &look, InsightsRequest::default())?;
            (look, skipped, material)
        };
        let insights = material.insights();
        Ok(self.look_back_view(&look, skipped, &material, &insights))
    }

    /// See [`crate::commands`].
    pub(crate) fn look_back_skip(&self, request: SkipLookBack) -> Result<LookBackView, Fault> {
        {
            let mut rooms = self.rooms();
            let date = self.weekly_look(&rooms.diary)?.date.to_string();
            let text = settings::to_json(&date)?;
            let text = request.skip.then_some(text.as_str());
            let label = Label::new("look-back");
            rooms.diary.change(label, self.now(), |change| {
                change.set_setting(SKIPPED, text)
            })?;
        }
        self.look_back(LookBackRequest::default())
    }

    /// Whether today is the day of the look, and its look back was not skipped.
    pub(crate) fn is_day_of_look_back(&self, diary: &Diary) -> Result<bool, Fault> {
        let look = self.weekly_look(diary)?;
        Ok(look.is_today() && !is_skipped(diary, &look)?)
    }

    pub(super) fn look_back_view(
        &self,
        look: &Look,
        skipped: bool,
        material: &Material,
        insights: &Insights,
    ) -> LookBackView {
        let LookBack { good, steady, open } = week(material, insights);
        // Where nothing was written, there is no week to look back on, and nothing is asked of anybody.
        let nothing = good.is_none();
        LookBackView {
            good: good.map(|good| match good {
                Good::Better(Change { name, .. }) => self.of_measure("look-back-better", &name),
                Good::Written { .. } => self.words.text("look-back-written", &[]),
            }),
            steady: steady
                .filter(|_| !nothing)
                .map(|steady| self.of_measure("look-back-steady", &steady.name)),
            open: open.filter(|_| !nothing).map(|open| self.open_text(&open)),
            text: self.words.text(
                match (skipped, nothing) {
                    (true, _) => "look-back-is-skipped",
                    (false, true) => "look-back-nothing",
                    (false, false) => "look-back-week",
                },
                &[],
            ),
            is_today: look.is_today(),
            skipped,
        }
    }

    fn open_text(&self, open: &Open) -> String {
        let about = |id: &str, measure: &str| {
            let measure = self.of_measure("insight", measure);
            self.words.text(id, &[("measure", Arg::from(measure))])
        };
        match open {
            Open::Hint { name } => about("look-back-hint", name),
            Open::CouldBeKnownIn { name, days } => {
                let [soon, weeks] = SOON_DAYS;
                let id = match *days {
                    days if days <= soon => "look-back-known-soon",
                    days if days <= weeks => "look-back-known-weeks",
                    _ => "look-back-known-months",
                };
                about(id, name)
            }
            Open::TooEarly { .. } => self.words.text("look-back-early", &[]),
        }
    }
}

/// Whether the look back of this look was skipped.
pub(super) fn is_skipped(diary: &Diary, look: &Look) -> Result<bool, Fault> {
    let skipped: Option<String> = settings::read_json(diary, SKIPPED)?;
    Ok(skipped.is_some_and(|date| date == look.date.to_string()))
}

fn week(material: &Material, insights: &Insights) -> LookBack {
    let welcome = [Welcome::More, Welcome::More, Welcome::Less, Welcome::Less];
    let mut aspects: Vec<Aspect> = SLEEP
        .iter()
        .zip(&material.sleep)
        .zip(welcome)
        .map(|((measure, values), welcome)| Aspect {
            name: measure.name,
            values: Quantity::open(values),
            welcome,
        })
        .collect();
    for (name, values, welcome) in [
        ("pain_day", &material.pain, Welcome::Less),
        ("pain_waking", &material.waking, Welcome::Less),
        ("wake", &material.wake, Welcome::Neither),
    ] {
        aspects.push(Aspect {
            name,
            values: Quantity::open(values),
            welcome,
        });
    }
    let last = material.calendar.days() - 1;
    look_back::of(
        &material.calendar,
        last,
        &aspects,
        &material.written,
        insights,
    )
}
