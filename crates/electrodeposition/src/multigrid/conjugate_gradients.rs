//! Preconditioned conjugate gradients on the finest grid.
//! Here because a multigrid cycle alone stalls where film and electrolyte differ a hundredfold or more, while as a
//! preconditioner it leaves only a few stubborn directions, which conjugate gradients remove one by one.
//! Must not know: Newton, time, physics.
//!
//! The method (Hestenes and Stiefel 1952) minimises the error in the energy norm over the span of M⁻¹r, (M⁻¹A)M⁻¹r,
//! …; the step along p is ρ/(p·Ap) with ρ = r·z and z = M⁻¹r, and the next direction is z + β p, conjugate to all earlier
//! ones because M⁻¹, one V-cycle, is symmetric. In single precision it is symmetric but for round-off, which
//! β = z_new·(r_new − r)/ρ forgives (Polak and Ribière 1969); and r_new − r = −step·Ap is at hand.

use super::finest::Finest;
use super::preconditioner::{Precision, Preconditioner};
use super::sums::{Lanes, add_scaled, sum_of_magnitudes};

/// A solve that is to reduce the remainder to no less than this is preconditioned in single precision.
const SINGLE_GAINS: f64 = 1e-5;
/// But only while each iteration leaves less than this of the remainder: where the constant part of a correction is a
/// million times its differences, they drown, and double precision takes over.
const LEAST_GAIN: f64 = 0.5;

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

/// Matrix, hierarchy and work vectors for one grid size; solving allocates nothing. Vectors are in the order of i and j.
#[derive(Debug, Clone)]
pub struct Solver {
    matrix: Finest,
    preconditioner: Preconditioner,
    residual: Vec<f64>,
    correction: Vec<f64>,
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
            matrix: Finest::new(n),
            preconditioner: Preconditioner::new(n),
            residual: zeros(),
            correction: zeros(),
            direction: zeros(),
            image: zeros(),
        }
    }

    /// Lets `fill(right, up)` write the links of every cell with its right-hand and upper neighbour, then passes them
    /// to the coarser grids. The top row's `up` must be zero. Call [`Solver::set_sinks`] before solving.
    pub fn set_links(&mut self, fill: impl FnOnce(&mut [f64], &mut [f64])) {
        let Finest { right, up, .. } = &mut self.matrix;
        fill(right, up);
        self.preconditioner.links_changed();
    }

    /// Lets `fill(sink)` write every cell's tie to zero and prepares all grids.
    pub fn set_sinks(&mut self, fill: impl FnOnce(&mut [f64])) {
        fill(&mut self.matrix.sink);
        self.preconditioner.sinks_changed();
    }

    /// Links as set: (right, up).
    #[must_use]
    pub fn links(&self) -> (&[f64], &[f64]) {
        (&self.matrix.right, &self.matrix.up)
    }

    /// out = A x.
    pub fn apply(&self, x: &[f64], out: &mut [f64]) {
        self.apply_rows(x, out, true);
    }

    /// out = A x without the sinks: what flows out of each cell through its links.
    pub fn apply_links(&self, x: &[f64], out: &mut [f64]) {
        self.apply_rows(x, out, false);
    }

    fn apply_rows(&self, x: &[f64], out: &mut [f64], with_sinks: bool) {
        for (j, row) in out.chunks_exact_mut(self.matrix.n).enumerate() {
            self.matrix.apply_row(x, j, row, with_sinks);
        }
    }

    /// x = one V-cycle on b: the preconditioner alone, which approximates A⁻¹ b.
    pub fn precondition(&mut self, precision: Precision, b: &[f64], x: &mut [f64]) {
        let b_and_sum = (b, sum_of_magnitudes(b));
        self.preconditioner
            .cycle(precision, &self.matrix, b_and_sum, x, b);
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
        let mut precision = if stop.residual >= SINGLE_GAINS * initial_residual {
            Precision::Single
        } else {
            Precision::Double
        };
        let (mut rho, mut step) = (0.0, 0.0);
        let mut is_first = true;
        while report.residual > stop.residual || report.residual.is_nan() {
            if report.iterations >= stop.max_iterations {
                report.converged = false;
                break;
            }
            let rho_before = rho;
            let along;
            [rho, along] = self.preconditioner.cycle(
                precision,
                &self.matrix,
                (&self.residual, report.residual),
                &mut self.correction,
                &self.image,
            );
            let keep = (!is_first).then(|| -step * along / rho_before);
            let energy = self.turn(keep);
            step = rho / energy;
            let is_usable = energy > 0.0 && step.is_finite();
            if !is_usable && precision == Precision::Double {
                report.converged = false;
                break;
            }
            is_first = false;
            let before = report.residual;
            if is_usable {
                report.residual = self.advance(x, step);
                report.iterations += 1;
            }
            let has_gained = is_usable && report.residual < LEAST_GAIN * before;
            if precision == Precision::Single && !has_gained {
                (precision, is_first) = (Precision::Double, true);
            }
        }
        report
    }

    /// Sets direction p = z + keep·p, or z at first, and its image A p; returns p·Ap. One pass: a row of the image
    /// follows its direction's upper neighbour.
    fn turn(&mut self, keep: Option<f64>) -> f64 {
        let n = self.matrix.n;
        let span = |j: usize| j * n..(j + 1) * n;
        let mut energy = Lanes::default();
        for front in 0..=n {
            if front < n {
                let correction = &self.correction[span(front)];
                let direction = &mut self.direction[span(front)];
                match keep {
                    None => direction.copy_from_slice(correction),
                    Some(keep) => {
                        for (p, z) in direction.iter_mut().zip(correction) {
                            *p = z + keep * *p;
                        }
                    }
                }
            }
            if let Some(j) = front.checked_sub(1) {
                let image = &mut self.image[span(j)];
                self.matrix.apply_row(&self.direction, j, image, true);
                energy.add_products(&self.direction[span(j)], image);
            }
        }
        energy.sum()
    }

    /// Goes a step along the direction; returns the sum of |remainders| there.
    fn advance(&mut self, x: &mut [f64], step: f64) -> f64 {
        let n = self.matrix.n;
        let mut magnitudes = Lanes::default();
        let moves = self
            .direction
            .chunks_exact(n)
            .zip(self.image.chunks_exact(n));
        let rows = x.chunks_exact_mut(n).zip(self.residual.chunks_exact_mut(n));
        for ((x, residual), (direction, image)) in rows.zip(moves) {
            add_scaled(x, step, direction);
            add_scaled(residual, -step, image);
            magnitudes.add_magnitudes(residual);
        }
        magnitudes.sum()
    }
}
