//! A Markdown table with its head below it.
//! Here because notes and issues are written in Markdown.
//! Must not know: which rows are chosen.
//!
//! Headings carry the unit; a bound stands before its number; an own row has `own` in a column of its own.

use super::{ExportHeader, Selection};
use crate::ColumnKind;

#[must_use]
pub fn write_markdown(selection: &Selection, header: &ExportHeader) -> String {
    let has_own = selection.has_own();
    let mut headings: Vec<String> = selection
        .columns()
        .map(|column| escape(&column.heading()))
        .collect();
    let mut rules: Vec<String> = selection
        .columns()
        .map(|column| match column.kind {
            ColumnKind::Number => "---:".to_owned(),
            _ => "---".to_owned(),
        })
        .collect();
    if has_own {
        headings.push("Provenance".to_owned());
        rules.push("---".to_owned());
    }
    let mut text = line(&headings) + &line(&rules);
    for (row_idx, row) in selection.rows() {
        text += &line(&selection.read_cells(row_idx, row, has_own, escape));
    }
    text.push('\n');
    for (name, value) in header.stated(selection) {
        text += &format!("- {}: {}\n", escape(&name), escape(&value));
    }
    text
}

fn line(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// A text that Markdown shows as it is, on one line.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\r' | '\n' | '\t' => escaped.push(' '),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '~' | '&' | '$' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}
