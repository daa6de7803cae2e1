//! Basic zinc sulfate, Zn₄SO₄(OH)₆·5H₂O, that hydroxide from hydrogen evolution precipitates with zinc.
//! Here because saturation, thickness and resistance of that film follow from its composition.
//! Must not know: how much hydrogen evolves, time.

use crate::case::Case;
use crate::constants::FARADAY_C_MOL;

/// Molar mass, kg mol⁻¹: 4 Zn 261.52, SO₄ 96.06, 6 OH 102.04 and 5 H₂O 90.08 g mol⁻¹, as usually rounded.
pub const MOLAR_MASS_KG_MOL: f64 = 549.8e-3;
/// Density of the crystal, kg m⁻³ (handbook value).
pub const DENSITY_KG_M3: f64 = 2670.0;
/// Moles in a mole of the salt.
pub const HYDROXIDE: f64 = 6.0;
/// Zinc beyond the one that is sulfate's partner.
pub const BASIC_ZINC: f64 = 3.0;
/// Water of crystallisation.
pub const WATER: f64 = 5.0;
/// 4 log a(Zn²⁺) + log a(SO₄²⁻) + 6 pH at saturation; the design's value of the solubility product.
pub const SATURATION: f64 = 28.4;

/// Dense film of one coulomb of precipitated hydrogen charge, m³ C⁻¹: M/(6Fρ). It is 12.8 µm per mA h cm⁻².
pub fn volume_per_charge_m3_c() -> f64 {
    MOLAR_MASS_KG_MOL / DENSITY_KG_M3 / (HYDROXIDE * FARADAY_C_MOL)
}

/// Surface pH above which the salt precipitates: 4 log a + log a + 6 pH = 28.4 with a = γ± c in mol L⁻¹ for both ions.
pub fn saturation_ph(concentration_mol_m3: f64, activity_coefficient: f64) -> f64 {
    (SATURATION - 5.0 * libm::log10(activity_coefficient * concentration_mol_m3 * 1e-3)) / HYDROXIDE
}

/// Fall of that pH for each unit of ln c, (5/6)/ln 10.
pub const SATURATION_PH_PER_LOG: f64 = 5.0 / (HYDROXIDE * core::f64::consts::LN_10);

/// How a film of by-products hinders plating.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ByProductFilm {
    pub conductivity_s_m: f64,
    pub max_coverage: f64,
    pub flake_thickness_m: f64,
}

impl ByProductFilm {
    /// The film of a case.
    pub fn of(case: &Case) -> Self {
        Self {
            conductivity_s_m: case.by_product.conductivity_s_m,
            max_coverage: case.by_product.max_coverage,
            flake_thickness_m: case.by_product.flake_thickness_m,
        }
    }

    /// R_pass = d/σ, Ω m².
    pub fn resistance_ohm_m2(&self, thickness_m: f64) -> f64 {
        thickness_m / self.conductivity_s_m
    }

    /// θ_free: the surface left to plating. Crystals first cover it side by side (d/h_f) and then grow over one another,
    /// 1 − θ_max (1 − exp(−d/(θ_max h_f))); assumed.
    pub fn free_fraction(&self, thickness_m: f64) -> f64 {
        if thickness_m <= 0.0 || self.max_coverage <= 0.0 {
            return 1.0;
        }
        let full = self.max_coverage * self.flake_thickness_m;
        1.0 + self.max_coverage * libm::expm1(-thickness_m / full)
    }
}
