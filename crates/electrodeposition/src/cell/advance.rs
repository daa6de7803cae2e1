//! From one state of a cell to the one a time later, and how far that is from each event.
//! Here because a step that runs into an event is taken again with other lengths, from the same start.
//! Must not know: how long a step should be, which event ends what.

use super::electrode::Growth;
use super::side::LAYER_CHARGE_C_M2;
use super::{Cell, CellError, State};

/// How far a state is from each event, as a fraction; an event has happened at zero or below.
#[derive(Debug, Clone, Copy)]
pub(super) struct Margins {
    pub voltage: f64,
    pub zinc: f64,
    pub salt: f64,
    pub water: f64,
    pub gap: f64,
}

/// The start of a step, from which it may be taken again with another length.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    pub state: State,
    pub growth: [Growth; 2],
}

impl Margins {
    pub fn any_passed(&self) -> bool {
        let least = self.voltage.min(self.zinc).min(self.salt);
        least.min(self.water).min(self.gap) <= 0.0
    }
}

impl Cell {
    /// From a state to the one a time later. Margins beyond the salt's are not known where there is no salt.
    pub(super) fn advance(&mut self, start: &Start, dt_s: f64) -> Result<Margins, CellError> {
        let before = &start.state;
        self.state = *before;
        self.salt.restore(&self.salt_before_mol_m3);
        self.salt.step(dt_s, self.boundaries());
        self.state.elapsed_s += dt_s;
        self.state.n_steps += 1;
        self.state.defect_fraction = self.defect_fraction_after(dt_s);
        let salt = self.salt_margin();
        let diverged = CellError::Diverged {
            time_s: self.time_s(),
        };
        if salt.is_nan() {
            return Err(diverged);
        }
        let mut margins = Margins {
            salt,
            voltage: f64::INFINITY,
            zinc: f64::INFINITY,
            water: f64::INFINITY,
            gap: f64::INFINITY,
        };
        if salt <= 0.0 {
            return Ok(margins);
        }
        // The voltages at the end need the electrodes there: first with the rates of the start, then with the mean.
        let start_rates = before
            .now
            .sides
            .map(|side| [side.hydrogen_a_m2, side.precipitating_a_m2]);
        self.book(start, dt_s, &start_rates);
        self.state.now = self.voltages(Some(&before.now));
        let mut mean = self.mean_rates(&start_rates);
        self.book(start, dt_s, &mean);
        if self.is_nearly_stripped() {
            // The voltage then depends on the last of the zinc, and on the hydrogen that took some of it.
            self.state.now = self.voltages(Some(&before.now));
            mean = self.mean_rates(&start_rates);
            self.book(start, dt_s, &mean);
        }
        if !self.state.now.cell_v().is_finite() {
            return Err(diverged);
        }
        self.settle_salt(start, dt_s);
        margins.salt = margins.salt.min(self.pores_margin());

        let stage = self.programme.stage(self.state.stage_idx);
        if let Some(limit_v) = stage.voltage_limit_v {
            margins.voltage = 1.0 - self.state.now.polarisation_v() / limit_v;
        }
        for (electrode, current_a_m2) in self
            .state
            .electrodes
            .iter()
            .zip([stage.current_a_m2, -stage.current_a_m2])
        {
            if current_a_m2 < 0.0 || electrode.live_c_m2() < 0.0 {
                margins.zinc = margins.zinc.min(electrode.live_c_m2());
            }
            let gap = 1.0 - electrode.peak_top_m() / self.separator.thickness_m;
            margins.gap = margins.gap.min(gap);
        }
        margins.water = self.state.balance.water_mol_m2 / self.state.balance.initial_water_mol_m2;
        Ok(margins)
    }

    /// Hydrogen and precipitating currents of both electrodes, between the start of a step and now.
    ///
    /// Precipitation is averaged harmonically, of second order as well: where salt runs out, hydrogen's current rises
    /// without bound, and its by-product must not take more than twice what it took before. Nor does the mean ever
    /// exceed hydrogen's, so that no more precipitates than was made.
    fn mean_rates(&self, start: &[[f64; 2]; 2]) -> [[f64; 2]; 2] {
        [0, 1].map(|idx| {
            let end = &self.state.now.sides[idx];
            let [hydrogen, precipitating] = start[idx];
            let sum = precipitating + end.precipitating_a_m2;
            let harmonic = if sum > 0.0 {
                2.0 * precipitating * end.precipitating_a_m2 / sum
            } else {
                0.0
            };
            [0.5 * (hydrogen + end.hydrogen_a_m2), harmonic]
        })
    }

    /// Whether the stripped electrode holds less zinc than covers it.
    fn is_nearly_stripped(&self) -> bool {
        let current_a_m2 = self.current_a_m2();
        current_a_m2 != 0.0
            && self.state.electrodes[usize::from(current_a_m2 > 0.0)].live_c_m2()
                < LAYER_CHARGE_C_M2
    }

    /// f(t) of df/dt = creation − f/τ_heal, exactly; a film that has all gone stays gone until it heals.
    fn defect_fraction_after(&self, dt_s: f64) -> f64 {
        let (creation, healing_s) = (
            self.settings.defect_creation_per_s,
            self.settings.healing_time_s,
        );
        let fraction = self.state.defect_fraction;
        let missing = creation * healing_s - fraction;
        (fraction - missing * libm::expm1(-dt_s / healing_s)).clamp(0.0, 1.0)
    }
}
