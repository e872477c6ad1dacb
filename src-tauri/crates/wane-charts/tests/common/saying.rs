//! Every chart with other words.

use wane_charts::{Axis, HeatWords, Trend};

use super::views::Views;

impl Views {
    /// The same charts with every label put through `say`.
    pub fn saying(mut self, say: &dyn Fn(&str) -> String) -> Views {
        let each = |words: &mut String| *words = say(words);
        let note = |words: &mut Option<String>| {
            if let Some(words) = words {
                each(words);
            }
        };
        let axis = |axis: &mut Axis| match axis {
            Axis::Hours { pattern } | Axis::Percent { pattern } => each(pattern),
            Axis::YesNo { yes, no } => {
                each(yes);
                each(no);
            }
            Axis::Fixed { ticks, .. } => ticks.iter_mut().for_each(|t| each(&mut t.1)),
            _ => {}
        };
        let trend = |t: &mut Trend| {
            for panel in &mut t.panels {
                each(&mut panel.title);
                axis(&mut panel.axis);
            }
            t.spans.iter_mut().for_each(|s| each(&mut s.label));
            t.annotations.iter_mut().for_each(|a| each(&mut a.label));
            t.ticked.iter_mut().for_each(|t| each(&mut t.label));
            note(&mut t.note_when_aggregated);
        };
        trend(&mut self.plain);
        trend(&mut self.wide.0);
        each(&mut self.wide.1.label);
        self.nights.hour_labels.iter_mut().for_each(each);
        note(&mut self.nights.note_when_aggregated);
        self.weeks
            .panels
            .iter_mut()
            .for_each(|p| each(&mut p.title));
        self.weeks.hour_labels.iter_mut().for_each(each);
        each(&mut self.weeks.count);
        note(&mut self.weeks.note_when_aggregated);
        for scatter in [&mut self.by_quality, &mut self.by_hours] {
            for direction in [&mut scatter.across, &mut scatter.up] {
                each(&mut direction.title);
                axis(&mut direction.axis);
            }
            note(&mut scatter.note_when_fitted);
            note(&mut scatter.note_when_numbered);
            note(&mut scatter.note_when_gathered);
        }
        each(&mut self.heat.title);
        self.heat.days.iter_mut().for_each(|d| each(&mut d.label));
        let HeatWords {
            rough,
            flare,
            recalled,
            none,
        } = &mut self.heat.words;
        [rough, flare, recalled, none].into_iter().for_each(each);
        note(&mut self.heat.note_when_months);
        for panel in &mut self.weekdays.panels {
            each(&mut panel.title);
            axis(&mut panel.axis);
        }
        each(&mut self.weekdays.count);
        note(&mut self.weekdays.note_when_gathered);
        self.compared.stretches.iter_mut().for_each(each);
        for measure in &mut self.compared.measures {
            each(&mut measure.title);
            axis(&mut measure.axis);
        }
        each(&mut self.compared.count);
        note(&mut self.compared.note_when_gathered);
        let words = &mut self.band.words;
        for words in [
            &mut self.band.title,
            &mut self.band.pattern,
            &mut words.inside,
            &mut words.outside,
            &mut words.excused,
        ] {
            each(words);
        }
        note(&mut self.band.note_when_aggregated);
        self
    }
}
