//! The inner loops of a cycle, half a row at a time, and the matrix's product with a whole row.
//! Here because nearly all time of a run is spent in these few lines; slices of equal length let them run without
//! bounds checks and in vector registers.
//! Must not know: levels, cycles, right-hand sides' meaning.

use super::number::Number;

/// What the cells of one colour in one row are tied to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HalfRow<'a, T> {
    /// Links to the right.
    pub right: &'a [T],
    /// Links to the left: those of the other colour to the right.
    pub left: &'a [T],
    /// Links to the row above, and of the row below to this one.
    pub up: &'a [T],
    pub down: &'a [T],
    /// Values of the neighbours.
    pub x_right: &'a [T],
    pub x_left: &'a [T],
    pub x_up: &'a [T],
    pub x_down: &'a [T],
}

impl<T> HalfRow<'_, T> {
    /// All slices cut to one length, which the loops then need not check.
    #[inline(always)]
    fn of_length(self, m: usize) -> Self {
        Self {
            right: &self.right[..m],
            left: &self.left[..m],
            up: &self.up[..m],
            down: &self.down[..m],
            x_right: &self.x_right[..m],
            x_left: &self.x_left[..m],
            x_up: &self.x_up[..m],
            x_down: &self.x_down[..m],
        }
    }
}

/// Gauss-Seidel on the cells of one colour in a row. A function of its own, because the compiler then knows that `x`
/// overlaps nothing.
#[inline(never)]
pub(crate) fn relax<T: Number>(x: &mut [T], inverse_diagonal: &[T], b: &[T], at: HalfRow<'_, T>) {
    let m = x.len();
    let (inverse, b, at) = (&inverse_diagonal[..m], &b[..m], at.of_length(m));
    for k in 0..m {
        x[k] = inverse[k]
            * (b[k]
                + (at.up[k] * at.x_up[k] + at.down[k] * at.x_down[k])
                + (at.right[k] * at.x_right[k] + at.left[k] * at.x_left[k]));
    }
}

/// Adds b − A x of one colour's cells to the coarse row: one fine cell a coarse one.
#[inline(never)]
pub(crate) fn add_remainders<T: Number>(
    coarse_b: &mut [T],
    x: &[T],
    (sink, b): (&[T], &[T]),
    at: HalfRow<'_, T>,
) {
    let m = coarse_b.len();
    let (x, sink, b, at) = (&x[..m], &sink[..m], &b[..m], at.of_length(m));
    for k in 0..m {
        let flow = (at.right[k] * (x[k] - at.x_right[k]) + at.left[k] * (x[k] - at.x_left[k]))
            + (at.up[k] * (x[k] - at.x_up[k]) + at.down[k] * (x[k] - at.x_down[k]))
            + sink[k] * x[k];
        coarse_b[k] += b[k] - flow;
    }
}

/// 1/diagonal of one colour's cells in a row, zero where nothing ties the cell.
pub(crate) fn invert_diagonal<T: Number>(inverse: &mut [T], sink: &[T], at: HalfRow<'_, T>) {
    let m = inverse.len();
    let (sink, at) = (&sink[..m], at.of_length(m));
    for k in 0..m {
        let diagonal = (at.left[k] + at.right[k]) + (at.up[k] + at.down[k]) + sink[k];
        inverse[k] = if diagonal > T::ZERO {
            T::ONE / diagonal
        } else {
            T::ZERO
        };
    }
}

/// What one whole row in the order of i needs from its surroundings. All slices have the row's length.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WholeRow<'a> {
    pub right: &'a [f64],
    pub up: &'a [f64],
    pub up_below: &'a [f64],
    pub sink: &'a [f64],
    pub below: &'a [f64],
    pub above: &'a [f64],
}

/// out = A x for one row; the diagonal is rebuilt from links and sink, so nothing else is read.
#[inline(never)]
pub(crate) fn apply(out: &mut [f64], x: &[f64], at: WholeRow<'_>) {
    let n = out.len();
    let (right, up, up_below, sink) = (at.right, at.up, at.up_below, at.sink);
    for (i, left_idx, right_idx) in [(0, n - 1, 1), (n - 1, n - 2, 0)] {
        out[i] = right[i] * (x[i] - x[right_idx])
            + right[left_idx] * (x[i] - x[left_idx])
            + up[i] * (x[i] - at.above[i])
            + up_below[i] * (x[i] - at.below[i])
            + sink[i] * x[i];
    }
    // Slices of one length, shifted against each other, so that the loop has no bounds to check.
    let m = n - 2;
    let out = &mut out[1..][..m];
    let (x_left, x, x_right) = (&x[..m], &x[1..][..m], &x[2..][..m]);
    let (g_left, g_right) = (&right[..m], &right[1..][..m]);
    let (below, above) = (&at.below[1..][..m], &at.above[1..][..m]);
    let (g_above, g_below, sink) = (&up[1..][..m], &up_below[1..][..m], &sink[1..][..m]);
    for k in 0..m {
        out[k] = g_right[k] * (x[k] - x_right[k])
            + g_left[k] * (x[k] - x_left[k])
            + g_above[k] * (x[k] - above[k])
            + g_below[k] * (x[k] - below[k])
            + sink[k] * x[k];
    }
}
