//! The inner loops, one grid row at a time.
//! Here because nearly all time of a run is spent in these few lines; slices of equal length let them run without
//! bounds checks and, where memory order allows, in vector registers.
//! Must not know: levels, cycles, right-hand sides' meaning.
//!
//! Reductions keep four partial sums in a fixed order, so the same numbers come out on every machine:
//! lane l sums the elements with index ≡ l (mod 4), and the result is (s₀ + s₁) + (s₂ + s₃).

/// What one row needs from its surroundings. All slices have the row's length.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowOperator<'a> {
    pub right: &'a [f64],
    pub up: &'a [f64],
    pub up_below: &'a [f64],
}

/// Gauss-Seidel on every second cell of a row, starting at `first` (0 or 1).
pub(crate) fn relax(
    x: &mut [f64],
    (x_below, x_above): (&[f64], &[f64]),
    operator: RowOperator<'_>,
    inverse_diagonal: &[f64],
    b: &[f64],
    first: usize,
) {
    let n = x.len();
    let (x_below, x_above) = (&x_below[..n], &x_above[..n]);
    let (right, up, up_below) = (
        &operator.right[..n],
        &operator.up[..n],
        &operator.up_below[..n],
    );
    let (inverse, b) = (&inverse_diagonal[..n], &b[..n]);
    let vertical = |i: usize| b[i] + up[i] * x_above[i] + up_below[i] * x_below[i];
    if first == 0 {
        x[0] = inverse[0] * (vertical(0) + right[0] * x[1] + right[n - 1] * x[n - 1]);
    }
    let mut i = if first == 0 { 2 } else { 1 };
    while i + 1 < n {
        x[i] = inverse[i] * (vertical(i) + right[i] * x[i + 1] + right[i - 1] * x[i - 1]);
        i += 2;
    }
    if first == 1 {
        x[n - 1] =
            inverse[n - 1] * (vertical(n - 1) + right[n - 1] * x[0] + right[n - 2] * x[n - 2]);
    }
}

/// out = A x for one row; the diagonal is rebuilt from links and sink, so nothing else is read.
pub(crate) fn apply(
    out: &mut [f64],
    x: &[f64],
    (x_below, x_above): (&[f64], &[f64]),
    operator: RowOperator<'_>,
    sink: &[f64],
) {
    let n = out.len();
    let (right, up, up_below) = (operator.right, operator.up, operator.up_below);
    for (i, left_idx, right_idx) in [(0, n - 1, 1), (n - 1, n - 2, 0)] {
        out[i] = right[i] * (x[i] - x[right_idx])
            + right[left_idx] * (x[i] - x[left_idx])
            + up[i] * (x[i] - x_above[i])
            + up_below[i] * (x[i] - x_below[i])
            + sink[i] * x[i];
    }
    // Slices of one length, shifted against each other, so that the loop has no bounds to check.
    let m = n - 2;
    let (x_left, x, x_right) = (&x[..m], &x[1..=m], &x[2..n]);
    let (g_left, g_right) = (&right[..m], &right[1..=m]);
    let (x_below, x_above) = (&x_below[1..=m], &x_above[1..=m]);
    let (g_above, g_below, sink) = (&up[1..=m], &up_below[1..=m], &sink[1..=m]);
    for (k, value) in out[1..=m].iter_mut().enumerate() {
        *value = g_right[k] * (x[k] - x_right[k])
            + g_left[k] * (x[k] - x_left[k])
            + g_above[k] * (x[k] - x_above[k])
            + g_below[k] * (x[k] - x_below[k])
            + sink[k] * x[k];
    }
}

/// 1/diagonal for one row, zero where nothing ties the cell.
pub(crate) fn invert_diagonal(inverse: &mut [f64], operator: RowOperator<'_>, sink: &[f64]) {
    let n = inverse.len();
    let (right, up, up_below) = (operator.right, operator.up, operator.up_below);
    let invert = |diagonal: f64| if diagonal > 0.0 { 1.0 / diagonal } else { 0.0 };
    inverse[0] = invert(right[n - 1] + right[0] + up[0] + up_below[0] + sink[0]);
    let m = n - 1;
    let (g_left, g_right) = (&right[..m], &right[1..n]);
    let (g_above, g_below, sink) = (&up[1..n], &up_below[1..n], &sink[1..n]);
    for (k, value) in inverse[1..n].iter_mut().enumerate() {
        *value = invert(g_left[k] + g_right[k] + g_above[k] + g_below[k] + sink[k]);
    }
}

/// Adds b − A x of every second cell, from `first` on, to the coarse row: one fine cell a coarse one.
pub(crate) fn add_remainders(
    coarse_b: &mut [f64],
    x: &[f64],
    (x_below, x_above): (&[f64], &[f64]),
    operator: RowOperator<'_>,
    (sink, b): (&[f64], &[f64]),
    first: usize,
) {
    let n = 2 * coarse_b.len();
    let (x, x_below, x_above, sink, b) =
        (&x[..n], &x_below[..n], &x_above[..n], &sink[..n], &b[..n]);
    let (right, up, up_below) = (
        &operator.right[..n],
        &operator.up[..n],
        &operator.up_below[..n],
    );
    for (k, value) in coarse_b.iter_mut().enumerate() {
        let i = 2 * k + first;
        let left = if i == 0 { n - 1 } else { i - 1 };
        let next = if i + 1 == n { 0 } else { i + 1 };
        let flow = right[i] * (x[i] - x[next])
            + right[left] * (x[i] - x[left])
            + up[i] * (x[i] - x_above[i])
            + up_below[i] * (x[i] - x_below[i])
            + sink[i] * x[i];
        *value += b[i] - flow;
    }
}

/// a·b in the fixed lane order.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut lanes = [0.0; 4];
    let (a_blocks, b_blocks) = (a.chunks_exact(4), b.chunks_exact(4));
    let (a_rest, b_rest) = (a_blocks.remainder(), b_blocks.remainder());
    for (p, q) in a_blocks.zip(b_blocks) {
        for l in 0..4 {
            lanes[l] += p[l] * q[l];
        }
    }
    for (l, (p, q)) in a_rest.iter().zip(b_rest).enumerate() {
        lanes[l] += p * q;
    }
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
}

/// Σ|a| in the fixed lane order.
pub(crate) fn sum_of_magnitudes(a: &[f64]) -> f64 {
    let mut lanes = [0.0; 4];
    let blocks = a.chunks_exact(4);
    let rest = blocks.remainder();
    for p in blocks {
        for l in 0..4 {
            lanes[l] += p[l].abs();
        }
    }
    for (l, p) in rest.iter().enumerate() {
        lanes[l] += p.abs();
    }
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
}

/// y += factor·x.
pub(crate) fn add_scaled(y: &mut [f64], factor: f64, x: &[f64]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += factor * x;
    }
}
