//! One grid of the hierarchy: its links, sinks and vectors by colour, and how they are handed to the next coarser grid.
//! Here because all levels are alike, down to the smallest.
//! Must not know: the order in which levels are visited.
//!
//! Why a coarse link is half the sum of two fine ones: a link of conductivity σ across a face of length h between
//! centres h apart is g = σh/h = σ, whatever h. A coarse face holds two fine faces side by side, and its centres are
//! twice as far apart, so g_coarse = (g₁ + g₂)/2. The sum alone (the Galerkin product of piecewise-constant
//! prolongation) makes the coarse grid twice too stiff and its correction half too small. Sinks act on areas or
//! lengths that add up, so a coarse sink is the plain sum.

use std::ops::Range;

use super::colours::{Colour, close, split, stride};
use super::number::Number;
use super::rows::{self, HalfRow};

/// Links and sinks of one n × n grid; row 0 is at the bottom, every row is kept by colours.
#[derive(Debug, Clone)]
pub(crate) struct Matrix<T> {
    pub(crate) n: usize,
    /// Link of a cell with its right-hand neighbour (periodic).
    pub(crate) right: Vec<T>,
    /// Link of a cell with the one above; zero in the top row.
    pub(crate) up: Vec<T>,
    /// Tie of a cell to zero.
    pub(crate) sink: Vec<T>,
    /// 1/(sum of links + sink), or zero for a cell that takes no part.
    pub(crate) inverse_diagonal: Vec<T>,
    /// A row of zeros that stands in for the rows below the first and above the last.
    pub(crate) blank: Vec<T>,
}

/// The matrix and its two vectors.
#[derive(Debug, Clone)]
pub(crate) struct Level<T> {
    pub(crate) matrix: Matrix<T>,
    /// Correction sought on this level, by colours.
    pub(crate) x: Vec<T>,
    /// Right-hand side on this level, by colours.
    pub(crate) b: Vec<T>,
    /// One row in the order of i, as the finer grid hands it on and takes it back.
    pub(crate) exchange: Vec<T>,
}

impl<T: Number> Matrix<T> {
    fn new(n: usize) -> Self {
        let zeros = || vec![T::ZERO; n * stride(n)];
        Self {
            n,
            right: zeros(),
            up: zeros(),
            sink: zeros(),
            inverse_diagonal: zeros(),
            blank: vec![T::ZERO; stride(n)],
        }
    }

    /// Row `j` of one of the vectors.
    pub(crate) fn row<'a>(&self, vector: &'a [T], j: usize) -> &'a [T] {
        &vector[self.span(j)]
    }

    /// Where row `j` stands in a vector.
    pub(crate) fn span(&self, j: usize) -> Range<usize> {
        j * stride(self.n)..(j + 1) * stride(self.n)
    }

    /// What the cells of one colour in row `j` are tied to. `beside` is the other colour's half of the row itself with
    /// its copies; `below` and `above` are whole rows.
    #[inline(always)]
    pub(crate) fn half_row<'a>(
        &'a self,
        (j, colour): (usize, Colour),
        beside: &'a [T],
        [below, above]: [&'a [T]; 2],
    ) -> HalfRow<'a, T> {
        let (first, other) = (colour.first(j), colour.other());
        let right = self.row(&self.right, j);
        let up_below = if j == 0 {
            &self.blank[..]
        } else {
            self.row(&self.up, j - 1)
        };
        HalfRow {
            right: colour.of(right),
            left: &other.closed(right)[first..],
            up: colour.of(self.row(&self.up, j)),
            down: other.of(up_below),
            x_right: &beside[first + 1..],
            x_left: &beside[first..],
            x_up: other.of(above),
            x_down: other.of(below),
        }
    }

    /// Recomputes the inverse diagonal from links and sinks.
    pub(crate) fn update_diagonal(&mut self) {
        let mut inverse = std::mem::take(&mut self.inverse_diagonal);
        let blank = &self.blank[..];
        for (j, row) in inverse.chunks_exact_mut(stride(self.n)).enumerate() {
            for colour in Colour::BOTH {
                let at = self.half_row((j, colour), Colour::Red.closed(blank), [blank; 2]);
                let sink = colour.of(self.row(&self.sink, j));
                let half = colour.of_mut(row).0;
                let m = half.len() - 2;
                rows::invert_diagonal(&mut half[1..=m], sink, at);
            }
        }
        self.inverse_diagonal = inverse;
    }

    /// Sets links from vectors in the order of i; `row` is room for one row.
    pub(crate) fn take_links(&mut self, right: &[f64], up: &[f64], row: &mut [T]) {
        take(right, row, &mut self.right);
        take(up, row, &mut self.up);
    }

    /// Sets sinks from a vector in the order of i.
    pub(crate) fn take_sinks(&mut self, sink: &[f64], row: &mut [T]) {
        take(sink, row, &mut self.sink);
    }

    /// Sets this level's links from the next finer one (see the head of the file for the half). A coarse cell (I, J)
    /// covers the I-th red and the I-th black cell of rows 2J and 2J + 1.
    pub(crate) fn coarsen_links(&mut self, fine: &Self) {
        for j in 0..self.n {
            // Right-hand cells of the block: black in the lower row, red in the upper one. The upper row's left is black.
            let lower_right = Colour::Black.of(fine.row(&fine.right, 2 * j));
            let upper_right = Colour::Red.of(fine.row(&fine.right, 2 * j + 1));
            let up = fine.row(&fine.up, 2 * j + 1);
            let [red_up, black_up] = Colour::BOTH.map(|colour| colour.of(up));
            for colour in Colour::BOTH {
                let (first, span) = (colour.first(j), self.span(j));
                let right = colour.of_mut(&mut self.right[span.clone()]).0;
                let up = colour.of_mut(&mut self.up[span]).0;
                for k in 0..self.n / 2 {
                    let i = 2 * k + first;
                    right[k + 1] = T::HALF * (lower_right[i] + upper_right[i]);
                    up[k + 1] = T::HALF * (black_up[i] + red_up[i]);
                }
                close(right);
            }
        }
    }

    /// Sets this level's sinks from the next finer one.
    pub(crate) fn coarsen_sinks(&mut self, fine: &Self) {
        for j in 0..self.n {
            let [lower, upper] = [2 * j, 2 * j + 1].map(|row| fine.row(&fine.sink, row));
            let [red_below, black_below] = Colour::BOTH.map(|colour| colour.of(lower));
            let [red_above, black_above] = Colour::BOTH.map(|colour| colour.of(upper));
            for colour in Colour::BOTH {
                let span = self.span(j);
                let sinks = colour.of_mut(&mut self.sink[span]).0;
                for k in 0..self.n / 2 {
                    let i = 2 * k + colour.first(j);
                    sinks[k + 1] =
                        (red_below[i] + black_below[i]) + (black_above[i] + red_above[i]);
                }
            }
        }
    }
}

fn take<T: Number>(natural: &[f64], row: &mut [T], by_colour: &mut [T]) {
    let n = row.len();
    let rows = natural
        .chunks_exact(n)
        .zip(by_colour.chunks_exact_mut(stride(n)));
    for (j, (natural, by_colour)) in rows.enumerate() {
        for (own, value) in row.iter_mut().zip(natural) {
            *own = T::nearest(*value);
        }
        split(row, j, by_colour);
    }
}

impl<T: Number> Level<T> {
    pub(crate) fn new(n: usize) -> Self {
        Self {
            matrix: Matrix::new(n),
            x: vec![T::ZERO; n * stride(n)],
            b: vec![T::ZERO; n * stride(n)],
            exchange: vec![T::ZERO; n],
        }
    }
}
