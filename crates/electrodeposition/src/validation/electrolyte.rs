//! Validation of a solution whose diffusivity and conductivity follow its concentration.
//! Here because Kirchhoff's transform gives the steady state of such a solution exactly.
//! Must not know: how salt is advanced; it runs cases as a user does.

use super::{Compared, Tolerance, ValidationCase, ValidationError};
use crate::case::Case;
use crate::cell::{Cell, CellObservation};
use crate::constants::{CHARGE_NUMBER, FARADAY_C_MOL};
use crate::limits::Separator;

pub(super) static CASES: &[ValidationCase] = &[
    ValidationCase {
        name: "Limiting current where D falls with concentration",
        reference: "zF D₀ y/((1 − t₊)βL), (e^y − 1)/y = 1 + βc₀",
        exercises: "cell: steady surface concentrations at half the limit, extrapolated",
        unit: "A m⁻²",
        tolerance: Tolerance::Relative(1e-6),
        run: || {
            let (case, half) = at_half_the_limit();
            let seen = steady(case)?;
            let spans = half.log_ratio
                / libm::log(
                    (1.0 + half.beta * seen.counter_surface_concentration_mol_m3)
                        / (1.0 + half.beta * seen.working_surface_concentration_mol_m3),
                );
            Ok(Compared {
                reference: half.limit_a_m2,
                computed: seen.current_density_a_m2 * spans,
            })
        },
    },
    ValidationCase {
        name: "Salt at the plating surface where D falls with concentration",
        reference: "((1 + βc₀)θ/(e^θ − 1) − 1)/β, θ = y/2",
        exercises: "cell: steady profile at half the limit, inventory",
        unit: "mol m⁻³",
        tolerance: Tolerance::Relative(2e-4),
        run: || {
            let (case, half) = at_half_the_limit();
            let theta = 0.5 * half.log_ratio;
            let mean = 1.0 + half.beta * case.electrolyte.concentration_mol_m3;
            let seen = steady(case)?;
            Ok(Compared {
                reference: (mean * theta / libm::expm1(theta) - 1.0) / half.beta,
                computed: seen.working_surface_concentration_mol_m3,
            })
        },
    },
    ValidationCase {
        name: "Ohmic drop where κ is proportional to salt",
        reference: "iL/κ ln 3 at half the limiting current",
        exercises: "cell: resistance of a steady profile",
        unit: "V",
        tolerance: Tolerance::Relative(2e-4),
        run: || {
            let mut case = Case::default();
            case.electrolyte.conductivity_exponent = 1.0;
            let separator = Separator::of(&case);
            let current_a_m2 = 0.5 * separator.limiting_current_a_m2();
            let reference =
                current_a_m2 * separator.thickness_m / separator.conductivity_s_m * libm::log(3.0);
            let seen = steady(for_long(case, current_a_m2))?;
            Ok(Compared {
                reference,
                computed: seen.separator_ohmic_drop_v,
            })
        },
    },
];

/// A case at half its limiting current, by hand.
struct HalfTheLimit {
    beta: f64,
    /// y = ln(1 + βc_L), c_L what the stripping side has at the limit.
    log_ratio: f64,
    limit_a_m2: f64,
}

/// D from 8.57e-10 m² s⁻¹ at infinite dilution to 3.6e-10 at 2 mol L⁻¹ in free solution without pores.
fn at_half_the_limit() -> (Case, HalfTheLimit) {
    let (dilute_m2_s, dense_m2_s, dense_mol_m3) = (8.57e-10, 3.6e-10, 2000.0);
    let mut case = Case::default();
    let beta = (dilute_m2_s / dense_m2_s - 1.0) / dense_mol_m3;
    case.electrolyte.diffusivity_m2_s = dense_m2_s;
    case.electrolyte.diffusivity_decline_m3_mol = beta;
    case.cell.separator_porosity = 1.0;
    // Newton for (e^y − 1)/y = 1 + βc₀, from above, where the left side is convex.
    let wanted = 1.0 + beta * dense_mol_m3;
    let mut log_ratio = 2.0 * beta * dense_mol_m3;
    for _ in 0..50 {
        let value = libm::expm1(log_ratio) - wanted * log_ratio;
        log_ratio -= value / (libm::exp(log_ratio) - wanted);
    }
    let per_mol = CHARGE_NUMBER * FARADAY_C_MOL / (1.0 - case.electrolyte.transference_number);
    let limit_a_m2 = per_mol * dilute_m2_s * log_ratio / (beta * case.cell.separator_thickness_m);
    let half = HalfTheLimit {
        beta,
        log_ratio,
        limit_a_m2,
    };
    (for_long(case, 0.5 * limit_a_m2), half)
}

/// Long enough to be steady: hours where diffusion takes minutes.
fn for_long(mut case: Case, current_a_m2: f64) -> Case {
    case.operation.current_density_a_m2 = current_a_m2;
    case.operation.areal_charge_c_m2 = 3.6e6;
    case.cell.counter_foil_m = 1e-3;
    case.surface.heterogeneity = 0.0;
    // The by-product of hydrogen would take salt, and no state would be steady.
    case.hydrogen.exchange_current_density_a_m2 = 1e-12;
    case
}

/// The end of one half-cycle.
fn steady(case: Case) -> Result<CellObservation, ValidationError> {
    let mut cell = Cell::new(&case.validate()?)?;
    while cell.ended().is_none() {
        cell.step()?;
    }
    Ok(cell.observe())
}
