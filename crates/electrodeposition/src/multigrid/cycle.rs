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
use super::rows::{self, Half};

/// Colours relaxed before the coarse correction, and after it: red 0, black 1.
const BEFORE: [usize; 4] = [0, 1, 0, 1];
const AFTER: [usize; 4] = [1, 0, 1, 0];
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
            smooth(fine, &BEFORE, true);
            restrict_remainder(fine, &mut coarse[0]);
        }
        let Level { x, b, .. } = &mut self.levels[last];
        self.coarsest.solve(x, b);
        for k in (0..last).rev() {
            let (fine, coarse) = self.levels.split_at_mut(k + 1);
            let fine = &mut fine[k];
            add_prolonged(fine, &mut coarse[0]);
            smooth(fine, &AFTER, false);
        }
    }
}

/// Cells with (i + j) mod 2 = `colour` in row j: 0 is red, 1 black.
fn half_of_colour(j: usize, colour: usize) -> Half {
    if (j + colour).is_multiple_of(2) {
        Half::Even
    } else {
        Half::Odd
    }
}

/// Relaxes the colours in turn, in one pass over the rows: colour number s works s rows behind the first.
///
/// A cell needs only its neighbours' last values, so the result is that of one colour after the other, bit by bit, but
/// the rows between the first and the last colour stay in the processor's cache.
fn smooth(level: &mut Level, colours: &[usize], from_zero: bool) {
    let mut x = std::mem::take(&mut level.x);
    for front in 0..level.n + colours.len() - 1 {
        for (stage, colour) in colours.iter().enumerate() {
            match front.checked_sub(stage) {
                Some(j) if j < level.n && from_zero && stage == 0 => start_row(level, &mut x, j),
                Some(j) if j < level.n => relax_row(level, &mut x, j, *colour),
                _ => {}
            }
        }
    }
    level.x = x;
}

/// Relaxes the cells of one colour in row j.
fn relax_row(level: &Level, x: &mut [f64], j: usize, colour: usize) {
    let n = level.n;
    let half = half_of_colour(j, colour);
    let (before, rest) = x.split_at_mut(j * n);
    let (row, after) = rest.split_at_mut(n);
    let below = if j == 0 {
        &level.blank[..]
    } else {
        &before[(j - 1) * n..]
    };
    let above = if j + 1 == n {
        &level.blank[..]
    } else {
        &after[..n]
    };
    let (even, odd) = row.split_at_mut(n / 2);
    let (own, other) = if half == Half::Even {
        (even, odd)
    } else {
        (odd, even)
    };
    let around = level.half_row(j, half, other, (below, above));
    let span = level.half(j, half);
    rows::relax(
        own,
        around,
        half,
        &level.inverse_diagonal[span.clone()],
        &level.b[span],
    );
}

/// The first red relaxation, from x = 0: black cells stay zero, red ones have no neighbours to look at.
fn start_row(level: &Level, x: &mut [f64], j: usize) {
    let (red, black) = (half_of_colour(j, 0), half_of_colour(j, 1));
    let (red, black) = (level.half(j, red), level.half(j, black));
    let (inverse, b) = (&level.inverse_diagonal[red.clone()], &level.b[red.clone()]);
    for ((x, inverse), b) in x[red].iter_mut().zip(inverse).zip(b) {
        *x = inverse * b;
    }
    x[black].fill(0.0);
}

/// Coarse right-hand side: sum of the four remainders, of which the two black ones are zero.
fn restrict_remainder(fine: &Level, coarse: &mut Level) {
    let n = coarse.n;
    for j in 0..n {
        let (lower, upper) = (2 * j, 2 * j + 1);
        let Level { row, b, blank, .. } = coarse;
        // The level's row of zeros serves as second work row; it is zeroed again below.
        for (out, fine_row, half) in [
            (&mut *row, lower, Half::Even),
            (&mut *blank, upper, Half::Odd),
        ] {
            let span = fine.half(fine_row, half);
            let around = fine.half_row_of(&fine.x, fine_row, half);
            rows::outflow(
                out,
                &fine.x[span.clone()],
                around,
                half,
                &fine.sink[span.clone()],
            );
            for (out, b) in out.iter_mut().zip(&fine.b[span]) {
                *out = b - *out;
            }
        }
        for (sum, second) in row.iter_mut().zip(blank.iter_mut()) {
            *sum += *second;
            *second = 0.0;
        }
        rows::split(row, &mut b[j * n..(j + 1) * n]);
    }
}

/// Adds the coarse value to each of its four cells. Cells that take no part are left at zero by their inverse
/// diagonal in the next half-sweep.
fn add_prolonged(fine: &mut Level, coarse: &mut Level) {
    let n = coarse.n;
    for j in 0..n {
        rows::unsplit(&coarse.x[j * n..(j + 1) * n], &mut coarse.row);
        for half in fine.x[4 * j * n..4 * (j + 1) * n].chunks_exact_mut(n) {
            for (x, value) in half.iter_mut().zip(&coarse.row) {
                *x += value;
            }
        }
    }
}

/// out = A x on a level, or the links' part of it alone.
pub(crate) fn apply(level: &Level, x: &[f64], out: &mut [f64], with_sinks: bool) {
    for j in 0..level.n {
        for half in [Half::Even, Half::Odd] {
            let span = level.half(j, half);
            let sink = if with_sinks {
                &level.sink[span.clone()]
            } else {
                &level.blank[..level.n / 2]
            };
            let around = level.half_row_of(x, j, half);
            rows::outflow(&mut out[span.clone()], &x[span], around, half, sink);
        }
    }
}
