//! The system (εh − s A) x = r of a line of volumes, eliminated from both ends towards the middle at once.
//! Here because each row waits for the one before it, and two rows that do not wait for each other take half the time.
//! Must not know: what diffuses, how a step is put together.
//!
//! The line is folded in the middle: entry k holds the k-th volume from the near end and the k-th from the far one, and
//! every operation acts on both. An odd line has an empty volume, coupled to nothing, before its far end.
//!
//! Symbols: h capacity, b = s·link coupling to the next volume inwards, q pivot without b: q ← h + b q/(b + q), capacities
//! in parallel and couplings in series. Nothing is subtracted, so that a long step keeps its salt to round-off.

/// A row's pivot waits for the division of the one before. As a fraction, q = over/under, it needs none; after so many rows
/// one division keeps both parts within the range of numbers.
const ROWS_TO_A_DIVISION: usize = 8;

/// One value from the near half and its mirror image.
pub(super) type Pair = [f64; 2];

/// Folded matrix and its elimination.
#[derive(Debug, Clone)]
pub(super) struct Tridiagonal {
    /// One where the line is odd.
    n_empty: usize,
    capacity: Vec<Pair>,
    /// The same with what held ends add to the outermost volumes.
    diagonal: Vec<Pair>,
    /// To the next volume inwards; the last to the mirror image.
    link: Vec<Pair>,
    /// b/(b + q): by it a row is added to the next one inwards, and later to the one further out.
    coupling: Vec<Pair>,
    /// 1/(b + q).
    inverse: Vec<Pair>,
    /// Inverse of the two rows in the middle: its diagonal, and what is off it.
    middle: (Pair, f64),
}

impl Tridiagonal {
    /// At least two volumes, with their capacities and with the links between neighbours, one fewer.
    pub fn new(capacity: &[f64], link: &[f64]) -> Self {
        let zeros = vec![[0.0; 2]; capacity.len().div_ceil(2)];
        let mut system = Self {
            n_empty: capacity.len() % 2,
            capacity: vec![[1.0; 2]; zeros.len()],
            diagonal: zeros.clone(),
            link: zeros.clone(),
            coupling: zeros.clone(),
            inverse: zeros,
            middle: ([0.0; 2], 0.0),
        };
        fold(capacity, system.n_empty, &mut system.capacity);
        system.diagonal.copy_from_slice(&system.capacity);
        system.take_links(link);
        system
    }

    /// Replaces the links.
    pub fn take_links(&mut self, link: &[f64]) {
        fold(link, self.n_empty, &mut self.link);
    }

    /// Capacities, folded.
    pub fn capacity(&self) -> &[Pair] {
        &self.capacity
    }

    /// Folds one value for every volume.
    pub fn fold(&self, values: &[f64], folded: &mut [Pair]) {
        fold(values, self.n_empty, folded);
    }

    /// Adds a folded value to that of every volume.
    pub fn add_to(&self, values: &mut [f64], folded: &[Pair]) {
        let (near, far) = values.split_at_mut(folded.len());
        for (value, pair) in near.iter_mut().zip(folded) {
            *value += pair[0];
        }
        for (value, pair) in far.iter_mut().rev().zip(&folded[self.n_empty..]) {
            *value += pair[1];
        }
    }

    /// Eliminates the matrix for s. `ends` is what held ends add to the outermost diagonals.
    pub fn factor(&mut self, s: f64, ends: [f64; 2]) {
        let (last, outermost) = (self.capacity.len() - 1, [0, self.n_empty]);
        for lane in 0..2 {
            let idx = outermost[lane];
            self.diagonal[idx][lane] = self.capacity[idx][lane] + ends[lane];
        }
        let (diagonal, link) = (&self.diagonal[..=last], &self.link[..=last]);
        let (coupling, inverse) = (&mut self.coupling[..=last], &mut self.inverse[..=last]);
        let mut pivot = diagonal[0];
        let mut from = 0;
        while from < last {
            let to = last.min(from + ROWS_TO_A_DIVISION);
            let (mut over, mut under) = (pivot, [1.0; 2]);
            for idx in from..to {
                let (b, h) = (product([s; 2], link[idx]), diagonal[idx + 1]);
                let next_under = plus_product(over, b, under);
                inverse[idx] = quotient(under, next_under);
                coupling[idx] = product(b, inverse[idx]);
                over = plus_product(product(product(h, b), under), sum(h, b), over);
                under = next_under;
            }
            pivot = quotient(over, under);
            from = to;
        }
        let b = s * link[last][0];
        let determinant = pivot[0] * pivot[1] + b * (pivot[0] + pivot[1]);
        self.middle = (
            [(pivot[1] + b) / determinant, (pivot[0] + b) / determinant],
            b / determinant,
        );
    }

    /// Solves in place, with the matrix last factored.
    ///
    /// Two rows are taken at a time: the second is written by what came before both, so that it does not wait for the
    /// first.
    pub fn solve(&self, x: &mut [Pair]) {
        let last = self.capacity.len() - 1;
        let (coupling, inverse) = (&self.coupling[..last], &self.inverse[..last]);
        let (outermost, inwards) = x.split_at_mut(1);
        let mut outer = outermost[0];
        let mut rows = inwards.chunks_exact_mut(2);
        let mut couplings = coupling.chunks_exact(2);
        for (row, by) in (&mut rows).zip(&mut couplings) {
            let both = product(by[1], by[0]);
            let second = plus_product(plus_product(row[1], by[1], row[0]), both, outer);
            row[0] = plus_product(row[0], by[0], outer);
            row[1] = second;
            outer = second;
        }
        for (row, by) in rows.into_remainder().iter_mut().zip(couplings.remainder()) {
            *row = plus_product(*row, *by, outer);
            outer = *row;
        }

        let ([near, far], shared) = self.middle;
        let mut inner = [
            near * outer[0] + shared * outer[1],
            shared * outer[0] + far * outer[1],
        ];
        let (outwards, innermost) = x.split_at_mut(last);
        innermost[0] = inner;
        let mut rows = outwards.rchunks_exact_mut(2);
        let mut couplings = coupling.rchunks_exact(2);
        let mut inverses = inverse.rchunks_exact(2);
        for ((row, by), inverse) in (&mut rows).zip(&mut couplings).zip(&mut inverses) {
            let both = product(by[0], by[1]);
            let first = product(inverse[1], row[1]);
            let second = product(inverse[0], row[0]);
            row[1] = plus_product(first, by[1], inner);
            inner = plus_product(plus_product(second, by[0], first), both, inner);
            row[0] = inner;
        }
        let rest = rows.into_remainder().iter_mut();
        for ((row, by), inverse) in rest.zip(couplings.remainder()).zip(inverses.remainder()) {
            *row = plus_product(product(*inverse, *row), *by, inner);
        }
    }
}

#[inline]
fn product(a: Pair, b: Pair) -> Pair {
    [a[0] * b[0], a[1] * b[1]]
}

#[inline]
fn quotient(a: Pair, b: Pair) -> Pair {
    [a[0] / b[0], a[1] / b[1]]
}

#[inline]
fn sum(a: Pair, b: Pair) -> Pair {
    [a[0] + b[0], a[1] + b[1]]
}

/// a + b c.
#[inline]
fn plus_product(a: Pair, b: Pair, c: Pair) -> Pair {
    [a[0] + b[0] * c[0], a[1] + b[1] * c[1]]
}

fn fold(values: &[f64], n_empty: usize, folded: &mut [Pair]) {
    for (pair, value) in folded.iter_mut().zip(values) {
        pair[0] = *value;
    }
    for (pair, value) in folded[n_empty..].iter_mut().zip(values.iter().rev()) {
        pair[1] = *value;
    }
}

#[cfg(test)]
mod tests {
    use super::Tridiagonal;

    /// Gauss with pivots, on the matrix written out.
    fn dense(mut a: Vec<Vec<f64>>, mut r: Vec<f64>) -> Vec<f64> {
        let n = r.len();
        for k in 0..n {
            let pivot = (k..n)
                .max_by(|i, j| a[*i][k].abs().total_cmp(&a[*j][k].abs()))
                .unwrap_or(k);
            a.swap(k, pivot);
            r.swap(k, pivot);
            for i in k + 1..n {
                let factor = a[i][k] / a[k][k];
                let row = a[k].clone();
                for (entry, above) in a[i].iter_mut().zip(row) {
                    *entry -= factor * above;
                }
                r[i] -= factor * r[k];
            }
        }
        for k in (0..n).rev() {
            let known: f64 = (k + 1..n).map(|j| a[k][j] * r[j]).sum();
            r[k] = (r[k] - known) / a[k][k];
        }
        r
    }

    #[test]
    fn even_and_odd_lines_agree_with_a_dense_solver() {
        for (n, s, ends) in [
            (2, 0.7, [0.0, 0.0]),
            (3, 0.7, [0.4, 0.9]),
            (8, 3.0, [0.0, 2.0]),
            (9, 50.0, [5.0, 0.0]),
            (40, 0.0, [0.0, 0.0]),
            (41, 0.2, [0.0, 0.0]),
        ] {
            let uneven = |k: usize, by: usize| 0.5 + ((k * by) % 11) as f64 / 7.0;
            let capacity: Vec<f64> = (0..n).map(|k| uneven(k, 5)).collect();
            let link: Vec<f64> = (1..n).map(|k| uneven(k, 3)).collect();
            let right: Vec<f64> = (0..n).map(|k| uneven(k, 7) - 1.0).collect();
            let mut matrix = vec![vec![0.0; n]; n];
            for k in 0..n {
                matrix[k][k] += capacity[k];
            }
            for (k, link) in link.iter().enumerate() {
                for (i, j) in [(k, k + 1), (k + 1, k)] {
                    matrix[i][i] += s * link;
                    matrix[i][j] -= s * link;
                }
            }
            matrix[0][0] += ends[0];
            matrix[n - 1][n - 1] += ends[1];

            let mut system = Tridiagonal::new(&capacity, &link);
            // An elimination for other ends must leave nothing behind.
            system.factor(1.0, [9.0, 9.0]);
            system.factor(s, ends);
            let mut folded = vec![[0.0; 2]; n.div_ceil(2)];
            system.fold(&right, &mut folded);
            system.solve(&mut folded);
            let mut solved = vec![0.0; n];
            system.add_to(&mut solved, &folded);
            for (here, reference) in solved.iter().zip(dense(matrix, right)) {
                assert!(
                    (here - reference).abs() < 1e-12,
                    "n {n}: {here} {reference}"
                );
            }
        }
    }
}
