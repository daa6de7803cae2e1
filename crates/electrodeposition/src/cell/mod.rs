//! A Zn‖separator‖Zn cell under constant current, plating and stripping in turn.
//! Here because voltage, hydrogen and salt depletion belong to the whole cell, not to a place on the surface.
//! Must not know: where on a surface the metal grows, how results are shown or stored.
//!
//! Half-cycles are counted from zero; in the even ones the working electrode, at x = 0, plates.
//!
//! Hydroxide left by hydrogen evolution is taken to precipitate with zinc where it forms. The plating surface thus
//! gives up salt for the whole current, and the pores hold the same amount of salt for ever.

mod balance;
mod electrode;
mod observe;
mod step;
mod voltage;

pub use balance::Balance;
pub use observe::{CellObservation, Quantity};
pub use step::{CellStep, EndReason, Event};

use crate::coating::Film;
use crate::kinetics::{ButlerVolmer, Hydrogen};
use crate::limits::Separator;
use crate::parameters::ValidCase;
use crate::transport::{Mesh, SaltDiffusion};
use electrode::Electrode;

/// Why a cell could not be advanced.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum CellError {
    #[error("{current_a_m2} A m⁻² cannot flow for a moment: {reason}")]
    Unsustainable {
        current_a_m2: f64,
        reason: EndReason,
    },
    #[error("the run is over: {0}")]
    Finished(EndReason),
    #[error("the solution left its valid range at t = {time_s} s")]
    Diverged { time_s: f64 },
}

/// A cell and its history so far.
#[derive(Debug, Clone)]
pub struct Cell {
    separator: Separator,
    film: Option<Film>,
    electrode: Electrode,
    /// Working and counter electrode.
    coated: [bool; 2],
    current_a_m2: f64,
    half_cycle_s: f64,
    n_half_cycles: u32,
    max_steps: u32,

    salt: SaltDiffusion,
    /// The field at the start of a step, to come back to when an event lies inside it.
    salt_before_mol_m3: Vec<f64>,
    half_cycle: u32,
    elapsed_s: f64,
    n_steps: u32,
    balance: Balance,
    now: voltage::Voltages,
    ended: Option<EndReason>,
}

impl Cell {
    /// A cell at rest, with the current just switched on.
    ///
    /// # Errors
    /// `Unsustainable` where the current is beyond the film's limit, or drains the outermost volume at once;
    /// `Diverged` where the voltage of the first moment is not a number.
    pub fn new(case: &ValidCase) -> Result<Self, CellError> {
        let separator = Separator::of(case);
        let mesh = Mesh::graded(separator.thickness_m, case.cell.n_cells as usize);
        let salt = SaltDiffusion::new(
            mesh,
            separator.porosity,
            separator.diffusivity_m2_s,
            separator.concentration_mol_m3,
        );
        let electrode = Electrode {
            zinc: ButlerVolmer::of(case),
            hydrogen: Hydrogen::of(case),
            concentration_exponent: case.kinetics.concentration_exponent,
            reference_concentration_mol_m3: case.kinetics.reference_concentration_mol_m3,
            temperature_k: case.electrolyte.temperature_k,
        };
        let film = Film::of(case);
        let mut cell = Self {
            separator,
            film,
            electrode,
            coated: [
                film.is_some(),
                film.is_some() && case.cell.coated_electrodes > 1,
            ],
            current_a_m2: case.operation.current_density_a_m2,
            half_cycle_s: case.operation.areal_charge_c_m2 / case.operation.current_density_a_m2,
            n_half_cycles: case.operation.n_half_cycles,
            max_steps: case.run.max_steps,
            salt_before_mol_m3: salt.concentration_mol_m3().to_vec(),
            balance: Balance::starting_with(salt.inventory_mol_m2()),
            salt,
            half_cycle: 0,
            elapsed_s: 0.0,
            n_steps: 0,
            now: voltage::Voltages::default(),
            ended: None,
        };
        if cell.salt_margin() <= 0.0 {
            let (current_a_m2, reason) = (cell.current_a_m2, cell.depletion());
            return Err(CellError::Unsustainable {
                current_a_m2,
                reason,
            });
        }
        cell.now = cell.voltages();
        if !cell.now.polarisation_v().is_finite() {
            return Err(CellError::Diverged { time_s: 0.0 });
        }
        Ok(cell)
    }

    /// Time since the start, s.
    pub fn time_s(&self) -> f64 {
        f64::from(self.half_cycle) * self.half_cycle_s + self.elapsed_s
    }

    /// Half-cycle under way, from zero.
    pub fn half_cycle(&self) -> u32 {
        self.half_cycle
    }

    /// Why the run ended, once it has.
    pub fn ended(&self) -> Option<EndReason> {
        self.ended
    }

    /// Distance from the working electrode (m) and salt concentration (mol m⁻³) of every volume.
    pub fn concentration_profile(&self) -> (&[f64], &[f64]) {
        (
            self.salt.mesh().centres_m(),
            self.salt.concentration_mol_m3(),
        )
    }

    /// Charge and salt booked so far.
    pub fn balance(&self) -> &Balance {
        &self.balance
    }

    /// Salt in the pores, mol m⁻².
    pub fn salt_inventory_mol_m2(&self) -> f64 {
        self.salt.inventory_mol_m2()
    }

    /// Index of the electrode that plates in this half-cycle: 0 is the working electrode.
    fn plating(&self) -> usize {
        (self.half_cycle % 2) as usize
    }
}
