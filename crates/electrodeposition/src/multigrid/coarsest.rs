//! The smallest grid, solved exactly.
//! Here because what the smoother cannot see (one potential for the whole window, or for each of two pieces that a
//! poor conductor keeps apart) must be removed by somebody, and sixteen unknowns cost nothing.
//! Must not know: finer grids.
//!
//! The matrix is symmetric and at least semi-definite, so A = L D Lᵀ with D ≥ 0. A pivot that cancels to round-off
//! marks a constant that nothing ties down (or a cell that takes no part): it gets D = ∞, which fixes that unknown
//! at zero and leaves every other equation as it was. Always in double precision: it costs nothing here, and the cancelled
//! pivot is recognised by what round-off leaves.

use super::colours::place;
use super::level::Matrix;
use super::number::Number;

/// Factors of the coarsest matrix, dense, row-major.
#[derive(Debug, Clone)]
pub(crate) struct Coarsest {
    size: usize,
    lower: Vec<f64>,
    inverse_pivot: Vec<f64>,
    /// Where each cell, in the order of i and j, stands in a vector by colours.
    places: Vec<usize>,
    /// The unknowns in the order of i and j.
    unknowns: Vec<f64>,
}

impl Coarsest {
    pub(crate) fn new(n: usize) -> Self {
        let size = n * n;
        Self {
            size,
            lower: vec![0.0; size * size],
            inverse_pivot: vec![0.0; size],
            places: (0..size).map(|cell| place(n, cell % n, cell / n)).collect(),
            unknowns: vec![0.0; size],
        }
    }

    /// Factorises the level's matrix.
    pub(crate) fn factorise<T: Number>(&mut self, matrix: &Matrix<T>) {
        let (n, size) = (matrix.n, self.size);
        self.lower.fill(0.0);
        let mut link = |a: usize, b: usize, g: f64| {
            self.lower[a * size + a] += g;
            self.lower[b * size + b] += g;
            self.lower[a.max(b) * size + a.min(b)] -= g;
        };
        for j in 0..n {
            for i in 0..n {
                let cell = j * n + i;
                link(
                    cell,
                    j * n + (i + 1) % n,
                    matrix.right[self.places[cell]].wide(),
                );
                if j + 1 < n {
                    link(cell, cell + n, matrix.up[self.places[cell]].wide());
                }
            }
        }
        for cell in 0..size {
            self.lower[cell * size + cell] += matrix.sink[self.places[cell]].wide();
        }
        for k in 0..size {
            let unreduced = self.lower[k * size + k];
            let mut pivot = unreduced;
            for m in 0..k {
                let l = self.lower[k * size + m];
                if self.inverse_pivot[m] > 0.0 {
                    pivot -= l * l / self.inverse_pivot[m];
                }
            }
            self.inverse_pivot[k] = if pivot > 1e-13 * unreduced {
                1.0 / pivot
            } else {
                0.0
            };
            for row in k + 1..size {
                let mut entry = self.lower[row * size + k];
                for m in 0..k {
                    if self.inverse_pivot[m] > 0.0 {
                        entry -= self.lower[row * size + m] * self.lower[k * size + m]
                            / self.inverse_pivot[m];
                    }
                }
                self.lower[row * size + k] = entry * self.inverse_pivot[k];
            }
        }
    }

    /// x = A⁻¹ b, both by colours.
    pub(crate) fn solve<T: Number>(&mut self, x: &mut [T], b: &[T]) {
        let (size, y) = (self.size, &mut self.unknowns);
        for (y, place) in y.iter_mut().zip(&self.places) {
            *y = b[*place].wide();
        }
        for row in 0..size {
            for k in 0..row {
                y[row] -= self.lower[row * size + k] * y[k];
            }
        }
        for (value, inverse) in y.iter_mut().zip(&self.inverse_pivot) {
            *value *= inverse;
        }
        for row in (0..size).rev() {
            for k in row + 1..size {
                y[row] -= self.lower[k * size + row] * y[k];
            }
        }
        for (y, place) in y.iter().zip(&self.places) {
            x[*place] = T::nearest(*y);
        }
    }
}
