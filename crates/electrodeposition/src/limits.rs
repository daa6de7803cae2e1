//! What salt diffusion allows: limiting current and Sand's time, in closed form.
//! Here because a run is judged, and the numerics are checked, against them.
//! Must not know: how a run is computed.

use crate::case::Case;
use crate::constants::{CHARGE_NUMBER, FARADAY_C_MOL};
use crate::electrolyte::TransportLaw;

/// Salt transport through a separator filled with solution, at the case's temperature.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Separator {
    pub thickness_m: f64,
    pub porosity: f64,
    /// Transport in the pores: ε^b D(c) and ε^b κ(c).
    pub law: TransportLaw,
    /// D_eff = ε^b D at the bulk's concentration, m² s⁻¹.
    pub diffusivity_m2_s: f64,
    /// κ_eff = ε^b κ at the bulk's concentration, S m⁻¹.
    pub conductivity_s_m: f64,
    pub transference_number: f64,
    pub concentration_mol_m3: f64,
}

impl Separator {
    /// The separator of a case, with transport at its temperature.
    pub fn of(case: &Case) -> Self {
        let (electrolyte, cell) = (&case.electrolyte, &case.cell);
        let open = libm::pow(cell.separator_porosity, cell.bruggeman_exponent);
        let law = TransportLaw::in_pores(case, open);
        Self {
            thickness_m: cell.separator_thickness_m,
            porosity: cell.separator_porosity,
            law,
            diffusivity_m2_s: law.diffusivity_m2_s(electrolyte.concentration_mol_m3),
            conductivity_s_m: law.conductivity_s_m(electrolyte.concentration_mol_m3),
            transference_number: electrolyte.transference_number,
            concentration_mol_m3: electrolyte.concentration_mol_m3,
        }
    }

    /// Salt that a current of one ampere per square metre takes from the plating side, mol m⁻² s⁻¹: (1 − t₊)/(zF).
    pub fn salt_flux_per_current_mol_c(&self) -> f64 {
        (1.0 - self.transference_number) / (CHARGE_NUMBER * FARADAY_C_MOL)
    }

    /// Current at which the plating surface runs out of salt at steady state, A m⁻²: 2 zF D_eff c₀/((1 − t₊) L) where D
    /// is constant, and in general zF ∫D_eff dc/((1 − t₊) L) between no salt and what the other end then has.
    pub fn limiting_current_a_m2(&self) -> f64 {
        self.law.steady_span_mol_m_s(self.concentration_mol_m3)
            / (self.salt_flux_per_current_mol_c() * self.thickness_m)
    }

    /// Sand's time, s, for a separator so thick that its far side does not matter:
    /// τ = π ε D_eff [zF c₀/(2 i (1 − t₊))]², with D as it is in the bulk. Means something above the limiting current only.
    pub fn sand_time_s(&self, current_a_m2: f64) -> f64 {
        let ratio =
            self.concentration_mol_m3 / (2.0 * current_a_m2 * self.salt_flux_per_current_mol_c());
        core::f64::consts::PI * self.porosity * self.diffusivity_m2_s * ratio * ratio
    }
}
