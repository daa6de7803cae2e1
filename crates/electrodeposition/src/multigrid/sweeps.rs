//! The way down and the way up past one level, each in a single pass over memory.
//! Here because a grid that does not fit a cache is read once and not once a half-sweep.
//! Must not know: which level is visited when, how often.
//!
//! A half-sweep of row j reads the other colour in rows j − 1, j and j + 1. So each half-sweep may follow the one before
//! it a row behind: one front of work moves up the grid, and every cell is computed from the same values as if the
//! half-sweeps had been made one after another.

use super::colours::{Colour, close, merge, split};
use super::level::{Level, Matrix};
use super::number::Number;
use super::rows;

/// Half-sweeps on the way down; on the way up the same backwards, which keeps the cycle symmetric.
const DOWN: [Colour; 4] = [Colour::Red, Colour::Black, Colour::Red, Colour::Black];

/// Smooths `fine` from x = 0 or from its present x, and sums the remainder of each block of four cells into `coarse`.
///
/// The last half-sweep leaves black remainders at zero, so only red ones are formed. `begin(j, b)` may set the right-hand
/// side of row j before it is read.
pub(crate) fn descend<T: Number>(
    fine: &mut Level<T>,
    coarse: &mut Level<T>,
    from_zero: bool,
    mut begin: impl FnMut(usize, &mut [T]),
) {
    let n = fine.matrix.n;
    for front in 0..n + DOWN.len() {
        if front < n {
            let span = fine.matrix.span(front);
            begin(front, &mut fine.b[span]);
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
pub(crate) fn ascend<T: Number>(
    fine: &mut Level<T>,
    coarse: &mut Level<T>,
    mut finish: impl FnMut(usize, &[T]),
) {
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
            finish(j, fine.matrix.row(&fine.x, j));
        }
    }
}

/// Row `j` of a vector, the one below and the one above.
#[inline(always)]
fn rows_of<'a, T: Number>(
    matrix: &'a Matrix<T>,
    x: &'a mut [T],
    j: usize,
) -> (&'a mut [T], [&'a [T]; 2]) {
    let span = matrix.span(j);
    let length = span.len();
    let (before, rest) = x.split_at_mut(span.start);
    let (row, after) = rest.split_at_mut(length);
    let below = if j == 0 {
        &matrix.blank[..]
    } else {
        &before[span.start - length..]
    };
    let above = if j + 1 == matrix.n {
        &matrix.blank[..]
    } else {
        &after[..length]
    };
    (row, [below, above])
}

fn relax<T: Number>(level: &mut Level<T>, j: usize, colour: Colour) {
    let Level { matrix, x, b, .. } = level;
    let (row, around) = rows_of(matrix, x, j);
    let (own, beside) = colour.of_mut(row);
    let m = own.len() - 2;
    rows::relax(
        &mut own[1..=m],
        colour.of(matrix.row(&matrix.inverse_diagonal, j)),
        colour.of(matrix.row(b, j)),
        matrix.half_row((j, colour), beside, around),
    );
    close(own);
}

/// The first red half-sweep from x = 0: black cells stay zero, red ones have no neighbours to look at.
fn first_red<T: Number>(level: &mut Level<T>, j: usize) {
    let Level { matrix, x, b, .. } = level;
    let row = &mut x[matrix.span(j)];
    let (red, black) = row.split_at_mut(row.len() / 2);
    let inverse = Colour::Red.of(matrix.row(&matrix.inverse_diagonal, j));
    let b = Colour::Red.of(matrix.row(b, j));
    for ((x, inverse), b) in red[1..].iter_mut().zip(inverse).zip(b) {
        *x = *inverse * *b;
    }
    close(red);
    black.fill(T::ZERO);
}

/// Red remainders of row `j` into the coarse row, which is complete after the upper one of its two.
fn restrict<T: Number>(fine: &mut Level<T>, coarse: &mut Level<T>, j: usize) {
    let Level { matrix, x, b, .. } = fine;
    let (row, around) = rows_of(matrix, x, j);
    let (own, beside) = Colour::Red.of_mut(row);
    let sums = &mut coarse.exchange[..];
    if j.is_multiple_of(2) {
        sums.fill(T::ZERO);
    }
    rows::add_remainders(
        sums,
        &own[1..],
        (
            Colour::Red.of(matrix.row(&matrix.sink, j)),
            Colour::Red.of(matrix.row(b, j)),
        ),
        matrix.half_row((j, Colour::Red), beside, around),
    );
    if !j.is_multiple_of(2) {
        let span = coarse.matrix.span(j / 2);
        split(sums, j / 2, &mut coarse.b[span]);
    }
}

/// Adds the coarse value to each of its cells in row `j`. Cells that take no part are put back to zero by their inverse
/// diagonal in the next half-sweep.
fn prolong<T: Number>(fine: &mut Level<T>, coarse: &mut Level<T>, j: usize) {
    if j.is_multiple_of(2) {
        let row = coarse.matrix.row(&coarse.x, j / 2);
        merge(row, j / 2, &mut coarse.exchange);
    }
    let row = &mut fine.x[fine.matrix.span(j)];
    let (red, black) = row.split_at_mut(row.len() / 2);
    for half in [red, black] {
        for (x, value) in half[1..].iter_mut().zip(&coarse.exchange) {
            *x += *value;
        }
        close(half);
    }
}
