//! A table of typed columns with stable row ids.
//! Here because a reader's own CSV and Table 1 are the same kind of thing.
//! Must not know: where the rows came from.

use serde::{Deserialize, Serialize};

use crate::{Column, Quantity};

/// Columns and rows; every row has one cell per column. Ids of columns and of rows are unique;
/// where two columns share one, the first is meant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Stable id: `znf2-coating-1`.
    pub id: String,
    pub cells: Vec<Cell>,
    pub provenance: RowProvenance,
}

/// Whose row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowProvenance {
    /// Of the table's source.
    Printed,
    /// The reader's; never to be taken for the source's.
    Own,
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

impl Row {
    /// A row of the table's source.
    #[must_use]
    pub fn printed(id: &str, cells: Vec<Cell>) -> Self {
        Self {
            id: id.to_owned(),
            cells,
            provenance: RowProvenance::Printed,
        }
    }

    #[must_use]
    pub fn is_own(&self) -> bool {
        self.provenance == RowProvenance::Own
    }
}

impl Cell {
    /// The number, where there is one; not a number is not a value.
    #[must_use]
    pub fn number(&self) -> Option<Quantity> {
        match self {
            Self::Number(quantity) if !quantity.value.is_nan() => Some(*quantity),
            _ => None,
        }
    }

    #[must_use]
    pub fn labels(&self) -> &[Label] {
        match self {
            Self::Labels(labels) => labels,
            _ => &[],
        }
    }

    /// Is there a value at all?
    #[must_use]
    pub fn is_reported(&self) -> bool {
        match self {
            Self::Missing => false,
            Self::Text(text) => !text.trim().is_empty(),
            Self::Labels(labels) => !labels.is_empty(),
            Self::Number(quantity) => !quantity.value.is_nan(),
        }
    }
}

impl Table {
    /// Position of the first column with this id.
    #[must_use]
    pub fn column_idx(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == id)
    }

    /// The first column with this id.
    #[must_use]
    pub fn column(&self, id: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.id == id)
    }

    /// The cell of a row, `Missing` where the row is shorter than the header.
    #[must_use]
    pub fn cell(&self, row_idx: usize, column_idx: usize) -> &Cell {
        self.rows
            .get(row_idx)
            .and_then(|row| row.cells.get(column_idx))
            .unwrap_or(&Cell::Missing)
    }

    /// The first label of a column with this id. It stops where it is found, which in most tables is near the top.
    #[must_use]
    pub fn label(&self, column_idx: usize, id: &str) -> Option<&Label> {
        let cells = self.rows.iter().filter_map(|row| row.cells.get(column_idx));
        cells.flat_map(Cell::labels).find(|label| label.id == id)
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

    /// Does any row of this column state a lower bound?
    #[must_use]
    pub fn has_bounds(&self, column_idx: usize) -> bool {
        (0..self.rows.len()).any(|row_idx| {
            self.cell(row_idx, column_idx)
                .number()
                .is_some_and(|quantity| quantity.is_lower_bound())
        })
    }
}
