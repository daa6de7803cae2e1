//! Charge and salt booked over a run.
//! Here because efficiency and conservation are statements about sums over all steps.
//! Must not know: what drives the currents.

/// Sums since the start, per electrode area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Balance {
    /// Charge passed through the cell, C m⁻².
    pub charge_c_m2: f64,
    /// Part of it that made hydrogen at the plating side, C m⁻².
    pub hydrogen_charge_c_m2: f64,
    /// Salt in the pores at the start, mol m⁻².
    pub initial_salt_mol_m2: f64,
    /// Salt that has entered through both ends, less what left, mol m⁻².
    pub entered_salt_mol_m2: f64,
}

impl Balance {
    pub(super) fn starting_with(initial_salt_mol_m2: f64) -> Self {
        Self {
            charge_c_m2: 0.0,
            hydrogen_charge_c_m2: 0.0,
            initial_salt_mol_m2,
            entered_salt_mol_m2: 0.0,
        }
    }

    /// Charge that plated zinc, C m⁻².
    pub fn zinc_charge_c_m2(&self) -> f64 {
        self.charge_c_m2 - self.hydrogen_charge_c_m2
    }

    /// Share of the charge that plated zinc; `None` before any has passed.
    pub fn coulombic_efficiency(&self) -> Option<f64> {
        (self.charge_c_m2 > 0.0).then(|| self.zinc_charge_c_m2() / self.charge_c_m2)
    }

    /// Salt found in the pores that was not booked, over what was there at the start.
    pub fn salt_error(&self, inventory_mol_m2: f64) -> f64 {
        (inventory_mol_m2 - self.initial_salt_mol_m2 - self.entered_salt_mol_m2)
            / self.initial_salt_mol_m2
    }
}
