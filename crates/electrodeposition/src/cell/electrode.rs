//! What one electrode has been through: zinc in foil, deposit and dead, hydrogen, by-product, peaks.
//! Here because every mole of zinc must be accounted for, and life ends where a peak bridges the gap.
//! Must not know: potentials, the other electrode, the solution.

use serde::Serialize;

use crate::by_product::volume_per_charge_m3_c;
use crate::constants::{CHARGE_NUMBER, FARADAY_C_MOL, ZINC_MOLAR_VOLUME_M3_MOL};

/// Zinc per area is counted as the charge that deposits it, C m⁻².
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Electrode {
    pub initial_foil_c_m2: f64,
    /// What is left of the foil.
    pub foil_c_m2: f64,
    /// Deposit that can be stripped.
    pub plated_c_m2: f64,
    /// Metal without contact.
    pub dead_c_m2: f64,
    /// Zinc deposited less zinc dissolved since the start.
    pub net_deposited_c_m2: f64,
    pub hydrogen_charge_c_m2: f64,
    /// Part of the hydrogen charge whose hydroxide is in the by-product film.
    pub precipitated_charge_c_m2: f64,
    /// Highest peak above the mean surface, m.
    pub peak_m: f64,
}

/// What a step brought.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passed {
    pub duration_s: f64,
    /// Plating positive.
    pub charge_c_m2: f64,
    pub hydrogen_c_m2: f64,
    pub precipitated_c_m2: f64,
}

/// How peaks grow and kill zinc.
#[derive(Debug, Clone, Copy)]
pub(super) struct Growth {
    /// Of the worst wave of linear stability, s⁻¹.
    pub worst_per_s: f64,
    /// Excess of the fastest place over the mean current.
    pub excess: f64,
    pub dead_zinc_peak_m: f64,
}

impl Electrode {
    pub(super) fn with_foil(thickness_m: f64, peak_m: f64) -> Self {
        let foil_c_m2 = thickness_m * CHARGE_NUMBER * FARADAY_C_MOL / ZINC_MOLAR_VOLUME_M3_MOL;
        Self {
            initial_foil_c_m2: foil_c_m2,
            foil_c_m2,
            plated_c_m2: 0.0,
            dead_c_m2: 0.0,
            net_deposited_c_m2: 0.0,
            hydrogen_charge_c_m2: 0.0,
            precipitated_charge_c_m2: 0.0,
            peak_m,
        }
    }

    /// Zinc that can be stripped.
    pub fn live_c_m2(&self) -> f64 {
        self.foil_c_m2 + self.plated_c_m2
    }

    /// Dense thickness of the by-product film, m.
    pub fn by_product_m(&self) -> f64 {
        volume_per_charge_m3_c() * self.precipitated_charge_c_m2
    }

    /// Top of the highest peak above the surface at the start, m.
    pub fn peak_top_m(&self) -> f64 {
        self.peak_m
            + self.net_deposited_c_m2 * ZINC_MOLAR_VOLUME_M3_MOL / (CHARGE_NUMBER * FARADAY_C_MOL)
    }

    /// Zinc on the electrode beyond what was deposited on it: zero but for round-off.
    pub fn zinc_imbalance_c_m2(&self) -> f64 {
        self.foil_c_m2 + self.plated_c_m2 + self.dead_c_m2
            - self.initial_foil_c_m2
            - self.net_deposited_c_m2
    }

    /// Books a step.
    ///
    /// Where a current strips, φ = A/(A + A_dead) of its charge dies besides: peaks are cut off at their feet. Peaks
    /// grow while zinc plates, dA/dt = ωA + s v, and keep their height above the mean while it is stripped.
    pub(super) fn book(&mut self, passed: &Passed, growth: &Growth) {
        let zinc_c_m2 = passed.charge_c_m2 - passed.hydrogen_c_m2;
        self.net_deposited_c_m2 += zinc_c_m2;
        self.hydrogen_charge_c_m2 += passed.hydrogen_c_m2;
        self.precipitated_charge_c_m2 += passed.precipitated_c_m2;
        if zinc_c_m2 >= 0.0 {
            self.plated_c_m2 += zinc_c_m2;
            self.grow(zinc_c_m2, passed.duration_s, growth);
            return;
        }
        let dying_c_m2 = if passed.charge_c_m2 < 0.0 {
            -zinc_c_m2 * self.peak_m / (self.peak_m + growth.dead_zinc_peak_m)
        } else {
            0.0
        };
        self.dead_c_m2 += dying_c_m2;
        let leaving_c_m2 = dying_c_m2 - zinc_c_m2;
        let from_deposit_c_m2 = leaving_c_m2.min(self.plated_c_m2);
        self.plated_c_m2 -= from_deposit_c_m2;
        self.foil_c_m2 -= leaving_c_m2 - from_deposit_c_m2;
    }

    /// The exact solution over a step in which ω and v do not change.
    fn grow(&mut self, zinc_c_m2: f64, duration_s: f64, growth: &Growth) {
        let forced_m =
            growth.excess * zinc_c_m2 * ZINC_MOLAR_VOLUME_M3_MOL / (CHARGE_NUMBER * FARADAY_C_MOL);
        let exponent = growth.worst_per_s * duration_s;
        let gained = libm::expm1(exponent);
        let forcing = if exponent.abs() > 1e-12 {
            gained / exponent
        } else {
            1.0
        };
        self.peak_m += self.peak_m * gained + forced_m * forcing;
    }
}
