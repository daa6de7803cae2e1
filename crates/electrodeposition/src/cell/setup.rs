//! From a case to the two electrodes of a cell and what else stays the same during a run.
//! Here because which law holds where (film, place without film, bare counter electrode) is decided once.
//! Must not know: what happens during the run.

use super::Settings;
use super::side::Side;
use super::surface::Surface;
use crate::affinity::unevenness_factor;
use crate::by_product::ByProductFilm;
use crate::case::Case;
use crate::coating::Film;
use crate::electrolyte::TransportLaw;

pub(super) fn sides(case: &Case) -> [Side; 2] {
    let mut without_film = case.clone();
    if case.is_coated() {
        // What a film does to water and ions ends where the film does.
        without_film.hydrogen.water_activity = 1.0;
        without_film.surface.desolvation_factor = 1.0;
    }
    let bare = Surface::of(&without_film);
    [true, case.cell.coated_electrodes > 1].map(|coated| Side {
        surface: if coated { Surface::of(case) } else { bare },
        bare,
        film: if coated { Film::of(case) } else { None },
        by_product: ByProductFilm::of(case),
        rest_mol_m3: case.electrolyte.concentration_mol_m3,
        temperature_k: case.electrolyte.temperature_k,
    })
}

pub(super) fn settings(case: &Case) -> Settings {
    let surface = &case.surface;
    let bulk_mol_m3 = case.electrolyte.concentration_mol_m3;
    Settings {
        conductivity_s_m: TransportLaw::of(case).conductivity_s_m(bulk_mol_m3),
        surface_energy_j_m2: case.kinetics.surface_energy_j_m2,
        heterogeneity: surface.heterogeneity,
        film_unevenness: unevenness_factor(case.coating.zinc_affinity_ev),
        dead_zinc_peak_m: surface.dead_zinc_peak_m,
        defect_creation_per_s: surface.defect_creation_per_s,
        healing_time_s: surface.healing_time_s,
        on_inert: case.cell.working_foil_m == 0.0,
        n_steps: f64::from(case.cell.n_steps_per_half_cycle),
        max_steps: case.run.max_steps,
    }
}
