//! The child that is killed: it does one kind of work over and over, and says each time that it is done.

use std::{fs, io::Write as _, path::Path};

use wane_domain::diary::Note;
use wane_store::{Change, Error, Label, Reason};

use crate::{
    classes::Base,
    deeds::{Deed, Hands, Mornings, put_morning, put_night, put_page, put_rest_of_morning},
    state::DIARY,
};

/// What a child does until it is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Makes a diary, and saves mornings in it.
    Create,
    /// Saves mornings.
    Save,
    /// Imports, takes the import back, brings it back, and so on.
    Import,
    /// Saves a morning, makes a backup, and so on.
    BackUp,
    /// Puts one backup and then another in the diary's place, and so on.
    Restore,
    /// Opens a diary of the first released version, once.
    Upgrade,
    /// Brings back a damaged diary, once.
    Recover,
    /// Wrong on purpose: says that a morning is saved before it is.
    SaveTooEarly,
    /// Wrong on purpose: saves a morning in two changes.
    SaveInHalves,
    /// Wrong on purpose: imports record by record.
    ImportInPieces,
    /// Wrong on purpose: writes a backup under its name from the start.
    BackUpInPlace,
    /// Wrong on purpose: removes the diary before it puts the backup in its place.
    RestoreByRemoving,
}

/// The work that is right.
pub const WORKS: [Work; 7] = [
    Work::Create,
    Work::Save,
    Work::Import,
    Work::BackUp,
    Work::Restore,
    Work::Upgrade,
    Work::Recover,
];

/// The work that is wrong on purpose.
pub const WRONG: [Work; 5] = [
    Work::SaveTooEarly,
    Work::SaveInHalves,
    Work::ImportInPieces,
    Work::BackUpInPlace,
    Work::RestoreByRemoving,
];

impl Work {
    /// The directory it begins in.
    pub fn base(self) -> Base {
        match self {
            Work::Create => Base::Nothing,
            Work::Restore | Work::RestoreByRemoving => Base::ThreeBackups,
            Work::Upgrade => Base::Schema1,
            Work::Recover => Base::Damaged,
            _ => Base::Mornings,
        }
    }

    /// Whether there is only one thing to do, so that every child needs a directory of its own.
    pub fn is_single(self) -> bool {
        matches!(self, Work::Create | Work::Upgrade | Work::Recover)
    }
}

/// The word on the command line by which the program knows that it is a child.
pub const CHILD: &str = "child";

/// What a child says when it has started, before it touches anything.
pub const BEGUN: &str = "begun";
/// What a child says when the diary is open.
pub const OPEN: &str = "open";
/// What a child says when it has done the one thing it had to do.
pub const DONE: &str = "done";

/// Pages of an import that children make, which have a note and a rating each. There are two such imports.
pub const PAGES: u16 = 100;

/// What a child says when so many pages are in the diary, and so many will be when it is done with what it does next.
pub fn pages_now_and_next(now: u16, next: u16) -> String {
    format!("{now} pages, then {next}")
}

/// The first morning that children save.
pub const FIRST: u16 = 100;

/// Does the work of that name until it is killed or done.
///
/// # Panics
/// When the store refuses anything: the parent sees that nothing more is said.
pub fn work(name: &str, root: &Path) {
    let all = WORKS.into_iter().chain(WRONG);
    let Some(work) = all.into_iter().find(|one| format!("{one:?}") == name) else {
        panic!("there is no such work");
    };
    say(BEGUN);
    if work == Work::RestoreByRemoving {
        return restore_by_removing(root);
    }
    let mut hands = Hands::on(root, 500);
    hands.all(&[Deed::Open]);
    say(OPEN);
    match work {
        Work::Upgrade => {}
        Work::Recover => {
            hands.all(&[Deed::Recover]);
            say(DONE);
        }
        _ => {
            let saved = Mornings::of(hands.diary().expect("it is open")).expect("a sound disk");
            let first = saved.whole.last().map_or(FIRST, |last| FIRST.max(last + 1));
            (first..u16::MAX).for_each(|n| once(work, root, &mut hands, n));
        }
    }
}

/// Does the work once more, for the `n`-th time.
fn once(work: Work, root: &Path, hands: &mut Hands, n: u16) {
    // Time goes on from child to child, but not for so long that backups would be thinned out.
    hands.set_clock(600 + 2 * i64::from(n - FIRST));
    match work {
        Work::Create | Work::Save => {
            hands.all(&[Deed::Save(n)]);
            say(&n.to_string());
        }
        Work::SaveTooEarly => change(hands, |change| {
            put_morning(change, n)?;
            say(&n.to_string());
            Ok(())
        }),
        Work::SaveInHalves => {
            change(hands, |change| put_night(change, n));
            change(hands, |change| put_rest_of_morning(change, n));
            say(&n.to_string());
        }
        Work::Import => {
            let import = |hands: &mut Hands, pages: std::ops::Range<u16>| {
                change(hands, |change| {
                    pages
                        .into_iter()
                        .try_for_each(|page| put_page(change, page))
                });
            };
            // What an earlier child has left is taken back first.
            let mut left = u16::try_from(pages(hands)).expect("not so many");
            while left > 0 {
                hands.all(&[Deed::Undo]);
                left = left.saturating_sub(PAGES);
                // From the empty diary the next thing is an import.
                say(&pages_now_and_next(
                    left,
                    left.checked_sub(PAGES).unwrap_or(PAGES),
                ));
            }
            import(hands, 0..PAGES);
            say(&pages_now_and_next(PAGES, 2 * PAGES));
            import(hands, PAGES..2 * PAGES);
            say(&pages_now_and_next(2 * PAGES, PAGES));
            hands.all(&[Deed::Undo]);
            say(&pages_now_and_next(PAGES, 0));
            hands.all(&[Deed::Undo]);
            say(&pages_now_and_next(0, PAGES));
        }
        Work::ImportInPieces => {
            for page in 0..PAGES {
                change(hands, |change| put_page(change, page));
            }
            say(&pages_now_and_next(PAGES, 0));
            for _ in 0..PAGES {
                hands.all(&[Deed::Undo]);
            }
            say(&pages_now_and_next(0, PAGES));
        }
        Work::BackUp => {
            hands.all(&[Deed::Save(n)]);
            say(&n.to_string());
            let dir = hands.dir().expect("it is open");
            let made = dir.back_up(Reason::ByHand, hands.now());
            let made = made.expect("a sound disk").expect("something has changed");
            say(&made.name);
        }
        Work::BackUpInPlace => {
            hands.all(&[Deed::Save(n)]);
            say(&n.to_string());
            let name = format!("diary-20260401T{n:06}Z-by-hand-schema-2.db");
            let backups = root.join("backups");
            fs::create_dir_all(&backups).expect("a folder");
            let conn = rusqlite::Connection::open(root.join(DIARY)).expect("the diary");
            let path = backups.join(&name);
            conn.execute("VACUUM INTO ?1", [path.to_str()])
                .expect("a copy");
            say(&name);
        }
        Work::Restore => {
            // The three oldest are those that the parent has made.
            let dir = hands.dir().expect("it is open");
            let mut names = dir.backups().expect("a list");
            names.reverse();
            let now = hands.now();
            for backup in names.iter().take(3) {
                let diary = hands.diary().expect("it is open");
                diary
                    .restore_backup(&backup.name, now)
                    .expect("a sound disk");
                say(&backup.name);
            }
        }
        Work::Upgrade | Work::Recover | Work::RestoreByRemoving => {}
    }
}

fn change(hands: &mut Hands, work: impl FnOnce(&mut Change<'_>) -> Result<(), Error>) {
    let now = hands.now();
    let diary = hands.diary().expect("it is open");
    diary
        .change(Label::SAVE_ENTRY, now, work)
        .expect("a sound disk");
}

/// Pages of the import that are in the diary.
pub fn pages(hands: &mut Hands) -> usize {
    let diary = hands.diary().expect("it is open");
    let notes = diary.all::<Note>().expect("a sound disk");
    notes.len()
}

/// Takes turns with the backups that are there.
fn restore_by_removing(root: &Path) {
    let entries = fs::read_dir(root.join("backups")).expect("a folder");
    let mut backups: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    backups.sort();
    for backup in backups.iter().cycle() {
        fs::remove_file(root.join(DIARY)).expect("the diary");
        fs::copy(backup, root.join(DIARY)).expect("a copy");
        say(&backup.file_name().unwrap_or_default().to_string_lossy());
    }
}

/// Says one line, at once.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{line}\n").as_bytes())
        .and_then(|()| out.flush())
        .expect("the parent listens");
}
