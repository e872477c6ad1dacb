//! The palettes: what each colour means, by day, in the evening, in amber, for high contrast and on paper.
//!
//! Hues and chroma are those of the design tokens.
//! The lightness of the series is spread further apart than the tokens are,
//! so that the four inks stay four in greyscale: each differs from the next by at least 0.07 in OKLab lightness.

use crate::colour::{Rgb, oklch};
use crate::trend::SeriesInk;

/// Which palette a chart wears; the night has no charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// Ink on white.
    #[default]
    Day,
    /// Lamp light on deep blue-violet.
    Evening,
    /// One warm amber without blue, from the wind-down on: series differ by lightness and shape alone.
    Amber,
    /// Black on white with stronger lines, for those who asked their system for more contrast.
    Contrast,
    /// For paper: white ground, inks that a grey printer keeps apart.
    Print,
}

impl Theme {
    /// Every palette, for galleries and tests.
    pub const ALL: [Theme; 5] = [
        Theme::Day,
        Theme::Evening,
        Theme::Amber,
        Theme::Contrast,
        Theme::Print,
    ];
}

/// One series in its strengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink {
    /// Dots, lines and bars.
    pub full: Rgb,
    /// Whiskers and the bars of devices: between full and pale.
    pub half: Rgb,
    /// Bands.
    pub pale: Rgb,
}

/// The colours of one theme, by meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// What the picture is painted on: the surface of a card.
    pub ground: Rgb,
    /// Titles.
    pub ink: Rgb,
    /// Tick labels, annotations and notes.
    pub quiet: Rgb,
    /// Grid lines.
    pub line: Rgb,
    /// The dotted ground of gaps.
    pub dots: Rgb,
    /// The bars of spans and the lines of annotations.
    pub grey: Rgb,
    /// Time in bed around the time asleep.
    pub in_bed: Rgb,
    /// The target window of the raster.
    pub target: Rgb,
    /// The edges of the target window.
    pub target_edge: Rgb,
    /// Sleep.
    pub sleep: Ink,
    /// Pain on waking.
    pub morning_pain: Ink,
    /// Pain in the evening.
    pub evening_pain: Ink,
    /// Whatever the user chose to track.
    pub factor: Ink,
}

impl Palette {
    /// The colours of `theme`.
    pub fn of(theme: Theme) -> Self {
        match theme {
            Theme::Day => Palette {
                ground: oklch(1.0, 0.0, 0.0),
                ink: oklch(0.25, 0.02, 280.0),
                quiet: oklch(0.44, 0.02, 280.0),
                line: oklch(0.91, 0.01, 85.0),
                dots: oklch(0.74, 0.01, 280.0),
                grey: oklch(0.68, 0.01, 280.0),
                in_bed: oklch(0.875, 0.045, 275.0),
                target: oklch(0.97, 0.028, 85.0),
                target_edge: oklch(0.76, 0.11, 78.0),
                sleep: ink(0.48, 0.11, 275.0, 0.76, 0.95),
                morning_pain: ink(0.64, 0.13, 50.0, 0.81, 0.96),
                evening_pain: ink(0.38, 0.09, 20.0, 0.72, 0.95),
                factor: ink(0.56, 0.08, 180.0, 0.78, 0.955),
            },
            Theme::Evening => Palette {
                ground: oklch(0.26, 0.035, 285.0),
                ink: oklch(0.92, 0.015, 85.0),
                quiet: oklch(0.78, 0.02, 280.0),
                line: oklch(0.35, 0.03, 285.0),
                dots: oklch(0.46, 0.03, 285.0),
                grey: oklch(0.57, 0.025, 285.0),
                in_bed: oklch(0.43, 0.055, 278.0),
                target: oklch(0.305, 0.022, 75.0),
                target_edge: oklch(0.62, 0.10, 78.0),
                sleep: ink(0.76, 0.10, 275.0, 0.53, 0.325),
                morning_pain: ink(0.84, 0.12, 70.0, 0.55, 0.32),
                evening_pain: ink(0.60, 0.10, 25.0, 0.45, 0.315),
                factor: ink(0.68, 0.08, 180.0, 0.49, 0.317),
            },
            Theme::Amber => Palette {
                ground: oklch(0.235, 0.022, 62.0),
                ink: oklch(0.885, 0.065, 78.0),
                quiet: oklch(0.785, 0.055, 74.0),
                line: oklch(0.33, 0.03, 65.0),
                dots: oklch(0.45, 0.035, 65.0),
                grey: oklch(0.57, 0.04, 68.0),
                in_bed: oklch(0.43, 0.05, 66.0),
                target: oklch(0.285, 0.03, 75.0),
                target_edge: oklch(0.62, 0.09, 78.0),
                sleep: ink(0.76, 0.085, 82.0, 0.53, 0.29),
                morning_pain: ink(0.855, 0.10, 80.0, 0.56, 0.29),
                evening_pain: ink(0.60, 0.09, 58.0, 0.45, 0.29),
                factor: ink(0.68, 0.075, 68.0, 0.49, 0.29),
            },
            Theme::Contrast => Palette {
                ground: oklch(1.0, 0.0, 0.0),
                ink: oklch(0.0, 0.0, 0.0),
                quiet: oklch(0.22, 0.0, 0.0),
                line: oklch(0.80, 0.0, 0.0),
                dots: oklch(0.62, 0.0, 0.0),
                grey: oklch(0.50, 0.0, 0.0),
                in_bed: oklch(0.80, 0.06, 275.0),
                target: oklch(0.95, 0.05, 85.0),
                target_edge: oklch(0.55, 0.11, 70.0),
                sleep: ink(0.34, 0.16, 275.0, 0.66, 0.90),
                morning_pain: ink(0.55, 0.15, 45.0, 0.74, 0.92),
                evening_pain: ink(0.25, 0.09, 20.0, 0.62, 0.90),
                factor: ink(0.45, 0.09, 180.0, 0.70, 0.91),
            },
            Theme::Print => Palette {
                ground: oklch(1.0, 0.0, 0.0),
                ink: oklch(0.15, 0.0, 0.0),
                quiet: oklch(0.38, 0.0, 0.0),
                line: oklch(0.88, 0.0, 0.0),
                dots: oklch(0.70, 0.0, 0.0),
                grey: oklch(0.65, 0.0, 0.0),
                in_bed: oklch(0.83, 0.02, 275.0),
                target: oklch(0.96, 0.015, 85.0),
                target_edge: oklch(0.62, 0.03, 80.0),
                sleep: ink(0.38, 0.06, 275.0, 0.72, 0.92),
                morning_pain: ink(0.63, 0.06, 50.0, 0.80, 0.94),
                evening_pain: ink(0.25, 0.05, 20.0, 0.66, 0.91),
                factor: ink(0.51, 0.04, 180.0, 0.76, 0.93),
            },
        }
    }

    /// The ink of a series.
    pub fn series(&self, ink: SeriesInk) -> Ink {
        match ink {
            SeriesInk::Sleep => self.sleep,
            SeriesInk::MorningPain => self.morning_pain,
            SeriesInk::EveningPain => self.evening_pain,
            SeriesInk::Factor => self.factor,
        }
    }
}

/// One hue in three strengths; the paler, the less chroma it needs to be recognised.
fn ink(lightness: f64, chroma: f64, hue: f64, half: f64, pale: f64) -> Ink {
    Ink {
        full: oklch(lightness, chroma, hue),
        half: oklch(half, chroma * 0.7, hue),
        pale: oklch(pale, chroma * 0.22, hue),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::colour::{Vision, contrast, deepest_under, distance};

    const INKS: [SeriesInk; 4] = [
        SeriesInk::Sleep,
        SeriesInk::MorningPain,
        SeriesInk::EveningPain,
        SeriesInk::Factor,
    ];

    #[test]
    fn words_stand_at_seven_to_one_or_more() {
        for theme in Theme::ALL {
            let p = Palette::of(theme);
            for (name, colour) in [("ink", p.ink), ("quiet", p.quiet)] {
                let ratio = contrast(colour, p.ground);
                assert!(
                    ratio >= 7.0,
                    "{name} of {theme:?} has only {ratio:.2}:1 against the ground"
                );
            }
        }
    }

    #[test]
    fn series_stand_at_three_to_one_or_more() {
        for theme in Theme::ALL {
            let p = Palette::of(theme);
            for ink in INKS {
                for (name, ground) in [("ground", p.ground), ("its own band", p.series(ink).pale)] {
                    let ratio = contrast(p.series(ink).full, ground);
                    let least = if name == "ground" { 3.0 } else { 2.7 };
                    assert!(
                        ratio >= least,
                        "{ink:?} of {theme:?} has only {ratio:.2}:1 against {name}"
                    );
                }
            }
        }
    }

    /// Blue beside red in one colour, as the eye adds them up; greys and blacks have as much of both.
    fn blue(colour: Rgb) -> f64 {
        f64::from(colour.b) / f64::from(colour.r.max(1))
    }

    fn all(p: &Palette) -> Vec<Rgb> {
        let series = INKS.map(|ink| p.series(ink));
        [p.ground, p.ink, p.quiet, p.line, p.dots, p.grey]
            .into_iter()
            .chain([p.in_bed, p.target, p.target_edge])
            .chain(series.into_iter().flat_map(|s| [s.full, s.half, s.pale]))
            .collect()
    }

    #[test]
    fn amber_holds_little_blue_in_any_colour() {
        for colour in all(&Palette::of(Theme::Amber)) {
            assert!(blue(colour) <= 0.75, "{colour} has {:.2}", blue(colour));
        }
        let evening = all(&Palette::of(Theme::Evening));
        let bluest = evening.into_iter().map(blue).fold(0.0, f64::max);
        assert!(
            bluest > 1.2,
            "the control: the evening is blue ({bluest:.2})"
        );
    }

    #[test]
    fn the_high_contrast_palette_has_more_of_it() {
        let p = Palette::of(Theme::Contrast);
        for ink in INKS {
            let ratio = contrast(p.series(ink).full, p.ground);
            assert!(ratio >= 4.5, "{ink:?} has only {ratio:.2}:1");
        }
    }

    #[test]
    fn series_stay_apart_in_greyscale() {
        for theme in Theme::ALL {
            let p = Palette::of(theme);
            for (i, a) in INKS.iter().enumerate() {
                for b in &INKS[i + 1..] {
                    let apart =
                        (p.series(*a).full.lightness() - p.series(*b).full.lightness()).abs();
                    assert!(
                        apart >= 0.07,
                        "{a:?} and {b:?} of {theme:?} are only {apart:.3} apart in lightness"
                    );
                }
            }
        }
    }

    #[test]
    fn series_stay_apart_for_those_who_lack_a_kind_of_cone() {
        for theme in Theme::ALL {
            let p = Palette::of(theme);
            for vision in Vision::ALL {
                for (i, a) in INKS.iter().enumerate() {
                    for b in &INKS[i + 1..] {
                        let (one, other) = (p.series(*a).full, p.series(*b).full);
                        let apart = distance(vision.sees(one), vision.sees(other));
                        assert!(
                            apart >= 0.07,
                            "{a:?} and {b:?} of {theme:?} are only {apart:.3} apart for {vision:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn series_stay_visible_on_their_ground_for_those_who_lack_a_kind_of_cone() {
        for theme in Theme::ALL {
            let p = Palette::of(theme);
            for vision in Vision::ALL {
                for ink in INKS {
                    let ratio = contrast(vision.sees(p.series(ink).full), vision.sees(p.ground));
                    assert!(
                        ratio >= 2.8,
                        "{ink:?} of {theme:?} has {ratio:.2}:1 for {vision:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn two_inks_of_one_lightness_are_found_by_the_check() {
        // A red and a green that greyscale and long-wave blindness cannot tell apart: the control.
        let (red, green) = (oklch(0.6, 0.12, 25.0), oklch(0.6, 0.12, 125.0));
        assert!(distance(red, green) > 0.1, "apart for most people");
        let blind = Vision::WithoutMiddle;
        let apart = distance(blind.sees(red), blind.sees(green));
        assert!(apart < 0.07, "not apart without middle cones: {apart:.3}");
    }

    #[test]
    fn words_on_tints_stand_at_seven_to_one_or_more() {
        for theme in Theme::ALL {
            let p = Palette::of(theme);
            for ink in INKS.map(|ink| p.series(ink)) {
                let deepest = deepest_under(p.ink, ink.pale, ink.full, 7.0);
                for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
                    let ratio = contrast(p.ink, ink.pale.towards(deepest, share));
                    assert!(ratio >= 7.0, "digits of {theme:?} at {share}: {ratio:.2}:1");
                }
                let range = (ink.pale.lightness() - deepest.lightness()).abs();
                assert!(
                    range >= 0.08,
                    "{theme:?} has tints enough to differ: {range:.3}"
                );
            }
        }
    }

    #[test]
    fn bands_grid_and_gaps_stay_behind_the_data() {
        for theme in Theme::ALL {
            let p = Palette::of(theme);
            for (name, colour) in [
                ("grid", p.line),
                ("target", p.target),
                ("band", p.sleep.pale),
            ] {
                let ratio = contrast(colour, p.ground);
                assert!(
                    (1.05..2.2).contains(&ratio),
                    "{name} of {theme:?} has {ratio:.2}:1: faint, but there"
                );
            }
            let gap = contrast(p.dots, p.ground);
            assert!(
                (1.5..5.0).contains(&gap),
                "the dotted ground of {theme:?} has {gap:.2}:1"
            );
        }
    }
}
