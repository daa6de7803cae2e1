//! Deposit and cell behind the server: what is refused, what is drawn, and that every machine gets the same bits.
//! Here because this is the very run that a page starts.
//! Must not know: whether the physics is right; the engine's own tests do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "growth_hash/mod.rs"]
mod hash;

use electrodeposition::case::Case;
use hash::coated;
use simulation_worker::{Event, Growth, Model, Picture, Request, RunId, Server};

fn start(case: &Case) -> Growth {
    Growth::start(case).unwrap_or_else(|errors| panic!("{}", errors.join("\n")))
}

#[test]
fn two_hundred_steps_give_the_same_bits_natively() {
    hash::assert_the_same_bits();
}

#[test]
fn a_refusal_names_field_value_and_range() {
    let mut case = coated();
    case.coating.thickness_m = -1.0;
    case.operation.current_density_a_m2 = f64::NAN;
    let mut server = Server::<Growth>::default();
    let case = Box::new(case);
    let events = server.receive(
        Request::Start {
            run: RunId(1),
            case,
        },
        &|| 0.0,
    );
    let [Event::Refused { errors, .. }] = events.as_slice() else {
        panic!("{events:?}")
    };
    for part in [
        "coating.thickness_m = -1 m: allowed are ",
        "operation.current_density_a_m2 = NaN",
    ] {
        assert!(
            errors.iter().any(|error| error.contains(part)),
            "{errors:?}"
        );
    }
}

#[test]
fn the_picture_holds_as_much_metal_as_the_window() {
    let mut growth = start(&coated());
    let metal_height_m = |growth: &Growth| {
        let picture = growth.picture();
        let cells = picture
            .metal
            .iter()
            .map(|part| f64::from(*part))
            .sum::<f64>()
            / 255.0;
        let cell_m = Case::default().deposit.width_m / f64::from(picture.n_x);
        cells * cell_m / f64::from(picture.n_x)
    };
    let before_m = metal_height_m(&growth);
    for _ in 0..60 {
        growth.step().unwrap();
    }
    let drawn_m = metal_height_m(&growth) - before_m;
    // Faraday: Ω Q/(zF), with Ω = 9.16e-6 m³ mol⁻¹.
    let plated_m = 9.16e-6 * growth.observe().charge_c_m2 / (2.0 * 96_485.332);
    let error = drawn_m / plated_m - 1.0;
    println!("drawn {drawn_m:e} m, plated {plated_m:e} m");
    assert!(error.abs() < 0.02, "{error}");
}

#[test]
fn the_film_is_drawn_as_thick_as_it_is_and_opens_at_its_pinholes() {
    let picture = start(&coated()).picture();
    let n_x = picture.n_x as usize;
    let column = |i: usize, what: u8| {
        let cells = (0..picture.n_y as usize).map(|j| j * n_x + i);
        cells
            .filter(|&cell| picture.metal[cell] < 128 && picture.mask[cell] == what)
            .count()
    };
    // 2 µm of film on cells of 0.5 µm.
    let typical = (0..n_x)
        .filter(|&i| (3..=5).contains(&column(i, Picture::FILM)))
        .count();
    let open = (0..n_x)
        .filter(|&i| column(i, Picture::PINHOLE) > 0)
        .count();
    println!("{typical} columns under film, {open} open, of {n_x}");
    // Two pinholes of 8 cells each.
    assert!((14..=18).contains(&open), "{open}");
    assert!(typical >= n_x - 22, "{typical}");

    let bare = start(&Case::default()).picture();
    assert!(bare.mask.iter().all(|what| *what == Picture::OPEN));
}

/// The face of a rigid film stays where it was while metal grows into it; that of a film that follows rises.
#[test]
fn a_rigid_film_is_drawn_where_it_stays() {
    let faces = |conformality: f64| {
        let mut case = Case::default();
        case.deposit.nuclei = 0;
        case.deposit.initial_roughness_m = 3e-7;
        case.coating.thickness_m = 5e-6;
        case.coating.conductivity_s_m = 2e-3;
        case.coating.conformality = conformality;
        case.operation.areal_charge_c_m2 = 1e5;
        let mut growth = start(&case);
        let face = |growth: &Growth| {
            let picture = growth.picture();
            let n_x = picture.n_x as usize;
            let top = |i: usize| {
                let rows = (0..picture.n_y as usize).rev();
                rows.map(|j| j * n_x + i)
                    .position(|cell| picture.mask[cell] == Picture::FILM)
            };
            let tops: Vec<_> = (0..n_x).map(top).collect();
            (tops.iter().min().copied(), tops.iter().max().copied())
        };
        let first = face(&growth);
        // Half-way into the film.
        while !growth.is_finished() && growth.observe().mean_height_m < 2.5e-6 {
            growth.step().unwrap();
        }
        (first, face(&growth))
    };
    let (first, later) = faces(0.0);
    println!("rigid: rows above the film {first:?}, then {later:?}");
    assert_eq!(first.0, first.1, "the face is flat");
    assert_eq!(first, later, "and stays");
    let (first, later) = faces(1.0);
    println!("conformal: {first:?}, then {later:?}");
    assert!(later.1 < first.0, "pushed up");
    let (half_first, half) = faces(0.5);
    println!("half-way: {half_first:?}, then {half:?}");
    assert!(half.0 > later.0 && half.1 < half_first.0);
}

#[test]
fn a_run_ends_at_its_areal_charge() {
    let mut case = Case::default();
    case.deposit.n_cells = 64;
    case.operation.areal_charge_c_m2 = 360.0;
    let mut server = Server::<Growth>::default();
    let case = Box::new(case);
    server.receive(
        Request::Start {
            run: RunId(1),
            case,
        },
        &|| 0.0,
    );
    let events = server.slice(&|| 0.0);
    let [Event::Finished { summary, frame, .. }] = events.as_slice() else {
        panic!("{events:?}")
    };
    assert_eq!(summary.end, "the areal capacity is reached");
    assert_eq!(summary.observation.charge_c_m2, 360.0);
    assert_eq!(summary.observation.target_charge_c_m2, 360.0);
    assert_eq!(frame.probes.last().unwrap().charge_c_m2, 360.0);
    assert!(summary.observation.charge_error.abs() < 1e-10);
    assert!(frame.probes.iter().all(|probe| probe.voltage_v > 0.0));
}
