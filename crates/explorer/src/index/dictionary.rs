//! Texts replaced by the number of their first appearance.
//! Here because a table repeats few texts over many rows.
//! Must not know: what the texts are.

use std::hash::Hash;

use rustc_hash::FxHashMap;

/// Gives equal keys one code, counted from 0.
#[derive(Debug)]
pub(crate) struct Dictionary<K> {
    codes: FxHashMap<K, u32>,
}

impl<K: Eq + Hash> Dictionary<K> {
    pub fn new() -> Self {
        Self {
            codes: FxHashMap::default(),
        }
    }

    /// The key's code, and whether it is new.
    pub fn code(&mut self, key: K) -> (u32, bool) {
        let next = self.codes.len() as u32;
        let code = *self.codes.entry(key).or_insert(next);
        (code, code == next)
    }
}

/// For each row a list of codes, one list after the other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lists {
    /// Where each row's list begins, and at last where all end.
    starts: Vec<u32>,
    codes: Vec<u32>,
}

impl Lists {
    pub fn with_rows(n_rows: usize) -> Self {
        let mut starts = Vec::with_capacity(n_rows + 1);
        starts.push(0);
        Self {
            starts,
            codes: Vec::with_capacity(n_rows),
        }
    }

    /// Adds to the list of the row that is being written.
    pub fn push(&mut self, code: u32) {
        self.codes.push(code);
    }

    /// The codes of the row that is being written.
    pub fn open_row(&self) -> &[u32] {
        let start = self.starts.last().map_or(0, |&start| start as usize);
        &self.codes[start..]
    }

    pub fn end_row(&mut self) {
        self.starts.push(self.codes.len() as u32);
    }

    /// The codes of consecutive rows.
    pub fn of(&self, rows: std::ops::Range<usize>) -> &[u32] {
        &self.codes[self.starts[rows.start] as usize..self.starts[rows.end] as usize]
    }
}
