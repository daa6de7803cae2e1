//! Where plating turns to stripping and back: what is left to strip, what is dead, and when a run has no more turns.
//! Here because a half-cycle ends for want of charge or of metal, and both must leave the volume exact.
//! Must not know: how the front moves, how the field is solved.

use super::error::DepositError;
use super::metal_area::metal_cells;
use super::report::Outcome;
use super::run::Deposit;

/// Rows of foil that stripping leaves.
const LEAST_FOIL_ROWS: f64 = 2.0;
/// Part of the metal left that one more step may take.
const USABLE: f64 = 0.5;
/// Part of all metal there was to dissolve below which a half-cycle may end early.
const NEARLY_NOTHING: f64 = 0.1;

impl Deposit {
    /// Ends a half-cycle, and the run where it was the last or left nothing to plate on.
    pub(super) fn turn_around(&mut self, is_used_up: bool) -> Result<(), DepositError> {
        // Where plating itself used the metal up, because hydrogen takes more than the current, no turn brings it back.
        let has_nothing_left = is_used_up && !self.cycles.is_stripping();
        if has_nothing_left || !self.cycles.begin_next() {
            self.outcome = Some(if is_used_up {
                Outcome::MetalUsedUp
            } else {
                Outcome::ChargeReached
            });
            return Ok(());
        }
        self.field.material.applied_a_m2 = -self.field.material.applied_a_m2;
        self.field.forget();
        self.connectivity.watch_metal();
        self.is_receding = self.cycles.is_stripping();
        self.shift_cells = 0.0;
        match self.solve_field() {
            Err(DepositError::NoActiveFront { .. }) => {
                self.outcome = Some(Outcome::MetalUsedUp);
                Ok(())
            }
            other => other,
        }
    }

    /// Metal above what stays, and not cut off, in cells.
    fn live_cells(&self) -> f64 {
        metal_cells(self.grid, &self.level_set_m) - self.fixed_cells() - self.dead_cells()
    }

    /// Metal that never dissolves, in cells.
    fn fixed_cells(&self) -> f64 {
        if self.foil_m.is_empty() {
            LEAST_FOIL_ROWS * self.grid.n as f64
        } else {
            metal_cells(self.grid, &self.foil_m)
        }
    }

    /// Whether stripping so much charge would take more than the metal that can still dissolve.
    pub(super) fn is_used_up(&self, charge_c_m2: f64) -> bool {
        self.cells_per_areal_charge() * charge_c_m2 > USABLE * self.live_cells()
    }

    /// Whether so little is left to strip that what is left lies about in specks, which no common shift can thin.
    pub(super) fn is_nearly_used_up(&self) -> bool {
        let plated_cells = self.cells_per_areal_charge() * self.cycles.plated_c_m2();
        let first_cells = self.first_metal_cells - self.fixed_cells();
        let all_cells = first_cells + plated_cells + self.upsets.unpaid_cells;
        self.is_receding && self.live_cells() < NEARLY_NOTHING * all_cells
    }

    /// Takes a failed step back.
    pub(super) fn stand_still(&mut self) -> Result<(), DepositError> {
        self.level_set_m.copy_from_slice(&self.level_set_before_m);
        self.front.trace(self.grid, &self.level_set_m);
        match self.solve_field() {
            Err(DepositError::NoActiveFront { .. }) => Ok(()),
            other => other,
        }
    }

    /// Metal cut off from the foil, in cells.
    pub(super) fn dead_cells(&self) -> f64 {
        // Metal is cut off by stripping only.
        if self.cycles.half_cycle() == 0 {
            return 0.0;
        }
        let dead = |cell: usize| {
            self.connectivity
                .dead_fraction(self.grid, &self.level_set_m, cell)
        };
        (0..self.grid.n_cells()).map(dead).sum()
    }
}
