//! One validation case of the engine, computed where the worker runs.
//! Here because a reader's own browser must be able to repeat what the page says was computed elsewhere.
//! Must not know: messages, which cases a page asks for.

use electrodeposition::validation::{cases, slow_cases};
use serde::{Deserialize, Serialize};

/// What came of one case. Numbers are in the case's unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Checked {
    Compared {
        reference: f64,
        computed: f64,
        /// Within the case's tolerance.
        pass: bool,
    },
    /// There is no number to compare.
    NotComputed { reason: String },
    /// The engine of this build has no case of that name.
    Unknown,
}

/// Computes the case with this name. A case cannot be interrupted.
pub(crate) fn check(name: &str) -> Checked {
    let Some(case) = cases().chain(slow_cases()).find(|case| case.name == name) else {
        return Checked::Unknown;
    };
    match case.run() {
        Ok(row) => Checked::Compared {
            reference: row.reference,
            computed: row.computed,
            pass: row.pass,
        },
        Err(error) => Checked::NotComputed {
            reason: error.to_string(),
        },
    }
}
