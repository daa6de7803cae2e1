//! Charge, salt, water and zinc booked over a run.
//! Here because efficiency and conservation are statements about sums over all steps.
//! Must not know: what drives the currents.

use serde::Serialize;

use super::electrode::Electrode;
use crate::by_product::{BASIC_ZINC, WATER};
use crate::constants::{CHARGE_NUMBER, FARADAY_C_MOL};

/// Sums since the start, per electrode area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Balance {
    /// Charge passed through the cell in either direction, C m⁻².
    pub charge_c_m2: f64,
    /// Part of it that made hydrogen at the plating side, C m⁻².
    pub hydrogen_charge_c_m2: f64,
    /// Salt in the pores at the start, mol m⁻².
    pub initial_salt_mol_m2: f64,
    /// Salt that has entered through both ends, less what left, mol m⁻².
    pub entered_salt_mol_m2: f64,
    /// Water in the pores at the start, mol m⁻².
    pub initial_water_mol_m2: f64,
    /// Water left: one is split for each electron of hydrogen, and the by-product binds some.
    pub water_mol_m2: f64,
}

impl Balance {
    pub(super) fn starting_with(initial_salt_mol_m2: f64, initial_water_mol_m2: f64) -> Self {
        Self {
            charge_c_m2: 0.0,
            hydrogen_charge_c_m2: 0.0,
            initial_salt_mol_m2,
            entered_salt_mol_m2: 0.0,
            initial_water_mol_m2,
            water_mol_m2: initial_water_mol_m2,
        }
    }

    pub(super) fn take_water(&mut self, hydrogen_c_m2: f64, precipitated_c_m2: f64) {
        self.water_mol_m2 -=
            hydrogen_c_m2 / FARADAY_C_MOL + WATER * super::by_product_mol_c() * precipitated_c_m2;
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

/// Where the zinc of the whole cell is, mol m⁻².
///
/// The solution carries current by zinc and sulfate alone. The charge that hydrogen takes at an electrode is therefore
/// delivered there as zinc too, which does not plate: it stays in solution as basic zinc, the partner of the hydroxide,
/// until it precipitates. Three basic zinc and one zinc sulfate make one by-product.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ZincInventory {
    pub foil_mol_m2: f64,
    pub plated_mol_m2: f64,
    pub dead_mol_m2: f64,
    /// As sulfate in the pores.
    pub salt_mol_m2: f64,
    /// Dissolved with hydroxide.
    pub basic_mol_m2: f64,
    pub by_product_mol_m2: f64,
}

impl ZincInventory {
    pub(super) fn of(electrodes: &[Electrode; 2], salt_mol_m2: f64) -> Self {
        let sum = |charge: fn(&Electrode) -> f64| electrodes.iter().map(charge).sum::<f64>();
        let per_charge = 1.0 / (CHARGE_NUMBER * FARADAY_C_MOL);
        let salts = super::by_product_mol_c() * sum(|one| one.precipitated_charge_c_m2);
        Self {
            foil_mol_m2: per_charge * sum(|one| one.foil_c_m2),
            plated_mol_m2: per_charge * sum(|one| one.plated_c_m2),
            dead_mol_m2: per_charge * sum(|one| one.dead_c_m2),
            salt_mol_m2,
            basic_mol_m2: per_charge * sum(|one| one.hydrogen_charge_c_m2) - BASIC_ZINC * salts,
            by_product_mol_m2: (BASIC_ZINC + 1.0) * salts,
        }
    }

    /// All of it, mol m⁻².
    pub fn total_mol_m2(&self) -> f64 {
        self.foil_mol_m2
            + self.plated_mol_m2
            + self.dead_mol_m2
            + self.salt_mol_m2
            + self.basic_mol_m2
            + self.by_product_mol_m2
    }
}
