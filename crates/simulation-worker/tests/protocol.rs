//! Every message there and back, and bytes that are none.
//! Here because a page must never fall over a message.
//! Must not know: gloo; its envelope is tested in a browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::case::Case;
use simulation_worker::{
    Checked, Event, Frame, Observation, PROTOCOL_VERSION, Packet, Picture, Probe, Request, RunId,
    Summary,
};

fn frame() -> Box<Frame> {
    Box::new(Frame {
        observation: Observation {
            time_s: 1.5,
            n_steps: 3,
            charge_c_m2: 150.0,
            voltage_v: 0.02,
            coulombic_efficiency: Some(0.999),
            ..Default::default()
        },
        steps_per_second: Some(123.4),
        picture: Picture {
            n_x: 128,
            n_y: 128,
            metal: vec![200; 128 * 128],
            mask: vec![Picture::FILM; 128 * 128],
        },
        probes: vec![
            Probe {
                time_s: 1.0,
                charge_c_m2: 100.0,
                voltage_v: f64::MIN_POSITIVE,
                cell_voltage_v: f64::MAX,
            };
            40
        ],
    })
}

fn requests() -> Vec<Request> {
    let run = RunId(u32::MAX);
    let mut case = Case::default();
    case.coating.thickness_m = 5e-6;
    case.run.seed = u64::MAX;
    vec![
        Request::Hello {
            version: PROTOCOL_VERSION,
        },
        Request::Start {
            run,
            case: Box::new(case),
        },
        Request::Step { run },
        Request::Pause { run },
        Request::Resume { run },
        Request::Credit { run },
        Request::Stop { run },
        Request::Check {
            run,
            name: "Sand's time, i > i_lim, t₊ 0.4".to_owned(),
        },
    ]
}

fn events() -> Vec<Event> {
    let run = RunId(3);
    let reason = "η left its range".to_owned();
    let summary = Summary {
        observation: frame().observation,
        end: "charge reached".to_owned(),
        state_hash: u64::MAX,
    };
    vec![
        Event::Ready {
            version: PROTOCOL_VERSION,
        },
        Event::WrongVersion { worker: 1, page: 2 },
        Event::Refused {
            run,
            errors: vec![reason.clone(), String::new()],
        },
        Event::Started { run },
        Event::Frame {
            run,
            frame: frame(),
        },
        Event::Finished {
            run,
            summary,
            frame: frame(),
        },
        Event::Failed {
            run,
            reason: reason.clone(),
            time_s: 0.1,
            frame: frame(),
        },
        Event::Checked {
            run,
            name: "ω(k)".to_owned(),
            outcome: Checked::Compared {
                reference: -0.0,
                computed: f64::MIN_POSITIVE,
                pass: true,
            },
        },
        Event::Checked {
            run,
            name: String::new(),
            outcome: Checked::NotComputed {
                reason: reason.clone(),
            },
        },
        Event::Checked {
            run,
            name: String::new(),
            outcome: Checked::Unknown,
        },
        Event::Crashed {
            reason: reason.clone(),
        },
        Event::Unreadable { reason },
    ]
}

#[test]
fn every_message_comes_back_as_it_went() {
    for request in requests() {
        assert_eq!(
            Packet::seal(&request).unwrap().open::<Request>().unwrap(),
            request
        );
    }
    for event in events() {
        assert_eq!(
            Packet::seal(&event).unwrap().open::<Event>().unwrap(),
            event
        );
    }
}

#[test]
fn a_cut_or_longer_message_is_an_error_and_no_panic() {
    for event in events() {
        let bytes = Packet::seal(&event).unwrap().bytes().to_vec();
        for len in (0..bytes.len()).step_by(1 + bytes.len() / 200) {
            let cut = Packet::from_bytes(bytes[..len].to_vec());
            assert!(
                cut.open::<Event>().is_err(),
                "{len} of {} bytes",
                bytes.len()
            );
        }
        let longer = Packet::from_bytes([bytes, vec![0]].concat());
        assert!(longer.open::<Event>().is_err());
    }
    let error = Packet::from_bytes(vec![250]).open::<Request>().unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("a message between page and worker could not be read")
    );
}

/// The handshake is read by every version there will be: these bytes never change.
#[test]
fn the_handshake_is_frozen() {
    assert_eq!(
        Packet::seal(&Request::Hello { version: 5 })
            .unwrap()
            .bytes(),
        [0, 5]
    );
    assert_eq!(
        Packet::seal(&Event::Ready { version: 5 }).unwrap().bytes(),
        [0, 5]
    );
    assert_eq!(
        Packet::seal(&Event::WrongVersion { worker: 5, page: 6 })
            .unwrap()
            .bytes(),
        [1, 5, 6]
    );
}

#[test]
fn a_frame_is_little_more_than_its_picture() {
    let bytes = Packet::seal(&Event::Frame {
        run: RunId(1),
        frame: frame(),
    })
    .unwrap()
    .bytes()
    .len();
    let picture = 2 * 128 * 128;
    assert!(
        (picture..picture + 2000).contains(&bytes),
        "{bytes} bytes for a picture of {picture}"
    );
}
