//! Starting with the session: the host does it, and is asked each time, since the desktop's own settings may change it.

use crate::{App, fault::Fault, wire::*};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn autostart(&self, _: Nothing) -> Result<AutostartView, Fault> {
        let autostart = self.host.autostart();
        Ok(AutostartView {
            available: autostart.available,
            enabled: autostart.enabled,
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn set_autostart(&self, request: SetAutostart) -> Result<AutostartView, Fault> {
        self.host
            .set_autostart(request.enabled)
            .map_err(|_| Fault::refused("error-autostart"))?;
        self.autostart(Nothing {})
    }
}
