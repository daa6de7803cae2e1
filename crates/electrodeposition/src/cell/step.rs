//! One time step of a cell, ended early where an event lies inside it.
//! Here because half-cycles must end, and salt must run out, at their exact times.
//! Must not know: what the voltage is made of.

use serde::{Deserialize, Serialize};

use super::{Cell, CellError};

/// Why a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndReason {
    /// All half-cycles are done.
    Completed,
    /// The solution at the plating electrode has no salt left: Sand's time.
    SurfaceDepleted,
    /// The film on the plating electrode carries more than its limiting current.
    CoatingDepleted,
    /// `run.max_steps` steps were taken.
    StepLimit,
}

impl std::fmt::Display for EndReason {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Completed => "all half-cycles are done",
            Self::SurfaceDepleted => "the salt at the plating electrode is used up",
            Self::CoatingDepleted => "the salt under the coating is used up",
            Self::StepLimit => "the largest number of steps is reached (run.max_steps)",
        })
    }
}

/// What a step ran into at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Another half-cycle follows.
    HalfCycleEnded,
    Ended(EndReason),
}

/// The end of one step.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct CellStep {
    pub time_s: f64,
    /// Counter against working electrode, V: positive while the working electrode plates.
    pub voltage_v: f64,
    /// Half-cycle the step belongs to, from zero.
    pub half_cycle: u32,
    pub event: Option<Event>,
}

/// Salt counts as used up below this fraction of the bulk, where rates are still finite numbers.
const DEPLETED_FRACTION: f64 = 1e-6;
/// A step is this fraction of the time since the current was switched, because diffusion goes with its square root.
const GROWTH: f64 = 0.15;
/// The first step, as a fraction of the half-cycle or of the diffusion time, whichever is shorter.
const FIRST_FRACTION: f64 = 1e-4;
/// Fewest steps over the later part of a half-cycle.
const MIN_STEPS: f64 = 40.0;
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
        // Left until now so that the end of a half-cycle can be observed.
        if self.elapsed_s >= self.half_cycle_s {
            self.reverse();
        }
        let remaining_s = self.half_cycle_s - self.elapsed_s;
        let diffusion_s = self.separator.thickness_m * self.separator.thickness_m
            / self.separator.diffusivity_m2_s;
        let first_s = FIRST_FRACTION * self.half_cycle_s.min(diffusion_s);
        let wanted_s = (GROWTH * self.elapsed_s).clamp(first_s, self.half_cycle_s / MIN_STEPS);
        // A remainder shorter than half a step joins this one.
        let completes = remaining_s <= 1.5 * wanted_s;
        let dt_s = if completes { remaining_s } else { wanted_s };

        self.salt_before_mol_m3
            .copy_from_slice(self.salt.concentration_mol_m3());
        self.salt.step(dt_s, self.boundaries());
        let margin = self.salt_margin();
        if margin.is_nan() {
            return Err(CellError::Diverged {
                time_s: self.time_s() + dt_s,
            });
        }
        if margin <= 0.0 {
            let dt_s = self.step_to_depletion(dt_s);
            self.book(dt_s)?;
            return Ok(self.finish(self.depletion()));
        }
        self.book(dt_s)?;
        if !completes {
            return Ok(if self.n_steps >= self.max_steps {
                self.finish(EndReason::StepLimit)
            } else {
                self.report(None)
            });
        }
        self.elapsed_s = self.half_cycle_s;
        if self.half_cycle + 1 >= self.n_half_cycles {
            return Ok(self.finish(EndReason::Completed));
        }
        if self.n_steps >= self.max_steps {
            return Ok(self.finish(EndReason::StepLimit));
        }
        Ok(self.report(Some(Event::HalfCycleEnded)))
    }

    /// Reverses the current for the next half-cycle.
    fn reverse(&mut self) {
        self.half_cycle += 1;
        self.elapsed_s = 0.0;
        // The side that plates now was enriched until now, so there is salt for the first moment.
        self.now = self.voltages();
    }

    /// Salt left at the plating metal as a fraction of the bulk, less the fraction that counts as none.
    pub(super) fn salt_margin(&self) -> f64 {
        let (_, metal_mol_m3) = self.surface_and_metal();
        metal_mol_m3[self.plating()] / self.separator.concentration_mol_m3 - DEPLETED_FRACTION
    }

    /// Where the salt ran out: in the solution, or first under the film.
    pub(super) fn depletion(&self) -> EndReason {
        let (surface_mol_m3, _) = self.surface_and_metal();
        let in_solution = surface_mol_m3[self.plating()] / self.separator.concentration_mol_m3;
        if in_solution > 2.0 * DEPLETED_FRACTION {
            EndReason::CoatingDepleted
        } else {
            EndReason::SurfaceDepleted
        }
    }

    /// Repeats the step from its start with the length at which the salt runs out; returns that length, s.
    fn step_to_depletion(&mut self, dt_s: f64) -> f64 {
        let boundaries = self.boundaries();
        let (mut early_s, mut late_s) = (0.0, dt_s);
        for _ in 0..MAX_EVENT_ROUNDS {
            if late_s - early_s <= EVENT_FRACTION * dt_s {
                break;
            }
            let middle_s = 0.5 * (early_s + late_s);
            self.salt.restore(&self.salt_before_mol_m3);
            self.salt.step(middle_s, boundaries);
            if self.salt_margin() > 0.0 {
                early_s = middle_s
            } else {
                late_s = middle_s
            }
        }
        self.salt.restore(&self.salt_before_mol_m3);
        self.salt.step(early_s, boundaries);
        early_s
    }

    /// Books charge, hydrogen and salt of a step already taken by the salt, and computes the voltages at its end.
    fn book(&mut self, dt_s: f64) -> Result<(), CellError> {
        let hydrogen_before_a_m2 = self.now.hydrogen_a_m2;
        self.now = self.voltages();
        self.elapsed_s += dt_s;
        self.n_steps += 1;
        if !self.now.polarisation_v().is_finite() {
            return Err(CellError::Diverged {
                time_s: self.time_s(),
            });
        }
        let [near, far] = self.salt.fluxes_mol_m2_s(self.boundaries());
        self.balance.charge_c_m2 += self.current_a_m2 * dt_s;
        self.balance.hydrogen_charge_c_m2 +=
            0.5 * (hydrogen_before_a_m2 + self.now.hydrogen_a_m2) * dt_s;
        self.balance.entered_salt_mol_m2 += (near + far) * dt_s;
        Ok(())
    }

    fn finish(&mut self, reason: EndReason) -> CellStep {
        self.ended = Some(reason);
        self.report(Some(Event::Ended(reason)))
    }

    fn report(&self, event: Option<Event>) -> CellStep {
        let polarisation_v = self.now.polarisation_v();
        CellStep {
            time_s: self.time_s(),
            voltage_v: if self.plating() == 0 {
                polarisation_v
            } else {
                -polarisation_v
            },
            half_cycle: self.half_cycle,
            event,
        }
    }
}
