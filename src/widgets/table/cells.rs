//! One cell of the table as the reader sees it.
//! Here because formulas, bounds, gaps, found words and source notes need more than plain text.
//! Must not know: which rows are shown, what stands beside the cell.

use std::ops::Range;

use explorer::{Cell, Highlight, Label, Quantity, Row, Table};
use leptos::prelude::*;

use crate::{
    components::{links::href, marks, typeset::typeset},
    services::table::{MATERIAL, REFERENCE, SECTION},
};

/// Significant digits of a derived number.
const N_DIGITS: usize = 3;

/// What the cell holds; `hits` are those of its row.
pub fn content(table: &Table, row: &Row, column_idx: usize, hits: &[Highlight]) -> AnyView {
    let column = &table.columns[column_idx];
    let found = |part_idx: usize| -> Vec<Range<usize>> {
        let here = |hit: &&Highlight| hit.column_idx == column_idx && hit.part_idx == part_idx;
        hits.iter()
            .filter(here)
            .map(|hit| hit.bytes.clone())
            .collect()
    };
    match row.cells.get(column_idx).unwrap_or(&Cell::Missing) {
        cell if !cell.is_reported() => {
            view! { <span class="missing">"not reported"</span> }.into_any()
        }
        Cell::Number(quantity) => number(*quantity, column.formula().is_some(), &found(0)),
        Cell::Labels(labels) => {
            let parts = labels.iter().enumerate().map(|(part_idx, label)| {
                let words = typeset(&label.text, &found(part_idx));
                let words = if row.is_own() {
                    words
                } else {
                    linked(&column.id, label, words)
                };
                view! { {(part_idx > 0).then_some("; ")} {words} }.into_any()
            });
            parts.collect::<Vec<_>>().into_any()
        }
        Cell::Text(text) => typeset(text, &found(0)),
        Cell::Missing => ().into_any(),
    }
}

/// A label that leads to a page of its own.
fn linked(column: &str, label: &Label, words: AnyView) -> AnyView {
    match column {
        MATERIAL => marks::material(&label.id, words),
        REFERENCE => {
            let number = &label.id;
            let to = href(&format!("/references/#ref-{number}"));
            view! {
                <span class="cite">
                    "["
                    <a href=to aria-label=format!("reference {number}") data-card=format!("cite-{number}")>{words}</a>
                    "]"
                </span>
            }
            .into_any()
        }
        SECTION => view! { <a href=href(&format!("/read/{}/", label.id))>{words}</a> }.into_any(),
        _ => words,
    }
}

/// A number with `>` hanging before it; printed ones as printed, derived ones rounded.
fn number(quantity: Quantity, is_derived: bool, hits: &[Range<usize>]) -> AnyView {
    let exact = quantity.value.to_string();
    let shown = shown(quantity.value, is_derived);
    // Found words count bytes of the number with its sign.
    let n_sign = usize::from(quantity.is_lower_bound());
    let hits: Vec<Range<usize>> = hits
        .iter()
        .map(|hit| hit.start.saturating_sub(n_sign)..hit.end - n_sign)
        .collect();
    let digits = if hits.is_empty() {
        shown.into_any()
    } else if shown == exact {
        typeset(&shown, &hits)
    } else {
        view! { <mark>{shown}</mark> }.into_any()
    };
    view! { {bound(quantity)} {digits} }.into_any()
}

pub fn bound(quantity: Quantity) -> Option<AnyView> {
    quantity.is_lower_bound().then(|| {
        view! { <span class="bound" role="img" aria-label="more than">">"</span> }.into_any()
    })
}

/// A printed number has the digits it needs, a derived one no more than mean something.
pub fn shown(value: f64, is_derived: bool) -> String {
    let rounded = format!("{value:.*e}", N_DIGITS - 1).parse();
    match rounded {
        Ok(rounded) if is_derived && value.abs() < 1000.0 => f64::to_string(&rounded),
        _ if is_derived => format!("{value:.0}"),
        _ => value.to_string(),
    }
}

/// `1 mA cm⁻² and 1 mA h cm⁻²`: the condition of a row as far as it is reported, for names of buttons.
pub fn condition(table: &Table, row: &Row, columns: &[&str]) -> String {
    let parts = columns.iter().filter_map(|id| {
        let idx = table.column_idx(id)?;
        let quantity = row.cells.get(idx)?.number()?;
        let unit = table.columns[idx].unit.as_deref().unwrap_or_default();
        Some(format!("{quantity} {unit}"))
    });
    parts.collect::<Vec<_>>().join(" and ")
}

/// The labels of a cell as plain text.
pub fn plain(row: &Row, column_idx: Option<usize>) -> String {
    let cell = column_idx.and_then(|idx| row.cells.get(idx));
    let labels = cell.map_or(&[][..], Cell::labels);
    let texts: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
    texts.join("; ")
}

/// Id of a printed row's material; a reader's own row belongs to none.
pub fn material(row: &Row, table: &Table) -> Option<String> {
    let cell = row.cells.get(table.column_idx(MATERIAL)?)?;
    let label = cell.labels().first().filter(|_| !row.is_own());
    label.map(|label| label.id.clone())
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn printed_numbers_keep_their_digits_and_derived_ones_three() {
        for (value, is_derived, words) in [
            (0.885, false, "0.885"),
            (2956.0, false, "2956"),
            (0.341_588_385, true, "0.342"),
            (111.111_111, true, "111"),
            (0.2, true, "0.2"),
            (1250.0, true, "1250"),
            (2956.4, true, "2956"),
            (76.857_386, true, "76.9"),
        ] {
            assert_eq!(shown(value, is_derived), words, "{value}");
        }
    }
}
