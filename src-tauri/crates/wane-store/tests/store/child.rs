//! This program, started again by a test to be killed, limited or confined.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use crate::kill;
#[cfg(unix)]
use crate::{disk, modes, reserve};

const ROLE: &str = "WANE_STORE_CHILD";
const DIR: &str = "WANE_STORE_CHILD_DIR";

/// Does nothing in an ordinary run; in a child it plays the role it was started for.
#[test]
fn run() {
    let Ok(role) = std::env::var(ROLE) else {
        return;
    };
    let dir = PathBuf::from(std::env::var(DIR).unwrap());
    match role.as_str() {
        "open-only" => say(&format!("{:?}", wane_store::DataDir::open(&dir).err())),
        #[cfg(unix)]
        "modes" => modes::child(&dir),
        #[cfg(unix)]
        "full" => disk::child_on_a_small_disk(&dir),
        #[cfg(unix)]
        "limited" => disk::child_with_a_file_limit(&dir),
        #[cfg(unix)]
        "reserve" => reserve::child(&dir),
        #[cfg(unix)]
        "moved" => disk::child_whose_files_are_moved(&dir),
        role => kill::child(&dir, role.parse().unwrap()),
    }
}

/// Writes one line that the parent reads; the test harness would keep what `println!` writes,
/// and begins a line of its own before the test does.
pub fn say(line: &str) {
    std::io::stdout()
        .lock()
        .write_all(format!("\n> {line}\n").as_bytes())
        .unwrap();
}

/// The lines a child has said, without one that was cut short.
pub fn said(output: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(output);
    text.split_inclusive('\n')
        .filter_map(|line| Some(line.strip_suffix('\n')?.strip_prefix("> ")?.to_owned()))
        .collect()
}

/// This program in a role.
pub fn command(role: &str, dir: &Path) -> Command {
    playing(Command::new(std::env::current_exe().unwrap()), role, dir)
}

/// This program in a role, after a line of shell that prepares its surroundings.
#[cfg(unix)]
pub fn through_shell(preparation: &str, role: &str, dir: &Path) -> Command {
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &format!("{preparation}\nexec \"$0\" \"$@\"")])
        .arg(std::env::current_exe().unwrap());
    playing(shell, role, dir)
}

/// This program in a role, in a world of mounts of its own that vanishes with it.
///
/// A system that grants no such world fails the test, with the name of what is missing.
#[cfg(target_os = "linux")]
pub fn among_own_mounts(preparation: &str, role: &str, dir: &Path) -> Command {
    const OWN_MOUNTS: [&str; 4] = ["--mount", "--map-root-user", "sh", "-c"];
    let tried = Command::new("unshare")
        .args(OWN_MOUNTS)
        .arg(preparation)
        .env(DIR, dir)
        .output();
    let granted = tried.is_ok_and(|output| output.status.success());
    assert!(
        granted,
        "this test needs `unshare --mount --map-root-user` (util-linux, and user namespaces allowed by the kernel)"
    );
    let mut shell = Command::new("unshare");
    shell
        .args(OWN_MOUNTS)
        .arg(format!("{preparation}\nexec \"$0\" \"$@\""))
        .arg(std::env::current_exe().unwrap());
    playing(shell, role, dir)
}

fn playing(mut command: Command, role: &str, dir: &Path) -> Command {
    command
        .args(["child::run", "--exact", "--nocapture", "--test-threads=1"])
        .env(ROLE, role)
        .env(DIR, dir);
    command
}
