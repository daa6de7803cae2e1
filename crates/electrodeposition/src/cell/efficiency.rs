//! Coulombic efficiency cycle by cycle.
//! Here because the review's figures are ratios over one plating and one stripping, or means over many.
//! Must not know: why charge was lost.

/// A cycle is one pass of the programme; plating and stripping in turn where there is none.
///
/// On an inert substrate its efficiency is what is measured: charge stripped over charge plated. Between zinc electrodes,
/// where the same charge goes both ways, it is one less the charge lost to hydrogen and to dead zinc at both.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Efficiency {
    plated_c_m2: f64,
    stripped_c_m2: f64,
    lost_c_m2: f64,
    sum: f64,
    /// Cycles that ended and had an efficiency.
    pub n_cycles: u32,
    /// Of the last of them.
    pub last_cycle: Option<f64>,
}

impl Efficiency {
    /// Mean over the cycles that ended.
    pub fn mean(&self) -> Option<f64> {
        (self.n_cycles > 0).then(|| self.sum / f64::from(self.n_cycles))
    }

    /// Adds a step: charge at the working electrode, plating positive, and what both electrodes lost.
    pub(super) fn add(&mut self, charge_c_m2: f64, lost_c_m2: f64) {
        if charge_c_m2 > 0.0 {
            self.plated_c_m2 += charge_c_m2
        } else {
            self.stripped_c_m2 -= charge_c_m2
        }
        self.lost_c_m2 += lost_c_m2;
    }

    pub(super) fn end_cycle(&mut self, on_inert: bool) {
        let passed_c_m2 = self.plated_c_m2 + self.stripped_c_m2;
        let efficiency = if on_inert {
            (self.plated_c_m2 > 0.0).then(|| self.stripped_c_m2 / self.plated_c_m2)
        } else {
            (passed_c_m2 > 0.0).then(|| 1.0 - self.lost_c_m2 / passed_c_m2)
        };
        (self.plated_c_m2, self.stripped_c_m2, self.lost_c_m2) = (0.0, 0.0, 0.0);
        if let Some(efficiency) = efficiency {
            self.last_cycle = Some(efficiency);
            self.sum += efficiency;
            self.n_cycles += 1;
        }
    }
}
