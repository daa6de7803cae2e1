//! One V-cycle: smooth, hand the remainder to the coarser grid, add its answer, smooth back.
//! Here because it is the preconditioner that keeps the number of iterations the same on every grid.
//! Must not know: who asks for the correction.
//!
//! Conjugate gradients need a symmetric preconditioner. A cycle is symmetric when restriction is the transpose of
//! prolongation (constant over four cells / sum of four cells), and smoothing after the coarse correction undoes the
//! order of the smoothing before it (red-black before, black-red after).
//!
//! Every level adds to the error of the ones above, so one visit a level would cost an iteration more with each
//! doubling of the grid. From 256 cells on, levels at most a quarter as wide as the finest are therefore visited twice,
//! the second time from what the first found; two visits of a symmetric cycle are symmetric, too. Visits double where
//! cells are a quarter as many, so all of them together cost a quarter of the finest level and not, as one visit each, a
//! twelfth. Smaller grids do without, because their iterations are few.

use super::coarsest::Coarsest;
use super::colours::{merge, split};
use super::level::Level;
use super::number::Number;
use super::sums::Lanes;
use super::sweeps::{ascend, descend};

/// Cells across the grid that is solved exactly.
const COARSEST_CELLS: usize = 4;
/// Finest grids from this many cells across visit their small levels twice.
const TWICE_FROM_CELLS: usize = 256;
/// A level is small where the finest is so many times as wide.
const SMALL_BY: usize = 4;
/// Powers of two beyond this are not numbers any more.
const MAX_EXPONENT: i32 = 1000;

/// All grids, finest first.
#[derive(Debug, Clone)]
pub(crate) struct Hierarchy<T> {
    levels: Vec<Level<T>>,
    coarsest: Coarsest,
    /// One row of the finest grid in the order of i.
    natural: Vec<T>,
}

impl<T: Number> Hierarchy<T> {
    /// `n` must be a power of two, at least 8.
    pub(crate) fn new(n: usize) -> Self {
        let mut levels = Vec::new();
        let mut cells = n;
        while cells >= COARSEST_CELLS {
            levels.push(Level::new(cells));
            cells /= 2;
        }
        Self {
            levels,
            coarsest: Coarsest::new(COARSEST_CELLS),
            natural: vec![T::ZERO; n],
        }
    }

    /// Takes the links of the finest grid, in the order of i, and passes them down.
    pub(crate) fn take_links(&mut self, right: &[f64], up: &[f64]) {
        self.levels[0]
            .matrix
            .take_links(right, up, &mut self.natural);
        for k in 1..self.levels.len() {
            let (fine, coarse) = self.levels.split_at_mut(k);
            coarse[0].matrix.coarsen_links(&fine[k - 1].matrix);
        }
    }

    /// Takes the sinks of the finest grid, passes them down and prepares every level for use.
    pub(crate) fn take_sinks(&mut self, sink: &[f64]) {
        self.levels[0].matrix.take_sinks(sink, &mut self.natural);
        for k in 1..self.levels.len() {
            let (fine, coarse) = self.levels.split_at_mut(k);
            coarse[0].matrix.coarsen_sinks(&fine[k - 1].matrix);
        }
        for level in &mut self.levels {
            level.matrix.update_diagonal();
        }
        if let Some(last) = self.levels.last() {
            self.coarsest.factorise(&last.matrix);
        }
    }

    /// `x` becomes an approximation to A⁻¹ `b`, both in the order of i; returns b·x and `beside`·x. `magnitude` is Σ|b|.
    pub(crate) fn cycle(
        &mut self,
        (b, magnitude): (&[f64], f64),
        x: &mut [f64],
        beside: &[f64],
    ) -> [f64; 2] {
        let n = self.levels[0].matrix.n;
        let row = |j: usize| j * n..(j + 1) * n;
        // A power of two, so that nothing is lost: single precision reaches from 1e-38 to 1e38.
        let exponent = libm::frexp(magnitude).1.clamp(-MAX_EXPONENT, MAX_EXPONENT);
        let [down, up] = [-exponent, exponent].map(|exponent| libm::ldexp(1.0, exponent));
        let Self {
            levels, natural, ..
        } = self;
        let (fine, coarse) = levels.split_at_mut(1);
        descend(&mut fine[0], &mut coarse[0], true, |j, by_colour| {
            for (own, b) in natural.iter_mut().zip(&b[row(j)]) {
                *own = T::nearest(down * b);
            }
            split(natural, j, by_colour);
        });
        self.correct_below(0);
        let Self {
            levels, natural, ..
        } = self;
        let (fine, coarse) = levels.split_at_mut(1);
        let mut products = [Lanes::default(); 2];
        ascend(&mut fine[0], &mut coarse[0], |j, by_colour| {
            merge(by_colour, j, natural);
            let x = &mut x[row(j)];
            for (x, own) in x.iter_mut().zip(&*natural) {
                *x = up * own.wide();
            }
            products[0].add_products(&b[row(j)], x);
            products[1].add_products(&beside[row(j)], x);
        });
        products.map(Lanes::sum)
    }

    /// Finds the correction of the level below `k`.
    fn correct_below(&mut self, k: usize) {
        self.improve(k + 1, true);
        if self.is_visited_twice(k + 1) {
            self.improve(k + 1, false);
        }
    }

    /// One cycle from level `k` down, from x = 0 or from the level's present x.
    fn improve(&mut self, k: usize, from_zero: bool) {
        if k + 1 == self.levels.len() {
            let Level { x, b, .. } = &mut self.levels[k];
            self.coarsest.solve(x, b);
            return;
        }
        let (fine, coarse) = self.levels.split_at_mut(k + 1);
        descend(&mut fine[k], &mut coarse[0], from_zero, |_, _| {});
        self.correct_below(k);
        let (fine, coarse) = self.levels.split_at_mut(k + 1);
        ascend(&mut fine[k], &mut coarse[0], |_, _| {});
    }

    fn is_visited_twice(&self, k: usize) -> bool {
        let (finest, cells) = (self.levels[0].matrix.n, self.levels[k].matrix.n);
        finest >= TWICE_FROM_CELLS && SMALL_BY * cells <= finest && k + 1 < self.levels.len()
    }
}
