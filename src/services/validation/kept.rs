//! The kept validation runs as typed rows, or every fault of their file with its line.
//! Here because build.rs stops on a file that the page could not show, and the page reads the same file.
//! Must not know: how a row is shown, where the file lies on a disk.

use electrodeposition::validation::subjects;
use serde::Deserialize;

/// The file, below the root of the repository; `cargo xtask validation` writes it.
pub const FILE: &str = "docs/quality/validation.json";

/// All that was computed and kept.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    pub quick: Run<Row>,
    /// One run for each slow row that was ever computed.
    pub slow: Vec<Run<Row>>,
    pub unfitted: Run<Measured>,
}

/// Rows that were computed together, and when, from what, where.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run<R> {
    /// `2026-01-31`.
    pub date: String,
    pub commit: String,
    /// The tree held more than the commit.
    pub uncommitted_changes: bool,
    pub command: String,
    pub machine: Machine,
    pub rows: Vec<R>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Machine {
    pub processor: Option<String>,
    pub cores: u32,
    pub load_average: Option<f64>,
    pub system: String,
}

/// One line of the table, in the unit that it names.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The word of an [`electrodeposition::validation::Subject`].
    pub subject: String,
    pub name: String,
    pub reference_is: String,
    pub exercises: String,
    pub unit: String,
    /// With the next two, nothing where the case could not be computed.
    pub reference: Option<f64>,
    pub computed: Option<f64>,
    pub error: Option<f64>,
    pub tolerance: f64,
    pub tolerance_is: ToleranceIs,
    pub pass: bool,
    pub slow: bool,
    pub took_s: f64,
    /// Why there are no numbers.
    pub failure: Option<String>,
}

/// How error and tolerance are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ToleranceIs {
    Relative,
    Absolute,
    /// The reference is a bound.
    #[serde(rename = "at most")]
    AtMost,
}

/// A measurement beside its simulation, in the unit that it names.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    pub name: String,
    pub source: String,
    pub assumed: String,
    pub unit: String,
    pub reported: f64,
    pub simulated: Option<f64>,
    /// Nothing where none in its range meets the number, or none was looked for.
    pub needed_i0_a_m2: Option<f64>,
    pub i0_sought: bool,
    pub failure: Option<String>,
}

/// What is wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeptFault {
    #[error("{FILE}:{line}: {reason}; `cargo xtask validation` writes the file anew")]
    Shape { line: usize, reason: String },
    #[error("{FILE}:{line}: row \"{name}\": {what}; `cargo xtask validation` writes it anew")]
    Row {
        line: usize,
        name: String,
        what: &'static str,
    },
}

impl Kept {
    /// Reads the file's text.
    ///
    /// # Errors
    /// Every row that cannot be right, or the first place where the text is not of this shape.
    pub fn parse(text: &str) -> Result<Self, Vec<KeptFault>> {
        let kept: Self = serde_json::from_str(text).map_err(|error| {
            vec![KeptFault::Shape {
                line: error.line(),
                reason: error.to_string(),
            }]
        })?;
        let faults = kept.faults(text);
        if faults.is_empty() {
            Ok(kept)
        } else {
            Err(faults)
        }
    }

    fn faults(&self, text: &str) -> Vec<KeptFault> {
        let mut faults = Vec::new();
        let mut seen = Vec::new();
        let mut add = |name: &str, what| {
            faults.push(KeptFault::Row {
                line: line_of(text, name),
                name: name.to_owned(),
                what,
            });
        };
        for (is_slow, run) in
            std::iter::once((false, &self.quick)).chain(self.slow.iter().map(|run| (true, run)))
        {
            for row in &run.rows {
                if seen.contains(&row.name.as_str()) {
                    add(&row.name, "stands there twice");
                }
                seen.push(&row.name);
                if row.slow != is_slow {
                    add(&row.name, "stands among rows of the other pace");
                }
                if let Some(what) = row.fault() {
                    add(&row.name, what);
                }
            }
        }
        for row in &self.unfitted.rows {
            if row.simulated.is_none() != row.failure.is_some() {
                add(&row.name, "has neither a number nor a reason, or both");
            }
        }
        let stamps = std::iter::once((&self.quick.date, &self.quick.commit))
            .chain(self.slow.iter().map(|run| (&run.date, &run.commit)))
            .chain([(&self.unfitted.date, &self.unfitted.commit)]);
        for (date, commit) in stamps {
            let is_commit = commit.len() == 40 && commit.bytes().all(|b| b.is_ascii_hexdigit());
            let parts: Vec<usize> = date.split('-').map(str::len).collect();
            if !is_commit || parts != [4, 2, 2] {
                faults.push(KeptFault::Shape {
                    line: line_with(text, commit),
                    reason: format!("\"{date}\" of commit \"{commit}\" is no day or no commit"),
                });
            }
        }
        faults
    }
}

impl Row {
    fn fault(&self) -> Option<&'static str> {
        if !subjects().any(|(subject, _)| subject.word() == self.subject) {
            return Some("its subject is none of the engine's");
        }
        match (self.reference, self.computed, self.error, &self.failure) {
            (Some(reference), Some(computed), Some(error), None) => {
                let limit = match self.tolerance_is {
                    ToleranceIs::Relative | ToleranceIs::Absolute => self.tolerance,
                    ToleranceIs::AtMost => 0.0,
                };
                let difference = match self.tolerance_is {
                    ToleranceIs::Relative => (computed - reference).abs() / reference.abs(),
                    ToleranceIs::Absolute => (computed - reference).abs(),
                    ToleranceIs::AtMost => (computed - reference).max(0.0),
                };
                if difference.to_bits() != error.to_bits() {
                    Some("its error is not that of its numbers")
                } else if self.pass != (error <= limit) {
                    Some("it passes or fails against its own numbers")
                } else {
                    None
                }
            }
            (None, None, None, Some(_)) if !self.pass => None,
            _ => Some("has neither all numbers nor a reason, or both"),
        }
    }
}

/// Counted from one; the first line where the name stands nowhere.
fn line_of(text: &str, name: &str) -> usize {
    let quoted = serde_json::Value::from(name).to_string();
    line_with(text, &format!("\"name\": {quoted}"))
}

fn line_with(text: &str, piece: &str) -> usize {
    text.lines()
        .position(|line| line.contains(piece))
        .map_or(1, |index| index + 1)
}
