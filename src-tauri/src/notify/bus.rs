//! `org.freedesktop.Notifications` on the session bus, with its answer as the receipt.
//!
//! Source: Desktop Notifications Specification 1.2 (freedesktop.org).

use std::collections::HashMap;
use std::io::ErrorKind;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::Duration;

use wane_app::host::{NotShown, Notice, Receipt, Urgency};
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::Value;

use super::heard::{self, OnScreen};
use super::{Acted, BODY, Notifier};

pub(super) const NAME: &str = "org.freedesktop.Notifications";
pub(super) const PATH: &str = "/org/freedesktop/Notifications";

/// How long the bus or the service may take for one answer; a service that is not there is known at once.
const PATIENCE: Duration = Duration::from_secs(2);

/// Let the service decide how long the notification stays.
const SERVICE_DECIDES: i32 = -1;
/// Icon and desktop entry, as the packages install them.
const ICON: &str = "wane-desktop";
const DESKTOP_ENTRY: &str = "Wane";

/// The session bus, connected to when the first notification is shown.
///
/// The connection is kept, because some services take a notification down when its sender goes away,
/// and because what is clicked is told on it.
pub(crate) struct Bus {
    address: Option<String>,
    fallback: Box<dyn Notifier>,
    acted: Acted,
    connection: Mutex<Option<Connection>>,
    on_screen: Arc<Mutex<OnScreen>>,
}

/// What the service says of itself.
struct Service {
    /// Name and version.
    name: String,
    /// Its own name on the bus, which another service that takes its place does not have.
    owner: String,
    /// It reads the body as markup.
    markup: bool,
    /// It tells what was clicked.
    actions: bool,
}

impl Bus {
    /// The bus at `address`, or the session's own; `acted` hears what is clicked.
    pub(crate) fn new(address: Option<String>, fallback: Box<dyn Notifier>, acted: Acted) -> Self {
        Bus {
            address,
            fallback,
            acted,
            connection: Mutex::default(),
            on_screen: Arc::default(),
        }
    }

    /// Connects and begins to hear what is clicked; a bus that accepts but never answers is given up on.
    fn connect(&self) -> zbus::Result<Connection> {
        let address = self.address.clone();
        let (send, receive) = mpsc::channel();
        std::thread::spawn(move || {
            let builder = match &address {
                Some(address) => Builder::address(address.as_str()),
                None => Builder::session(),
            };
            // If nobody waits any more, the connection is dropped with the message.
            let _ = send.send(builder.and_then(|builder| builder.method_timeout(PATIENCE).build()));
        });
        let connection = receive
            .recv_timeout(PATIENCE)
            .unwrap_or_else(|_| Err(std::io::Error::from(ErrorKind::TimedOut).into()))?;
        heard::listen(&connection, &self.on_screen, &self.acted);
        Ok(connection)
    }

    /// A connection on which the service has just answered, and what it said.
    ///
    /// A connection that went stale, because the bus was started anew, is replaced once.
    fn reach(&self, kept: &mut Option<Connection>) -> zbus::Result<(Connection, Service)> {
        if let Some(connection) = kept.clone() {
            match ask(&connection) {
                Ok(service) => return Ok((connection, service)),
                // The bus is well and the service is not: another connection would say the same.
                Err(error @ zbus::Error::MethodError(..)) => return Err(error),
                Err(_) => {
                    *kept = None;
                    // Whoever still listens on it hears its end. It is closed already, or closing it is all one can do.
                    let _ = connection.close();
                }
            }
        }
        let connection = self.connect()?;
        *kept = Some(connection.clone());
        let service = ask(&connection)?;
        Ok((connection, service))
    }

    fn on_screen(&self) -> std::sync::MutexGuard<'_, OnScreen> {
        self.on_screen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Notifier for Bus {
    fn show(&self, notice: &Notice) -> Result<Receipt, NotShown> {
        let mut kept = self
            .connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let (connection, service) = self.reach(&mut kept).map_err(|error| NotShown {
            reason: reason(&error),
        })?;
        self.on_screen().belongs_to(&service.owner);
        let replaces = self.on_screen().number_of(&notice.tag).unwrap_or_default();
        match send(&connection, &service, notice, replaces) {
            Ok(number) => {
                self.on_screen().shown(&notice.tag, number);
                Ok(Receipt {
                    service: service.name,
                })
            }
            Err(error) => {
                // The service is there and refused: perhaps it takes a plainer call. Whether it did nobody tells,
                // so the reminder stays in the inbox as not shown.
                if matches!(error, zbus::Error::MethodError(..)) {
                    let _ = self.fallback.show(notice);
                }
                Err(NotShown {
                    reason: reason(&error),
                })
            }
        }
    }
}

/// Asks the service who it is and what it can do.
fn ask(connection: &Connection) -> zbus::Result<Service> {
    let answer =
        connection.call_method(Some(NAME), PATH, Some(NAME), "GetServerInformation", &())?;
    let (name, _vendor, version, _specification) = answer
        .body()
        .deserialize::<(String, String, String, String)>()?;
    let owner = answer
        .header()
        .sender()
        .map(ToString::to_string)
        .unwrap_or_default();
    let capabilities = connection
        .call_method(Some(NAME), PATH, Some(NAME), "GetCapabilities", &())?
        .body()
        .deserialize::<Vec<String>>()?;
    let can = |what: &str| capabilities.iter().any(|capability| capability == what);
    Ok(Service {
        name: format!("{name} {version}").trim().to_owned(),
        owner,
        markup: can("body-markup"),
        actions: can("actions"),
    })
}

/// Shows it, and gives the service's number for it.
fn send(
    connection: &Connection,
    service: &Service,
    notice: &Notice,
    replaces: u32,
) -> zbus::Result<u32> {
    let body = if service.markup {
        escape(&notice.body)
    } else {
        notice.body.clone()
    };
    let actions = if service.actions {
        actions(notice)
    } else {
        Vec::new()
    };
    let hints = HashMap::from([
        ("urgency", Value::from(urgency(notice.urgency))),
        ("desktop-entry", Value::from(DESKTOP_ENTRY)),
    ]);
    connection
        .call_method(
            Some(NAME),
            PATH,
            Some(NAME),
            "Notify",
            &(
                "Wane",
                replaces,
                ICON,
                notice.title.as_str(),
                body,
                actions,
                hints,
                SERVICE_DECIDES,
            ),
        )?
        .body()
        .deserialize()
}

/// The click on the body, then the buttons, each by its id and its words.
fn actions(notice: &Notice) -> Vec<&str> {
    [BODY, notice.title.as_str()]
        .into_iter()
        .chain(
            notice
                .actions
                .iter()
                .flat_map(|action| [action.id.as_str(), action.text.as_str()]),
        )
        .collect()
}

/// The specification's number. Its third, "critical", would break through "do not disturb".
fn urgency(urgency: Urgency) -> u8 {
    match urgency {
        Urgency::Low => 0,
        Urgency::Normal => 1,
    }
}

/// Text for a service that reads markup.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// Why, in technical words; a service's own words are left out, since they may quote the notification.
fn reason(error: &zbus::Error) -> String {
    match error {
        zbus::Error::MethodError(name, ..) if name.ends_with(".ServiceUnknown") => {
            "no notification service is running".to_owned()
        }
        zbus::Error::MethodError(name, ..) => format!("the notification service answered {name}"),
        zbus::Error::InputOutput(error) if error.kind() == ErrorKind::TimedOut => {
            "the notification service did not answer".to_owned()
        }
        zbus::Error::InputOutput(_)
        | zbus::Error::Connection(..)
        | zbus::Error::Address(_)
        | zbus::Error::Handshake(_) => "the session's message bus cannot be reached".to_owned(),
        _ => "the notification service gave an answer that is none".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use std::os::unix::net::UnixListener;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use wane_app::host::{NoticeAction, Opens};

    use super::*;

    /// Counts instead of showing.
    struct Counting(std::sync::Arc<AtomicUsize>);

    impl Notifier for Counting {
        fn show(&self, _: &Notice) -> Result<Receipt, NotShown> {
            self.0.fetch_add(1, Ordering::Relaxed);
            Ok(Receipt {
                service: "counting".to_owned(),
            })
        }
    }

    fn notice() -> Notice {
        Notice {
            tag: "wind-down 2026-03-14".to_owned(),
            title: "A title".to_owned(),
            body: "A body".to_owned(),
            actions: vec![NoticeAction {
                id: "later".to_owned(),
                text: "A little later".to_owned(),
            }],
            urgency: Urgency::Normal,
            opens: Opens::Today,
        }
    }

    fn check(address: String, expected: &str) {
        let handed = std::sync::Arc::new(AtomicUsize::new(0));
        let bus = Bus::new(
            Some(address.clone()),
            Box::new(Counting(handed.clone())),
            Arc::new(|_| {}),
        );
        assert_eq!(
            bus.show(&notice()),
            Err(NotShown {
                reason: expected.to_owned()
            }),
            "at {address}"
        );
        assert_eq!(
            handed.load(Ordering::Relaxed),
            0,
            "where no service is, nothing is handed to the fallback"
        );
    }

    #[test]
    fn a_bus_that_is_not_there_is_told_truthfully() {
        check(
            "unix:path=/nowhere/at/all".to_owned(),
            "the session's message bus cannot be reached",
        );
        check(
            "nonsense".to_owned(),
            "the session's message bus cannot be reached",
        );
    }

    #[test]
    fn a_bus_that_never_answers_is_given_up_on() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("silent");
        let listener = UnixListener::bind(&path).unwrap();
        check(
            format!("unix:path={}", path.display()),
            "the notification service did not answer",
        );
        drop(listener);
    }

    #[test]
    fn the_body_can_be_clicked_and_so_can_each_button() {
        assert_eq!(
            actions(&notice()),
            ["default", "A title", "later", "A little later"],
            "pairs of id and words, the body's first"
        );
    }

    #[test]
    fn text_cannot_be_read_as_markup() {
        assert_eq!(
            escape("a < b & c > d"),
            "a &lt; b &amp; c &gt; d",
            "every sign of markup is taken literally"
        );
    }
}
