//! A category column: labels by number, and the numbers of each row.
//! Here because a facet is a filter and a count over the same numbers.
//! Must not know: other columns.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Bits;
use super::dictionary::{Dictionary, Lists};
use crate::{Cell, Label};

#[derive(Debug, Clone)]
pub(crate) struct Category {
    /// In order of first appearance.
    pub labels: Vec<Arc<Label>>,
    lists: Lists,
    /// Rows of each label in the whole table.
    totals: Vec<u32>,
    n_rows: usize,
}

impl Category {
    pub fn new(cells: &[&Cell]) -> Self {
        let mut labels: Vec<Arc<Label>> = Vec::new();
        let mut dictionary = Dictionary::new();
        let mut lists = Lists::with_rows(cells.len());
        for cell in cells {
            for label in cell.labels() {
                let (code, is_new) = dictionary.code(label.id.as_str());
                if is_new {
                    labels.push(Arc::new(label.clone()));
                }
                // A label named twice in one cell is still one row.
                if !lists.open_row().contains(&code) {
                    lists.push(code);
                }
            }
            lists.end_row();
        }
        let mut category = Self {
            totals: Vec::new(),
            n_rows: cells.len(),
            labels,
            lists,
        };
        category.totals = category.count_runs(&Bits::all(cells.len()));
        category
    }

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
