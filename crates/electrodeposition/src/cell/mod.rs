//! A cell under a programme of plating, stripping and rest: Zn‖separator‖Zn, or zinc plated on an inert substrate.
//! Here because voltage, hydrogen and salt depletion belong to the whole cell, not to a place on the surface.
//! Must not know: where on a surface the metal grows, how results are shown or stored.
//!
//! The working electrode is at x = 0. Its current is positive while it plates. An electrode without foil is inert: it is
//! wetted by zinc at once, and holds nothing to strip but what was plated.
//!
//! The solution carries current by zinc and sulfate alone, so that both electrodes exchange (1 − t₊)I/(zF) of salt with
//! the whole current I, not with zinc's part of it: sulfate is conserved. Charge that makes hydrogen leaves zinc in
//! solution as the partner of hydroxide (`ZincInventory`).

mod advance;
mod balance;
mod booking;
mod depletion;
mod efficiency;
mod electrode;
mod events;
mod observe;
mod quantities;
mod setup;
mod sharing;
mod side;
mod step;
mod surface;
mod voltage;

pub use balance::{Balance, ZincInventory};
pub use efficiency::Efficiency;
pub use electrode::Electrode;
pub use events::{CellStep, EndReason, Event, Termination};
pub use observe::CellObservation;
pub use quantities::Quantity;

use crate::by_product::HYDROXIDE;
use crate::constants::FARADAY_C_MOL;
use crate::limits::Separator;
use crate::parameters::ValidCase;
use crate::programme::Programme;
use crate::transport::{Mesh, SaltDiffusion};
use side::Side;
use voltage::Voltages;

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

/// By-product of one coulomb of precipitated hydrogen charge, 1/(6F), mol C⁻¹.
fn by_product_mol_c() -> f64 {
    1.0 / (HYDROXIDE * FARADAY_C_MOL)
}

/// What does not change during a run.
#[derive(Debug, Clone, Copy)]
struct Settings {
    /// κ of free solution, which lies on the metal.
    conductivity_s_m: f64,
    surface_energy_j_m2: f64,
    heterogeneity: f64,
    /// Factor on it on an electrode with a film, by the film's affinity for zinc.
    film_unevenness: f64,
    dead_zinc_peak_m: f64,
    defect_creation_per_s: f64,
    healing_time_s: f64,
    on_inert: bool,
    /// Fewest time steps to a step of the programme.
    n_steps: f64,
    max_steps: u32,
}

/// What changes, apart from the salt; copied before a time step, to come back to when an event lies inside it.
#[derive(Debug, Clone, Copy)]
struct State {
    /// Step of the programme under way, from zero over all repeats.
    stage_idx: u32,
    stage_start_s: f64,
    /// Since the present step of the programme began.
    elapsed_s: f64,
    n_steps: u32,
    balance: Balance,
    efficiency: Efficiency,
    /// Working and counter electrode.
    electrodes: [Electrode; 2],
    /// Film-free fraction of coated electrodes.
    defect_fraction: f64,
    now: Voltages,
}

/// A cell and its history so far.
#[derive(Debug, Clone)]
pub struct Cell {
    separator: Separator,
    /// Working and counter electrode.
    sides: [Side; 2],
    settings: Settings,
    programme: Programme,

    salt: SaltDiffusion,
    salt_before_mol_m3: Vec<f64>,
    state: State,
    /// The present step of the programme is done and the next has not begun, so that its end can be observed.
    between_stages: bool,
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
        let salt = SaltDiffusion::with_law(
            mesh,
            separator.porosity,
            separator.law,
            separator.concentration_mol_m3,
        );
        let water_mol_m2 =
            case.electrolyte.water_mol_m3 * separator.porosity * separator.thickness_m;
        let peak_m = case.surface.initial_peak_m;
        let mut cell = Self {
            separator,
            sides: setup::sides(case),
            settings: setup::settings(case),
            programme: Programme::of(&case.operation),
            salt_before_mol_m3: salt.concentration_mol_m3().to_vec(),
            state: State {
                stage_idx: 0,
                stage_start_s: 0.0,
                elapsed_s: 0.0,
                n_steps: 0,
                balance: Balance::starting_with(salt.inventory_mol_m2(), water_mol_m2),
                efficiency: Efficiency::default(),
                electrodes: [case.cell.working_foil_m, case.cell.counter_foil_m]
                    .map(|foil_m| Electrode::with_foil(foil_m, peak_m)),
                defect_fraction: case.surface.initial_defect_fraction,
                now: Voltages::default(),
            },
            salt,
            between_stages: false,
            ended: None,
        };
        cell.begin_stage(0).map_err(|reason| {
            let current_a_m2 = cell.current_a_m2().abs();
            CellError::Unsustainable {
                current_a_m2,
                reason,
            }
        })?;
        if !cell.state.now.cell_v().is_finite() {
            return Err(CellError::Diverged { time_s: 0.0 });
        }
        Ok(cell)
    }

    /// Time since the start, s.
    pub fn time_s(&self) -> f64 {
        self.state.stage_start_s + self.state.elapsed_s
    }

    /// Step of the programme under way, from zero over all repeats: a half-cycle where no programme is given.
    pub fn programme_step(&self) -> u32 {
        self.state.stage_idx
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

    /// Charge, salt and water booked so far.
    pub fn balance(&self) -> &Balance {
        &self.state.balance
    }

    /// Working and counter electrode.
    pub fn electrodes(&self) -> &[Electrode; 2] {
        &self.state.electrodes
    }

    /// Efficiency of the cycles that ended.
    pub fn efficiency(&self) -> &Efficiency {
        &self.state.efficiency
    }

    /// Salt in the pores, mol m⁻².
    pub fn salt_inventory_mol_m2(&self) -> f64 {
        self.salt.inventory_mol_m2()
    }

    /// Where the zinc is now.
    pub fn zinc_inventory(&self) -> ZincInventory {
        ZincInventory::of(&self.state.electrodes, self.salt.inventory_mol_m2())
    }
}
