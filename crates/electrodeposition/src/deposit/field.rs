//! The electrolyte's potential above the front: what belongs to one solve and what is kept for the next.
//! Here because a warm start from the last step saves most of the work.
//! Must not know: time, motion.
//!
//! Balance of a cell (depth 1 m, divided by σ so that links are plain open fractions):
//! Σ_f g_f (u_c − u_f) + (L dx/σ) i(u_c) = inflow_c, with inflow i_applied dx/σ in the top row. The unknown is split,
//! u = offset + w: the offset carries the overpotential of tenths of a volt, w only ohmic differences, so that a small
//! current is not lost in the last bits of a large potential.

use super::film::FilmMap;
use super::front::Front;
use super::grid::Grid;
use super::reactions::Reactions;
use super::salt::Salt;
use super::sites::{Laws, Site};
use super::starved::Starved;
use super::texture::Texture;
use crate::case::Case;
use crate::coating::Film;
use crate::constants::{CHARGE_NUMBER, FARADAY_C_MOL, ZINC_MOLAR_VOLUME_M3_MOL};
use crate::electrolyte::TransportLaw;
use crate::kinetics::ButlerVolmer;
use crate::multigrid::Solver;

/// Material and operating numbers of a field solve.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Material {
    pub laws: Laws,
    /// Conductivity of the electrolyte at its temperature and the bulk's concentration, S/m.
    pub conductivity_s_m: f64,
    /// Resistance of the film where there is one, Ω m².
    pub film_ohm_m2: f64,
    /// ΩP/(zF), P the pressure of the film, which its bond limits, V.
    pub pressure_v: f64,
    /// Resistance for electrons between the foil and metal on top of the film, Ω m².
    pub electronic_ohm_m2: f64,
    /// Γ = γΩ/(zF): overpotential of a curvature, V m.
    pub capillary_v_m: f64,
    /// Imposed current density at the top, A m⁻², negative when stripping.
    pub applied_a_m2: f64,
}

impl Material {
    /// `first_height_m` is the first metal's mean surface.
    pub(crate) fn of(case: &Case, first_height_m: f64) -> Self {
        let electrolyte = &case.electrolyte;
        let dilution =
            electrolyte.concentration_mol_m3 / case.kinetics.reference_concentration_mol_m3;
        let law = ButlerVolmer::of(case)
            .scaled(libm::pow(dilution, case.kinetics.concentration_exponent));
        let film = if case.plates_under_film() {
            Film::of(case)
        } else {
            None
        };
        let coating = &case.coating;
        let pressure_pa = coating.stiffness_pressure_pa.min(coating.adhesion_pa);
        let volume_m3_c = ZINC_MOLAR_VOLUME_M3_MOL / (CHARGE_NUMBER * FARADAY_C_MOL);
        Self {
            laws: Laws {
                reactions: Reactions::of(case, law),
                salt: Salt::of(case, first_height_m),
            },
            pressure_v: if film.is_some() {
                volume_m3_c * pressure_pa
            } else {
                0.0
            },
            electronic_ohm_m2: if case.plates_on_film() {
                coating.thickness_m / coating.electronic_conductivity_s_m
            } else {
                0.0
            },
            conductivity_s_m: TransportLaw::of(case)
                .conductivity_s_m(electrolyte.concentration_mol_m3),
            film_ohm_m2: film.map_or(0.0, |film| film.layer.resistance_ohm_m2()),
            capillary_v_m: case.kinetics.surface_energy_j_m2 * ZINC_MOLAR_VOLUME_M3_MOL
                / (CHARGE_NUMBER * FARADAY_C_MOL),
            applied_a_m2: case.operation.current_density_a_m2,
        }
    }
}

/// Potential, sites and solver of one deposit.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) grid: Grid,
    pub(crate) material: Material,
    pub(crate) solver: Solver,
    /// Sites in the order of the front's cut cells.
    pub(crate) sites: Vec<Site>,
    /// Part of the potential common to all cells, V.
    pub(crate) offset_v: f64,
    /// Deviation from it, V, per cell; zero in metal.
    pub(crate) deviation_v: Vec<f64>,
    pub(crate) remainder: Vec<f64>,
    /// Work space of solves with salt, empty without.
    pub(crate) answer: Vec<f64>,
    pub(crate) answer_to_offset: Vec<f64>,
    /// Mean deviation of the top row that salt is counted from, V.
    pub(crate) top_v: f64,
    /// A film with a thickness of its own.
    pub(crate) film: Option<FilmMap>,
    pub(crate) texture: Texture,
    /// A surface that takes what salt arrives, instead of a galvanostat.
    pub(crate) starved: Option<Starved>,
    /// Last overpotential at each cell that was ever a site, V.
    pub(crate) eta_of_cell_v: Vec<f64>,
    /// Last current density there, A m⁻².
    pub(crate) current_of_cell_a_m2: Vec<f64>,
    /// Displacement of each cut cell's point onto the front, in cells; zero where the distance is corrected otherwise.
    pub(crate) displacement: Vec<[f64; 2]>,
}

impl Field {
    pub(crate) fn new(grid: Grid, material: Material, front: &Front, texture: Texture) -> Self {
        let zeros = || vec![0.0; grid.n_cells()];
        let if_salt = || {
            let n = material.laws.salt.map_or(0, |_| grid.n_cells());
            vec![0.0; n]
        };
        let mut field = Self {
            grid,
            material,
            solver: Solver::new(grid.n),
            sites: Vec::with_capacity(front.cuts.capacity()),
            offset_v: 0.0,
            deviation_v: zeros(),
            remainder: zeros(),
            answer: if_salt(),
            answer_to_offset: if_salt(),
            top_v: 0.0,
            film: None,
            texture,
            starved: None,
            eta_of_cell_v: vec![f64::NAN; grid.n_cells()],
            current_of_cell_a_m2: vec![material.applied_a_m2; grid.n_cells()],
            displacement: Vec::with_capacity(front.cuts.capacity()),
        };
        field.forget();
        field
    }

    /// Returns to a first guess: a uniform field without an offset, which the next solve seeks by bisection.
    pub(crate) fn forget(&mut self) {
        let rise_v = self.material.applied_a_m2 * self.grid.dx_m / self.material.conductivity_s_m;
        for (cell, w) in self.deviation_v.iter_mut().enumerate() {
            *w = rise_v * (cell / self.grid.n) as f64;
        }
        self.top_v = rise_v * (self.grid.n - 1) as f64;
        self.offset_v = 0.0;
        self.eta_of_cell_v.fill(f64::NAN);
        self.current_of_cell_a_m2.fill(self.material.applied_a_m2);
    }

    /// After a failed solve: a field that can be looked at, uniform and without current, where numbers were lost.
    pub(crate) fn drop_lost_numbers(&mut self) {
        let is_kept = |site: &Site| site.current_a_m2.is_finite() && site.zinc_a_m2.is_finite();
        if self.sites.iter().all(is_kept) && self.deviation_v.iter().all(|w| w.is_finite()) {
            return;
        }
        self.forget();
        for site in &mut self.sites {
            (site.current_a_m2, site.zinc_a_m2, site.conductance_s_m2) = (0.0, 0.0, 0.0);
        }
    }

    /// dx/σ: turns A m⁻² through one cell's width into the potential units of the balance, Ω m².
    pub(crate) fn cell_ohm_m2(&self) -> f64 {
        self.grid.dx_m / self.material.conductivity_s_m
    }

    /// Size of the imposed current of the whole window in the units of the balance, V.
    pub(crate) fn imposed_v(&self) -> f64 {
        self.material.applied_a_m2.abs() * self.cell_ohm_m2() * self.grid.n as f64
    }

    /// Electrolyte potential against the metal, V.
    pub(crate) fn potential_v(&self, cell: usize) -> f64 {
        self.offset_v + self.deviation_v[cell]
    }

    /// Mean potential at the top edge, V: half a cell above the top row's centres.
    pub(crate) fn top_potential_v(&self) -> f64 {
        let n = self.grid.n;
        let sum: f64 = self.deviation_v[(n - 1) * n..].iter().sum();
        let ohm_m2 = 0.5 * self.cell_ohm_m2() + self.material.electronic_ohm_m2;
        self.offset_v + sum / n as f64 + self.material.applied_a_m2 * ohm_m2
    }

    /// Salt in a cell over c₀; one where the solution is uniform.
    pub(crate) fn salt_share(&self, cell: usize) -> f64 {
        self.material.laws.salt.map_or(1.0, |salt| {
            let to_row_m = salt.above_window_m + 0.5 * self.grid.dx_m;
            let top =
                salt.bulk_mol_m3 - salt.per_current_metre * self.material.applied_a_m2 * to_row_m;
            (top + salt.per_volt * (self.deviation_v[cell] - self.top_v)) / salt.bulk_mol_m3
        })
    }

    /// Zinc plated over the imposed current, per area of window, A m⁻².
    pub(crate) fn zinc_a_m2(&self) -> f64 {
        if self.material.laws.reactions.hydrogen.is_none() {
            return self.material.applied_a_m2;
        }
        let sum: f64 = self
            .sites
            .iter()
            .map(|site| site.zinc_a_m2 * site.length)
            .sum();
        sum / self.grid.n as f64
    }

    /// Σ i·length over Σ imposed, minus one.
    pub(crate) fn current_error(&self) -> f64 {
        let passed: f64 = self
            .sites
            .iter()
            .map(|site| site.current_a_m2 * site.length)
            .sum();
        passed / (self.material.applied_a_m2 * self.grid.n as f64) - 1.0
    }

    /// Largest time step, s, for which moving the front by its curvature stays stable: dx²/(4D), half the bound.
    pub(crate) fn capillary_limit_s(&self) -> f64 {
        let most_s_m2 = self
            .sites
            .iter()
            .fold(0.0_f64, |most, site| site.conductance_s_m2.max(most));
        let volume_m3_c = ZINC_MOLAR_VOLUME_M3_MOL / (CHARGE_NUMBER * FARADAY_C_MOL);
        let diffusivity_m2_s = volume_m3_c * self.material.capillary_v_m * most_s_m2;
        0.25 * self.grid.dx_m * self.grid.dx_m / diffusivity_m2_s
    }
}
