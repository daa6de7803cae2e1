//! A set of rows, one bit each.
//! Here because "and" over a hundred thousand rows is then a few thousand instructions.
//! Must not know: what put a row into the set.

/// Bits beyond the last row are never set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bits {
    words: Vec<u64>,
    n_rows: usize,
}

impl Bits {
    pub fn none(n_rows: usize) -> Self {
        Self {
            words: vec![0; n_rows.div_ceil(64)],
            n_rows,
        }
    }

    pub fn all(n_rows: usize) -> Self {
        Self::of(n_rows, |_| true)
    }

    /// The rows for which `belongs` is true.
    pub fn of(n_rows: usize, belongs: impl Fn(usize) -> bool) -> Self {
        let word = |start: usize| {
            let end = (start + 64).min(n_rows);
            (start..end).fold(0, |word, row| {
                word | (u64::from(belongs(row)) << (row % 64))
            })
        };
        Self {
            words: (0..n_rows).step_by(64).map(word).collect(),
            n_rows,
        }
    }

    pub fn keep(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    pub fn add(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    pub fn len(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    pub fn is_all(&self) -> bool {
        self.len() == self.n_rows
    }

    /// The rows in ascending order.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(idx, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros() as usize;
                (rest != 0).then(|| {
                    rest &= rest - 1;
                    idx * 64 + bit
                })
            })
        })
    }

    /// The rows in ascending order, as numbers of four bytes.
    pub fn list(&self) -> Vec<u32> {
        let mut rows = Vec::with_capacity(self.len());
        for (idx, &word) in self.words.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                rows.push((idx * 64) as u32 + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
        rows
    }

    /// The rows that are not in the set.
    pub fn others(&self) -> Self {
        let mut words: Vec<u64> = self.words.iter().map(|word| !word).collect();
        if let (Some(last), rest @ 1..) = (words.last_mut(), self.n_rows % 64) {
            *last &= u64::MAX >> (64 - rest);
        }
        Self {
            words,
            n_rows: self.n_rows,
        }
    }

    pub fn n_rows(&self) -> usize {
        self.n_rows
    }
}
