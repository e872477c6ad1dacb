//! Breathing, as the person has set it, and how their pace slows from one session to the next.

use wane_domain::breath::{self, Part, Preset};
use wane_store::{Diary, Label};
use wane_text::Arg;

use crate::{App, fault::Fault, settings, wire::*};

/// The setting that holds what was chosen.
const BREATHING: &str = "breathing";

/// A session of so many seconds counts as one in which the pace has slowed: the shortest that `SCIENCE.md` 7 names.
const COUNTS_S: f64 = breath::SLOWING_MIN as f64 * 60.0;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn breathing(&self, _: Nothing) -> Result<BreathingView, Fault> {
        self.breathing_view(&self.rooms().diary)
    }

    /// See [`crate::commands`].
    pub(crate) fn save_breathing(&self, request: Breathing) -> Result<BreathingView, Fault> {
        parts(&request)?;
        self.keep_breathing(&request, "breathing")
    }

    /// See [`crate::commands`].
    pub(crate) fn breathing_pace(&self, request: BreathTaps) -> Result<BreathingView, Fault> {
        let found = breath::pace_of_taps(&request.taps_ms);
        let pace = found.ok_or_else(|| Fault::refused("error-taps"))?;
        let chosen = chosen(&self.rooms().diary)?;
        let request = Breathing {
            pace: Some(pace),
            slow: true,
            ..chosen
        };
        self.keep_breathing(&request, "breathing-pace")
    }

    /// See [`crate::commands`].
    pub(crate) fn breathing_done(&self, request: BreathDone) -> Result<BreathingView, Fault> {
        let chosen = chosen(&self.rooms().diary)?;
        let (from, to) = rates(&chosen)?;
        // A shorter session changes nothing, and neither does one that had nowhere to slow to.
        if !chosen.slow || from <= to || request.seconds < COUNTS_S {
            return self.breathing_view(&self.rooms().diary);
        }
        let request = Breathing {
            pace: Some((to * 10.0).round() / 10.0),
            ..chosen
        };
        self.keep_breathing(&request, "breathing-pace")
    }

    fn keep_breathing(
        &self,
        chosen: &Breathing,
        label: &'static str,
    ) -> Result<BreathingView, Fault> {
        let text = settings::to_json(chosen)?;
        let mut rooms = self.rooms();
        rooms
            .diary
            .change(Label::new(label), self.now(), |change| {
                change.set_setting(BREATHING, Some(&text))
            })?;
        self.breathing_view(&rooms.diary)
    }

    pub(super) fn breathing_view(&self, diary: &Diary) -> Result<BreathingView, Fault> {
        let chosen = chosen(diary)?;
        let parts = parts(&chosen)?;
        let (from_rate, to_rate) = rates(&chosen)?;
        let holds = parts
            .iter()
            .any(|(part, _)| matches!(part, Part::Hold | Part::Rest));
        let (undo_text, redo_text) = self.turning_texts(diary)?;
        let preset = |preset: Preset| BreathPreset {
            code: preset.code().to_owned(),
            name: self
                .words
                .text(&format!("breath-{}", preset.code().replace('.', "-")), &[]),
            rate_text: self.rate_text(breath::rate(&preset.parts())),
            holds: preset.holds(),
        };
        Ok(BreathingView {
            presets: Preset::ALL.map(preset).to_vec(),
            caution: if holds {
                self.words.text("breath-caution", &[])
            } else {
                String::new()
            },
            pace_text: match chosen.pace {
                Some(pace) => self
                    .words
                    .text("breath-pace", &[("rate", Arg::from(self.rate_text(pace)))]),
                None => self.words.text("breath-pace-none", &[]),
            },
            rate_text: self.rate_text(to_rate),
            own_rate_text: self.rate_text(chosen.rate),
            plan: BreathPlan {
                parts: breath::at_rate(&parts, to_rate)
                    .into_iter()
                    .map(|(part, ms)| BreathPart {
                        part: part.code().to_owned(),
                        ms,
                    })
                    .collect(),
                from_rate,
                to_rate,
                slowing_ms: if from_rate > to_rate {
                    breath::SLOWING_MIN * 60_000
                } else {
                    0
                },
            },
            chosen,
            undo_text,
            redo_text,
        })
    }

    /// "6 breaths a minute", "5.5 breaths a minute".
    fn rate_text(&self, rate: f64) -> String {
        let tenths = (rate * 100.0).round() / 100.0;
        let decimals = match tenths {
            whole if whole.fract() == 0.0 => 0,
            tenth if (tenth * 10.0).fract() == 0.0 => 1,
            _ => 2,
        };
        self.words.text(
            "breath-rate",
            &[("rate", Arg::from(self.words.number(tenths, decimals)))],
        )
    }
}

/// What was chosen; the default where nothing was, or where it cannot be breathed.
fn chosen(diary: &Diary) -> Result<Breathing, Fault> {
    let kept: Option<Breathing> = settings::read_json(diary, BREATHING)?;
    Ok(kept.filter(|kept| parts(kept).is_ok()).unwrap_or_default())
}

/// The parts of a breath as it was chosen; refused where it means none.
fn parts(chosen: &Breathing) -> Result<Vec<(Part, u32)>, Fault> {
    match &chosen.preset {
        Some(code) => Preset::from_code(code)
            .map(Preset::parts)
            .ok_or_else(|| Fault::bad_input("preset")),
        None => breath::own(chosen.rate, chosen.out_per_in)
            .ok_or_else(|| Fault::refused("error-breath-rate")),
    }
}

/// From which rate to which the next session goes. A pattern with holds is not stretched: it goes as it is.
fn rates(chosen: &Breathing) -> Result<(f64, f64), Fault> {
    let parts = parts(chosen)?;
    let target = breath::rate(&parts);
    let holds = parts
        .iter()
        .any(|(part, _)| matches!(part, Part::Hold | Part::Rest));
    Ok(if chosen.slow && !holds {
        breath::session(chosen.pace, target)
    } else {
        (target, target)
    })
}
