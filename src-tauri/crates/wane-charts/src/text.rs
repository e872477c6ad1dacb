//! How wide a label will be, without asking a font.
//!
//! The picture is drawn before anybody knows which interface font the reader has, so widths are estimated from above.
//! For printable ASCII the tables below hold, in hundredths of the font size,
//! the largest of the advance widths of DejaVu Sans, Inter, Liberation Sans (which has the widths of Arial and Helvetica)
//! and Noto Sans, measured from the fonts; Segoe UI and San Francisco were not measured, but are narrower designs than DejaVu Sans.
//! Beyond ASCII each script has a generous width per letter, and marks that sit on another letter have none.

/// Height of a label's box above the baseline, in font sizes.
pub const ASCENT: f64 = 0.95;
/// Height of a label's whole box, in font sizes.
pub const LINE: f64 = 1.2;

/// Advance widths of U+0020 to U+007E in hundredths of the font size, regular weight.
const REGULAR: [u8; 95] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 56, 84, 32, 47, 32, 38, 64, 64, 64, //
    64, 65, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56, 102, 69, 69, 73, 78, 67, //
    62, 78, 76, 34, 55, 67, 57, 91, 76, 79, 67, 79, 73, 67, 65, 75, 69, 99, 69, //
    67, 69, 40, 38, 40, 84, 56, 50, 62, 64, 56, 64, 62, 37, 64, 64, 28, 28, 58, //
    28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 55, 64, 56, 64, 84, //
];

/// Advance widths of U+0020 to U+007E in hundredths of the font size, bold weight.
const BOLD: [u8; 95] = [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 57, 84, 38, 47, 38, 42, 70, 70, 70, //
    70, 70, 70, 70, 70, 70, 70, 40, 40, 84, 84, 84, 62, 104, 78, 77, 76, 84, 69, //
    69, 83, 84, 39, 57, 78, 64, 100, 84, 86, 74, 86, 78, 73, 69, 82, 78, 111, 78, //
    73, 73, 46, 42, 46, 84, 56, 50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, //
    35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 56, 72, 84, //
];

/// How heavy a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Ticks, annotations, notes.
    Regular,
    /// Titles.
    Bold,
}

/// Upper estimate of a label's width in pixels at `size` pixels of font size.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    text.chars().map(|c| advance(c, weight)).sum::<f64>() * size
}

/// Advance width of one character in font sizes.
fn advance(c: char, weight: Weight) -> f64 {
    let code = u32::from(c);
    let (table, heavier) = match weight {
        Weight::Regular => (&REGULAR, 1.0),
        Weight::Bold => (&BOLD, 1.12),
    };
    if let Some(hundredths) = code.checked_sub(0x20).and_then(|i| table.get(i as usize)) {
        return f64::from(*hundredths) / 100.0;
    }
    let regular = match code {
        // Combining marks, joiners, direction marks and variation selectors take no room of their own.
        0x300..=0x36F
        | 0x483..=0x489
        | 0x591..=0x5BD
        | 0x610..=0x61A
        | 0x64B..=0x65F
        | 0x200B..=0x200F => 0.0,
        0x202A..=0x202E
        | 0x2060..=0x206F
        | 0x20D0..=0x20FF
        | 0xFE00..=0xFE0F
        | 0xFE20..=0xFE2F
        | 0xFEFF => 0.0,
        0xC6 | 0xE6 | 0x152 | 0x153 | 0x174 | 0x175 | 0xA9 | 0xAE | 0xBC..=0xBE => 1.08,
        0x1C4..=0x1CC | 0x1F1..=0x1F3 => 1.45,
        0xC0..=0x17F | 0x1E00..=0x1EFF if c.is_uppercase() => 0.88,
        0xDF..=0x17F | 0x1E00..=0x1EFF if c.is_lowercase() => 0.72,
        0x180..=0x24F | 0x1E00..=0x1EFF => 1.1,
        0xA0..=0x17F => 0.86,
        0x250..=0x2FF => 0.84,
        0x370..=0x3FF if c.is_uppercase() => 0.93,
        0x370..=0x3FF => 0.86,
        0x400..=0x52F => match c {
            'Ж' | 'Ф' | 'Ш' | 'Щ' | 'Ю' | 'Ы' | 'М' | 'Љ' | 'Њ' | 'Ђ' | 'Ћ' | 'ж' | 'ш' | 'щ'
            | 'ю' | 'ф' | 'ы' | 'љ' | 'њ' => 1.2,
            _ if code > 0x45F => 1.25,
            _ if c.is_uppercase() => 0.85,
            _ => 0.78,
        },
        0x530..=0x58F => 0.95,
        0x590..=0x5FF => 0.75,
        0x600..=0x6FF => 0.95,
        0x2010..=0x201F | 0x2026 | 0x202F | 0x2032 | 0x2033 => 1.0,
        0x900..=0x109F => 0.95,
        0x2000..=0x20FF => 1.3,
        // Hangul, kana, ideographs and full-width forms fill their square.
        0x1100..=0x11FF
        | 0x2E80..=0xA4CF
        | 0xAC00..=0xD7AF
        | 0xF900..=0xFAFF
        | 0xFF00..=0xFFEF
        | 0x20000..=0x3FFFF => 1.02,
        0x1F000..=0x1FAFF | 0x2600..=0x27BF => 1.4,
        _ => 1.25,
    };
    regular * heavier
}

/// `text` as it may stand in a picture: one line, and nothing that XML forbids.
///
/// Line breaks and tabs become spaces; control characters and noncharacters vanish.
pub fn clean(text: &str) -> String {
    let kept = text.chars().filter_map(|c| match c {
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        _ if c.is_control()
            || u32::from(c) & 0xFFFE == 0xFFFE
            || ('\u{FDD0}'..='\u{FDEF}').contains(&c) =>
        {
            None
        }
        _ => Some(c),
    });
    kept.collect::<String>().trim().to_owned()
}

/// `text`, shortened with an ellipsis only if it would be wider than `room` pixels.
///
/// Gives `None` when not even three letters and the ellipsis have room.
pub fn fit(text: &str, size: f64, weight: Weight, room: f64) -> Option<String> {
    if width(text, size, weight) <= room {
        return Some(text.to_owned());
    }
    let mut used = advance('…', weight) * size;
    let mut kept = String::new();
    for c in text.chars() {
        used += advance(c, weight) * size;
        if used > room {
            break;
        }
        kept.push(c);
    }
    let kept = kept.trim_end();
    (kept.chars().count() >= 3).then(|| format!("{kept}…"))
}

/// `text` broken at spaces into lines no wider than `room`; a word that is too long for a line is shortened.
pub fn wrap(text: &str, size: f64, weight: Weight, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line} {word}");
            if width(&longer, size, weight) <= room {
                *line = longer;
                continue;
            }
        }
        lines.extend(fit(word, size, weight, room));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_and_heavier_text_is_wider() {
        let regular = width("Pain on waking", 10.0, Weight::Regular);
        assert!(
            width("Pain on waking, mostly", 10.0, Weight::Regular) > regular,
            "more letters take more room"
        );
        assert!(
            width("Pain on waking", 10.0, Weight::Bold) > regular,
            "bold letters take more room"
        );
        assert!(
            (width("Pain on waking", 20.0, Weight::Regular) - 2.0 * regular).abs() < 1e-9,
            "width grows with size"
        );
    }

    #[test]
    fn every_script_has_a_width_and_marks_have_none() {
        for letter in [
            "é", "Ł", "ñ", "Ж", "я", "Ω", "ש", "م", "क", "ก", "睡", "ん", "잠", "🌙", "½", "–",
        ] {
            assert!(
                width(letter, 1.0, Weight::Regular) > 0.6,
                "{letter} is given room"
            );
        }
        assert_eq!(
            width("e\u{301}", 1.0, Weight::Regular),
            width("e", 1.0, Weight::Regular),
            "an accent sits on its letter"
        );
    }

    #[test]
    fn text_is_shortened_only_when_it_must_be() {
        let label = "started physio";
        let whole = width(label, 12.0, Weight::Regular);
        assert_eq!(
            fit(label, 12.0, Weight::Regular, whole).as_deref(),
            Some(label),
            "it fits, so it stays"
        );
        let short = fit(label, 12.0, Weight::Regular, whole - 1.0).unwrap_or_default();
        assert!(
            short.ends_with('…') && short.len() < label.len() + 3,
            "one pixel short: an ellipsis, got {short}"
        );
        assert!(
            width(&short, 12.0, Weight::Regular) <= whole - 1.0,
            "the shortened label keeps to its room"
        );
        assert_eq!(
            fit(label, 12.0, Weight::Regular, 20.0),
            None,
            "no room for three letters: nothing is better"
        );
    }

    #[test]
    fn hostile_text_becomes_one_clean_line() {
        assert_eq!(
            clean("a\u{0}b\u{8}\nc\u{FFFE}\u{FDD0}\t"),
            "ab c",
            "what XML forbids is gone"
        );
        assert_eq!(clean("  flare "), "flare", "edges are trimmed");
    }

    #[test]
    fn wrapped_lines_keep_to_their_room_and_lose_no_word() {
        let text = "each mark stands for seven days: middle value, lowest to highest";
        let lines = wrap(text, 12.0, Weight::Regular, 150.0);
        assert!(lines.len() > 1, "150 pixels need several lines");
        assert!(
            lines
                .iter()
                .all(|l| width(l, 12.0, Weight::Regular) <= 150.0),
            "no line is too wide"
        );
        assert_eq!(lines.join(" "), text, "all words are there");
    }
}
