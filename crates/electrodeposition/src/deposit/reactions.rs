//! What a piece of front does with an overpotential: zinc, faster on some planes than on others, and hydrogen beside it.
//! Here because current and slope of all reactions together close the field, while zinc alone moves the front.
//! Must not know: geometry, neighbours.

use crate::case::Case;
use crate::kinetics::{ButlerVolmer, Hydrogen, zinc_equilibrium_potential_v};

/// All reactions of the front.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reactions {
    pub zinc: ButlerVolmer,
    pub hydrogen: Option<HydrogenBeside>,
}

/// Hydrogen at an overpotential of zinc.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HydrogenBeside {
    law: Hydrogen,
    zinc_equilibrium_v: f64,
}

/// Current densities, A m⁻², and the slope of their sum, A m⁻² V⁻¹.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Currents {
    pub zinc: f64,
    pub total: f64,
    pub slope: f64,
}

const MAX_ROUNDS: u32 = 200;

impl Reactions {
    pub(crate) fn of(case: &Case, zinc: ButlerVolmer) -> Self {
        let electrolyte = &case.electrolyte;
        let beside = HydrogenBeside {
            law: Hydrogen::of(case),
            zinc_equilibrium_v: zinc_equilibrium_potential_v(
                electrolyte.concentration_mol_m3,
                electrolyte.temperature_k,
            ),
        };
        Self {
            zinc,
            hydrogen: (case.deposit.hydrogen == 1).then_some(beside),
        }
    }

    /// Currents at an overpotential where i0 of zinc is `rate` times the law's.
    pub(crate) fn currents(&self, rate: f64, eta_v: f64) -> Currents {
        let (zinc, slope) = self.zinc.scaled(rate).current_and_slope(eta_v);
        match self.hydrogen {
            None => Currents {
                zinc,
                total: zinc,
                slope,
            },
            Some(HydrogenBeside {
                law,
                zinc_equilibrium_v,
            }) => {
                let potential_v = zinc_equilibrium_v + eta_v;
                Currents {
                    zinc,
                    total: zinc + law.current_a_m2(potential_v),
                    slope: slope + law.slope_a_m2_v(potential_v),
                }
            }
        }
    }

    /// η with η − R i(η) = drive, V.
    ///
    /// Zinc alone gives an η that is too negative, because hydrogen's current adds to the drop R i; the drop of the
    /// hydrogen current there bounds how far too negative. Newton in this bracket.
    pub(crate) fn overpotential_v(&self, rate: f64, drive_v: f64, series_ohm_m2: f64) -> f64 {
        let zinc_v = self
            .zinc
            .scaled(rate)
            .overpotential_under_film_v(drive_v, series_ohm_m2);
        if self.hydrogen.is_none() || series_ohm_m2 == 0.0 {
            return zinc_v;
        }
        let beside = self.currents(rate, zinc_v);
        let (mut low, mut high) = (
            zinc_v,
            zinc_v + series_ohm_m2 * (beside.total - beside.zinc),
        );
        let mut eta_v = zinc_v;
        for _ in 0..MAX_ROUNDS {
            let now = self.currents(rate, eta_v);
            let residual = eta_v - series_ohm_m2 * now.total - drive_v;
            if residual > 0.0 {
                high = eta_v;
            } else {
                low = eta_v;
            }
            let newton = eta_v - residual / (1.0 - series_ohm_m2 * now.slope);
            let next = if newton >= low && newton <= high {
                newton
            } else {
                0.5 * (low + high)
            };
            let settled = (next - eta_v).abs() <= 2.0 * f64::EPSILON * next.abs();
            eta_v = next;
            if settled {
                break;
            }
        }
        eta_v
    }
}
