//! Where the red and the black cells of a row are kept.
//! Here because a half-sweep changes every second cell: side by side in memory, several of them fit a vector register.
//! Must not know: links, smoothing, levels, precision.
//!
//! Cell (i, j) is red where i + j is even. A row of n cells keeps its n/2 red ones first, then its black ones, each in the
//! order of i. So the k-th cells of one colour in row j stand at i = 2k + first, with `first` 0 or 1; the neighbours above
//! and below are the k-th of the other colour there. In its own row a cell's neighbours are the k-th of the other colour
//! and the one before it (`first` = 0) or after it (`first` = 1). Each half carries its last cell once more in front and
//! its first cell once more behind, because rows close over their ends: then no cell is a special case.

/// One half of the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colour {
    Red,
    Black,
}

/// Numbers that a row of `n` cells takes.
pub(crate) const fn stride(n: usize) -> usize {
    n + 4
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

    /// This colour's half of a row with the two copies at its ends.
    pub(crate) fn closed<T>(self, row: &[T]) -> &[T] {
        let (red, black) = row.split_at(row.len() / 2);
        match self {
            Self::Red => red,
            Self::Black => black,
        }
    }

    /// This colour's cells of a row.
    pub(crate) fn of<T>(self, row: &[T]) -> &[T] {
        let half = self.closed(row);
        &half[1..half.len() - 1]
    }

    /// This colour's half of a row, to be changed, and the other half; both with their copies.
    pub(crate) fn of_mut<T>(self, row: &mut [T]) -> (&mut [T], &[T]) {
        let (red, black) = row.split_at_mut(row.len() / 2);
        match self {
            Self::Red => (red, black),
            Self::Black => (black, red),
        }
    }
}

/// Brings the copies at the ends of a half up to date.
pub(crate) fn close<T: Copy>(half: &mut [T]) {
    let last = half.len() - 1;
    half[0] = half[last - 1];
    half[last] = half[1];
}

/// Place of cell (i, j) on a grid of n × n cells.
pub(crate) fn place(n: usize, i: usize, j: usize) -> usize {
    j * stride(n) + (i + j) % 2 * (stride(n) / 2) + 1 + i / 2
}

/// The halves of row `j` that hold the cells at even and at odd i.
fn even_and_odd<T>(j: usize, red: T, black: T) -> (T, T) {
    if j.is_multiple_of(2) {
        (red, black)
    } else {
        (black, red)
    }
}

/// Row `j` from the order of i into colours.
pub(crate) fn split<T: Copy>(natural: &[T], j: usize, by_colour: &mut [T]) {
    let (red, black) = by_colour.split_at_mut(by_colour.len() / 2);
    let (even, odd) = even_and_odd(j, &mut *red, &mut *black);
    let count = natural.len() / 2;
    take_turns(natural, &mut even[1..=count], &mut odd[1..=count]);
    close(red);
    close(black);
}

#[inline(never)]
fn take_turns<T: Copy>(natural: &[T], even: &mut [T], odd: &mut [T]) {
    let count = even.len();
    let (natural, odd) = (&natural[..2 * count], &mut odd[..count]);
    for k in 0..count {
        even[k] = natural[2 * k];
        odd[k] = natural[2 * k + 1];
    }
}

/// Row `j` from colours into the order of i.
pub(crate) fn merge<T: Copy>(by_colour: &[T], j: usize, natural: &mut [T]) {
    let (red, black) = by_colour.split_at(by_colour.len() / 2);
    let (even, odd) = even_and_odd(j, red, black);
    let count = natural.len() / 2;
    let (even, odd) = (&even[1..=count], &odd[1..=count]);
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
            let row: Vec<f32> = (0..n).map(|i| (10 * j + i) as f32).collect();
            let (mut by_colour, mut back) = (vec![0.0; stride(n)], vec![0.0; n]);
            split(&row, j, &mut by_colour);
            merge(&by_colour, j, &mut back);
            assert_eq!(back, row);
            for i in 0..n {
                let own = row[i];
                assert_eq!(by_colour[place(n, i, j) - j * stride(n)], own);
                let colour = Colour::BOTH[(i + j) % 2];
                assert_eq!(colour.of(&by_colour)[i / 2], own);
                assert_eq!(colour.first(j), i % 2);
                // Its neighbours, also over the edge.
                let beside = colour.other().closed(&by_colour);
                let [left, right] = [beside[i / 2 + i % 2], beside[i / 2 + i % 2 + 1]];
                assert_eq!(left, row[(i + n - 1) % n]);
                assert_eq!(right, row[(i + 1) % n]);
            }
        }
    }
}
