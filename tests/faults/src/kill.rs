//! The program is killed (`kill -9`) at any moment: what it was told is done must be there, whole.
//!
//! The parent starts this very program as a child that does one kind of work over and over and says each time that
//! it is done; kills it; opens what it left. Some children are faulty on purpose, to show that the harness sees it.

use std::{
    collections::BTreeSet,
    fmt,
    io::{BufRead as _, BufReader, Read as _},
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use crate::{
    child::{BEGUN, CHILD, DONE, OPEN, PAGES, Work, pages, pages_now_and_next},
    deeds::{Deed, Hands, Mornings},
    dump::Dump,
    rng::Rng,
    state::{State, copy_dir},
};

/// What came of killing children at one kind of work.
#[derive(Debug, Clone)]
pub struct Killed {
    /// The work.
    pub work: Work,
    /// How often.
    pub kills: u64,
    /// How many children were at work when they were killed.
    pub at_work: u64,
    /// How many things the children had said were done.
    pub acknowledged: usize,
    /// What must not happen, in words.
    pub violations: Vec<String>,
}

impl fmt::Display for Killed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:<17} {:>5} kills, {:>5} of them at work: {:>6} deeds acknowledged, {} violations",
            format!("{:?}", self.work),
            self.kills,
            self.at_work,
            self.acknowledged,
            self.violations.len(),
        )
    }
}

/// A fresh directory now and then keeps the diary small, so that much is done before each kill.
const CHILDREN_PER_DIARY: u64 = 10;

/// Kills `kills` children at that work; `program` is this package's program.
///
/// # Panics
/// When a child cannot be started or killed.
pub fn kill(program: &Path, work: Work, kills: u64, seed: u64) -> Killed {
    let mut killed = Killed {
        work,
        kills: 0,
        at_work: 0,
        acknowledged: 0,
        violations: Vec::new(),
    };
    let mut rng = Rng::new(seed);
    // Microseconds for which a child lives at most after it has begun. Grows when children die before they have done
    // anything and shrinks when they are done first, so that slow and quick machines kill at the same places.
    let mut patience: u64 = 20_000;
    let mut place = Place::prepared(work);
    for n in 0..kills {
        if n > 0 && (work.is_single() || n % CHILDREN_PER_DIARY == 0) {
            place = Place::prepared(work);
        }
        let pause = Duration::from_micros(rng.any() % patience);
        let heard = kill_once(program, work, place.root.path(), pause);
        let news: Vec<&str> = heard
            .iter()
            .map(String::as_str)
            .filter(|line| ![BEGUN, OPEN].contains(line))
            .collect();
        let done = match work {
            Work::Create => news.len() > 2,
            Work::Upgrade => heard.iter().any(|line| line == OPEN),
            _ => heard.iter().any(|line| line == DONE),
        };
        killed.kills += 1;
        killed.at_work += u64::from(!done);
        killed.acknowledged += news.len();
        let too_early = news.is_empty() && !work.is_single();
        patience = match (done, too_early) {
            (true, _) => patience * 8 / 10,
            (_, true) => patience * 12 / 10,
            _ if work.is_single() => patience * 11 / 10,
            _ => patience,
        }
        .clamp(1000, 2_000_000);
        if let Err(why) = place.judge(work, &news) {
            killed
                .violations
                .push(format!("{work:?}, kill {n} of seed {seed}: {why}"));
            // What is wrong once would be found again by every kill after it.
            place = Place::prepared(work);
        }
    }
    killed
}

/// Starts a child and kills it after a while; what it has said.
fn kill_once(program: &Path, work: Work, root: &Path, pause: Duration) -> Vec<String> {
    let mut child = Command::new(program)
        .args([CHILD, &format!("{work:?}")])
        .arg(root)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the child starts");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut heard = String::new();
    // How long it takes to start is not what is tested.
    output.read_line(&mut heard).expect("a pipe");
    std::thread::sleep(pause);
    child.kill().expect("a child that can be killed");
    child.wait().expect("a child that has ended");
    output.read_to_string(&mut heard).expect("a pipe");
    // A line that was cut short was not said.
    let whole = heard.rfind('\n').map_or("", |end| &heard[..end]);
    whole.lines().map(str::to_owned).collect()
}

/// A directory in which children work, and what is known of it.
struct Place {
    root: tempfile::TempDir,
    /// As the last judgement has found it.
    state: State,
    /// Mornings that have been acknowledged so far.
    mornings: BTreeSet<u16>,
    /// What a work that is done once begins with and ends with.
    ends: Option<[Dump; 2]>,
}

impl Place {
    fn prepared(work: Work) -> Place {
        let root = tempfile::tempdir().expect("a directory");
        work.base().make(root.path());
        let state = State::of(root.path()).expect("a sound base");
        let ends = matches!(work, Work::Upgrade | Work::Recover).then(|| {
            let copy = tempfile::tempdir().expect("a directory");
            copy_dir(root.path(), copy.path()).expect("a copy");
            let mut hands = Hands::on(copy.path(), 500);
            hands.all(&[Deed::Open]);
            let before = State::of(copy.path()).expect("a sound disk does no harm");
            if work == Work::Recover {
                hands.all(&[Deed::Recover]);
            }
            let after = State::of(copy.path()).expect("a sound disk does no harm");
            [before.diary, after.diary]
        });
        Place {
            root,
            state,
            mornings: BTreeSet::new(),
            ends,
        }
    }

    /// Opens what is left, and compares it with what was said.
    fn judge(&mut self, work: Work, news: &[&str]) -> Result<(), String> {
        let mut hands = Hands::on(self.root.path(), 2500);
        hands
            .act(Deed::Open)
            .map_err(|refusal| format!("it does not open: {refusal:?}"))?;
        let found = Mornings::of(hands.diary().map_err(|error| error.to_string())?)
            .map_err(|error| error.to_string())?;
        let pages = pages(&mut hands);
        hands
            .act(Deed::Check)
            .map_err(|refusal| format!("it does not pass its check: {refusal:?}"))?;
        drop(hands);
        let state = State::of(self.root.path())?;
        // A diary of the first version has nights of its own, of which ours know nothing.
        if found.torn > 0 && work != Work::Upgrade {
            return Err(format!("{} mornings are there by half", found.torn));
        }
        if state.damaged > self.state.damaged {
            return Err("a killed program was taken for damage".to_owned());
        }
        self.mornings
            .extend(news.iter().filter_map(|line| line.parse::<u16>().ok()));
        let lost = self.mornings.difference(&found.whole).count();
        if lost > 0 {
            return Err(format!("{lost} acknowledged mornings are lost"));
        }
        let named = news.iter().filter(|line| line.ends_with(".db"));
        let lost = named
            .filter(|name| !state.backups.contains_key(**name))
            .count();
        if lost > 0 {
            return Err(format!("{lost} acknowledged backups are lost"));
        }
        for (name, backup) in &self.state.backups {
            if state.backups.get(name) != Some(backup) {
                return Err(format!("the backup {name} is lost"));
            }
        }
        match work {
            Work::Import | Work::ImportInPieces => imports_are_whole(news, pages)?,
            Work::Restore | Work::RestoreByRemoving => {
                let allowed = self.restored(news);
                let found = state.diary.without_clock();
                if !allowed.contains(&found) {
                    let why = found.difference(&allowed[0]);
                    return Err(format!("it is not as in the backup, it differs in {why}"));
                }
            }
            _ => {}
        }
        if let Some([before, after]) = &self.ends {
            let done = news.contains(&DONE);
            if state.diary != *after && (done || state.diary != *before) {
                return Err(format!("it differs in {}", state.diary.difference(after)));
            }
        }
        self.state = state;
        Ok(())
    }

    /// What the diary may hold: the backup that was restored last (or what was there before), and the one after it.
    fn restored(&self, news: &[&str]) -> [Dump; 2] {
        let oldest: Vec<(&String, &Dump)> = self.state.backups.iter().take(3).collect();
        let last = news
            .last()
            .and_then(|last| oldest.iter().position(|(name, _)| name == last));
        let (now, next) = match last {
            Some(last) => (oldest[last].1, (last + 1) % oldest.len()),
            None => (&self.state.diary, 0),
        };
        [now, oldest[next].1].map(Dump::without_clock)
    }
}

/// An import is in the diary with all of its pages or not at all, as was said last or as would have been said next.
fn imports_are_whole(news: &[&str], pages: usize) -> Result<(), String> {
    let steps = [0, PAGES, 2 * PAGES];
    if !steps.iter().any(|step| usize::from(*step) == pages) {
        return Err(format!(
            "{pages} pages are there, of imports with {PAGES} each"
        ));
    }
    let Some(said) = news.last() else {
        return Ok(());
    };
    let agrees = steps.iter().any(|other| {
        let found = steps.iter().find(|step| usize::from(**step) == pages);
        found.is_some_and(|found| {
            *said == pages_now_and_next(*found, *other)
                || *said == pages_now_and_next(*other, *found)
        })
    });
    if agrees {
        Ok(())
    } else {
        Err(format!("{pages} pages are there after it was said: {said}"))
    }
}
