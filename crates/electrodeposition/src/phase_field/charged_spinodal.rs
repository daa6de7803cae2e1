//! PFHub benchmark 6a: a mixture that separates while its charge makes an electric field.
//! Here because its Poisson equation, and the implicit part of its Cahn-Hilliard equation, are solved by the deposit's
//! own multigrid.
//! Must not know: the other problems, zinc.
//!
//! usnistgov/pfhub, `benchmarks/benchmark6-hackathon.ipynb`, domain (a), 100 × 100: ∂c/∂t = M∇²μ with
//! μ = f′(c) − κ∇²c + kΦ, f = ρ(c − 0.3)²(0.7 − c)², no flux through any edge; ∇²Φ = −kc/ε, Φ = 0 on the left,
//! sin(y/7) on the right, no field through bottom and top. F = ∫ κ/2 |∇c|² + f + kcΦ/2.
//!
//! Time by the second-order backward formula; f′ + kΦ is extrapolated and S(c_new − c*) added to μ, of second order
//! too, c* = 2c_n − c_(n−1). With D = ⅔Δt and S = 2√(κ/(DM)) the operator is a square: (1 − a∇²)² with a = √(DMκ), so
//! one step is two fields of the kind that the multigrid solves, and one for Φ.

use crate::multigrid::{Solver, StopAt};

const SIDE: f64 = 100.0;
const MOBILITY: f64 = 5.0;
const GRADIENT: f64 = 2.0;
const BARRIER: f64 = 5.0;
const CHARGE: f64 = 0.09;
const PERMITTIVITY: f64 = 90.0;
/// Mean remainder of a cell at which a field is good enough.
const TOLERANCE: f64 = 1e-9;
const MAX_ITERATIONS: u32 = 60;

/// A field did not settle.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("a field of the charged mixture did not settle at t = {time}: remainder {residual:e}")]
pub struct SpinodalError {
    pub time: f64,
    pub residual: f64,
}

/// The problem on one grid; a step allocates nothing.
#[derive(Debug, Clone)]
pub struct ChargedSpinodal {
    n: usize,
    h: f64,
    time: f64,
    /// The step of which `concentration_before` is the start; zero at the beginning.
    dt_before: f64,
    /// ⅔Δt (Δt in a first step) for which `diffusion` is prepared.
    prepared_for: f64,
    concentration: Vec<f64>,
    concentration_before: Vec<f64>,
    potential: Vec<f64>,
    potential_before: Vec<f64>,
    poisson: Solver,
    diffusion: Solver,
    extrapolated: Vec<f64>,
    work: Vec<f64>,
    image: Vec<f64>,
    remainder: Vec<f64>,
}

impl ChargedSpinodal {
    /// The first state on n × n cells, with its potential; `n` is a power of two.
    ///
    /// # Errors
    /// Where the first potential does not settle.
    pub fn new(n: usize) -> Result<Self, SpinodalError> {
        let h = SIDE / n as f64;
        let zeros = || vec![0.0; n * n];
        let concentration: Vec<f64> = (0..n * n)
            .map(|cell| {
                let [x, y] = [cell % n, cell / n].map(|k| (k as f64 + 0.5) * h);
                let square = libm::cos(0.13 * x) * libm::cos(0.087 * y);
                0.5 + 0.04
                    * (libm::cos(0.2 * x) * libm::cos(0.11 * y)
                        + square * square
                        + libm::cos(0.025 * x - 0.15 * y) * libm::cos(0.07 * x - 0.02 * y))
            })
            .collect();
        let mut poisson = Solver::new(n);
        set_closed_links(&mut poisson, n, 1.0);
        // Half a cell to the held potential on either side.
        poisson.set_sinks(|sink| {
            sink.fill(0.0);
            for row in sink.chunks_exact_mut(n) {
                (row[0], row[n - 1]) = (2.0, 2.0);
            }
        });
        let mut problem = Self {
            n,
            h,
            time: 0.0,
            dt_before: 0.0,
            prepared_for: 0.0,
            concentration_before: concentration.clone(),
            concentration,
            potential: zeros(),
            potential_before: zeros(),
            poisson,
            diffusion: Solver::new(n),
            extrapolated: zeros(),
            work: zeros(),
            image: zeros(),
            remainder: zeros(),
        };
        problem.solve_potential()?;
        problem.potential_before.copy_from_slice(&problem.potential);
        Ok(problem)
    }

    #[must_use]
    pub fn time(&self) -> f64 {
        self.time
    }

    /// Advances by `dt`; a step of another length than the one before is taken by the first-order formula.
    ///
    /// # Errors
    /// Where a field does not settle.
    pub fn step(&mut self, dt: f64) -> Result<(), SpinodalError> {
        let is_first = dt != self.dt_before;
        let weight = if is_first { dt } else { 2.0 / 3.0 * dt };
        let spread = libm::sqrt(weight * MOBILITY * GRADIENT);
        if self.prepared_for != weight {
            set_closed_links(&mut self.diffusion, self.n, spread);
            let area = self.h * self.h;
            self.diffusion.set_sinks(|sink| sink.fill(area));
            self.prepared_for = weight;
        }
        let stabiliser = 2.0 * spread / (weight * MOBILITY);
        // μ without its implicit part, in `work`; the known part of c in `remainder`.
        for cell in 0..self.work.len() {
            let (now, before) = (self.concentration[cell], self.concentration_before[cell]);
            let (phi, phi_before) = (self.potential[cell], self.potential_before[cell]);
            let (guess, phi_guess, known) = if is_first {
                (now, phi, now)
            } else {
                (
                    2.0 * now - before,
                    2.0 * phi - phi_before,
                    (4.0 * now - before) / 3.0,
                )
            };
            let u = guess - 0.5;
            let slope = 4.0 * BARRIER * u * (u * u - 0.04);
            self.extrapolated[cell] = guess;
            self.work[cell] = slope + CHARGE * phi_guess - stabiliser * guess;
            self.remainder[cell] = known * self.h * self.h;
        }
        // The Poisson solver's plain links are −h²∇² with closed edges.
        self.poisson.apply_links(&self.work, &mut self.image);
        for (remainder, flow) in self.remainder.iter_mut().zip(&self.image) {
            *remainder -= weight * MOBILITY * flow;
        }
        // (1 − a∇²) w = known, w − w(c*) sought; then (1 − a∇²) c = w, c − c* sought.
        let area = self.h * self.h;
        self.diffusion.apply(&self.extrapolated, &mut self.image);
        for (w, image) in self.work.iter_mut().zip(&self.image) {
            *w = image / area;
        }
        self.diffusion.apply(&self.work, &mut self.image);
        for (remainder, image) in self.remainder.iter_mut().zip(&self.image) {
            *remainder -= image;
        }
        self.image.fill(0.0);
        let stop = stop_at(self.n, area);
        let report = self
            .diffusion
            .add_solution(&mut self.image, &self.remainder, stop);
        self.check(report.converged, report.residual)?;
        for (remainder, w) in self.remainder.iter_mut().zip(&self.image) {
            *remainder = w * area;
        }
        self.concentration_before
            .copy_from_slice(&self.concentration);
        self.concentration.copy_from_slice(&self.extrapolated);
        let report = self
            .diffusion
            .add_solution(&mut self.concentration, &self.remainder, stop);
        self.check(report.converged, report.residual)?;
        self.time += dt;
        self.dt_before = dt;
        for (phi, before) in self.potential.iter_mut().zip(&mut self.potential_before) {
            // The extrapolation is the first guess of the new potential.
            (*phi, *before) = (2.0 * *phi - *before, *phi);
        }
        self.solve_potential()
    }

    fn solve_potential(&mut self) -> Result<(), SpinodalError> {
        let (n, h) = (self.n, self.h);
        let area = h * h;
        self.poisson.apply(&self.potential, &mut self.image);
        for cell in 0..n * n {
            let held = if cell % n == n - 1 {
                let y = ((cell / n) as f64 + 0.5) * h;
                2.0 * libm::sin(y / 7.0)
            } else {
                0.0
            };
            let charge = area * CHARGE / PERMITTIVITY * self.concentration[cell];
            self.remainder[cell] = charge + held - self.image[cell];
        }
        let report =
            self.poisson
                .add_solution(&mut self.potential, &self.remainder, stop_at(n, area));
        self.check(report.converged, report.residual)
    }

    fn check(&self, converged: bool, residual: f64) -> Result<(), SpinodalError> {
        let time = self.time;
        converged
            .then_some(())
            .ok_or(SpinodalError { time, residual })
    }

    /// F over the whole domain.
    #[must_use]
    pub fn free_energy(&self) -> f64 {
        let (n, area) = (self.n, self.h * self.h);
        let mut sum = 0.0;
        for cell in 0..n * n {
            let c = self.concentration[cell];
            let u2 = (c - 0.5) * (c - 0.5);
            let well = BARRIER * (u2 - 0.04) * (u2 - 0.04);
            sum += area * (well + 0.5 * CHARGE * c * self.potential[cell]);
            // Faces to the right and above; each carries κ/2 (Δc/h)² on an area h².
            for (inside, neighbour) in [(cell % n + 1 < n, cell + 1), (cell / n + 1 < n, cell + n)]
            {
                if inside {
                    let drop = self.concentration[neighbour] - c;
                    sum += 0.5 * GRADIENT * drop * drop;
                }
            }
        }
        sum
    }

    /// Mean concentration, which nothing may change.
    #[must_use]
    pub fn mean_concentration(&self) -> f64 {
        self.concentration.iter().sum::<f64>() / self.concentration.len() as f64
    }
}

fn stop_at(n: usize, area: f64) -> StopAt {
    StopAt {
        residual: TOLERANCE * area * (n * n) as f64,
        max_iterations: MAX_ITERATIONS,
    }
}

/// The same link everywhere, none across the sides: the grid repeats sideways, this domain does not.
fn set_closed_links(solver: &mut Solver, n: usize, link: f64) {
    solver.set_links(|right, up| {
        right.fill(link);
        up.fill(link);
        for row in right.chunks_exact_mut(n) {
            row[n - 1] = 0.0;
        }
        up[(n - 1) * n..].fill(0.0);
    });
}
