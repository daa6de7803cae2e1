//! How much salt is left at the metals, and where it runs out first.
//! Here because no rate has a value where there is no salt.
//! Must not know: steps, voltages.

use super::Cell;
use super::events::EndReason;

/// Salt counts as used up below this fraction of the bulk, where rates are still finite numbers.
const DEPLETED_FRACTION: f64 = 1e-6;

impl Cell {
    /// Salt left at the metals as a fraction of the bulk, less the fraction that counts as none.
    pub(super) fn salt_margin(&self) -> f64 {
        let (surface_mol_m3, current_a_m2) = (self.surfaces_mol_m3(), self.current_a_m2());
        let left = |idx: usize, current_a_m2: f64| {
            // Places without film take over what a film cannot carry.
            if self.state.defect_fraction > 0.0 {
                surface_mol_m3[idx]
            } else {
                self.sides[idx].metal_mol_m3(current_a_m2, surface_mol_m3[idx])
            }
        };
        let (working, counter) = (left(0, current_a_m2), left(1, -current_a_m2));
        // A NaN must not be lost, as it would be by `min`.
        let least = if counter < working { counter } else { working };
        least / self.separator.concentration_mol_m3 - DEPLETED_FRACTION
    }

    /// Salt left in the outermost pores, likewise: the by-product may take the last of it from all of them.
    pub(super) fn pores_margin(&self) -> f64 {
        let concentration_mol_m3 = self.salt.concentration_mol_m3();
        let outermost = concentration_mol_m3
            .first()
            .into_iter()
            .chain(concentration_mol_m3.last());
        outermost.fold(f64::INFINITY, |least, c| least.min(*c))
            / self.separator.concentration_mol_m3
            - DEPLETED_FRACTION
    }

    /// Where the salt ran out: in the solution, or first under the film.
    pub(super) fn depletion(&self) -> EndReason {
        let surface_mol_m3 = self.surfaces_mol_m3()[usize::from(self.current_a_m2() < 0.0)];
        if surface_mol_m3 / self.separator.concentration_mol_m3 > 2.0 * DEPLETED_FRACTION {
            EndReason::CoatingDepleted
        } else {
            EndReason::SurfaceDepleted
        }
    }
}
