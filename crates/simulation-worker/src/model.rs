//! What the server needs of a simulation.
//! Here because the server's rules about pausing, credit and failure are tested without solving any physics.
//! Must not know: messages, clocks.

use electrodeposition::case::Case;

use crate::{Checked, Observation, Picture};

/// A run that advances by steps.
pub trait Model: Sized {
    /// Sets up a run.
    ///
    /// # Errors
    /// Everything that is wrong with the case, each with field, value and range.
    fn start(case: &Case) -> Result<Self, Vec<String>>;

    /// One time step.
    ///
    /// # Errors
    /// Why the run cannot go on. The state stays the last good one.
    fn step(&mut self) -> Result<(), String>;

    fn is_finished(&self) -> bool;

    /// Why a finished run ended, in words.
    fn end(&self) -> String;

    fn observe(&self) -> Observation;

    fn picture(&self) -> Picture;

    /// Hash of every bit of the state.
    fn state_hash(&self) -> u64;

    /// Computes the validation case with this name, beside any run.
    fn check(name: &str) -> Checked;
}
