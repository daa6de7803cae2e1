//! Which columns a query shows, and in which order.
//! Here because headings, cells and exports must agree.
//! Must not know: filters, rows.

use crate::{Table, ViewQuery};

impl ViewQuery {
    /// Every column in this query's order, shown or not. Names that the table lacks are passed over.
    #[must_use]
    pub fn arranged(&self, table: &Table) -> Vec<usize> {
        let mut arranged: Vec<usize> = Vec::with_capacity(table.columns.len());
        let first = self.order.iter().filter_map(|id| table.column_idx(id));
        for column_idx in first.chain(0..table.columns.len()) {
            if !arranged.contains(&column_idx) {
                arranged.push(column_idx);
            }
        }
        arranged
    }

    /// The columns shown, in order.
    #[must_use]
    pub fn columns(&self, table: &Table) -> Vec<usize> {
        let mut columns = self.arranged(table);
        columns.retain(|&idx| self.shows(table, idx));
        columns
    }

    #[must_use]
    pub fn shows(&self, table: &Table, column_idx: usize) -> bool {
        let column = &table.columns[column_idx];
        *self.visibility.get(&column.id).unwrap_or(&column.shown)
    }

    /// The query with a column shown or hidden; what the column does anyway is not kept.
    #[must_use]
    pub fn with_shown(&self, table: &Table, column: &str, shown: bool) -> Self {
        let mut next = self.clone();
        if table
            .column(column)
            .is_none_or(|column| column.shown == shown)
        {
            next.visibility.remove(column);
        } else {
            next.visibility.insert(column.to_owned(), shown);
        }
        next
    }

    /// The query with a column at another place among all columns, from 0; no longer order than needed is kept.
    #[must_use]
    pub fn with_moved(&self, table: &Table, column: &str, place: usize) -> Self {
        let Some(moved) = table.column_idx(column) else {
            return self.clone();
        };
        let mut arranged = self.arranged(table);
        arranged.retain(|&idx| idx != moved);
        arranged.insert(place.min(arranged.len()), moved);
        let ids = |n: usize| -> Vec<String> {
            let first = arranged.iter().take(n);
            first.map(|&idx| table.columns[idx].id.clone()).collect()
        };
        let with = |n: usize| Self {
            order: ids(n),
            ..self.clone()
        };
        // The shortest beginning after which the others fall into place by themselves.
        (0..arranged.len())
            .map(with)
            .find(|query| query.arranged(table) == arranged)
            .unwrap_or_else(|| with(arranged.len()))
    }
}
