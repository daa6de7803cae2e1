//! A surface starved of salt: held at a potential, it takes what arrives, i = zF k c_s/(1 − t₊).
//! Here because fingers grow under it, and only under it; a galvanostat just below the limiting current grows none.
//! Must not know: kinetics, time.
//!
//! The salt's share of c₀ obeys ∇²c = 0 with ∂c/∂n = c/ℓ at the front, ℓ = D/k, and c = 1 at the end of the diffusion
//! layer. In units of cells a site a distance d from its cell's centre is the sink L/(ℓ + d), a top cell's tie to one
//! 1/(½ + δ_top). One linear solve a step; the potential is not computed, because the surface's law does not ask for it.

use super::field::Field;
use super::newton::{FieldFailure, FieldReport};
use crate::case::Case;
use crate::limits::Separator;
use crate::multigrid::StopAt;

/// Constants of a starved run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Starved {
    /// ℓ = D/k, cells.
    length: f64,
    /// δ_top, cells.
    above_window: f64,
    /// zF D c₀/((1 − t₊) dx), A m⁻²: the current of a fall of c₀ over one cell.
    scale_a_m2: f64,
}

const REDUCTION: f64 = 1e-9;
const MAX_CG: u32 = 200;

impl Starved {
    pub(crate) fn of(case: &Case, dx_m: f64, first_height_m: f64) -> Option<Self> {
        let setup = &case.deposit;
        if setup.starved_length_m == 0.0 {
            return None;
        }
        let mut open = case.clone();
        open.cell.separator_porosity = 1.0;
        let solution = Separator::of(&open);
        let above_m = setup.diffusion_layer_m - (setup.width_m - first_height_m);
        Some(Self {
            length: setup.starved_length_m / dx_m,
            above_window: above_m.max(0.0) / dx_m,
            scale_a_m2: solution.diffusivity_m2_s * solution.concentration_mol_m3
                / (solution.salt_flux_per_current_mol_c() * dx_m),
        })
    }

    /// ℓ, cells.
    pub(crate) fn length_cells(&self) -> f64 {
        self.length
    }
}

impl Field {
    /// Finds the salt for the links and sites as prepared, the currents it brings and their mean over the window.
    pub(crate) fn solve_starved(&mut self, law: Starved) -> Result<FieldReport, FieldFailure> {
        let (n, top) = (self.grid.n, (self.grid.n - 1) * self.grid.n);
        let tie = 1.0 / (0.5 + law.above_window);
        // Distances were prepared as resistances of the electrolyte.
        let cell_ohm_m2 = self.cell_ohm_m2();
        let take = |series_ohm_m2: f64| 1.0 / (law.length + series_ohm_m2 / cell_ohm_m2);
        let sites = &self.sites;
        self.solver.set_sinks(|sink| {
            sink.fill(0.0);
            sink[top..].fill(tie);
            for site in sites.iter().filter(|site| site.is_active) {
                sink[site.cell as usize] += site.length * take(site.series_ohm_m2);
            }
        });
        self.solver.apply(&self.deviation_v, &mut self.remainder);
        for value in &mut self.remainder {
            *value = -*value;
        }
        for value in &mut self.remainder[top..] {
            *value += tie;
        }
        let inflow = tie * n as f64;
        let stop = StopAt {
            residual: REDUCTION * inflow,
            max_iterations: MAX_CG,
        };
        let linear = self
            .solver
            .add_solution(&mut self.deviation_v, &self.remainder, stop);
        if let Some(cell) = self.deviation_v.iter().position(|c| !c.is_finite()) {
            return Err(FieldFailure::NotANumber { cell });
        }
        let mut sum = 0.0;
        for site in &mut self.sites {
            let share = self.deviation_v[site.cell as usize];
            site.current_a_m2 = if site.is_active {
                law.scale_a_m2 * share * take(site.series_ohm_m2)
            } else {
                0.0
            };
            site.zinc_a_m2 = site.current_a_m2;
            site.conductance_s_m2 = 0.0;
            sum += site.current_a_m2 * site.length;
            self.current_of_cell_a_m2[site.cell as usize] = site.current_a_m2;
        }
        self.material.applied_a_m2 = sum / n as f64;
        // What leaves through the sites must have entered at the top.
        let entered: f64 = self.deviation_v[top..]
            .iter()
            .map(|c| tie * (1.0 - c))
            .sum();
        Ok(FieldReport {
            newton_iterations: 1,
            cg_iterations: linear.iterations,
            residual: linear.residual / inflow,
            current_error: sum / (law.scale_a_m2 * entered) - 1.0,
        })
    }
}
