//! Reading and writing one number of a case by its path.
//! Here because sliders, sweeps and addresses name a field by text.
//! Must not know: whether the resulting case as a whole makes sense.

use super::parameter;
use crate::case::Case;

/// Why a number could not be put into a case.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PathError {
    #[error("there is no parameter `{path}`")]
    Unknown { path: String },
    #[error("{path} = {value}: must be a whole number")]
    NotWhole { path: &'static str, value: f64 },
    #[error("{path} = {value}: must be a finite number")]
    NotFinite { path: &'static str, value: f64 },
}

impl Case {
    /// The number at `table.field` in SI units, or `None` where there is no such parameter.
    pub fn get(&self, path: &str) -> Option<f64> {
        parameter(path).map(|row| (row.get)(self))
    }

    /// Puts a number in SI units at `table.field`. The range is checked by `validate`, together with everything else;
    /// only what the field's type cannot hold is refused here.
    ///
    /// # Errors
    /// `PathError` where there is no such path or the field's type cannot hold the value.
    pub fn set(&mut self, path: &str, value: f64) -> Result<(), PathError> {
        let row = parameter(path).ok_or_else(|| PathError::Unknown {
            path: path.to_owned(),
        })?;
        if !value.is_finite() {
            return Err(PathError::NotFinite {
                path: row.path,
                value,
            });
        }
        if row.integer && (value < 0.0 || value.fract() != 0.0) {
            return Err(PathError::NotWhole {
                path: row.path,
                value,
            });
        }
        (row.set)(self, value);
        Ok(())
    }
}
