//! Heun's method for one field: a step forward, and half of the slope there taken back.
//! Here because two of the problems are explicit Allen-Cahn equations that differ only in their rates.
//! Must not know: which rate.
//!
//! u* = u + Δt r(u, t), u_new = (u + u* + Δt r(u*, t + Δt))/2 (second order in Δt; for diffusion stable up to
//! Δt = h²/(4κ), as the explicit Euler method is).

use super::field::{Edges, Field};
use super::lanes::{Doubles, Numbers};

/// Which end of the step a rate is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Start,
    Finish,
}

/// Values of some cells side by side, and of their neighbours.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<T> {
    pub own: T,
    pub left: T,
    pub right: T,
    pub below: T,
    pub above: T,
}

impl<T: Numbers> Around<T> {
    /// Sum over the four.
    pub(super) fn neighbours(&self) -> T {
        (self.left + self.right) + (self.below + self.above)
    }
}

/// The rate in the cells of one row.
pub(super) trait RowRate {
    /// Of the cells from column `i` on.
    fn cells<T: Numbers>(&self, i: usize, around: Around<T>) -> T;
}

/// The predicted field; a step allocates nothing.
#[derive(Debug, Clone)]
pub(super) struct Heun {
    predicted: Field,
    edges: Edges,
}

impl Heun {
    pub(super) fn new(field: &Field, edges: Edges) -> Self {
        Self {
            predicted: Field::new(field.nx, field.ny),
            edges,
        }
    }

    /// Advances the field by `dt`. `rate(end, j)` is the rate in row j.
    pub(super) fn step<R: RowRate>(
        &mut self,
        field: &mut Field,
        dt: f64,
        rate: impl Fn(End, usize) -> R,
    ) {
        field.surround(self.edges);
        for j in 0..field.ny {
            let out = self.predicted.row_mut(j);
            row(
                &Forward(dt),
                &rate(End::Start, j),
                field.rows_around(j),
                out,
            );
        }
        self.predicted.surround(self.edges);
        for j in 0..field.ny {
            let rows = self.predicted.rows_around(j);
            row(&Back(dt), &rate(End::Finish, j), rows, field.row_mut(j));
        }
    }
}

/// What becomes of a cell's value in one half of the step.
trait Half {
    /// From what is overwritten, the value that the rate was asked for, and the rate.
    fn value<T: Numbers>(&self, overwritten: T, value: T, rate: T) -> T;
}

struct Forward(f64);

impl Half for Forward {
    fn value<T: Numbers>(&self, _: T, value: T, rate: T) -> T {
        value + T::all(self.0) * rate
    }
}

struct Back(f64);

impl Half for Back {
    fn value<T: Numbers>(&self, first: T, predicted: T, rate: T) -> T {
        T::all(0.5) * (first + (predicted + T::all(self.0) * rate))
    }
}

/// Vectors that are computed without a look at the loop's end.
const UNROLLED: usize = 4;

fn row<H: Half, R: RowRate>(half: &H, rate: &R, rows: [&[f64]; 3], out: &mut [f64]) {
    let at = some::<UNROLLED, Doubles, _, _>(half, rate, rows, out, 0);
    let at = some::<1, Doubles, _, _>(half, rate, rows, out, at);
    some::<1, f64, _, _>(half, rate, rows, out, at);
}

/// As many cells from `start` on as `n` vectors at a time can take; the first cell that is left.
fn some<const N: usize, T: Numbers, H: Half, R: RowRate>(
    half: &H,
    rate: &R,
    [below, own, above]: [&[f64]; 3],
    out: &mut [f64],
    start: usize,
) -> usize {
    let cells = N * T::N;
    let mut at = start;
    for out in out[start..].chunks_exact_mut(cells) {
        // Of a length that is known here, so that nothing is checked for each vector.
        let own = &own[at..at + cells + 2];
        let [below, above] = [below, above].map(|row| &row[at + 1..=at + cells]);
        for k in (0..cells).step_by(T::N) {
            let around = Around {
                own: T::read(&own[k + 1..]),
                left: T::read(&own[k..]),
                right: T::read(&own[k + 2..]),
                below: T::read(&below[k..]),
                above: T::read(&above[k..]),
            };
            let change = rate.cells(at + k, around);
            let old = T::read(&out[k..]);
            half.value(old, around.own, change).write(&mut out[k..]);
        }
        at += cells;
    }
    at
}
