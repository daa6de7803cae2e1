//! Everything that is observed of a cell as a list of names, values and units.
//! Here because a chart, a table or a file can then show any of it without knowing the struct.
//! Must not know: display units, how a quantity comes about.

use super::CellObservation;

/// A number with its name and SI unit ("1" where there is none).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    pub name: &'static str,
    pub unit: &'static str,
    pub value: f64,
}

impl CellObservation {
    /// All quantities in a fixed order; one that has no meaning now is NaN.
    pub fn quantities(&self) -> [Quantity; 41] {
        let quantity = |name, unit, value| Quantity { name, unit, value };
        let or_nan = |value: Option<f64>| value.unwrap_or(f64::NAN);
        [
            quantity("time", "s", self.time_s),
            quantity("programme_step", "1", f64::from(self.programme_step)),
            quantity("current_density", "A m⁻²", self.current_density_a_m2),
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
            quantity("by_product_ohmic_drop", "V", self.by_product_ohmic_drop_v),
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
            quantity(
                "cycle_coulombic_efficiency",
                "1",
                or_nan(self.cycle_coulombic_efficiency),
            ),
            quantity(
                "mean_cycle_coulombic_efficiency",
                "1",
                or_nan(self.mean_cycle_coulombic_efficiency),
            ),
            quantity("hydrogen_charge", "C m⁻²", self.hydrogen_charge_c_m2),
            quantity("working_surface_ph", "1", self.working_surface_ph),
            quantity("counter_surface_ph", "1", self.counter_surface_ph),
            quantity(
                "working_ph_to_saturation",
                "1",
                self.working_ph_to_saturation,
            ),
            quantity(
                "counter_ph_to_saturation",
                "1",
                self.counter_ph_to_saturation,
            ),
            quantity("working_by_product", "m", self.working_by_product_m),
            quantity("counter_by_product", "m", self.counter_by_product_m),
            quantity("working_dead_zinc", "C m⁻²", self.working_dead_zinc_c_m2),
            quantity("counter_dead_zinc", "C m⁻²", self.counter_dead_zinc_c_m2),
            quantity("working_peak", "m", self.working_peak_m),
            quantity("counter_peak", "m", self.counter_peak_m),
            quantity("defect_fraction", "1", self.defect_fraction),
            quantity("hot_spot_ratio", "1", self.hot_spot_ratio),
            quantity("limiting_current_ratio", "1", self.limiting_current_ratio),
            quantity("sand_time_ratio", "1", or_nan(self.sand_time_ratio)),
            quantity("wagner_number", "1", self.wagner_number),
            quantity("wagner_length", "m", self.wagner_length_m),
            quantity(
                "critical_wavelength",
                "m",
                or_nan(self.critical_wavelength_m),
            ),
            quantity(
                "coating_to_charge_transfer",
                "1",
                self.coating_to_charge_transfer,
            ),
            quantity("water_fraction", "1", self.water_fraction),
            quantity("salt_error", "1", self.salt_error),
            quantity("zinc_error", "1", self.zinc_error),
        ]
    }
}
