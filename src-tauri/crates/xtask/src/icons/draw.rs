//! From the SVG source to pixels, and from pixels to files.

use std::fs;
use std::path::Path;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::{icns, ico};
use crate::Outcome;
use crate::process::root;

/// PNG files by name and edge in pixels; the names are those that Tauri's bundler knows.
const PNG: &[(&str, u32)] = &[
    ("32x32.png", 32),
    ("64x64.png", 64),
    ("128x128.png", 128),
    ("128x128@2x.png", 256),
    ("icon.png", 512),
];

/// Edges in `icon.ico`, as Windows asks for them at its usual scales.
const ICO: &[u32] = &[16, 20, 24, 32, 40, 48, 64, 256];

/// Share of the edge that the picture fills in `icon.icns`: macOS leaves a margin around its icons.
const MACOS_SHARE: f32 = 824.0 / 1024.0;

/// Draws all files.
pub fn all() -> Outcome {
    let folder = root().join("icons");
    let source =
        fs::read(folder.join("icon.svg")).map_err(|error| format!("icons/icon.svg: {error}"))?;
    let tree = Tree::from_data(&source, &Options::default())
        .map_err(|error| format!("icons/icon.svg: {error}"))?;

    for (name, edge) in PNG {
        write(&folder.join(name), &encode(&pixels(&tree, *edge, 1.0)?)?)?;
    }
    let mut images = Vec::new();
    for edge in ICO {
        let pixels = pixels(&tree, *edge, 1.0)?;
        images.push(ico::Image {
            edge: *edge,
            rgba: straight(&pixels),
            png: encode(&pixels)?,
        });
    }
    write(&folder.join("icon.ico"), &ico::file(&images))?;
    let mut chunks = Vec::new();
    for (kind, edge) in icns::KINDS {
        chunks.push((*kind, encode(&pixels(&tree, *edge, MACOS_SHARE)?)?));
    }
    write(&folder.join("icon.icns"), &icns::file(&chunks))
}

/// Draws the picture in the middle of a square, filling `share` of its edge.
fn pixels(tree: &Tree, edge: u32, share: f32) -> Result<Pixmap, String> {
    let mut pixels = Pixmap::new(edge, edge).ok_or("an icon needs at least one pixel")?;
    let whole = edge as f32;
    let scale = whole * share / tree.size().width().max(tree.size().height());
    let margin = whole * (1.0 - share) / 2.0;
    resvg::render(
        tree,
        Transform::from_row(scale, 0.0, 0.0, scale, margin, margin),
        &mut pixels.as_mut(),
    );
    Ok(pixels)
}

fn encode(pixels: &Pixmap) -> Result<Vec<u8>, String> {
    pixels.encode_png().map_err(|error| format!("PNG: {error}"))
}

/// Red, green, blue, alpha, not multiplied by alpha.
fn straight(pixels: &Pixmap) -> Vec<u8> {
    pixels
        .pixels()
        .iter()
        .flat_map(|pixel| {
            let colour = pixel.demultiply();
            [colour.red(), colour.green(), colour.blue(), colour.alpha()]
        })
        .collect()
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("{} ({} bytes)", path.display(), bytes.len());
    Ok(())
}
