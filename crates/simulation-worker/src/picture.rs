//! The deposit cell by cell in two bytes: how much metal, and what lies on it.
//! Here because a signed distance in doubles is sixteen times as much to send, and no screen shows more.
//! Must not know: colours.

use electrodeposition::case::Case;
use electrodeposition::deposit::{Deposit, FrontLabel, FrontSegment};

use crate::Picture;

/// Where the film of a run is: at F < 0 with F = (1 − χ)(y − h₀) + χ P − d, P the distance from the metal, as the engine
/// has it.
#[derive(Debug, Clone)]
pub(crate) struct FilmShape {
    /// d; zero for bare zinc.
    thickness_m: f64,
    /// χ.
    conformality: f64,
    /// h₀, mean surface of the first metal.
    first_height_m: f64,
    /// Columns of the window over which a rigid film is open.
    is_hole: Vec<bool>,
}

impl FilmShape {
    /// From a deposit at its start.
    pub(crate) fn of(case: &Case, deposit: &Deposit) -> Self {
        let (n_x, _) = deposit.n_cells();
        let mut is_hole = vec![false; n_x];
        let holes = deposit
            .front()
            .filter(|piece| piece.label == FrontLabel::Pinhole);
        for piece in holes {
            let middle_m = 0.5 * (piece.start_m[0] + piece.end_m[0]);
            is_hole[(middle_m / deposit.cell_size_m()) as usize % n_x] = true;
        }
        Self {
            thickness_m: case.coating.thickness_m,
            conformality: case.coating.conformality,
            first_height_m: mean_height_m(deposit),
            is_hole,
        }
    }
}

/// Mean over the node columns of the highest place where metal ends.
fn mean_height_m(deposit: &Deposit) -> f64 {
    let (n_x, n_y) = deposit.n_cells();
    let nodes = deposit.signed_distance_m();
    let height = |i: usize| {
        (0..n_y)
            .rev()
            .find_map(|j| {
                let (low, high) = (nodes[j * n_x + i], nodes[(j + 1) * n_x + i]);
                (low < 0.0 && high >= 0.0).then(|| j as f64 + low / (low - high))
            })
            .unwrap_or(0.0)
    };
    (0..n_x).map(height).sum::<f64>() / n_x as f64 * deposit.cell_size_m()
}

/// Draws a deposit. A film that follows the metal lies on all of it but that of pinholes; it is drawn at least one cell
/// thick, and the surface of film-free metal one cell.
pub(crate) fn picture(deposit: &Deposit, film: &FilmShape) -> Picture {
    let (n_x, n_y) = deposit.n_cells();
    Picture {
        n_x: n_x as u32,
        n_y: n_y as u32,
        metal: metal(deposit),
        mask: if film.thickness_m > 0.0 {
            mask(deposit, film)
        } else {
            vec![Picture::OPEN; n_x * n_y]
        },
    }
}

/// Metal fraction by the mean distance of a cell's corners, which is exact for a front along the grid.
fn metal(deposit: &Deposit) -> Vec<u8> {
    let (n_x, n_y) = deposit.n_cells();
    let nodes = deposit.signed_distance_m();
    let cell_m = deposit.cell_size_m();
    let fraction = |cell: usize| {
        let (i, j) = (cell % n_x, cell / n_x);
        let right = (i + 1) % n_x;
        let corners = [
            j * n_x + i,
            j * n_x + right,
            (j + 1) * n_x + i,
            (j + 1) * n_x + right,
        ];
        let distance_m = corners.iter().map(|&node| nodes[node]).sum::<f64>() / 4.0;
        // A cast from a number that was lost gives 0: electrolyte.
        ((0.5 - distance_m / cell_m).clamp(0.0, 1.0) * 255.0).round() as u8
    };
    (0..n_x * n_y).map(fraction).collect()
}

/// What covers each cell near the front, by the front's nearest piece; a rigid film is where it is, whatever is near.
fn mask(deposit: &Deposit, film: &FilmShape) -> Vec<u8> {
    let (n_x, n_y) = deposit.n_cells();
    let cell_m = deposit.cell_size_m();
    let chi = film.conformality;
    let is_rigid = chi == 0.0;
    let window_m = cell_m * n_y as f64;
    let reach_m = if is_rigid {
        cell_m
    } else {
        (film.thickness_m / chi).clamp(cell_m, window_m)
    };
    // Above this height a film that does not follow the metal has its end, at a distance from the metal.
    let is_inside = |distance_m: f64, j: i64| {
        let above_m = (j as f64 + 0.5) * cell_m - film.first_height_m;
        let level_m = (1.0 - chi) * above_m + chi * distance_m - film.thickness_m.max(cell_m);
        chi == 1.0 || level_m < 0.0
    };
    let mut mask = vec![Picture::OPEN; n_x * n_y];
    let mut nearest_m = vec![f64::INFINITY; n_x * n_y];
    for segment in deposit.front() {
        let covered = match segment.label {
            FrontLabel::Pinhole => Picture::PINHOLE,
            // The foil between nuclei lies under the film too.
            FrontLabel::Coated | FrontLabel::Foil => Picture::FILM,
            FrontLabel::Bare => Picture::OPEN,
        };
        let range = |axis: usize| {
            let ends = [segment.start_m[axis], segment.end_m[axis]];
            let low = (ends[0].min(ends[1]) - reach_m) / cell_m;
            let high = (ends[0].max(ends[1]) + reach_m) / cell_m;
            low.floor() as i64..=high.ceil() as i64
        };
        for j in range(1).filter(|j| (0..n_y as i64).contains(j)) {
            for i in range(0) {
                let centre_m = [(i as f64 + 0.5) * cell_m, (j as f64 + 0.5) * cell_m];
                let distance_m = distance_m(&segment, centre_m);
                let cell = j as usize * n_x + i.rem_euclid(n_x as i64) as usize;
                if distance_m <= reach_m && distance_m < nearest_m[cell] {
                    nearest_m[cell] = distance_m;
                    // Zinc that is free of the film shows its surface, not a layer on it.
                    let bare_beyond = covered == Picture::PINHOLE && distance_m > cell_m;
                    let beyond_film = covered == Picture::FILM && !is_inside(distance_m, j);
                    mask[cell] = if bare_beyond || beyond_film {
                        Picture::OPEN
                    } else {
                        covered
                    };
                }
            }
        }
    }
    if is_rigid {
        for (cell, covered) in mask.iter_mut().enumerate() {
            let (i, j) = (cell % n_x, (cell / n_x) as i64);
            let is_film = !film.is_hole[i] && is_inside(0.0, j);
            if is_film {
                *covered = Picture::FILM;
            } else if *covered == Picture::FILM {
                *covered = Picture::OPEN;
            }
        }
    }
    mask
}

/// From a point to a straight piece of the front.
fn distance_m(segment: &FrontSegment, point_m: [f64; 2]) -> f64 {
    let along = [0, 1].map(|axis| segment.end_m[axis] - segment.start_m[axis]);
    let to_point = [0, 1].map(|axis| point_m[axis] - segment.start_m[axis]);
    let length_squared = along[0] * along[0] + along[1] * along[1];
    let part = if length_squared > 0.0 {
        ((to_point[0] * along[0] + to_point[1] * along[1]) / length_squared).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (to_point[0] - part * along[0]).hypot(to_point[1] - part * along[1])
}
