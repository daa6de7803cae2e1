//! A category column: labels by number, and the numbers of each row.
//! Here because a facet is a filter and a count over the same numbers.
//! Must not know: other columns.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::dictionary::{Dictionary, Lists};
use super::{Bits, MISSING, Tally};
use crate::Label;

#[derive(Debug, Clone)]
pub(crate) struct Category {
    /// In order of first appearance.
    pub labels: Vec<Arc<Label>>,
    codes: Codes,
    /// Rows of each label in the whole table.
    totals: Vec<u32>,
    n_rows: usize,
}

/// The numbers of each row's labels.
#[derive(Debug, Clone)]
enum Codes {
    /// No row has more than one; [`MISSING`] where it has none.
    One(Vec<u32>),
    Many(Lists),
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
        let mut totals = vec![0; self.labels.len()];
        for &code in self.lists.of(0..self.n_rows) {
            totals[code as usize] += 1;
        }
        let of_row = |row: usize| self.lists.of(row..row + 1);
        let codes = if (0..self.n_rows).all(|row| of_row(row).len() <= 1) {
            let code = |row| of_row(row).first().copied().unwrap_or(MISSING);
            Codes::One((0..self.n_rows).map(code).collect())
        } else {
            Codes::Many(self.lists)
        };
        Category {
            labels: self.labels,
            codes,
            totals,
            n_rows: self.n_rows,
        }
    }
}

impl Category {
    /// Codes of a row.
    pub fn codes(&self, row: usize) -> &[u32] {
        match &self.codes {
            Codes::One(codes) if codes[row] == MISSING => &[],
            Codes::One(codes) => &codes[row..=row],
            Codes::Many(lists) => lists.of(row..row + 1),
        }
    }

    /// Rows with any of these labels.
    pub fn rows_with(&self, chosen: &BTreeSet<String>) -> Bits {
        let is_chosen = |label: &Arc<Label>| chosen.contains(&label.id);
        let allowed: Vec<bool> = self.labels.iter().map(is_chosen).collect();
        let allows = |code: u32| allowed.get(code as usize).copied().unwrap_or(false);
        match &self.codes {
            Codes::One(codes) => Bits::of(self.n_rows, |row| allows(codes[row])),
            Codes::Many(lists) => Bits::of(self.n_rows, |row| {
                lists.of(row..row + 1).iter().any(|&code| allows(code))
            }),
        }
    }

    /// How many of these rows have each label.
    pub fn counts(&self, tally: &Tally) -> Vec<u32> {
        match &self.codes {
            Codes::One(codes) => tally.of_codes(codes, &self.totals),
            Codes::Many(lists) => tally.of_lists(lists, &self.totals),
        }
    }
}
