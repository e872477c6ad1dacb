//! A disk of 4 MiB that is really full, with no page left, with one, with two, … until there is room:
//! judged as a sweep is.
//!
//! The disk is a `tmpfs` that only this program sees, which Linux grants in a world of mounts of its own;
//! so the program starts itself again in one.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::Command,
};

use wane_store::Error;

use crate::{
    classes::{Base, Class, PAGE, class},
    deeds::{Deed, Hands, Refusal},
    state::copy_dir,
    sweep::{Allowed, Breaker, Swept, fail_once},
};

/// The word on the command line by which the program knows that it has a small disk.
pub const ON_SMALL_DISK: &str = "on-small-disk";

/// What is done on the full disk.
const CLASSES: &[Class] = &[
    class("create", Base::Nothing, &[], Deed::Open),
    class("open", Base::Killed, &[], Deed::Open),
    class("save", Base::Lived, &[Deed::Open], Deed::Save(50)),
    class("undo", Base::Lived, &[Deed::Open], Deed::Undo),
    class("import", Base::Lived, &[Deed::Open], Deed::Import(200)),
    class("back up", Base::Lived, &[Deed::Open], Deed::BackUp),
    class("restore", Base::BackedUp, &[Deed::Open], Deed::Restore),
    class("upgrade", Base::Schema1, &[], Deed::Open),
    class("recover", Base::Damaged, &[Deed::Open], Deed::Recover),
];

/// Runs `program` on a disk of 4 MiB; a line for every deed, with what must not happen.
///
/// # Errors
/// What is missing, when this system grants no such disk; or what the program said, when it broke off.
pub fn run(program: &Path, stride: u64) -> Result<Vec<(String, Vec<String>)>, String> {
    let place = tempfile::tempdir().map_err(|error| error.to_string())?;
    let output = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c"])
        .arg("mount -t tmpfs -o size=4m none \"$2\" && exec \"$0\" \"$@\"")
        .arg(program)
        .arg(ON_SMALL_DISK)
        .arg(place.path())
        .arg(stride.to_string())
        .output()
        .map_err(|error| format!("`unshare` (util-linux) could not be started: {error}"))?;
    if !output.status.success() {
        return Err(format!(
            "this needs `unshare --mount --map-root-user`, which the kernel may forbid: {}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        match (line.strip_prefix("! "), lines.last_mut()) {
            (Some(violation), Some((_, violations))) => violations.push(violation.to_owned()),
            _ => lines.push((line.to_owned(), Vec::new())),
        }
    }
    Ok(lines)
}

/// Does every deed on that disk with no page left, with `stride` pages, with twice as many, … until there is room.
/// Each line is given to `say`: what came of a deed, and after `! ` what must not happen.
///
/// # Panics
/// When something fails that has nothing to do with room.
pub fn on_small_disk(disk: &Path, stride: u64, say: fn(&str)) {
    let stride = stride.max(1);
    let classes = CLASSES.iter().map(|class| fill(class, disk, stride));
    for swept in classes.chain(std::iter::once_with(|| with_reserve(disk, stride))) {
        say(&swept.to_string());
        for violation in &swept.violations {
            say(&format!("! {violation}"));
        }
    }
}

fn fill(class: &Class, disk: &Path, stride: u64) -> Swept {
    let base = tempfile::tempdir().expect("a directory");
    class.base.make(base.path());
    let allowed = Allowed::of(class, base.path());
    let mut swept = Swept::new(class, "full".to_owned());
    for pages in (0..).step_by(usize::try_from(stride).unwrap_or(1)) {
        let root = copy_to(disk, base.path());
        let mut film = Film {
            path: disk.join("film"),
            pages,
        };
        let failures = swept.old + swept.doubtful;
        fail_once(class, &allowed, &root, &mut film, &mut swept);
        fs::remove_dir_all(root).expect("room again");
        if swept.old + swept.doubtful == failures && pages > 0 {
            break;
        }
    }
    swept
}

fn copy_to(disk: &Path, base: &Path) -> PathBuf {
    let root = disk.join("diary");
    copy_dir(base, &root).expect("room for it");
    root
}

/// Fills the disk but for some pages.
struct Film {
    path: PathBuf,
    pages: u64,
}

impl Breaker for Film {
    fn break_disk(&mut self, _: &Path) {
        let mut film = fs::File::create(&self.path).expect("a file");
        let mut written: u64 = 0;
        loop {
            match film.write(&[7; PAGE as usize]) {
                Ok(bytes) => written += bytes as u64,
                Err(error) if error.kind() == io::ErrorKind::StorageFull => break,
                Err(error) => panic!("filling the disk failed otherwise: {error}"),
            }
        }
        film.set_len(written.saturating_sub(self.pages * PAGE))
            .expect("a shorter film");
    }

    fn mend(&mut self) -> Vec<String> {
        fs::remove_file(&self.path).expect("the film is ours");
        vec![format!("{} pages left", self.pages)]
    }

    fn lasts(&self) -> bool {
        false
    }
}

/// With a reserve, however full the disk is, a morning can be saved at the second try, and the first says so.
fn with_reserve(disk: &Path, stride: u64) -> Swept {
    let class = class("with reserve", Base::Lived, &[Deed::Open], Deed::Save(50));
    let base = tempfile::tempdir().expect("a directory");
    class.base.make(base.path());
    let mut swept = Swept::new(&class, "full".to_owned());
    for pages in (0..).step_by(usize::try_from(stride).unwrap_or(1)) {
        let root = copy_to(disk, base.path());
        // On so small a disk none is kept; this one was kept when there was more room.
        fs::write(root.join("reserve"), vec![7; 1 << 20]).expect("room for it");
        let mut hands = Hands::on(&root, 1000);
        hands.all(class.before);
        let mut film = Film {
            path: disk.join("film"),
            pages,
        };
        film.break_disk(&root);
        swept.failures += 1;
        let first = hands.act(class.deed);
        let wrong = match &first {
            Ok(()) => None,
            Err(Refusal::Store(Error::ReserveReleased)) => {
                swept.old += 1;
                let second = hands.act(class.deed);
                let third = hands.act(Deed::Save(51));
                match (second, third) {
                    (Ok(()), Ok(())) => None,
                    other => Some(format!("the reserve was of no use: {other:?}")),
                }
            }
            Err(refusal) => Some(format!("the reserve was not given free: {refusal:?}")),
        };
        swept
            .violations
            .extend(wrong.map(|wrong| format!("with reserve, {pages} pages left: {wrong}")));
        film.mend();
        drop(hands);
        fs::remove_dir_all(root).expect("room again");
        if first.is_ok() {
            swept.done += 1;
            break;
        }
    }
    swept
}
