//! One V-cycle: smooth, hand the remainder to the coarser grid, add its answer, smooth back.
//! Here because it is the preconditioner that keeps the number of iterations the same on every grid.
//! Must not know: who asks for the correction.
//!
//! Conjugate gradients need a symmetric preconditioner. A cycle is symmetric when restriction is the transpose of
//! prolongation (constant over four cells / sum of four cells), and smoothing after the coarse correction undoes the
//! order of the smoothing before it (red-black before, black-red after). After a black half-sweep the black
//! remainders are zero, so only red ones are formed and summed.

use super::coarsest::Coarsest;
use super::level::Level;
use super::rows::{self, RowOperator};

const SWEEPS: usize = 2;
/// Cells across the grid that is solved exactly.
const COARSEST_CELLS: usize = 4;

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
        let last = self.levels.len() - 1;
        for k in 0..last {
            let (fine, coarse) = self.levels.split_at_mut(k + 1);
            let fine = &mut fine[k];
            fine.x.fill(0.0);
            for _ in 0..SWEEPS {
                half_sweep(fine, 0);
                half_sweep(fine, 1);
            }
            restrict_remainder(fine, &mut coarse[0]);
        }
        let Level { x, b, .. } = &mut self.levels[last];
        self.coarsest.solve(x, b);
        for k in (0..last).rev() {
            let (fine, coarse) = self.levels.split_at_mut(k + 1);
            let fine = &mut fine[k];
            add_prolonged(fine, &coarse[0]);
            for _ in 0..SWEEPS {
                half_sweep(fine, 1);
                half_sweep(fine, 0);
            }
        }
    }
}

/// Relaxes the cells of one colour: those with (i + j) mod 2 = `colour`.
fn half_sweep(level: &mut Level, colour: usize) {
    let n = level.n;
    for j in 0..n {
        let (below, rest) = level.x.split_at_mut(j * n);
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
        let operator = row_operator(&level.right, &level.up, &level.blank, n, j);
        let inverse = &level.inverse_diagonal[span.clone()];
        rows::relax(
            row,
            (x_below, x_above),
            operator,
            inverse,
            &level.b[span],
            (j + colour) % 2,
        );
    }
}

fn row_operator<'a>(
    right: &'a [f64],
    up: &'a [f64],
    blank: &'a [f64],
    n: usize,
    j: usize,
) -> RowOperator<'a> {
    RowOperator {
        right: &right[j * n..(j + 1) * n],
        up: &up[j * n..(j + 1) * n],
        up_below: if j == 0 {
            blank
        } else {
            &up[(j - 1) * n..j * n]
        },
    }
}

/// Remainder of a red cell: b − (diagonal x − neighbours).
fn red_remainder(level: &Level, i: usize, j: usize) -> f64 {
    let n = level.n;
    let cell = j * n + i;
    let (left, next) = if i == 0 {
        (cell + n - 1, cell + 1)
    } else {
        (cell - 1, if i + 1 == n { j * n } else { cell + 1 })
    };
    let x = level.x[cell];
    let mut flow = level.right[cell] * (x - level.x[next])
        + level.right[left] * (x - level.x[left])
        + level.sink[cell] * x;
    if j + 1 < n {
        flow += level.up[cell] * (x - level.x[cell + n]);
    }
    if j > 0 {
        flow += level.up[cell - n] * (x - level.x[cell - n]);
    }
    level.b[cell] - flow
}

fn restrict_remainder(fine: &Level, coarse: &mut Level) {
    let n = coarse.n;
    for j in 0..n {
        for i in 0..n {
            coarse.b[j * n + i] =
                red_remainder(fine, 2 * i, 2 * j) + red_remainder(fine, 2 * i + 1, 2 * j + 1);
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
    for j in 0..n {
        let span = j * n..(j + 1) * n;
        let x_below = if j == 0 {
            &level.blank[..]
        } else {
            &x[span.start - n..span.start]
        };
        let x_above = if j + 1 == n {
            &level.blank[..]
        } else {
            &x[span.end..span.end + n]
        };
        let operator = row_operator(&level.right, &level.up, &level.blank, n, j);
        let sink = if with_sinks {
            &level.sink[span.clone()]
        } else {
            &level.blank[..]
        };
        rows::apply(
            &mut out[span.clone()],
            &x[span],
            (x_below, x_above),
            operator,
            sink,
        );
    }
}
