//! Preconditioned conjugate gradients on the finest grid.
//! Here because a multigrid cycle alone stalls where film and electrolyte differ a hundredfold or more, while as a
//! preconditioner it leaves only a few stubborn directions, which conjugate gradients remove one by one.
//! Must not know: Newton, time, physics.
//!
//! The method (Hestenes and Stiefel 1952) minimises the error in the energy norm over the span of M⁻¹r, (M⁻¹A)M⁻¹r,
//! …; the step along p is ρ/(p·Ap) with ρ = r·M⁻¹r, and the next direction is z + (ρ_new/ρ) p, conjugate to all
//! earlier ones because M⁻¹, one V-cycle, is symmetric.

use super::cycle::{self, Hierarchy};
use super::rows::{add_scaled, dot, sum_of_magnitudes};

/// When a solve may stop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StopAt {
    /// Sum of |remainders| that is good enough.
    pub residual: f64,
    pub max_iterations: u32,
}

/// How a solve ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SolveReport {
    pub iterations: u32,
    /// Sum of |b − A x| over all cells at the start.
    pub initial_residual: f64,
    /// The same at the end, as the recurrence carries it.
    pub residual: f64,
    /// False when the iteration limit or a breakdown (a direction without energy, or not a number) ended the solve.
    pub converged: bool,
}

/// Matrix, hierarchy and work vectors for one grid size; solving allocates nothing.
#[derive(Debug, Clone)]
pub struct Solver {
    hierarchy: Hierarchy,
    residual: Vec<f64>,
    direction: Vec<f64>,
    image: Vec<f64>,
}

impl Solver {
    /// A solver for n × n cells; `n` must be a power of two, at least 8.
    #[must_use]
    pub fn new(n: usize) -> Self {
        debug_assert!(n.is_power_of_two() && n >= 8);
        let zeros = || vec![0.0; n * n];
        Self {
            hierarchy: Hierarchy::new(n),
            residual: zeros(),
            direction: zeros(),
            image: zeros(),
        }
    }

    /// Lets `fill(right, up)` write the links of every cell with its right-hand and upper neighbour, then passes them
    /// to the coarser grids. The top row's `up` must be zero. Call [`Solver::set_sinks`] before solving.
    pub fn set_links(&mut self, fill: impl FnOnce(&mut [f64], &mut [f64])) {
        let finest = &mut self.hierarchy.levels[0];
        fill(&mut finest.right, &mut finest.up);
        self.hierarchy.update_links();
    }

    /// Lets `fill(sink)` write every cell's tie to zero and prepares all grids.
    pub fn set_sinks(&mut self, fill: impl FnOnce(&mut [f64])) {
        fill(&mut self.hierarchy.levels[0].sink);
        self.hierarchy.update_sinks();
    }

    /// Links as set: (right, up).
    #[must_use]
    pub fn links(&self) -> (&[f64], &[f64]) {
        let finest = &self.hierarchy.levels[0];
        (&finest.right, &finest.up)
    }

    /// out = A x.
    pub fn apply(&self, x: &[f64], out: &mut [f64]) {
        cycle::apply(&self.hierarchy.levels[0], x, out, true);
    }

    /// out = A x without the sinks: what flows out of each cell through its links.
    pub fn apply_links(&self, x: &[f64], out: &mut [f64]) {
        cycle::apply(&self.hierarchy.levels[0], x, out, false);
    }

    /// x = one V-cycle on b: the preconditioner alone, which approximates A⁻¹ b.
    pub fn precondition(&mut self, b: &[f64], x: &mut [f64]) {
        self.hierarchy.levels[0].b.copy_from_slice(b);
        self.hierarchy.cycle();
        x.copy_from_slice(&self.hierarchy.levels[0].x);
    }

    /// Adds to `x` the solution of A y = b, starting from y = 0. `b` is the remainder at the present `x` when `x` is a
    /// guess, which is how Newton uses it.
    pub fn add_solution(&mut self, x: &mut [f64], b: &[f64], stop: StopAt) -> SolveReport {
        self.residual.copy_from_slice(b);
        let initial_residual = sum_of_magnitudes(b);
        let mut report = SolveReport {
            iterations: 0,
            initial_residual,
            residual: initial_residual,
            converged: true,
        };
        let mut rho = 0.0;
        while report.residual > stop.residual || report.residual.is_nan() {
            if report.iterations >= stop.max_iterations {
                report.converged = false;
                break;
            }
            let finest = &mut self.hierarchy.levels[0];
            finest.b.copy_from_slice(&self.residual);
            self.hierarchy.cycle();
            let correction = &self.hierarchy.levels[0].x;
            let rho_before = rho;
            rho = dot(&self.residual, correction);
            if report.iterations == 0 {
                self.direction.copy_from_slice(correction);
            } else {
                let keep = rho / rho_before;
                for (p, z) in self.direction.iter_mut().zip(correction) {
                    *p = z + keep * *p;
                }
            }
            cycle::apply(
                &self.hierarchy.levels[0],
                &self.direction,
                &mut self.image,
                true,
            );
            let energy = dot(&self.direction, &self.image);
            let step = rho / energy;
            if !(energy > 0.0 && step.is_finite()) {
                report.converged = false;
                break;
            }
            add_scaled(x, step, &self.direction);
            add_scaled(&mut self.residual, -step, &self.image);
            report.residual = sum_of_magnitudes(&self.residual);
            report.iterations += 1;
        }
        report
    }
}
