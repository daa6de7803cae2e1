//! Salt that diffuses to the front: closed forms on a flat foil, no dendrites below the limiting current, fingers on a
//! surface that is starved.
//! Here because "dendrites" are said to need a depleted solution, and only one kind of depletion grows them.
//! Must not know: how salt and potential are solved together.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// References and picks need not have the same bits on every platform.
#![allow(clippy::disallowed_methods)]

use electrodeposition::case::Case;
use electrodeposition::constants::{CHARGE_NUMBER, FARADAY_C_MOL};
use electrodeposition::deposit::{Deposit, DepositError, DepositObservation, DepositWarning};
use electrodeposition::kinetics::ButlerVolmer;

fn case() -> Case {
    let mut case = Case::default();
    (case.deposit.nuclei, case.deposit.salt_transport) = (0, 1);
    case
}

/// zF D c₀/((1 − t₊) δ), A m⁻².
fn limiting_current(case: &Case) -> f64 {
    CHARGE_NUMBER
        * FARADAY_C_MOL
        * case.electrolyte.diffusivity_m2_s
        * case.electrolyte.concentration_mol_m3
        / ((1.0 - case.electrolyte.transference_number) * case.deposit.diffusion_layer_m)
}

fn start(case: &Case) -> Deposit {
    Deposit::new(&case.clone().validate().unwrap()).unwrap()
}

/// Salt falls linearly to c₀(1 − i/i_lim) at the front, and the voltage is kinetics there, the concentration's own
/// (2RT/zF)(1 − t₊) ln(c_s/c₀), and the electrolyte's drop.
#[test]
fn a_flat_foil_meets_its_closed_form() {
    for (share, exponent) in [(0.3, 1.0), (0.9, 1.0), (0.9, 0.5), (0.99, 1.0)] {
        let mut case = case();
        case.deposit.diffusion_layer_m = 200e-6;
        case.kinetics.concentration_exponent = exponent;
        case.operation.current_density_a_m2 = share * limiting_current(&case);
        let deposit = start(&case);
        let front_m = deposit.front().next().unwrap().start_m[1];
        let surface = 1.0 - share;
        let law = ButlerVolmer::of(&case).scaled(surface.powf(exponent));
        let current = case.operation.current_density_a_m2;
        let log_v = (1.0 - case.electrolyte.transference_number) / law.f_per_v * surface.ln();
        let reference = -law.overpotential_v(current) - log_v
            + current * (case.deposit.width_m - front_m) / case.electrolyte.conductivity_s_m;
        let seen = deposit.observe();
        println!(
            "i/i_lim {share}, n {exponent}: voltage {:.6} V against {reference:.6} V, {} Newton iterations",
            seen.voltage_v, seen.n_newton
        );
        assert!((seen.voltage_v / reference - 1.0).abs() < 1e-5);
    }
}

/// The same under a film, which adds i d/σ. A seek that only descends the exponential gave up where that is some volts.
#[test]
fn a_film_may_cost_any_voltage() {
    for film_v in [0.5, 5.0, 50.0, 500.0] {
        let mut case = case();
        case.deposit.diffusion_layer_m = 200e-6;
        case.operation.current_density_a_m2 = 0.9 * limiting_current(&case);
        let bare_v = start(&case).observe().voltage_v;
        case.coating.thickness_m = 1e-6;
        case.coating.conductivity_s_m =
            case.operation.current_density_a_m2 * case.coating.thickness_m / film_v;
        // The pressure of a film opposes plating, too; here there is none.
        case.coating.adhesion_pa = 0.0;
        let seen = start(&case).observe();
        println!(
            "film of {film_v} V: {:.6} V against {:.6} V, {} Newton iterations",
            seen.voltage_v,
            bare_v + film_v,
            seen.n_newton
        );
        assert!((seen.voltage_v / (bare_v + film_v) - 1.0).abs() < 1e-5);
    }
}

#[test]
fn a_current_above_the_limit_is_refused() {
    let mut case = case();
    case.deposit.diffusion_layer_m = 1e-3;
    case.operation.current_density_a_m2 = 1.05 * limiting_current(&case);
    let refused = Deposit::new(&case.validate().unwrap()).err();
    assert!(
        matches!(refused, Some(DepositError::AboveLimitingCurrent { .. })),
        "{refused:?}"
    );
}

fn finish(case: &Case) -> DepositObservation {
    let mut deposit = start(case);
    while !deposit.is_finished() {
        deposit.step().unwrap();
    }
    let end = deposit.observe();
    assert!(end.charge_error.abs() < 1e-8 && end.current_error.abs() < 1e-6);
    end
}

#[test]
fn a_galvanostat_below_the_limit_grows_no_dendrites() {
    let rough = [0.09, 0.69, 0.91, 0.99].map(|share| {
        let mut case = case();
        case.deposit.initial_roughness_m = 0.3e-6;
        // A layer long enough that 10 mA h cm⁻² hardly shorten it.
        case.deposit.diffusion_layer_m = 400e-6;
        case.operation.current_density_a_m2 = share * limiting_current(&case);
        case.operation.areal_charge_c_m2 = 10.0 * 3.6e4;
        let end = finish(&case);
        println!(
            "i/i_lim {share}: Rq {:.3} µm, tip {:.2} of mean {:.2} µm, least salt {:.3}",
            end.roughness_rq_m * 1e6,
            end.tip_height_m * 1e6,
            end.mean_height_m * 1e6,
            end.least_salt_share
        );
        end.roughness_rq_m
    });
    println!("prototype 0.27, 0.29, 0.37, 0.56 µm");
    assert!(rough.windows(2).all(|pair| pair[1] > pair[0]));
    assert!(rough[3] < 1e-6, "no dendrites");
}

#[test]
fn a_starved_surface_grows_fingers_and_says_what_it_is() {
    let mut case = Case::default();
    (case.deposit.nuclei, case.deposit.initial_roughness_m) = (0, 0.3e-6);
    case.deposit.starved_length_m = 1e-6;
    case.operation.areal_charge_c_m2 = 8.0 * 3.6e4;
    let mut starved = start(&case);
    assert!(
        starved
            .warnings()
            .any(|doubt| doubt == DepositWarning::Potentiostatic)
    );
    while !starved.is_finished() {
        starved.step().unwrap();
    }
    let fingers = starved.observe();
    case.deposit.starved_length_m = 0.0;
    let flat = finish(&case);
    println!(
        "starved: Rq {:.2} µm, tip {:.1} of mean {:.1} µm, dimension {:.2}, porosity {:.2}; galvanostatic: Rq {:.2} µm, dimension {:.2}, porosity {:.2}",
        fingers.roughness_rq_m * 1e6,
        fingers.tip_height_m * 1e6,
        fingers.mean_height_m * 1e6,
        fingers.box_dimension,
        fingers.porosity,
        flat.roughness_rq_m * 1e6,
        flat.box_dimension,
        flat.porosity
    );
    assert!(fingers.charge_error.abs() < 1e-8 && fingers.current_error.abs() < 1e-6);
    assert!(fingers.roughness_rq_m > 5.0 * flat.roughness_rq_m);
    assert!(fingers.porosity > flat.porosity && fingers.box_dimension > flat.box_dimension);
}

/// Flat: 1-D diffusion through the layer and the surface's own length, i = zF D c₀/((1 − t₊)(δ + ℓ)).
#[test]
fn a_flat_starved_surface_takes_what_diffuses() {
    let mut case = Case::default();
    (case.deposit.nuclei, case.deposit.starved_length_m) = (0, 5e-6);
    let reference = limiting_current(&case) * case.deposit.diffusion_layer_m
        / (case.deposit.diffusion_layer_m + case.deposit.starved_length_m);
    let computed = start(&case).observe().current_density_a_m2;
    println!("{computed:.6} A m⁻² against {reference:.6}");
    assert!((computed / reference - 1.0).abs() < 1e-6);
}
