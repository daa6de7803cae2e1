//! The field: typing asks, arrow keys choose, Enter opens, Escape clears.
//! Here because all of the search can be done without leaving it.
//! Must not know: what results look like.

use leptos::{html::Input, prelude::*};

use super::state::{SearchState, result_id};
use crate::{
    components::{links::href, takeover::use_taken_over},
    platform,
};

/// A combobox whose list is the results.
#[component]
pub fn Field(state: SearchState) -> impl IntoView {
    let taken_over = use_taken_over();
    let input = NodeRef::<Input>::new();
    Effect::new(move |_| {
        // Who comes to search, types. Who comes back to results, reads.
        let comes_to_search = taken_over.get() && state.question.with_untracked(String::is_empty);
        if let (true, Some(input)) = (comes_to_search, input.get()) {
            // Only a field that is enabled by then takes the focus.
            platform::at_next_paint(move || {
                if platform::nothing_has_focus() {
                    let _ = input.focus();
                }
            });
        }
    });
    let has_results = move || state.shown.with(|shown| !shown.is_empty());
    let active = move || state.active.get().map(result_id);
    view! {
        <form
            class="search-form"
            role="search"
            action=href("/search/")
            method="get"
            on:submit=move |event| {
                event.prevent_default();
                state.open();
            }
        >
            <fieldset disabled=move || !taken_over.get()>
                <label for="search-field">"Search this site"</label>
                <input
                    node_ref=input
                    id="search-field"
                    type="search"
                    name="q"
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    role="combobox"
                    aria-autocomplete="list"
                    aria-controls="search-results"
                    aria-expanded=move || if has_results() { "true" } else { "false" }
                    aria-activedescendant=active
                    aria-describedby="search-keys"
                    prop:value=move || state.question.get()
                    on:focus=move |_| state.prepare()
                    on:input=move |event| state.ask(&event_target_value(&event), true)
                    on:keydown=move |event| {
                        let taken = match event.key().as_str() {
                            "ArrowDown" => {
                                state.step(true);
                                true
                            }
                            "ArrowUp" => {
                                state.step(false);
                                true
                            }
                            "Escape" => {
                                state.ask("", true);
                                true
                            }
                            _ => false,
                        };
                        if taken {
                            event.prevent_default();
                        }
                    }
                />
                <p class="search-keys" id="search-keys">
                    "Arrow keys choose, Enter opens, Esc clears."
                </p>
            </fieldset>
        </form>
    }
    .into_any()
}
