//! `org.freedesktop.Notifications` on the session bus, with its answer as the receipt.
//!
//! Source: Desktop Notifications Specification 1.2 (freedesktop.org).

use std::collections::HashMap;
use std::io::ErrorKind;
use std::sync::{Mutex, PoisonError, mpsc};
use std::time::Duration;

use wane_app::host::{NotShown, Notice, Receipt};
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::Value;

use super::Notifier;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// How long the bus or the service may take for one answer; a service that is not there is known at once.
const PATIENCE: Duration = Duration::from_secs(2);

/// Normal urgency: shown, but not over a full-screen window.
const NORMAL: u8 = 1;
/// Let the service decide how long the notification stays.
const SERVICE_DECIDES: i32 = -1;
/// Icon and desktop entry, as the packages install them.
const ICON: &str = "wane-desktop";
const DESKTOP_ENTRY: &str = "Wane";

/// The session bus, connected to when the first notification is shown.
///
/// The connection is kept, because some services take a notification down when its sender goes away.
pub(crate) struct Bus {
    address: Option<String>,
    fallback: Box<dyn Notifier>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    connection: Option<Connection>,
    /// What the service called each tag, so that the same one is replaced and not shown beside itself.
    shown: HashMap<String, u32>,
}

/// What the service says of itself.
struct Service {
    /// Name and version.
    name: String,
    /// It reads the body as markup.
    markup: bool,
}

impl Bus {
    /// The bus at `address`, or the session's own.
    pub(crate) fn new(address: Option<String>, fallback: Box<dyn Notifier>) -> Self {
        Bus {
            address,
            fallback,
            state: Mutex::default(),
        }
    }

    /// Connects; a bus that accepts but never answers is given up on.
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
        receive
            .recv_timeout(PATIENCE)
            .unwrap_or_else(|_| Err(std::io::Error::from(ErrorKind::TimedOut).into()))
    }

    /// A connection on which the service has just answered, and what it said.
    ///
    /// A connection that went stale, because the bus was started anew, is replaced once.
    fn reach(&self, state: &mut State) -> zbus::Result<(Connection, Service)> {
        if let Some(connection) = state.connection.take()
            && let Ok(service) = ask(&connection)
        {
            state.connection = Some(connection.clone());
            return Ok((connection, service));
        }
        let connection = self.connect()?;
        let service = ask(&connection)?;
        // Numbers given by an earlier service mean nothing to this one.
        state.shown.clear();
        state.connection = Some(connection.clone());
        Ok((connection, service))
    }
}

impl Notifier for Bus {
    fn show(&self, notice: &Notice) -> Result<Receipt, NotShown> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let (connection, service) = self.reach(&mut state).map_err(|error| NotShown {
            reason: reason(&error),
        })?;
        let replaces = state.shown.get(&notice.tag).copied().unwrap_or_default();
        match send(&connection, &service, notice, replaces) {
            Ok(id) => {
                state.shown.insert(notice.tag.clone(), id);
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
    let (name, _vendor, version, _specification) = connection
        .call_method(Some(NAME), PATH, Some(NAME), "GetServerInformation", &())?
        .body()
        .deserialize::<(String, String, String, String)>()?;
    let capabilities = connection
        .call_method(Some(NAME), PATH, Some(NAME), "GetCapabilities", &())?
        .body()
        .deserialize::<Vec<String>>()?;
    Ok(Service {
        name: format!("{name} {version}").trim().to_owned(),
        markup: capabilities
            .iter()
            .any(|capability| capability == "body-markup"),
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
    let actions: [&str; 0] = [];
    let hints = HashMap::from([
        ("urgency", Value::from(NORMAL)),
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
                actions.as_slice(),
                hints,
                SERVICE_DECIDES,
            ),
        )?
        .body()
        .deserialize()
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
        }
    }

    fn check(address: String, expected: &str) {
        let handed = std::sync::Arc::new(AtomicUsize::new(0));
        let bus = Bus::new(Some(address.clone()), Box::new(Counting(handed.clone())));
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
    fn text_cannot_be_read_as_markup() {
        assert_eq!(
            escape("a < b & c > d"),
            "a &lt; b &amp; c &gt; d",
            "every sign of markup is taken literally"
        );
    }
}
