//! What the notification service tells: that a notification was clicked, and that one has gone.
//!
//! Source: Desktop Notifications Specification 1.2, signals `ActionInvoked`, `ActivationToken`, `NotificationClosed`.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Type;
use zbus::{MatchRule, Message};

use super::bus::{NAME, PATH};
use super::{Act, Acted};

/// How many notifications are remembered; a click on one that was long put away leads nowhere.
const REMEMBERED: usize = 64;
/// Why a notification has gone: its time is over. It may still lie in the service's history, and be clicked there.
const EXPIRED: u32 = 1;

/// What the service calls each of our notifications.
#[derive(Debug, Default)]
pub(super) struct OnScreen {
    /// The service that gave the numbers.
    owner: String,
    /// Tags and numbers, oldest first.
    shown: Vec<(String, u32)>,
    /// Tokens that let a window come to the front, which some services send just before a click.
    tokens: HashMap<u32, String>,
}

impl OnScreen {
    /// Forgets what an earlier service has numbered: to another one its numbers mean nothing.
    pub(super) fn belongs_to(&mut self, owner: &str) {
        if self.owner != owner {
            *self = OnScreen {
                owner: owner.to_owned(),
                ..OnScreen::default()
            };
        }
    }

    /// The number of a tag, so that the same notification is replaced and not shown beside itself.
    pub(super) fn number_of(&self, tag: &str) -> Option<u32> {
        self.shown
            .iter()
            .find(|(known, _)| known == tag)
            .map(|(_, number)| *number)
    }

    pub(super) fn shown(&mut self, tag: &str, number: u32) {
        // A number that is given anew belongs to the new notification alone.
        self.shown
            .retain(|(known, given)| known != tag && *given != number);
        self.shown.push((tag.to_owned(), number));
        if self.shown.len() > REMEMBERED {
            self.shown.remove(0);
        }
    }

    /// What one signal of `sender` means; `None` if it is about somebody else's notification.
    fn hear(&mut self, sender: &str, signal: Signal) -> Option<Act> {
        if sender != self.owner {
            return None;
        }
        match signal {
            Signal::Token(number, token) => {
                if self.tag_of(number).is_some() {
                    self.tokens.insert(number, token);
                }
                None
            }
            Signal::Acted(number, action) => {
                let tag = self.tag_of(number)?;
                Some(Act {
                    tag,
                    action,
                    token: self.tokens.remove(&number),
                })
            }
            Signal::Closed(number, why) => {
                self.tokens.remove(&number);
                if why != EXPIRED {
                    self.shown.retain(|(_, given)| *given != number);
                }
                None
            }
        }
    }

    fn tag_of(&self, number: u32) -> Option<String> {
        self.shown
            .iter()
            .find(|(_, given)| *given == number)
            .map(|(tag, _)| tag.clone())
    }
}

/// A signal of the service about one notification.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Signal {
    Token(u32, String),
    Acted(u32, String),
    Closed(u32, u32),
}

impl Signal {
    fn read(message: &Message) -> Option<Signal> {
        let header = message.header();
        let body = message.body();
        match header.member()?.as_str() {
            "ActivationToken" => body
                .deserialize::<(u32, String)>()
                .ok()
                .map(|(number, token)| Signal::Token(number, token)),
            "ActionInvoked" => body
                .deserialize::<(u32, String)>()
                .ok()
                .map(|(number, action)| Signal::Acted(number, action)),
            "NotificationClosed" => body
                .deserialize::<(u32, u32)>()
                .ok()
                .map(|(number, why)| Signal::Closed(number, why)),
            _ => None,
        }
    }
}

/// Hears the service on a thread of its own, for as long as the connection lives.
pub(super) fn listen(connection: &Connection, on_screen: &Arc<Mutex<OnScreen>>, acted: &Acted) {
    // Without the signals a click leads nowhere; the reminder is shown all the same.
    let Ok(messages) = messages(connection) else {
        return;
    };
    let (on_screen, acted) = (Arc::clone(on_screen), Arc::clone(acted));
    std::thread::spawn(move || {
        for message in messages.map_while(Result::ok) {
            let Some(signal) = Signal::read(&message) else {
                continue;
            };
            let header = message.header();
            let sender = header
                .sender()
                .map(|name| name.as_str())
                .unwrap_or_default();
            let act = on_screen
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .hear(sender, signal);
            if let Some(act) = act {
                acted(act);
            }
        }
    });
}

fn messages(connection: &Connection) -> zbus::Result<MessageIterator> {
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .path(PATH)?
        .interface(NAME)?
        .build();
    MessageIterator::for_match_rule(rule, connection, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVICE: &str = ":1.7";

    fn on_screen() -> OnScreen {
        let mut on_screen = OnScreen::default();
        on_screen.belongs_to(SERVICE);
        on_screen.shown("wind-down/2026-03-14", 5);
        on_screen
    }

    fn click(number: u32) -> Signal {
        Signal::Acted(number, "default".to_owned())
    }

    fn act(token: Option<&str>) -> Option<Act> {
        Some(Act {
            tag: "wind-down/2026-03-14".to_owned(),
            action: "default".to_owned(),
            token: token.map(str::to_owned),
        })
    }

    #[test]
    fn a_click_is_told_of_our_own_notifications_alone() {
        let mut on_screen = on_screen();
        for (sender, number, expected, why) in [
            (SERVICE, 5, act(None), "ours"),
            (SERVICE, 6, None, "somebody else's"),
            (":1.8", 5, None, "told by a program that is not the service"),
        ] {
            assert_eq!(on_screen.hear(sender, click(number)), expected, "{why}");
        }
    }

    #[test]
    fn the_token_of_a_click_goes_with_it_once() {
        let mut on_screen = on_screen();
        let token = Signal::Token(5, "t".to_owned());
        assert_eq!(on_screen.hear(SERVICE, token), None, "a token is no click");
        assert_eq!(
            on_screen.hear(SERVICE, click(5)),
            act(Some("t")),
            "the click"
        );
        assert_eq!(
            on_screen.hear(SERVICE, click(5)),
            act(None),
            "a token is good for one"
        );
    }

    #[test]
    fn what_expired_can_be_clicked_in_the_history_and_what_was_put_away_cannot() {
        let mut on_screen = on_screen();
        assert_eq!(
            on_screen.hear(SERVICE, Signal::Closed(5, EXPIRED)),
            None,
            "its time is over"
        );
        assert_eq!(
            on_screen.hear(SERVICE, click(5)),
            act(None),
            "clicked in the history"
        );
        assert_eq!(
            on_screen.hear(SERVICE, Signal::Closed(5, 2)),
            None,
            "put away by hand"
        );
        assert_eq!(on_screen.hear(SERVICE, click(5)), None, "it is gone");
        assert_eq!(
            on_screen.number_of("wind-down/2026-03-14"),
            None,
            "and replaces nothing"
        );
    }

    #[test]
    fn numbers_of_an_earlier_service_are_forgotten() {
        let mut on_screen = on_screen();
        on_screen.belongs_to(SERVICE);
        assert_eq!(
            on_screen.number_of("wind-down/2026-03-14"),
            Some(5),
            "the same service"
        );
        on_screen.belongs_to(":1.9");
        assert_eq!(
            on_screen.number_of("wind-down/2026-03-14"),
            None,
            "another one counts anew"
        );
    }

    #[test]
    fn a_number_belongs_to_the_last_that_was_given_it() {
        let mut on_screen = on_screen();
        on_screen.shown("morning/2026-03-15", 5);
        assert_eq!(
            on_screen.number_of("wind-down/2026-03-14"),
            None,
            "given away"
        );
        for number in 0..200 {
            on_screen.shown(&format!("tag {number}"), 100 + number);
        }
        assert_eq!(
            on_screen.shown.len(),
            REMEMBERED,
            "memory does not grow for ever"
        );
        assert_eq!(
            on_screen.number_of("tag 199"),
            Some(299),
            "the newest are remembered"
        );
    }
}
