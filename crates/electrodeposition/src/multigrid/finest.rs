//! The equations as they were given: links and sinks in the order of i and j, and their product with a vector.
//! Here because remainders are formed in this order and in double precision, whatever the cycles work in.
//! Must not know: coarser grids, colours.

use super::rows::{self, WholeRow};

/// Links and sinks of the finest grid as they were given.
#[derive(Debug, Clone)]
pub(crate) struct Finest {
    pub(crate) n: usize,
    /// Link of a cell with its right-hand neighbour (periodic).
    pub(crate) right: Vec<f64>,
    /// Link of a cell with the one above; zero in the top row.
    pub(crate) up: Vec<f64>,
    /// Tie of a cell to zero.
    pub(crate) sink: Vec<f64>,
    /// A row of zeros, for what is not there.
    blank: Vec<f64>,
}

impl Finest {
    pub(crate) fn new(n: usize) -> Self {
        let zeros = || vec![0.0; n * n];
        Self {
            n,
            right: zeros(),
            up: zeros(),
            sink: zeros(),
            blank: vec![0.0; n],
        }
    }

    /// Row `j` of A x, with or without the sinks.
    pub(crate) fn apply_row(&self, x: &[f64], j: usize, out: &mut [f64], with_sinks: bool) {
        let n = self.n;
        let span = |j: usize| j * n..(j + 1) * n;
        let blank = &self.blank[..];
        let at = WholeRow {
            right: &self.right[span(j)],
            up: &self.up[span(j)],
            up_below: if j == 0 { blank } else { &self.up[span(j - 1)] },
            sink: if with_sinks {
                &self.sink[span(j)]
            } else {
                blank
            },
            below: if j == 0 { blank } else { &x[span(j - 1)] },
            above: if j + 1 == n { blank } else { &x[span(j + 1)] },
        };
        rows::apply(out, &x[span(j)], at);
    }
}
