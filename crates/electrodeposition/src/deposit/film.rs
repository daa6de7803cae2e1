//! A film with a thickness of its own: where it is, and how well links and sites through it conduct.
//! Here because a film that bumps can thin, or break, is no resistance that travels with the metal.
//! Must not know: kinetics, the solver, time.
//!
//! The film fills F < 0 (in cells, at nodes) outside the metal, with F = (1 − χ)(y − h₀) + χ P − d: h₀ the first metal's
//! mean height, P the distance from the metal. For χ = 0 that is a flat top at h₀ + d that metal grows through, for
//! χ = 1 a layer of thickness d on the metal, between them a face that follows a bump by χ of its height, as the
//! stability formulas have it. Holes of a film with χ = 0 are columns of the window; otherwise they travel with the
//! metal, as its labels do.
//!
//! A link's conductivity is the mean over two lines across its face of what lies in series along them; F is linear
//! along each, so it says where the line leaves the film.
//!
//! A film may conduct differently along and across. Its directions are those of the foil, x and y, even where its face
//! is bent, so that links along one axis need one conductivity. Towards a tilted piece of front with the normal n the
//! resistance is n·ρn, ρ that of the two directions.

use super::front::{CutCell, Front, Segment};
use super::grid::Grid;
use super::labels::{FrontLabel, Labels};

/// What a film is made of, lengths in cells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct FilmShape {
    pub thickness: f64,
    pub conformality: f64,
    /// Height of the first metal's mean surface.
    pub base: f64,
    /// σ of the film across the foil over that of the electrolyte.
    pub across_ratio: f64,
    /// The same along the foil.
    pub along_ratio: f64,
}

/// Where the film is.
#[derive(Debug, Clone)]
pub(crate) struct FilmMap {
    shape: FilmShape,
    /// F at nodes.
    level: Vec<f64>,
    /// How deep each column of nodes lies in a hole, in cells; negative outside.
    depth_in_hole: Vec<f64>,
    nearest: Vec<u32>,
    squared: Vec<f64>,
}

const NONE: u32 = u32::MAX;
const OUTSIDE: f64 = 1.0;

impl FilmMap {
    /// `is_hole` by column of cells.
    pub(crate) fn new(grid: Grid, shape: FilmShape, is_hole: &[bool]) -> Self {
        let n = grid.n;
        // Nodes at a hole's edge lie on its boundary; a count of columns to the nearest edge serves as a distance.
        let depth = |node: usize| -> f64 {
            let at = |offset: isize| is_hole[grid.wrap(node as isize + offset)];
            let inside = at(0) && at(-1);
            if !inside && (at(0) || at(-1)) {
                return 0.0;
            }
            let away = (1..n as isize)
                .find(|s| at(*s) != inside || at(-1 - s) != inside)
                .unwrap_or(n as isize);
            away as f64 * if inside { 1.0 } else { -1.0 }
        };
        Self {
            shape,
            level: vec![OUTSIDE; grid.n_nodes()],
            depth_in_hole: (0..n).map(depth).collect(),
            nearest: vec![NONE; grid.n_nodes()],
            squared: vec![f64::INFINITY; grid.n_nodes()],
        }
    }

    pub(crate) fn is_rigid(&self) -> bool {
        self.shape.conformality == 0.0
    }

    /// Finds the film anew around a front whose cut cells are labelled.
    pub(crate) fn update(&mut self, grid: Grid, front: &Front, labels: &Labels) {
        let FilmShape {
            thickness,
            conformality: chi,
            base,
            ..
        } = self.shape;
        if chi > 0.0 {
            self.find_nearest(grid, front);
        }
        for node in 0..grid.n_nodes() {
            let (i, above) = (node % grid.n, (node / grid.n) as f64 - base);
            self.level[node] = if chi == 0.0 {
                (above - thickness).max(self.depth_in_hole[i])
            } else if self.nearest[node] == NONE {
                OUTSIDE
            } else {
                let cut = front.segments[self.nearest[node] as usize].cut as usize;
                let label = labels.get(front.cuts[cut].cell as usize);
                let face = (1.0 - chi) * above + chi * libm::sqrt(self.squared[node]) - thickness;
                if label == Some(FrontLabel::Pinhole) {
                    face.max(OUTSIDE)
                } else {
                    face
                }
            };
        }
    }

    /// Nearest piece of front of every node within the film's reach, handed on from node to node: exact but for rare
    /// ties, as every node compares true distances to the pieces that its neighbours found.
    fn find_nearest(&mut self, grid: Grid, front: &Front) {
        let n = grid.n;
        self.nearest.fill(NONE);
        self.squared.fill(f64::INFINITY);
        for (k, segment) in front.segments.iter().enumerate() {
            let cell = front.cuts[segment.cut as usize].cell as usize;
            for node in grid.corners(cell % n, cell / n) {
                self.offer(grid, front, node, k as u32);
            }
        }
        // Twice around, because the window repeats sideways.
        for _ in 0..2 {
            for j in 0..=n {
                for i in 0..n {
                    self.ask(grid, front, i, j, -1);
                }
                for i in (0..n).rev() {
                    self.ask(grid, front, i, j, -1);
                }
            }
            for j in (0..=n).rev() {
                for i in (0..n).rev() {
                    self.ask(grid, front, i, j, 1);
                }
                for i in 0..n {
                    self.ask(grid, front, i, j, 1);
                }
            }
        }
    }

    /// Asks the neighbours in the row and in the row `dj` away.
    fn ask(&mut self, grid: Grid, front: &Front, i: usize, j: usize, dj: isize) {
        let node = j * grid.n + i;
        let row = j as isize + dj;
        for (di, dj) in [(-1, 0), (1, 0), (-1, dj), (0, dj), (1, dj)] {
            if dj != 0 && (row < 0 || row > grid.n as isize) {
                continue;
            }
            let other = (j as isize + dj) as usize * grid.n + grid.wrap(i as isize + di);
            let found = self.nearest[other];
            if found != NONE && found != self.nearest[node] {
                self.offer(grid, front, node, found);
            }
        }
    }

    fn offer(&mut self, grid: Grid, front: &Front, node: usize, segment: u32) {
        let squared = squared_distance(grid, &front.segments[segment as usize], node);
        let reach = self.shape.thickness / self.shape.conformality + 3.0;
        if squared < self.squared[node] && squared < reach * reach {
            self.squared[node] = squared;
            self.nearest[node] = segment;
        }
    }

    /// F at a point inside a cell, bilinear between its corners.
    fn at(&self, grid: Grid, x: f64, y: f64) -> f64 {
        let (floor_x, floor_y) = (x.floor(), y.floor().clamp(0.0, grid.n as f64 - 1.0));
        let (u, v) = (x - floor_x, y - floor_y);
        let [a, b, c, d] = grid
            .corners(grid.wrap(floor_x as isize), floor_y as usize)
            .map(|node| self.level[node]);
        (1.0 - v) * ((1.0 - u) * a + u * b) + v * ((1.0 - u) * d + u * c)
    }

    /// Whether the front's piece in a cut cell touches the film.
    pub(crate) fn covers(&self, grid: Grid, cut: &CutCell) -> bool {
        let [x, y] = foot(grid, cut);
        self.at(grid, x, y) < 0.0
    }

    /// Conductivity over that of the electrolyte of the link from a cell to its right-hand (axis 0) or upper neighbour.
    pub(crate) fn link_ratio(&self, grid: Grid, cell: usize, axis: usize) -> f64 {
        let (x, y) = ((cell % grid.n) as f64 + 0.5, (cell / grid.n) as f64 + 0.5);
        let ratio = if axis == 0 {
            self.shape.along_ratio
        } else {
            self.shape.across_ratio
        };
        let line = |aside: f64| {
            let ends = if axis == 0 {
                [[x, y + aside], [x + 1.0, y + aside]]
            } else {
                [[x + aside, y], [x + aside, y + 1.0]]
            };
            let [a, b] = ends.map(|[x, y]| self.at(grid, x, y));
            1.0 / resistance(ratio, a, b)
        };
        0.5 * (line(-0.25) + line(0.25))
    }

    /// Conductivity of the film over that of the electrolyte, in a direction.
    fn ratio_towards(&self, [x, y]: [f64; 2]) -> f64 {
        let FilmShape {
            across_ratio,
            along_ratio,
            ..
        } = self.shape;
        if along_ratio == across_ratio {
            across_ratio
        } else {
            1.0 / (x * x / along_ratio + y * y / across_ratio)
        }
    }

    /// Resistance from the front to the centre of its cell, over that of the electrolyte across one cell, and the same of
    /// a whole cell of what the front touches.
    pub(crate) fn site_resistances(&self, grid: Grid, cut: &CutCell) -> [f64; 2] {
        let [x, y] = foot(grid, cut);
        let centre = [
            (cut.cell as usize % grid.n) as f64 + 0.5,
            (cut.cell as usize / grid.n) as f64 + 0.5,
        ];
        let at_front = self.at(grid, x, y);
        let ratio = self.ratio_towards(cut.normal);
        let touched = resistance(ratio, at_front, at_front);
        let outward = cut.distance.max(0.0);
        let at_centre = self.at(grid, centre[0], centre[1]);
        [outward * resistance(ratio, at_front, at_centre), touched]
    }
}

/// Resistance of a line of unit length between two values of F, over that of the electrolyte.
fn resistance(film_ratio: f64, a: f64, b: f64) -> f64 {
    let film = match (a < 0.0, b < 0.0) {
        (false, false) => 0.0,
        (true, true) => 1.0,
        (true, false) => a / (a - b),
        (false, true) => b / (b - a),
    };
    1.0 - film + film / film_ratio
}

/// The point of the front nearest to the cell's centre, kept inside the cell.
fn foot(grid: Grid, cut: &CutCell) -> [f64; 2] {
    let (i, j) = (
        (cut.cell as usize % grid.n) as f64,
        (cut.cell as usize / grid.n) as f64,
    );
    let within = |offset: f64| (0.5 - offset).clamp(0.0, 1.0 - 1e-9);
    [
        i + within(cut.distance * cut.normal[0]),
        j + within(cut.distance * cut.normal[1]),
    ]
}

/// From a node to a piece of front, around the window, in cells².
fn squared_distance(grid: Grid, segment: &Segment, node: usize) -> f64 {
    let n = grid.n as f64;
    let along = [
        segment.end[0] - segment.start[0],
        segment.end[1] - segment.start[1],
    ];
    let mut dx = (node % grid.n) as f64 - segment.start[0];
    dx -= n * libm::rint(dx / n);
    let dy = (node / grid.n) as f64 - segment.start[1];
    let length_squared = along[0] * along[0] + along[1] * along[1];
    let t = ((dx * along[0] + dy * along[1]) / length_squared).clamp(0.0, 1.0);
    let (gap_x, gap_y) = (dx - t * along[0], dy - t * along[1]);
    gap_x * gap_x + gap_y * gap_y
}
