//! A query applied to an index.
//! Here because rows, counts and histograms come from one pass over the same filters.
//! Must not know: how a column stores its values.

use std::sync::Arc;

use super::{Content, Index, Tally};
use crate::sort::sorted;
use crate::{Facet, FacetValue, Label, TableView, ViewQuery};

impl Index {
    /// Applies a query: any of the labels within a column, all columns, all words of the text.
    /// A filter or range on a column that this table does not have, or of another kind, filters nothing.
    #[must_use]
    pub fn view(&self, query: &ViewQuery) -> TableView {
        let filters = self.filters(query);
        let passing = filters.passing(None);
        let passing_tally = Tally::of(&passing);
        let mut view = TableView {
            total: self.n_rows,
            ..TableView::default()
        };
        for (column_idx, column) in self.columns.iter().enumerate() {
            let without_own = filters
                .has(column_idx)
                .then(|| Tally::of(&filters.passing(Some(column_idx))));
            let counted = without_own.as_ref().unwrap_or(&passing_tally);
            let id = &column.column.id;
            match &column.content {
                Content::Text => {}
                Content::Number(numbers) => view.histograms.push(numbers.histogram(id, counted)),
                Content::Category(category) => {
                    let counts = category.counts(counted);
                    let value = |(label, count): (&Arc<Label>, u32)| FacetValue {
                        label: Arc::clone(label),
                        count: count as usize,
                        selected: query.selects(id, &label.id),
                    };
                    view.facets.push(Facet {
                        column: id.clone(),
                        values: category.labels.iter().zip(counts).map(value).collect(),
                    });
                }
            }
        }
        let mut uncertain = filters.uncertain;
        uncertain.keep(&passing);
        view.uncertain = uncertain.rows().collect();
        let rows = sorted(self, passing.list(), &query.sort);
        view.rows = rows.into_iter().map(|row| row as usize).collect();
        view.groups = query
            .group
            .as_ref()
            .map_or_else(Vec::new, |column| self.groups(column, &view.rows));
        view
    }
}
