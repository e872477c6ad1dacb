//! The macOS icon file: a magic word, the length, and chunks of PNG.
//!
//! Source of the four-letter names: the list of icon types in Apple's `iconutil` sets.

/// Chunk names and the edge of their image in pixels.
#[cfg(feature = "icons")]
pub const KINDS: &[(&[u8; 4], u32)] = &[
    (b"icp4", 16),
    (b"icp5", 32),
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
    (b"ic10", 1024),
];

const HEADER: usize = 8;

/// Puts chunks into one file.
pub fn file(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let length: usize = HEADER
        + chunks
            .iter()
            .map(|(_, png)| HEADER + png.len())
            .sum::<usize>();
    let mut out = Vec::with_capacity(length);
    out.extend(b"icns");
    out.extend(size(length));
    for (kind, png) in chunks {
        out.extend(*kind);
        out.extend(size(HEADER + png.len()));
        out.extend(png);
    }
    out
}

/// A length as the format writes it; icons are far below four gigabytes.
fn size(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_count_their_own_headers() {
        let file = file(&[(b"ic07", vec![1, 2, 3])]);
        assert_eq!(
            file, b"icns\x00\x00\x00\x13ic07\x00\x00\x00\x0b\x01\x02\x03",
            "magic, whole length, one chunk"
        );
    }
}
