//! Runs one case and says whether it ended as a run may.
//! Here because "it did not crash" is not enough: the numbers must be numbers, and Faraday's law must hold.
//! Must not know: how cases are drawn.

use electrodeposition::case::Case;
use electrodeposition::cell::{Cell, CellError};
use electrodeposition::constants::{CHARGE_NUMBER, FARADAY_C_MOL, ZINC_MOLAR_VOLUME_M3_MOL};
use electrodeposition::deposit::{Deposit, DepositError, DepositObservation};
use serde::Serialize;

use crate::arguments::Model;

/// Charge booked against what was imposed, relative.
const MAX_CHARGE_ERROR: f64 = 1e-9;
/// Of the window's area: what the sum over its cells loses to round-off, and what the deposit itself takes for none. It
/// shows in the relative error only while next to nothing has been plated.
const AREA_ROUND_OFF: f64 = 1e-13;

/// What a case must not do.
#[derive(Debug, Clone, PartialEq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    #[error("the program panicked")]
    Panic,
    #[error("{quantity} = {value}: not a finite number, at t = {time_s} s")]
    NotFinite {
        quantity: &'static str,
        /// As text: JSON has no word for it.
        value: String,
        time_s: f64,
    },
    #[error("the charge is off by {relative:e}, at t = {time_s} s")]
    Charge { relative: f64, time_s: f64 },
    #[error("the drawn case is refused: {0}")]
    Refused(String),
    #[error("{n_steps} steps were taken where {allowed} are allowed")]
    TooManySteps { n_steps: u32, allowed: u32 },
}

/// The way the case ended, by its name in the engine.
pub fn run(case: &Case, model: Model) -> Result<String, Fault> {
    match model {
        Model::Cell => run_cell(case),
        Model::Deposit => run_deposit(case),
    }
}

fn valid(case: &Case) -> Result<electrodeposition::parameters::ValidCase, Fault> {
    case.clone().validate().map_err(|errors| {
        let texts: Vec<String> = errors.iter().map(ToString::to_string).collect();
        Fault::Refused(texts.join("; "))
    })
}

fn run_cell(case: &Case) -> Result<String, Fault> {
    let valid = valid(case)?;
    let mut cell = match Cell::new(&valid) {
        Ok(cell) => cell,
        Err(error) => return Ok(format!("cannot start: {}", name_of(&error))),
    };
    let mut n_steps = 0;
    while cell.ended().is_none() {
        check_cell(&cell)?;
        match cell.step() {
            Ok(_) => n_steps += 1,
            Err(error @ (CellError::Diverged { .. } | CellError::Unsustainable { .. })) => {
                return Ok(format!("stopped: {}", name_of(&error)));
            }
            Err(error @ CellError::Finished(_)) => return Ok(name_of(&error)),
        }
        check_steps(n_steps, case)?;
    }
    check_cell(&cell)?;
    let imposed = case.operation.current_density_a_m2 * cell.time_s();
    // A cell may be at its end before any charge has passed.
    if imposed > 0.0 {
        let relative = cell.balance().charge_c_m2 / imposed - 1.0;
        check_charge(relative, cell.time_s())?;
    }
    let ending = cell
        .ended()
        .map_or_else(String::new, |reason| name_of(&reason));
    Ok(format!("ended: {ending}"))
}

fn check_cell(cell: &Cell) -> Result<(), Fault> {
    let seen = cell.observe();
    // What has no meaning yet, or at all, is no lost number.
    let optional = [
        (
            "cycle_coulombic_efficiency",
            seen.cycle_coulombic_efficiency,
        ),
        (
            "mean_cycle_coulombic_efficiency",
            seen.mean_cycle_coulombic_efficiency,
        ),
        ("sand_time_ratio", seen.sand_time_ratio),
        ("critical_wavelength", seen.critical_wavelength_m),
    ];
    for quantity in seen.quantities() {
        let has_none =
            |(name, value): &(&str, Option<f64>)| *name == quantity.name && value.is_none();
        if optional.iter().any(has_none) {
            continue;
        }
        check_finite(quantity.name, quantity.value, seen.time_s)?;
    }
    Ok(())
}

fn run_deposit(case: &Case) -> Result<String, Fault> {
    let valid = valid(case)?;
    let mut deposit = match Deposit::new(&valid) {
        Ok(deposit) => deposit,
        Err(error) => return Ok(format!("cannot start: {}", name_of(&error))),
    };
    let mut n_steps = 0;
    while !deposit.is_finished() {
        check_deposit(&deposit.observe(), case)?;
        match deposit.step() {
            Ok(_) => n_steps += 1,
            Err(error) => {
                check_deposit(&deposit.observe(), case)?;
                return stopped(&mut deposit, &error);
            }
        }
        check_steps(n_steps, case)?;
    }
    check_deposit(&deposit.observe(), case)?;
    let ending = deposit
        .outcome()
        .map_or_else(String::new, |outcome| name_of(&outcome));
    Ok(format!("ended: {ending}"))
}

/// A run that gave up must leave its last good state to be looked at.
fn stopped(deposit: &mut Deposit, error: &DepositError) -> Result<String, Fault> {
    if deposit.step().err() != Some(*error) {
        return Ok(format!("stopped, then went on: {}", name_of(error)));
    }
    Ok(format!("stopped: {}", name_of(error)))
}

fn check_deposit(seen: &DepositObservation, case: &Case) -> Result<(), Fault> {
    for (quantity, value) in [
        ("time_s", seen.time_s),
        ("areal_charge_c_m2", seen.areal_charge_c_m2),
        ("plated_volume_m2", seen.plated_volume_m2),
        ("voltage_v", seen.voltage_v),
        ("tip_height_m", seen.tip_height_m),
        ("mean_height_m", seen.mean_height_m),
        ("roughness_rq_m", seen.roughness_rq_m),
        ("coverage", seen.coverage),
        ("hot_spot_ratio", seen.hot_spot_ratio),
        ("min_current_density_a_m2", seen.min_current_density_a_m2),
        ("max_current_density_a_m2", seen.max_current_density_a_m2),
        ("current_error", seen.current_error),
        ("residual", seen.residual),
        (
            "least_resistance_cells",
            seen.least_resistance_cells.unwrap_or(0.0),
        ),
        ("uncorrected_charge_error", seen.uncorrected_charge_error),
        ("box_dimension", seen.box_dimension),
        ("porosity", seen.porosity),
        ("plated_charge_c_m2", seen.plated_charge_c_m2),
        ("stripped_charge_c_m2", seen.stripped_charge_c_m2),
        ("dead_zinc_m2", seen.dead_zinc_m2),
        ("hydrogen_share", seen.hydrogen_share),
        ("least_salt_share", seen.least_salt_share),
        ("current_density_a_m2", seen.current_density_a_m2),
        ("neutral_wavelength_cells", seen.neutral_wavelength_cells),
    ] {
        check_finite(quantity, value, seen.time_s)?;
    }
    let metal_m3_c = ZINC_MOLAR_VOLUME_M3_MOL / (CHARGE_NUMBER * FARADAY_C_MOL);
    let all_c_m2 = seen.plated_charge_c_m2.max(seen.stripped_charge_c_m2);
    let miss_m2 = (seen.charge_error * all_c_m2 * metal_m3_c * case.deposit.width_m).abs();
    if miss_m2 <= AREA_ROUND_OFF * case.deposit.width_m * case.deposit.width_m {
        return Ok(());
    }
    check_charge(seen.charge_error, seen.time_s)
}

fn check_finite(quantity: &'static str, value: f64, time_s: f64) -> Result<(), Fault> {
    if value.is_finite() {
        return Ok(());
    }
    Err(Fault::NotFinite {
        quantity,
        value: value.to_string(),
        time_s,
    })
}

/// False for a NaN, too.
fn check_charge(relative: f64, time_s: f64) -> Result<(), Fault> {
    if relative.abs() <= MAX_CHARGE_ERROR {
        return Ok(());
    }
    Err(Fault::Charge { relative, time_s })
}

fn check_steps(n_steps: u32, case: &Case) -> Result<(), Fault> {
    let allowed = case.run.max_steps;
    if n_steps <= allowed {
        return Ok(());
    }
    Err(Fault::TooManySteps { n_steps, allowed })
}

/// `Unsustainable` of `Unsustainable { … }`.
fn name_of(value: &impl std::fmt::Debug) -> String {
    let shown = format!("{value:?}");
    let end = shown
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(shown.len());
    shown[..end].to_owned()
}
