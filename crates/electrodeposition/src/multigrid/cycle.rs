//! One V-cycle: smooth, hand the remainder to the coarser grid, add its answer, smooth back.
//! Here because it is the preconditioner that keeps the number of iterations the same on every grid.
//! Must not know: who asks for the correction.
//!
//! Conjugate gradients need a symmetric preconditioner. A cycle is symmetric when restriction is the transpose of
//! prolongation (constant over four cells / sum of four cells), and smoothing after the coarse correction undoes the
//! order of the smoothing before it (red-black before, black-red after). After a black half-sweep the black
//! remainders are zero, so only red ones are formed and summed.
//!
//! Every level adds to the error of the ones above, so one visit a level would cost an iteration more with each
//! doubling of the grid. From 256 cells on, levels at most a quarter as wide as the finest are therefore visited twice,
//! the second time from what the first found; two visits of a symmetric cycle are symmetric, too. Visits double where
//! cells are a quarter as many, so all of them together cost a quarter of the finest level and not, as one visit each, a
//! twelfth. Smaller grids do without, because their iterations are few.

use super::coarsest::Coarsest;
use super::level::Level;
use super::rows;

const SWEEPS: usize = 2;
/// Cells across the grid that is solved exactly.
const COARSEST_CELLS: usize = 4;
/// Finest grids from this many cells across visit their small levels twice.
const TWICE_FROM_CELLS: usize = 256;
/// A level is small where the finest is so many times as wide.
const SMALL_BY: usize = 4;

/// All grids, finest first.
#[derive(Debug, Clone)]
pub(crate) struct Hierarchy {
    pub(crate) levels: Vec<Level>,
    coarsest: Coarsest,
}

impl Hierarchy {
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
        }
    }

    /// Passes new links of the finest grid down.
    pub(crate) fn update_links(&mut self) {
        for k in 1..self.levels.len() {
            let (fine, coarse) = self.levels.split_at_mut(k);
            coarse[0].coarsen_links(&fine[k - 1]);
        }
    }

    /// Passes new sinks of the finest grid down and prepares every level for use.
    pub(crate) fn update_sinks(&mut self) {
        for k in 1..self.levels.len() {
            let (fine, coarse) = self.levels.split_at_mut(k);
            coarse[0].coarsen_sinks(&fine[k - 1]);
        }
        for level in &mut self.levels {
            level.update_diagonal();
        }
        if let Some(last) = self.levels.last() {
            self.coarsest.factorise(last);
        }
    }

    /// The finest level's `x` becomes an approximation to A⁻¹ `b`.
    pub(crate) fn cycle(&mut self) {
        self.improve(0, true);
    }

    /// One cycle from level `k` down, from x = 0 or from the level's present x.
    fn improve(&mut self, k: usize, from_zero: bool) {
        if k + 1 == self.levels.len() {
            let Level { x, b, .. } = &mut self.levels[k];
            self.coarsest.solve(x, b);
            return;
        }
        let (fine, coarse) = self.levels.split_at_mut(k + 1);
        let fine = &mut fine[k];
        if from_zero {
            first_half_sweep(fine);
        } else {
            half_sweep(fine, 0);
        }
        half_sweep(fine, 1);
        for _ in 1..SWEEPS {
            half_sweep(fine, 0);
            half_sweep(fine, 1);
        }
        restrict_remainder(fine, &mut coarse[0]);
        self.improve(k + 1, true);
        if self.is_visited_twice(k + 1) {
            self.improve(k + 1, false);
        }
        let (fine, coarse) = self.levels.split_at_mut(k + 1);
        let fine = &mut fine[k];
        add_prolonged(fine, &coarse[0]);
        for _ in 0..SWEEPS {
            half_sweep(fine, 1);
            half_sweep(fine, 0);
        }
    }

    fn is_visited_twice(&self, k: usize) -> bool {
        self.levels[0].n >= TWICE_FROM_CELLS
            && SMALL_BY * self.levels[k].n <= self.levels[0].n
            && k + 1 < self.levels.len()
    }
}

/// Relaxes the cells of one colour: those with (i + j) mod 2 = `colour`.
fn half_sweep(level: &mut Level, colour: usize) {
    let n = level.n;
    let mut x = std::mem::take(&mut level.x);
    for j in 0..n {
        let (below, rest) = x.split_at_mut(j * n);
        let (row, above) = rest.split_at_mut(n);
        let x_below = if j == 0 {
            &level.blank[..]
        } else {
            &below[(j - 1) * n..]
        };
        let x_above = if j + 1 == n {
            &level.blank[..]
        } else {
            &above[..n]
        };
        let span = j * n..(j + 1) * n;
        let inverse = &level.inverse_diagonal[span.clone()];
        let operator = level.row_operator(j);
        rows::relax(
            row,
            (x_below, x_above),
            operator,
            inverse,
            &level.b[span],
            (j + colour) % 2,
        );
    }
    level.x = x;
}

/// The first red half-sweep from x = 0: black cells stay zero, red ones have no neighbours to look at.
fn first_half_sweep(level: &mut Level) {
    let n = level.n;
    for (j, row) in level.x.chunks_exact_mut(n).enumerate() {
        let inverse = &level.inverse_diagonal[j * n..(j + 1) * n];
        let b = &level.b[j * n..(j + 1) * n];
        let red = [((j + 1) % 2) as f64, (j % 2) as f64];
        for ((x, inverse), b) in row
            .chunks_exact_mut(2)
            .zip(inverse.chunks_exact(2))
            .zip(b.chunks_exact(2))
        {
            x[0] = red[0] * (inverse[0] * b[0]);
            x[1] = red[1] * (inverse[1] * b[1]);
        }
    }
}

fn restrict_remainder(fine: &Level, coarse: &mut Level) {
    let (n, m) = (coarse.n, fine.n);
    for (j, coarse_b) in coarse.b.chunks_exact_mut(n).enumerate() {
        coarse_b.fill(0.0);
        for (row, first) in [(2 * j, 0), (2 * j + 1, 1)] {
            let span = row * m..(row + 1) * m;
            let around = fine.rows_around(&fine.x, row);
            let own = (&fine.sink[span.clone()], &fine.b[span.clone()]);
            rows::add_remainders(
                coarse_b,
                &fine.x[span],
                around,
                fine.row_operator(row),
                own,
                first,
            );
        }
    }
}

/// Adds the coarse value to each of its four cells. Cells that take no part are left at zero by their inverse
/// diagonal in the next half-sweep.
fn add_prolonged(fine: &mut Level, coarse: &Level) {
    let n = coarse.n;
    for (j, row) in fine.x.chunks_exact_mut(2 * n).enumerate() {
        let values = &coarse.x[(j / 2) * n..(j / 2 + 1) * n];
        for (pair, value) in row.chunks_exact_mut(2).zip(values) {
            pair[0] += value;
            pair[1] += value;
        }
    }
}

/// out = A x on a level, or the links' part of it alone.
pub(crate) fn apply(level: &Level, x: &[f64], out: &mut [f64], with_sinks: bool) {
    let n = level.n;
    for (j, row) in out.chunks_exact_mut(n).enumerate() {
        let span = j * n..(j + 1) * n;
        let sink = if with_sinks {
            &level.sink[span.clone()]
        } else {
            &level.blank[..]
        };
        rows::apply(
            row,
            &x[span],
            level.rows_around(x, j),
            level.row_operator(j),
            sink,
        );
    }
}
