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
    parse(path)?.validate().map_err(Failure::Refused)
}

/// Reads and parses; a sweep puts in its own numbers before it validates.
///
/// # Errors
/// `Unreadable`, as [`read`].
pub fn parse(path: &Path) -> Result<Case, Failure> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::Unreadable(format!("cannot read {}: {error}", path.display())))?;
    toml::from_str(&text).map_err(|error| {
        Failure::Unreadable(format!("the case {} is refused:\n{error}", path.display()))
    })
}
