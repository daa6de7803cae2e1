//! The inner loops, half a grid row at a time.
//! Here because nearly all time of a run is spent in these few lines.
//! Must not know: levels, cycles, right-hand sides' meaning.
//!
//! A row is stored with its even cells first and its odd cells after them. Red-black relaxation touches every second
//! cell, and in this order those lie side by side, so that the loops below run over plain slices: no bounds to check,
//! two cells in a 128-bit register. With h = n/2, even cell k (column 2k) has odd k to its right and odd k − 1 to its
//! left; odd cell k has even k to its left and even k + 1 to its right. So the link `near[k]` of even k with odd k
//! serves both halves at index k, and `far[k]`, of odd k with even k + 1, is met one place shifted by the even half.
//!
//! Reductions keep four partial sums in a fixed order, so the same numbers come out on every machine:
//! lane l sums the elements with index ≡ l (mod 4), and the result is (s₀ + s₁) + (s₂ + s₃).

/// Which half of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    Even,
    Odd,
}

/// What one half of a row needs from its surroundings. All slices have the half's length.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HalfRow<'a> {
    /// Values of the row's other half.
    pub other: &'a [f64],
    /// Links of even k with odd k.
    pub near: &'a [f64],
    /// Links of odd k with even k + 1, the last with even 0.
    pub far: &'a [f64],
    /// Links upwards, and the values there.
    pub up: &'a [f64],
    pub above: &'a [f64],
    /// Links downwards, and the values there.
    pub down: &'a [f64],
    pub below: &'a [f64],
}

impl<'a> HalfRow<'a> {
    /// The half cut into the one cell whose neighbour is around the window and the rest: for each its first index
    /// and its surroundings, all slices aligned so that index k everywhere belongs to one cell. Here `far` and
    /// `other` are shifted against each other as the half asks.
    fn pieces(self, half: Half) -> [(usize, Piece<'a>); 2] {
        let h = self.near.len();
        let piece = |start: usize, end: usize, far: usize, across: usize| {
            let m = end - start;
            let piece = Piece {
                near: &self.near[start..end],
                other: &self.other[start..end],
                far: &self.far[far..far + m],
                far_other: &self.other[across..across + m],
                up: &self.up[start..end],
                above: &self.above[start..end],
                down: &self.down[start..end],
                below: &self.below[start..end],
            };
            (start, piece)
        };
        match half {
            Half::Even => [piece(0, 1, h - 1, h - 1), piece(1, h, 0, 0)],
            Half::Odd => [piece(0, h - 1, 0, 1), piece(h - 1, h, h - 1, 0)],
        }
    }
}

/// Surroundings of consecutive cells, index by index.
#[derive(Debug, Clone, Copy)]
struct Piece<'a> {
    near: &'a [f64],
    other: &'a [f64],
    far: &'a [f64],
    far_other: &'a [f64],
    up: &'a [f64],
    above: &'a [f64],
    down: &'a [f64],
    below: &'a [f64],
}

impl Piece<'_> {
    fn relax(&self, x: &mut [f64], inverse_diagonal: &[f64], b: &[f64]) {
        let m = x.len();
        let (near, other) = (&self.near[..m], &self.other[..m]);
        let (far, far_other) = (&self.far[..m], &self.far_other[..m]);
        let (up, above) = (&self.up[..m], &self.above[..m]);
        let (down, below) = (&self.down[..m], &self.below[..m]);
        let (inverse, b) = (&inverse_diagonal[..m], &b[..m]);
        for k in 0..m {
            let inflow =
                near[k] * other[k] + far[k] * far_other[k] + up[k] * above[k] + down[k] * below[k];
            x[k] = inverse[k] * (b[k] + inflow);
        }
    }

    /// out = what leaves each cell through links and sink.
    fn outflow(&self, out: &mut [f64], x: &[f64], sink: &[f64]) {
        let m = out.len();
        let (near, other) = (&self.near[..m], &self.other[..m]);
        let (far, far_other) = (&self.far[..m], &self.far_other[..m]);
        let (up, above) = (&self.up[..m], &self.above[..m]);
        let (down, below) = (&self.down[..m], &self.below[..m]);
        let (x, sink) = (&x[..m], &sink[..m]);
        for k in 0..m {
            out[k] = near[k] * (x[k] - other[k])
                + far[k] * (x[k] - far_other[k])
                + up[k] * (x[k] - above[k])
                + down[k] * (x[k] - below[k])
                + sink[k] * x[k];
        }
    }

    fn invert_diagonal(&self, inverse: &mut [f64], sink: &[f64]) {
        let m = inverse.len();
        let (near, far, sink) = (&self.near[..m], &self.far[..m], &sink[..m]);
        let (up, down) = (&self.up[..m], &self.down[..m]);
        for k in 0..m {
            let diagonal = near[k] + far[k] + up[k] + down[k] + sink[k];
            inverse[k] = if diagonal > 0.0 { 1.0 / diagonal } else { 0.0 };
        }
    }
}

/// Gauss-Seidel on one half of a row.
pub(crate) fn relax(
    x: &mut [f64],
    around: HalfRow<'_>,
    half: Half,
    inverse_diagonal: &[f64],
    b: &[f64],
) {
    for (start, piece) in around.pieces(half) {
        let end = start + piece.near.len();
        piece.relax(
            &mut x[start..end],
            &inverse_diagonal[start..end],
            &b[start..end],
        );
    }
}

/// out = A x on one half of a row; the diagonal is rebuilt from links and sink, so nothing else is read.
pub(crate) fn outflow(out: &mut [f64], x: &[f64], around: HalfRow<'_>, half: Half, sink: &[f64]) {
    for (start, piece) in around.pieces(half) {
        let end = start + piece.near.len();
        piece.outflow(&mut out[start..end], &x[start..end], &sink[start..end]);
    }
}

/// 1/diagonal on one half of a row, zero where nothing ties the cell.
pub(crate) fn invert_diagonal(inverse: &mut [f64], around: HalfRow<'_>, half: Half, sink: &[f64]) {
    for (start, piece) in around.pieces(half) {
        let end = start + piece.near.len();
        piece.invert_diagonal(&mut inverse[start..end], &sink[start..end]);
    }
}

/// Even cells first.
pub(crate) fn split(natural: &[f64], stored: &mut [f64]) {
    let (even, odd) = stored.split_at_mut(natural.len() / 2);
    for ((pair, even), odd) in natural.chunks_exact(2).zip(even).zip(odd) {
        (*even, *odd) = (pair[0], pair[1]);
    }
}

/// Undoes [`split`].
pub(crate) fn unsplit(stored: &[f64], natural: &mut [f64]) {
    let (even, odd) = stored.split_at(stored.len() / 2);
    for ((pair, even), odd) in natural.chunks_exact_mut(2).zip(even).zip(odd) {
        (pair[0], pair[1]) = (*even, *odd);
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
