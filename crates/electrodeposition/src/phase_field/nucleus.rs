//! PFHub benchmark 8a: one round nucleus near its critical size.
//! Here because a nucleus a hundredth too small must vanish and one a hundredth too large must grow, and how fast is
//! published.
//! Must not know: the other problems.
//!
//! usnistgov/pfhub, `benchmarks/benchmark8.ipynb`, part (a): ∂φ/∂t = ∇²φ − g′(φ) + Δf p′(φ) with g = φ²(1 − φ)²,
//! p = φ³(10 − 15φ + 6φ²), Δf = √2/30 (r* = 5), on 100 × 100, periodic, from φ = ½[1 − tanh((r − r₀)/√2)]. Cells of
//! 0.4, as in the published run (guyer/phasefieldbenchmark-8, `params.yaml`).

use std::f64::consts::SQRT_2;

use super::field::{Edges, Field};
use super::heun::{Around, Heun, RowRate};
use super::lanes::Numbers;

const SIDE: f64 = 100.0;
const CRITICAL_RADIUS: f64 = 5.0;
const DRIVING_FORCE: f64 = SQRT_2 / 30.0;
/// Half of what is stable on cells of 0.4; finer cells need more.
const STEPS_PER_UNIT: f64 = 50.0;
/// Δt over h², of which ¼ is stable.
const STEP_OVER_SQUARE: f64 = 0.125;

/// The problem for one first radius.
#[derive(Debug, Clone)]
pub struct Nucleus {
    field: Field,
    heun: Heun,
    h: f64,
    steps_per_unit: f64,
    n_steps: u32,
}

impl Nucleus {
    /// A nucleus of `radius_ratio` times the critical radius on n × n cells (the published run has 250).
    #[must_use]
    pub fn new(radius_ratio: f64, n: usize) -> Self {
        let h = SIDE / n as f64;
        let mut field = Field::new(n, n);
        field.fill(|i, j| {
            let [x, y] = [i, j].map(|k| (k as f64 + 0.5) * h - 0.5 * SIDE);
            let outside = libm::sqrt(x * x + y * y) - radius_ratio * CRITICAL_RADIUS;
            0.5 * (1.0 - libm::tanh(outside / SQRT_2))
        });
        Self {
            heun: Heun::new(&field, Edges::PERIODIC),
            field,
            h,
            steps_per_unit: libm::ceil(1.0 / (STEP_OVER_SQUARE * h * h)).max(STEPS_PER_UNIT),
            n_steps: 0,
        }
    }

    #[must_use]
    pub fn time(&self) -> f64 {
        f64::from(self.n_steps) / self.steps_per_unit
    }

    /// One time step.
    pub fn step(&mut self) {
        let rate = Rate {
            diffusion: 1.0 / (self.h * self.h),
        };
        let dt = 1.0 / self.steps_per_unit;
        self.heun.step(&mut self.field, dt, |_, _| rate);
        self.n_steps += 1;
    }

    /// Mean of φ over the domain.
    #[must_use]
    pub fn solid_fraction(&self) -> f64 {
        self.field.mean()
    }
}

#[derive(Debug, Clone, Copy)]
struct Rate {
    diffusion: f64,
}

impl RowRate for Rate {
    fn cells<T: Numbers>(&self, _: usize, around: Around<T>) -> T {
        let phi = around.own;
        let mixed = phi * (T::all(1.0) - phi);
        let four_phi = T::all(4.0) * phi;
        let laplacian = around.neighbours() - four_phi;
        // g′(φ) = 2φ(1 − φ)(1 − 2φ).
        T::all(self.diffusion) * laplacian - mixed * (T::all(2.0) - four_phi)
            + T::all(30.0 * DRIVING_FORCE) * mixed * mixed
    }
}
