//! Preconditioned conjugate gradients on the finest grid.
//! Here because a multigrid cycle alone stalls where film and electrolyte differ a hundredfold or more, while as a
//! preconditioner it leaves only a few stubborn directions, which conjugate gradients remove one by one.
//! Must not know: Newton, time, physics.
//!
//! The method (Hestenes and Stiefel 1952) minimises the error in the energy norm over the span of M⁻¹r, (M⁻¹A)M⁻¹r,
//! …; the step along p is ρ/(p·Ap) with ρ = r·M⁻¹r, and the next direction is z + (ρ_new/ρ) p, conjugate to all
//! earlier ones because M⁻¹, one V-cycle, is symmetric.

use super::cycle::{self, Hierarchy};
use super::rows::{add_scaled, dot, split, sum_of_magnitudes, unsplit};

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
///
/// Callers see plain row-major order; inside, rows are kept in the order of `rows`.
#[derive(Debug, Clone)]
pub struct Solver {
    hierarchy: Hierarchy,
    solution: Vec<f64>,
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
            solution: zeros(),
            residual: zeros(),
            direction: zeros(),
            image: zeros(),
        }
    }

    /// Lets `fill(right, up)` write the links of every cell with its right-hand and upper neighbour, then passes them
    /// to the coarser grids. The top row's `up` must be zero. Call [`Solver::set_sinks`] before solving.
    pub fn set_links(&mut self, fill: impl FnOnce(&mut [f64], &mut [f64])) {
        fill(&mut self.direction, &mut self.image);
        let finest = &mut self.hierarchy.levels[0];
        reorder(finest.n, &self.direction, &mut finest.right, split);
        reorder(finest.n, &self.image, &mut finest.up, split);
        self.hierarchy.update_links();
    }

    /// Lets `fill(sink)` write every cell's tie to zero and prepares all grids.
    pub fn set_sinks(&mut self, fill: impl FnOnce(&mut [f64])) {
        fill(&mut self.direction);
        let finest = &mut self.hierarchy.levels[0];
        reorder(finest.n, &self.direction, &mut finest.sink, split);
        self.hierarchy.update_sinks();
    }

    /// out = A x.
    pub fn apply(&mut self, x: &[f64], out: &mut [f64]) {
        self.apply_part(x, out, true);
    }

    /// out = A x without the sinks: what flows out of each cell through its links.
    pub fn apply_links(&mut self, x: &[f64], out: &mut [f64]) {
        self.apply_part(x, out, false);
    }

    fn apply_part(&mut self, x: &[f64], out: &mut [f64], with_sinks: bool) {
        let finest = &self.hierarchy.levels[0];
        reorder(finest.n, x, &mut self.direction, split);
        cycle::apply(finest, &self.direction, &mut self.image, with_sinks);
        reorder(finest.n, &self.image, out, unsplit);
    }

    /// Adds to `x` the solution of A y = b, starting from y = 0. `b` is the remainder at the present `x` when `x` is a
    /// guess, which is how Newton uses it.
    pub fn add_solution(&mut self, x: &mut [f64], b: &[f64], stop: StopAt) -> SolveReport {
        let n = self.hierarchy.levels[0].n;
        reorder(n, b, &mut self.residual, split);
        self.solution.fill(0.0);
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
            add_scaled(&mut self.solution, step, &self.direction);
            add_scaled(&mut self.residual, -step, &self.image);
            report.residual = sum_of_magnitudes(&self.residual);
            report.iterations += 1;
        }
        reorder(n, &self.solution, &mut self.direction, unsplit);
        add_scaled(x, 1.0, &self.direction);
        report
    }
}

/// Carries a vector into or out of the stored order, row by row.
fn reorder(n: usize, from: &[f64], to: &mut [f64], by: impl Fn(&[f64], &mut [f64])) {
    for (from, to) in from.chunks_exact(n).zip(to.chunks_exact_mut(n)) {
        by(from, to);
    }
}
