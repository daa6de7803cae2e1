//! Validation of cycles: efficiency on an inert substrate, inventories, repair, parts of the voltage.
//! Here because what is conserved or solved exactly over a cycle must stay so over many.
//! Must not know: the cell's inner parts; it runs cases as a user does.

use super::cell::run_to;
use super::{Compared, Tolerance, ValidationCase, ValidationError};
use crate::case::Case;
use crate::cell::{Cell, EndReason};
use crate::constants::{CHARGE_NUMBER, FARADAY_C_MOL};
use crate::programme::{ProgrammeStep, StepKind};

pub(super) static CASES: &[ValidationCase] = &[
    ValidationCase {
        name: "Efficiency on an inert substrate with dead zinc alone, peaks of 10 µm",
        reference: "1/(1 + φ), φ = A/(A + A_dead) = 1/101",
        exercises: "cell: plating, stripping to a cut-off, dead zinc",
        unit: "1",
        tolerance: Tolerance::Relative(1e-6),
        run: || {
            let mut case = on_inert(3.6e3, 0.5);
            // So slow that the peaks do not grow meanwhile.
            case.operation.current_density_a_m2 = 10.0;
            case.hydrogen.exchange_current_density_a_m2 = 1e-12;
            case.surface.heterogeneity = 0.0;
            // The largest peak a case may start with; the ratio is what counts.
            case.surface.initial_peak_m = 1e-5;
            case.surface.dead_zinc_peak_m = 1e-3;
            let cell = run_to(case, EndReason::Completed)?;
            Ok(Compared {
                reference: 101.0 / 102.0,
                computed: cell
                    .efficiency()
                    .last_cycle
                    .ok_or(ValidationError::NoEvent)?,
            })
        },
    },
    ValidationCase {
        name: "Zinc of the whole cell after 100 cycles with by-product",
        reference: "as much as at the start",
        exercises: "cell: foil, deposit, dead zinc, salt, basic zinc and by-product together",
        unit: "mol m⁻²",
        tolerance: Tolerance::Relative(1e-9),
        run: || {
            let (start, cell) = with_by_product()?;
            Ok(Compared {
                reference: start.zinc_inventory().total_mol_m2(),
                computed: cell.zinc_inventory().total_mol_m2(),
            })
        },
    },
    ValidationCase {
        name: "Water split and bound over 100 cycles with by-product",
        reference: "one for each electron of hydrogen, five for each by-product",
        exercises: "cell: water",
        unit: "mol m⁻²",
        tolerance: Tolerance::Relative(1e-9),
        run: || {
            let (_, cell) = with_by_product()?;
            let hydrogen_c_m2: f64 = cell
                .electrodes()
                .iter()
                .map(|one| one.hydrogen_charge_c_m2)
                .sum();
            // A quarter of the by-product's zinc counts its moles.
            let by_product_mol_m2 = cell.zinc_inventory().by_product_mol_m2 / 4.0;
            let balance = cell.balance();
            Ok(Compared {
                reference: hydrogen_c_m2 / FARADAY_C_MOL + 5.0 * by_product_mol_m2,
                computed: balance.initial_water_mol_m2 - balance.water_mol_m2,
            })
        },
    },
    ValidationCase {
        name: "Charge of zinc and hydrogen after plating 1 mA h cm⁻²",
        reference: "the charge passed",
        exercises: "cell: working electrode's inventory",
        unit: "C m⁻²",
        tolerance: Tolerance::Relative(1e-12),
        run: || {
            let cell = run_to(Case::default(), EndReason::Completed)?;
            let working = &cell.electrodes()[0];
            Ok(Compared {
                reference: 3.6e4,
                computed: working.net_deposited_c_m2 + working.hydrogen_charge_c_m2,
            })
        },
    },
    ValidationCase {
        name: "Separator, two coatings and diffusion in series, at the first moment",
        reference: "iL/(κ ε^1.5) + 2 i d/σ by hand",
        exercises: "cell: voltage less both overpotentials",
        unit: "V",
        tolerance: Tolerance::Relative(1e-12),
        run: || {
            let mut case = Case::default();
            case.coating.thickness_m = 2e-6;
            case.coating.conductivity_s_m = 4e-3;
            case.coating.transference_number = 1.0;
            let seen = Cell::new(&case.validate()?)?.observe();
            let effective = 0.85 * 0.85_f64.sqrt();
            Ok(Compared {
                reference: 100.0 * 200e-6 / (5.0 * effective) + 2.0 * 100.0 * 2e-6 / 4e-3,
                computed: seen.voltage_v + seen.plating_overpotential_v
                    - seen.stripping_overpotential_v
                    - seen.diffusion_potential_v,
            })
        },
    },
    ValidationCase {
        name: "Film-free fraction after 2 h, 10⁻⁵ s⁻¹ created, healing in 1 h",
        reference: "creation τ (1 − e^(−t/τ))",
        exercises: "cell: self-repair",
        unit: "1",
        tolerance: Tolerance::Relative(1e-10),
        run: || {
            let mut case = Case::default();
            case.surface.defect_creation_per_s = 1e-5;
            case.surface.healing_time_s = 3600.0;
            let mut rest = ProgrammeStep::new(StepKind::Rest);
            rest.duration_s = Some(7200.0);
            case.operation.steps = vec![rest];
            let cell = run_to(case, EndReason::Completed)?;
            Ok(Compared {
                reference: 0.036 * (1.0 - libm::exp(-2.0)),
                computed: cell.observe().defect_fraction,
            })
        },
    },
    ValidationCase {
        name: "Salt left after 100 cycles, for each mole of by-product formed",
        reference: "one zinc sulfate a by-product is taken from the pores",
        exercises: "cell: salt diffusion with a sink at both ends",
        unit: "1",
        tolerance: Tolerance::Relative(1e-9),
        run: || {
            let (start, cell) = with_by_product()?;
            let taken_mol_m2 = start.salt_inventory_mol_m2() - cell.salt_inventory_mol_m2();
            let by_product_c_m2: f64 = cell
                .electrodes()
                .iter()
                .map(|one| one.precipitated_charge_c_m2)
                .sum();
            Ok(Compared {
                reference: 1.0,
                computed: taken_mol_m2 * 3.0 * CHARGE_NUMBER * FARADAY_C_MOL / by_product_c_m2,
            })
        },
    },
];

/// One cycle on an inert substrate: plating of a charge, stripping to a cut-off.
pub(super) fn on_inert(areal_charge_c_m2: f64, cut_off_v: f64) -> Case {
    let mut case = Case::default();
    case.cell.working_foil_m = 0.0;
    let mut plate = ProgrammeStep::new(StepKind::Plate);
    plate.areal_charge_c_m2 = Some(areal_charge_c_m2);
    let mut strip = ProgrammeStep::new(StepKind::Strip);
    strip.voltage_limit_v = Some(cut_off_v);
    case.operation.steps = vec![plate, strip];
    case
}

/// A solution near saturation, before and after 100 cycles.
fn with_by_product() -> Result<(Cell, Cell), ValidationError> {
    let mut case = Case::default();
    case.electrolyte.ph = 5.4;
    case.surface.heterogeneity = 0.0;
    case.operation.n_half_cycles = 200;
    let start = Cell::new(&case.clone().validate()?)?;
    let cell = run_to(case, EndReason::Completed)?;
    if cell.electrodes()[0].by_product_m() > 0.0 {
        Ok((start, cell))
    } else {
        Err(ValidationError::NoEvent)
    }
}
