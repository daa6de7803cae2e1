//! Validation cases on request: their order, their end, a cancel between two of them, and death under one.
//! Here because a case cannot be interrupted, so what is late must be known as late.
//! Must not know: what the cases compute; gloo.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use electrodeposition::validation::cases;
use simulation_worker::{
    CheckOrder, Checked, Client, Event, Growth, PROTOCOL_VERSION, Phase, Request, RunId, Server,
};
use support::{Counting, clock, counting_to};

const READY: Event = Event::Ready {
    version: PROTOCOL_VERSION,
};

fn ready() -> Client {
    let mut client = Client::default();
    client.spawned();
    client.received(READY);
    client
}

/// Each may take a hundred ticks.
fn orders(names: &[&str]) -> Vec<CheckOrder> {
    let order = |name: &&str| CheckOrder {
        name: (*name).to_owned(),
        patience_ticks: 100,
    };
    names.iter().map(order).collect()
}

fn check(run: u32, name: &str) -> Request {
    Request::Check {
        run: RunId(run),
        name: name.to_owned(),
    }
}

fn checked(run: u32, name: &str) -> Event {
    Event::Checked {
        run: RunId(run),
        name: name.to_owned(),
        outcome: Checked::Unknown,
    }
}

fn done(client: &Client) -> Vec<&str> {
    let done = &client.state().checks.done;
    done.iter().map(|(name, _)| name.as_str()).collect()
}

#[test]
fn cases_are_asked_for_one_at_a_time_and_in_order() {
    let mut client = Client::default();
    assert_eq!(client.check(orders(&["one", "three", "unknown"])), []);
    assert_eq!(client.state().phase, Phase::Starting);
    client.spawned();
    let mut requests = client.received(READY);
    let mut server = Server::<Counting>::default();
    let mut order = Vec::new();
    while let Some(request) = requests.pop() {
        assert_eq!(requests, [], "one at a time");
        assert_eq!(client.state().phase, Phase::Running);
        order.push(client.state().checks.under_way.clone().unwrap());
        for event in server.receive(request, &clock(1.0)) {
            requests.extend(client.received(event));
        }
    }
    assert_eq!(order, ["one", "three", "unknown"]);
    let checks = &client.state().checks;
    assert_eq!((checks.done.len(), checks.n_asked), (3, 3));
    assert_eq!(checks.under_way, None);
    let compared = |computed, pass| Checked::Compared {
        reference: 3.0,
        computed,
        pass,
    };
    let outcomes: Vec<_> = checks.done.iter().map(|(_, outcome)| outcome).collect();
    assert_eq!(
        outcomes,
        [
            &compared(3.0, true),
            &compared(5.0, false),
            &Checked::Unknown
        ]
    );
    assert_eq!(client.state().phase, Phase::Finished);
    assert!(
        (0..1000).all(|_| !client.tick()),
        "nothing is owed any more"
    );
}

#[test]
fn a_cancel_keeps_what_is_done_and_drops_what_comes_late() {
    let mut client = ready();
    assert_eq!(client.check(orders(&["a", "b", "c"])), [check(1, "a")]);
    assert_eq!(client.received(checked(1, "a")), [check(1, "b")]);
    assert_eq!(client.cancel_checks(), []);
    assert_eq!(client.state().phase, Phase::Idle);
    assert_eq!(client.state().checks.under_way, None);
    assert!(
        (0..1000).all(|_| !client.tick()),
        "nobody waits for the row"
    );
    assert_eq!(client.received(checked(1, "b")), [], "late");
    assert_eq!(done(&client), ["a"]);
    // The same worker goes on, and nothing late is taken for something new.
    assert_eq!(client.check(orders(&["c"])), [check(3, "c")]);
    assert_eq!(done(&client), [""; 0]);
    assert_eq!(client.received(checked(1, "b")), []);
    assert_eq!(done(&client), [""; 0]);
    client.received(checked(3, "c"));
    assert_eq!(client.state().phase, Phase::Finished);
}

#[test]
fn a_cancel_before_the_worker_has_loaded_asks_for_nothing() {
    let mut client = Client::default();
    client.check(orders(&["a"]));
    client.spawned();
    client.cancel_checks();
    assert_eq!(client.received(READY), []);
    assert_eq!(client.state().phase, Phase::Idle);
}

#[test]
fn a_case_may_take_its_time_and_a_dead_worker_keeps_what_was_done() {
    let mut client = ready();
    client.check(orders(&["a", "b"]));
    client.received(checked(1, "a"));
    assert_eq!((0..1000).position(|_| client.tick()), Some(99));
    assert!(matches!(client.state().phase, Phase::Dead { .. }));
    assert_eq!(done(&client), ["a"]);
    assert_eq!(client.state().checks.under_way, None);
    assert!(client.needs_worker());
}

#[test]
fn a_run_on_the_same_worker_is_left_as_it_is() {
    let mut server = Server::<Counting>::default();
    let now = clock(1.0);
    let case = Box::new(counting_to(100.0));
    let run = RunId(1);
    server.receive(Request::Start { run, case }, &now);
    assert_eq!(server.receive(check(2, "one"), &now).len(), 1);
    assert!(server.is_running());
}

/// The engine's own cases, by their names, with the bits that the engine gives.
#[test]
fn a_case_of_the_engine_is_found_by_its_name() {
    let mut server = Server::<Growth>::default();
    let case = cases().next().unwrap();
    let row = case.run().unwrap();
    let answer = |server: &mut Server<Growth>, name: &str| {
        let mut events = server.receive(check(1, name), &clock(1.0));
        match events.pop() {
            Some(Event::Checked { outcome, .. }) => outcome,
            other => panic!("{other:?}"),
        }
    };
    let Checked::Compared { computed, pass, .. } = answer(&mut server, case.name) else {
        panic!("{} was not compared", case.name);
    };
    assert_eq!(computed.to_bits(), row.computed.to_bits());
    assert!(pass);
    assert_eq!(answer(&mut server, "no such row"), Checked::Unknown);
}
