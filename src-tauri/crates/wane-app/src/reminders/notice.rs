//! What a notification says, what its buttons do, and the one that is shown on request.

use chrono::NaiveDate;
use wane_domain::reminder::Kind;
use wane_text::Arg;

use crate::{
    App,
    app::Rooms,
    fault::Fault,
    host::{Notice, NoticeAction, Opens, Receipt, Urgency},
    settings,
    wire::*,
};

/// How long "later" lets a reminder sleep.
const LATER_MIN: u32 = 10;

impl App {
    /// The notification of one occurrence. It names nothing unless the user wants names on the screen,
    /// nor when the diary that holds that wish cannot be read.
    pub(super) fn notice(&self, rooms: &Rooms, kind: &Kind, local_date: NaiveDate) -> Notice {
        let plain = settings::read(&rooms.diary).is_ok_and(|chosen| chosen.plain_notifications);
        Notice {
            tag: tag(kind, local_date),
            title: self.words.text("notice-title", &[]),
            body: self.notice_text(rooms, kind, plain),
            actions: actions(kind)
                .iter()
                .map(|id| self.action(kind, id))
                .collect(),
            urgency: Urgency::Normal,
            opens: opens(kind),
        }
    }

    /// What a notification of that kind says.
    pub(super) fn notice_text(&self, rooms: &Rooms, kind: &Kind, plain: bool) -> String {
        let id = match (kind, plain) {
            // A reminder of the user's own says its own name only if the user wants names on the screen.
            (Kind::Own(name), true) => return name.clone(),
            (Kind::Own(_), false) => "notice-quiet-own".to_owned(),
            (Kind::MorningLight, plain) => {
                let way = match settings::light_way(&rooms.diary).unwrap_or_default() {
                    LightWay::AfterWaking => "",
                    LightWay::Indoor => "-indoor",
                    LightWay::LightSensitive => "-sensitive",
                };
                let plain = if plain { "plain" } else { "quiet" };
                format!("notice-{plain}-morning-light{way}")
            }
            (kind, true) => format!("notice-plain-{}", kind.name()),
            (kind, false) => format!("notice-quiet-{}", kind.name()),
        };
        self.words.text(&id, &[])
    }

    fn action(&self, kind: &Kind, id: &str) -> NoticeAction {
        let evening = matches!(kind, Kind::WindDown | Kind::Bedtime | Kind::EveningCheckIn);
        let text = match id {
            "not-tonight" if !evening => "action-not-today".to_owned(),
            id => format!("action-{id}"),
        };
        NoticeAction {
            id: id.to_owned(),
            text: self.words.text(&text, &[]),
        }
    }

    /// A button of the notification with that tag, or `default` for a click on its body; what to open, if anything.
    ///
    /// It never fails: what cannot be carried out opens Today, where the inbox is.
    pub fn notice_action(&self, tag: &str, action: &str) -> Option<Opens> {
        let Some((kind, local_date)) = tag
            .rsplit_once('/')
            .and_then(|(kind, date)| Some((Kind::from_name(kind), date.parse().ok()?)))
        else {
            return Some(Opens::Today);
        };
        let named = OccurrenceRequest {
            kind: kind.name().to_owned(),
            local_date: Some(NaiveDate::to_string(&local_date)),
        };
        let carried_out = match action {
            "later" => self.reminder_snooze(SnoozeRequest {
                kind: named.kind,
                local_date: named.local_date,
                minutes: LATER_MIN,
            }),
            "not-tonight" => self.reminder_skip(named),
            "done" => self.reminder_done(named),
            // Whoever opens it has answered.
            _ => {
                let answered = self.inbox_dismiss(named);
                return Some(answered.map_or(Opens::Today, |_| opens(&kind)));
            }
        };
        carried_out.is_err().then_some(Opens::Today)
    }

    /// See [`crate::commands`].
    pub(crate) fn test_reminder(&self, _: Nothing) -> Result<TestResult, Fault> {
        let notice = Notice {
            tag: "test".to_owned(),
            title: self.words.text("notice-title", &[]),
            body: self.words.text("notice-test", &[]),
            actions: Vec::new(),
            urgency: Urgency::Normal,
            opens: Opens::Plan,
        };
        // The databases stay unlocked meanwhile: a slow notification service must not hold up the window.
        let answer = self.host.notify(&notice);
        let mut rooms = self.rooms();
        Ok(match answer {
            Ok(receipt) => {
                self.accepted(&mut rooms, &receipt)?;
                TestResult {
                    accepted: true,
                    text: self
                        .words
                        .text("test-accepted", &[("service", Arg::from(receipt.service))]),
                }
            }
            Err(reason) => TestResult {
                accepted: false,
                text: self
                    .words
                    .text("test-refused", &[("reason", Arg::from(reason.reason))]),
            },
        })
    }

    /// Notes which service took a notification, for the health lines.
    pub(super) fn accepted(&self, rooms: &mut Rooms, receipt: &Receipt) -> Result<(), Fault> {
        rooms
            .schedule
            .set_fact("last-accepted-by", &receipt.service)?;
        rooms
            .schedule
            .set_fact("last-accepted-at", &self.now().to_rfc3339())?;
        Ok(())
    }
}

/// The name of an occurrence's notification: showing it again replaces the earlier one.
fn tag(kind: &Kind, local_date: NaiveDate) -> String {
    format!("{}/{local_date}", kind.name())
}

/// The buttons, the most useful first; what writes for good is never first,
/// because on one of the systems a click beside the buttons reports the first.
fn actions(kind: &Kind) -> &'static [&'static str] {
    match kind {
        Kind::WindDown | Kind::MorningCheckIn | Kind::EveningCheckIn => {
            &["start", "later", "not-tonight"]
        }
        Kind::Bedtime => &["later", "not-tonight"],
        Kind::MorningLight | Kind::Movement | Kind::Own(_) => &["later", "done", "not-tonight"],
    }
}

fn opens(kind: &Kind) -> Opens {
    match kind {
        Kind::MorningCheckIn => Opens::Morning,
        Kind::EveningCheckIn => Opens::Evening,
        Kind::WindDown => Opens::WindDown,
        Kind::Bedtime | Kind::Own(_) => Opens::Plan,
        Kind::MorningLight => Opens::Today,
        Kind::Movement => Opens::Movement,
    }
}
