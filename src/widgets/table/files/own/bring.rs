//! A CSV by paste, by drop or as a file.
//! Here because a reader's numbers lie in a spreadsheet, and nobody types them twice.
//! Must not know: what the text may hold.

use leptos::{prelude::*, task::spawn_local};

use super::state::Own;
use crate::platform::file::{self, Chosen};

#[component]
pub fn Bring(own: Own, template: String) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let is_over = RwSignal::new(false);
    let read = move |file: Option<Chosen>| {
        let Some(file) = file else { return };
        spawn_local(async move {
            match file.text().await {
                Ok(text) => own.read(text),
                Err(reason) => own.say(reason),
            }
        });
    };
    view! {
        <div
            class="drop"
            class:over=is_over
            on:dragover=move |event| {
                event.prevent_default();
                is_over.set(true);
            }
            on:dragleave=move |_| is_over.set(false)
            on:drop=move |event| {
                event.prevent_default();
                is_over.set(false);
                read(file::dropped(&event));
            }
        >
            <label class="field">
                <span>"Paste a CSV, or cells from a spreadsheet with their headings"</span>
                <textarea
                    rows="5"
                    spellcheck="false"
                    placeholder="material,current_density_ma_cm2,areal_capacity_mah_cm2,lifespan_h"
                    prop:value=text
                    on:input=move |event| text.set(event_target_value(&event))
                ></textarea>
            </label>
            <div class="actions">
                <button type="button" class="primary" on:click=move |_| own.read(text.get_untracked())>
                    "Add these rows"
                </button>
                <label class="file">
                    <span>"or drop a file here, or choose one: "</span>
                    <input type="file" accept=".csv,.tsv,.txt,text/csv" on:change=move |event| read(file::chosen(&event)) />
                </label>
            </div>
            <p class="role">
                <a href=template download="own-rows-template.csv">
                    "A template to start from"
                </a>
                " names every column. Only those you fill are needed; > before a lifespan means more than it; an empty field is not reported. A line with a fault is left out and named; the others are added, up to 200 000."
            </p>
        </div>
    }
    .into_any()
}
