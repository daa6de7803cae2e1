//! A query applied to a table: which rows, in which order, and how many each further choice would leave.
//! Here because table, charts and exports must show the same rows.
//! Must not know: addresses, drawing.

use std::sync::Arc;

use crate::{Histogram, Index, Label, Table, ViewQuery};

/// Rows by index into `Table::rows`; no cell is copied.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableView {
    /// Rows that pass, in order.
    pub rows: Vec<usize>,
    /// Rows of the table.
    pub total: usize,
    /// One for each category column, in column order.
    pub facets: Vec<Facet>,
    /// One for each number column, in column order.
    pub histograms: Vec<Histogram>,
    /// Rows that pass although a lower bound of theirs may lie above a maximum, ascending.
    pub uncertain: Vec<usize>,
    /// The same rows gathered by the labels of one column; empty unless the query groups.
    pub groups: Vec<Group>,
}

/// The values of a category column with their counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// Column id.
    pub column: String,
    /// Every label of the table, in order of first appearance, also those with no rows left.
    pub values: Vec<FacetValue>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    pub label: Arc<Label>,
    /// Rows with this label that pass the text and every filter and range but this column's own.
    pub count: usize,
    pub selected: bool,
}

/// Rows that share a label. Groups stand in the order of their first rows, so that sorting sorts groups too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// `None` for the rows without a label, which come last.
    pub label: Option<Arc<Label>>,
    /// In the view's order. A row with several labels stands in each of their groups.
    pub rows: Vec<usize>,
}

impl TableView {
    #[must_use]
    pub fn is_uncertain(&self, row_idx: usize) -> bool {
        self.uncertain.binary_search(&row_idx).is_ok()
    }

    #[must_use]
    pub fn facet(&self, column: &str) -> Option<&Facet> {
        self.facets.iter().find(|facet| facet.column == column)
    }

    #[must_use]
    pub fn histogram(&self, column: &str) -> Option<&Histogram> {
        self.histograms.iter().find(|found| found.column == column)
    }
}

/// As [`Index::view`], for a table that is looked at once.
#[must_use]
pub fn view(table: &Table, query: &ViewQuery) -> TableView {
    Index::new(table).view(query)
}
