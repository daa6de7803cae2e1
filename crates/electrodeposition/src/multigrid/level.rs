//! One grid of the hierarchy: its links, sinks and vectors by colour, and how they are handed to the next coarser grid.
//! Here because all levels are alike, down to the smallest.
//! Must not know: the order in which levels are visited.
//!
//! Why a coarse link is half the sum of two fine ones: a link of conductivity σ across a face of length h between
//! centres h apart is g = σh/h = σ, whatever h. A coarse face holds two fine faces side by side, and its centres are
//! twice as far apart, so g_coarse = (g₁ + g₂)/2. The sum alone (the Galerkin product of piecewise-constant
//! prolongation) makes the coarse grid twice too stiff and its correction half too small. Sinks act on areas or
//! lengths that add up, so a coarse sink is the plain sum.

use super::colours::{Colour, split};
use super::rows::{self, HalfRow};

/// Links and sinks of one n × n grid; row 0 is at the bottom, every row is kept by colours.
#[derive(Debug, Clone)]
pub(crate) struct Matrix {
    pub(crate) n: usize,
    /// Link of a cell with its right-hand neighbour (periodic).
    pub(crate) right: Vec<f64>,
    /// Link of a cell with the one above; zero in the top row.
    pub(crate) up: Vec<f64>,
    /// Tie of a cell to zero.
    pub(crate) sink: Vec<f64>,
    /// 1/(sum of links + sink), or zero for a cell that takes no part.
    pub(crate) inverse_diagonal: Vec<f64>,
    /// A row of zeros that stands in for the rows below the first and above the last.
    pub(crate) blank: Vec<f64>,
}

/// The matrix and its two vectors.
#[derive(Debug, Clone)]
pub(crate) struct Level {
    pub(crate) matrix: Matrix,
    /// Correction sought on this level, by colours.
    pub(crate) x: Vec<f64>,
    /// Right-hand side on this level, by colours.
    pub(crate) b: Vec<f64>,
    /// One row in the order of i, as the finer grid hands it on and takes it back.
    pub(crate) exchange: Vec<f64>,
}

impl Matrix {
    fn new(n: usize) -> Self {
        let zeros = || vec![0.0; n * n];
        Self {
            n,
            right: zeros(),
            up: zeros(),
            sink: zeros(),
            inverse_diagonal: zeros(),
            blank: vec![0.0; n],
        }
    }

    /// Row `j` of one of the vectors.
    pub(crate) fn row<'a>(&self, vector: &'a [f64], j: usize) -> &'a [f64] {
        &vector[j * self.n..(j + 1) * self.n]
    }

    /// What the cells of one colour in row `j` are tied to. `beside` is the other colour's half of the row itself,
    /// `below` and `above` are whole rows.
    pub(crate) fn half_row<'a>(
        &'a self,
        (j, colour): (usize, Colour),
        beside: &'a [f64],
        [below, above]: [&'a [f64]; 2],
    ) -> HalfRow<'a> {
        let other = colour.other();
        let right = self.row(&self.right, j);
        let up_below = if j == 0 {
            &self.blank[..]
        } else {
            self.row(&self.up, j - 1)
        };
        HalfRow {
            first: colour.first(j),
            right: colour.of(right),
            right_beside: other.of(right),
            up: colour.of(self.row(&self.up, j)),
            up_below: other.of(up_below),
            beside,
            below: other.of(below),
            above: other.of(above),
        }
    }

    /// Recomputes the inverse diagonal from links and sinks.
    pub(crate) fn update_diagonal(&mut self) {
        let mut inverse = std::mem::take(&mut self.inverse_diagonal);
        let blank = &self.blank[..];
        for (j, row) in inverse.chunks_exact_mut(self.n).enumerate() {
            for colour in Colour::BOTH {
                let at = self.half_row((j, colour), &blank[self.n / 2..], [blank; 2]);
                let sink = colour.of(self.row(&self.sink, j));
                rows::invert_diagonal(colour.of_mut(row).0, sink, at);
            }
        }
        self.inverse_diagonal = inverse;
    }

    /// Sets links from vectors in the order of i.
    pub(crate) fn take_links(&mut self, right: &[f64], up: &[f64]) {
        let n = self.n;
        for j in 0..n {
            let span = j * n..(j + 1) * n;
            split(&right[span.clone()], j, &mut self.right[span.clone()]);
            split(&up[span.clone()], j, &mut self.up[span]);
        }
    }

    /// Sets sinks from a vector in the order of i.
    pub(crate) fn take_sinks(&mut self, sink: &[f64]) {
        let n = self.n;
        for j in 0..n {
            let span = j * n..(j + 1) * n;
            split(&sink[span.clone()], j, &mut self.sink[span]);
        }
    }

    /// Sets this level's links from the next finer one (see the head of the file for the half). A coarse cell (I, J)
    /// covers the I-th red and the I-th black cell of rows 2J and 2J + 1.
    pub(crate) fn coarsen_links(&mut self, fine: &Self) {
        for j in 0..self.n {
            // Right-hand cells of the block: black in the lower row, red in the upper one. The upper row's left is black.
            let lower_right = Colour::Black.of(fine.row(&fine.right, 2 * j));
            let upper_right = Colour::Red.of(fine.row(&fine.right, 2 * j + 1));
            let (red_up, black_up) = fine.row(&fine.up, 2 * j + 1).split_at(self.n);
            for colour in Colour::BOTH {
                let (first, span) = (colour.first(j), j * self.n..(j + 1) * self.n);
                let right = colour.of_mut(&mut self.right[span.clone()]).0;
                let up = colour.of_mut(&mut self.up[span]).0;
                for (k, (right, up)) in right.iter_mut().zip(up).enumerate() {
                    let i = 2 * k + first;
                    *right = 0.5 * (lower_right[i] + upper_right[i]);
                    *up = 0.5 * (black_up[i] + red_up[i]);
                }
            }
        }
    }

    /// Sets this level's sinks from the next finer one.
    pub(crate) fn coarsen_sinks(&mut self, fine: &Self) {
        for j in 0..self.n {
            let (red_below, black_below) = fine.row(&fine.sink, 2 * j).split_at(self.n);
            let (red_above, black_above) = fine.row(&fine.sink, 2 * j + 1).split_at(self.n);
            for colour in Colour::BOTH {
                let span = j * self.n..(j + 1) * self.n;
                let sinks = colour.of_mut(&mut self.sink[span]).0;
                for (k, sink) in sinks.iter_mut().enumerate() {
                    let i = 2 * k + colour.first(j);
                    *sink = (red_below[i] + black_below[i]) + (black_above[i] + red_above[i]);
                }
            }
        }
    }
}

impl Level {
    pub(crate) fn new(n: usize) -> Self {
        Self {
            matrix: Matrix::new(n),
            x: vec![0.0; n * n],
            b: vec![0.0; n * n],
            exchange: vec![0.0; n],
        }
    }
}
