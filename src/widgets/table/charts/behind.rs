//! The numbers of the chart as a table that opens.
//! Here because a picture alone is closed to many readers, and its points to all keyboards.
//! Must not know: which chart it is.

use leptos::prelude::*;

use super::{ChartState, drawing::Behind, go_to};
use crate::{
    components::live::{live, on},
    platform,
};

/// Lines that are made; a table of all rows stands below the chart, and files hold them.
const MOST_LINES: usize = 500;

pub fn behind(chart: ChartState) -> AnyView {
    let open = RwSignal::new(false);
    let look = move |event: leptos::ev::Event| open.set(platform::is_open(&event));
    // A closed table is not made: the page holds the same numbers once already, and without scripts it holds no more.
    let content = live(move || {
        if open.get() {
            table(chart, &chart.drawing().behind())
        } else {
            view! { <p>"The numbers of every condition stand in Table 1 below."</p> }.into_any()
        }
    });
    view! {
        <details class="behind" on:toggle=on(look)>
            <summary>"Data behind this chart"</summary>
            {content}
        </details>
    }
    .into_any()
}

fn table(chart: ChartState, behind: &Behind) -> AnyView {
    let table = chart.table.table();
    let head = behind.head.iter();
    let head: Vec<AnyView> = head
        .map(|name| view! { <th scope="col">{*name}</th> }.into_any())
        .collect();
    let lines: Vec<AnyView> = behind
        .lines
        .iter()
        .take(MOST_LINES)
        .map(|(row_idx, cells)| {
            let id = table.rows.get(*row_idx).map(|row| row.id.clone());
            line(chart, *row_idx, id.unwrap_or_default(), cells)
        })
        .collect();
    let more = (behind.lines.len() > MOST_LINES).then(|| {
        let n = behind.lines.len();
        view! { <p>{format!("The first {MOST_LINES} of {n} lines. The files below hold every row.")}</p> }
    });
    view! {
        <div class="text-table" role="region" aria-label="Data behind this chart" tabindex="0">
            <table class="plain">
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
        {more}
    }
    .into_any()
}

fn line(chart: ChartState, row_idx: usize, id: String, cells: &[String]) -> AnyView {
    let mut cells = cells.iter();
    let name = cells.next().cloned().unwrap_or_default();
    let others: Vec<AnyView> = cells
        .map(|cell| view! { <td>{cell.clone()}</td> }.into_any())
        .collect();
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        go_to(chart.table, row_idx);
    };
    view! {
        <tr data-row=id.clone()>
            <th scope="row">
                <a href=format!("#{id}") on:click=on(go)>
                    {name}
                </a>
            </th>
            {others}
        </tr>
    }
    .into_any()
}
