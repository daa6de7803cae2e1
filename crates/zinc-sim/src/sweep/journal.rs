//! `results.jsonl`: a line for every case that has ended, written as soon as it has.
//! Here because a sweep that is killed must not lose more than the cases under way.
//! Must not know: how a case is run.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::plan::Planned;
use crate::arguments::Model;

const NAME: &str = "results.jsonl";

/// How a case ended.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Its summary.
    #[serde(rename = "summary")]
    Done(Value),
    /// Why its numbers do not make a case.
    #[serde(rename = "refused")]
    Refused(Vec<String>),
    /// Why the run broke off.
    #[serde(rename = "error")]
    Failed(String),
}

/// One line.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Line {
    case: usize,
    model: String,
    fingerprint: String,
    values: Map<String, Value>,
    #[serde(flatten)]
    outcome: Outcome,
}

impl Line {
    pub fn new(case: &Planned, model: Model, outcome: Outcome) -> Self {
        Self {
            case: case.index,
            model: model.word().to_owned(),
            fingerprint: case.fingerprint.clone(),
            values: case.values.clone(),
            outcome,
        }
    }
}

/// The file and what it holds, by fingerprint.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
    lines: BTreeMap<String, Line>,
}

impl Journal {
    /// Opens the folder's file, and makes both where they do not exist. A line that was cut off is dropped.
    pub fn open(out: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
        let path = out.join(NAME);
        let unreadable = || format!("cannot read {}", path.display());
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) => return Err(anyhow::Error::new(error).context(unreadable())),
        };
        let lines = text
            .lines()
            .filter_map(|line| serde_json::from_str::<Line>(line).ok())
            .map(|line| (line.fingerprint.clone(), line))
            .collect();
        let mut file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&path)
            .with_context(|| format!("cannot write {}", path.display()))?;
        if !text.is_empty() && !text.ends_with('\n') {
            file.write_all(b"\n")
                .with_context(|| format!("cannot write {}", path.display()))?;
        }
        Ok(Self { path, file, lines })
    }

    pub fn holds(&self, fingerprint: &str) -> bool {
        self.lines.contains_key(fingerprint)
    }

    /// Appends the line in one piece.
    pub fn add(&mut self, line: Line) -> anyhow::Result<()> {
        let text = serde_json::to_string(&line).context("cannot write a line")? + "\n";
        self.file
            .write_all(text.as_bytes())
            .with_context(|| format!("cannot write {}", self.path.display()))?;
        self.lines.insert(line.fingerprint.clone(), line);
        Ok(())
    }

    /// Puts the lines of `cases` into the plan's order, alone in the file; gives how many of them are errors.
    ///
    /// The sorted file takes the other's place in one move, so that a kill here loses nothing.
    pub fn finish(self, cases: &[Planned]) -> anyhow::Result<usize> {
        let (mut text, mut n_failed) = (String::new(), 0);
        for case in cases {
            let Some(line) = self.lines.get(&case.fingerprint) else {
                continue;
            };
            // The same numbers may have had another place in an earlier sweep.
            let line = Line {
                case: case.index,
                values: case.values.clone(),
                ..line.clone()
            };
            n_failed += usize::from(!matches!(line.outcome, Outcome::Done(_)));
            text += &(serde_json::to_string(&line).context("cannot write a line")? + "\n");
        }
        let sorted = self.path.with_extension("jsonl.sorted");
        fs::write(&sorted, text)
            .and_then(|()| fs::rename(&sorted, &self.path))
            .with_context(|| format!("cannot write {}", self.path.display()))?;
        Ok(n_failed)
    }
}
