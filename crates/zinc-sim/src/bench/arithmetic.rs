//! How fast one core multiplies and adds, with nothing to read or write.
//! Here because a loop whose grid is in a cache is bound by arithmetic or by loads, not by memory.
//! Must not know: field solves.

use std::hint::black_box;

use super::{Figure, timing};

/// Independent chains, enough that no operation waits for the one before; in lanes of whatever width was compiled for.
const CHAINS: usize = 64;
const ROUNDS: usize = 100_000;

/// x ← a x + b in single precision, all in registers.
pub fn measure() -> Vec<Figure> {
    let (a, b) = (black_box(0.999_f32), black_box(1e-3_f32));
    let mut x = [1.0_f32; CHAINS];
    let seconds = timing::seconds(|| {
        let mut own = x;
        for _ in 0..ROUNDS {
            for x in &mut own {
                *x = a * *x + b;
            }
        }
        x = black_box(own);
    });
    vec![Figure {
        name: "arithmetic, single precision, multiplying and adding on one core",
        n_cells: None,
        value: (2 * CHAINS * ROUNDS) as f64 / seconds / 1e9,
        unit: "10⁹ s⁻¹",
    }]
}
