//! What a run shows: heights, roughness, charge balance, current distribution.
//! Here because page, command line and tests must read one definition of each number.
//! Must not know: how the state came about.
//!
//! Heights are read on node columns, at the highest place where metal ends, and counted from the mean of the first
//! metal's profile, so that the mean height of a dense film is its Faraday thickness. Rq² = mean (h − h̄)².

use serde::{Deserialize, Serialize};

use super::connectivity::Connectivity;
use super::field::Field;
use super::front::Front;
use super::grid::Grid;
use super::labels::{FrontLabel, Labels};

/// State of a deposit in numbers, SI units.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DepositObservation {
    pub time_s: f64,
    /// Charge passed per area of window, C m⁻².
    pub areal_charge_c_m2: f64,
    /// Plated volume per metre of depth, m².
    pub plated_volume_m2: f64,
    /// Plated volume over ΩQ/(zF), minus one; zero before the first step.
    pub charge_error: f64,
    /// What the sum of all volume corrections comes to, over the plated volume: the volume error without them.
    pub uncorrected_charge_error: f64,
    /// Overpotential of plating at the top of the window, V, with film and electrolyte in series; positive
    /// when plating. Zero for a starved surface, whose potential is not computed.
    pub voltage_v: f64,
    /// Highest metal above the first mean surface, m.
    pub tip_height_m: f64,
    pub mean_height_m: f64,
    pub roughness_rq_m: f64,
    /// Share of the foil's line that grown metal covers.
    pub coverage: f64,
    /// Largest current density on the active front over its mean there; one where no current flows.
    pub hot_spot_ratio: f64,
    pub min_current_density_a_m2: f64,
    pub max_current_density_a_m2: f64,
    /// Σ i·length over the imposed current, minus one.
    pub current_error: f64,
    /// Iterations of the last field solve.
    pub n_cg_iterations: u32,
    pub n_newton: u32,
    /// Σ|remainder| over the imposed current in the last field solve.
    pub residual: f64,
    pub n_voids: u32,
    /// Node columns on which open electrolyte lies under metal.
    pub n_overhang_columns: u32,
    pub n_steps: u32,
    /// Least resistance of film and kinetics along the active front, as the number of cells of electrolyte with the
    /// same resistance. Below one the grid no longer tells the front's resistance from its own. `None` where no potential
    /// is computed (a starved surface) or nothing takes current.
    pub least_resistance_cells: Option<f64>,
    /// Wavelength above which a bare front is unstable, 2π√(Γκ/i), in cells. Below eight the grid, not capillarity,
    /// sets the finest feature of a rough front.
    pub neutral_wavelength_cells: f64,
    /// Box-counting dimension of the front: one is smooth.
    pub box_dimension: f64,
    /// Share of the space between the first mean surface and the tip that holds no plated metal.
    pub porosity: f64,
    /// Plating and stripping counted as two, from zero.
    pub half_cycle: u32,
    /// Zinc plated and stripped in all half-cycles, C m⁻².
    pub plated_charge_c_m2: f64,
    pub stripped_charge_c_m2: f64,
    /// Metal cut off from the foil, per metre of depth, m².
    pub dead_zinc_m2: f64,
    /// Part of the present current that makes hydrogen.
    pub hydrogen_share: f64,
    /// Least salt at an active cell over that of the bulk; one where the solution is uniform.
    pub least_salt_share: f64,
    /// Nuclei and grains that came during the run, and cracks of the film.
    pub n_nucleated: u32,
    pub n_cracks: u32,
    /// Present current density, A m⁻², negative when stripping; differs from the case's for a starved surface only.
    pub current_density_a_m2: f64,
}

/// Profile of the highest metal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Heights {
    pub mean_m: f64,
    pub max_m: f64,
    pub rq_m: f64,
}

impl Heights {
    pub(crate) fn of(grid: Grid, level_set_m: &[f64]) -> Self {
        let height_m = |i: usize| -> f64 {
            for j in (0..grid.n).rev() {
                let (low, high) = (
                    level_set_m[j * grid.n + i],
                    level_set_m[(j + 1) * grid.n + i],
                );
                if low < 0.0 && high >= 0.0 {
                    return (j as f64 + low / (low - high)) * grid.dx_m;
                }
            }
            0.0
        };
        let columns = grid.n as f64;
        let mean_m = (0..grid.n).map(height_m).sum::<f64>() / columns;
        let max_m = (0..grid.n).map(height_m).fold(0.0, f64::max);
        let squares: f64 = (0..grid.n)
            .map(|i| (height_m(i) - mean_m) * (height_m(i) - mean_m))
            .sum();
        Self {
            mean_m,
            max_m,
            rq_m: libm::sqrt(squares / columns),
        }
    }
}

/// Current densities on the active front.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Distribution {
    pub min_a_m2: f64,
    pub max_a_m2: f64,
    pub mean_a_m2: f64,
}

impl Distribution {
    pub(crate) fn of(field: &Field) -> Self {
        let (mut min_a_m2, mut max_a_m2) = (f64::INFINITY, f64::NEG_INFINITY);
        let (mut sum, mut length) = (0.0, 0.0);
        for site in field.sites.iter().filter(|site| site.is_active) {
            min_a_m2 = site.current_a_m2.min(min_a_m2);
            max_a_m2 = site.current_a_m2.max(max_a_m2);
            sum += site.current_a_m2 * site.length;
            length += site.length;
        }
        if length == 0.0 {
            // Metal that is used up takes no current anywhere.
            (min_a_m2, max_a_m2, length) = (0.0, 0.0, 1.0);
        }
        Self {
            min_a_m2,
            max_a_m2,
            mean_a_m2: sum / length,
        }
    }

    /// Largest current density over the mean, whichever the direction; one where no current flows.
    pub(crate) fn hot_spot_ratio(&self) -> f64 {
        if self.mean_a_m2 > 0.0 {
            self.max_a_m2 / self.mean_a_m2
        } else if self.mean_a_m2 < 0.0 {
            self.min_a_m2 / self.mean_a_m2
        } else {
            1.0
        }
    }
}

/// 1/(slope of current against potential) of the most conducting active site, in cells of electrolyte, where there is one.
pub(crate) fn least_resistance_cells(field: &Field) -> Option<f64> {
    let active = field.sites.iter().filter(|site| site.is_active);
    let most_s_m2 = active.fold(0.0_f64, |most, site| site.conductance_s_m2.max(most));
    (most_s_m2 > 0.0).then(|| 1.0 / (most_s_m2 * field.cell_ohm_m2()))
}

/// Wavelength of zero growth by E − Γk² = 0 with E = i/κ, in cells.
pub(crate) fn neutral_wavelength_cells(field: &Field) -> f64 {
    let material = &field.material;
    let squared = material.capillary_v_m * material.conductivity_s_m / material.applied_a_m2.abs();
    std::f64::consts::TAU * libm::sqrt(squared) / field.grid.dx_m
}

/// Least salt at an active site over that of the bulk.
pub(crate) fn least_salt_share(field: &Field) -> f64 {
    let active = field.sites.iter().filter(|site| site.is_active);
    let share = |site: &super::sites::Site| match field.starved {
        Some(_) => field.deviation_v[site.cell as usize],
        None => field.salt_share(site.cell as usize),
    };
    active.map(share).fold(1.0, f64::min)
}

/// Share of the foil's line that is covered: one minus the width of open foil.
pub(crate) fn coverage(grid: Grid, front: &Front, labels: &Labels) -> f64 {
    let open: f64 = front
        .cuts
        .iter()
        .filter(|cut| labels.get(cut.cell as usize) == Some(FrontLabel::Foil))
        .map(|cut| cut.length * cut.normal[1].abs())
        .sum();
    (1.0 - open / grid.n as f64).clamp(0.0, 1.0)
}

/// Columns on which metal hangs over electrolyte that the current can reach.
pub(crate) fn n_overhang_columns(
    grid: Grid,
    connectivity: &Connectivity,
    level_set_m: &[f64],
) -> u32 {
    let n = grid.n;
    let is_open_top = |i: usize, j: usize| {
        let crosses = level_set_m[j * n + i] < 0.0 && level_set_m[(j + 1) * n + i] >= 0.0;
        crosses && connectivity.is_reached(j * n + i)
    };
    (0..n)
        .filter(|i| (0..n).filter(|j| is_open_top(*i, *j)).count() > 1)
        .count() as u32
}
