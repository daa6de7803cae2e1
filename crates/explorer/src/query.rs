//! What a reader asks of a table: filters, ranges, words, order, columns, groups, comparison.
//! Here because address, page and exports must mean the same view.
//! Must not know: how it is written in an address (`address/`), or the rows.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Comparison, Range};

/// Longest search text that is read from an address, in characters.
pub const MAX_TEXT_CHARS: usize = 200;

/// A view of a table. The default shows every row in the table's own order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ViewQuery {
    /// Id of a category column to the label ids that pass; an empty set filters nothing.
    pub filters: BTreeMap<String, BTreeSet<String>>,
    /// Id of a number column to its limits.
    pub ranges: BTreeMap<String, Range>,
    /// Words that must all occur in a row.
    pub text: String,
    /// First key first.
    pub sort: Vec<SortKey>,
    /// Category column whose labels gather the rows.
    pub group: Option<String>,
    /// Columns that are shown (`true`) or hidden (`false`) against their own default.
    pub visibility: BTreeMap<String, bool>,
    /// Columns that stand first, in this order; the others follow in the table's order.
    pub order: Vec<String>,
    /// Rows unlike this are marked, not removed.
    pub comparison: Option<Comparison>,
    /// Number columns to rank comparable rows by, side by side.
    pub rank: Vec<String>,
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

    /// The query with other limits on a column; none, or an open range, lifts them.
    #[must_use]
    pub fn with_range(&self, column: &str, range: Option<Range>) -> Self {
        let mut next = self.clone();
        match range.filter(|range| !range.is_open()) {
            Some(range) => next.ranges.insert(column.to_owned(), range),
            None => next.ranges.remove(column),
        };
        next
    }

    /// The query without filters, ranges and words; order, columns and comparison stay.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            filters: BTreeMap::new(),
            ranges: BTreeMap::new(),
            text: String::new(),
            ..self.clone()
        }
    }

    /// Are rows left out by a filter, a range or words? Order alone leaves none out.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        !self.text.trim().is_empty()
            || self.filters.values().any(|labels| !labels.is_empty())
            || self.ranges.values().any(|range| !range.is_open())
    }

    /// The query after a press on a column's heading: ascending, then descending, then the table's order.
    #[must_use]
    pub fn sorted_by(&self, column: &str) -> Self {
        let sort = match self.sort.first() {
            Some(first) if first.column == column && first.descending => Vec::new(),
            Some(first) if first.column == column => vec![SortKey::new(column, true)],
            _ => vec![SortKey::new(column, false)],
        };
        Self {
            sort,
            ..self.clone()
        }
    }

    /// As [`Self::sorted_by`] with a modifier key held: the column joins as last key, turns, then leaves.
    #[must_use]
    pub fn also_sorted_by(&self, column: &str) -> Self {
        let mut next = self.clone();
        match next.sort.iter().position(|key| key.column == column) {
            None => next.sort.push(SortKey::new(column, false)),
            Some(idx) if next.sort[idx].descending => {
                next.sort.remove(idx);
            }
            Some(idx) => next.sort[idx].descending = true,
        }
        next
    }

    /// Place of a column among the sort keys, from 1, and whether it goes downwards.
    #[must_use]
    pub fn sort_priority(&self, column: &str) -> Option<(usize, bool)> {
        let idx = self.sort.iter().position(|key| key.column == column)?;
        Some((idx + 1, self.sort[idx].descending))
    }
}

impl SortKey {
    #[must_use]
    pub fn new(column: &str, descending: bool) -> Self {
        Self {
            column: column.to_owned(),
            descending,
        }
    }
}
