//! Which rows a query lets pass, filter by filter.
//! Here because the counts beside a filter leave out that filter alone.
//! Must not know: counts, order.

use super::{Bits, Content, Index};
use crate::ViewQuery;
use crate::fold::fold;

/// What lets rows pass: each filter or range by its column, the words without one.
pub(super) struct Filters {
    by_column: Vec<(usize, Bits)>,
    words: Bits,
    pub uncertain: Bits,
}

impl Filters {
    /// Rows that pass everything, or everything but the filter of one column.
    pub fn passing(&self, but: Option<usize>) -> Bits {
        let mut rows = self.words.clone();
        for (column_idx, passing) in &self.by_column {
            if Some(*column_idx) != but {
                rows.keep(passing);
            }
        }
        rows
    }

    pub fn has(&self, column_idx: usize) -> bool {
        self.by_column.iter().any(|(idx, _)| *idx == column_idx)
    }
}

impl Index {
    pub(super) fn filters(&self, query: &ViewQuery) -> Filters {
        let mut filters = Filters {
            by_column: Vec::new(),
            words: self.rows_with_words(&query.text),
            uncertain: Bits::none(self.n_rows),
        };
        for (column_idx, column) in self.columns.iter().enumerate() {
            let id = &column.column.id;
            // Where two columns share an id, the first is meant.
            if self.column_idx(id) != Some(column_idx) {
                continue;
            }
            match &column.content {
                Content::Category(category) => {
                    let chosen = query.filters.get(id).filter(|chosen| !chosen.is_empty());
                    let passing = chosen.map(|chosen| (column_idx, category.rows_with(chosen)));
                    filters.by_column.extend(passing);
                }
                Content::Number(numbers) => {
                    let range = query.ranges.get(id).filter(|range| !range.is_open());
                    if let Some((passing, uncertain)) = range.map(|range| numbers.rows_in(range)) {
                        filters.by_column.push((column_idx, passing));
                        filters.uncertain.add(&uncertain);
                    }
                }
                Content::Text => {}
            }
        }
        filters
    }

    /// Rows that hold each of the words, in whichever cells.
    fn rows_with_words(&self, text: &str) -> Bits {
        let mut rows = Bits::all(self.n_rows);
        for word in fold(text).split_whitespace() {
            let mut with_word = Bits::none(self.n_rows);
            for column in &self.columns {
                // A word that every row has need not be looked for any further.
                if with_word.is_all() {
                    break;
                }
                if let Some(found) = column.words.rows_with(word) {
                    with_word.add(&found);
                }
            }
            rows.keep(&with_word);
        }
        rows
    }
}
