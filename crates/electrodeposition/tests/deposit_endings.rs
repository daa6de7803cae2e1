//! Runs and half-cycles that end before their charge: what they leave must keep Faraday's law, and be numbers.
//! Here because random cases end so more often than the cases that people think of.
//! Must not know: how a step is taken.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::case::Case;
use electrodeposition::constants::{CHARGE_NUMBER, FARADAY_C_MOL, ZINC_MOLAR_VOLUME_M3_MOL};
use electrodeposition::deposit::{Deposit, DepositError, Outcome};

fn start(case: &Case) -> Deposit {
    Deposit::new(&case.clone().validate().unwrap()).unwrap()
}

/// Metal against the charge, over all that was plated or stripped; less is round-off of the window's area.
fn check_charge(deposit: &Deposit, case: &Case) {
    let seen = deposit.observe();
    let all_c_m2 = seen.plated_charge_c_m2.max(seen.stripped_charge_c_m2);
    let all_m2 = all_c_m2 * case.deposit.width_m * ZINC_MOLAR_VOLUME_M3_MOL
        / (CHARGE_NUMBER * FARADAY_C_MOL);
    let round_off_m2 = 1e-13 * case.deposit.width_m * case.deposit.width_m;
    assert!(
        seen.charge_error.abs() <= 1e-9 || (seen.charge_error * all_m2).abs() <= round_off_m2,
        "charge missed by {:e} after {} steps",
        seen.charge_error,
        seen.n_steps
    );
}

/// Nuclei smaller than a cell on rough foil: stripping ends when too little is left for one more step. Distances used to
/// be put right before that was found, and the metal of that turn was off by 3e-4 of the charge.
#[test]
fn a_turn_for_want_of_metal_keeps_the_charge_and_counts_as_a_step() {
    let mut case = Case::default();
    (case.deposit.n_cells, case.deposit.width_m) = (64, 1e-3);
    (case.deposit.nuclei, case.deposit.nucleus_radius_m) = (389, 25e-9);
    (
        case.deposit.foil_thickness_m,
        case.deposit.initial_roughness_m,
    ) = (50e-6, 4e-6);
    (
        case.operation.areal_charge_c_m2,
        case.operation.n_half_cycles,
    ) = (2e5, 14);
    case.run.max_steps = 40;
    let mut deposit = start(&case);
    let (mut n_calls, mut n_early) = (0, 0);
    while !deposit.is_finished() {
        let report = deposit.step().unwrap();
        n_calls += 1;
        n_early += u32::from(report.dt_s == 0.0);
        check_charge(&deposit, &case);
    }
    let seen = deposit.observe();
    println!("{n_calls} calls, {n_early} turns without a step: {seen:?}");
    assert!(n_early > 0);
    assert_eq!((n_calls, seen.n_steps), (40, 40));
    assert_eq!(deposit.outcome(), Some(Outcome::StepLimit));
}

/// Hydrogen that takes more than the whole current dissolves the nuclei while "plating"; it used to eat the foil, too.
#[test]
fn hydrogen_may_dissolve_all_nuclei_but_not_the_foil() {
    let mut case = Case::default();
    (case.deposit.n_cells, case.deposit.hydrogen) = (64, 1);
    case.hydrogen.exchange_current_density_a_m2 = 1e-3;
    case.hydrogen.tafel_slope_v = 0.12;
    case.operation.current_density_a_m2 = 1.0;
    case.operation.areal_charge_c_m2 = 3.6e5;
    let mut deposit = start(&case);
    while !deposit.is_finished() {
        deposit.step().unwrap();
        check_charge(&deposit, &case);
    }
    let seen = deposit.observe();
    println!("{:?}: {seen:?}", deposit.outcome());
    assert_eq!(deposit.outcome(), Some(Outcome::MetalUsedUp));
    assert!(seen.stripped_charge_c_m2 > 0.0 && seen.plated_charge_c_m2 == 0.0);
    // Ratios over no current at all are no numbers; the observation says one, or none.
    assert!(seen.hot_spot_ratio.is_finite());
    let lowest_m = deposit
        .front()
        .map(|piece| piece.start_m[1])
        .fold(f64::INFINITY, f64::min);
    assert!(lowest_m > 3.9e-6, "the foil sank to {lowest_m:e} m");
}

/// Metal far thinner than a cell cannot be taken from a rough foil by moving its front. The run stops, and shows the
/// state before the step that failed; it used to show the one after, with 21 times the metal.
#[test]
fn a_run_that_gives_up_shows_its_last_good_state() {
    let case: Case = toml::from_str(
        "[electrolyte]
        concentration_mol_m3 = 261.5514074666365
        conductivity_s_m = 0.45581624869407006
        temperature_k = 353.15
        transport_activation_energy_j_mol = 55686.565695161786
        [kinetics]
        exchange_current_density_a_m2 = 144.115141396014
        cathodic_alpha_z = 0.6794003769338095
        anodic_alpha_z = 1.7999998589940327
        surface_energy_j_m2 = 0.5737490283333633
        concentration_exponent = 1.828369733166191
        reference_concentration_mol_m3 = 119.21568902297672
        activation_energy_j_mol = 48051.67509081101
        [coating]
        thickness_m = 5.649033634459556e-5
        conductivity_s_m = 0.001151005727210993
        pinholes = 14
        pinhole_width_m = 8.245497908830864e-6
        conformality = 0.8487516121591735
        stiffness_pressure_pa = 6257593285.5813675
        adhesion_pa = 940966581.8606863
        [operation]
        current_density_a_m2 = 0.6046776532538354
        areal_charge_c_m2 = 36.0
        n_half_cycles = 37
        [deposit]
        n_cells = 64
        width_m = 0.0006229705717596783
        nuclei = 399
        nucleus_radius_m = 1e-8
        foil_thickness_m = 0.00018689117152790346
        initial_roughness_m = 6.199043108350208e-6
        orientation_spread_rad = 0.20982837065259666
        edge_basal_ratio = 18.013348122303128
        [run]
        seed = 6750284476717707",
    )
    .unwrap();
    let mut deposit = start(&case);
    let mut failure = None;
    while failure.is_none() && !deposit.is_finished() {
        failure = deposit.step().err();
        check_charge(&deposit, &case);
    }
    println!("{failure:?}: {:?}", deposit.observe());
    assert!(
        matches!(
            failure,
            Some(DepositError::ShiftTooLarge { .. } | DepositError::VolumeResidual { .. })
        ),
        "{failure:?}"
    );
    assert_eq!(deposit.step().err(), failure);
    assert!(deposit.observe().voltage_v.is_finite());
}

/// A starved surface has no potential, so nothing resists there; JSON knows no infinity.
#[test]
fn a_starved_surface_has_no_least_resistance() {
    let mut case = Case::default();
    (case.deposit.n_cells, case.deposit.starved_length_m) = (64, 1e-6);
    assert_eq!(start(&case).observe().least_resistance_cells, None);
    case.deposit.starved_length_m = 0.0;
    assert!(start(&case).observe().least_resistance_cells.unwrap() > 0.0);
}
