//! The deposit's field solve against closed forms: hot spots at pinholes, growth of small waves, series resistance.
//! Here because a current distribution that looks right can be wrong by the thickness of a cell.
//! Must not know: how the field is discretised.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// References and picks need not have the same bits on every platform.
#![allow(clippy::disallowed_methods)]

use electrodeposition::case::Case;
use electrodeposition::constants::{CHARGE_NUMBER, FARADAY_C_MOL, ZINC_MOLAR_VOLUME_M3_MOL};
use electrodeposition::deposit::{Deposit, FrontLabel};
use electrodeposition::kinetics::ButlerVolmer;
use std::f64::consts::TAU;

/// Symmetric kinetics with a charge-transfer resistance, driven so weakly that they are linear.
fn linear_case(n_cells: u32, width_m: f64, conductivity_s_m: f64, resistance_ohm_m2: f64) -> Case {
    let mut case = Case::default();
    (case.kinetics.cathodic_alpha_z, case.kinetics.anodic_alpha_z) = (0.5, 0.5);
    let volts_per_e_fold = 1.0 / ButlerVolmer::of(&case).f_per_v;
    case.kinetics.exchange_current_density_a_m2 = volts_per_e_fold / resistance_ohm_m2;
    case.electrolyte.conductivity_s_m = conductivity_s_m;
    (
        case.deposit.n_cells,
        case.deposit.width_m,
        case.deposit.nuclei,
    ) = (n_cells, width_m, 0);
    case.operation.current_density_a_m2 = 0.5;
    case
}

/// i_pin/i_mean = (1/R_ct)/(φ/R_ct + (1 − φ)/(R_ct + R_c)) where the electrolyte's resistance does not matter.
#[test]
fn pinhole_hot_spot_follows_the_parallel_resistances() {
    let (width_m, charge_transfer) = (64e-6, 2.5e-4);
    for (pinhole_m, film_ohm_m2, printed) in [
        (2e-6, 25e-4, 8.381),
        (2e-6, 100e-4, 18.222),
        (10e-6, 100e-4, 5.655),
    ] {
        let mut case = linear_case(128, width_m, 20.0, charge_transfer);
        case.coating.thickness_m = 1e-6;
        case.coating.conductivity_s_m = 1e-6 / film_ohm_m2;
        (case.coating.pinholes, case.coating.pinhole_width_m) = (1, pinhole_m);
        let applied = case.operation.current_density_a_m2;
        let deposit = Deposit::new(&case.validate().unwrap()).unwrap();
        let (mut current, mut length) = (0.0, 0.0);
        for piece in deposit
            .front()
            .filter(|piece| piece.label == FrontLabel::Pinhole)
        {
            let piece_m = piece.end_m[0] - piece.start_m[0];
            current += piece.current_density_a_m2 * piece_m.abs();
            length += piece_m.abs();
        }
        let phi = pinhole_m / width_m;
        let reference = 1.0
            / charge_transfer
            / (phi / charge_transfer + (1.0 - phi) / (charge_transfer + film_ohm_m2));
        let computed = current / length / applied;
        println!(
            "R_c {film_ohm_m2} Ω m², w {pinhole_m} m: i_pin/i_mean {computed:.4} against {reference:.4}"
        );
        assert!(
            (reference - printed).abs() < 1e-3,
            "the formula gives {reference}"
        );
        assert!((computed / reference - 1.0).abs() < 0.01);
    }
}

/// Volume per charge of zinc, m³ C⁻¹.
fn volume_per_charge() -> f64 {
    ZINC_MOLAR_VOLUME_M3_MOL / (CHARGE_NUMBER * FARADAY_C_MOL)
}

/// (E − Γk²) Y/(1 + R Y) with Y = κ k tanh kH, A m⁻³: current of a wave over its amplitude.
fn wave_response(case: &Case, k: f64, above_m: f64, resistance_ohm_m2: f64) -> f64 {
    let kappa = case.electrolyte.conductivity_s_m;
    let admittance = kappa * k * (k * above_m).tanh();
    let field = case.operation.current_density_a_m2 / kappa;
    let gamma = case.kinetics.surface_energy_j_m2 * volume_per_charge();
    (field - gamma * k * k) * admittance / (1.0 + resistance_ohm_m2 * admittance)
}

/// Component of the front's current (per width) and of its height along cos kx, A m⁻² and m.
fn wave_of_front(deposit: &Deposit, width_m: f64, k: f64) -> (f64, f64) {
    let (mut current, mut height) = (0.0, 0.0);
    for piece in deposit.front() {
        let (x, y) = (
            0.5 * (piece.start_m[0] + piece.end_m[0]),
            0.5 * (piece.start_m[1] + piece.end_m[1]),
        );
        let weight = 2.0 / width_m * (piece.end_m[0] - piece.start_m[0]).abs() * (k * x).cos();
        current += weight * piece.current_density_a_m2;
        height += weight * y;
    }
    (current, height)
}

#[test]
fn small_waves_grow_at_the_theoretical_rate() {
    let (n_cells, width_m, kappa) = (128_u32, 1e-3, 0.5);
    let wavelength_m = 32.0 * width_m / f64::from(n_cells);
    let k = TAU / wavelength_m;
    for (k_wagner, film_share) in [(0.3, 0.0), (3.0, 0.0), (30.0, 0.0), (3.0, 0.5)] {
        let resistance = k_wagner / (k * kappa);
        let mut case = linear_case(n_cells, width_m, kappa, resistance * (1.0 - film_share));
        if film_share > 0.0 {
            case.coating.thickness_m = 1e-6;
            case.coating.conductivity_s_m = 1e-6 / (resistance * film_share);
        }
        let (mean_m, amplitude_m) = (0.31 * width_m, 0.01 * wavelength_m);
        let valid = case.clone().validate().unwrap();
        let deposit =
            Deposit::with_shape(&valid, |x, y| y - mean_m - amplitude_m * (k * x).cos()).unwrap();
        let (current, height) = wave_of_front(&deposit, width_m, k);
        let reference = wave_response(&case, k, width_m - mean_m, resistance);
        let computed = current / height;
        println!(
            "kL_W {k_wagner}, film share {film_share}, 32 cells: {computed:.4e} A m⁻³ against {reference:.4e}: {:.4}",
            computed / reference
        );
        assert!((computed / reference - 1.0).abs() < 0.05);
    }
}

/// The wave keeps growing as theory says while the front moves ten cells: d(ln a)/dt summed along the way.
#[test]
fn a_moving_wave_grows_at_the_theoretical_rate() {
    let (n_cells, width_m, kappa) = (128_u32, 1e-3, 0.5);
    let wavelength_m = 64.0 * width_m / f64::from(n_cells);
    let k = TAU / wavelength_m;
    for k_wagner in [0.3, 3.0] {
        let resistance = k_wagner / (k * kappa);
        let mut case = linear_case(n_cells, width_m, kappa, resistance);
        let advance_m = 10.0 * width_m / f64::from(n_cells);
        case.operation.areal_charge_c_m2 = advance_m / volume_per_charge();
        let (mean_m, amplitude_m) = (0.2 * width_m, 0.004 * wavelength_m);
        let valid = case.clone().validate().unwrap();
        let mut deposit =
            Deposit::with_shape(&valid, |x, y| y - mean_m - amplitude_m * (k * x).cos()).unwrap();
        let first = wave_of_front(&deposit, width_m, k).1;
        let mut reference = 0.0;
        while !deposit.is_finished() {
            let mean_now_m = mean_m + deposit.observe().mean_height_m;
            let dt_s = deposit.step().unwrap().dt_s;
            reference += dt_s
                * volume_per_charge()
                * wave_response(&case, k, width_m - mean_now_m, resistance);
        }
        let computed = (wave_of_front(&deposit, width_m, k).1 / first).ln();
        println!(
            "kL_W {k_wagner}, 64 cells: ln(a/a0) {computed:.4} against {reference:.4}: {:.4}",
            computed / reference
        );
        assert!((computed / reference - 1.0).abs() < 0.04);
    }
}

/// Flat front under a film: the voltage is η + iR_film + iH/κ, each known.
#[test]
fn flat_film_voltage_is_a_sum() {
    let mut case = Case::default();
    case.deposit.nuclei = 0;
    (case.coating.thickness_m, case.coating.conductivity_s_m) = (5e-6, 2e-3);
    let applied = case.operation.current_density_a_m2;
    let deposit = Deposit::new(&case.clone().validate().unwrap()).unwrap();
    let front_m = deposit.front().next().unwrap().start_m[1];
    let law = ButlerVolmer::of(&case);
    let above_m = case.deposit.width_m - front_m;
    let reference = -law.overpotential_v(applied)
        + applied * (5e-6 / 2e-3 + above_m / case.electrolyte.conductivity_s_m);
    let computed = deposit.observe().voltage_v;
    println!("voltage {computed:.9} V against {reference:.9} V");
    assert!((computed / reference - 1.0).abs() < 1e-6);
}
