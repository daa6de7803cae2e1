//! Salt diffusion: conservation, steady profile and order in time.
//! Here because the cell's voltage is only as right as its surface concentrations.
//! Must not know: how the equations are eliminated.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::case::Case;
use electrodeposition::cell::{Cell, EndReason};
use electrodeposition::coating::Film;
use electrodeposition::electrolyte::TransportLaw;
use electrodeposition::limits::Separator;
use electrodeposition::transport::{Boundary, Mesh, SaltDiffusion};

const D_M2_S: f64 = 3.6e-10;

#[test]
fn the_mesh_fills_the_separator_and_is_thin_at_both_ends() {
    let mesh = Mesh::graded(200e-6, 100);
    let total_m: f64 = mesh.widths_m().iter().sum();
    println!("total: computed {total_m:e}, reference 2e-4");
    assert!((total_m - 200e-6).abs() < 1e-18);
    let widths = mesh.widths_m();
    assert!(widths.iter().all(|width| *width > 0.0));
    assert!(widths[0] < 0.2 * widths[50] && (widths[0] - widths[99]).abs() < 1e-15);
}

#[test]
fn salt_grows_by_what_enters_at_both_ends() {
    let mut salt = SaltDiffusion::new(Mesh::graded(300e-6, 60), 0.7, D_M2_S, 1500.0);
    let before = salt.inventory_mol_m2();
    let ends = [Boundary::Flux(2e-3), Boundary::Flux(-5e-4)];
    let mut entered = 0.0;
    for step in 1..=500 {
        let dt_s = 0.01 * f64::from(step % 37 + 1);
        salt.step(dt_s, ends);
        entered += 1.5e-3 * dt_s;
    }
    let computed = salt.inventory_mol_m2() - before;
    println!("salt gained: computed {computed:.15e}, reference {entered:.15e} mol m⁻²");
    assert!(((computed - entered) / before).abs() < 1e-12);
}

#[test]
fn the_steady_profile_between_held_ends_is_a_straight_line() {
    let mut salt = SaltDiffusion::new(Mesh::graded(100e-6, 40), 0.9, D_M2_S, 700.0);
    let ends = [
        Boundary::Concentration(100.0),
        Boundary::Concentration(1900.0),
    ];
    for _ in 0..60 {
        salt.step(100.0, ends);
    }
    for (x, c) in salt
        .mesh()
        .centres_m()
        .iter()
        .zip(salt.concentration_mol_m3())
    {
        let line = 100.0 + 1800.0 * x / 100e-6;
        assert!((c - line).abs() < 1e-8 * line, "{c} against {line} at {x}");
    }
    let [near, far] = salt.fluxes_mol_m2_s(ends);
    let reference = D_M2_S * 1800.0 / 100e-6;
    println!("flux: computed {far:.12e}, reference {reference:.12e} mol m⁻² s⁻¹");
    assert!((far - reference).abs() < 1e-9 * reference && (near + far).abs() < 1e-9 * reference);
}

/// Error of the slowest mode after a fixed time, against many more steps.
fn error_with(n_steps: u32) -> f64 {
    let run = |n_steps: u32| {
        let mut salt = SaltDiffusion::new(Mesh::graded(200e-6, 50), 1.0, D_M2_S, 1000.0);
        // A lopsided start, let smooth itself so that the order is that of a smooth solution.
        for _ in 0..20 {
            salt.step(1.0, [Boundary::Flux(-3e-3), Boundary::Flux(3e-3)]);
        }
        for _ in 0..n_steps {
            salt.step(
                40.0 / f64::from(n_steps),
                [Boundary::Flux(0.0), Boundary::Flux(0.0)],
            );
        }
        salt.concentration_mol_m3()[25 - 13]
    };
    (run(n_steps) - run(4096)).abs()
}

#[test]
fn the_time_step_is_of_second_order() {
    let (coarse, fine) = (error_with(32), error_with(64));
    let order = libm::log2(coarse / fine);
    println!("order in time: computed {order:.3}, reference 2");
    assert!((order - 2.0).abs() < 0.2, "{order}");
}

/// Long steps from a jump, where the trapezoidal rule alone would swing about zero at the wall for ever.
#[test]
fn a_sudden_change_does_not_ring() {
    let mut salt = SaltDiffusion::new(Mesh::graded(200e-6, 100), 1.0, D_M2_S, 1000.0);
    let ends = [Boundary::Concentration(0.0), Boundary::Flux(0.0)];
    salt.step(20.0, ends);
    let lowest = salt
        .concentration_mol_m3()
        .iter()
        .copied()
        .fold(f64::INFINITY, f64::min);
    println!(
        "undershoot of the first step: {:.1} % of the jump",
        -lowest / 10.0
    );
    assert!(lowest > -30.0);
    salt.step(20.0, ends);
    let c = salt.concentration_mol_m3();
    assert!(
        c[0] > 0.0 && c.windows(2).all(|pair| pair[0] <= pair[1]),
        "{c:?}"
    );
}

#[test]
fn warmth_speeds_transport_by_arrhenius() {
    let mut case = Case::default();
    let cold = Separator::of(&case);
    case.electrolyte.temperature_k = 308.15;
    let warm = Separator::of(&case);
    // exp(18000/R (1/298.15 − 1/308.15)) = 1.2657.
    let ratio = warm.diffusivity_m2_s / cold.diffusivity_m2_s;
    println!("ten kelvin: computed {ratio:.5}, reference 1.2657");
    assert!((ratio - 1.2657).abs() < 2e-4);
    assert_eq!(warm.conductivity_s_m / cold.conductivity_s_m, ratio);
}

#[test]
fn a_film_has_its_own_limiting_current() {
    let mut case = Case::default();
    assert_eq!(Film::of(&case), None);
    case.coating.thickness_m = 10e-6;
    case.coating.conductivity_s_m = 0.1;
    let film = Film::of(&case).unwrap();
    // zF D c/((1 − t₊) d) = 192970.66 × 3.6e-11 × 2000/(0.6 × 1e-5) A m⁻².
    println!(
        "film limit: computed {:.6}, reference 2315.648 A m⁻²",
        film.limiting_current_a_m2()
    );
    assert!((film.limiting_current_a_m2() - 2315.648).abs() < 1e-3);
    let drop = film.concentration_drop_mol_m3(film.limiting_current_a_m2());
    assert!((drop - 2000.0).abs() < 1e-9);
    case.coating.transference_number = 1.0;
    let single_ion = Film::of(&case).unwrap();
    assert_eq!(single_ion.concentration_drop_mol_m3(500.0), 0.0);
    assert_eq!(single_ion.limiting_current_a_m2(), f64::INFINITY);
}

/// Narrow pores bring the limit down in proportion and raise the fall of salt by as much; wide ones do nothing.
#[test]
fn narrow_pores_bring_the_limiting_current_of_a_film_down() {
    let film = |porosity, pore_diameter_m| {
        let mut case = Case::default();
        (case.coating.thickness_m, case.coating.conductivity_s_m) = (10e-6, 0.1);
        (case.coating.porosity, case.coating.pore_diameter_m) = (porosity, pore_diameter_m);
        Film::of(&case.validate().unwrap()).unwrap()
    };
    let open = film(1.0, 0.0);
    let mut before = 0.0;
    for nm in [0.9, 1.5, 3.0, 10.0, 100.0, 999.0] {
        let narrow = film(1.0, nm * 1e-9);
        let share = narrow.limiting_current_a_m2() / open.limiting_current_a_m2();
        println!("pores of {nm} nm: {share:.5} of the limit of wide ones");
        assert!(share > before && share < 1.0);
        let fall = narrow.concentration_drop_mol_m3(1.0) / open.concentration_drop_mol_m3(1.0);
        assert!((fall * share - 1.0).abs() < 1e-12);
        before = share;
    }
    assert!(before > 0.99);
    // Both at once: 0.4^1.5 × 0.22605.
    let both = film(0.4, 3.0e-9).diffusivity_m2_s / open.diffusivity_m2_s;
    println!("porosity 0.4 and pores of 3.0 nm: {both:.6}");
    assert!((both - 0.252_982 * 0.226_05).abs() < 1e-5);
}

/// β that leads from 8.57e-10 m² s⁻¹ at infinite dilution to 3.6e-10 at 2 mol L⁻¹.
const DECLINE_M3_MOL: f64 = (8.57 / 3.6 - 1.0) / 2000.0;

fn declining() -> Case {
    let mut case = Case::default();
    case.electrolyte.diffusivity_decline_m3_mol = DECLINE_M3_MOL;
    case
}

#[test]
fn salt_is_kept_where_its_diffusivity_changes_with_it() {
    let law = TransportLaw::of(&declining());
    let mut salt = SaltDiffusion::with_law(Mesh::graded(300e-6, 60), 0.7, law, 1500.0);
    let before = salt.inventory_mol_m2();
    let ends = [Boundary::Flux(-2e-3), Boundary::Flux(2e-3)];
    for step in 1..=500 {
        salt.step(0.01 * f64::from(step % 37 + 1), ends);
    }
    let off = salt.inventory_mol_m2() / before - 1.0;
    println!("salt after 500 steps: off by {off:e}");
    assert!(off.abs() < 1e-12);
}

/// Between held ends Θ is a straight line, at every node and not only nearly.
#[test]
fn kirchhoffs_transform_of_a_steady_profile_is_a_straight_line() {
    let law = TransportLaw::of(&declining());
    let mut salt = SaltDiffusion::with_law(Mesh::graded(100e-6, 40), 1.0, law, 700.0);
    let ends = [
        Boundary::Concentration(0.0),
        Boundary::Concentration(3000.0),
    ];
    for _ in 0..100 {
        salt.step(100.0, ends);
    }
    let far = libm::log1p(DECLINE_M3_MOL * 3000.0);
    let mut worst = 0.0_f64;
    for (x, c) in salt
        .mesh()
        .centres_m()
        .iter()
        .zip(salt.concentration_mol_m3())
    {
        worst = worst.max((libm::log1p(DECLINE_M3_MOL * c) / (far * x / 100e-6) - 1.0).abs());
    }
    println!("ln(1 + βc): off a straight line by {worst:e}");
    assert!(worst < 1e-9);
}

/// With D taken at the start of a step alone the order would be 1.0. Thin volumes at the wall, which one step of this length
/// equalises many times over, keep it from 2.
#[test]
fn a_varying_diffusivity_keeps_most_of_the_order_in_time() {
    let law = TransportLaw::of(&declining());
    let end_mol_m3 = |n_steps: u32| {
        let mut salt = SaltDiffusion::with_law(Mesh::graded(200e-6, 50), 1.0, law, 2000.0);
        let ends = [Boundary::Flux(-5e-3), Boundary::Flux(5e-3)];
        // The start, where the surface goes with √t, is the same in all.
        for _ in 0..2000 {
            salt.step(0.01, ends);
        }
        for _ in 0..n_steps {
            salt.step(20.0 / f64::from(n_steps), ends);
        }
        salt.surfaces_mol_m3(ends)[0]
    };
    let ends: Vec<f64> = [40, 80, 160, 320].map(end_mol_m3).to_vec();
    let order = libm::log2(((ends[1] - ends[2]) / (ends[2] - ends[3])).abs());
    println!("surface {ends:?} mol m⁻³: order {order:.3}");
    assert!(order > 1.5);
}

/// The closed form stands between a current that runs for ever and one that runs out.
#[test]
fn the_limiting_current_of_a_varying_diffusivity_is_the_limit() {
    for (fraction, expected) in [
        (0.995, EndReason::Completed),
        (1.005, EndReason::SurfaceDepleted),
    ] {
        let mut case = declining();
        case.cell.separator_thickness_m = 400e-6;
        case.operation.current_density_a_m2 =
            fraction * Separator::of(&case).limiting_current_a_m2();
        case.operation.areal_charge_c_m2 = 3.6e6;
        case.cell.counter_foil_m = 1e-3;
        case.surface.heterogeneity = 0.0;
        case.hydrogen.exchange_current_density_a_m2 = 1e-12;
        let mut cell = Cell::new(&case.validate().unwrap()).unwrap();
        while cell.ended().is_none() {
            cell.step().unwrap();
        }
        println!("at {fraction} of the limit: {:?}", cell.ended());
        assert_eq!(cell.ended(), Some(expected));
    }
}
