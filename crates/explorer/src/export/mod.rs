//! A view as a file that says where it came from.
//! Here because every format must hold exactly the same rows, columns and head.
//! Must not know: downloads, the date, which licence applies.
//!
//! In every format:
//! - the head states title, source, licence, filter, link, rows, date, version, and the formula of each derived column;
//! - a number column with a bound anywhere in the selection is followed by a column that holds `>` or nothing;
//!   formats for people print the `>` before the number instead;
//! - own rows are marked by a column as soon as there is one; a missing value is empty;
//! - no text runs as a formula in a spreadsheet. Numbers are never changed.

mod csv;
mod json;
mod latex;
mod markdown;
mod selection;
#[cfg(feature = "xlsx")]
mod xlsx;

use serde::{Deserialize, Serialize};

pub use self::csv::{to_csv, write_csv, write_tsv};
pub use json::write_json;
pub use latex::write_latex;
pub use markdown::write_markdown;
pub use selection::Selection;
#[cfg(feature = "xlsx")]
pub use xlsx::write_xlsx;

/// What the head of a file states. Line breaks inside become spaces.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ExportHeader {
    pub title: String,
    pub source: String,
    pub licence: String,
    /// [`crate::ViewQuery::in_words`]; empty means every row.
    pub filter: String,
    /// Where the view can be seen again: its full address, or nothing.
    pub link: String,
    /// ISO 8601, from whoever has a clock.
    pub date: Option<String>,
    pub version: String,
}

/// The text formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    Csv,
    Tsv,
    Json,
    Markdown,
    Latex,
}

/// A file that could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("the table could not be written as CSV: {0}")]
    Csv(#[from] ::csv::Error),
    #[error("the table could not be written as CSV: {0}")]
    Io(#[from] std::io::Error),
    #[error("the file is not UTF-8: {0}")]
    Utf8(#[from] std::string::FromUtf8Error),
    #[error("the table could not be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[cfg(feature = "xlsx")]
    #[error("the table could not be written as a workbook: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
}

impl Format {
    pub const ALL: [Self; 5] = [
        Self::Csv,
        Self::Tsv,
        Self::Json,
        Self::Markdown,
        Self::Latex,
    ];

    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Latex => "tex",
        }
    }

    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Tsv => "text/tab-separated-values;charset=utf-8",
            Self::Json => "application/json",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Latex => "application/x-tex;charset=utf-8",
        }
    }
}

/// Writes a selection in a text format.
///
/// # Errors
/// Only if a writer fails, which memory alone can cause.
pub fn export(
    format: Format,
    selection: &Selection,
    header: &ExportHeader,
) -> Result<String, ExportError> {
    match format {
        Format::Csv => write_csv(selection, header),
        Format::Tsv => write_tsv(selection, header),
        Format::Json => write_json(selection, header),
        Format::Markdown => Ok(write_markdown(selection, header)),
        Format::Latex => Ok(write_latex(selection, header)),
    }
}

impl ExportHeader {
    /// What is stated, by name and in order, each on one line.
    fn stated(&self, selection: &Selection) -> Vec<(String, String)> {
        let filter = if self.filter.is_empty() {
            "none"
        } else {
            &self.filter
        };
        let rows = format!("{} of {}", selection.rows.len(), selection.table.rows.len());
        let date = self.date.as_deref().unwrap_or_default();
        let mut stated: Vec<(String, String)> = [
            ("title", self.title.as_str()),
            ("source", &self.source),
            ("licence", &self.licence),
            ("filter", filter),
            ("link", &self.link),
            ("rows", &rows),
            ("date", date),
            ("version", &self.version),
        ]
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|&(name, value)| (name.to_owned(), one_line(value)))
        .collect();
        for column in selection.columns() {
            if let Some(formula) = column.formula() {
                let name = format!("derived {}", column.id);
                stated.push((one_line(&name), one_line(formula)));
            }
        }
        stated
    }
}

fn one_line(text: &str) -> String {
    text.replace(['\r', '\n'], " ")
}
