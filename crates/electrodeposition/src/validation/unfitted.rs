//! What was measured on coated zinc, beside what the cell says with nothing adjusted.
//! Here because a model that meets its closed forms may still miss a laboratory, and a reader must see by how much.
//! Must not know: passing and failing; these rows have neither.
//!
//! A film's thickness and conductivity are printed almost nowhere. Where they are not, every row has the same assumed
//! film, 1 µm at 0.1 mS cm⁻¹. Polarisation is asked for with hot spots switched off, which would end some runs before.

use super::ValidationError;
use super::cell::run_to;
use super::cycling::on_inert;
use crate::case::Case;
use crate::cell::EndReason;
use crate::parameters::parameter;

/// One measurement, and the case that stands for it.
#[derive(Debug, Clone, Copy)]
pub struct Measured {
    pub name: &'static str,
    /// Where the number is printed.
    pub source: &'static str,
    /// What is not printed and was taken for it.
    pub assumed: &'static str,
    pub unit: &'static str,
    pub reported: f64,
    case: fn() -> Case,
    simulate: fn(Case) -> Result<f64, ValidationError>,
    /// Whether another exchange current density could explain the number.
    pub seeks_i0: bool,
}

/// One line of the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unfitted {
    pub name: &'static str,
    pub source: &'static str,
    pub assumed: &'static str,
    pub unit: &'static str,
    pub reported: f64,
    pub simulated: f64,
    /// i₀ (A m⁻²) with which the number would be met; `None` where none in its range does, or none is sought.
    pub needed_i0_a_m2: Option<f64>,
}

const REVIEW: &str = "Yan, Xin and Zhu, Nanoscale 2021, 13, 19828";
const ASSUMED_FILM: &str = "film of 1 µm at 0.1 mS cm⁻¹ on both electrodes";

static MEASURED: &[Measured] = &[
    Measured {
        name: "Polarisation, ZrO2, 0.25 mA cm⁻², 0.125 mA h cm⁻²",
        source: REVIEW,
        assumed: ASSUMED_FILM,
        unit: "V",
        reported: 24e-3,
        case: || coated(2.5, 4.5e3),
        simulate: polarisation,
        seeks_i0: true,
    },
    Measured {
        name: "Polarisation at first, CaCO3, 0.25 mA cm⁻², 0.05 mA h cm⁻²",
        source: REVIEW,
        assumed: ASSUMED_FILM,
        unit: "V",
        reported: 80e-3,
        case: || coated(2.5, 1.8e3),
        simulate: polarisation,
        seeks_i0: true,
    },
    Measured {
        name: "Polarisation after 836 h, CaCO3, 0.25 mA cm⁻², 0.05 mA h cm⁻²",
        source: REVIEW,
        assumed: ASSUMED_FILM,
        unit: "V",
        reported: 105e-3,
        case: || {
            let mut case = coated(2.5, 1.8e3);
            // 836 h of half-cycles of 0.2 h.
            case.operation.n_half_cycles = 4180;
            case.run.max_steps = 10_000_000;
            case
        },
        simulate: polarisation,
        seeks_i0: false,
    },
    Measured {
        name: "Life until a short circuit, CaCO3, 0.25 mA cm⁻², 0.05 mA h cm⁻²",
        source: REVIEW,
        assumed: ASSUMED_FILM,
        unit: "s",
        reported: 836.0 * 3600.0,
        case: || {
            let mut case = coated(2.5, 1.8e3);
            case.surface.heterogeneity = Case::default().surface.heterogeneity;
            case.operation.n_half_cycles = 100_000;
            case.run.max_steps = 10_000_000;
            case
        },
        simulate: |case| Ok(run_to(case, EndReason::ShortCircuit)?.time_s()),
        seeks_i0: false,
    },
    Measured {
        name: "Polarisation, ZnSe, 10 mA cm⁻², 5 mA h cm⁻²",
        source: "abstract of the primary paper (reference 56 of the review)",
        assumed: ASSUMED_FILM,
        unit: "V",
        reported: 50e-3,
        case: || coated(100.0, 1.8e5),
        simulate: polarisation,
        seeks_i0: true,
    },
    Measured {
        name: "Polarisation, montmorillonite, 10 mA cm⁻², 45 mA h cm⁻²",
        source: "abstract of the primary paper (reference 40 of the review); t₊ 0.82 and 3.93 mS cm⁻¹ from the review",
        assumed: "film of 10 µm on both electrodes, salt in it as in the solution",
        unit: "V",
        reported: 100e-3,
        case: || {
            let mut case = coated(100.0, 1.62e6);
            case.coating.thickness_m = 10e-6;
            case.coating.conductivity_s_m = 0.393;
            case.coating.transference_number = 0.82;
            case
        },
        simulate: polarisation,
        seeks_i0: true,
    },
    Measured {
        name: "Coulombic efficiency, ZrO2 on Ti, 20 mA cm⁻², 5 mA h cm⁻²",
        source: REVIEW,
        assumed: "film of 1 µm at 0.1 mS cm⁻¹ on the working electrode, cut-off 0.5 V, first cycle",
        unit: "1",
        reported: 0.9936,
        case: || {
            let mut case = on_inert(1.8e5, 0.5);
            case.operation.current_density_a_m2 = 200.0;
            film(&mut case);
            case.cell.coated_electrodes = 1;
            case
        },
        simulate: |case| {
            run_to(case, EndReason::Completed)?
                .efficiency()
                .last_cycle
                .ok_or(ValidationError::NoEvent)
        },
        seeks_i0: true,
    },
];

/// Every measurement, in the order of the table.
pub fn unfitted() -> impl Iterator<Item = &'static Measured> {
    MEASURED.iter()
}

/// Halvings of the range of ln i₀; what is left is far below what anybody could measure.
const N_HALVINGS: u32 = 20;

impl Measured {
    /// Simulates the measurement.
    ///
    /// # Errors
    /// `ValidationError` where there is no number to set beside it.
    pub fn run(&self) -> Result<Unfitted, ValidationError> {
        let needed_i0_a_m2 = if self.seeks_i0 {
            self.needed_i0()?
        } else {
            None
        };
        Ok(Unfitted {
            name: self.name,
            source: self.source,
            assumed: self.assumed,
            unit: self.unit,
            reported: self.reported,
            simulated: (self.simulate)((self.case)())?,
            needed_i0_a_m2,
        })
    }

    /// Bisects the range of i₀, over which polarisation falls and efficiency rises.
    fn needed_i0(&self) -> Result<Option<f64>, ValidationError> {
        let Some(row) = parameter("kinetics.exchange_current_density_a_m2") else {
            return Ok(None);
        };
        let excess = |log_i0: f64| {
            let mut case = (self.case)();
            case.kinetics.exchange_current_density_a_m2 = libm::exp(log_i0).clamp(row.min, row.max);
            Ok::<f64, ValidationError>((self.simulate)(case)? - self.reported)
        };
        let (mut low, mut high) = (libm::log(row.min), libm::log(row.max));
        let at_low = excess(low)?;
        if at_low.signum() == excess(high)?.signum() {
            return Ok(None);
        }
        for _ in 0..N_HALVINGS {
            let middle = 0.5 * (low + high);
            if excess(middle)?.signum() == at_low.signum() {
                low = middle
            } else {
                high = middle
            }
        }
        Ok(Some(libm::exp(0.5 * (low + high))))
    }
}

fn film(case: &mut Case) {
    case.coating.thickness_m = 1e-6;
    case.coating.conductivity_s_m = 1e-2;
}

/// One half-cycle between coated zinc electrodes.
fn coated(current_density_a_m2: f64, areal_charge_c_m2: f64) -> Case {
    let mut case = Case::default();
    film(&mut case);
    case.surface.heterogeneity = 0.0;
    case.operation.current_density_a_m2 = current_density_a_m2;
    case.operation.areal_charge_c_m2 = areal_charge_c_m2;
    case
}

/// Magnitude of the voltage at the end of the last half-cycle.
fn polarisation(case: Case) -> Result<f64, ValidationError> {
    Ok(run_to(case, EndReason::Completed)?
        .observe()
        .voltage_v
        .abs())
}
