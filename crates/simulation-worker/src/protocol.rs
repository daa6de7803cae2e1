//! The messages: requests in the imperative, events as what happened.
//! Here because a page may meet a worker of another build, and must find out at the first message.
//! Must not know: how they travel.
//!
//! Plain enums only. The first variants, `Hello`, `Ready` and `WrongVersion`, keep their place and shape for ever,
//! so that any two versions can tell each other apart. Any other change raises [`PROTOCOL_VERSION`].

use electrodeposition::case::Case;
use serde::{Deserialize, Serialize};

use crate::{Frame, Summary};

/// Raised whenever a message, a frame or a case changes its form.
pub const PROTOCOL_VERSION: u32 = 3;

/// Names one run, so that a late message of an earlier run is known as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RunId(pub u32);

/// From the page to the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// First message; answered by `Ready` or `WrongVersion`.
    Hello {
        version: u32,
    },
    /// Replaces the current run, with a credit of one frame. Answered by `Started` or `Refused`.
    Start {
        run: RunId,
        case: Box<Case>,
    },
    /// One time step, then hold.
    Step {
        run: RunId,
    },
    Pause {
        run: RunId,
    },
    Resume {
        run: RunId,
    },
    /// The last frame was drawn; the next may come.
    Credit {
        run: RunId,
    },
    /// Ends the run and forgets it. Not answered.
    Stop {
        run: RunId,
    },
}

/// From the worker to the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    Ready {
        version: u32,
    },
    WrongVersion {
        worker: u32,
        page: u32,
    },
    /// The case is not valid; each error names field, value and range.
    Refused {
        run: RunId,
        errors: Vec<String>,
    },
    Started {
        run: RunId,
    },
    /// The newest state, sent only against a credit.
    Frame {
        run: RunId,
        frame: Box<Frame>,
    },
    /// The areal charge or the step limit is reached. Needs no credit.
    Finished {
        run: RunId,
        summary: Summary,
        frame: Box<Frame>,
    },
    /// The run cannot go on; the worker can. `frame` is the last good state.
    Failed {
        run: RunId,
        reason: String,
        time_s: f64,
        frame: Box<Frame>,
    },
    /// The worker is about to end after a fault in the program.
    Crashed {
        reason: String,
    },
    /// A request could not be read.
    Unreadable {
        reason: String,
    },
}

impl Event {
    /// The run that an event speaks of, where it speaks of one.
    #[must_use]
    pub fn run(&self) -> Option<RunId> {
        match self {
            Self::Refused { run, .. }
            | Self::Started { run }
            | Self::Frame { run, .. }
            | Self::Finished { run, .. }
            | Self::Failed { run, .. } => Some(*run),
            Self::Ready { .. }
            | Self::WrongVersion { .. }
            | Self::Crashed { .. }
            | Self::Unreadable { .. } => None,
        }
    }
}
