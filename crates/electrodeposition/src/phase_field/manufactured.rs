//! PFHub benchmark 7a: an Allen-Cahn equation whose solution was chosen first.
//! Here because it is the one problem of the set with an exact answer.
//! Must not know: the other problems.
//!
//! usnistgov/pfhub, `benchmarks/benchmark7.ipynb`, part (a): ∂η/∂t = −4η(η − 1)(η − ½) + κ∇²η + S on [0, 1] × [0, ½],
//! periodic in x, η = 1 below and 0 above, to t = 8. η_exact = ½[1 − tanh z] with z = (y − α(x, t))/√(2κ) and
//! α = ¼ + A₁ t sin B₁x + A₂ sin(B₂x + C₂t); S makes it exact. With q = 1/(1 + e²ᶻ), η_exact = q, tanh z = 1 − 2q and
//! sech² z = 4q(1 − q), so S = q(1 − q)[√(2/κ)(α_t − κα_xx) − 2(1 − 2q)α_x²]. And e²ᶻ is a product of a function of
//! y and one of x, so that no exponential is needed for a cell.

use std::f64::consts::PI;

use super::field::{Edge, Edges, Field};
use super::heun::{Around, End, Heun, RowRate};
use super::lanes::Numbers;

const KAPPA: f64 = 0.0004;
const A1: f64 = 0.0075;
const B1: f64 = 8.0 * PI;
const A2: f64 = 0.03;
const B2: f64 = 22.0 * PI;
const C2: f64 = 0.0625 * PI;
/// When the error is read.
const END: f64 = 8.0;
/// Of the largest stable step, h²/(4κ).
const STABLE_FRACTION: f64 = 0.8;
/// Steps no longer than this, so that the error is that of space alone (halving it moves the error by less than 1e-4 of
/// itself on the coarsest grid).
const LONGEST_STEP: f64 = 4e-3;

/// What depends on x alone at one moment.
#[derive(Debug, Clone)]
struct Columns {
    /// e^(−2α/√(2κ)).
    factor: Vec<f64>,
    /// √(2/κ)(α_t − κα_xx).
    even: Vec<f64>,
    /// 2 α_x².
    odd: Vec<f64>,
}

impl Columns {
    fn new(n: usize) -> Self {
        Self {
            factor: vec![0.0; n],
            even: vec![0.0; n],
            odd: vec![0.0; n],
        }
    }

    fn set(&mut self, t: f64) {
        let h = 1.0 / self.factor.len() as f64;
        for i in 0..self.factor.len() {
            let x = (i as f64 + 0.5) * h;
            let (sin1, cos1) = (libm::sin(B1 * x), libm::cos(B1 * x));
            let (sin2, cos2) = (libm::sin(B2 * x + C2 * t), libm::cos(B2 * x + C2 * t));
            let alpha = 0.25 + A1 * t * sin1 + A2 * sin2;
            let alpha_x = A1 * B1 * t * cos1 + A2 * B2 * cos2;
            let alpha_xx = -(A1 * B1 * B1 * t * sin1 + A2 * B2 * B2 * sin2);
            let alpha_t = A1 * sin1 + A2 * C2 * cos2;
            self.factor[i] = libm::exp(-2.0 * alpha / libm::sqrt(2.0 * KAPPA));
            self.even[i] = libm::sqrt(2.0 / KAPPA) * (alpha_t - KAPPA * alpha_xx);
            self.odd[i] = 2.0 * alpha_x * alpha_x;
        }
    }
}

/// The problem on one grid.
#[derive(Debug, Clone)]
pub struct Manufactured {
    field: Field,
    heun: Heun,
    h: f64,
    dt: f64,
    n_steps: u32,
    done: u32,
    start: Columns,
    finish: Columns,
    /// e^(2y/√(2κ)) of every row.
    row_factor: Vec<f64>,
}

impl Manufactured {
    /// The exact solution at t = 0 on cells of side 1/`n`; `n` is even.
    #[must_use]
    pub fn new(n: usize) -> Self {
        let h = 1.0 / n as f64;
        let longest = (STABLE_FRACTION * h * h / (4.0 * KAPPA)).min(LONGEST_STEP);
        let n_steps = libm::ceil(END / longest) as u32;
        let mut field = Field::new(n, n / 2);
        let mut start = Columns::new(n);
        start.set(0.0);
        let row_factor: Vec<f64> = (0..n / 2)
            .map(|j| libm::exp(2.0 * (j as f64 + 0.5) * h / libm::sqrt(2.0 * KAPPA)))
            .collect();
        field.fill(|i, j| 1.0 / (1.0 + row_factor[j] * start.factor[i]));
        let edges = Edges {
            sides: Edge::Periodic,
            bottom: Edge::Held(1.0),
            top: Edge::Held(0.0),
        };
        Self {
            heun: Heun::new(&field, edges),
            field,
            h,
            dt: END / f64::from(n_steps),
            n_steps,
            done: 0,
            finish: start.clone(),
            start,
            row_factor,
        }
    }

    /// Whether t = 8 is reached.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.done >= self.n_steps
    }

    /// One time step.
    pub fn step(&mut self) {
        self.finish.set(f64::from(self.done + 1) * self.dt);
        let (start, finish, row_factor) = (&self.start, &self.finish, &self.row_factor);
        let diffusion = KAPPA / (self.h * self.h);
        self.heun.step(&mut self.field, self.dt, |end, j| Rate {
            diffusion,
            columns: if end == End::Start { start } else { finish },
            row_factor: row_factor[j],
        });
        std::mem::swap(&mut self.start, &mut self.finish);
        self.done += 1;
    }

    /// √(Σ (η − η_exact)² h²) at the present time.
    #[must_use]
    pub fn error(&self) -> f64 {
        let mut sum = 0.0;
        for j in 0..self.field.ny {
            for (eta, factor) in self.field.row(j).iter().zip(&self.start.factor) {
                let miss = eta - 1.0 / (1.0 + self.row_factor[j] * factor);
                sum += miss * miss;
            }
        }
        libm::sqrt(sum) * self.h
    }
}

struct Rate<'a> {
    diffusion: f64,
    columns: &'a Columns,
    row_factor: f64,
}

impl RowRate for Rate<'_> {
    fn cells<T: Numbers>(&self, i: usize, around: Around<T>) -> T {
        let of = |columns: &[f64]| T::read(&columns[i..]);
        let (one, eta) = (T::all(1.0), around.own);
        let q = one / (one + T::all(self.row_factor) * of(&self.columns.factor));
        let odd = (one - T::all(2.0) * q) * of(&self.columns.odd);
        let source = q * (one - q) * (of(&self.columns.even) - odd);
        let wells = T::all(4.0) * eta * (eta - one) * (eta - T::all(0.5));
        let laplacian = around.neighbours() - T::all(4.0) * eta;
        T::all(self.diffusion) * laplacian - wells + source
    }
}
