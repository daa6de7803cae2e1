//! One line of a file as cells of the table.
//! Here because each field is judged by the column it belongs to.
//! Must not know: the header line's words.

use super::header::{Columns, Field, Target};
use super::{OwnRows, number};
use crate::fold::fold;
use crate::{Cell, ColumnKind, Label, Quantity};

/// Labels listed in one fault.
const MAX_LISTED: usize = 24;

/// The row's cells, or nothing if any field has a fault.
pub(super) fn read(
    record: &csv::StringRecord,
    line: u64,
    columns: &mut Columns,
    comma: bool,
    own: &mut OwnRows,
) -> Option<Vec<Cell>> {
    let n_faults = own.n_faults;
    let Columns {
        fields,
        targets,
        headings,
    } = columns;
    let mut cells = vec![Cell::Missing; targets.len()];
    for (idx, raw) in record.iter().enumerate() {
        let text = unguarded(raw.trim());
        if text.is_empty() {
            continue;
        }
        let Some((field, heading)) = fields.get(idx).zip(headings.get(idx)) else {
            let n = headings.len();
            let needs = format!(
                "within the {n} fields of the header line; quote a field that holds the separator"
            );
            own.fault(line, &format!("field {}", idx + 1), raw, &needs);
            break;
        };
        if let Field::Value(column_idx) = field {
            match cell(text, &mut targets[*column_idx], comma) {
                Ok(cell) => cells[*column_idx] = cell,
                Err(allowed) => own.fault(line, heading, raw, &allowed),
            }
        }
    }
    // Bounds last, because a bound's column may stand before its number's.
    for (idx, field) in fields.iter().enumerate() {
        let raw = record.get(idx).unwrap_or_default();
        if let (Field::BoundOf(column_idx), text @ (">" | "1" | "true")) = (field, raw.trim()) {
            match (&cells[*column_idx], targets[*column_idx].bounds) {
                (Cell::Number(number), true) => {
                    cells[*column_idx] = Cell::Number(Quantity::above(number.value));
                }
                _ => own.fault(
                    line,
                    &headings[idx],
                    text,
                    "beside a number that may be a bound",
                ),
            }
        } else if let Field::BoundOf(_) = field
            && !matches!(raw.trim(), "" | "0" | "false")
        {
            own.fault(line, &headings[idx], raw, "> or empty");
        }
    }
    if own.n_faults == n_faults && !cells.iter().any(Cell::is_reported) {
        own.fault(
            line,
            "row",
            "",
            "a row with a value in a column of the table",
        );
    }
    (own.n_faults == n_faults).then_some(cells)
}

/// The cell, or what would have been allowed.
fn cell(text: &str, target: &mut Target, comma: bool) -> Result<Cell, String> {
    match target.column.kind {
        ColumnKind::Text => Ok(Cell::Text(text.to_owned())),
        ColumnKind::Number => {
            let above_zero = target.column.above_zero;
            number::read(text, comma, target.bounds)
                .filter(|number| !above_zero || number.value > 0.0)
                .map(Cell::Number)
                .ok_or_else(|| number::allowed(comma, target.bounds, above_zero))
        }
        ColumnKind::Category => {
            let parts = text
                .split(';')
                .map(str::trim)
                .filter(|part| !part.is_empty());
            let labels: Result<Vec<Label>, String> =
                parts.map(|part| label(part, target)).collect();
            labels.map(Cell::Labels)
        }
    }
}

fn label(text: &str, target: &mut Target) -> Result<Label, String> {
    if let Some(named) = target.named.get(text) {
        return Ok(named.clone());
    }
    let label = known_or_new(text, target)?;
    target.named.insert(text.to_owned(), label.clone());
    Ok(label)
}

fn known_or_new(text: &str, target: &mut Target) -> Result<Label, String> {
    let folded = fold(text);
    if let Some(known) = target.labels.get(&folded) {
        return Ok(known.clone());
    }
    if target.column.closed {
        let known = target.ids.iter().take(MAX_LISTED);
        let texts: Vec<&str> = known
            .filter_map(|id| target.labels.get(id).map(|label| label.text.as_str()))
            .collect();
        return Err(format!("one of {}", texts.join(", ")));
    }
    // Spaces make an address long; anything else stays, so that different texts keep different ids.
    let mut id = folded.split_whitespace().collect::<Vec<_>>().join("-");
    while !target.ids.insert(id.clone()) {
        id.push('~');
    }
    let label = Label {
        id,
        text: text.to_owned(),
    };
    target.labels.insert(folded, label.clone());
    Ok(label)
}

/// Without the `'` that keeps a text from being a formula in our own files.
fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => text,
    }
}
