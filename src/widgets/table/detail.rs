//! What an opened row says beyond its cells.
//! Here because a row is judged by what it leaves unsaid, and everything about it should be one press away.
//! Must not know: how sentences and references are found; the page carries them in `template` elements.

use explorer::{Comparison, Row, RowCells, Table};
use leptos::prelude::*;

use super::{cells, compare, state::TableState};
use crate::{
    components::{
        links::href,
        live::{live, live_text, on},
    },
    platform::template,
    services::table::{AREAL_CAPACITY, CURRENT_DENSITY, checklist},
    widgets::simulator::settings::SETTINGS,
};

/// Of the element, for the button that opens it.
pub fn id(row: &str, group_idx: usize) -> String {
    format!("detail-of-{row}-{group_idx}")
}

/// Written anew where a reader's own rows change.
pub fn detail(state: TableState, row_idx: usize, group_idx: usize) -> AnyView {
    live(move || {
        let table = state.table();
        let row = table.rows.get(row_idx)?;
        Some(written(state, &table, row, (row_idx, group_idx)))
    })
}

fn written(
    state: TableState,
    table: &Table,
    row: &Row,
    (row_idx, group_idx): (usize, usize),
) -> AnyView {
    let material = cells::material(row, table);
    let carried = material.and_then(|material| template::content(&format!("detail-{material}")));
    let can_compare = compare::with_row(table, row_idx, 1.0).is_some();
    let compared = move || {
        let at = compare::with_row(&state.table_now(), row_idx, 1.0);
        let references = |comparison: &Comparison| comparison.references().clone();
        state
            .look
            .with(|look| look.comparison.as_ref().map(references) == at.as_ref().map(references))
    };
    let compare = can_compare.then(|| {
        view! {
            <button
                type="button"
                aria-pressed=live_text(move || compared().to_string())
                on:click=on(move |_| compare::toggle(state, row_idx))
            >
                "Compare with this condition"
            </button>
        }
    });
    view! {
        <tr class="detail" role="row">
            <td role="cell" colspan=state.width id=id(&row.id, group_idx)>
                <div class="detail-box">
                    <div class="detail-actions">{compare} {run(state, row_idx)}</div>
                    {reported(state, row_idx)}
                    {hidden_cells(state, row_idx)}
                    {carried.map(|html| view! { <div class="carried" inner_html=html></div> })}
                </div>
            </td>
        </tr>
    }
    .into_any()
}

/// How complete the row is, and what it does not report.
fn reported(state: TableState, row_idx: usize) -> AnyView {
    let table = state.table_now();
    let completeness = checklist().of(RowCells::new(&table, row_idx));
    let missing = completeness.not_reported.join(", ");
    let missing = (!missing.is_empty()).then(|| format!(" Not reported: {missing}."));
    view! { <p><strong>{completeness.to_string()} "."</strong> {missing}</p> }.into_any()
}

/// The cells of columns that are not shown, so that an opened row holds all.
fn hidden_cells(state: TableState, row_idx: usize) -> AnyView {
    live(move || {
        let table = state.table();
        let row = table.rows.get(row_idx)?;
        let hidden = state.look.with(|look| {
            let idx = (0..table.columns.len()).filter(|idx| !look.columns.contains(idx));
            idx.collect::<Vec<_>>()
        });
        let lines = hidden.into_iter().map(|column_idx| {
            let column = &table.columns[column_idx];
            let content = cells::content(&table, row, column_idx, &[]);
            view! { <div><dt>{column.heading()}</dt><dd>{content}</dd></div> }.into_any()
        });
        Some(view! { <dl class="hidden-cells">{lines.collect::<Vec<_>>()}</dl> }.into_any())
    })
}

/// The way into the simulator, and what it would have to assume; or why there is none.
fn run(state: TableState, row_idx: usize) -> AnyView {
    let table = state.table_now();
    let cells = RowCells::new(&table, row_idx);
    let exact = |column: &str| {
        let number = cells
            .number(column)
            .filter(|number| !number.is_lower_bound());
        number.map(|number| number.value)
    };
    let (j, q) = (exact(CURRENT_DENSITY), exact(AREAL_CAPACITY));
    let mut refused = Vec::new();
    let mut assumed = Vec::new();
    for setting in &SETTINGS {
        let name = setting.parameter().map_or(setting.key, |row| row.name);
        let wanted = match setting.key {
            "j" => Some(j),
            "q" => Some(q),
            _ => None,
        };
        match wanted {
            Some(Some(value)) => refused.extend(setting.check(value).err().map(|no| no.allowed)),
            Some(None) => refused.push(format!("{name} is not reported")),
            None => {
                let unit = setting.parameter().map_or("", |row| row.display_unit);
                let unit = if unit == "1" { "" } else { unit };
                let words = format!("{} {} {unit}", name.to_lowercase(), setting.default);
                assumed.push(words.trim_end().to_owned());
            }
        }
    }
    if !refused.is_empty() {
        let words = format!(
            "The simulator cannot run this condition. {}.",
            refused.join("; ")
        );
        return view! { <span class="role">{words}</span> }.into_any();
    }
    let to = format!(
        "/simulate/?coating=coated&j={}&q={}",
        j.unwrap_or_default(),
        q.unwrap_or_default()
    );
    view! {
        <a href=href(&to)>"Run this condition"</a>
        <span class="role">
            "Our model has to " <span class="tag assumed">"assume"</span>
            {format!(" {}; the electrolyte too.", assumed.join(", "))}
        </span>
    }
    .into_any()
}
