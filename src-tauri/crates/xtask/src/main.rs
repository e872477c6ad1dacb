//! One command for each thing one does with the repository, set-up included.
//!
//! `cargo xtask run` opens the window and `cargo xtask test` runs every test; both first say what the
//! machine lacks, why it is needed and how it will be installed. Start reading at [`main`]'s table;
//! [`system`] knows what each platform needs, [`test`] knows the stages of the tests.
#![allow(
    clippy::print_stdout,
    reason = "telling people what happens is what this program is for"
)]

mod bench;
mod bindings;
mod fuzz;
mod gallery;
mod icons;
mod oracle;
mod package;
mod process;
mod run;
mod soak;
mod system;
mod test;

use std::process::ExitCode;

/// What a command comes to: nothing more to say, or one sentence about what went wrong.
type Outcome = Result<(), String>;

/// A command: its name, how it is called, what it does, and the function behind it.
struct Command {
    name: &'static str,
    usage: &'static str,
    does: &'static str,
    work: fn(&[String]) -> Outcome,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "run",
        usage: "run [-- ARGUMENTS OF THE WINDOW]",
        does: "installs what is missing, builds, opens the window",
        work: run::run,
    },
    Command {
        name: "test",
        usage: "test [STAGE …]",
        does: "installs what the tests need and runs all of them, the real window included",
        work: test::run,
    },
    Command {
        name: "bench",
        usage: "bench [--only startup|scale|charts|insight|import] [--runs N]",
        does: "measures start-up against an empty window, a hundred years against one, charts, insights and imports against other libraries",
        work: bench::run,
    },
    Command {
        name: "soak",
        usage: "soak [--only HARNESS|fuzz] [--seed N] [-- RUNS]",
        does: "breaks disks, processes and files under the diary, counts how often insights are wrong, fuzzes the importers, for long",
        work: soak::run,
    },
    Command {
        name: "package",
        usage: "package [FORMAT …]",
        does: "makes the packages of this platform (deb, appimage; app, dmg; msi, nsis)",
        work: package::run,
    },
    Command {
        name: "bindings",
        usage: "bindings [--check]",
        does: "writes ui/ipc/bindings.d.ts from the command table, and the description of an exported diary",
        work: bindings::run,
    },
    Command {
        name: "icons",
        usage: "icons",
        does: "draws icons/*.png, icon.ico and icon.icns from icons/icon.svg",
        work: icons::run,
    },
    Command {
        name: "gallery",
        usage: "gallery [--charts]",
        does: "takes the README's pictures of the real window, or draws docs/gallery",
        work: gallery::run,
    },
    Command {
        name: "fmt",
        usage: "fmt",
        does: "formats the Rust sources",
        work: |_| process::cargo(&["fmt", "--all"]).run("rustfmt"),
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (name, rest) = match arguments.split_first() {
        Some((name, rest)) => (name.as_str(), rest),
        None => ("help", &[][..]),
    };
    if matches!(name, "help" | "--help" | "-h") {
        println!("{}", help());
        return ExitCode::SUCCESS;
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprintln!("There is no command \"{name}\".\n\n{}", help());
        return ExitCode::from(2);
    };
    match (command.work)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            // The tests end with their total alone on the last line, and an empty reason keeps it there.
            if !what.is_empty() {
                eprintln!("\ncargo xtask {name}: {what}");
            }
            ExitCode::FAILURE
        }
    }
}

fn help() -> String {
    let width = COMMANDS
        .iter()
        .map(|command| command.usage.len())
        .max()
        .unwrap_or_default();
    let mut text = String::from("cargo xtask COMMAND\n");
    for command in COMMANDS {
        text.push_str(&format!("\n  {:width$}  {}", command.usage, command.does));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_names_every_command() {
        let help = help();
        for command in COMMANDS {
            assert!(
                help.contains(command.does),
                "`{}` is missing from the help",
                command.name
            );
            assert!(
                command.usage.starts_with(command.name),
                "the usage of `{}` begins with its name",
                command.name
            );
        }
    }
}
