//! Ids inside lists inside a query string.
//! Here because an id may hold whatever separates ids.
//! Must not know: which keys there are.

use super::RESERVED;

/// A column's id as a key: with a dot where the bare id would mean something else.
pub(super) fn column_key(id: &str) -> String {
    if RESERVED.contains(&id) || id.is_empty() || id.starts_with('.') {
        format!(".{id}")
    } else {
        id.to_owned()
    }
}

/// One `key=value`, percent-encoded except for our separators, which are legal in a query and readable.
pub(super) fn pair(key: &str, value: &str) -> String {
    let key: String = form_urlencoded::byte_serialize(key.as_bytes()).collect();
    let value: String = form_urlencoded::byte_serialize(value.as_bytes()).collect();
    let value = value
        .replace("%2C", ",")
        .replace("%7E", "~")
        .replace("%3A", ":");
    format!("{key}={value}")
}

/// The parts of a list, still escaped.
pub(super) fn raw_items(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').filter(|raw| !raw.is_empty())
}

pub(super) fn items(value: &str) -> impl Iterator<Item = String> {
    raw_items(value).map(unescape)
}

pub(super) fn escape(id: &str) -> String {
    if id.is_empty() {
        return "~".to_owned();
    }
    let escaped = id.replace('~', "~~").replace(',', "~.");
    escaped
        .strip_prefix('-')
        .map_or(escaped.clone(), |rest| format!("~-{rest}"))
}

pub(super) fn unescape(raw: &str) -> String {
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
