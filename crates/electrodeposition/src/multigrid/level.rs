//! One grid of the hierarchy: its links, sinks and work vectors, and how they are handed to the next coarser grid.
//! Here because all levels are alike, down to the smallest.
//! Must not know: the order in which levels are visited.
//!
//! Why a coarse link is half the sum of two fine ones: a link of conductivity σ across a face of length h between
//! centres h apart is g = σh/h = σ, whatever h. A coarse face holds two fine faces side by side, and its centres are
//! twice as far apart, so g_coarse = (g₁ + g₂)/2. The sum alone (the Galerkin product of piecewise-constant
//! prolongation) makes the coarse grid twice too stiff and its correction half too small. Sinks act on areas or
//! lengths that add up, so a coarse sink is the plain sum.

use super::rows::{self, RowOperator};

/// Links, sinks and vectors of one n × n grid, row-major, row 0 at the bottom.
#[derive(Debug, Clone)]
pub struct Level {
    pub(crate) n: usize,
    /// Link of a cell with its right-hand neighbour (periodic).
    pub(crate) right: Vec<f64>,
    /// Link of a cell with the one above; zero in the top row.
    pub(crate) up: Vec<f64>,
    /// Tie of a cell to zero.
    pub(crate) sink: Vec<f64>,
    /// 1/(sum of links + sink), or zero for a cell that takes no part.
    pub(crate) inverse_diagonal: Vec<f64>,
    /// Correction sought on this level.
    pub(crate) x: Vec<f64>,
    /// Right-hand side on this level.
    pub(crate) b: Vec<f64>,
    /// A row of zeros that stands in for the rows below the first and above the last.
    pub(crate) blank: Vec<f64>,
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
        }
    }

    /// What row j needs from links.
    pub(crate) fn row_operator(&self, j: usize) -> RowOperator<'_> {
        let n = self.n;
        RowOperator {
            right: &self.right[j * n..(j + 1) * n],
            up: &self.up[j * n..(j + 1) * n],
            up_below: if j == 0 {
                &self.blank
            } else {
                &self.up[(j - 1) * n..j * n]
            },
        }
    }

    /// The rows of a vector below and above row j, zeros outside the grid.
    pub(crate) fn rows_around<'a>(&'a self, x: &'a [f64], j: usize) -> (&'a [f64], &'a [f64]) {
        let n = self.n;
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
        (below, above)
    }

    /// Recomputes the inverse diagonal from links and sinks.
    pub(crate) fn update_diagonal(&mut self) {
        let n = self.n;
        let mut inverse = std::mem::take(&mut self.inverse_diagonal);
        for (j, row) in inverse.chunks_exact_mut(n).enumerate() {
            rows::invert_diagonal(row, self.row_operator(j), &self.sink[j * n..(j + 1) * n]);
        }
        self.inverse_diagonal = inverse;
    }

    /// Sets this level's links from the next finer one (see the head of the file for the half).
    pub(crate) fn coarsen_links(&mut self, fine: &Level) {
        let (n, m) = (self.n, fine.n);
        for j in 0..n {
            let (lower, upper) = (2 * j * m, (2 * j + 1) * m);
            for i in 0..n {
                let odd = 2 * i + 1;
                self.right[j * n + i] = 0.5 * (fine.right[lower + odd] + fine.right[upper + odd]);
                self.up[j * n + i] = 0.5 * (fine.up[upper + odd - 1] + fine.up[upper + odd]);
            }
        }
    }

    /// Sets this level's sinks from the next finer one.
    pub(crate) fn coarsen_sinks(&mut self, fine: &Level) {
        let (n, m) = (self.n, fine.n);
        for j in 0..n {
            let lower = &fine.sink[2 * j * m..(2 * j + 1) * m];
            let upper = &fine.sink[(2 * j + 1) * m..(2 * j + 2) * m];
            for (i, sink) in self.sink[j * n..(j + 1) * n].iter_mut().enumerate() {
                *sink = (lower[2 * i] + lower[2 * i + 1]) + (upper[2 * i] + upper[2 * i + 1]);
            }
        }
    }
}
