//! Values at the centres of square cells, with one ring of cells around them that stands for the boundary.
//! Here because a stencil that never asks where it is runs without branches.
//! Must not know: equations.

/// What lies beyond two opposite edges, or beyond one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Edge {
    /// The other side of the domain.
    Periodic,
    /// No flux.
    Closed,
    /// A value held on the cells' outer faces.
    Held(f64),
}

/// The edges of a field. Left and right are alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Edges {
    pub sides: Edge,
    pub bottom: Edge,
    pub top: Edge,
}

impl Edges {
    pub(super) const PERIODIC: Self = Self {
        sides: Edge::Periodic,
        bottom: Edge::Periodic,
        top: Edge::Periodic,
    };
}

/// Unused values before a row's ring cell, so that its inner cells begin where a line of the cache may begin.
const BEFORE_RING: usize = 7;

/// nx × ny cells and their ring, row-major, row 0 of the inner cells at the bottom.
#[derive(Debug, Clone)]
pub(super) struct Field {
    pub nx: usize,
    pub ny: usize,
    /// From a row to the next.
    stride: usize,
    values: Vec<f64>,
}

impl Field {
    pub(super) fn new(nx: usize, ny: usize) -> Self {
        let stride = (BEFORE_RING + nx + 2).next_multiple_of(BEFORE_RING + 1);
        Self {
            nx,
            ny,
            stride,
            values: vec![0.0; stride * (ny + 2)],
        }
    }

    /// Sets every inner cell from its column and row.
    pub(super) fn fill(&mut self, value: impl Fn(usize, usize) -> f64) {
        for j in 0..self.ny {
            for (i, cell) in self.row_mut(j).iter_mut().enumerate() {
                *cell = value(i, j);
            }
        }
    }

    /// The left ring cell of a row, the lower ring row being row 0.
    fn start(&self, row: usize) -> usize {
        row * self.stride + BEFORE_RING
    }

    /// Inner cells of row `j`.
    pub(super) fn row(&self, j: usize) -> &[f64] {
        let start = self.start(j + 1) + 1;
        &self.values[start..start + self.nx]
    }

    pub(super) fn row_mut(&mut self, j: usize) -> &mut [f64] {
        let start = self.start(j + 1) + 1;
        &mut self.values[start..start + self.nx]
    }

    /// Rows j − 1, j and j + 1, each with one cell of the ring at both ends.
    pub(super) fn rows_around(&self, j: usize) -> [&[f64]; 3] {
        [j, j + 1, j + 2].map(|row| &self.values[self.start(row)..self.start(row) + self.nx + 2])
    }

    /// Writes the ring.
    pub(super) fn surround(&mut self, edges: Edges) {
        let (nx, ny, width) = (self.nx, self.ny, self.nx + 2);
        for row in self.values.chunks_exact_mut(self.stride) {
            let row = &mut row[BEFORE_RING..];
            (row[0], row[nx + 1]) = match edges.sides {
                Edge::Periodic => (row[nx], row[1]),
                Edge::Closed => (row[1], row[nx]),
                Edge::Held(value) => (2.0 * value - row[1], 2.0 * value - row[nx]),
            };
        }
        let mut copy = |from: usize, to: usize, edge: Edge| {
            let (from, to) = (self.start(from), self.start(to));
            for i in 0..width {
                let inner = self.values[from + i];
                self.values[to + i] = match edge {
                    Edge::Periodic | Edge::Closed => inner,
                    Edge::Held(value) => 2.0 * value - inner,
                };
            }
        };
        let is_periodic = |edge: Edge| edge == Edge::Periodic;
        copy(
            if is_periodic(edges.bottom) { ny } else { 1 },
            0,
            edges.bottom,
        );
        copy(
            if is_periodic(edges.top) { 1 } else { ny },
            ny + 1,
            edges.top,
        );
    }

    /// Mean over the inner cells.
    pub(super) fn mean(&self) -> f64 {
        let sum: f64 = (0..self.ny).map(|j| self.row(j).iter().sum::<f64>()).sum();
        sum / (self.nx * self.ny) as f64
    }
}
