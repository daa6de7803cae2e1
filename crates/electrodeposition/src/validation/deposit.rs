//! Validation of the deposit where a number is known beforehand: hot spots at pinholes, plated volume, current balance.
//! Here because a shape that looks right proves nothing.
//! Must not know: the deposit's inner parts; it runs cases as a user does.

use super::{Compared, Tolerance, ValidationCase, ValidationError};
use crate::case::Case;
use crate::constants::{CHARGE_NUMBER, FARADAY_C_MOL, ZINC_MOLAR_VOLUME_M3_MOL};
use crate::deposit::{Deposit, FrontLabel};
use crate::kinetics::f_per_v;

const HOT_SPOT_REFERENCE: &str = "(1/R_ct)/(φ/R_ct + (1 − φ)/(R_ct + R_c)) by hand";

pub(super) static CASES: &[ValidationCase] = &[
    ValidationCase {
        name: "Hot spot at a pinhole, 2 of 64 µm, R_c/R_ct 10",
        reference: HOT_SPOT_REFERENCE,
        exercises: "deposit: field solve with film and pinhole, 128² cells",
        unit: "1",
        tolerance: Tolerance::Relative(1e-2),
        run: || {
            Ok(Compared {
                reference: 8.381,
                computed: hot_spot(2e-6, 25e-4)?,
            })
        },
    },
    ValidationCase {
        name: "Hot spot at a pinhole, 2 of 64 µm, R_c/R_ct 40",
        reference: HOT_SPOT_REFERENCE,
        exercises: "deposit: field solve with film and pinhole, 128² cells",
        unit: "1",
        tolerance: Tolerance::Relative(1e-2),
        run: || {
            Ok(Compared {
                reference: 18.222,
                computed: hot_spot(2e-6, 100e-4)?,
            })
        },
    },
    ValidationCase {
        name: "Hot spot at a pinhole, 10 of 64 µm, R_c/R_ct 40",
        reference: HOT_SPOT_REFERENCE,
        exercises: "deposit: field solve with film and pinhole, 128² cells",
        unit: "1",
        tolerance: Tolerance::Relative(1e-2),
        run: || {
            Ok(Compared {
                reference: 5.655,
                computed: hot_spot(10e-6, 100e-4)?,
            })
        },
    },
    ValidationCase {
        name: "Plated volume of a rough foil, 1 mA h cm⁻²",
        reference: "Ω Q/(zF) times the window's width",
        exercises: "deposit: moving front, whose volume is held to Faraday's law",
        unit: "m²",
        tolerance: Tolerance::Relative(1e-10),
        run: || {
            let case = rough_foil();
            let reference =
                ZINC_MOLAR_VOLUME_M3_MOL * case.operation.areal_charge_c_m2 * case.deposit.width_m
                    / (CHARGE_NUMBER * FARADAY_C_MOL);
            Ok(Compared {
                reference,
                computed: run_to_end(case)?.observe().plated_volume_m2,
            })
        },
    },
    ValidationCase {
        name: "The same volume if it were not held",
        reference: "no error",
        exercises: "deposit: moving front alone",
        unit: "1",
        tolerance: Tolerance::Absolute(1e-3),
        run: || {
            Ok(Compared {
                reference: 0.0,
                computed: run_to_end(rough_foil())?.observe().uncorrected_charge_error,
            })
        },
    },
    ValidationCase {
        name: "Current through the front over the imposed one, less one",
        reference: "no error",
        exercises: "deposit: Newton and multigrid",
        unit: "1",
        tolerance: Tolerance::Absolute(1e-6),
        run: || {
            Ok(Compared {
                reference: 0.0,
                computed: run_to_end(rough_foil())?.observe().current_error,
            })
        },
    },
];

/// Mean current density at a pinhole over the imposed one. R_ct is 2.5 Ω cm² and the drive so weak that kinetics are
/// linear; the electrolyte conducts well enough not to matter.
fn hot_spot(pinhole_width_m: f64, film_ohm_m2: f64) -> Result<f64, ValidationError> {
    let charge_transfer_ohm_m2 = 2.5e-4;
    let mut case = Case::default();
    (case.kinetics.cathodic_alpha_z, case.kinetics.anodic_alpha_z) = (0.5, 0.5);
    case.kinetics.exchange_current_density_a_m2 =
        1.0 / (f_per_v(case.electrolyte.temperature_k) * charge_transfer_ohm_m2);
    case.electrolyte.conductivity_s_m = 20.0;
    case.deposit.nuclei = 0;
    case.operation.current_density_a_m2 = 0.5;
    case.coating.thickness_m = 1e-6;
    case.coating.conductivity_s_m = case.coating.thickness_m / film_ohm_m2;
    (case.coating.pinholes, case.coating.pinhole_width_m) = (1, pinhole_width_m);
    let deposit = Deposit::new(&case.validate()?)?;
    let (mut current, mut length_m) = (0.0, 0.0);
    for piece in deposit
        .front()
        .filter(|piece| piece.label == FrontLabel::Pinhole)
    {
        // The foil is flat.
        let piece_m = (piece.end_m[0] - piece.start_m[0]).abs();
        current += piece.current_density_a_m2 * piece_m;
        length_m += piece_m;
    }
    Ok(current / length_m / 0.5)
}

fn rough_foil() -> Case {
    let mut case = Case::default();
    (case.deposit.nuclei, case.deposit.initial_roughness_m) = (0, 0.3e-6);
    case
}

fn run_to_end(case: Case) -> Result<Deposit, ValidationError> {
    let mut deposit = Deposit::new(&case.validate()?)?;
    while !deposit.is_finished() {
        deposit.step()?;
    }
    Ok(deposit)
}
