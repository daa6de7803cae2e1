//! Film and kinetics at each cut cell: which current a potential in the cell drives through the front.
//! Here because the field needs this relation, and its slope, at every Newton iteration.
//! Must not know: neighbours, links, geometry beyond distance and length.
//!
//! Potentials are the electrolyte's against the metal, so a positive one plates. The cell's centre lies a signed
//! distance d from the front; with current i the potential falls by i d/σ on the way. The rest, less what opposes
//! plating (the capillary step ΓK on a bump, the pressure of a stiff film), is shared by film and kinetics in series:
//! u = ΓK + ΩP/(zF) + i d/σ + i R_film − η(i).
//!
//! d < 0 (centre inside the metal) makes the series resistance smaller, and negative when film and kinetics are nearly
//! free. Where (R_film + R_ct) σ > 10 cells, the negative part is taken at the last known current, which keeps the
//! slope positive; elsewhere d is held at zero and the links of the cell are shortened instead (see `assembly`).
//!
//! Junction limiting: where the drive asks for a kinetic overpotential y steps beyond the last one with α y f > 1, the
//! exponential would overshoot; the step is taken as ln(1 + α f Δ)/(α f), and the field solves with that tangent.

use super::reactions::Reactions;
use super::salt::{Salt, SaltAtSite};
use crate::kinetics::ButlerVolmer;

/// Resistance (as a length, R σ, in cells) above which negative distances are corrected by the last current.
pub(crate) const LAG_ABOVE_CELLS: f64 = 10.0;

/// One cut cell as the field sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Site {
    pub cell: u32,
    /// Length of front in the cell, in cells.
    pub length: f64,
    /// Film and positive distance in series, Ω m².
    pub series_ohm_m2: f64,
    /// −d/σ for a lagged negative distance, else zero, Ω m².
    pub lagged_ohm_m2: f64,
    /// ΓK and the step by a film's pressure, V.
    pub opposing_v: f64,
    /// i0 of zinc over that of the case, by the orientation of the grain.
    pub rate: f64,
    /// Fall of salt from the cell's centre to the front over c₀ and current, m² A⁻¹.
    pub fall_m2_a: f64,
    pub is_active: bool,
    /// Kinetic overpotential of the tangent, V, negative when plating; not a number before the first.
    pub eta_v: f64,
    /// Current density of the tangent, A m⁻².
    pub current_a_m2: f64,
    /// The part of it that is zinc, A m⁻².
    pub zinc_a_m2: f64,
    /// Slope of the tangent against the cell's potential, S m⁻².
    pub conductance_s_m2: f64,
    /// Slope against the salt's share of c₀ in the cell, A m⁻²; zero where the solution is uniform.
    pub by_share_a_m2: f64,
    /// Potential at which the tangent touches, V.
    pub touch_v: f64,
}

/// What all sites of a solve share.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Laws {
    pub reactions: Reactions,
    pub salt: Option<Salt>,
}

impl Site {
    /// Current at a potential by the tangent, A m⁻².
    pub(crate) fn tangent_a_m2(&self, potential_v: f64) -> f64 {
        self.current_a_m2 + self.conductance_s_m2 * (potential_v - self.touch_v)
    }

    /// Moves the tangent to a potential and a share of salt; returns whether the junction limit held it back.
    pub(crate) fn linearise(&mut self, laws: &Laws, potential_v: f64, share: f64) -> bool {
        if !self.is_active {
            return false;
        }
        let zinc = &laws.reactions.zinc;
        let shift_v = self.lagged_drop_v(zinc) - self.opposing_v;
        if let Some(salt) = laws.salt {
            let at = SaltAtSite {
                share,
                fall_m2_a: self.fall_m2_a,
            };
            let draw = salt.draw(
                &laws.reactions,
                self.rate,
                at,
                potential_v + shift_v,
                self.series_ohm_m2,
            );
            self.eta_v = draw.eta_v;
            (self.current_a_m2, self.zinc_a_m2) = (draw.current_a_m2, draw.zinc_a_m2);
            (self.conductance_s_m2, self.by_share_a_m2) = (draw.per_volt, draw.per_share);
            self.touch_v = potential_v;
            return false;
        }
        let wanted_v =
            laws.reactions
                .overpotential_v(self.rate, -(potential_v + shift_v), self.series_ohm_m2);
        let eta_v = if self.eta_v.is_nan() {
            wanted_v
        } else {
            limited(zinc, self.eta_v, wanted_v)
        };
        let now = laws.reactions.currents(self.rate, eta_v);
        self.conductance_s_m2 = 1.0 / (self.series_ohm_m2 - 1.0 / now.slope);
        self.touch_v = -eta_v + now.total * self.series_ohm_m2 - shift_v;
        self.eta_v = eta_v;
        (self.current_a_m2, self.zinc_a_m2) = (now.total, now.zinc);
        eta_v != wanted_v
    }

    /// Potential gained between a centre inside the metal and the front, at the last known current.
    ///
    /// Where R σ > 10 cells and d is at most 1/√2 of a cell, i d/σ is less than 0.07 of i R_film + 1/(α f), because
    /// R_ct ≤ 1/(α f i). Held to that bound, a cell whose current has risen since it was classified cannot run away.
    fn lagged_drop_v(&self, zinc: &ButlerVolmer) -> f64 {
        let alpha = if self.current_a_m2 < 0.0 {
            zinc.alpha_a
        } else {
            zinc.alpha_c
        };
        let scale_v = self.current_a_m2.abs() * self.series_ohm_m2 + 1.0 / (alpha * zinc.f_per_v);
        let bound_v = std::f64::consts::FRAC_1_SQRT_2 / LAG_ABOVE_CELLS * scale_v;
        (self.current_a_m2 * self.lagged_ohm_m2).clamp(-bound_v, bound_v)
    }

    /// Current at a potential by the full law, A m⁻², leaving the site as it is.
    pub(crate) fn current_at(&self, laws: &Laws, potential_v: f64, share: f64) -> f64 {
        if !self.is_active {
            return 0.0;
        }
        let drive_v = -(potential_v - self.opposing_v);
        if let Some(salt) = laws.salt {
            let at = SaltAtSite {
                share,
                fall_m2_a: self.fall_m2_a,
            };
            return salt
                .draw(&laws.reactions, self.rate, at, -drive_v, self.series_ohm_m2)
                .current_a_m2;
        }
        let eta_v = laws
            .reactions
            .overpotential_v(self.rate, drive_v, self.series_ohm_m2);
        laws.reactions.currents(self.rate, eta_v).total
    }
}

fn limited(law: &ButlerVolmer, from_v: f64, to_v: f64) -> f64 {
    let change_v = to_v - from_v;
    let alpha = if change_v < 0.0 {
        law.alpha_c
    } else {
        law.alpha_a
    };
    let b = alpha * law.f_per_v;
    // Only a step that climbs its exponential overshoots; one that comes back towards equilibrium does not.
    let climbs = (change_v < 0.0) == (to_v < 0.0);
    if climbs && b * change_v.abs() > 1.0 {
        from_v + change_v.signum() * libm::log1p(b * change_v.abs()) / b
    } else {
        to_v
    }
}
