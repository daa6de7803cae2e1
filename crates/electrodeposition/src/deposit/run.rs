//! A deposit from its first metal to its end: one front move and one field solve a step.
//! Here because order, retries and the end of a run are decided in one place.
//! Must not know: how any of the parts works.
//!
//! The largest explicit step follows from the speed: the front may cross at most a fifth of a cell, Δt = 0.2 dx/v_max,
//! because the current distribution is frozen while it moves (fractions of 0.1, 0.2 and 0.4 give the same shapes within
//! a percent). Capillarity moves the front like diffusion with coefficient D = ΩΓG/(zF), G the slope of current against
//! potential, so an explicit step must also stay below dx²/(2D); that binds only where features of 0.1 µm and free
//! kinetics meet. A step that fails is taken back and tried with half the time.

use super::assembly::Surroundings;
use super::connectivity::Connectivity;
use super::error::DepositError;
use super::field::{Field, Material};
use super::film::FilmMap;
use super::front::Front;
use super::grid::Grid;
use super::half_cycles::HalfCycles;
use super::initial::InitialMetal;
use super::labels::{FrontLabel, Labels};
use super::metal_area::{area_tolerance_cells, metal_cells};
use super::motion::{Advance, Motion};
use super::newton::{FieldFailure, FieldReport};
use super::observe::Heights;
use super::random::Random;
use super::report::{Outcome, StepReport};
use super::setup::{check_limit, features_of, film_shape, grid_of};
use super::starved::Starved;
use super::upsets::Upsets;
use super::warnings::Features;
use crate::case::Case;
use crate::constants::{CHARGE_NUMBER, FARADAY_C_MOL, ZINC_MOLAR_VOLUME_M3_MOL};
use crate::parameters::ValidCase;

const COURANT: f64 = 0.2;
const MAX_RETRIES: u32 = 5;
/// Correction of a step's volume, in cells the front moves, above which the step is tried again.
const MAX_SHIFT_CELLS: f64 = 0.05;
/// The same where it makes up for distances put right, which a shorter step cannot help.
const MAX_RESHAPING_CELLS: f64 = 0.5;
const MAX_CURRENT_ERROR: f64 = 1e-4;
/// Miss of the prescribed volume, over all that was plated or stripped, above which a step is taken back.
const MAX_VOLUME_MISS: f64 = 1e-10;
/// Rows below the top at which the deposit counts as touching the other electrode.
const SHORT_CIRCUIT_ROWS: usize = 6;

/// A deposit and all buffers it needs; [`Deposit::step`] allocates nothing.
#[derive(Debug, Clone)]
pub struct Deposit {
    pub(super) grid: Grid,
    pub(super) level_set_m: Vec<f64>,
    /// The same before the present step.
    pub(super) level_set_before_m: Vec<f64>,
    pub(super) front: Front,
    pub(super) labels: Labels,
    pub(super) connectivity: Connectivity,
    pub(super) field: Field,
    pub(super) field_report: FieldReport,
    pub(super) first_metal_cells: f64,
    pub(super) first_height_m: f64,
    pub(super) time_s: f64,
    pub(super) cycles: HalfCycles,
    /// Nucleation, cracks and healing.
    pub(super) upsets: Upsets,
    pub(super) random: Random,
    pub(super) features: Features,
    /// Sum of the sizes of all corrections that time steps were to blame for, in this half-cycle.
    pub(super) shift_cells: f64,
    /// Foil that neither plates nor strips, m; empty where the whole foil takes part.
    pub(super) foil_m: Vec<f64>,
    /// Sum over steps of what the volume would have missed without correction, in cells.
    pub(super) uncorrected_cells: f64,
    pub(super) n_steps: u32,
    pub(super) motion: Motion,
    max_steps: u32,
    /// Whether the front takes back more zinc than it gets: when stripping, and where hydrogen takes more than the whole
    /// current.
    pub(super) is_receding: bool,
    pub(super) outcome: Option<Outcome>,
    failure: Option<DepositError>,
}

impl Deposit {
    /// The deposit of a case at time zero, with its first current distribution.
    ///
    /// # Errors
    /// No room for the first metal, or a first field that cannot be solved.
    pub fn new(case: &ValidCase) -> Result<Self, DepositError> {
        let grid = grid_of(case);
        Self::start(case, grid, InitialMetal::of(case, grid)?)
    }

    /// The same from any first metal: `distance_m(x, y)` is negative in it and roughly a distance near its surface.
    /// All of it plates, under the film of the case; nuclei, foil and pinholes of the case are not used.
    ///
    /// # Errors
    /// As [`Deposit::new`].
    pub fn with_shape(
        case: &ValidCase,
        distance_m: impl Fn(f64, f64) -> f64,
    ) -> Result<Self, DepositError> {
        let grid = grid_of(case);
        Self::start(case, grid, InitialMetal::of_shape(case, grid, distance_m))
    }

    fn start(case: &Case, grid: Grid, metal: InitialMetal) -> Result<Self, DepositError> {
        let mut front = Front::new(grid);
        let mut level_set_m = metal.level_set_m;
        front.trace(grid, &level_set_m);
        let mut motion = Motion::new(grid, &front);
        motion.average_speeds(grid, &front, |_| 0.0, |_, _| false);
        motion.spread(grid, &front, &mut level_set_m);
        let first_height_m = Heights::of(grid, &level_set_m).mean_m;
        let material = Material::of(case, first_height_m);
        check_limit(case, material.laws.salt, first_height_m)?;
        let mut field = Field::new(grid, material, &front, metal.texture);
        field.starved = Starved::of(case, grid.dx_m, first_height_m);
        field.film = film_shape(case, grid, first_height_m)
            .map(|shape| FilmMap::new(grid, shape, &metal.is_pinhole));
        let mut deposit = Self {
            grid,
            upsets: Upsets::of(case, grid),
            labels: Labels::new(metal.label_of_cell, metal.foil_fraction)
                .with_grains(metal.grain_of_cell),
            connectivity: Connectivity::new(grid),
            field,
            field_report: FieldReport::default(),
            first_metal_cells: metal_cells(grid, &level_set_m),
            first_height_m,
            time_s: 0.0,
            cycles: HalfCycles::of(case),
            random: metal.random,
            features: features_of(case, grid),
            shift_cells: 0.0,
            foil_m: if case.deposit.nuclei > 0 {
                metal.foil_m
            } else {
                Vec::new()
            },
            uncorrected_cells: 0.0,
            n_steps: 0,
            motion,
            max_steps: case.run.max_steps,
            is_receding: false,
            outcome: None,
            failure: None,
            level_set_before_m: level_set_m.clone(),
            level_set_m,
            front,
        };
        deposit.solve_field()?;
        Ok(deposit)
    }

    /// Whether the run has ended, well or not.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.outcome.is_some() || self.failure.is_some()
    }

    /// How the run ended, once it has.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcome
    }

    /// Moves the front once and solves the field at its new place. After the end it does nothing.
    ///
    /// # Errors
    /// Whatever could not be cured by halving the time step; the same error again on every later call.
    pub fn step(&mut self) -> Result<StepReport, DepositError> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        if self.outcome.is_some() {
            return Ok(StepReport {
                outcome: self.outcome,
                ..self.report(0.0, 0.0, 0)
            });
        }
        self.take_step().inspect_err(|failure| {
            self.failure = Some(*failure);
            self.field.drop_lost_numbers();
        })
    }

    fn take_step(&mut self) -> Result<StepReport, DepositError> {
        let (sites, labels) = (&self.field.sites, &self.labels);
        let speed = |k: usize| {
            sites[k].zinc_a_m2 * ZINC_MOLAR_VOLUME_M3_MOL / (CHARGE_NUMBER * FARADAY_C_MOL)
        };
        let has_grains = !self.field.texture.is_isotropic();
        let is_alike = |a: usize, b: usize| {
            let cells = (sites[a].cell as usize, sites[b].cell as usize);
            labels.get(cells.0) == labels.get(cells.1)
                && sites[a].is_active == sites[b].is_active
                && (!has_grains || labels.grain(cells.0) == labels.grain(cells.1))
        };
        self.motion
            .average_speeds(self.grid, &self.front, speed, is_alike);

        let applied = self.field.material.applied_a_m2.abs();
        let zinc_a_m2 = self.field.zinc_a_m2();
        let remaining_s = self.cycles.remaining_c_m2() / applied;
        let mut dt_s = (COURANT * self.grid.dx_m / self.motion.max_speed_m_s())
            .min(self.field.capillary_limit_s())
            .min(remaining_s);
        self.is_receding = self.cycles.is_stripping() || zinc_a_m2 < 0.0;
        if self.is_receding && self.is_used_up(zinc_a_m2.abs() * dt_s) {
            return self.turn_early(0.0, 0);
        }
        self.level_set_before_m.copy_from_slice(&self.level_set_m);
        self.motion
            .spread(self.grid, &self.front, &mut self.level_set_m);
        let mut n_retries = 0;
        let (passed, shift_cells) = loop {
            let passed = self
                .cycles
                .after(dt_s, applied, zinc_a_m2, dt_s >= remaining_s);
            // Ragged metal, as between half-cycles, may need a larger correction than any shorter step cures.
            let most_cells = if n_retries < MAX_RETRIES {
                MAX_SHIFT_CELLS
            } else {
                MAX_RESHAPING_CELLS
            };
            match self.move_and_solve(dt_s, passed.zinc_c_m2, most_cells) {
                Ok(shift_cells) => break (passed, shift_cells),
                Err(DepositError::NoActiveFront { .. }) if self.is_receding => {
                    let step_cells = self.cells_plated_until(passed.zinc_c_m2);
                    self.upsets.unpaid_cells = self.upsets.unpaid_after(step_cells);
                    self.cycles.accept(passed);
                    self.time_s += dt_s;
                    return self.turn_early(dt_s, n_retries);
                }
                Err(DepositError::ShiftTooLarge { .. } | DepositError::VolumeResidual { .. })
                    if n_retries == MAX_RETRIES && self.is_nearly_used_up() =>
                {
                    self.stand_still()?;
                    return self.turn_early(0.0, n_retries);
                }
                Err(failure) if n_retries == MAX_RETRIES || !is_curable(&failure) => {
                    self.field.forget();
                    // The failure is told; a second one here leaves a field without current.
                    let _ = self.stand_still();
                    return Err(failure);
                }
                Err(_) => {
                    n_retries += 1;
                    dt_s *= 0.5;
                    self.field.forget();
                }
            }
        };
        self.cycles.accept(passed);
        self.time_s += dt_s;
        self.n_steps += 1;
        if self.upset(dt_s) {
            self.front.trace(self.grid, &self.level_set_m);
            self.solve_field()?;
        }
        self.outcome = self.judge();
        if self.outcome.is_none() && self.cycles.remaining_c_m2() <= 0.0 {
            self.turn_around(false)?;
        }
        Ok(self.report(dt_s, shift_cells, n_retries))
    }

    /// Ends a half-cycle that found no more metal. It counts as a step, whether or not time passed in it: a run of empty
    /// half-cycles must come to its limit, too.
    fn turn_early(&mut self, dt_s: f64, n_retries: u32) -> Result<StepReport, DepositError> {
        self.n_steps += 1;
        self.turn_around(true)?;
        if self.outcome.is_none() && self.n_steps >= self.max_steps {
            self.outcome = Some(Outcome::StepLimit);
        }
        Ok(self.report(dt_s, 0.0, n_retries))
    }

    /// Tries one step up to a net zinc charge, with at most so large a correction; returns the shift in cells.
    fn move_and_solve(
        &mut self,
        dt_s: f64,
        zinc_c_m2: f64,
        most_cells: f64,
    ) -> Result<f64, DepositError> {
        let per_charge = self.cells_per_areal_charge();
        let step_cells = self.cells_plated_until(zinc_c_m2);
        let unpaid_cells = self.upsets.unpaid_after(step_cells);
        let target_cells = self.first_metal_cells + per_charge * zinc_c_m2 + unpaid_cells;
        let advance = self.advance(dt_s, target_cells);
        let Advance {
            shift_cells,
            timed_shift_cells,
            ..
        } = advance;
        // Where distances put right and the time step nearly cancel, the front is where it should be.
        let is_timed_too_far = timed_shift_cells.abs().min(shift_cells.abs()) > most_cells;
        let is_too_far = is_timed_too_far || shift_cells.abs() > MAX_RESHAPING_CELLS;
        if is_too_far || shift_cells.is_nan() {
            return Err(DepositError::ShiftTooLarge {
                time_s: self.time_s,
                cells: shift_cells,
            });
        }
        let all_cells = per_charge * self.cycles.zinc_moved_c_m2() + step_cells.abs();
        let most_miss_cells = area_tolerance_cells(self.grid).max(MAX_VOLUME_MISS * all_cells);
        if advance.miss_cells.abs() > most_miss_cells {
            return Err(DepositError::VolumeResidual {
                time_s: self.time_s,
                fraction: advance.miss_cells / all_cells,
            });
        }
        self.front.trace(self.grid, &self.level_set_m);
        self.solve_field()?;
        self.upsets.unpaid_cells = unpaid_cells;
        self.uncorrected_cells += advance.uncorrected_cells;
        self.shift_cells += timed_shift_cells.abs();
        Ok(shift_cells)
    }

    /// Moves the front for a time and to a volume; metal that dissolves leaves the foil as it is.
    pub(super) fn advance(&mut self, dt_s: f64, target_cells: f64) -> Advance {
        let has_floor = self.is_receding && !self.foil_m.is_empty();
        let floor_m = has_floor.then_some(self.foil_m.as_slice());
        self.motion.advance(
            self.grid,
            &mut self.level_set_m,
            floor_m,
            dt_s,
            target_cells,
        )
    }

    pub(super) fn solve_field(&mut self) -> Result<(), DepositError> {
        let time_s = self.time_s;
        let grid = self.grid;
        let unlabelled = |cell: usize| {
            let [x_m, y_m] = grid.centre_m(cell);
            DepositError::Unlabelled { time_s, x_m, y_m }
        };
        self.connectivity
            .survey(grid, &self.front, &self.level_set_m);
        if self.is_receding && !self.foil_m.is_empty() {
            self.labels.uncover(grid, &self.front, &self.level_set_m);
        }
        self.labels
            .pass_on(grid, &self.front, &self.level_set_m)
            .map_err(unlabelled)?;
        self.follow_film();
        let around = Surroundings {
            front: &self.front,
            labels: &self.labels,
            connectivity: &self.connectivity,
            level_set_m: &self.level_set_m,
        };
        if !self.field.prepare(around).map_err(unlabelled)? {
            return Err(DepositError::NoActiveFront { time_s });
        }
        self.field_report = self.field.solve().map_err(|failure| match failure {
            FieldFailure::NotANumber { cell } => {
                let [x_m, y_m] = grid.centre_m(cell);
                DepositError::NotANumber { time_s, x_m, y_m }
            }
            FieldFailure::Cap { iterations, cell } => {
                let [x_m, y_m] = grid.centre_m(cell);
                DepositError::Newton {
                    time_s,
                    iterations,
                    x_m,
                    y_m,
                }
            }
        })?;
        let fraction = self.field_report.current_error;
        if fraction.abs() > MAX_CURRENT_ERROR {
            return Err(DepositError::CurrentBalance { time_s, fraction });
        }
        Ok(())
    }

    /// Finds a film that has a thickness, and labels the front by whether it touches it.
    fn follow_film(&mut self) {
        let Some(film) = &mut self.field.film else {
            return;
        };
        film.update(self.grid, &self.front, &self.labels);
        for cut in &self.front.cuts {
            let cell = cut.cell as usize;
            match (self.labels.get(cell), film.covers(self.grid, cut)) {
                (Some(FrontLabel::Coated), false) => self.labels.set(cell, FrontLabel::Pinhole),
                (Some(FrontLabel::Pinhole), true) if film.is_rigid() => {
                    self.labels.set(cell, FrontLabel::Coated);
                }
                _ => {}
            }
        }
    }

    fn judge(&self) -> Option<Outcome> {
        let n = self.grid.n;
        let near_top = (n - SHORT_CIRCUIT_ROWS) * n;
        if self
            .front
            .cuts
            .last()
            .is_some_and(|cut| cut.cell as usize >= near_top)
        {
            Some(Outcome::ShortCircuit)
        } else if self.cycles.remaining_c_m2() <= 0.0 && self.cycles.is_last() {
            Some(Outcome::ChargeReached)
        } else if self.n_steps >= self.max_steps {
            Some(Outcome::StepLimit)
        } else {
            None
        }
    }

    fn report(&self, dt_s: f64, shift_cells: f64, n_retries: u32) -> StepReport {
        StepReport {
            dt_s,
            shift_cells,
            n_retries,
            n_newton: self.field_report.newton_iterations,
            n_cg_iterations: self.field_report.cg_iterations,
            outcome: self.outcome,
        }
    }

    /// Metal plated between the present net zinc charge and another, in cells.
    fn cells_plated_until(&self, zinc_c_m2: f64) -> f64 {
        self.cells_per_areal_charge() * (zinc_c_m2 - self.cycles.zinc_c_m2())
    }

    /// Metal that one C m⁻² on the whole width makes by Faraday's law, Ω/(zF), in cells.
    pub(super) fn cells_per_areal_charge(&self) -> f64 {
        ZINC_MOLAR_VOLUME_M3_MOL / (CHARGE_NUMBER * FARADAY_C_MOL) * self.grid.n as f64
            / self.grid.dx_m
    }
}

fn is_curable(failure: &DepositError) -> bool {
    matches!(
        failure,
        DepositError::Newton { .. }
            | DepositError::ShiftTooLarge { .. }
            | DepositError::VolumeResidual { .. }
            | DepositError::CurrentBalance { .. }
            | DepositError::NotANumber { .. }
    )
}
