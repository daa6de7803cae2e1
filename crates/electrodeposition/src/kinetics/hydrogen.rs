//! Hydrogen evolution on zinc: a Tafel law and the hydrogen electrode's equilibrium.
//! Here because part of every plating current makes hydrogen instead of zinc.
//! Must not know: what shares the current, where the by-products go.

use super::{arrhenius, f_per_v};
use crate::case::Case;

/// i_H = i0_H a_w^m 10^((E_H − E)/b), E against the standard hydrogen electrode.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hydrogen {
    /// Current density at E = E_H, water activity included, A m⁻².
    pub i0_a_m2: f64,
    /// ln10/b, V⁻¹.
    pub per_v: f64,
    /// E_H, V against the standard hydrogen electrode.
    pub equilibrium_v: f64,
}

/// Exponents are held below this, so that no rate overflows.
const MAX_EXPONENT: f64 = 600.0;

impl Hydrogen {
    /// The law of a case at its temperature and bulk pH.
    pub fn of(case: &Case) -> Self {
        let (hydrogen, temperature_k) = (&case.hydrogen, case.electrolyte.temperature_k);
        Self {
            i0_a_m2: hydrogen.exchange_current_density_a_m2
                * arrhenius(hydrogen.activation_energy_j_mol, temperature_k)
                * libm::pow(hydrogen.water_activity, hydrogen.water_activity_exponent),
            per_v: core::f64::consts::LN_10 / hydrogen.tafel_slope_v,
            equilibrium_v: hydrogen_equilibrium_potential_v(case.electrolyte.ph, temperature_k),
        }
    }

    /// Current density at a potential against the standard hydrogen electrode, A m⁻²; a reduction, so positive.
    #[inline]
    pub fn current_a_m2(&self, potential_v: f64) -> f64 {
        self.i0_a_m2
            * libm::exp((self.per_v * (self.equilibrium_v - potential_v)).min(MAX_EXPONENT))
    }

    /// di_H/dE, A m⁻² V⁻¹.
    #[inline]
    pub fn slope_a_m2_v(&self, potential_v: f64) -> f64 {
        -self.per_v * self.current_a_m2(potential_v)
    }
}

/// E_H = −(RT ln10/F) pH, V; −0.0592 V per pH at 25 °C.
pub fn hydrogen_equilibrium_potential_v(ph: f64, temperature_k: f64) -> f64 {
    -core::f64::consts::LN_10 / f_per_v(temperature_k) * ph
}
