//! Sums that come out the same on every machine.
//! Here because the order of additions decides the last digits, and vector registers add in lanes.
//! Must not know: what is summed.
//!
//! Four partial sums are kept: lane l adds up the elements with index ≡ l (mod 4), and the result is
//! (s₀ + s₁) + (s₂ + s₃). Rows may be added one after another if their lengths are multiples of four.

/// The four partial sums.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Lanes([f64; 4]);

impl Lanes {
    /// Adds a·b.
    pub(crate) fn add_products(&mut self, a: &[f64], b: &[f64]) {
        debug_assert!(a.len().is_multiple_of(4) && a.len() == b.len());
        let mut lanes = self.0;
        for (p, q) in a.chunks_exact(4).zip(b.chunks_exact(4)) {
            for l in 0..4 {
                lanes[l] += p[l] * q[l];
            }
        }
        self.0 = lanes;
    }

    /// Adds Σ|a|.
    pub(crate) fn add_magnitudes(&mut self, a: &[f64]) {
        debug_assert!(a.len().is_multiple_of(4));
        let mut lanes = self.0;
        for p in a.chunks_exact(4) {
            for l in 0..4 {
                lanes[l] += p[l].abs();
            }
        }
        self.0 = lanes;
    }

    pub(crate) fn sum(self) -> f64 {
        let [a, b, c, d] = self.0;
        (a + b) + (c + d)
    }
}

/// Σ|a| of a vector whose length is a multiple of four.
pub(crate) fn sum_of_magnitudes(a: &[f64]) -> f64 {
    let mut lanes = Lanes::default();
    lanes.add_magnitudes(a);
    lanes.sum()
}

/// y += factor·x.
pub(crate) fn add_scaled(y: &mut [f64], factor: f64, x: &[f64]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += factor * x;
    }
}
