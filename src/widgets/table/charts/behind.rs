//! The numbers of the chart as a table that opens.
//! Here because a picture alone is closed to many readers, and its points to all keyboards.
//! Must not know: which chart it is.

use leptos::prelude::*;

use super::{ChartState, drawing::Drawing, go_to};

#[component]
pub fn BehindTable(chart: ChartState) -> impl IntoView {
    let behind = Memo::new(move |_| chart.drawing.with(Drawing::behind));
    let head = move || {
        behind.with(|behind| {
            let head = behind.head.iter();
            head.map(|name| view! { <th scope="col">{*name}</th> }.into_any())
                .collect::<Vec<_>>()
        })
    };
    let lines = move || {
        let table = chart.table.table();
        behind.with(|behind| {
            behind
                .lines
                .iter()
                .map(|(row_idx, cells)| {
                    let id = table.rows.get(*row_idx).map(|row| row.id.clone());
                    line(chart, *row_idx, id.unwrap_or_default(), cells)
                })
                .collect::<Vec<_>>()
        })
    };
    view! {
        <details class="behind">
            <summary>"Data behind this chart"</summary>
            <div class="text-table" role="region" aria-label="Data behind this chart" tabindex="0">
                <table class="plain">
                    <thead>
                        <tr>{head}</tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
        </details>
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
                <a href=format!("#{id}") on:click=go>
                    {name}
                </a>
            </th>
            {others}
        </tr>
    }
    .into_any()
}
