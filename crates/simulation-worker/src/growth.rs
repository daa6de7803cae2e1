//! The deposit as the server's model.
//! Here because the engine knows no frames and the server no zinc.
//! Must not know: messages, clocks.

use electrodeposition::case::Case;
use electrodeposition::deposit::{Deposit, Outcome};
use electrodeposition::limits::Separator;

use crate::picture::picture;
use crate::{Model, Observation, Picture};

/// A growing deposit and what was last seen of it in good state.
#[derive(Debug)]
pub struct Growth {
    deposit: Deposit,
    /// Thickness of the film, 0 for bare zinc.
    film_m: f64,
    target_charge_c_m2: f64,
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
        let mut growth = Self {
            deposit,
            film_m: case.coating.thickness_m,
            target_charge_c_m2: case.operation.areal_charge_c_m2,
            current_over_limit: case.operation.current_density_a_m2
                / Separator::of(&case).limiting_current_a_m2(),
            seen: Observation::default(),
        };
        growth.look();
        Ok(growth)
    }

    fn step(&mut self) -> Result<(), String> {
        self.deposit.step().map_err(|error| error.to_string())?;
        self.look();
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
            None => "not ended",
        }
        .to_owned()
    }

    fn observe(&self) -> Observation {
        self.seen
    }

    fn picture(&self) -> Picture {
        picture(&self.deposit, self.film_m)
    }

    fn state_hash(&self) -> u64 {
        self.deposit.state_hash()
    }
}

impl Growth {
    fn look(&mut self) {
        let state = self.deposit.observe();
        self.seen = Observation {
            time_s: state.time_s,
            n_steps: state.n_steps,
            charge_c_m2: state.areal_charge_c_m2,
            target_charge_c_m2: self.target_charge_c_m2,
            voltage_v: state.voltage_v,
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
