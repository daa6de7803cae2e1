//! How the program ends when it cannot do what was asked, and with which exit status.
//! Here because a script tells a refused case (2) from a run that went wrong (1) by that number alone.
//! Must not know: what was being done.

use std::fmt;
use std::process::ExitCode;

use electrodeposition::parameters::CaseError;

use crate::sweep::SweepError;

/// The end of a call that did not succeed.
#[derive(Debug)]
pub enum Failure {
    /// The case file cannot be used; the text says where and why.
    Unreadable(String),
    /// Numbers outside their range, all of them.
    Refused(Vec<CaseError>),
    /// Reading, writing or computing went wrong.
    Failed(anyhow::Error),
    /// A validation case that there is not.
    NoSuchRow(String),
    /// What was asked for cannot be done as typed.
    BadSweep(SweepError),
    /// This many cases of a sweep ended in an error; their lines say which.
    CasesFailed { n_failed: usize, n_cases: usize },
    /// This many random cases did what no case may.
    RandomCases(usize),
    /// This many validation cases lie outside their tolerance.
    OutsideTolerance(usize),
}

impl Failure {
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Unreadable(_) | Self::Refused(_) | Self::NoSuchRow(_) | Self::BadSweep(_) => {
                ExitCode::from(2)
            }
            Self::Failed(_)
            | Self::CasesFailed { .. }
            | Self::RandomCases(_)
            | Self::OutsideTolerance(_) => ExitCode::from(1),
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::Failed(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(text) => formatter.write_str(text),
            Self::Refused(errors) => {
                write!(formatter, "the case is refused:")?;
                errors
                    .iter()
                    .try_for_each(|error| write!(formatter, "\n  {error}"))
            }
            Self::NoSuchRow(name) => write!(
                formatter,
                "--row: there is no row {name:?}; `zinc-sim validate --list` names them all"
            ),
            Self::BadSweep(error) => write!(formatter, "the sweep is refused: {error}"),
            Self::CasesFailed { n_failed, n_cases } => write!(
                formatter,
                "{n_failed} of {n_cases} cases ended in an error; their lines say why"
            ),
            Self::RandomCases(n_faults) => {
                write!(formatter, "{n_faults} random cases did what no case may")
            }
            Self::Failed(error) => write!(formatter, "{error:#}"),
            Self::OutsideTolerance(n_rows) => write!(
                formatter,
                "{n_rows} validation cases are outside their tolerance"
            ),
        }
    }
}
