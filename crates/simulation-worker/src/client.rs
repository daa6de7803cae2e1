//! The page's end: what the reader did and what the worker said, in; requests and a state to show, out.
//! Here because stale runs, silence and restarts are rules, not plumbing, and are tested natively.
//! Must not know: gloo, signals, clocks. Silence is counted in ticks that the caller gives about once a second, so a
//! computer that slept for an hour has not been silent for an hour.

use std::{collections::VecDeque, sync::Arc};

use electrodeposition::case::Case;

use crate::{Checked, Event, Frame, PROTOCOL_VERSION, Probe, Request, RunId, Summary};

/// Silence, in ticks, after which a worker that owes its first answer is given up: it has to be downloaded first.
pub const PATIENCE_TO_START_TICKS: u32 = 60;
/// Silence, in ticks, after which a worker that owes an answer is given up. A slice takes 10 ms, a large step 1 s.
pub const PATIENCE_TICKS: u32 = 10;

/// What the simulator is doing.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Phase {
    #[default]
    Idle,
    /// The worker is being loaded, or the run set up.
    Starting,
    Running,
    Paused,
    Finished,
    /// The run could not go on; the worker can.
    Failed {
        reason: String,
        time_s: f64,
    },
    /// The worker is gone. A restart brings a new one.
    Dead {
        reason: String,
    },
    /// The case is not valid.
    Refused {
        errors: Vec<String>,
    },
}

/// What a page shows. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SimState {
    pub phase: Phase,
    /// The newest frame; kept after a failure or a death, until the next run.
    pub latest: Option<Arc<Frame>>,
    /// The voltage curve of this run so far.
    pub probes: Arc<Vec<Probe>>,
    pub summary: Option<Arc<Summary>>,
    /// Validation cases, where these were asked for in place of a run.
    pub checks: Arc<Checks>,
}

/// A validation case to compute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckOrder {
    pub name: String,
    /// Silence, in ticks, after which the worker is given up: a case runs in one go, some for minutes.
    pub patience_ticks: u32,
}

/// How far validation cases have come; kept after a cancel or a death, until the next are asked for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Checks {
    /// Each with its name, in the order in which they were asked for.
    pub done: Vec<(String, Checked)>,
    /// The case that the worker computes now.
    pub under_way: Option<String>,
    /// How many were asked for.
    pub n_asked: usize,
}

/// What the page still expects of the worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owed {
    Nothing,
    Ready,
    Answer,
    /// With the patience of the case.
    Check(u32),
}

/// What this run is.
#[derive(Debug)]
enum Job {
    Case(Box<Case>),
    /// The validation cases that the worker has not been asked for yet.
    Checks(VecDeque<CheckOrder>),
}

/// One worker's conversation.
#[derive(Debug)]
pub struct Client {
    state: SimState,
    run: RunId,
    /// What this run is, for the start after `Ready`.
    job: Option<Job>,
    ready: bool,
    /// The worker may send a frame: it holds our credit.
    credit_given: bool,
    owed: Owed,
    silent_ticks: u32,
}

impl Default for Client {
    fn default() -> Self {
        Self {
            state: SimState::default(),
            run: RunId(0),
            job: None,
            ready: false,
            credit_given: false,
            owed: Owed::Nothing,
            silent_ticks: 0,
        }
    }
}

impl Client {
    #[must_use]
    pub fn state(&self) -> &SimState {
        &self.state
    }

    /// Does the next start need a new worker first?
    #[must_use]
    pub fn needs_worker(&self) -> bool {
        !self.ready && self.owed != Owed::Ready
    }

    /// A worker was created; nothing is known of it yet.
    pub fn spawned(&mut self) -> Vec<Request> {
        self.ready = false;
        self.owe(Owed::Ready);
        vec![Request::Hello {
            version: PROTOCOL_VERSION,
        }]
    }

    /// No worker can be created here.
    pub fn cannot_spawn(&mut self, reason: String) {
        self.die(reason);
    }

    /// Starts a run in place of any other. Sent once the worker is ready.
    pub fn start(&mut self, case: Case) -> Vec<Request> {
        self.run = RunId(self.run.0.wrapping_add(1));
        self.job = Some(Job::Case(Box::new(case)));
        self.state = SimState {
            phase: Phase::Starting,
            ..SimState::default()
        };
        self.begin()
    }

    /// Asks for validation cases one after the other, in place of any run.
    pub fn check(&mut self, orders: Vec<CheckOrder>) -> Vec<Request> {
        self.run = RunId(self.run.0.wrapping_add(1));
        self.state = SimState {
            phase: Phase::Starting,
            checks: Arc::new(Checks {
                n_asked: orders.len(),
                ..Checks::default()
            }),
            ..SimState::default()
        };
        self.job = Some(Job::Checks(orders.into()));
        self.begin()
    }

    /// Asks for no further case. The worker ends the one under way by itself, and what it then says is dropped.
    pub fn cancel_checks(&mut self) -> Vec<Request> {
        self.run = RunId(self.run.0.wrapping_add(1));
        self.job = None;
        self.state.phase = Phase::Idle;
        Arc::make_mut(&mut self.state.checks).under_way = None;
        if self.ready {
            self.owe(Owed::Nothing);
        }
        Vec::new()
    }

    pub fn pause(&mut self) -> Vec<Request> {
        self.when(Phase::Running, |client| {
            client.state.phase = Phase::Paused;
            // The frame of the last step may follow, or may have come already.
            client.owe(Owed::Nothing);
            Request::Pause { run: client.run }
        })
    }

    pub fn resume(&mut self) -> Vec<Request> {
        self.when(Phase::Paused, |client| {
            client.state.phase = Phase::Running;
            client.owe_frame();
            Request::Resume { run: client.run }
        })
    }

    /// One time step; a running simulation holds after it.
    pub fn step(&mut self) -> Vec<Request> {
        if self.state.phase == Phase::Running {
            self.state.phase = Phase::Paused;
        }
        self.when(Phase::Paused, |client| {
            client.owe_frame();
            Request::Step { run: client.run }
        })
    }

    /// Forgets the run and what it showed.
    pub fn reset(&mut self) -> Vec<Request> {
        let run = self.run;
        self.run = RunId(run.0.wrapping_add(1));
        self.job = None;
        self.state = SimState::default();
        if !self.ready {
            return Vec::new();
        }
        self.owe(Owed::Nothing);
        vec![Request::Stop { run }]
    }

    /// The latest frame is on the screen; the next may come. Said again of the same frame, it does nothing.
    pub fn drawn(&mut self) -> Vec<Request> {
        if self.credit_given || !matches!(self.state.phase, Phase::Running | Phase::Paused) {
            return Vec::new();
        }
        self.credit_given = true;
        if self.state.phase == Phase::Running {
            self.owe_frame();
        }
        vec![Request::Credit { run: self.run }]
    }

    /// Takes one message. What speaks of another run than the current one is dropped.
    pub fn received(&mut self, event: Event) -> Vec<Request> {
        if matches!(self.state.phase, Phase::Dead { .. })
            || event.run().is_some_and(|run| run != self.run)
        {
            return Vec::new();
        }
        match event {
            Event::Ready {
                version: PROTOCOL_VERSION,
            } => {
                self.ready = true;
                self.owe(Owed::Nothing);
                if self.state.phase == Phase::Starting {
                    return self.begin();
                }
            }
            Event::Ready { version: worker } => self.die(other_version(worker)),
            Event::WrongVersion { worker, .. } => self.die(other_version(worker)),
            Event::Started { .. } => {
                self.state.phase = Phase::Running;
                self.owe(Owed::Answer);
            }
            Event::Frame { frame, .. } => {
                self.credit_given = false;
                self.owe(Owed::Nothing);
                self.show(*frame);
            }
            Event::Finished { summary, frame, .. } => {
                self.owe(Owed::Nothing);
                self.show(*frame);
                self.state.summary = Some(Arc::new(summary));
                self.state.phase = Phase::Finished;
            }
            Event::Failed {
                reason,
                time_s,
                frame,
                ..
            } => {
                self.owe(Owed::Nothing);
                if frame.observation.is_finite() {
                    self.show(*frame);
                }
                self.state.phase = Phase::Failed { reason, time_s };
            }
            Event::Refused { errors, .. } => {
                self.owe(Owed::Nothing);
                self.state.phase = Phase::Refused { errors };
            }
            Event::Checked { name, outcome, .. } => {
                Arc::make_mut(&mut self.state.checks)
                    .done
                    .push((name, outcome));
                return self.next_check();
            }
            Event::Crashed { reason } | Event::Unreadable { reason } => self.die(reason),
        }
        Vec::new()
    }

    /// A message came that cannot be read: the worker is of another build.
    pub fn received_unreadable(&mut self, reason: String) {
        self.die(reason);
    }

    /// About a second has passed. True if the worker was given up at this tick.
    pub fn tick(&mut self) -> bool {
        let patience = match self.owed {
            Owed::Nothing => return false,
            Owed::Ready => PATIENCE_TO_START_TICKS,
            Owed::Answer => PATIENCE_TICKS,
            Owed::Check(patience_ticks) => patience_ticks,
        };
        self.silent_ticks += 1;
        if self.silent_ticks < patience {
            return false;
        }
        let reason = match self.owed {
            Owed::Ready => "the simulation did not load",
            _ => "the simulation stopped answering",
        };
        self.die(reason.to_owned());
        true
    }

    fn show(&mut self, mut frame: Frame) {
        // One clone of the curve at most: the page may still hold the last one.
        Arc::make_mut(&mut self.state.probes).append(&mut frame.probes);
        self.state.latest = Some(Arc::new(frame));
    }

    fn when(&mut self, phase: Phase, act: impl FnOnce(&mut Self) -> Request) -> Vec<Request> {
        if self.state.phase == phase {
            vec![act(self)]
        } else {
            Vec::new()
        }
    }

    /// Sends what this run begins with, once there is somebody to send it to.
    fn begin(&mut self) -> Vec<Request> {
        if !self.ready {
            return Vec::new();
        }
        match &self.job {
            Some(Job::Case(case)) => {
                let case = case.clone();
                vec![self.send_start(case)]
            }
            Some(Job::Checks(_)) => self.next_check(),
            None => Vec::new(),
        }
    }

    /// The next validation case, or the end of them.
    fn next_check(&mut self) -> Vec<Request> {
        let next = match &mut self.job {
            Some(Job::Checks(orders)) => orders.pop_front(),
            _ => None,
        };
        Arc::make_mut(&mut self.state.checks).under_way =
            next.as_ref().map(|order| order.name.clone());
        match next {
            Some(CheckOrder {
                name,
                patience_ticks,
            }) => {
                self.state.phase = Phase::Running;
                self.owe(Owed::Check(patience_ticks));
                let run = self.run;
                vec![Request::Check { run, name }]
            }
            None => {
                self.state.phase = Phase::Finished;
                self.owe(Owed::Nothing);
                Vec::new()
            }
        }
    }

    fn send_start(&mut self, case: Box<Case>) -> Request {
        self.credit_given = true;
        self.owe(Owed::Answer);
        Request::Start {
            run: self.run,
            case,
        }
    }

    /// A worker without our credit may work on in silence.
    fn owe_frame(&mut self) {
        self.owe(if self.credit_given {
            Owed::Answer
        } else {
            Owed::Nothing
        });
    }

    fn owe(&mut self, owed: Owed) {
        self.owed = owed;
        self.silent_ticks = 0;
    }

    fn die(&mut self, reason: String) {
        self.ready = false;
        self.owe(Owed::Nothing);
        Arc::make_mut(&mut self.state.checks).under_way = None;
        self.state.phase = Phase::Dead { reason };
    }
}

fn other_version(worker: u32) -> String {
    format!(
        "the page speaks version {PROTOCOL_VERSION} of the simulation and the loaded worker version {worker}; reload the page"
    )
}
