//! The same picture as pixels, for files.

use std::sync::{Arc, OnceLock};

use resvg::{tiny_skia, usvg};

use crate::ChartError;

/// Longest side of a PNG, in pixels.
const MOST_PIXELS: f32 = 16_384.0;

/// Interface faces in order of preference; the first that is installed stands for `sans-serif`.
const FACES: [&str; 12] = [
    "Inter",
    "Cantarell",
    "Noto Sans",
    "Ubuntu",
    "Segoe UI",
    "Roboto",
    "Open Sans",
    "Helvetica Neue",
    "Arial",
    "Liberation Sans",
    "DejaVu Sans",
    "Verdana",
];

/// Draws an SVG picture as PNG, `scale` times as large, with the fonts of this system.
///
/// # Errors
///
/// [`ChartError::NoFont`] when no font is installed, [`ChartError::BadSvg`] when `svg` is not a picture,
/// [`ChartError::PictureSize`] when a side would have less than 1 or more than 16 384 pixels.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, ChartError> {
    let fonts = fonts();
    if fonts.is_empty() {
        return Err(ChartError::NoFont);
    }
    let options = usvg::Options {
        fontdb: fonts,
        ..usvg::Options::default()
    };
    let tree =
        usvg::Tree::from_str(svg, &options).map_err(|e| ChartError::BadSvg(e.to_string()))?;
    let (width, height) = (
        (tree.size().width() * scale).ceil(),
        (tree.size().height() * scale).ceil(),
    );
    let refused = || ChartError::PictureSize {
        width: width as u64,
        height: height as u64,
    };
    // A scale that is not a number fails the comparison too.
    if !((1.0..=MOST_PIXELS).contains(&width) && (1.0..=MOST_PIXELS).contains(&height)) {
        return Err(refused());
    }
    let mut pixels = tiny_skia::Pixmap::new(width as u32, height as u32).ok_or_else(refused)?;
    resvg::render(
        &tree,
        tiny_skia::Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels
        .encode_png()
        .map_err(|e| ChartError::Encoding(e.to_string()))
}

/// The system's fonts, read once: looking through hundreds of files takes longer than drawing.
fn fonts() -> Arc<usvg::fontdb::Database> {
    static FONTS: OnceLock<Arc<usvg::fontdb::Database>> = OnceLock::new();
    let read = || {
        let mut fonts = usvg::fontdb::Database::new();
        fonts.load_system_fonts();
        let installed = |name: &&str| {
            fonts
                .faces()
                .any(|face| face.families.iter().any(|(family, _)| family == name))
        };
        let face = FACES.iter().copied().find(installed).map(str::to_owned);
        // Without any of the known faces, any face is better than words that vanish.
        let face = face.or_else(|| {
            fonts
                .faces()
                .find_map(|f| f.families.first().map(|(name, _)| name.clone()))
        });
        if let Some(face) = face {
            fonts.set_sans_serif_family(face);
        }
        Arc::new(fonts)
    };
    Arc::clone(FONTS.get_or_init(read))
}
