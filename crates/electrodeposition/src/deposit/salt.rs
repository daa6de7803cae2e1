//! Salt that diffuses to the front while the current flows: its concentration follows from the potential.
//! Here because one field serves both, so that concentration costs no second solve.
//! Must not know: kinetics, links.
//!
//! With uniform D and κ, c and ψ = φ − A ln(c/c₀), A = (2RT/zF)(1 − t₊), obey Laplace's equation, because the current is
//! −κ∇φ + κA∇ln c = −κ∇ψ. At the front κ ∂ψ/∂n = i and D ∂c/∂n = s i with s = (1 − t₊)/(zF); sides are alike; the top
//! takes a uniform current and, a diffusion layer long, the salt that belongs to it. So c/s·D − κψ has no flux
//! anywhere and is a constant: c = c_top + (sκ/D)(ψ − ψ_top). The constant is fixed by the mean at the top,
//! c_top = c₀ − s i δ_top/D with δ_top what is left of the diffusion layer above the window. In `field`'s unknown
//! ψ = offset + w it is w that carries c, pinned by its mean in the top row, and the offset alone that carries the
//! electrode's potential: raising the voltage does not by itself bring salt.
//!
//! At the front c_s = c − s i d/D, a distance d below the cell's centre. There zinc's i0 goes with (c_s/c₀)^n and the
//! electrolyte's potential is ψ + A ln(c_s/c₀), read with a zinc electrode. Hydrogen's share of the current is taken to
//! move salt like zinc's, which overstates the depletion by that share (a percent or less).

use super::reactions::Reactions;
use crate::case::Case;
use crate::kinetics::f_per_v;
use crate::limits::Separator;

/// Constants of one (half-)run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Salt {
    /// c₀, mol m⁻³.
    pub bulk_mol_m3: f64,
    /// sκ/D, mol m⁻³ V⁻¹.
    pub per_volt: f64,
    /// s/D, mol A⁻¹ m⁻²: fall of concentration over current density and distance.
    pub per_current_metre: f64,
    /// A, V.
    pub log_factor_v: f64,
    /// n.
    pub exponent: f64,
    /// What is left of the diffusion layer above the window, m.
    pub above_window_m: f64,
}

/// Salt as one site meets it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SaltAtSite {
    /// Concentration at the cell's centre over c₀.
    pub share: f64,
    /// Its fall to the front over c₀ and current, m² A⁻¹.
    pub fall_m2_a: f64,
}

/// What a site draws, and by how much more with more potential or more salt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Draw {
    pub eta_v: f64,
    pub current_a_m2: f64,
    pub zinc_a_m2: f64,
    /// di/dφ at a held concentration, S m⁻².
    pub per_volt: f64,
    /// di/d(c/c₀) at a held potential, A m⁻².
    pub per_share: f64,
}

/// A cell's share of c₀ is never taken lower: below it the current is nothing but noise.
const LEAST_SHARE: f64 = 1e-7;
/// Largest share of c₀ where zinc dissolves in the course of a seek.
const MOST_SHARE: f64 = 10.0;
const MAX_ROUNDS: u32 = 200;
/// A bracket of the overpotential wider than this is halved until it is nearer than that, V.
const FAR_V: f64 = 2.0;
const NEAR_V: f64 = 0.1;

impl Salt {
    /// `first_height_m` is the first metal's mean surface.
    pub(crate) fn of(case: &Case, first_height_m: f64) -> Option<Self> {
        if case.deposit.salt_transport != 1 {
            return None;
        }
        // Free solution: the window shows what lies before a separator.
        let mut open = case.clone();
        open.cell.separator_porosity = 1.0;
        let solution = Separator::of(&open);
        let s = solution.salt_flux_per_current_mol_c();
        let per_current_metre = s / solution.diffusivity_m2_s;
        Some(Self {
            bulk_mol_m3: solution.concentration_mol_m3,
            per_volt: per_current_metre * solution.conductivity_s_m,
            per_current_metre,
            // 2RT/zF with z = 2.
            log_factor_v: (1.0 - solution.transference_number)
                / f_per_v(case.electrolyte.temperature_k),
            exponent: case.kinetics.concentration_exponent,
            above_window_m: (case.deposit.diffusion_layer_m
                - (case.deposit.width_m - first_height_m))
                .max(0.0),
        })
    }

    /// Current density at which a flat front a distance below the window's top runs out of salt, A m⁻².
    pub(crate) fn limiting_current_a_m2(&self, below_top_m: f64) -> f64 {
        self.bulk_mol_m3 / (self.per_current_metre * (self.above_window_m + below_top_m))
    }

    /// The current of a site at a potential of its cell (less what opposes plating), with a resistance in series.
    ///
    /// Seeks i in −η(i/r(c_s)) + R i − A ln(c_s/c₀) = u: the left side rises with i, because more current needs more
    /// overpotential and leaves less salt. η comes from all reactions at once, so the seek is over η instead, with
    /// i = i(η, c_s) and c_s = c − fall·i solved along.
    pub(crate) fn draw(
        &self,
        reactions: &Reactions,
        rate: f64,
        at: SaltAtSite,
        potential_v: f64,
        series_ohm_m2: f64,
    ) -> Draw {
        let share = at.share.max(LEAST_SHARE);
        let surface = |eta_v: f64| self.surface_share(reactions, rate, at.fall_m2_a, share, eta_v);
        let residual = |eta_v: f64| {
            let c = surface(eta_v);
            let now = reactions.currents(rate * libm::pow(c, self.exponent), eta_v);
            eta_v - series_ohm_m2 * now.total + self.log_factor_v * libm::log(c) + potential_v
        };
        // Rises with η: less plating leaves more salt. Bracket from the drive without salt's terms.
        let (mut low, mut high) = (-potential_v - 0.1, -potential_v + 0.1);
        for _ in 0..60 {
            if residual(low) <= 0.0 {
                break;
            }
            low -= 2.0 * (high - low);
        }
        for _ in 0..60 {
            if residual(high) >= 0.0 {
                break;
            }
            high += 2.0 * (high - low);
        }
        // Newton climbs down an exponential by RT/αzF a round, so a film that costs many volts is first halved away.
        if high - low > FAR_V {
            while high - low > NEAR_V {
                let middle = 0.5 * (low + high);
                if residual(middle) > 0.0 {
                    high = middle;
                } else {
                    low = middle;
                }
            }
        }
        let mut eta_v = 0.5 * (low + high);
        for _ in 0..MAX_ROUNDS {
            let value = residual(eta_v);
            if value > 0.0 {
                high = eta_v;
            } else {
                low = eta_v;
            }
            let d = self.at_eta(reactions, rate, at.fall_m2_a, share, eta_v, series_ohm_m2);
            let newton = eta_v - value / d.1;
            let next = if newton > low && newton < high {
                newton
            } else {
                0.5 * (low + high)
            };
            let settled = (next - eta_v).abs() <= 4.0 * f64::EPSILON * next.abs().max(1e-3);
            eta_v = next;
            if settled {
                break;
            }
        }
        self.at_eta(reactions, rate, at.fall_m2_a, share, eta_v, series_ohm_m2)
            .0
    }

    /// Surface share c_s/c₀ at an overpotential: c_s = c − fall·i(η, c_s), where i = c_s^n f(η) + i_H.
    fn surface_share(
        &self,
        reactions: &Reactions,
        rate: f64,
        fall_m2_a: f64,
        share: f64,
        eta_v: f64,
    ) -> f64 {
        if fall_m2_a == 0.0 {
            return share;
        }
        // Only zinc takes salt.
        let zinc = reactions.zinc.scaled(rate).current_a_m2(eta_v);
        let taken = fall_m2_a * zinc;
        if self.exponent == 1.0 {
            return share / (1.0 + taken).max(LEAST_SHARE);
        }
        if taken <= 0.0 {
            // Where zinc dissolves faster the more salt there is, the law has no solution beyond a fold: what dissolves
            // is taken at the concentration without it.
            let dissolved = share - taken * libm::pow(share, self.exponent);
            return dissolved.min(MOST_SHARE.max(share));
        }
        let (mut low, mut high) = (0.0, share);
        let mut c = share;
        for _ in 0..60 {
            let value = c + taken * libm::pow(c, self.exponent) - share;
            if value > 0.0 {
                high = c;
            } else {
                low = c;
            }
            let slope = 1.0 + taken * self.exponent * libm::pow(c, self.exponent - 1.0);
            let newton = c - value / slope;
            let next = if newton > low && newton < high {
                newton
            } else {
                0.5 * (low + high)
            };
            let settled = (next - c).abs() <= 4.0 * f64::EPSILON * c;
            c = next;
            if settled {
                break;
            }
        }
        c.max(LEAST_SHARE * share)
    }

    /// The draw at an overpotential, and the slope of the residual sought above.
    ///
    /// With S = ∂i/∂η at held c_s (negative), i_c = n i_Zn/c_s, f = fall·∂i_Zn: dc_s = dc − fall·di_Zn and
    /// di_Zn = S_Zn dη + i_c dc_s give dc_s = (dc − fall S_Zn dη)/(1 + fall i_c).
    fn at_eta(
        &self,
        reactions: &Reactions,
        rate: f64,
        fall_m2_a: f64,
        share: f64,
        eta_v: f64,
        series_ohm_m2: f64,
    ) -> (Draw, f64) {
        let c = self.surface_share(reactions, rate, fall_m2_a, share, eta_v);
        let local = rate * libm::pow(c, self.exponent);
        let now = reactions.currents(local, eta_v);
        let zinc_slope = reactions.zinc.scaled(local).slope_a_m2_v(eta_v);
        let by_salt = self.exponent * now.zinc / c;
        let held = 1.0 + fall_m2_a * by_salt;
        let (c_by_eta, c_by_share) = (-fall_m2_a * zinc_slope / held, 1.0 / held);
        let (i_by_eta, i_by_share) = (now.slope + by_salt * c_by_eta, by_salt * c_by_share);
        let log = self.log_factor_v / c;
        // Residual η − R i + A ln c + u: its partial derivatives.
        let by_eta = 1.0 - series_ohm_m2 * i_by_eta + log * c_by_eta;
        let by_share = -series_ohm_m2 * i_by_share + log * c_by_share;
        let draw = Draw {
            eta_v,
            current_a_m2: now.total,
            zinc_a_m2: now.zinc,
            per_volt: -i_by_eta / by_eta,
            per_share: (i_by_share - i_by_eta * by_share / by_eta).max(0.0),
        };
        (draw, by_eta)
    }
}
