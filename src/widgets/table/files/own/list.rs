//! The reader's rows with a way to remove each, and the lines that were not understood.
//! Here because a line that is left out must be named, and a row that came in must go out again.
//! Must not know: how lines are read.

use explorer::{Cell, Row};
use leptos::prelude::*;

use super::state::Own;

/// Rows that are listed one by one; the table shows all.
const N_LISTED: usize = 20;

/// Lines left out: where, what stands there, what would have been understood.
pub fn faults(own: Own) -> Option<AnyView> {
    let faults = own.faults.get();
    if faults.is_empty() {
        return None;
    }
    let n_more = own.n_faults.get() - faults.len();
    let lines = faults.into_iter().map(|fault| {
        view! {
            <tr>
                <td class="number">{fault.line}</td>
                <td>{fault.column}</td>
                <td>{format!("“{}”", fault.value)}</td>
                <td>{fault.allowed}</td>
            </tr>
        }
    });
    let more =
        (n_more > 0).then(|| view! { <p class="role">{format!("And {n_more} more faults.")}</p> });
    Some(
        view! {
            <div class="list-region own-faults" role="region" aria-label="Lines that were left out" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col" class="number">"Line"</th>
                            <th scope="col">"Column"</th>
                            <th scope="col">"Found"</th>
                            <th scope="col">"Needed"</th>
                        </tr>
                    </thead>
                    <tbody>{lines.collect_view()}</tbody>
                </table>
            </div>
            {more}
        }
        .into_any(),
    )
}

pub fn rows(own: Own) -> Option<AnyView> {
    let n_rows = own.n_rows.get();
    if n_rows == 0 {
        return None;
    }
    let columns = own.columns();
    // A column that no listed row fills would only make the list wide.
    let listed = own.first(N_LISTED);
    let filled: Vec<_> = columns
        .into_iter()
        .filter(|(idx, _)| listed.iter().any(|row| row.cells[*idx].is_reported()))
        .collect();
    let heads = filled.iter().map(|(_, column)| {
        let class = if column.kind == explorer::ColumnKind::Number {
            "number"
        } else {
            ""
        };
        view! { <th scope="col" class=class>{column.heading()}</th> }
    });
    let heads = heads.collect_view();
    let lines = listed
        .iter()
        .enumerate()
        .map(|(place, row)| line(own, place, row, &filled));
    let lines = lines.collect_view();
    let n_more = n_rows.saturating_sub(N_LISTED);
    let more = (n_more > 0).then(|| {
        view! { <p class="role">{format!("And {n_more} more, in the table.")}</p> }
    });
    Some(
        view! {
            <div class="list-region own-rows" role="region" aria-label="Your rows" tabindex="0">
                <table>
                    <thead>
                        <tr>{heads} <th scope="col"><span class="visually-hidden">"Remove"</span></th></tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
            {more}
            <div class="actions">
                <button type="button" on:click=move |_| own.save()>
                    "Download my rows as CSV"
                </button>
                <button type="button" class="remove-all" on:click=move |_| own.remove_all()>
                    "Remove all my rows"
                </button>
            </div>
        }
        .into_any(),
    )
}

fn line(own: Own, place: usize, row: &Row, columns: &[(usize, explorer::Column)]) -> AnyView {
    let cells = columns.iter().map(|(idx, column)| {
        let class = if column.kind == explorer::ColumnKind::Number {
            "number"
        } else {
            ""
        };
        view! { <td class=class>{read(&row.cells[*idx])}</td> }
    });
    let name = format!("Remove row {} of yours", place + 1);
    view! {
        <tr data-own="">
            {cells.collect_view()}
            <td>
                <button type="button" class="quiet" aria-label=name on:click=move |_| own.remove(place)>
                    "Remove"
                </button>
            </td>
        </tr>
    }
    .into_any()
}

fn read(cell: &Cell) -> String {
    match cell {
        Cell::Missing => "–".to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Labels(labels) => {
            let texts: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
            texts.join("; ")
        }
    }
}
