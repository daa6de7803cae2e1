//! A table of typed columns with stable row ids.
//! Here because a reader's own CSV and Table 1 are the same kind of thing.
//! Must not know: where the rows came from.

use serde::{Deserialize, Serialize};

/// Columns and rows; every row has one cell per column. Ids of columns and of rows are unique;
/// where two columns share one, the first is meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// What a column holds and how it is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Stable id, used in addresses and exports: `current_density_ma_cm2`.
    pub id: String,
    /// Heading: `Current density`.
    pub label: String,
    /// Unit as shown in the heading: `mA cm⁻²`.
    pub unit: Option<String>,
    pub kind: ColumnKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ColumnKind {
    /// Free text: sortable, searchable.
    Text,
    /// One or several labels a row: sortable, searchable, counted.
    Category,
    /// A number that may be a bound.
    Number,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Stable id: `znf2-coating-1`.
    pub id: String,
    pub cells: Vec<Cell>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Not reported.
    Missing,
    Text(String),
    Labels(Vec<Label>),
    Number(Quantity),
}

/// A value of a category: what the address says and what the reader sees.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Label {
    pub id: String,
    pub text: String,
}

/// A number with its bound; `>` is never lost.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    pub value: f64,
    pub bound: Bound,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    Exact,
    /// The true value is above: printed with `>`.
    Lower,
}

impl Table {
    /// Position of the first column with this id.
    #[must_use]
    pub fn column_idx(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == id)
    }

    /// The cell of a row, `Missing` where the row is shorter than the header.
    #[must_use]
    pub fn cell(&self, row_idx: usize, column_idx: usize) -> &Cell {
        self.rows
            .get(row_idx)
            .and_then(|row| row.cells.get(column_idx))
            .unwrap_or(&Cell::Missing)
    }

    /// Different labels of a column by id, in order of first appearance.
    #[must_use]
    pub fn labels(&self, column_idx: usize) -> Vec<&Label> {
        let mut seen = std::collections::BTreeSet::new();
        let mut labels = Vec::new();
        for row in &self.rows {
            if let Some(Cell::Labels(cell)) = row.cells.get(column_idx) {
                labels.extend(cell.iter().filter(|label| seen.insert(label.id.as_str())));
            }
        }
        labels
    }
}

impl std::fmt::Display for Quantity {
    /// As printed in a table: `1500`, or `>500` for a lower bound.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.bound {
            Bound::Exact => write!(f, "{}", self.value),
            Bound::Lower => write!(f, ">{}", self.value),
        }
    }
}
