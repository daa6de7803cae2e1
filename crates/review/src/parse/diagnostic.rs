//! One fault in the content, said so that the person who wrote it can mend it.
//! Here because every reader of content files reports in the same form.
//! Must not know: what kinds of content there are.

use std::{fmt, path::PathBuf};

/// A fault with its place and, where one is near, the name that was probably meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// Relative to the folder that holds the content folder: `content/table1.csv`.
    pub file: PathBuf,
    /// Counted from 1.
    pub line: u32,
    pub message: String,
    pub suggestion: Option<String>,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file.display(), self.line, self.message)?;
        match &self.suggestion {
            Some(suggestion) => write!(f, " (did you mean \"{suggestion}\"?)"),
            None => Ok(()),
        }
    }
}

/// The candidate most like `wanted`, if any is like it at all.
pub(super) fn nearest<'a>(
    wanted: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<String> {
    /// Below this likeness a suggestion misleads more than it helps.
    const ENOUGH: f64 = 0.72;
    candidates
        .map(|candidate| (likeness(wanted, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= ENOUGH)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate.to_owned())
}

/// Jaro-Winkler similarity without strsim's lower limit on the bonus for a shared beginning: our ids begin alike
/// (`znf2-coating`, `znf2-sei`) and differ much in length.
fn likeness(a: &str, b: &str) -> f64 {
    let jaro = strsim::jaro(a, b);
    let alike = a.chars().zip(b.chars()).take(4).take_while(|(a, b)| a == b);
    alike.fold(jaro, |likeness, _| likeness + 0.1 * (1.0 - jaro))
}
