//! The reader's own rows: brought by paste, drop, file or hand, and beside the printed ones from then on.
//! Here because "is my cell better?" needs the reader's numbers in the same table.
//! Must not know: what a CSV may hold, how a row looks in the table.

mod bring;
mod list;
mod state;
mod typed;

use leptos::prelude::*;

use self::state::Own;
use super::{super::state::TableState, progress::Progress};
use crate::components::{framed, links::href, takeover::use_taken_over};

/// A CSV to begin with, in this site.
const TEMPLATE: &str = "/own-rows-template.csv";

#[component]
pub fn OwnData(state: TableState) -> impl IntoView {
    let taken_over = use_taken_over();
    let own = Own::provide(state);
    let may_keep = !framed::is_framed();
    if may_keep {
        Effect::new(move |_| own.bring_back());
    }
    view! {
        <details class="panel own-data">
            <summary>"Your own data" {move || count(own)}</summary>
            <p>
                "Your rows stand in this table beside the printed ones, marked as yours, with the same filters, charts and derived numbers. They are read in this browser and sent nowhere; nothing is kept when you leave"
                {may_keep.then_some(", unless you tick it below")} "."
            </p>
            <fieldset disabled=move || !taken_over.get()>
                <legend class="visually-hidden">"Bring your own rows"</legend>
                <bring::Bring own=own template=href(TEMPLATE) />
                <typed::Typed own=own />
            </fieldset>
            <Progress desk=own.desk again=Callback::new(move |()| own.read_again()) />
            <p class="told" role="status">{own.told}</p>
            {move || list::faults(own)}
            {move || list::rows(own)}
            {may_keep.then(|| keep(own))}
        </details>
    }
    .into_any()
}

fn count(own: Own) -> Option<String> {
    let n_rows = own.n_rows.get();
    (n_rows > 0).then(|| format!(" ({n_rows})"))
}

fn keep(own: Own) -> AnyView {
    let taken_over = use_taken_over();
    view! {
        <label class="check keep">
            <input
                type="checkbox"
                disabled=move || !taken_over.get()
                prop:checked=move || own.is_kept.get()
                on:change=move |event| own.keep(event_target_checked(&event))
            />
            <span>"Keep my rows on this device, in this browser's storage"</span>
        </label>
    }
    .into_any()
}
