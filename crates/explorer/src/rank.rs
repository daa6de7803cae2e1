//! Ranks of comparable rows by number columns, side by side.
//! Here because a rank of unlike rows, or a bound ranked as a value, would be a false statement.
//! Must not know: addresses, how a page draws ranks.
//!
//! The rule. The largest is first. Equal exact values share a place, and the next place is left empty. A lower bound
//! stands before the exact value that it equals and is "at least" there: its true place may be any from the first.
//! `best` and `worst` say which places are possible, given that every lower bound may lie anywhere above its value.

use crate::{Comparison, Likeness, Quantity, Table, Unlike};

/// The rows of one column that report a value, first place first, and those that do not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranking {
    pub column: String,
    pub ranked: Vec<Ranked>,
    /// Rows that do not report the column, in the order given.
    pub not_reported: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    pub row_idx: usize,
    /// By the printed values, from 1.
    pub place: usize,
    /// The best place that is possible.
    pub best: usize,
    /// The worst place that is possible.
    pub worst: usize,
    /// How many rows share the place, this one among them.
    pub n_tied: usize,
    /// The value is a lower bound: the place is "at least".
    pub at_least: bool,
}

impl std::fmt::Display for Ranked {
    /// `3`, `3 (2 to 5)`, `at least 3 (1 to 5)`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let at_least = if self.at_least { "at least " } else { "" };
        write!(f, "{at_least}{}", self.place)?;
        if self.best != self.worst {
            write!(f, " ({} to {})", self.best, self.worst)?;
        }
        Ok(())
    }
}

/// Why rows are not ranked.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum RankRefusal {
    #[error("{} of the rows were tested under other conditions and cannot be ranked", .outside.len())]
    Unlike {
        /// Row indices with their reasons.
        outside: Vec<(usize, Vec<Unlike>)>,
    },
    #[error("“{column}” is not a number column of this table")]
    NotANumber { column: String },
}

/// Rows that may be ranked with one another, and the others with their reasons, both in the order given.
#[must_use]
pub fn split(
    table: &Table,
    comparison: &Comparison,
    rows: &[usize],
) -> (Vec<usize>, Vec<(usize, Vec<Unlike>)>) {
    let (mut alike, mut outside) = (Vec::new(), Vec::new());
    for &row_idx in rows {
        match comparison.likeness(table, row_idx) {
            Likeness::Alike => alike.push(row_idx),
            Likeness::Outside(reasons) => outside.push((row_idx, reasons)),
        }
    }
    (alike, outside)
}

/// One ranking for each column, of rows that are all alike.
///
/// # Errors
/// If a row is outside the comparison, or a column does not hold numbers.
pub fn rank<C: AsRef<str>>(
    table: &Table,
    comparison: &Comparison,
    rows: &[usize],
    columns: &[C],
) -> Result<Vec<Ranking>, RankRefusal> {
    let (alike, outside) = split(table, comparison, rows);
    if !outside.is_empty() {
        return Err(RankRefusal::Unlike { outside });
    }
    columns
        .iter()
        .map(|column| ranking(table, &alike, column.as_ref()))
        .collect()
}

fn ranking(table: &Table, rows: &[usize], column: &str) -> Result<Ranking, RankRefusal> {
    let is_number = |idx: &usize| table.columns[*idx].kind == crate::ColumnKind::Number;
    let column_idx = table.column_idx(column).filter(is_number).ok_or_else(|| {
        let column = column.to_owned();
        RankRefusal::NotANumber { column }
    })?;
    let mut not_reported = Vec::new();
    let mut reported: Vec<(usize, Quantity)> = Vec::new();
    for &row_idx in rows {
        match table.cell(row_idx, column_idx).number() {
            Some(quantity) => reported.push((row_idx, quantity)),
            None => not_reported.push(row_idx),
        }
    }
    // Stable, so that rows which share a place keep the order given.
    reported.sort_by(|(_, a), (_, b)| b.cmp_printed(a));
    let n_bounded = reported.iter().filter(|(_, q)| q.is_lower_bound()).count();
    let mut ranked = Vec::with_capacity(reported.len());
    let mut n_exact_above = 0;
    for tied in reported.chunk_by(|(_, a), (_, b)| a.cmp_printed(b).is_eq()) {
        let place = 1 + ranked.len();
        for &(row_idx, own) in tied {
            let at_least = own.is_lower_bound();
            ranked.push(Ranked {
                row_idx,
                place,
                // Before an exact value stand exact values and bounds that are above it for certain.
                best: if at_least { 1 } else { place },
                worst: 1 + n_exact_above + n_bounded - usize::from(at_least),
                n_tied: tied.len(),
                at_least,
            });
        }
        n_exact_above += tied.iter().filter(|(_, q)| !q.is_lower_bound()).count();
    }
    Ok(Ranking {
        column: column.to_owned(),
        ranked,
        not_reported,
    })
}
