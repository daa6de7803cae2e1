//! What a reader asks of a table: filters, words, order.
//! Here because address, page and exports must mean the same view.
//! Must not know: how it is written in an address (`address.rs`), or the rows.

use std::collections::{BTreeMap, BTreeSet};

/// Longest search text that is read from an address, in characters.
pub const MAX_TEXT_CHARS: usize = 200;

/// A view of a table. The default shows every row in the table's own order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ViewQuery {
    /// Id of a category column to the label ids that pass; an empty set filters nothing.
    pub filters: BTreeMap<String, BTreeSet<String>>,
    /// Words that must all occur in a row.
    pub text: String,
    /// First key first.
    pub sort: Vec<SortKey>,
}

/// One column to order by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortKey {
    pub column: String,
    pub descending: bool,
}

impl ViewQuery {
    /// Does this label pass because it was chosen?
    #[must_use]
    pub fn selects(&self, column: &str, label: &str) -> bool {
        self.filters
            .get(column)
            .is_some_and(|labels| labels.contains(label))
    }

    /// The query with one label chosen, or no longer chosen.
    #[must_use]
    pub fn toggled(&self, column: &str, label: &str) -> Self {
        let mut next = self.clone();
        let labels = next.filters.entry(column.to_owned()).or_default();
        if !labels.remove(label) {
            labels.insert(label.to_owned());
        }
        if labels.is_empty() {
            next.filters.remove(column);
        }
        next
    }

    /// The query after a press on a column's heading: ascending, then descending, then the table's order.
    #[must_use]
    pub fn sorted_by(&self, column: &str) -> Self {
        let key = |descending| SortKey {
            column: column.to_owned(),
            descending,
        };
        let sort = match self.sort.first() {
            Some(first) if first.column == column && first.descending => Vec::new(),
            Some(first) if first.column == column => vec![key(true)],
            _ => vec![key(false)],
        };
        Self {
            sort,
            ..self.clone()
        }
    }

    /// Are rows left out by a filter or by words? Order alone leaves none out.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        !self.text.trim().is_empty() || self.filters.values().any(|labels| !labels.is_empty())
    }
}
