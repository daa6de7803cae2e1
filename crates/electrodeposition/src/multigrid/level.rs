//! One grid of the hierarchy: its links, sinks and work vectors, and how they are handed to the next coarser grid.
//! Here because all levels are alike, down to the smallest.
//! Must not know: the order in which levels are visited.
//!
//! Why a coarse link is half the sum of two fine ones: a link of conductivity σ across a face of length h between
//! centres h apart is g = σh/h = σ, whatever h. A coarse face holds two fine faces side by side, and its centres are
//! twice as far apart, so g_coarse = (g₁ + g₂)/2. The sum alone (the Galerkin product of piecewise-constant
//! prolongation) makes the coarse grid twice too stiff and its correction half too small. Sinks act on areas or
//! lengths that add up, so a coarse sink is the plain sum.

use super::rows::{self, Half, HalfRow};

/// Links, sinks and vectors of one n × n grid, row by row from the bottom, each row in the order of `rows`.
#[derive(Debug, Clone)]
pub(crate) struct Level {
    pub n: usize,
    /// Link of a cell with its right-hand neighbour (periodic).
    pub right: Vec<f64>,
    /// Link of a cell with the one above; zero in the top row.
    pub up: Vec<f64>,
    /// Tie of a cell to zero.
    pub sink: Vec<f64>,
    /// 1/(sum of links + sink), or zero for a cell that takes no part.
    pub inverse_diagonal: Vec<f64>,
    /// Correction sought on this level.
    pub x: Vec<f64>,
    /// Right-hand side on this level.
    pub b: Vec<f64>,
    /// A row of zeros that stands in for the rows below the first and above the last.
    pub blank: Vec<f64>,
    /// One row of work space.
    pub row: Vec<f64>,
}

impl Level {
    pub(crate) fn new(n: usize) -> Self {
        let zeros = || vec![0.0; n * n];
        Self {
            n,
            right: zeros(),
            up: zeros(),
            sink: zeros(),
            inverse_diagonal: zeros(),
            x: zeros(),
            b: zeros(),
            blank: vec![0.0; n],
            row: vec![0.0; n],
        }
    }

    /// Indices of one half of row j.
    pub(crate) fn half(&self, j: usize, half: Half) -> std::ops::Range<usize> {
        let start = j * self.n + if half == Half::Even { 0 } else { self.n / 2 };
        start..start + self.n / 2
    }

    /// Surroundings of one half of row j, given the row's other half and the rows below and above it.
    pub(crate) fn half_row<'a>(
        &'a self,
        j: usize,
        half: Half,
        other: &'a [f64],
        (below, above): (&'a [f64], &'a [f64]),
    ) -> HalfRow<'a> {
        let own = self.half(0, half);
        HalfRow {
            other,
            near: &self.right[self.half(j, Half::Even)],
            far: &self.right[self.half(j, Half::Odd)],
            up: &self.up[self.half(j, half)],
            above: &above[own.clone()],
            down: if j == 0 {
                &self.blank[own.clone()]
            } else {
                &self.up[self.half(j - 1, half)]
            },
            below: &below[own],
        }
    }

    /// Surroundings of one half of row j in a whole vector.
    pub(crate) fn half_row_of<'a>(&'a self, x: &'a [f64], j: usize, half: Half) -> HalfRow<'a> {
        let n = self.n;
        let other = if half == Half::Even {
            Half::Odd
        } else {
            Half::Even
        };
        let below = if j == 0 {
            &self.blank[..]
        } else {
            &x[(j - 1) * n..j * n]
        };
        let above = if j + 1 == n {
            &self.blank[..]
        } else {
            &x[(j + 1) * n..(j + 2) * n]
        };
        self.half_row(j, half, &x[self.half(j, other)], (below, above))
    }

    /// Recomputes the inverse diagonal from links and sinks.
    pub(crate) fn update_diagonal(&mut self) {
        let mut inverse = std::mem::take(&mut self.inverse_diagonal);
        for j in 0..self.n {
            for half in [Half::Even, Half::Odd] {
                let span = self.half(j, half);
                let around = self.half_row_of(&self.x, j, half);
                rows::invert_diagonal(&mut inverse[span.clone()], around, half, &self.sink[span]);
            }
        }
        self.inverse_diagonal = inverse;
    }

    /// Sets this level's links from the next finer one (see the head of the file for the half).
    pub(crate) fn coarsen_links(&mut self, fine: &Level) {
        let n = self.n;
        for j in 0..n {
            let crossing = [fine.half(2 * j, Half::Odd), fine.half(2 * j + 1, Half::Odd)];
            mean_of(&mut self.row, crossing.map(|half| &fine.right[half]));
            rows::split(&self.row, &mut self.right[j * n..(j + 1) * n]);
            let upper = [
                fine.half(2 * j + 1, Half::Even),
                fine.half(2 * j + 1, Half::Odd),
            ];
            mean_of(&mut self.row, upper.map(|half| &fine.up[half]));
            rows::split(&self.row, &mut self.up[j * n..(j + 1) * n]);
        }
    }

    /// Sets this level's sinks from the next finer one.
    pub(crate) fn coarsen_sinks(&mut self, fine: &Level) {
        let n = self.n;
        for j in 0..n {
            let quarter = |row: usize, half: Half| &fine.sink[fine.half(row, half)];
            let (a, b) = (quarter(2 * j, Half::Even), quarter(2 * j, Half::Odd));
            let (c, d) = (
                quarter(2 * j + 1, Half::Even),
                quarter(2 * j + 1, Half::Odd),
            );
            for (k, sum) in self.row.iter_mut().enumerate() {
                *sum = (a[k] + b[k]) + (c[k] + d[k]);
            }
            rows::split(&self.row, &mut self.sink[j * n..(j + 1) * n]);
        }
    }
}

fn mean_of(mean: &mut [f64], [a, b]: [&[f64]; 2]) {
    for ((mean, a), b) in mean.iter_mut().zip(a).zip(b) {
        *mean = 0.5 * (a + b);
    }
}
