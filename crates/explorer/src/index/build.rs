//! Reads a table once, row by row, into the arrays of all its columns.
//! Here because a row lies in one place of the memory, and a column of rows does not.
//! Must not know: queries.

use super::category::CategoryBuilder;
use super::words::WordsBuilder;
use super::{ColumnIndex, Content, Numbers, ordinals};
use crate::{Cell, Column, ColumnKind, Quantity, Table};

pub(super) fn columns(table: &Table, n_rows: usize) -> Vec<ColumnIndex> {
    let mut builders: Vec<Builder> = table
        .columns
        .iter()
        .map(|column| Builder::new(column, n_rows))
        .collect();
    for row in table.rows.iter().take(n_rows) {
        for (column_idx, builder) in builders.iter_mut().enumerate() {
            builder.push(row.cells.get(column_idx).unwrap_or(&Cell::Missing));
        }
    }
    builders.into_iter().map(Builder::finish).collect()
}

struct Builder<'a> {
    column: &'a Column,
    words: WordsBuilder<'a>,
    category: CategoryBuilder<'a>,
    /// Not a number where there is none.
    numbers: Vec<Quantity>,
}

impl<'a> Builder<'a> {
    fn new(column: &'a Column, n_rows: usize) -> Self {
        Self {
            column,
            words: WordsBuilder::new(n_rows),
            category: CategoryBuilder::new(n_rows),
            numbers: Vec::with_capacity(n_rows),
        }
    }

    fn push(&mut self, cell: &'a Cell) {
        self.words.push(cell);
        let number = cell.number();
        self.numbers
            .push(number.unwrap_or(Quantity::exact(f64::NAN)));
        if self.column.kind == ColumnKind::Category {
            self.category.push(cell.labels());
        }
    }

    fn finish(self) -> ColumnIndex {
        let words = self.words.finish();
        let (ordinals, n_ordinals) = ordinals::of(&self.numbers, &words);
        let content = match self.column.kind {
            ColumnKind::Text => Content::Text,
            ColumnKind::Category => Content::Category(self.category.finish()),
            ColumnKind::Number => Content::Number(Numbers::new(&self.numbers, self.column.scale)),
        };
        ColumnIndex {
            column: self.column.clone(),
            content,
            ordinals,
            n_ordinals,
            words,
        }
    }
}
