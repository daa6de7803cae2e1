//! A query applied to a table: which rows, in which order, and how many each further choice would leave.
//! Here because table, charts and exports must show the same rows.
//! Must not know: addresses, drawing.

use std::collections::BTreeMap;

use crate::fold::{fold, fold_into};
use crate::sort::sort_rows;
use crate::{Cell, ColumnKind, Label, Table, ViewQuery};

/// Rows by index into `Table::rows`; no cell is copied.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableView {
    /// Rows that pass, in order.
    pub rows: Vec<usize>,
    /// Rows of the table.
    pub total: usize,
    /// One for each category column, in column order.
    pub facets: Vec<Facet>,
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
    pub label: Label,
    /// Rows with this label that pass the text and every filter but this column's own.
    pub count: usize,
    pub selected: bool,
}

/// A category column while rows are counted.
struct Counter<'a> {
    column_idx: usize,
    chosen: Option<&'a std::collections::BTreeSet<String>>,
    position: BTreeMap<&'a str, usize>,
    facet: Facet,
}

impl Counter<'_> {
    fn labels<'t>(&self, table: &'t Table, row_idx: usize) -> &'t [Label] {
        match table.cell(row_idx, self.column_idx) {
            Cell::Labels(labels) => labels,
            _ => &[],
        }
    }

    fn passes(&self, labels: &[Label]) -> bool {
        self.chosen
            .is_none_or(|chosen| labels.iter().any(|label| chosen.contains(&label.id)))
    }

    fn count(&mut self, labels: &[Label]) {
        for (idx, label) in labels.iter().enumerate() {
            let repeated = labels[..idx].iter().any(|earlier| earlier.id == label.id);
            if let Some(&position) = self.position.get(label.id.as_str()).filter(|_| !repeated) {
                self.facet.values[position].count += 1;
            }
        }
    }
}

/// Applies a query: any of the labels within a column, all columns, all words of the text.
/// A filter on a column that this table does not have, or that is not a category, filters nothing.
#[must_use]
pub fn view(table: &Table, query: &ViewQuery) -> TableView {
    let mut counters = counters(table, query);
    let words_text = fold(&query.text);
    let words: Vec<&str> = words_text.split_whitespace().collect();
    let mut haystack = String::new();
    let mut rows = Vec::new();
    for row_idx in 0..table.rows.len() {
        if !words.is_empty() {
            fold_row(table, row_idx, &mut haystack);
            if !words.iter().all(|word| haystack.contains(word)) {
                continue;
            }
        }
        let failed = |counter: &&Counter| !counter.passes(counter.labels(table, row_idx));
        let n_failed = counters.iter().filter(failed).count();
        if n_failed == 0 {
            rows.push(row_idx);
        }
        // A row counts for a column if no *other* column rejects it.
        for counter in &mut counters {
            let labels = counter.labels(table, row_idx);
            let n_others_failed = n_failed - usize::from(!counter.passes(labels));
            if n_others_failed == 0 {
                counter.count(labels);
            }
        }
    }
    sort_rows(table, &mut rows, &query.sort);
    TableView {
        rows,
        total: table.rows.len(),
        facets: counters.into_iter().map(|counter| counter.facet).collect(),
    }
}

fn counters<'a>(table: &'a Table, query: &'a ViewQuery) -> Vec<Counter<'a>> {
    let categories = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.kind == ColumnKind::Category);
    categories
        .map(|(column_idx, column)| {
            let labels = table.labels(column_idx);
            let value = |label: &&Label| FacetValue {
                label: (*label).clone(),
                count: 0,
                selected: query.selects(&column.id, &label.id),
            };
            Counter {
                column_idx,
                chosen: query
                    .filters
                    .get(&column.id)
                    .filter(|chosen| !chosen.is_empty()),
                position: labels
                    .iter()
                    .enumerate()
                    .map(|(idx, label)| (label.id.as_str(), idx))
                    .collect(),
                facet: Facet {
                    column: column.id.clone(),
                    values: labels.iter().map(value).collect(),
                },
            }
        })
        .collect()
}

/// The searched text of a row: cells apart by line breaks, which no word can cross.
fn fold_row(table: &Table, row_idx: usize, haystack: &mut String) {
    haystack.clear();
    for cell in &table.rows[row_idx].cells {
        match cell {
            Cell::Missing => {}
            Cell::Text(text) => fold_into(text, haystack),
            Cell::Labels(labels) => {
                for label in labels {
                    fold_into(&label.text, haystack);
                    haystack.push('\n');
                }
            }
            Cell::Number(quantity) => haystack.push_str(&quantity.to_string()),
        }
        haystack.push('\n');
    }
}
