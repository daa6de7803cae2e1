//! What happens to a growing front by chance: new nuclei, cracks of a strained film, healing.
//! Here because each is a rate in time, drawn from the run's own random numbers, and changes labels or shape between
//! two steps.
//! Must not know: how the field is solved, how the front moves.
//!
//! Nuclei appear on foil with the rate J = J₀ exp(−(η_N/η)²) a metre and second, η the drive at the place (a Poisson
//! process; the classical exponent for a nucleus with a barrier). A nucleus is a disc that is there at once; its metal
//! is paid for by the charge of the following steps, a tenth of each. On growing zinc the same rate starts a grain of a
//! new tilt, without metal of its own. A film that binds zinc raises J₀ (`affinity`).
//!
//! A film that follows a bump of curvature K growing at v is stretched at the rate K v. It cracks with the hazard
//! K v/ε_c for each crack's width, and a bare place is covered again with the hazard 1/τ: on the average the bare share
//! f obeys df/dt = (1 − f) K v/ε_c − f/τ. All of these laws are assumed.

use super::curvature::curvature_per_cell;
use super::grid::Grid;
use super::labels::FrontLabel;
use super::metal_area::metal_cells;
use super::run::Deposit;
use crate::affinity::nucleation_factor;
use crate::case::Case;
use crate::constants::{CHARGE_NUMBER, FARADAY_C_MOL, ZINC_MOLAR_VOLUME_M3_MOL};

/// Rates of chance events, and what they have done.
#[derive(Debug, Clone)]
pub(crate) struct Upsets {
    nucleation_rate_m_s: f64,
    nucleation_barrier_v: f64,
    nucleus_radius_m: f64,
    /// Of the film a nucleus grows under.
    new_label: FrontLabel,
    crack_strain: f64,
    crack_width_m: f64,
    healing_time_s: f64,
    /// Metal of nuclei that no charge has paid for yet, in cells.
    pub unpaid_cells: f64,
    pub n_nucleated: u32,
    pub n_cracks: u32,
    places: Vec<[f64; 2]>,
}

/// A nucleus on the grid is at least this large, in cells.
const LEAST_RADIUS_CELLS: f64 = 1.5;
/// Part of each step's metal that pays for nuclei.
const PAID_BACK: f64 = 0.1;
/// Events of one kind in one step, at most.
const MAX_EVENTS: usize = 256;

impl Upsets {
    pub(crate) fn of(case: &Case, grid: Grid) -> Self {
        let (setup, coating) = (&case.deposit, &case.coating);
        let is_filmed = case.plates_under_film();
        // A rigid film is not stretched: metal grows through it.
        let cracks = is_filmed && coating.conformality > 0.0;
        Self {
            nucleation_rate_m_s: if case.is_coated() {
                setup.nucleation_rate_m_s * nucleation_factor(coating.zinc_affinity_ev)
            } else {
                setup.nucleation_rate_m_s
            },
            nucleation_barrier_v: setup.nucleation_barrier_v,
            nucleus_radius_m: setup.nucleus_radius_m.max(LEAST_RADIUS_CELLS * grid.dx_m),
            new_label: if is_filmed {
                FrontLabel::Coated
            } else {
                FrontLabel::Bare
            },
            crack_strain: if cracks { coating.crack_strain } else { 0.0 },
            crack_width_m: coating.crack_width_m.max(grid.dx_m),
            healing_time_s: if cracks { coating.healing_time_s } else { 0.0 },
            unpaid_cells: 0.0,
            n_nucleated: 0,
            n_cracks: 0,
            places: Vec::with_capacity(MAX_EVENTS),
        }
    }

    /// What is still unpaid after a step that plates so much, in cells.
    pub(crate) fn unpaid_after(&self, step_cells: f64) -> f64 {
        (self.unpaid_cells - PAID_BACK * step_cells.max(0.0)).max(0.0)
    }
}

impl Deposit {
    /// Lets chance act for a time; returns whether anything changed.
    pub(super) fn upset(&mut self, dt_s: f64) -> bool {
        let mut has_changed = false;
        if self.upsets.nucleation_rate_m_s > 0.0 && !self.cycles.is_stripping() {
            has_changed |= self.nucleate(dt_s);
        }
        if self.upsets.crack_strain > 0.0 {
            has_changed |= self.crack(dt_s);
        }
        if self.upsets.healing_time_s > 0.0 {
            has_changed |= self.heal(dt_s);
        }
        has_changed
    }

    fn nucleate(&mut self, dt_s: f64) -> bool {
        self.upsets.places.clear();
        let mut has_changed = false;
        for k in 0..self.field.sites.len() {
            let (site, cut) = (&self.field.sites[k], self.front.cuts[k]);
            let cell = cut.cell as usize;
            if !self.connectivity.is_reached(cell) {
                continue;
            }
            let is_foil = self.labels.get(cell) == Some(FrontLabel::Foil);
            if !is_foil && self.field.texture.is_isotropic() {
                continue;
            }
            let drive_v = if is_foil {
                self.field.potential_v(cell)
            } else {
                -site.eta_v
            };
            if drive_v <= 0.0 {
                continue;
            }
            let barrier = self.upsets.nucleation_barrier_v / drive_v;
            let rate = self.upsets.nucleation_rate_m_s * libm::exp(-barrier * barrier);
            let expected = rate * cut.length * self.grid.dx_m * dt_s;
            if self.random.uniform() >= -libm::expm1(-expected) {
                continue;
            }
            has_changed = true;
            self.upsets.n_nucleated += 1;
            if !is_foil {
                let grain = self.field.texture.add_grain(&mut self.random);
                self.labels.set_grain(cell, grain);
            } else if self.upsets.places.len() < MAX_EVENTS {
                let [x, y] = self.grid.centre_m(cell);
                let out_m = cut.distance * self.grid.dx_m;
                let place = [x - out_m * cut.normal[0], y - out_m * cut.normal[1]];
                self.upsets.places.push(place);
            }
        }
        for k in 0..self.upsets.places.len() {
            self.place_nucleus(self.upsets.places[k]);
        }
        has_changed
    }

    /// Puts a disc of metal on a place of the foil.
    fn place_nucleus(&mut self, [x_m, y_m]: [f64; 2]) {
        let (grid, radius_m) = (self.grid, self.upsets.nucleus_radius_m);
        let dx_m = grid.dx_m;
        let grain = self.field.texture.add_grain(&mut self.random);
        let before_cells = metal_cells(grid, &self.level_set_m);
        let reach = (radius_m / dx_m) as isize + 4;
        let (i, j) = ((x_m / dx_m) as isize, (y_m / dx_m) as isize);
        for b in (j - reach).max(0)..=(j + reach).min(grid.n as isize) {
            for a in i - reach..=i + reach {
                let (aside, up) = (a as f64 * dx_m - x_m, b as f64 * dx_m - y_m);
                let distance_m = libm::sqrt(aside * aside + up * up) - radius_m;
                let node = b as usize * grid.n + grid.wrap(a);
                self.level_set_m[node] = self.level_set_m[node].min(distance_m);
                let is_inside = distance_m < 0.0 && b < grid.n as isize;
                let cell = b as usize * grid.n + grid.wrap(a);
                if is_inside && self.labels.get(cell).is_none_or(|label| !label.is_active()) {
                    self.labels.set(cell, self.upsets.new_label);
                    self.labels.set_grain(cell, grain);
                }
            }
        }
        self.upsets.unpaid_cells += metal_cells(grid, &self.level_set_m) - before_cells;
    }

    fn crack(&mut self, dt_s: f64) -> bool {
        self.upsets.places.clear();
        let (grid, upsets) = (self.grid, &mut self.upsets);
        let volume_m3_c = ZINC_MOLAR_VOLUME_M3_MOL / (CHARGE_NUMBER * FARADAY_C_MOL);
        for (site, cut) in self.field.sites.iter().zip(&self.front.cuts) {
            let cell = cut.cell as usize;
            if !site.is_active || self.labels.get(cell) != Some(FrontLabel::Coated) {
                continue;
            }
            let curvature_1_m = curvature_per_cell(grid, &self.level_set_m, cell) / grid.dx_m;
            let strain = curvature_1_m * site.zinc_a_m2 * volume_m3_c * dt_s;
            let widths = cut.length * grid.dx_m / upsets.crack_width_m;
            let expected = strain.max(0.0) / upsets.crack_strain * widths;
            let is_hit = self.random.uniform() < -libm::expm1(-expected);
            if is_hit && upsets.places.len() < MAX_EVENTS {
                upsets.places.push(grid.centre_m(cell));
                upsets.n_cracks += 1;
            }
        }
        let half_m = 0.5 * upsets.crack_width_m;
        let width_m = grid.n as f64 * grid.dx_m;
        for &[x_m, y_m] in &upsets.places {
            for cut in &self.front.cuts {
                let cell = cut.cell as usize;
                let [x, y] = grid.centre_m(cell);
                let aside = (x - x_m).abs();
                let aside = aside.min(width_m - aside);
                let is_near = aside * aside + (y - y_m) * (y - y_m) <= half_m * half_m;
                if is_near && self.labels.get(cell) == Some(FrontLabel::Coated) {
                    self.labels.set(cell, FrontLabel::Pinhole);
                }
            }
        }
        !upsets.places.is_empty()
    }

    fn heal(&mut self, dt_s: f64) -> bool {
        let chance = -libm::expm1(-dt_s / self.upsets.healing_time_s);
        let mut has_changed = false;
        for cut in &self.front.cuts {
            let cell = cut.cell as usize;
            let is_bare = self.labels.get(cell) == Some(FrontLabel::Pinhole);
            if is_bare && self.random.uniform() < chance {
                self.labels.set(cell, FrontLabel::Coated);
                has_changed = true;
            }
        }
        has_changed
    }
}
