//! Rates at a zinc surface: Butler-Volmer for zinc, Tafel for hydrogen, equilibrium potentials, Faraday's law.
//! Here because cell voltage and front motion must share one kinetics law.
//! Must not know: time stepping, geometry, drawing, units other than SI.
//!
//! Signs: a plating current is positive, and its overpotential is negative.

mod butler_volmer;
mod hydrogen;
mod surface_ph;

pub use butler_volmer::ButlerVolmer;
pub use hydrogen::{Hydrogen, hydrogen_equilibrium_potential_v};
pub use surface_ph::ProtonBalance;

use crate::constants::{
    CHARGE_NUMBER, FARADAY_C_MOL, GAS_CONSTANT_J_MOL_K, REFERENCE_TEMPERATURE_K,
    STANDARD_CONCENTRATION_MOL_M3, ZINC_MOLAR_VOLUME_M3_MOL, ZINC_STANDARD_POTENTIAL_V,
};

/// F/(RT), V⁻¹; 38.92 V⁻¹ at 298.15 K.
#[inline]
pub fn f_per_v(temperature_k: f64) -> f64 {
    FARADAY_C_MOL / (GAS_CONSTANT_J_MOL_K * temperature_k)
}

/// Factor by which a rate given at 298.15 K changes at another temperature (Arrhenius).
pub fn arrhenius(activation_energy_j_mol: f64, temperature_k: f64) -> f64 {
    libm::exp(
        activation_energy_j_mol / GAS_CONSTANT_J_MOL_K
            * (1.0 / REFERENCE_TEMPERATURE_K - 1.0 / temperature_k),
    )
}

/// Equilibrium potential of Zn²⁺/Zn against the standard hydrogen electrode, V, with unit activity coefficients (Nernst).
pub fn zinc_equilibrium_potential_v(concentration_mol_m3: f64, temperature_k: f64) -> f64 {
    let activity = concentration_mol_m3 / STANDARD_CONCENTRATION_MOL_M3;
    ZINC_STANDARD_POTENTIAL_V + libm::log(activity) / (CHARGE_NUMBER * f_per_v(temperature_k))
}

/// Speed at which a front plates, m s⁻¹: v = Ωi/(zF) (Faraday).
#[inline]
pub fn front_speed_m_s(current_density_a_m2: f64) -> f64 {
    ZINC_MOLAR_VOLUME_M3_MOL * current_density_a_m2 / (CHARGE_NUMBER * FARADAY_C_MOL)
}
