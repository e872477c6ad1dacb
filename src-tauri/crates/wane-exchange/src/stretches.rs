//! From stretches of being in bed, asleep or awake, told by any number of sources, to sleeps.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono_tz::Tz;
use wane_domain::{
    Moment,
    diary::{OffsetCertainty, Stages},
};

use crate::{
    ReadError, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    ledger::Ledger,
    rules, stamps,
};

/// Stretches of one source with no more than this between them are one sleep, in seconds.
const GAP_SECONDS: i64 = 2 * 60 * 60;

/// Time in bed that nobody says was slept is a night from here on, in seconds; less is a phone put on its charger.
const IN_BED_SECONDS: i64 = 60 * 60;

/// In bed so near to a sleep that another source recorded, it belongs to that, in seconds.
const NEAR_SECONDS: i64 = 3 * 60 * 60;

/// More stretches than this are no person's: a hundred years of a new stage every ten minutes of every night.
const MAX_SEGMENTS: usize = 2_000_000;

/// What a stretch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Phase {
    InBed,
    Asleep,
    Core,
    Deep,
    Rem,
    Awake,
    /// Awake, in a record that tells of no sleep: waking between sleeps, and no part of a sleep before or after it.
    AwakeAlone,
}

impl Phase {
    /// What the file's word for it means; a word for sleep that is not known is sleep without a stage.
    pub(crate) fn of(value: &str) -> Option<Phase> {
        let word = value
            .strip_prefix("HKCategoryValueSleepAnalysis")
            .unwrap_or(value);
        match word {
            "InBed" => Some(Phase::InBed),
            "AsleepCore" => Some(Phase::Core),
            "AsleepDeep" => Some(Phase::Deep),
            "AsleepREM" => Some(Phase::Rem),
            "Awake" => Some(Phase::Awake),
            _ if word.starts_with("Asleep") => Some(Phase::Asleep),
            _ => None,
        }
    }

    fn is_awake(self) -> bool {
        matches!(self, Phase::Awake | Phase::AwakeAlone)
    }

    fn is_sleep(self) -> bool {
        matches!(self, Phase::Asleep | Phase::Core | Phase::Deep | Phase::Rem)
    }
}

/// One stretch: from a second to a second of 1970's count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) source: usize,
    pub(crate) phase: Phase,
    pub(crate) from: i64,
    pub(crate) to: i64,
    /// The zone it says it was recorded in.
    pub(crate) zone: Option<Tz>,
}

/// All stretches.
#[derive(Debug, Default)]
pub(crate) struct Stretches {
    segments: Vec<(Segment, u64)>,
    file: String,
    rank: usize,
}

/// Stretches of one source that are one sleep.
struct Session {
    source: usize,
    from: i64,
    to: i64,
    zone: Option<Tz>,
    line: u64,
    phases: BTreeMap<Phase, Vec<(i64, i64)>>,
}

impl Session {
    fn spans(&self, wanted: impl Fn(Phase) -> bool) -> Vec<(i64, i64)> {
        let phases = self.phases.iter().filter(|(phase, _)| wanted(**phase));
        phases
            .flat_map(|(_, spans)| spans.iter().copied())
            .collect()
    }

    /// Without being awake alone before the first and behind the last of all else.
    fn without_awake_ends(mut self) -> Self {
        let all_else = self.spans(|phase| phase != Phase::AwakeAlone);
        let from = all_else.iter().map(|span| span.0).min();
        let to = all_else.iter().map(|span| span.1).max();
        let (Some((from, to)), Some(alone)) =
            (from.zip(to), self.phases.get_mut(&Phase::AwakeAlone))
        else {
            return self;
        };
        for span in alone.iter_mut() {
            *span = (span.0.max(from), span.1.min(to));
        }
        alone.retain(|span| span.0 < span.1);
        if alone.is_empty() {
            self.phases.remove(&Phase::AwakeAlone);
        }
        (self.from, self.to) = (from, to);
        self
    }

    fn slept(&self) -> bool {
        self.phases.keys().any(|phase| phase.is_sleep())
    }
}

impl Stretches {
    /// Stretches whose sleeps have this rank among all that are told of.
    pub(crate) fn ranked(rank: usize) -> Self {
        Stretches {
            rank,
            ..Stretches::default()
        }
    }

    pub(crate) fn add(
        &mut self,
        segment: Segment,
        file: &str,
        line: u64,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        if self.segments.len() >= MAX_SEGMENTS {
            return Err(ReadError::TooMany {
                file: file.to_owned(),
                max: MAX_SEGMENTS,
            });
        }
        if segment.to - segment.from > rules::LONGEST_INTERVAL_MIN as i64 * 60 {
            ledger.skip(file, What::Row, Some("endDate"), Why::TooLong, Some(line));
            return Ok(());
        }
        if self.file.is_empty() {
            file.clone_into(&mut self.file);
        }
        self.segments.push((segment, line));
        Ok(())
    }

    /// Of sources that never tell of deep or REM sleep, what is called light is sleep of which no more is known.
    pub(crate) fn call_light_without_others_sleep(&mut self) {
        let knows_more = |phase| matches!(phase, Phase::Deep | Phase::Rem);
        let knowing: HashSet<usize> = self
            .segments
            .iter()
            .filter(|(one, _)| knows_more(one.phase))
            .map(|(one, _)| one.source)
            .collect();
        for (one, _) in &mut self.segments {
            if one.phase == Phase::Core && !knowing.contains(&one.source) {
                one.phase = Phase::Asleep;
            }
        }
    }

    /// Hands every sleep on; `names` are those of the sources, `ends` the fields of a stretch's start and end.
    pub(crate) fn finish(
        mut self,
        names: &[&str],
        ends: (&'static str, &'static str),
        home: Tz,
        gathered: &mut Gathered,
        ledger: &mut Ledger,
    ) {
        self.segments
            .sort_by_key(|(one, line)| (one.source, one.from, one.to, one.phase, *line));
        let before = self.segments.len();
        self.segments.dedup_by(|(a, _), (b, _)| {
            (a.source, a.from, a.to, a.phase) == (b.source, b.from, b.to, b.phase)
        });
        let repeated = before - self.segments.len();
        if repeated > 0 {
            ledger.count("duplicate_logs", repeated as u64);
        }
        let sessions: Vec<Session> = sessions(&self.segments)
            .into_iter()
            .map(Session::without_awake_ends)
            .collect();
        let in_bed = Lying::new(&self.segments);
        let slept = Slept::new(&sessions);
        for session in &sessions {
            let name = names.get(session.source).copied().unwrap_or_default();
            let place = Place {
                file: &self.file,
                line: session.line,
            };
            if !session.slept() {
                let awake_only = !session.phases.contains_key(&Phase::InBed);
                if awake_only
                    || session.to - session.from < IN_BED_SECONDS
                    || slept.is_near(session)
                {
                    // Time in bed round a sleep that another source tells of, or a moment of it, is no sleep.
                    ledger.count("in_bed_alone", 1);
                    continue;
                }
            }
            if let Some(sleep) = sleep(session, name, &in_bed, home) {
                let rank = self.rank;
                gathered.add(Sleep { rank, ..sleep }, ends, place, ledger);
            }
        }
    }
}

/// Groups the stretches of each source.
fn sessions(segments: &[(Segment, u64)]) -> Vec<Session> {
    let mut sessions: Vec<Session> = Vec::new();
    for (segment, line) in segments {
        let goes_on = sessions.last().is_some_and(|last| {
            last.source == segment.source && segment.from <= last.to + GAP_SECONDS
        });
        if !goes_on {
            sessions.push(Session {
                source: segment.source,
                from: segment.from,
                to: segment.to,
                zone: segment.zone,
                line: *line,
                phases: BTreeMap::new(),
            });
        }
        if let Some(session) = sessions.last_mut() {
            if segment.to >= session.to {
                session.zone = segment.zone.or(session.zone);
            }
            session.to = session.to.max(segment.to);
            session
                .phases
                .entry(segment.phase)
                .or_default()
                .push((segment.from, segment.to));
        }
    }
    sessions
}

/// Time in bed by anybody's account.
struct Lying(HashMap<usize, Vec<(i64, i64)>>);

impl Lying {
    fn new(segments: &[(Segment, u64)]) -> Self {
        let mut spans: HashMap<usize, Vec<(i64, i64)>> = HashMap::new();
        for (segment, _) in segments {
            if segment.phase == Phase::InBed {
                let of = spans.entry(segment.source).or_default();
                of.push((segment.from, segment.to));
            }
        }
        Lying(
            spans
                .into_iter()
                .map(|(source, spans)| (source, rules::union(&spans)))
                .collect(),
        )
    }

    /// Seconds in bed round a sleep that its own source has no time in bed for: those of the source that tells most.
    fn round(&self, session: &Session) -> Option<i64> {
        let of = |spans: &Vec<(i64, i64)>| {
            let first = spans.partition_point(|span| span.1 <= session.from);
            let touching: Vec<_> = spans[first..]
                .iter()
                .take_while(|span| span.0 < session.to)
                .copied()
                .collect();
            rules::seconds(&touching)
        };
        self.0.values().map(of).max().filter(|most| *most > 0)
    }
}

/// Where somebody slept by any source, for looking up what is near.
struct Slept(Vec<(i64, i64)>);

impl Slept {
    fn new(sessions: &[Session]) -> Self {
        let spans: Vec<_> = sessions
            .iter()
            .filter(|session| session.slept())
            .map(|session| (session.from - NEAR_SECONDS, session.to + NEAR_SECONDS))
            .collect();
        Slept(rules::union(&spans))
    }

    fn is_near(&self, session: &Session) -> bool {
        let first = self.0.partition_point(|span| span.1 <= session.from);
        self.0.get(first).is_some_and(|span| span.0 < session.to)
    }
}

fn sleep(session: &Session, name: &str, in_bed: &Lying, home: Tz) -> Option<Sleep> {
    let zone = session.zone.unwrap_or(home);
    let start = Moment::new(stamps::seconds(session.from)?, zone);
    let end = Moment::new(stamps::seconds(session.to)?, zone);
    let offset = match session.zone {
        Some(_) => OffsetCertainty::Stated,
        None => OffsetCertainty::InstantOnly,
    };
    let key = format!("{name}/{}", session.from);
    let minutes = |seconds: i64| seconds as f64 / 60.0;
    let awake = rules::union(&session.spans(Phase::is_awake));
    let without_awake = |wanted: &dyn Fn(Phase) -> bool| {
        rules::seconds(&rules::without(&session.spans(wanted), &awake))
    };
    let staged = [Phase::Core, Phase::Deep, Phase::Rem];
    let has_stages = session.phases.keys().any(|phase| staged.contains(phase));
    let part = |wanted: Phase| {
        let there = session.phases.contains_key(&wanted);
        (there && has_stages)
            .then(|| u32::try_from((without_awake(&|phase| phase == wanted) + 30) / 60).ok())
            .flatten()
    };
    let awake_seconds = session
        .phases
        .keys()
        .any(|phase| phase.is_awake())
        .then(|| rules::seconds(&awake));
    let own_bed = rules::seconds(&rules::union(&session.spans(|phase| phase == Phase::InBed)));
    let bed = Some(own_bed)
        .filter(|own| *own > 0)
        .or_else(|| in_bed.round(session));
    Some(Sleep {
        asleep: session
            .slept()
            .then(|| minutes(without_awake(&Phase::is_sleep))),
        awake: awake_seconds.map(minutes),
        in_bed: bed.map_or(InBed::Unknown, |seconds| InBed::Minutes(minutes(seconds))),
        stages: Stages {
            deep: part(Phase::Deep),
            light: part(Phase::Core),
            rem: part(Phase::Rem),
            awake: awake_seconds
                .filter(|_| has_stages)
                .and_then(|seconds| u32::try_from((seconds + 30) / 60).ok()),
            restless: None,
            asleep: part(Phase::Asleep),
        },
        device: Some(name.to_owned()),
        ..Sleep::new(key, start, end, offset)
    })
}
