//! A view as a CSV file that says where it came from.
//! Here because the file must hold exactly the rows a reader sees.
//! Must not know: downloads, the date, which licence applies.
//!
//! Form of the file, UTF-8 with CRLF line ends:
//! - lines that begin with `#` state title, source, licence, filter, date and version; readers skip them
//!   (`pandas.read_csv(..., comment="#")`, `read.csv(comment.char = "#")`);
//! - one header line: `id`, then the column ids, which carry the unit (`lifespan_h`);
//! - a number column with a bound anywhere in the table is followed by `<id>_bound`: `>` or empty;
//! - several labels in one cell are separated by `; `; a missing value is an empty field;
//! - a text that begins with `=`, `+`, `-`, `@`, a tab or a line break gets a leading `'`, so that a spreadsheet does
//!   not run it as a formula. Numbers are never changed.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::{Bound, Cell, ColumnKind, Table, TableView};

/// What the head of a file states. Line breaks inside become spaces.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportHeader {
    pub title: String,
    pub source: String,
    pub licence: String,
    /// The view's address or words for it; empty means every row.
    pub filter: String,
    /// ISO 8601, from whoever has a clock.
    pub date: Option<String>,
    pub version: String,
}

/// A file that could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("the table could not be written as CSV: {0}")]
    Csv(#[from] csv::Error),
    #[error("the table could not be written as CSV: {0}")]
    Io(#[from] std::io::Error),
    #[error("the CSV file is not UTF-8: {0}")]
    Utf8(#[from] std::string::FromUtf8Error),
}

/// Writes the rows of a view with every column of the table.
///
/// # Errors
/// Only if the CSV writer fails, which memory alone can cause.
pub fn to_csv(
    table: &Table,
    view: &TableView,
    header: &ExportHeader,
) -> Result<String, ExportError> {
    let bounded: Vec<bool> = (0..table.columns.len())
        .map(|idx| has_bounds(table, idx))
        .collect();
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        // A first field that begins with the comment sign is quoted.
        .comment(Some(b'#'))
        .from_writer(provenance(header, view).into_bytes());

    writer.write_field("id")?;
    for (column, &bounded) in table.columns.iter().zip(&bounded) {
        writer.write_field(harmless(&column.id))?;
        if bounded {
            writer.write_field(harmless(&format!("{}_bound", column.id)))?;
        }
    }
    writer.write_record(None::<&[u8]>)?;

    for &row_idx in &view.rows {
        let Some(row) = table.rows.get(row_idx) else {
            continue;
        };
        writer.write_field(harmless(&row.id))?;
        for (column_idx, &bounded) in bounded.iter().enumerate() {
            let cell = table.cell(row_idx, column_idx);
            writer.write_field(field(cell))?;
            if bounded {
                writer.write_field(bound(cell))?;
            }
        }
        writer.write_record(None::<&[u8]>)?;
    }
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8(bytes)?)
}

fn provenance(header: &ExportHeader, view: &TableView) -> String {
    let filter = if header.filter.is_empty() {
        "none"
    } else {
        &header.filter
    };
    let rows = format!("{} of {}", view.rows.len(), view.total);
    let date = header.date.as_deref().unwrap_or_default();
    let lines = [
        ("title", header.title.as_str()),
        ("source", &header.source),
        ("licence", &header.licence),
        ("filter", filter),
        ("rows", &rows),
        ("date", date),
        ("version", &header.version),
    ];
    let stated = lines.iter().filter(|(_, value)| !value.is_empty());
    stated
        .map(|(key, value)| format!("# {key}: {}\r\n", value.replace(['\r', '\n'], " ")))
        .collect()
}

fn has_bounds(table: &Table, column_idx: usize) -> bool {
    table.columns[column_idx].kind == ColumnKind::Number
        && (0..table.rows.len()).any(|row_idx| !bound(table.cell(row_idx, column_idx)).is_empty())
}

fn bound(cell: &Cell) -> &'static str {
    match cell {
        Cell::Number(quantity) if quantity.bound == Bound::Lower => ">",
        _ => "",
    }
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Missing => String::new(),
        // Not a number is not a value.
        Cell::Number(quantity) if quantity.value.is_nan() => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Labels(labels) => harmless(
            &labels
                .iter()
                .map(|label| label.text.as_str())
                .collect::<Vec<_>>()
                .join("; "),
        ),
        Cell::Number(quantity) => quantity.value.to_string(),
    }
}

/// A text that a spreadsheet cannot take for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
