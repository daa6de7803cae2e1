//! What stands above the table: search, groups, columns, comparison, what is filtered, and what the address got wrong.
//! Here because a filtered table must always say what it hides.
//! Must not know: how filters work.

use leptos::prelude::*;

use super::{columns::Columns, compare::Compare, filters, state::TableState};
use crate::{
    components::{
        live::{live, live_if, live_text, on},
        typeset::typeset,
    },
    platform::{self, dialog},
    services::table::{FAMILY, MATERIAL, TYPE},
};

/// Of the count, which takes the focus when what had it is gone.
const COUNT_ID: &str = "table-count";

/// Columns by whose labels rows are gathered, as the choice says it.
const GROUPS: [(&str, &str); 4] = [
    ("", "No groups"),
    (MATERIAL, "Material"),
    (FAMILY, "Family"),
    (TYPE, "Type"),
];

#[component]
pub fn Controls(state: TableState) -> impl IntoView {
    let n_filters = live_text(move || {
        let n_filters = state
            .query
            .with(|query| query.filter_parts(&state.table()).len());
        if n_filters > 0 {
            format!(" ({n_filters})")
        } else {
            String::new()
        }
    });
    view! {
        <form class="controls" role="search" aria-label="Search and arrange Table 1" on:submit=on(|event: leptos::ev::SubmitEvent| event.prevent_default())>
            <fieldset disabled=state.resting>
                <legend class="visually-hidden">"Search and arrange"</legend>
                <label class="search">
                    <span>"Search"</span>
                    <input
                        type="search"
                        placeholder="material, function, number"
                        prop:value=live_text(move || state.query.with(|query| query.text.clone()))
                        on:input=on(move |event: leptos::ev::Event| {
                            let text = event_target_value(&event);
                            state.adjust(|query| query.text = text);
                        })
                    />
                </label>
                <Groups state=state />
                <button type="button" class="filters-door" aria-haspopup="dialog" on:click=on(|_| dialog::open(filters::ID))>
                    "Filters"
                    {n_filters}
                </button>
            </fieldset>
            <Columns state=state />
            <Compare state=state />
        </form>
    }
    .into_any()
}

#[component]
fn Groups(state: TableState) -> impl IntoView {
    let now = move || {
        state
            .query
            .with(|query| query.group.clone().unwrap_or_default())
    };
    let options = live(move || {
        let now = now();
        let table = state.table();
        // An address may group by a column that has no place in this list.
        let other = table
            .column(&now)
            .filter(|_| GROUPS.iter().all(|(id, _)| *id != now));
        let other = other.map(|column| (column.id.clone(), column.label.clone()));
        let known = GROUPS
            .iter()
            .map(|&(id, name)| (id.to_owned(), name.to_owned()));
        let options = known.chain(other).map(|(id, name)| {
            let is_it = id == now;
            view! { <option value=id prop:selected=is_it>{name}</option> }.into_any()
        });
        options.collect::<Vec<_>>()
    });
    let choose = move |event: leptos::ev::Event| {
        let group = Some(event_target_value(&event)).filter(|id| !id.is_empty());
        state.change(|query| query.group = group);
    };
    view! {
        <label class="groups">
            <span>"Group by"</span>
            <select on:change=on(choose)>{options}</select>
        </label>
    }
    .into_any()
}

/// How much is shown, why not all, and the way to take it away.
#[component]
pub fn Status(state: TableState) -> impl IntoView {
    view! {
        <div class="table-status">
            <Chips state=state />
            <div class="actions">
                <p id=COUNT_ID class="shown" tabindex="-1" role="status" aria-live="polite">{live_text(move || count(state))}</p>
            </div>
        </div>
    }
    .into_any()
}

/// `12 of 45 conditions, 9 materials`.
fn count(state: TableState) -> String {
    state.view.with(|view| {
        let chosen = view.facet(MATERIAL).map_or(&[][..], |facet| &facet.values);
        let any = chosen.iter().any(|value| value.selected);
        let shown = chosen
            .iter()
            .filter(|value| value.count > 0 && (value.selected || !any));
        let n_materials = shown.count();
        let plural = if n_materials == 1 { "" } else { "s" };
        let (n_rows, total) = (view.rows.len(), view.total);
        format!("{n_rows} of {total} conditions, {n_materials} material{plural}")
    })
}

/// Everything that leaves rows out, each part removable.
#[component]
fn Chips(state: TableState) -> impl IntoView {
    let chips = live(move || {
        let table = state.table();
        state.query.with(|query| {
            let parts = query.filter_parts(&table);
            let n_parts = parts.len();
            let chips = parts.into_iter().enumerate().map(|(place, part)| {
                let is_last = place + 1 == n_parts;
                let words = query.part_in_words(&table, &part);
                let name = format!("Remove the filter {words}");
                view! {
                    <button
                        type="button"
                        class="chip"
                        aria-label=name
                        on:click=on(move |_| {
                            state.change(|query| *query = query.without(&part));
                            if is_last {
                                platform::focus_soon(COUNT_ID.to_owned());
                            }
                        })
                    >
                        <span>{typeset(&words, &[])}</span>
                        <span aria-hidden="true">" ×"</span>
                    </button>
                }
                .into_any()
            });
            chips.collect::<Vec<_>>()
        })
    });
    let none = live_if(move || state.query.with(|query| !query.is_filtered()));
    let clear = move |_| {
        state.clear();
        platform::focus_soon(COUNT_ID.to_owned());
    };
    view! {
        <div class="chips">
            {chips}
            <button type="button" class="quiet" hidden=none on:click=on(clear)>
                "Clear all filters"
            </button>
        </div>
    }
    .into_any()
}

/// What the address asked for and could not have.
#[component]
pub fn Warnings(state: TableState) -> impl IntoView {
    let words = move || {
        let warnings = state.warnings.get().into_iter();
        let lines = warnings.map(|warning| view! { <li>{warning.to_string()}</li> }.into_any());
        lines.collect::<Vec<_>>()
    };
    let any = move || !state.warnings.with(Vec::is_empty);
    view! {
        <div role="status">
            {live(move || {
                any()
                    .then(|| {
                        view! {
                            <div class="notice">
                                <p>"Some of this address was not understood and has been left out:"</p>
                                <ul>{words()}</ul>
                            </div>
                        }
                    })
            })}
        </div>
    }
    .into_any()
}
