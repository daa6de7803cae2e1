//! What a step adds to the sums: zinc, hydrogen, by-product, salt, water, peaks.
//! Here because everything that is conserved must be booked from the same currents.
//! Must not know: where those currents come from, events.

use super::Cell;
use super::advance::Start;
use super::electrode::{Growth, Passed};
use crate::stability::FlatFront;

impl Cell {
    /// Books a step on both electrodes, from their state before it and mean hydrogen and precipitating currents.
    pub(super) fn book(&mut self, start: &Start, dt_s: f64, currents: &[[f64; 2]; 2]) {
        let before = &start.state;
        let current_a_m2 = self.current_a_m2();
        let (mut hydrogen_c_m2, mut precipitated_c_m2, mut dead_c_m2) = (0.0, 0.0, 0.0);
        for (idx, sign) in [(0, 1.0), (1, -1.0)] {
            let mut electrode = before.electrodes[idx];
            let mut passed = Passed {
                duration_s: dt_s,
                charge_c_m2: sign * current_a_m2 * dt_s,
                hydrogen_c_m2: currents[idx][0] * dt_s,
                precipitated_c_m2: currents[idx][1] * dt_s,
            };
            if current_a_m2 == 0.0 && passed.hydrogen_c_m2 > electrode.live_c_m2() {
                // At rest, no more can corrode than is there.
                let part = electrode.live_c_m2().max(0.0) / passed.hydrogen_c_m2;
                passed.hydrogen_c_m2 *= part;
                passed.precipitated_c_m2 *= part;
            }
            electrode.book(&passed, &start.growth[idx]);
            dead_c_m2 += electrode.dead_c_m2 - before.electrodes[idx].dead_c_m2;
            hydrogen_c_m2 += passed.hydrogen_c_m2;
            precipitated_c_m2 += passed.precipitated_c_m2;
            self.state.electrodes[idx] = electrode;
        }
        let mut balance = before.balance;
        balance.charge_c_m2 += current_a_m2.abs() * dt_s;
        if current_a_m2 != 0.0 {
            let plating = before.now.plating();
            balance.hydrogen_charge_c_m2 += currents[plating][0] * dt_s;
        }
        balance.entered_salt_mol_m2 -= super::by_product_mol_c() * precipitated_c_m2;
        balance.take_water(hydrogen_c_m2, precipitated_c_m2);
        self.state.balance = balance;
        self.state.efficiency = before.efficiency;
        self.state
            .efficiency
            .add(current_a_m2 * dt_s, hydrogen_c_m2 + dead_c_m2);
    }

    /// The salt was stepped with the by-product's rate at the start of the step; what is booked is the mean.
    ///
    /// The difference is of second order in the step. Taken from the outermost volume alone, after a step far longer
    /// than diffusion across, it could exceed what that volume holds; so all pores share it.
    pub(super) fn settle_salt(&mut self, start: &Start, dt_s: f64) {
        let owed_c_m2: f64 = [0, 1]
            .map(|idx| {
                let booked_c_m2 = self.state.electrodes[idx].precipitated_charge_c_m2
                    - start.state.electrodes[idx].precipitated_charge_c_m2;
                booked_c_m2 - start.state.now.sides[idx].precipitating_a_m2 * dt_s
            })
            .iter()
            .sum();
        if owed_c_m2 != 0.0 {
            self.salt.add_evenly(-super::by_product_mol_c() * owed_c_m2);
        }
    }

    /// How the peaks of an electrode grow, with the currents of now.
    ///
    /// Under films in series, a place whose charge-transfer resistance is lower by a fraction draws more current only by
    /// that fraction of R_ct/(R_ct + R_films).
    pub(super) fn growth(&self, idx: usize) -> Growth {
        let now = &self.state.now;
        let side = &now.sides[idx];
        let films_ohm_m2 = self.films_ohm_m2(idx);
        let charge_transfer_ohm_m2 = side.reaction.charge_transfer_ohm_m2;
        let sign = if idx == 0 { 1.0 } else { -1.0 };
        let front = FlatFront {
            current_a_m2: sign * now.current_a_m2 - side.hydrogen_a_m2,
            conductivity_s_m: self.settings.conductivity_s_m,
            resistance_ohm_m2: charge_transfer_ohm_m2 + films_ohm_m2,
            surface_energy_j_m2: self.settings.surface_energy_j_m2,
        };
        // Where nothing reacts there is neither resistance nor growth.
        let kinetic_part = if charge_transfer_ohm_m2 > 0.0 {
            charge_transfer_ohm_m2 / (charge_transfer_ohm_m2 + films_ohm_m2)
        } else {
            0.0
        };
        let heterogeneity = if self.sides[idx].film.is_some() {
            self.settings.heterogeneity * self.settings.film_unevenness
        } else {
            self.settings.heterogeneity
        };
        Growth {
            worst_per_s: front.worst_growth_per_s(),
            excess: heterogeneity * kinetic_part + side.hot_spot_ratio - 1.0,
            dead_zinc_peak_m: self.settings.dead_zinc_peak_m,
        }
    }

    /// Coating and by-product in series on an electrode.
    fn films_ohm_m2(&self, idx: usize) -> f64 {
        let side = &self.sides[idx];
        let coating_ohm_m2 = side
            .film
            .as_ref()
            .map_or(0.0, |film| film.layer.resistance_ohm_m2());
        let thickness_m = self.state.electrodes[idx].by_product_m();
        coating_ohm_m2 + side.by_product.resistance_ohm_m2(thickness_m)
    }
}
