//! Where the red and the black cells of a row are kept.
//! Here because a half-sweep changes every second cell: side by side in memory, two of them fit a vector register.
//! Must not know: links, smoothing, levels.
//!
//! Cell (i, j) is red where i + j is even. A row of n cells keeps its n/2 red ones first, then its black ones, each in the
//! order of i. So the k-th cells of one colour in row j stand at i = 2k + first, with `first` 0 or 1; the neighbours above
//! and below are the k-th of the other colour there. In its own row a cell's neighbours are the k-th of the other colour
//! and the one before it (`first` = 0) or after it (`first` = 1).

/// One half of the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colour {
    Red,
    Black,
}

impl Colour {
    pub(crate) const BOTH: [Self; 2] = [Self::Red, Self::Black];

    pub(crate) fn other(self) -> Self {
        match self {
            Self::Red => Self::Black,
            Self::Black => Self::Red,
        }
    }

    /// Column of the first cell of this colour in row `j`.
    pub(crate) fn first(self, j: usize) -> usize {
        match self {
            Self::Red => j % 2,
            Self::Black => (j + 1) % 2,
        }
    }

    /// This colour's half of a row.
    pub(crate) fn of(self, row: &[f64]) -> &[f64] {
        let (red, black) = row.split_at(row.len() / 2);
        match self {
            Self::Red => red,
            Self::Black => black,
        }
    }

    /// This colour's half of a row, to be changed, and the other half.
    pub(crate) fn of_mut(self, row: &mut [f64]) -> (&mut [f64], &[f64]) {
        let (red, black) = row.split_at_mut(row.len() / 2);
        match self {
            Self::Red => (red, black),
            Self::Black => (black, red),
        }
    }
}

/// Place of cell (i, j) on a grid of n × n cells.
pub(crate) fn place(n: usize, i: usize, j: usize) -> usize {
    j * n + (i + j) % 2 * (n / 2) + i / 2
}

/// Row `j` from the order of i into colours.
pub(crate) fn split(natural: &[f64], j: usize, by_colour: &mut [f64]) {
    let (red, black) = by_colour.split_at_mut(natural.len() / 2);
    let (even, odd) = if j.is_multiple_of(2) {
        (red, black)
    } else {
        (black, red)
    };
    for (pair, (even, odd)) in natural.chunks_exact(2).zip(even.iter_mut().zip(odd)) {
        (*even, *odd) = (pair[0], pair[1]);
    }
}

/// Row `j` from colours into the order of i.
pub(crate) fn merge(by_colour: &[f64], j: usize, natural: &mut [f64]) {
    let (red, black) = by_colour.split_at(natural.len() / 2);
    let (even, odd) = if j.is_multiple_of(2) {
        (red, black)
    } else {
        (black, red)
    };
    for (pair, (even, odd)) in natural.chunks_exact_mut(2).zip(even.iter().zip(odd)) {
        (pair[0], pair[1]) = (*even, *odd);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_is_split_and_merged_is_the_same_and_each_cell_is_at_its_place() {
        let n = 8;
        for j in 0..n {
            let row: Vec<f64> = (0..n).map(|i| (10 * j + i) as f64).collect();
            let (mut by_colour, mut back) = (vec![0.0; n], vec![0.0; n]);
            split(&row, j, &mut by_colour);
            merge(&by_colour, j, &mut back);
            assert_eq!(back, row);
            for i in 0..n {
                assert_eq!(by_colour[place(n, i, j) - j * n], row[i]);
                let colour = Colour::BOTH[(i + j) % 2];
                assert_eq!(colour.of(&by_colour)[i / 2], row[i]);
                assert_eq!(colour.first(j), i % 2);
            }
        }
    }
}
