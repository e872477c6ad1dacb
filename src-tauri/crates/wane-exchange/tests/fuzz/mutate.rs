//! Damage of the kinds a fuzzer does, the same every time.

/// Numbers that look like chance and are the same in every run (SplitMix64, Steele, Lea and Flood 2014).
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `most`, which is not nought.
    pub fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }
}

/// Numbers at the edges of what readers reckon with.
const EDGES: [&str; 12] = [
    "0",
    "-1",
    "9999",
    "0000",
    "1e308",
    "NaN",
    "-9223372036854775808",
    "9223372036854775807",
    "18446744073709551616",
    "253402300800",
    "0.1e-400",
    "\u{202e}",
];

/// Does up to eight kinds of damage to `bytes`, which stay within `most` bytes.
pub fn mutate(
    bytes: &mut Vec<u8>,
    words: &[String],
    other: &[u8],
    most: usize,
    chance: &mut Chance,
) {
    for _ in 0..1 + chance.below(8) {
        let at = chance.below(bytes.len() + 1);
        match chance.below(10) {
            0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            1 if at < bytes.len() => bytes[at] = chance.next() as u8,
            2 if at < bytes.len() => {
                let until = (at + 1 + chance.below(40)).min(bytes.len());
                bytes.drain(at..until);
            }
            3 => bytes.insert(at, chance.next() as u8),
            4 if at < bytes.len() => {
                // A digit for another makes numbers that look right and are not.
                if let Some(digit) = bytes[at..].iter_mut().find(|byte| byte.is_ascii_digit()) {
                    *digit = b'0' + chance.below(10) as u8;
                }
            }
            5 if !words.is_empty() => {
                let word = words[chance.below(words.len())].as_bytes();
                bytes.splice(at..at, word.iter().copied());
            }
            6 => {
                let edge = EDGES[chance.below(EDGES.len())].as_bytes();
                let until = (at + chance.below(edge.len() + 1)).min(bytes.len());
                bytes.splice(at..until, edge.iter().copied());
            }
            7 if at < bytes.len() => {
                let until = (at + 1 + chance.below(200)).min(bytes.len());
                let again = bytes[at..until].to_vec();
                bytes.splice(at..at, again);
            }
            8 if !other.is_empty() => {
                let from = chance.below(other.len());
                bytes.truncate(at);
                bytes.extend_from_slice(&other[from..]);
            }
            9 if chance.below(4) == 0 => bytes.truncate(at),
            _ => {}
        }
        bytes.truncate(most);
    }
}
