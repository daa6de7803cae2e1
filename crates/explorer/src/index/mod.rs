//! A table's columns as arrays of small numbers, built once.
//! Here because filtering and counting a hundred thousand rows must not touch a text.
//! Must not know: addresses, exports.

mod apply;
mod bits;
mod category;
mod dictionary;
mod filters;
mod groups;
mod histogram;
mod numbers;
mod words;

pub(crate) use bits::Bits;
pub(crate) use category::Category;
pub use histogram::{Bin, Histogram};
pub(crate) use numbers::Numbers;
pub(crate) use words::Words;

use std::collections::HashMap;

use crate::fold::fold_into;
use crate::natural::natural_cmp;
use crate::{Cell, Column, ColumnKind, Table};

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
        let columns = table.columns.iter().enumerate();
        Self {
            n_rows,
            columns: columns
                .map(|(column_idx, column)| {
                    let cells: Vec<&Cell> =
                        (0..n_rows).map(|row| table.cell(row, column_idx)).collect();
                    ColumnIndex::new(column, &cells)
                })
                .collect(),
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

impl ColumnIndex {
    fn new(column: &Column, cells: &[&Cell]) -> Self {
        let (ordinals, n_ordinals) = ordinals(cells);
        let content = match column.kind {
            ColumnKind::Text => Content::Text,
            ColumnKind::Category => Content::Category(Category::new(cells)),
            ColumnKind::Number => Content::Number(Numbers::new(cells, column.scale)),
        };
        Self {
            column: column.clone(),
            content,
            ordinals,
            n_ordinals,
            words: Words::new(cells),
        }
    }
}

/// Numbers come before texts, as only a column of mixed cells can show.
fn ordinals(cells: &[&Cell]) -> (Vec<u32>, usize) {
    let mut ordinals = vec![MISSING; cells.len()];
    let mut numbers: Vec<(crate::Quantity, u32)> = Vec::new();
    let mut rows_of_text: HashMap<String, Vec<u32>> = HashMap::new();
    let mut text = String::new();
    for (row, cell) in (0u32..).zip(cells) {
        text.clear();
        match cell {
            Cell::Number(_) => numbers.extend(cell.number().map(|quantity| (quantity, row))),
            Cell::Text(raw) => text.push_str(raw),
            Cell::Labels(labels) => {
                for (idx, label) in labels.iter().enumerate() {
                    text.push_str(if idx > 0 { "; " } else { "" });
                    text.push_str(&label.text);
                }
            }
            Cell::Missing => {}
        }
        if text.is_empty() {
            continue;
        }
        match rows_of_text.get_mut(&text) {
            Some(rows) => rows.push(row),
            None => {
                rows_of_text.insert(text.clone(), vec![row]);
            }
        }
    }
    let mut next = 0;
    numbers.sort_by(|(a, _), (b, _)| a.cmp_printed(b));
    for equal in numbers.chunk_by(|(a, _), (b, _)| a.cmp_printed(b).is_eq()) {
        equal
            .iter()
            .for_each(|&(_, row)| ordinals[row as usize] = next);
        next += 1;
    }
    let folded = |(raw, rows): (String, Vec<u32>)| {
        text.clear();
        fold_into(&raw, &mut text);
        (text.clone(), rows)
    };
    let mut texts: Vec<(String, Vec<u32>)> = rows_of_text.into_iter().map(folded).collect();
    texts.sort_by(|(a, _), (b, _)| natural_cmp(a, b));
    for equal in texts.chunk_by(|(a, _), (b, _)| natural_cmp(a, b).is_eq()) {
        for &row in equal.iter().flat_map(|(_, rows)| rows) {
            ordinals[row as usize] = next;
        }
        next += 1;
    }
    (ordinals, next as usize)
}
