//! Which electrolyte the current can reach, and how many pockets it cannot.
//! Here because metal that closes around electrolyte makes a void: legal, without current, and worth counting.
//! Must not know: potentials.
//!
//! A flood from the top row through open faces visits each cell once. What it leaves dry falls into pockets, each
//! flooded in turn. A face that is open by less than a billionth carries nothing that could be resolved and counts
//! as closed.

use super::front::Front;
use super::grid::Grid;
use super::metal_area::metal_fraction;

pub(crate) const CLOSED_BELOW: f64 = 1e-9;
/// Pockets smaller than this many cells are grid noise where two fronts meet, not voids.
const SMALLEST_VOID_CELLS: usize = 4;

const AROUND: [(isize, isize); 8] = [
    (-1, 0),
    (1, 0),
    (0, -1),
    (0, 1),
    (-1, -1),
    (1, -1),
    (-1, 1),
    (1, 1),
];

/// Result of the last survey.
#[derive(Debug, Clone)]
pub(crate) struct Connectivity {
    /// Per cell: 1 reached from the top, 2 in a pocket, 0 metal.
    pub region: Vec<u8>,
    pub n_voids: u32,
    /// Per node: whether its metal hangs together with the foil. Kept only where stripping may cut metal off.
    is_rooted: Vec<bool>,
    watches_metal: bool,
    stack: Vec<u32>,
}

impl Connectivity {
    pub(crate) fn new(grid: Grid) -> Self {
        Self {
            region: vec![0; grid.n_cells()],
            n_voids: 0,
            is_rooted: vec![false; grid.n_nodes()],
            watches_metal: false,
            stack: Vec::with_capacity(grid.n_nodes()),
        }
    }

    /// From now on metal is followed, too.
    pub(crate) fn watch_metal(&mut self) {
        self.watches_metal = true;
    }

    pub(crate) fn is_reached(&self, cell: usize) -> bool {
        self.region[cell] == 1
    }

    /// Whether current can pass in a cut cell: electrolyte that is reached, and metal that hangs together with the foil.
    pub(crate) fn carries_current(&self, grid: Grid, cell: usize) -> bool {
        let is_rooted = |node: &usize| self.is_rooted[*node];
        let corners = grid.corners(cell % grid.n, cell / grid.n);
        self.is_reached(cell) && (!self.watches_metal || corners.iter().any(is_rooted))
    }

    /// Metal of a cell that is cut off from the foil, as a fraction of the cell.
    pub(crate) fn dead_fraction(&self, grid: Grid, level_set: &[f64], cell: usize) -> f64 {
        let corners = grid.corners(cell % grid.n, cell / grid.n);
        if !self.watches_metal || corners.iter().any(|node| self.is_rooted[*node]) {
            return 0.0;
        }
        metal_fraction(corners.map(|node| level_set[node]))
    }

    /// Follows metal from the bottom row of nodes, along the grid's lines and through joined saddles.
    fn follow_metal(&mut self, grid: Grid, level_set: &[f64]) {
        let n = grid.n;
        self.is_rooted.fill(false);
        for (node, value) in level_set[..n].iter().enumerate() {
            if *value < 0.0 {
                self.is_rooted[node] = true;
                self.stack.push(node as u32);
            }
        }
        while let Some(node) = self.stack.pop() {
            let (i, j) = ((node as usize % n) as isize, (node as usize / n) as isize);
            for (di, dj) in AROUND {
                if j + dj < 0 || j + dj > n as isize {
                    continue;
                }
                let row = |b: isize| (j + b) as usize * n;
                let column = |a: isize| grid.wrap(i + a);
                let other = row(dj) + column(di);
                if self.is_rooted[other] || level_set[other] >= 0.0 {
                    continue;
                }
                if di != 0 && dj != 0 {
                    let sides = level_set[row(0) + column(di)] * level_set[row(dj) + column(0)];
                    let ends = level_set[node as usize] * level_set[other];
                    let is_saddle = level_set[row(0) + column(di)] >= 0.0
                        && level_set[row(dj) + column(0)] >= 0.0;
                    if is_saddle && ends <= sides {
                        continue;
                    }
                }
                self.is_rooted[other] = true;
                self.stack.push(other as u32);
            }
        }
    }

    /// Floods the window from its top row, then every pocket.
    pub(crate) fn survey(&mut self, grid: Grid, front: &Front, level_set: &[f64]) {
        let n = grid.n;
        if self.watches_metal {
            self.follow_metal(grid, level_set);
        }
        self.region.fill(0);
        self.n_voids = 0;
        for cell in (n - 1) * n..n * n {
            self.region[cell] = u8::from(has_electrolyte(grid, level_set, cell));
        }
        self.pour(grid, front);
        self.spread(grid, front, 1);
        for j in 0..n {
            let metal = grid.metal_nodes(level_set, j) + grid.metal_nodes(level_set, j + 1);
            if metal == 2 * n {
                continue;
            }
            for cell in j * n..(j + 1) * n {
                if self.region[cell] == 0 && has_electrolyte(grid, level_set, cell) {
                    self.region[cell] = 2;
                    self.stack.push(cell as u32);
                    let size = self.spread(grid, front, 2);
                    self.n_voids += u32::from(size >= SMALLEST_VOID_CELLS);
                }
            }
        }
    }

    /// Lets the top row's electrolyte run down and sideways, row by row, which reaches nearly all there is. What it could
    /// reach by rising again is left on the stack.
    fn pour(&mut self, grid: Grid, front: &Front) {
        let n = grid.n;
        for j in (0..n).rev() {
            let (lower, upper) = self.region.split_at_mut((j + 1) * n);
            let row = &mut lower[j * n..];
            let open = &front.up_open[j * n..(j + 1) * n];
            for ((own, above), open) in row.iter_mut().zip(&*upper).zip(open) {
                *own |= u8::from(*open > CLOSED_BELOW) & *above;
            }
            if row.iter().map(|own| usize::from(*own)).sum::<usize>() < n {
                run_sideways(row, &front.right_open[j * n..(j + 1) * n]);
            }
            for i in 0..n.min(upper.len()) {
                if row[i] == 1 && upper[i] == 0 && open[i] > CLOSED_BELOW {
                    self.stack.push((j * n + i) as u32);
                }
            }
        }
    }

    /// Floods on from the cells on the stack, which belong to `region`; returns how many cells were looked at.
    fn spread(&mut self, grid: Grid, front: &Front, region: u8) -> usize {
        let n = grid.n;
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

/// Marks what of a row its marked cells can reach without leaving it, to the right and to the left, twice around.
fn run_sideways(row: &mut [u8], right_open: &[f64]) {
    let n = row.len();
    for i in 0..2 * n {
        let (from, to) = (i % n, (i + 1) % n);
        row[to] |= u8::from(right_open[from] > CLOSED_BELOW) & row[from];
    }
    for i in (0..2 * n).rev() {
        let (from, to) = ((i + 1) % n, i % n);
        row[to] |= u8::from(right_open[to] > CLOSED_BELOW) & row[from];
    }
}

fn has_electrolyte(grid: Grid, level_set: &[f64], cell: usize) -> bool {
    grid.corners(cell % grid.n, cell / grid.n)
        .iter()
        .any(|node| level_set[*node] >= 0.0)
}
