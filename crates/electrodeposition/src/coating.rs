//! A film in series with the current: its resistance, its concentration drop and its limiting current.
//! Here because the cell's voltage and the deposit's local drive share one film.
//! Must not know: what lies above or below the film, time.

use crate::case::Case;
use crate::constants::{CHARGE_NUMBER, FARADAY_C_MOL};
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

/// The film of a case at its temperature.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Film {
    pub layer: Layer,
    pub transference_number: f64,
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
            diffusivity_m2_s: coating.diffusivity_m2_s * warmer,
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
