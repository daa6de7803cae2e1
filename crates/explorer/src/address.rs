//! A view as a query string and back: `type=coating,sei&q=ZnF2&sort=-lifespan_h`.
//! Here because every view has an address, and any address must give some view.
//! Must not know: the browser, paths, which other parts of the page read the same query string.
//!
//! A list is separated by commas whether they arrive as `,` or as `%2C`, because routers encode them anew.
//! Inside an id, `~` escapes: `~.` is a comma, `~-` a leading minus, `~~` a tilde, a lone `~` the empty id.
//! A key that begins with a dot is always a column, so that a column may be called `q`.

use crate::warning::{Warnings, allowed, shown};
use crate::{ColumnKind, MAX_TEXT_CHARS, QueryWarning, SortKey, Table, ViewQuery};

/// Version of the address format, written `v=1` and left out by [`ViewQuery::encode`].
pub const ADDRESS_VERSION: u32 = 1;

const TEXT_KEY: &str = "q";
const SORT_KEY: &str = "sort";
const VERSION_KEY: &str = "v";
const RESERVED: [&str; 3] = [TEXT_KEY, SORT_KEY, VERSION_KEY];

impl ViewQuery {
    /// Reads a query string, with or without its `?`. Total: what is not understood becomes a warning.
    ///
    /// `foreign` are keys that others on the page read, such as `theme`; they are passed over without a word
    /// and so must not be ids of category columns.
    #[must_use]
    pub fn parse(query_string: &str, table: &Table, foreign: &[&str]) -> (Self, Vec<QueryWarning>) {
        let raw = query_string.strip_prefix('?').unwrap_or(query_string);
        let mut query = Self::default();
        let mut warnings = Warnings::default();
        let mut text_seen = false;
        for (key, value) in form_urlencoded::parse(raw.as_bytes()) {
            match key.as_ref() {
                TEXT_KEY => {
                    if std::mem::replace(&mut text_seen, true) {
                        warnings.push(QueryWarning::RepeatedKey {
                            key: TEXT_KEY.to_owned(),
                        });
                    }
                    query.text = value.chars().take(MAX_TEXT_CHARS).collect();
                    if query.text.len() < value.len() {
                        warnings.push(QueryWarning::TextTooLong);
                    }
                }
                SORT_KEY => read_sort(&value, table, &mut query.sort, &mut warnings),
                VERSION_KEY => {
                    if value.parse() != Ok(ADDRESS_VERSION) {
                        warnings.push(QueryWarning::UnknownVersion {
                            value: shown(&value),
                            supported: ADDRESS_VERSION,
                        });
                    }
                }
                key if foreign.contains(&key) => {}
                key => read_filter(key, &value, table, &mut query, &mut warnings),
            }
        }
        (query, warnings.finish())
    }

    /// Writes the query string without `?`: filters by column id, then text, then order; defaults left out.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut pairs = Vec::new();
        for (column, labels) in self.filters.iter().filter(|(_, labels)| !labels.is_empty()) {
            let ids: Vec<String> = labels.iter().map(|id| escape(id)).collect();
            pairs.push(pair(&column_key(column), &ids.join(",")));
        }
        if !self.text.is_empty() {
            pairs.push(pair(TEXT_KEY, &self.text));
        }
        if !self.sort.is_empty() {
            let keys: Vec<String> = self
                .sort
                .iter()
                .map(|key| {
                    format!(
                        "{}{}",
                        if key.descending { "-" } else { "" },
                        escape(&key.column)
                    )
                })
                .collect();
            pairs.push(pair(SORT_KEY, &keys.join(",")));
        }
        pairs.join("&")
    }
}

fn read_filter(
    key: &str,
    value: &str,
    table: &Table,
    query: &mut ViewQuery,
    warnings: &mut Warnings,
) {
    if key.is_empty() && value.is_empty() {
        return;
    }
    let id = key.strip_prefix('.').unwrap_or(key);
    let column_idx = table
        .column_idx(id)
        .filter(|&idx| table.columns[idx].kind == ColumnKind::Category);
    let Some(column_idx) = column_idx else {
        let categories = table
            .columns
            .iter()
            .filter(|column| column.kind == ColumnKind::Category);
        let keys = categories
            .map(|column| column.id.as_str())
            .chain([TEXT_KEY, SORT_KEY]);
        warnings.push(QueryWarning::UnknownKey {
            key: shown(key),
            allowed: allowed(keys),
        });
        return;
    };
    let labels = table.labels(column_idx);
    for item in items(value) {
        if labels.iter().any(|label| label.id == item) {
            query.filters.entry(id.to_owned()).or_default().insert(item);
        } else {
            warnings.push(QueryWarning::UnknownLabel {
                column: id.to_owned(),
                value: shown(&item),
                allowed: allowed(labels.iter().map(|label| label.id.as_str())),
            });
        }
    }
}

fn read_sort(value: &str, table: &Table, sort: &mut Vec<SortKey>, warnings: &mut Warnings) {
    for raw in value.split(',').filter(|raw| !raw.is_empty()) {
        let (descending, raw) = raw
            .strip_prefix('-')
            .map_or((false, raw), |rest| (true, rest));
        let column = unescape(raw);
        if table.column_idx(&column).is_none() {
            let ids = table.columns.iter().map(|column| column.id.as_str());
            warnings.push(QueryWarning::UnknownSortColumn {
                value: shown(&column),
                allowed: allowed(ids),
            });
        } else if sort.iter().any(|key| key.column == column) {
            warnings.push(QueryWarning::RepeatedSortColumn {
                column: shown(&column),
            });
        } else {
            sort.push(SortKey { column, descending });
        }
    }
}

/// A column's id as a key: with a dot where the bare id would mean something else.
fn column_key(id: &str) -> String {
    if RESERVED.contains(&id) || id.is_empty() || id.starts_with('.') {
        format!(".{id}")
    } else {
        id.to_owned()
    }
}

/// One `key=value`, percent-encoded except for our two separators, which are legal in a query and readable.
fn pair(key: &str, value: &str) -> String {
    let key: String = form_urlencoded::byte_serialize(key.as_bytes()).collect();
    let value: String = form_urlencoded::byte_serialize(value.as_bytes()).collect();
    format!("{key}={}", value.replace("%2C", ",").replace("%7E", "~"))
}

fn items(value: &str) -> impl Iterator<Item = String> {
    value.split(',').filter(|raw| !raw.is_empty()).map(unescape)
}

fn escape(id: &str) -> String {
    if id.is_empty() {
        return "~".to_owned();
    }
    let escaped = id.replace('~', "~~").replace(',', "~.");
    escaped
        .strip_prefix('-')
        .map_or(escaped.clone(), |rest| format!("~-{rest}"))
}

fn unescape(raw: &str) -> String {
    let mut id = String::with_capacity(raw.len());
    let mut chars = raw.chars();
    while let Some(c) = chars.next() {
        match c {
            '~' => match chars.next() {
                Some('.') => id.push(','),
                Some(other) => id.push(other),
                None => {}
            },
            c => id.push(c),
        }
    }
    id
}
