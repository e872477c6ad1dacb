//! The evening under way: beginning, going on, and coming to an end.

use wane_domain::{
    Moment,
    reminder::Kind,
    winddown::{BlockKind, Session},
};
use wane_text::Arg;

use super::{
    chosen,
    kept::{self, Evening},
    name, script,
};
use crate::{App, app::Rooms, fault::Fault, wire::*};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn wind_down_act(&self, request: WindDownRequest) -> Result<WindDownView, Fault> {
        let mut rooms = self.rooms();
        self.end_forgotten_evening(&mut rooms)?;
        let now = self.now();
        let evening = match (kept::read(&rooms)?, request.act) {
            (Some(evening), _) => Some(evening),
            (None, WindDownAct::Start) => Some(self.begin_evening(&mut rooms)?),
            (None, _) => None,
        };
        // Where nothing is under way there is nothing to do: it may have come to its end in another window.
        let Some(mut evening) = evening else {
            return self.wind_down_view(&mut rooms, String::new());
        };
        let sore = script::sore(&rooms.diary)?;
        let routine = self.routine_now(&rooms, &evening);
        let session = &mut evening.session;
        match request.act {
            WindDownAct::Start | WindDownAct::Resume => {
                session.catch_up(now);
                session.resume(now);
            }
            WindDownAct::Look => session.catch_up(now),
            WindDownAct::Pause => session.pause(now),
            WindDownAct::Next => {
                session.skip(now);
                session.resume(now);
            }
            WindDownAct::Back => {
                session.back(now);
                session.resume(now);
            }
            WindDownAct::Pass => {
                session.catch_up(now);
                let end = script::end_of_step(session, &sore, routine.as_ref());
                session.pass(now, end);
            }
            WindDownAct::Finish => session.finish(now),
        }
        if evening.session.is_over() {
            let said = self.end_evening(&mut rooms, evening)?;
            return self.wind_down_view(&mut rooms, said);
        }
        kept::write(&mut rooms, &evening)?;
        self.wind_down_view(&mut rooms, String::new())
    }

    fn begin_evening(&self, rooms: &mut Rooms) -> Result<Evening, Fault> {
        let now = self.now();
        let chosen = chosen(&rooms.diary)?;
        let date = self.present_day(&rooms.diary)?;
        // The reminder need not come while somebody is at it. The evenings of a sample are nobody's.
        let mut settled = None;
        if !rooms.sample {
            let evening = self.wind_down_evening(rooms, Moment::new(now, self.zone()), date)?;
            if rooms.schedule.mark_done(&Kind::WindDown, evening, now)? {
                settled = Some(evening);
            }
            self.host.reminders_changed();
        }
        let evening = Evening {
            session: Session::begin(&chosen.sequence, now),
            routines: chosen.routines,
            date,
            settled,
        };
        kept::write(rooms, &evening)?;
        Ok(evening)
    }

    /// An evening that nobody came back to is written down as far as it came.
    pub(crate) fn end_forgotten_evening(&self, rooms: &mut Rooms) -> Result<(), Fault> {
        let Some(evening) = kept::read(rooms)? else {
            return Ok(());
        };
        if evening.session.is_stale(self.now()) {
            let mut evening = evening;
            // What was begun stays begun; nothing is added for the hours in which nobody was there.
            let seen = evening.session.seen;
            evening.session.finish(seen);
            self.end_evening(rooms, evening)?;
        }
        Ok(())
    }

    /// Writes the evening down, if there is something to write down; what to say about it.
    fn end_evening(&self, rooms: &mut Rooms, evening: Evening) -> Result<String, Fault> {
        let Evening {
            session,
            routines,
            date,
            settled,
        } = evening;
        if !session.counts() {
            kept::forget(rooms)?;
            if let Some(settled) = settled {
                rooms.schedule.unmark_done(&Kind::WindDown, settled)?;
                self.host.reminders_changed();
            }
            return Ok(self.words.text("wind-down-left", &[]));
        }
        let minutes = session.minutes();
        self.write_wind_down(rooms, session, &routines, (date, settled))?;
        kept::forget(rooms)?;
        let time = self.words.duration(f64::from(minutes));
        Ok(self
            .words
            .text("wind-down-over", &[("time", Arg::from(time))]))
    }

    /// The evening under way as it stands now; nothing is written.
    pub(super) fn session_view(&self, rooms: &Rooms) -> Result<Option<SessionView>, Fault> {
        let Some(mut evening) = kept::read(rooms)? else {
            return Ok(None);
        };
        evening.session.catch_up(self.now());
        let routine = self.routine_now(rooms, &evening);
        let session = evening.session;
        let Some(block) = session.block() else {
            return Ok(None);
        };
        let sore = script::sore(&rooms.diary)?;
        let state = |at: usize| match at.cmp(&session.current) {
            std::cmp::Ordering::Less => BlockState::Past,
            std::cmp::Ordering::Equal => BlockState::Current,
            std::cmp::Ordering::Greater => BlockState::Later,
        };
        let blocks = session
            .blocks
            .iter()
            .enumerate()
            .map(|(at, block)| SessionBlock {
                kind: name(block.kind),
                name: self.block_name(block.kind),
                minutes_text: self.words.duration(f64::from(block.minutes)),
                state: state(at),
            })
            .collect();
        let spent = self.words.duration(f64::from(session.minutes()));
        Ok(Some(SessionView {
            blocks,
            kind: name(block.kind),
            text: self
                .words
                .text(&format!("block-{}-text", block.kind.code()), &[]),
            at_s: session.at_ms as f64 / 1000.0,
            length_s: f64::from(block.minutes) * 60.0,
            waits: block.kind.waits(),
            paused: session.paused,
            paused_text: if session.minutes() == 0 {
                self.words.text("wind-down-paused-early", &[])
            } else {
                self.words
                    .text("wind-down-paused", &[("time", Arg::from(spent))])
            },
            steps: match &routine {
                Some(routine) => self.routine_steps(block, routine),
                None => self.led_steps(block, &sore),
            },
            list: match routine {
                Some(_) => Vec::new(),
                None => self.list_of(block.kind),
            },
            current: session.current as u32,
        }))
    }

    /// The routine that the present block plays; one that was removed meanwhile, or of which nothing is for the person, is none.
    fn routine_now(&self, rooms: &Rooms, evening: &Evening) -> Option<RoutineView> {
        let key = evening.routines.get(evening.session.current)?.as_deref()?;
        self.routine_of(&rooms.diary, key)
            .ok()
            .filter(|routine| routine.steps.iter().any(|step| !step.hidden))
    }

    /// What there is to choose from in a block that is not led.
    fn list_of(&self, kind: BlockKind) -> Vec<String> {
        script::list(kind)
            .iter()
            .map(|id| self.words.text(id, &[]))
            .collect()
    }
}
