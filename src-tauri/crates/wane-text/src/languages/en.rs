//! English, the language every message is first written in.

use chrono::Weekday;

use super::Language;

/// English as written in Britain: day before month, 24-hour clock, weeks from Monday.
pub const ENGLISH: Language = Language {
    tag: "en",
    name: "English",
    files: &[
        ("ui.ftl", include_str!("../../catalogue/en/ui.ftl")),
        (
            "ui-track.ftl",
            include_str!("../../catalogue/en/ui-track.ftl"),
        ),
        (
            "ui-keeping.ftl",
            include_str!("../../catalogue/en/ui-keeping.ftl"),
        ),
        (
            "ui-plan.ftl",
            include_str!("../../catalogue/en/ui-plan.ftl"),
        ),
        (
            "ui-charts.ftl",
            include_str!("../../catalogue/en/ui-charts.ftl"),
        ),
        (
            "ui-night.ftl",
            include_str!("../../catalogue/en/ui-night.ftl"),
        ),
        (
            "ui-tone.ftl",
            include_str!("../../catalogue/en/ui-tone.ftl"),
        ),
        (
            "ui-in-words.ftl",
            include_str!("../../catalogue/en/ui-in-words.ftl"),
        ),
        (
            "ui-flare.ftl",
            include_str!("../../catalogue/en/ui-flare.ftl"),
        ),
        (
            "ui-help.ftl",
            include_str!("../../catalogue/en/ui-help.ftl"),
        ),
        (
            "ui-learn.ftl",
            include_str!("../../catalogue/en/ui-learn.ftl"),
        ),
        (
            "ui-insights.ftl",
            include_str!("../../catalogue/en/ui-insights.ftl"),
        ),
        (
            "ui-export.ftl",
            include_str!("../../catalogue/en/ui-export.ftl"),
        ),
        (
            "ui-import.ftl",
            include_str!("../../catalogue/en/ui-import.ftl"),
        ),
        (
            "ui-winddown.ftl",
            include_str!("../../catalogue/en/ui-winddown.ftl"),
        ),
        (
            "ui-movement.ftl",
            include_str!("../../catalogue/en/ui-movement.ftl"),
        ),
        (
            "ui-experiment.ftl",
            include_str!("../../catalogue/en/ui-experiment.ftl"),
        ),
        ("app.ftl", include_str!("../../catalogue/en/app.ftl")),
        ("charts.ftl", include_str!("../../catalogue/en/charts.ftl")),
        ("import.ftl", include_str!("../../catalogue/en/import.ftl")),
        ("unread.ftl", include_str!("../../catalogue/en/unread.ftl")),
        ("track.ftl", include_str!("../../catalogue/en/track.ftl")),
        (
            "keeping.ftl",
            include_str!("../../catalogue/en/keeping.ftl"),
        ),
        (
            "insight.ftl",
            include_str!("../../catalogue/en/insight.ftl"),
        ),
        (
            "insights.ftl",
            include_str!("../../catalogue/en/insights.ftl"),
        ),
        ("plan.ftl", include_str!("../../catalogue/en/plan.ftl")),
        ("night.ftl", include_str!("../../catalogue/en/night.ftl")),
        ("tone.ftl", include_str!("../../catalogue/en/tone.ftl")),
        (
            "in-words.ftl",
            include_str!("../../catalogue/en/in-words.ftl"),
        ),
        ("flare.ftl", include_str!("../../catalogue/en/flare.ftl")),
        ("help.ftl", include_str!("../../catalogue/en/help.ftl")),
        ("learn.ftl", include_str!("../../catalogue/en/learn.ftl")),
        (
            "learn-cards.ftl",
            include_str!("../../catalogue/en/learn-cards.ftl"),
        ),
        ("export.ftl", include_str!("../../catalogue/en/export.ftl")),
        (
            "winddown.ftl",
            include_str!("../../catalogue/en/winddown.ftl"),
        ),
        (
            "movement.ftl",
            include_str!("../../catalogue/en/movement.ftl"),
        ),
        (
            "movement-library.ftl",
            include_str!("../../catalogue/en/movement-library.ftl"),
        ),
        (
            "experiment.ftl",
            include_str!("../../catalogue/en/experiment.ftl"),
        ),
        ("dates.ftl", include_str!("../../catalogue/en/dates.ftl")),
        ("safety.ftl", include_str!("../../catalogue/en/safety.ftl")),
    ],
    first_weekday: Weekday::Mon,
};
