//! The pH at a surface that evolves hydrogen: what it consumes against what arrives.
//! Here because the hydrogen electrode's equilibrium, and the film of basic salt, depend on that pH and not on the bulk's.
//! Must not know: zinc, potentials, films.
//!
//! i_H/F = k_H(1 + β)([H⁺]_b − [H⁺]_s) + k_OH([OH⁻]_s − [OH⁻]_b) with k = D/δ and [H⁺][OH⁻] = K_w. β is the number of
//! protons that arrive bound in a buffer for each free one.

use super::arrhenius;
use crate::case::Case;
use crate::constants::FARADAY_C_MOL;

/// Diffusivity of H⁺ in water at 25 °C, m² s⁻¹ (handbook value, rounded).
const PROTON_DIFFUSIVITY_M2_S: f64 = 9.0e-9;
/// Diffusivity of OH⁻ in water at 25 °C, m² s⁻¹ (handbook value, rounded).
const HYDROXIDE_DIFFUSIVITY_M2_S: f64 = 5.3e-9;
/// Ionic product of water at 25 °C, mol² m⁻⁶: pK_w = 14.
const WATER_PRODUCT_MOL2_M6: f64 = 1e-8;
/// Enthalpy of the dissociation of water, J mol⁻¹ (handbook value).
const WATER_DISSOCIATION_J_MOL: f64 = 55.8e3;

/// Transport of protons and hydroxide between bulk and surface.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProtonBalance {
    /// k_H(1 + β), m s⁻¹.
    pub proton_m_s: f64,
    /// k_OH, m s⁻¹.
    pub hydroxide_m_s: f64,
    pub bulk_proton_mol_m3: f64,
    pub water_product_mol2_m6: f64,
}

impl ProtonBalance {
    /// The balance of a case at its temperature.
    pub fn of(case: &Case) -> Self {
        let (electrolyte, surface) = (&case.electrolyte, &case.surface);
        let temperature_k = electrolyte.temperature_k;
        let warmer = arrhenius(electrolyte.transport_activation_energy_j_mol, temperature_k);
        let per_layer = warmer / surface.boundary_layer_m;
        Self {
            proton_m_s: PROTON_DIFFUSIVITY_M2_S * per_layer * (1.0 + surface.buffer_ratio),
            hydroxide_m_s: HYDROXIDE_DIFFUSIVITY_M2_S * per_layer,
            bulk_proton_mol_m3: proton_mol_m3(electrolyte.ph),
            water_product_mol2_m6: WATER_PRODUCT_MOL2_M6
                * arrhenius(WATER_DISSOCIATION_J_MOL, temperature_k),
        }
    }

    /// Largest hydrogen current that protons from the bulk can feed, A m⁻².
    pub fn proton_supply_a_m2(&self) -> f64 {
        FARADAY_C_MOL * self.proton_m_s * self.bulk_proton_mol_m3
    }

    /// Surface pH under a hydrogen current (A m⁻²), and its slope, m² A⁻¹.
    pub fn ph_and_slope(&self, hydrogen_a_m2: f64) -> (f64, f64) {
        let [ph, slope, _] = self.ph_and_derivatives(hydrogen_a_m2);
        (ph, slope)
    }

    /// Surface pH under a hydrogen current (A m⁻²), and its first two derivatives by it, m² A⁻¹ and m⁴ A⁻².
    ///
    /// With h for [H⁺]_s the balance is k_H h² + B h − k_OH K_w = 0, B = i_H/F − k_H h_b + k_OH K_w/h_b, and has one
    /// positive root.
    #[inline]
    pub fn ph_and_derivatives(&self, hydrogen_a_m2: f64) -> [f64; 3] {
        let (k_h, k_oh) = (self.proton_m_s, self.hydroxide_m_s);
        let product = k_oh * self.water_product_mol2_m6;
        let b = hydrogen_a_m2 / FARADAY_C_MOL - k_h * self.bulk_proton_mol_m3
            + product / self.bulk_proton_mol_m3;
        let root = (b * b + 4.0 * k_h * product).sqrt();
        // Of the two equal forms, the one that does not subtract.
        let proton = if b > 0.0 {
            2.0 * product / (b + root)
        } else {
            (root - b) / (2.0 * k_h)
        };
        // With the natural logarithm, which costs a third of the decadic one.
        let ph = 3.0 - libm::log(proton) / core::f64::consts::LN_10;
        let (of_proton, of_hydroxide) = (k_h * proton, product / proton);
        let both = of_proton + of_hydroxide;
        let slope = 1.0 / (FARADAY_C_MOL * core::f64::consts::LN_10 * both);
        let bend = core::f64::consts::LN_10 * slope * slope * (of_proton - of_hydroxide) / both;
        [ph, slope, bend]
    }

    /// Hydrogen current whose hydroxide leaves towards the bulk, or is neutralised by what arrives, at a surface pH, A m⁻².
    pub fn carried_away_a_m2(&self, ph: f64) -> f64 {
        let (proton, bulk) = (proton_mol_m3(ph), self.bulk_proton_mol_m3);
        let hydroxide = self.water_product_mol2_m6 * (1.0 / proton - 1.0 / bulk);
        FARADAY_C_MOL * (self.proton_m_s * (bulk - proton) + self.hydroxide_m_s * hydroxide)
    }
}

/// [H⁺] of a pH, mol m⁻³, with unit activity coefficient.
fn proton_mol_m3(ph: f64) -> f64 {
    libm::pow(10.0, 3.0 - ph)
}
