//! One zinc surface: which potential carries an imposed current, and how zinc and hydrogen share it.
//! Here because the galvanostat fixes only their sum.
//! Must not know: the rest of the cell.

use crate::kinetics::{ButlerVolmer, Hydrogen, zinc_equilibrium_potential_v};

/// Kinetics of a zinc surface at one temperature.
#[derive(Debug, Clone, Copy)]
pub(super) struct Electrode {
    pub zinc: ButlerVolmer,
    pub hydrogen: Hydrogen,
    pub concentration_exponent: f64,
    pub reference_concentration_mol_m3: f64,
    pub temperature_k: f64,
}

/// What a plating surface does under an imposed current.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Plating {
    pub overpotential_v: f64,
    pub hydrogen_a_m2: f64,
}

/// Newton needs a few rounds; the rest is for bisection.
const MAX_ROUNDS: u32 = 200;

impl Electrode {
    /// Butler-Volmer at a surface concentration: i0 grows as (c_s/c_ref)^n.
    pub fn zinc_at(&self, concentration_mol_m3: f64) -> ButlerVolmer {
        let relative = concentration_mol_m3 / self.reference_concentration_mol_m3;
        self.zinc
            .scaled(libm::pow(relative, self.concentration_exponent))
    }

    /// Overpotential of stripping, V, positive for a positive current.
    pub fn strip(&self, current_a_m2: f64, concentration_mol_m3: f64) -> f64 {
        self.zinc_at(concentration_mol_m3)
            .overpotential_v(-current_a_m2)
    }

    /// Shares a plating current: i_Zn(η) + i_H(E_eq + η) = I.
    ///
    /// The sum falls with η, and zinc alone would need an η that is too negative: that end of the bracket is known,
    /// the other is sought upwards.
    pub fn plate(&self, current_a_m2: f64, concentration_mol_m3: f64) -> Plating {
        let zinc = self.zinc_at(concentration_mol_m3);
        let equilibrium_v = zinc_equilibrium_potential_v(concentration_mol_m3, self.temperature_k);
        let excess = |eta_v: f64| {
            let (zinc_a_m2, zinc_slope) = zinc.current_and_slope(eta_v);
            let hydrogen_a_m2 = self.hydrogen.current_a_m2(equilibrium_v + eta_v);
            (
                zinc_a_m2 + hydrogen_a_m2 - current_a_m2,
                zinc_slope - self.hydrogen.per_v * hydrogen_a_m2,
            )
        };
        let mut low = zinc.overpotential_v(current_a_m2);
        let mut reach_v = 1.0 / zinc.f_per_v;
        let mut high = low + reach_v;
        while excess(high).0 > 0.0 && reach_v < 16.0 {
            reach_v *= 2.0;
            high += reach_v;
        }
        let mut eta_v = low;
        for _ in 0..MAX_ROUNDS {
            let (residual, slope) = excess(eta_v);
            if residual > 0.0 {
                low = eta_v
            } else {
                high = eta_v
            }
            let newton = eta_v - residual / slope;
            let next = if newton >= low && newton <= high {
                newton
            } else {
                0.5 * (low + high)
            };
            let settled = (next - eta_v).abs() <= 4.0 * f64::EPSILON * next.abs();
            eta_v = next;
            if settled {
                break;
            }
        }
        Plating {
            overpotential_v: eta_v,
            hydrogen_a_m2: self.hydrogen.current_a_m2(equilibrium_v + eta_v),
        }
    }
}
