//! Other programs: how they are found, started, and what is said when they fail.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Outcome;

/// The root of the repository, three folders above this crate.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(3).unwrap_or(here).to_path_buf()
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// A program that was built, by profile folder (`debug`, `release`) and name.
pub fn built(profile: &str, name: &str) -> PathBuf {
    target()
        .join(profile)
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// A program about to be started in the root of the repository.
pub struct Program {
    command: Command,
    shown: String,
}

/// Starts describing a call of `name`.
pub fn program<S: AsRef<OsStr>>(name: &str, arguments: &[S]) -> Program {
    // npm and its kin are batch files on Windows, which need their full name.
    let file = match name {
        "npm" | "npx" if cfg!(windows) => format!("{name}.cmd"),
        _ => name.to_owned(),
    };
    let mut command = Command::new(file);
    command.args(arguments).current_dir(root());
    let mut shown = name.to_owned();
    for argument in arguments {
        shown.push(' ');
        shown.push_str(&argument.as_ref().to_string_lossy());
    }
    Program { command, shown }
}

/// Starts describing a call of the cargo that runs this very program.
pub fn cargo(arguments: &[&str]) -> Program {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut program = program(&cargo, arguments);
    program.shown = format!("cargo {}", arguments.join(" "));
    program
}

impl Program {
    /// Runs it in another folder, relative to the root of the repository.
    pub fn within(mut self, folder: &str) -> Self {
        self.command.current_dir(root().join(folder));
        self
    }

    /// Sets one variable of its environment.
    pub fn with(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// How a person would type it.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// The standard library's own description, for callers that need its pipes.
    pub fn into_command(self) -> Command {
        self.command
    }

    /// Runs it to its end with our own input and output; `what` names it when it is missing or fails.
    pub fn run(mut self, what: &str) -> Outcome {
        println!("$ {}", self.shown);
        let status = self
            .command
            .status()
            .map_err(|error| missing(what, &error))?;
        if status.success() {
            Ok(())
        } else {
            Err(format!("{what} ended with {status}"))
        }
    }

    /// Runs it quietly and gives its standard output if it succeeded.
    pub fn output(mut self) -> Option<String> {
        let output = self.command.stderr(Stdio::null()).output().ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}

/// What to say when a program could not even be started.
pub fn missing(what: &str, error: &std::io::Error) -> String {
    if error.kind() == std::io::ErrorKind::NotFound {
        format!("{what} is not installed")
    } else {
        format!("{what} could not be started: {error}")
    }
}

/// Whether a program of this name lies on the search path.
pub fn on_path(name: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else {
        return false;
    };
    std::env::split_paths(&path).any(|dir| {
        dir.join(name).is_file()
            || (cfg!(windows)
                && (dir.join(format!("{name}.exe")).is_file()
                    || dir.join(format!("{name}.cmd")).is_file()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_is_the_folder_with_the_workspace() {
        assert!(
            root().join("src-tauri/tauri.conf.json").is_file(),
            "the root holds the shell's configuration"
        );
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let outcome = program("wane-no-such-program", &["--version"]).run("the no-such-program");
        assert_eq!(
            outcome,
            Err("the no-such-program is not installed".to_owned()),
            "the message names what is missing"
        );
    }

    #[test]
    fn cargo_is_on_the_path() {
        assert!(on_path("cargo"), "the test itself was started by cargo");
        assert!(
            !on_path("wane-no-such-program"),
            "a made-up name is not found"
        );
    }
}
