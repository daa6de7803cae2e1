//! Which rows were tested alike: within a factor of a reference, column by column.
//! Here because a lifespan says nothing without the conditions it was reached under.
//! Must not know: which columns are conditions, how a page fades a row.
//!
//! The rule. A row is alike if each named column reports an exact value above zero whose ratio to the reference,
//! whichever is larger on top, is at most the factor. A value that is missing or only a lower bound cannot be shown
//! to be alike, and the row is outside for that reason.

use std::collections::BTreeMap;

use crate::{Likeness, RowCells, Table, Unlike};

/// Used where an address names none.
pub const DEFAULT_FACTOR: f64 = 2.0;
/// Decimal fractions have no exact binary form: 0.3 is 3 times 0.1.
const RATIO_TOLERANCE: f64 = 1e-9;

/// Reference values and how far from them a row may be. At least one column; values above zero; factor at least 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    references: BTreeMap<String, f64>,
    factor: f64,
}

/// Why a comparison cannot be made.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ComparisonError {
    #[error("a comparison needs at least one column")]
    NoColumn,
    #[error("{column}: a reference must be a number above zero, not {value}")]
    BadReference { column: String, value: f64 },
    #[error("a factor must be a number from 1, not {factor}")]
    BadFactor { factor: f64 },
    #[error("{column} is not a number column of this table with an exact value in that row")]
    NoReference { column: String },
}

impl Comparison {
    /// # Errors
    /// If there is no column, a reference is not above zero, or the factor is below 1.
    pub fn new(references: BTreeMap<String, f64>, factor: f64) -> Result<Self, ComparisonError> {
        if references.is_empty() {
            return Err(ComparisonError::NoColumn);
        }
        if !(factor.is_finite() && factor >= 1.0) {
            return Err(ComparisonError::BadFactor { factor });
        }
        for (column, &value) in &references {
            if !(value.is_finite() && value > 0.0) {
                let column = column.clone();
                return Err(ComparisonError::BadReference { column, value });
            }
        }
        Ok(Self { references, factor })
    }

    /// A row as the reference.
    ///
    /// # Errors
    /// If one of the columns has no exact value above zero in that row.
    pub fn with_row(
        table: &Table,
        row_idx: usize,
        columns: &[&str],
        factor: f64,
    ) -> Result<Self, ComparisonError> {
        let cells = RowCells::new(table, row_idx);
        let mut references = BTreeMap::new();
        for &column in columns {
            let quantity = cells.number(column).filter(|q| !q.is_lower_bound());
            let quantity = quantity.ok_or_else(|| ComparisonError::NoReference {
                column: column.to_owned(),
            })?;
            references.insert(column.to_owned(), quantity.value);
        }
        Self::new(references, factor)
    }

    /// Column ids with their reference values.
    #[must_use]
    pub fn references(&self) -> &BTreeMap<String, f64> {
        &self.references
    }

    #[must_use]
    pub fn factor(&self) -> f64 {
        self.factor
    }

    /// The rule of this file, for one row.
    #[must_use]
    pub fn likeness(&self, table: &Table, row_idx: usize) -> Likeness {
        let cells = RowCells::new(table, row_idx);
        let references = self.references.iter();
        let reasons: Vec<Unlike> = references
            .filter_map(|(column, &reference)| self.unlike(table, cells, column, reference))
            .collect();
        if reasons.is_empty() {
            Likeness::Alike
        } else {
            Likeness::Outside(reasons)
        }
    }

    fn unlike(&self, table: &Table, cells: RowCells, id: &str, reference: f64) -> Option<Unlike> {
        let named = || {
            let label = table.column(id).map(|column| column.label.clone());
            (id.to_owned(), label.unwrap_or_else(|| id.to_owned()))
        };
        let Some(quantity) = cells.number(id) else {
            let (column, name) = named();
            return Some(Unlike::NotReported { column, name });
        };
        let value = quantity.value;
        if quantity.is_lower_bound() {
            let (column, name) = named();
            return Some(Unlike::OnlyBound {
                column,
                name,
                value,
            });
        }
        let has_ratio = value.is_finite() && value > 0.0;
        let ratio = (value / reference).max(reference / value);
        if has_ratio && ratio <= self.factor * (1.0 + RATIO_TOLERANCE) {
            return None;
        }
        let (column, name) = named();
        Some(if has_ratio {
            Unlike::Ratio {
                column,
                name,
                value,
                reference,
            }
        } else {
            Unlike::NoRatio {
                column,
                name,
                value,
                reference,
            }
        })
    }
}
