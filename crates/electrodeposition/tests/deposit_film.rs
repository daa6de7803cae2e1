//! Films with a thickness, a pressure or electrons of their own: what each does to the deposit.
//! Here because the same film calms a deposit or roughens it, depending on whether it follows the metal.
//! Must not know: how the film is kept.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::case::Case;
use electrodeposition::constants::{CHARGE_NUMBER, FARADAY_C_MOL, ZINC_MOLAR_VOLUME_M3_MOL};
use electrodeposition::deposit::{Deposit, DepositObservation};

fn run(case: &Case) -> Deposit {
    let mut deposit = Deposit::new(&case.clone().validate().unwrap()).unwrap();
    while !deposit.is_finished() {
        deposit.step().unwrap();
    }
    let end = deposit.observe();
    assert!(end.charge_error.abs() < 1e-8, "{:e}", end.charge_error);
    deposit
}

fn end(case: &Case) -> DepositObservation {
    run(case).observe()
}

fn rough_foil(mah_cm2: f64) -> Case {
    let mut case = Case::default();
    (case.deposit.nuclei, case.deposit.initial_roughness_m) = (0, 0.3e-6);
    case.operation.areal_charge_c_m2 = mah_cm2 * 3.6e4;
    case
}

fn with_film(mut case: Case, thickness_m: f64, conductivity_s_m: f64, conformality: f64) -> Case {
    case.coating.thickness_m = thickness_m;
    case.coating.conductivity_s_m = conductivity_s_m;
    case.coating.conformality = conformality;
    case
}

/// Growth of roughness in the first 0.3 mA h cm⁻², before a rigid film is crossed: bare, under a film that follows the
/// metal, and under one that does not.
#[test]
fn rigid_and_conformal_films_have_opposite_signs() {
    // A poor electrolyte, so that bare zinc shows its own instability.
    let mut bare = rough_foil(0.3);
    bare.electrolyte.conductivity_s_m = 0.5;
    bare.kinetics.exchange_current_density_a_m2 = 100.0;
    let growth = |case: &Case| {
        let first = Deposit::new(&case.clone().validate().unwrap()).unwrap();
        end(case).roughness_rq_m / first.observe().roughness_rq_m
    };
    let none = growth(&bare);
    let follows = growth(&with_film(bare.clone(), 2e-6, 0.05, 1.0));
    let rigid = growth(&with_film(bare.clone(), 2e-6, 0.05, 0.0));
    println!("roughness grows by {none:.5} bare, {follows:.5} conformal, {rigid:.5} rigid");
    assert!(none > 1.0 && follows < none && rigid > none);
}

#[test]
fn a_rough_rigid_film_breaks_out_and_a_conformal_one_does_not() {
    let rigid = end(&with_film(rough_foil(6.0), 5e-6, 2e-3, 0.0));
    let worse = end(&with_film(rough_foil(6.0), 10e-6, 1e-3, 0.0));
    let follows = end(&with_film(rough_foil(6.0), 5e-6, 2e-3, 1.0));
    println!(
        "Rq after 6 mA h cm⁻²: rigid 5 µm {:.2} µm, rigid 10 µm at 1e-3 S/m {:.2} µm, conformal {:.3} µm (prototype 2.5, 5.6, 0.23)",
        rigid.roughness_rq_m * 1e6,
        worse.roughness_rq_m * 1e6,
        follows.roughness_rq_m * 1e6
    );
    assert!(rigid.roughness_rq_m > 1e-6 && worse.roughness_rq_m > rigid.roughness_rq_m);
    assert!(follows.roughness_rq_m < 0.35e-6);
}

/// Half a conformality must lie between.
#[test]
fn conformality_is_a_scale() {
    let at = |chi| end(&with_film(rough_foil(3.0), 5e-6, 2e-3, chi)).roughness_rq_m;
    let (rigid, half, most) = (at(0.0), at(0.5), at(0.95));
    let mut whole = with_film(rough_foil(3.0), 5e-6, 2e-3, 1.0);
    whole.coating.has_thickness = 1;
    let whole = end(&whole).roughness_rq_m;
    println!(
        "Rq {rigid:.3e} at 0, {half:.3e} at 0.5, {most:.3e} at 0.95, {whole:.3e} at 1 with its thickness"
    );
    assert!(rigid > half && half > most && most > whole);
}

/// In a layer not much thinner than the hills are wide, current that can spread along it feeds them, and a better way
/// across weakens the field that they reach into.
#[test]
fn under_a_thick_film_across_up_calms_and_along_up_roughens() {
    // A reaction so easy that it does not hide what the film does.
    let at = |across: f64, along: f64, chi: f64| {
        let mut case = with_film(rough_foil(0.5), 5e-6, across, chi);
        case.kinetics.exchange_current_density_a_m2 = 100.0;
        case.coating.anisotropy = along / across;
        case.coating.has_thickness = 1;
        end(&case).roughness_rq_m
    };
    for chi in [0.0, 1.0] {
        let (base, across, along) = (at(0.05, 0.05, chi), at(0.5, 0.05, chi), at(0.05, 0.5, chi));
        println!(
            "χ {chi}: Rq {:.4} µm, {:.4} with ten times σ⊥, {:.4} with ten times σ∥",
            base * 1e6,
            across * 1e6,
            along * 1e6
        );
        assert!(across < base && along > base);
    }
}

/// The default of one leaves every bit as it was, and a film without a thickness has no directions.
#[test]
fn directions_act_only_where_a_film_has_a_thickness() {
    let hash = |chi: f64, anisotropy: f64| {
        let mut case = with_film(rough_foil(0.2), 5e-6, 0.05, chi);
        case.coating.anisotropy = anisotropy;
        run(&case).state_hash()
    };
    assert_eq!(hash(1.0, 1.0), hash(1.0, 10.0));
    assert_ne!(hash(0.0, 1.0), hash(0.0, 10.0));
}

/// The preconditioner smooths point by point, which strong directions could defeat.
#[test]
fn strong_directions_cost_a_bounded_number_of_iterations() {
    for anisotropy in [0.01, 1.0, 100.0] {
        let mut case = with_film(rough_foil(0.2), 20e-6, 0.02, 0.0);
        (case.deposit.n_cells, case.coating.anisotropy) = (256, anisotropy);
        let mut deposit = Deposit::new(&case.clone().validate().unwrap()).unwrap();
        let mut most = 0;
        for _ in 0..5 {
            most = most.max(deposit.step().unwrap().n_cg_iterations);
        }
        println!("σ∥/σ⊥ {anisotropy}: at most {most} iterations a step");
        assert!(most < 200);
    }
}

/// Through holes of a rigid film metal grows necks and caps.
#[test]
fn pinholes_of_a_rigid_film_grow_caps() {
    let mut case = with_film(rough_foil(10.0), 5e-6, 2e-3, 0.0);
    case.deposit.initial_roughness_m = 0.0;
    (case.coating.pinholes, case.coating.pinhole_width_m) = (2, 2e-6);
    let seen = end(&case);
    println!(
        "Rq {:.2} µm, tip {:.2} against mean {:.2} µm, {} voids (prototype: Rq 3.3 µm, necks, caps and voids)",
        seen.roughness_rq_m * 1e6,
        seen.tip_height_m * 1e6,
        seen.mean_height_m * 1e6,
        seen.n_voids
    );
    assert!(seen.roughness_rq_m > 1e-6);
}

/// A resolved film and a resistance of the same size cost the same voltage on a flat foil.
#[test]
fn a_flat_film_with_a_thickness_is_its_resistance() {
    let mut case = with_film(Case::default(), 5e-6, 2e-2, 1.0);
    case.deposit.nuclei = 0;
    let first = |case: &Case| {
        Deposit::new(&case.clone().validate().unwrap())
            .unwrap()
            .observe()
    };
    let lumped = first(&case).voltage_v;
    let mut resolved = case.clone();
    resolved.coating.has_thickness = 1;
    let mut rigid = case.clone();
    rigid.coating.conformality = 0.0;
    // The layer stands where the electrolyte stood before.
    let electrolyte_v =
        case.operation.current_density_a_m2 * 5e-6 / case.electrolyte.conductivity_s_m;
    for (name, layer) in [("conformal", first(&resolved)), ("rigid", first(&rigid))] {
        let error = layer.voltage_v + electrolyte_v - lumped;
        println!(
            "{name}: {:.6} V against {lumped:.6} V",
            layer.voltage_v + electrolyte_v
        );
        assert!(error.abs() < 1e-3 * (lumped - 0.1), "{error:e}");
    }
}

/// 47 mV a gigapascal, and never more than the bond holds.
#[test]
fn a_stiff_film_adds_its_pressure_as_far_as_its_bond_holds() {
    let mut case = with_film(Case::default(), 1e-6, 1e-2, 1.0);
    case.deposit.nuclei = 0;
    let voltage = |pressure_pa: f64, adhesion_pa: f64| {
        let mut case = case.clone();
        (case.coating.stiffness_pressure_pa, case.coating.adhesion_pa) = (pressure_pa, adhesion_pa);
        Deposit::new(&case.validate().unwrap())
            .unwrap()
            .observe()
            .voltage_v
    };
    let none = voltage(0.0, 1e9);
    let per_gpa = voltage(1e9, 1e9) - none;
    let bonded = voltage(1e9, 1e7) - none;
    let reference = ZINC_MOLAR_VOLUME_M3_MOL * 1e9 / (CHARGE_NUMBER * FARADAY_C_MOL);
    println!(
        "1 GPa costs {per_gpa:.6} V against {reference:.6} V; a bond of 10 MPa {bonded:.2e} V"
    );
    assert!((per_gpa - reference).abs() < 1e-6 && (bonded - 0.01 * reference).abs() < 1e-6);
}

/// Metal above the first film surface, as a share of what was plated.
fn share_above(deposit: &Deposit, height_m: f64) -> f64 {
    let (n, _) = deposit.n_cells();
    let rows_up = |row: usize| row as f64 * deposit.cell_size_m() > height_m;
    let level_set = deposit.signed_distance_m();
    let metal = (0..level_set.len()).filter(|k| rows_up(k / n) && level_set[*k] < 0.0);
    let cell_m2 = deposit.cell_size_m() * deposit.cell_size_m();
    metal.count() as f64 * cell_m2 / deposit.observe().plated_volume_m2
}

#[test]
fn zinc_plates_on_top_of_a_film_that_conducts_electrons() {
    let mut case = with_film(Case::default(), 6e-6, 1e-2, 1.0);
    case.deposit.nuclei = 0;
    case.operation.areal_charge_c_m2 = 2.0 * 3.6e4;
    let under = run(&case);
    case.coating.electronic_conductivity_s_m = 1.0;
    let on_top = run(&case);
    let film_top_m = case.deposit.foil_thickness_m + case.coating.thickness_m;
    let (below, above) = (
        share_above(&under, film_top_m),
        share_above(&on_top, film_top_m),
    );
    println!(
        "share of the plated metal above the film: {below:.3} insulating, {above:.3} conducting"
    );
    assert!(below == 0.0 && above > 0.9);
}
