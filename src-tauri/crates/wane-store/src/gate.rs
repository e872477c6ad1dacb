//! A gate at which whoever wants to save waits while a copy is being made that must not be overtaken.
//!
//! SQLite's own lock would do, were it not for its way of waiting: somebody who saves without pause
//! keeps everybody else from ever getting it.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Open, as a rule.
#[derive(Debug, Default)]
pub(crate) struct Gate {
    /// How many keep it closed.
    closed: Mutex<usize>,
    opened: Condvar,
}

/// Keeps the gate closed until it is dropped.
#[derive(Debug)]
pub(crate) struct Closed<'g>(&'g Gate);

impl Gate {
    /// Returns when the gate is open.
    pub(crate) fn pass(&self) {
        let mut closed = self.closed();
        while *closed > 0 {
            closed = self
                .opened
                .wait(closed)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Closes the gate; whoever has passed it already goes on.
    pub(crate) fn close(&self) -> Closed<'_> {
        *self.closed() += 1;
        Closed(self)
    }

    fn closed(&self) -> MutexGuard<'_, usize> {
        // A number is whole after any panic.
        self.closed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Closed<'_> {
    fn drop(&mut self) {
        *self.0.closed() -= 1;
        self.0.opened.notify_all();
    }
}
