//! The worker's end: requests in, events out, and a slice of work between.
//! Here because pausing, credit and failure are rules, not plumbing, and are tested natively.
//! Must not know: gloo, JavaScript, which model runs.

use crate::{Event, Frame, Model, Observation, PROTOCOL_VERSION, Probe, Request, RunId, Summary};

/// Work between two looks at the mailbox. Long enough to spend little on looking, short enough that Pause feels
/// immediate.
pub const SLICE_MS: f64 = 10.0;

/// Holds at most one run.
#[derive(Debug)]
pub struct Server<M> {
    run: Option<ActiveRun<M>>,
}

#[derive(Debug)]
struct ActiveRun<M> {
    id: RunId,
    model: M,
    running: bool,
    /// The page can take a frame.
    credit: bool,
    /// Something changed since the last frame.
    unseen: bool,
    probes: Vec<Probe>,
    pace: Pace,
}

/// Steps and the time they took, since the last frame.
#[derive(Debug, Default)]
struct Pace {
    n_steps: u32,
    busy_ms: f64,
}

impl<M> Default for Server<M> {
    fn default() -> Self {
        Self { run: None }
    }
}

impl<M: Model> Server<M> {
    /// Is there work for another slice?
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.run.as_ref().is_some_and(|run| run.running)
    }

    /// Takes one request. A request about another run than the current one is late and does nothing.
    pub fn receive(&mut self, request: Request, now_ms: &dyn Fn() -> f64) -> Vec<Event> {
        match request {
            Request::Hello {
                version: PROTOCOL_VERSION,
            } => vec![Event::Ready {
                version: PROTOCOL_VERSION,
            }],
            Request::Hello { version } => vec![Event::WrongVersion {
                worker: PROTOCOL_VERSION,
                page: version,
            }],
            Request::Start { run, case } => match M::start(&case) {
                Err(errors) => {
                    self.run = None;
                    vec![Event::Refused { run, errors }]
                }
                Ok(model) => {
                    let run = self.run.insert(ActiveRun::new(run, model));
                    let mut events = vec![Event::Started { run: run.id }];
                    events.extend(run.frame_if_due());
                    events
                }
            },
            Request::Step { run } => self.with_run(run, |run| {
                run.running = false;
                run.advance(0.0, now_ms)
            }),
            Request::Pause { run } => self.with_run(run, |run| {
                run.running = false;
                run.frame_if_due()
            }),
            Request::Resume { run } => self.with_run(run, |run| {
                run.running = true;
                None
            }),
            Request::Credit { run } => self.with_run(run, |run| {
                run.credit = true;
                run.frame_if_due()
            }),
            Request::Stop { run } => {
                self.run.take_if(|current| current.id == run);
                Vec::new()
            }
            Request::Check { run, name } => vec![Event::Checked {
                run,
                outcome: M::check(&name),
                name,
            }],
        }
    }

    /// Steps for about 10 ms, then sends a frame if the page has drawn the last.
    pub fn slice(&mut self, now_ms: &dyn Fn() -> f64) -> Vec<Event> {
        let Some(id) = self
            .run
            .as_ref()
            .filter(|run| run.running)
            .map(|run| run.id)
        else {
            return Vec::new();
        };
        self.with_run(id, |run| run.advance(SLICE_MS, now_ms))
    }

    /// Acts on the current run and forgets it once it has ended.
    fn with_run(
        &mut self,
        id: RunId,
        act: impl FnOnce(&mut ActiveRun<M>) -> Option<Event>,
    ) -> Vec<Event> {
        let event = self.run.as_mut().filter(|run| run.id == id).and_then(act);
        if matches!(event, Some(Event::Finished { .. } | Event::Failed { .. })) {
            self.run = None;
        }
        event.into_iter().collect()
    }
}

impl<M: Model> ActiveRun<M> {
    fn new(id: RunId, model: M) -> Self {
        Self {
            id,
            model,
            running: true,
            credit: true,
            unseen: true,
            probes: Vec::new(),
            pace: Pace::default(),
        }
    }

    /// At least one step, then more until the time is used up.
    fn advance(&mut self, budget_ms: f64, now_ms: &dyn Fn() -> f64) -> Option<Event> {
        let started_ms = now_ms();
        loop {
            if self.model.is_finished() {
                return Some(self.finished());
            }
            if let Err(reason) = self.model.step() {
                let time_s = self.model.observe().time_s;
                return Some(Event::Failed {
                    run: self.id,
                    reason,
                    time_s,
                    frame: Box::new(self.frame()),
                });
            }
            let Observation {
                time_s,
                charge_c_m2,
                voltage_v,
                cell_voltage_v,
                ..
            } = self.model.observe();
            self.probes.push(Probe {
                time_s,
                charge_c_m2,
                voltage_v,
                cell_voltage_v,
            });
            self.unseen = true;
            self.pace.n_steps += 1;
            let spent_ms = now_ms() - started_ms;
            if spent_ms >= budget_ms || self.model.is_finished() {
                self.pace.busy_ms += spent_ms;
                break;
            }
        }
        if self.model.is_finished() {
            Some(self.finished())
        } else {
            self.frame_if_due()
        }
    }

    fn frame_if_due(&mut self) -> Option<Event> {
        if !(self.credit && self.unseen) {
            return None;
        }
        self.credit = false;
        self.unseen = false;
        Some(Event::Frame {
            run: self.id,
            frame: Box::new(self.frame()),
        })
    }

    fn finished(&mut self) -> Event {
        let observation = self.model.observe();
        let summary = Summary {
            observation,
            end: self.model.end(),
            state_hash: self.model.state_hash(),
        };
        Event::Finished {
            run: self.id,
            summary,
            frame: Box::new(self.frame()),
        }
    }

    fn frame(&mut self) -> Frame {
        let pace = std::mem::take(&mut self.pace);
        let measured = pace.n_steps > 0 && pace.busy_ms > 0.0;
        Frame {
            observation: self.model.observe(),
            steps_per_second: measured.then(|| f64::from(pace.n_steps) * 1e3 / pace.busy_ms),
            picture: self.model.picture(),
            probes: std::mem::take(&mut self.probes),
        }
    }
}
