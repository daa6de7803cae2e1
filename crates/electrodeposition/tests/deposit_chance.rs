//! New nuclei, cracks and healing: their rates, and that they repeat.
//! Here because what comes by chance must still come at the rate that is stated.
//! Must not know: how places are drawn.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// References and picks need not have the same bits on every platform.
#![allow(clippy::disallowed_methods)]

use electrodeposition::case::Case;
use electrodeposition::deposit::{Deposit, FrontLabel};

fn start(case: &Case) -> Deposit {
    Deposit::new(&case.clone().validate().unwrap()).unwrap()
}

fn finish(case: &Case) -> Deposit {
    let mut deposit = start(case);
    while !deposit.is_finished() {
        deposit.step().unwrap();
        let now = deposit.observe();
        assert!(now.charge_error.abs() < 1e-8, "{:e}", now.charge_error);
    }
    deposit
}

fn sparse_nuclei(rate_m_s: f64) -> Case {
    let mut case = Case::default();
    (case.deposit.nuclei, case.deposit.nucleus_radius_m) = (1, 0.8e-6);
    case.deposit.nucleation_barrier_v = 0.0;
    case.deposit.nucleation_rate_m_s = rate_m_s;
    case.operation.areal_charge_c_m2 = 0.3 * 3.6e4;
    case
}

/// Nuclei of twelve seeds against a rate on the free length of foil as it shrinks.
fn come_at(case: &mut Case, rate_m_s: f64) {
    let (mut expected, mut came) = (0.0, 0);
    for seed in 0..12 {
        case.run.seed = seed;
        let mut deposit = start(case);
        while !deposit.is_finished() {
            let before = deposit.observe().coverage;
            let dt_s = deposit.step().unwrap().dt_s;
            let covered = 0.5 * (before + deposit.observe().coverage);
            let free_m = (1.0 - covered) * case.deposit.width_m;
            expected += rate_m_s * free_m * dt_s;
        }
        came += deposit.observe().n_nucleated;
    }
    let off = (f64::from(came) - expected) / expected.sqrt();
    println!("{came} nuclei against {expected:.1}: {off:.2} standard deviations");
    assert!(expected > 100.0 && off.abs() < 3.0);
}

/// Without a barrier nuclei come at J₀ for each metre of free foil.
#[test]
fn nuclei_come_at_the_stated_rate() {
    come_at(&mut sparse_nuclei(2e3), 2e3);
}

/// Affinity multiplies that rate by exp(E/E₀) under a film, as is assumed, and does nothing without one.
#[test]
fn affinity_makes_more_nuclei_on_a_film_alone() {
    for (thickness_m, factor) in [(0.0, 1.0), (1e-7, 1_f64.exp().powi(2))] {
        let mut case = sparse_nuclei(2e3 / factor);
        (case.coating.thickness_m, case.coating.conductivity_s_m) = (thickness_m, 0.1);
        case.coating.zinc_affinity_ev = 0.5;
        come_at(&mut case, 2e3);
    }
}

/// A higher overpotential makes more nuclei: exp(−(η_N/η)²).
#[test]
fn a_higher_overpotential_makes_more_nuclei() {
    let count = |current_a_m2: f64| {
        let mut case = Case::default();
        (case.deposit.nuclei, case.deposit.nucleus_radius_m) = (2, 0.8e-6);
        case.deposit.nucleation_barrier_v = 0.3;
        case.deposit.nucleation_rate_m_s = 1e6;
        case.operation.current_density_a_m2 = current_a_m2;
        case.operation.areal_charge_c_m2 = 0.2 * 3.6e4;
        finish(&case).observe().n_nucleated
    };
    let (few, many) = (count(20.0), count(500.0));
    println!("{few} nuclei at 2 mA cm⁻², {many} at 50, for the same charge");
    assert!(many > few);
}

/// A film on scallops is stretched; a flat one is not.
#[test]
fn a_film_cracks_where_the_front_strains_it() {
    let mut case = Case::default();
    (case.coating.thickness_m, case.coating.conductivity_s_m) = (1e-6, 1e-3);
    case.coating.crack_strain = 0.05;
    case.operation.areal_charge_c_m2 = 3.0 * 3.6e4;
    let bumpy = finish(&case).observe();
    case.deposit.nuclei = 0;
    let flat = finish(&case).observe();
    println!(
        "{} cracks on nuclei, {} on a flat foil",
        bumpy.n_cracks, flat.n_cracks
    );
    assert!(bumpy.n_cracks > 0);
    assert_eq!(flat.n_cracks, 0);
}

fn open_share(deposit: &Deposit) -> f64 {
    let (mut open, mut all) = (0.0, 0.0);
    for piece in deposit.front() {
        let length = (piece.start_m[0] - piece.end_m[0]).hypot(piece.start_m[1] - piece.end_m[1]);
        all += length;
        if piece.label == FrontLabel::Pinhole {
            open += length;
        }
    }
    open / all
}

/// df/dt = creation − f/τ: repair bounds what cracks open.
#[test]
fn repair_bounds_defects() {
    let mut case = Case::default();
    (case.coating.thickness_m, case.coating.conductivity_s_m) = (1e-6, 1e-3);
    case.coating.crack_strain = 0.05;
    case.operation.areal_charge_c_m2 = 4.0 * 3.6e4;
    let left_open = open_share(&finish(&case));
    case.coating.healing_time_s = 60.0;
    let repaired = open_share(&finish(&case));
    println!("open share {left_open:.3} without repair, {repaired:.3} with τ = 60 s");
    assert!(left_open > 2.0 * repaired);
}

/// Without cracks, holes close as exp(−t/τ): 64 cells a hole, one life time.
#[test]
fn holes_heal_in_their_time() {
    let mut case = Case::default();
    case.deposit.nuclei = 0;
    (case.coating.thickness_m, case.coating.conductivity_s_m) = (1e-6, 1.0);
    (case.coating.pinholes, case.coating.pinhole_width_m) = (4, 12e-6);
    case.operation.areal_charge_c_m2 = 0.2 * 3.6e4;
    let time_s = case.operation.areal_charge_c_m2 / case.operation.current_density_a_m2;
    case.coating.healing_time_s = time_s;
    let first = open_share(&start(&case));
    let last = open_share(&finish(&case));
    let reference = (-1.0_f64).exp();
    println!(
        "{:.3} of the holes are left after τ, against {reference:.3}",
        last / first
    );
    // 96 cells: a standard deviation of 5 %.
    assert!((last / first - reference).abs() < 0.15);
}

#[test]
fn chance_repeats() {
    let mut case = Case::default();
    case.deposit.edge_basal_ratio = 3.0;
    case.deposit.orientation_spread_rad = 0.2;
    (
        case.deposit.nucleation_rate_m_s,
        case.deposit.nucleation_barrier_v,
    ) = (3e3, 0.05);
    (case.coating.thickness_m, case.coating.conductivity_s_m) = (1e-6, 1e-3);
    (case.coating.crack_strain, case.coating.healing_time_s) = (0.1, 100.0);
    case.operation.areal_charge_c_m2 = 2.0 * 3.6e4;
    let (one, other) = (finish(&case), finish(&case));
    println!(
        "{:016x}: {} nuclei and grains, {} cracks",
        one.state_hash(),
        one.observe().n_nucleated,
        one.observe().n_cracks
    );
    assert_eq!(one.state_hash(), other.state_hash());
    case.run.seed = 2;
    assert_ne!(finish(&case).state_hash(), one.state_hash());
}
