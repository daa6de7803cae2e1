//! Film and kinetics at each cut cell: which current a potential in the cell drives through the front.
//! Here because the field needs this relation, and its slope, at every Newton iteration.
//! Must not know: neighbours, links, geometry beyond distance and length.
//!
//! Potentials are the electrolyte's against the metal, so a positive one plates. The cell's centre lies a signed
//! distance d from the front; with current i the potential falls by i d/σ on the way. The rest, less the capillary
//! step ΓK that opposes plating on a bump, is shared by film and kinetics in series: u = ΓK + i d/σ + i R_film − η(i).
//!
//! d < 0 (centre inside the metal) makes the series resistance smaller, and negative when film and kinetics are nearly
//! free. Where (R_film + R_ct) σ > 10 cells, the negative part is taken at the last known current, which keeps the
//! slope positive; elsewhere d is held at zero and the links of the cell are shortened instead (see `assembly`).
//!
//! Junction limiting: where the drive asks for a kinetic overpotential y steps beyond the last one with α y f > 1, the
//! exponential would overshoot; the step is taken as ln(1 + α f Δ)/(α f), and the field solves with that tangent.

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
    /// ΓK, V.
    pub capillary_v: f64,
    pub is_active: bool,
    /// Kinetic overpotential of the tangent, V, negative when plating; not a number before the first.
    pub eta_v: f64,
    /// Current density of the tangent, A m⁻².
    pub current_a_m2: f64,
    /// Slope of the tangent against the cell's potential, S m⁻².
    pub conductance_s_m2: f64,
    /// Potential at which the tangent touches, V.
    pub touch_v: f64,
}

impl Site {
    /// Current at a potential by the tangent, A m⁻².
    pub(crate) fn tangent_a_m2(&self, potential_v: f64) -> f64 {
        self.current_a_m2 + self.conductance_s_m2 * (potential_v - self.touch_v)
    }

    /// Moves the tangent to a potential; returns whether the junction limit held it back.
    pub(crate) fn linearise(&mut self, law: &ButlerVolmer, potential_v: f64) -> bool {
        if !self.is_active {
            return false;
        }
        let shift_v = self.lagged_drop_v(law) - self.capillary_v;
        let wanted_v = law.overpotential_under_film_v(-(potential_v + shift_v), self.series_ohm_m2);
        let eta_v = if self.eta_v.is_nan() {
            wanted_v
        } else {
            limited(law, self.eta_v, wanted_v)
        };
        let (current, slope) = law.current_and_slope(eta_v);
        self.conductance_s_m2 = 1.0 / (self.series_ohm_m2 - 1.0 / slope);
        self.touch_v = -eta_v + current * self.series_ohm_m2 - shift_v;
        self.eta_v = eta_v;
        self.current_a_m2 = current;
        eta_v != wanted_v
    }

    /// Potential gained between a centre inside the metal and the front, at the last known current.
    ///
    /// Where R σ > 10 cells and d is at most 1/√2 of a cell, i d/σ is less than 0.07 of i R_film + 1/(α f), because
    /// R_ct ≤ 1/(α f i). Held to that bound, a cell whose current has risen since it was classified cannot run away.
    fn lagged_drop_v(&self, law: &ButlerVolmer) -> f64 {
        let scale_v =
            self.current_a_m2.abs() * self.series_ohm_m2 + 1.0 / (law.alpha_c * law.f_per_v);
        let bound_v = std::f64::consts::FRAC_1_SQRT_2 / LAG_ABOVE_CELLS * scale_v;
        (self.current_a_m2 * self.lagged_ohm_m2).clamp(-bound_v, bound_v)
    }

    /// Current at a potential by the full law, A m⁻², leaving the site as it is.
    pub(crate) fn current_at(&self, law: &ButlerVolmer, potential_v: f64) -> f64 {
        if !self.is_active {
            return 0.0;
        }
        let drive_v = -(potential_v - self.capillary_v);
        law.current_a_m2(law.overpotential_under_film_v(drive_v, self.series_ohm_m2))
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
