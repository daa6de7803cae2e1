//! `summary.json` of a deposit: what a run came to.
//! Here because a sweep reads one small file a case.
//! Must not know: how the run was computed.

use electrodeposition::deposit::{
    Deposit, DepositObservation, DepositWarning, FrontLabel, Outcome, StepReport,
};
use serde::Serialize;

/// Voltage and time gathered over the steps.
#[derive(Debug)]
pub struct History {
    peak_v: f64,
    integral_v_s: f64,
    /// The voltage at the start of a step holds while the front moves.
    last_v: f64,
    n_retries: u32,
}

impl History {
    pub fn starting_with(seen: &DepositObservation) -> Self {
        Self {
            peak_v: seen.voltage_v,
            integral_v_s: 0.0,
            last_v: seen.voltage_v,
            n_retries: 0,
        }
    }

    pub fn add(&mut self, step: &StepReport, seen: &DepositObservation) {
        self.integral_v_s += 0.5 * (self.last_v + seen.voltage_v) * step.dt_s;
        self.peak_v = self.peak_v.max(seen.voltage_v);
        self.last_v = seen.voltage_v;
        self.n_retries += step.n_retries;
    }
}

/// Current densities on the plating front before it has moved, A m⁻².
#[derive(Debug, Clone, Copy, Serialize)]
pub struct FirstCurrents {
    min_a_m2: f64,
    mean_a_m2: f64,
    max_a_m2: f64,
    /// Mean over the pinholes, where there are any.
    at_pinholes_a_m2: Option<f64>,
}

impl FirstCurrents {
    pub fn of(deposit: &Deposit) -> Self {
        let mean = |wanted: fn(FrontLabel) -> bool| {
            let (mut current, mut length) = (0.0, 0.0);
            for segment in deposit.front().filter(|segment| wanted(segment.label)) {
                let [dx, dy] = [0, 1].map(|axis| segment.end_m[axis] - segment.start_m[axis]);
                let piece_m = (dx * dx + dy * dy).sqrt();
                current += segment.current_density_a_m2 * piece_m;
                length += piece_m;
            }
            (length > 0.0).then(|| current / length)
        };
        let seen = deposit.observe();
        Self {
            min_a_m2: seen.min_current_density_a_m2,
            mean_a_m2: mean(FrontLabel::is_active).unwrap_or(0.0),
            max_a_m2: seen.max_current_density_a_m2,
            at_pinholes_a_m2: mean(|label| label == FrontLabel::Pinhole),
        }
    }
}

#[derive(Debug, Serialize)]
pub struct Summary {
    model: &'static str,
    version: &'static str,
    ended: Option<&'static str>,
    time_s: f64,
    n_steps: u32,
    n_retries: u32,
    charge_c_m2: f64,
    /// Per metre of depth.
    plated_volume_m2: f64,
    charge_error: f64,
    uncorrected_charge_error: f64,
    current_error: f64,
    voltage_mean_v: f64,
    voltage_peak_v: f64,
    voltage_end_v: f64,
    tip_height_m: f64,
    mean_height_m: f64,
    roughness_rq_m: f64,
    coverage: f64,
    hot_spot_ratio: f64,
    n_voids: u32,
    n_overhang_columns: u32,
    /// Box-counting dimension of the front: one is smooth.
    box_dimension: f64,
    /// Share of the space between the first surface and the tip that holds no plated metal.
    porosity: f64,
    n_half_cycles: u32,
    /// Zinc, in all half-cycles.
    plated_charge_c_m2: f64,
    stripped_charge_c_m2: f64,
    /// Cut off from the foil, per metre of depth.
    dead_zinc_m2: f64,
    /// Part of the last current.
    hydrogen_share: f64,
    /// Over that of the bulk, at the front.
    least_salt_share: f64,
    n_nucleated: u32,
    n_cracks: u32,
    /// Doubts that the run ended with.
    warnings: Vec<&'static str>,
    first_currents: FirstCurrents,
    /// Hexadecimal: equal for equal cases on every platform.
    state_hash: String,
}

pub fn of(deposit: &Deposit, history: &History, first_currents: FirstCurrents) -> Summary {
    let seen = deposit.observe();
    Summary {
        model: "deposit",
        version: env!("CARGO_PKG_VERSION"),
        ended: deposit.outcome().map(|outcome| match outcome {
            Outcome::ChargeReached => "charge_reached",
            Outcome::ShortCircuit => "short_circuit",
            Outcome::StepLimit => "step_limit",
            Outcome::MetalUsedUp => "metal_used_up",
        }),
        time_s: seen.time_s,
        n_steps: seen.n_steps,
        n_retries: history.n_retries,
        charge_c_m2: seen.areal_charge_c_m2,
        plated_volume_m2: seen.plated_volume_m2,
        charge_error: seen.charge_error,
        uncorrected_charge_error: seen.uncorrected_charge_error,
        current_error: seen.current_error,
        voltage_mean_v: if seen.time_s > 0.0 {
            history.integral_v_s / seen.time_s
        } else {
            seen.voltage_v
        },
        voltage_peak_v: history.peak_v,
        voltage_end_v: seen.voltage_v,
        tip_height_m: seen.tip_height_m,
        mean_height_m: seen.mean_height_m,
        roughness_rq_m: seen.roughness_rq_m,
        coverage: seen.coverage,
        hot_spot_ratio: seen.hot_spot_ratio,
        n_voids: seen.n_voids,
        n_overhang_columns: seen.n_overhang_columns,
        box_dimension: seen.box_dimension,
        porosity: seen.porosity,
        n_half_cycles: seen.half_cycle + 1,
        plated_charge_c_m2: seen.plated_charge_c_m2,
        stripped_charge_c_m2: seen.stripped_charge_c_m2,
        dead_zinc_m2: seen.dead_zinc_m2,
        hydrogen_share: seen.hydrogen_share,
        least_salt_share: seen.least_salt_share,
        n_nucleated: seen.n_nucleated,
        n_cracks: seen.n_cracks,
        warnings: deposit.warnings().map(word).collect(),
        first_currents,
        state_hash: format!("{:016x}", deposit.state_hash()),
    }
}

/// The word for a doubt, as scripts look for it.
fn word(warning: DepositWarning) -> &'static str {
    match warning {
        DepositWarning::SpikedCurrent => "spiked_current",
        DepositWarning::ResistanceBelowCell => "resistance_below_cell",
        DepositWarning::CapillarityUnresolved => "capillarity_unresolved",
        DepositWarning::FeatureUnresolved => "feature_unresolved",
        DepositWarning::StarvedLengthUnresolved => "starved_length_unresolved",
        DepositWarning::ShiftAccumulated => "shift_accumulated",
        DepositWarning::Potentiostatic => "potentiostatic",
    }
}
