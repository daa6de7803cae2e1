//! From a file's path to a case that can be run.
//! Here because every verb that takes a case must refuse the same things in the same words.
//! Must not know: what will be run.

use std::path::Path;

use electrodeposition::case::Case;
use electrodeposition::parameters::ValidCase;

use crate::failure::Failure;

/// Reads, parses and validates.
///
/// # Errors
/// `Unreadable` for a file that is not there, is not TOML, or has an unknown field; `Refused` for bad numbers.
pub fn read(path: &Path) -> Result<ValidCase, Failure> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::Unreadable(format!("cannot read {}: {error}", path.display())))?;
    let case: Case = toml::from_str(&text).map_err(|error| {
        Failure::Unreadable(format!("the case {} is refused:\n{error}", path.display()))
    })?;
    case.validate().map_err(Failure::Refused)
}
