//! Fair comparison: a test condition, how far from it a row may be, and the alike rows ranked side by side.
//! Here because a lifespan is only better than another under the same conditions.
//! Must not know: the rule for likeness and rank; the explorer has it.

use std::collections::BTreeMap;

use explorer::{Comparison, DEFAULT_FACTOR, RowCells, Table, rank, split};
use leptos::prelude::*;

use super::{ranking, state::TableState};
use crate::{
    components::live::{live, live_if, live_text, on},
    services::table::{
        AREAL_CAPACITY, CUMULATIVE_CAPACITY, CURRENT_DENSITY, LIFESPAN, N_CYCLES, checklist,
    },
};

/// What makes a condition.
const CONDITION: [&str; 2] = [CURRENT_DENSITY, AREAL_CAPACITY];
const FACTORS: [f64; 4] = [1.5, 2.0, 3.0, 5.0];
/// What alike rows are ranked by at first, and what else they may be ranked by.
const RANKED: [&str; 2] = [LIFESPAN, CUMULATIVE_CAPACITY];
const RANKABLE: [&str; 3] = [LIFESPAN, CUMULATIVE_CAPACITY, N_CYCLES];

/// The comparison with a row; nothing where the row does not report its condition exactly.
pub fn with_row(table: &Table, row_idx: usize, factor: f64) -> Option<Comparison> {
    Comparison::with_row(table, row_idx, &CONDITION, factor).ok()
}

/// Compares with a row, or with none if it was this one.
pub fn toggle(state: TableState, row_idx: usize) {
    let table = state.table_now();
    state.change(|query| {
        let before = query.comparison.take();
        let factor = before.as_ref().map_or(DEFAULT_FACTOR, Comparison::factor);
        let next = with_row(&table, row_idx, factor).filter(|next| Some(next) != before.as_ref());
        if next.is_some() && query.rank.is_empty() {
            query.rank = RANKED.map(str::to_owned).to_vec();
        }
        query.comparison = next;
    });
}

#[component]
pub fn Compare(state: TableState) -> impl IntoView {
    let refusal = RwSignal::new(String::new());
    // A factor may be chosen before there is a condition.
    let factor = RwSignal::new(DEFAULT_FACTOR);
    let is_off = live_if(move || state.look.with(|look| look.comparison.is_none()));
    let boxes = CONDITION.map(|id| reference_box(state, id, factor, refusal));
    let factors = FACTORS.map(|choice| {
        let is_it = live_if(move || factor_now(state, factor) == choice);
        view! { <option value=choice.to_string() prop:selected=is_it>{choice.to_string()}</option> }
    });
    view! {
        <details class="compare disclosure">
            <summary>"Fair comparison"</summary>
            <fieldset class="panel" disabled=state.resting>
                <legend class="visually-hidden">"Compare with a test condition"</legend>
                <p>"Rows tested near this condition stay and can be ranked; the others fade and say why."</p>
                <div class="compare-fields">
                    {boxes.into_iter().collect::<Vec<_>>()}
                    <label>
                        <span>"Within a factor of"</span>
                        <select on:change=on(move |event: leptos::ev::Event| set_factor(state, factor, &event_target_value(&event)))>
                            {factors.into_iter().collect::<Vec<_>>()}
                        </select>
                    </label>
                </div>
                <p class="fault" role="alert">{live_text(move || refusal.get())}</p>
                {RANKABLE.map(|id| rank_box(state, id)).into_iter().collect::<Vec<_>>()}
                <button type="button" hidden=is_off on:click=on(move |_| stop(state))>"Stop comparing"</button>
            </fieldset>
        </details>
    }
    .into_any()
}

fn factor_now(state: TableState, chosen: RwSignal<f64>) -> f64 {
    let chosen = chosen.get();
    state.look.with(|look| {
        let comparison = look.comparison.as_ref();
        comparison.map_or(chosen, Comparison::factor)
    })
}

fn reference_now(state: TableState, id: &str) -> Option<f64> {
    state
        .look
        .with(|look| look.comparison.as_ref()?.references().get(id).copied())
}

/// Compares with other references, or with none where none is left.
fn set(state: TableState, references: BTreeMap<String, f64>, factor: f64) {
    let next = Comparison::new(references, factor).ok();
    state.change(|query| {
        if next.is_some() && query.rank.is_empty() {
            query.rank = RANKED.map(str::to_owned).to_vec();
        }
        query.comparison = next;
    });
}

fn references_now(state: TableState) -> BTreeMap<String, f64> {
    let references = |comparison: &Comparison| comparison.references().clone();
    state
        .query
        .with_untracked(|query| query.comparison.as_ref().map(references))
        .unwrap_or_default()
}

fn set_factor(state: TableState, chosen: RwSignal<f64>, text: &str) {
    let Ok(factor) = text.parse() else { return };
    chosen.set(factor);
    let references = references_now(state);
    if !references.is_empty() {
        set(state, references, factor);
    }
}

fn stop(state: TableState) {
    state.change(|query| {
        query.comparison = None;
        query.rank.clear();
    });
}

fn reference_box(
    state: TableState,
    id: &'static str,
    chosen: RwSignal<f64>,
    refusal: RwSignal<String>,
) -> AnyView {
    let table = state.table_now();
    let heading = table
        .column(id)
        .map(|column| column.heading())
        .unwrap_or_default();
    let name = StoredValue::new(heading.clone());
    let value = live_text(move || {
        reference_now(state, id)
            .map(|value| value.to_string())
            .unwrap_or_default()
    });
    let take = move |text: String| {
        let mut references = references_now(state);
        let factor = untrack(|| factor_now(state, chosen));
        match text.trim().parse::<f64>() {
            _ if text.trim().is_empty() => {
                references.remove(id);
            }
            Ok(value) if value > 0.0 && value.is_finite() => {
                references.insert(id.to_owned(), value);
            }
            _ => {
                let name = name.get_value();
                refusal.set(format!(
                    "“{}” was not taken. {name} is a number above 0.",
                    text.trim()
                ));
                return;
            }
        }
        refusal.set(String::new());
        set(state, references, factor);
    };
    view! {
        <label>
            <span>{heading}</span>
            <input
                type="text"
                inputmode="decimal"
                autocomplete="off"
                prop:value=value
                on:change=on(move |event: leptos::ev::Event| take(event_target_value(&event)))
            />
        </label>
    }
    .into_any()
}

fn rank_box(state: TableState, id: &'static str) -> AnyView {
    let label = state
        .table_now()
        .column(id)
        .map(|column| column.label.to_lowercase());
    let is_ranked = live_if(move || {
        state
            .query
            .with(|query| query.rank.iter().any(|ranked| ranked == id))
    });
    let toggle = move |_| {
        state.change(
            |query| match query.rank.iter().position(|ranked| ranked == id) {
                Some(place) => {
                    query.rank.remove(place);
                }
                None => query.rank.push(id.to_owned()),
            },
        );
    };
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=is_ranked on:change=on(toggle) />
            <span>{format!("Rank by {}", label.unwrap_or_default())}</span>
        </label>
    }
    .into_any()
}

/// What the comparison says of the rows shown; nothing where none is asked for.
#[component]
pub fn Outcome(state: TableState) -> impl IntoView {
    live(move || outcome(state))
}

fn outcome(state: TableState) -> Option<AnyView> {
    let table = state.table();
    let ranked_by = state.query.with(|query| query.rank.clone());
    let Some(comparison) = state.look.with(|look| look.comparison.clone()) else {
        return (!ranked_by.is_empty()).then(|| {
            view! {
                <p class="notice">
                    "Rows tested under different conditions are not ranked. Choose a condition under “Fair comparison”, or open a row and compare with it."
                </p>
            }
            .into_any()
        });
    };
    let rows = state.view.with(|view| view.rows.clone());
    let (alike, outside) = split(&table, &comparison, &rows);
    let references = comparison.references().iter().map(|(id, value)| {
        let column = table.column(id);
        let label = column.map_or(id.clone(), |column| column.label.to_lowercase());
        let unit = column
            .and_then(|column| column.unit.clone())
            .unwrap_or_default();
        format!("{label} {value} {unit}")
    });
    let condition = references.collect::<Vec<_>>().join(" and ");
    let (n_alike, n_rows, factor) = (alike.len(), rows.len(), comparison.factor());
    let refused = rank(&table, &comparison, &rows, &ranked_by).err();
    let refused = refused.filter(|_| !ranked_by.is_empty() && !outside.is_empty());
    let rankings = rank(&table, &comparison, &alike, &ranked_by).unwrap_or_default();
    let lists = rankings
        .iter()
        .map(|ranking| ranking::ranking(&table, ranking));
    let lists = lists.collect::<Vec<_>>();
    Some(
        view! {
            <section class="comparison" aria-labelledby="comparison-title">
                <h2 id="comparison-title">"Tested alike"</h2>
                <p role="status">
                    {format!("{n_alike} of {n_rows} conditions shown lie within a factor of {factor} of {condition}.")}
                    {refused.map(|refusal| format!(" {refusal}."))}
                </p>
                <p class="role">{unsaid(&table, &alike)}</p>
                <div class="rankings">{lists}</div>
            </section>
        }
        .into_any(),
    )
}

/// What the alike rows leave unsaid, so that alike is not taken for equal.
fn unsaid(table: &Table, alike: &[usize]) -> Option<String> {
    let of = |&row_idx: &usize| checklist().of(RowCells::new(table, row_idx));
    let scores: Vec<_> = alike.iter().map(of).collect();
    let first = scores.first()?;
    let fewest = scores.iter().map(|score| score.n_reported).min()?;
    let most = scores.iter().map(|score| score.n_reported).max()?;
    let range = if fewest == most {
        fewest.to_string()
    } else {
        format!("{fewest} to {most}")
    };
    let by_none = |name: &&String| scores.iter().all(|score| score.not_reported.contains(name));
    let by_none: Vec<&str> = first
        .not_reported
        .iter()
        .filter(by_none)
        .map(String::as_str)
        .collect();
    let unsaid = if by_none.is_empty() {
        String::new()
    } else {
        format!(
            " None reports its {}, so these tests may still differ.",
            by_none.join(", ")
        )
    };
    Some(format!(
        "Each reports {range} of {} things that matter.{unsaid}",
        first.n_items
    ))
}
