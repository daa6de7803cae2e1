//! The deposit's square grid: how many cells, how large, and how indices run.
//! Here because geometry, field and motion must count alike.
//! Must not know: what lives on the grid.
//!
//! Cells are n × n, row 0 at the bottom, index j·n + i. Nodes are the cells' corners: n across (the last column is
//! the first again, the window repeats sideways) and n + 1 up, index j·n + i. Inside the deposit lengths are counted
//! in cells, so node (i, j) stands at (i, j) and cell (i, j) is centred at (i + ½, j + ½).

/// Size of the grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Grid {
    /// Cells a side.
    pub n: usize,
    /// Side of a cell, m.
    pub dx_m: f64,
}

impl Grid {
    pub(crate) fn n_cells(self) -> usize {
        self.n * self.n
    }

    pub(crate) fn n_nodes(self) -> usize {
        self.n * (self.n + 1)
    }

    /// Column right of `i`, around the window.
    pub(crate) fn next(self, i: usize) -> usize {
        if i + 1 == self.n { 0 } else { i + 1 }
    }

    /// Column `i`, around the window once: −n ≤ i < 2n.
    pub(crate) fn wrap(self, i: isize) -> usize {
        let n = self.n as isize;
        let inside = if i < 0 {
            i + n
        } else if i >= n {
            i - n
        } else {
            i
        };
        inside as usize
    }

    /// How many nodes of row `j` are metal: none and all let whole rows of cells be passed over.
    pub(crate) fn metal_nodes(self, level_set: &[f64], j: usize) -> usize {
        let row = &level_set[j * self.n..(j + 1) * self.n];
        row.iter().filter(|value| **value < 0.0).count()
    }

    /// The four corner nodes of cell (i, j), counter-clockwise from the lower left.
    pub(crate) fn corners(self, i: usize, j: usize) -> [usize; 4] {
        let (low, high, next) = (j * self.n, (j + 1) * self.n, self.next(i));
        [low + i, low + next, high + next, high + i]
    }

    /// Centre of a cell, m.
    pub(crate) fn centre_m(self, cell: usize) -> [f64; 2] {
        let (i, j) = (cell % self.n, cell / self.n);
        [(i as f64 + 0.5) * self.dx_m, (j as f64 + 0.5) * self.dx_m]
    }
}
