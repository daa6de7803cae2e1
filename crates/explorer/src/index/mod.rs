//! A table's columns as arrays of small numbers, built once.
//! Here because filtering and counting a hundred thousand rows must not touch a text.
//! Must not know: addresses, exports.

mod apply;
mod bits;
mod build;
mod category;
mod dictionary;
mod filters;
mod groups;
mod histogram;
mod numbers;
mod ordinals;
mod tally;
mod words;

pub(crate) use bits::Bits;
pub(crate) use category::Category;
pub use histogram::{Bin, Histogram};
pub(crate) use numbers::Numbers;
pub(crate) use tally::Tally;
pub(crate) use words::Words;

use crate::{Column, Table};

/// The ordinal of a row without a value: last, whichever way the column is sorted.
pub(crate) const MISSING: u32 = u32::MAX;

/// What [`Index::view`] needs of a table. It holds no cell; rows are known by their position.
#[derive(Debug, Clone)]
pub struct Index {
    pub(crate) n_rows: usize,
    pub(crate) columns: Vec<ColumnIndex>,
}

#[derive(Debug, Clone)]
pub(crate) struct ColumnIndex {
    pub column: Column,
    pub content: Content,
    /// Place of each row's value among the different values; equal values share one.
    pub ordinals: Vec<u32>,
    pub n_ordinals: usize,
    pub words: Words,
}

#[derive(Debug, Clone)]
pub(crate) enum Content {
    Text,
    Category(Category),
    Number(Numbers),
}

impl Index {
    /// Reads every cell once. A table of more than `u32::MAX` rows is cut there.
    #[must_use]
    pub fn new(table: &Table) -> Self {
        let n_rows = table.rows.len().min(MISSING as usize);
        Self {
            n_rows,
            columns: build::columns(table, n_rows),
        }
    }

    /// Rows of the table.
    #[must_use]
    pub fn n_rows(&self) -> usize {
        self.n_rows
    }

    pub(crate) fn column_idx(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|found| found.column.id == id)
    }
}
