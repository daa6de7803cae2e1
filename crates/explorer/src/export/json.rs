//! JSON: the head, the columns, the rows.
//! Here because programs read it without a convention for lists and bounds.
//! Must not know: which rows are chosen.
//!
//! `{"about": {..}, "columns": [{"id", "label", "unit", "kind", "provenance", "formula"}], "rows": [{..}]}`.
//! A row has `id`, `provenance` and one entry for each column id: a number or `null`, a text or `null`, or a list of
//! texts. `<id>_bound` is `">"` or `null`. Where a column's id is taken by something before it, `~` is added to it.

use std::collections::BTreeSet;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::selection::{bound, provenance};
use super::{ExportError, ExportHeader, Selection};
use crate::{Cell, Column, ColumnKind};

/// # Errors
/// Only if the JSON writer fails, which memory alone can cause.
pub fn write_json(selection: &Selection, header: &ExportHeader) -> Result<String, ExportError> {
    let keys = Keys::of(selection);
    let columns = selection.columns().zip(&keys.columns);
    let file = Entries(vec![
        ("about", Part::Strings(header.stated(selection))),
        (
            "columns",
            Part::List(
                columns
                    .map(|(column, (key, _))| describe(column, key))
                    .collect(),
            ),
        ),
        ("rows", Part::List(rows(selection, &keys))),
    ]);
    Ok(serde_json::to_string_pretty(&file)?)
}

/// Names of entries, each used once.
struct Keys {
    columns: Vec<(String, String)>,
}

impl Keys {
    fn of(selection: &Selection) -> Self {
        let mut taken: BTreeSet<String> = ["id", "provenance"].map(str::to_owned).into();
        let mut free = |wanted: &str| {
            let mut key = wanted.to_owned();
            while !taken.insert(key.clone()) {
                key.push('~');
            }
            key
        };
        let columns = selection
            .bounded_columns()
            .map(|(column, bounded)| {
                let key = free(&column.id);
                let bound_key = if bounded {
                    free(&format!("{key}_bound"))
                } else {
                    String::new()
                };
                (key, bound_key)
            })
            .collect();
        Self { columns }
    }
}

fn rows<'a>(selection: &'a Selection, keys: &'a Keys) -> Vec<Entries<'a>> {
    let entries = |(row_idx, row): (usize, &'a crate::Row)| {
        let mut entries = vec![
            ("id", Part::Text(row.id.clone())),
            ("provenance", Part::Text(provenance(row).to_owned())),
        ];
        for ((cell, bounded), (key, bound_key)) in selection.cells(row_idx).zip(&keys.columns) {
            entries.push((key, part(cell)));
            if bounded {
                entries.push((bound_key, text_or_null(bound(cell))));
            }
        }
        Entries(entries)
    };
    selection.rows().map(entries).collect()
}

fn describe<'a>(column: &Column, key: &str) -> Entries<'a> {
    let kind = match column.kind {
        ColumnKind::Text => "text",
        ColumnKind::Category => "category",
        ColumnKind::Number => "number",
    };
    let provenance = column.formula().map_or("printed", |_| "derived");
    Entries(vec![
        ("id", Part::Text(key.to_owned())),
        ("label", Part::Text(column.label.clone())),
        (
            "unit",
            text_or_null(column.unit.as_deref().unwrap_or_default()),
        ),
        ("kind", Part::Text(kind.to_owned())),
        ("provenance", Part::Text(provenance.to_owned())),
        (
            "formula",
            text_or_null(column.formula().unwrap_or_default()),
        ),
    ])
}

fn part<'a>(cell: &Cell) -> Part<'a> {
    match cell {
        Cell::Missing => Part::Null,
        Cell::Text(text) => Part::Text(text.clone()),
        Cell::Labels(labels) => {
            Part::Texts(labels.iter().map(|label| label.text.clone()).collect())
        }
        Cell::Number(quantity) => Part::Number(quantity.value),
    }
}

fn text_or_null<'a>(text: &str) -> Part<'a> {
    if text.is_empty() {
        Part::Null
    } else {
        Part::Text(text.to_owned())
    }
}

/// An object whose entries keep their order.
struct Entries<'a>(Vec<(&'a str, Part<'a>)>);

enum Part<'a> {
    Null,
    Text(String),
    Texts(Vec<String>),
    Number(f64),
    Strings(Vec<(String, String)>),
    List(Vec<Entries<'a>>),
}

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, part) in &self.0 {
            map.serialize_entry(key, part)?;
        }
        map.end()
    }
}

impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Texts(texts) => texts.serialize(serializer),
            // JSON has no word for what is not finite.
            Self::Number(value) if !value.is_finite() => serializer.serialize_none(),
            // A whole number is written without a fraction, as it was printed.
            Self::Number(value) if value.fract() == 0.0 && value.abs() < 1e15 => {
                serializer.serialize_i64(*value as i64)
            }
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Strings(pairs) => {
                let mut map = serializer.serialize_map(Some(pairs.len()))?;
                for (key, value) in pairs {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
            Self::List(entries) => entries.serialize(serializer),
        }
    }
}
