//! Which rows and columns of a table go into a file.
//! Here because "visible or all" is asked once for every format.
//! Must not know: formats.

use crate::{Cell, Column, ColumnKind, Row, Table, TableView, ViewQuery};

/// Rows between two reports of [`Selection::watched`].
const ROWS_PER_REPORT: usize = 1000;

/// Rows and columns by position, in the order of the file. Positions that the table lacks are left out.
#[derive(Clone)]
pub struct Selection<'a> {
    pub(super) table: &'a Table,
    pub(super) rows: Vec<usize>,
    column_idxs: Vec<usize>,
    /// Beside each column: is there a bound among these rows?
    bounded: Vec<bool>,
    watch: Option<&'a dyn Fn(usize)>,
}

impl std::fmt::Debug for Selection<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Selection")
            .field("rows", &self.rows)
            .field("column_idxs", &self.column_idxs)
            .finish_non_exhaustive()
    }
}

impl<'a> Selection<'a> {
    #[must_use]
    pub fn new(table: &'a Table, mut rows: Vec<usize>, mut column_idxs: Vec<usize>) -> Self {
        rows.retain(|&row_idx| row_idx < table.rows.len());
        column_idxs.retain(|&column_idx| column_idx < table.columns.len());
        let is_bound = |row_idx: usize, column_idx: usize| {
            let number = table.cell(row_idx, column_idx).number();
            number.is_some_and(|quantity| quantity.is_lower_bound())
        };
        let has_bound = |&column_idx: &usize| {
            table.columns[column_idx].kind == ColumnKind::Number
                && rows.iter().any(|&row_idx| is_bound(row_idx, column_idx))
        };
        Self {
            table,
            bounded: column_idxs.iter().map(has_bound).collect(),
            rows,
            column_idxs,
            watch: None,
        }
    }

    /// The selection, telling how many of its rows a writer has come to, now and then.
    #[must_use]
    pub fn watched(mut self, watch: &'a dyn Fn(usize)) -> Self {
        self.watch = Some(watch);
        self
    }

    #[must_use]
    pub fn n_rows(&self) -> usize {
        self.rows.len()
    }

    /// What the reader sees: rows and columns of the view, in its order.
    #[must_use]
    pub fn visible(table: &'a Table, query: &ViewQuery, view: &TableView) -> Self {
        Self::new(table, view.rows.clone(), query.columns(table))
    }

    /// The rows of a view with every column of the table.
    #[must_use]
    pub fn rows_of(table: &'a Table, view: &TableView) -> Self {
        Self::new(table, view.rows.clone(), (0..table.columns.len()).collect())
    }

    /// The whole table in its own order.
    #[must_use]
    pub fn all(table: &'a Table) -> Self {
        let rows = (0..table.rows.len()).collect();
        Self::new(table, rows, (0..table.columns.len()).collect())
    }

    pub(super) fn columns(&self) -> impl Iterator<Item = &'a Column> {
        self.bounded_columns().map(|(column, _)| column)
    }

    /// Columns, each with whether a bound column follows it.
    pub(super) fn bounded_columns(&self) -> impl Iterator<Item = (&'a Column, bool)> {
        let table = self.table;
        let bounded = self.bounded.iter().copied();
        let columns = self.column_idxs.iter();
        columns.map(|&idx| &table.columns[idx]).zip(bounded)
    }

    /// The rows, each once, for a writer.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, &'a Row)> {
        let table = self.table;
        let watch = self.watch;
        self.rows.iter().enumerate().map(move |(n_done, &idx)| {
            if let Some(watch) = watch.filter(|_| n_done.is_multiple_of(ROWS_PER_REPORT)) {
                watch(n_done);
            }
            (idx, &table.rows[idx])
        })
    }

    /// The cells of a row, each with whether a bound column follows it.
    pub(super) fn cells(&self, row_idx: usize) -> impl Iterator<Item = (&'a Cell, bool)> {
        let table = self.table;
        let bounded = self.bounded.iter().copied();
        let columns = self.column_idxs.iter();
        columns
            .map(move |&column_idx| table.cell(row_idx, column_idx))
            .zip(bounded)
    }

    /// A row's cells as people read them, each escaped, with its provenance behind where `has_own` asks for it.
    pub(super) fn read_cells(
        &self,
        row_idx: usize,
        row: &Row,
        has_own: bool,
        escape: fn(&str) -> String,
    ) -> Vec<String> {
        let mut cells: Vec<String> = self
            .cells(row_idx)
            .map(|(cell, _)| escape(&as_read(cell)))
            .collect();
        if has_own {
            cells.push(provenance(row).to_owned());
        }
        cells
    }

    pub(super) fn has_own(&self) -> bool {
        self.rows.iter().any(|&idx| self.table.rows[idx].is_own())
    }
}

/// `>` or nothing.
pub(super) fn bound(cell: &Cell) -> &'static str {
    match cell.number() {
        Some(quantity) if quantity.is_lower_bound() => ">",
        _ => "",
    }
}

/// `own` or `printed`.
pub(super) fn provenance(row: &Row) -> &'static str {
    if row.is_own() { "own" } else { "printed" }
}

/// What a text cell, or a cell of labels, says.
pub(super) fn words(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Labels(labels) => {
            let texts: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
            texts.join("; ")
        }
        Cell::Missing | Cell::Number(_) => String::new(),
    }
}

/// A cell as people read it: `>500`, `Coating; SEI`, empty where nothing is reported.
pub(super) fn as_read(cell: &Cell) -> String {
    cell.number()
        .map_or_else(|| words(cell), |quantity| quantity.to_string())
}

/// A text that a spreadsheet cannot take for a formula.
pub(super) fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
