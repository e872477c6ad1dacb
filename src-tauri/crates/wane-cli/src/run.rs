//! From arguments to commands of the app.

mod evening;
mod experiment;
mod keep;
mod log;
mod movement;
mod read;
mod remind;
mod track;

use std::{path::PathBuf, sync::Arc};

use clap::CommandFactory as _;
use directories::ProjectDirs;
use serde_json::{Value, json};
use wane_app::{
    App,
    wire::{ExportFormat, ExportRequest, WireError},
    write_whole,
};

use crate::{
    args::{self, Annotate, Annotation, Args, Chart, Command, Export, Holiday, Span, WindDown},
    host::Terminal,
    print,
};

/// Carries out what the arguments ask for and prints the answer.
pub fn run(args: Args) -> Result<(), WireError> {
    match args.command {
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Args::command(), "wane", &mut std::io::stdout());
            return Ok(());
        }
        Command::Man => return man(),
        _ => {}
    }
    let host = Arc::new(Terminal::new(args.now, args.zone));
    let opened = directory(args.data)
        .and_then(|dir| App::open(&dir, host.clone()))
        .map(App::with_figures);
    if let (
        Err(_),
        Command::HelpNow {
            add: None,
            remove: None,
            ..
        },
    ) = (&opened, &args.command)
    {
        // Whatever is wrong with the diary, these numbers are told.
        return read::help_without_diary(host.as_ref(), args.json);
    }
    let app = opened?;
    // A damaged diary waits for a decision; until then nothing is written into the empty one in its place.
    if !matches!(
        args.command,
        Command::Recover { .. }
            | Command::HelpNow {
                add: None,
                remove: None,
                ..
            }
    ) && let Some(waiting) = app.waits_for_recovery()
    {
        return Err(waiting);
    }
    let json = args.json;
    let ask = |name: &str, request: Value| app.call(name, request);
    let show = |kind: print::Kind, answer: &Value| print::answer(kind, answer, json);

    match args.command {
        Command::Log(entry) => {
            let (kind, answer) = log::write_down(&app, entry)?;
            show(kind, &answer);
        }
        Command::Day { date } => {
            let date = match date {
                Some(date) => date,
                None => text(&ask("today", json!({}))?, "date"),
            };
            let days = ask("days", json!({ "from": date, "to": date }))?;
            show(print::Kind::Days, &days);
        }
        Command::Nights(span) => show(print::Kind::Nights, &ask("measures", span_json(&span))?),
        Command::Undo => show(print::Kind::Text, &ask("undo", json!({}))?),
        Command::Redo => show(print::Kind::Text, &ask("redo", json!({}))?),
        Command::Search { words, limit } => show(
            print::Kind::Search,
            &ask(
                "search",
                json!({ "words": words.join(" "), "limit": limit }),
            )?,
        ),
        Command::History {
            date,
            restore: Some(change),
        } => show(
            print::Kind::Text,
            &ask("restore_version", json!({ "date": date, "change": change }))?,
        ),
        Command::History {
            date,
            restore: None,
        } => show(
            print::Kind::History,
            &ask("history", json!({ "date": date }))?,
        ),
        Command::Trash { action } => keep::trash(&app, action, json)?,
        Command::Movement(command) => movement::movement(&app, command, json)?,
        Command::Track(track) => track::track(&app, track, json)?,
        Command::Backup(backup) => keep::backup(&app, backup, json)?,
        Command::Check => keep::check(&app, json)?,
        Command::Recover { how } => keep::recover(&app, how, json)?,
        Command::Felt(span) => show(print::Kind::Felt, &ask("device_felt", span_json(&span))?),
        Command::Measures(span) => show(print::Kind::Measures, &ask("measures", span_json(&span))?),
        Command::Insight {
            span,
            leave_out_recalled,
        } => {
            let mut request = span_json(&span);
            request["leave_out_recalled"] = json!(leave_out_recalled);
            show(print::Kind::Insight, &ask("insight", request)?);
        }
        Command::LookBack {
            skip,
            show: again,
            weekday,
        } => {
            if let Some(weekday) = weekday {
                let weekday = json!({ "weekday": weekday.num_days_from_monday() });
                ask("set_weekly_look", weekday)?;
            }
            let answer = if skip || again {
                ask("look_back_skip", json!({ "skip": skip }))?
            } else {
                ask("look_back", json!({}))?
            };
            show(print::Kind::LookBack, &answer);
        }
        Command::HelpNow {
            add,
            number,
            remove,
        } => read::help(&app, add.zip(number), remove.as_deref(), json)?,
        Command::Flare(flare) => read::flare(&app, flare, json)?,
        Command::Holiday(Holiday::Start { days }) => show(
            print::Kind::Text,
            &ask("holiday_start", json!({ "days": days }))?,
        ),
        Command::Holiday(Holiday::End) => {
            show(print::Kind::Text, &ask("holiday_end", json!({}))?);
        }
        Command::SeekCare => show(print::Kind::Care, &ask("care", json!({}))?),
        Command::Learn { card } => read::learn(&app, card.as_deref(), json)?,
        Command::Annotate(Annotate {
            action: Some(Annotation::List(span)),
            ..
        }) => show(
            print::Kind::Annotations,
            &ask("annotations", span_json(&span))?,
        ),
        Command::Annotate(Annotate {
            action: Some(Annotation::Remove { id }),
            ..
        }) => show(
            print::Kind::Text,
            &ask("remove_annotation", json!({ "id": id }))?,
        ),
        Command::Annotate(mark) => show(
            print::Kind::Text,
            &ask(
                "save_annotation",
                json!({ "id": mark.id, "date": mark.date, "label": mark.label }),
            )?,
        ),
        Command::Experiment(what) => experiment::experiment(&app, what, json)?,
        Command::Chart(chart) => draw(&app, &chart, json)?,
        Command::Reminders(reminders) => remind::remind(&app, reminders, json)?,
        Command::WindDown { action } => {
            evening::wind_down(&app, action.unwrap_or(WindDown::Show), json)?;
        }
        Command::Worry(worry) => evening::worry(&app, worry, json)?,
        Command::Sun { date, lat, lon } => {
            show(
                print::Kind::Sun,
                &ask("sun", json!({ "date": date, "lat": lat, "lon": lon }))?,
            );
        }
        Command::Import {
            files,
            format,
            home_zone,
            dry_run,
        } => {
            let request = json!({
                "paths": files.iter().map(|f| f.display().to_string()).collect::<Vec<_>>(),
                "format": format,
                "home_zone": home_zone.map(|z| z.name()),
            });
            let (kind, command) = if dry_run {
                (print::Kind::Preview, "import_preview")
            } else {
                (print::Kind::Text, "import_apply")
            };
            let answer = ask(command, request);
            host.quiet();
            show(kind, &answer?);
        }
        Command::Export(export) => write_out(&app, &export, json)?,
        Command::Sample { days, seed, remove } => {
            let answer = if remove {
                ask("sample_remove", json!({}))?
            } else {
                ask("sample_start", json!({ "days": days, "seed": seed }))?
            };
            show(
                print::Kind::Sample,
                &json!({ "sample": answer["today"]["sample"] }),
            );
        }
        Command::Completions { .. } | Command::Man => {}
    }
    Ok(())
}

/// Writes the diary into a file, or says what would be in it.
fn write_out(app: &App, export: &Export, json: bool) -> Result<(), WireError> {
    let request = ExportRequest {
        format: match export.format {
            args::ExportFormat::Json => ExportFormat::Json,
            args::ExportFormat::Csv => ExportFormat::Csv,
            args::ExportFormat::Fhir => ExportFormat::Fhir,
        },
        from: export.span.from.clone(),
        to: export.span.to.clone(),
    };
    let said = match &export.output {
        Some(path) if !export.dry_run => {
            let done = app.export_file(&request, path)?;
            json!({ "text": done.text })
        }
        _ => {
            let request =
                json!({ "format": request.format, "from": request.from, "to": request.to });
            let preview = app.call("export_preview", request)?;
            print::answer(print::Kind::Export, &preview, json);
            return Ok(());
        }
    };
    print::answer(print::Kind::Text, &said, json);
    Ok(())
}

fn draw(app: &App, chart: &Chart, json: bool) -> Result<(), WireError> {
    let name = |value: &dyn std::fmt::Debug| kebab(&format!("{value:?}"));
    let answer = app.call(
        "chart",
        json!({
            "name": name(&chart.name), "range": name(&chart.range), "theme": name(&chart.theme),
            "from": chart.span.from, "to": chart.span.to,
            "width": chart.width, "text_scale": chart.text_scale,
            "measure": name(&chart.measure), "against": name(&chart.against), "panels": chart.panels, "compare": chart.compare,
        }),
    )?;
    let svg = text(&answer, "svg");
    let bytes = match chart
        .output
        .extension()
        .and_then(|e| e.to_str())
        .map(str::to_ascii_lowercase)
        .as_deref()
    {
        Some("svg") => svg.into_bytes(),
        Some("png") => {
            wane_charts::png(&svg, chart.scale).map_err(|e| fault(&format!("the picture: {e}")))?
        }
        _ => {
            return Err(fault(
                "a chart is written to a file that ends in .svg or .png; nothing was written",
            ));
        }
    };
    write_whole(&chart.output, &bytes).map_err(|e| {
        fault(&format!(
            "{} could not be written ({}); nothing was written",
            chart.output.display(),
            e.kind()
        ))
    })?;
    if json {
        let mut answer = answer;
        if let Some(object) = answer.as_object_mut() {
            object.remove("svg");
        }
        print::answer(print::Kind::Text, &answer, true);
    } else {
        print::line(&text(&answer, "sentence"));
    }
    Ok(())
}

fn man() -> Result<(), WireError> {
    clap_mangen::Man::new(Args::command())
        .render(&mut std::io::stdout())
        .map_err(|e| {
            fault(&format!(
                "the manual page could not be printed ({})",
                e.kind()
            ))
        })
}

fn directory(data: Option<PathBuf>) -> Result<PathBuf, WireError> {
    match data {
        Some(dir) => Ok(dir),
        None => ProjectDirs::from("app", "wane", "Wane")
            .map(|dirs| dirs.data_dir().to_path_buf())
            .ok_or_else(|| fault("this system does not say where a user's data belongs; name a directory with --data")),
    }
}

fn span_json(span: &Span) -> Value {
    json!({ "from": span.from, "to": span.to })
}

fn text(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap_or_default().to_owned()
}

fn fault(message: &str) -> WireError {
    WireError {
        code: "file".to_owned(),
        message: message.to_owned(),
    }
}

/// `SixWeeks` as `six-weeks`, as the wire writes it.
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
