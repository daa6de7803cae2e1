//! The way down and the way up past one level, each in a single pass over memory.
//! Here because a grid that does not fit a cache is read once and not once a half-sweep.
//! Must not know: which level is visited when, how often.
//!
//! A half-sweep of row j reads the other colour in rows j − 1, j and j + 1. So the second half-sweep may follow the first
//! two rows behind, the third may follow the second, and so on: one front of work moves up the grid, and every cell is
//! computed from the same values as if the half-sweeps had been made one after another.

use super::colours::{Colour, merge, split};
use super::level::{Level, Matrix};
use super::rows;

/// Half-sweeps on the way down; on the way up the same backwards, which keeps the cycle symmetric.
const DOWN: [Colour; 4] = [Colour::Red, Colour::Black, Colour::Red, Colour::Black];

/// Smooths `fine` from x = 0 or from its present x, and sums the remainder of each block of four cells into `coarse`.
///
/// The last half-sweep leaves black remainders at zero, so only red ones are formed. `begin(j, b)` may set the right-hand
/// side of row j before it is read.
pub(crate) fn descend(
    fine: &mut Level,
    coarse: &mut Level,
    from_zero: bool,
    mut begin: impl FnMut(usize, &mut [f64]),
) {
    let n = fine.matrix.n;
    for front in 0..n + DOWN.len() {
        if front < n {
            begin(front, &mut fine.b[front * n..(front + 1) * n]);
        }
        for (lag, colour) in DOWN.into_iter().enumerate() {
            let Some(j) = front.checked_sub(lag).filter(|j| *j < n) else {
                continue;
            };
            if lag == 0 && from_zero {
                first_red(fine, j);
            } else {
                relax(fine, j, colour);
            }
        }
        if let Some(j) = front.checked_sub(DOWN.len()) {
            restrict(fine, coarse, j);
        }
    }
}

/// Adds the coarse correction to `fine` and smooths; `finish(j, x)` sees every row when it is done.
pub(crate) fn ascend(fine: &mut Level, coarse: &mut Level, mut finish: impl FnMut(usize, &[f64])) {
    let n = fine.matrix.n;
    for front in 0..n + DOWN.len() {
        if front < n {
            prolong(fine, coarse, front);
        }
        for (lag, colour) in DOWN.into_iter().rev().enumerate() {
            if let Some(j) = front.checked_sub(lag + 1).filter(|j| *j < n) {
                relax(fine, j, colour);
            }
        }
        if let Some(j) = front.checked_sub(DOWN.len()) {
            finish(j, &fine.x[j * n..(j + 1) * n]);
        }
    }
}

/// Row `j` of a vector, the one below and the one above.
fn rows_of<'a>(matrix: &'a Matrix, x: &'a mut [f64], j: usize) -> (&'a mut [f64], [&'a [f64]; 2]) {
    let n = matrix.n;
    let (before, rest) = x.split_at_mut(j * n);
    let (row, after) = rest.split_at_mut(n);
    let below = if j == 0 {
        &matrix.blank[..]
    } else {
        &before[(j - 1) * n..]
    };
    let above = if j + 1 == n {
        &matrix.blank[..]
    } else {
        &after[..n]
    };
    (row, [below, above])
}

fn relax(level: &mut Level, j: usize, colour: Colour) {
    let Level { matrix, x, b, .. } = level;
    let (row, around) = rows_of(matrix, x, j);
    let (own, beside) = colour.of_mut(row);
    rows::relax(
        own,
        colour.of(matrix.row(&matrix.inverse_diagonal, j)),
        colour.of(matrix.row(b, j)),
        matrix.half_row((j, colour), beside, around),
    );
}

/// The first red half-sweep from x = 0: black cells stay zero, red ones have no neighbours to look at.
fn first_red(level: &mut Level, j: usize) {
    let Level { matrix, x, b, .. } = level;
    let (red, black) = x[j * matrix.n..(j + 1) * matrix.n].split_at_mut(matrix.n / 2);
    let inverse = Colour::Red.of(matrix.row(&matrix.inverse_diagonal, j));
    let b = Colour::Red.of(matrix.row(b, j));
    for ((x, inverse), b) in red.iter_mut().zip(inverse).zip(b) {
        *x = inverse * b;
    }
    black.fill(0.0);
}

/// Red remainders of row `j` into the coarse row, which is complete after the upper one of its two.
fn restrict(fine: &mut Level, coarse: &mut Level, j: usize) {
    let Level { matrix, x, b, .. } = fine;
    let (row, around) = rows_of(matrix, x, j);
    let (own, beside) = Colour::Red.of_mut(row);
    let sums = &mut coarse.exchange[..];
    if j.is_multiple_of(2) {
        sums.fill(0.0);
    }
    rows::add_remainders(
        sums,
        own,
        (
            Colour::Red.of(matrix.row(&matrix.sink, j)),
            Colour::Red.of(matrix.row(b, j)),
        ),
        matrix.half_row((j, Colour::Red), beside, around),
    );
    if !j.is_multiple_of(2) {
        let n = coarse.matrix.n;
        split(sums, j / 2, &mut coarse.b[j / 2 * n..(j / 2 + 1) * n]);
    }
}

/// Adds the coarse value to each of its cells in row `j`. Cells that take no part are put back to zero by their inverse
/// diagonal in the next half-sweep.
fn prolong(fine: &mut Level, coarse: &mut Level, j: usize) {
    let (n, m) = (fine.matrix.n, coarse.matrix.n);
    if j.is_multiple_of(2) {
        let row = &coarse.x[j / 2 * m..(j / 2 + 1) * m];
        merge(row, j / 2, &mut coarse.exchange);
    }
    let (red, black) = fine.x[j * n..(j + 1) * n].split_at_mut(m);
    for ((red, black), value) in red.iter_mut().zip(black).zip(&coarse.exchange) {
        *red += value;
        *black += value;
    }
}
