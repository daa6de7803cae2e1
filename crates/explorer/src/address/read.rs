//! A query string as a view, and what of it was not understood.
//! Here because nothing a stranger puts into an address may stop the page or vanish in silence.
//! Must not know: rows that pass.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::escape::items;
use super::{
    ADDRESS_VERSION, GROUP_KEY, HIDE_KEY, NEAR_KEY, ORDER_KEY, RANK_KEY, RESERVED, SHOW_KEY,
    SORT_KEY, TEXT_KEY, VERSION_KEY, WITHIN_KEY,
};
use crate::warning::{Warnings, allowed, shown};
use crate::{
    ColumnKind, Comparison, DEFAULT_FACTOR, MAX_TEXT_CHARS, QueryWarning, Range, Table, ViewQuery,
};

impl ViewQuery {
    /// Reads a query string, with or without its `?`. Total: what is not understood becomes a warning.
    ///
    /// `foreign` are keys that others on the page read, such as `theme`; they are passed over without a word
    /// and so must not be ids of category or number columns.
    #[must_use]
    pub fn parse(query_string: &str, table: &Table, foreign: &[&str]) -> (Self, Vec<QueryWarning>) {
        let raw = query_string.strip_prefix('?').unwrap_or(query_string);
        let mut reader = Reader::new(table);
        for (key, value) in form_urlencoded::parse(raw.as_bytes()) {
            match key.as_ref() {
                TEXT_KEY => reader.text(&value),
                SORT_KEY => reader.sort(&value),
                GROUP_KEY => reader.group(&value),
                SHOW_KEY => reader.visibility(SHOW_KEY, &value, true),
                HIDE_KEY => reader.visibility(HIDE_KEY, &value, false),
                ORDER_KEY => reader.order(&value),
                RANK_KEY => reader.rank(&value),
                NEAR_KEY => reader.near(&value),
                WITHIN_KEY => reader.within(&value),
                VERSION_KEY => reader.version(&value),
                key if foreign.contains(&key) => {}
                key => reader.column(key, &value),
            }
        }
        reader.finish()
    }
}

pub(super) struct Reader<'a> {
    table: &'a Table,
    pub query: ViewQuery,
    pub warnings: Warnings,
    text_seen: bool,
    pub references: BTreeMap<String, f64>,
    pub factor: Option<f64>,
}

impl<'a> Reader<'a> {
    fn new(table: &'a Table) -> Self {
        Self {
            table,
            query: ViewQuery::default(),
            warnings: Warnings::default(),
            text_seen: false,
            references: BTreeMap::new(),
            factor: None,
        }
    }

    fn finish(mut self) -> (ViewQuery, Vec<QueryWarning>) {
        match (self.references.is_empty(), self.factor) {
            (true, None) => {}
            (true, Some(factor)) => {
                let needs = format!("a factor beside {NEAR_KEY}");
                self.bad(WITHIN_KEY, &factor.to_string(), &needs);
            }
            (false, factor) => {
                let factor = factor.unwrap_or(DEFAULT_FACTOR);
                self.query.comparison = Comparison::new(self.references, factor).ok();
            }
        }
        (self.query, self.warnings.finish())
    }

    pub fn ids(&self, kind: Option<ColumnKind>) -> impl Iterator<Item = &'a str> + use<'a> {
        let columns = self.table.columns.iter();
        columns
            .filter(move |column| kind.is_none_or(|kind| column.kind == kind))
            .map(|column| column.id.as_str())
    }

    pub fn knows(&self, id: &str, kind: Option<ColumnKind>) -> bool {
        let column = self.table.column(id);
        column.is_some_and(|column| kind.is_none_or(|kind| column.kind == kind))
    }

    pub fn bad(&mut self, key: &str, value: &str, needs: &str) {
        self.warnings.push(QueryWarning::BadValue {
            key: shown(key),
            value: shown(value),
            allowed: needs.to_owned(),
        });
    }

    pub fn repeated_key(&mut self, key: &str) {
        let key = shown(key);
        self.warnings.push(QueryWarning::RepeatedKey { key });
    }

    /// Is there such a column? If not, says so.
    pub fn check(&mut self, key: &str, id: &str, kind: Option<ColumnKind>) -> bool {
        let known = self.knows(id, kind);
        if !known {
            self.warnings.push(QueryWarning::UnknownColumn {
                key: key.to_owned(),
                value: shown(id),
                allowed: allowed(self.ids(kind)),
            });
        }
        known
    }

    fn text(&mut self, value: &str) {
        if std::mem::replace(&mut self.text_seen, true) {
            self.repeated_key(TEXT_KEY);
        }
        self.query.text = value.chars().take(MAX_TEXT_CHARS).collect();
        if self.query.text.len() < value.len() {
            self.warnings.push(QueryWarning::TextTooLong);
        }
    }

    fn version(&mut self, value: &str) {
        if value.parse() != Ok(ADDRESS_VERSION) {
            self.warnings.push(QueryWarning::UnknownVersion {
                value: shown(value),
                supported: ADDRESS_VERSION,
            });
        }
    }

    fn column(&mut self, key: &str, value: &str) {
        if key.is_empty() && value.is_empty() {
            return;
        }
        let id = key.strip_prefix('.').unwrap_or(key);
        let idx = self.table.column_idx(id);
        match idx.map(|idx| (idx, self.table.columns[idx].kind)) {
            Some((idx, ColumnKind::Category)) => self.filter(id, idx, value),
            Some((_, ColumnKind::Number)) => self.range(id, value),
            _ => {
                let filters = self.table.columns.iter();
                let filters = filters
                    .filter(|column| column.kind != ColumnKind::Text)
                    .map(|column| column.id.as_str());
                self.warnings.push(QueryWarning::UnknownKey {
                    key: shown(key),
                    allowed: allowed(filters.chain(RESERVED[1..].iter().copied())),
                });
            }
        }
    }

    fn filter(&mut self, id: &str, column_idx: usize, value: &str) {
        // Only an unknown label needs them all.
        let labels = OnceCell::new();
        for item in items(value) {
            if self.table.label(column_idx, &item).is_some() {
                let chosen = self.query.filters.entry(id.to_owned()).or_default();
                chosen.insert(item);
            } else {
                let labels = labels.get_or_init(|| self.table.labels(column_idx));
                self.warnings.push(QueryWarning::UnknownLabel {
                    column: id.to_owned(),
                    value: shown(&item),
                    allowed: allowed(labels.iter().map(|label| label.id.as_str())),
                });
            }
        }
    }

    fn range(&mut self, id: &str, value: &str) {
        // As a form without scripts submits an empty box.
        if matches!(value.trim(), "" | "..") {
            return;
        }
        match Range::parse(value) {
            None => self.bad(
                id,
                value,
                "limits such as 1..10, 5.. or ..2, the smaller first",
            ),
            Some(range) => {
                if self.query.ranges.insert(id.to_owned(), range).is_some() {
                    self.repeated_key(id);
                }
            }
        }
    }
}
