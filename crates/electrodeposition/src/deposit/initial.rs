//! The first metal: a foil, rough or smooth, with nuclei on it and holes in its film.
//! Here because heterogeneity is an input of the model, and this is where it comes in.
//! Must not know: fields, motion.
//!
//! The foil's mean surface is placed in the middle of a row of cells (at most half a cell from the thickness asked
//! for), so that a flat foil never lies on a line of nodes. A roughness Rq is the sum of eight waves with random
//! phases: each wave a·cos has mean square a²/2, so a = Rq √(2/8). Nuclei are discs centred on the surface, anywhere
//! (a Poisson process of which the number is known). With nuclei the foil between them takes no current; without, the
//! whole foil plates. Each pinhole lies somewhere in its own equal share of the width, is rounded to whole cells, and
//! is bare, active zinc.

use super::error::DepositError;
use super::grid::Grid;
use super::labels::FrontLabel;
use super::metal_area::metal_fraction;
use super::random::Random;
use super::texture::Texture;
use crate::case::Case;
use std::f64::consts::{PI, TAU};

/// What a deposit starts from.
#[derive(Debug, Clone)]
pub(crate) struct InitialMetal {
    /// Nodal level set, m, negative in metal; its zero line is right, its distances are made so later.
    pub level_set_m: Vec<f64>,
    pub label_of_cell: Vec<Option<FrontLabel>>,
    /// Metal fraction of every cell by the foil alone.
    pub foil_fraction: Vec<f64>,
    /// Level set of the foil alone, m.
    pub foil_m: Vec<f64>,
    pub grain_of_cell: Vec<u16>,
    pub texture: Texture,
    /// By column of cells.
    pub is_pinhole: Vec<bool>,
    /// What later events draw from.
    pub random: Random,
}

const N_WAVES: usize = 8;
/// Rows of electrolyte there must be above the first metal.
const ROOM_ABOVE_CELLS: f64 = 8.0;

impl InitialMetal {
    /// Foil, nuclei and pinholes of a case.
    pub(crate) fn of(case: &Case, grid: Grid) -> Result<Self, DepositError> {
        let mut random = Random::new(case.run.seed);
        let surface = Foil::of(case, grid, &mut random);
        let width_m = case.deposit.width_m;
        let radius_m = case.deposit.nucleus_radius_m;
        let nuclei: Vec<f64> = (0..case.deposit.nuclei)
            .map(|_| random.uniform() * width_m)
            .collect();
        let is_pinhole = pinhole_columns(case, grid, &mut random);

        let height_m = surface.highest_m() + if nuclei.is_empty() { 0.0 } else { radius_m };
        let window_m = grid.n as f64 * grid.dx_m;
        if height_m > window_m - ROOM_ABOVE_CELLS * grid.dx_m {
            return Err(DepositError::NoRoom { height_m, window_m });
        }

        let centres: Vec<[f64; 2]> = nuclei
            .iter()
            .map(|at| [*at, surface.height_m(*at)])
            .collect();
        let disc = |x: f64, y: f64| {
            centres.iter().fold(f64::INFINITY, |nearest, at| {
                let aside = (x - at[0]).abs();
                let aside = aside.min(width_m - aside);
                let up = y - at[1];
                nearest.min(libm::sqrt(aside * aside + up * up) - radius_m)
            })
        };
        let foil = nodal(grid, |x, y| surface.distance_m(x, y));
        let level_set_m = nodal(grid, |x, y| surface.distance_m(x, y).min(disc(x, y)));
        let fraction = |values: &[f64], cell: usize| {
            metal_fraction(
                grid.corners(cell % grid.n, cell / grid.n)
                    .map(|node| values[node]),
            )
        };
        let foil_fraction: Vec<f64> = (0..grid.n_cells())
            .map(|cell| fraction(&foil, cell))
            .collect();
        let film = if case.plates_under_film() {
            FrontLabel::Coated
        } else {
            FrontLabel::Bare
        };
        let label_of_cell = (0..grid.n_cells())
            .map(|cell| {
                let metal = fraction(&level_set_m, cell);
                let is_grown = nuclei.is_empty() || metal > foil_fraction[cell] + 1e-9;
                let label = match (is_pinhole[cell % grid.n], is_grown) {
                    (true, _) => FrontLabel::Pinhole,
                    (false, true) => film,
                    (false, false) => FrontLabel::Foil,
                };
                (metal > 0.0).then_some(label)
            })
            .collect();
        let mut texture = Texture::new(case);
        let centres_m = if nuclei.is_empty() {
            grain_centres(case, &mut random)
        } else {
            nuclei
        };
        let grain_of_centre: Vec<u16> = centres_m
            .iter()
            .map(|_| texture.add_grain(&mut random))
            .collect();
        let nearest = |column: usize| {
            let x = (column as f64 + 0.5) * grid.dx_m;
            let mut best = (f64::INFINITY, 0);
            for (at, grain) in centres_m.iter().zip(&grain_of_centre) {
                let aside = (x - at).abs();
                let aside = aside.min(width_m - aside);
                if aside < best.0 {
                    best = (aside, *grain);
                }
            }
            best.1
        };
        let grain_of_column: Vec<u16> = (0..grid.n).map(nearest).collect();
        let grain_of_cell = (0..grid.n_cells())
            .map(|cell| grain_of_column[cell % grid.n])
            .collect();
        Ok(Self {
            level_set_m,
            label_of_cell,
            foil_fraction,
            foil_m: foil,
            grain_of_cell,
            texture,
            is_pinhole,
            random,
        })
    }

    /// Metal of any shape, wholly active, under the film of the case (or bare), without pinholes.
    pub(crate) fn of_shape(case: &Case, grid: Grid, distance_m: impl Fn(f64, f64) -> f64) -> Self {
        let level_set_m = nodal(grid, distance_m);
        let film = if case.plates_under_film() {
            FrontLabel::Coated
        } else {
            FrontLabel::Bare
        };
        let label_of_cell = (0..grid.n_cells())
            .map(|cell| {
                let corners = grid.corners(cell % grid.n, cell / grid.n);
                (metal_fraction(corners.map(|node| level_set_m[node])) > 0.0).then_some(film)
            })
            .collect();
        Self {
            level_set_m,
            label_of_cell,
            foil_fraction: vec![0.0; grid.n_cells()],
            foil_m: vec![f64::INFINITY; grid.n_nodes()],
            grain_of_cell: vec![0; grid.n_cells()],
            texture: Texture::new(case),
            is_pinhole: vec![false; grid.n],
            random: Random::new(case.run.seed),
        }
    }
}

fn nodal(grid: Grid, f: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    let at = |k: usize| {
        (
            (k % grid.n) as f64 * grid.dx_m,
            (k / grid.n) as f64 * grid.dx_m,
        )
    };
    (0..grid.n_nodes()).map(|k| f(at(k).0, at(k).1)).collect()
}

/// A surface h(x) = mean + Σ a cos(k x + phase).
struct Foil {
    mean_m: f64,
    amplitude_m: f64,
    lowest_m: f64,
    wave_number: f64,
    phases: [f64; N_WAVES],
}

impl Foil {
    fn of(case: &Case, grid: Grid, random: &mut Random) -> Self {
        // A film that conducts electrons is part of the electrode: zinc starts on top of it.
        let film_m = if case.plates_on_film() {
            case.coating.thickness_m
        } else {
            0.0
        };
        let below_m = case.deposit.foil_thickness_m + film_m;
        let rows = libm::round(below_m / grid.dx_m - 0.5).max(1.0);
        let mut phases = [0.0; N_WAVES];
        phases.fill_with(|| TAU * random.uniform());
        Self {
            mean_m: (rows + 0.5) * grid.dx_m,
            amplitude_m: case.deposit.initial_roughness_m * libm::sqrt(2.0 / N_WAVES as f64),
            lowest_m: 1.5 * grid.dx_m,
            wave_number: 2.0 * PI / case.deposit.width_m,
            phases,
        }
    }

    fn highest_m(&self) -> f64 {
        self.mean_m + self.amplitude_m * N_WAVES as f64
    }

    fn height_m(&self, x: f64) -> f64 {
        let waves = self.phases.iter().zip(1..).map(|(phase, m)| {
            self.amplitude_m * libm::cos(f64::from(m) * self.wave_number * x + phase)
        });
        (self.mean_m + waves.sum::<f64>()).max(self.lowest_m)
    }

    /// Distance to first order: the vertical gap times the cosine of the slope.
    fn distance_m(&self, x: f64, y: f64) -> f64 {
        let slope: f64 = self
            .phases
            .iter()
            .zip(1..)
            .map(|(phase, m)| {
                let k = f64::from(m) * self.wave_number;
                -self.amplitude_m * k * libm::sin(k * x + phase)
            })
            .sum();
        (y - self.height_m(x)) / libm::sqrt(1.0 + slope * slope)
    }
}

/// One grain somewhere in each equal share of the width.
fn grain_centres(case: &Case, random: &mut Random) -> Vec<f64> {
    let share_m = case.deposit.width_m / f64::from(case.deposit.grains);
    (0..case.deposit.grains)
        .map(|k| (f64::from(k) + random.uniform()) * share_m)
        .collect()
}

fn pinhole_columns(case: &Case, grid: Grid, random: &mut Random) -> Vec<bool> {
    let mut is_pinhole = vec![false; grid.n];
    let n_pinholes = case.coating.pinholes as usize;
    if n_pinholes == 0 || !case.plates_under_film() {
        return is_pinhole;
    }
    let share = grid.n as f64 / n_pinholes as f64;
    let width = libm::round(case.coating.pinhole_width_m / grid.dx_m).max(1.0);
    for k in 0..n_pinholes {
        let free = (share - width).max(0.0);
        let first = (k as f64 * share + random.uniform() * free) as usize;
        for i in first..first + width as usize {
            is_pinhole[i % grid.n] = true;
        }
    }
    is_pinhole
}
