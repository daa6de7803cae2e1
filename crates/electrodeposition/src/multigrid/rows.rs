//! The inner loops, a row or half a row at a time.
//! Here because nearly all time of a run is spent in these few lines; slices of equal length let them run without
//! bounds checks and in vector registers.
//! Must not know: levels, cycles, right-hand sides' meaning.

/// What the cells of one colour in one row are tied to. All slices hold half a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HalfRow<'a> {
    /// Column of the first cell, 0 or 1.
    pub first: usize,
    /// Links to the right, of these cells and of the other colour's in the row.
    pub right: &'a [f64],
    pub right_beside: &'a [f64],
    /// Links to the row above, and of the row below to this one.
    pub up: &'a [f64],
    pub up_below: &'a [f64],
    /// Values of the other colour: in the same row, below and above.
    pub beside: &'a [f64],
    pub below: &'a [f64],
    pub above: &'a [f64],
}

/// The same for cells that have both neighbours in their row side by side, in the order of i: all but one.
struct Inner<'a> {
    right: &'a [f64],
    left: &'a [f64],
    up: &'a [f64],
    up_below: &'a [f64],
    x_left: &'a [f64],
    x_right: &'a [f64],
    below: &'a [f64],
    above: &'a [f64],
}

impl<'a> HalfRow<'a> {
    /// Index of the first or last cell, whose row closes over the edge.
    fn edge(&self) -> usize {
        if self.first == 0 {
            0
        } else {
            self.beside.len() - 1
        }
    }

    /// The other cells begin here.
    fn inner_from(&self) -> usize {
        1 - self.first
    }

    #[inline(always)]
    fn inner(&self, count: usize) -> Inner<'a> {
        let from = self.inner_from();
        Inner {
            right: &self.right[from..][..count],
            left: &self.right_beside[..count],
            up: &self.up[from..][..count],
            up_below: &self.up_below[from..][..count],
            x_left: &self.beside[..count],
            x_right: &self.beside[1..][..count],
            below: &self.below[from..][..count],
            above: &self.above[from..][..count],
        }
    }
}

/// Gauss-Seidel on the cells of one colour in a row.
#[inline(never)]
pub(crate) fn relax(x: &mut [f64], inverse_diagonal: &[f64], b: &[f64], at: HalfRow<'_>) {
    let (k, last) = (at.edge(), at.beside.len() - 1);
    x[k] = inverse_diagonal[k]
        * (b[k]
            + at.up[k] * at.above[k]
            + at.up_below[k] * at.below[k]
            + at.right[k] * at.beside[0]
            + at.right_beside[last] * at.beside[last]);
    let from = at.inner_from();
    let (x, inverse, b) = (&mut x[from..][..last], &inverse_diagonal[from..][..last], &b[from..][..last]);
    let Inner {
        right,
        left,
        up,
        up_below,
        x_left,
        x_right,
        below,
        above,
    } = at.inner(last);
    for k in 0..last {
        x[k] = inverse[k]
            * (b[k]
                + up[k] * above[k]
                + up_below[k] * below[k]
                + right[k] * x_right[k]
                + left[k] * x_left[k]);
    }
}

/// Adds b − A x of one colour's cells to the coarse row: one fine cell a coarse one.
#[inline(never)]
pub(crate) fn add_remainders(
    coarse_b: &mut [f64],
    x: &[f64],
    (sink, b): (&[f64], &[f64]),
    at: HalfRow<'_>,
) {
    let (k, last) = (at.edge(), at.beside.len() - 1);
    let flow = at.right[k] * (x[k] - at.beside[0])
        + at.right_beside[last] * (x[k] - at.beside[last])
        + at.up[k] * (x[k] - at.above[k])
        + at.up_below[k] * (x[k] - at.below[k])
        + sink[k] * x[k];
    coarse_b[k] += b[k] - flow;
    let from = at.inner_from();
    let (x, sink, b) = (&x[from..][..last], &sink[from..][..last], &b[from..][..last]);
    let coarse_b = &mut coarse_b[from..][..last];
    let Inner {
        right,
        left,
        up,
        up_below,
        x_left,
        x_right,
        below,
        above,
    } = at.inner(last);
    for k in 0..last {
        let flow = right[k] * (x[k] - x_right[k])
            + left[k] * (x[k] - x_left[k])
            + up[k] * (x[k] - above[k])
            + up_below[k] * (x[k] - below[k])
            + sink[k] * x[k];
        coarse_b[k] += b[k] - flow;
    }
}

/// 1/diagonal of one colour's cells in a row, zero where nothing ties the cell.
pub(crate) fn invert_diagonal(inverse: &mut [f64], sink: &[f64], at: HalfRow<'_>) {
    let invert = |diagonal: f64| if diagonal > 0.0 { 1.0 / diagonal } else { 0.0 };
    let (k, last) = (at.edge(), at.beside.len() - 1);
    inverse[k] = invert(at.right_beside[last] + at.right[k] + at.up[k] + at.up_below[k] + sink[k]);
    let from = at.inner_from();
    let (inverse, sink) = (&mut inverse[from..][..last], &sink[from..][..last]);
    let Inner {
        right,
        left,
        up,
        up_below,
        ..
    } = at.inner(last);
    for k in 0..last {
        inverse[k] = invert(left[k] + right[k] + up[k] + up_below[k] + sink[k]);
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
    let out = &mut out[1..=m];
    let (x_left, x, x_right) = (&x[..m], &x[1..=m], &x[2..n]);
    let (g_left, g_right) = (&right[..m], &right[1..=m]);
    let (below, above) = (&at.below[1..=m], &at.above[1..=m]);
    let (g_above, g_below, sink) = (&up[1..=m], &up_below[1..=m], &sink[1..=m]);
    for k in 0..m {
        out[k] = g_right[k] * (x[k] - x_right[k])
            + g_left[k] * (x[k] - x_left[k])
            + g_above[k] * (x[k] - above[k])
            + g_below[k] * (x[k] - below[k])
            + sink[k] * x[k];
    }
}
