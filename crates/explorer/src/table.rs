//! A table of typed columns with stable row ids.
//! Here because a reader's own CSV and Table 1 are the same kind of thing.
//! Must not know: where the rows came from.

use serde::{Deserialize, Serialize};

/// Columns and rows; every row has one cell per column.
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
