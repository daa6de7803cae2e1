//! The page's rules: what each message does to the state that a reader sees.
//! Here because a dead worker must be a visible, restartable state, and no browser is needed to show it.
//! Must not know: gloo, signals.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use simulation_worker::{
    Client, Event, Frame, Observation, PROTOCOL_VERSION, Phase, Picture, Probe, Request, RunId,
    Server, Summary,
};
use support::{Counting, clock, counting_to};

fn frame(charge_c_m2: f64) -> Box<Frame> {
    Box::new(Frame {
        observation: Observation {
            charge_c_m2,
            ..Observation::default()
        },
        steps_per_second: None,
        picture: Picture::default(),
        probes: vec![Probe {
            time_s: 0.0,
            charge_c_m2,
            voltage_v: 0.1,
            cell_voltage_v: 0.2,
        }],
    })
}

fn charge(client: &Client) -> Option<f64> {
    client
        .state()
        .latest
        .as_ref()
        .map(|frame| frame.observation.charge_c_m2)
}

/// A client whose worker is ready and whose first run is on.
fn running() -> Client {
    let mut client = Client::default();
    client.spawned();
    client.received(Event::Ready {
        version: PROTOCOL_VERSION,
    });
    client.start(counting_to(9.0));
    client.received(Event::Started { run: RunId(1) });
    client.received(Event::Frame {
        run: RunId(1),
        frame: frame(1.0),
    });
    client
}

#[test]
fn a_start_waits_until_the_worker_is_ready() {
    let mut client = Client::default();
    assert!(client.needs_worker());
    assert_eq!(client.state().phase, Phase::Idle);
    assert_eq!(client.start(counting_to(9.0)), []);
    assert_eq!(client.state().phase, Phase::Starting);
    assert_eq!(
        client.spawned(),
        [Request::Hello {
            version: PROTOCOL_VERSION
        }]
    );
    assert!(!client.needs_worker());
    let requests = client.received(Event::Ready {
        version: PROTOCOL_VERSION,
    });
    assert_eq!(
        requests,
        [Request::Start {
            run: RunId(1),
            case: Box::new(counting_to(9.0))
        }]
    );
    client.received(Event::Started { run: RunId(1) });
    assert_eq!(client.state().phase, Phase::Running);
    assert_eq!(
        client.drawn(),
        [],
        "the start gave the first credit, and no frame has used it"
    );
    assert_eq!(
        (0..100).position(|_| client.tick()),
        Some(9),
        "the first frame is owed"
    );
}

#[test]
fn every_drawn_frame_is_answered_with_one_credit() {
    let mut client = running();
    assert_eq!(client.drawn(), [Request::Credit { run: RunId(1) }]);
    client.received(Event::Frame {
        run: RunId(1),
        frame: frame(2.0),
    });
    assert_eq!(charge(&client), Some(2.0));
    let curve: Vec<f64> = client
        .state()
        .probes
        .iter()
        .map(|probe| probe.charge_c_m2)
        .collect();
    assert_eq!(curve, [1.0, 2.0]);
}

#[test]
fn a_stale_run_is_dropped() {
    let mut client = running();
    assert_eq!(
        client.start(counting_to(5.0)),
        [Request::Start {
            run: RunId(2),
            case: Box::new(counting_to(5.0))
        }]
    );
    assert_eq!(charge(&client), None, "a new run shows nothing of the old");
    let summary = Summary {
        observation: Observation::default(),
        end: String::new(),
        state_hash: 0,
    };
    for late in [
        Event::Frame {
            run: RunId(1),
            frame: frame(3.0),
        },
        Event::Finished {
            run: RunId(1),
            summary,
            frame: frame(3.0),
        },
        Event::Failed {
            run: RunId(1),
            reason: "late".to_owned(),
            time_s: 1.0,
            frame: frame(3.0),
        },
        Event::Refused {
            run: RunId(1),
            errors: Vec::new(),
        },
    ] {
        client.received(late);
        assert_eq!(
            (client.state().phase.clone(), charge(&client)),
            (Phase::Starting, None)
        );
    }
    assert!(client.state().probes.is_empty());
}

#[test]
fn refused_failed_and_finished_are_shown_and_the_worker_stays() {
    let errors = vec!["coating.thickness_m = -1 is not in 0..=1e-3".to_owned()];
    let summary = Summary {
        observation: Observation::default(),
        end: "done".to_owned(),
        state_hash: 5,
    };
    let unknown = Box::new(Frame {
        observation: Observation {
            voltage_v: f64::NAN,
            ..Observation::default()
        },
        ..*frame(8.0)
    });
    let failed = Phase::Failed {
        reason: "diverged".to_owned(),
        time_s: 2.0,
    };
    let failure = |frame| Event::Failed {
        run: RunId(1),
        reason: "diverged".to_owned(),
        time_s: 2.0,
        frame,
    };
    let cases = [
        (
            Event::Refused {
                run: RunId(1),
                errors: errors.clone(),
            },
            Phase::Refused { errors },
            1.0,
        ),
        (failure(frame(4.0)), failed.clone(), 4.0),
        // A state with a hole in it is not shown in place of the last good one.
        (failure(unknown), failed, 1.0),
        (
            Event::Finished {
                run: RunId(1),
                summary,
                frame: frame(9.0),
            },
            Phase::Finished,
            9.0,
        ),
    ];
    for (event, phase, shown) in cases {
        let mut client = running();
        client.received(event);
        assert_eq!(
            (&client.state().phase, charge(&client)),
            (&phase, Some(shown))
        );
        assert!(
            (0..1000).all(|_| !client.tick()),
            "nothing is owed in {phase:?}"
        );
        assert_eq!(client.drawn(), [], "no frame is wanted in {phase:?}");
        assert!(!client.needs_worker());
        assert!(matches!(
            client.start(counting_to(1.0)).as_slice(),
            [Request::Start { run: RunId(2), .. }]
        ));
    }
}

#[test]
fn silence_where_an_answer_is_owed_is_death_and_a_restart_lives() {
    let mut client = running();
    assert!(
        (0..100).all(|_| !client.tick()),
        "the worker waits for a credit, so it owes nothing"
    );
    client.drawn();
    assert_eq!((0..100).position(|_| client.tick()), Some(9));
    assert!(
        matches!(&client.state().phase, Phase::Dead { reason } if reason.contains("stopped answering"))
    );
    assert_eq!(charge(&client), Some(1.0), "the last frame stays in sight");
    client.received(Event::Frame {
        run: RunId(1),
        frame: frame(2.0),
    });
    assert_eq!(
        charge(&client),
        Some(1.0),
        "a worker that was given up is not heard"
    );

    assert!(client.needs_worker());
    assert_eq!(client.start(counting_to(9.0)), []);
    client.spawned();
    let requests = client.received(Event::Ready {
        version: PROTOCOL_VERSION,
    });
    assert_eq!(
        requests,
        [Request::Start {
            run: RunId(2),
            case: Box::new(counting_to(9.0))
        }]
    );
}

#[test]
fn an_answer_resets_the_watchdog() {
    let mut client = running();
    for charge in 2..20 {
        client.drawn();
        assert!((0..9).all(|_| !client.tick()));
        client.received(Event::Frame {
            run: RunId(1),
            frame: frame(f64::from(charge)),
        });
    }
    assert_eq!(client.state().phase, Phase::Running);
}

#[test]
fn a_worker_that_never_loads_is_given_more_time_and_then_up() {
    let mut client = Client::default();
    client.start(counting_to(9.0));
    client.spawned();
    assert_eq!((0..100).position(|_| client.tick()), Some(59));
    assert!(
        matches!(&client.state().phase, Phase::Dead { reason } if reason.contains("did not load"))
    );
}

#[test]
fn another_version_a_crash_or_noise_is_a_visible_death() {
    for event in [
        Event::Ready { version: 99 },
        Event::WrongVersion {
            worker: 99,
            page: PROTOCOL_VERSION,
        },
        Event::Crashed {
            reason: "99 bugs".to_owned(),
        },
        Event::Unreadable {
            reason: "99 bytes".to_owned(),
        },
    ] {
        let mut client = Client::default();
        client.start(counting_to(9.0));
        client.spawned();
        client.received(event.clone());
        assert!(
            matches!(&client.state().phase, Phase::Dead { reason } if reason.contains("99")),
            "{event:?}"
        );
        assert!(client.needs_worker());
    }
}

#[test]
fn pause_step_resume_and_reset() {
    let mut client = running();
    assert_eq!(
        client.resume(),
        [],
        "a running simulation cannot be resumed"
    );
    assert_eq!(client.pause(), [Request::Pause { run: RunId(1) }]);
    assert_eq!(client.state().phase, Phase::Paused);
    assert!((0..100).all(|_| !client.tick()));
    assert_eq!(client.step(), [Request::Step { run: RunId(1) }]);
    assert!(
        (0..100).all(|_| !client.tick()),
        "a page that does not draw, as in a hidden tab, waits for nothing"
    );
    assert_eq!(client.drawn(), [Request::Credit { run: RunId(1) }]);
    assert_eq!(client.step(), [Request::Step { run: RunId(1) }]);
    client.received(Event::Frame {
        run: RunId(1),
        frame: frame(2.0),
    });
    assert_eq!(client.resume(), [Request::Resume { run: RunId(1) }]);
    assert_eq!(client.state().phase, Phase::Running);
    assert_eq!(
        client.step(),
        [Request::Step { run: RunId(1) }],
        "a step holds a running simulation"
    );
    assert_eq!(client.state().phase, Phase::Paused);
    assert_eq!(client.reset(), [Request::Stop { run: RunId(1) }]);
    assert_eq!(
        (client.state().phase.clone(), charge(&client)),
        (Phase::Idle, None)
    );
    assert_eq!(client.pause(), []);
}

/// Both ends together: every request answered, drawn frames acknowledged, to the end of the run.
#[test]
fn client_and_server_bring_a_run_to_its_end() {
    let (mut client, mut server, now) =
        (Client::default(), Server::<Counting>::default(), clock(1.0));
    client.start(counting_to(95.0));
    let mut requests = client.spawned();
    let mut n_frames = 0;
    for _ in 0..100 {
        let mut events: Vec<Event> = requests
            .drain(..)
            .flat_map(|request| server.receive(request, &now))
            .collect();
        events.extend(server.slice(&now));
        for event in events {
            let is_frame = matches!(event, Event::Frame { .. });
            requests.extend(client.received(event));
            if is_frame {
                n_frames += 1;
                requests.extend(client.drawn());
            }
        }
        assert!(!client.tick());
    }
    assert_eq!(client.state().phase, Phase::Finished);
    let charges: Vec<f64> = client
        .state()
        .probes
        .iter()
        .map(|probe| probe.charge_c_m2)
        .collect();
    assert_eq!(
        charges,
        (1..=95).map(f64::from).collect::<Vec<_>>(),
        "no step is lost or told twice"
    );
    assert!(n_frames > 5, "{n_frames}");
    assert_eq!(client.state().summary.as_ref().unwrap().state_hash, 95);
}
