//! Colours: from OKLCH to sRGB, and how far two of them stand apart.
//!
//! The conversion is Björn Ottosson's OKLab (<https://bottosson.github.io/posts/oklab/>),
//! the transfer function is that of IEC 61966-2-1,
//! and contrast is the ratio of WCAG 2.2.

use std::fmt;

/// An opaque sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb {
    /// Red, 0 to 255.
    pub r: u8,
    /// Green, 0 to 255.
    pub g: u8,
    /// Blue, 0 to 255.
    pub b: u8,
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.r, self.g, self.b)
    }
}

impl Rgb {
    /// Relative luminance as WCAG defines it: 0 for black, 1 for white.
    pub fn luminance(self) -> f64 {
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }

    /// OKLab lightness, 0 to 1: what is left of the colour in greyscale, in even steps for the eye.
    pub fn lightness(self) -> f64 {
        self.oklab()[0]
    }

    /// Lightness, green to red, blue to yellow: equal distances look about equally far apart.
    fn oklab(self) -> [f64; 3] {
        let (r, g, b) = (linear(self.r), linear(self.g), linear(self.b));
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        [
            0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
            0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
        ]
    }

    /// The colour on the way to another: 0 is this one, 1 the other.
    pub fn towards(self, other: Rgb, share: f64) -> Rgb {
        let share = share.clamp(0.0, 1.0);
        let mix =
            |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Rgb {
            r: mix(self.r, other.r),
            g: mix(self.g, other.g),
            b: mix(self.b, other.b),
        }
    }
}

/// How far two colours stand apart for the eye: their distance in OKLab, 0 to about 1; 0.02 can just be told apart.
pub fn distance(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (a.oklab(), b.oklab());
    let squares = a.iter().zip(b).map(|(a, b)| (a - b).powi(2));
    squares.sum::<f64>().sqrt()
}

/// The colour nearest to `full` in lightness on which `words` still stand at a contrast of `ratio`,
/// with the hue and chroma of `full`; no further from it than `pale`.
///
/// A mixture of the two would be as pale as `pale` wherever only a short way is legible, as it is on a dark ground.
pub fn deepest_under(words: Rgb, pale: Rgb, full: Rgb, ratio: f64) -> Rgb {
    let [end, a, b] = full.oklab();
    let start = pale.lightness();
    let (chroma, hue) = (a.hypot(b), b.atan2(a).to_degrees());
    let at = |share: f64| oklch(start + (end - start) * share, chroma, hue);
    let legible = |share: f64| contrast(words, at(share)) >= ratio;
    let (mut legible_at, mut too_deep) = (0.0, 1.0);
    if legible(too_deep) {
        return full;
    }
    for _ in 0..12 {
        let middle = (legible_at + too_deep) / 2.0;
        if legible(middle) {
            legible_at = middle;
        } else {
            too_deep = middle;
        }
    }
    at(legible_at)
}

/// A way of seeing colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vision {
    /// All three kinds of cones.
    Usual,
    /// Without the cones for long waves (protanopia).
    WithoutLong,
    /// Without the cones for middle waves (deuteranopia).
    WithoutMiddle,
    /// Without the cones for short waves (tritanopia).
    WithoutShort,
}

impl Vision {
    /// Every way of seeing that palettes are checked for.
    pub const ALL: [Vision; 4] = [
        Vision::Usual,
        Vision::WithoutLong,
        Vision::WithoutMiddle,
        Vision::WithoutShort,
    ];

    /// What `colour` looks like to somebody who sees this way.
    ///
    /// The matrices are those of Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of
    /// Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15, 1291–1298,
    /// at severity 1.0, applied to linear sRGB.
    pub fn sees(self, colour: Rgb) -> Rgb {
        let matrix = match self {
            Vision::Usual => return colour,
            Vision::WithoutLong => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Vision::WithoutMiddle => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Vision::WithoutShort => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        };
        let [r, g, b] = [colour.r, colour.g, colour.b].map(linear);
        let [r, g, b] = matrix.map(|row| encode(row[0] * r + row[1] * g + row[2] * b));
        Rgb { r, g, b }
    }
}

/// WCAG contrast ratio of two colours, 1 to 21, the same in either order.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (a.luminance(), b.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The sRGB colour nearest to `oklch(lightness chroma hue)`, as CSS writes it.
///
/// `lightness` is 0 to 1, `chroma` 0 to about 0.37, `hue` in degrees.
/// A colour outside the sRGB gamut keeps its lightness and hue and loses as much chroma as it must.
pub fn oklch(lightness: f64, chroma: f64, hue: f64) -> Rgb {
    let lightness = lightness.clamp(0.0, 1.0);
    if let Some(rgb) = in_gamut(lightness, chroma, hue) {
        return rgb;
    }
    let (mut inside, mut outside) = (0.0, chroma);
    for _ in 0..24 {
        let middle = (inside + outside) / 2.0;
        match in_gamut(lightness, middle, hue) {
            Some(_) => inside = middle,
            None => outside = middle,
        }
    }
    let [r, g, b] = linear_rgb(lightness, inside, hue).map(encode);
    Rgb { r, g, b }
}

fn in_gamut(lightness: f64, chroma: f64, hue: f64) -> Option<Rgb> {
    let channels = linear_rgb(lightness, chroma, hue);
    // Half a step of eight bits is not a colour anybody could miss.
    let tolerance = 1.0e-3;
    if channels
        .iter()
        .any(|c| *c < -tolerance || *c > 1.0 + tolerance)
    {
        return None;
    }
    let [r, g, b] = channels.map(encode);
    Some(Rgb { r, g, b })
}

fn linear_rgb(lightness: f64, chroma: f64, hue: f64) -> [f64; 3] {
    let (a, b) = (
        chroma * hue.to_radians().cos(),
        chroma * hue.to_radians().sin(),
    );
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ]
}

fn encode(linear: f64) -> u8 {
    let c = linear.clamp(0.0, 1.0);
    let c = if c <= 0.003_130_8 {
        12.92 * c
    } else {
        1.055 * c.powf(1.0 / 2.4) - 0.055
    };
    (c * 255.0).round() as u8
}

fn linear(channel: u8) -> f64 {
    let c = f64::from(channel) / 255.0;
    if c <= 0.040_45 {
        c / 12.92
    } else {
        ((c + 0.055) / 1.055).powf(2.4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lightness: f64, chroma: f64, hue: f64, expected: &str) {
        let got = oklch(lightness, chroma, hue).to_string();
        assert_eq!(got, expected, "oklch({lightness} {chroma} {hue})");
    }

    #[test]
    fn oklch_becomes_the_srgb_that_css_gives() {
        check(0.0, 0.0, 0.0, "#000000");
        check(1.0, 0.0, 0.0, "#ffffff");
        check(0.627_955, 0.257_683, 29.234, "#ff0000");
        check(0.866_440, 0.294_827, 142.495, "#00ff00");
        check(0.452_014, 0.313_214, 264.052, "#0000ff");
        check(0.599_871, 0.0, 0.0, "#808080");
    }

    #[test]
    fn a_colour_beyond_the_gamut_keeps_its_lightness() {
        for (lightness, hue) in [(0.3, 80.0), (0.6, 150.0), (0.9, 300.0)] {
            let got = oklch(lightness, 0.5, hue).lightness();
            assert!(
                (got - lightness).abs() < 0.01,
                "lightness {lightness} at hue {hue} became {got}"
            );
        }
    }

    #[test]
    fn lightness_reads_back_what_was_asked_for() {
        // Below 0.1 eight bits have too few greys to hit every lightness.
        for step in 2..=20 {
            let lightness = f64::from(step) / 20.0;
            let got = oklch(lightness, 0.0, 0.0).lightness();
            assert!(
                (got - lightness).abs() < 0.01,
                "grey {lightness} became {got}"
            );
        }
    }

    #[test]
    fn simulated_vision_keeps_greys_and_loses_the_right_hues() {
        for vision in Vision::ALL {
            for grey in [0, 60, 128, 200, 255] {
                let grey = Rgb {
                    r: grey,
                    g: grey,
                    b: grey,
                };
                let apart = distance(vision.sees(grey), grey);
                assert!(apart < 0.01, "grey stays grey for {vision:?}: {apart}");
            }
        }
        let (red, green) = (oklch(0.628, 0.2, 29.0), oklch(0.628, 0.2, 142.0));
        let (yellow, blue) = (oklch(0.7, 0.12, 100.0), oklch(0.7, 0.12, 280.0));
        let loss = |vision: Vision, a, b| distance(vision.sees(a), vision.sees(b)) / distance(a, b);
        assert!(
            loss(Vision::WithoutMiddle, red, green) < 0.5,
            "red and green come close without middle cones"
        );
        assert!(
            loss(Vision::WithoutLong, red, green) < 0.7,
            "and without long ones"
        );
        assert!(
            loss(Vision::WithoutMiddle, yellow, blue) > 0.8,
            "yellow and blue do not"
        );
        assert!(
            loss(Vision::WithoutShort, yellow, blue) < 0.7,
            "without short cones they do"
        );
    }

    #[test]
    fn a_simulated_colour_is_the_published_one() {
        // Pure red through the first column of each matrix, encoded by hand.
        let red = Rgb { r: 255, g: 0, b: 0 };
        for (vision, expected) in [
            (Vision::WithoutLong, "#6d5f00"),
            (Vision::WithoutMiddle, "#a39000"),
            (Vision::WithoutShort, "#ff000f"),
        ] {
            assert_eq!(vision.sees(red).to_string(), expected, "{vision:?}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let (black, white) = (
            Rgb { r: 0, g: 0, b: 0 },
            Rgb {
                r: 255,
                g: 255,
                b: 255,
            },
        );
        assert!(
            (contrast(black, white) - 21.0).abs() < 1e-9,
            "black on white is the most there is"
        );
        let grey = Rgb {
            r: 0x76,
            g: 0x76,
            b: 0x76,
        };
        assert!(
            (contrast(white, grey) - 4.54).abs() < 0.01,
            "#767676 is the known lightest grey for 4.5:1"
        );
        assert_eq!(
            contrast(white, grey),
            contrast(grey, white),
            "order does not matter"
        );
    }
}
