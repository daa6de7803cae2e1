//! What a run can run into, and what the end of a step is told as.
//! Here because page, summary and worker speak of the same events.
//! Must not know: how an event is located.

use serde::{Deserialize, Serialize};

/// Why a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndReason {
    /// The whole programme is done.
    Completed,
    /// The solution at the plating electrode has no salt left: Sand's time.
    SurfaceDepleted,
    /// The film on the plating electrode carries more than its limiting current.
    CoatingDepleted,
    /// A peak has grown through the separator.
    ShortCircuit,
    /// The stripped electrode has no zinc left, and the programme names no voltage to stop at.
    ZincUsedUp,
    /// Hydrogen has consumed the water in the pores.
    WaterUsedUp,
    /// `run.max_steps` steps were taken.
    StepLimit,
}

impl std::fmt::Display for EndReason {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Completed => "the programme is done",
            Self::SurfaceDepleted => "the salt at the plating electrode is used up",
            Self::CoatingDepleted => "the salt under the coating is used up",
            Self::ShortCircuit => "a peak of the deposit has grown through the separator",
            Self::ZincUsedUp => "the zinc of the stripped electrode is used up",
            Self::WaterUsedUp => "the water in the pores is used up",
            Self::StepLimit => "the largest number of steps is reached (run.max_steps)",
        })
    }
}

/// Why a step of the programme ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Termination {
    Time,
    Charge,
    VoltageLimit,
}

/// What a time step ran into at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Another step of the programme follows.
    StepEnded(Termination),
    Ended(EndReason),
}

/// The end of one time step.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct CellStep {
    pub time_s: f64,
    /// Counter against working electrode, V: positive while the working electrode plates.
    pub voltage_v: f64,
    /// Step of the programme it belongs to, from zero over all repeats: a half-cycle where no programme is given.
    pub programme_step: u32,
    pub event: Option<Event>,
}
