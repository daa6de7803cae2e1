//! Which electrolyte the current can reach, and how many pockets it cannot.
//! Here because metal that closes around electrolyte makes a void: legal, without current, and worth counting.
//! Must not know: potentials.
//!
//! A flood from the top row through open faces visits each cell once. What it leaves dry falls into pockets, each
//! flooded in turn. A face that is open by less than a billionth carries nothing that could be resolved and counts
//! as closed.

use super::front::Front;
use super::grid::Grid;

pub(crate) const CLOSED_BELOW: f64 = 1e-9;
/// Pockets smaller than this many cells are grid noise where two fronts meet, not voids.
const SMALLEST_VOID_CELLS: usize = 4;

/// Result of the last survey.
#[derive(Debug, Clone)]
pub(crate) struct Connectivity {
    /// Per cell: 1 reached from the top, 2 in a pocket, 0 metal.
    pub region: Vec<u8>,
    pub n_voids: u32,
    stack: Vec<u32>,
}

impl Connectivity {
    pub(crate) fn new(grid: Grid) -> Self {
        Self {
            region: vec![0; grid.n_cells()],
            n_voids: 0,
            stack: Vec::with_capacity(grid.n_cells()),
        }
    }

    pub(crate) fn is_reached(&self, cell: usize) -> bool {
        self.region[cell] == 1
    }

    /// Floods the window from its top row, then every pocket.
    pub(crate) fn survey(&mut self, grid: Grid, front: &Front, level_set: &[f64]) {
        let n = grid.n;
        self.region.fill(0);
        self.n_voids = 0;
        for cell in (n - 1) * n..n * n {
            if has_electrolyte(grid, level_set, cell) {
                self.flood(grid, front, cell, 1);
            }
        }
        for cell in 0..n * n {
            if self.region[cell] == 0 && has_electrolyte(grid, level_set, cell) {
                let size = self.flood(grid, front, cell, 2);
                self.n_voids += u32::from(size >= SMALLEST_VOID_CELLS);
            }
        }
    }

    fn flood(&mut self, grid: Grid, front: &Front, from: usize, region: u8) -> usize {
        let n = grid.n;
        if self.region[from] != 0 {
            return 0;
        }
        self.region[from] = region;
        self.stack.push(from as u32);
        let mut size = 0;
        while let Some(cell) = self.stack.pop() {
            size += 1;
            let cell = cell as usize;
            let (i, j) = (cell % n, cell / n);
            let right = j * n + grid.next(i);
            let left = j * n + grid.wrap(i as isize - 1);
            let mut enter = |open: f64, to: usize| {
                if open > CLOSED_BELOW && self.region[to] == 0 {
                    self.region[to] = region;
                    self.stack.push(to as u32);
                }
            };
            enter(front.right_open[cell], right);
            enter(front.right_open[left], left);
            if j + 1 < n {
                enter(front.up_open[cell], cell + n);
            }
            if j > 0 {
                enter(front.up_open[cell - n], cell - n);
            }
        }
        size
    }
}

fn has_electrolyte(grid: Grid, level_set: &[f64], cell: usize) -> bool {
    grid.corners(cell % grid.n, cell / grid.n)
        .iter()
        .any(|node| level_set[*node] >= 0.0)
}
