//! What the front is made of, cell by cell: bare or coated zinc, a pinhole, or foil that does not plate.
//! Here because the film travels with the metal that pushes it, so new metal inherits what it grew from.
//! Must not know: potentials, speeds.
//!
//! Every cut cell has a label before every solve. A cell the front has just entered takes the label of the
//! neighbour with most metal; a neighbour across a corner counts for 1/√2, being that much farther. Passing is done
//! in rounds that read only what earlier rounds wrote, so the result does not depend on the order of cells. Foil
//! never passes its label on: metal that grew there came from a nucleus. A missing label is an error, because a
//! default would silently turn pinholes into film while charge and current still balance.

use super::front::Front;
use super::grid::Grid;
use super::metal_area::metal_fraction;
use serde::{Deserialize, Serialize};

/// State of a piece of the front.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FrontLabel {
    /// Foil between nuclei: no current until grown metal covers it.
    Foil,
    /// Growing zinc without a film, because the case has none.
    Bare,
    /// Growing zinc that carries the film on it.
    Coated,
    /// Growing zinc that came through a hole in the film, and is free of it.
    Pinhole,
}

impl FrontLabel {
    /// Whether current flows here.
    #[must_use]
    pub fn is_active(self) -> bool {
        self != Self::Foil
    }
}

/// Labels of all cells that are or were at the front.
#[derive(Debug, Clone)]
pub(crate) struct Labels {
    of_cell: Vec<Option<FrontLabel>>,
    /// Metal fraction of each cell by the foil alone: more than this is grown metal.
    foil_fraction: Vec<f64>,
    /// Grain of each cell that has a label.
    grain_of_cell: Vec<u16>,
    /// Cell, its new label and the cell it comes from.
    passed: Vec<(u32, FrontLabel, u32)>,
}

/// Share of a foil cell's free part that grown metal must fill before the cell plates itself.
///
/// A flank that creeps along the foil lowers the next node from its height h over the foil while it fills the cell
/// before it; starting when three quarters are filled makes it advance one cell while it grows one.
const COVERED_FROM: f64 = 0.75;
/// Grown metal that fills less than this share of a cell is used up when stripping.
const BARED_BELOW: f64 = 1e-3;
/// Shares of metal closer than this are equal.
const EQUAL_WITHIN: f64 = 1e-6;
const DIAGONAL: f64 = std::f64::consts::FRAC_1_SQRT_2;
/// Neighbours, nearest first; below comes first because deposits grow upwards.
const NEIGHBOURS: [(isize, isize, f64); 8] = [
    (0, -1, 1.0),
    (-1, 0, 1.0),
    (1, 0, 1.0),
    (0, 1, 1.0),
    (-1, -1, DIAGONAL),
    (1, -1, DIAGONAL),
    (-1, 1, DIAGONAL),
    (1, 1, DIAGONAL),
];

impl Labels {
    /// All of one grain.
    pub(crate) fn new(of_cell: Vec<Option<FrontLabel>>, foil_fraction: Vec<f64>) -> Self {
        let room = of_cell.len();
        Self {
            of_cell,
            foil_fraction,
            grain_of_cell: vec![0; room],
            passed: Vec::with_capacity(room),
        }
    }

    pub(crate) fn get(&self, cell: usize) -> Option<FrontLabel> {
        self.of_cell[cell]
    }

    pub(crate) fn with_grains(mut self, grain_of_cell: Vec<u16>) -> Self {
        self.grain_of_cell = grain_of_cell;
        self
    }

    pub(crate) fn grain(&self, cell: usize) -> u16 {
        self.grain_of_cell[cell]
    }

    pub(crate) fn set(&mut self, cell: usize, label: FrontLabel) {
        self.of_cell[cell] = Some(label);
    }

    pub(crate) fn set_grain(&mut self, cell: usize, grain: u16) {
        self.grain_of_cell[cell] = grain;
    }

    /// Makes cut cells foil again where stripping has taken all that grew there.
    pub(crate) fn uncover(&mut self, grid: Grid, front: &Front, level_set: &[f64]) {
        for cut in &front.cuts {
            let cell = cut.cell as usize;
            let corners = grid.corners(cell % grid.n, cell / grid.n);
            let grown = metal_fraction(corners.map(|node| level_set[node]));
            if grown <= self.foil_fraction[cell] + BARED_BELOW {
                self.of_cell[cell] = Some(FrontLabel::Foil);
            }
        }
    }

    /// Labels every cut cell.
    ///
    /// # Errors
    /// A cell that no labelled metal touches.
    pub(crate) fn pass_on(
        &mut self,
        grid: Grid,
        front: &Front,
        level_set: &[f64],
    ) -> Result<(), usize> {
        let fraction = |cell: usize| {
            metal_fraction(
                grid.corners(cell % grid.n, cell / grid.n)
                    .map(|node| level_set[node]),
            )
        };
        for cut in &front.cuts {
            let cell = cut.cell as usize;
            let covered = |foil: f64| foil + COVERED_FROM * (1.0 - foil);
            let is_foil = self.of_cell[cell] == Some(FrontLabel::Foil);
            if is_foil && fraction(cell) > covered(self.foil_fraction[cell]) {
                // Covered foil waits for the label of what covers it, and stays foil if that is foil too.
                if let Some((label, from)) = self.heaviest_neighbour(grid, cell, fraction) {
                    self.passed.push((cell as u32, label, from));
                }
            }
        }
        loop {
            let mut missing = None;
            for cut in &front.cuts {
                let cell = cut.cell as usize;
                if self.of_cell[cell].is_none() {
                    missing = missing.or(Some(cell));
                    if let Some((label, from)) = self.heaviest_neighbour(grid, cell, fraction) {
                        self.passed.push((cell as u32, label, from));
                    }
                }
            }
            let is_stuck = self.passed.is_empty();
            for (cell, label, from) in self.passed.drain(..) {
                self.of_cell[cell as usize] = Some(label);
                self.grain_of_cell[cell as usize] = self.grain_of_cell[from as usize];
            }
            match missing {
                None => return Ok(()),
                Some(cell) if is_stuck => return Err(cell),
                Some(_) => {}
            }
        }
    }

    fn heaviest_neighbour(
        &self,
        grid: Grid,
        cell: usize,
        fraction: impl Fn(usize) -> f64,
    ) -> Option<(FrontLabel, u32)> {
        let (i, j) = ((cell % grid.n) as isize, (cell / grid.n) as isize);
        let mut best: Option<(f64, FrontLabel, u32)> = None;
        for (di, dj, weight) in NEIGHBOURS {
            if j + dj < 0 || j + dj >= grid.n as isize {
                continue;
            }
            let other = (j + dj) as usize * grid.n + grid.wrap(i + di);
            let Some(label) = self.of_cell[other].filter(|label| label.is_active()) else {
                continue;
            };
            let metal = weight * fraction(other);
            // Shares equal but for round-off go to the later label in the enum, so that mirror images grow alike.
            let is_better = best.is_none_or(|(most, of, _)| {
                metal > most + EQUAL_WITHIN || (metal > most - EQUAL_WITHIN && label > of)
            });
            if metal > 0.0 && is_better {
                best = Some((metal, label, other as u32));
            }
        }
        best.map(|(_, label, from)| (label, from))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::{Front, FrontLabel, Grid, Labels};

    fn flat(n: usize, height: f64) -> (Grid, Vec<f64>, Front) {
        let grid = Grid { n, dx_m: 1.0 };
        let level_set: Vec<f64> = (0..grid.n_nodes())
            .map(|k| (k / n) as f64 - height)
            .collect();
        let mut front = Front::new(grid);
        front.trace(grid, &level_set);
        (grid, level_set, front)
    }

    #[test]
    fn new_cells_inherit_from_below() {
        let n = 16;
        let (grid, level_set, front) = flat(n, 3.5);
        let label = |cell: usize| {
            let kind = if cell % n < 4 {
                FrontLabel::Pinhole
            } else {
                FrontLabel::Coated
            };
            (cell / n < 3).then_some(kind)
        };
        let mut labels = Labels::new((0..n * n).map(label).collect(), vec![0.0; n * n]);
        labels.pass_on(grid, &front, &level_set).unwrap();
        for i in 0..n {
            assert_eq!(labels.get(3 * n + i), labels.get(2 * n + i), "column {i}");
        }
    }

    /// Metal without any labelled neighbour is an error, never film by default.
    #[test]
    fn a_label_is_never_invented() {
        let n = 16;
        let (grid, level_set, front) = flat(n, 3.5);
        let mut labels = Labels::new(vec![None; n * n], vec![0.0; n * n]);
        assert_eq!(labels.pass_on(grid, &front, &level_set), Err(3 * n));
    }

    /// Foil does not spread: beside it only grown metal passes its label on.
    #[test]
    fn foil_is_not_inherited() {
        let n = 16;
        let (grid, level_set, front) = flat(n, 3.5);
        let label = |cell: usize| {
            let kind = if cell % n == 7 {
                FrontLabel::Bare
            } else {
                FrontLabel::Foil
            };
            (cell / n < 3).then_some(kind)
        };
        let mut labels = Labels::new((0..n * n).map(label).collect(), vec![0.0; n * n]);
        labels.pass_on(grid, &front, &level_set).unwrap();
        assert!((0..n).all(|i| labels.get(3 * n + i) == Some(FrontLabel::Bare)));
    }
}
