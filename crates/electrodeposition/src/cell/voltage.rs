//! The parts that add up to the cell's voltage at one moment.
//! Here because each part is shown beside the sum, and all come from the same surface concentrations.
//! Must not know: time.

use super::Cell;
use crate::constants::CHARGE_NUMBER;
use crate::kinetics::{ButlerVolmer, f_per_v};
use crate::transport::Boundary;

/// Parts of the voltage, each positive where it opposes the current, V; and what they were computed from.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Voltages {
    /// Overpotential of plating; negative.
    pub plating_v: f64,
    /// Overpotential of stripping; positive.
    pub stripping_v: f64,
    pub separator_v: f64,
    pub diffusion_v: f64,
    pub coating_ohmic_v: f64,
    pub coating_diffusion_v: f64,
    pub hydrogen_a_m2: f64,
    /// In the solution at the working and the counter electrode, mol m⁻³.
    pub surface_mol_m3: [f64; 2],
    /// Under the film (or in the solution, where there is none), as concentration of solution in equilibrium, mol m⁻³.
    pub metal_mol_m3: [f64; 2],
}

impl Voltages {
    /// Their sum: what the power source must supply on top of the cell's zero voltage at rest.
    pub fn polarisation_v(&self) -> f64 {
        -self.plating_v
            + self.stripping_v
            + self.separator_v
            + self.diffusion_v
            + self.coating_ohmic_v
            + self.coating_diffusion_v
    }
}

impl Cell {
    /// What holds at both ends while the current flows.
    pub(super) fn boundaries(&self) -> [Boundary; 2] {
        let flux = self.separator.salt_flux_per_current_mol_c() * self.current_a_m2;
        if self.plating() == 0 {
            [Boundary::Flux(-flux), Boundary::Flux(flux)]
        } else {
            [Boundary::Flux(flux), Boundary::Flux(-flux)]
        }
    }

    /// Concentrations at the metal, film included, as concentration of solution in equilibrium, mol m⁻³.
    /// Film and solution are taken to be in proportion (a constant partition coefficient).
    fn metal_concentrations(&self, surface_mol_m3: [f64; 2]) -> [f64; 2] {
        let mut metal_mol_m3 = surface_mol_m3;
        if let Some(film) = &self.film {
            let relative_drop =
                film.concentration_drop_mol_m3(self.current_a_m2) / film.concentration_mol_m3;
            let drop_mol_m3 = relative_drop * self.separator.concentration_mol_m3;
            for (idx, metal) in metal_mol_m3.iter_mut().enumerate() {
                if self.coated[idx] {
                    *metal += if idx == self.plating() {
                        -drop_mol_m3
                    } else {
                        drop_mol_m3
                    };
                }
            }
        }
        metal_mol_m3
    }

    /// Concentrations in the solution at both electrodes and at both metals, mol m⁻³.
    pub(super) fn surface_and_metal(&self) -> ([f64; 2], [f64; 2]) {
        let surface_mol_m3 = self.salt.surfaces_mol_m3(self.boundaries());
        (surface_mol_m3, self.metal_concentrations(surface_mol_m3))
    }

    /// V = |η_plate| + η_strip + iL/κ_eff + (2RT/zF)(1 − t₊) ln(c_strip/c_plate) + the films' i d/σ and their own
    /// diffusion potentials. Solution potentials are read with a zinc electrode, so that concentration counts once.
    pub(super) fn voltages(&self) -> Voltages {
        let current_a_m2 = self.current_a_m2;
        let (plating, stripping) = (self.plating(), 1 - self.plating());
        let (surface_mol_m3, metal_mol_m3) = self.surface_and_metal();
        let plated = self.electrode.plate(current_a_m2, metal_mol_m3[plating]);
        let diffusion_potential_v = |transference_number: f64, ratio: f64| {
            2.0 * (1.0 - transference_number)
                / (CHARGE_NUMBER * f_per_v(self.electrode.temperature_k))
                * libm::log(ratio)
        };
        let mut voltages = Voltages {
            plating_v: plated.overpotential_v,
            stripping_v: self.electrode.strip(current_a_m2, metal_mol_m3[stripping]),
            separator_v: current_a_m2 * self.separator.thickness_m
                / self.separator.conductivity_s_m,
            diffusion_v: diffusion_potential_v(
                self.separator.transference_number,
                surface_mol_m3[stripping] / surface_mol_m3[plating],
            ),
            hydrogen_a_m2: plated.hydrogen_a_m2,
            surface_mol_m3,
            metal_mol_m3,
            ..Voltages::default()
        };
        if let Some(film) = &self.film {
            for (idx, sign) in [(plating, 1.0), (stripping, -1.0)] {
                if self.coated[idx] {
                    voltages.coating_ohmic_v += current_a_m2 * film.layer.resistance_ohm_m2();
                    let ratio = surface_mol_m3[idx] / metal_mol_m3[idx];
                    voltages.coating_diffusion_v +=
                        sign * diffusion_potential_v(film.transference_number, ratio);
                }
            }
        }
        voltages
    }

    /// Butler-Volmer at the plating metal now.
    pub(super) fn plating_law(&self) -> ButlerVolmer {
        self.electrode
            .zinc_at(self.now.metal_mol_m3[self.plating()])
    }
}
