//! What reacts at one zinc surface under a given current: how zinc and hydrogen share it, and at which pH.
//! Here because the galvanostat fixes only their sum, and the surface's pH moves with hydrogen's part.
//! Must not know: films, the rest of the cell, time.

use crate::by_product::saturation_ph;
use crate::case::Case;
use crate::kinetics::{
    ButlerVolmer, Hydrogen, ProtonBalance, f_per_v, zinc_equilibrium_potential_v,
};

/// Laws of one kind of surface at the case's temperature.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surface {
    pub zinc: ButlerVolmer,
    hydrogen: Hydrogen,
    protons: ProtonBalance,
    concentration_exponent: f64,
    reference_concentration_mol_m3: f64,
    temperature_k: f64,
    activity_coefficient: f64,
}

/// What holds at the surface whatever current flows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Condition {
    /// At the metal, as concentration of solution in equilibrium.
    pub concentration_mol_m3: f64,
    /// Part of the surface where zinc reacts.
    pub active_fraction: f64,
}

/// What happens there.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Reaction {
    /// Against a zinc electrode in the solution at the metal, V; negative where zinc plates.
    pub overpotential_v: f64,
    pub hydrogen_a_m2: f64,
    /// Part of the hydrogen current whose hydroxide precipitates.
    pub precipitating_a_m2: f64,
    pub ph: f64,
    /// pH above which the basic salt precipitates.
    pub saturation_ph: f64,
    /// −dη/di of zinc.
    pub charge_transfer_ohm_m2: f64,
    /// ln of the hydrogen current, where the next search starts.
    log_hydrogen: f64,
}

/// Newton needs a few rounds; the rest is for bisection.
const MAX_ROUNDS: u32 = 200;
/// Longest Newton step in the logarithm of the hydrogen current.
const MAX_STRIDE: f64 = 8.0;

impl Surface {
    /// The laws of a case.
    pub fn of(case: &Case) -> Self {
        Self {
            zinc: ButlerVolmer::of(case),
            hydrogen: Hydrogen::of(case),
            protons: ProtonBalance::of(case),
            concentration_exponent: case.kinetics.concentration_exponent,
            reference_concentration_mol_m3: case.kinetics.reference_concentration_mol_m3,
            temperature_k: case.electrolyte.temperature_k,
            activity_coefficient: case.surface.activity_coefficient,
        }
    }

    /// Shares a current, plating positive: i_Zn + i_H = I. At I = 0 this is corrosion at the mixed potential.
    ///
    /// The unknown is y = ln i_H. It gives the surface's pH, which gives E_H, and with Tafel's law the potential; so
    /// i_Zn(y) + i_H(y) − I is explicit, and it rises with y: one root. `before` is a reaction under nearly the same
    /// current, to start from.
    pub fn react(&self, current_a_m2: f64, at: Condition, before: Option<&Reaction>) -> Reaction {
        let relative = at.concentration_mol_m3 / self.reference_concentration_mol_m3;
        let order = if self.concentration_exponent == 1.0 {
            relative
        } else {
            libm::pow(relative, self.concentration_exponent)
        };
        let zinc = self.zinc.scaled(order * at.active_fraction);
        let equilibrium_v =
            zinc_equilibrium_potential_v(at.concentration_mol_m3, self.temperature_k);
        let saturation_ph = saturation_ph(at.concentration_mol_m3, self.activity_coefficient);
        let volt_per_ph = core::f64::consts::LN_10 / f_per_v(self.temperature_k);
        let log_i0 = libm::log(self.hydrogen.i0_a_m2);
        let per_v = self.hydrogen.per_v;

        let overpotential = |log_hydrogen: f64, ph: f64| {
            -volt_per_ph * ph - (log_hydrogen - log_i0) / per_v - equilibrium_v
        };
        let mut y = match before {
            Some(before) => before.log_hydrogen,
            None => {
                let eta_v = zinc.overpotential_v(current_a_m2);
                let drive_v = self.hydrogen.equilibrium_v - equilibrium_v - eta_v;
                log_i0 + per_v * drive_v
            }
        };
        let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
        let mut reaction = Reaction {
            saturation_ph,
            ..Reaction::default()
        };
        for _ in 0..MAX_ROUNDS {
            let hydrogen_a_m2 = libm::exp(y);
            let (free_ph, free_slope) = self.protons.ph_and_slope(hydrogen_a_m2);
            let saturated = free_ph >= saturation_ph;
            let (ph, ph_slope) = if saturated {
                (saturation_ph, 0.0)
            } else {
                (free_ph, free_slope)
            };
            let eta_v = overpotential(y, ph);
            let (zinc_a_m2, zinc_slope) = zinc.current_and_slope(eta_v);
            reaction = Reaction {
                overpotential_v: eta_v,
                hydrogen_a_m2,
                precipitating_a_m2: if saturated { hydrogen_a_m2 } else { 0.0 },
                ph,
                saturation_ph,
                charge_transfer_ohm_m2: -1.0 / zinc_slope,
                log_hydrogen: y,
            };
            let residual = zinc_a_m2 + hydrogen_a_m2 - current_a_m2;
            if residual > 0.0 {
                high = y
            } else {
                low = y
            }
            let eta_slope = -volt_per_ph * ph_slope * hydrogen_a_m2 - 1.0 / per_v;
            let newton = residual / (zinc_slope * eta_slope + hydrogen_a_m2);
            let mut next = y - newton.clamp(-MAX_STRIDE, MAX_STRIDE);
            if next < low || next > high {
                next = 0.5 * (low + high);
            }
            let settled = (next - y).abs() <= 4.0 * f64::EPSILON * y.abs().max(1.0);
            y = next;
            if settled || !residual.is_finite() {
                break;
            }
        }
        if reaction.precipitating_a_m2 > 0.0 {
            // What the bulk takes away at the pinned pH does not precipitate. A bulk that is itself beyond saturation
            // takes nothing away, and is not made to give.
            let leaving = self.protons.carried_away_a_m2(saturation_ph).max(0.0);
            reaction.precipitating_a_m2 = (reaction.hydrogen_a_m2 - leaving).max(0.0);
        }
        reaction
    }
}
