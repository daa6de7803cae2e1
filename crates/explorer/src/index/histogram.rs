//! Bins of a number column, fixed for the table so that bars do not move while filters change.
//! Here because the bars stand behind the two ends of a range.
//! Must not know: rows, queries.

use crate::Scale;

/// Bins of one column.
const N_BINS: usize = 20;
/// The code of a value that lies in no bin.
pub(crate) const NO_BIN: u8 = u8::MAX;

/// Rows of a number column by size. Counts leave out the column's own range and apply all other filters.
#[derive(Debug, Clone, PartialEq)]
pub struct Histogram {
    /// Column id.
    pub column: String,
    /// Linear also for a column that asks for [`Scale::Log`] and holds a value that is not above zero.
    pub scale: Scale,
    /// From the table's smallest value to its largest; none if the column holds no value.
    pub bins: Vec<Bin>,
    /// Rows that report no finite value.
    pub n_without: usize,
}

/// Values from `from` up to `to`; only the last bin holds its upper edge too.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    pub from: f64,
    pub to: f64,
    pub count: usize,
    /// How many of them are lower bounds, counted at their printed value.
    pub n_lower_bounds: usize,
}

/// Edges in ascending order; two for a column with one value.
#[derive(Debug, Clone)]
pub(crate) struct Bins {
    pub edges: Vec<f64>,
    pub scale: Scale,
}

impl Bins {
    pub fn over(values: &[f64], scale: Scale) -> Self {
        let finite = || values.iter().copied().filter(|value| value.is_finite());
        let min = finite().fold(f64::INFINITY, f64::min);
        let max = finite().fold(f64::NEG_INFINITY, f64::max);
        let scale = if min > 0.0 { scale } else { Scale::Linear };
        let edge = |step: usize| {
            let share = step as f64 / N_BINS as f64;
            match (step, scale) {
                (0, _) => min,
                (N_BINS, _) => max,
                (_, Scale::Linear) => twelve_digits(min * (1.0 - share) + max * share),
                (_, Scale::Log) => {
                    twelve_digits((min.ln() * (1.0 - share) + max.ln() * share).exp())
                }
            }
        };
        let mut edges: Vec<f64> = match min.partial_cmp(&max) {
            Some(std::cmp::Ordering::Less) => (0..=N_BINS)
                .map(|step| edge(step).clamp(min, max))
                .collect(),
            Some(std::cmp::Ordering::Equal) => vec![min, max],
            _ => Vec::new(),
        };
        // Values so close that no number lies between them share a bin.
        if min < max {
            edges.dedup();
        }
        Self { edges, scale }
    }

    pub fn find(&self, value: f64) -> Option<u8> {
        let inner = self.edges.get(1..self.edges.len().checked_sub(1)?)?;
        let bin = inner.partition_point(|&edge| edge <= value);
        value.is_finite().then_some(bin as u8)
    }
}

/// Rounded, so that the edge of a decade is that decade's number.
fn twelve_digits(value: f64) -> f64 {
    format!("{value:.11e}").parse().unwrap_or(value)
}
