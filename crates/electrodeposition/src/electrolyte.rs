//! Diffusivity and conductivity of the solution against its concentration, at the case's temperature.
//! Here because salt transport, ohmic drop and limiting current must follow one law.
//! Must not know: pores, electrodes, time.
//!
//! D(c) = D_ref (1 + β c_ref)/(1 + β c): positive and falling for any concentration, where a straight line through the two
//! ends known for ZnSO4 (infinite dilution and 2 mol L⁻¹) would be negative above 3.4 mol L⁻¹. κ(c) = κ_ref (c/c_ref)^p.
//! With β = 0 and p = 0, the defaults, both are the constants of the case to the bit.
//!
//! Kirchhoff's transform Θ(c) = ∫D dc = (D_0/β) ln(1 + βc), D_0 = D(0), makes a steady field linear: flux = −dΘ/dx. The
//! mean of D between two concentrations that keeps a steady profile exact at every node is (Θ(a) − Θ(b))/(a − b).

use crate::case::Case;
use crate::kinetics::arrhenius;

/// How the solution conducts salt and charge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TransportLaw {
    /// D at the reference concentration and the case's temperature, m² s⁻¹.
    pub diffusivity_m2_s: f64,
    /// β, m³ mol⁻¹.
    pub diffusivity_decline_m3_mol: f64,
    /// κ at the reference concentration and the case's temperature, S m⁻¹.
    pub conductivity_s_m: f64,
    /// p.
    pub conductivity_exponent: f64,
    /// c_ref, mol m⁻³.
    pub reference_concentration_mol_m3: f64,
}

/// κ of a solution without salt is zero, and its resistance has no number; below this part of c_ref it is that of this part.
const LEAST_SHARE: f64 = 1e-9;
const MAX_ROUNDS: u32 = 100;

impl TransportLaw {
    /// Free solution of a case.
    pub fn of(case: &Case) -> Self {
        Self::in_pores(case, 1.0)
    }

    /// The same where pores leave `open` of it (ε^b).
    pub fn in_pores(case: &Case, open: f64) -> Self {
        let electrolyte = &case.electrolyte;
        let effective = open
            * arrhenius(
                electrolyte.transport_activation_energy_j_mol,
                electrolyte.temperature_k,
            );
        Self {
            diffusivity_m2_s: electrolyte.diffusivity_m2_s * effective,
            diffusivity_decline_m3_mol: electrolyte.diffusivity_decline_m3_mol,
            conductivity_s_m: electrolyte.conductivity_s_m * effective,
            conductivity_exponent: electrolyte.conductivity_exponent,
            reference_concentration_mol_m3: electrolyte.reference_concentration_mol_m3,
        }
    }

    /// A constant diffusivity (m² s⁻¹), for salt alone.
    pub fn constant(diffusivity_m2_s: f64) -> Self {
        Self {
            diffusivity_m2_s,
            diffusivity_decline_m3_mol: 0.0,
            conductivity_s_m: 0.0,
            conductivity_exponent: 0.0,
            reference_concentration_mol_m3: 1.0,
        }
    }

    /// Whether D depends on concentration.
    pub fn has_varying_diffusivity(&self) -> bool {
        self.diffusivity_decline_m3_mol != 0.0
    }

    /// Whether κ depends on concentration.
    pub fn has_varying_conductivity(&self) -> bool {
        self.conductivity_exponent != 0.0
    }

    /// D(c), m² s⁻¹.
    pub fn diffusivity_m2_s(&self, concentration_mol_m3: f64) -> f64 {
        let beta = self.diffusivity_decline_m3_mol;
        let below = 1.0 + beta * self.reference_concentration_mol_m3;
        self.diffusivity_m2_s * (below / self.scale(concentration_mol_m3))
    }

    /// κ(c), S m⁻¹.
    pub fn conductivity_s_m(&self, concentration_mol_m3: f64) -> f64 {
        if !self.has_varying_conductivity() {
            return self.conductivity_s_m;
        }
        let share = (concentration_mol_m3 / self.reference_concentration_mol_m3).max(LEAST_SHARE);
        self.conductivity_s_m * libm::pow(share, self.conductivity_exponent)
    }

    /// 1 + βc. Less salt than none, which a step that is taken back may meet, counts as none.
    fn scale(&self, concentration_mol_m3: f64) -> f64 {
        1.0 + self.diffusivity_decline_m3_mol * concentration_mol_m3.max(0.0)
    }

    /// Mean of D between two concentrations, (Θ(a) − Θ(b))/(a − b), m² s⁻¹.
    pub fn mean_diffusivity_m2_s(&self, a_mol_m3: f64, b_mol_m3: f64) -> f64 {
        let start = self.scale(a_mol_m3);
        let apart = (self.scale(b_mol_m3) - start) / start;
        let start_m2_s = self.diffusivity_m2_s(a_mol_m3);
        if apart == 0.0 {
            start_m2_s
        } else {
            start_m2_s * libm::log1p(apart) / apart
        }
    }

    /// Concentration (mol m⁻³) a distance (m) from a place, where salt (mol m⁻² s⁻¹) flows from there to the place:
    /// Θ there is Θ here + flux · distance, so 1 + βc grows by the factor exp(β flux distance/D_0).
    pub fn beyond_mol_m3(&self, here_mol_m3: f64, flux_mol_m2_s: f64, distance_m: f64) -> f64 {
        let beta = self.diffusivity_decline_m3_mol;
        let rise_mol_m3 = flux_mol_m2_s * distance_m / self.diffusivity_m2_s(here_mol_m3);
        if beta == 0.0 {
            return here_mol_m3 + rise_mol_m3;
        }
        let scale = self.scale(here_mol_m3);
        here_mol_m3 + scale / beta * libm::expm1(beta * rise_mol_m3 / scale)
    }

    /// Θ(c_L) − Θ(0), mol m⁻¹ s⁻¹, of the steady profile between a place without salt and one with c_L that holds a mean
    /// concentration (mol m⁻³): its flux times its length. ln(1 + βc) is linear there, so the mean of 1 + βc is the
    /// logarithmic one, (e^y − 1)/y with y = ln(1 + β c_L).
    pub fn steady_span_mol_m_s(&self, mean_mol_m3: f64) -> f64 {
        let beta = self.diffusivity_decline_m3_mol;
        if beta == 0.0 {
            return 2.0 * self.diffusivity_m2_s * mean_mol_m3;
        }
        let wanted = 1.0 + beta * mean_mol_m3;
        // (e^y − 1)/y ≥ 1 + y/2 bounds y from above.
        let (mut low, mut high) = (0.0, 2.0 * beta * mean_mol_m3);
        for _ in 0..MAX_ROUNDS {
            let middle = 0.5 * (low + high);
            if libm::expm1(middle) < wanted * middle {
                low = middle;
            } else {
                high = middle;
            }
        }
        self.diffusivity_m2_s(0.0) / beta * 0.5 * (low + high)
    }
}

#[cfg(test)]
mod tests {
    use super::TransportLaw;

    fn law() -> TransportLaw {
        TransportLaw {
            diffusivity_decline_m3_mol: 6.9e-4,
            reference_concentration_mol_m3: 2000.0,
            ..TransportLaw::constant(3.6e-10)
        }
    }

    /// A mean over many narrow slices, and the flux through half a cell back and forth.
    #[test]
    fn means_and_ends_follow_the_integral_of_d() {
        let law = law();
        let n = 10_000;
        let slices = (0..n)
            .map(|k| law.diffusivity_m2_s(500.0 + 2500.0 * (f64::from(k) + 0.5) / f64::from(n)));
        let by_sum = slices.sum::<f64>() / f64::from(n);
        let mean = law.mean_diffusivity_m2_s(500.0, 3000.0);
        assert!((mean / by_sum - 1.0).abs() < 1e-8, "{mean:e} {by_sum:e}");
        let flux = mean * 2500.0 / 1e-5;
        let end = law.beyond_mol_m3(500.0, flux, 1e-5);
        assert!((end - 3000.0).abs() < 1e-8, "{end}");
        let back = law.beyond_mol_m3(3000.0, -flux, 1e-5);
        assert!((back - 500.0).abs() < 1e-8, "{back}");
    }

    /// As b vanishes, the limit goes over into that of a constant D.
    #[test]
    fn the_limit_of_a_weak_law_is_that_of_a_constant() {
        let weak = TransportLaw {
            diffusivity_decline_m3_mol: 1e-9,
            ..law()
        };
        let (here, constant) = (weak.steady_span_mol_m_s(2000.0), 2.0 * 3.6e-10 * 2000.0);
        assert!(
            (here / constant - 1.0).abs() < 1e-5,
            "{here:e} {constant:e}"
        );
    }
}
