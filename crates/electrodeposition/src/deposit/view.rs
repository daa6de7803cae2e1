//! A deposit as others may see it: fields, front, numbers and fingerprint.
//! Here because drawing, output and tests read a state that only `run` may change.
//! Must not know: how to draw, how to step.

use super::labels::FrontLabel;
use super::metal_area::metal_cells;
use super::observe::{self, DepositObservation, Distribution, Heights};
use super::run::Deposit;
use super::shape_numbers;
use crate::hash::StateHash;
use serde::{Deserialize, Serialize};

/// One straight piece of the front.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct FrontSegment {
    /// Ends, m from the lower left corner; x may pass the right edge by up to one cell.
    pub start_m: [f64; 2],
    pub end_m: [f64; 2],
    /// Plating current density, A m⁻²; zero on foil and in voids.
    pub current_density_a_m2: f64,
    pub label: FrontLabel,
}

impl Deposit {
    /// Signed distance to the front, m: one value a node, n_cells.0 across and n_cells.1 + 1 rows from the bottom,
    /// negative in metal. Exact within three cells of the front and held at that value beyond; the node column at the
    /// right edge is the first one.
    #[must_use]
    pub fn signed_distance_m(&self) -> &[f64] {
        &self.level_set_m
    }

    /// Cells across and up.
    #[must_use]
    pub fn n_cells(&self) -> (usize, usize) {
        (self.grid.n, self.grid.n)
    }

    /// Side of a cell, m.
    #[must_use]
    pub fn cell_size_m(&self) -> f64 {
        self.grid.dx_m
    }

    /// The front's pieces, cell by cell from the bottom row.
    pub fn front(&self) -> impl Iterator<Item = FrontSegment> + '_ {
        let to_m = |point: [f64; 2]| [point[0] * self.grid.dx_m, point[1] * self.grid.dx_m];
        self.front.segments.iter().filter_map(move |segment| {
            let site = self.field.sites.get(segment.cut as usize)?;
            Some(FrontSegment {
                start_m: to_m(segment.start),
                end_m: to_m(segment.end),
                current_density_a_m2: site.current_a_m2,
                label: self.labels.get(site.cell as usize)?,
            })
        })
    }

    /// Electrolyte potential against the metal, V, at cell centres row by row from the bottom: positive drives
    /// plating. `None` in metal and in voids.
    pub fn potential_v(&self) -> impl Iterator<Item = Option<f64>> + '_ {
        (0..self.grid.n_cells()).map(|cell| {
            self.connectivity
                .is_reached(cell)
                .then(|| self.field.potential_v(cell))
        })
    }

    /// The state in numbers.
    #[must_use]
    pub fn observe(&self) -> DepositObservation {
        let heights = Heights::of(self.grid, &self.level_set_m);
        let distribution = Distribution::of(&self.field);
        let plated_cells = metal_cells(self.grid, &self.level_set_m) - self.first_metal_cells;
        let expected_cells = self.cells_per_areal_charge() * self.cycles.zinc_c_m2();
        // In later half-cycles the net charge may be nothing; the error is over what was plated in all, or stripped where
        // hydrogen took more than the whole current.
        let all_cells = self.cells_per_areal_charge() * self.cycles.zinc_moved_c_m2();
        let relative = |cells: f64| {
            if all_cells > 0.0 {
                cells / all_cells
            } else {
                0.0
            }
        };
        DepositObservation {
            time_s: self.time_s,
            areal_charge_c_m2: self.cycles.passed_c_m2(),
            plated_volume_m2: plated_cells * self.grid.dx_m * self.grid.dx_m,
            charge_error: relative(plated_cells - expected_cells - self.upsets.unpaid_cells),
            uncorrected_charge_error: relative(self.uncorrected_cells),
            voltage_v: if self.field.starved.is_some() {
                0.0
            } else {
                self.field.top_potential_v()
            },
            tip_height_m: heights.max_m - self.first_height_m,
            mean_height_m: heights.mean_m - self.first_height_m,
            roughness_rq_m: heights.rq_m,
            coverage: observe::coverage(self.grid, &self.front, &self.labels),
            hot_spot_ratio: distribution.hot_spot_ratio(),
            min_current_density_a_m2: distribution.min_a_m2,
            max_current_density_a_m2: distribution.max_a_m2,
            current_error: self.field_report.current_error,
            n_cg_iterations: self.field_report.cg_iterations,
            n_newton: self.field_report.newton_iterations,
            residual: self.field_report.residual,
            n_voids: self.connectivity.n_voids,
            n_overhang_columns: observe::n_overhang_columns(
                self.grid,
                &self.connectivity,
                &self.level_set_m,
            ),
            n_steps: self.n_steps,
            least_resistance_cells: observe::least_resistance_cells(&self.field),
            neutral_wavelength_cells: observe::neutral_wavelength_cells(&self.field),
            box_dimension: shape_numbers::box_dimension(self.grid, &self.front),
            porosity: shape_numbers::porosity(
                plated_cells * self.grid.dx_m * self.grid.dx_m,
                self.grid.n as f64 * self.grid.dx_m,
                heights.max_m - self.first_height_m,
            ),
            half_cycle: self.cycles.half_cycle(),
            plated_charge_c_m2: self.cycles.plated_c_m2(),
            stripped_charge_c_m2: self.cycles.stripped_c_m2(),
            dead_zinc_m2: self.dead_cells() * self.grid.dx_m * self.grid.dx_m,
            hydrogen_share: 1.0 - self.field.zinc_a_m2() / self.field.material.applied_a_m2,
            least_salt_share: observe::least_salt_share(&self.field),
            n_nucleated: self.upsets.n_nucleated,
            n_cracks: self.upsets.n_cracks,
            current_density_a_m2: self.field.material.applied_a_m2,
        }
    }

    /// Fingerprint of the state's bits: front, potential, charge and time.
    #[must_use]
    pub fn state_hash(&self) -> u64 {
        let mut hash = StateHash::default();
        hash.write_f64s(&self.level_set_m);
        hash.write_f64s(&self.field.deviation_v);
        hash.write_f64s(&[self.field.offset_v, self.cycles.passed_c_m2(), self.time_s]);
        hash.finish()
    }
}
