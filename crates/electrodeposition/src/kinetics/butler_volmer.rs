//! The Butler-Volmer law with its own αz for plating and for stripping, and its inverse.
//! Here because both models evaluate and invert it, once per electrode or once per cut cell.
//! Must not know: where the surface is, what time it is.
//!
//! Symbols: y = −Fη/RT (positive when plating), r = i/i0.

use super::{arrhenius, f_per_v};
use crate::case::Case;

/// i = i0 [exp(−α_c z F η/RT) − exp(α_a z F η/RT)], plating positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ButlerVolmer {
    /// Exchange current density, A m⁻².
    pub i0_a_m2: f64,
    /// α_c z: 0.5 is 118 mV per decade at 25 °C.
    pub alpha_c: f64,
    /// α_a z: 1.5 is 39 mV per decade at 25 °C.
    pub alpha_a: f64,
    /// F/(RT), V⁻¹.
    pub f_per_v: f64,
}

/// Exponents are held below this, so that no rate overflows.
const MAX_EXPONENT: f64 = 600.0;
/// Newton below converges in under ten rounds; the rest is for bisection.
const MAX_ROUNDS: u32 = 200;

impl ButlerVolmer {
    /// The law of a case at its temperature, with i0 as at the reference concentration.
    pub fn of(case: &Case) -> Self {
        let (kinetics, temperature_k) = (&case.kinetics, case.electrolyte.temperature_k);
        Self {
            i0_a_m2: kinetics.exchange_current_density_a_m2
                * case.surface.desolvation_factor
                * arrhenius(kinetics.activation_energy_j_mol, temperature_k),
            alpha_c: kinetics.cathodic_alpha_z,
            alpha_a: kinetics.anodic_alpha_z,
            f_per_v: f_per_v(temperature_k),
        }
    }

    /// The same law where i0 is `factor` times larger, as by (c_s/c_ref)^n.
    #[inline]
    pub fn scaled(self, factor: f64) -> Self {
        Self {
            i0_a_m2: self.i0_a_m2 * factor,
            ..self
        }
    }

    /// Current density at an overpotential, A m⁻².
    #[inline]
    pub fn current_a_m2(&self, eta_v: f64) -> f64 {
        self.i0_a_m2 * self.rate_and_slope(-self.f_per_v * eta_v).0
    }

    /// di/dη, A m⁻² V⁻¹; always negative.
    #[inline]
    pub fn slope_a_m2_v(&self, eta_v: f64) -> f64 {
        self.current_and_slope(eta_v).1
    }

    /// Current density (A m⁻²) and its slope (A m⁻² V⁻¹) from one evaluation of the exponentials.
    #[inline]
    pub fn current_and_slope(&self, eta_v: f64) -> (f64, f64) {
        let (rate, slope) = self.rate_and_slope(-self.f_per_v * eta_v);
        (self.i0_a_m2 * rate, -self.i0_a_m2 * self.f_per_v * slope)
    }

    /// Current density (A m⁻²) and its first three derivatives by η (A m⁻² V⁻ⁿ), likewise.
    #[inline]
    pub fn derivatives(&self, eta_v: f64) -> [f64; 4] {
        let (plating, stripping) = self.exponentials_less_one(-self.f_per_v * eta_v);
        let (per_v, against_v) = (-self.f_per_v * self.alpha_c, self.f_per_v * self.alpha_a);
        let first = [per_v * (1.0 + plating), against_v * (1.0 + stripping)];
        let second = [per_v * first[0], against_v * first[1]];
        let third = [per_v * second[0], against_v * second[1]];
        [
            self.i0_a_m2 * (plating - stripping),
            self.i0_a_m2 * (first[0] - first[1]),
            self.i0_a_m2 * (second[0] - second[1]),
            self.i0_a_m2 * (third[0] - third[1]),
        ]
    }

    /// r = e^(α_c y) − e^(−α_a y) and dr/dy.
    #[inline]
    fn rate_and_slope(&self, y: f64) -> (f64, f64) {
        let (plating, stripping) = self.exponentials_less_one(y);
        (
            plating - stripping,
            self.alpha_c * (1.0 + plating) + self.alpha_a * (1.0 + stripping),
        )
    }

    /// e^(α_c y) − 1 and e^(−α_a y) − 1. Through expm1, so that a small current keeps all its digits.
    #[inline]
    fn exponentials_less_one(&self, y: f64) -> (f64, f64) {
        (
            libm::expm1((self.alpha_c * y).min(MAX_EXPONENT)),
            libm::expm1((-self.alpha_a * y).min(MAX_EXPONENT)),
        )
    }

    /// Charge-transfer resistance at a current density, −dη/di, Ω m².
    /// For αz = 1/1 it is (RT/zF)/√(i0² + i²/4).
    pub fn charge_transfer_resistance_ohm_m2(&self, current_a_m2: f64) -> f64 {
        -1.0 / self.slope_a_m2_v(self.overpotential_v(current_a_m2))
    }

    /// Overpotential that drives a current density, V. For αz = 1/1 it is −(2RT/zF) asinh(i/2i0).
    pub fn overpotential_v(&self, current_a_m2: f64) -> f64 {
        let r = current_a_m2 / self.i0_a_m2;
        let y = if r >= 0.0 {
            inverse_branch(self.alpha_c, self.alpha_a, r)
        } else {
            -inverse_branch(self.alpha_a, self.alpha_c, -r)
        };
        -y / self.f_per_v
    }

    /// Overpotential and film drop together, V: η − iR, for a film of resistance R (Ω m²) in series.
    pub fn overpotential_with_film_v(&self, current_a_m2: f64, film_ohm_m2: f64) -> f64 {
        self.overpotential_v(current_a_m2) - current_a_m2 * film_ohm_m2
    }

    /// The kinetic overpotential η where a drive is shared with a film: η − R i(η) = drive, V.
    ///
    /// Newton from the smaller of the drive and the bound log1p(drive/(R i0))/α, from where it descends; a bracket
    /// guards it where the curve is concave (unequal αz near equilibrium).
    pub fn overpotential_under_film_v(&self, drive_v: f64, film_ohm_m2: f64) -> f64 {
        if drive_v > 0.0 {
            return -self
                .mirrored()
                .overpotential_under_film_v(-drive_v, film_ohm_m2);
        }
        let u = -self.f_per_v * drive_v;
        // Film drop per unit of r, in units of RT/F.
        let film = self.f_per_v * film_ohm_m2 * self.i0_a_m2;
        if u == 0.0 || film == 0.0 {
            return drive_v;
        }
        let (mut low, mut high) = (0.0_f64, u.min(libm::log1p(u / film) / self.alpha_c));
        let mut y = high;
        for _ in 0..MAX_ROUNDS {
            let (rate, slope) = self.rate_and_slope(y);
            let residual = y + film * rate - u;
            if residual > 0.0 {
                high = y
            } else {
                low = y
            }
            let newton = y - residual / (1.0 + film * slope);
            let next = if newton >= low && newton <= high {
                newton
            } else {
                0.5 * (low + high)
            };
            let settled = (next - y).abs() <= 2.0 * f64::EPSILON * next.abs();
            y = next;
            if settled {
                break;
            }
        }
        -y / self.f_per_v
    }

    /// The law with plating and stripping exchanged.
    fn mirrored(&self) -> Self {
        Self {
            alpha_c: self.alpha_a,
            alpha_a: self.alpha_c,
            ..*self
        }
    }
}

/// y ≥ 0 with e^(αy) − e^(−βy) = r for r ≥ 0.
///
/// Solves αy = log1p(r + expm1(−βy)) instead: the difference of the two sides is increasing and concave, so that
/// Newton from zero ascends to the root without a bracket.
fn inverse_branch(alpha: f64, beta: f64, r: f64) -> f64 {
    let mut y = 0.0_f64;
    for _ in 0..MAX_ROUNDS {
        let opposing = libm::expm1(-beta * y);
        let residual = alpha * y - libm::log1p(r + opposing);
        let next = y - residual / (alpha + beta * (1.0 + opposing) / (1.0 + r + opposing));
        let settled = (next - y).abs() <= 2.0 * f64::EPSILON * next.abs();
        y = next;
        if settled {
            break;
        }
    }
    y
}
