//! The machine's memory bandwidth.
//! Here because a field solve does little arithmetic, so memory is what it is measured against.
//! Must not know: field solves.

use std::hint::black_box;

use super::{Figure, timing};

/// Three vectors of 64 MiB, beyond any cache.
const N: usize = 8 << 20;

/// a = b + s c, read twice and written once (STREAM's triad; McCalpin 1995), on one core.
pub fn measure() -> Vec<Figure> {
    let (mut a, b, c) = (vec![0.0_f64; N], vec![1.0_f64; N], vec![2.0_f64; N]);
    let seconds = timing::seconds(|| {
        for ((a, b), c) in a.iter_mut().zip(&b).zip(&c) {
            *a = b + 0.5 * c;
        }
        black_box(&a);
    });
    vec![Figure {
        name: "memory, triad on one core",
        n_cells: None,
        value: (3 * N * size_of::<f64>()) as f64 / seconds / 1e9,
        unit: "GB s⁻¹",
    }]
}
