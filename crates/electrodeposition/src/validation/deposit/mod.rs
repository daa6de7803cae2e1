//! Validation of the deposit where a number is known beforehand, one file a subject.
//! Here because a shape that looks right proves nothing.
//! Must not know: the deposit's inner parts; it runs cases as a user does.

pub(super) mod charge;
mod fields;
pub(super) mod layers;
pub(super) mod pinholes;
pub(super) mod shape;
pub(super) mod solver;
pub(super) mod stability;

use super::ValidationError;
use crate::case::Case;
use crate::deposit::Deposit;

/// A case as far as it goes.
fn run_to_end(case: Case) -> Result<Deposit, ValidationError> {
    let mut deposit = Deposit::new(&case.validate()?)?;
    while !deposit.is_finished() {
        deposit.step()?;
    }
    Ok(deposit)
}
