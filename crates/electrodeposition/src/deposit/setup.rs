//! What a case asks of a deposit before it starts: its grid, its film, what must be resolved, what has no steady state.
//! Here because `run` decides the order of steps, not what a case means.
//! Must not know: steps.

use super::error::DepositError;
use super::field::Material;
use super::film::FilmShape;
use super::grid::Grid;
use super::salt::Salt;
use super::warnings::Features;
use crate::case::Case;
use crate::coating::Film;

/// A film must be thicker than this, in cells, to have a thickness of its own.
const RESOLVED_CELLS: f64 = 2.0;

/// A salt-starved front at the start has no steady state to follow.
pub(super) fn check_limit(
    case: &Case,
    salt: Option<Salt>,
    first_height_m: f64,
) -> Result<(), DepositError> {
    let current_a_m2 = case.operation.current_density_a_m2;
    let limit = salt.map(|salt| salt.limiting_current_a_m2(case.deposit.width_m - first_height_m));
    match limit {
        Some(limit_a_m2) if current_a_m2 >= limit_a_m2 => Err(DepositError::AboveLimitingCurrent {
            current_a_m2,
            limit_a_m2,
        }),
        _ => Ok(()),
    }
}

/// The film, where it has a thickness of its own: where it is not wholly conformal, or asked for and thicker than two
/// cells.
pub(super) fn film_shape(case: &Case, grid: Grid, first_height_m: f64) -> Option<FilmShape> {
    let coating = &case.coating;
    let is_resolved =
        coating.has_thickness == 1 && coating.thickness_m > RESOLVED_CELLS * grid.dx_m;
    let has_shape = coating.conformality < 1.0 || is_resolved;
    if !has_shape || !case.plates_under_film() {
        return None;
    }
    let film = Film::of(case)?;
    let solution = Material::of(case, first_height_m).conductivity_s_m;
    Some(FilmShape {
        thickness: coating.thickness_m / grid.dx_m,
        conformality: coating.conformality,
        base: first_height_m / grid.dx_m,
        across_ratio: film.layer.conductivity_s_m / solution,
        along_ratio: film.layer.conductivity_s_m / solution * coating.anisotropy,
    })
}

pub(super) fn features_of(case: &Case, grid: Grid) -> Features {
    let coating = &case.coating;
    let cells = |is_there: bool, length_m: f64| {
        if is_there && case.plates_under_film() {
            length_m / grid.dx_m
        } else {
            f64::INFINITY
        }
    };
    Features {
        narrowest_gap: cells(coating.pinholes > 0, coating.pinhole_width_m)
            .min(cells(coating.crack_strain > 0.0, coating.crack_width_m)),
        rigid_film: cells(coating.conformality < 1.0, coating.thickness_m),
    }
}

pub(super) fn grid_of(case: &Case) -> Grid {
    let n = case.deposit.n_cells as usize;
    Grid {
        n,
        dx_m: case.deposit.width_m / n as f64,
    }
}
