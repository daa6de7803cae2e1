//! Validation of the whole cell under constant current.
//! Here because Sand's time, limiting current and efficiency are what a reader knows a cell by.
//! Must not know: the cell's inner parts; it runs cases as a user does.

use super::{Compared, Tolerance, ValidationCase, ValidationError};
use crate::case::Case;
use crate::cell::{Cell, CellObservation, EndReason};
use crate::constants::{CHARGE_NUMBER, FARADAY_C_MOL};
use crate::kinetics::f_per_v;
use crate::limits::Separator;

pub(super) static CASES: &[ValidationCase] = &[
    ValidationCase {
        name: "Sand's time, 2 mol L⁻¹, 100 mA cm⁻²",
        reference: "πD[zF c₀/(2i(1 − t₊))]² by hand",
        exercises: "cell: depletion event, semi-infinite separator",
        unit: "s",
        tolerance: Tolerance::Relative(1e-3),
        run: || {
            Ok(Compared {
                reference: 116.9856,
                computed: time_to_depletion(0.4)?,
            })
        },
    },
    ValidationCase {
        name: "Exponent of Sand's time in 1 − t₊",
        reference: "−2",
        exercises: "cell: depletion event at t₊ 0.25 and 0.5",
        unit: "1",
        tolerance: Tolerance::Relative(1e-3),
        run: || {
            let (slow, fast) = (time_to_depletion(0.5)?, time_to_depletion(0.25)?);
            Ok(Compared {
                reference: -2.0,
                computed: libm::log(slow / fast) / libm::log(0.5 / 0.75),
            })
        },
    },
    ValidationCase {
        name: "Limiting current of the separator",
        reference: "2 zF D_eff c₀/((1 − t₊) L)",
        exercises: "cell: steady surface concentration at half the limit, extrapolated",
        unit: "A m⁻²",
        tolerance: Tolerance::Relative(1e-6),
        run: || {
            let (case, separator) = at_half_the_limit();
            let c0 = separator.concentration_mol_m3;
            let seen = steady(case)?;
            let fraction = 1.0 - seen.working_surface_concentration_mol_m3 / c0;
            let current_a_m2 = 0.5 * separator.limiting_current_a_m2();
            let reference = 2.0 * CHARGE_NUMBER * FARADAY_C_MOL * separator.diffusivity_m2_s * c0
                / ((1.0 - separator.transference_number) * separator.thickness_m);
            Ok(Compared {
                reference,
                computed: current_a_m2 / fraction,
            })
        },
    },
    ValidationCase {
        name: "Diffusion potential at half the limiting current",
        reference: "(2RT/zF)(1 − t₊) ln 3",
        exercises: "cell: steady concentration profile and voltage",
        unit: "V",
        tolerance: Tolerance::Relative(1e-6),
        run: || {
            let (case, separator) = at_half_the_limit();
            let f_per_v = f_per_v(case.electrolyte.temperature_k);
            let seen = steady(case)?;
            let reference = 2.0 * (1.0 - separator.transference_number) / (CHARGE_NUMBER * f_per_v)
                * libm::log(3.0);
            Ok(Compared {
                reference,
                computed: seen.diffusion_potential_v,
            })
        },
    },
    ValidationCase {
        name: "Salt after 40 half-cycles",
        reference: "as much as at the start",
        exercises: "cell: inventory",
        unit: "mol m⁻²",
        tolerance: Tolerance::Relative(1e-9),
        run: || {
            let mut case = Case::default();
            case.operation.n_half_cycles = 40;
            // Hot spots would bridge the separator before.
            case.surface.heterogeneity = 0.0;
            let cell = run_to(case, EndReason::Completed)?;
            let reference = cell.balance().initial_salt_mol_m2;
            Ok(Compared {
                reference,
                computed: cell.salt_inventory_mol_m2(),
            })
        },
    },
    ValidationCase {
        name: "Polarisation by a coating on one electrode, 1 µm, 0.01 mS cm⁻¹, 10 mA cm⁻²",
        reference: "i d/σ = 0.1 V",
        exercises: "cell: coated against bare, single-ion conductor",
        unit: "V",
        tolerance: Tolerance::Relative(1e-12),
        run: || {
            let bare = steady(Case::default())?;
            let mut case = Case::default();
            case.cell.coated_electrodes = 1;
            case.coating.thickness_m = 1e-6;
            case.coating.conductivity_s_m = 1e-3;
            case.coating.transference_number = 1.0;
            Ok(Compared {
                reference: 0.1,
                computed: steady(case)?.voltage_v - bare.voltage_v,
            })
        },
    },
    ValidationCase {
        name: "Coulombic efficiency, 0.25 mA cm⁻², default αz",
        reference: "hydrogen by hand from the two rate laws, one decimal of a percent",
        exercises: "cell: zinc and hydrogen share the current",
        unit: "1",
        tolerance: Tolerance::Absolute(5e-4),
        run: || {
            Ok(Compared {
                reference: 0.992,
                computed: efficiency(2.5, 0.5, 1.5)?,
            })
        },
    },
    ValidationCase {
        name: "Coulombic efficiency, 20 mA cm⁻², default αz",
        reference: "hydrogen by hand from the two rate laws, one decimal of a percent",
        exercises: "cell: zinc and hydrogen share the current",
        unit: "1",
        tolerance: Tolerance::Absolute(5e-4),
        run: || {
            Ok(Compared {
                reference: 0.998,
                computed: efficiency(200.0, 0.5, 1.5)?,
            })
        },
    },
    ValidationCase {
        name: "Current efficiency at the first moment, 20 mA cm⁻², αz 1/1",
        reference: "hydrogen by hand from the two rate laws, two decimals of a percent",
        exercises: "cell: zinc and hydrogen share the current, before salt is depleted",
        unit: "1",
        tolerance: Tolerance::Absolute(5e-5),
        run: || {
            let cell = Cell::new(&plating(200.0, 1.0, 1.0).validate()?)?;
            Ok(Compared {
                reference: 0.9996,
                computed: cell.observe().coulombic_efficiency,
            })
        },
    },
];

/// Runs to the end and hands back the cell if it ended as it should.
pub(super) fn run_to(case: Case, reason: EndReason) -> Result<Cell, ValidationError> {
    let mut cell = Cell::new(&case.validate()?)?;
    while cell.ended().is_none() {
        cell.step()?;
    }
    if cell.ended() == Some(reason) {
        Ok(cell)
    } else {
        Err(ValidationError::NoEvent)
    }
}

/// The end of one half-cycle.
fn steady(case: Case) -> Result<CellObservation, ValidationError> {
    Ok(run_to(case, EndReason::Completed)?.observe())
}

fn time_to_depletion(transference_number: f64) -> Result<f64, ValidationError> {
    let mut case = Case::default();
    case.electrolyte.transference_number = transference_number;
    case.cell.separator_thickness_m = 2e-3;
    case.cell.separator_porosity = 1.0;
    case.cell.n_cells = 200;
    case.operation.current_density_a_m2 = 1000.0;
    case.operation.areal_charge_c_m2 = 1e6;
    // Sand's formula knows no hydrogen, whose by-product takes salt as well (0.1 % here).
    case.hydrogen.exchange_current_density_a_m2 = 1e-12;
    Ok(run_to(case, EndReason::SurfaceDepleted)?.time_s())
}

/// A case long enough to be steady: 15 h where diffusion takes minutes.
fn at_half_the_limit() -> (Case, Separator) {
    let mut case = Case::default();
    let separator = Separator::of(&case);
    case.operation.current_density_a_m2 = 0.5 * separator.limiting_current_a_m2();
    case.operation.areal_charge_c_m2 = 3.6e6;
    case.cell.counter_foil_m = 1e-3;
    case.surface.heterogeneity = 0.0;
    (case, separator)
}

fn efficiency(
    current_density_a_m2: f64,
    cathodic: f64,
    anodic: f64,
) -> Result<f64, ValidationError> {
    Ok(steady(plating(current_density_a_m2, cathodic, anodic))?.coulombic_efficiency)
}

fn plating(current_density_a_m2: f64, cathodic: f64, anodic: f64) -> Case {
    let mut case = Case::default();
    case.kinetics.cathodic_alpha_z = cathodic;
    case.kinetics.anodic_alpha_z = anodic;
    case.operation.current_density_a_m2 = current_density_a_m2;
    case
}
