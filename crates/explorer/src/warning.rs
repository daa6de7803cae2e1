//! What an address asked for and this table could not give.
//! Here because nothing in an address may be dropped in silence.
//! Must not know: how a page shows it.

use crate::MAX_TEXT_CHARS;

/// Most warnings kept of one address; the rest are counted.
pub(crate) const MAX_WARNINGS: usize = 20;
/// Most alternatives listed in one warning.
const MAX_ALLOWED: usize = 24;
/// Most characters of a foreign value repeated to the reader.
const MAX_SHOWN_CHARS: usize = 60;

/// A part of an address that was ignored, and what would have been understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QueryWarning {
    #[error("“{key}” is not a filter of this table; there are: {}", list(.allowed))]
    UnknownKey { key: String, allowed: Vec<String> },
    #[error("“{value}” is not a value of {column}; there are: {}", list(.allowed))]
    UnknownLabel {
        column: String,
        value: String,
        allowed: Vec<String>,
    },
    #[error("this table cannot be sorted by “{value}”; there are: {}", list(.allowed))]
    UnknownSortColumn { value: String, allowed: Vec<String> },
    #[error("“{value}” is not a column for {key}; there are: {}", list(.allowed))]
    UnknownColumn {
        key: String,
        value: String,
        allowed: Vec<String>,
    },
    #[error("“{value}” is not a value of {key}, which takes {allowed}")]
    BadValue {
        key: String,
        value: String,
        allowed: String,
    },
    #[error("“{column}” is both shown and hidden; the last one counts")]
    ShownAndHidden { column: String },
    #[error("the table is already sorted by “{column}”; the second mention is ignored")]
    RepeatedSortColumn { column: String },
    #[error("“{key}” is given twice; the last one counts")]
    RepeatedKey { key: String },
    #[error("the search text is cut to {MAX_TEXT_CHARS} characters")]
    TextTooLong,
    #[error(
        "the address is of version “{value}”; this page reads version {supported}, so some of it may be misread"
    )]
    UnknownVersion { value: String, supported: u32 },
    #[error("{n} more parts of the address were not understood")]
    More { n: usize },
}

/// Collects warnings up to a limit, so that a hostile address cannot fill a page.
#[derive(Debug, Default)]
pub(crate) struct Warnings {
    kept: Vec<QueryWarning>,
    n_left_out: usize,
}

impl Warnings {
    pub(crate) fn push(&mut self, warning: QueryWarning) {
        if self.kept.len() < MAX_WARNINGS {
            self.kept.push(warning);
        } else {
            self.n_left_out += 1;
        }
    }

    pub(crate) fn finish(mut self) -> Vec<QueryWarning> {
        if self.n_left_out > 0 {
            self.kept.push(QueryWarning::More { n: self.n_left_out });
        }
        self.kept
    }
}

/// A value as it may be repeated: cut, so that it stays one line.
pub(crate) fn shown(value: &str) -> String {
    let mut cut: String = value.chars().take(MAX_SHOWN_CHARS).collect();
    if cut.len() < value.len() {
        cut.push('…');
    }
    cut
}

/// The first few alternatives.
pub(crate) fn allowed<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    ids.take(MAX_ALLOWED).map(str::to_owned).collect()
}

fn list(ids: &[String]) -> String {
    if ids.is_empty() {
        "none".to_owned()
    } else {
        ids.join(", ")
    }
}
