//! The header line of a file, column by column.
//! Here because a reader names columns as the page, the paper or our own files do.
//! Must not know: rows of the file.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::OwnRows;
use crate::fold::fold;
use crate::{Column, ColumnKind, Label, Table};

/// What a field of each line is.
#[derive(Debug)]
pub(super) enum Field {
    /// Goes into the target of this number.
    Value(usize),
    /// Says whether the target of this number is a bound.
    BoundOf(usize),
    /// Not read.
    PassedOver,
}

/// A column of the table that may be filled.
#[derive(Debug)]
pub(super) struct Target<'a> {
    pub column: &'a Column,
    /// May a number be a lower bound here?
    pub bounds: bool,
    /// Known labels by their folded text and by their id; grows with the file where the column is open.
    pub labels: FxHashMap<String, Label>,
    /// Labels by the text of a field, as far as the file has named them.
    pub named: FxHashMap<String, Label>,
    /// Ids of known labels.
    pub ids: BTreeSet<String>,
}

#[derive(Debug)]
pub(super) struct Columns<'a> {
    pub fields: Vec<Field>,
    /// One for each column of the table.
    pub targets: Vec<Target<'a>>,
    /// Headings as the file writes them.
    pub headings: Vec<String>,
}

impl Columns<'_> {
    /// Does no field go into the table?
    pub fn is_empty(&self) -> bool {
        !self
            .fields
            .iter()
            .any(|field| matches!(field, Field::Value(_)))
    }
}

pub(super) fn read<'a>(
    record: &csv::StringRecord,
    line: u64,
    table: &'a Table,
    own: &mut OwnRows,
) -> Columns<'a> {
    let mut seen = BTreeSet::new();
    let mut fields = Vec::new();
    for heading in record {
        let field = field(heading, table);
        let is_repeated = match &field {
            Some(Field::Value(idx)) => !seen.insert((*idx, false)),
            Some(Field::BoundOf(idx)) => !seen.insert((*idx, true)),
            _ => false,
        };
        if is_repeated {
            own.fault(line, "header", heading, "named only once");
        }
        if field.is_none() {
            let needs = format!("one of {}", names(table));
            own.fault(line, "header", heading, &needs);
        }
        fields.push(field.filter(|_| !is_repeated).unwrap_or(Field::PassedOver));
    }
    Columns {
        fields,
        targets: (0..table.columns.len())
            .map(|column_idx| target(table, column_idx))
            .collect(),
        headings: record.iter().map(str::to_owned).collect(),
    }
}

/// What may stand in a header line.
pub(super) fn names(table: &Table) -> String {
    let columns = table.columns.iter();
    let names: Vec<String> = columns
        .filter(|column| column.formula().is_none())
        .map(Column::heading)
        .collect();
    names.join(", ")
}

fn target(table: &Table, column_idx: usize) -> Target<'_> {
    let mut labels = FxHashMap::default();
    let mut ids = BTreeSet::new();
    for label in table.labels(column_idx) {
        ids.insert(label.id.clone());
        labels.insert(fold(&label.text), label.clone());
        labels
            .entry(label.id.clone())
            .or_insert_with(|| label.clone());
    }
    let column = &table.columns[column_idx];
    Target {
        column,
        bounds: column.kind == ColumnKind::Number && table.has_bounds(column_idx),
        labels,
        named: FxHashMap::default(),
        ids,
    }
}

fn field(heading: &str, table: &Table) -> Option<Field> {
    let name = bare(heading);
    let unless_derived = |idx: usize, field: Field| {
        let is_derived = table.columns[idx].formula().is_some();
        Some(if is_derived { Field::PassedOver } else { field })
    };
    if let Some(idx) = find(&name, table) {
        return unless_derived(idx, Field::Value(idx));
    }
    if let Some(idx) = name
        .strip_suffix("bound")
        .and_then(|name| find(name, table))
    {
        return unless_derived(idx, Field::BoundOf(idx));
    }
    matches!(name.as_str(), "id" | "provenance" | "").then_some(Field::PassedOver)
}

fn find(name: &str, table: &Table) -> Option<usize> {
    table.columns.iter().position(|column| {
        [&column.id, &column.label, &column.heading()]
            .iter()
            .any(|known| bare(known) == name)
    })
}

/// Letters and digits alone: `Lifespan (h)`, `lifespan_h` and `LIFESPAN H` are one name.
fn bare(name: &str) -> String {
    let folded = fold(name);
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}
