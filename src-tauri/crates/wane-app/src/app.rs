//! The open diary: its two databases, the host around it, and the words.

use std::{
    path::Path,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
};

use chrono::{DateTime, Duration, NaiveDate, Timelike, Utc};
use chrono_tz::Tz;
use wane_domain::{
    Id, Moment,
    diary::{Night, Origin},
};
use wane_store::{DataDir, Diary, OpenError, Schedule};
use wane_text::Catalogue;

use crate::{
    fault::Fault,
    host::Host,
    import::Watch,
    recovery,
    wire::{self, WireError},
    words::Words,
};

/// Commands whose answers are figures by their nature; whoever gives one has chosen to see them.
const WITH_FIGURES: [&str; 5] = [
    "export_preview",
    "export_save",
    "insight",
    "insight_detail",
    "measures",
];

/// The setting that is written together with the last of a sample's records.
pub(crate) const SAMPLE_IS_WHOLE: &str = "sample-is-whole";

/// An open diary and everything it can do; see [`crate::commands`].
pub struct App {
    pub(crate) host: Arc<dyn Host>,
    pub(crate) words: Words,
    /// Figures are told whatever the settings say: a terminal and its `--json` are read by programs too.
    always_with_figures: bool,
    rooms: Mutex<Rooms>,
    /// Width of the small chart on Today, as the window last asked for it.
    pub(crate) small_chart_width: AtomicU32,
    /// The name that was given last.
    named: Mutex<Option<Id>>,
    /// The import that is going on.
    pub(crate) watch: Watch,
}

/// What is open on the disk.
pub(crate) struct Rooms {
    pub(crate) dir: DataDir,
    pub(crate) diary: Diary,
    pub(crate) schedule: Schedule,
    /// The diary open now is the sample, not the user's own.
    pub(crate) sample: bool,
    /// When the reminder loop last looked; kept in memory so that looking costs no write.
    pub(crate) last_check: Option<DateTime<Utc>>,
    /// When `last_check` was last written down.
    pub(crate) last_check_saved: Option<DateTime<Utc>>,
}

/// What one turn of the reminder loop came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// How many notifications the desktop's service took.
    pub shown: usize,
    /// The next instant at which anything can change: a reminder falls due, a snooze, a pause or a window ends, the protected night
    /// ends while something waits for it. The loop may sleep until then, if it is woken when the clock, the zone or the rules change.
    /// `None` if there is nothing within eight days. After a turn that could not be carried out, it is when to try again.
    pub next_due: Option<DateTime<Utc>>,
}

impl App {
    /// Opens the diary in `dir`, creating it if there is none, and takes the directory's lock.
    ///
    /// A second holder, a newer diary, a damaged or read-only one each give their own [`WireError::code`].
    pub fn open(dir: &Path, host: Arc<dyn Host>) -> Result<App, WireError> {
        Self::open_rooms(dir, host.as_ref())
            .map(|rooms| App {
                host,
                words: Words::new(Catalogue::english()),
                always_with_figures: false,
                rooms: Mutex::new(rooms),
                small_chart_width: AtomicU32::new(360),
                named: Mutex::new(None),
                watch: Watch::default(),
            })
            .map_err(|fault| fault.to_wire())
    }

    /// Tells figures even to somebody who wants words in place of numbers: for the command line.
    #[must_use]
    pub fn with_figures(self) -> App {
        App {
            always_with_figures: true,
            ..self
        }
    }

    /// Tells the answer of command `name` with figures or without, as the person wishes.
    ///
    /// What shows how a finding was worked out, and what says what leaves the machine, is asked for figures and all.
    pub(crate) fn choose_words(&self, name: &str) {
        if self.always_with_figures || WITH_FIGURES.contains(&name) {
            return self.words.leave_figures_out(false);
        }
        // Whoever asks while something long goes on is answered the way it was before, and does not wait for this.
        let Ok(rooms) = self.rooms.try_lock() else {
            return;
        };
        if let Ok(settings) = crate::settings::read(&rooms.diary) {
            self.words.leave_figures_out(settings.number_free);
        }
    }

    fn open_rooms(dir: &Path, host: &dyn Host) -> Result<Rooms, Fault> {
        let dir = DataDir::open(dir)?;
        let (diary, sample) = match whole_sample(&dir, host)? {
            Some(sample) => (sample, true),
            None => (recovery::own_diary(&dir, host, device_id(host))?, false),
        };
        let schedule = recovery::own_schedule(&dir, host)?;
        Ok(Rooms {
            dir,
            diary,
            schedule,
            sample,
            last_check: None,
            last_check_saved: None,
        })
    }

    pub(crate) fn rooms(&self) -> MutexGuard<'_, Rooms> {
        // A panic elsewhere leaves the databases whole, since every change is one transaction.
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.host.now()
    }

    pub(crate) fn zone(&self) -> Tz {
        self.host.zone()
    }

    /// The hour of the day on the local clock, with its minutes as a fraction.
    pub(crate) fn local_hour(&self) -> f64 {
        let time = Moment::new(self.now(), self.zone()).time();
        f64::from(time.hour()) + f64::from(time.minute()) / 60.0
    }

    pub(crate) fn new_id(&self) -> Id {
        let mut random = [0; 10];
        self.host.random(&mut random);
        let mut named = self.named.lock().unwrap_or_else(PoisonError::into_inner);
        let name = match *named {
            Some(last) => last.following(self.now(), random),
            None => Id::new(self.now(), random),
        };
        *named = Some(name);
        name
    }

    /// The origin of something written by hand now about something that happened at `about`.
    pub(crate) fn by_hand(&self, about: DateTime<Utc>) -> Origin {
        let now = self.now();
        Origin {
            source: None,
            source_key: None,
            entered_at: now,
            recalled: now - about > Duration::hours(48),
        }
    }

    pub(crate) fn small_width(&self) -> u32 {
        self.small_chart_width.load(Ordering::Relaxed)
    }

    /// What closing the window should do.
    pub fn on_close(&self) -> wire::OnClose {
        let rooms = self.rooms();
        crate::settings::read(&rooms.diary)
            .map(|s| s.on_close)
            .unwrap_or_default()
    }
}

/// The sample diary, if one was made to its end; what an interrupted making left behind is removed.
fn whole_sample(dir: &DataDir, host: &dyn Host) -> Result<Option<Diary>, Fault> {
    if !dir.has_sample() {
        return Ok(None);
    }
    match dir.sample()?.diary(host.now(), device_id(host)) {
        Ok(sample) if sample.setting(SAMPLE_IS_WHOLE)?.is_some() => return Ok(Some(sample)),
        // A sample that was cut short or damaged holds nothing of anybody's.
        Ok(_) | Err(OpenError::Damaged { .. }) => {}
        Err(other) => return Err(other.into()),
    }
    dir.remove_sample()?;
    Ok(None)
}

/// A fresh name; it counts only where a diary has none for this installation yet.
fn device_id(host: &dyn Host) -> Id {
    let mut random = [0; 10];
    host.random(&mut random);
    Id::new(host.now(), random)
}

/// A night without answers.
pub(crate) fn blank_night(id: Id, wake_date: NaiveDate, origin: Origin) -> Night {
    Night {
        id,
        wake_date,
        bed: None,
        lights_out: None,
        sol_min: None,
        nwak: None,
        waso_min: None,
        final_wake: None,
        tasafa_min: None,
        out_of_bed: None,
        quality: None,
        origin,
    }
}
