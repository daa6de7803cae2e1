//! Which cases a sweep consists of, in which order.
//! Here because schedulers and a resumed run must count them alike.
//! Must not know: how a case is run, where results are kept.

use electrodeposition::case::Case;
use electrodeposition::hash::StateHash;
use serde_json::{Map, Value};

use super::axis::{Axis, MAX_CASES, SweepError};
use crate::arguments::Model;

/// Every combination of the axes' values; the last axis varies fastest.
#[derive(Debug)]
pub struct Plan<'a> {
    base: &'a Case,
    axes: &'a [Axis],
    model: Model,
    n_cases: usize,
}

/// One case of the plan.
#[derive(Debug)]
pub struct Planned {
    pub index: usize,
    pub case: Case,
    /// Path to value.
    pub values: Map<String, Value>,
    /// Of everything that its result depends on.
    pub fingerprint: String,
}

impl<'a> Plan<'a> {
    /// # Errors
    /// `Twice` or `TooMany`.
    pub fn new(base: &'a Case, axes: &'a [Axis], model: Model) -> Result<Self, SweepError> {
        for (k, axis) in axes.iter().enumerate() {
            if axes[..k].iter().any(|other| other.path == axis.path) {
                return Err(SweepError::Twice { path: axis.path });
            }
        }
        let n_cases = axes
            .iter()
            .fold(1_usize, |n, axis| n.saturating_mul(axis.values.len()));
        if n_cases > MAX_CASES {
            return Err(SweepError::TooMany { n_cases });
        }
        Ok(Self {
            base,
            axes,
            model,
            n_cases,
        })
    }

    pub fn len(&self) -> usize {
        self.n_cases
    }

    /// The case at `index`; `None` beyond the last.
    pub fn case(&self, index: usize) -> Option<Planned> {
        if index >= self.n_cases {
            return None;
        }
        let (mut case, mut rest) = (self.base.clone(), index);
        let mut chosen = vec![0.0; self.axes.len()];
        for (axis, value) in self.axes.iter().zip(&mut chosen).rev() {
            *value = axis.values[rest % axis.values.len()];
            rest /= axis.values.len();
        }
        let mut values = Map::new();
        for (axis, value) in self.axes.iter().zip(chosen) {
            // Path and value were checked when the axis was read.
            case.set(axis.path, value).ok()?;
            values.insert(axis.path.to_owned(), Value::from(value));
        }
        let fingerprint = fingerprint(&case, self.model)?;
        Some(Planned {
            index,
            case,
            values,
            fingerprint,
        })
    }
}

/// Case, model and version: another version of the program may compute other numbers.
fn fingerprint(case: &Case, model: Model) -> Option<String> {
    let mut hash = StateHash::default();
    hash.write_bytes(&serde_json::to_vec(case).ok()?);
    hash.write_bytes(model.word().as_bytes());
    hash.write_bytes(env!("CARGO_PKG_VERSION").as_bytes());
    Some(format!("{:016x}", hash.finish()))
}
