//! The balance i_Zn + i_H − I at one y = ln i_H, and how it goes on from there to the root.
//! Here because exponentials are what a cell's step pays for, and with two derivatives one set of them is mostly enough.
//! Must not know: where a search starts, what is asked of its root.

use crate::kinetics::{ButlerVolmer, ProtonBalance};

/// What a search leaves as it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given {
    /// Plating positive.
    pub current_a_m2: f64,
    pub zinc: ButlerVolmer,
    /// η of zinc at pH 0 and i_H = 1 A m⁻².
    pub offset_v: f64,
    /// dη/d ln i_H of Tafel's law alone, negative.
    pub volt_per_log: f64,
    /// dη/dpH of the hydrogen electrode alone, negative.
    pub volt_per_ph: f64,
    pub saturation_ph: f64,
}

/// One y. Arrays hold a value and its derivatives: by y, or zinc's by η.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sharing {
    pub y: f64,
    pub hydrogen_a_m2: f64,
    /// As hydrogen alone would make it.
    free_ph: [f64; 3],
    /// Where the basic salt does not pin it, the same.
    pub ph: [f64; 3],
    pub saturated: bool,
    pub overpotential_v: [f64; 3],
    pub zinc_a_m2: [f64; 4],
    /// What flows beyond I.
    pub excess_a_m2: f64,
    /// Its derivative by y, a sum of positive parts.
    pub rise_a_m2: f64,
}

impl Sharing {
    pub fn at(y: f64, given: &Given, protons: &ProtonBalance) -> Self {
        let hydrogen_a_m2 = libm::exp(y);
        let [ph, slope, bend] = protons.ph_and_derivatives(hydrogen_a_m2);
        let by_y = slope * hydrogen_a_m2;
        let free_ph = [ph, by_y, bend * hydrogen_a_m2 * hydrogen_a_m2 + by_y];
        let saturated = ph >= given.saturation_ph;
        let ph = if saturated {
            [given.saturation_ph, 0.0, 0.0]
        } else {
            free_ph
        };
        let overpotential_v = [
            given.volt_per_ph * ph[0] + given.volt_per_log * y + given.offset_v,
            given.volt_per_ph * ph[1] + given.volt_per_log,
            given.volt_per_ph * ph[2],
        ];
        let zinc_a_m2 = given.zinc.derivatives(overpotential_v[0]);
        Self {
            y,
            hydrogen_a_m2,
            free_ph,
            ph,
            saturated,
            overpotential_v,
            zinc_a_m2,
            excess_a_m2: zinc_a_m2[0] + hydrogen_a_m2 - given.current_a_m2,
            rise_a_m2: zinc_a_m2[1] * overpotential_v[1] + hydrogen_a_m2,
        }
    }

    /// Newton's step, to be subtracted from y.
    pub fn newton(&self) -> f64 {
        self.excess_a_m2 / self.rise_a_m2
    }

    /// Goes to the root where that is so near that two derivatives reach it to round-off (Chebyshev's third-order step).
    ///
    /// Every function here is made of exponentials and of the titration curve, so that each derivative is at most about
    /// κ times the one before. What the step leaves out is then κ²|newton|³.
    pub fn reach_root(&mut self, given: &Given) -> bool {
        let [eta_v, by_y, bend] = self.overpotential_v;
        let [_, slope, second, third] = self.zinc_a_m2;
        let newton = self.newton();
        let kappa = 1.0
            + core::f64::consts::LN_10 * self.ph[1]
            + given.zinc.alpha_c.max(given.zinc.alpha_a) * given.zinc.f_per_v * by_y.abs();
        let left_out = kappa * kappa * (newton * newton * newton).abs();
        let is_near = left_out <= 2.0 * f64::EPSILON * self.y.abs().max(1.0);
        if !is_near {
            return false;
        }
        let rise_slope = second * by_y * by_y + slope * bend + self.hydrogen_a_m2;
        let step = -newton * (1.0 + 0.5 * newton * rise_slope / self.rise_a_m2);
        let onwards = |[value, by_y, bend]: [f64; 3]| value + step * (by_y + 0.5 * step * bend);
        // Where the salt begins to pin the pH, nothing goes on as it was.
        if self.saturated != (onwards(self.free_ph) >= given.saturation_ph) {
            return false;
        }
        let there_v = onwards(self.overpotential_v);
        let moved_v = there_v - eta_v;
        self.y += step;
        self.hydrogen_a_m2 *= 1.0 + step * (1.0 + 0.5 * step);
        self.ph[0] = onwards(self.ph);
        self.overpotential_v[0] = there_v;
        self.zinc_a_m2[0] = given.current_a_m2 - self.hydrogen_a_m2;
        self.zinc_a_m2[1] = slope + moved_v * (second + 0.5 * moved_v * third);
        true
    }
}
