//! logind says when the computer comes out of suspend: one more reason to look at the clock.
//!
//! The timer is cancelled by a suspend as well; this is for systems on which it is not. Nothing depends on it:
//! where there is no logind, nothing is heard.
//! Source: `org.freedesktop.login1(5)`.

use std::sync::Arc;

use zbus::MatchRule;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Type;

use super::Bell;
use crate::trace;

/// Rings the bell whenever the computer has come out of suspend, on a thread of its own.
pub(crate) fn ring_on_resume(bell: Arc<Bell>) {
    std::thread::spawn(move || {
        // Whatever is missing here, the loop wakes by itself.
        let _ = listen(&bell);
    });
}

fn listen(bell: &Bell) -> zbus::Result<()> {
    let system = Connection::system()?;
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .path("/org/freedesktop/login1")?
        .interface("org.freedesktop.login1.Manager")?
        .member("PrepareForSleep")?
        .build();
    for message in MessageIterator::for_match_rule(rule, &system, None)? {
        // "true" comes before the computer sleeps, "false" when it is awake again; some send both twice.
        if message?.body().deserialize::<bool>() == Ok(false) {
            trace::say("clock", "resumed");
            bell.ring();
        }
    }
    Ok(())
}
