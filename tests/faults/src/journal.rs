//! What was done to a directory, step by step, and what a power cut would have left of it.
//!
//! The model is the strict one: a file's bytes are safe after its own sync, a directory's entries after the
//! directory's sync, and nothing else is promised. What was not synced is there, or not, or torn at 512 bytes,
//! in any combination. A rename is one step even so, as every file system in use makes it.

use std::{
    collections::{BTreeMap, HashMap},
    ffi::{OsStr, OsString},
    fs, io,
    path::{Component, Path, PathBuf},
};

use crate::rng::Rng;

/// A file or a directory, whatever it is called.
pub type Node = usize;

/// Bytes a drive writes whole or not at all.
const SECTOR: u64 = 512;

/// The directory that is watched.
const ROOT: Node = 0;

/// One step.
#[derive(Debug, Clone)]
enum Event {
    /// Entries of directories that change together.
    Entries(Vec<Entry>),
    Write {
        node: Node,
        at: u64,
        bytes: Vec<u8>,
    },
    Truncate {
        node: Node,
        len: u64,
    },
    Sync(Node),
    SyncDir(Node),
    Acknowledged,
}

/// What a name in a directory stands for from then on.
#[derive(Debug, Clone)]
struct Entry {
    dir: Node,
    name: OsString,
    stands_for: Option<Node>,
}

/// Directories and files.
#[derive(Debug, Clone, Default)]
struct Tree {
    dirs: HashMap<Node, BTreeMap<OsString, Node>>,
    files: HashMap<Node, Vec<u8>>,
}

/// A directory as it was, and every step since.
#[derive(Debug, Clone)]
pub struct Journal {
    base: Tree,
    /// Names as they are now; the content of files is not kept here.
    live: Tree,
    next: Node,
    events: Vec<Event>,
}

impl Journal {
    /// Begins with a directory as it is, all of it safe on the disk.
    ///
    /// # Errors
    /// When the directory cannot be read.
    pub fn begin(root: &Path) -> io::Result<Journal> {
        let mut base = Tree::default();
        let mut next = ROOT + 1;
        base.take_in(ROOT, root, &mut next)?;
        let mut live = base.clone();
        live.files.values_mut().for_each(Vec::clear);
        Ok(Journal {
            base,
            live,
            next,
            events: Vec::new(),
        })
    }

    /// How many steps there were.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether nothing has happened.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// How many times something had been acknowledged before step `end`.
    pub fn acknowledged(&self, end: usize) -> usize {
        self.events[..end]
            .iter()
            .filter(|event| matches!(event, Event::Acknowledged))
            .count()
    }

    /// Something was told to be saved.
    pub fn acknowledge(&mut self) {
        self.events.push(Event::Acknowledged);
    }

    /// The file of that name below the root, made if it is not there.
    pub fn opened(&mut self, path: &Path) -> Node {
        let (dir, name) = self.place(path);
        if let Some(node) = self.live.entry(dir, &name) {
            return node;
        }
        let node = self.fresh();
        self.live.files.insert(node, Vec::new());
        self.enter(vec![Entry {
            dir,
            name,
            stands_for: Some(node),
        }]);
        node
    }

    /// A directory was made.
    pub fn made_dir(&mut self, path: &Path) {
        let (dir, name) = self.place(path);
        let node = self.fresh();
        self.live.dirs.insert(node, BTreeMap::new());
        self.enter(vec![Entry {
            dir,
            name,
            stands_for: Some(node),
        }]);
    }

    /// A file or directory was given another name.
    pub fn renamed(&mut self, from: &Path, to: &Path) {
        let (from_dir, from_name) = self.place(from);
        let (to_dir, to_name) = self.place(to);
        let stands_for = self.live.entry(from_dir, &from_name);
        self.enter(vec![
            Entry {
                dir: from_dir,
                name: from_name,
                stands_for: None,
            },
            Entry {
                dir: to_dir,
                name: to_name,
                stands_for,
            },
        ]);
    }

    /// A file was given a second name.
    pub fn linked(&mut self, from: &Path, to: &Path) {
        let node = self.opened(from);
        let (dir, name) = self.place(to);
        self.enter(vec![Entry {
            dir,
            name,
            stands_for: Some(node),
        }]);
    }

    /// A file, or a directory with everything in it, was removed.
    pub fn removed(&mut self, path: &Path) {
        let (dir, name) = self.place(path);
        self.enter(vec![Entry {
            dir,
            name,
            stands_for: None,
        }]);
    }

    /// Bytes were written.
    pub fn wrote(&mut self, node: Node, at: u64, bytes: &[u8]) {
        self.events.push(Event::Write {
            node,
            at,
            bytes: bytes.to_vec(),
        });
    }

    /// A file was given a length.
    pub fn truncated(&mut self, node: Node, len: u64) {
        self.events.push(Event::Truncate { node, len });
    }

    /// A file's bytes were made safe.
    pub fn synced(&mut self, node: Node) {
        self.events.push(Event::Sync(node));
    }

    /// A directory's entries were made safe.
    pub fn synced_dir(&mut self, path: &Path) {
        if let Some(node) = self.find(path) {
            self.events.push(Event::SyncDir(node));
        }
    }

    /// What is in `target`, a new directory, after the power was cut before step `end`.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn cut(&self, end: usize, rng: &mut Rng, target: &Path) -> io::Result<()> {
        let taste = Taste::any(rng);
        let mut tree = self.base.clone();
        // A directory that was made is one, wherever its name leads.
        for dir in self.live.dirs.keys() {
            tree.dirs.entry(*dir).or_default();
        }
        let mut unsafe_writes: Vec<&Event> = Vec::new();
        let mut unsafe_entries: Vec<&Vec<Entry>> = Vec::new();
        for event in &self.events[..end] {
            match event {
                Event::Entries(entries) => unsafe_entries.push(entries),
                Event::Write { .. } | Event::Truncate { .. } => unsafe_writes.push(event),
                Event::Sync(node) => unsafe_writes.retain(|event| {
                    let safe = event.file() == Some(*node);
                    if safe {
                        tree.apply(event);
                    }
                    !safe
                }),
                Event::SyncDir(dir) => unsafe_entries.retain(|entries| {
                    let safe = entries.iter().any(|entry| entry.dir == *dir);
                    if safe {
                        tree.enter(entries);
                    }
                    !safe
                }),
                Event::Acknowledged => {}
            }
        }
        for entries in taste.some_of(&unsafe_entries, rng) {
            tree.enter(entries);
        }
        for event in taste.some_of(&unsafe_writes, rng) {
            match event {
                Event::Write { node, at, bytes } if taste.tears && rng.chance(1, 3) => {
                    tree.apply_torn(*node, *at, bytes, rng);
                }
                event => tree.apply(event),
            }
        }
        tree.write_to(ROOT, target)
    }

    fn fresh(&mut self) -> Node {
        self.next += 1;
        self.next
    }

    fn enter(&mut self, entries: Vec<Entry>) {
        self.live.enter(&entries);
        self.events.push(Event::Entries(entries));
    }

    /// The directory in which a path below the root lies, and its name there.
    fn place(&self, path: &Path) -> (Node, OsString) {
        let dir = path.parent().and_then(|parent| self.find(parent));
        (
            dir.unwrap_or(ROOT),
            path.file_name().unwrap_or_default().to_owned(),
        )
    }

    /// What a path below the root stands for now.
    fn find(&self, path: &Path) -> Option<Node> {
        let mut node = ROOT;
        for part in path.components() {
            if let Component::Normal(name) = part {
                node = self.live.entry(node, name)?;
            }
        }
        Some(node)
    }
}

impl Event {
    fn file(&self) -> Option<Node> {
        match self {
            Event::Write { node, .. } | Event::Truncate { node, .. } => Some(*node),
            _ => None,
        }
    }
}

/// Which of the unsafe steps a power cut lets through.
struct Taste {
    /// Only the first steps, in their order, as a disk that keeps order would; else any of them.
    in_order: bool,
    /// How many of a hundred.
    percent: u64,
    tears: bool,
}

impl Taste {
    fn any(rng: &mut Rng) -> Taste {
        Taste {
            in_order: rng.chance(1, 3),
            percent: [0, 20, 50, 80, 100][rng.below(5)],
            tears: rng.chance(1, 2),
        }
    }

    fn some_of<T: Copy>(&self, all: &[T], rng: &mut Rng) -> Vec<T> {
        if self.in_order {
            return all[..rng.below(all.len() + 1)].to_vec();
        }
        all.iter()
            .copied()
            .filter(|_| rng.chance(self.percent, 100))
            .collect()
    }
}

impl Tree {
    fn take_in(&mut self, node: Node, path: &Path, next: &mut Node) -> io::Result<()> {
        let mut entries = BTreeMap::new();
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            *next += 1;
            let child = *next;
            if entry.file_type()?.is_dir() {
                self.take_in(child, &entry.path(), next)?;
            } else if is_memory(&entry.file_name()) {
                continue;
            } else {
                self.files.insert(child, fs::read(entry.path())?);
            }
            entries.insert(entry.file_name(), child);
        }
        self.dirs.insert(node, entries);
        Ok(())
    }

    fn entry(&self, dir: Node, name: &OsStr) -> Option<Node> {
        self.dirs.get(&dir)?.get(name).copied()
    }

    fn enter(&mut self, entries: &[Entry]) {
        let moved = entries.iter().find_map(|entry| entry.stands_for);
        for entry in entries {
            let names = self.dirs.entry(entry.dir).or_default();
            match entry.stands_for {
                Some(node) => {
                    names.insert(entry.name.clone(), node);
                }
                // The old name of what was moved may stand for something newer by now.
                None if moved.is_none() || names.get(&entry.name) == moved.as_ref() => {
                    names.remove(&entry.name);
                }
                None => {}
            }
        }
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Write { node, at, bytes } => self.write(*node, *at, bytes),
            Event::Truncate { node, len } => {
                let len = usize::try_from(*len).unwrap_or(usize::MAX);
                self.files.entry(*node).or_default().resize(len, 0);
            }
            _ => {}
        }
    }

    fn write(&mut self, node: Node, at: u64, bytes: &[u8]) {
        let content = self.files.entry(node).or_default();
        let start = usize::try_from(at).unwrap_or(usize::MAX);
        let end = start.saturating_add(bytes.len());
        if content.len() < end {
            content.resize(end, 0);
        }
        content[start..end].copy_from_slice(bytes);
    }

    /// Writes some sectors of what was to be written.
    fn apply_torn(&mut self, node: Node, at: u64, bytes: &[u8], rng: &mut Rng) {
        let mut done = 0;
        while done < bytes.len() {
            let place = at + done as u64;
            let rest = usize::try_from(SECTOR - place % SECTOR).unwrap_or(usize::MAX);
            let end = bytes.len().min(done + rest);
            if rng.chance(1, 2) {
                self.write(node, place, &bytes[done..end]);
            }
            done = end;
        }
    }

    fn write_to(&self, dir: Node, path: &Path) -> io::Result<()> {
        private_dir(path)?;
        for (name, node) in self.dirs.get(&dir).into_iter().flatten() {
            let place = path.join(name);
            if self.dirs.contains_key(node) {
                self.write_to(*node, &place)?;
            } else if !is_memory(name) {
                fs::write(place, self.files.get(node).map_or(&[][..], Vec::as_slice))?;
            }
        }
        Ok(())
    }
}

/// The log's shared index is memory that bears a file's name: no power cut leaves it.
fn is_memory(name: &OsStr) -> bool {
    name.to_string_lossy().ends_with("-shm")
}

fn private_dir(path: &Path) -> io::Result<()> {
    let builder = &mut fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(builder, 0o700);
    builder.create(path)
}

/// A path below `root`, without it; `None` for one that lies elsewhere.
pub fn below(root: &Path, path: &Path) -> Option<PathBuf> {
    path.strip_prefix(root).ok().map(Path::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every content the file `name` has after a thousand cuts at the end; `None` where it is missing.
    fn contents(journal: &Journal, name: &str) -> Vec<Option<Vec<u8>>> {
        let mut found: Vec<Option<Vec<u8>>> = (0..1000)
            .map(|seed| {
                let target = tempfile::tempdir().unwrap();
                journal
                    .cut(journal.len(), &mut Rng::new(seed), target.path())
                    .unwrap();
                fs::read(target.path().join(name)).ok()
            })
            .collect();
        found.sort();
        found.dedup();
        found
    }

    fn check(what: &str, steps: impl FnOnce(&mut Journal), name: &str, left: &[Option<&[u8]>]) {
        let base = tempfile::tempdir().unwrap();
        fs::write(base.path().join("old"), "old").unwrap();
        let mut journal = Journal::begin(base.path()).unwrap();
        steps(&mut journal);
        let left: Vec<Option<Vec<u8>>> = left.iter().map(|some| some.map(<[u8]>::to_vec)).collect();
        assert_eq!(contents(&journal, name), left, "{what}");
    }

    #[test]
    fn what_was_synced_stays_and_what_was_not_may_go() {
        let old = Path::new("old");
        check("nothing happened", |_| (), "old", &[Some(b"old")]);
        check(
            "an unsynced write is there or not",
            |journal| {
                let node = journal.opened(old);
                journal.wrote(node, 0, b"new");
            },
            "old",
            &[Some(b"new"), Some(b"old")],
        );
        check(
            "a synced write is there",
            |journal| {
                let node = journal.opened(old);
                journal.wrote(node, 0, b"new");
                journal.synced(node);
            },
            "old",
            &[Some(b"new")],
        );
        check(
            "two unsynced writes are there in any combination",
            |journal| {
                let node = journal.opened(old);
                journal.wrote(node, 0, b"n");
                journal.wrote(node, 2, b"w");
            },
            "old",
            &[Some(b"nld"), Some(b"nlw"), Some(b"old"), Some(b"olw")],
        );
    }

    #[test]
    fn a_name_is_safe_with_its_directory() {
        let (new, old) = (Path::new("new"), Path::new("old"));
        check(
            "a synced file whose directory was not synced may be missing",
            |journal| {
                let node = journal.opened(new);
                journal.wrote(node, 0, b"new");
                journal.synced(node);
            },
            "new",
            &[None, Some(b"new")],
        );
        check(
            "with the directory it is there",
            |journal| {
                let node = journal.opened(new);
                journal.wrote(node, 0, b"new");
                journal.synced(node);
                journal.synced_dir(Path::new(""));
            },
            "new",
            &[Some(b"new")],
        );
        check(
            "a rename happened or not, and is never halfway",
            |journal| {
                let node = journal.opened(new);
                journal.wrote(node, 0, b"new");
                journal.synced(node);
                journal.renamed(new, old);
            },
            "old",
            &[Some(b"new"), Some(b"old")],
        );
        check(
            "what was renamed without a sync of its bytes may be empty",
            |journal| {
                let node = journal.opened(new);
                journal.wrote(node, 0, b"new");
                journal.renamed(new, old);
                journal.synced_dir(Path::new(""));
            },
            "old",
            &[Some(b""), Some(b"new")],
        );
        check(
            "a removal is there or not",
            |journal| journal.removed(old),
            "old",
            &[None, Some(b"old")],
        );
    }

    #[test]
    fn a_directory_is_a_directory_even_while_it_is_empty() {
        let base = tempfile::tempdir().unwrap();
        let mut journal = Journal::begin(base.path()).unwrap();
        journal.made_dir(Path::new("new"));
        journal.synced_dir(Path::new(""));
        let target = tempfile::tempdir().unwrap();
        journal
            .cut(journal.len(), &mut Rng::new(0), target.path())
            .unwrap();
        assert!(target.path().join("new").is_dir(), "its name was made safe");
    }

    #[test]
    fn a_write_is_torn_only_where_sectors_meet() {
        let base = tempfile::tempdir().unwrap();
        fs::write(base.path().join("old"), [0; 1024]).unwrap();
        let mut journal = Journal::begin(base.path()).unwrap();
        let node = journal.opened(Path::new("old"));
        journal.wrote(node, 0, &[1; 1024]);
        let found: Vec<Vec<u8>> = contents(&journal, "old").into_iter().flatten().collect();
        let halves = |first, second| [[first; 512], [second; 512]].concat();
        assert_eq!(
            found,
            [halves(0, 0), halves(0, 1), halves(1, 0), halves(1, 1)],
            "each sector is there or not, and whole"
        );
    }

    #[test]
    fn what_was_acknowledged_is_counted_up_to_the_cut() {
        let base = tempfile::tempdir().unwrap();
        let mut journal = Journal::begin(base.path()).unwrap();
        journal.made_dir(Path::new("a"));
        journal.acknowledge();
        journal.acknowledge();
        assert_eq!(journal.acknowledged(1), 0, "before the first");
        assert_eq!(journal.acknowledged(3), 2, "after both");
    }
}
