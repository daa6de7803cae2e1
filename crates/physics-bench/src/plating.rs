//! The cell: one half-cycle of the default case, and a thousand cycles of one hour.
//! Here because another program solves the first, and a page must not wait for the second.
//! Must not know: how a step is taken.

use electrodeposition::{case::Case, cell::Cell};

use crate::ProblemError;

/// Plates half a cycle; the voltage at its end, V.
///
/// # Errors
/// Where the case is refused or the run fails.
pub fn half_cycle() -> Result<f64, ProblemError> {
    let mut cell = Cell::new(&Case::default().validate()?)?;
    while cell.ended().is_none() {
        cell.step()?;
    }
    Ok(cell.observe().voltage_v)
}

/// `n_cycles` cycles of half an hour each way at 20 A m⁻²; the number of steps taken.
///
/// # Errors
/// Where the case is refused or the run fails.
pub fn hourly_cycles(n_cycles: u32) -> Result<u32, ProblemError> {
    let mut case = Case::default();
    case.operation.current_density_a_m2 = 20.0;
    case.operation.areal_charge_c_m2 = 3.6e4;
    case.operation.n_half_cycles = 2 * n_cycles;
    // Peaks that grow would end the run in a short circuit after a few cycles.
    case.surface.heterogeneity = 0.0;
    case.run.max_steps = 100_000_000;
    let mut cell = Cell::new(&case.validate()?)?;
    let mut n_steps = 0;
    while cell.ended().is_none() {
        cell.step()?;
        n_steps += 1;
    }
    Ok(n_steps)
}
