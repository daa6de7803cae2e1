//! A bare front far from the other electrode: which waves grow, and how fast.
//! Here because roughness, the Wagner length and the smallest growing wave all follow from one formula.
//! Must not know: time, separators, what a front looks like later.
//!
//! ω(k) = (Ω/zF)(E₁ − Γk²) κk/(1 + Rκk) with E₁ = i/κ and Γ = γΩ/(zF): a bare front (R = R_ct), or one under a thin film
//! that is pushed up conformally (R = R_ct + d/σ), which stabilises.

use crate::constants::{CHARGE_NUMBER, FARADAY_C_MOL, ZINC_MOLAR_VOLUME_M3_MOL};

/// Volume of zinc per charge, Ω/(zF), m³ C⁻¹.
const VOLUME_PER_CHARGE_M3_C: f64 = ZINC_MOLAR_VOLUME_M3_MOL / (CHARGE_NUMBER * FARADAY_C_MOL);

/// A flat front at one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FlatFront {
    /// Plating, positive; a stripped front levels itself.
    pub current_a_m2: f64,
    /// κ of the solution above.
    pub conductivity_s_m: f64,
    /// −dη/di and films in series.
    pub resistance_ohm_m2: f64,
    /// γ.
    pub surface_energy_j_m2: f64,
}

impl FlatFront {
    /// Γ = γΩ/(zF), V m.
    fn capillarity_v_m(&self) -> f64 {
        self.surface_energy_j_m2 * VOLUME_PER_CHARGE_M3_C
    }

    /// L_W = κR, m: far rougher surfaces than this distribute current by conduction, far smoother ones by kinetics.
    pub fn wagner_length_m(&self) -> f64 {
        self.conductivity_s_m * self.resistance_ohm_m2
    }

    /// ω(k), s⁻¹.
    pub fn growth_per_s(&self, wavenumber_per_m: f64) -> f64 {
        let k = wavenumber_per_m;
        let field_v_m = self.current_a_m2 / self.conductivity_s_m;
        let admittance_s_m2 = self.conductivity_s_m * k;
        VOLUME_PER_CHARGE_M3_C * (field_v_m - self.capillarity_v_m() * k * k) * admittance_s_m2
            / (1.0 + self.resistance_ohm_m2 * admittance_s_m2)
    }

    /// λ_c = 2π√(κΓ/i), m, below which capillarity smooths every wave; `None` where nothing plates.
    pub fn critical_wavelength_m(&self) -> Option<f64> {
        let ratio = self.conductivity_s_m * self.capillarity_v_m() / self.current_a_m2;
        (self.current_a_m2 > 0.0).then(|| 2.0 * core::f64::consts::PI * ratio.sqrt())
    }

    /// The wavenumber that grows fastest, m⁻¹; `None` where nothing plates.
    ///
    /// dω/dk = 0 is E₁ − 3Γk² − 2L_WΓk³ = 0, which falls and is concave for k > 0: Newton from above descends to the one
    /// root. Without the cubic or without the square term the root would be larger, so that the smaller is a start.
    pub fn worst_wavenumber_per_m(&self) -> Option<f64> {
        if self.current_a_m2 <= 0.0 {
            return None;
        }
        let ratio_per_m2 = self.current_a_m2 / (self.conductivity_s_m * self.capillarity_v_m());
        let length_m = self.wagner_length_m();
        let mut k = (ratio_per_m2 / 3.0)
            .sqrt()
            .min(libm::cbrt(ratio_per_m2 / (2.0 * length_m)));
        for _ in 0..50 {
            let excess = ratio_per_m2 - (3.0 + 2.0 * length_m * k) * k * k;
            let step = excess / (6.0 * (1.0 + length_m * k) * k);
            k += step;
            if step.abs() <= 1e-14 * k {
                break;
            }
        }
        Some(k)
    }

    /// Growth rate of the worst wave, s⁻¹; zero where nothing plates.
    pub fn worst_growth_per_s(&self) -> f64 {
        self.worst_wavenumber_per_m()
            .map_or(0.0, |k| self.growth_per_s(k))
    }
}
