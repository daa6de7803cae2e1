//! What a step did and how a run ended.
//! Here because a worker, a command line and a test wait for the same answers.
//! Must not know: how a step is taken.

use serde::{Deserialize, Serialize};

/// Why a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// The areal charge of the case has passed.
    ChargeReached,
    /// The metal came within six cells of the top.
    ShortCircuit,
    /// The case's limit of steps was used up.
    StepLimit,
    /// No more metal that hangs together with the foil can dissolve, in the last half-cycle or with none left to plate
    /// on; or hydrogen took more than the whole current while plating, and all zinc there was.
    MetalUsedUp,
}

/// What one step did.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct StepReport {
    pub dt_s: f64,
    /// How far, in cells, the fastest front was moved more or less than its speed says, to hold Faraday's law.
    pub shift_cells: f64,
    pub n_retries: u32,
    pub n_newton: u32,
    pub n_cg_iterations: u32,
    /// Set by the step that ends the run.
    pub outcome: Option<Outcome>,
}
