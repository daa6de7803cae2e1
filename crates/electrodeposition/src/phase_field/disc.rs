//! A disc of one phase that shrinks by the tension of its edge alone.
//! Here because how fast it does has a closed form, and because the equation is the plainest that explicit programs solve.
//! Must not know: how its cells lie in memory.
//!
//! ∂φ/∂t = ∇²φ + φ − φ³ (Allen and Cahn 1979, Acta Metall. 27, 1085, with mobility and gradient energy 1): an edge,
//! φ = tanh(x/√2) across it, moves towards its centre with its curvature, dR/dt = −1/R in two dimensions, so R² = R₀² − 2t,
//! and the area falls by 2π in a unit of time. Cells of 0.4, explicit Euler steps of 1/32: in
//! v = √Δt φ with d = Δt/h², v_new = d Σ v + v (1 − 4d + Δt − v²) with the sum over four neighbours.

use std::f64::consts::SQRT_2;

use super::stripes::{Factors, SIDE_UNIT, Stripes};

/// h.
const CELL: f64 = 0.4;
/// Of the domain's side.
const FIRST_RADIUS: f64 = 0.3;

/// The problem on one grid.
#[derive(Debug, Clone)]
pub struct ShrinkingDisc {
    /// √Δt φ.
    scaled: Stripes,
    n: usize,
    n_steps: u32,
}

impl ShrinkingDisc {
    /// Cells a side for each unit of `new`.
    pub const SIDE_UNIT: usize = SIDE_UNIT;
    /// Δt.
    pub const STEP: f64 = 1.0 / 32.0;

    /// A disc whose radius is 0.3 of the side, on a square of `n_units` × 64 cells a side (at least one unit).
    #[must_use]
    pub fn new(n_units: usize) -> Self {
        let n = n_units.max(1) * SIDE_UNIT;
        let scaled = Stripes::new(n, |i, j| {
            (Self::first_value(n, i, j) * libm::sqrt(Self::STEP)) as f32
        });
        Self {
            scaled,
            n,
            n_steps: 0,
        }
    }

    /// φ at t = 0 in column `i` of row `j` on n × n cells.
    #[must_use]
    pub fn first_value(n: usize, i: usize, j: usize) -> f64 {
        let side = n as f64 * CELL;
        let [x, y] = [i, j].map(|k| (k as f64 + 0.5) * CELL - 0.5 * side);
        libm::tanh((FIRST_RADIUS * side - libm::sqrt(x * x + y * y)) / SQRT_2)
    }

    #[must_use]
    pub fn time(&self) -> f64 {
        f64::from(self.n_steps) * Self::STEP
    }

    /// Takes `n_steps` time steps; one call with many is faster than many with one, and gives the same bits.
    pub fn advance(&mut self, n_steps: u32) {
        let spread = Self::STEP / (CELL * CELL);
        let factors = Factors {
            neighbours: spread as f32,
            own: (1.0 - 4.0 * spread + Self::STEP) as f32,
        };
        self.scaled.advance(n_steps as usize, factors);
        self.n_steps += n_steps;
    }

    /// φ in column `i` of row `j`.
    #[must_use]
    pub fn value(&self, i: usize, j: usize) -> f64 {
        f64::from(self.scaled.value(i, j)) / libm::sqrt(Self::STEP)
    }

    /// Mean of φ over the domain.
    #[must_use]
    pub fn mean(&self) -> f64 {
        let row = |j| (0..self.n).map(|i| self.value(i, j)).sum::<f64>();
        (0..self.n).map(row).sum::<f64>() / (self.n * self.n) as f64
    }

    /// Area of the disc, ∫ ½(1 + φ).
    #[must_use]
    pub fn area(&self) -> f64 {
        let side = self.n as f64 * CELL;
        0.5 * (1.0 + self.mean()) * side * side
    }
}
