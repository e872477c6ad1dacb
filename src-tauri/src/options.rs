//! What the program was asked for when it was started.

use std::ffi::OsString;
use std::path::PathBuf;

/// How to open the window.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Start without a window, as at login.
    pub hidden: bool,
    /// Draw in the plainest way, for graphics drivers that leave the window blank.
    pub safe_graphics: bool,
    /// The diary's directory; the platform's own data directory if absent.
    pub data: Option<PathBuf>,
}

/// What the program was asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Print a text and end.
    Tell(String),
    /// Open the diary.
    Open(Options),
}

/// The environment variable that names the diary's directory.
pub const DATA_VARIABLE: &str = "WANE_DATA";

const HELP: &str = "\
Wane: a private companion for persistent pain and poor sleep.

wane-desktop [--hidden] [--safe-graphics] [--data DIR]

  --hidden         start without a window; reminders come, and a second start opens the window
  --safe-graphics  draw in the plainest way, if the window stays blank
  --data DIR       keep the diary in DIR (also: the variable WANE_DATA)
  --help           this text
  --version        the version

Everything that makes sense without a window is also done by `wane`, the command line.";

/// Reads the arguments that follow the program's name, and the environment through `variable`.
///
/// # Errors
/// A sentence about an argument that is not known or lacks its value.
pub fn read(
    arguments: impl IntoIterator<Item = OsString>,
    variable: impl Fn(&str) -> Option<OsString>,
) -> Result<Wish, String> {
    let mut options = Options {
        data: variable(DATA_VARIABLE)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from),
        ..Options::default()
    };
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--hidden") => options.hidden = true,
            Some("--safe-graphics") => options.safe_graphics = true,
            Some("--data") => {
                options.data = Some(arguments.next().ok_or("--data needs a directory")?.into())
            }
            Some("--help" | "-h") => return Ok(Wish::Tell(HELP.to_owned())),
            Some("--version" | "-V") => {
                return Ok(Wish::Tell(format!("Wane {}", env!("CARGO_PKG_VERSION"))));
            }
            _ => return Err(format!("unknown argument {}", argument.to_string_lossy())),
        }
    }
    Ok(Wish::Open(options))
}

/// Whether a second start was one without a window, as at login; `arguments` begin with the program's name.
pub fn is_hidden(arguments: &[String]) -> bool {
    let wish = read(arguments.iter().skip(1).map(OsString::from), |_| None);
    matches!(wish, Ok(Wish::Open(Options { hidden: true, .. })))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(
        arguments: &[&str],
        variable: Option<&str>,
        expected: Result<Options, &str>,
        why: &str,
    ) {
        let wish = read(arguments.iter().map(OsString::from), |_| {
            variable.map(OsString::from)
        });
        assert_eq!(
            wish,
            expected.map(Wish::Open).map_err(str::to_owned),
            "{why}"
        );
    }

    #[test]
    fn arguments_say_how_to_open() {
        let data = |dir: &str| Options {
            data: Some(dir.into()),
            ..Options::default()
        };
        check(
            &[],
            None,
            Ok(Options::default()),
            "nothing asked, nothing changed",
        );
        check(
            &["--hidden"],
            None,
            Ok(Options {
                hidden: true,
                ..Options::default()
            }),
            "no window",
        );
        check(
            &["--safe-graphics"],
            None,
            Ok(Options {
                safe_graphics: true,
                ..Options::default()
            }),
            "plain drawing",
        );
        check(
            &["--data", "d"],
            None,
            Ok(data("d")),
            "a directory of the user's own",
        );
        check(&[], Some("e"), Ok(data("e")), "the variable names it too");
        check(
            &[],
            Some(""),
            Ok(Options::default()),
            "an empty variable is as good as none",
        );
        check(
            &["--data", "d"],
            Some("e"),
            Ok(data("d")),
            "the argument is nearer than the variable",
        );
        check(
            &["--data"],
            None,
            Err("--data needs a directory"),
            "a flag without its value is refused",
        );
        check(
            &["--hiden"],
            None,
            Err("unknown argument --hiden"),
            "a slip is refused, not ignored",
        );
    }

    #[test]
    fn a_second_start_at_login_asks_for_no_window() {
        for (arguments, expected, why) in [
            (vec!["wane-desktop"], false, "started by hand"),
            (vec!["wane-desktop", "--hidden"], true, "started at login"),
            (
                vec!["wane-desktop", "--data", "--hidden"],
                false,
                "a directory of that name is no wish",
            ),
            (vec![], false, "told nothing, it opens the window"),
        ] {
            let arguments: Vec<String> = arguments.into_iter().map(str::to_owned).collect();
            assert_eq!(is_hidden(&arguments), expected, "{why}");
        }
    }

    #[test]
    fn help_names_every_argument() {
        let Ok(Wish::Tell(text)) = read([OsString::from("--help")], |_| None) else {
            panic!("--help tells something")
        };
        for name in [
            "--hidden",
            "--safe-graphics",
            "--data",
            "--help",
            "--version",
            DATA_VARIABLE,
        ] {
            assert!(text.contains(name), "{name} is in the help");
        }
    }
}
