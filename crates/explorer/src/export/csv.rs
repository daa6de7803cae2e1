//! CSV and TSV.
//! Here because both are one form with another separator.
//! Must not know: which rows are chosen.
//!
//! UTF-8 with CRLF line ends:
//! - lines that begin with `#` are the head; readers skip them
//!   (`pandas.read_csv(..., comment="#")`, `read.csv(comment.char = "#")`);
//! - one header line: `id`, then the column ids, which carry the unit (`lifespan_h`), each bound column as
//!   `<id>_bound`, and `provenance` (`printed` or `own`) where there are own rows;
//! - several labels in one cell are separated by `; `;
//! - a text that begins with `=`, `+`, `-`, `@`, a tab or a line break gets a leading `'`, so that a spreadsheet does
//!   not run it as a formula;
//! - in TSV, tabs and line breaks inside a text are spaces.

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::selection::{bound, harmless, provenance, words};
use super::{ExportError, ExportHeader, Selection};
use crate::{Cell, Table, TableView};

/// The rows of a view with every column of the table, as CSV.
///
/// # Errors
/// Only if the CSV writer fails, which memory alone can cause.
pub fn to_csv(
    table: &Table,
    view: &TableView,
    header: &ExportHeader,
) -> Result<String, ExportError> {
    write_csv(&Selection::rows_of(table, view), header)
}

/// # Errors
/// Only if the CSV writer fails, which memory alone can cause.
pub fn write_csv(selection: &Selection, header: &ExportHeader) -> Result<String, ExportError> {
    write(selection, header, b',')
}

/// # Errors
/// Only if the CSV writer fails, which memory alone can cause.
pub fn write_tsv(selection: &Selection, header: &ExportHeader) -> Result<String, ExportError> {
    write(selection, header, b'\t')
}

fn write(
    selection: &Selection,
    header: &ExportHeader,
    separator: u8,
) -> Result<String, ExportError> {
    let head: String = header
        .stated(selection)
        .iter()
        .map(|(name, value)| format!("# {name}: {value}\r\n"))
        .collect();
    let mut fields = Fields {
        writer: WriterBuilder::new()
            .delimiter(separator)
            .terminator(Terminator::CRLF)
            .quote_style(QuoteStyle::Necessary)
            // A first field that begins with the comment sign is quoted.
            .comment(Some(b'#'))
            .from_writer(head.into_bytes()),
        is_tsv: separator == b'\t',
    };
    let has_own = selection.has_own();

    fields.text("id")?;
    for (column, bounded) in selection.bounded_columns() {
        fields.text(&column.id)?;
        if bounded {
            fields.text(&format!("{}_bound", column.id))?;
        }
    }
    if has_own {
        fields.text("provenance")?;
    }
    fields.end()?;

    for (row_idx, row) in selection.rows() {
        fields.text(&row.id)?;
        for (cell, bounded) in selection.cells(row_idx) {
            fields.cell(cell)?;
            if bounded {
                fields.text(bound(cell))?;
            }
        }
        if has_own {
            fields.text(provenance(row))?;
        }
        fields.end()?;
    }
    let bytes = fields
        .writer
        .into_inner()
        .map_err(|error| error.into_error())?;
    Ok(String::from_utf8(bytes)?)
}

struct Fields {
    writer: Writer<Vec<u8>>,
    is_tsv: bool,
}

impl Fields {
    fn text(&mut self, text: &str) -> Result<(), csv::Error> {
        let text = harmless(text);
        if self.is_tsv {
            let flat = text.replace(['\t', '\r', '\n'], " ");
            self.writer.write_field(flat)
        } else {
            self.writer.write_field(text)
        }
    }

    fn cell(&mut self, cell: &Cell) -> Result<(), csv::Error> {
        match cell.number() {
            Some(quantity) => self.writer.write_field(quantity.value.to_string()),
            None => self.text(&words(cell)),
        }
    }

    fn end(&mut self) -> Result<(), csv::Error> {
        self.writer.write_record(None::<&[u8]>)
    }
}
