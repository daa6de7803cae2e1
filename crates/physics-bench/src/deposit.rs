//! Runs of the deposit: a coated foil with two pinholes, and grains that grow faster on some planes.
//! Here because a reader waits for steps of the deposit, not for field solves.
//! Must not know: how a step is taken.

use electrodeposition::{case::Case, deposit::Deposit};

use crate::ProblemError;

/// What is plated in a whole run, C m⁻²: 10 mA h cm⁻².
const WHOLE_RUN_C_M2: f64 = 3.6e5;

/// A deposit as it grows.
#[derive(Debug)]
pub struct Plating(Deposit);

/// A film with two pinholes on n × n cells, and nothing else that is uneven.
#[must_use]
pub fn deposit_case(n: usize) -> Case {
    let mut case = Case::default();
    case.deposit.n_cells = n as u32;
    case.deposit.nuclei = 0;
    (case.coating.thickness_m, case.coating.conductivity_s_m) = (1e-6, 4e-4);
    (case.coating.pinholes, case.coating.pinhole_width_m) = (2, 4e-6);
    case.operation.areal_charge_c_m2 = WHOLE_RUN_C_M2;
    case
}

/// The film with two pinholes on n × n cells, at its start.
///
/// # Errors
/// Where the case is refused or the deposit cannot start.
pub fn plating_with_pinholes(n: usize) -> Result<Plating, ProblemError> {
    Plating::new(deposit_case(n))
}

/// Eight bare nuclei of random orientation, whose edge planes grow three times as fast as the basal ones.
///
/// # Errors
/// Where the case is refused or the deposit cannot start.
pub fn plating_with_facets(n: usize) -> Result<Plating, ProblemError> {
    let mut case = Case::default();
    case.deposit.n_cells = n as u32;
    case.deposit.orientation_spread_rad = 0.5;
    case.deposit.edge_basal_ratio = 3.0;
    case.operation.areal_charge_c_m2 = WHOLE_RUN_C_M2;
    Plating::new(case)
}

impl Plating {
    fn new(case: Case) -> Result<Self, ProblemError> {
        Ok(Self(Deposit::new(&case.validate()?)?))
    }

    /// One step; whether the run goes on.
    ///
    /// # Errors
    /// Where the step fails.
    pub fn step(&mut self) -> Result<bool, ProblemError> {
        self.0.step()?;
        Ok(!self.0.is_finished())
    }
}
