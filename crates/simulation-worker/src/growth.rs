//! A case as the server's model: the 2-D deposit, and beside it the 1-D cell of the same case.
//! Here because the engine knows no frames and the server no zinc.
//! Must not know: messages, clocks.

use electrodeposition::case::Case;
use electrodeposition::deposit::{Deposit, Outcome};
use electrodeposition::hash::StateHash;
use electrodeposition::limits::Separator;

use crate::cell_alongside::{CellAlongside, CellMoment};
use crate::picture::{FilmShape, picture};
use crate::{Checked, Model, Observation, Picture, check};

/// A growing deposit, its cell, and what was last seen of both in good state.
#[derive(Debug)]
pub struct Growth {
    deposit: Deposit,
    cell: CellAlongside,
    film: FilmShape,
    target_charge_c_m2: f64,
    current_density_a_m2: f64,
    current_over_limit: f64,
    /// Of the last step that succeeded: a step that failed leaves the front where its last attempt put it.
    seen: Observation,
}

impl Model for Growth {
    fn start(case: &Case) -> Result<Self, Vec<String>> {
        let case = case
            .clone()
            .validate()
            .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>())?;
        let deposit = Deposit::new(&case).map_err(|error| vec![error.to_string()])?;
        let mut cell = CellAlongside::start(&case)?;
        let first = cell
            .follow_to(0.0)
            .map_err(|error| vec![error.to_string()])?;
        let mut growth = Self {
            film: FilmShape::of(&case, &deposit),
            deposit,
            cell,
            target_charge_c_m2: case.operation.areal_charge_c_m2,
            current_density_a_m2: case.operation.current_density_a_m2,
            current_over_limit: case.operation.current_density_a_m2
                / Separator::of(&case).limiting_current_a_m2(),
            seen: Observation::default(),
        };
        growth.look(&first);
        Ok(growth)
    }

    fn step(&mut self) -> Result<(), String> {
        self.deposit.step().map_err(|error| error.to_string())?;
        let time_s = self.deposit.observe().time_s;
        let cell = self
            .cell
            .follow_to(time_s)
            .map_err(|error| error.to_string())?;
        self.look(&cell);
        Ok(())
    }

    fn is_finished(&self) -> bool {
        self.deposit.outcome().is_some()
    }

    fn end(&self) -> String {
        match self.deposit.outcome() {
            Some(Outcome::ChargeReached) => "the areal capacity is reached",
            Some(Outcome::ShortCircuit) => "the deposit touches the top of the window",
            Some(Outcome::StepLimit) => "the limit of steps is reached",
            Some(Outcome::MetalUsedUp) => "no metal is left to strip",
            None => "not ended",
        }
        .to_owned()
    }

    fn observe(&self) -> Observation {
        self.seen
    }

    fn picture(&self) -> Picture {
        picture(&self.deposit, &self.film)
    }

    /// The deposit's hash, then the cell's, through the engine's own hash.
    fn state_hash(&self) -> u64 {
        let mut hash = StateHash::default();
        hash.write_u64(self.deposit.state_hash());
        hash.write_u64(self.cell.state_hash());
        hash.finish()
    }

    fn check(name: &str) -> Checked {
        check::check(name)
    }
}

impl Growth {
    fn look(&mut self, cell: &CellMoment) {
        let state = self.deposit.observe();
        self.seen = Observation {
            time_s: state.time_s,
            n_steps: state.n_steps,
            charge_c_m2: state.areal_charge_c_m2,
            target_charge_c_m2: self.target_charge_c_m2,
            current_density_a_m2: self.current_density_a_m2,
            voltage_v: state.voltage_v,
            cell_voltage_v: cell.voltage_v,
            coulombic_efficiency: cell.coulombic_efficiency,
            hydrogen_current_density_a_m2: cell.hydrogen_current_a_m2,
            surface_concentration_mol_m3: cell.surface_concentration_mol_m3,
            tip_height_m: state.tip_height_m,
            mean_height_m: state.mean_height_m,
            roughness_m: state.roughness_rq_m,
            coverage: state.coverage,
            hot_spot_ratio: state.hot_spot_ratio,
            n_voids: state.n_voids,
            current_over_limit: self.current_over_limit,
            n_cg_iterations: state.n_cg_iterations,
            residual: state.residual,
            charge_error: state.charge_error,
        };
    }
}
