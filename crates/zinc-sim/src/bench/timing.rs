//! How long one repetition of something takes.
//! Here because every figure must be measured in the same way.
//! Must not know: what is repeated.

use std::time::{Duration, Instant};

/// A round lasts at least this long; the best of the rounds counts, because all else only adds time.
const ROUND: Duration = Duration::from_millis(150);
const N_ROUNDS: u32 = 3;

/// Seconds one call takes.
pub fn seconds(mut once: impl FnMut()) -> f64 {
    once();
    (0..N_ROUNDS)
        .map(|_| {
            let (start, mut n_calls) = (Instant::now(), 0_u32);
            while start.elapsed() < ROUND {
                once();
                n_calls += 1;
            }
            start.elapsed().as_secs_f64() / f64::from(n_calls)
        })
        .fold(f64::INFINITY, f64::min)
}
