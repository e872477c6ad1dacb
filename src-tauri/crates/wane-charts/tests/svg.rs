//! The picture is one clean SVG: well-formed, without style or script, safe whatever the labels say,
//! and its words really fit into the boxes that were kept free for them.

#![cfg(feature = "png")]
#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use resvg::usvg::{self, roxmltree::Document};
use wane_charts::{Chart, ChartError, Frame, Theme, png, raster, trend};

mod common;
use common::views::{Views, every};
use common::{english, sample_raster, sample_trend};

const ELEMENTS: [&str; 3] = ["svg", "path", "text"];
const ATTRIBUTES: [&str; 17] = [
    "width",
    "height",
    "viewBox",
    "direction",
    "font-family",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-dasharray",
    "d",
    "x",
    "y",
    "font-size",
    "font-weight",
    "text-anchor",
];

fn frame(width: u32) -> Frame {
    Frame::new(width, Theme::Evening)
}

fn charts() -> Vec<Chart> {
    let mut charts = Vec::new();
    for (days, missing) in [(3, 0.0), (60, 0.5), (1096, 0.3), (3653, 0.1)] {
        charts.push(trend(&sample_trend(days, missing), &frame(800), &english()).unwrap());
        charts.push(raster(&sample_raster(days, missing), &frame(800), &english()).unwrap());
    }
    for (days, missing) in [(3, 0.0), (60, 0.5), (1096, 0.3)] {
        let drawn = every(days, missing)
            .into_iter()
            .map(|(_, draw)| draw(&frame(800), &english()).unwrap());
        charts.extend(drawn);
    }
    charts
}

#[test]
fn the_picture_is_well_formed_and_uses_presentation_attributes_only() {
    for chart in charts() {
        let document = Document::parse(&chart.svg).expect("well-formed XML");
        let root = document.root_element();
        assert_eq!(
            root.attribute("width"),
            Some(chart.width.to_string().as_str()),
            "the width is said"
        );
        let view = format!("0 0 {} {}", chart.width, chart.height);
        assert_eq!(
            root.attribute("viewBox"),
            Some(view.as_str()),
            "and so is the view box"
        );
        for element in document.descendants().filter(|n| n.is_element()) {
            let name = element.tag_name().name();
            assert!(
                ELEMENTS.contains(&name),
                "<{name}> is not among the elements a chart is made of"
            );
            for attribute in element.attributes() {
                let allowed = ATTRIBUTES.contains(&attribute.name());
                assert!(
                    allowed,
                    "{} of <{name}> is not among the attributes",
                    attribute.name()
                );
            }
        }
    }
}

#[test]
fn every_path_has_something_to_draw() {
    for chart in charts() {
        let document = Document::parse(&chart.svg).unwrap();
        for path in document.descendants().filter(|n| n.has_tag_name("path")) {
            let data = path.attribute("d").unwrap_or_default();
            assert!(
                data.starts_with('M') && data.len() > 4,
                "path data {data:?}"
            );
        }
    }
}

#[test]
fn hostile_labels_are_words_and_nothing_else() {
    let hostile = [
        "</text><script>alert(1)</script>",
        "\" onload=\"alert(1)",
        "' style='fill:red",
        "]]><!-- &amp; &lt; &#0; -->",
        "\u{0}\u{8}\u{1B}[31m\u{FFFE}",
        "line\none\ttwo",
        "\u{202E}desrever",
        "<?xml version='1.1'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    ];
    for label in hostile {
        let mut t = sample_trend(60, 0.0);
        for panel in &mut t.panels {
            panel.title = label.to_owned();
            panel.id = label.to_owned();
        }
        for span in &mut t.spans {
            span.label = label.to_owned();
        }
        for day in &mut t.annotations {
            day.label = label.to_owned();
        }
        t.note_when_aggregated = Some(label.to_owned());
        let mut calendar = english();
        calendar.months_short = std::array::from_fn(|_| label.to_owned());
        calendar.weekdays_short = std::array::from_fn(|_| label.to_owned());
        let mut r = sample_raster(60, 0.0);
        r.hour_labels = std::array::from_fn(|_| label.to_owned());
        let mut drawn = vec![
            trend(&t, &frame(2400), &calendar).unwrap(),
            raster(&r, &frame(2400), &calendar).unwrap(),
        ];
        let views = Views::of(60, 0.3).saying(&|_| label.to_owned());
        for (_, draw) in views.draws() {
            drawn.push(draw(&frame(2400), &calendar).unwrap());
        }
        for chart in drawn {
            let document = Document::parse(&chart.svg)
                .unwrap_or_else(|e| panic!("{label:?} broke the picture: {e}"));
            for element in document.descendants().filter(|n| n.is_element()) {
                let name = element.tag_name().name();
                assert!(ELEMENTS.contains(&name), "{label:?} smuggled in <{name}>");
                let foreign = element
                    .attributes()
                    .find(|a| !ATTRIBUTES.contains(&a.name()));
                assert!(foreign.is_none(), "{label:?} smuggled in an attribute");
            }
            assert!(
                chart
                    .texts
                    .iter()
                    .all(|t| !t.text.contains(char::is_control)),
                "no control characters are left"
            );
        }
    }
}

#[test]
fn what_a_label_says_arrives_whole() {
    let mut t = sample_trend(60, 0.0);
    t.panels[0].title = "Schmerz & Schlaf <\"am Morgen\">".to_owned();
    let chart = trend(&t, &frame(800), &english()).unwrap();
    let document = Document::parse(&chart.svg).unwrap();
    let words: Vec<&str> = document.descendants().filter_map(|n| n.text()).collect();
    assert!(
        words.contains(&t.panels[0].title.as_str()),
        "escaped on the way, read as written: {words:?}"
    );
}

/// The system's fonts, and a tree of the picture drawn with one of them.
fn tree(svg: &str, face: &str, fonts: &usvg::fontdb::Database) -> usvg::Tree {
    let mut fonts = fonts.clone();
    fonts.set_sans_serif_family(face);
    let options = usvg::Options {
        fontdb: std::sync::Arc::new(fonts),
        ..usvg::Options::default()
    };
    usvg::Tree::from_str(svg, &options).unwrap()
}

#[test]
fn words_fit_into_their_boxes_in_the_fonts_of_this_system() {
    let mut charts = charts();
    for words in [
        "Größe der Müdigkeit, täglich",
        "Bóle poranne i wieczorne",
        "Боль утром, Щука и Жук",
        "Πόνος το πρωί",
    ] {
        let mut t = sample_trend(14, 0.0);
        t.panels[0].title = words.to_owned();
        t.annotations[0].label = words.to_owned();
        charts.push(trend(&t, &frame(1200), &english()).unwrap());
    }
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_system_fonts();
    let faces = [
        "DejaVu Sans",
        "Noto Sans",
        "Inter",
        "Liberation Sans",
        "Cantarell",
        "Ubuntu",
        "Segoe UI",
        "Helvetica",
        "Arial",
    ];
    let installed = |face: &&&str| {
        fonts
            .faces()
            .any(|f| f.families.iter().any(|(name, _)| name == **face))
    };
    let installed: Vec<&&str> = faces.iter().filter(installed).collect();
    assert!(
        !installed.is_empty(),
        "none of {faces:?} is installed, so nothing can be measured"
    );
    for face in installed {
        for chart in &charts {
            let tree = tree(&chart.svg, face, &fonts);
            let mut boxes = chart.texts.iter();
            for node in tree.root().children() {
                let usvg::Node::Text(text) = node else {
                    continue;
                };
                let drawn = text.bounding_box();
                let kept = boxes.next().expect("a box for every text");
                let inside = f64::from(drawn.left()) >= kept.x - 0.5
                    && f64::from(drawn.right()) <= kept.x + kept.w + 0.5;
                assert!(
                    inside,
                    "{:?} in {face} reaches from {} to {}, but {kept:?}",
                    kept.text,
                    drawn.left(),
                    drawn.right()
                );
                let ink = text.abs_stroke_bounding_box();
                let tall = f64::from(ink.top()) >= kept.y - 3.0
                    && f64::from(ink.bottom()) <= kept.y + kept.h + 3.0;
                assert!(
                    tall,
                    "{:?} in {face} reaches from {} down to {}, but {kept:?}",
                    kept.text,
                    ink.top(),
                    ink.bottom()
                );
            }
            assert!(boxes.next().is_none(), "a text for every box");
        }
    }
}

#[test]
fn a_picture_becomes_pixels_of_the_size_asked_for() {
    let chart = trend(&sample_trend(14, 0.0), &frame(400), &english()).unwrap();
    let size = |bytes: &[u8]| {
        let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        (number(16), number(20))
    };
    for scale in [1.0, 2.0] {
        let bytes = png(&chart.svg, scale).unwrap();
        assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n", "it is a PNG");
        let expected = ((400.0 * scale) as u32, (chart.height as f32 * scale) as u32);
        assert_eq!(size(&bytes), expected, "{scale} times as large");
    }
}

#[test]
fn what_cannot_become_pixels_is_refused() {
    let chart = trend(&sample_trend(3, 0.0), &frame(400), &english()).unwrap();
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY, 100.0] {
        let refused = matches!(png(&chart.svg, scale), Err(ChartError::PictureSize { .. }));
        assert!(refused, "a scale of {scale}");
    }
    assert!(
        matches!(png("not a picture", 1.0), Err(ChartError::BadSvg(_))),
        "text that is no SVG"
    );
}
