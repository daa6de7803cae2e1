//! What can be seen of a cell at one moment.
//! Here because page, summary and validation must show the same numbers under the same names.
//! Must not know: display units, files, drawing.

use serde::{Deserialize, Serialize};

use super::Cell;
use crate::hash::StateHash;
use crate::stability::FlatFront;

/// A cell at one moment. Parts of the voltage are positive where they oppose the current, apart from the plating
/// overpotential, which is negative. At rest the working electrode takes the place of the plating one, and both
/// overpotentials are those of corrosion.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct CellObservation {
    pub time_s: f64,
    /// From zero over all repeats; a half-cycle where no programme is given.
    pub programme_step: u32,
    /// At the working electrode: positive plates, negative strips.
    pub current_density_a_m2: f64,
    /// Counter against working electrode.
    pub voltage_v: f64,
    pub plating_overpotential_v: f64,
    pub stripping_overpotential_v: f64,
    pub separator_ohmic_drop_v: f64,
    pub diffusion_potential_v: f64,
    pub coating_ohmic_drop_v: f64,
    pub coating_diffusion_potential_v: f64,
    pub by_product_ohmic_drop_v: f64,
    /// In the solution at the working electrode.
    pub working_surface_concentration_mol_m3: f64,
    /// In the solution at the counter electrode.
    pub counter_surface_concentration_mol_m3: f64,
    /// At the plating electrode.
    pub zinc_current_a_m2: f64,
    /// At the plating electrode.
    pub hydrogen_current_a_m2: f64,
    pub charge_c_m2: f64,
    /// Zinc over total charge at the plating electrodes since the start, or over total current before any has passed.
    pub coulombic_efficiency: f64,
    /// Of the last cycle that ended.
    pub cycle_coulombic_efficiency: Option<f64>,
    /// Mean over the cycles that ended.
    pub mean_cycle_coulombic_efficiency: Option<f64>,
    /// At both electrodes together.
    pub hydrogen_charge_c_m2: f64,
    pub working_surface_ph: f64,
    pub counter_surface_ph: f64,
    /// Surface pH less the pH at which basic zinc sulfate precipitates; zero while it does.
    pub working_ph_to_saturation: f64,
    pub counter_ph_to_saturation: f64,
    pub working_by_product_m: f64,
    pub counter_by_product_m: f64,
    pub working_dead_zinc_c_m2: f64,
    pub counter_dead_zinc_c_m2: f64,
    /// Highest peak above the mean surface.
    pub working_peak_m: f64,
    pub counter_peak_m: f64,
    /// Film-free fraction of coated electrodes.
    pub defect_fraction: f64,
    /// Current where the film has gone over the mean.
    pub hot_spot_ratio: f64,
    /// i/i_lim of the separator or of the film, whichever is nearer its limit.
    pub limiting_current_ratio: f64,
    /// Time since the current was switched over Sand's time; only above the separator's limiting current.
    pub sand_time_ratio: Option<f64>,
    /// κ_eff R_ct over the separator's thickness.
    pub wagner_number: f64,
    /// L_W = κ R_ct with the solution's own κ.
    pub wagner_length_m: f64,
    /// λ_c, the shortest wave that grows while plating.
    pub critical_wavelength_m: Option<f64>,
    /// R_c/R_ct of one coated electrode; zero for bare zinc.
    pub coating_to_charge_transfer: f64,
    /// Water left over the water there was.
    pub water_fraction: f64,
    /// Salt unaccounted for, over the salt there was.
    pub salt_error: f64,
    /// Zinc on the electrodes unaccounted for, over all charge passed and all foil.
    pub zinc_error: f64,
}

impl Cell {
    /// Fingerprint of time, concentrations and charges: equal for equal cases on every platform.
    pub fn state_hash(&self) -> u64 {
        let mut hash = StateHash::default();
        hash.write_f64s(&[self.time_s(), self.state.now.cell_v()]);
        let balance = self.balance();
        hash.write_f64s(&[balance.charge_c_m2, balance.hydrogen_charge_c_m2]);
        for electrode in self.electrodes() {
            hash.write_f64s(&[electrode.live_c_m2(), electrode.dead_c_m2]);
            hash.write_f64s(&[electrode.by_product_m(), electrode.peak_m]);
        }
        hash.write_f64s(&[self.state.defect_fraction]);
        hash.write_f64s(self.salt.concentration_mol_m3());
        hash.finish()
    }

    /// The cell as it is now.
    pub fn observe(&self) -> CellObservation {
        let (state, now) = (&self.state, &self.state.now);
        let [working, counter] = &state.electrodes;
        let [at_working, at_counter] = &now.sides;
        let (plating, sign) = (now.plating(), now.sign());
        let (plated, stripped) = (&now.sides[plating], &now.sides[1 - plating]);
        let magnitude_a_m2 = now.current_a_m2.abs();
        let charge_transfer_ohm_m2 = plated.reaction.charge_transfer_ohm_m2;
        let separator_ratio = magnitude_a_m2 / self.separator.limiting_current_a_m2();
        let film = &self.sides[0].film;
        let film_ratio = film.map_or(0.0, |film| magnitude_a_m2 / film.limiting_current_a_m2());
        let coating_ohm_m2 = film.map_or(0.0, |film| film.layer.resistance_ohm_m2());
        let front = FlatFront {
            current_a_m2: magnitude_a_m2 - plated.hydrogen_a_m2,
            conductivity_s_m: self.settings.conductivity_s_m,
            resistance_ohm_m2: charge_transfer_ohm_m2,
            surface_energy_j_m2: self.settings.surface_energy_j_m2,
        };
        let both = |value: fn(&super::side::SideState) -> f64| value(plated) - value(stripped);
        let foil_c_m2 = working.initial_foil_c_m2 + counter.initial_foil_c_m2;
        let balance = &state.balance;
        CellObservation {
            time_s: self.time_s(),
            programme_step: state.stage_idx,
            current_density_a_m2: now.current_a_m2,
            voltage_v: now.cell_v(),
            plating_overpotential_v: plated.reaction.overpotential_v,
            stripping_overpotential_v: stripped.reaction.overpotential_v,
            separator_ohmic_drop_v: sign * now.separator_v,
            diffusion_potential_v: sign * now.diffusion_v,
            coating_ohmic_drop_v: both(|side| side.coating_ohmic_v),
            coating_diffusion_potential_v: both(|side| side.coating_diffusion_v),
            by_product_ohmic_drop_v: both(|side| side.by_product_ohmic_v),
            working_surface_concentration_mol_m3: at_working.surface_mol_m3,
            counter_surface_concentration_mol_m3: at_counter.surface_mol_m3,
            zinc_current_a_m2: magnitude_a_m2 - plated.hydrogen_a_m2,
            hydrogen_current_a_m2: plated.hydrogen_a_m2,
            charge_c_m2: balance.charge_c_m2,
            coulombic_efficiency: balance
                .coulombic_efficiency()
                .unwrap_or(1.0 - plated.hydrogen_a_m2 / magnitude_a_m2.max(plated.hydrogen_a_m2)),
            cycle_coulombic_efficiency: state.efficiency.last_cycle,
            mean_cycle_coulombic_efficiency: state.efficiency.mean(),
            hydrogen_charge_c_m2: working.hydrogen_charge_c_m2 + counter.hydrogen_charge_c_m2,
            working_surface_ph: at_working.reaction.ph,
            counter_surface_ph: at_counter.reaction.ph,
            working_ph_to_saturation: at_working.reaction.ph - at_working.reaction.saturation_ph,
            counter_ph_to_saturation: at_counter.reaction.ph - at_counter.reaction.saturation_ph,
            working_by_product_m: working.by_product_m(),
            counter_by_product_m: counter.by_product_m(),
            working_dead_zinc_c_m2: working.dead_c_m2,
            counter_dead_zinc_c_m2: counter.dead_c_m2,
            working_peak_m: working.peak_m,
            counter_peak_m: counter.peak_m,
            defect_fraction: state.defect_fraction,
            hot_spot_ratio: plated.hot_spot_ratio,
            limiting_current_ratio: separator_ratio.max(film_ratio),
            sand_time_ratio: (separator_ratio > 1.0)
                .then(|| state.elapsed_s / self.separator.sand_time_s(magnitude_a_m2)),
            wagner_number: self.separator.conductivity_s_m * charge_transfer_ohm_m2
                / self.separator.thickness_m,
            wagner_length_m: front.wagner_length_m(),
            critical_wavelength_m: front.critical_wavelength_m(),
            coating_to_charge_transfer: if charge_transfer_ohm_m2 > 0.0 {
                coating_ohm_m2 / charge_transfer_ohm_m2
            } else {
                0.0
            },
            water_fraction: balance.water_mol_m2 / balance.initial_water_mol_m2,
            salt_error: balance.salt_error(self.salt.inventory_mol_m2()),
            zinc_error: (working.zinc_imbalance_c_m2() + counter.zinc_imbalance_c_m2())
                / (foil_c_m2 + balance.charge_c_m2),
        }
    }
}
