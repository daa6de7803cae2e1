//! Ranges of the fields of a programme's step, and what its fields must have between them.
//! Here because a list of steps has no place in a table of single numbers, yet must be refused in the same words.
//! Must not know: how a programme is run.

use super::CaseError;
use crate::case::Operation;
use crate::programme::{ProgrammeStep, StepKind};

/// Range of one number of a step, in SI units.
#[derive(Debug, Clone, Copy)]
pub struct StepLimit {
    pub field: &'static str,
    pub name: &'static str,
    pub unit: &'static str,
    pub min: f64,
    pub max: f64,
    get: fn(&ProgrammeStep) -> Option<f64>,
}

/// Every number of a step; the kind is `plate`, `strip` or `rest`.
pub static STEP_LIMITS: [StepLimit; 4] = [
    StepLimit {
        field: "current_density_a_m2",
        name: "Current density; without it, operation.current_density_a_m2",
        unit: "A m⁻²",
        min: 0.1,
        max: 2000.0,
        get: |step| step.current_density_a_m2,
    },
    StepLimit {
        field: "duration_s",
        name: "Time after which the step ends",
        unit: "s",
        min: 1e-3,
        max: 1e8,
        get: |step| step.duration_s,
    },
    StepLimit {
        field: "areal_charge_c_m2",
        name: "Charge per area after which the step ends",
        unit: "C m⁻²",
        min: 0.36,
        max: 3.6e6,
        get: |step| step.areal_charge_c_m2,
    },
    StepLimit {
        field: "voltage_limit_v",
        name: "Cell voltage, against the current, at which the step ends",
        unit: "V",
        min: 1e-3,
        max: 5.0,
        get: |step| step.voltage_limit_v,
    },
];

const MAX_STEPS: usize = 100;

pub(super) fn check(operation: &Operation, errors: &mut Vec<CaseError>) {
    if operation.steps.len() > MAX_STEPS {
        errors.push(CaseError::Inconsistent {
            path: "operation.steps",
            value: operation.steps.len() as f64,
            reason: "at most 100 steps, which operation.n_repeats can repeat",
        });
    }
    for (step_idx, step) in operation.steps.iter().enumerate() {
        for limit in &STEP_LIMITS {
            let Some(value) = (limit.get)(step) else {
                continue;
            };
            // False for a NaN, too.
            if !(limit.min..=limit.max).contains(&value) {
                errors.push(CaseError::StepOutOfRange {
                    step_idx,
                    field: limit.field,
                    value,
                    min: limit.min,
                    max: limit.max,
                    unit: limit.unit,
                });
            }
        }
        if let Some(reason) = disagreement(step) {
            errors.push(CaseError::StepInconsistent { step_idx, reason });
        }
    }
}

fn disagreement(step: &ProgrammeStep) -> Option<&'static str> {
    if step.kind == StepKind::Rest {
        if step.duration_s.is_none() {
            return Some("a rest needs a duration_s");
        }
        let carries = step.current_density_a_m2.is_some()
            || step.areal_charge_c_m2.is_some()
            || step.voltage_limit_v.is_some();
        return carries.then_some("a rest has a duration_s and nothing else");
    }
    let endless = step.duration_s.is_none()
        && step.areal_charge_c_m2.is_none()
        && step.voltage_limit_v.is_none();
    endless.then_some("needs at least one of duration_s, areal_charge_c_m2 and voltage_limit_v")
}
