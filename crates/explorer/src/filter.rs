//! The parts of a query that leave rows out, one by one, and in words.
//! Here because chips on the page and the head of an export say the same.
//! Must not know: addresses, rows.

use crate::{Range, Table, ViewQuery};

/// Something that can be taken out of a query alone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FilterPart {
    Label { column: String, label: String },
    Range { column: String },
    Text,
}

impl ViewQuery {
    /// What leaves rows out, filters first, in the table's order of columns.
    #[must_use]
    pub fn filter_parts(&self, table: &Table) -> Vec<FilterPart> {
        let mut parts = Vec::new();
        for column in &table.columns {
            for label in self.filters.get(&column.id).into_iter().flatten() {
                parts.push(FilterPart::Label {
                    column: column.id.clone(),
                    label: label.clone(),
                });
            }
            if self.ranges.get(&column.id).is_some_and(|r| !r.is_open()) {
                parts.push(FilterPart::Range {
                    column: column.id.clone(),
                });
            }
        }
        if !self.text.trim().is_empty() {
            parts.push(FilterPart::Text);
        }
        parts
    }

    /// The query without this part.
    #[must_use]
    pub fn without(&self, part: &FilterPart) -> Self {
        match part {
            FilterPart::Label { column, label } if self.selects(column, label) => {
                self.toggled(column, label)
            }
            FilterPart::Label { .. } => self.clone(),
            FilterPart::Range { column } => self.with_range(column, None),
            FilterPart::Text => Self {
                text: String::new(),
                ..self.clone()
            },
        }
    }

    /// A part as a reader says it: `Type: Coating`, `Lifespan at least 1000 h`, `text “znf2”`.
    #[must_use]
    pub fn part_in_words(&self, table: &Table, part: &FilterPart) -> String {
        match part {
            FilterPart::Label { column, label } => {
                let Some(column_idx) = table.column_idx(column) else {
                    return format!("{column}: {label}");
                };
                let found = table.label(column_idx, label);
                let text = found.map_or(label.as_str(), |known| &known.text);
                format!("{}: {text}", table.columns[column_idx].label)
            }
            FilterPart::Range { column } => {
                let range = self.ranges.get(column).copied().unwrap_or_default();
                let (name, unit) = table
                    .column(column)
                    .map_or((column.as_str(), None), |column| {
                        (column.label.as_str(), column.unit.as_deref())
                    });
                let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
                format!("{name} {}{unit}", limits_in_words(range))
            }
            FilterPart::Text => format!("text “{}”", self.text.trim()),
        }
    }

    /// What is left out and in which order the rest stands; empty if nothing is left out and nothing ordered.
    #[must_use]
    pub fn in_words(&self, table: &Table) -> String {
        let mut said: Vec<String> = self
            .filter_parts(table)
            .iter()
            .map(|part| self.part_in_words(table, part))
            .collect();
        let keys: Vec<String> = self
            .sort
            .iter()
            .filter_map(|key| {
                let label = &table.column(&key.column)?.label;
                let way = if key.descending {
                    "descending"
                } else {
                    "ascending"
                };
                Some(format!("{label} {way}"))
            })
            .collect();
        if !keys.is_empty() {
            said.push(format!("sorted by {}", keys.join(", then ")));
        }
        said.join("; ")
    }
}

fn limits_in_words(range: Range) -> String {
    match (range.min(), range.max()) {
        (Some(min), Some(max)) if min == max => format!("exactly {min}"),
        (Some(min), Some(max)) => format!("from {min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "any".to_owned(),
    }
}
