//! Every way in which the store writes to the disk, with the directory it begins in.

use std::{
    fs,
    io::{Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
};

use crate::{
    deeds::{Deed, Hands},
    state::{DIARY, copy_dir},
    vfs,
};

/// A directory to begin in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Nothing.
    Nothing,
    /// A diary with a few mornings and nothing else.
    Mornings,
    /// A diary that is closed.
    Lived,
    /// A diary whose program was killed: its log is still beside it.
    Killed,
    /// A diary, and a backup from before its last changes.
    BackedUp,
    /// As before, with so much in it that most of its bytes matter.
    Full,
    /// A diary, and three backups that differ; it is as in the newest.
    ThreeBackups,
    /// A diary that the first released version made.
    Schema1,
    /// A fresh diary, beside a damaged one that was moved aside, and its backup.
    Damaged,
}

/// One way of writing to the disk.
#[derive(Debug, Clone, Copy)]
pub struct Class {
    /// What it is called in reports.
    pub name: &'static str,
    /// Where it begins.
    pub base: Base,
    /// What is done before the disk may fail.
    pub before: &'static [Deed],
    /// What is done while it may.
    pub deed: Deed,
}

pub(crate) const fn class(
    name: &'static str,
    base: Base,
    before: &'static [Deed],
    deed: Deed,
) -> Class {
    Class {
        name,
        base,
        before,
        deed,
    }
}

/// All of them.
pub const CLASSES: &[Class] = &[
    class("create", Base::Nothing, &[], Deed::Open),
    class("open", Base::Killed, &[], Deed::Open),
    class("save", Base::Lived, &[Deed::Open], Deed::Save(50)),
    class("undo", Base::Lived, &[Deed::Open], Deed::Undo),
    class("redo", Base::Lived, &[Deed::Open, Deed::Undo], Deed::Redo),
    class("import", Base::Lived, &[Deed::Open], Deed::Import(200)),
    class("back up", Base::Lived, &[Deed::Open], Deed::BackUp),
    class("restore", Base::BackedUp, &[Deed::Open], Deed::Restore),
    class("upgrade", Base::Schema1, &[], Deed::Open),
    class("recover", Base::Damaged, &[Deed::Open], Deed::Recover),
    class("check", Base::Lived, &[Deed::Open], Deed::Check),
    class("rehearse", Base::BackedUp, &[Deed::Open], Deed::Rehearse),
    class(
        "keep reserve",
        Base::Lived,
        &[Deed::Open],
        Deed::KeepReserve,
    ),
    class(
        "close",
        Base::Killed,
        &[Deed::Open, Deed::Save(50)],
        Deed::Close,
    ),
];

/// Ways that are wrong on purpose, to show that a sweep sees it.
pub const WRONG: &[Class] = &[
    class(
        "save in halves",
        Base::Lived,
        &[Deed::Open],
        Deed::SaveInHalves(50),
    ),
    class(
        "save and hope",
        Base::Lived,
        &[Deed::Open],
        Deed::SaveAndHope(50),
    ),
];

/// A file of the first released version, with every record in it.
fn schema_1() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../src-tauri/crates/wane-store/tests/fixtures/schema_1")
        .join(DIARY)
}

impl Base {
    /// Makes the directory, on a disk that is well.
    ///
    /// # Panics
    /// When it cannot be made: nothing can be tested then.
    pub fn make(self, root: &Path) {
        vfs::reseed();
        let lived = || {
            let mut hands = Hands::on(root, 0);
            let life = [
                Deed::Open,
                Deed::Import(20),
                Deed::Save(1),
                Deed::Save(2),
                Deed::Undo,
                Deed::Redo,
                Deed::Save(3),
            ];
            hands.all(&life);
            hands
        };
        let later = [
            Deed::BackUp,
            Deed::Save(4),
            Deed::Undo,
            Deed::Save(5),
            Deed::Close,
        ];
        match self {
            Base::Nothing => {}
            Base::Lived => drop(lived()),
            Base::Killed => {
                // What lies there while the diary is open is what a killed program leaves.
                let aside = tempfile::tempdir().expect("a directory for a while");
                let hands = lived();
                copy_dir(root, aside.path()).expect("a copy");
                drop(hands);
                fs::remove_dir_all(root).expect("an empty place");
                copy_dir(aside.path(), root).expect("a copy");
            }
            Base::Mornings => {
                let few = [Deed::Open, Deed::Save(1), Deed::Save(2), Deed::Close];
                Hands::on(root, 0).all(&few);
            }
            Base::BackedUp => lived().all(&later),
            Base::Full => {
                let mut hands = Hands::on(root, 0);
                hands.all(&[Deed::Open, Deed::Import(600)]);
                (0..60).for_each(|n| hands.all(&[Deed::Save(n)]));
                hands.all(&[
                    Deed::BackUp,
                    Deed::Save(60),
                    Deed::Undo,
                    Deed::Save(61),
                    Deed::Close,
                ]);
            }
            Base::ThreeBackups => {
                let mut hands = lived();
                hands.all(&[Deed::BackUp, Deed::Save(4), Deed::BackUp]);
                hands.all(&[Deed::Save(5), Deed::BackUp, Deed::Close]);
            }
            Base::Schema1 => {
                fs::copy(schema_1(), root.join(DIARY)).expect("the frozen file");
            }
            Base::Damaged => {
                lived().all(&later);
                ruin(&root.join(DIARY));
                let mut hands = Hands::on(root, 100);
                hands.act(Deed::Open).expect_err("the damage is seen");
                hands.all(&[Deed::Open, Deed::Save(6), Deed::Close]);
            }
        }
    }
}

/// Overwrites a page in the middle of a database, and the one after it.
fn ruin(database: &Path) {
    let mut file = fs::OpenOptions::new()
        .write(true)
        .open(database)
        .expect("a file");
    let pages = file.metadata().expect("its size").len() / PAGE;
    file.seek(SeekFrom::Start(pages / 2 * PAGE))
        .expect("its middle");
    file.write_all(&[0xA5; 2 * PAGE as usize])
        .expect("room for it");
}

/// Bytes in a page of our files, which is SQLite's usual size.
pub const PAGE: u64 = 4096;
