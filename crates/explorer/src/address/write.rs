//! A view as a query string.
//! Here because short and readable is decided in one place.
//! Must not know: the table.

use super::escape::{column_key, escape, pair};
use super::{
    GROUP_KEY, HIDE_KEY, NEAR_KEY, ORDER_KEY, RANK_KEY, SHOW_KEY, SORT_KEY, TEXT_KEY, WITHIN_KEY,
};
use crate::range::short_number;
use crate::{DEFAULT_FACTOR, ViewQuery};

impl ViewQuery {
    /// Writes the query string without `?`: filters by column id, then all else; defaults left out.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut pairs = Vec::new();
        for (column, labels) in self.filters.iter().filter(|(_, labels)| !labels.is_empty()) {
            pairs.push(pair(&column_key(column), &list(labels)));
        }
        for (column, range) in self.ranges.iter().filter(|(_, range)| !range.is_open()) {
            pairs.push(pair(&column_key(column), &range.to_string()));
        }
        if !self.text.is_empty() {
            pairs.push(pair(TEXT_KEY, &self.text));
        }
        let keys: Vec<String> = self
            .sort
            .iter()
            .map(|key| {
                let sign = if key.descending { "-" } else { "" };
                format!("{sign}{}", escape(&key.column))
            })
            .collect();
        let with_visibility = |wanted: bool| {
            let columns = self.visibility.iter();
            list(
                columns
                    .filter(move |&(_, &shown)| shown == wanted)
                    .map(|(id, _)| id),
            )
        };
        let lists = [
            (SORT_KEY, keys.join(",")),
            (GROUP_KEY, list(&self.group)),
            (SHOW_KEY, with_visibility(true)),
            (HIDE_KEY, with_visibility(false)),
            (ORDER_KEY, list(&self.order)),
        ];
        let given = lists.iter().filter(|(_, value)| !value.is_empty());
        pairs.extend(given.map(|(key, value)| pair(key, value)));
        if let Some(comparison) = &self.comparison {
            let references = comparison.references().iter();
            let near: Vec<String> = references
                .map(|(column, &value)| format!("{}:{}", escape(column), short_number(value)))
                .collect();
            pairs.push(pair(NEAR_KEY, &near.join(",")));
            if comparison.factor() != DEFAULT_FACTOR {
                pairs.push(pair(WITHIN_KEY, &short_number(comparison.factor())));
            }
        }
        if !self.rank.is_empty() {
            pairs.push(pair(RANK_KEY, &list(&self.rank)));
        }
        pairs.join("&")
    }
}

fn list<'a>(ids: impl IntoIterator<Item = &'a String>) -> String {
    let ids: Vec<String> = ids.into_iter().map(|id| escape(id)).collect();
    ids.join(",")
}
