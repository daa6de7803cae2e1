//! The front as straight pieces in cut cells, and how far each cell face is open to the electrolyte.
//! Here because field, labels and motion all read the same trace of the level set.
//! Must not know: currents, labels, time.
//!
//! In a saddle the bilinear value decides: with f = m₁m₂ − e₁e₂ over a negative sum, the saddle point is metal when
//! m₁m₂ > e₁e₂. A cell keeps one record whatever the number of its pieces: their length is added, the distance from
//! the cell's centre and the normal are averaged by length, because the field has one unknown a cell.

use super::grid::Grid;

/// One cell that the front crosses. Lengths in cells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct CutCell {
    pub cell: u32,
    /// Length of the front inside.
    pub length: f64,
    /// From the front to the cell's centre, positive when the centre is in the electrolyte.
    pub distance: f64,
    /// Unit normal into the electrolyte; zero in a saddle, where it has no meaning.
    pub normal: [f64; 2],
}

/// One straight piece of the front. Positions in cells; x may leave the window by one cell at its right edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Segment {
    pub start: [f64; 2],
    pub end: [f64; 2],
    /// Index of its cut cell.
    pub cut: u32,
}

/// Trace of one level set.
#[derive(Debug, Clone)]
pub(crate) struct Front {
    pub cuts: Vec<CutCell>,
    pub segments: Vec<Segment>,
    /// Open fraction of each cell's right-hand face.
    pub right_open: Vec<f64>,
    /// Open fraction of each cell's upper face.
    pub up_open: Vec<f64>,
    /// Per cell: 1 + index of its cut-cell record, or 0.
    pub cut_of_cell: Vec<u32>,
}

/// Room for front records, as a multiple of the cells across: a front some sixty times as long as the window is wide.
const ROOM_PER_COLUMN: usize = 64;
/// A piece shorter than this has no direction.
const SHORTEST: f64 = 1e-10;

impl Front {
    pub(crate) fn new(grid: Grid) -> Self {
        let room = (ROOM_PER_COLUMN * grid.n).min(2 * grid.n_cells());
        Self {
            cuts: Vec::with_capacity(room),
            segments: Vec::with_capacity(room),
            right_open: vec![0.0; grid.n_cells()],
            up_open: vec![0.0; grid.n_cells()],
            cut_of_cell: vec![0; grid.n_cells()],
        }
    }

    /// Traces the zero line. Allocates only if the front outgrows its room.
    pub(crate) fn trace(&mut self, grid: Grid, level_set: &[f64]) {
        let n = grid.n;
        self.cuts.clear();
        self.segments.clear();
        self.cut_of_cell.fill(0);
        let mut low_metal = grid.metal_nodes(level_set, 0);
        for j in 0..n {
            let high_metal = grid.metal_nodes(level_set, j + 1);
            match low_metal + high_metal {
                0 => self.fill_row(n, j, 1.0),
                all if all == 2 * n => self.fill_row(n, j, 0.0),
                _ => self.trace_row(grid, level_set, j),
            }
            low_metal = high_metal;
        }
        self.up_open[(n - 1) * n..].fill(0.0);
    }

    /// A row of cells without metal, or without electrolyte.
    fn fill_row(&mut self, n: usize, j: usize, open: f64) {
        self.right_open[j * n..(j + 1) * n].fill(open);
        self.up_open[j * n..(j + 1) * n].fill(open);
    }

    fn trace_row(&mut self, grid: Grid, level_set: &[f64], j: usize) {
        for i in 0..grid.n {
            let cell = j * grid.n + i;
            let corner = grid.corners(i, j).map(|node| level_set[node]);
            self.right_open[cell] = open_fraction(corner[1], corner[2]);
            self.up_open[cell] = open_fraction(corner[3], corner[2]);
            let n_metal = corner.iter().filter(|v| **v < 0.0).count();
            if n_metal != 0 && n_metal != 4 {
                self.cut(cell, [i as f64, j as f64], corner);
            }
        }
    }

    fn cut(&mut self, cell: usize, origin: [f64; 2], corner: [f64; 4]) {
        let cut = self.cuts.len() as u32;
        let metal = corner.map(|v| v < 0.0);
        let is_saddle = metal[0] == metal[2] && metal[1] == metal[3];
        let mut record = CutCell {
            cell: cell as u32,
            length: 0.0,
            distance: 0.0,
            normal: [0.0; 2],
        };
        if is_saddle {
            let (m, e) = if metal[0] { (0, 1) } else { (1, 0) };
            let is_joined = corner[m] * corner[m + 2] > corner[e] * corner[e + 2];
            // Joined metal leaves the electrolyte in two corners, split metal lies in two corners itself.
            let first = if is_joined { e } else { m };
            for k in [first, (first + 2) % 4] {
                self.add_piece(&mut record, cut, origin, corner, [(k + 3) % 4, k]);
            }
            record.normal = [0.0; 2];
        } else {
            let mut edges = [0; 2];
            let crossed = (0..4).filter(|k| metal[*k] != metal[(k + 1) % 4]);
            for (edge, k) in edges.iter_mut().zip(crossed) {
                *edge = k;
            }
            self.add_piece(&mut record, cut, origin, corner, edges);
        }
        if record.length > 0.0 {
            record.distance /= record.length;
        }
        self.cuts.push(record);
        self.cut_of_cell[cell] = cut + 1;
    }

    /// Adds the piece between two crossed edges (edge k runs from corner k to corner k + 1).
    fn add_piece(
        &mut self,
        record: &mut CutCell,
        cut: u32,
        origin: [f64; 2],
        corner: [f64; 4],
        edges: [usize; 2],
    ) {
        let [p, q] = edges.map(|k| crossing(corner, k));
        let along = [q[0] - p[0], q[1] - p[1]];
        let length = libm::sqrt(along[0] * along[0] + along[1] * along[1]);
        if length < SHORTEST {
            return;
        }
        let mut normal = [along[1] / length, -along[0] / length];
        let side = |point: [f64; 2]| normal[0] * (point[0] - p[0]) + normal[1] * (point[1] - p[1]);
        // The corner cut off or the farthest one tells the sides apart most clearly.
        let saddle_corner = edges[1];
        let is_saddle =
            (corner[0] < 0.0) == (corner[2] < 0.0) && (corner[1] < 0.0) == (corner[3] < 0.0);
        let judge = if is_saddle {
            saddle_corner
        } else {
            (0..4).fold(0, |best, k| {
                if side(CORNERS[k]).abs() > side(CORNERS[best]).abs() {
                    k
                } else {
                    best
                }
            })
        };
        let centre = side([0.5, 0.5]);
        let flip = if (side(CORNERS[judge]) > 0.0) == (corner[judge] >= 0.0) {
            1.0
        } else {
            -1.0
        };
        normal = [flip * normal[0], flip * normal[1]];
        record.length += length;
        record.distance += flip * centre * length;
        record.normal = normal;
        let place = |point: [f64; 2]| [origin[0] + point[0], origin[1] + point[1]];
        self.segments.push(Segment {
            start: place(p),
            end: place(q),
            cut,
        });
    }
}

const CORNERS: [[f64; 2]; 4] = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]];

/// Where the zero line crosses edge k of the unit cell.
fn crossing(corner: [f64; 4], k: usize) -> [f64; 2] {
    let to = (k + 1) % 4;
    let t = corner[k] / (corner[k] - corner[to]);
    let (a, b) = (CORNERS[k], CORNERS[to]);
    [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
}

/// Part of an edge that lies in the electrolyte, from its end values.
fn open_fraction(a: f64, b: f64) -> f64 {
    match (a < 0.0, b < 0.0) {
        (false, false) => 1.0,
        (true, true) => 0.0,
        (true, false) => b / (b - a),
        (false, true) => a / (a - b),
    }
}
