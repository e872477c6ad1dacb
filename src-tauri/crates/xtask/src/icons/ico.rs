//! The Windows icon file: a directory of images.
//!
//! Images below 256 pixels are stored as bitmaps, which every resource compiler reads; the largest one as PNG.
//! Source of the format: the ICONDIR, ICONDIRENTRY and BITMAPINFOHEADER structures of the Windows documentation.

/// One image of the file.
pub struct Image {
    /// Its edge in pixels, 1–256.
    pub edge: u32,
    /// Four bytes per pixel, rows from the top, alpha not multiplied in.
    pub rgba: Vec<u8>,
    /// The same as a PNG file.
    pub png: Vec<u8>,
}

const DIRECTORY: usize = 6;
const ENTRY: usize = 16;

/// Puts the images into one file.
pub fn file(images: &[Image]) -> Vec<u8> {
    let bodies: Vec<Vec<u8>> = images
        .iter()
        .map(|image| {
            if image.edge >= 256 {
                image.png.clone()
            } else {
                bitmap(image)
            }
        })
        .collect();
    let mut out = Vec::new();
    for word in [0_u16, 1, number(images.len())] {
        out.extend(word.to_le_bytes());
    }
    let mut offset = DIRECTORY + ENTRY * images.len();
    for (image, body) in images.iter().zip(&bodies) {
        // An edge of 256 is written as 0, since it does not fit into a byte.
        let edge = u8::try_from(image.edge).unwrap_or(0);
        out.extend([edge, edge, 0, 0]);
        out.extend(1_u16.to_le_bytes());
        out.extend(32_u16.to_le_bytes());
        out.extend(number::<u32>(body.len()).to_le_bytes());
        out.extend(number::<u32>(offset).to_le_bytes());
        offset += body.len();
    }
    bodies.iter().for_each(|body| out.extend(body));
    out
}

/// A bitmap with its header, rows from the bottom, followed by an empty mask.
fn bitmap(image: &Image) -> Vec<u8> {
    let edge = image.edge as usize;
    let mask_row = edge.div_ceil(32) * 4;
    let mut out = Vec::new();
    out.extend(40_u32.to_le_bytes());
    out.extend(image.edge.to_le_bytes());
    // The height counts the picture and its mask.
    out.extend((image.edge * 2).to_le_bytes());
    out.extend(1_u16.to_le_bytes());
    out.extend(32_u16.to_le_bytes());
    out.extend(0_u32.to_le_bytes());
    out.extend(number::<u32>(edge * edge * 4 + mask_row * edge).to_le_bytes());
    out.extend([0; 16]);
    for row in image.rgba.chunks_exact(edge * 4).rev() {
        for pixel in row.chunks_exact(4) {
            out.extend([pixel[2], pixel[1], pixel[0], pixel[3]]);
        }
    }
    out.resize(out.len() + mask_row * edge, 0);
    out
}

/// A length as a number of the format; icons are far too small for it not to fit.
fn number<N: TryFrom<usize> + Default>(length: usize) -> N {
    N::try_from(length).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_directory_points_at_each_image() {
        let small = Image {
            edge: 2,
            rgba: vec![1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
            png: vec![],
        };
        let large = Image {
            edge: 256,
            rgba: vec![],
            png: vec![0x89, b'P', b'N', b'G'],
        };
        let file = file(&[small, large]);
        assert_eq!(
            &file[..6],
            &[0, 0, 1, 0, 2, 0],
            "an icon file with two images"
        );
        let offset = |entry: usize| {
            let at = DIRECTORY + ENTRY * entry + 12;
            u32::from_le_bytes([file[at], file[at + 1], file[at + 2], file[at + 3]]) as usize
        };
        assert_eq!(
            offset(0),
            DIRECTORY + 2 * ENTRY,
            "the first image follows the directory"
        );
        assert_eq!(
            &file[offset(0) + 40..offset(0) + 44],
            &[11, 10, 9, 12],
            "the bottom row first, as blue, green, red, alpha"
        );
        assert_eq!(
            &file[offset(1)..],
            &[0x89, b'P', b'N', b'G'],
            "the largest image is a PNG"
        );
        assert_eq!(file[DIRECTORY + ENTRY], 0, "256 is written as 0");
    }
}
