//! The 2-D deposit: where zinc grows on a foil, through the holes of a film and beside it.
//! Here because the shape of a deposit is what an interphase is judged by.
//! Must not know: the 1-D cell, a clock, a screen, or any unit but SI.
//!
//! First true form: a uniform electrolyte without concentration gradients (far below the limiting current), the
//! imposed current entering uniformly at the top, sides periodic; plating only. A film follows the metal that pushes it
//! (conformal); a rigid film, hydrogen, grain orientation and stripping are not in this form. In two dimensions a
//! pinhole is a trench and a nucleus a rod.
//!
//! One step: `motion` moves the front → `front` traces it → `connectivity` finds what the current reaches → `labels`
//! say what the front is made of → `assembly`, `sites` and `newton` find the potential → its currents are the next
//! speeds.

mod assembly;
mod connectivity;
mod curvature;
mod error;
mod field;
mod film;
mod front;
mod grid;
mod half_cycles;
mod initial;
mod labels;
mod metal_area;
mod motion;
mod newton;
mod observe;
mod random;
mod reactions;
mod report;
mod run;
mod salt;
mod sites;
mod starved;
mod texture;
mod upsets;
mod view;

pub use error::DepositError;
pub use labels::FrontLabel;
pub(crate) use motion::area_drift_at_rest;
pub use observe::DepositObservation;
pub use report::{Outcome, StepReport};
pub use run::Deposit;
pub use view::FrontSegment;
