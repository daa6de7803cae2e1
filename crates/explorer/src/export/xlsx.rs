//! A workbook: the table, and a sheet that says where it came from.
//! Here because many readers live in a spreadsheet, where a number must be a number.
//! Must not know: which rows are chosen.
//!
//! Sheet `Table` has one heading line with units; sheet `About` states the head and describes each column.
//! Every text is written as a text, never as a formula or link. The file holds no time but the header's date.
//! In a browser, the program that links this must switch on the feature `wasm` of `rust_xlsxwriter`, whose
//! workbook asks for the time when it is made; natively nothing is needed.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::selection::{bound, provenance, words};
use super::{ExportError, ExportHeader, Selection};

/// Characters that a cell of a spreadsheet holds at most.
const MAX_CELL_CHARS: usize = 32_767;

/// # Errors
/// If the selection has more rows or columns than a sheet holds.
pub fn write_xlsx(selection: &Selection, header: &ExportHeader) -> Result<Vec<u8>, ExportError> {
    let mut workbook = Workbook::new();
    let mut properties = DocProperties::new().set_title(header.title.as_str());
    if let Some(created) = header
        .date
        .as_deref()
        .and_then(|date| ExcelDateTime::parse_from_str(date).ok())
    {
        properties = properties.set_creation_datetime(&created);
    }
    workbook.set_properties(&properties);
    table_sheet(workbook.add_worksheet(), selection)?;
    about_sheet(workbook.add_worksheet(), selection, header)?;
    Ok(workbook.save_to_buffer()?)
}

fn table_sheet(sheet: &mut Worksheet, selection: &Selection) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold();
    sheet.set_name("Table")?.set_freeze_panes(1, 1)?;
    let has_own = selection.has_own();
    let mut headings = vec!["id".to_owned()];
    for (column, bounded) in selection.bounded_columns() {
        headings.push(column.heading());
        if bounded {
            headings.push(format!("{} bound", column.label));
        }
    }
    if has_own {
        headings.push("Provenance".to_owned());
    }
    for (column, text) in (0u16..).zip(&headings) {
        sheet.write_string_with_format(0, column, cut(text), &heading)?;
    }
    for (line, (row_idx, row)) in (1u32..).zip(selection.rows()) {
        sheet.write_string(line, 0, cut(&row.id))?;
        let mut column = 1;
        for (cell, bounded) in selection.cells(row_idx) {
            match cell.number() {
                Some(quantity) if quantity.value.is_finite() => {
                    sheet.write_number(line, column, quantity.value)?;
                }
                _ => write_text(sheet, line, column, &words(cell))?,
            }
            column += 1;
            if bounded {
                write_text(sheet, line, column, bound(cell))?;
                column += 1;
            }
        }
        if has_own {
            sheet.write_string(line, column, provenance(row))?;
        }
    }
    Ok(())
}

fn about_sheet(
    sheet: &mut Worksheet,
    selection: &Selection,
    header: &ExportHeader,
) -> Result<(), XlsxError> {
    sheet.set_name("About")?;
    let mut line = 0;
    for (name, value) in header.stated(selection) {
        sheet.write_string(line, 0, cut(&name))?;
        sheet.write_string(line, 1, cut(&value))?;
        line += 1;
    }
    line += 1;
    for column in selection.columns() {
        sheet.write_string(line, 0, cut(&column.heading()))?;
        sheet.write_string(line, 1, cut(&column.id))?;
        let origin = column.formula().map_or("printed", |_| "derived");
        sheet.write_string(line, 2, origin)?;
        line += 1;
    }
    Ok(())
}

fn write_text(sheet: &mut Worksheet, line: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    if !text.is_empty() {
        sheet.write_string(line, column, cut(text))?;
    }
    Ok(())
}

fn cut(text: &str) -> String {
    text.chars().take(MAX_CELL_CHARS).collect()
}
