//! Explicit steps of ∂φ/∂t = ∇²φ + φ − φ³ in single precision, on a square that is periodic both ways.
//! Here because cells must lie in memory as a processor's vectors want them, and no problem should see that.
//! Must not know: where φ starts, how long a step is.
//!
//! A row is cut into stripes of equal length, as many as a vector has lanes, and the k-th vector of a row holds the
//! k-th cell of each stripe. So left and right neighbours are whole vectors, and nothing is shuffled but at the two ends
//! of a row, where a stripe meets the next one. `ROWS` rows lie side by side and are computed together: the sum of a
//! cell's right and upper neighbour is also that of the left and lower neighbour of the cell diagonally above, so most
//! such sums are made once for two cells. Each cell sees the same operations in the same order for any number of lanes,
//! and no product is fused with a sum, so the bits are the same on every machine.

use super::lanes::Singles as Lanes;

const LANES: usize = size_of::<Lanes>() / size_of::<f32>();
/// Eight would need more registers than most machines have, and were slower where there are enough.
const ROWS: usize = 4;
/// A side is a multiple of this, whatever the lanes.
pub(super) const SIDE_UNIT: usize = 64;
/// Vectors that are computed without a look at the loop's end.
const UNROLLED: usize = 4;
/// Steps that follow each other through the rows in one pass, while the rows are in the nearest cache.
const STEPS_A_PASS: usize = 4;

type Block = [Lanes; ROWS];

/// Factors of one step: v_new = `neighbours` · Σ v + v (`own` − v²).
#[derive(Debug, Clone, Copy)]
pub(super) struct Factors {
    pub neighbours: f32,
    pub own: f32,
}

/// The field v and room for the one after it. Each row of blocks has a ring block at both ends.
#[derive(Debug, Clone)]
pub(super) struct Stripes {
    n: usize,
    now: Vec<Block>,
    next: Vec<Block>,
}

impl Stripes {
    /// n × n cells, row 0 at the bottom; `n` is a multiple of `SIDE_UNIT`.
    pub(super) fn new(n: usize, value: impl Fn(usize, usize) -> f32) -> Self {
        let width = n / LANES + 2;
        let mut now = vec![[Lanes::splat(0.0); ROWS]; width * (n / ROWS)];
        for (block_row, blocks) in now.chunks_exact_mut(width).enumerate() {
            for (k, block) in blocks[1..width - 1].iter_mut().enumerate() {
                *block = std::array::from_fn(|row| {
                    let cell = |lane| value(lane * (n / LANES) + k, block_row * ROWS + row);
                    Lanes::new(std::array::from_fn(cell))
                });
            }
            close(blocks);
        }
        Self {
            n,
            next: now.clone(),
            now,
        }
    }

    pub(super) fn value(&self, i: usize, j: usize) -> f32 {
        let stripe = self.n / LANES;
        let block = j / ROWS * (stripe + 2) + 1 + i % stripe;
        self.now[block][j % ROWS].to_array()[i / stripe]
    }

    pub(super) fn advance(&mut self, n_steps: usize, factors: Factors) {
        let mut left = n_steps;
        while left > 0 {
            let n_together = left.min(STEPS_A_PASS);
            self.pass(n_together, factors);
            left -= n_together;
        }
    }

    /// Each step is one row of blocks behind the step before it. It starts where all rows around it have been computed, one
    /// row of blocks further up than the step before, and so it also ends where the first rows are still as it needs them.
    fn pass(&mut self, n_steps: usize, factors: Factors) {
        let (width, n_rows) = (self.n / LANES + 2, self.n / ROWS);
        let row_of = |row: usize| row * width..(row + 1) * width;
        for time in 0..n_rows + 2 * (n_steps - 1) {
            for step in 0..n_steps {
                let Some(done) = time.checked_sub(2 * step).filter(|done| *done < n_rows) else {
                    continue;
                };
                let (from, to) = if step % 2 == 0 {
                    (&self.now, &mut self.next)
                } else {
                    (&self.next, &mut self.now)
                };
                let row = (step + done) % n_rows;
                let (below, above) = ((row + n_rows - 1) % n_rows, (row + 1) % n_rows);
                let around = [below, row, above].map(|row| &from[row_of(row)]);
                let out = &mut to[row_of(row)];
                step_blocks(around, out, factors);
                close(out);
            }
        }
        if n_steps % 2 == 1 {
            std::mem::swap(&mut self.now, &mut self.next);
        }
    }
}

/// Writes the ring: beyond a stripe's end lies the next stripe.
fn close(blocks: &mut [Block]) {
    let end = blocks.len() - 1;
    let turned = |from: Block, lanes: usize| {
        from.map(|row| {
            let row = row.to_array();
            Lanes::new(std::array::from_fn(|lane| row[(lane + lanes) % LANES]))
        })
    };
    blocks[0] = turned(blocks[end - 1], LANES - 1);
    blocks[end] = turned(blocks[1], 1);
}

/// One step of `ROWS` rows, from the blocks below, of and above them.
#[inline(never)]
fn step_blocks([below, own, above]: [&[Block]; 3], out: &mut [Block], factors: Factors) {
    let n = out.len() - 2;
    let neighbours = Lanes::splat(factors.neighbours);
    let own_factor = Lanes::splat(factors.own);
    let ring = own[0];
    let mut values = own[1];
    let mut left_of_lowest = ring[0];
    // Left and lower neighbour of every cell but the lowest: made as right and upper neighbour one cell before.
    let mut left_and_lower: [Lanes; ROWS - 1] =
        std::array::from_fn(|row| values[row] + ring[row + 1]);
    let mut block = |right: &Block, below: &Block, above: &Block, out: &mut Block| {
        let right_and_upper: Block = std::array::from_fn(|row| {
            right[row]
                + if row + 1 < ROWS {
                    values[row + 1]
                } else {
                    above[0]
                }
        });
        *out = std::array::from_fn(|row| {
            let other = if row == 0 {
                left_of_lowest + below[ROWS - 1]
            } else {
                left_and_lower[row - 1]
            };
            let value = values[row];
            neighbours * (right_and_upper[row] + other) + value * (own_factor - value * value)
        });
        left_of_lowest = values[0];
        left_and_lower = std::array::from_fn(|row| right_and_upper[row]);
        values = *right;
    };
    // Of one length, which is a multiple of `UNROLLED`, because a side is one of `SIDE_UNIT`.
    let right = own[2..].chunks_exact(UNROLLED);
    let below = below[1..=n].chunks_exact(UNROLLED);
    let above = above[1..=n].chunks_exact(UNROLLED);
    let out = out[1..=n].chunks_exact_mut(UNROLLED);
    for (((out, right), below), above) in out.zip(right).zip(below).zip(above) {
        for k in 0..UNROLLED {
            block(&right[k], &below[k], &above[k], &mut out[k]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Factors, Stripes};

    const FACTORS: Factors = Factors {
        neighbours: 0.2,
        own: 0.25,
    };

    /// Without any pattern, between −0.2 and 0.2.
    fn scattered(n: usize, i: usize, j: usize) -> f32 {
        let mixed = ((j * n + i) as u32).wrapping_mul(2_654_435_769) >> 8;
        mixed as f32 / 2_f32.powi(24) * 0.4 - 0.2
    }

    /// Every cell of a field without any pattern, those at the ends of stripes, blocks and domain among them.
    #[test]
    fn steps_have_the_bits_of_a_plain_loop_over_a_periodic_square() {
        for (n, n_steps) in [(64, 1), (64, 11), (192, 6)] {
            let mut stripes = Stripes::new(n, |i, j| scattered(n, i, j));
            let mut plain: Vec<f32> = (0..n * n).map(|at| scattered(n, at % n, at / n)).collect();
            stripes.advance(n_steps, FACTORS);
            for _ in 0..n_steps {
                let old = |i: usize, j: usize| plain[j % n * n + i % n];
                let next = (0..n * n).map(|at| {
                    let (i, j) = (at % n, at / n);
                    let sum =
                        (old(i + 1, j) + old(i, j + 1)) + (old(i + n - 1, j) + old(i, j + n - 1));
                    let value = old(i, j);
                    FACTORS.neighbours * sum + value * (FACTORS.own - value * value)
                });
                plain = next.collect();
            }
            for (at, expected) in plain.iter().enumerate() {
                let found = stripes.value(at % n, at / n);
                assert_eq!(found.to_bits(), expected.to_bits(), "cell {at} of {n}²");
            }
        }
    }
}
