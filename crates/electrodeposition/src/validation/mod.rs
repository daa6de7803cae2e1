//! The models against closed forms and published numbers, one case at a time.
//! Here, and not among the tests alone, because the command line and the page run the very same cases.
//! Must not know: how a table of results is shown, how long a case takes.

mod cell;
mod convergence;
mod cycling;
mod deposit;
mod electrolyte;
mod kinetics;
mod phase_field;
mod surface;
mod transport;
mod unfitted;

pub use unfitted::{Measured, Unfitted, unfitted};

use crate::cell::CellError;
use crate::deposit::DepositError;
use crate::parameters::CaseError;
use crate::phase_field::SpinodalError;

/// How far the computed number may lie from the reference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Tolerance {
    /// Of the reference.
    Relative(f64),
    /// In the row's unit.
    Absolute(f64),
    /// The reference is an upper bound.
    AtMost,
}

/// One check that can be run on its own.
#[derive(Debug, Clone, Copy)]
pub struct ValidationCase {
    pub name: &'static str,
    /// What the reference is.
    pub reference: &'static str,
    /// The part of the code that the case exercises.
    pub exercises: &'static str,
    pub unit: &'static str,
    pub tolerance: Tolerance,
    run: fn() -> Result<Compared, ValidationError>,
}

/// Reference and computed value of one case.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Compared {
    reference: f64,
    computed: f64,
}

/// Why a case could not be computed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ValidationError {
    #[error("the case is refused: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Case(Vec<CaseError>),
    #[error(transparent)]
    Cell(#[from] CellError),
    #[error(transparent)]
    Deposit(#[from] DepositError),
    #[error(transparent)]
    Spinodal(#[from] SpinodalError),
    #[error("the run did not reach the event that is looked for")]
    NoEvent,
}

impl From<Vec<CaseError>> for ValidationError {
    fn from(errors: Vec<CaseError>) -> Self {
        Self::Case(errors)
    }
}

/// One line of the validation table. Reference and computed value are in the case's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    pub name: &'static str,
    pub unit: &'static str,
    pub reference: f64,
    pub computed: f64,
    /// Relative or absolute, as the tolerance is; over a bound, how far beyond it.
    pub error: f64,
    pub tolerance: Tolerance,
    pub pass: bool,
}

impl ValidationCase {
    /// Computes the case.
    ///
    /// # Errors
    /// `ValidationError` where there is no number to compare.
    pub fn run(&self) -> Result<Row, ValidationError> {
        let Compared {
            reference,
            computed,
        } = (self.run)()?;
        let difference = (computed - reference).abs();
        let (error, limit) = match self.tolerance {
            Tolerance::Relative(limit) => (difference / reference.abs(), limit),
            Tolerance::Absolute(limit) => (difference, limit),
            Tolerance::AtMost => ((computed - reference).max(0.0), 0.0),
        };
        Ok(Row {
            name: self.name,
            unit: self.unit,
            reference,
            computed,
            error,
            tolerance: self.tolerance,
            // False for a NaN, too.
            pass: error <= limit && computed.is_finite(),
        })
    }
}

static TABLES: [&[ValidationCase]; 14] = [
    kinetics::CASES,
    transport::CASES,
    cell::CASES,
    electrolyte::CASES,
    surface::CASES,
    cycling::CASES,
    convergence::CASES,
    deposit::pinholes::CASES,
    deposit::stability::CASES,
    deposit::layers::CASES,
    deposit::solver::CASES,
    deposit::shape::CASES,
    deposit::charge::CASES,
    phase_field::CASES,
];

/// Cases that take seconds at most, in the order of the table.
pub fn cases() -> impl Iterator<Item = &'static ValidationCase> {
    TABLES.iter().flat_map(|table| table.iter())
}

/// Cases that take up to some minutes each, in the order of the table.
pub fn slow_cases() -> impl Iterator<Item = &'static ValidationCase> {
    phase_field::SLOW.iter()
}
