//! One `--vary`: a field and the values it takes.
//! Here because what was typed is refused with name, value and allowed range before anything runs.
//! Must not know: the other axes, cases.

use electrodeposition::parameters::{CaseError, Parameter, parameter};

/// More cases than anybody waits for.
pub(super) const MAX_CASES: usize = 1_000_000;

/// Why a sweep cannot be run as typed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SweepError {
    #[error("`{typed}` is not PATH=FROM:TO:N, PATH=FROM:TO:N:log or PATH=VALUE")]
    NotAnAxis { typed: String },
    #[error("there is no parameter `{path}`; `zinc-sim schema` lists them")]
    UnknownPath { path: String },
    #[error("{path}: `{typed}` is not a number")]
    NotANumber { path: &'static str, typed: String },
    #[error("{path}: {typed} values; allowed are 2 to {MAX_CASES}")]
    BadCount { path: &'static str, typed: String },
    #[error(transparent)]
    OutOfRange(CaseError),
    #[error("{path} = {value}: must be a whole number, as every value of this axis")]
    NotWhole { path: &'static str, value: f64 },
    #[error("{path} = {value}: logarithmic spacing needs numbers above zero")]
    NotPositive { path: &'static str, value: f64 },
    #[error("{path} is varied twice")]
    Twice { path: &'static str },
    #[error("{n_cases} cases; allowed are at most {MAX_CASES}")]
    TooMany { n_cases: usize },
    #[error("there is no case {index}; allowed are 0 to {}", n_cases.saturating_sub(1))]
    NoSuchCase { index: usize, n_cases: usize },
}

/// A field and its values, in SI units.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    pub path: &'static str,
    pub values: Vec<f64>,
}

impl Axis {
    /// Reads `PATH=FROM:TO:N`, the same with `:log`, or `PATH=VALUE`.
    ///
    /// # Errors
    /// `SweepError` where it is none of them, or a value is outside the field's range.
    pub fn parse(typed: &str) -> Result<Self, SweepError> {
        let not_an_axis = || SweepError::NotAnAxis {
            typed: typed.to_owned(),
        };
        let (path, values) = typed.split_once('=').ok_or_else(not_an_axis)?;
        let row = parameter(path).ok_or_else(|| SweepError::UnknownPath {
            path: path.to_owned(),
        })?;
        let parts: Vec<&str> = values.split(':').collect();
        let values = match parts[..] {
            [value] => vec![number(row, value)?],
            [from, to, count] => {
                linear(number(row, from)?, number(row, to)?, n_values(row, count)?)
            }
            [from, to, count, "log"] => {
                let ends = [number(row, from)?, number(row, to)?];
                if let Some(value) = ends.into_iter().find(|end| *end <= 0.0) {
                    return Err(SweepError::NotPositive {
                        path: row.path,
                        value,
                    });
                }
                logarithmic(ends[0], ends[1], n_values(row, count)?)
            }
            _ => return Err(not_an_axis()),
        };
        if let Some(&value) = values
            .iter()
            .find(|value| row.integer && value.fract() != 0.0)
        {
            return Err(SweepError::NotWhole {
                path: row.path,
                value,
            });
        }
        Ok(Self {
            path: row.path,
            values,
        })
    }
}

/// A number within the field's range; between two such numbers all are.
fn number(row: &Parameter, typed: &str) -> Result<f64, SweepError> {
    let &Parameter {
        path,
        min,
        max,
        unit,
        ..
    } = row;
    let value: f64 = typed.parse().map_err(|_| SweepError::NotANumber {
        path,
        typed: typed.to_owned(),
    })?;
    if (min..=max).contains(&value) {
        return Ok(value);
    }
    Err(SweepError::OutOfRange(if value.is_finite() {
        CaseError::OutOfRange {
            path,
            value,
            min,
            max,
            unit,
        }
    } else {
        CaseError::NotFinite {
            path,
            value,
            min,
            max,
            unit,
        }
    }))
}

fn n_values(row: &Parameter, typed: &str) -> Result<usize, SweepError> {
    typed
        .parse()
        .ok()
        .filter(|count| (2..=MAX_CASES).contains(count))
        .ok_or_else(|| SweepError::BadCount {
            path: row.path,
            typed: typed.to_owned(),
        })
}

/// Both ends are met exactly.
fn linear(from: f64, to: f64, count: usize) -> Vec<f64> {
    spaced(from, to, count, |share| from + (to - from) * share)
}

fn logarithmic(from: f64, to: f64, count: usize) -> Vec<f64> {
    spaced(from, to, count, |share| from * libm::pow(to / from, share))
}

fn spaced(from: f64, to: f64, count: usize, at: impl Fn(f64) -> f64) -> Vec<f64> {
    let last = count - 1;
    let (low, high) = (from.min(to), from.max(to));
    (0..count)
        .map(|k| match k {
            0 => from,
            k if k == last => to,
            k => at(k as f64 / last as f64).clamp(low, high),
        })
        .collect()
}
