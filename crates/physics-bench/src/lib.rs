//! The problems on which the physics is timed: the same ones natively, in a browser and in other programs.
//! Here because a ratio of two times means something only where both did the same work.
//! Must not know: clocks, other programs.

mod deposit;
mod field_solve;
mod plating;

pub use deposit::{Plating, deposit_case, plating_with_facets, plating_with_pinholes};
pub use field_solve::FieldSolve;
pub use plating::{half_cycle, hourly_cycles};

/// Why a problem cannot be run; none of these happens with the problems as they are.
#[derive(Debug, thiserror::Error)]
pub enum ProblemError {
    #[error("the case is refused: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Case(Vec<electrodeposition::parameters::CaseError>),
    #[error(transparent)]
    Deposit(#[from] electrodeposition::deposit::DepositError),
    #[error(transparent)]
    Cell(#[from] electrodeposition::cell::CellError),
}

impl From<Vec<electrodeposition::parameters::CaseError>> for ProblemError {
    fn from(errors: Vec<electrodeposition::parameters::CaseError>) -> Self {
        Self::Case(errors)
    }
}
