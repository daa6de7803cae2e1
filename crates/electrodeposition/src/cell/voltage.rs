//! The parts that add up to the cell's voltage at one moment.
//! Here because each part is shown beside the sum, and all come from the same surface concentrations.
//! Must not know: time.

use super::Cell;
use super::side::{SideCondition, SideState, diffusion_potential_v};
use crate::transport::Boundary;

/// Both electrodes and the solution between them, V.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Voltages {
    /// At the working electrode: positive plates.
    pub current_a_m2: f64,
    /// Working and counter electrode.
    pub sides: [SideState; 2],
    /// i∫dx/κ, with the current's sign.
    pub separator_v: f64,
    /// Of the solution at the counter against that at the working electrode.
    pub diffusion_v: f64,
}

impl Voltages {
    /// Counter against working electrode.
    pub fn cell_v(&self) -> f64 {
        let [working, counter] = &self.sides;
        counter.drive_v() - working.drive_v() + self.separator_v + self.diffusion_v
    }

    /// One, or minus one while the working electrode strips.
    pub fn sign(&self) -> f64 {
        if self.current_a_m2 < 0.0 { -1.0 } else { 1.0 }
    }

    /// Index of the electrode that plates; at rest, of the working electrode.
    pub fn plating(&self) -> usize {
        usize::from(self.current_a_m2 < 0.0)
    }

    /// What the power source must supply against the cell.
    pub fn polarisation_v(&self) -> f64 {
        self.sign() * self.cell_v()
    }
}

impl Cell {
    /// Current of the programme's present step, A m⁻².
    pub(super) fn current_a_m2(&self) -> f64 {
        self.programme.stage(self.state.stage_idx).current_a_m2
    }

    /// What holds at both ends: salt carried by the current, and salt that the by-product takes.
    pub(super) fn boundaries(&self) -> [Boundary; 2] {
        let flux = self.separator.salt_flux_per_current_mol_c() * self.current_a_m2();
        let taken = |side: &SideState| super::by_product_mol_c() * side.precipitating_a_m2;
        let [working, counter] = &self.state.now.sides;
        [
            Boundary::Flux(-flux - taken(working)),
            Boundary::Flux(flux - taken(counter)),
        ]
    }

    /// Concentration in the solution at both electrodes, mol m⁻³.
    pub(super) fn surfaces_mol_m3(&self) -> [f64; 2] {
        self.salt.surfaces_mol_m3(self.boundaries())
    }

    /// i ∫dx/κ_eff, iL/κ_eff where κ is constant.
    fn separator_v(&self, current_a_m2: f64) -> f64 {
        let separator = &self.separator;
        if !separator.law.has_varying_conductivity() {
            return current_a_m2 * separator.thickness_m / separator.conductivity_s_m;
        }
        let widths_m = self.salt.mesh().widths_m();
        let resistances = widths_m.iter().zip(self.salt.concentration_mol_m3());
        let sum_ohm_m2: f64 = resistances
            .map(|(width_m, c)| width_m / separator.law.conductivity_s_m(*c))
            .sum();
        current_a_m2 * sum_ohm_m2
    }

    /// V = η_c − η_w + i∫dx/κ_eff + (2RT/zF)(1 − t₊) ln(c_c/c_w) + the films' i d/σ, their own diffusion potentials and
    /// i R_pass. Solution potentials are read with a zinc electrode, so that concentration counts once.
    ///
    /// `before` holds the state under the same current a little earlier.
    pub(super) fn voltages(&self, before: Option<&Voltages>) -> Voltages {
        let current_a_m2 = self.current_a_m2();
        let surface_mol_m3 = self.surfaces_mol_m3();
        let side = |idx: usize, current_a_m2: f64| {
            let electrode = &self.state.electrodes[idx];
            let at = SideCondition {
                current_a_m2,
                surface_mol_m3: surface_mol_m3[idx],
                by_product_m: electrode.by_product_m(),
                defect_fraction: self.state.defect_fraction,
                live_c_m2: electrode.live_c_m2(),
            };
            self.sides[idx].carry(&at, before.map(|before| &before.sides[idx]))
        };
        Voltages {
            current_a_m2,
            sides: [side(0, current_a_m2), side(1, -current_a_m2)],
            separator_v: self.separator_v(current_a_m2),
            diffusion_v: diffusion_potential_v(
                self.separator.transference_number,
                surface_mol_m3[1] / surface_mol_m3[0],
                self.sides[0].temperature_k,
            ),
        }
    }
}
