//! The worker's rules, message by message.
//! Here because none of them needs a browser to be true.
//! Must not know: gloo.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use simulation_worker::{Event, Frame, PROTOCOL_VERSION, Request, RunId, Server};
use support::{Counting, clock, counting_to};

const RUN: RunId = RunId(7);

fn started(target: f64) -> Server<Counting> {
    let mut server = Server::default();
    let events = server.receive(
        Request::Start {
            run: RUN,
            case: Box::new(counting_to(target)),
        },
        &clock(1.0),
    );
    assert_eq!(events[0], Event::Started { run: RUN });
    assert_eq!(
        only_frame(&events[1..]).observation.n_steps,
        0,
        "the state before the first step is shown"
    );
    server
}

fn only_frame(events: &[Event]) -> &Frame {
    match events {
        [Event::Frame { run: RUN, frame }] => frame,
        other => panic!("not one frame: {other:?}"),
    }
}

#[test]
fn versions_are_compared_at_the_first_message() {
    let mut server = Server::<Counting>::default();
    let mut hello = |version| server.receive(Request::Hello { version }, &clock(1.0));
    assert_eq!(
        hello(PROTOCOL_VERSION),
        [Event::Ready {
            version: PROTOCOL_VERSION
        }]
    );
    assert_eq!(
        hello(99),
        [Event::WrongVersion {
            worker: PROTOCOL_VERSION,
            page: 99
        }]
    );
}

#[test]
fn a_slice_ends_with_its_time_and_frames_wait_for_credit() {
    let mut server = started(1000.0);
    let now = clock(1.0);
    // The clock moves 1 ms a reading, one reading a step: ten steps a slice.
    assert_eq!(server.slice(&now), [], "the first frame is not drawn yet");
    assert_eq!(server.slice(&now), []);
    let credited = server.receive(Request::Credit { run: RUN }, &now);
    let frame = only_frame(&credited);
    assert_eq!(frame.observation.n_steps, 20);
    assert_eq!(frame.probes.len(), 20, "no step is missing from the curve");
    assert_eq!(frame.steps_per_second, Some(1000.0));
    assert_eq!(
        server.receive(Request::Credit { run: RUN }, &now),
        [],
        "nothing new to show"
    );
    let events = server.slice(&now);
    assert_eq!(only_frame(&events).probes.len(), 10, "probes are sent once");
}

#[test]
fn pause_holds_step_advances_by_one_resume_goes_on() {
    let mut server = started(1000.0);
    let now = clock(1.0);
    assert!(server.is_running());
    server.receive(Request::Pause { run: RUN }, &now);
    assert!(!server.is_running());
    assert_eq!(server.slice(&now), []);
    server.receive(Request::Credit { run: RUN }, &now);
    for n_steps in 1..4 {
        let events = server.receive(Request::Step { run: RUN }, &now);
        assert_eq!(only_frame(&events).observation.n_steps, n_steps);
        server.receive(Request::Credit { run: RUN }, &now);
    }
    server.receive(Request::Resume { run: RUN }, &now);
    assert!(server.is_running());
    assert_eq!(only_frame(&server.slice(&now)).observation.n_steps, 13);
}

#[test]
fn the_end_needs_no_credit_and_leaves_the_worker_free() {
    let mut server = started(4.0);
    let events = server.slice(&clock(1.0));
    let [
        Event::Finished {
            run: RUN,
            summary,
            frame,
        },
    ] = events.as_slice()
    else {
        panic!("{events:?}")
    };
    assert_eq!(
        (
            summary.observation.n_steps,
            summary.state_hash,
            summary.end.as_str()
        ),
        (4, 4, "counted")
    );
    assert_eq!(frame.probes.len(), 4);
    assert!(!server.is_running());
    assert_eq!(
        server.receive(Request::Resume { run: RUN }, &clock(1.0)),
        []
    );
    assert!(!server.is_running(), "an ended run cannot be resumed");
}

#[test]
fn a_failure_is_told_with_the_last_good_state_and_the_next_run_starts() {
    let mut server = Server::<Counting>::default();
    let mut case = counting_to(1000.0);
    case.run.max_steps = 3;
    server.receive(
        Request::Start {
            run: RUN,
            case: Box::new(case),
        },
        &clock(1.0),
    );
    let events = server.slice(&clock(1.0));
    let [
        Event::Failed {
            run: RUN,
            reason,
            time_s,
            frame,
        },
    ] = events.as_slice()
    else {
        panic!("{events:?}")
    };
    assert_eq!(
        (reason.as_str(), *time_s, frame.observation.n_steps),
        ("the count ran out", 3.0, 3)
    );
    assert!(!server.is_running());
    let events = server.receive(
        Request::Start {
            run: RunId(8),
            case: Box::new(counting_to(2.0)),
        },
        &clock(1.0),
    );
    assert_eq!(events[0], Event::Started { run: RunId(8) });
}

#[test]
fn an_invalid_case_is_refused_and_ends_the_run_before() {
    let mut server = started(1000.0);
    let mut case = counting_to(10.0);
    case.run.seed = 0;
    let events = server.receive(
        Request::Start {
            run: RunId(8),
            case: Box::new(case),
        },
        &clock(1.0),
    );
    let errors = vec!["run.seed = 0 is not in 1..=9".to_owned()];
    assert_eq!(
        events,
        [Event::Refused {
            run: RunId(8),
            errors
        }]
    );
    assert!(!server.is_running());
}

#[test]
fn requests_about_another_run_do_nothing() {
    let mut server = started(1000.0);
    let now = clock(1.0);
    let late = RunId(6);
    for request in [
        Request::Pause { run: late },
        Request::Stop { run: late },
        Request::Step { run: late },
    ] {
        assert_eq!(server.receive(request, &now), []);
        assert!(server.is_running());
    }
    assert_eq!(server.receive(Request::Stop { run: RUN }, &now), []);
    assert!(!server.is_running());
}
