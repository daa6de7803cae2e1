//! A CSV file as rows with their places, once its header has the columns and units it should.
//! Here because Table 1 is kept in two such files.
//! Must not know: what the columns mean.

use std::path::Path;

use super::{
    ledger::{Ledger, Place},
    source::Source,
};

/// A column's name and, for numbers, its unit; the header reads `name (unit)`.
pub(super) type Column = (&'static str, Option<&'static str>);

/// One row of cells.
pub(super) struct Row {
    cells: csv::StringRecord,
    pub place: Place,
}

impl Row {
    /// The cell in a column, without surrounding space.
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).unwrap_or_default().trim()
    }
}

/// The rows below the header; none if the header is wrong.
pub(super) fn rows(
    content_dir: &Path,
    path: &str,
    columns: &[Column],
    ledger: &mut Ledger,
) -> Vec<Row> {
    let Some(source) = Source::read(content_dir, path, ledger) else {
        return Vec::new();
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(source.text.as_bytes());
    let mut out = Vec::new();
    for (index, record) in reader.records().enumerate() {
        let position = match &record {
            Ok(record) => record.position(),
            Err(error) => error.position(),
        };
        let line = position.map_or(1, csv::Position::line);
        let place = Place {
            line: u32::try_from(line).unwrap_or(1),
            ..source.place(0)
        };
        match record {
            Ok(cells) if index == 0 => {
                if !header_fits(&cells, columns, &place, ledger) {
                    return Vec::new();
                }
            }
            Ok(cells) => out.push(Row { cells, place }),
            Err(_) => ledger.fault(&place, format!("not a row of {} cells", columns.len())),
        }
    }
    out
}

fn header_fits(
    cells: &csv::StringRecord,
    columns: &[Column],
    place: &Place,
    ledger: &mut Ledger,
) -> bool {
    let before = ledger.diagnostics.len();
    for (index, (name, unit)) in columns.iter().enumerate() {
        let wanted = unit.map_or_else(|| (*name).to_owned(), |unit| format!("{name} ({unit})"));
        let found = cells.get(index).unwrap_or_default();
        if found == wanted {
            continue;
        }
        let message = match (unit, found.split_once(" (")) {
            (Some(_), None) if found == *name => format!("column \"{name}\" states no unit"),
            (Some(unit), Some((stem, _))) if stem == *name => {
                format!("column \"{name}\" is to be in {unit}")
            }
            _ => format!("column {} is \"{found}\"", index + 1),
        };
        ledger.fault_suggesting(place, message, Some(wanted));
    }
    ledger.diagnostics.len() == before
}
