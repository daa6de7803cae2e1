//! PFHub benchmark 3a: a crystal grows into an undercooled melt and throws out branches.
//! Here because it is the community's dendrite; its uploads disagree by a third, so it shows only that this code lies
//! among them and converges.
//! Must not know: the other problems, electrodeposition.
//!
//! usnistgov/pfhub, `benchmarks/benchmark3.ipynb` (Karma and Rappel 1998, Phys. Rev. E 57, 4323): with a = 1 + ε cos 4θ,
//! a² ∂φ/∂t = [φ − λU(1 − φ²)](1 − φ²) + ∇·J, J_x = a²φ_x − a a′φ_y, J_y = a²φ_y + a a′φ_x, and
//! ∂U/∂t = D∇²U + ½ ∂φ/∂t; W₀ = τ₀ = 1, D = 10, ε = 0.05, λ = D/0.6267, U = −0.3 at first, a quarter of a seed of
//! radius 8 in the corner of 960 × 960, closed. cos 4θ = 1 − 8n_x²n_y², a′ = −4ε·4n_x n_y(n_x² − n_y²).
//!
//! Explicit in both fields; U takes several shorter steps within one of φ. Only the square around the corner is
//! computed in which U has left its first value; it grows with the heat.

use super::field::{Edge, Edges, Field};

const SIDE: f64 = 960.0;
const UNDERCOOLING: f64 = -0.3;
const DIFFUSIVITY: f64 = 10.0;
const COUPLING: f64 = DIFFUSIVITY / 0.6267;
const ANISOTROPY: f64 = 0.05;
const SEED_RADIUS: f64 = 8.0;
/// tanh((r₀ − r)/w) passes from 0.9 to −0.9 over one unit.
const SEED_WIDTH: f64 = 0.339_63;
/// Of h²; the anisotropic operator allows about 0.14.
const STEP_OVER_SQUARE: f64 = 0.08;
/// D Δt/h² ≤ ¼ in a substep of U.
const HEAT_SUBSTEPS: u32 = 4;
/// U that differs less from its first value has not changed.
const UNTOUCHED: f64 = 1e-9;
/// Cells by which the computed square grows, and width of the band that must be untouched.
const MARGIN: usize = 16;
const CLOSED: Edges = Edges {
    sides: Edge::Closed,
    bottom: Edge::Closed,
    top: Edge::Closed,
};

/// The problem on one grid.
#[derive(Debug, Clone)]
pub struct Dendrite {
    n: usize,
    h: f64,
    dt: f64,
    n_steps: u32,
    /// Cells a side that are computed.
    active: usize,
    phase: Field,
    heat: Field,
    heat_next: Field,
    /// Δφ of the step.
    change: Field,
    /// J_x through the faces of one row; J_y through the faces below and above it.
    flux_x: Vec<f64>,
    flux_below: Vec<f64>,
    flux_above: Vec<f64>,
}

impl Dendrite {
    /// The seed on n × n cells.
    #[must_use]
    pub fn new(n: usize) -> Self {
        let h = SIDE / n as f64;
        let mut phase = Field::new(n, n);
        phase.fill(|i, j| {
            let [x, y] = [i, j].map(|k| (k as f64 + 0.5) * h);
            libm::tanh((SEED_RADIUS - libm::sqrt(x * x + y * y)) / SEED_WIDTH)
        });
        let mut heat = Field::new(n, n);
        heat.fill(|_, _| UNDERCOOLING);
        let active = ((3.0 * SEED_RADIUS / h) as usize + 2 * MARGIN).min(n);
        Self {
            n,
            h,
            dt: STEP_OVER_SQUARE * h * h,
            n_steps: 0,
            active,
            phase,
            heat_next: heat.clone(),
            heat,
            change: Field::new(n, n),
            flux_x: vec![0.0; n + 1],
            flux_below: vec![0.0; n],
            flux_above: vec![0.0; n],
        }
    }

    #[must_use]
    pub fn time(&self) -> f64 {
        f64::from(self.n_steps) * self.dt
    }

    /// One time step.
    pub fn step(&mut self) {
        self.phase.surround(CLOSED);
        self.set_change();
        for j in 0..self.active {
            let change = &self.change.row(j)[..self.active];
            for (phi, change) in self.phase.row_mut(j).iter_mut().zip(change) {
                *phi += change;
            }
        }
        for _ in 0..HEAT_SUBSTEPS {
            self.spread_heat();
        }
        self.n_steps += 1;
        if self.n_steps.is_multiple_of(4) {
            self.grow_square();
        }
    }

    /// Δφ of every computed cell.
    fn set_change(&mut self) {
        let active = self.active;
        self.flux_below.fill(0.0);
        for j in 0..active {
            let [below, own, above] = self.phase.rows_around(j);
            for (i, face) in self.flux_x[..=active].iter_mut().enumerate() {
                let along = (above[i] + above[i + 1]) - (below[i] + below[i + 1]);
                *face = flux(own[i + 1] - own[i], 0.25 * along);
            }
            for (i, face) in self.flux_above[..active].iter_mut().enumerate() {
                let along = (own[i + 2] + above[i + 2]) - (own[i] + above[i]);
                *face = flux(above[i + 1] - own[i + 1], 0.25 * along);
            }
            let heat = self.heat.row(j);
            for (i, change) in self.change.row_mut(j)[..active].iter_mut().enumerate() {
                let phi = own[i + 1];
                let rest = 1.0 - phi * phi;
                let (a, _) = anisotropy(own[i + 2] - own[i], above[i + 1] - below[i + 1]);
                let divergence = (self.flux_x[i + 1] - self.flux_x[i])
                    + (self.flux_above[i] - self.flux_below[i]);
                let rate =
                    (phi - COUPLING * heat[i] * rest) * rest + divergence / (self.h * self.h);
                *change = self.dt * rate / (a * a);
            }
            std::mem::swap(&mut self.flux_below, &mut self.flux_above);
        }
    }

    /// One substep of U.
    fn spread_heat(&mut self) {
        let active = self.active;
        let share = 1.0 / f64::from(HEAT_SUBSTEPS);
        let spread = DIFFUSIVITY * self.dt * share / (self.h * self.h);
        self.heat.surround(CLOSED);
        for j in 0..active {
            let [below, own, above] = self.heat.rows_around(j);
            let (below, above) = (&below[1..=active], &above[1..=active]);
            let (left, own, right) = (&own[..active], &own[1..=active], &own[2..active + 2]);
            let change = &self.change.row(j)[..active];
            for (i, next) in self.heat_next.row_mut(j)[..active].iter_mut().enumerate() {
                let laplacian = (left[i] + right[i]) + (below[i] + above[i]) - 4.0 * own[i];
                *next = own[i] + spread * laplacian + 0.5 * share * change[i];
            }
        }
        std::mem::swap(&mut self.heat, &mut self.heat_next);
    }

    fn grow_square(&mut self) {
        let edge = self.active - MARGIN;
        let is_touched = |u: &f64| (u - UNDERCOOLING).abs() > UNTOUCHED;
        let touched = (0..self.active).any(|j| is_touched(&self.heat.row(j)[edge]))
            || self.heat.row(edge)[..self.active].iter().any(is_touched);
        if touched {
            self.active = (self.active + MARGIN).min(self.n);
        }
    }

    /// Where φ = 0 crosses the lower edge, from the corner. (The statement says 0.5, in words that fit a φ from 0 to 1; here
    /// the two differ by less than one unit.)
    #[must_use]
    pub fn tip_position(&self) -> f64 {
        let row = self.phase.row(0);
        for i in (1..self.n).rev() {
            let (inner, outer) = (row[i - 1], row[i]);
            if inner >= 0.0 && outer < 0.0 {
                return (i as f64 - 0.5 + inner / (inner - outer)) * self.h;
            }
        }
        0.0
    }

    /// Largest |φ(x, y) − φ(y, x)|: the problem does not tell x from y.
    #[must_use]
    pub fn asymmetry(&self) -> f64 {
        let mut largest = 0.0_f64;
        for j in 0..self.active {
            for i in 0..j {
                largest = largest.max((self.phase.row(j)[i] - self.phase.row(i)[j]).abs());
            }
        }
        largest
    }
}

/// a and a′ of a gradient's direction; both are those of 4-fold symmetry, so its length does not matter.
fn anisotropy(x: f64, y: f64) -> (f64, f64) {
    let (xx, yy) = (x * x, y * y);
    let squared = (xx + yy) * (xx + yy);
    if squared < f64::MIN_POSITIVE {
        return (1.0 + ANISOTROPY, 0.0);
    }
    let cos4 = 1.0 - 8.0 * xx * yy / squared;
    let sin4 = 4.0 * x * y * (xx - yy) / squared;
    (1.0 + ANISOTROPY * cos4, -4.0 * ANISOTROPY * sin4)
}

/// J through a face times h, from the differences of φ across it and along it. J_y is J_x with x and y exchanged, because
/// a′ changes its sign with them.
fn flux(across: f64, along: f64) -> f64 {
    let (a, slope) = anisotropy(across, along);
    a * (a * across - slope * along)
}
