//! Alike rows in order of one number, each place with what is certain of it.
//! Here because a lower bound may stand anywhere above its value, and a rank must not hide that.
//! Must not know: which rows are alike.

use explorer::{Ranked, Ranking, RowCells, Table};
use leptos::prelude::*;

use super::cells;
use crate::{
    components::typeset::typeset,
    services::table::{AREAL_CAPACITY, CURRENT_DENSITY, MATERIAL},
};

/// Longer lists are cut.
const N_MOST: usize = 100;

pub fn ranking(table: &Table, ranking: &Ranking) -> AnyView {
    let column = table.column(&ranking.column);
    let heading = column.map(|column| column.heading()).unwrap_or_default();
    let unit = column.and_then(|column| column.unit.clone());
    let is_derived = column.is_some_and(|column| column.formula().is_some());
    let ranked = ranking.ranked.iter().take(N_MOST);
    let lines = ranked.map(|ranked| line(table, &ranking.column, ranked, is_derived));
    let lines = lines.collect::<Vec<_>>();
    let n_cut = ranking.ranked.len().saturating_sub(N_MOST);
    let cut = (n_cut > 0).then(|| format!("{n_cut} further places are left out. "));
    let n_without = ranking.not_reported.len();
    let without = (n_without > 0).then(|| format!("{n_without} of the rows do not report it."));
    view! {
        <div class="ranking">
            <table>
                <caption>"By " {heading}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Place"</th>
                        <th scope="col">"Condition"</th>
                        <th scope="col" class="number">{unit.unwrap_or_else(|| "Number".to_owned())}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
            <p class="role">{cut} {without}</p>
        </div>
    }
    .into_any()
}

fn line(table: &Table, column: &str, ranked: &Ranked, is_derived: bool) -> AnyView {
    let Some(row) = table.rows.get(ranked.row_idx) else {
        return ().into_any();
    };
    let name = cells::plain(row, table.column_idx(MATERIAL));
    let tested = cells::condition(table, row, &[CURRENT_DENSITY, AREAL_CAPACITY]);
    let quantity = RowCells::new(table, ranked.row_idx).number(column);
    let value = quantity.map(|quantity| {
        view! { {cells::bound(quantity)} {cells::shown(quantity.value, is_derived)} }
    });
    let shared = (ranked.n_tied > 1).then_some(", shared");
    view! {
        <tr data-material=cells::material(row, table)>
            <td>{ranked.to_string()} {shared}</td>
            <th scope="row">
                <a href=format!("#{}", row.id)>{typeset(&name, &[])}</a>
                <span class="role">{tested}</span>
            </th>
            <td class="number">{value}</td>
        </tr>
    }
    .into_any()
}
