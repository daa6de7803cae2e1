//! The order of rows.
//! Here because one rule must say where bounds and missing values go.
//! Must not know: filters, addresses.
//!
//! Missing values come last in both directions. Numbers go by value; a lower bound comes after the equal exact
//! value when ascending, because the true value is above. Text and labels go in natural order without case.

use std::cmp::Ordering;

use crate::fold::fold;
use crate::natural::natural_cmp;
use crate::{Bound, Cell, SortKey, Table};

/// A cell as it is compared; made once a row, not once a comparison.
#[derive(Debug)]
enum Value {
    Number(f64, Bound),
    Text(String),
    Missing,
}

impl Value {
    fn of(cell: &Cell) -> Self {
        match cell {
            Cell::Number(quantity) if !quantity.value.is_nan() => {
                Self::Number(quantity.value, quantity.bound)
            }
            Cell::Text(text) if !text.is_empty() => Self::Text(fold(text)),
            Cell::Labels(labels) if !labels.is_empty() => Self::Text(
                labels
                    .iter()
                    .map(|label| fold(&label.text))
                    .collect::<Vec<_>>()
                    .join("; "),
            ),
            _ => Self::Missing,
        }
    }

    /// `descending` turns only present values round.
    fn cmp(&self, other: &Self, descending: bool) -> Ordering {
        let order = match (self, other) {
            (Self::Missing, Self::Missing) => return Ordering::Equal,
            (Self::Missing, _) => return Ordering::Greater,
            (_, Self::Missing) => return Ordering::Less,
            (Self::Number(a, bound_a), Self::Number(b, bound_b)) => a
                .partial_cmp(b)
                .unwrap_or(Ordering::Equal)
                .then((*bound_a == Bound::Lower).cmp(&(*bound_b == Bound::Lower))),
            (Self::Number(..), Self::Text(_)) => Ordering::Less,
            (Self::Text(_), Self::Number(..)) => Ordering::Greater,
            (Self::Text(a), Self::Text(b)) => natural_cmp(a, b),
        };
        if descending { order.reverse() } else { order }
    }
}

/// Orders row indices by the keys, stably. A key of a column that is not there orders nothing.
pub(crate) fn sort_rows(table: &Table, rows: &mut [usize], keys: &[SortKey]) {
    let keys: Vec<(Vec<Value>, bool)> = keys
        .iter()
        .filter_map(|key| {
            let column_idx = table.column_idx(&key.column)?;
            let values = (0..table.rows.len())
                .map(|row_idx| Value::of(table.cell(row_idx, column_idx)))
                .collect();
            Some((values, key.descending))
        })
        .collect();
    rows.sort_by(|&a, &b| {
        keys.iter()
            .map(|(values, descending)| values[a].cmp(&values[b], *descending))
            .find(|order| order.is_ne())
            .unwrap_or(Ordering::Equal)
    });
}
