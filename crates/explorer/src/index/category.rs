//! A category column: labels by number, and the numbers of each row.
//! Here because a facet is a filter and a count over the same numbers.
//! Must not know: other columns.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Bits;
use super::dictionary::{Dictionary, Lists};
use crate::Label;

#[derive(Debug, Clone)]
pub(crate) struct Category {
    /// In order of first appearance.
    pub labels: Vec<Arc<Label>>,
    lists: Lists,
    /// Rows of each label in the whole table.
    totals: Vec<u32>,
    n_rows: usize,
}

/// A category column while it is read.
#[derive(Debug)]
pub(super) struct CategoryBuilder<'a> {
    labels: Vec<Arc<Label>>,
    dictionary: Dictionary<&'a str>,
    lists: Lists,
    n_rows: usize,
}

impl<'a> CategoryBuilder<'a> {
    pub fn new(n_rows: usize) -> Self {
        Self {
            labels: Vec::new(),
            dictionary: Dictionary::new(),
            lists: Lists::with_rows(n_rows),
            n_rows: 0,
        }
    }

    pub fn push(&mut self, labels: &'a [Label]) {
        for label in labels {
            let (code, is_new) = self.dictionary.code(label.id.as_str());
            if is_new {
                self.labels.push(Arc::new(label.clone()));
            }
            // A label named twice in one cell is still one row.
            if !self.lists.open_row().contains(&code) {
                self.lists.push(code);
            }
        }
        self.lists.end_row();
        self.n_rows += 1;
    }

    pub fn finish(self) -> Category {
        let mut category = Category {
            labels: self.labels,
            lists: self.lists,
            totals: Vec::new(),
            n_rows: self.n_rows,
        };
        category.totals = category.count_runs(&Bits::all(category.n_rows));
        category
    }
}

impl Category {
    /// Codes of a row.
    pub fn codes(&self, row: usize) -> &[u32] {
        self.lists.of(row..row + 1)
    }

    /// Rows with any of these labels.
    pub fn rows_with(&self, chosen: &BTreeSet<String>) -> Bits {
        let allowed: Vec<bool> = self
            .labels
            .iter()
            .map(|label| chosen.contains(&label.id))
            .collect();
        Bits::of(self.n_rows, |row| {
            self.codes(row).iter().any(|&code| allowed[code as usize])
        })
    }

    /// How many of these rows have each label.
    pub fn counts(&self, rows: &Bits) -> Vec<u32> {
        if rows.is_all() {
            return self.totals.clone();
        }
        self.count_runs(rows)
    }

    fn count_runs(&self, rows: &Bits) -> Vec<u32> {
        let mut counts = vec![0; self.labels.len()];
        rows.runs(|run| {
            for &code in self.lists.of(run) {
                counts[code as usize] += 1;
            }
        });
        counts
    }
}
