//! The disk fails at its first step, at its second, at its third, … until there is no such step:
//! every time the state is the old or the new one, never a third, and nothing was done that was said not to be.

use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use crate::{
    classes::Class,
    deeds::{Deed, Hands, Refusal},
    disk::{Disk, Fault, Plan},
    dump::Dump,
    state::{State, copy_dir},
};

/// The morning that is saved afterwards, to see whether the diary can be used on.
const AFTERWARDS: Deed = Deed::Save(99);

/// Minutes at which the deed that is watched is done.
const DURING: i64 = 1000;
/// When the one afterwards is done.
const AFTER: i64 = 2000;

/// Something that keeps a deed from being done, for a while.
pub trait Breaker {
    /// Breaks the disk under `root`.
    fn break_disk(&mut self, root: &Path);
    /// Mends it, and tells what was kept from happening; nothing when nothing was.
    fn mend(&mut self) -> Vec<String>;
    /// Whether it stays broken while the program gives up.
    fn lasts(&self) -> bool;
}

/// Lets one step fail, or one and all after it.
struct FailingStep {
    plan: Plan,
    disk: Option<Disk>,
}

impl Breaker for FailingStep {
    fn break_disk(&mut self, root: &Path) {
        let disk = self.disk.get_or_insert_with(|| Disk::under(root));
        disk.arm(self.plan);
    }

    fn mend(&mut self) -> Vec<String> {
        self.disk.take().map(|disk| disk.heal()).unwrap_or_default()
    }

    fn lasts(&self) -> bool {
        self.plan.lasting
    }
}

/// What came of one class with one kind of fault.
#[derive(Debug, Clone)]
pub struct Swept {
    /// Of the class.
    pub name: &'static str,
    /// How the disk failed.
    pub how: String,
    /// At how many different steps it failed.
    pub failures: u64,
    /// How often the deed was refused and had not been done.
    pub old: u64,
    /// How often it was refused and had been done, which only a failing device excuses.
    pub doubtful: u64,
    /// How often it was done all the same.
    pub done: u64,
    /// How often the diary stopped until it was opened again.
    pub stopped: u64,
    /// What must not happen, in words.
    pub violations: Vec<String>,
}

impl fmt::Display for Swept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:<13} {:<16} {:>5} failures: {:>5} refused, {:>4} in doubt, {:>4} done all the same, {:>4} stopped, {} violations",
            self.name,
            self.how,
            self.failures,
            self.old,
            self.doubtful,
            self.done,
            self.stopped,
            self.violations.len(),
        )
    }
}

impl Swept {
    pub(crate) fn new(class: &Class, how: String) -> Swept {
        Swept {
            name: class.name,
            how,
            failures: 0,
            old: 0,
            doubtful: 0,
            done: 0,
            stopped: 0,
            violations: Vec::new(),
        }
    }
}

/// The two states that are allowed, and what the diary holds when it was used on from each.
pub(crate) struct Allowed {
    old: State,
    new: State,
    used_on: [Dump; 2],
}

impl Allowed {
    pub(crate) fn of(class: &Class, base: &Path) -> Allowed {
        let used_on = |deed: Option<Deed>| {
            let root = tempfile::tempdir().expect("a directory");
            copy_dir(base, root.path()).expect("a copy");
            let mut hands = Hands::on(root.path(), DURING);
            hands.all(class.before);
            hands.all(deed.as_slice());
            let state = State::of(root.path()).expect("a sound disk does no harm");
            drop(hands);
            let mut hands = Hands::on(root.path(), AFTER);
            hands.all(&[Deed::Open, AFTERWARDS, Deed::Close]);
            let after = State::of(root.path()).expect("a sound disk does no harm");
            (state, after.diary)
        };
        let ((old, old_after), (new, new_after)) = (used_on(None), used_on(Some(class.deed)));
        Allowed {
            old,
            new,
            used_on: [old_after, new_after],
        }
    }
}

/// Lets every `stride`-th step fail, from the first one that `stride` allows to the last there is.
///
/// # Panics
/// When a deed fails on a disk that is well: nothing can be tested then.
pub fn sweep(class: &Class, fault: Fault, lasting: bool, stride: u64) -> Swept {
    let base = tempfile::tempdir().expect("a directory");
    class.base.make(base.path());
    let allowed = Allowed::of(class, base.path());
    let how = if lasting { "from then on" } else { "once" };
    let mut swept = Swept::new(class, format!("{fault:?} {how}"));
    for nth in (1..).step_by(usize::try_from(stride).unwrap_or(1)) {
        let plan = Plan {
            fault,
            nth,
            lasting,
        };
        let root = tempfile::tempdir().expect("a directory");
        copy_dir(base.path(), root.path()).expect("a copy");
        // Watched from the beginning, so that no sync takes its time.
        let mut step = FailingStep {
            plan,
            disk: Some(Disk::under(root.path())),
        };
        if !fail_once(class, &allowed, root.path(), &mut step, &mut swept) {
            break;
        }
    }
    swept
}

/// Does a deed on a broken disk, and looks at what is left. Returns whether anything was kept from happening.
pub(crate) fn fail_once(
    class: &Class,
    allowed: &Allowed,
    root: &Path,
    breaker: &mut dyn Breaker,
    swept: &mut Swept,
) -> bool {
    let mut hands = Hands::on(root, DURING);
    hands.all(class.before);
    breaker.break_disk(root);
    let outcome = catch_unwind(AssertUnwindSafe(|| hands.act(class.deed)));
    // A disk that stays broken is still broken when the program gives up.
    let mut hands = Some(hands).filter(|_| !breaker.lasts());
    let failed = breaker.mend();
    let hit = !failed.is_empty();
    swept.failures += u64::from(hit);

    let mut wrong = Vec::new();
    let diary = match State::of(root) {
        Err(why) => {
            wrong.push(why);
            None
        }
        Ok(state) => {
            judge(class, allowed, &state, &outcome, hit, swept, &mut wrong);
            Some(state.diary)
        }
    };
    let saved = use_on(root, hands.take(), swept, &mut wrong);
    match (saved, diary, State::of(root)) {
        (_, _, Err(why)) => wrong.push(format!("used on: {why}")),
        (_, _, Ok(after)) if !after.leftovers.is_empty() => {
            wrong.push(format!("used on, and {:?} is left", after.leftovers));
        }
        (true, Some(diary), Ok(after)) => {
            let [from_old, from_new] = &allowed.used_on;
            let right = (diary == allowed.old.diary && after.diary == *from_old)
                || (diary == allowed.new.diary && after.diary == *from_new);
            if !right {
                let where_to = after.diary.difference(from_old);
                wrong.push(format!("used on, it differs in {where_to}"));
            }
        }
        _ => {}
    }
    if !wrong.is_empty() {
        swept.violations.push(format!(
            "{} with {} at {}: {}",
            class.name,
            swept.how,
            failed.first().map_or("no step", String::as_str),
            wrong.join("; "),
        ));
    }
    hit
}

/// Compares what is there with what was told.
fn judge(
    class: &Class,
    allowed: &Allowed,
    state: &State,
    outcome: &std::thread::Result<Result<(), Refusal>>,
    hit: bool,
    swept: &mut Swept,
    wrong: &mut Vec<String>,
) {
    let (is_old, is_new) = (
        state.diary == allowed.old.diary,
        state.diary == allowed.new.diary,
    );
    if !is_old && !is_new {
        let (old, new) = (&allowed.old.diary, &allowed.new.diary);
        wrong.push(format!(
            "a third state: from the old it differs in {}and from the new in {}",
            state.diary.difference(old),
            state.diary.difference(new)
        ));
    }
    match outcome {
        Err(_) => wrong.push("it panicked".to_owned()),
        Ok(Ok(())) => {
            swept.done += u64::from(hit);
            if !is_new || state.backups != allowed.new.backups {
                wrong.push("told to be done, and it was not".to_owned());
            }
        }
        Ok(Err(refusal)) if !hit => wrong.push(format!("refused on a sound disk: {refusal:?}")),
        Ok(Err(refusal)) if is_old => {
            swept.old += 1;
            if class.deed == Deed::Close {
                wrong.push(format!("closing cannot be refused: {refusal:?}"));
            }
        }
        Ok(Err(refusal)) => {
            swept.doubtful += 1;
            if !refusal.leaves_doubt() {
                wrong.push(format!("told not to be done, and it was: {refusal:?}"));
            }
        }
    }
    for (name, backup) in &allowed.old.backups {
        if state.backups.get(name) != Some(backup) {
            wrong.push(format!("the backup {name} is lost"));
        }
    }
    for (name, backup) in &state.backups {
        let known = allowed.old.backups.get(name) == Some(backup)
            || allowed.new.backups.values().any(|new| new == backup);
        if !known {
            wrong.push(format!(
                "{name} bears a backup's name and holds something else"
            ));
        }
    }
    if state.damaged > allowed.old.damaged.max(allowed.new.damaged) {
        wrong.push("a disk that failed was taken for damage".to_owned());
    }
}

/// Uses the diary on a disk that is well again: as it is open, if it is; else opened again.
/// Returns whether a morning could be saved.
fn use_on(root: &Path, hands: Option<Hands>, swept: &mut Swept, wrong: &mut Vec<String>) -> bool {
    let mut saved = false;
    if let Some(mut hands) = hands
        && hands.diary().is_ok()
    {
        hands.set_clock(AFTER + 1);
        match hands.act(AFTERWARDS) {
            Ok(()) => saved = true,
            Err(Refusal::Store(wane_store::Error::Stopped)) => swept.stopped += 1,
            Err(refusal) => wrong.push(format!("it cannot be used on: {refusal:?}")),
        }
    }
    let mut hands = Hands::on(root, AFTER);
    if let Err(refusal) = hands.act(Deed::Open) {
        wrong.push(format!("it cannot be opened again: {refusal:?}"));
        return false;
    }
    if !saved {
        match hands.act(AFTERWARDS) {
            Ok(()) => saved = true,
            Err(refusal) => wrong.push(format!("opened again, it cannot be used: {refusal:?}")),
        }
    }
    if let Err(refusal) = hands.act(Deed::Check) {
        wrong.push(format!("used on, it does not pass its check: {refusal:?}"));
    }
    if let Err(refusal) = hands.act(Deed::BackUp) {
        wrong.push(format!("used on, it cannot be backed up: {refusal:?}"));
    }
    saved
}
