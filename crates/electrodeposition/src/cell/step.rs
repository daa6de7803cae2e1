//! One time step of a cell, ended early where an event lies inside it.
//! Here because steps of the programme must end, and salt or zinc run out, at their exact times.
//! Must not know: what the voltage is made of.

use super::electrode::{Growth, Passed};
use super::events::{CellStep, EndReason, Event, Termination};
use super::side::LAYER_CHARGE_C_M2;
use super::{Cell, CellError, State};
use crate::stability::FlatFront;

/// Salt counts as used up below this fraction of the bulk, where rates are still finite numbers.
const DEPLETED_FRACTION: f64 = 1e-6;
/// A step is this over the fewest steps of the time since the current was switched, because diffusion goes with its
/// square root.
const GROWTH: f64 = 6.0;
/// The first step, times the fewest steps, as a fraction of the half-cycle or of the diffusion time, the shorter one.
const FIRST_FRACTION: f64 = 4e-3;
/// An event inside a step is located to this fraction of it.
const EVENT_FRACTION: f64 = 1e-13;
const MAX_EVENT_ROUNDS: u32 = 100;

/// How far a state is from each event, as a fraction; an event has happened at zero or below.
#[derive(Debug, Clone, Copy)]
struct Margins {
    voltage: f64,
    zinc: f64,
    salt: f64,
    water: f64,
    gap: f64,
}

/// The start of a step, from which it may be taken again with another length.
#[derive(Debug, Clone, Copy)]
struct Start {
    state: State,
    growth: [Growth; 2],
}

impl Margins {
    fn any_passed(&self) -> bool {
        let least = self.voltage.min(self.zinc).min(self.salt);
        least.min(self.water).min(self.gap) <= 0.0
    }
}

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

    /// From a state to the one a time later. Margins beyond the salt's are not known where there is no salt.
    fn advance(&mut self, start: &Start, dt_s: f64) -> Result<Margins, CellError> {
        let before = &start.state;
        self.state = *before;
        self.salt.restore(&self.salt_before_mol_m3);
        self.salt.step(dt_s, self.boundaries());
        self.state.elapsed_s += dt_s;
        self.state.n_steps += 1;
        self.state.defect_fraction = self.defect_fraction_after(dt_s);
        let salt = self.salt_margin();
        let diverged = CellError::Diverged {
            time_s: self.time_s(),
        };
        if salt.is_nan() {
            return Err(diverged);
        }
        let mut margins = Margins {
            salt,
            voltage: f64::INFINITY,
            zinc: f64::INFINITY,
            water: f64::INFINITY,
            gap: f64::INFINITY,
        };
        if salt <= 0.0 {
            return Ok(margins);
        }
        // The voltages at the end need the electrodes there: first with the rates of the start, then with the mean.
        let start_rates = before
            .now
            .sides
            .map(|side| [side.hydrogen_a_m2, side.precipitating_a_m2]);
        self.book(start, dt_s, &start_rates);
        self.state.now = self.voltages(Some(&before.now));
        let mut mean = self.mean_rates(&start_rates);
        self.book(start, dt_s, &mean);
        if self.is_nearly_stripped() {
            // The voltage then depends on the last of the zinc, and on the hydrogen that took some of it.
            self.state.now = self.voltages(Some(&before.now));
            mean = self.mean_rates(&start_rates);
            self.book(start, dt_s, &mean);
        }
        if !self.state.now.cell_v().is_finite() {
            return Err(diverged);
        }
        self.settle_salt(before, dt_s, &mean);

        let stage = self.programme.stage(self.state.stage_idx);
        if let Some(limit_v) = stage.voltage_limit_v {
            margins.voltage = 1.0 - self.state.now.polarisation_v() / limit_v;
        }
        for (electrode, current_a_m2) in self
            .state
            .electrodes
            .iter()
            .zip([stage.current_a_m2, -stage.current_a_m2])
        {
            if current_a_m2 < 0.0 || electrode.live_c_m2() < 0.0 {
                margins.zinc = margins.zinc.min(electrode.live_c_m2());
            }
            let gap = 1.0 - electrode.peak_top_m() / self.separator.thickness_m;
            margins.gap = margins.gap.min(gap);
        }
        margins.water = self.state.balance.water_mol_m2 / self.state.balance.initial_water_mol_m2;
        Ok(margins)
    }

    /// Hydrogen and precipitating currents of both electrodes, between the start of a step and now.
    fn mean_rates(&self, start: &[[f64; 2]; 2]) -> [[f64; 2]; 2] {
        [0, 1].map(|idx| {
            let end = &self.state.now.sides[idx];
            [
                0.5 * (start[idx][0] + end.hydrogen_a_m2),
                0.5 * (start[idx][1] + end.precipitating_a_m2),
            ]
        })
    }

    /// Whether the stripped electrode holds less zinc than covers it.
    fn is_nearly_stripped(&self) -> bool {
        let current_a_m2 = self.current_a_m2();
        current_a_m2 != 0.0
            && self.state.electrodes[usize::from(current_a_m2 > 0.0)].live_c_m2()
                < LAYER_CHARGE_C_M2
    }

    /// Books a step on both electrodes, from their state before it and mean hydrogen and precipitating currents.
    fn book(&mut self, start: &Start, dt_s: f64, currents: &[[f64; 2]; 2]) {
        let before = &start.state;
        let current_a_m2 = self.current_a_m2();
        let (mut hydrogen_c_m2, mut precipitated_c_m2, mut dead_c_m2) = (0.0, 0.0, 0.0);
        for (idx, sign) in [(0, 1.0), (1, -1.0)] {
            let mut electrode = before.electrodes[idx];
            let mut passed = Passed {
                duration_s: dt_s,
                charge_c_m2: sign * current_a_m2 * dt_s,
                hydrogen_c_m2: currents[idx][0] * dt_s,
                precipitated_c_m2: currents[idx][1] * dt_s,
            };
            if current_a_m2 == 0.0 && passed.hydrogen_c_m2 > electrode.live_c_m2() {
                // At rest, no more can corrode than is there.
                let part = electrode.live_c_m2().max(0.0) / passed.hydrogen_c_m2;
                passed.hydrogen_c_m2 *= part;
                passed.precipitated_c_m2 *= part;
            }
            electrode.book(&passed, &start.growth[idx]);
            dead_c_m2 += electrode.dead_c_m2 - before.electrodes[idx].dead_c_m2;
            hydrogen_c_m2 += passed.hydrogen_c_m2;
            precipitated_c_m2 += passed.precipitated_c_m2;
            self.state.electrodes[idx] = electrode;
        }
        let mut balance = before.balance;
        balance.charge_c_m2 += current_a_m2.abs() * dt_s;
        if current_a_m2 != 0.0 {
            let plating = before.now.plating();
            balance.hydrogen_charge_c_m2 += currents[plating][0] * dt_s;
        }
        balance.entered_salt_mol_m2 -= super::by_product_mol_c() * precipitated_c_m2;
        balance.take_water(hydrogen_c_m2, precipitated_c_m2);
        self.state.balance = balance;
        self.state.efficiency = before.efficiency;
        self.state
            .efficiency
            .add(current_a_m2 * dt_s, hydrogen_c_m2 + dead_c_m2);
    }

    /// The salt was stepped with the by-product's rate at the start of the step; what is booked is the mean.
    fn settle_salt(&mut self, before: &State, dt_s: f64, mean: &[[f64; 2]; 2]) {
        for idx in [0, 1] {
            let booked_c_m2 = self.state.electrodes[idx].precipitated_charge_c_m2
                - before.electrodes[idx].precipitated_charge_c_m2;
            let stepped_c_m2 = before.now.sides[idx].precipitating_a_m2 * dt_s;
            if mean[idx][1] != 0.0 || stepped_c_m2 != 0.0 {
                let owed_mol_m2 = super::by_product_mol_c() * (booked_c_m2 - stepped_c_m2);
                self.salt.add_at_end(idx, -owed_mol_m2);
            }
        }
    }

    /// How the peaks of an electrode grow, with the currents of now.
    ///
    /// Under films in series, a place whose charge-transfer resistance is lower by a fraction draws more current only by
    /// that fraction of R_ct/(R_ct + R_films).
    fn growth(&self, idx: usize) -> Growth {
        let now = &self.state.now;
        let side = &now.sides[idx];
        let films_ohm_m2 = self.films_ohm_m2(idx);
        let charge_transfer_ohm_m2 = side.reaction.charge_transfer_ohm_m2;
        let sign = if idx == 0 { 1.0 } else { -1.0 };
        let front = FlatFront {
            current_a_m2: sign * now.current_a_m2 - side.hydrogen_a_m2,
            conductivity_s_m: self.settings.conductivity_s_m,
            resistance_ohm_m2: charge_transfer_ohm_m2 + films_ohm_m2,
            surface_energy_j_m2: self.settings.surface_energy_j_m2,
        };
        Growth {
            worst_per_s: front.worst_growth_per_s(),
            excess: self.settings.heterogeneity * charge_transfer_ohm_m2
                / (charge_transfer_ohm_m2 + films_ohm_m2)
                + side.hot_spot_ratio
                - 1.0,
            dead_zinc_peak_m: self.settings.dead_zinc_peak_m,
        }
    }

    /// Coating and by-product in series on an electrode.
    fn films_ohm_m2(&self, idx: usize) -> f64 {
        let side = &self.sides[idx];
        let coating_ohm_m2 = side
            .film
            .as_ref()
            .map_or(0.0, |film| film.layer.resistance_ohm_m2());
        let thickness_m = self.state.electrodes[idx].by_product_m();
        coating_ohm_m2 + side.by_product.resistance_ohm_m2(thickness_m)
    }

    /// f(t) of df/dt = creation − f/τ_heal, exactly; a film that has all gone stays gone until it heals.
    fn defect_fraction_after(&self, dt_s: f64) -> f64 {
        let (creation, healing_s) = (
            self.settings.defect_creation_per_s,
            self.settings.healing_time_s,
        );
        let fraction = self.state.defect_fraction;
        let missing = creation * healing_s - fraction;
        (fraction - missing * libm::expm1(-dt_s / healing_s)).clamp(0.0, 1.0)
    }

    /// Salt left at the metals as a fraction of the bulk, less the fraction that counts as none.
    fn salt_margin(&self) -> f64 {
        let (surface_mol_m3, current_a_m2) = (self.surfaces_mol_m3(), self.current_a_m2());
        let left = |idx: usize, current_a_m2: f64| {
            // Places without film take over what a film cannot carry.
            if self.state.defect_fraction > 0.0 {
                surface_mol_m3[idx]
            } else {
                self.sides[idx].metal_mol_m3(current_a_m2, surface_mol_m3[idx])
            }
        };
        let (working, counter) = (left(0, current_a_m2), left(1, -current_a_m2));
        // A NaN must not be lost, as it would be by `min`.
        let least = if counter < working { counter } else { working };
        least / self.separator.concentration_mol_m3 - DEPLETED_FRACTION
    }

    /// Where the salt ran out: in the solution, or first under the film.
    fn depletion(&self) -> EndReason {
        let surface_mol_m3 = self.surfaces_mol_m3()[usize::from(self.current_a_m2() < 0.0)];
        if surface_mol_m3 / self.separator.concentration_mol_m3 > 2.0 * DEPLETED_FRACTION {
            EndReason::CoatingDepleted
        } else {
            EndReason::SurfaceDepleted
        }
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
