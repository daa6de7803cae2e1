//! What can be seen of a cell at one moment: named quantities with their units.
//! Here because page, summary and validation must show the same numbers under the same names.
//! Must not know: display units, files, drawing.

use serde::{Deserialize, Serialize};

use super::Cell;
use crate::hash::StateHash;

/// A cell at one moment. Parts of the voltage are positive where they oppose the current, apart from the plating
/// overpotential, which is negative.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct CellObservation {
    pub time_s: f64,
    pub half_cycle: u32,
    /// Counter against working electrode.
    pub voltage_v: f64,
    pub plating_overpotential_v: f64,
    pub stripping_overpotential_v: f64,
    pub separator_ohmic_drop_v: f64,
    pub diffusion_potential_v: f64,
    pub coating_ohmic_drop_v: f64,
    pub coating_diffusion_potential_v: f64,
    /// In the solution at the working electrode.
    pub working_surface_concentration_mol_m3: f64,
    /// In the solution at the counter electrode.
    pub counter_surface_concentration_mol_m3: f64,
    pub zinc_current_a_m2: f64,
    pub hydrogen_current_a_m2: f64,
    pub charge_c_m2: f64,
    /// Zinc over total charge since the start, or over total current before any charge has passed.
    pub coulombic_efficiency: f64,
    /// i/i_lim of the separator or of the film, whichever is nearer its limit.
    pub limiting_current_ratio: f64,
    /// Time since the current was switched over Sand's time; only above the separator's limiting current.
    pub sand_time_ratio: Option<f64>,
    /// L_W = κR_ct over the separator's thickness.
    pub wagner_number: f64,
    /// R_c/R_ct of one coated electrode; zero for bare zinc.
    pub coating_to_charge_transfer: f64,
    /// Salt unaccounted for, over the salt there was.
    pub salt_error: f64,
}

/// A number with its name and SI unit ("1" where there is none).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    pub name: &'static str,
    pub unit: &'static str,
    pub value: f64,
}

impl CellObservation {
    /// All quantities in a fixed order; a ratio that has no meaning now is NaN.
    pub fn quantities(&self) -> [Quantity; 20] {
        let quantity = |name, unit, value| Quantity { name, unit, value };
        [
            quantity("time", "s", self.time_s),
            quantity("half_cycle", "1", f64::from(self.half_cycle)),
            quantity("voltage", "V", self.voltage_v),
            quantity("plating_overpotential", "V", self.plating_overpotential_v),
            quantity(
                "stripping_overpotential",
                "V",
                self.stripping_overpotential_v,
            ),
            quantity("separator_ohmic_drop", "V", self.separator_ohmic_drop_v),
            quantity("diffusion_potential", "V", self.diffusion_potential_v),
            quantity("coating_ohmic_drop", "V", self.coating_ohmic_drop_v),
            quantity(
                "coating_diffusion_potential",
                "V",
                self.coating_diffusion_potential_v,
            ),
            quantity(
                "working_surface_concentration",
                "mol m⁻³",
                self.working_surface_concentration_mol_m3,
            ),
            quantity(
                "counter_surface_concentration",
                "mol m⁻³",
                self.counter_surface_concentration_mol_m3,
            ),
            quantity("zinc_current", "A m⁻²", self.zinc_current_a_m2),
            quantity("hydrogen_current", "A m⁻²", self.hydrogen_current_a_m2),
            quantity("charge", "C m⁻²", self.charge_c_m2),
            quantity("coulombic_efficiency", "1", self.coulombic_efficiency),
            quantity("limiting_current_ratio", "1", self.limiting_current_ratio),
            quantity(
                "sand_time_ratio",
                "1",
                self.sand_time_ratio.unwrap_or(f64::NAN),
            ),
            quantity("wagner_number", "1", self.wagner_number),
            quantity(
                "coating_to_charge_transfer",
                "1",
                self.coating_to_charge_transfer,
            ),
            quantity("salt_error", "1", self.salt_error),
        ]
    }
}

impl Cell {
    /// Fingerprint of time, concentrations and charges: equal for equal cases on every platform.
    pub fn state_hash(&self) -> u64 {
        let mut hash = StateHash::default();
        hash.write_f64s(&[self.time_s(), self.now.polarisation_v()]);
        hash.write_f64s(&[self.balance.charge_c_m2, self.balance.hydrogen_charge_c_m2]);
        hash.write_f64s(self.salt.concentration_mol_m3());
        hash.finish()
    }

    /// The cell as it is now.
    pub fn observe(&self) -> CellObservation {
        let (now, current_a_m2) = (&self.now, self.current_a_m2);
        let zinc_current_a_m2 = current_a_m2 - now.hydrogen_a_m2;
        let charge_transfer_ohm_m2 = -1.0 / self.plating_law().slope_a_m2_v(now.plating_v);
        let separator_ratio = current_a_m2 / self.separator.limiting_current_a_m2();
        let film_ratio = self
            .film
            .map_or(0.0, |film| current_a_m2 / film.limiting_current_a_m2());
        let coating_ohm_m2 = self.film.map_or(0.0, |film| film.layer.resistance_ohm_m2());
        let polarisation_v = now.polarisation_v();
        CellObservation {
            time_s: self.time_s(),
            half_cycle: self.half_cycle,
            voltage_v: if self.plating() == 0 {
                polarisation_v
            } else {
                -polarisation_v
            },
            plating_overpotential_v: now.plating_v,
            stripping_overpotential_v: now.stripping_v,
            separator_ohmic_drop_v: now.separator_v,
            diffusion_potential_v: now.diffusion_v,
            coating_ohmic_drop_v: now.coating_ohmic_v,
            coating_diffusion_potential_v: now.coating_diffusion_v,
            working_surface_concentration_mol_m3: now.surface_mol_m3[0],
            counter_surface_concentration_mol_m3: now.surface_mol_m3[1],
            zinc_current_a_m2,
            hydrogen_current_a_m2: now.hydrogen_a_m2,
            charge_c_m2: self.balance.charge_c_m2,
            coulombic_efficiency: self
                .balance
                .coulombic_efficiency()
                .unwrap_or(zinc_current_a_m2 / current_a_m2),
            limiting_current_ratio: separator_ratio.max(film_ratio),
            sand_time_ratio: (separator_ratio > 1.0)
                .then(|| self.elapsed_s / self.separator.sand_time_s(current_a_m2)),
            wagner_number: self.separator.conductivity_s_m * charge_transfer_ohm_m2
                / self.separator.thickness_m,
            coating_to_charge_transfer: coating_ohm_m2 / charge_transfer_ohm_m2,
            salt_error: self.balance.salt_error(self.salt.inventory_mol_m2()),
        }
    }
}
