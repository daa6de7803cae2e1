//! The order of rows.
//! Here because one rule must say where bounds, ties and missing values go.
//! Must not know: filters, addresses.
//!
//! The rule. Missing values come last in both directions. Numbers go by value; a lower bound comes after the exact
//! value that it equals when ascending, because the true value is above. Text and labels go in natural order
//! without case. Rows that tie in every key keep the table's order, in both directions.

use crate::index::MISSING;
use crate::{Index, SortKey};

/// One key while rows are ordered.
#[derive(Debug)]
struct Key<'a> {
    ordinals: &'a [u32],
    n_ordinals: usize,
    descending: bool,
}

impl Key<'_> {
    fn of(&self, row: u32) -> usize {
        match self.ordinals[row as usize] {
            MISSING => self.n_ordinals,
            ordinal if self.descending => self.n_ordinals - 1 - ordinal as usize,
            ordinal => ordinal as usize,
        }
    }
}

/// Orders rows, which stand in the table's order, by the keys. A key of a column that is not there orders nothing.
pub(crate) fn sorted(index: &Index, mut rows: Vec<u32>, keys: &[SortKey]) -> Vec<u32> {
    let keys: Vec<Key> = keys
        .iter()
        .filter_map(|key| {
            let column = &index.columns[index.column_idx(&key.column)?];
            Some(Key {
                ordinals: &column.ordinals,
                n_ordinals: column.n_ordinals,
                descending: key.descending,
            })
        })
        .collect();
    let n_ordinals: usize = keys.iter().map(|key| key.n_ordinals).sum();
    if n_ordinals > rows.len().saturating_mul(4) {
        rows.sort_by(|&a, &b| {
            keys.iter()
                .map(|key| key.of(a))
                .cmp(keys.iter().map(|key| key.of(b)))
        });
        return rows;
    }
    // Counting sort by the last key first: each pass keeps the order of the one before among equals.
    for key in keys.iter().rev() {
        rows = pass(&rows, key);
    }
    rows
}

fn pass(rows: &[u32], key: &Key) -> Vec<u32> {
    let mut next = vec![0u32; key.n_ordinals + 2];
    for &row in rows {
        next[key.of(row) + 1] += 1;
    }
    for idx in 1..next.len() {
        next[idx] += next[idx - 1];
    }
    let mut ordered = vec![0; rows.len()];
    for &row in rows {
        let place = &mut next[key.of(row)];
        ordered[*place as usize] = row;
        *place += 1;
    }
    ordered
}
