//! A reader's own rows from a CSV file, row by row, with every fault named.
//! Here because one bad line must not cost the good ones, and nothing may be guessed in silence.
//! Must not know: where the text came from, what the columns mean.
//!
//! The form:
//! - separated by commas, semicolons or tabs, whichever the header line holds most of; fields may be quoted; lines
//!   that begin with `#` are passed over, as are the `'` that our own files put before a text;
//! - columns in any order, named by id or heading, with or without the unit; another unit is another name, so it is
//!   refused; `id`, `provenance` and derived columns may stand there and are not read;
//! - numbers with a decimal point; in a file of semicolons a decimal comma too, and there `1.500` is refused, because
//!   it may mean either;
//! - `>` before a number, or in a column `<name>_bound`, where the table itself prints bounds;
//! - several labels in one field are separated by `;`. A label that the table knows is that label.
//!
//! A row with a fault is left out whole; an empty field is a value that is not reported.

mod cells;
mod delimiter;
mod header;
mod lines;
mod number;

use serde::{Deserialize, Serialize};

use crate::{Row, RowProvenance, Table};

/// Faults that are described; the others are counted.
pub const MAX_FAULTS: usize = 100;
/// Rows that are read.
pub const MAX_ROWS: usize = 200_000;

/// Lines between two reports of [`read_csv_watched`].
const LINES_PER_REPORT: usize = 1000;

/// What a file gave.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OwnRows {
    /// In the file's order, with ids `own-1`, `own-2`…, marked as own, one cell for each column of the table.
    pub rows: Vec<Row>,
    /// The first [`MAX_FAULTS`].
    pub faults: Vec<CsvFault>,
    /// All of them.
    pub n_faults: usize,
    /// Data lines of the file, good and bad.
    pub n_lines: usize,
}

/// Something in the file that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("line {line}, {column}: “{value}” is not {allowed}")]
pub struct CsvFault {
    /// Of the file, from 1.
    pub line: u64,
    /// Heading in the file, or what the fault concerns.
    pub column: String,
    pub value: String,
    /// What would have been understood, as an end of the sentence "it is not …".
    pub allowed: String,
}

/// Reads a file against the table's columns. Total: what cannot be read is a fault.
/// The table should be the printed one, before columns are derived and own rows added.
#[must_use]
pub fn read_csv(text: &str, table: &Table) -> OwnRows {
    read_csv_watched(text, table, &|_| ())
}

/// As [`read_csv`], telling how many data lines have been read, now and then.
#[must_use]
pub fn read_csv_watched(text: &str, table: &Table, watch: &dyn Fn(usize)) -> OwnRows {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let delimiter = delimiter::of(text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .comment(Some(b'#'))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut own = OwnRows::default();
    let mut lines = lines::Lines::new(text);
    let mut record = csv::StringRecord::new();
    let mut columns = None;
    while read_next(&mut reader, &mut record, &mut own) {
        let line = lines.of(record.position().map_or(0, csv::Position::byte));
        if record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        let Some(columns) = &mut columns else {
            let read = header::read(&record, line, table, &mut own);
            if read.is_empty() {
                return own;
            }
            columns = Some(read);
            continue;
        };
        if own.n_lines == MAX_ROWS {
            own.fault(line, "row", "", &format!("among the first {MAX_ROWS} rows"));
            break;
        }
        if own.n_lines.is_multiple_of(LINES_PER_REPORT) {
            watch(own.n_lines);
        }
        own.n_lines += 1;
        let read = cells::read(&record, line, columns, delimiter == b';', &mut own);
        if let Some(cells) = read {
            own.rows.push(Row {
                id: format!("own-{}", own.rows.len() + 1),
                cells,
                provenance: RowProvenance::Own,
            });
        }
    }
    if columns.is_none() {
        let needs = format!("a header line with {}", header::names(table));
        own.fault(1, "header", "", &needs);
    }
    own
}

fn read_next(
    reader: &mut csv::Reader<&[u8]>,
    record: &mut csv::StringRecord,
    own: &mut OwnRows,
) -> bool {
    match reader.read_record(record) {
        Ok(more) => more,
        Err(error) => {
            let line = error.position().map_or(0, csv::Position::line);
            own.fault(line, "file", &error.to_string(), "readable as CSV");
            false
        }
    }
}

impl OwnRows {
    fn fault(&mut self, line: u64, column: &str, value: &str, allowed: &str) {
        self.n_faults += 1;
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(CsvFault {
                line,
                column: crate::warning::shown(column),
                value: crate::warning::shown(value),
                allowed: allowed.to_owned(),
            });
        }
    }
}

impl Table {
    /// The table with own rows after its printed ones.
    #[must_use]
    pub fn with_own(mut self, own: Vec<Row>) -> Self {
        self.rows.extend(own);
        self
    }

    /// The table without own rows.
    #[must_use]
    pub fn without_own(mut self) -> Self {
        self.rows.retain(|row| !row.is_own());
        self
    }
}
