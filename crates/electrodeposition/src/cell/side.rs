//! One electrode with the films on it, between the metal and the solution outside: its currents and its drops.
//! Here because films, by-products and places without film all stand between a potential and a reaction.
//! Must not know: the other electrode, time.

use super::surface::{Condition, Reaction, Surface};
use crate::by_product::ByProductFilm;
use crate::coating::Film;
use crate::constants::CHARGE_NUMBER;
use crate::kinetics::f_per_v;

/// An electrode's laws, which do not change during a run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side {
    /// Under the film, or everywhere where there is none.
    pub surface: Surface,
    /// Where the film has gone.
    pub bare: Surface,
    pub film: Option<Film>,
    pub by_product: ByProductFilm,
    /// Concentration of the solution at rest, which is in equilibrium with the film at rest.
    pub rest_mol_m3: f64,
    pub temperature_k: f64,
}

/// What differs from moment to moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct SideCondition {
    /// Plating positive.
    pub current_a_m2: f64,
    /// In the solution outside the film.
    pub surface_mol_m3: f64,
    pub by_product_m: f64,
    pub defect_fraction: f64,
    /// Zinc that can be stripped, as charge.
    pub live_c_m2: f64,
}

/// An electrode at one moment. Drops have the sign of the current.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct SideState {
    /// At the metal under the film, as concentration of solution in equilibrium.
    pub metal_mol_m3: f64,
    pub surface_mol_m3: f64,
    pub reaction: Reaction,
    pub coating_ohmic_v: f64,
    pub coating_diffusion_v: f64,
    pub by_product_ohmic_v: f64,
    /// Means over the electrode.
    pub hydrogen_a_m2: f64,
    pub precipitating_a_m2: f64,
    /// Current where the film has gone over the mean; one where there is no such place.
    pub hot_spot_ratio: f64,
    bare_reaction: Option<Reaction>,
}

impl SideState {
    /// Metal against a zinc electrode in the solution outside, V.
    pub fn drive_v(&self) -> f64 {
        self.reaction.overpotential_v
            - self.coating_ohmic_v
            - self.coating_diffusion_v
            - self.by_product_ohmic_v
    }
}

/// Charge of one atomic layer, zF/Ω (Ω/N_A)^(1/3), C m⁻². Less zinc than that no longer covers the electrode.
pub(super) const LAYER_CHARGE_C_M2: f64 = 5.2;
/// Coverage below which a voltage no longer rises with its logarithm: any cut-off in its range has been met by then.
const MIN_COVERAGE: f64 = 1e-200;
/// A film beside bare places carries at most this fraction of its limiting current.
const BELOW_LIMIT: f64 = 1.0 - 1e-6;
const MAX_ROUNDS: u32 = 100;

impl Side {
    /// The electrode under a current. `before` is its state under nearly the same current, to start from.
    pub fn carry(&self, at: &SideCondition, before: Option<&SideState>) -> SideState {
        if at.current_a_m2 == 0.0 && at.live_c_m2 < LAYER_CHARGE_C_M2 {
            // No zinc: the substrate is taken to be noble, so nothing happens.
            return SideState {
                metal_mol_m3: at.surface_mol_m3,
                surface_mol_m3: at.surface_mol_m3,
                hot_spot_ratio: 1.0,
                ..SideState::default()
            };
        }
        let film_before = before.map(|state| &state.reaction);
        // At rest no current is taken to flow between film and bare places.
        if self.film.is_none() || at.defect_fraction <= 0.0 || at.current_a_m2 == 0.0 {
            return self.under_film(at.current_a_m2, at, film_before);
        }
        if at.defect_fraction >= 1.0 {
            return self.without_film(at.current_a_m2, at, film_before);
        }
        self.shared(at, before)
    }

    /// Film and bare places side by side under one drive: the film's current is sought for which their drives agree.
    ///
    /// The difference of drives falls as the film carries more; regula falsi with Illinois' halving.
    fn shared(&self, at: &SideCondition, before: Option<&SideState>) -> SideState {
        let bare_part = at.defect_fraction;
        let film_part = 1.0 - bare_part;
        let sign = at.current_a_m2.signum();
        let mut covered = SideState::default();
        let mut bare = SideState::default();
        let mut difference = |film_a_m2: f64| {
            let bare_a_m2 = (at.current_a_m2 - film_part * film_a_m2) / bare_part;
            covered = self.under_film(film_a_m2, at, before.map(|state| &state.reaction));
            let bare_before = before.and_then(|state| state.bare_reaction.as_ref());
            bare = self.without_film(bare_a_m2, at, bare_before);
            (sign * (covered.drive_v() - bare.drive_v()), bare_a_m2)
        };
        let most_a_m2 = at.current_a_m2.abs().min(self.film_limit_a_m2(at));
        let (mut low, mut high) = (0.0, most_a_m2);
        let (mut at_low, _) = difference(0.0);
        let (mut at_high, mut bare_a_m2) = difference(sign * most_a_m2);
        // At full current the film may still be the easier way only by round-off; then it carries all.
        if at_high < 0.0 && at_low > 0.0 {
            let mut last_side = 0;
            for _ in 0..MAX_ROUNDS {
                let film = (low * at_high - high * at_low) / (at_high - at_low);
                let value;
                (value, bare_a_m2) = difference(sign * film);
                if value > 0.0 {
                    (low, at_low) = (film, value);
                    if last_side == 1 {
                        at_high *= 0.5
                    }
                    last_side = 1;
                } else {
                    (high, at_high) = (film, value);
                    if last_side == -1 {
                        at_low *= 0.5
                    }
                    last_side = -1;
                }
                if value.abs() <= 1e-13 || high - low <= 1e-14 * most_a_m2 {
                    break;
                }
            }
        }
        let mean = |of_film: f64, of_bare: f64| film_part * of_film + bare_part * of_bare;
        SideState {
            hydrogen_a_m2: mean(covered.hydrogen_a_m2, bare.hydrogen_a_m2),
            precipitating_a_m2: mean(covered.precipitating_a_m2, bare.precipitating_a_m2),
            hot_spot_ratio: bare_a_m2 / at.current_a_m2,
            bare_reaction: Some(bare.reaction),
            ..covered
        }
    }

    /// Plating current at which the film's inner face runs dry, A m⁻²; infinite when stripping.
    fn film_limit_a_m2(&self, at: &SideCondition) -> f64 {
        match &self.film {
            Some(film) if at.current_a_m2 > 0.0 => {
                BELOW_LIMIT * film.limiting_current_a_m2() * at.surface_mol_m3 / self.rest_mol_m3
            }
            _ => f64::INFINITY,
        }
    }

    /// Concentration at the metal under the film, mol m⁻³ of solution in equilibrium. Film and solution are taken to be
    /// in proportion (a constant partition coefficient).
    pub fn metal_mol_m3(&self, current_a_m2: f64, surface_mol_m3: f64) -> f64 {
        self.film.as_ref().map_or(surface_mol_m3, |film| {
            surface_mol_m3
                - film.concentration_drop_mol_m3(current_a_m2) / film.concentration_mol_m3
                    * self.rest_mol_m3
        })
    }

    fn under_film(
        &self,
        current_a_m2: f64,
        at: &SideCondition,
        before: Option<&Reaction>,
    ) -> SideState {
        let metal_mol_m3 = self.metal_mol_m3(current_a_m2, at.surface_mol_m3);
        let mut state = self.at_metal(&self.surface, current_a_m2, metal_mol_m3, at, before);
        if let Some(film) = &self.film {
            state.coating_ohmic_v = current_a_m2 * film.layer.resistance_ohm_m2();
            let ratio = at.surface_mol_m3 / metal_mol_m3;
            state.coating_diffusion_v =
                diffusion_potential_v(film.transference_number, ratio, self.temperature_k);
        }
        state
    }

    fn without_film(
        &self,
        current_a_m2: f64,
        at: &SideCondition,
        before: Option<&Reaction>,
    ) -> SideState {
        self.at_metal(&self.bare, current_a_m2, at.surface_mol_m3, at, before)
    }

    fn at_metal(
        &self,
        surface: &Surface,
        current_a_m2: f64,
        metal_mol_m3: f64,
        at: &SideCondition,
        before: Option<&Reaction>,
    ) -> SideState {
        let covered = if current_a_m2 > 0.0 {
            1.0
        } else {
            (at.live_c_m2 / LAYER_CHARGE_C_M2).clamp(MIN_COVERAGE, 1.0)
        };
        let condition = Condition {
            concentration_mol_m3: metal_mol_m3,
            active_fraction: covered * self.by_product.free_fraction(at.by_product_m),
        };
        let reaction = surface.react(current_a_m2, condition, before);
        SideState {
            metal_mol_m3,
            surface_mol_m3: at.surface_mol_m3,
            reaction,
            by_product_ohmic_v: current_a_m2 * self.by_product.resistance_ohm_m2(at.by_product_m),
            hydrogen_a_m2: reaction.hydrogen_a_m2,
            precipitating_a_m2: reaction.precipitating_a_m2,
            hot_spot_ratio: 1.0,
            ..SideState::default()
        }
    }
}

/// (2RT/zF)(1 − t₊) ln ratio, V, between two places whose potentials are read with zinc electrodes.
pub(super) fn diffusion_potential_v(
    transference_number: f64,
    ratio: f64,
    temperature_k: f64,
) -> f64 {
    2.0 * (1.0 - transference_number) / (CHARGE_NUMBER * f_per_v(temperature_k)) * libm::log(ratio)
}
