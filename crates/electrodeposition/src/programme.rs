//! A programme: plating, stripping and rest in turn, each until a time, a charge or a voltage, repeated.
//! Here because efficiency tests, rests and half-cycles are all programmes, and the simple operation expands to one.
//! Must not know: what a cell does in a step; display units.

use serde::{Deserialize, Serialize};

use crate::case::Operation;

/// What is done to the working electrode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    Plate,
    Strip,
    /// Open circuit.
    Rest,
}

/// One step as written in a case; what is not given does not end it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeStep {
    pub kind: StepKind,
    /// Without it, `operation.current_density_a_m2`.
    #[serde(default)]
    pub current_density_a_m2: Option<f64>,
    #[serde(default)]
    pub duration_s: Option<f64>,
    #[serde(default)]
    pub areal_charge_c_m2: Option<f64>,
    /// Cell voltage, against the direction of the current, at which the step ends. Zinc used up ends it too, because
    /// the voltage then rises without bound.
    #[serde(default)]
    pub voltage_limit_v: Option<f64>,
}

impl ProgrammeStep {
    /// A step without a termination.
    pub fn new(kind: StepKind) -> Self {
        Self {
            kind,
            current_density_a_m2: None,
            duration_s: None,
            areal_charge_c_m2: None,
            voltage_limit_v: None,
        }
    }
}

/// One step as run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stage {
    /// At the working electrode, A m⁻²: positive plates, negative strips, zero rests.
    pub current_a_m2: f64,
    /// Time after which it ends at the latest, s; infinite where only a voltage ends it.
    pub duration_s: f64,
    /// Whether the charge, and not a time, gives the duration.
    pub by_charge: bool,
    pub voltage_limit_v: Option<f64>,
}

/// The steps of a case, ready to run.
#[derive(Debug, Clone, PartialEq)]
pub struct Programme {
    stages: Vec<Stage>,
    n_stages: u32,
}

impl Programme {
    /// The steps given, or else plating and stripping of one charge in turn.
    pub fn of(operation: &Operation) -> Self {
        if operation.steps.is_empty() {
            let half_cycle = |sign: f64| Stage {
                current_a_m2: sign * operation.current_density_a_m2,
                duration_s: operation.areal_charge_c_m2 / operation.current_density_a_m2,
                by_charge: true,
                voltage_limit_v: None,
            };
            return Self {
                stages: vec![half_cycle(1.0), half_cycle(-1.0)],
                n_stages: operation.n_half_cycles,
            };
        }
        let stage = |step: &ProgrammeStep| {
            let magnitude_a_m2 = step
                .current_density_a_m2
                .unwrap_or(operation.current_density_a_m2);
            let current_a_m2 = match step.kind {
                StepKind::Plate => magnitude_a_m2,
                StepKind::Strip => -magnitude_a_m2,
                StepKind::Rest => 0.0,
            };
            let by_time_s = step.duration_s.unwrap_or(f64::INFINITY);
            let by_charge_s = step
                .areal_charge_c_m2
                .map_or(f64::INFINITY, |charge| charge / magnitude_a_m2);
            Stage {
                current_a_m2,
                duration_s: by_time_s.min(by_charge_s),
                by_charge: by_charge_s < by_time_s,
                voltage_limit_v: step.voltage_limit_v,
            }
        };
        Self {
            stages: operation.steps.iter().map(stage).collect(),
            // Validation allows 100 steps and 100 000 repeats.
            n_stages: operation.steps.len() as u32 * operation.n_repeats,
        }
    }

    /// Steps over all repeats.
    pub fn n_stages(&self) -> u32 {
        self.n_stages
    }

    /// Steps in one repeat: a cycle.
    pub fn n_stages_per_cycle(&self) -> u32 {
        self.stages.len() as u32
    }

    /// The step of an index counted over all repeats.
    pub fn stage(&self, stage_idx: u32) -> &Stage {
        &self.stages[stage_idx as usize % self.stages.len()]
    }
}
