//! Waiting on Linux: a timer of the wall clock, the bell, and the file that says which zone the clock is in, in one `poll`.
//!
//! Sources: `timerfd_create(2)`, `eventfd(2)`, `inotify(7)`.
//! A timer with `TFD_TIMER_CANCEL_ON_SET` wakes when the clock is set and when the computer comes out of suspend,
//! because the wall clock jumps against the steady one in both.

use std::ffi::{OsStr, OsString};
use std::mem::MaybeUninit;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rustix::event::{EventfdFlags, PollFd, PollFlags, eventfd, poll};
use rustix::fs::inotify;
use rustix::io::{Errno, Result, read, write};
use rustix::time::{
    ClockId, Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, clock_gettime,
    timerfd_create, timerfd_settime,
};

use super::Woken;

/// Further ahead than any wait lasts: the timer is armed even when nothing is due, since only then it tells of a set clock.
const FAR: Duration = Duration::from_secs(400 * 24 * 3600);
/// Clocks that differ by less are the same clock, read one after the other.
const SAME: i128 = 1_000_000_000;

/// A bell the kernel hears.
pub(super) struct Bell(Option<OwnedFd>);

impl Default for Bell {
    fn default() -> Self {
        Bell(eventfd(0, EventfdFlags::CLOEXEC | EventfdFlags::NONBLOCK).ok())
    }
}

impl Bell {
    pub(super) fn ring(&self) {
        if let Some(fd) = &self.0 {
            // It can only be refused when it has been rung 2^64 times, and then it is ringing.
            let _ = write(fd, &1_u64.to_ne_bytes());
        }
    }
}

/// The timer and the watch of the zone.
pub(super) struct Waiter {
    timer: OwnedFd,
    zone: Option<Watch>,
}

/// Watches the folder a file lies in, because the file itself is exchanged as a whole.
struct Watch {
    fd: OwnedFd,
    name: OsString,
}

impl Waiter {
    /// A waiter that also wakes when `zone_file` is exchanged.
    pub(super) fn new(zone_file: Option<PathBuf>) -> Result<Self> {
        let timer = timerfd_create(
            TimerfdClockId::Realtime,
            TimerfdFlags::CLOEXEC | TimerfdFlags::NONBLOCK,
        )?;
        // Without the watch a journey is noticed at the next turn.
        let zone = zone_file.and_then(|file| Watch::new(file).ok());
        Ok(Waiter { timer, zone })
    }

    /// Waits for `due`, the bell, a set clock or zone, at most for `guard`.
    ///
    /// # Errors
    /// The kernel refuses to wait; the caller waits in another way.
    pub(super) fn wait(
        &self,
        bell: &Bell,
        due: Option<SystemTime>,
        now: SystemTime,
        guard: Duration,
    ) -> Result<Woken> {
        let bell = bell.0.as_ref().ok_or(Errno::BADF)?;
        self.arm(due.unwrap_or(now + FAR), now)?;
        let guard = Timespec::try_from(guard).map_err(|_| Errno::INVAL)?;
        let mut fds = vec![
            PollFd::new(&self.timer, PollFlags::IN),
            PollFd::new(bell, PollFlags::IN),
        ];
        if let Some(zone) = &self.zone {
            fds.push(PollFd::new(&zone.fd, PollFlags::IN));
        }
        loop {
            match poll(&mut fds, Some(&guard)) {
                Ok(0) => return Ok(Woken::Guard),
                // A signal, such as the one that continues a stopped program. What has become due meanwhile is seen at once.
                Err(Errno::INTR) => continue,
                Err(error) => return Err(error),
                Ok(_) => {}
            }
            let ready = |index: usize| fds.get(index).is_some_and(|fd| !fd.revents().is_empty());
            let mut count = [0; 8];
            if ready(1) {
                let _ = read(bell, &mut count);
                return Ok(Woken::Rung);
            }
            if ready(0) {
                return match read(&self.timer, &mut count) {
                    Err(Errno::CANCELED) => Ok(Woken::ClockSet),
                    Ok(_) | Err(Errno::AGAIN) => Ok(Woken::Due),
                    Err(error) => Err(error),
                };
            }
            if self
                .zone
                .as_ref()
                .is_some_and(|zone| ready(2) && zone.changed())
            {
                return Ok(Woken::ZoneSet);
            }
        }
    }

    /// Sets the timer to `due`.
    ///
    /// The instant is the program's; should the program be told another time than the kernel keeps (`now`),
    /// as a debugger of clocks does, the timer goes by the difference.
    fn arm(&self, due: SystemTime, now: SystemTime) -> Result<()> {
        let kernel = clock_gettime(ClockId::Realtime);
        let kernel = i128::from(kernel.tv_sec) * 1_000_000_000 + i128::from(kernel.tv_nsec);
        let apart = kernel - nanoseconds(now);
        let apart = if apart.abs() < SAME { 0 } else { apart };
        // Zero would disarm the timer, and an instant before 1970 is refused.
        let at = (nanoseconds(due) + apart).max(1);
        let at = Timespec {
            tv_sec: i64::try_from(at / 1_000_000_000).unwrap_or(i64::MAX),
            // A remainder of a division by 10^9 fits.
            tv_nsec: (at % 1_000_000_000) as _,
        };
        let once = Timespec {
            tv_sec: 0,
            tv_nsec: 0,
        };
        timerfd_settime(
            &self.timer,
            TimerfdTimerFlags::ABSTIME | TimerfdTimerFlags::CANCEL_ON_SET,
            &Itimerspec {
                it_interval: once,
                it_value: at,
            },
        )?;
        Ok(())
    }
}

impl Watch {
    fn new(file: PathBuf) -> Result<Self> {
        let (folder, name) = file.parent().zip(file.file_name()).ok_or(Errno::INVAL)?;
        let fd = inotify::init(inotify::CreateFlags::CLOEXEC | inotify::CreateFlags::NONBLOCK)?;
        inotify::add_watch(
            &fd,
            folder,
            inotify::WatchFlags::CREATE
                | inotify::WatchFlags::MOVED_TO
                | inotify::WatchFlags::CLOSE_WRITE
                | inotify::WatchFlags::ONLYDIR,
        )?;
        Ok(Watch {
            fd,
            name: name.to_owned(),
        })
    }

    /// Reads what has happened in the folder; true if it happened to the file.
    fn changed(&self) -> bool {
        let mut buffer = [MaybeUninit::uninit(); 4096];
        let mut events = inotify::Reader::new(&self.fd, &mut buffer);
        let mut changed = false;
        while let Ok(event) = events.next() {
            // Without a name the queue has overflowed, and nobody knows what was in it.
            changed |= event
                .file_name()
                .is_none_or(|name| OsStr::from_bytes(name.to_bytes()) == self.name);
        }
        changed
    }
}

/// Nanoseconds since 1970, before it negative.
fn nanoseconds(time: SystemTime) -> i128 {
    let count = |span: Duration| i128::try_from(span.as_nanos()).unwrap_or(i128::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => count(since),
        Err(before) => -count(before.duration()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    #![allow(
        clippy::disallowed_methods,
        reason = "what waits for the wall clock is tried with the wall clock"
    )]
    use super::*;

    const HOUR: Duration = Duration::from_secs(3600);

    #[test]
    fn an_exchanged_zone_file_ends_the_wait_and_its_neighbours_do_not() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("localtime");
        std::fs::write(&file, "one").unwrap();
        let waiter = Waiter::new(Some(file.clone())).unwrap();
        let bell = Bell::default();
        let now = SystemTime::now();

        std::fs::write(dir.path().join("neighbour"), "new").unwrap();
        assert_eq!(
            waiter.wait(&bell, Some(now + HOUR), now, Duration::ZERO),
            Ok(Woken::Guard),
            "another file in the folder is none of ours"
        );

        let prepared = dir.path().join("prepared");
        std::fs::write(&prepared, "two").unwrap();
        std::fs::rename(&prepared, &file).unwrap();
        // Were it not noticed, this would rest for an hour.
        assert_eq!(
            waiter.wait(&bell, None, now, HOUR),
            Ok(Woken::ZoneSet),
            "the zone is another one"
        );
    }

    #[test]
    fn without_a_bell_the_kernel_is_not_waited_for() {
        let waiter = Waiter::new(None).unwrap();
        let now = SystemTime::now();
        assert_eq!(
            waiter.wait(&Bell(None), Some(now), now, HOUR),
            Err(Errno::BADF),
            "a wait that nobody could end is refused"
        );
    }

    #[test]
    fn instants_before_1970_are_before_all_others() {
        assert_eq!(
            nanoseconds(UNIX_EPOCH - Duration::from_nanos(3)),
            -3,
            "counted backwards"
        );
        assert_eq!(
            nanoseconds(UNIX_EPOCH + Duration::from_nanos(3)),
            3,
            "counted forwards"
        );
    }
}
