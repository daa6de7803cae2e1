//! What was asked of the server, and which paths it is told to fail or to keep waiting.
//! Here because journeys assert that nothing odd was requested, that a fault is shown and that a slow file harms nothing.
//! Must not know: files, sockets.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// A way for the server to fail on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// As if the file had been removed: 404.
    NotFound,
    /// As if the host were broken: 500.
    ServerError,
}

impl Fault {
    pub(super) fn status(self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::ServerError => 500,
        }
    }
}

/// One request and how it was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requested {
    /// `GET`, `HEAD`, ...
    pub method: String,
    /// The path as it was asked for, without its query.
    pub path: String,
    /// The status it was answered with.
    pub status: u16,
}

#[derive(Debug, Default)]
pub struct Journal {
    requests: Mutex<Vec<Requested>>,
    faults: Mutex<Vec<(String, Fault)>>,
    held: Mutex<Vec<String>>,
    released: Condvar,
}

impl Journal {
    pub fn note(&self, requested: Requested) {
        locked(&self.requests).push(requested);
    }

    pub fn requests(&self) -> Vec<Requested> {
        locked(&self.requests).clone()
    }

    pub fn forget_requests(&self) {
        locked(&self.requests).clear();
    }

    pub fn fail(&self, part: &str, fault: Fault) {
        locked(&self.faults).push((part.to_owned(), fault));
    }

    pub fn heal(&self) {
        locked(&self.faults).clear();
    }

    pub fn hold(&self, part: &str) {
        locked(&self.held).push(part.to_owned());
    }

    pub fn release(&self) {
        locked(&self.held).clear();
        self.released.notify_all();
    }

    /// Returns once no part of this path is held.
    pub fn wait_for_release(&self, path: &str) {
        let held = locked(&self.held);
        let is_held = |held: &mut Vec<String>| held.iter().any(|part| path.contains(part.as_str()));
        drop(
            self.released
                .wait_while(held, is_held)
                .unwrap_or_else(PoisonError::into_inner),
        );
    }

    pub fn fault_for(&self, path: &str) -> Option<Fault> {
        locked(&self.faults)
            .iter()
            .find(|(part, _)| path.contains(part.as_str()))
            .map(|(_, fault)| *fault)
    }
}

/// The lists stay whole whatever happens to a thread that held them.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
