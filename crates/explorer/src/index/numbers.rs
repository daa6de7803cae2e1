//! A number column as arrays: values, which of them are bounds, and the bin of each.
//! Here because a range and a histogram read the same numbers.
//! Must not know: other columns.

use super::histogram::{Bins, NO_BIN};
use super::{Bin, Bits, Histogram, Tally};
use crate::{Quantity, Range, RangeVerdict, Scale};

#[derive(Debug, Clone)]
pub(crate) struct Numbers {
    /// Not a number where nothing is reported.
    values: Vec<f64>,
    bounded: Vec<bool>,
    bins: Bins,
    /// Twice the bin, plus one for a lower bound.
    codes: Vec<u8>,
    /// Rows of each code in the whole table.
    totals: Vec<u32>,
}

impl Numbers {
    /// Not a number where nothing is reported.
    pub fn new(quantities: &[Quantity], scale: Scale) -> Self {
        let values: Vec<f64> = quantities.iter().map(|quantity| quantity.value).collect();
        let bounded: Vec<bool> = quantities.iter().map(Quantity::is_lower_bound).collect();
        let bins = Bins::over(&values, scale);
        let code = |(&value, &bounded): (&f64, &bool)| match bins.find(value) {
            Some(bin) => 2 * bin + u8::from(bounded),
            None => NO_BIN,
        };
        let codes: Vec<u8> = values.iter().zip(&bounded).map(code).collect();
        let mut totals = vec![0; usize::from(NO_BIN) + 1];
        for &code in &codes {
            totals[usize::from(code)] += 1;
        }
        Self {
            codes,
            totals,
            values,
            bounded,
            bins,
        }
    }

    fn quantity(&self, row: usize) -> Quantity {
        if self.bounded[row] {
            Quantity::above(self.values[row])
        } else {
            Quantity::exact(self.values[row])
        }
    }

    /// Rows that pass a range, and those among them that may lie outside after all.
    pub fn rows_in(&self, range: &Range) -> (Bits, Bits) {
        let verdict = |row| range.verdict(self.quantity(row));
        let n_rows = self.values.len();
        (
            Bits::of(n_rows, |row| verdict(row) != RangeVerdict::Outside),
            Bits::of(n_rows, |row| verdict(row) == RangeVerdict::Uncertain),
        )
    }

    /// The histogram of these rows, in bins that depend on the whole table alone.
    pub fn histogram(&self, column: &str, tally: &Tally) -> Histogram {
        let counts = tally.of_codes(&self.codes, &self.totals);
        let counts: Vec<usize> = counts.into_iter().map(|count| count as usize).collect();
        let bin = |(idx, edges): (usize, &[f64])| Bin {
            from: edges[0],
            to: edges[1],
            count: counts[2 * idx] + counts[2 * idx + 1],
            n_lower_bounds: counts[2 * idx + 1],
        };
        Histogram {
            column: column.to_owned(),
            scale: self.bins.scale,
            bins: self.bins.edges.windows(2).enumerate().map(bin).collect(),
            n_without: counts[usize::from(NO_BIN)],
        }
    }
}
