//! The text of an entry, and what it says: a desktop entry on Linux, a launch agent on macOS.
//!
//! Sources: Desktop Entry Specification 1.5 and Desktop Application Autostart Specification 0.5 (freedesktop.org),
//! `launchd.plist(5)`.
#![cfg_attr(
    not(test),
    allow(dead_code, reason = "each system uses its own half of this file")
)]

use super::Start;

const GROUP: &str = "[Desktop Entry]";

/// The desktop entry.
pub(super) fn desktop(start: &Start) -> String {
    format!(
        "{GROUP}\nType=Application\nVersion=1.5\nName=Wane\nIcon=wane-desktop\nExec={}\nTerminal=false\n\
         StartupNotify=false\nX-GNOME-Autostart-enabled=true\n",
        exec(start)
    )
}

/// The line that says what to start: each word in quotes, and all that means something inside them taken literally.
fn exec(start: &Start) -> String {
    std::iter::once(start.program.to_string_lossy().into_owned())
        .chain(start.arguments.iter().cloned())
        .map(|word| {
            let mut quoted = String::from("\"");
            for sign in word.chars() {
                match sign {
                    // Read twice, as any value of the file and as a quoted word: a backslash is written four times.
                    '\\' => quoted.push_str(r"\\\\"),
                    '"' | '`' | '$' => {
                        quoted.push_str(r"\\");
                        quoted.push(sign);
                    }
                    '%' => quoted.push_str("%%"),
                    '\n' => quoted.push_str(r"\n"),
                    '\r' => quoted.push_str(r"\r"),
                    '\t' => quoted.push_str(r"\t"),
                    _ => quoted.push(sign),
                }
            }
            quoted.push('"');
            quoted
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a desktop that reads this entry starts the program.
pub(super) fn desktop_is_on(text: &str) -> bool {
    let is = |key: &str, value: &str| {
        group(text).any(|line| {
            line.split_once('=')
                .is_some_and(|(name, said)| name.trim() == key && said.trim() == value)
        })
    };
    group(text).any(|line| line.starts_with("Exec="))
        && !is("Hidden", "true")
        && !is("X-GNOME-Autostart-enabled", "false")
}

/// The entry with the place of the program put right; `None` if it is right. Whatever else stands there is the user's.
pub(super) fn desktop_mended(text: &str, start: &Start) -> Option<String> {
    let right = format!("Exec={}", exec(start));
    if group(text).any(|line| line == right) {
        return None;
    }
    let mut inside = false;
    let mut mended = String::new();
    for line in text.lines() {
        if line.starts_with('[') {
            inside = line.trim() == GROUP;
        }
        let line = if inside && line.starts_with("Exec=") {
            &right
        } else {
            line
        };
        mended.push_str(line);
        mended.push('\n');
    }
    Some(mended)
}

/// The lines of the group that counts.
fn group(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .skip_while(|line| line.trim() != GROUP)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
}

/// The launch agent.
pub(super) fn agent(start: &Start) -> String {
    let words: String = std::iter::once(start.program.to_string_lossy().into_owned())
        .chain(start.arguments.iter().cloned())
        .map(|word| format!("    <string>{}</string>\n", xml(&word)))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\">\n<dict>\n  <key>Label</key>\n  <string>{}</string>\n\
         \x20 <key>ProgramArguments</key>\n  <array>\n{words}  </array>\n\
         \x20 <key>RunAtLoad</key>\n  <true/>\n  <key>ProcessType</key>\n  <string>Interactive</string>\n\
         </dict>\n</plist>\n",
        xml(&start.name)
    )
}

fn xml(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn start(program: &str, arguments: &[&str]) -> Start {
        Start {
            program: PathBuf::from(program),
            arguments: arguments.iter().map(|word| (*word).to_owned()).collect(),
            name: "app.wane.Wane".to_owned(),
        }
    }

    #[test]
    fn every_path_is_taken_literally() {
        for (program, expected, why) in [
            (
                "/usr/bin/wane-desktop",
                r#""/usr/bin/wane-desktop" "--hidden""#,
                "a plain path",
            ),
            (
                "/home/a b/Wane",
                r#""/home/a b/Wane" "--hidden""#,
                "a blank does not part it",
            ),
            (
                "/home/100%/Wane",
                r#""/home/100%%/Wane" "--hidden""#,
                "a percent sign is no field code",
            ),
            (
                r#"/a"b$c`d"#,
                r#""/a\\"b\\$c\\`d" "--hidden""#,
                "signs of a shell are signs",
            ),
            (r"/a\b", r#""/a\\\\b" "--hidden""#, "a backslash is one"),
        ] {
            assert_eq!(exec(&start(program, &["--hidden"])), expected, "{why}");
        }
    }

    #[test]
    fn an_entry_is_on_unless_the_user_has_switched_it_off() {
        let ours = desktop(&start("/usr/bin/wane-desktop", &["--hidden"]));
        for (text, expected, why) in [
            (ours.clone(), true, "as it is written"),
            (
                format!("{ours}Hidden=true\n"),
                false,
                "hidden by a settings program",
            ),
            (format!("{ours}Hidden=false\n"), true, "not hidden"),
            (
                ours.replace("enabled=true", "enabled=false"),
                false,
                "switched off in GNOME's settings",
            ),
            (
                format!("{ours}[Desktop Action x]\nHidden=true\n"),
                true,
                "another group does not count",
            ),
            (String::new(), false, "an empty file starts nothing"),
        ] {
            assert_eq!(desktop_is_on(&text), expected, "{why}");
        }
    }

    #[test]
    fn a_moved_program_is_found_again_and_the_rest_is_left_alone() {
        let before = format!(
            "{}X-GNOME-Autostart-Delay=30\n[Desktop Action x]\nExec=other\n",
            desktop(&start("/old/Wane.AppImage", &["--hidden"]))
        );
        let now = start("/new/Wane.AppImage", &["--hidden"]);
        let after = desktop_mended(&before, &now);
        assert_eq!(
            after.as_deref(),
            Some(before.replace("/old/", "/new/").as_str()),
            "only the place has changed"
        );
        assert_eq!(
            after.and_then(|text| desktop_mended(&text, &now)),
            None,
            "an entry that is right is not written again"
        );
    }

    #[test]
    fn a_launch_agent_names_each_word() {
        let text = agent(&start("/Applications/A & B.app/wane", &["--hidden"]));
        assert!(
            text.contains(
                "<string>/Applications/A &amp; B.app/wane</string>\n    <string>--hidden</string>"
            ),
            "the program and what it is told, in order: {text}"
        );
        assert!(
            text.contains("<key>RunAtLoad</key>\n  <true/>"),
            "it starts at login: {text}"
        );
    }
}
