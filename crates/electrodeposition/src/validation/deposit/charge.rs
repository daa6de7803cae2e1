//! Validation of charge: plated volume, the volume if it were not held, current through the front.
//! Here because a volume that is brought to Faraday's law needs checks that the bringing cannot fulfil by itself.
//! Must not know: how the volume is held.

use super::run_to_end;
use crate::case::Case;
use crate::constants::{CHARGE_NUMBER, FARADAY_C_MOL, ZINC_MOLAR_VOLUME_M3_MOL};
use crate::validation::{Compared, Tolerance, ValidationCase};

pub(in crate::validation) static CASES: &[ValidationCase] = &[
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

fn rough_foil() -> Case {
    let mut case = Case::default();
    (case.deposit.nuclei, case.deposit.initial_roughness_m) = (0, 0.3e-6);
    case
}
