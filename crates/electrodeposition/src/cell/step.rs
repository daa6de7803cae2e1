//! One time step of a cell, ended early where an event lies inside it.
//! Here because steps of the programme must end, and salt or zinc run out, at their exact times.
//! Must not know: what the voltage is made of.

use super::advance::{Margins, Start};
use super::events::{CellStep, EndReason, Event, Termination};
use super::{Cell, CellError};

/// A step is this over the fewest steps of the time since the current was switched, because diffusion goes with its
/// square root.
const GROWTH: f64 = 6.0;
/// The first step, times the fewest steps, as a fraction of the half-cycle or of the diffusion time, the shorter one.
const FIRST_FRACTION: f64 = 4e-3;
/// An event inside a step is located to this fraction of it.
const EVENT_FRACTION: f64 = 1e-13;
const MAX_EVENT_ROUNDS: u32 = 100;

impl Cell {
    /// Advances by one time step. No memory is allocated.
    ///
    /// # Errors
    /// `Finished` once the run has ended; `Diverged` where the voltage is not a number.
    pub fn step(&mut self) -> Result<CellStep, CellError> {
        if let Some(reason) = self.ended {
            return Err(CellError::Finished(reason));
        }
        if self.between_stages {
            self.between_stages = false;
            if let Err(reason) = self.begin_stage(self.state.stage_idx + 1) {
                return Ok(self.finish(reason));
            }
        }
        let duration_s = self.programme.stage(self.state.stage_idx).duration_s;
        let remaining_s = duration_s - self.state.elapsed_s;
        let wanted_s = self.wanted_step_s(duration_s);
        // A remainder shorter than half a step joins this one.
        let completes = remaining_s <= 1.5 * wanted_s;
        let dt_s = if completes { remaining_s } else { wanted_s };

        let start = Start {
            state: self.state,
            growth: [self.growth(0), self.growth(1)],
        };
        self.salt_before_mol_m3
            .copy_from_slice(self.salt.concentration_mol_m3());
        let margins = self.advance(&start, dt_s)?;
        if margins.any_passed() {
            let margins = self.locate(&start, dt_s, margins)?;
            return Ok(self.run_into(&margins));
        }
        if completes {
            self.state.elapsed_s = duration_s;
            let by_charge = self.programme.stage(self.state.stage_idx).by_charge;
            return Ok(self.end_stage(if by_charge {
                Termination::Charge
            } else {
                Termination::Time
            }));
        }
        Ok(if self.state.n_steps >= self.settings.max_steps {
            self.finish(EndReason::StepLimit)
        } else {
            self.report(None)
        })
    }

    /// Switches to a step of the programme.
    ///
    /// # Errors
    /// The reason why its current cannot flow even for a moment.
    pub(super) fn begin_stage(&mut self, stage_idx: u32) -> Result<(), EndReason> {
        let state = &mut self.state;
        state.stage_idx = stage_idx;
        state.stage_start_s += state.elapsed_s;
        state.elapsed_s = 0.0;
        if self.salt_margin() <= 0.0 {
            return Err(self.depletion());
        }
        self.state.now = self.voltages(None);
        Ok(())
    }

    fn wanted_step_s(&self, duration_s: f64) -> f64 {
        let current_a_m2 = self.current_a_m2();
        let stripped = &self.state.electrodes[usize::from(current_a_m2 > 0.0)];
        let mut horizon_s = duration_s;
        if current_a_m2 != 0.0 {
            let carried_c_m2 = stripped.live_c_m2() + current_a_m2.abs() * self.state.elapsed_s;
            horizon_s = horizon_s.min(carried_c_m2 / current_a_m2.abs());
        }
        if horizon_s <= 0.0 {
            // Nothing to strip; any step finds that out.
            horizon_s = 1.0;
        }
        let diffusion_s = self.separator.thickness_m * self.separator.thickness_m
            / self.separator.diffusivity_m2_s;
        let n_steps = self.settings.n_steps;
        let first_s = FIRST_FRACTION / n_steps * horizon_s.min(diffusion_s);
        (GROWTH / n_steps * self.state.elapsed_s).clamp(first_s, horizon_s / n_steps)
    }

    /// Repeats the step from its start with the length at which the first event happens, and says which.
    fn locate(
        &mut self,
        start: &Start,
        dt_s: f64,
        mut passed: Margins,
    ) -> Result<Margins, CellError> {
        let (mut early_s, mut late_s) = (0.0, dt_s);
        for _ in 0..MAX_EVENT_ROUNDS {
            if late_s - early_s <= EVENT_FRACTION * dt_s {
                break;
            }
            let middle_s = 0.5 * (early_s + late_s);
            let margins = self.advance(start, middle_s)?;
            if margins.any_passed() {
                (late_s, passed) = (middle_s, margins);
            } else {
                early_s = middle_s
            }
        }
        let _ = self.advance(start, early_s)?;
        Ok(passed)
    }

    fn run_into(&mut self, margins: &Margins) -> CellStep {
        let has_limit = self
            .programme
            .stage(self.state.stage_idx)
            .voltage_limit_v
            .is_some();
        if margins.voltage <= 0.0 || (margins.zinc <= 0.0 && has_limit) {
            self.end_stage(Termination::VoltageLimit)
        } else if margins.salt <= 0.0 {
            let reason = self.depletion();
            self.finish(reason)
        } else if margins.gap <= 0.0 {
            self.finish(EndReason::ShortCircuit)
        } else if margins.zinc <= 0.0 {
            self.finish(EndReason::ZincUsedUp)
        } else {
            self.finish(EndReason::WaterUsedUp)
        }
    }

    fn end_stage(&mut self, termination: Termination) -> CellStep {
        let n_done = self.state.stage_idx + 1;
        if n_done.is_multiple_of(self.programme.n_stages_per_cycle()) {
            self.state.efficiency.end_cycle(self.settings.on_inert);
        }
        if n_done >= self.programme.n_stages() {
            return self.finish(EndReason::Completed);
        }
        if self.state.n_steps >= self.settings.max_steps {
            return self.finish(EndReason::StepLimit);
        }
        self.between_stages = true;
        self.report(Some(Event::StepEnded(termination)))
    }

    fn finish(&mut self, reason: EndReason) -> CellStep {
        self.ended = Some(reason);
        self.report(Some(Event::Ended(reason)))
    }

    fn report(&self, event: Option<Event>) -> CellStep {
        CellStep {
            time_s: self.time_s(),
            voltage_v: self.state.now.cell_v(),
            programme_step: self.state.stage_idx,
            event,
        }
    }
}
