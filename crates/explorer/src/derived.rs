//! Columns computed from other columns, and how complete a row is.
//! Here because whoever builds a table adds them once, and nothing later can tell them wrongly from printed ones.
//! Must not know: what the columns mean.
//!
//! Own rows are added before columns are derived, so that both get the same formulas.

use crate::{Cell, Column, ColumnKind, Provenance, Quantity, Table};

/// The cells of one row, by column id.
#[derive(Debug, Clone, Copy)]
pub struct RowCells<'a> {
    table: &'a Table,
    row_idx: usize,
}

impl<'a> RowCells<'a> {
    #[must_use]
    pub fn new(table: &'a Table, row_idx: usize) -> Self {
        Self { table, row_idx }
    }

    /// `Missing` where the table has no such column.
    #[must_use]
    pub fn cell(&self, column: &str) -> &'a Cell {
        self.table
            .column_idx(column)
            .map_or(&Cell::Missing, |idx| self.table.cell(self.row_idx, idx))
    }

    /// The number with its bound, where one is reported.
    #[must_use]
    pub fn number(&self, column: &str) -> Option<Quantity> {
        self.cell(column).number()
    }
}

impl Table {
    /// The table with a column, and its cells, right after another one. Where either is missing, nothing moves.
    #[must_use]
    pub fn with_column_after(mut self, column: &str, other: &str) -> Self {
        let (Some(from), Some(_)) = (self.column_idx(column), self.column_idx(other)) else {
            return self;
        };
        let n_columns = self.columns.len();
        let moved = self.columns.remove(from);
        let to = self.column_idx(other).map_or(from, |idx| idx + 1);
        self.columns.insert(to, moved);
        for row in &mut self.rows {
            row.cells.resize(n_columns, Cell::Missing);
            let cell = row.cells.remove(from);
            row.cells.insert(to, cell);
        }
        self
    }

    /// Adds a number column that `compute` gives for each row; `None` becomes `Missing`.
    /// Bounds are carried by [`Quantity`]'s own arithmetic.
    #[must_use]
    pub fn derived(
        mut self,
        column: Column,
        formula: &str,
        compute: impl Fn(RowCells) -> Option<Quantity>,
    ) -> Self {
        let n_columns = self.columns.len();
        let values: Vec<Cell> = (0..self.rows.len())
            .map(|row_idx| {
                let value = compute(RowCells::new(&self, row_idx));
                value
                    .filter(|quantity| quantity.value.is_finite())
                    .map_or(Cell::Missing, Cell::Number)
            })
            .collect();
        for (row, value) in self.rows.iter_mut().zip(values) {
            row.cells.resize(n_columns, Cell::Missing);
            row.cells.push(value);
        }
        self.columns.push(Column {
            kind: ColumnKind::Number,
            provenance: Provenance::Derived {
                formula: formula.to_owned(),
            },
            ..column
        });
        self
    }
}

/// What a row ought to report. A thing without a column is reported by no row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checklist {
    pub items: Vec<ChecklistItem>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistItem {
    /// As the reader is told: `electrolyte`.
    pub name: String,
    /// Column that holds it, if the table has one.
    pub column: Option<String>,
}

/// How much of a checklist a row reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completeness {
    pub n_reported: usize,
    pub n_items: usize,
    /// Names of what is not reported, in the checklist's order.
    pub not_reported: Vec<String>,
}

impl std::fmt::Display for Completeness {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} of {} reported", self.n_reported, self.n_items)
    }
}

impl Checklist {
    /// From names and the ids of their columns.
    #[must_use]
    pub fn new(items: &[(&str, Option<&str>)]) -> Self {
        let item = |&(name, column): &(&str, Option<&str>)| ChecklistItem {
            name: name.to_owned(),
            column: column.map(str::to_owned),
        };
        Self {
            items: items.iter().map(item).collect(),
        }
    }

    #[must_use]
    pub fn of(&self, row: RowCells) -> Completeness {
        let is_open = |item: &&ChecklistItem| {
            !item
                .column
                .as_ref()
                .is_some_and(|id| row.cell(id).is_reported())
        };
        let not_reported: Vec<String> = self
            .items
            .iter()
            .filter(is_open)
            .map(|item| item.name.clone())
            .collect();
        Completeness {
            n_reported: self.items.len() - not_reported.len(),
            n_items: self.items.len(),
            not_reported,
        }
    }

    /// The score as a derived column that can be sorted and filtered.
    #[must_use]
    pub fn score(&self, table: Table, column: Column) -> Table {
        let names: Vec<&str> = self.items.iter().map(|item| item.name.as_str()).collect();
        let formula = format!("how many are reported of: {}", names.join(", "));
        table.derived(column, &formula, |row| {
            Some(Quantity::exact(self.of(row).n_reported as f64))
        })
    }
}
