//! Stripping, half-cycles, dead zinc and hydrogen: what is paid for is plated or taken, and nothing else.
//! Here because a deposit that only grows tells nothing about the efficiency of a cell.
//! Must not know: how metal is followed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// References and picks need not have the same bits on every platform.
#![allow(clippy::disallowed_methods)]

use electrodeposition::case::Case;
use electrodeposition::constants::{CHARGE_NUMBER, FARADAY_C_MOL, ZINC_MOLAR_VOLUME_M3_MOL};
use electrodeposition::deposit::{Deposit, FrontLabel, Outcome};
use electrodeposition::kinetics::{ButlerVolmer, Hydrogen, zinc_equilibrium_potential_v};

fn start(case: &Case) -> Deposit {
    Deposit::new(&case.clone().validate().unwrap()).unwrap()
}

fn volume_m2(charge_c_m2: f64, case: &Case) -> f64 {
    ZINC_MOLAR_VOLUME_M3_MOL * charge_c_m2 * case.deposit.width_m / (CHARGE_NUMBER * FARADAY_C_MOL)
}

fn rough_foil() -> Case {
    let mut case = Case::default();
    (case.deposit.nuclei, case.deposit.initial_roughness_m) = (0, 0.3e-6);
    case.deposit.foil_thickness_m = 20e-6;
    case.operation.areal_charge_c_m2 = 2.0 * 3.6e4;
    case
}

/// Plated and stripped by turns, the net volume is nothing after an even number and one plating after an odd one.
#[test]
fn plate_and_strip_by_turns_keep_the_charge() {
    for n_half_cycles in [2, 3, 4] {
        let mut case = rough_foil();
        case.operation.n_half_cycles = n_half_cycles;
        let mut deposit = start(&case);
        let mut voltages = vec![];
        while !deposit.is_finished() {
            deposit.step().unwrap();
            let now = deposit.observe();
            assert!(now.charge_error.abs() < 1e-10 && now.current_error.abs() < 1e-6);
            voltages.push(now.voltage_v);
        }
        let end = deposit.observe();
        let net = f64::from(n_half_cycles % 2) * case.operation.areal_charge_c_m2;
        let one = volume_m2(case.operation.areal_charge_c_m2, &case);
        let error = (end.plated_volume_m2 - volume_m2(net, &case)) / one;
        println!(
            "{n_half_cycles} half-cycles, {} steps: net volume off by {error:.1e} of one; Rq {:.3} µm",
            end.n_steps,
            end.roughness_rq_m * 1e6
        );
        assert_eq!(deposit.outcome(), Some(Outcome::ChargeReached));
        assert_eq!(end.half_cycle + 1, n_half_cycles);
        assert!(error.abs() < 1e-10);
        assert!(voltages.iter().any(|v| *v < 0.0) && voltages.iter().any(|v| *v > 0.0));
    }
}

/// A flat foil recedes at Ωi/(zF) and asks for the anodic overpotential.
#[test]
fn a_flat_foil_recedes_at_the_anodic_rate() {
    let mut case = rough_foil();
    case.deposit.initial_roughness_m = 0.0;
    case.operation.n_half_cycles = 2;
    let mut deposit = start(&case);
    while deposit.observe().half_cycle == 0 {
        deposit.step().unwrap();
    }
    let before = deposit.observe();
    let law = ButlerVolmer::of(&case);
    let current = case.operation.current_density_a_m2;
    let front_m = deposit.front().next().unwrap().start_m[1];
    let above_m = case.deposit.width_m - front_m;
    let reference_v =
        -law.overpotential_v(-current) - current * above_m / case.electrolyte.conductivity_s_m;
    let dt_s = deposit.step().unwrap().dt_s;
    let speed = (before.mean_height_m - deposit.observe().mean_height_m) / dt_s;
    let reference = volume_m2(current, &case) / case.deposit.width_m;
    println!(
        "recedes at {speed:.6e} against {reference:.6e} m/s; voltage {:.6} against {reference_v:.6} V",
        before.voltage_v
    );
    assert!((speed / reference - 1.0).abs() < 1e-9);
    assert!((before.voltage_v / reference_v - 1.0).abs() < 1e-6);
}

/// Nuclei are taken away to the foil, which itself stays; the run ends when nothing is left to strip.
#[test]
fn stripping_nuclei_leaves_the_foil() {
    let mut case = Case::default();
    case.operation.n_half_cycles = 2;
    case.operation.areal_charge_c_m2 = 0.5 * 3.6e4;
    let mut deposit = start(&case);
    let lowest = |deposit: &Deposit| {
        deposit
            .front()
            .map(|piece| piece.start_m[1].min(piece.end_m[1]))
            .fold(f64::INFINITY, f64::min)
    };
    let foil_m = lowest(&deposit);
    while !deposit.is_finished() {
        deposit.step().unwrap();
    }
    let end = deposit.observe();
    println!(
        "{:?}: stripped {:.4} of what was plated, foil at {foil_m:.3e} m, lowest front {:.3e} m, coverage {:.3}",
        deposit.outcome(),
        end.stripped_charge_c_m2 / end.plated_charge_c_m2,
        lowest(&deposit),
        end.coverage
    );
    assert!(lowest(&deposit) > foil_m - 0.1 * deposit.cell_size_m());
    assert!(end.charge_error.abs() < 1e-9);
    assert!(end.stripped_charge_c_m2 > 0.9 * end.plated_charge_c_m2);
}

/// A mushroom's neck is thinner than its cap: stripped evenly, the neck goes first and the cap is cut off. Hydrogen
/// takes half of the plating current here and adds to the stripping one, so that more is stripped than was plated.
#[test]
fn metal_cut_off_from_the_foil_is_dead() {
    let mut case = Case::default();
    case.operation.current_density_a_m2 = 1.0;
    (case.operation.n_half_cycles, case.deposit.nuclei) = (2, 0);
    case.operation.areal_charge_c_m2 = 1.4 * 3.6e4;
    case.deposit.hydrogen = 1;
    case.hydrogen.exchange_current_density_a_m2 = 1.2e-5;
    let (width_m, cell_m) = (case.deposit.width_m, case.deposit.width_m / 128.0);
    // Foil, a neck three cells wide and a round cap.
    let mushroom = |x: f64, y: f64| {
        let (x, y) = ((x - 0.5 * width_m) / cell_m, y / cell_m);
        let foil = y - 20.5;
        let neck = (x.abs() - 1.7).max(y - 40.0);
        let cap = (x * x + (y - 50.0) * (y - 50.0)).sqrt() - 14.2;
        foil.min(neck).min(cap) * cell_m
    };
    let mut deposit = Deposit::with_shape(&case.clone().validate().unwrap(), mushroom).unwrap();
    while deposit.observe().half_cycle == 0 {
        deposit.step().unwrap();
    }
    assert_eq!(deposit.observe().dead_zinc_m2, 0.0);
    let mut worst: f64 = 0.0;
    let mut cut_off_m2 = None;
    let dead_front_a_m2 = |deposit: &Deposit| {
        let cap = deposit
            .front()
            .filter(|piece| piece.start_m[1] > 45.0 * cell_m);
        cap.map(|piece| piece.current_density_a_m2.abs())
            .fold(0.0, f64::max)
    };
    while !deposit.is_finished() {
        deposit.step().unwrap();
        let now = deposit.observe();
        worst = worst.max(now.charge_error.abs());
        if now.dead_zinc_m2 > 0.0 {
            assert_eq!(
                dead_front_a_m2(&deposit),
                0.0,
                "dead metal carries no current"
            );
            cut_off_m2.get_or_insert(now.dead_zinc_m2);
        }
    }
    let end = deposit.observe();
    println!(
        "cut off {cut_off_m2:?} m², at the end {:.4e} m² dead; charge error {worst:.1e}; plated {:.0}, stripped {:.0} C m⁻²",
        end.dead_zinc_m2, end.plated_charge_c_m2, end.stripped_charge_c_m2
    );
    let first = cut_off_m2.expect("the cap is cut off");
    assert!(
        (end.dead_zinc_m2 / first - 1.0).abs() < 0.02,
        "dead metal stays"
    );
    assert!(worst < 1e-9);
}

/// On a flat front hydrogen shares the current as at a single electrode; what it takes is not plated.
#[test]
fn hydrogen_takes_its_share() {
    let mut case = rough_foil();
    (case.deposit.initial_roughness_m, case.deposit.hydrogen) = (0.0, 1);
    case.hydrogen.exchange_current_density_a_m2 = 1e-4;
    let (law, hydrogen) = (ButlerVolmer::of(&case), Hydrogen::of(&case));
    let zero_v = zinc_equilibrium_potential_v(2000.0, 298.15);
    // i_Zn(η) + i_H(η) = I by bisection.
    let total = |eta: f64| law.current_a_m2(eta) + hydrogen.current_a_m2(zero_v + eta);
    let (mut low, mut high) = (-1.0, 0.0);
    for _ in 0..100 {
        let middle = 0.5 * (low + high);
        if total(middle) > case.operation.current_density_a_m2 {
            low = middle;
        } else {
            high = middle;
        }
    }
    let reference = hydrogen.current_a_m2(zero_v + low) / case.operation.current_density_a_m2;
    let mut deposit = start(&case);
    let first = deposit.observe().hydrogen_share;
    while !deposit.is_finished() {
        deposit.step().unwrap();
    }
    let end = deposit.observe();
    let zinc = (1.0 - reference) * case.operation.areal_charge_c_m2;
    println!(
        "hydrogen share {first:.6} against {reference:.6}; plated volume off by {:.1e}",
        end.plated_volume_m2 / volume_m2(zinc, &case) - 1.0
    );
    assert!((first / reference - 1.0).abs() < 1e-5);
    assert!((end.plated_volume_m2 / volume_m2(zinc, &case) - 1.0).abs() < 1e-6);
    assert!(end.charge_error.abs() < 1e-10);
}

/// Where the current is starved, as on foil between nuclei, hydrogen still is a part of the active front only.
#[test]
fn hydrogen_and_film_share_a_drop() {
    let mut case = Case::default();
    (case.deposit.nuclei, case.deposit.hydrogen) = (0, 1);
    (case.coating.thickness_m, case.coating.conductivity_s_m) = (5e-6, 2e-3);
    (case.coating.pinholes, case.coating.pinhole_width_m) = (1, 4e-6);
    let seen = start(&case).observe();
    assert!(
        start(&case)
            .front()
            .any(|piece| piece.label == FrontLabel::Pinhole)
    );
    println!(
        "share {:.2e}, current error {:.1e}",
        seen.hydrogen_share, seen.current_error
    );
    assert!(seen.current_error.abs() < 1e-6 && seen.hydrogen_share > 0.0);
}
