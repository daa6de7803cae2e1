//! A film in series with the current: its resistance, its concentration drop and its limiting current.
//! Here because the cell's voltage and the deposit's local drive share one film.
//! Must not know: what lies above or below the film, time.

use crate::case::{Case, Coating};
use crate::constants::{CHARGE_NUMBER, FARADAY_C_MOL, HYDRATED_ZINC_RADIUS_M};
use crate::kinetics::arrhenius;

/// One layer of a stack that the current crosses.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layer {
    pub thickness_m: f64,
    pub conductivity_s_m: f64,
}

impl Layer {
    /// R = d/σ, Ω m².
    pub fn resistance_ohm_m2(&self) -> f64 {
        self.thickness_m / self.conductivity_s_m
    }
}

/// Layers in series: R = Σ d/σ, Ω m².
pub fn series_resistance_ohm_m2(layers: &[Layer]) -> f64 {
    layers.iter().map(Layer::resistance_ohm_m2).sum()
}

/// D_eff/D of a porous film by its open part alone: ε^1.5 (Bruggeman, Ann. Phys. 1935, 416, 636).
pub fn open_share(porosity: f64) -> f64 {
    // A root, unlike a power, is the same to the last bit everywhere.
    porosity * porosity.sqrt()
}

/// D_pore/D of an ion in a round pore, λ the ion's radius over the pore's: what fits into the mouth, (1 − λ)², times the
/// drag of the wall, 1 − 2.104 λ + 2.09 λ³ − 0.95 λ⁵ (Renkin, J. Gen. Physiol. 1954, 38, 225). One at λ = 0, zero from
/// λ = 1; the drag is an expansion for small λ.
pub fn pore_hindrance(ion_to_pore: f64) -> f64 {
    let lambda = ion_to_pore.min(1.0);
    let square = lambda * lambda;
    let free = 1.0 - lambda;
    free * free * (1.0 - lambda * (2.104 - square * (2.09 - 0.95 * square)))
}

/// D_eff/D of a film: its open part, and the hindrance of its pores where their width is given.
fn pore_share(coating: &Coating) -> f64 {
    let hindrance = if coating.pore_diameter_m > 0.0 {
        pore_hindrance(2.0 * HYDRATED_ZINC_RADIUS_M / coating.pore_diameter_m)
    } else {
        1.0
    };
    open_share(coating.porosity) * hindrance
}

/// The film of a case at its temperature.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Film {
    pub layer: Layer,
    pub transference_number: f64,
    /// D_eff, through its pores.
    pub diffusivity_m2_s: f64,
    /// Salt concentration inside at rest, mol m⁻³.
    pub concentration_mol_m3: f64,
}

impl Film {
    /// `None` for bare zinc. Conductivity and diffusivity follow the electrolyte's activation energy.
    pub fn of(case: &Case) -> Option<Self> {
        let electrolyte = &case.electrolyte;
        let warmer = arrhenius(
            electrolyte.transport_activation_energy_j_mol,
            electrolyte.temperature_k,
        );
        let coating = &case.coating;
        case.is_coated().then_some(Self {
            layer: Layer {
                thickness_m: coating.thickness_m,
                conductivity_s_m: coating.conductivity_s_m * warmer,
            },
            transference_number: coating.transference_number,
            diffusivity_m2_s: coating.diffusivity_m2_s * warmer * pore_share(coating),
            concentration_mol_m3: coating.concentration_mol_m3,
        })
    }

    /// Fall of concentration from the film's outer to its inner face at a plating current, mol m⁻³:
    /// Δc = (1 − t₊) i d/(zF D). Negative when stripping.
    pub fn concentration_drop_mol_m3(&self, current_a_m2: f64) -> f64 {
        (1.0 - self.transference_number) * current_a_m2 * self.layer.thickness_m
            / (CHARGE_NUMBER * FARADAY_C_MOL * self.diffusivity_m2_s)
    }

    /// Current at which the inner face runs out of salt while the film is at its rest concentration, A m⁻²:
    /// zF D c/((1 − t₊) d). Infinite for a single-ion conductor.
    pub fn limiting_current_a_m2(&self) -> f64 {
        CHARGE_NUMBER * FARADAY_C_MOL * self.diffusivity_m2_s * self.concentration_mol_m3
            / ((1.0 - self.transference_number) * self.layer.thickness_m)
    }
}
