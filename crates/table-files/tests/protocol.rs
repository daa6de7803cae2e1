//! Every message there and back, the frozen handshake, and the page's rules.
//! Here because a page must never fall over a message, nor wait for ever.
//! Must not know: gloo; what files hold.
#![cfg(feature = "server")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explorer::Format;
use support::{answers, write};
use table_files::{
    Answer, Client, FileFormat, JobId, Outcome, PATIENCE_TICKS, PROTOCOL_VERSION, Phase, Request,
};
use worker_envelope::Packet;

const CSV: FileFormat = FileFormat::Text(Format::Csv);

fn said_to(packet: &Packet) -> Vec<Packet> {
    let said = answers(packet.open().unwrap());
    said.iter()
        .map(|answer| Packet::seal(answer).unwrap())
        .collect()
}

/// A client with a worker of this build, and the order that it then sent.
fn at_work() -> (Client, Packet) {
    let mut client = Client::default();
    assert!(client.ask(write(CSV)).is_none(), "it waits for a worker");
    assert!(client.needs_worker());
    let hello = client.spawned().unwrap();
    let turn = client.received(&said_to(&hello)[0]);
    (client, turn.send.expect("the order goes out"))
}

fn told(client: &mut Client, answer: &Answer) {
    client.received(&Packet::seal(answer).unwrap());
}

#[test]
fn the_handshake_is_frozen() {
    assert_eq!(
        Packet::seal(&Request::Hello { version: 5 })
            .unwrap()
            .bytes(),
        [0, 5]
    );
    assert_eq!(
        Packet::seal(&Answer::Ready { version: 5 }).unwrap().bytes(),
        [0, 5]
    );
    let wrong = Answer::WrongVersion { worker: 6, page: 5 };
    assert_eq!(Packet::seal(&wrong).unwrap().bytes(), [1, 6, 5]);
}

#[test]
fn every_message_comes_back_and_cut_ones_are_refused() {
    for format in FileFormat::ALL {
        let request = Request::Do {
            job: JobId(u32::MAX),
            order: Box::new(write(format)),
        };
        let packet = Packet::seal(&request).unwrap();
        assert_eq!(packet.open::<Request>().unwrap(), request);
        let cut = Packet::from_bytes(packet.bytes()[..packet.bytes().len() - 1].to_vec());
        assert!(cut.open::<Request>().is_err());
    }
}

#[test]
fn an_order_waits_for_its_worker_and_comes_to_an_outcome() {
    let (mut client, order) = at_work();
    let mut outcome = None;
    for packet in said_to(&order) {
        outcome = client.received(&packet).outcome.or(outcome);
    }
    assert!(matches!(outcome, Some(Outcome::File(bytes)) if bytes.starts_with(b"# title")));
    assert_eq!(client.phase(), &Phase::Idle);
    // The worker stays: the next order goes out at once.
    assert!(client.ask(write(CSV)).is_some() && !client.needs_worker());
}

#[test]
fn another_version_a_crash_or_noise_is_a_visible_death_and_trying_again_lives() {
    let version = PROTOCOL_VERSION + 1;
    let refused = answers(Request::Hello { version });
    assert_eq!(
        refused,
        [Answer::WrongVersion {
            worker: PROTOCOL_VERSION,
            page: version
        }]
    );
    let page = 1;
    let deaths = [
        Answer::Ready { version },
        Answer::WrongVersion {
            worker: version,
            page,
        },
        Answer::Crashed {
            reason: "a fault".to_owned(),
        },
        Answer::Unreadable {
            reason: "noise".to_owned(),
        },
    ];
    for death in deaths {
        let (mut client, order) = at_work();
        told(&mut client, &death);
        assert!(
            matches!(client.phase(), Phase::Dead { reason } if !reason.is_empty()),
            "{death:?}"
        );
        assert!(client.ask(write(CSV)).is_none() && client.needs_worker());
        let hello = client.spawned().unwrap();
        let sent = client.received(&said_to(&hello)[0]).send;
        let order_again = sent.expect("the order goes out");
        assert_ne!(order_again, order, "another job");
    }
    let (mut client, _) = at_work();
    client.received(&Packet::from_bytes(vec![250]));
    assert!(matches!(client.phase(), Phase::Dead { .. }));
}

#[test]
fn silence_is_death_only_where_an_answer_is_owed() {
    let (mut client, order) = at_work();
    for _ in 1..PATIENCE_TICKS {
        assert!(!client.tick());
    }
    let job = JobId(1);
    told(
        &mut client,
        &Answer::Progress {
            job,
            n_done: 1,
            n_all: 3,
        },
    );
    assert_eq!(
        client.phase(),
        &Phase::Working {
            n_done: 1,
            n_all: 3
        }
    );
    for _ in 1..PATIENCE_TICKS {
        assert!(!client.tick(), "progress is a sign of life");
    }
    assert!(client.tick());
    assert!(matches!(client.phase(), Phase::Dead { .. }));
    let (mut idle, _) = at_work();
    for packet in said_to(&order) {
        idle.received(&packet);
    }
    for _ in 0..PATIENCE_TICKS * 2 {
        assert!(!idle.tick());
    }
}

#[test]
fn a_cancelled_order_is_forgotten_with_its_worker_and_late_answers_are_dropped() {
    let (mut client, order) = at_work();
    assert!(client.cancel(), "the worker is to be let go");
    assert_eq!(client.phase(), &Phase::Idle);
    for packet in said_to(&order) {
        let turn = client.received(&packet);
        assert!(turn.outcome.is_none() && turn.send.is_none());
    }
    assert!(client.ask(write(CSV)).is_none() && client.needs_worker());
    assert!(!Client::default().cancel(), "there was nothing to let go");
}

#[test]
fn an_order_that_cannot_be_carried_out_leaves_the_worker_alive() {
    let (mut client, _) = at_work();
    let job = JobId(1);
    told(
        &mut client,
        &Answer::Refused {
            job,
            reason: "no entry".to_owned(),
        },
    );
    assert!(matches!(client.phase(), Phase::Refused { .. }));
    assert!(client.ask(write(CSV)).is_some());
}
