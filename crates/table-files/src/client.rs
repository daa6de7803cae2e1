//! The page's end: orders and answers in; packets to send, a phase to show and outcomes out.
//! Here because silence, versions and cancelling are rules, not plumbing, and are tested natively.
//! Must not know: gloo, signals, clocks. Silence is counted in ticks that the caller gives about once a second.

use worker_envelope::{Packet, UnreadablePacket};

use crate::{Answer, JobId, Order, Outcome, PROTOCOL_VERSION, Request};

/// Silence, in ticks, after which a worker is given up: it may have to be downloaded, and packing a workbook of a
/// hundred thousand rows is silent for a while.
pub const PATIENCE_TICKS: u32 = 60;

/// What the worker is doing for the page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Phase {
    #[default]
    Idle,
    /// The worker is being loaded.
    Loading,
    /// Rows or lines so far, of about so many.
    Working { n_done: usize, n_all: usize },
    /// The order cannot be carried out; the worker can do others.
    Refused { reason: String },
    /// The worker is gone, or never came. The next order brings a new one.
    Dead { reason: String },
}

/// What follows from an answer.
#[derive(Debug, Default)]
pub struct Turn {
    /// To be sent now.
    pub send: Option<Packet>,
    /// The order is done.
    pub outcome: Option<Outcome>,
}

/// One worker's conversation: one order at a time.
#[derive(Debug, Default)]
pub struct Client {
    phase: Phase,
    job: JobId,
    /// The order, sealed, until the worker is ready for it.
    order: Option<Packet>,
    has_worker: bool,
    is_ready: bool,
    silent_ticks: u32,
}

impl Client {
    #[must_use]
    pub fn phase(&self) -> &Phase {
        &self.phase
    }

    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(self.phase, Phase::Loading | Phase::Working { .. })
    }

    /// Must a worker be made before anything can be sent?
    #[must_use]
    pub fn needs_worker(&self) -> bool {
        self.is_busy() && !self.has_worker
    }

    /// Takes an order in place of any other. What is returned is to be sent now; otherwise it waits for the worker.
    pub fn ask(&mut self, order: Order) -> Option<Packet> {
        self.job = JobId(self.job.0.wrapping_add(1));
        let request = Request::Do {
            job: self.job,
            order: Box::new(order),
        };
        match Packet::seal(&request) {
            Ok(packet) => {
                self.order = Some(packet);
                self.begin()
            }
            Err(error) => {
                self.die(error.to_string());
                None
            }
        }
    }

    fn begin(&mut self) -> Option<Packet> {
        self.silent_ticks = 0;
        if !self.is_ready {
            self.phase = Phase::Loading;
            return None;
        }
        self.phase = Phase::Working {
            n_done: 0,
            n_all: 0,
        };
        self.order.take()
    }

    /// A worker was made; nothing is known of it yet.
    ///
    /// # Errors
    /// Never for this message; postcard says it might.
    pub fn spawned(&mut self) -> Result<Packet, UnreadablePacket> {
        self.has_worker = true;
        self.is_ready = false;
        self.silent_ticks = 0;
        Packet::seal(&Request::Hello {
            version: PROTOCOL_VERSION,
        })
    }

    /// No worker can be had.
    pub fn cannot_spawn(&mut self, reason: String) {
        self.die(reason);
    }

    /// The reader no longer wants it. True if the worker is at work on it and must be let go.
    pub fn cancel(&mut self) -> bool {
        let is_at_work = self.is_busy() && self.has_worker;
        self.job = JobId(self.job.0.wrapping_add(1));
        self.order = None;
        self.phase = Phase::Idle;
        if is_at_work {
            self.has_worker = false;
            self.is_ready = false;
        }
        is_at_work
    }

    /// Takes one message. What speaks of another order than the current one is dropped.
    pub fn received(&mut self, packet: &Packet) -> Turn {
        let mut turn = Turn::default();
        if !self.has_worker {
            return turn;
        }
        let answer = match packet.open::<Answer>() {
            Ok(answer) => answer,
            Err(error) => {
                self.die(error.to_string());
                return turn;
            }
        };
        if answer.job().is_some_and(|job| job != self.job) {
            return turn;
        }
        self.silent_ticks = 0;
        match answer {
            Answer::Ready {
                version: PROTOCOL_VERSION,
            } => {
                self.is_ready = true;
                if self.is_busy() {
                    turn.send = self.begin();
                }
            }
            Answer::Ready { version: worker } | Answer::WrongVersion { worker, .. } => {
                self.die(other_version(worker));
            }
            Answer::Progress { n_done, n_all, .. } => {
                self.phase = Phase::Working { n_done, n_all };
            }
            Answer::Done { outcome, .. } => {
                self.phase = Phase::Idle;
                turn.outcome = Some(*outcome);
            }
            Answer::Refused { reason, .. } => {
                self.phase = Phase::Refused { reason };
            }
            Answer::Crashed { reason } | Answer::Unreadable { reason } => self.die(reason),
        }
        turn
    }

    /// About a second has passed. True if the worker was given up at this tick.
    pub fn tick(&mut self) -> bool {
        if !self.is_busy() {
            return false;
        }
        self.silent_ticks += 1;
        if self.silent_ticks < PATIENCE_TICKS {
            return false;
        }
        self.die("it did not answer".to_owned());
        true
    }

    fn die(&mut self, reason: String) {
        self.has_worker = false;
        self.is_ready = false;
        self.phase = Phase::Dead { reason };
    }
}

fn other_version(worker: u32) -> String {
    format!(
        "the page speaks version {PROTOCOL_VERSION} of its language and the loaded worker version {worker}; reload the page"
    )
}
