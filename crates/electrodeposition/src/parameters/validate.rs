//! From a case as written to a case that can be run: every error at once, or a `ValidCase`.
//! Here because the models must never meet a number outside its range.
//! Must not know: files, forms, display units.

use super::{Parameter, parameters};
use crate::case::Case;
use crate::constants::HYDRATED_ZINC_RADIUS_M;

/// One thing wrong with a case. Values and ranges are in SI units.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CaseError {
    #[error("{path} = {}: allowed are {} to {}", quantity(*value, unit), number(*min), quantity(*max, unit))]
    OutOfRange {
        path: &'static str,
        value: f64,
        min: f64,
        max: f64,
        unit: &'static str,
    },
    #[error("{path} = {value}: must be a finite number from {} to {}", number(*min), quantity(*max, unit))]
    NotFinite {
        path: &'static str,
        value: f64,
        min: f64,
        max: f64,
        unit: &'static str,
    },
    #[error("{path} is missing ({reason}): allowed are {} to {}", number(*min), quantity(*max, unit))]
    Missing {
        path: &'static str,
        reason: &'static str,
        min: f64,
        max: f64,
        unit: &'static str,
    },
    #[error("operation.steps[{step_idx}].{field} = {}: allowed are {} to {}", quantity(*value, unit), number(*min), quantity(*max, unit))]
    StepOutOfRange {
        step_idx: usize,
        field: &'static str,
        value: f64,
        min: f64,
        max: f64,
        unit: &'static str,
    },
    #[error("operation.steps[{step_idx}]: {reason}")]
    StepInconsistent {
        step_idx: usize,
        reason: &'static str,
    },
    #[error("{path} = {}: {reason}", number(*value))]
    Inconsistent {
        path: &'static str,
        value: f64,
        reason: &'static str,
    },
}

impl CaseError {
    /// The field it is about, so that a form can show it in place.
    pub fn path(&self) -> &'static str {
        match self {
            Self::OutOfRange { path, .. }
            | Self::NotFinite { path, .. }
            | Self::Missing { path, .. }
            | Self::Inconsistent { path, .. } => path,
            Self::StepOutOfRange { .. } | Self::StepInconsistent { .. } => "operation.steps",
        }
    }
}

/// A number as a person writes it: plain in the middle of the scale, with an exponent at its ends.
fn number(value: f64) -> String {
    let plain = value == 0.0 || (1e-3..1e7).contains(&value.abs());
    if plain {
        value.to_string()
    } else {
        format!("{value:e}")
    }
}

fn quantity(value: f64, unit: &str) -> String {
    let value = number(value);
    if unit == "1" {
        value
    } else {
        format!("{value} {unit}")
    }
}

/// A case whose every number lies in its range and whose fields agree. Only `Case::validate` makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct ValidCase(Case);

impl ValidCase {
    /// The case, to read.
    pub fn case(&self) -> &Case {
        &self.0
    }

    /// The case, to change and validate again.
    pub fn into_case(self) -> Case {
        self.0
    }
}

impl std::ops::Deref for ValidCase {
    type Target = Case;

    fn deref(&self) -> &Case {
        &self.0
    }
}

impl Case {
    /// Whether there is a film on the zinc.
    pub fn is_coated(&self) -> bool {
        self.coating.thickness_m != 0.0
    }

    /// Whether zinc plates on top of the film: one that conducts electrons at least as well as ions offers the electrons
    /// the easier path.
    pub fn plates_on_film(&self) -> bool {
        let coating = &self.coating;
        self.is_coated()
            && coating.electronic_conductivity_s_m > 0.0
            && coating.electronic_conductivity_s_m >= coating.conductivity_s_m
    }

    /// Whether the metal's surface lies under a film.
    pub fn plates_under_film(&self) -> bool {
        self.is_coated() && !self.plates_on_film()
    }

    /// Checks every number against the table and the fields against each other.
    ///
    /// # Errors
    /// All that is wrong, in the order of the table, then what is wrong between fields.
    pub fn validate(self) -> Result<ValidCase, Vec<CaseError>> {
        let mut errors: Vec<CaseError> = parameters()
            .filter_map(|row| self.check_range(row))
            .collect();
        self.check_agreement(&mut errors);
        super::programme::check(&self.operation, &mut errors);
        if errors.is_empty() {
            Ok(ValidCase(self))
        } else {
            Err(errors)
        }
    }

    fn check_range(&self, row: &'static Parameter) -> Option<CaseError> {
        let &Parameter {
            path,
            min,
            max,
            unit,
            ..
        } = row;
        let value = (row.get)(self);
        if !value.is_finite() {
            return Some(CaseError::NotFinite {
                path,
                value,
                min,
                max,
                unit,
            });
        }
        if path == "coating.conductivity_s_m" && value == 0.0 {
            let reason = "a film needs an ionic conductivity";
            return self.is_coated().then_some(CaseError::Missing {
                path,
                reason,
                min,
                max,
                unit,
            });
        }
        (value < min || value > max).then_some(CaseError::OutOfRange {
            path,
            value,
            min,
            max,
            unit,
        })
    }

    fn check_agreement(&self, errors: &mut Vec<CaseError>) {
        let mut disagree = |path, value, reason| {
            errors.push(CaseError::Inconsistent {
                path,
                value,
                reason,
            })
        };
        if !self.deposit.n_cells.is_power_of_two() {
            disagree(
                "deposit.n_cells",
                f64::from(self.deposit.n_cells),
                "must be a power of two from 64 to 1024",
            );
        }
        let setup = &self.deposit;
        if setup.starved_length_m > 0.0 {
            let mut refuse = |is_on: bool, path, value, reason| {
                if is_on {
                    disagree(path, value, reason);
                }
            };
            let salt = f64::from(setup.salt_transport);
            let reason = "a starved surface (deposit.starved_length_m > 0) has its own salt";
            refuse(salt > 0.0, "deposit.salt_transport", salt, reason);
            let hydrogen = f64::from(setup.hydrogen);
            let reason =
                "a starved surface (deposit.starved_length_m > 0) has no potential for hydrogen";
            refuse(hydrogen > 0.0, "deposit.hydrogen", hydrogen, reason);
            let film_m = self.coating.thickness_m;
            let reason = "a starved surface (deposit.starved_length_m > 0) is bare zinc";
            refuse(film_m > 0.0, "coating.thickness_m", film_m, reason);
            let ratio = setup.edge_basal_ratio;
            let reason =
                "a starved surface (deposit.starved_length_m > 0) takes salt whatever its planes";
            refuse(ratio > 1.0, "deposit.edge_basal_ratio", ratio, reason);
            let rate = setup.nucleation_rate_m_s;
            let reason =
                "a starved surface (deposit.starved_length_m > 0) has no potential for nuclei";
            refuse(rate > 0.0, "deposit.nucleation_rate_m_s", rate, reason);
        }
        let has_layer = self.coating.conformality < 1.0 || self.coating.has_thickness == 1;
        if setup.salt_transport == 1 && self.is_coated() && has_layer {
            disagree(
                "deposit.salt_transport",
                1.0,
                "salt follows the potential in a uniform solution, not through a film with a thickness",
            );
        }
        let pore_m = self.coating.pore_diameter_m;
        if pore_m > 0.0 && pore_m <= 2.0 * HYDRATED_ZINC_RADIUS_M {
            disagree(
                "coating.pore_diameter_m",
                pore_m,
                "a hydrated zinc ion, 8.6e-10 m across, does not pass; zero stands for wide pores",
            );
        }
        if self.coating.pinholes > 0 {
            let n_pinholes = f64::from(self.coating.pinholes);
            if !self.is_coated() {
                disagree(
                    "coating.pinholes",
                    n_pinholes,
                    "bare zinc (coating.thickness_m = 0) has no pinholes",
                );
            }
            if self.coating.pinhole_width_m <= 0.0 {
                let reason = "pinholes need a width above zero";
                disagree(
                    "coating.pinhole_width_m",
                    self.coating.pinhole_width_m,
                    reason,
                );
            }
            if n_pinholes * self.coating.pinhole_width_m >= self.deposit.width_m {
                let reason = "the pinholes together are as wide as the window (deposit.width_m)";
                disagree(
                    "coating.pinhole_width_m",
                    self.coating.pinhole_width_m,
                    reason,
                );
            }
        }
    }
}
