//! What reacts at one zinc surface under a given current: how zinc and hydrogen share it, and at which pH.
//! Here because the galvanostat fixes only their sum, and the surface's pH moves with hydrogen's part.
//! Must not know: films, the rest of the cell, time.

use super::sharing::{Given, Sharing};
use crate::by_product::{SATURATION_PH_PER_LOG, saturation_ph};
use crate::case::Case;
use crate::constants::{CHARGE_NUMBER, STANDARD_CONCENTRATION_MOL_M3};
use crate::kinetics::{
    ButlerVolmer, Hydrogen, ProtonBalance, f_per_v, hydrogen_equilibrium_potential_v,
    zinc_equilibrium_potential_v,
};

/// Laws of one kind of surface at the case's temperature.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surface {
    pub zinc: ButlerVolmer,
    hydrogen: Hydrogen,
    protons: ProtonBalance,
    concentration_exponent: f64,
    reference_concentration_mol_m3: f64,
    /// In a solution of the standard concentration.
    standard: Standard,
    /// dE/dpH of the hydrogen electrode.
    volt_per_ph: f64,
    bulk_ph: f64,
}

/// What depends on the logarithm of the concentration alone.
#[derive(Debug, Clone, Copy)]
struct Standard {
    /// η of zinc at pH 0 and i_H = 1 A m⁻².
    offset_v: f64,
    /// dE/d ln c of zinc.
    volt_per_log: f64,
    saturation_ph: f64,
}

/// What holds at the surface whatever current flows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Condition {
    /// At the metal, as concentration of solution in equilibrium.
    pub concentration_mol_m3: f64,
    /// Part of the surface where zinc reacts.
    pub active_fraction: f64,
}

/// What happens there.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Reaction {
    /// Against a zinc electrode in the solution at the metal, V; negative where zinc plates.
    pub overpotential_v: f64,
    pub hydrogen_a_m2: f64,
    /// Part of the hydrogen current whose hydroxide precipitates.
    pub precipitating_a_m2: f64,
    pub ph: f64,
    /// pH above which the basic salt precipitates.
    pub saturation_ph: f64,
    /// −dη/di of zinc.
    pub charge_transfer_ohm_m2: f64,
    /// Where the next search starts.
    found: Found,
}

/// The root of a search, and what it was found for.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Found {
    /// ln of the hydrogen current.
    y: f64,
    zinc_a_m2: f64,
    i0_a_m2: f64,
    /// As in `Given`.
    offset_v: f64,
    /// d(i_Zn + i_H)/dy.
    rise_a_m2: f64,
}

/// Newton needs a few rounds; the rest is for bisection.
const MAX_ROUNDS: u32 = 200;
/// Longest Newton step in the logarithm of the hydrogen current.
const MAX_STRIDE: f64 = 8.0;
/// Farthest that the start of a search is moved from the last root.
const MAX_FORESEEN: f64 = 0.1;

impl Surface {
    /// The laws of a case.
    pub fn of(case: &Case) -> Self {
        let temperature_k = case.electrolyte.temperature_k;
        let hydrogen = Hydrogen::of(case);
        Self {
            zinc: ButlerVolmer::of(case),
            hydrogen,
            protons: ProtonBalance::of(case),
            concentration_exponent: case.kinetics.concentration_exponent,
            reference_concentration_mol_m3: case.kinetics.reference_concentration_mol_m3,
            standard: Standard {
                offset_v: libm::log(hydrogen.i0_a_m2) / hydrogen.per_v
                    - zinc_equilibrium_potential_v(STANDARD_CONCENTRATION_MOL_M3, temperature_k),
                volt_per_log: 1.0 / (CHARGE_NUMBER * f_per_v(temperature_k)),
                saturation_ph: saturation_ph(
                    STANDARD_CONCENTRATION_MOL_M3,
                    case.surface.activity_coefficient,
                ),
            },
            volt_per_ph: hydrogen_equilibrium_potential_v(1.0, temperature_k),
            bulk_ph: case.electrolyte.ph,
        }
    }

    /// Shares a current, plating positive: i_Zn + i_H = I. At I = 0 this is corrosion at the mixed potential.
    ///
    /// The unknown is y = ln i_H. It gives the surface's pH, which gives E_H, and with Tafel's law the potential; so
    /// i_Zn(y) + i_H(y) − I is explicit, and it rises with y: one root. `before` is a reaction under nearly the same
    /// current, to start from.
    pub fn react(&self, current_a_m2: f64, at: Condition, before: Option<&Reaction>) -> Reaction {
        let given = self.given(current_a_m2, &at);
        let mut y = match before {
            Some(before) => before.root_for(&given),
            None => {
                let eta_v = given.zinc.overpotential_v(current_a_m2);
                let bulk_v = given.volt_per_ph * self.bulk_ph + given.offset_v;
                (eta_v - bulk_v) / given.volt_per_log
            }
        };
        let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
        let mut sharing = Sharing::at(y, &given, &self.protons);
        for _ in 0..MAX_ROUNDS {
            if !sharing.excess_a_m2.is_finite() || sharing.reach_root(&given) {
                break;
            }
            if sharing.excess_a_m2 > 0.0 {
                high = y
            } else {
                low = y
            }
            let mut next = y - sharing.newton().clamp(-MAX_STRIDE, MAX_STRIDE);
            if next < low || next > high {
                next = 0.5 * (low + high);
            }
            if (next - y).abs() <= 4.0 * f64::EPSILON * y.abs().max(1.0) {
                break;
            }
            y = next;
            sharing = Sharing::at(y, &given, &self.protons);
        }
        self.reaction(&given, &sharing)
    }

    fn given(&self, current_a_m2: f64, at: &Condition) -> Given {
        let relative = at.concentration_mol_m3 / self.reference_concentration_mol_m3;
        let order = if self.concentration_exponent == 1.0 {
            relative
        } else {
            libm::pow(relative, self.concentration_exponent)
        };
        let log = libm::log(at.concentration_mol_m3 / STANDARD_CONCENTRATION_MOL_M3);
        let standard = &self.standard;
        Given {
            current_a_m2,
            zinc: self.zinc.scaled(order * at.active_fraction),
            offset_v: standard.offset_v - standard.volt_per_log * log,
            volt_per_log: -1.0 / self.hydrogen.per_v,
            volt_per_ph: self.volt_per_ph,
            saturation_ph: standard.saturation_ph - SATURATION_PH_PER_LOG * log,
        }
    }

    fn reaction(&self, given: &Given, sharing: &Sharing) -> Reaction {
        let precipitating_a_m2 = if sharing.saturated {
            // What the bulk takes away at the pinned pH does not precipitate. A bulk that is itself beyond saturation
            // takes nothing away, and is not made to give.
            let leaving = self.protons.carried_away_a_m2(given.saturation_ph).max(0.0);
            (sharing.hydrogen_a_m2 - leaving).max(0.0)
        } else {
            0.0
        };
        Reaction {
            overpotential_v: sharing.overpotential_v[0],
            hydrogen_a_m2: sharing.hydrogen_a_m2,
            precipitating_a_m2,
            ph: sharing.ph[0],
            saturation_ph: given.saturation_ph,
            charge_transfer_ohm_m2: -1.0 / sharing.zinc_a_m2[1],
            found: Found {
                y: sharing.y,
                zinc_a_m2: sharing.zinc_a_m2[0],
                i0_a_m2: given.zinc.i0_a_m2,
                offset_v: given.offset_v,
                rise_a_m2: sharing.rise_a_m2,
            },
        }
    }
}

impl Reaction {
    /// The root under slightly other conditions, to first order; the same root where they are not slightly other.
    fn root_for(&self, given: &Given) -> f64 {
        let found = &self.found;
        let mut shift_v = given.offset_v - found.offset_v;
        if self.ph == self.saturation_ph {
            shift_v += given.volt_per_ph * (given.saturation_ph - self.saturation_ph);
        }
        let zinc_a_m2 = (found.zinc_a_m2 - shift_v / self.charge_transfer_ohm_m2)
            * (given.zinc.i0_a_m2 / found.i0_a_m2);
        let excess_a_m2 = zinc_a_m2 + self.hydrogen_a_m2 - given.current_a_m2;
        let move_by = excess_a_m2 / found.rise_a_m2;
        if move_by.abs() <= MAX_FORESEEN {
            found.y - move_by
        } else {
            found.y
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Condition, Reaction, Sharing, Surface};
    use crate::case::Case;
    use crate::kinetics::zinc_equilibrium_potential_v;

    /// Zinc's law and hydrogen's, at the potential found, give the current.
    fn assert_shares(surface: &Surface, current_a_m2: f64, at: Condition, found: &Reaction) {
        let law = surface.given(current_a_m2, &at).zinc;
        let metal_v =
            zinc_equilibrium_potential_v(at.concentration_mol_m3, 298.15) + found.overpotential_v;
        // Hydrogen's law is written for the bulk's pH.
        let by_ph_v = surface.volt_per_ph * (found.ph - surface.bulk_ph);
        let hydrogen_a_m2 = surface.hydrogen.current_a_m2(metal_v - by_ph_v);
        let excess_a_m2 =
            law.current_a_m2(found.overpotential_v) + found.hydrogen_a_m2 - current_a_m2;
        // A potential is known to its round-off.
        let round_off_a_m2 = 1e-15 / found.charge_transfer_ohm_m2;
        let scale_a_m2 = current_a_m2.abs() + found.hydrogen_a_m2;
        assert!(
            excess_a_m2.abs() <= 1e-12 * scale_a_m2 + round_off_a_m2,
            "{current_a_m2} A m⁻²: {excess_a_m2:e}"
        );
        let apart = hydrogen_a_m2 / found.hydrogen_a_m2 - 1.0;
        assert!(apart.abs() < 1e-12, "{current_a_m2} A m⁻²: {apart:e}");
        let (free_ph, _) = surface.protons.ph_and_slope(found.hydrogen_a_m2);
        let off = found.ph - free_ph.min(found.saturation_ph);
        assert!(off.abs() < 1e-11, "{current_a_m2} A m⁻²: pH off by {off:e}");
    }

    /// Currents and pH of the solution on both sides of where the basic salt precipitates, with starts near and far.
    #[test]
    fn a_search_finds_the_same_root_from_any_start() {
        let (mut n_pinned, mut n_free) = (0, 0);
        for (ph, buffer_ratio) in [(3.0, 0.0), (4.0, 0.0), (5.0, 20.0), (5.4, 0.0)] {
            let mut case = Case::default();
            (case.electrolyte.ph, case.surface.buffer_ratio) = (ph, buffer_ratio);
            let surface = Surface::of(&case);
            for current_a_m2 in [-2000.0, -100.0, -0.3, 0.0, 1e-3, 5.0, 100.0, 2000.0] {
                let mut last: Option<Reaction> = None;
                for k in 0..60 {
                    let at = Condition {
                        concentration_mol_m3: 2000.0 * libm::pow(0.8, f64::from(k)),
                        active_fraction: 1.0 / (1.0 + 0.1 * f64::from(k % 7)),
                    };
                    let cold = surface.react(current_a_m2, at, None);
                    let near = surface.react(current_a_m2, at, Some(&cold));
                    let far = surface.react(current_a_m2, at, last.as_ref());
                    let law = surface.given(current_a_m2, &at).zinc;
                    for found in [cold, near, far] {
                        assert_shares(&surface, current_a_m2, at, &found);
                        let apart_v = found.overpotential_v - cold.overpotential_v;
                        assert!(apart_v.abs() < 1e-13, "{apart_v:e}");
                        let slope_a_m2_v = law.slope_a_m2_v(found.overpotential_v);
                        let product = found.charge_transfer_ohm_m2 * slope_a_m2_v;
                        assert!((product + 1.0).abs() < 1e-12, "{product}");
                    }
                    if cold.ph == cold.saturation_ph {
                        n_pinned += 1
                    } else {
                        n_free += 1
                    }
                    last = Some(cold);
                }
            }
        }
        println!("searches with the pH pinned {n_pinned}, free {n_free}");
        assert!(n_pinned > 100 && n_free > 100);
    }

    /// Where the pH begins to be pinned, and the root is a little to one side, two derivatives do not lead there from the
    /// other.
    #[test]
    fn a_search_does_not_step_over_the_begin_of_precipitation() {
        let surface = Surface::of(&Case::default());
        let at = Condition {
            concentration_mol_m3: 1500.0,
            active_fraction: 1.0,
        };
        let given = surface.given(0.0, &at);
        let begin_a_m2 = surface.protons.carried_away_a_m2(given.saturation_ph);
        for side in [-1.0, 1.0] {
            let sharing_at = |apart: f64| {
                let y = libm::log(begin_a_m2) + side * apart;
                Sharing::at(y, &given, &surface.protons)
            };
            let root = sharing_at(1e-7);
            let current_a_m2 = root.excess_a_m2;
            let given = surface.given(current_a_m2, &at);
            let search_from = |apart: f64| {
                Sharing::at(sharing_at(apart).y, &given, &surface.protons).reach_root(&given)
            };
            println!("salt begins at {begin_a_m2} A m⁻² of hydrogen, I is {current_a_m2} A m⁻²");
            assert!(search_from(2e-7) && !search_from(-1e-7));
            let found = surface.react(current_a_m2, at, None);
            assert_eq!(found.ph == found.saturation_ph, side > 0.0);
            assert_shares(&surface, current_a_m2, at, &found);
        }
    }
}
